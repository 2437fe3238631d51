#include "cli/render/uncounted_view.h"

#include <algorithm>

#include "cli/render/words.h"

namespace cartulary::cli {

const VerdictNode* FindOnceMade(const UncountedView& view, const RequirementCode& requirement) {
  const auto at =
      std::find_if(view.once_made.begin(), view.once_made.end(),
                   [&](const VerdictNode& node) { return node.requirement == requirement; });
  return at == view.once_made.end() ? nullptr : &*at;
}

Text PlannedText(const UncountedView& view, const VerdictNode& once_made) {
  Date last = view.planned.front().fact.to;
  for (const PlannedStayView& stay : view.planned) last = std::max(last, stay.fact.to);
  return once_made.outcome() == Outcome::kSatisfied
             ? Said("planned to {0}, would suffice", "prévu jusqu'au {0}, suffirait", last)
             : Said("planned to {0}, would not suffice", "prévu jusqu'au {0}, ne suffirait pas",
                    last);
}

std::vector<std::string> LinesOfPlanned(const UncountedView& view, const VerdictNode& once_made,
                                        Language language) {
  std::vector<std::string> lines;
  for (const PlannedStayView& stay : view.planned) {
    lines.push_back(
        Say(language, stay.overdue ? Said("planned, and not recorded as made: ",
                                          "prévu, et non enregistré comme accompli : ")
                                   : Said("planned, not made: ", "prévu, non accompli : ")) +
        stay.fact.country.text + ", " + ToText(stay.from) + Say(language, " to ", " au ") +
        ToText(stay.fact.to) + ", " + Term(language, stay.fact.kind) + "  [#" +
        std::to_string(stay.index.value) + "]" +
        (stay.overdue ? Say(language, "; record the stay, or void the plan",
                            " ; enregistrer le séjour, ou annuler la prévision")
                      : ""));
  }
  const bool suffices = once_made.outcome() == Outcome::kSatisfied;
  lines.push_back((suffices ? Say(language, "made as planned, it would suffice: ",
                                  "accompli comme prévu, cela suffirait : ")
                            : Say(language, "even made as planned, it would not suffice: ",
                                  "même accompli comme prévu, cela ne suffirait pas : ")) +
                  ExplainText(once_made, LangOf(language)));
  return lines;
}

Text WhyUncounted(const UncountedResult& result, const UncountedView& view) {
  const Text edition = view.repinned ? Said("edition {0}, which binds since #{1},",
                                            "l'édition {0}, applicable depuis le n° {1},",
                                            view.edition, view.repinned->value)
                                     : Said("edition {0}", "l'édition {0}", view.edition);
  return result.because == Uncounted::kPlanUnknown
             ? Said("does not count: {0} has no assessment {1}",
                    "ne compte pas : {0} n'a pas d'évaluation {1}", edition, result.plan)
             : Said("does not count: {0} has the assessment {1} for another cohort or year",
                    "ne compte pas : {0} prévoit l'évaluation {1} pour une autre promotion ou "
                    "année",
                    edition, result.plan);
}

Json ToJson(const UncountedView& view) {
  const auto both = [](const Text& text) { return Json{{"fr", text.fr}, {"en", text.en}}; };
  Json json{{"planned_stays", Json::array()}, {"once_made", Json::array()}};
  for (const PlannedStayView& stay : view.planned) {
    json["planned_stays"].push_back({{"index", stay.index.value},
                                     {"country", stay.fact.country.text},
                                     {"from", ToText(stay.from)},
                                     {"to", ToText(stay.fact.to)},
                                     {"kind", ToName(stay.fact.kind)},
                                     {"overdue", stay.overdue}});
  }
  for (const VerdictNode& node : view.once_made) {
    json["once_made"].push_back(
        {{"requirement", node.requirement.text},
         {"outcome", ToName(node.outcome())},
         {"text",
          {{"fr", ExplainText(node, Lang::kFrench)}, {"en", ExplainText(node, Lang::kEnglish)}}}});
  }
  json["results"] = Json::array();
  for (const UncountedResult& result : view.results) {
    json["results"].push_back({{"index", result.event.index.value},
                               {"plan", result.plan.text},
                               {"why", both(WhyUncounted(result, view))}});
  }
  return json;
}

}  // namespace cartulary::cli
