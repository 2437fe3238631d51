// Checks of the institution, and of what acts lean on: entered late, or held twice.
#include <algorithm>
#include <set>

#include "core/evaluate/node_context.h"
#include "core/findings/check_functions.h"
#include "core/findings/recorded.h"

namespace cartulary {
namespace {

// An act, and when it was first recorded.
struct RecordedAct {
  Cited act;
  Index recorded;
};

RecordedAct ActOf(const FoldedStream& stream, const Entry& entry) {
  return {CitedOf(stream, entry), FirstRecorded(stream, entry)};
}

// Keeps `ground` if it was entered late, and after some of the acts that lean on it.
void Consider(LateGrounds& all, const FoldedStream& stream, const Entry& ground,
              std::optional<Date> store_made, const std::vector<RecordedAct>& acts) {
  if (!IsEnteredLate(ground, store_made)) return;
  for (const auto& [act, recorded] : acts) {
    if (ground.index < recorded) continue;
    LateGround& late = all[CitedOf(stream, ground)];
    late.lateness = WordsOfLateness(ground);
    late.acts.push_back(act);
  }
}

// The grounds of the institution that a verdict, or a part of it, cites.
void ConsiderCited(LateGrounds& all, const EnrolmentScope& scope, const VerdictNode& node,
                   const std::vector<RecordedAct>& acts) {
  const FoldedStream& institution = scope.reference.institution;
  std::vector<Cited> cited;
  CiteTree(node, cited);
  for (const Cited& event : cited) {
    if (event.subject != institution.subject) continue;
    const Entry* ground = FindEntry(institution, event.index);
    if (ground != nullptr) Consider(all, institution, *ground, scope.store_made, acts);
  }
}

void ConsiderAttendance(LateGrounds& all, const EnrolmentScope& scope, const JudgedDecision& judged,
                        const std::vector<RecordedAct>& acts) {
  for (const auto& line : HeldOn<AttendanceSigned>(*judged.jury, scope.on())) {
    if (std::ranges::count(judged.decision->deliberated, line->person) == 0) continue;
    Consider(all, *judged.jury, *line.entry, scope.store_made, acts);
  }
}

// An appeal or a ruling is in time by the day of the notification.
void ConsiderNotifications(LateGrounds& all, const EnrolmentScope& scope,
                           const JudgedDecision& judged) {
  const Dossier& dossier = scope.dossier;
  const auto is_of_decision = [&](Version decision) {
    return FindStanding(dossier, decision) == judged.decision.entry;
  };
  std::vector<RecordedAct> acts;
  for (const auto& decided : HeldOn<AppealDecided>(dossier, scope.on())) {
    const Entry* entry = FindEntry(dossier, decided->appeal);
    const auto* appeal = entry == nullptr ? nullptr : std::get_if<AppealLodged>(&entry->fact);
    if (appeal == nullptr || !is_of_decision(appeal->decision)) continue;
    acts.push_back(ActOf(dossier, *decided.entry));
  }
  for (const auto& ruled : HeldOn<CourtRuled>(dossier, scope.on())) {
    if (is_of_decision(ruled->decision)) acts.push_back(ActOf(dossier, *ruled.entry));
  }
  for (const auto& notified : HeldOn<DecisionNotified>(dossier, scope.on())) {
    if (!is_of_decision(notified->decision)) continue;
    Consider(all, dossier, *notified.entry, scope.store_made, acts);
  }
}

// From the first day in office to the last; the day of an end is the last day.
struct Term {
  Date first;
  Date last;
};
Term TermOf(const FoldedStream& institution, const Held<OfficeHeld>& held, Date on) {
  Term term{held.entry->effective, held->to.value_or(kEndOfTime)};
  for (const auto& left : HeldOn<OfficeLeft>(institution, on)) {
    const bool ends = left->person == held->person && left->office == held->office &&
                      (!left->campus || !held->campus || left->campus == held->campus) &&
                      term.first <= left.entry->effective;
    if (ends) term.last = std::min(term.last, left.entry->effective);
  }
  return term;
}

// Whom one office lets be held by one person only.
bool IsHeldByOne(Office office) {
  return office == Office::kDirectorGeneral || office == Office::kCampusDirector;
}

}  // namespace

void AddLateGrounds(LateGrounds& all, const EnrolmentScope& scope) {
  for (const JudgedDecision& judged : scope.decisions) {
    std::vector<RecordedAct> acts = {ActOf(scope.dossier, *judged.decision.entry)};
    const bool is_last = &judged == scope.LastDecision();
    if (const AwardState* award = is_last ? scope.Award() : nullptr) {
      acts.push_back(ActOf(scope.dossier, *award->award.entry));
    }
    ConsiderCited(all, scope, judged.composition, acts);
    if (is_last) ConsiderCited(all, scope, scope.verdict.root, acts);
    ConsiderAttendance(all, scope, judged, acts);
    ConsiderNotifications(all, scope, judged);
  }
}

void AddLateGrounds(LateGrounds& all, const SessionScope& scope) {
  if (scope.deliberations.decisions.empty()) return;
  const AppointingPower power = AppointingPowerOf(scope.institution, scope.session);
  const auto appointment = ActOf(scope.jury, *scope.session.appointed.entry);
  for (const Entry* ground : {power.office, power.delegation}) {
    if (ground == nullptr) continue;
    Consider(all, scope.institution, *ground, scope.store_made, {appointment});
  }
}

std::vector<Found> GroundEnteredLate(const InstitutionScope& scope) {
  std::vector<Found> all;
  for (const auto& [ground, late] : scope.late_grounds) {
    Found& found = all.emplace_back();
    found.about = ground.index;
    found.evidence = late.acts;
    SortEvents(found.evidence);
    found.text = late.lateness;
    found.text +=
        Said(", once acts that lean on it were recorded: {0}",
             ", une fois enregistrés des actes qui en dépendent : {0}", found.evidence.size());
    found.evidence.push_back(ground);
  }
  return all;
}

std::vector<Found> InstitutionEnteredLate(const InstitutionScope& scope) {
  std::vector<Found> all =
      LateEntries(scope.institution, scope.on, scope.store_made, [](const PlainFact& fact) {
        return std::holds_alternative<OfficeHeld>(fact) ||
               std::holds_alternative<OfficeLeft>(fact) ||
               std::holds_alternative<DelegationGranted>(fact) ||
               std::holds_alternative<DelegationEnded>(fact) ||
               std::holds_alternative<BodyAccredited>(fact);
      });
  std::erase_if(
      all, [&](const Found& found) { return scope.late_grounds.contains(found.evidence.front()); });
  return all;
}

std::vector<Found> OfficeHeldTwice(const InstitutionScope& scope) {
  const auto offices = HeldOn<OfficeHeld>(scope.institution, scope.on);
  std::vector<Found> all;
  for (const auto& later : offices) {
    if (!IsHeldByOne(later->office)) continue;
    const Term own = TermOf(scope.institution, later, scope.on);
    for (const auto& earlier : offices) {
      if (earlier.entry == later.entry) break;
      if (earlier->office != later->office || earlier->campus != later->campus) continue;
      if (earlier->person == later->person) continue;
      const Term other = TermOf(scope.institution, earlier, scope.on);
      const Date from = std::max(own.first, other.first);
      if (std::min(own.last, other.last) <= from) continue;
      Found& found = all.emplace_back();
      found.about = later.entry->index;
      found.part = std::to_string(earlier.entry->index.value);
      found.text = Said("from {0} on, two persons held one office: {1}",
                        "à partir du {0}, deux personnes exerçaient une même fonction : {1}", from,
                        later->office);
      found.persons = {earlier->person, later->person};
      found.evidence = {CitedOf(scope.institution, *earlier.entry),
                        CitedOf(scope.institution, *later.entry)};
    }
  }
  return all;
}

}  // namespace cartulary
