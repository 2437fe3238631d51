// The checks: one row of the table for each (table.cc) and one function. docs/reference/findings.md
// lists them. A check is pure: it looks at one scope and says what it found there.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/evaluate/aftermath.h"
#include "core/evaluate/jury.h"
#include "core/event.h"
#include "core/findings/finding.h"
#include "core/findings/session_law.h"
#include "core/fold/dossier.h"
#include "core/statistics.h"

namespace cartulary {

// A decision that stands, with how its jury was composed for the candidate and who is tied to them.
struct JudgedDecision {
  Held<JuryDecisionRecorded> decision;
  const FoldedStream* jury;
  const Requirement* requirement;  // That tests the jury; nullptr: the rules have none.
  VerdictNode composition;         // Without it, empty.
  Ties ties;
};

// One enrolment and the verdict on it. Borrows.
struct EnrolmentScope {
  const Dossier& dossier;
  const Reference& reference;
  const Referential& rules;
  const Verdict& verdict;
  std::vector<JudgedDecision> decisions{};  // That stand, the latest last.
  std::vector<AwardState> awards{};
  bool met_by_rules = false;  // See MetByRules.
  // Sessions that convened the learner; only asked for where AsksForSessions.
  std::vector<const FoldedStream*> sessions{};
  std::optional<Date> store_made{};  // The register's first day; none: it is not known.

  Date on() const { return verdict.on; }
  const JudgedDecision* LastDecision() const {
    return decisions.empty() ? nullptr : &decisions.back();
  }
  // The title that stands; nullptr for none.
  const AwardState* Award() const;
};
// Whether everything that a jury looks at is met by the rules alone, without what a jury decided
// where the rules let it.
bool MetByRules(const Verdict& verdict, const Referential& rules);

// All but the sessions and the register's first day.
EnrolmentScope ScopeOf(const Dossier& dossier, const Reference& reference, const Referential& rules,
                       const Verdict& verdict);
// Everything is met, and no title is granted: it matters whether a jury is to sit.
bool AsksForSessions(const EnrolmentScope& scope);

// A learner, whatever the enrolment.
struct LearnerScope {
  const Dossier& dossier;
  const FoldedStream& institution;
  Date on;
  std::optional<Date> store_made{};  // As of an enrolment.
};

// A ruling of a court on a session as a whole.
struct SessionRuling {
  Cited event;
  CourtOutcome outcome{};
  ActCode act;
  Date day;
};

// What a session decided, over all candidates.
struct Deliberations {
  std::vector<Cited> decisions;           // That stand.
  std::map<PersonId, Cited> persons;      // Who deliberated, with one of these that says so.
  std::map<EventRef, PersonId> chairs{};  // Of every decision recorded, by where it was.
  // Of the decisions, those to be recorded as they were taken, which take the place of no other.
  std::vector<Cited> first_decisions{};
  std::vector<SessionRuling> rulings{};  // By which something is annulled or suspended.
};
void AddDeliberations(std::map<JuryId, Deliberations>& all, const Dossier& dossier, Date on,
                      std::optional<Date> store_made = std::nullopt);

struct SessionScope {
  const FoldedStream& jury;
  const FoldedStream& institution;
  const Session& session;
  const Deliberations& deliberations;
  Date on;
  std::optional<Date> store_made{};  // As of an enrolment.
};

// What a decision, a title or the appointment of a jury leans on, entered long after its day and
// once that act was recorded: an office, a delegation, an accreditation, an attendance, a
// notification.
struct LateGround {
  Text lateness;            // How long after its day.
  std::vector<Cited> acts;  // Those recorded before; never empty.
};
using LateGrounds = std::map<Cited, LateGround>;
// Of the decisions that stand on an enrolment, and of its title.
void AddLateGrounds(LateGrounds& all, const EnrolmentScope& scope);
// Of the appointment of a session, if that decided on somebody.
void AddLateGrounds(LateGrounds& all, const SessionScope& scope);

struct InstitutionScope {
  const FoldedStream& institution;
  const LateGrounds& late_grounds;
  Date on;
  std::optional<Date> store_made{};  // As of an enrolment.
};

// A certification: its editions, and its awards of each year.
struct CertificationScope {
  const FoldedStream& referential;
  // The rules applied, each with the event that published them.
  std::vector<std::pair<const Entry*, const Referential*>> rules{};
  const Figures& figures;
  const std::map<int, Cited>& last_awards;  // Of each year of the figures.
  Date on;
};

// Certificates of a language with one number, of several learners.
struct SharedNumberScope {
  std::vector<Cited> certificates;  // One for each learner.
};

// An act in which two persons must have a hand: one does it, or prepared what another approves.
struct FourEyesAct {
  Cited act;
  std::optional<Cited> prepared{};  // What it approves, where that is another event.
  std::set<PersonId> doing{};
  std::set<PersonId> approving{};
  bool one_account = false;  // Of the computer, on both sides.
};
// Of an event with an approver; none of one without, or which only goes along with another of its
// commit, as the number of a title does with the title.
std::optional<FourEyesAct> FourEyesActOf(const Event& event);
// Of a RevisionApplied, with the RevisionPublished of that revision.
FourEyesAct FourEyesActOf(const Event& published, const Event& applied);

template <typename Scope>
using CheckOf = std::vector<Found> (*)(const Scope&);

struct Check {
  CheckInfo info;
  std::variant<CheckOf<EnrolmentScope>, CheckOf<LearnerScope>, CheckOf<SessionScope>,
               CheckOf<InstitutionScope>, CheckOf<CertificationScope>, CheckOf<SharedNumberScope>,
               CheckOf<FourEyesAct>>
      run;
};

// The check whose findings are about an event of any stream, on which others lean.
inline constexpr std::string_view kGroundEnteredLate = "GROUND_ENTERED_LATE";

// In the order in which the reference lists them.
std::span<const Check> Checks();
// nullptr if there is none of that code.
const Check* FindCheck(std::string_view code);

// Runs the checks of a scope, each finding handed to `take`.
template <typename Scope>
void RunChecks(const Scope& scope, const std::function<void(Finding)>& take) {
  for (const Check& check : Checks()) {
    const auto* run = std::get_if<CheckOf<Scope>>(&check.run);
    if (run == nullptr) continue;
    for (Found& found : (*run)(scope)) take(FindingOf(check.info, std::move(found)));
  }
}

}  // namespace cartulary
