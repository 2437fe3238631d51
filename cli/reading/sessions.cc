#include "cli/reading/sessions.h"

#include <algorithm>

#include "core/evaluate/aftermath.h"

namespace cartulary::cli {

std::vector<CandidateConvened> CandidatesOn(const FoldedStream& jury, Date day) {
  std::vector<CandidateConvened> candidates;
  for (const auto& convened : HeldOn<CandidateConvened>(jury, day)) {
    candidates.push_back(*convened.fact);
  }
  return candidates;
}

std::optional<Held<JuryDecisionRecorded>> DecisionOf(const FoldedStream& jury,
                                                     const Dossier& dossier,
                                                     const EnrolmentId& enrolment, Date day) {
  std::optional<Held<JuryDecisionRecorded>> last;
  for (const DecisionState& state : DecisionsOn(dossier, enrolment, day)) {
    if (SubjectOf(state.decision->jury) == jury.subject && !state.IsAnnulled()) {
      last = state.decision;
    }
  }
  return last;
}

bool HasDecided(const FoldedStream& jury, const Dossier& dossier, const EnrolmentId& enrolment,
                Date day) {
  const auto decisions = DecisionsOn(dossier, enrolment, day);
  return std::ranges::any_of(decisions, [&](const DecisionState& state) {
    return SubjectOf(state.decision->jury) == jury.subject;
  });
}

}  // namespace cartulary::cli
