// One function for each check; the table (table.cc) says what they are. Internal to core/findings.
#pragma once

#include <vector>

#include "core/findings/checks.h"

namespace cartulary {

// All events that a verdict, or a part of it, rests on.
void CiteTree(const VerdictNode& node, std::vector<Cited>& events);

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

// minutes_checks.cc. Of a session whose minutes are sealed, and of what a court made of one.
std::vector<Found> AttendanceAfterMinutes(const SessionScope& scope);
std::vector<Found> SessionReopened(const SessionScope& scope);
std::vector<Found> MinutesBeforeSession(const SessionScope& scope);
std::vector<Found> SessionRuledOn(const SessionScope& scope);

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

// aftermath_checks.cc. What was done to decisions, titles and their holders afterwards.
std::vector<Found> WithdrawnLate(const EnrolmentScope& scope);
std::vector<Found> ReserveLiftedLate(const EnrolmentScope& scope);
std::vector<Found> ActVoided(const LearnerScope& scope);
std::vector<Found> IdentityCorrected(const LearnerScope& scope);
std::vector<Found> MergedWithTitle(const LearnerScope& scope);

// result_checks.cc
std::vector<Found> EntryLevel(const EnrolmentScope& scope);
std::vector<Found> ResultAfterDecision(const EnrolmentScope& scope);
std::vector<Found> GridMissing(const EnrolmentScope& scope);
std::vector<Found> GridOneSignature(const EnrolmentScope& scope);
std::vector<Found> GridTutorNotInOffice(const EnrolmentScope& scope);
std::vector<Found> BodyNotAccredited(const LearnerScope& scope);
std::vector<Found> WaiverNotProvided(const EnrolmentScope& scope);
std::vector<Found> EnteredLate(const LearnerScope& scope);

// ground_checks.cc. Of the institution, and of what acts lean on.
std::vector<Found> GroundEnteredLate(const InstitutionScope& scope);
std::vector<Found> InstitutionEnteredLate(const InstitutionScope& scope);
std::vector<Found> OfficeHeldTwice(const InstitutionScope& scope);

// register_checks.cc
std::vector<Found> RulesAdoptedLate(const CertificationScope& scope);
std::vector<Found> PlansAdoptedLate(const CertificationScope& scope);
std::vector<Found> StatisticsContradicted(const CertificationScope& scope);
std::vector<Found> NumberShared(const SharedNumberScope& scope);
std::vector<Found> SamePerson(const FourEyesAct& act);
std::vector<Found> SameAccount(const FourEyesAct& act);

}  // namespace cartulary
