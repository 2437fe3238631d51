// Decide: whether a command may become events, and which. Pure: what it looks at arrives as an
// argument. It refuses what cannot be true or is not allowed; what others did and is irregular is
// recorded, and becomes a finding of whoever evaluates it.
//
// A caller prepares any command the same way:
//   1. fold the command's stream: `target`;
//   2. load what NeedsOf(command) and CitationsOf(target) name, as DecideContext says;
//   3. load the rules that RulesNeeded(command, context) names, and the text of a revision;
//   4. if NeedsOf says so, evaluate the enrolment at the command's effective date;
//   5. Decide, then append what it gives with the expectations that `target` implies.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/code.h"
#include "core/decide/command.h"
#include "core/decide/rejection.h"
#include "core/evaluate/verdict.h"
#include "core/fold/dossier.h"
#include "core/fold/fold.h"
#include "core/ids.h"
#include "core/rules/referential.h"
#include "core/time.h"

namespace cartulary {

// The findings that an award may be issued in spite of.
inline constexpr std::string_view kFindingJuryIrregular = "JURY_IRREGULAR";
inline constexpr std::string_view kFindingRequirementUnmet = "REQUIREMENT_UNMET";
inline constexpr std::string_view kFindingAssumptionUnsettled = "ASSUMPTION_UNSETTLED";

// What speaks against awarding the title on a decision, of what it may be awarded in spite of.
// JURY_IRREGULAR: the rules hold it against the jury, or the law (core/findings/session_law.h), or
// who chaired signed none of the minutes that hold the decision. That is of the learner, whose
// `dossier` is the joined one (core/fold/join.h) if there are several; `reference` has its jury and
// the institution.
std::vector<FindingCode> FindingsAgainst(const Verdict& verdict, const Referential& rules,
                                         const Dossier& dossier,
                                         const Held<JuryDecisionRecorded>& decision,
                                         const Reference& reference);

// What only one subject may have.
enum class ClaimKind : std::uint8_t {
  kStudentNumber = 1,
  kStaffNumber = 2,
  kJuryCode = 3,
  kAwardNumber = 4,
};
constexpr auto NamesOf(ClaimKind) {
  return std::to_array<EnumName<ClaimKind>>({
      {ClaimKind::kStudentNumber, "student", "numéro d'étudiant"},
      {ClaimKind::kStaffNumber, "staff", "matricule"},
      {ClaimKind::kJuryCode, "jury", "code de session"},
      {ClaimKind::kAwardNumber, "award_number", "numéro de diplôme"},
  });
}
struct Claim {
  ClaimKind kind{};
  Lookup number;     // Of a student or staff number.
  std::string code;  // Of a session or an award.
  friend bool operator==(const Claim&, const Claim&) = default;
};

struct Needs {
  // The streams that the command names, its actors among the persons.
  Citations streams;
  std::optional<Claim> claim;  // Whose holder Decide asks for.
  bool verdict = false;        // Of the command's enrolment at its effective date.
};
Needs NeedsOf(const Command& command);

// The registration under which an act that answers a case is recorded: that of the award or
// decision concerned, which may have been merged into the learner's, or else the learner's.
LearnerId RegistrationOf(const CaseOpened& opened);

// What Decide may look at. Everything is folded at one index. Borrowed; must outlive the call.
struct DecideContext {
  // The command's stream, in whole. nullptr or empty if there is none yet.
  const FoldedStream* target = nullptr;
  // The institution; the referentials and juries that the command or `target` cite; the persons
  // that the command names. What is not there counts as unknown. nullptr: nothing is known.
  const Reference* reference = nullptr;
  // The dossiers of the learners that the command names: for a jury's stream, those that `target`
  // names too; for the system's, the registration of the case.
  std::map<LearnerId, const Dossier*> learners;
  // The other registrations of the command's learner, by the mergers until its effective date.
  std::vector<const Dossier*> other_registrations;
  // Who holds the command's claim, if somebody does. Of an award number: its stream, once it is.
  std::optional<Subject> holder;
  // The stream of the award number, for an award (core/subjects.h).
  Subject award_number;
  // The stream of the system, for a revision applied (core/subjects.h).
  Subject system;
  // Who recorded the revision that a RevisionApplied names; empty if there is none.
  std::optional<Actor> publisher;
  // The revision that RulesNeeded names; nullptr if there is none.
  const Referential* rules = nullptr;
  // The rules of the text that a RevisionPublished names; nullptr if they cannot be read.
  const Referential* text = nullptr;
  // See Needs::verdict; nullptr when there are no rules.
  const Verdict* verdict = nullptr;
  Date today;  // Civil date of the recording.
  // The last entry in the certification of an EditionPublished; empty: nobody entered it yet.
  std::optional<Date> last_entry;
  // The day on which the store was made; empty: it is being made. Before it, nobody recorded.
  std::optional<Date> store_made;
};

// The rules that Decide asks for.
struct RulesKey {
  CertificationCode certification;
  EditionCode edition;
  std::optional<std::uint32_t> revision;  // Empty: the one that is applied.
  friend bool operator==(const RulesKey&, const RulesKey&) = default;
};
// None if the command needs none, or if Decide refuses it without. Reads `target` and `reference`.
std::optional<RulesKey> RulesNeeded(const Command& command, const DecideContext& context);

struct Decided {
  StreamKind kind{};
  Subject subject;
  Fact fact;
};

// The facts to append in one commit, in order, or the rule that says no. The first is the command's
// own, completed where the program chooses (edition, revision, findings overridden), and takes its
// sealed pieces; all are attributed as the command is. A fact of another stream opens that stream;
// LearnersMerged goes on in the other learner's, CaseOpened in the system's.
using Decision = std::variant<std::vector<Decided>, Rejection>;

Decision Decide(const Command& command, const DecideContext& context);

}  // namespace cartulary
