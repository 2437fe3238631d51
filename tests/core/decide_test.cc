// What Decide accepts: a row for each type of fact, at least.
#include <gtest/gtest.h>

#include <functional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "decide_world.h"

namespace cartulary {
namespace {

struct AcceptedRow {
  const char* name;
  std::function<Command(World&)> command;
};

Command Reasoned(Command command) {
  command.by.reason = ReasonCode{"looked_at"};
  return command;
}

TutorGridSigned WithoutCompany(TutorGridSigned grid) {
  grid.company.reset();
  return grid;
}

const std::vector<AcceptedRow>& AcceptedRows() {
  static const std::vector<AcceptedRow> rows = {
      {"a store is made, before anybody is registered",
       [](World& w) {
         Command command =
             w.Of(StreamKind::kSystem, IdOf<Subject>(60), StoreCreated{}, "2025-01-15");
         command.by.actor.person = kStranger;
         return command;
       }},
      {"a person enters themselves",
       [](World& w) {
         Command command =
             w.Of(StreamKind::kPerson, SubjectOf(kStranger), PersonRegistered{}, "2025-01-15");
         command.by.actor.person = kStranger;
         return command;
       }},
      {"an accreditation", [](World& w) { return w.OfInstitution(Accreditation(), "2026-01-01"); }},
      {"the end of an accreditation, announced",
       [](World& w) {
         return w.OfInstitution(BodyAccreditationEnded{{"ETS"}, {"en"}, {}}, "2025-12-31");
       }},
      {"a delegation that begins later",
       [](World& w) {
         DelegationGranted fact{kDirector, kHead, DelegationKind::kRepresentation, {}, {}, {}, {}};
         return w.OfInstitution(fact, "2025-09-01");
       }},
      {"the end of a delegation",
       [](World& w) {
         return w.OfInstitution(DelegationEnded{kDelegation, {}}, "2025-06-30");
       }},
      {"an office",
       [](World& w) {
         OfficeHeld fact{kHead, Office::kCampusDirector, CampusCode{"AIX"}, {}, {}};
         return w.OfInstitution(fact, "2025-09-01");
       }},
      {"an office is left",
       [](World& w) {
         return w.OfInstitution(OfficeLeft{kDirector, Office::kDirectorGeneral, {}, {}},
                                "2025-08-31");
       }},
      {"an edition ahead of its time",
       [](World& w) { return w.OfTitle(NewEdition("2025"), "2025-09-01"); }},
      {"a correction of the rules", [](World& w) { return w.CorrectsRules(Correction()); }},
      {"a completion of the rules", [](World& w) { return w.CompletesRules(Completion()); }},
      {"a completion with the document that settles it",
       [](World& w) {
         Command command = w.CompletesRules(Completion());
         w.text.documents.push_back({"reglement", {}, HashOf(3), std::nullopt});
         w.text.assumptions[1].settlement->document = "reglement";
         return command;
       }},
      {"a planned assessment", [](World& w) { return w.OfTitle(Plan("EX9"), "2025-09-01"); }},
      {"a code planned for another cohort too",
       [](World& w) {
         AssessmentPlanned fact = Plan("EX-2022");
         fact.cohort = CohortCode{"2023"};
         return w.OfTitle(fact, "2025-01-01");
       }},
      {"a learner",
       [](World& w) {
         return w.Of(StreamKind::kLearner, IdOf<Subject>(61), LearnerRegistered{Lookup{HashOf(61)}},
                     "2025-01-15");
       }},
      {"an enrolment whose edition the program chooses",
       [](World& w) { return w.OfNewcomer(Enrolment(IdOf<EnrolmentId>(62)), "2024-09-02"); }},
      {"an enrolment with an entry level that the rules do not admit: a finding",
       [](World& w) {
         EnrolmentOpened fact = Enrolment(IdOf<EnrolmentId>(62));
         fact.level = 7;
         return w.OfNewcomer(fact, "2024-09-02");
       }},
      {"an enrolment after a refusal",
       [](World& w) {
         w.Append(w.OfApprentice(JuryDecides(kOpenJury, FinalDecision::kRefused), "2024-09-10"));
         return w.OfApprentice(Enrolment(IdOf<EnrolmentId>(62)), "2024-10-01");
       }},
      {"an enrolment after the award of the same title",
       [](World& w) {
         w.Record(w.OfApprentice(Award("ENSAM-1"), "2024-09-01"));
         return w.OfApprentice(Enrolment(IdOf<EnrolmentId>(62)), "2024-09-02");
       }},
      {"a recusal by a member whom an amendment added",
       [](World& w) {
         JuryAmended amendment;
         amendment.added = {{kAcademicTutor, College::kAcademic, MemberCapacity::kOtherTeacher}};
         amendment.ground = {"replacement"};
         w.Append(w.OfJury(kOpenJury, amendment, "2024-08-20"));
         return w.OfJury(kOpenJury, RecusalRecorded{kAcademicTutor, kApprentice}, "2024-09-10");
       }},
      {"a contract",
       [](World& w) {
         return w.OfApprentice(
             ContractStarted{
                 kEnrolment, {"NEXT"}, ContractKind::kApprenticeship, Day("2025-08-31")},
             "2024-09-01");
       }},
      {"the agreed end of a contract, ahead",
       [](World& w) {
         return w.OfApprentice(ContractEnded{kEnrolment, ContractEnding::kNormal}, "2025-08-31");
       }},
      {"a tutor",
       [](World& w) {
         return w.OfApprentice(TutorAssigned{kEnrolment, kCompanyTutor, TutorRole::kCompany, {}},
                               "2021-09-01");
       }},
      {"a tutor leaves",
       [](World& w) {
         return w.OfApprentice(TutorEnded{kEnrolment, kAcademicTutor, TutorRole::kAcademic},
                               "2025-08-31");
       }},
      {"a grade of 20", [](World& w) { return w.OfApprentice(Grade("EX3", "20"), "2022-02-01"); }},
      {"a grade of 0", [](World& w) { return w.OfApprentice(Grade("EX3", "0"), "2022-02-01"); }},
      {"a level instead of a grade",
       [](World& w) {
         AssessmentRecorded fact = Attempt("EX3", AssessmentStatus::kGraded);
         fact.level = AcquiredLevel::kPartlyAcquired;
         return w.OfApprentice(fact, "2022-02-01");
       }},
      {"a resit after an absence",
       [](World& w) {
         AssessmentRecorded fact = Grade("EX2", "11");
         fact.session = AssessmentSession::kResit;
         return w.OfApprentice(fact, "2022-09-12");
       }},
      {"a resit of the past without its first session",
       [](World& w) {
         AssessmentRecorded fact = Grade("EX3", "11");
         fact.session = AssessmentSession::kResit;
         Command command = w.OfApprentice(fact, "2022-09-12");
         command.by.entry = EntryMode::kHistorical;
         return command;
       }},
      {"a resit of a year's plan, in the next December",
       [](World& w) { return w.OfApprentice(Grade("EX-Y1", "11"), "2022-12-31"); }},
      {"an absence is justified",
       [](World& w) {
         return w.OfApprentice(AbsenceJustified{kEnrolment, kAbsent, {"medical"}}, "2022-01-20");
       }},
      {"a grid", [](World& w) { return w.OfApprentice(Grid(), "2022-06-27"); }},
      {"T15: a grid signed by one tutor only is recorded; Evaluate judges it",
       [](World& w) { return w.OfApprentice(WithoutCompany(Grid()), "2022-06-20"); }},
      {"a report", [](World& w) { return w.OfApprentice(NewReport(), "2022-06-30"); }},
      {"a defence about a stay",
       [](World& w) {
         DefenceHeld fact = NewDefence(DefenceKind::kMobility);
         fact.stays = {kStay};
         return w.OfApprentice(fact, "2023-06-30");
       }},
      {"a certificate of a body that is not accredited: a finding",
       [](World& w) {
         LanguageCertificateRecorded fact = Certificate(111);
         fact.body = {"UNHEARD-OF"};
         return w.OfApprentice(fact, "2024-01-01");
       }},
      {"a certificate is revoked",
       [](World& w) {
         return w.OfApprentice(
             LanguageCertificateRevoked{kCertificate, CorrectionGround::kAnnulledByIssuer},
             "2024-12-01");
       }},
      {"a stay that overlaps another: Evaluate counts days once",
       [](World& w) { return w.OfApprentice(Stay(), "2023-04-30"); }},
      {"a report on a stay",
       [](World& w) {
         return w.OfApprentice(
             MobilityReportAssessed{kEnrolment, {kStay}, Appraisal::kFavourable, {kHead}},
             "2023-06-30");
       }},
      {"a VAE application is admissible",
       [](World& w) {
         return w.OfCandidate(VaeAdmissibilityDecided{kVaeEnrolment, Appraisal::kFavourable},
                              "2021-10-01");
       }},
      {"a VAE dossier",
       [](World& w) { return w.OfCandidate(VaeDossierSubmitted{kVaeEnrolment}, "2022-03-01"); }},
      {"a decision of another session, though the candidate was not convened: a finding",
       [](World& w) {
         return w.OfApprentice(JuryDecides(kOpenJury, FinalDecision::kAdmitted), "2024-09-10");
       }},
      {"a partial decision that validates a block",
       [](World& w) {
         JuryDecisionRecorded fact = JuryDecides(kOpenJury, FinalDecision::kPartial);
         fact.blocks = {{{"BC01"}, BlockDecision::kValidated}, {{"BC02"}, BlockDecision::kRefused}};
         return w.OfApprentice(fact, "2024-09-10");
       }},
      {"an award", [](World& w) { return w.OfApprentice(Award("ENSAM-1"), "2024-09-01"); }},
      {"T10, T12: a jury without parity, with the tutor on it: a finding",
       [](World& w) {
         JuryAppointed fact = Appointment("JD-2025-07");
         fact.members.push_back(
             {kAcademicTutor, College::kAcademic, MemberCapacity::kProgrammeTeacher});
         fact.delegation = EventRef{kInstitution, kDelegation};
         fact.session_date = Day("2025-07-10");
         return w.OfJury(IdOf<JuryId>(63), fact, "2025-01-10");
       }},
      {"a candidate is convened",
       [](World& w) {
         return w.OfJury(kOpenJury, CandidateConvened{kApprentice, kEnrolment}, "2024-08-20");
       }},
      {"a jury is amended, its chair replaced",
       [](World& w) {
         JuryAmended fact;
         fact.chair = kHead;
         fact.added = {{kAcademicTutor, College::kAcademic, MemberCapacity::kOtherTeacher}};
         fact.removed = {kDirector};
         fact.ground = {"absence"};
         return w.OfJury(kOpenJury, fact, "2024-08-20");
       }},
      {"an attendance without signature: a finding",
       [](World& w) {
         AttendanceSigned fact{kHead, TimeOfDay{540}, TimeOfDay{720}, SignatureMethod::kMissing};
         return w.OfJury(kOpenJury, fact, "2024-09-10");
       }},
      {"a recusal by a member who was replaced",
       [](World& w) {
         JuryAmended amendment;
         amendment.removed = {kHead};
         amendment.ground = {"conflict"};
         w.Append(w.OfJury(kOpenJury, amendment, "2024-08-20"));
         return w.OfJury(kOpenJury, RecusalRecorded{kHead, kApprentice}, "2024-09-10");
       }},
      {"minutes, whose leaves only the committer knows",
       [](World& w) {
         w.Append(w.OfApprentice(JuryDecides(kOpenJury, FinalDecision::kDeferred), "2024-09-10"));
         const MinutesSealed fact{{kDirector}, {{kApprentice, {kDecision.value + 1}, Hash{}}}};
         return w.OfJury(kOpenJury, fact, "2024-09-11");
       }},
      {"minutes that a member signs who attended",
       [](World& w) {
         w.Append(w.OfJury(kOpenJury,
                           AttendanceSigned{kHead, {}, {}, SignatureMethod::kHandwritten},
                           "2024-09-10"));
         return w.OfJury(kOpenJury, MinutesSealed{{kDirector, kHead}, {}}, "2024-09-11");
       }},
      {"minutes from before the register, as they are",
       [](World& w) {
         Command command = w.OfJury(kOtherJury, MinutesSealed{{kCompanyTutor}, {}}, "2024-09-04");
         command.by.entry = EntryMode::kMigration;
         return command;
       }},
      {"a decision from before the register, before its session",
       [](World& w) {
         Command command =
             w.OfApprentice(JuryDecides(kOpenJury, FinalDecision::kDeferred), "2024-07-09");
         command.by.entry = EntryMode::kHistorical;
         return command;
       }},
      {"a recusal after the minutes, approved by another person",
       [](World& w) {
         return Approved(w.OfJury(kSealedJury, RecusalRecorded{kHead, kApprentice}, "2024-07-10"));
       }},
      {"a recusal of before the minutes, voided with an approver",
       [](World& w) {
         w.Append(w.OfJury(kSealedJury, RecusalRecorded{kHead, kApprentice}, "2024-07-10"));
         Command command = w.OfJury(kSealedJury, Void({5}), "2024-07-10");
         command.by.approver = Actor{kDirector, ActorRole::kDirector, Assurance::kOsAccount, 1001};
         return command;
       }},
      {"an award on the order of a court",
       [](World& w) {
         AwardIssued fact = Award("ENSAM-1");
         fact.authority = Authority::kCourt;
         return w.OfApprentice(fact, "2024-09-01");
       }},
      {"an accreditation of the school, which is not its registration",
       [](World& w) {
         return w.OfInstitution(AccreditationRecorded{{"CTI"}, {}, {}, {}}, "2025-09-01");
       }},
      {"a rule of retention",
       [](World& w) {
         return w.OfInstitution(RetentionRuleSet{SealedClass::kRegister, 50, {}}, "2025-01-01");
       }},
      {"a successor of the certification",
       [](World& w) {
         return w.OfTitle(SuccessorDeclared{kTitle, kOtherTitle, {{{"BC01"}, {"B1"}}}, {}},
                          "2026-09-01");
       }},
      {"published figures, some unknown",
       [](World& w) {
         StatisticsPublished fact;
         fact.certification = kTitle;
         fact.year = 2023;
         fact.certified = 20;
         fact.by_vae = 0;
         return w.OfTitle(fact, "2025-01-10");
       }},
      {"two registrations of one learner",
       [](World& w) {
         return Approved(w.OfApprentice(LearnersMerged{kNewcomer, true, {}}, "2025-01-10"));
       }},
      {"a stay in an enrolment of a registration that was merged",
       [](World& w) {
         w.Append(w.OfApprentice(LearnersMerged{kNewcomer, false, {}}, "2022-01-10"));
         return w.OfApprentice(Stay(), "2023-04-30");
       }},
      {"a correction in a registration that was merged",
       [](World& w) {
         w.Append(w.OfApprentice(LearnersMerged{kNewcomer, false, {}}, "2024-01-10"));
         return w.OfApprentice(Correct(kCertificate, Certificate(9)), "2024-02-01");
       }},
      {"an accommodation",
       [](World& w) { return w.OfApprentice(AccommodationGranted{}, "2022-01-10"); }},
      {"the end of an accommodation",
       [](World& w) {
         w.Append(w.OfApprentice(AccommodationGranted{}, "2022-01-10"));
         return w.OfApprentice(AccommodationEnded{kNext}, "2022-06-30");
       }},
      {"a repeated year, under another edition",
       [](World& w) {
         w.Append(w.OfTitle(NewEdition("2022"), "2022-09-01"));
         return w.OfApprentice(
             AnnualRegistrationRecorded{kEnrolment, {2022}, 1, true, EditionCode{"2022"}, {}},
             "2022-09-01");
       }},
      {"T16: an apprentice goes on by continuing education",
       [](World& w) {
         return w.OfApprentice(RouteChanged{kEnrolment, Route::kContinuingEducation, {}},
                               "2022-09-01");
       }},
      {"a dossier of VAE, after a change to that route",
       [](World& w) {
         w.Append(w.OfApprentice(RouteChanged{kEnrolment, Route::kVae, {}}, "2023-09-01"));
         return w.OfApprentice(VaeAdmissibilityDecided{kEnrolment, Appraisal::kFavourable},
                               "2023-10-01");
       }},
      {"interrupted anew on the day of the resumption",
       [](World& w) {
         const EnrolmentSuspended gap{kEnrolment, LeavingReason::kGapYear, {}, {}};
         w.Append(w.OfApprentice(gap, "2022-09-01"));
         w.Append(w.OfApprentice(EnrolmentResumed{kEnrolment, {}}, "2023-02-01"));
         w.Append(w.OfApprentice(gap, "2023-02-01"));
         return w.OfApprentice(EnrolmentResumed{kEnrolment, {}}, "2023-03-01");
       }},
      {"a gap year",
       [](World& w) {
         return w.OfApprentice(
             EnrolmentSuspended{kEnrolment, LeavingReason::kGapYear, Day("2023-08-31"), {}},
             "2022-09-01");
       }},
      {"the end of a gap year",
       [](World& w) {
         w.Append(w.OfApprentice(
             EnrolmentSuspended{kEnrolment, LeavingReason::kGapYear, Day("2023-08-31"), {}},
             "2022-09-01"));
         return w.OfApprentice(EnrolmentResumed{kEnrolment, {}}, "2023-09-01");
       }},
      {"a resignation",
       [](World& w) {
         return w.OfApprentice(EnrolmentClosed{kEnrolment, LeavingReason::kResignation, {}},
                               "2024-08-31");
       }},
      {"a transfer to another certification",
       [](World& w) {
         EnrolmentOpened other = Enrolment(IdOf<EnrolmentId>(62));
         other.certification = kOtherTitle;
         other.edition = {"2019"};
         w.Append(w.OfApprentice(other, "2022-09-01"));
         return w.OfApprentice(EnrolmentTransferred{kEnrolment, other.enrolment, {}}, "2024-08-31");
       }},
      {"a stay that is planned",
       [](World& w) {
         return w.OfApprentice(
             MobilityPlanned{kEnrolment, {"DE"}, Day("2025-05-31"), MobilityKind::kCompany},
             "2025-03-01");
       }},
      {"T3: a block of the predecessor, by an explicit decision",
       [](World& w) {
         return w.OfApprentice(
             EquivalenceGranted{
                 kEnrolment, kOtherTitle, {"B1"}, {"BC01"}, Authority::kJury, {"ACT-1"}},
             "2024-07-10");
       }},
      {"a waiver by whom the rule names",
       [](World& w) {
         return w.OfApprentice(
             WaiverGranted{kEnrolment, {"stay"}, {"medical"}, Authority::kProgrammeHead, {"ACT-1"}},
             "2024-06-01");
       }},
      {"an admission subject to a reserve, with points of jury",
       [](World& w) { return w.OfApprentice(ConditionalDecision(), "2024-09-10"); }},
      {"a reserve is lifted by the chair",
       [](World& w) {
         w.Append(w.OfApprentice(ConditionalDecision(), "2024-09-10"));
         return w.OfApprentice(
             ReserveLifted{kEnrolment, kNext, {"stay"}, Authority::kJuryChair, {}}, "2024-12-31");
       }},
      {"a reserve lapses after its deadline",
       [](World& w) {
         w.Append(w.OfApprentice(ConditionalDecision(), "2024-09-10"));
         return w.OfApprentice(ReserveLapsed{kEnrolment, kNext, {"stay"}}, "2025-01-01");
       }},
      {"a new deliberation takes the place of a decision",
       [](World& w) {
         w.Append(w.OfApprentice(JuryDecides(kOpenJury, FinalDecision::kDeferred), "2024-09-10"));
         return w.OfApprentice(
             JuryDecisionRectified{kEnrolment, kDecision, kNext, Authority::kJury, {"ACT-2"}},
             "2024-09-10");
       }},
      {"a decision is annulled",
       [](World& w) {
         return w.OfApprentice(
             JuryDecisionAnnulled{kEnrolment, kDecision, Authority::kCourt, {"TA-1"}},
             "2024-11-01");
       }},
      {"a notification",
       [](World& w) {
         return w.OfApprentice(
             DecisionNotified{kEnrolment, kDecision, NotificationMeans::kRegisteredLetter, true},
             "2024-07-20");
       }},
      {"an appeal",
       [](World& w) {
         return w.OfApprentice(AppealLodged{kEnrolment, kDecision, AppealKind::kToTheAuthor},
                               "2024-08-01");
       }},
      {"an appeal is decided",
       [](World& w) {
         w.Append(w.OfApprentice(AppealLodged{kEnrolment, kDecision, AppealKind::kToTheAuthor},
                                 "2024-08-01"));
         return w.OfApprentice(
             AppealDecided{
                 kEnrolment, kNext, AppealOutcome::kRejected, Authority::kDirectorGeneral, {}},
             "2024-08-20");
       }},
      {"a ruling of a court",
       [](World& w) {
         CourtRuled fact;
         fact.enrolment = kEnrolment;
         fact.decision = kDecision;
         fact.outcome = CourtOutcome::kAnnulled;
         fact.scope = RulingScope::kDecision;
         fact.deadline = Day("2025-01-31");
         fact.act = {"TA-2204524"};
         return w.OfApprentice(fact, "2024-11-07");
       }},
      {"a title is withdrawn",
       [](World& w) {
         w.Record(w.OfApprentice(Award("ENSAM-1"), "2024-09-01"));
         return w.OfApprentice(Withdrawal(), "2024-11-01");
       }},
      {"a title is reinstated",
       [](World& w) {
         w.Record(w.OfApprentice(Award("ENSAM-1"), "2024-09-01"));
         w.Record(w.OfApprentice(Withdrawal(), "2024-11-01"));
         return w.OfApprentice(
             AwardReinstated{kEnrolment, {kNext.value + 1}, Authority::kCourt, {"TA-2"}},
             "2024-12-01");
       }},
      {"another award on another decision, after the first was withdrawn",
       [](World& w) {
         w.Record(w.OfApprentice(Award("ENSAM-1"), "2024-09-01"));
         w.Record(w.OfApprentice(Withdrawal(), "2024-11-01"));
         constexpr Version kAnew{kNext.value + 2};
         w.Append(w.OfApprentice(JuryDecides(kOpenJury, FinalDecision::kAdmitted), "2024-12-10"));
         w.SignAttendance(kOpenJury, "2024-12-10");
         w.Append(w.OfJury(kOpenJury, MinutesSealed{{kDirector}, {{kApprentice, kAnew, {}}}},
                           "2024-12-11"));
         w.verdict.decision->version = kAnew;
         return w.OfApprentice(With(Award("ENSAM-2"), [=](auto& f) { f.decision = kAnew; }),
                               "2024-12-20");
       }},
      {"a duplicate",
       [](World& w) {
         w.Record(w.OfApprentice(Award("ENSAM-1"), "2024-09-01"));
         return w.OfApprentice(
             DuplicateIssued{kEnrolment, kNext, {"lost"}, Authority::kRegistrar, {}}, "2025-01-10");
       }},
      {"a certificate of a block",
       [](World& w) {
         JuryDecisionRecorded decision = JuryDecides(kOpenJury, FinalDecision::kPartial);
         decision.blocks = {{{"BC01"}, BlockDecision::kValidated}};
         w.Append(w.OfApprentice(decision, "2024-09-10"));
         return w.OfApprentice(
             BlockCertificateIssued{kEnrolment, {"BC01"}, kNext, Authority::kRegistrar, {}},
             "2024-10-01");
       }},
      {"an answer to the survey",
       [](World& w) {
         w.Record(w.OfApprentice(Award("ENSAM-1"), "2024-07-15"));
         return w.OfApprentice(
             SurveyAnswered{kEnrolment, SurveyHorizon::kSixMonths, SurveyAnswer::kYes,
                            SurveyAnswer::kYes, SurveyAnswer::kNo},
             "2025-01-10");
       }},
      {"a correction",
       [](World& w) { return w.OfApprentice(Correct(kGraded, Grade("EX1", "13")), "2022-01-15"); }},
      {"a correction of an identity alone: the fact stays the same, the sealed piece is new",
       [](World& w) {
         return w.OfApprentice(Correct({0}, LearnerRegistered{Lookup{HashOf(101)}}), "2021-06-01");
       }},
      {"a voiding", [](World& w) { return w.OfApprentice(Void(kGraded), "2022-01-15"); }},
      {"a voiding from a date",
       [](World& w) { return w.OfInstitution(Void(kDelegation), "2024-01-01"); }},
      {"a revision applied, with the case that it opens",
       [](World& w) {
         RevisionApplied fact = Applied();
         fact.cases = 1;
         Command command = w.AppliesRules(fact);
         CaseOpened opened = AwardCase();
         opened.finding.reset();
         command.cases = {opened};
         return command;
       }},
      {"an earlier revision applied again",
       [](World& w) {
         w.Append(w.AppliesRules(Applied()));
         return w.DirectorApplies(With(Applied(), [](auto& f) { f.number = 1; }));
       }},
      {"an event passed over",
       [](World& w) {
         return Reasoned(w.OfSystem(
             SkipWaived{{SubjectOf(kApprentice), kContract}, Authority::kDirectorGeneral},
             "2025-01-10"));
       }},
      {"a finding noted",
       [](World& w) {
         return Reasoned(w.OfSystem(
             FindingNoted{{"jury_size"}, HashOf(5), FindingStatus::kAccepted}, "2025-01-10"));
       }},
      {"a case opened by a finding",
       [](World& w) { return w.OfSystem(AwardCase(), "2025-01-10"); }},
      {"a case opened anew once the first is closed",
       [](World& w) {
         w.Append(w.OfSystem(AwardCase(), "2025-01-10"));
         w.Append(
             w.OfSystem(CaseClosed{kCase, CaseClosing::kJury, {}, ActCode{"PV-12"}}, "2025-01-11"));
         return w.OfSystem(AwardCase(), "2025-01-12");
       }},
      {"a case assigned",
       [](World& w) {
         w.Append(w.OfSystem(AwardCase(), "2025-01-10"));
         return w.OfSystem(CaseAssigned{kCase, kHead}, "2025-01-11");
       }},
      {"a revision applied from the account that published it, and said so",
       [](World& w) {
         Command command = w.AppliesRules(Applied());
         command.by.actor.uid = 1001;
         command.by.same_account = true;
         return command;
       }},
      {"a case closed by what the jury decided since",
       [](World& w) {
         w.Append(w.OfSystem(AwardCase(), "2025-01-10"));
         w.Append(w.OfApprentice(JuryDecides(kOpenJury, FinalDecision::kAdmitted), "2025-01-12"));
         return w.OfSystem(
             CaseClosed{kCase, CaseClosing::kJury, EventRef{SubjectOf(kApprentice), kNext}, {}},
             "2025-01-14");
       }},
      {"a case closed by an authority's act",
       [](World& w) {
         w.Append(w.OfSystem(AwardCase(), "2025-01-10"));
         w.Append(w.OfApprentice(
             JuryDecisionAnnulled{kEnrolment, kDecision, Authority::kDirectorGeneral, {"D-3"}},
             "2025-01-12"));
         return w.OfSystem(
             CaseClosed{
                 kCase, CaseClosing::kAuthority, EventRef{SubjectOf(kApprentice), kNext}, {}},
             "2025-01-14");
       }},
      {"a case closed with no change",
       [](World& w) {
         w.Append(w.OfSystem(AwardCase(), "2025-01-10"));
         return Reasoned(
             w.OfSystem(CaseClosed{kCase, CaseClosing::kNoChange, {}, {}}, "2025-01-14"));
       }},
      {"a sample drawn",
       [](World& w) {
         SampleDrawn fact;
         fact.drawn = HashOf(4);
         fact.population = SamplePopulation::kAwards;
         fact.size = 1;
         fact.of = 1;
         return w.OfSystem(fact, "2025-01-10");
       }},
  };
  return rows;
}

TEST(DecideTest, AcceptsWhatMayBeTrue) {
  for (const AcceptedRow& row : AcceptedRows()) {
    SCOPED_TRACE(row.name);
    World world;
    const Command command = row.command(world);
    const Decision decision = world.Decide(command);
    const auto* rejection = std::get_if<Rejection>(&decision);
    ASSERT_EQ(rejection, nullptr) << ToName(rejection->code) << ": " << rejection->detail.en;
    world.Take(command, std::get<std::vector<Decided>>(decision));  // Fold takes it too.
  }
}

TEST(DecideTest, EveryTypeOfFactHasAnAcceptedRow) {
  std::set<FactType> accepted;
  for (const AcceptedRow& row : AcceptedRows()) {
    World world;
    const Decision decision = world.Decide(row.command(world));
    const auto* decided = std::get_if<std::vector<Decided>>(&decision);
    if (decided == nullptr) continue;
    for (const Decided& one : *decided) accepted.insert(InfoOf(one.fact).type);
  }
  ForEachFactType([&](const auto& fact) {
    EXPECT_TRUE(accepted.count(fact.kInfo.type) == 1) << fact.kInfo.name;
  });
}

// Each accepted fact again, once the learner has left the day before or that very day.
TEST(DecideTest, WhatFollowsLeavingIsOnlyWhatBelongsAfter) {
  const std::set<FactType> on_any_day = {FactType::kContractEnded,
                                         FactType::kTutorEnded,
                                         FactType::kAbsenceJustified,
                                         FactType::kJuryDecisionRecorded,
                                         FactType::kReserveLifted,
                                         FactType::kReserveLapsed,
                                         FactType::kJuryDecisionRectified,
                                         FactType::kJuryDecisionAnnulled,
                                         FactType::kDecisionNotified,
                                         FactType::kAppealLodged,
                                         FactType::kAppealDecided,
                                         FactType::kCourtRuled,
                                         FactType::kAwardIssued,
                                         FactType::kAwardWithdrawn,
                                         FactType::kAwardReinstated,
                                         FactType::kDuplicateIssued,
                                         FactType::kBlockCertificateIssued,
                                         FactType::kSurveyAnswered};
  const std::set<FactType> not_even_that_day = {FactType::kAnnualRegistrationRecorded,
                                                FactType::kRouteChanged,
                                                FactType::kEnrolmentSuspended,
                                                FactType::kEnrolmentResumed,
                                                FactType::kEnrolmentClosed,
                                                FactType::kEnrolmentTransferred};
  for (const AcceptedRow& row : AcceptedRows()) {
    for (const int days_before : {0, 1}) {
      for (const EntryMode entry : {EntryMode::kLive, EntryMode::kHistorical}) {
        World world;
        Command command = row.command(world);
        command.by.entry = entry;
        const auto enrolment = std::visit(
            [](const auto& fact) -> std::optional<EnrolmentId> {
              if constexpr (requires { fact.enrolment.bytes; }) return fact.enrolment;
              return std::nullopt;
            },
            command.fact);
        const FactType type = InfoOf(command.fact).type;
        if (!enrolment || command.kind != StreamKind::kLearner ||
            type == FactType::kEnrolmentOpened) {
          continue;
        }
        SCOPED_TRACE(std::string(row.name) + ", left " + std::to_string(days_before) +
                     " days before");
        const std::string before = Answer(world.Decide(command));
        Command leaves = command;
        leaves.fact = EnrolmentClosed{*enrolment, LeavingReason::kResignation, {}};
        leaves.by.effective = Date{command.by.effective.days - days_before};
        leaves.by.entry = EntryMode::kLive;
        world.Append(leaves);
        const bool refused =
            on_any_day.count(type) == 0 && (days_before > 0 || not_even_that_day.count(type) > 0);
        // A leaving like the one just recorded is the same fact, sent twice.
        if (type == FactType::kEnrolmentClosed && days_before == 0) continue;
        EXPECT_EQ(Answer(world.Decide(command)), refused ? "enrolment_ended" : before);
      }
    }
  }
}

TEST(DecideTest, AResultOfAnInterruptionIsAccepted) {
  World world;
  world.Append(world.OfApprentice(EnrolmentSuspended{kEnrolment, LeavingReason::kGapYear, {}, {}},
                                  "2022-01-01"));
  EXPECT_EQ(Answer(world.Decide(world.OfApprentice(Grade("EX3", "12"), "2022-02-01"))), "accepted");
}

TEST(DecideTest, ATitleWhoseDecisionWasAnnulledIsWithdrawnBeforeAnother) {
  World world;
  world.Record(world.OfApprentice(Award("ENSAM-1"), "2024-09-01"));
  const auto answer = [&] {
    return std::get<Rejection>(world.Decide(world.OfApprentice(Award("ENSAM-2"), "2024-12-01")));
  };
  EXPECT_EQ(answer().code, RejectionCode::kSecondAward);
  EXPECT_EQ(answer().detail.en.find("AwardWithdrawn"), std::string::npos);
  world.Append(world.OfApprentice(
      JuryDecisionAnnulled{kEnrolment, kDecision, Authority::kCourt, {"TA-1"}}, "2024-11-15"));
  EXPECT_EQ(answer().code, RejectionCode::kSecondAward);
  EXPECT_NE(answer().detail.en.find("annulled on 2024-11-15: record its withdrawal"),
            std::string::npos)
      << answer().detail.en;
  EXPECT_NE(answer().detail.fr.find("AwardWithdrawn"), std::string::npos);
}

// However the cases are, no award, decision or withdrawal comes of a revision that is applied.
TEST(DecideTest, ARevisionAppliedBringsItsCasesAndNothingElse) {
  std::mt19937 random(39304);
  const auto some = [&](std::uint32_t below) {
    return static_cast<std::uint32_t>(random() % below);
  };
  for (int round = 0; round < 200; ++round) {
    World world;
    RevisionApplied fact = Applied();
    fact.cases = some(8);
    Command command = world.AppliesRules(fact);
    for (std::uint32_t i = 0; i < fact.cases; ++i) {
      CaseOpened opened = AwardCase();
      opened.learner = some(3) == 0 ? kCandidate : kApprentice;
      opened.kind = some(2) == 0 ? CaseKind::kAward : CaseKind::kRefusal;
      opened.direction = some(2) == 0 ? CaseDirection::kContestable : CaseDirection::kFavourable;
      if (some(3) == 0) opened.concerns.reset();
      opened.finding.reset();
      command.cases.push_back(opened);
    }
    const Decision decision = world.Decide(command);
    ASSERT_EQ(Answer(decision), "accepted");
    const auto& decided = std::get<std::vector<Decided>>(decision);
    ASSERT_EQ(decided.size(), 1 + command.cases.size());
    EXPECT_TRUE(std::holds_alternative<RevisionApplied>(decided.front().fact));
    const EventRef applied{command.subject, {world.Stream(command.subject).next_version}};
    for (std::size_t i = 0; i < command.cases.size(); ++i) {
      const Decided& one = decided[i + 1];
      CaseOpened expected = command.cases[i];
      expected.applied = applied;
      EXPECT_EQ(one.subject, kSystem);
      ASSERT_TRUE(std::holds_alternative<CaseOpened>(one.fact));
      EXPECT_EQ(std::get<CaseOpened>(one.fact), expected);
    }
  }
}

TEST(DecideTest, DoubleSendIsAlreadyRecordedWhateverTheFact) {
  for (const AcceptedRow& row : AcceptedRows()) {
    SCOPED_TRACE(row.name);
    World world;
    const Command command = row.command(world);
    if (!world.Record(command)) continue;
    const std::string again = Answer(world.Decide(command));
    const bool corrects = std::holds_alternative<FactCorrected>(command.fact) ||
                          std::holds_alternative<FactVoided>(command.fact);
    EXPECT_EQ(again, corrects ? "target_superseded" : "already_recorded");
  }
}

}  // namespace
}  // namespace cartulary
