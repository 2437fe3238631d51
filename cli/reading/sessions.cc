#include "cli/reading/sessions.h"

#include <algorithm>

namespace cartulary::cli {

std::optional<Session> SessionOn(const FoldedStream& jury, Date day) {
  const auto appointed = AppointmentOn(jury, day);
  if (!appointed) return std::nullopt;
  Session session{*appointed, (*appointed)->chair, (*appointed)->members};
  auto amendments = HeldOn<JuryAmended>(jury, day);
  std::stable_sort(amendments.begin(), amendments.end(), [](const auto& a, const auto& b) {
    return a.entry->effective < b.entry->effective;
  });
  for (const auto& amendment : amendments) {
    const auto leave = [&](const PersonId& person) {
      std::erase_if(session.members,
                    [&](const JuryMember& member) { return member.person == person; });
    };
    for (const PersonId& removed : amendment->removed) leave(removed);
    for (const JuryMember& added : amendment->added) {
      leave(added.person);
      session.members.push_back(added);
    }
    if (amendment->chair) session.chair = *amendment->chair;
  }
  return session;
}

std::vector<CandidateConvened> CandidatesOn(const FoldedStream& jury, Date day) {
  std::vector<CandidateConvened> candidates;
  for (const auto& convened : HeldOn<CandidateConvened>(jury, day)) {
    candidates.push_back(*convened.fact);
  }
  return candidates;
}

}  // namespace cartulary::cli
