#include "store/codec/rules_decoder.h"

#include "store/codec/rules_yaml.h"

namespace cartulary {
namespace {

template <std::size_t kIndex = 0>
void Emplace(Node& node, std::size_t index) {
  if constexpr (kIndex < std::variant_size_v<Node>) {
    if (index == kIndex) {
      node.emplace<kIndex>();
    } else {
      Emplace<kIndex + 1>(node, index);
    }
  }
}

}  // namespace

const YamlNode* RulesDecoder::Mapping::Find(std::string_view key) {
  if (std::find(keys_.begin(), keys_.end(), key) == keys_.end()) keys_.emplace_back(key);
  for (const YamlEntry& entry : node_.entries) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

void RulesDecoder::Mapping::LeaveOut(std::string_view key) { left_out_ = key; }

void RulesDecoder::Mapping::ReportUnknownKeys() {
  for (const YamlEntry& entry : node_.entries) {
    if (std::find(keys_.begin(), keys_.end(), entry.key) != keys_.end()) continue;
    const Text suggestion = DidYouMean(entry.key, keys_);
    decoder_.Report(
        entry.place,
        Said("there is no key \"{0}\" here{1}", "la clé « {0} » n'existe pas à cet endroit{1}",
             entry.key,
             suggestion.empty() ? Said("; expected {0}", " ; clés attendues : {0}", Joined(keys_))
                                : suggestion));
  }
}

void RulesDecoder::Report(YamlPlace place, const Text& message) {
  if (problems_.size() >= kProblemsMax) return;
  problems_.push_back({place.line, place.column,
                       path_.empty() ? message : Said("{0}: {1}", "{0} : {1}", path_, message)});
}

void RulesDecoder::Missing(YamlPlace place, std::string_view key) {
  Report(place, Said("the key \"{0}\" is missing", "la clé « {0} » manque", key));
}

bool RulesDecoder::IsScalar(const YamlNode& node, const Phrase& expected) {
  if (node.kind == YamlNode::Kind::kScalar) return true;
  if (node.kind != YamlNode::Kind::kBroken) {
    Report(node.place, Said("expected {0}, not a list or a mapping",
                            "attendu : {0}, et non une liste ou un ensemble de clés", expected));
  }
  return false;
}

bool RulesDecoder::IsSequence(const YamlNode& node) {
  if (node.kind == YamlNode::Kind::kSequence) return true;
  if (node.kind != YamlNode::Kind::kBroken)
    Report(node.place,
           Said("expected a list; [] if it is empty", "attendu : une liste, [] si elle est vide"));
  return false;
}

bool RulesDecoder::IsMapping(const YamlNode& node) {
  if (node.kind == YamlNode::Kind::kMapping) return true;
  if (node.kind != YamlNode::Kind::kBroken)
    Report(node.place,
           Said("expected keys with their values", "attendu : des clés et leurs valeurs"));
  return false;
}

bool RulesDecoder::IsAbsent(const YamlNode& node) {
  return node.kind == YamlNode::Kind::kScalar && node.plain &&
         (node.text == "none" || node.text == "unknown" || node.text == "to_confirm");
}

YamlPlace RulesDecoder::PlaceOf(const RequirementCode& id) const {
  const auto found = places_.find(id);
  return found == places_.end() ? YamlPlace{} : found->second;
}

Referential RulesDecoder::Decode(const YamlNode& root) {
  Referential rules;
  if (!IsMapping(root)) return rules;
  Mapping mapping(*this, root);
  if (const YamlNode* format = mapping.Require("format")) {
    const bool old = format->text == kRulesFormat1;
    if (format->kind != YamlNode::Kind::kScalar || (!old && format->text != kRulesFormat)) {
      // Another format has other keys: nothing that could be said of them would help.
      Report(format->place,
             Said("this program reads the formats {0} and {1} only",
                  "ce programme ne lit que les formats {0} et {1}", kRulesFormat1, kRulesFormat));
      return rules;
    }
    if (old) mapping.LeaveOut("binding_route");
  }
  for (const YamlEntry& entry : root.entries) {
    if (entry.key == "assumptions") ReadAssumptions(entry.value);
  }
  CheckSettings();
  Fields(mapping, rules);
  mapping.ReportUnknownKeys();
  return rules;
}

void RulesDecoder::Read(const YamlNode& node, std::vector<Route>& routes) {
  if (node.kind == YamlNode::Kind::kScalar && node.text == "all") return;
  if (node.kind != YamlNode::Kind::kSequence || node.items.empty()) {
    if (node.kind == YamlNode::Kind::kBroken) return;
    Report(node.place,
           Said("expected all, or a list of routes", "attendu : all, ou une liste de voies"));
    return;
  }
  for (const YamlNode& item : node.items) Read(item, routes.emplace_back());
}

void RulesDecoder::Read(const YamlNode& node,
                        std::map<RequirementCode, Requirement>& requirements) {
  if (!IsMapping(node)) return;
  for (const YamlEntry& entry : node.entries) {
    const Scope scope(*this, entry.key);
    Requirement requirement;
    if (!ParseText(entry.key, requirement.id)) {
      Report(entry.place, RefusalOfCode(entry.key));
      continue;
    }
    places_[requirement.id] = entry.place;
    Read(entry.value, requirement);
    requirements.emplace(requirement.id, std::move(requirement));
  }
}

void RulesDecoder::Read(const YamlNode& node, Requirement& requirement) {
  if (!IsMapping(node)) return;
  Mapping mapping(*this, node);
  mapping("label", requirement.label, "");
  mapping("routes", requirement.routes, "");
  mapping("jury_discretion", requirement.jury_discretion, "");
  mapping("waivable_by", requirement.waivable_by, "");

  const YamlNode* source = mapping.Find("source");
  const YamlNode* assumption = mapping.Find("assumption");
  if ((source == nullptr) == (assumption == nullptr)) {
    Report(node.place,
           source == nullptr
               ? Said("the key \"source\" is missing (or \"assumption\", where no text asks it)",
                      "la clé « source » manque (ou « assumption », si aucun texte ne l'exige)")
               : Said("\"source\" and \"assumption\" exclude each other",
                      "« source » et « assumption » s'excluent mutuellement"));
  }
  if (source != nullptr) {
    const Scope scope(*this, "source");
    Read(*source, requirement.source);
  }
  if (assumption != nullptr) {
    const Scope scope(*this, "assumption");
    if (const Assumption* found = FindAssumed(*assumption)) requirement.assumption = found->id;
  }

  std::vector<NodeKind> kinds;
  for (const auto& [kind, name, french] : kEnumNames<NodeKind>) {
    const YamlNode* body = mapping.Find(name);
    if (body == nullptr) continue;
    kinds.push_back(kind);
    const Scope scope(*this, name);
    ReadKind(*body, kind, requirement.node);
  }
  if (kinds.size() != 1) {
    Report(node.place, kinds.empty() ? Said("what it requires is missing: one of the keys {0}",
                                            "il manque ce qu'elle exige : l'une des clés {0}",
                                            Joined(WordsOf<NodeKind>()))
                                     : Said("it requires {0} and {1}; make two requirements of it",
                                            "elle exige {0} et {1} ; faites-en deux exigences",
                                            ToName(kinds[0]), ToName(kinds[1])));
  }
  mapping.ReportUnknownKeys();
}

void RulesDecoder::ReadKind(const YamlNode& node, NodeKind kind, Node& value) {
  Emplace(value, static_cast<std::size_t>(kind) - 1);
  std::visit([&](auto& alternative) { Read(node, alternative); }, value);
}

void RulesDecoder::ReadAssumptions(const YamlNode& node) {
  const Scope scope(*this, "assumptions");
  if (!IsMapping(node)) return;
  for (const YamlEntry& entry : node.entries) {
    const Scope inner(*this, entry.key);
    Assumption assumption;
    if (!ParseText(entry.key, assumption.id)) {
      Report(entry.place, RefusalOfCode(entry.key));
      continue;
    }
    Read(entry.value, assumption);
    assumptions_.push_back(std::move(assumption));
  }
}

void RulesDecoder::Read(const YamlNode& node, Assumption& assumption) {
  if (!IsMapping(node)) return;
  const std::size_t problem_count = problems_.size();
  Mapping mapping(*this, node);
  mapping("label", assumption.label, "");
  mapping("why", assumption.why, "");
  mapping("kind", assumption.kind, "");
  if (assumption.kind == AssumptionKind::kChoice) mapping("choices", assumption.choices, "");
  mapping("default", assumption.default_value, "");
  const YamlNode* default_node = mapping.Find("default");
  const YamlNode* settled = mapping.Require("settled");
  mapping.ReportUnknownKeys();

  assumption.value = assumption.default_value;
  if (problems_.size() == problem_count && default_node != nullptr) {
    const Scope scope(*this, "default");
    const Text refusal = RefusalOfAssumed(assumption, assumption.default_value);
    if (!refusal.empty()) Report(default_node->place, refusal);
  }
  if (settled == nullptr || IsAbsent(*settled)) return;
  const Scope scope(*this, "settled");
  if (!IsMapping(*settled)) return;
  Mapping settlement(*this, *settled);
  Fields(settlement, assumption.settlement.emplace());
  settlement("value", assumption.value, "");
  settlement.ReportUnknownKeys();
  if (problems_.size() == problem_count) {
    const Text refusal = RefusalOfAssumed(assumption, assumption.value);
    if (!refusal.empty()) Report(settled->place, refusal);
  }
}

Text RulesDecoder::RefusalOfAssumed(const Assumption& assumption, const std::string& value) {
  const auto check = [&](auto typed) {
    return ParseText(value, typed) ? Text{} : Refusal(value, typed);
  };
  switch (assumption.kind) {
    case AssumptionKind::kDecimal:
      return check(Decimal{});
    case AssumptionKind::kInteger:
    case AssumptionKind::kDays:
      return check(int{});
    case AssumptionKind::kBool:
      return check(bool{});
    case AssumptionKind::kChoice:
      return std::find(assumption.choices.begin(), assumption.choices.end(), value) !=
                     assumption.choices.end()
                 ? Text{}
                 : RefusalOfWord(value, assumption.choices);
  }
  return {};  // The kind was refused, and that was reported.
}

void RulesDecoder::CheckSettings() {
  for (const auto& setting : settings_) {
    const AssumptionCode& id = setting.first;
    const std::string& value = setting.second;
    const auto found = std::find_if(assumptions_.begin(), assumptions_.end(),
                                    [&](const Assumption& one) { return one.id == id; });
    if (found == assumptions_.end()) {
      std::vector<std::string> known;
      for (const Assumption& assumption : assumptions_) known.push_back(assumption.id.text);
      Report({},
             Said("there is no assumption \"{0}\" to set{1}",
                  "il n'y a pas d'hypothèse « {0} » à régler{1}", id, DidYouMean(id.text, known)));
      continue;
    }
    const Text refusal = RefusalOfAssumed(*found, value);
    if (refusal.empty()) {
      found->value = value;
    } else {
      Report({}, Said("setting {0}: {1}", "réglage de {0} : {1}", id, refusal));
    }
  }
}

const Assumption* RulesDecoder::FindAssumed(const YamlNode& name) {
  if (!IsScalar(name, {"the code of an assumption", "le code d'une hypothèse"})) return nullptr;
  std::vector<std::string> known;
  for (const Assumption& assumption : assumptions_) {
    if (assumption.id.text == name.text) return &assumption;
    known.push_back(assumption.id.text);
  }
  Report(name.place,
         Said("there is no assumption \"{0}\"{1}", "il n'y a pas d'hypothèse « {0} »{1}", name.text,
              DidYouMean(name.text, known)));
  return nullptr;
}

}  // namespace cartulary
