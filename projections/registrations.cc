#include "projections/registrations.h"

#include <set>
#include <utility>
#include <vector>

namespace cartulary {

Result<std::vector<Dossier>> LoadMerged(const Dossier& own, Date on, const StreamLoader& load) {
  std::vector<Dossier> merged;
  std::set<LearnerId> seen{IdFrom<LearnerId>(own.subject)};
  std::vector<LearnerId> next = MergedInto(own, on);
  while (!next.empty()) {
    const LearnerId other = next.back();
    next.pop_back();
    if (!seen.insert(other).second) continue;
    CARTULARY_ASSIGN_OR_RETURN(Dossier dossier, load(SubjectOf(other)));
    for (const LearnerId& further : MergedInto(dossier, on)) next.push_back(further);
    merged.push_back(std::move(dossier));
  }
  return merged;
}

Result<Dossier> JoinRegistrations(Dossier own, Date on, const StreamLoader& load) {
  CARTULARY_ASSIGN_OR_RETURN(const auto merged, LoadMerged(own, on, load));
  if (merged.empty()) return own;
  return Join(own, merged);
}

Result<Dossier> FollowMergers(Dossier own, Date on, const StreamLoader& load) {
  std::set<LearnerId> seen{IdFrom<LearnerId>(own.subject)};
  for (auto next = SurvivorOf(own, on); next && seen.insert(*next).second;
       next = SurvivorOf(own, on)) {
    CARTULARY_ASSIGN_OR_RETURN(own, load(SubjectOf(*next)));
  }
  return own;
}

}  // namespace cartulary
