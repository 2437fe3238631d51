#include "cli/render/verdict_view.h"

#include <algorithm>

#include "cli/output/text.h"
#include "cli/render/read_values.h"

namespace cartulary::cli {
namespace {

constexpr std::size_t kShortQuoteWidth = 70;

std::string RulesName(const Verdict& verdict) {
  return verdict.certification.text + "@" + std::to_string(verdict.revision);
}

std::string LearnerName(const VerdictView& view, Language language) {
  const std::string name =
      view.name.empty() ? Say(language, "(name not readable)", "(nom illisible)") : view.name;
  const std::string number = view.number.empty() ? ToText(view.verdict.learner) : view.number;
  return (view.registration.empty() ? number
                                    : RegistrationText(view.registration, number, language)) +
         "  " + name;
}

std::string EnrolmentText(const VerdictView& view, Language language) {
  const EnrolmentOpened& enrolment = view.enrolment;
  std::string text;
  if (view.enrolments > 1) {
    text += std::to_string(view.ordinal) + Say(language, " of ", " sur ") +
            std::to_string(view.enrolments) + Say(language, ": ", " : ");
  }
  return text + Term(language, view.verdict.route) + ", campus " + enrolment.campus.text +
         Say(language, ", cohort ", ", promotion ") + enrolment.cohort.text +
         Say(language, ", entered ", ", entrée le ") + ToText(view.entry);
}

// The part of the tree's first column that says what a node comes to.
std::string OutcomeWord(const VerdictNode& node, Language language) {
  const Outcome outcome = node.outcome();
  return language == Language::kFrench ? std::string(ToFrench(outcome)) : Plain(ToName(outcome));
}

// A check of a jury's composition: it has no requirement of its own.
bool IsPartOfParent(const VerdictNode& node, const VerdictNode* parent) {
  return parent != nullptr && node.requirement.text.starts_with(parent->requirement.text + "/");
}

std::string Sourced(const Requirement& requirement, const std::string& quote, Language language) {
  if (requirement.assumption) {
    return Say(language, "no text asks it; assumption ", "aucun texte ne le demande ; hypothèse ") +
           requirement.assumption->text;
  }
  const Source& source = requirement.source;
  if (source.document.empty()) return "";
  const std::string place =
      source.place.empty() ? source.document : source.document + ", " + source.place;
  return quote.empty() ? place : Quoted(quote) + " — " + place;
}

// The enrolment, another than that of the view, whose decision the node rests on.
std::optional<std::size_t> ElsewhereOf(const VerdictNode& node, const VerdictView& view) {
  for (const Cited& cited : node.events) {
    const auto found = view.decided_elsewhere.find(cited.index);
    if (found != view.decided_elsewhere.end()) return found->second;
  }
  return std::nullopt;
}

class TreePage {
 public:
  TreePage(Page& page, const VerdictView& view, TreeDetail detail, Language language)
      : page_(page), view_(view), detail_(detail), language_(language) {}

  // `above` is drawn before the branch of this node, `below` before what hangs on it.
  void Add(const VerdictNode& node, const VerdictNode* parent, const std::string& above,
           const std::string& below) {
    const std::string margin =
        Padded("", kOutcomeWidth) + below + (node.children.empty() ? "   " : "│  ");
    const bool is_part = IsPartOfParent(node, parent);
    const std::string text =
        is_part ? ExplainText(node, LangOf(language_)) : LabelOf(node, *view_.rules, language_);
    page_.AddPrefixed(Padded(OutcomeWord(node, language_), kOutcomeWidth) + above,
                      Padded("", kOutcomeWidth) + below, text);
    if (!is_part) page_.AddPrefixed(margin, margin, Because(node));
    AddAppreciation(node, margin);
    AddElsewhere(node, parent, margin);
    if (detail_ == TreeDetail::kEvidence) AddEvidence(node, is_part, margin);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const bool last = i + 1 == node.children.size();
      Add(node.children[i], &node, below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "));
    }
  }

 private:
  static constexpr std::size_t kOutcomeWidth = 16;

  std::string Because(const VerdictNode& node) const {
    std::string text = ExplainText(node, LangOf(language_));
    const std::string events = EventsOf(node.events);
    if (detail_ == TreeDetail::kReasons && !events.empty()) text += "  [" + events + "]";
    return text;
  }

  void AddAppreciation(const VerdictNode& node, const std::string& margin) {
    if (!node.decided || *node.decided == node.computed) return;
    page_.AddPrefixed(
        margin, margin,
        Say(language_, "decided by the jury (appréciation du jury): ", "appréciation du jury : ") +
            Term(language_, *node.decided) +
            Say(language_, "; computed by the rules: ", " ; calculé : ") +
            Term(language_, node.computed));
  }

  // The decision of another enrolment brings none of the assessments that it was taken on.
  void AddElsewhere(const VerdictNode& node, const VerdictNode* parent, const std::string& margin) {
    const auto other = ElsewhereOf(node, view_);
    if (!other || (parent != nullptr && ElsewhereOf(*parent, view_) == other)) return;
    page_.AddPrefixed(margin, margin + "  ",
                      Say(language_, "validated in enrolment ", "validé dans le parcours ") +
                          std::to_string(*other) +
                          Say(language_, "; what it rests on there: `cartulary status ",
                              " ; ce sur quoi cela y repose : `cartulary status ") +
                          (view_.number.empty() ? ToText(view_.verdict.learner) : view_.number) +
                          " --enrolment " + std::to_string(*other) + " --full`");
  }

  // Of what is combined from others, the others tell the evidence; of what does not apply, nobody.
  void AddEvidence(const VerdictNode& node, bool is_part, const std::string& margin) {
    if (node.outcome() == Outcome::kNotApplicable) return;
    const Requirement* requirement = FindRequirement(*view_.rules, node.requirement);
    const bool combines = requirement != nullptr && !ChildrenOf(requirement->node).empty();
    const std::string values = ValuesOf(node, language_);
    if (!values.empty() && !combines) {
      page_.AddPrefixed(margin, margin + "  ", Say(language_, "compared: ", "comparé : ") + values);
    }
    for (const Cited& cited : node.events) {
      const auto note = view_.notes.find(cited.index);
      if (note != view_.notes.end()) AddEventLine(page_, margin, note->second, language_);
    }
    if (!node.assumptions.empty()) {
      std::string list;
      for (const auto& assumption : node.assumptions) list += " " + assumption.text;
      page_.AddPrefixed(margin, margin + "  ", Say(language_, "leans on:", "repose sur :") + list);
    }
    if (is_part || requirement == nullptr) return;
    page_.AddPrefixed(
        margin, margin + "  ",
        combines ? ShortSourceOf(*requirement, language_) : SourceOf(*requirement, language_));
  }

  Page& page_;
  const VerdictView& view_;
  TreeDetail detail_;
  Language language_;
};

Json IndexesJson(const std::vector<Cited>& events) {
  Json list = Json::array();
  for (const Cited& cited : events) list.push_back(cited.index.value);
  return list;
}

// "; opened under the edition 2022, corrected since (#96)"
std::string OpenedText(const std::optional<OpenedOtherwise>& opened, Language language) {
  if (!opened) return "";
  return Say(language, "; opened under the edition ", " ; ouvert sous l'édition ") +
         opened->edition.text + Say(language, ", corrected since (#", ", rectifiée depuis (#") +
         std::to_string(opened->corrected.value) + ")";
}

// What a jury or an award ended may go on as an enrolment: nothing says that the learner left.
bool IsEnrolledPastTheEnd(const Verdict& verdict) {
  return verdict.enrolment_standing == EnrolmentStanding::kEnrolled &&
         (verdict.standing == CertificationStanding::kAwarded ||
          verdict.standing == CertificationStanding::kAwardWithdrawn ||
          verdict.standing == CertificationStanding::kPartial ||
          verdict.standing == CertificationStanding::kRefused);
}

}  // namespace

std::string RegistrationText(const std::string& number, const std::string& now, Language language) {
  return now.empty() ? number : number + Say(language, ", now ", ", aujourd'hui ") + now;
}

std::string LabelOf(const VerdictNode& node, const Referential& rules, Language language) {
  const Requirement* requirement = FindRequirement(rules, node.requirement);
  const std::string label =
      requirement == nullptr ? node.requirement.text : Say(language, requirement->label);
  return node.block ? node.block->text + Say(language, ": ", " : ") + label : label;
}

std::string EventsOf(const std::vector<Cited>& events) {
  std::string text;
  for (const Cited& cited : events) {
    text += (text.empty() ? "#" : " #") + std::to_string(cited.index.value);
  }
  return text;
}

std::string SourceOf(const Requirement& requirement, Language language) {
  return Sourced(requirement, requirement.source.quote, language);
}

std::string ShortSourceOf(const Requirement& requirement, Language language) {
  const auto lines = Wrapped(requirement.source.quote, kShortQuoteWidth);
  return Sourced(requirement, lines.size() > 1 ? lines.front() + " …" : lines.front(), language);
}

std::string TextOf(const DecisionView& decision, Language language) {
  std::string text = Term(language, decision.fact.decision);
  text += Say(language, ", jury ", ", jury ") +
          (decision.session.empty() ? ToText(decision.fact.jury) : decision.session.text);
  text += Say(language, ", on ", ", le ") + ToText(decision.effective);
  text += " (#" + std::to_string(decision.index.value) + ")";
  if (!decision.minutes)
    text += Say(language, "; no sealed minutes", " ; procès-verbal non scellé");
  return text;
}

void AddHeader(Page& page, const VerdictView& view, Language language) {
  const auto row = [&](std::string_view english, std::string_view french, std::string_view text) {
    page.AddLabelled(0, kHeadLabelWidth, Say(language, english, french), text);
  };
  row("Learner", "Apprenant", LearnerName(view, language));
  for (const MergedView& merged : view.merged) {
    row("Merged", "Fusion",
        Say(language, "with ", "avec ") + merged.other + " (#" +
            std::to_string(merged.index.value) + ")" +
            Say(language, "; what is recorded there counts here",
                " ; ce qui y est enregistré compte ici"));
  }
  for (const PassedOverView& one : view.passed_over) {
    row("Left out", "Écarté", Say(language, WordsOf(one)));
  }
  row("Enrolment", "Parcours", EnrolmentText(view, language));
  row("Rules", "Règles",
      RulesName(view.verdict) + Say(language, ", edition ", ", édition ") +
          view.rules->edition.code.text + OpenedText(view.opened_otherwise, language));
  row("Asked", "Question", Say(language, WordsOf(view.viewpoint)));
  for (const OpenCase& one : view.cases) {
    row("Case", "Dossier",
        Say(language, "open since ", "ouvert depuis le ") + ToText(one.opened) +
            Say(language, ": ", " : ") + Short(language, one.fact.kind) + ", " +
            Short(language, one.fact.direction) + Say(language, "; ", " ; ") +
            "`cartulary cases show " + std::to_string(one.id.value) + "`");
  }
}

void AddStanding(Page& page, const VerdictView& view, Language language) {
  const auto row = [&](std::string_view english, std::string_view french, std::string_view text) {
    page.AddLabelled(0, kHeadLabelWidth, Say(language, english, french), text);
  };
  page.AddBlank();
  const std::string course = EventsOf(view.verdict.course);
  row("Enrolled as", "Inscription",
      Term(language, view.verdict.enrolment_standing) +
          (IsEnrolledPastTheEnd(view.verdict)
               ? Say(language, "; no leaving is recorded", " ; aucune sortie enregistrée")
               : "") +
          (course.empty() ? "" : "  [" + course + "]"));
  row("Certification", "Certification", Term(language, view.verdict.standing));
  if (view.decision) row("Decision", "Décision", TextOf(*view.decision, language));
  for (const auto& [label, text] : LinesOf(view.aftermath, language)) row(label, label, text);
  if (view.verdict.award_number) {
    row("Award", "Titre",
        view.verdict.award_number->text +
            Say(language, "; what it rests on: ", " ; ce sur quoi il repose : ") +
            "cartulary trace " + view.verdict.award_number->text);
  }
  if (view.aftermath.withdrawn) {
    row("Withdrawn", "Retiré le", TextOf(*view.aftermath.withdrawn, language));
  }
}

void AddTree(Page& page, const VerdictView& view, TreeDetail detail, Language language) {
  TreePage(page, view, detail, language).Add(view.verdict.root, nullptr, "", "");
}

void AddAssumptions(Page& page, const VerdictView& view, AssumptionDetail detail,
                    Language language) {
  std::vector<const Assumption*> shown;
  std::string settled;
  for (const AssumptionCode& id : view.verdict.assumptions) {
    const Assumption* assumption = FindAssumption(*view.rules, id);
    if (assumption == nullptr) continue;
    if (assumption->settlement && detail == AssumptionDetail::kUnsettled) {
      settled += (settled.empty() ? "" : ", ") + id.text;
    } else {
      shown.push_back(assumption);
    }
  }
  std::size_t id_width = 0;
  std::size_t value_width = 0;
  for (const Assumption* assumption : shown) {
    id_width = std::max(id_width, WidthOf(assumption->id.text) + 2);
    value_width = std::max(value_width, WidthOf(assumption->value) + 2);
  }
  for (const Assumption* assumption : shown) {
    const std::string state =
        assumption->settlement
            ? Say(language, "settled by ", "tranchée par ") + assumption->settlement->article
            : Say(language, "not settled", "non tranchée");
    page.AddLabelled(2, id_width + value_width,
                     Padded(assumption->id.text, id_width) + Padded(assumption->value, value_width),
                     Say(language, assumption->label) + " (" + state + ")");
  }
  if (!settled.empty()) {
    page.Add(2, Say(language, "settled: ", "tranchées : ") + settled, 2);
  }
}

Json HeaderJson(const VerdictView& view) {
  const Verdict& verdict = view.verdict;
  const auto text_or_null = [](const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
  };
  Json json = Stated(view.viewpoint, Json{{"learner",
                                           {{"id", ToText(verdict.learner)},
                                            {"number", text_or_null(view.number)},
                                            {"name", text_or_null(view.name)}}},
                                          {"enrolment",
                                           {{"id", ToText(verdict.enrolment)},
                                            {"ordinal", view.ordinal},
                                            {"route", ToName(verdict.route)},
                                            {"campus", view.enrolment.campus.text},
                                            {"cohort", view.enrolment.cohort.text},
                                            {"entry", ToText(view.entry)},
                                            {"registration", text_or_null(view.registration)},
                                            {"course", IndexesJson(verdict.course)}}},
                                          {"standing",
                                           {{"enrolment", ToName(verdict.enrolment_standing)},
                                            {"certification", ToName(verdict.standing)},
                                            {"conditions_met", verdict.conditions_met}}}});
  if (const auto& opened = view.opened_otherwise) {
    json["enrolment"]["opened_under"] = {{"edition", opened->edition.text},
                                         {"corrected", opened->corrected.value}};
  }
  for (const MergedView& merged : view.merged) {
    json["merged"].push_back({{"other", merged.other}, {"index", merged.index.value}});
  }
  AddPassedOver(view.passed_over, json);
  for (const OpenCase& one : view.cases) {
    json["open_cases"].push_back({{"case", one.id.value},
                                  {"opened", ToText(one.opened)},
                                  {"kind", ToName(one.fact.kind)},
                                  {"direction", ToName(one.fact.direction)}});
  }
  if (view.left) {
    json["left"] = {{"on", ToText(view.left->on)}, {"index", view.left->index.value}};
    if (view.left->goes_on) json["left"]["goes_on_in_enrolment"] = *view.left->goes_on;
  }
  if (view.decision) {
    const DecisionView& decision = *view.decision;
    json["decision"] = {{"decision", ToName(decision.fact.decision)},
                        {"jury", text_or_null(decision.session.text)},
                        {"date", ToText(decision.effective)},
                        {"index", decision.index.value}};
    json["decision"]["minutes"] = decision.minutes ? Json(decision.minutes->value) : Json(nullptr);
  }
  if (verdict.award_number) json["award"] = verdict.award_number->text;
  if (view.decision || verdict.award) json["aftermath"] = ToJson(view.aftermath);
  if (verdict.next_change) json["next_change"] = ToText(*verdict.next_change);
  return json;
}

Json TreeJson(const VerdictNode& node, const VerdictView& view) {
  Json json{{"requirement", node.requirement.text}};
  if (node.block) json["block"] = node.block->text;
  const Requirement* requirement = FindRequirement(*view.rules, node.requirement);
  if (requirement) json["label"] = {{"fr", requirement->label.fr}, {"en", requirement->label.en}};
  json["outcome"] = ToName(node.outcome());
  json["computed"] = ToName(node.computed);
  if (node.decided) json["decided"] = ToName(*node.decided);
  json["reason"] = ToName(node.reason);
  json["text"] = {{"fr", ExplainText(node, Lang::kFrench)},
                  {"en", ExplainText(node, Lang::kEnglish)}};
  json["values"] = Json::object();
  for (const ReadValue& value : node.values) json["values"][value.name] = value.text;
  json["events"] = IndexesJson(node.events);
  if (const auto other = ElsewhereOf(node, view)) json["decided_in_enrolment"] = *other;
  json["assumptions"] = Json::array();
  for (const auto& assumption : node.assumptions) json["assumptions"].push_back(assumption.text);
  if (requirement && !requirement->source.document.empty()) {
    json["source"] = {{"document", requirement->source.document},
                      {"place", requirement->source.place},
                      {"quote", requirement->source.quote}};
  }
  json["children"] = Json::array();
  for (const VerdictNode& child : node.children) json["children"].push_back(TreeJson(child, view));
  return json;
}

Json AssumptionsJson(const VerdictView& view) {
  Json list = Json::array();
  for (const AssumptionCode& id : view.verdict.assumptions) {
    const Assumption* assumption = FindAssumption(*view.rules, id);
    if (assumption == nullptr) continue;
    list.push_back({{"id", id.text},
                    {"label", {{"fr", assumption->label.fr}, {"en", assumption->label.en}}},
                    {"value", assumption->value},
                    {"default", assumption->default_value},
                    {"settled", assumption->settlement.has_value()}});
    if (!assumption->settlement) continue;
    list.back()["settlement"] = {{"document", assumption->settlement->document},
                                 {"sha256", ToText(assumption->settlement->sha256)},
                                 {"article", assumption->settlement->article}};
  }
  return list;
}

}  // namespace cartulary::cli
