#include "cli/render/difference_page.h"

#include <algorithm>
#include <utility>

#include "cli/render/rules_page.h"
#include "cli/render/verdict_view.h"

namespace cartulary::cli {
namespace {

Text HeadingOf(RulesPart part) {
  switch (part) {
    case RulesPart::kRequirement:
      return {"Exigences", "Requirements"};
    case RulesPart::kAssumption:
      return {"Hypothèses", "Assumptions"};
    case RulesPart::kEdition:
      return {"Édition", "Edition"};
    case RulesPart::kRoute:
      return {"Voies d'accès", "Routes"};
    case RulesPart::kBlock:
      return {"Blocs de compétences", "Blocks"};
    case RulesPart::kCondition:
      return {"Conditions d'acquisition, mot à mot", "Conditions of acquisition, word for word"};
    case RulesPart::kJury:
      return {"Jurys, mot à mot", "Juries, word for word"};
    case RulesPart::kScoreTable:
      return {"Barèmes", "Score tables"};
    case RulesPart::kDocument:
      return {"Documents", "Documents"};
    case RulesPart::kUnknown:
      return {"Silences du texte", "What the text does not tell"};
    case RulesPart::kStatistics:
      return {"Statistiques", "Statistics"};
    case RulesPart::kRules:
      break;
  }
  return {"Certification", "Certification"};
}

// The text that has the part: of one that was removed, the former.
const Referential& TextWith(const PartDifference& part, const DifferenceView& view) {
  return part.change == PartChange::kRemoved ? *view.before.rules : *view.after.rules;
}

const Assumption* FindAssumptionOf(const PartDifference& part, const DifferenceView& view) {
  if (part.part != RulesPart::kAssumption) return nullptr;
  return FindAssumption(TextWith(part, view), AssumptionCode{part.id});
}

bool BecameSettled(const PartDifference& part, const DifferenceView& view) {
  const Assumption* assumption = FindAssumptionOf(part, view);
  if (assumption == nullptr || !assumption->settlement) return false;
  const Assumption* former = FindAssumption(*view.before.rules, assumption->id);
  return part.change != PartChange::kRemoved && (former == nullptr || !former->settlement);
}

std::string Written(const std::optional<FieldValue>& value, Language language) {
  if (!value) return Say(language, "none", "aucun");
  if (!value->assumption) return value->text.empty() ? "\"\"" : value->text;
  return value->text + Say(language, " (assumption ", " (hypothèse ") + value->assumption->text +
         ")";
}

class Differences {
 public:
  Differences(Page& page, const DifferenceView& view, Language language)
      : page_(page), view_(view), language_(language) {}

  void Add() {
    for (const auto& name : kEnumNames<RulesPart>) AddPartsOf(name.value);
  }

 private:
  void AddPartsOf(RulesPart kind) {
    const auto count = std::count_if(view_.differences.begin(), view_.differences.end(),
                                     [&](const PartDifference& part) { return part.part == kind; });
    if (count == 0) return;
    page_.AddHeading(Say(language_, HeadingOf(kind)) + " (" + std::to_string(count) + ")");
    for (const PartDifference& part : view_.differences) {
      if (part.part == kind) AddPart(part);
    }
  }

  void AddPart(const PartDifference& part) {
    std::string head = part.id.empty() ? "" : part.id + ", ";
    head += Short(language_, part.change);
    const std::string label = LabelOf(part);
    if (!label.empty()) head += Say(language_, ": ", " : ") + label;
    page_.Add(2, head, 2);
    for (const FieldDifference& field : part.fields) AddField(part, field);
    const std::string source = Sentence(part);
    if (!source.empty()) page_.Add(4, source, 2);
  }

  void AddField(const PartDifference& part, const FieldDifference& field) {
    const std::string name = field.field + Say(language_, ": ", " : ");
    std::string text =
        Written(part.change == PartChange::kRemoved ? field.before : field.after, language_);
    if (part.change == PartChange::kChanged) {
      text = Written(field.before, language_) + " -> " + text;
    }
    page_.Add(4, name + text, 2);
  }

  std::string LabelOf(const PartDifference& part) const {
    if (part.part == RulesPart::kRequirement) {
      return Say(language_,
                 FindRequirement(TextWith(part, view_), RequirementCode{part.id})->label);
    }
    const Assumption* assumption = FindAssumptionOf(part, view_);
    if (assumption == nullptr) return "";
    std::string text = Say(language_, assumption->label);
    if (BecameSettled(part, view_)) {
      text += Say(language_, " SETTLED by ", " TRANCHÉE par ") + assumption->settlement->article +
              Say(language_, " of ", " de ") + assumption->settlement->document;
    }
    return text;
  }

  // The sentence that a requirement comes from, or what leans on an assumption.
  std::string Sentence(const PartDifference& part) const {
    if (part.part == RulesPart::kRequirement) {
      return SourceOf(*FindRequirement(TextWith(part, view_), RequirementCode{part.id}), language_);
    }
    const Assumption* assumption = FindAssumptionOf(part, view_);
    if (assumption == nullptr) return "";
    const std::string leaning = LeaningOn(TextWith(part, view_), assumption->id);
    if (leaning.empty()) return Say(language_, "nothing leans on it", "rien ne repose dessus");
    return Say(language_, "leaning on it: ", "reposent dessus : ") + leaning;
  }

  Page& page_;
  const DifferenceView& view_;
  Language language_;
};

Json ToJson(const std::optional<FieldValue>& value) {
  if (!value) return nullptr;
  return {{"value", value->text},
          {"assumption", value->assumption ? Json(value->assumption->text) : Json(nullptr)}};
}

Json Cell(const std::optional<FieldValue>& value) { return value ? Json(value->text) : Json(); }
Json AssumptionCell(const std::optional<FieldValue>& value) {
  return value && value->assumption ? Json(value->assumption->text) : Json();
}

}  // namespace

DifferenceView Compare(NamedRules before, NamedRules after) {
  auto differences = DifferenceOf(*before.rules, *after.rules);
  return {std::move(before), std::move(after), std::move(differences)};
}

void AddDifferences(Page& page, const DifferenceView& view, Language language) {
  if (view.differences.empty()) {
    page.Add(0, Say(language, "They ask the same.", "Les deux textes demandent la même chose."));
    return;
  }
  Differences(page, view, language).Add();
}

std::string DifferencePage(const DifferenceView& view, const Look& look) {
  Page page(look.bold);
  page.Add(0, view.before.name + " -> " + view.after.name);
  AddDifferences(page, view, look.language);
  return page.text();
}

Rows DifferenceRows(const DifferenceView& view) {
  Rows rows;
  const auto column = [](const char* key, const Text& heading) { return Column{key, heading}; };
  const Text assumption = Said("ASSUMPTION", "HYPOTHÈSE");
  rows.columns = {
      column("part", Said("PART", "PARTIE")),         column("id", Said("ID", "CODE")),
      column("change", Said("CHANGE", "CHANGEMENT")), column("field", Said("FIELD", "CHAMP")),
      column("before", Said("BEFORE", "AVANT")),      column("before_assumption", assumption),
      column("after", Said("AFTER", "APRÈS")),        column("after_assumption", assumption)};
  for (const PartDifference& part : view.differences) {
    for (const FieldDifference& field : part.fields) {
      rows.rows.push_back({std::string(ToName(part.part)), part.id,
                           std::string(ToName(part.change)), field.field, Cell(field.before),
                           AssumptionCell(field.before), Cell(field.after),
                           AssumptionCell(field.after)});
    }
  }
  return rows;
}

Json ToJson(const DifferenceView& view) {
  Json json{
      {"before", view.before.name}, {"after", view.after.name}, {"differences", Json::array()}};
  for (const PartDifference& part : view.differences) {
    Json one{{"part", ToName(part.part)},
             {"id", part.id.empty() ? Json(nullptr) : Json(part.id)},
             {"change", ToName(part.change)}};
    if (part.part == RulesPart::kAssumption) one["settled"] = BecameSettled(part, view);
    one["fields"] = Json::array();
    for (const FieldDifference& field : part.fields) {
      one["fields"].push_back({{"field", field.field},
                               {"before", ToJson(field.before)},
                               {"after", ToJson(field.after)}});
    }
    json["differences"].push_back(std::move(one));
  }
  return json;
}

}  // namespace cartulary::cli
