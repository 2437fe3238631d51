// What other rules make of an enrolment: two verdicts on it, at one date, compared. Pure. A replay
// is made of these; it compares what is computed, and never awards or takes away.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/evaluate/verdict.h"
#include "core/facts/system.h"
#include "core/fold/dossier.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary {

// For the learner: what speaks for them now and did not; or what no longer supports an act.
enum class Direction : std::uint8_t {
  kFavourable = 1,
  kContestable = 2,
};
constexpr auto NamesOf(Direction) {
  return std::to_array<EnumName<Direction>>({
      {Direction::kFavourable, "favourable", "favorable"},
      {Direction::kContestable, "contestable", "contestable"},
  });
}

// The act that stands on the enrolment.
enum class ImpactOn : std::uint8_t {
  kAward = 1,
  kAdmission = 2,  // Conditional or not, without an award yet.
  kRefusal = 3,    // Deferred, partial or refused.
  kNone = 4,       // The enrolment goes on, or what was granted was taken back.
};
constexpr auto NamesOf(ImpactOn) {
  return std::to_array<EnumName<ImpactOn>>({
      {ImpactOn::kAward, "award", "titre délivré"},
      {ImpactOn::kAdmission, "admission", "admission"},
      {ImpactOn::kRefusal, "refusal", "refus"},
      {ImpactOn::kNone, "none", "aucun acte"},
  });
}

// A requirement whose computed outcome is not the same. One that a text does not have counts as not
// applicable there.
struct Flip {
  RequirementCode requirement;
  std::optional<BlockCode> block;
  std::optional<VerdictNode> before;  // Without its children; empty: that text does not ask it.
  std::optional<VerdictNode> after;   // Likewise.
  bool is_cause = false;  // No requirement below it flips: the others follow from these.
  // A jury decided otherwise than was computed, here or above, and what counts stays as it is.
  bool is_appreciation = false;
  friend bool operator==(const Flip&, const Flip&) = default;
};

struct Impact {
  LearnerId learner;
  EnrolmentId enrolment;
  Route route{};
  CertificationStanding standing_before{};
  CertificationStanding standing_after{};
  bool met_before = false;  // Verdict::conditions_met
  bool met_after = false;
  ImpactOn act{};
  // None: what counts for that act is as it was, though a requirement flips.
  std::optional<Direction> direction;
  std::optional<Cited> decision;
  std::optional<Date> decided;  // Day of the decision.
  std::optional<Cited> award;
  std::optional<AwardNumber> award_number;
  std::vector<Flip> flips;  // In the order of the tree after, then what only the one before has.
  friend bool operator==(const Impact&, const Impact&) = default;
};

// None if nothing differs: neither a standing nor the outcome of a requirement.
//
// A grant is contestable where what counts for it is met before and not after, or where its jury
// decided a requirement as it was computed and the computation no longer says so; a refusal is
// answered likewise. Where the jury departed from what was computed, that is its appreciation: it
// stays, whatever the rules.
// Precondition: both are verdicts on one enrolment at one date; `dossier` is that of both.
std::optional<Impact> ImpactOf(const Verdict& before, const Verdict& after, const Dossier& dossier);

// What of it must go to a jury, an authority or a court: a grant that is contestable (an admission
// as an award), a refusal that is answered. None: nothing follows for an act. `applied` is unset.
std::optional<CaseOpened> CaseOf(const Impact& impact);

// The last day on which an administration may withdraw, of its own accord, a decision that created
// rights: four months from it (code des relations entre le public et l'administration, L242-1).
// Fraud and courts are not bound by it.
Date LastDayToWithdraw(Date decided);

}  // namespace cartulary
