// How each fact type is written and read: one line of the list below, its struct in
// schema/facts.capnp, and a Write and a Read in the file of its subject (award_facts.cc, …), as
// core/facts has its header.
#pragma once

#include "core/facts/fact.h"
#include "schema/event.capnp.h"
#include "schema/facts.capnp.h"
#include "store/codec/fields.h"

// X(core type, enumerant of schema::Fact) for every plain fact, in the order of their numbers.
#define CARTULARY_EACH_PLAIN_FACT(X)                            \
  X(StoreCreated, STORE_CREATED)                                \
  X(BodyAccredited, BODY_ACCREDITED)                            \
  X(BodyAccreditationEnded, BODY_ACCREDITATION_ENDED)           \
  X(DelegationGranted, DELEGATION_GRANTED)                      \
  X(DelegationEnded, DELEGATION_ENDED)                          \
  X(OfficeHeld, OFFICE_HELD)                                    \
  X(OfficeLeft, OFFICE_LEFT)                                    \
  X(PersonRegistered, PERSON_REGISTERED)                        \
  X(EditionPublished, EDITION_PUBLISHED)                        \
  X(RevisionPublished, REVISION_PUBLISHED)                      \
  X(AssessmentPlanned, ASSESSMENT_PLANNED)                      \
  X(LearnerRegistered, LEARNER_REGISTERED)                      \
  X(EnrolmentOpened, ENROLMENT_OPENED)                          \
  X(ContractStarted, CONTRACT_STARTED)                          \
  X(ContractEnded, CONTRACT_ENDED)                              \
  X(TutorAssigned, TUTOR_ASSIGNED)                              \
  X(TutorEnded, TUTOR_ENDED)                                    \
  X(AssessmentRecorded, ASSESSMENT_RECORDED)                    \
  X(AbsenceJustified, ABSENCE_JUSTIFIED)                        \
  X(TutorGridSigned, TUTOR_GRID_SIGNED)                         \
  X(AlternanceReportAssessed, ALTERNANCE_REPORT_ASSESSED)       \
  X(DefenceHeld, DEFENCE_HELD)                                  \
  X(LanguageCertificateRecorded, LANGUAGE_CERTIFICATE_RECORDED) \
  X(LanguageCertificateRevoked, LANGUAGE_CERTIFICATE_REVOKED)   \
  X(MobilityPeriodRecorded, MOBILITY_PERIOD_RECORDED)           \
  X(MobilityReportAssessed, MOBILITY_REPORT_ASSESSED)           \
  X(VaeAdmissibilityDecided, VAE_ADMISSIBILITY_DECIDED)         \
  X(VaeDossierSubmitted, VAE_DOSSIER_SUBMITTED)                 \
  X(JuryDecisionRecorded, JURY_DECISION_RECORDED)               \
  X(AwardIssued, AWARD_ISSUED)                                  \
  X(JuryAppointed, JURY_APPOINTED)                              \
  X(CandidateConvened, CANDIDATE_CONVENED)                      \
  X(JuryAmended, JURY_AMENDED)                                  \
  X(AttendanceSigned, ATTENDANCE_SIGNED)                        \
  X(RecusalRecorded, RECUSAL_RECORDED)                          \
  X(MinutesSealed, MINUTES_SEALED)                              \
  X(AwardNumberTaken, AWARD_NUMBER_TAKEN)                       \
  X(AccreditationRecorded, ACCREDITATION_RECORDED)              \
  X(RetentionRuleSet, RETENTION_RULE_SET)                       \
  X(SuccessorDeclared, SUCCESSOR_DECLARED)                      \
  X(StatisticsPublished, STATISTICS_PUBLISHED)                  \
  X(LearnersMerged, LEARNERS_MERGED)                            \
  X(AccommodationGranted, ACCOMMODATION_GRANTED)                \
  X(AccommodationEnded, ACCOMMODATION_ENDED)                    \
  X(AnnualRegistrationRecorded, ANNUAL_REGISTRATION_RECORDED)   \
  X(RouteChanged, ROUTE_CHANGED)                                \
  X(EnrolmentSuspended, ENROLMENT_SUSPENDED)                    \
  X(EnrolmentResumed, ENROLMENT_RESUMED)                        \
  X(EnrolmentClosed, ENROLMENT_CLOSED)                          \
  X(EnrolmentTransferred, ENROLMENT_TRANSFERRED)                \
  X(MobilityPlanned, MOBILITY_PLANNED)                          \
  X(EquivalenceGranted, EQUIVALENCE_GRANTED)                    \
  X(WaiverGranted, WAIVER_GRANTED)                              \
  X(ReserveLifted, RESERVE_LIFTED)                              \
  X(ReserveLapsed, RESERVE_LAPSED)                              \
  X(JuryDecisionRectified, JURY_DECISION_RECTIFIED)             \
  X(JuryDecisionAnnulled, JURY_DECISION_ANNULLED)               \
  X(DecisionNotified, DECISION_NOTIFIED)                        \
  X(AppealLodged, APPEAL_LODGED)                                \
  X(AppealDecided, APPEAL_DECIDED)                              \
  X(CourtRuled, COURT_RULED)                                    \
  X(AwardWithdrawn, AWARD_WITHDRAWN)                            \
  X(AwardReinstated, AWARD_REINSTATED)                          \
  X(DuplicateIssued, DUPLICATE_ISSUED)                          \
  X(BlockCertificateIssued, BLOCK_CERTIFICATE_ISSUED)           \
  X(SurveyAnswered, SURVEY_ANSWERED)                            \
  X(RevisionApplied, REVISION_APPLIED)                          \
  X(SkipWaived, SKIP_WAIVED)                                    \
  X(FindingNoted, FINDING_NOTED)                                \
  X(CaseOpened, CASE_OPENED)                                    \
  X(CaseAssigned, CASE_ASSIGNED)                                \
  X(CaseClosed, CASE_CLOSED)                                    \
  X(SampleDrawn, SAMPLE_DRAWN)

namespace cartulary::codec {

#define CARTULARY_DECLARE(Name, NUMBER)                              \
  void Write(const Name& fact, schema::Name::Builder out, Put& put); \
  void Read(schema::Name::Reader in, Name& fact, Get& get);
CARTULARY_EACH_PLAIN_FACT(CARTULARY_DECLARE)
#undef CARTULARY_DECLARE

void WriteFact(const Fact& fact, schema::Fact::Builder out, Put& put);
void ReadFact(schema::Fact::Reader in, Fact& fact, Get& get);

}  // namespace cartulary::codec
