#include "cli/render/status_page.h"

#include <algorithm>

namespace cartulary::cli {
namespace {

class MissingPage {
 public:
  MissingPage(Page& page, const VerdictView& view, Language language)
      : page_(page), view_(view), language_(language) {}

  // "1. label: outcome", then why and what to do, or the ways to meet it.
  void Add(const Missing& missing, std::size_t indent, const std::string& bullet) {
    const std::size_t below = indent + bullet.size();
    page_.AddPrefixed(std::string(indent, ' ') + bullet, std::string(below, ' '),
                      LabelOf(*missing.node, *view_.rules, language_) +
                          Say(language_, ": ", " : ") + Term(language_, missing.node->outcome()));
    if (!missing.ways.empty()) {
      AddWays(missing, below);
      return;
    }
    AddReason(*missing.node, below);
    AddPlanned(*missing.node, below);
    const std::string remedy = RemedyFor(missing, view_, language_);
    if (!remedy.empty())
      page_.AddPrefixed(std::string(below, ' ') + "-> ", std::string(below + 3, ' '), remedy);
    AddSource(missing, below);
  }

 private:
  void AddWays(const Missing& missing, std::size_t indent) {
    const bool all = missing.needed == missing.ways.size();
    const std::string how_many =
        all ? Say(language_, "all of these:", "tout cela :")
            : std::to_string(missing.needed) + Say(language_, " of these:", " de ces voies :");
    page_.Add(indent, how_many);
    for (const Missing& way : missing.ways) Add(way, indent + 2, "- ");
  }

  void AddReason(const VerdictNode& node, std::size_t indent) {
    std::string text = ExplainText(node, LangOf(language_));
    const std::string events = EventsOf(node.events);
    if (!events.empty()) text += "  [" + events + "]";
    page_.Add(indent, text);
    // Checks of a jury's composition, and waivers that count for nothing.
    for (const VerdictNode& check : node.children) {
      if (!check.requirement.text.starts_with(node.requirement.text + "/")) continue;
      const bool says_why = !IsMet(check.outcome()) || check.reason == Reason::kWaiverNotProvided;
      if (!says_why || check.reason == node.reason) continue;
      page_.Add(indent, "- " + ExplainText(check, LangOf(language_)), 2);
    }
    if (node.decided && *node.decided != node.computed) {
      page_.Add(indent, Say(language_, "the jury decided: ", "le jury a décidé : ") +
                            Term(language_, *node.decided));
    }
  }

  // Stays that are planned: beside what is missing, never in place of it.
  void AddPlanned(const VerdictNode& node, std::size_t indent) {
    const VerdictNode* once_made = FindOnceMade(view_.uncounted, node.requirement);
    if (once_made == nullptr) return;
    for (const std::string& line : LinesOfPlanned(view_.uncounted, *once_made, language_)) {
      page_.Add(indent, line, 2);
    }
  }

  void AddSource(const Missing& missing, std::size_t indent) {
    if (missing.requirement == nullptr) return;
    const std::string source = ShortSourceOf(*missing.requirement, language_);
    if (!source.empty()) page_.Add(indent, source, 2);
  }

  Page& page_;
  const VerdictView& view_;
  Language language_;
};

void AddMissing(Page& page, const VerdictView& view, const std::vector<Missing>& missing,
                bool acts_of_jury, std::string_view heading, Language language) {
  const auto count = std::count_if(missing.begin(), missing.end(), [&](const Missing& part) {
    return part.is_act_of_jury == acts_of_jury;
  });
  if (count == 0) return;
  page.AddHeading(std::string(heading) + " (" + std::to_string(count) + ")");
  int number = 0;
  for (const Missing& part : missing) {
    if (part.is_act_of_jury != acts_of_jury) continue;
    MissingPage(page, view, language).Add(part, 2, std::to_string(++number) + ". ");
  }
}

void AddLeaningOn(Page& page, const VerdictView& view, Language language) {
  const auto& assumptions = view.verdict.assumptions;
  if (assumptions.empty()) return;
  page.AddHeading(
      Say(language, "Assumptions it leans on", "Hypothèses sur lesquelles cela repose") + " (" +
      std::to_string(assumptions.size()) + ")");
  AddAssumptions(page, view, AssumptionDetail::kUnsettled, language);
}

// What can still be done once the learner left.
std::string AfterLeaving(const VerdictView& view, Language language) {
  const std::string day = ToText(view.left->on);
  std::string text =
      Say(language, "on ", "le ") + day + " (#" + std::to_string(view.left->index.value) + ")" +
      Say(language,
          "; nothing later is recorded for this enrolment, what took place by then may still be "
          "entered with its day, and a jury may still decide on it",
          " ; rien d'ultérieur ne s'enregistre pour ce parcours, ce qui a eu lieu d'ici là peut "
          "encore être saisi à son jour, et un jury peut encore en décider");
  if (view.left->goes_on) {
    return text +
           Say(language, "; it goes on in enrolment ", " ; il se poursuit dans le parcours ") +
           std::to_string(*view.left->goes_on);
  }
  return text + Say(language,
                    "; to go on, open another enrolment (EnrolmentOpened): the blocks that a jury "
                    "validated carry over",
                    " ; pour continuer, ouvrir une autre inscription (EnrolmentOpened) : les blocs "
                    "qu'un jury a validés restent acquis");
}

// How what was recorded under another edition can count.
Text ToCount(const VerdictView& view) {
  return Said(
      "these stay on record; for one to count, an assessment of its code is to be planned for this "
      "learner's cohort (AssessmentPlanned, edition {0}, cohort {1}), where the regulations keep "
      "the result; otherwise the assessments of edition {0} are to be taken",
      "ils restent au registre ; pour que l'un compte, prévoir une évaluation de son code pour la "
      "promotion de l'apprenant (AssessmentPlanned, édition {0}, promotion {1}), si le règlement "
      "conserve le résultat ; sinon, passer les évaluations de l'édition {0}",
      view.uncounted.edition, view.enrolment.cohort);
}

// Results that were recorded, and that nothing takes into account.
void AddUncounted(Page& page, const VerdictView& view, Language language) {
  const auto& results = view.uncounted.results;
  if (results.empty()) return;
  page.AddHeading(Say(language, "Recorded results that count for nothing",
                      "Résultats enregistrés qui ne comptent pas") +
                  " (" + std::to_string(results.size()) + ")");
  for (const UncountedResult& result : results) {
    const auto note = view.notes.find(result.event.index);
    page.Add(2,
             "#" + std::to_string(result.event.index.value) + "  " +
                 (note == view.notes.end()
                      ? ""
                      : ToText(note->second.effective) + "  " +
                            Say(language, note->second.summary) + Say(language, ": ", " : ")) +
                 Say(language, WhyUncounted(result, view.uncounted)),
             2);
  }
  if (!view.left) page.AddPrefixed("  -> ", "     ", Say(language, ToCount(view)));
}

Json MissingJson(const Missing& missing, const VerdictView& view) {
  const VerdictNode& node = *missing.node;
  Json json{{"requirement", node.requirement.text}};
  if (node.block) json["block"] = node.block->text;
  json["outcome"] = ToName(node.outcome());
  json["act_of_jury"] = missing.is_act_of_jury;
  json["reason"] = ToName(node.reason);
  json["text"] = {{"fr", ExplainText(node, Lang::kFrench)},
                  {"en", ExplainText(node, Lang::kEnglish)}};
  json["values"] = Json::object();
  for (const ReadValue& value : node.values) json["values"][value.name] = value.text;
  json["events"] = Json::array();
  for (const Cited& cited : node.events) json["events"].push_back(cited.index.value);
  if (missing.ways.empty()) {
    json["remedy"] = {{"fr", RemedyFor(missing, view, Language::kFrench)},
                      {"en", RemedyFor(missing, view, Language::kEnglish)}};
    return json;
  }
  json["needed"] = missing.needed;
  json["ways"] = Json::array();
  for (const Missing& way : missing.ways) json["ways"].push_back(MissingJson(way, view));
  return json;
}

}  // namespace

std::string StatusPage(const VerdictView& view, const std::vector<FindingView>& against, bool full,
                       const Look& look) {
  const Language language = look.language;
  Page page(look.bold);
  AddHeader(page, view, language);
  AddStanding(page, view, language);
  const std::string next = NextActOf(view, language);
  if (!next.empty()) page.AddLabelled(0, kHeadLabelWidth, Say(language, "Next", "Ensuite"), next);
  AddAgainst(page, against, view, language);
  const auto missing = MissingIn(view.verdict.root, *view.rules);
  if (view.left && !missing.empty()) {
    page.AddLabelled(0, kHeadLabelWidth, Say(language, "Left", "Sortie"),
                     AfterLeaving(view, language));
  }
  if (missing.empty()) {
    page.AddHeading(Say(language, "Nothing is missing.", "Rien ne manque."));
  }
  AddMissing(page, view, missing, /*acts_of_jury=*/false, Say(language, "Missing", "Ce qui manque"),
             language);
  AddMissing(page, view, missing, /*acts_of_jury=*/true,
             Say(language, "For the jury", "Ce qui revient au jury"), language);
  AddUncounted(page, view, language);
  AddLeaningOn(page, view, language);
  if (full) {
    page.AddHeading(Say(language, "All requirements", "Toutes les exigences"));
    AddTree(page, view, TreeDetail::kReasons, language);
  }
  if (view.verdict.next_change) {
    page.AddHeading(Say(language, "Without a new event, this can next change on ",
                        "Sans nouvel événement, cela peut changer le ") +
                    ToText(*view.verdict.next_change) + ".");
  }
  return page.text();
}

Json StatusJson(const VerdictView& view, const std::vector<FindingView>& against, bool full) {
  Json json = HeaderJson(view);
  if (!NextActOf(view, Language::kEnglish).empty()) {
    json["next_act"] = {{"fr", NextActOf(view, Language::kFrench)},
                        {"en", NextActOf(view, Language::kEnglish)}};
  }
  if (view.decision) json["serious_findings"] = AgainstJson(against);
  json["missing"] = Json::array();
  for (const Missing& part : MissingIn(view.verdict.root, *view.rules)) {
    json["missing"].push_back(MissingJson(part, view));
  }
  if (!view.uncounted.planned.empty() || !view.uncounted.results.empty()) {
    json["uncounted"] = ToJson(view.uncounted);
  }
  json["assumptions"] = AssumptionsJson(view);
  if (full) json["tree"] = TreeJson(view.verdict.root, view);
  return json;
}

bool IsPositive(const VerdictView& view) {
  if (view.aftermath.support_lost) return false;
  switch (view.verdict.standing) {
    case CertificationStanding::kConditionsMet:
    case CertificationStanding::kAdmitted:
    case CertificationStanding::kAwarded:
      return true;
    case CertificationStanding::kInProgress:
    case CertificationStanding::kConditional:
    case CertificationStanding::kDeferred:
    case CertificationStanding::kPartial:
    case CertificationStanding::kRefused:
    case CertificationStanding::kAwardWithdrawn:
    case CertificationStanding::kDecisionAnnulled:
      return false;
  }
  return false;
}

}  // namespace cartulary::cli
