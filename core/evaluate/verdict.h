// The verdict: what Evaluate makes of one enrolment under one revision of the rules, at a date. The
// tree explains itself: each node says what was asked, what was found, on which events it rests and
// which sentence it comes from (by the requirement's id, in the rules).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/code.h"
#include "core/evaluate/reason.h"
#include "core/facts/vocabulary.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary {

// What a requirement comes to. Pending: more evidence can still satisfy it.
enum class Outcome : std::uint8_t {
  kSatisfied = 1,
  kNotSatisfied = 2,
  kPending = 3,
  kNotApplicable = 4,
  kWaived = 5,
};
constexpr auto NamesOf(Outcome) {
  return std::to_array<EnumName<Outcome>>({
      {Outcome::kSatisfied, "satisfied", "acquis"},
      {Outcome::kNotSatisfied, "not_satisfied", "non acquis"},
      {Outcome::kPending, "pending", "en attente"},
      {Outcome::kNotApplicable, "not_applicable", "sans objet"},
      {Outcome::kWaived, "waived", "dispensé"},
  });
}

// First axis: where the learner is.
enum class EnrolmentStanding : std::uint8_t {
  kEnrolled = 1,
  kRepeating = 2,
  kSuspended = 3,
  kLeft = 4,
};
constexpr auto NamesOf(EnrolmentStanding) {
  return std::to_array<EnumName<EnrolmentStanding>>({
      {EnrolmentStanding::kEnrolled, "enrolled", "inscrit"},
      {EnrolmentStanding::kRepeating, "repeating", "redoublant"},
      {EnrolmentStanding::kSuspended, "suspended", "interrompu"},
      {EnrolmentStanding::kLeft, "left", "sorti"},
  });
}

// Second axis: where the certification is.
enum class CertificationStanding : std::uint8_t {
  kInProgress = 1,
  kConditionsMet = 2,
  kAdmitted = 3,
  kConditional = 4,
  kDeferred = 5,
  kPartial = 6,
  kRefused = 7,
  kAwarded = 8,
  kAwardWithdrawn = 9,
  kDecisionAnnulled = 10,
};
constexpr auto NamesOf(CertificationStanding) {
  return std::to_array<EnumName<CertificationStanding>>({
      {CertificationStanding::kInProgress, "in_progress", "en cours"},
      {CertificationStanding::kConditionsMet, "conditions_met", "conditions réunies"},
      {CertificationStanding::kAdmitted, "admitted", "admis"},
      {CertificationStanding::kConditional, "conditional", "admis sous réserve"},
      {CertificationStanding::kDeferred, "deferred", "ajourné"},
      {CertificationStanding::kPartial, "partial", "validation partielle"},
      {CertificationStanding::kRefused, "refused", "refusé"},
      {CertificationStanding::kAwarded, "awarded", "diplômé"},
      {CertificationStanding::kAwardWithdrawn, "award_withdrawn", "titre retiré"},
      {CertificationStanding::kDecisionAnnulled, "decision_annulled", "annulé"},
  });
}

// An event that a node rests on.
struct Cited {
  Subject subject;
  Version version;
  Index index;
  friend auto operator<=>(const Cited&, const Cited&) = default;
};

// A value that was compared: "days" = "83", "min" = "84". The name is stable and English; the text
// is a decimal, a date, a code, a count or the name of an enumerator.
struct ReadValue {
  std::string name;
  std::string text;
  friend bool operator==(const ReadValue&, const ReadValue&) = default;
};

// One requirement, evaluated; under each_block, once for each block. The children of a `jury` are
// its checks, whose ids are the requirement's, '/' and a name: they are not in the rules.
struct VerdictNode {
  RequirementCode requirement;
  std::optional<BlockCode> block;
  Outcome computed{};  // By the rules alone.
  // With what a jury decided, here or in a requirement below, where the rules let it.
  std::optional<Outcome> decided;
  Reason reason{};  // Of the computed outcome.
  std::vector<ReadValue> values;
  std::vector<Cited> events;                // In the order of their index, each once.
  std::vector<AssumptionCode> assumptions;  // Read by this node itself, in order.
  std::vector<VerdictNode> children;
  friend bool operator==(const VerdictNode&, const VerdictNode&) = default;

  // What counts.
  Outcome outcome() const { return decided.value_or(computed); }
};

// Why a result that was recorded for the enrolment counts for nothing.
enum class Uncounted : std::uint8_t {
  kPlanUnknown = 1,  // The edition that binds has no such assessment.
  kPlanOfOthers,     // It has it for another cohort or year.
};

struct UncountedResult {
  Cited event;
  PlanCode plan;
  Uncounted because{};
  friend bool operator==(const UncountedResult&, const UncountedResult&) = default;
};

struct Verdict {
  LearnerId learner;
  EnrolmentId enrolment;
  CertificationCode certification;
  EditionCode edition;
  std::uint32_t revision = 0;
  Date on;
  Route route{};
  EnrolmentStanding enrolment_standing{};
  // The events since the opening of the enrolment on which route, edition and enrolment standing
  // rest, in the order of their index.
  std::vector<Cited> course;
  CertificationStanding standing{};
  // The tree is satisfied or waived when its requirements of the kinds jury and jury_decision are
  // left out (what a jury that decided left open is not): all that it looks at, before it decides.
  bool conditions_met = false;
  VerdictNode root;
  std::vector<AssumptionCode> assumptions;  // All that the tree read, sorted, each once.
  // In the order of their index. Results that the edition asks for without counting them, as it
  // does of formative assessments, are none of these.
  std::vector<UncountedResult> uncounted;
  // The decision that stands and the award, where there are.
  std::optional<Cited> decision;
  std::optional<Cited> award;
  std::optional<AwardNumber> award_number;
  // The first date after `on` at which the result can change without a new event.
  std::optional<Date> next_change;
  friend bool operator==(const Verdict&, const Verdict&) = default;
};

}  // namespace cartulary
