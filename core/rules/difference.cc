#include "core/rules/difference.h"

#include <algorithm>
#include <concepts>
#include <map>
#include <set>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "core/binary/writer.h"  // HasFields

namespace cartulary {
namespace {

struct Leaf {
  std::string field;
  FieldValue value;
};

// One part of a text, taken apart.
struct PartOf {
  RulesPart part;
  std::string id;
  std::vector<Leaf> leaves;
};

std::string Written(bool value) { return value ? "true" : "false"; }
template <std::signed_integral T>
std::string Written(T value) {
  return std::to_string(value);
}
std::string Written(const std::string& text) { return text; }
std::string Written(Decimal value) { return ToText(value); }
std::string Written(Date value) { return ToText(value); }
std::string Written(const Hash& value) { return ToText(value); }
std::string Written(Fraction value) {
  return std::to_string(value.numerator) + "/" + std::to_string(value.denominator);
}
template <typename Tag>
std::string Written(const Code<Tag>& code) {
  return code.text;
}
template <NamedEnum E>
std::string Written(E value) {
  return std::string(ToName(value));
}

// By what a rule file tells elements of one list apart: their first field, as a rule.
template <typename T>
std::string KeyOf(const T& element) {
  std::string key;
  bool first = true;
  const auto visit = [&](const char*, const auto& field, const char*) {
    if constexpr (requires { Written(field); }) {
      if (first) key = Written(field);
    }
    first = false;
  };
  Fields(visit, element);
  return key;
}
std::string KeyOf(const ScoreTable& table) {
  return table.body.text + " " + table.test.text + " " + table.language.text +
         (table.from ? " " + ToText(*table.from) : "");
}

// Keys of one list: a second "x" is "x (2)".
class Keys {
 public:
  std::string Take(std::string key) {
    const int count = ++seen_[key];
    return count == 1 ? key : key + " (" + std::to_string(count) + ")";
  }

 private:
  std::map<std::string, int> seen_;
};

// Takes a value apart into the fields that hold texts.
class Leaves {
 public:
  template <typename T>
  std::vector<Leaf> Of(const T& part) {
    Add(part);
    return std::move(leaves_);
  }
  template <typename T>
  std::vector<Leaf> OfField(std::string_view name, const T& field) {
    Visit(name, field);
    return std::move(leaves_);
  }

 private:
  template <typename T>
  void Visit(std::string_view name, const T& field) {
    if (name == "id") return;  // The key of what it stands in.
    const std::size_t length = path_.size();
    path_ += (path_.empty() ? "" : ".") + std::string(name);
    Add(field);
    path_.resize(length);
  }

  void AddLeaf(std::string text, std::optional<AssumptionCode> assumption = {}) {
    leaves_.push_back({path_, {std::move(text), std::move(assumption)}});
  }

  template <typename T>
  void Add(const T& value) {
    if constexpr (requires { Written(value); }) {
      AddLeaf(Written(value));
    } else {
      static_assert(HasFields<const T>);
      Fields([&](const char* name, const auto& field, const char*) { Visit(name, field); }, value);
    }
  }
  template <typename T>
  void Add(const Param<T>& param) {
    AddLeaf(Written(param.value), param.assumption);
  }
  template <typename T>
  void Add(const std::optional<T>& value) {
    if (value) Add(*value);
  }
  void Add(const std::vector<Route>& routes) { routes.empty() ? AddLeaf("all") : AddList(routes); }
  template <typename T>
  void Add(const std::vector<T>& list) {
    if constexpr (requires(const T& item) { Written(item); }) {
      AddList(list);
    } else {
      Keys keys;
      for (const T& item : list) Visit(keys.Take(KeyOf(item)), item);
    }
  }
  void Add(const Node& node) {
    Visit("kind", KindOf(node));
    std::visit([&](const auto& kind) { Visit(ToName(KindOf(node)), kind); }, node);
  }
  void Add(const Requirement& requirement) {
    const auto visit = [&](std::string_view name, const auto& field, const char*) {
      // A rule file has the kind among the keys of the requirement.
      if constexpr (std::is_same_v<std::decay_t<decltype(field)>, Node>) {
        Add(field);
      } else {
        Visit(name, field);
      }
    };
    Fields(visit, requirement);
  }

  template <typename T>
  void AddList(const std::vector<T>& list) {
    std::string text;
    for (const T& item : list) text += (text.empty() ? "" : ", ") + Written(item);
    AddLeaf("[" + text + "]");
  }

  std::string path_;
  std::vector<Leaf> leaves_;
};

// Takes a text apart into its parts.
class Parts {
 public:
  explicit Parts(const Referential& rules) { Fields(*this, rules); }
  std::vector<PartOf> Take() { return std::move(parts_); }

  void operator()(std::string_view, const Edition& edition, std::string_view) {
    parts_.push_back({RulesPart::kEdition, "", Leaves().Of(edition)});
  }
  void operator()(std::string_view, const std::vector<RouteAccess>& list, std::string_view) {
    AddAll(RulesPart::kRoute, list);
  }
  void operator()(std::string_view, const std::vector<Block>& list, std::string_view) {
    AddAll(RulesPart::kBlock, list);
  }
  void operator()(std::string_view, const std::vector<AcquisitionCondition>& list,
                  std::string_view) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      parts_.push_back({RulesPart::kCondition, std::to_string(i + 1), Leaves().Of(list[i])});
    }
  }
  void operator()(std::string_view, const std::vector<AwardJury>& list, std::string_view) {
    AddAll(RulesPart::kJury, list);
  }
  void operator()(std::string_view, const std::vector<StatisticsRow>& list, std::string_view) {
    AddAll(RulesPart::kStatistics, list);
  }
  void operator()(std::string_view, const std::vector<Unknown>& list, std::string_view) {
    AddAll(RulesPart::kUnknown, list);
  }
  void operator()(std::string_view, const std::vector<Document>& list, std::string_view) {
    AddAll(RulesPart::kDocument, list);
  }
  void operator()(std::string_view, const std::vector<Assumption>& list, std::string_view) {
    AddAll(RulesPart::kAssumption, list);
  }
  void operator()(std::string_view, const std::vector<ScoreTable>& list, std::string_view) {
    AddAll(RulesPart::kScoreTable, list);
  }
  void operator()(std::string_view, const std::map<RequirementCode, Requirement>& requirements,
                  std::string_view) {
    for (const auto& [id, requirement] : requirements) {
      parts_.push_back({RulesPart::kRequirement, id.text, Leaves().Of(requirement)});
    }
  }
  template <typename T>
  void operator()(std::string_view name, const T& field, std::string_view) {
    if (parts_.empty() || parts_.front().part != RulesPart::kRules) {
      parts_.insert(parts_.begin(), {RulesPart::kRules, "", {}});
    }
    for (Leaf& leaf : Leaves().OfField(name, field)) {
      parts_.front().leaves.push_back(std::move(leaf));
    }
  }

 private:
  template <typename T>
  void AddAll(RulesPart part, const std::vector<T>& list) {
    Keys keys;
    for (const T& one : list) parts_.push_back({part, keys.Take(KeyOf(one)), Leaves().Of(one)});
  }

  std::vector<PartOf> parts_;
};

const Leaf* FindLeaf(const std::vector<Leaf>& leaves, const std::string& field) {
  const auto at = std::find_if(leaves.begin(), leaves.end(),
                               [&](const Leaf& leaf) { return leaf.field == field; });
  return at == leaves.end() ? nullptr : &*at;
}

bool AreSame(const FieldValue& a, const FieldValue& b) {
  if (a.assumption && b.assumption) return *a.assumption == *b.assumption;
  return a == b;
}

std::vector<FieldDifference> FieldsOf(const std::vector<Leaf>& before,
                                      const std::vector<Leaf>& after) {
  std::vector<FieldDifference> fields;
  for (const Leaf& old : before) {
    const Leaf* now = FindLeaf(after, old.field);
    if (now != nullptr && AreSame(old.value, now->value)) continue;
    fields.push_back({old.field, old.value,
                      now == nullptr ? std::nullopt : std::optional<FieldValue>(now->value)});
  }
  for (const Leaf& now : after) {
    if (FindLeaf(before, now.field) == nullptr) {
      fields.push_back({now.field, std::nullopt, now.value});
    }
  }
  return fields;
}

using PartKey = std::pair<RulesPart, std::string>;

std::map<PartKey, const PartOf*> ByKey(const std::vector<PartOf>& parts) {
  std::map<PartKey, const PartOf*> by_key;
  for (const PartOf& part : parts) by_key[{part.part, part.id}] = &part;
  return by_key;
}

}  // namespace

std::vector<PartDifference> DifferenceOf(const Referential& before, const Referential& after) {
  const std::vector<PartOf> old_parts = Parts(before).Take();
  const std::vector<PartOf> new_parts = Parts(after).Take();
  const auto old_by_key = ByKey(old_parts);
  const auto new_by_key = ByKey(new_parts);
  std::vector<PartDifference> differences;
  for (const PartOf& old : old_parts) {
    const auto now = new_by_key.find({old.part, old.id});
    const bool removed = now == new_by_key.end();
    auto fields = FieldsOf(old.leaves, removed ? std::vector<Leaf>() : now->second->leaves);
    if (!removed && fields.empty()) continue;
    differences.push_back({old.part, old.id, removed ? PartChange::kRemoved : PartChange::kChanged,
                           std::move(fields)});
  }
  for (const PartOf& now : new_parts) {
    if (old_by_key.contains({now.part, now.id})) continue;
    differences.push_back({now.part, now.id, PartChange::kAdded, FieldsOf({}, now.leaves)});
  }
  std::stable_sort(
      differences.begin(), differences.end(),
      [](const PartDifference& a, const PartDifference& b) { return a.part < b.part; });
  return differences;
}

const FieldDifference* FindField(const PartDifference& part, std::string_view field) {
  const auto at = std::find_if(part.fields.begin(), part.fields.end(),
                               [&](const FieldDifference& one) { return one.field == field; });
  return at == part.fields.end() ? nullptr : &*at;
}

std::optional<ActCode> CodeOfArticle(std::string_view article) {
  constexpr std::string_view kNoBreakSpace = "\u00a0";
  std::string text(article);
  for (std::size_t at; (at = text.find(kNoBreakSpace)) != std::string::npos;) {
    text.erase(at, kNoBreakSpace.size());
  }
  std::erase(text, ' ');
  return ActCode::Parse(text);
}

std::vector<PartDifference> BeyondSettling(const std::vector<PartDifference>& differences,
                                           const Referential& after,
                                           const AssumptionCode& assumption) {
  const Assumption* settled = FindAssumption(after, assumption);
  const std::string document =
      settled != nullptr && settled->settlement ? settled->settlement->document : "";
  const auto is_allowed = [&](const PartDifference& part, const FieldDifference& field) {
    if (part.part == RulesPart::kAssumption && part.id == assumption.text) {
      return part.change == PartChange::kChanged &&
             (field.field == "value" || field.field.starts_with("settlement."));
    }
    if (part.part != RulesPart::kDocument || part.id != document) return false;
    return part.change == PartChange::kAdded || (!field.before && field.after);
  };
  std::vector<PartDifference> beyond;
  for (PartDifference part : differences) {
    std::erase_if(part.fields,
                  [&](const FieldDifference& field) { return is_allowed(part, field); });
    if (!part.fields.empty()) beyond.push_back(std::move(part));
  }
  return beyond;
}

}  // namespace cartulary
