// A verdict with all that a page needs to show it: the rules that it applies and the events that it
// rests on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/reading/viewpoint.h"
#include "cli/render/aftermath_view.h"
#include "cli/render/event_note.h"
#include "cli/render/look.h"
#include "cli/render/page.h"
#include "cli/render/passed_over.h"
#include "cli/render/uncounted_view.h"
#include "core/evaluate/missing.h"
#include "core/evaluate/verdict.h"
#include "core/facts/decision.h"
#include "core/facts/enrolment.h"
#include "core/facts/system.h"
#include "core/rules/referential.h"

namespace cartulary::cli {

// The decision of a jury that a verdict names or, where none stands, the last that was annulled.
struct DecisionView {
  JuryDecisionRecorded fact;
  Date effective;
  Index index;
  JuryCode session;                // Empty: the session is not known.
  std::optional<Index> appointed;  // Event of the appointment.
  std::optional<Index> minutes;  // Event that seals the minutes holding the decision, if one does.
};

// A session before which the enrolment is convened and which has not decided on it.
struct Convocation {
  JuryCode session;
  Date session_date;
};

// Another registration of the same learner, merged into that of the view and judged with it.
struct MergedView {
  std::string other;  // Its number, or its id.
  Index index;
};

// What ended the enrolment.
struct Leaving {
  Index index;
  Date on;
  std::optional<std::size_t> goes_on;  // In which enrolment, if it was transferred.
};

// An enrolment that was opened under another edition, before that was corrected.
struct OpenedOtherwise {
  EditionCode edition;
  Index corrected;
};

// What Decide would hold against an award of the title.
struct AwardObstacles {
  std::vector<FindingCode> findings;  // In spite of which it may be issued.
  std::optional<AwardNumber> held;    // The learner holds the title already.
};

// A case of the enrolment that nobody has closed.
struct OpenCase {
  Version id;  // By which it is named.
  Date opened;
  CaseOpened fact;
};

struct VerdictView {
  std::string number;  // Student or candidate number; empty: it cannot be read.
  std::string name;    // Empty: it cannot be read.
  EnrolmentOpened enrolment;
  std::string registration;  // Which opened it: its number or id; empty: the learner's own.
  Date entry;
  std::size_t ordinal = 1;  // Of the enrolment, among `enrolments` of the learner.
  std::size_t enrolments = 1;
  // Among those of its registration, as commands that record name it; none for the only one.
  std::optional<std::size_t> ordinal_in_registration;
  Verdict verdict;
  std::shared_ptr<const Referential> rules;
  Viewpoint viewpoint;  // Its rules are those above.
  EventNotes notes;
  std::optional<DecisionView> decision;
  AwardObstacles obstacles;  // While the decision stands.
  AftermathView aftermath;   // Of that decision, and of the award that the verdict names.
  std::optional<Convocation> convened;  // Of several, the last to sit.
  std::vector<MergedView> merged;
  std::vector<PassedOverView> passed_over;  // Of these registrations.
  std::vector<OpenCase> cases;
  std::optional<OpenedOtherwise> opened_otherwise;
  std::optional<Leaving> left;
  // Decisions of the learner's other enrolments, each with the ordinal of its own.
  std::map<Index, std::size_t> decided_elsewhere;
  UncountedView uncounted;
};

// Of the labels at the head of a page.
inline constexpr std::size_t kHeadLabelWidth = 16;

// "22054, now 25054": the registration that was so at the act, and the one that goes on, where it
// was merged into that.
std::string RegistrationText(const std::string& number, const std::string& now, Language language);
// "BC01: Average of the block", or the id where the rules have no such requirement.
std::string LabelOf(const VerdictNode& node, const Referential& rules, Language language);
// "#341 #502"; empty for none.
std::string EventsOf(const std::vector<Cited>& events);
// "« … » — fiche, Modalités d'acquisition, tiret 2"; for what no text asks, the assumption.
std::string SourceOf(const Requirement& requirement, Language language);
// Likewise, of a long sentence only the beginning.
std::string ShortSourceOf(const Requirement& requirement, Language language);
// What to do about a part that is missing, as things stand; empty where only time or an act can
// tell.
std::string RemedyFor(const Missing& missing, const VerdictView& view, Language language);
// What follows the decision: its minutes, the award, what a reserve or a ruling asks for; empty
// where nothing does.
std::string NextActOf(const VerdictView& view, Language language);

// The learner, the enrolment, the rules and the date: how each page begins.
void AddHeader(Page& page, const VerdictView& view, Language language);
// "admitted (admis), jury JD-2025-07, on 2025-07-10 (#620)"
std::string TextOf(const DecisionView& decision, Language language);
// Both axes, the decision and the award.
void AddStanding(Page& page, const VerdictView& view, Language language);

enum class TreeDetail : std::uint8_t {
  kReasons,   // Each requirement with its outcome, reason and the numbers of its events.
  kEvidence,  // Also a line for each event, the assumptions and the sentence of the text.
};
void AddTree(Page& page, const VerdictView& view, TreeDetail detail, Language language);

// The assumptions that the verdict leans on: id, value, question, and the article that settled it.
enum class AssumptionDetail : std::uint8_t {
  kUnsettled,  // Of those that are settled, only the names.
  kAll,
};
void AddAssumptions(Page& page, const VerdictView& view, AssumptionDetail detail,
                    Language language);

// Header and standing; the caller adds to it.
Json HeaderJson(const VerdictView& view);
Json TreeJson(const VerdictNode& node, const VerdictView& view);
Json AssumptionsJson(const VerdictView& view);

}  // namespace cartulary::cli
