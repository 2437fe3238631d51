#include "cli/reading/session_checks.h"

#include <algorithm>

#include "core/text.h"

namespace cartulary::cli {
namespace {

Text TutorWords(TutorRole role) {
  const std::string french(ToFrench(role));
  if (role == TutorRole::kVaeCompanion) return {french, "companion of the VAE"};
  return {french, std::string(ToName(role)) + " tutor"};
}

CheckView CheckOf(const char* rule, Text label, Text source = {}) {
  return {.rule = rule, .label = std::move(label), .source = std::move(source)};
}

void CiteAll(CheckView& check, const std::vector<Cited>& events) {
  for (const Cited& cited : events) check.events.push_back(cited.index);
}

void Fail(CheckView& check, Text found) {
  check.outcome = Outcome::kNotSatisfied;
  check.found = std::move(found);
}

Text ActWords(const std::optional<ActCode>& act) {
  return act ? Said(", act {0}", ", acte {0}", *act) : Text{};
}

}  // namespace

std::string SessionChecks::Names(const std::set<PersonId>& persons) const {
  std::vector<std::string> names;
  for (const PersonId& person : persons) names.push_back(name_(person));
  std::ranges::sort(names);
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

CheckView SessionChecks::AppointingPower() const {
  const JuryAppointed& appointed = *session_.appointed.fact;
  const Date on = session_.appointed.entry->effective;
  CheckView check = CheckOf("session/appointing_power",
                            {"pouvoir de nomination", "power to appoint"}, WordsOf(kHeadAppoints));
  check.events = {session_.appointed.entry->index};
  const std::string who = name_(appointed.appointed_by);
  const auto power = AppointingPowerOf(institution_, session_);
  if (power.named != nullptr) check.events.push_back(power.named->index);
  if (!power.IsLawful()) {
    Fail(check,
         appointed.delegation
             ? Said("the delegation that the act names does not let {0} sign on {1}",
                    "la délégation que vise l'acte ne permet pas à {0} de signer au {1}", who, on)
             : Said("{0} did not head the establishment on {1}, and no delegation of "
                    "signature was in force",
                    "{0} ne dirigeait pas l'établissement au {1}, et aucune délégation de "
                    "signature n'était en vigueur",
                    who, on));
    return check;
  }
  if (power.delegation == nullptr) {
    check.events.push_back(power.office->index);
    check.found = Said("{0} was {1} on {2}", "{0} était {1} au {2}", who,
                       Text{std::string(ToFrench(kHeadOfEstablishment)), "director general"}, on);
    return check;
  }
  const auto& granted = std::get<DelegationGranted>(power.delegation->fact);
  if (power.named == nullptr) check.events.push_back(power.delegation->index);
  check.events.push_back(power.office->index);
  check.found = Said("{0} signed by delegation of {1} from {2}{3}",
                     "{0} a signé par délégation de {1} du {2}{3}", who, name_(granted.from),
                     power.delegation->effective, ActWords(granted.act));
  return check;
}

CheckView SessionChecks::AppointedInTime() const {
  const JuryAppointed& appointed = *session_.appointed.fact;
  const Date on = session_.appointed.entry->effective;
  CheckView check =
      CheckOf("session/appointed_in_time",
              {"nomination avant les évaluations", "appointed in time"}, WordsOf(kAppointedBefore));
  check.events = {session_.appointed.entry->index};
  switch (WhenAppointed(session_)) {
    case AppointedWhen::kAfterSession:
      Fail(check, Said("appointed on {0}, after the session of {1}",
                       "nommé le {0}, après la séance du {1}", on, appointed.session_date));
      break;
    case AppointedWhen::kUnknown:
      check.outcome = Outcome::kPending;
      check.found = Said(
          "the first day of the assessments that it judges is not recorded: correct "
          "the JuryAppointed with its reference_session (FactCorrected)",
          "le premier jour des évaluations jugées n'est pas enregistré : rectifier "
          "JuryAppointed en donnant reference_session (FactCorrected)");
      break;
    case AppointedWhen::kAfterAssessments:
      Fail(check, Said("appointed on {0}, after the assessments began on {1}",
                       "nommé le {0}, après le début des évaluations le {1}", on,
                       *appointed.reference_session));
      break;
    case AppointedWhen::kInTime:
      check.found =
          Said("appointed on {0}, the assessments began on {1}",
               "nommé le {0}, début des évaluations le {1}", on, *appointed.reference_session);
      break;
  }
  return check;
}

CheckView SessionChecks::Attendance(const std::set<PersonId>& deliberated) const {
  CheckView check =
      CheckOf("session/attendance", {"émargement", "attendance"}, WordsOf(kPresenceIsProven));
  const auto list = AttendanceOn(jury_, day_);
  for (const auto& [person, lines] : list.present) CiteAll(check, lines);
  std::ranges::sort(check.events);
  const auto [unsigned_by, unrecorded] = UnprovenPresence(jury_, deliberated, day_);
  if (deliberated.empty()) {
    check.outcome = Outcome::kPending;
    check.found = Said("nobody has deliberated yet; {0} signed",
                       "personne n'a encore délibéré ; signatures : {0}", list.signed_by.size());
  } else if (!unsigned_by.empty() && !unrecorded.empty()) {
    Fail(check, Said("deliberated without signing: {0}; without a record of attendance: {1}",
                     "délibération sans signature : {0} ; sans présence enregistrée : {1}",
                     Names(unsigned_by), Names(unrecorded)));
  } else if (!unsigned_by.empty()) {
    Fail(check, Said("deliberated without signing: {0}", "délibération sans signature : {0}",
                     Names(unsigned_by)));
  } else if (!unrecorded.empty()) {
    Fail(check, Said("deliberated without a record of attendance: {0}",
                     "délibération sans présence enregistrée : {0}", Names(unrecorded)));
  } else {
    check.found = Said("the {0} who deliberated signed", "les {0} qui ont délibéré ont signé",
                       deliberated.size());
  }
  return check;
}

std::vector<CheckView> SessionChecks::Rulings(const std::vector<SessionRuling>& rulings) const {
  std::vector<CheckView> checks;
  std::set<ActCode> told;  // One ruling may be recorded of each candidate.
  for (const SessionRuling& ruling : rulings) {
    if (!told.insert(ruling.act).second) continue;
    CheckView& check = checks.emplace_back(CheckOf("session/ruling", {"jugement", "ruling"}));
    check.events = {ruling.event.index};
    Fail(check, Said("a court ruled on the session on {0}, {1}: {2}",
                     "un juge a statué sur la session le {0}, {1} : {2}", ruling.day, ruling.act,
                     ruling.outcome));
  }
  return checks;
}

CheckView SessionChecks::RecusalsKept(const Dossier& candidate,
                                      const std::set<PersonId>& sitting) const {
  CheckView check = CheckOf("session/recusals", {"déports", "recusals"}, WordsOf(kImpartiality));
  std::set<PersonId> recused;
  std::set<PersonId> in_spite;
  for (const auto& [person, recusal] : RecusedOn(jury_, candidate, day_)) {
    recused.insert(person);
    if (sitting.contains(person)) in_spite.insert(person);
    check.events.push_back(recusal.index);
  }
  std::ranges::sort(check.events);
  if (!in_spite.empty()) {
    Fail(check, Said("deliberated in spite of standing aside: {0}",
                     "délibération malgré un déport : {0}", Names(in_spite)));
  } else if (recused.empty()) {
    check.found = Said("nobody stands aside", "aucun déport");
  } else {
    check.found = Said("stand aside: {0}", "déports : {0}", Names(recused));
  }
  return check;
}

CheckView SessionChecks::NoCompanion(const Ties& ties, const std::set<PersonId>& sitting) const {
  CheckView check =
      CheckOf("session/companion", {"accompagnement du candidat", "companion of the candidate"},
              WordsOf(kNoAccompaniment));
  std::set<PersonId> companions;
  for (const PersonId& person : sitting) {
    const auto tutor = ties.tutors.find(person);
    if (tutor == ties.tutors.end()) continue;
    const auto role = tutor->second.find(TutorRole::kVaeCompanion);
    if (role == tutor->second.end()) continue;
    companions.insert(person);
    CiteAll(check, role->second);
  }
  if (companions.empty()) {
    check.found =
        Said("no member accompanied the candidate", "aucun membre n'a accompagné le candidat");
  } else {
    Fail(check,
         Said("accompanied the candidate, and must stand aside: {0}",
              "accompagnement du candidat, qui oblige à se déporter : {0}", Names(companions)));
  }
  return check;
}

std::vector<CheckView> SessionChecks::Amendments() const {
  std::vector<CheckView> notes;
  for (const Entry* act : LateAmendments(session_)) {
    CheckView& note = notes.emplace_back(
        CheckOf("session/amended", {"composition modifiée", "amended"}, WordsOf(kAppointedBefore)));
    note.found = Said("amended on {0}, after the assessments began, on the ground: {1}",
                      "modifié le {0}, après le début des évaluations, pour motif : {1}",
                      act->effective, std::get<JuryAmended>(act->fact).ground);
    note.events = {act->index};
  }
  return notes;
}

std::vector<CheckView> SessionChecks::Conflicts(const Ties& ties,
                                                const std::set<PersonId>& sitting) const {
  std::vector<CheckView> notes;
  for (const auto& [person, roles] : ties.tutors) {
    if (!sitting.contains(person)) continue;
    for (const auto& [role, events] : roles) {
      if (role == TutorRole::kVaeCompanion) continue;  // NoCompanion tells it.
      CheckView& note =
          notes.emplace_back(CheckOf("session/tutor", {"tuteur", "tutor"}, WordsOf(kImpartiality)));
      note.found = Said("{0}: {1}", "{0} : {1}", name_(person), TutorWords(role));
      CiteAll(note, events);
    }
  }
  std::set<PersonId> assessors;
  CheckView note = CheckOf("session/assessor", {"évaluateur", "assessor"});
  for (const auto& [person, events] : ties.assessors) {
    if (!sitting.contains(person)) continue;
    assessors.insert(person);
    CiteAll(note, events);
  }
  if (assessors.empty()) return notes;
  std::ranges::sort(note.events);
  note.events.erase(std::unique(note.events.begin(), note.events.end()), note.events.end());
  note.found =
      Said("assessed this candidate: {0}", "évaluation de ce candidat : {0}", Names(assessors));
  notes.push_back(std::move(note));
  return notes;
}

}  // namespace cartulary::cli
