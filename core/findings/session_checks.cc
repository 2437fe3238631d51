// Checks of a session of a jury as a whole.
#include <set>

#include "core/evaluate/node_context.h"
#include "core/findings/check_functions.h"
#include "core/findings/recorded.h"

namespace cartulary {
namespace {

Found AboutSession(const SessionScope& scope, Text text) {
  Found found;
  found.about = scope.session.appointed.entry->index;
  found.text = std::move(text);
  found.evidence = {CitedOf(scope.jury, *scope.session.appointed.entry)};
  return found;
}

std::set<PersonId> Deliberating(const SessionScope& scope) {
  std::set<PersonId> persons;
  for (const auto& [person, decision] : scope.deliberations.persons) persons.insert(person);
  return persons;
}

// Of those who deliberated, with their lines on the list and a decision that says that they did.
std::vector<Found> DeliberatedUnproven(const SessionScope& scope,
                                       const std::set<PersonId>& unproven, const Text& text) {
  if (unproven.empty()) return {};
  const Attendance attendance = AttendanceOn(scope.jury, scope.on);
  Found found = AboutSession(scope, text);
  for (const PersonId& person : unproven) {
    found.persons.push_back(person);
    found.evidence.push_back(scope.deliberations.persons.at(person));
    const auto lines = attendance.present.find(person);
    if (lines == attendance.present.end()) continue;
    found.evidence.insert(found.evidence.end(), lines->second.begin(), lines->second.end());
  }
  return {std::move(found)};
}

// Who chaired what the minutes contain; of minutes without decisions, who was to.
std::set<PersonId> ChairsOf(const SessionScope& scope, const MinutesSealed& minutes) {
  std::set<PersonId> chairs;
  for (const MinutedDecision& line : minutes.decisions) {
    const auto decision = scope.deliberations.chairs.find({SubjectOf(line.learner), line.version});
    if (decision != scope.deliberations.chairs.end()) chairs.insert(decision->second);
  }
  if (chairs.empty()) chairs.insert(scope.session.chair);
  return chairs;
}

}  // namespace

std::vector<Found> AppointedWithoutPower(const SessionScope& scope) {
  const AppointingPower power = AppointingPowerOf(scope.institution, scope.session);
  if (power.IsLawful()) return {};
  const Date on = scope.session.appointed.entry->effective;
  Found found = AboutSession(
      scope, power.named != nullptr
                 ? Said("the delegation that the act names does not let the signatory sign on {0}",
                        "la délégation que vise l'acte ne permet pas au signataire de signer au "
                        "{0}",
                        on)
                 : Said("whoever signed did not head the establishment on {0}, and no delegation "
                        "of signature was in force",
                        "le signataire ne dirigeait pas l'établissement au {0}, et aucune "
                        "délégation de signature n'était en vigueur",
                        on));
  found.persons = {scope.session.appointed->appointed_by};
  if (power.named != nullptr) found.evidence.push_back(CitedOf(scope.institution, *power.named));
  CiteDelegations(scope.institution, DelegationKind::kSignature,
                  scope.session.appointed->appointed_by, on, found.evidence);
  return {std::move(found)};
}

std::vector<Found> AppointedLate(const SessionScope& scope) {
  const JuryAppointed& appointed = *scope.session.appointed.fact;
  const Date on = scope.session.appointed.entry->effective;
  switch (WhenAppointed(scope.session)) {
    case AppointedWhen::kAfterSession:
      return {AboutSession(
          scope, Said("appointed on {0}, after the session of {1}",
                      "nommé le {0}, après la séance du {1}", on, appointed.session_date))};
    case AppointedWhen::kAfterAssessments:
      return {AboutSession(scope, Said("appointed on {0}, after the assessments began on {1}",
                                       "nommé le {0}, après le début des évaluations le {1}", on,
                                       *appointed.reference_session))};
    case AppointedWhen::kInTime:
    case AppointedWhen::kUnknown:
      break;
  }
  return {};
}

std::vector<Found> AmendedLate(const SessionScope& scope) {
  std::vector<Found> all;
  for (const Entry* act : LateAmendments(scope.session)) {
    Found found;
    found.about = act->index;
    found.text =
        Said("the jury was amended on {0}, after the assessments began, on the ground: {1}",
             "le jury a été modifié le {0}, après le début des évaluations, pour motif : {1}",
             act->effective, std::get<JuryAmended>(act->fact).ground);
    found.evidence = {CitedOf(scope.jury, *act),
                      CitedOf(scope.jury, *scope.session.appointed.entry)};
    all.push_back(std::move(found));
  }
  return all;
}

std::vector<Found> AttendanceMissing(const SessionScope& scope) {
  return DeliberatedUnproven(
      scope, UnprovenPresence(scope.jury, Deliberating(scope), scope.on).unrecorded,
      Said("deliberated without a record of attendance", "délibération sans présence enregistrée"));
}

std::vector<Found> AttendanceUnsigned(const SessionScope& scope) {
  return DeliberatedUnproven(
      scope, UnprovenPresence(scope.jury, Deliberating(scope), scope.on).unsigned_by,
      Said("deliberated without signing the attendance list",
           "délibération sans signature de la feuille d'émargement"));
}

std::vector<Found> MinutesAbsent(const SessionScope& scope) {
  if (scope.deliberations.decisions.empty()) return {};
  if (!HeldOn<MinutesSealed>(scope.jury, scope.on).empty()) return {};
  Found found =
      AboutSession(scope, Said("the session took {0} decisions, and no minutes are sealed",
                               "la session a pris {0} décisions, et aucun procès-verbal "
                               "n'est scellé",
                               scope.deliberations.decisions.size()));
  found.evidence.insert(found.evidence.end(), scope.deliberations.decisions.begin(),
                        scope.deliberations.decisions.end());
  return {std::move(found)};
}

std::vector<Found> MinutesUnsigned(const SessionScope& scope) {
  std::vector<Found> all;
  for (const auto& minutes : HeldOn<MinutesSealed>(scope.jury, scope.on)) {
    std::set<PersonId> missing = ChairsOf(scope, *minutes.fact);
    for (const PersonId& signer : minutes->signed_by) missing.erase(signer);
    if (missing.empty()) continue;
    Found found;
    found.about = minutes.entry->index;
    found.text = minutes->signed_by.empty()
                     ? Said("nobody signed the minutes", "personne n'a signé le procès-verbal")
                     : Said("the chair did not sign the minutes",
                            "la présidence n'a pas signé le procès-verbal");
    if (!minutes->signed_by.empty()) found.persons.assign(missing.begin(), missing.end());
    found.evidence = {CitedOf(scope.jury, *minutes.entry),
                      CitedOf(scope.jury, *scope.session.appointed.entry)};
    all.push_back(std::move(found));
  }
  return all;
}

std::vector<Found> SessionEnteredLate(const SessionScope& scope) {
  return LateEntries(scope.jury, scope.on, scope.store_made, [](const PlainFact&) { return true; });
}

}  // namespace cartulary
