// Checks of a jury, candidate by candidate: how it was composed, who sat, what the minutes say.
#include <algorithm>
#include <array>

#include "core/evaluate/node_context.h"
#include "core/evaluate/reason.h"
#include "core/findings/check_functions.h"

namespace cartulary {
namespace {

Text Explained(const VerdictNode& node) {
  return {ExplainText(node, Lang::kFrench), ExplainText(node, Lang::kEnglish)};
}

Found AboutDecision(const EnrolmentScope& scope, const JudgedDecision& judged, Text text) {
  Found found;
  found.about = judged.decision.entry->index;
  found.text = std::move(text);
  found.evidence = {CitedOf(scope.dossier, *judged.decision.entry)};
  return found;
}

// What a node of the evaluation of the jury says, with the evidence of the whole.
Found OfComposition(const EnrolmentScope& scope, const JudgedDecision& judged,
                    const VerdictNode& node) {
  Found found = AboutDecision(scope, judged, Explained(node));
  const VerdictNode& whole = judged.composition;
  found.evidence.insert(found.evidence.end(), whole.events.begin(), whole.events.end());
  found.evidence.insert(found.evidence.end(), node.events.begin(), node.events.end());
  found.requirement = judged.requirement;
  found.assumptions = whole.assumptions;
  for (const AssumptionCode& assumption : node.assumptions) {
    if (std::ranges::count(found.assumptions, assumption) == 0) {
      found.assumptions.push_back(assumption);
    }
  }
  return found;
}

// The checks of the evaluation whose name begins so, where they fail.
std::vector<Found> Composition(const EnrolmentScope& scope, std::string_view name) {
  std::vector<Found> all;
  for (const JudgedDecision& judged : scope.decisions) {
    for (const VerdictNode& check : judged.composition.children) {
      const std::string_view code = check.requirement.text;
      if (check.computed != Outcome::kNotSatisfied) continue;
      if (!code.substr(code.find('/') + 1).starts_with(name)) continue;
      all.push_back(OfComposition(scope, judged, check));
      const std::size_t dash = code.find('-', code.find('/'));
      if (dash != code.npos) all.back().part = code.substr(dash + 1);
    }
  }
  return all;
}

std::vector<Found> Uncomposed(const EnrolmentScope& scope, Reason reason) {
  std::vector<Found> all;
  for (const JudgedDecision& judged : scope.decisions) {
    if (judged.requirement == nullptr || judged.composition.reason != reason) continue;
    all.push_back(OfComposition(scope, judged, judged.composition));
  }
  return all;
}

// Of those who deliberated: whom `ties` names, with the evidence that it gives.
template <typename Ties>
std::vector<Found> Deliberated(const EnrolmentScope& scope, const Text& text, const Ties& ties_of) {
  std::vector<Found> all;
  for (const JudgedDecision& judged : scope.decisions) {
    Found found = AboutDecision(scope, judged, text);
    for (const PersonId& person : judged.decision->deliberated) {
      const std::vector<Cited> events = ties_of(judged, person);
      if (events.empty()) continue;
      found.persons.push_back(person);
      found.evidence.insert(found.evidence.end(), events.begin(), events.end());
    }
    if (!found.persons.empty()) all.push_back(std::move(found));
  }
  return all;
}

std::vector<Cited> TutoredAs(const Ties& ties, const PersonId& person,
                             std::initializer_list<TutorRole> roles) {
  std::vector<Cited> events;
  const auto tutor = ties.tutors.find(person);
  if (tutor == ties.tutors.end()) return events;
  for (const TutorRole role : roles) {
    const auto of_role = tutor->second.find(role);
    if (of_role == tutor->second.end()) continue;
    events.insert(events.end(), of_role->second.begin(), of_role->second.end());
  }
  return events;
}

}  // namespace

std::vector<Found> JuryNotAppointed(const EnrolmentScope& scope) {
  return Uncomposed(scope, Reason::kJuryNotAppointed);
}
std::vector<Found> JuryOfOtherKind(const EnrolmentScope& scope) {
  return Uncomposed(scope, Reason::kJuryOtherKind);
}
std::vector<Found> JuryStranger(const EnrolmentScope& scope) {
  return Composition(scope, "appointed");
}
std::vector<Found> JurySize(const EnrolmentScope& scope) { return Composition(scope, "size"); }
std::vector<Found> JuryParity(const EnrolmentScope& scope) { return Composition(scope, "parity"); }
std::vector<Found> JuryCollege(const EnrolmentScope& scope) {
  return Composition(scope, "college-");
}
std::vector<Found> JuryShare(const EnrolmentScope& scope) { return Composition(scope, "share"); }
std::vector<Found> JuryCapacity(const EnrolmentScope& scope) {
  return Composition(scope, "capacity");
}
std::vector<Found> JuryChair(const EnrolmentScope& scope) {
  std::vector<Found> all = Composition(scope, "chair");
  for (Found& found : all) {
    const auto judged = std::ranges::find(
        scope.decisions, found.about,
        [](const JudgedDecision& decision) { return decision.decision.entry->index; });
    CiteDelegations(scope.reference.institution, DelegationKind::kRepresentation,
                    judged->decision->chair, judged->decision.entry->effective, found.evidence);
  }
  return all;
}

std::vector<Found> RecusedDeliberated(const EnrolmentScope& scope) {
  return Deliberated(
      scope, Said("deliberated in spite of standing aside", "délibération malgré un déport"),
      [&](const JudgedDecision& judged, const PersonId& person) {
        const auto recused =
            RecusedOn(*judged.jury, scope.dossier, judged.decision.entry->effective);
        const auto at = recused.find(person);
        return at == recused.end() ? std::vector<Cited>() : std::vector{at->second};
      });
}

std::vector<Found> CompanionDeliberated(const EnrolmentScope& scope) {
  return Deliberated(scope,
                     Said("accompanied the candidate's VAE and deliberated",
                          "délibération après avoir accompagné la VAE du candidat"),
                     [](const JudgedDecision& judged, const PersonId& person) {
                       return TutoredAs(judged.ties, person, {TutorRole::kVaeCompanion});
                     });
}

std::vector<Found> TutorDeliberated(const EnrolmentScope& scope) {
  return Deliberated(
      scope,
      Said("deliberated, being or having been tutor of the candidate",
           "délibération en étant ou ayant été tuteur du candidat"),
      [](const JudgedDecision& judged, const PersonId& person) {
        return TutoredAs(judged.ties, person, {TutorRole::kAcademic, TutorRole::kCompany});
      });
}

std::vector<Found> AssessorDeliberated(const EnrolmentScope& scope) {
  return Deliberated(
      scope,
      Said("assessed the candidate and deliberated", "délibération après avoir évalué le candidat"),
      [](const JudgedDecision& judged, const PersonId& person) {
        const auto at = judged.ties.assessors.find(person);
        return at == judged.ties.assessors.end() ? std::vector<Cited>() : at->second;
      });
}

std::vector<Found> DecidedUnconvened(const EnrolmentScope& scope) {
  std::vector<Found> all;
  for (const JudgedDecision& judged : scope.decisions) {
    const auto convened = HeldOn<CandidateConvened>(*judged.jury, judged.decision.entry->effective);
    const bool known = std::ranges::any_of(convened, [&](const auto& candidate) {
      return candidate->enrolment == judged.decision->enrolment;
    });
    if (known || judged.jury->empty()) continue;
    all.push_back(
        AboutDecision(scope, judged,
                      Said("the session decided on a candidate whom it had not convened",
                           "la session a statué sur un candidat qu'elle n'avait pas convoqué")));
  }
  return all;
}

std::vector<Found> MinutesLackDecision(const EnrolmentScope& scope) {
  std::vector<Found> all;
  for (const JudgedDecision& judged : scope.decisions) {
    const auto minutes = HeldOn<MinutesSealed>(*judged.jury, scope.on());
    if (minutes.empty()) continue;  // MINUTES_ABSENT tells it of the session.
    if (MinutesOf(*judged.jury, scope.dossier, *judged.decision.entry) != nullptr) continue;
    all.push_back(
        AboutDecision(scope, judged,
                      Said("the sealed minutes of the session do not contain the decision",
                           "le procès-verbal scellé de la session ne contient pas la "
                           "décision")));
    for (const auto& held : minutes) {
      all.back().evidence.push_back(CitedOf(*judged.jury, *held.entry));
    }
  }
  return all;
}

// Of every decision of the enrolment that the minutes hold, those taken out since included.
std::vector<Found> MinutesDiffer(const EnrolmentScope& scope) {
  std::vector<Found> all;
  for (const Entry& entry : scope.dossier.entries) {
    const auto* decision = std::get_if<JuryDecisionRecorded>(&entry.fact);
    if (decision == nullptr || decision->enrolment != scope.verdict.enrolment) continue;
    if (scope.on() < entry.effective || entry.HoldsOn(scope.on())) continue;
    const EventRef recorded = RecordedAt(scope.dossier, entry);
    const FoldedStream& jury = scope.reference.Jury(decision->jury);
    for (const auto& minutes : HeldOn<MinutesSealed>(jury, scope.on())) {
      const bool minuted = std::ranges::any_of(minutes->decisions, [&](const auto& line) {
        return SubjectOf(line.learner) == recorded.subject && line.version == recorded.version;
      });
      if (!minuted) continue;
      Found found;
      found.about = entry.index;
      const Entry* standing = FindStanding(scope.dossier, entry.version);
      found.text = standing == nullptr || standing == &entry
                       ? Said("the minutes contain a decision that was voided since",
                              "le procès-verbal contient une décision annulée depuis")
                       : Said("the decision was corrected, and the minutes contain it as it was",
                              "la décision a été corrigée, et le procès-verbal la contient telle "
                              "qu'elle était");
      found.evidence = {CitedOf(scope.dossier, entry), CitedOf(jury, *minutes.entry)};
      if (standing != nullptr) found.evidence.push_back(CitedOf(scope.dossier, *standing));
      all.push_back(std::move(found));
      break;
    }
  }
  return all;
}

}  // namespace cartulary
