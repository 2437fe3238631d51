// What the law asks of a session of a jury beside its composition: who may appoint it, when, who
// signed, who must stand aside, what the minutes hold. The rules of a certification do not say
// these. Pure: `jury check` and the findings both read it.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "core/evaluate/jury.h"
#include "core/fold/dossier.h"
#include "core/ids.h"
#include "core/text.h"
#include "core/time.h"

namespace cartulary {

// By law, whatever is certified: everybody else signs by delegation.
inline constexpr Office kHeadOfEstablishment = Office::kDirectorGeneral;

// What asks for each, in the words by which a lawyer finds it.
inline constexpr Phrase kHeadAppoints{
    "code de l'éducation, art. L. 613-1; CAA Paris, 29 January 2025, no. 23PA03425",
    "code de l'éducation, art. L. 613-1 ; CAA Paris, 29 janvier 2025, n° 23PA03425"};
inline constexpr Phrase kAppointedBefore{"code de l'éducation, art. L. 613-1",
                                         "code de l'éducation, art. L. 613-1"};
inline constexpr Phrase kPresenceIsProven{"TA Lille, 9 December 2022, no. 2004856",
                                          "TA Lille, 9 décembre 2022, n° 2004856"};
inline constexpr Phrase kImpartiality{"principle that a jury is impartial",
                                      "principe d'impartialité du jury"};
inline constexpr Phrase kNoAccompaniment{"code du travail, art. D. 6412-6",
                                         "code du travail, art. D. 6412-6"};

// By what power a session was appointed.
struct AppointingPower {
  const Entry* office = nullptr;      // Of who signed or, by a delegation, of who delegated.
  const Entry* delegation = nullptr;  // In force on the day; nullptr: signed in person, or without.
  const Entry* named = nullptr;       // The delegation that the act names, in force or not.

  bool IsLawful() const { return office != nullptr; }
};
AppointingPower AppointingPowerOf(const FoldedStream& institution, const Session& session);

// Adds the delegations made to a person by a day, in force or not, with what ended them.
void CiteDelegations(const FoldedStream& institution, DelegationKind kind, const PersonId& to,
                     Date day, std::vector<Cited>& events);

// When a session was appointed, beside the assessments that it judges.
enum class AppointedWhen : std::uint8_t {
  kInTime,
  kUnknown,  // Their first day is not recorded.
  kAfterAssessments,
  kAfterSession,
};
AppointedWhen WhenAppointed(const Session& session);

// The amendments made once the assessments had begun.
std::vector<const Entry*> LateAmendments(const Session& session);

// Who signed the attendance list by a day.
struct Attendance {
  std::map<PersonId, std::vector<Cited>> present;  // With their lines on the list.
  std::set<PersonId> signed_by;                    // Of these, those who signed every line.
};
Attendance AttendanceOn(const FoldedStream& jury, Date day);

// Those who stand aside for the candidate whose dossier it is, by a day, with the event that says
// so.
std::map<PersonId, Cited> RecusedOn(const FoldedStream& jury, const Dossier& candidate, Date day);

// What ties persons to a candidate, with the events that say so.
struct Ties {
  std::map<PersonId, std::map<TutorRole, std::vector<Cited>>> tutors;
  std::map<PersonId, std::vector<Cited>> assessors;
};
// By the facts that a dossier held by `day`, whether or not they have ended.
Ties TiesOf(const Dossier& dossier, Date day);

// Why the law holds a jury to be irregular for a candidate, beside what the rules ask of those who
// compose it.
enum class Irregularity : std::uint8_t {
  kAppointedWithoutPower,
  kAppointedLate,     // After the assessments that it judges began, or after its session.
  kPresenceUnproven,  // Of somebody who deliberated: not recorded, or not signed for.
  kRecusedDeliberated,
  kCompanionDeliberated,
};
// Those of a decision that stands, as far as is known on `on`, each once. `jury check` and the
// findings look at the same, one by one.
std::vector<Irregularity> IrregularitiesOf(const FoldedStream& jury,
                                           const FoldedStream& institution, const Dossier& dossier,
                                           const Held<JuryDecisionRecorded>& decision, Date on);

// The minutes that contain the decision, through its corrections; nullptr for none.
const Entry* MinutesOf(const FoldedStream& jury, const Dossier& dossier, const Entry& decision);

}  // namespace cartulary
