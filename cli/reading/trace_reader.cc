#include "cli/reading/trace_reader.h"

#include <algorithm>
#include <set>
#include <utility>

#include "cli/output/text.h"
#include "cli/reading/aftermath_reader.h"
#include "cli/reading/findings_reader.h"
#include "cli/reading/sessions.h"
#include "core/fold/editions.h"
#include "core/subjects.h"

namespace cartulary::cli {
namespace {

Failure NoAward(std::string_view number) {
  return Failure{.status = ExitStatus::kNotFound,
                 .message = Said("no award has the number '{0}'",
                                 "aucun titre n'a le numéro « {0} »", Shortened(number)),
                 .hint = Said("`cartulary list awards` shows those that were issued",
                              "`cartulary list awards` montre ceux qui ont été délivrés")};
}

// Who was awarded the number, and by which event of that learner's stream.
OrFailure<EventRef> FindAward(Reading& reading, std::string_view text) {
  const auto number = AwardNumber::Parse(text);
  if (!number) return NoAward(text);
  const Subject subject = SubjectOf(reading.store().hasher(), *number);
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream stream, reading.reader().LoadStream(subject));
  for (auto entry = stream.entries.rbegin(); entry != stream.entries.rend(); ++entry) {
    if (const auto* taken = std::get_if<AwardNumberTaken>(&entry->fact)) return taken->award;
  }
  return NoAward(text);
}

Result<Hash> LeafOfLast(Reading& reading) {
  Hash leaf;
  const std::uint64_t size = reading.reader().size();
  if (size == 0) return leaf;
  CARTULARY_RETURN_IF_ERROR(reading.store().log().ReadLog(
      Index{size - 1}, [&](const Event&, std::string_view message) -> Result<Visit> {
        leaf = reading.store().hasher().LeafHash(message);
        return Visit::kStop;
      }));
  return leaf;
}

Result<std::optional<EventNote>> NoteAt(Reading& reading, const Subject& subject,
                                        std::optional<Index> index) {
  if (!index) return std::optional<EventNote>();
  CARTULARY_ASSIGN_OR_RETURN(const auto notes, reading.notes().ReadAll(subject));
  for (const EventNote& note : notes) {
    if (note.index == *index) return std::optional(note);
  }
  return std::optional<EventNote>();
}

// The decision on which the award was issued, whatever has become of it since; nullptr if it never
// was so, and the page then shows the decision of the verdict.
Result<const Entry*> AddDecision(Reading& reading, const Dossier& dossier, const Entry& award,
                                 TraceView& view) {
  const Date on = view.base.verdict.on;
  view.withdrawn = ReadAftermath(dossier, nullptr, &award, on).withdrawn;
  const auto* issued = std::get_if<AwardIssued>(&award.fact);
  const Entry* entry = FindStanding(dossier, issued->decision);
  const auto* fact = entry == nullptr ? nullptr : std::get_if<JuryDecisionRecorded>(&entry->fact);
  if (fact == nullptr) return static_cast<const Entry*>(nullptr);
  const Held<JuryDecisionRecorded> decision{entry, fact};
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream jury,
                             reading.reader().LoadStream(SubjectOf(fact->jury)));
  view.base.decision = DecisionViewOf(dossier, decision, jury, on);
  view.base.aftermath = ReadAftermath(dossier, &decision, &award, on);
  return entry;
}

// The session that decided, as it was composed on the day.
Status AddJury(Reading& reading, TraceView& view) {
  if (!view.base.decision) return Ok{};
  const DecisionView& decision = *view.base.decision;
  const Subject jury = SubjectOf(decision.fact.jury);
  CARTULARY_ASSIGN_OR_RETURN(view.appointment, NoteAt(reading, jury, decision.appointed));
  CARTULARY_ASSIGN_OR_RETURN(view.minutes, NoteAt(reading, jury, decision.minutes));
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream stream, reading.reader().LoadStream(jury));
  const auto session = SessionOn(stream, decision.effective);
  if (!session) return Ok{};
  const auto& deliberated = decision.fact.deliberated;
  for (const JuryMember& member : session->members) {
    view.members.push_back({reading.identities().Label(member.person), member.college,
                            member.capacity, member.person == decision.fact.chair,
                            std::count(deliberated.begin(), deliberated.end(), member.person) > 0});
  }
  return reading.identities().status();
}

// What was corrected or voided in any registration of the learner, in the order of the log.
OrFailure<std::vector<EventNote>> CorrectionsOf(Reading& reading, const Subject& learner, Date on) {
  CARTULARY_ASSIGN_OR_RETURN(const Dossier whole,
                             reading.reader().LoadDossier(IdFrom<LearnerId>(learner), on));
  std::set<Subject> registrations{learner};
  for (const Entry& entry : whole.entries) {
    registrations.insert(RecordedAt(whole, entry).subject);
  }
  std::vector<EventNote> corrections;
  for (const Subject& registration : registrations) {
    CARTULARY_ASSIGN_OR_RETURN(const auto notes, reading.notes().ReadAll(registration));
    for (const EventNote& note : notes) {
      if (note.replaces) corrections.push_back(note);
    }
  }
  std::ranges::sort(corrections, {}, &EventNote::index);
  return corrections;
}

bool SamePlace(const VerdictNode& a, const VerdictNode& b) {
  return a.requirement == b.requirement && a.block == b.block;
}

// The leaves of the trees that the rules held to be met `then` and do not `now`; acts of a jury are
// not what the rules hold.
void CollectUndone(const VerdictNode& then, const VerdictNode& now, const Referential& rules,
                   std::vector<VerdictNode>& undone) {
  if (now.children.empty() && IsMet(then.computed) && !IsMet(now.computed)) {
    const Requirement* asked = FindRequirement(rules, now.requirement);
    const bool act = asked == nullptr || std::holds_alternative<Jury>(asked->node) ||
                     std::holds_alternative<JuryDecision>(asked->node);
    if (!act) undone.push_back(now);
  }
  for (const VerdictNode& child : now.children) {
    const auto before = std::ranges::find_if(
        then.children, [&](const VerdictNode& other) { return SamePlace(other, child); });
    if (before != then.children.end()) CollectUndone(*before, child, rules, undone);
  }
}

// Judged as the log stood when the award was issued, but at the same date.
OrFailure<std::vector<VerdictNode>> UndoneSince(Reading& reading, const TraceView& view,
                                                const Subject& learner) {
  std::vector<VerdictNode> undone;
  const Verdict& now = view.base.verdict;
  const bool corrected = std::ranges::any_of(
      view.corrections, [&](const EventNote& note) { return view.issued.index < note.index; });
  if (!corrected) return undone;
  CARTULARY_ASSIGN_OR_RETURN(const RegisterReader then, reading.store().Reader(view.issued.index));
  const EvaluateOptions options{.on = now.on, .revision = now.revision, .rules = view.base.rules};
  const auto before = then.EvaluateNow(IdFrom<LearnerId>(learner), now.enrolment, options);
  if (!before && before.error().code != ErrorCode::kNotFound) return before.error();
  if (before) CollectUndone(before->verdict.root, now.root, *view.base.rules, undone);
  return undone;
}

}  // namespace

OrFailure<TraceView> ReadTrace(Reading& reading, std::string_view number, Date on,
                               const std::optional<Published>& rules) {
  CARTULARY_ASSIGN_OR_RETURN(const EventRef award, FindAward(reading, number));
  CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier, reading.reader().LoadStream(award.subject));
  const Entry* entry = FindEntry(dossier, award.version);
  const auto* issued = entry == nullptr ? nullptr : std::get_if<AwardIssued>(&entry->fact);
  if (issued == nullptr) {
    return Failure{
        .status = ExitStatus::kIntegrity,
        .message =
            Said("the number '{0}' is taken by an event that issues no award",
                 "le numéro « {0} » est pris par un événement qui ne délivre aucun titre", number),
        .hint = Said("stop, and have the log verified", "arrêtez, et faites vérifier le journal")};
  }
  TraceView view;
  view.award = *issued;
  CARTULARY_ASSIGN_OR_RETURN(
      view.base, ReadVerdict(reading, dossier, issued->enrolment, {std::nullopt, on, rules}));
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream referential,
                             reading.reader().LoadStream(SubjectOf(
                                 reading.store().hasher(), view.base.verdict.certification)));
  const auto applied = FindAppliedRevision(referential, view.base.verdict.edition);
  view.applied = applied ? applied->number : 0;
  const Entry* standing = FindStanding(dossier, award.version);
  if (standing == nullptr) standing = entry;
  CARTULARY_ASSIGN_OR_RETURN(const Entry* decision, AddDecision(reading, dossier, *standing, view));
  CARTULARY_ASSIGN_OR_RETURN(const auto notes, reading.notes().ReadAll(award.subject));
  std::set<Index> following;
  for (const Entry* later : FollowingEntries(dossier, decision, *standing, on)) {
    following.insert(later->index);
  }
  for (const EventNote& note : notes) {
    if (note.index == entry->index) view.issued = note;
    if (following.contains(note.index)) view.following.push_back(note);
    if (view.base.decision && note.index == view.base.decision->index) view.decision = note;
  }
  CARTULARY_ASSIGN_OR_RETURN(view.corrections, CorrectionsOf(reading, award.subject, on));
  CARTULARY_RETURN_IF_ERROR(AddJury(reading, view));
  CARTULARY_ASSIGN_OR_RETURN(view.undone, UndoneSince(reading, view, award.subject));
  const EvaluateOptions then{
      .on = entry->effective, .revision = view.base.verdict.revision, .rules = view.base.rules};
  const auto on_issue =
      reading.reader().EvaluateNow(IdFrom<LearnerId>(award.subject), issued->enrolment, then);
  if (!on_issue && on_issue.error().code != ErrorCode::kNotFound) return on_issue.error();
  // Not found: the enrolment began after the award, which supports nothing.
  view.on_issue = on_issue ? on_issue->verdict.root.outcome() : Outcome::kNotSatisfied;
  CARTULARY_ASSIGN_OR_RETURN(view.against, ReadAgainst(reading, view.base));
  CARTULARY_ASSIGN_OR_RETURN(view.head_leaf, LeafOfLast(reading));
  return view;
}

}  // namespace cartulary::cli
