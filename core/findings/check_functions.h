// One function for each check; the table (table.cc) says what they are. Internal to core/findings.
#pragma once

#include <vector>

#include "core/findings/checks.h"

namespace cartulary {

// jury_checks.cc. Of the decisions that stand on an enrolment.
std::vector<Found> JuryNotAppointed(const EnrolmentScope& scope);
std::vector<Found> JuryOfOtherKind(const EnrolmentScope& scope);
std::vector<Found> JuryStranger(const EnrolmentScope& scope);
std::vector<Found> JurySize(const EnrolmentScope& scope);
std::vector<Found> JuryParity(const EnrolmentScope& scope);
std::vector<Found> JuryCollege(const EnrolmentScope& scope);
std::vector<Found> JuryShare(const EnrolmentScope& scope);
std::vector<Found> JuryCapacity(const EnrolmentScope& scope);
std::vector<Found> JuryChair(const EnrolmentScope& scope);
std::vector<Found> RecusedDeliberated(const EnrolmentScope& scope);
std::vector<Found> CompanionDeliberated(const EnrolmentScope& scope);
std::vector<Found> TutorDeliberated(const EnrolmentScope& scope);
std::vector<Found> AssessorDeliberated(const EnrolmentScope& scope);
std::vector<Found> DecidedUnconvened(const EnrolmentScope& scope);
std::vector<Found> MinutesLackDecision(const EnrolmentScope& scope);
std::vector<Found> MinutesDiffer(const EnrolmentScope& scope);

// session_checks.cc. Of a session.
std::vector<Found> AppointedWithoutPower(const SessionScope& scope);
std::vector<Found> AppointedLate(const SessionScope& scope);
std::vector<Found> AmendedLate(const SessionScope& scope);
std::vector<Found> AttendanceMissing(const SessionScope& scope);
std::vector<Found> AttendanceUnsigned(const SessionScope& scope);
std::vector<Found> MinutesAbsent(const SessionScope& scope);
std::vector<Found> MinutesUnsigned(const SessionScope& scope);
std::vector<Found> SessionEnteredLate(const SessionScope& scope);

// award_checks.cc
std::vector<Found> AwardWithoutDecision(const EnrolmentScope& scope);
std::vector<Found> AwardUnmet(const EnrolmentScope& scope);
std::vector<Found> AwardUnsettled(const EnrolmentScope& scope);
std::vector<Found> AwardAfterWindow(const EnrolmentScope& scope);
std::vector<Found> AwardAfterLimit(const EnrolmentScope& scope);
std::vector<Found> AwardDespite(const EnrolmentScope& scope);
std::vector<Found> AdmittedUnmet(const EnrolmentScope& scope);
std::vector<Found> MetAndRefused(const EnrolmentScope& scope);
std::vector<Found> MetSinceDecision(const EnrolmentScope& scope);
std::vector<Found> NeverPresented(const EnrolmentScope& scope);
std::vector<Found> ReserveOverdue(const EnrolmentScope& scope);
std::vector<Found> DecisionNotNotified(const EnrolmentScope& scope);
std::vector<Found> NotifiedWithoutRemedies(const EnrolmentScope& scope);

// result_checks.cc
std::vector<Found> ResultAfterDecision(const EnrolmentScope& scope);
std::vector<Found> GridMissing(const EnrolmentScope& scope);
std::vector<Found> GridOneSignature(const EnrolmentScope& scope);
std::vector<Found> GridTutorNotInOffice(const EnrolmentScope& scope);
std::vector<Found> BodyNotAccredited(const LearnerScope& scope);
std::vector<Found> WaiverNotProvided(const EnrolmentScope& scope);
std::vector<Found> EnteredLate(const LearnerScope& scope);

// register_checks.cc
std::vector<Found> DelegationEnteredLate(const InstitutionScope& scope);
std::vector<Found> RulesAdoptedLate(const CertificationScope& scope);
std::vector<Found> PlansAdoptedLate(const CertificationScope& scope);
std::vector<Found> StatisticsContradicted(const CertificationScope& scope);
std::vector<Found> NumberShared(const SharedNumberScope& scope);
std::vector<Found> SamePerson(const FourEyesAct& act);
std::vector<Found> SameAccount(const FourEyesAct& act);

// What is recorded so long after its day is no longer recorded as it happens.
inline constexpr int kLateEntryDays = 90;
// That of an event which the people of the school recorded late; none for history taken over.
std::vector<Found> LateEntries(const FoldedStream& stream, Date on,
                               bool (*concerns)(const PlainFact& fact));

}  // namespace cartulary
