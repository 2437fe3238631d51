#include "core/findings/session_law.h"

#include <algorithm>

#include "core/evaluate/node_context.h"
#include "core/evaluate/offices.h"

namespace cartulary {

AppointingPower AppointingPowerOf(const FoldedStream& institution, const Session& session) {
  const JuryAppointed& appointed = *session.appointed.fact;
  const Date on = session.appointed.entry->effective;
  AppointingPower power;
  power.office =
      OfficeOn(institution, appointed.appointed_by, kHeadOfEstablishment, appointed.campus, on);
  if (power.office != nullptr) return power;
  if (appointed.delegation) power.named = FindStanding(institution, appointed.delegation->version);
  for (const Delegated& delegated :
       DelegationsOn(institution, DelegationKind::kSignature, appointed.appointed_by,
                     kHeadOfEstablishment, appointed.certification, appointed.campus, on)) {
    if (appointed.delegation && delegated.delegation != power.named) continue;
    power.delegation = delegated.delegation;
    power.office = delegated.office;
    return power;
  }
  return power;
}

void CiteDelegations(const FoldedStream& institution, DelegationKind kind, const PersonId& to,
                     Date day, std::vector<Cited>& events) {
  for (const auto& granted : HeldOn<DelegationGranted>(institution, day)) {
    if (granted->kind != kind || granted->delegate != to) continue;
    events.push_back(CitedOf(institution, *granted.entry));
    for (const auto& ended : HeldOn<DelegationEnded>(institution, day)) {
      if (FindStanding(institution, ended->delegation) != granted.entry) continue;
      events.push_back(CitedOf(institution, *ended.entry));
    }
  }
}

AppointedWhen WhenAppointed(const Session& session) {
  const JuryAppointed& appointed = *session.appointed.fact;
  const Date on = session.appointed.entry->effective;
  if (appointed.session_date < on) return AppointedWhen::kAfterSession;
  if (!appointed.reference_session) return AppointedWhen::kUnknown;
  return *appointed.reference_session < on ? AppointedWhen::kAfterAssessments
                                           : AppointedWhen::kInTime;
}

std::vector<const Entry*> LateAmendments(const Session& session) {
  std::vector<const Entry*> late;
  const auto& reference = session.appointed->reference_session;
  for (const Entry* act : session.acts) {
    if (std::holds_alternative<JuryAmended>(act->fact) && reference &&
        *reference <= act->effective) {
      late.push_back(act);
    }
  }
  return late;
}

Attendance AttendanceOn(const FoldedStream& jury, Date day) {
  Attendance attendance;
  for (const auto& line : HeldOn<AttendanceSigned>(jury, day)) {
    attendance.present[line->person].push_back(CitedOf(jury, *line.entry));
    attendance.signed_by.insert(line->person);
  }
  // A signature that comes after a line without one proves nothing: the line is corrected, or not.
  for (const auto& line : HeldOn<AttendanceSigned>(jury, day)) {
    if (line->signature == SignatureMethod::kMissing) attendance.signed_by.erase(line->person);
  }
  return attendance;
}

std::map<PersonId, Cited> RecusedOn(const FoldedStream& jury, const Dossier& candidate, Date day) {
  std::map<PersonId, Cited> recused;
  for (const auto& recusal : RecusalsFor(candidate, jury, day)) {
    recused.emplace(recusal->person, CitedOf(jury, *recusal.entry));
  }
  return recused;
}

Ties TiesOf(const Dossier& dossier, Date day) {
  Ties ties;
  const auto assess = [&](const PersonId& person, const Entry& entry) {
    ties.assessors[person].push_back(CitedOf(dossier, entry));
  };
  for (const auto& tutor : HeldOn<TutorAssigned>(dossier, day)) {
    ties.tutors[tutor->person][tutor->role].push_back(CitedOf(dossier, *tutor.entry));
  }
  for (const auto& result : HeldOn<AssessmentRecorded>(dossier, day)) {
    for (const PersonId& person : result->assessors) assess(person, *result.entry);
  }
  for (const auto& report : HeldOn<MobilityReportAssessed>(dossier, day)) {
    for (const PersonId& person : report->assessors) assess(person, *report.entry);
  }
  for (const auto& report : HeldOn<AlternanceReportAssessed>(dossier, day)) {
    if (report->company_tutor) assess(*report->company_tutor, *report.entry);
    if (report->programme_head) assess(*report->programme_head, *report.entry);
  }
  for (const auto& defence : HeldOn<DefenceHeld>(dossier, day)) {
    for (const PanelMember& member : defence->panel) assess(member.person, *defence.entry);
  }
  return ties;
}

std::vector<Irregularity> IrregularitiesOf(const FoldedStream& jury,
                                           const FoldedStream& institution, const Dossier& dossier,
                                           const Held<JuryDecisionRecorded>& decision, Date on) {
  const Date day = decision.entry->effective;
  const std::set<PersonId> deliberated(decision->deliberated.begin(), decision->deliberated.end());
  const auto any_of = [&](auto is) { return std::ranges::any_of(deliberated, is); };
  std::vector<Irregularity> found;
  if (const auto session = SessionOn(jury, day)) {
    if (!AppointingPowerOf(institution, *session).IsLawful()) {
      found.push_back(Irregularity::kAppointedWithoutPower);
    }
    const AppointedWhen when = WhenAppointed(*session);
    if (when == AppointedWhen::kAfterAssessments || when == AppointedWhen::kAfterSession) {
      found.push_back(Irregularity::kAppointedLate);
    }
  }
  if (!UnprovenPresence(jury, deliberated, on).empty()) {
    found.push_back(Irregularity::kPresenceUnproven);
  }
  const auto recused = RecusedOn(jury, dossier, day);
  if (any_of([&](const PersonId& person) { return recused.contains(person); })) {
    found.push_back(Irregularity::kRecusedDeliberated);
  }
  const Ties ties = TiesOf(dossier, day);
  const bool accompanied = any_of([&](const PersonId& person) {
    const auto tutor = ties.tutors.find(person);
    return tutor != ties.tutors.end() && tutor->second.contains(TutorRole::kVaeCompanion);
  });
  if (accompanied) found.push_back(Irregularity::kCompanionDeliberated);
  return found;
}

const Entry* MinutesOf(const FoldedStream& jury, const Dossier& dossier, const Entry& decision) {
  for (const Entry& entry : jury.entries) {
    const auto* minutes = std::get_if<MinutesSealed>(&entry.fact);
    if (minutes == nullptr || entry.IsOut()) continue;
    for (const MinutedDecision& minuted : minutes->decisions) {
      const Entry* recorded = FindRecorded(dossier, {SubjectOf(minuted.learner), minuted.version});
      if (recorded == nullptr) continue;
      const Entry* standing = FindStanding(dossier, recorded->version);
      if (standing != nullptr && standing->version == decision.version) return &entry;
    }
  }
  return nullptr;
}

}  // namespace cartulary
