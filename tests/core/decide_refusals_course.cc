// What is refused of the facts of a course: enrolment, decisions, title.
#include "decide_refusals.h"

namespace cartulary {
namespace {

Command Suspend(World& w, const char* from) {
  return w.OfApprentice(EnrolmentSuspended{kEnrolment, LeavingReason::kGapYear, {}, {}}, from);
}
Command Close(World& w, const char* day) {
  return w.OfApprentice(EnrolmentClosed{kEnrolment, LeavingReason::kResignation, {}}, day);
}
Command Year(World& w, std::optional<EditionCode> edition, bool repeating) {
  return w.OfApprentice(
      AnnualRegistrationRecorded{kEnrolment, {2022}, 2, repeating, std::move(edition), {}},
      "2022-09-01");
}
Command Lift(World& w, const char* requirement, Authority authority, const char* day) {
  return w.OfApprentice(ReserveLifted{kEnrolment, kNext, {requirement}, authority, {}}, day);
}
Command Conditional(World& w, const std::function<void(JuryDecisionRecorded&)>& change) {
  return w.OfApprentice(With(ConditionalDecision(), change), "2024-09-10");
}
void AwardAndWithdraw(World& w) {
  w.Record(AwardCommand(w));
  w.Record(w.OfApprentice(Withdrawal(), "2024-11-01"));
}
Command Figures(World& w, const std::function<void(StatisticsPublished&)>& change) {
  StatisticsPublished fact;
  fact.certification = kTitle;
  fact.year = 2023;
  fact.certified = 20;
  return w.OfTitle(With(fact, change), "2025-01-10");
}
Command Appeal(World& w, AppealKind kind) {
  return w.OfApprentice(AppealLodged{kEnrolment, kDecision, kind}, "2024-08-01");
}
Command DecideAppeal(World& w, const char* day) {
  return w.OfApprentice(
      AppealDecided{kEnrolment, kNext, AppealOutcome::kRejected, Authority::kDirectorGeneral, {}},
      day);
}
Command Survey(World& w) {
  return w.OfApprentice(SurveyAnswered{kEnrolment, SurveyHorizon::kSixMonths, SurveyAnswer::kYes,
                                       SurveyAnswer::kUnknown, SurveyAnswer::kNo},
                        "2025-01-10");
}

// Into the other title, entered on 2022-09-01.
Command Transfer(World& w, const char* last_day) {
  EnrolmentOpened other = Enrolment(IdOf<EnrolmentId>(62));
  other.certification = kOtherTitle;
  other.edition = {"2019"};
  w.Append(w.OfApprentice(other, "2022-09-01"));
  return w.OfApprentice(EnrolmentTransferred{kEnrolment, other.enrolment, {}}, last_day);
}

}  // namespace

std::vector<RefusedRow> CourseRows() {
  return {
      {RejectionCode::kSealedContentMissing, "an accommodation without its measure",
       [](World& w) {
         return Without(SealedClass::kHealth, w.OfApprentice(AccommodationGranted{}, "2022-01-10"));
       }},
      {RejectionCode::kPlanOutOfScope, "planned for the edition that a repeated year left behind",
       [](World& w) {
         w.Append(w.OfTitle(NewEdition("2022"), "2022-09-01"));
         w.Append(Year(w, EditionCode{"2022"}, true));
         return w.OfApprentice(Grade("EX1", "12"), "2023-01-10");
       }},
      {RejectionCode::kNoRules, "a change of route under an edition without rules",
       [](World& w) {
         w.Append(w.OfTitle(NewEdition("2022"), "2022-09-01"));
         w.Append(Year(w, EditionCode{"2022"}, true));
         return w.OfApprentice(RouteChanged{kEnrolment, Route::kContinuingEducation, {}},
                               "2023-01-10");
       }},
      {RejectionCode::kLearnerMerged, "a fact of a registration that was merged into another",
       [](World& w) {
         w.Append(w.OfNewcomer(LearnersMerged{kApprentice, false, {}}, "2024-01-10"));
         return w.OfNewcomer(Enrolment(IdOf<EnrolmentId>(62)), "2024-09-02");
       }},
      {RejectionCode::kLearnerMerged, "a certificate of a registration that was merged",
       [](World& w) {
         w.Append(w.OfApprentice(LearnersMerged{kNewcomer, false, {}}, "2024-01-10"));
         return w.OfApprentice(Certificate(9), "2024-02-01");
       }},
      {RejectionCode::kUnknownEnrolment, "a grade with who goes on, for the other's enrolment",
       [](World& w) {
         w.Append(w.OfNewcomer(LearnersMerged{kApprentice, true, {}}, "2022-01-10"));
         return w.OfNewcomer(Grade("EX2", "12"), "2022-02-01");
       }},
      {RejectionCode::kEnrolmentOverlaps, "an enrolment of who goes on, while the other's is open",
       [](World& w) {
         w.Append(w.OfNewcomer(LearnersMerged{kApprentice, true, {}}, "2022-01-10"));
         return w.OfNewcomer(Enrolment(IdOf<EnrolmentId>(62)), "2024-09-02");
       }},
      {RejectionCode::kSecondAward, "an award of who went on, after the other's",
       [](World& w) {
         AwardIssued award = Award("ENSAM-2023-0009");
         award.certification = kTitle;
         w.Append(w.OfCandidate(award, "2023-09-01"));
         w.Append(w.OfApprentice(LearnersMerged{kCandidate, true, {}}, "2024-01-10"));
         return AwardCommand(w);
       }},
      {RejectionCode::kLearnerMerged, "a registration merged twice",
       [](World& w) {
         w.Append(w.OfNewcomer(LearnersMerged{kCandidate, false, {}}, "2024-01-10"));
         return w.OfApprentice(LearnersMerged{kNewcomer, true, {}}, "2025-01-10");
       }},
      {RejectionCode::kUnknownLearner, "merged with nobody",
       [](World& w) {
         return w.OfApprentice(LearnersMerged{IdOf<LearnerId>(77), true, {}}, "2025-01-10");
       }},
      {RejectionCode::kRepeated, "merged with oneself",
       [](World& w) {
         return w.OfApprentice(LearnersMerged{kApprentice, true, {}}, "2025-01-10");
       }},
      {RejectionCode::kUnknownFact, "the end of an accommodation that is none",
       [](World& w) { return w.OfApprentice(AccommodationEnded{kGraded}, "2022-06-30"); }},
      {RejectionCode::kPeriodReversed, "an accommodation that ends before it begins",
       [](World& w) {
         w.Append(w.OfApprentice(AccommodationGranted{}, "2022-01-10"));
         return w.OfApprentice(AccommodationEnded{kNext}, "2022-01-09");
       }},
      {RejectionCode::kRecordedOtherwise, "an accommodation ended twice",
       [](World& w) {
         w.Append(w.OfApprentice(AccommodationGranted{}, "2022-01-10"));
         w.Append(w.OfApprentice(AccommodationEnded{kNext}, "2022-06-30"));
         return w.OfApprentice(AccommodationEnded{kNext}, "2022-07-30");
       }},

      {RejectionCode::kUnknownEdition, "a year under an edition that is not published",
       [](World& w) { return Year(w, EditionCode{"2030"}, true); }},
      {RejectionCode::kOtherEdition, "another edition without a repeated year or an act",
       [](World& w) { return Year(w, EditionCode{"2020"}, false); }},
      {RejectionCode::kLevelOutOfRange, "year 0 of the programme",
       [](World& w) {
         return w.OfApprentice(AnnualRegistrationRecorded{kEnrolment, {2022}, 0, false, {}, {}},
                               "2022-09-01");
       }},
      {RejectionCode::kRecordedOtherwise, "a year registered twice",
       [](World& w) {
         w.Append(Year(w, {}, false));
         return Year(w, {}, true);
       }},
      {RejectionCode::kRouteClosed, "a change to a closed route",
       [](World& w) {
         return w.OfApprentice(RouteChanged{kEnrolment, Route::kStudent, {}}, "2022-09-01");
       }},
      {RejectionCode::kNothingChanged, "a change to the route that one has",
       [](World& w) {
         return w.OfApprentice(RouteChanged{kEnrolment, Route::kApprenticeship, {}}, "2022-09-01");
       }},
      {RejectionCode::kBeforeEntry, "left before entering",
       [](World& w) { return Close(w, "2021-08-31"); }},
      {RejectionCode::kEnrolmentEnded, "an interruption after leaving",
       [](World& w) {
         w.Append(Close(w, "2022-08-31"));
         return Suspend(w, "2022-09-01");
       }},
      {RejectionCode::kEnrolmentEnded, "left twice",
       [](World& w) {
         w.Append(Close(w, "2022-08-31"));
         return Close(w, "2022-09-30");
       }},
      {RejectionCode::kEnrolmentEnded, "a grade after leaving",
       [](World& w) {
         w.Append(Close(w, "2022-01-31"));
         return FirstGrade(w);
       }},
      {RejectionCode::kEnrolmentEnded, "a grade after leaving, in what nobody planned either",
       [](World& w) {
         w.Append(Close(w, "2022-01-31"));
         Command command = FirstGrade(w);
         std::get<AssessmentRecorded>(command.fact).plan = {"EX99"};
         return command;
       }},
      {RejectionCode::kEnrolmentEnded, "a grade after leaving, of the past",
       [](World& w) {
         w.Append(Close(w, "2022-01-31"));
         Command command = FirstGrade(w);
         command.by.entry = EntryMode::kMigration;
         return command;
       }},
      {RejectionCode::kRecordedOtherwise, "interrupted twice",
       [](World& w) {
         w.Append(Suspend(w, "2022-09-01"));
         return Suspend(w, "2022-10-01");
       }},
      {RejectionCode::kPeriodReversed, "an interruption that ends before it begins",
       [](World& w) {
         return w.OfApprentice(
             EnrolmentSuspended{kEnrolment, LeavingReason::kGapYear, Day("2022-08-31"), {}},
             "2022-09-01");
       }},
      {RejectionCode::kNothingToEnd, "resumed without an interruption",
       [](World& w) {
         return w.OfApprentice(EnrolmentResumed{kEnrolment, {}}, "2022-09-01");
       }},
      {RejectionCode::kUnknownEnrolment, "a transfer to an enrolment of nobody",
       [](World& w) {
         return w.OfApprentice(EnrolmentTransferred{kEnrolment, IdOf<EnrolmentId>(62), {}},
                               "2022-08-31");
       }},
      {RejectionCode::kOtherCertification, "a transfer within the same certification",
       [](World& w) {
         w.Append(w.OfApprentice(Enrolment(IdOf<EnrolmentId>(62)), "2022-09-01"));
         return w.OfApprentice(EnrolmentTransferred{kEnrolment, IdOf<EnrolmentId>(62), {}},
                               "2022-08-31");
       }},

      {RejectionCode::kBeforeEntry, "a transfer before the other enrolment",
       [](World& w) { return Transfer(w, "2022-08-30"); }},
      {RejectionCode::kPeriodReversed, "a transfer before the jury's decision",
       [](World& w) { return Transfer(w, "2023-08-31"); }},
      {RejectionCode::kPeriodReversed, "a transfer before the award",
       [](World& w) {
         w.Record(AwardCommand(w));
         return Transfer(w, "2024-08-31");
       }},
      {RejectionCode::kRecordedOtherwise, "a transfer before the one that is recorded",
       [](World& w) {
         w.Append(Transfer(w, "2024-12-31"));
         return w.OfApprentice(EnrolmentTransferred{kEnrolment, IdOf<EnrolmentId>(62), {}},
                               "2024-11-30");
       }},

      {RejectionCode::kPeriodReversed, "a stay planned to end before it begins",
       [](World& w) {
         return w.OfApprentice(
             MobilityPlanned{kEnrolment, {"DE"}, Day("2024-12-31"), MobilityKind::kCompany},
             "2025-03-01");
       }},
      {RejectionCode::kUnknownBlock, "an equivalence for a block that is none",
       [](World& w) {
         return w.OfApprentice(
             EquivalenceGranted{
                 kEnrolment, kOtherTitle, {"B1"}, {"BC09"}, Authority::kJury, {"ACT-1"}},
             "2024-07-10");
       }},
      {RejectionCode::kOtherCertification, "an equivalence within the certification",
       [](World& w) {
         return w.OfApprentice(
             EquivalenceGranted{
                 kEnrolment, kTitle, {"BC01"}, {"BC01"}, Authority::kJury, {"ACT-1"}},
             "2024-07-10");
       }},
      {RejectionCode::kUnknownRequirement, "a waiver of what is not required",
       [](World& w) {
         return w.OfApprentice(
             WaiverGranted{
                 kEnrolment, {"latin"}, {"medical"}, Authority::kProgrammeHead, {"ACT-1"}},
             "2024-06-01");
       }},
      {RejectionCode::kAuthorityNotAllowed, "a waiver by whom the rule does not name",
       [](World& w) {
         return w.OfApprentice(
             WaiverGranted{kEnrolment, {"stay"}, {"medical"}, Authority::kRegistrar, {"ACT-1"}},
             "2024-06-01");
       }},
      {RejectionCode::kAuthorityNotAllowed, "a waiver of what nobody may waive",
       [](World& w) {
         return w.OfApprentice(
             WaiverGranted{
                 kEnrolment, {"award"}, {"medical"}, Authority::kDirectorGeneral, {"ACT-1"}},
             "2024-06-01");
       }},

      {RejectionCode::kReserveMissing, "a conditional admission, subject to nothing",
       [](World& w) { return Conditional(w, [](auto& f) { f.reserves.clear(); }); }},
      {RejectionCode::kReserveUnexpected, "a plain admission with a reserve",
       [](World& w) {
         return Conditional(w, [](auto& f) { f.decision = FinalDecision::kAdmitted; });
       }},
      {RejectionCode::kUnknownRequirement, "a reserve on what is not required",
       [](World& w) {
         return Conditional(w, [](auto& f) { f.reserves[0].requirement = {"latin"}; });
       }},
      {RejectionCode::kPeriodReversed, "a deadline before the decision",
       [](World& w) {
         return Conditional(w, [](auto& f) { f.reserves[0].deadline = Day("2024-09-09"); });
       }},
      {RejectionCode::kAuthorityNotAllowed, "a reserve that the registrar would lift",
       [](World& w) {
         return Conditional(w, [](auto& f) { f.reserves[0].lifted_by = Authority::kRegistrar; });
       }},
      {RejectionCode::kRepeated, "two reserves on one requirement",
       [](World& w) {
         return Conditional(w, [](auto& f) { f.reserves.push_back(f.reserves[0]); });
       }},
      {RejectionCode::kPointsOutOfRange, "no points of jury",
       [](World& w) { return Conditional(w, [](auto& f) { f.points[0].points = {}; }); }},
      {RejectionCode::kUnknownBlock, "points for a block that is none",
       [](World& w) { return Conditional(w, [](auto& f) { f.points[0].block = {"BC09"}; }); }},
      {RejectionCode::kNotReserved, "a reserve lifted that was never made",
       [](World& w) {
         w.Append(w.OfApprentice(ConditionalDecision(), "2024-09-10"));
         return Lift(w, "award", Authority::kJuryChair, "2024-12-31");
       }},
      {RejectionCode::kAuthorityNotAllowed, "a reserve lifted by the registrar",
       [](World& w) {
         w.Append(w.OfApprentice(ConditionalDecision(), "2024-09-10"));
         return Lift(w, "stay", Authority::kRegistrar, "2024-12-31");
       }},
      {RejectionCode::kReserveDeadline, "a reserve lifted too late",
       [](World& w) {
         w.Append(w.OfApprentice(ConditionalDecision(), "2024-09-10"));
         return Lift(w, "stay", Authority::kJuryChair, "2025-01-01");
       }},
      {RejectionCode::kReserveDeadline, "a reserve that lapses before its deadline",
       [](World& w) {
         w.Append(w.OfApprentice(ConditionalDecision(), "2024-09-10"));
         return w.OfApprentice(ReserveLapsed{kEnrolment, kNext, {"stay"}}, "2024-12-31");
       }},
      {RejectionCode::kRecordedOtherwise, "a reserve lifted twice",
       [](World& w) {
         w.Append(w.OfApprentice(ConditionalDecision(), "2024-09-10"));
         w.Append(Lift(w, "stay", Authority::kJuryChair, "2024-12-30"));
         return Lift(w, "stay", Authority::kJuryChair, "2024-12-31");
       }},
      {RejectionCode::kUnknownFact, "a rectification by what is no decision",
       [](World& w) {
         return w.OfApprentice(
             JuryDecisionRectified{kEnrolment, kDecision, kGraded, Authority::kJury, {"ACT-2"}},
             "2024-09-10");
       }},
      {RejectionCode::kNothingChanged, "a decision that takes its own place",
       [](World& w) {
         return w.OfApprentice(
             JuryDecisionRectified{kEnrolment, kDecision, kDecision, Authority::kJury, {"ACT-2"}},
             "2024-07-10");
       }},
      {RejectionCode::kSignatureDate, "a rectification of another day than the new decision",
       [](World& w) {
         w.Append(w.OfApprentice(JuryDecides(kOpenJury, FinalDecision::kDeferred), "2024-09-10"));
         return w.OfApprentice(
             JuryDecisionRectified{kEnrolment, kDecision, kNext, Authority::kJury, {"ACT-2"}},
             "2024-09-11");
       }},
      {RejectionCode::kAuthorityNotAllowed, "a decision annulled by the programme head",
       [](World& w) {
         return w.OfApprentice(
             JuryDecisionAnnulled{kEnrolment, kDecision, Authority::kProgrammeHead, {"ACT-2"}},
             "2024-11-01");
       }},
      {RejectionCode::kDecisionNotStanding, "a decision annulled twice",
       [](World& w) {
         w.Append(w.OfApprentice(
             JuryDecisionAnnulled{kEnrolment, kDecision, Authority::kCourt, {"TA-1"}},
             "2024-11-01"));
         return w.OfApprentice(
             JuryDecisionAnnulled{kEnrolment, kDecision, Authority::kCourt, {"TA-2"}},
             "2024-12-01");
       }},
      {RejectionCode::kPeriodReversed, "notified before it was decided",
       [](World& w) {
         return w.OfApprentice(
             DecisionNotified{kEnrolment, kDecision, NotificationMeans::kLetter, true},
             "2024-07-09");
       }},
      {RejectionCode::kUnknownFact, "an appeal against a grade",
       [](World& w) {
         return w.OfApprentice(AppealLodged{kEnrolment, kGraded, AppealKind::kToTheAuthor},
                               "2024-08-01");
       }},
      {RejectionCode::kAuthorityNotAllowed, "an appeal to the court, decided by the school",
       [](World& w) {
         w.Append(Appeal(w, AppealKind::kToTheCourt));
         return DecideAppeal(w, "2024-08-20");
       }},
      {RejectionCode::kPeriodReversed, "an appeal decided before it was lodged",
       [](World& w) {
         w.Append(Appeal(w, AppealKind::kToTheAuthor));
         return DecideAppeal(w, "2024-07-31");
       }},
      {RejectionCode::kRecordedOtherwise, "an appeal decided twice",
       [](World& w) {
         w.Append(Appeal(w, AppealKind::kToTheAuthor));
         w.Append(DecideAppeal(w, "2024-08-20"));
         return DecideAppeal(w, "2024-08-21");
       }},
      {RejectionCode::kUnknownFact, "a ruling on an appeal to the author",
       [](World& w) {
         w.Append(Appeal(w, AppealKind::kToTheAuthor));
         return w.OfApprentice(CourtRuled{kEnrolment,
                                          kNext,
                                          kDecision,
                                          CourtOutcome::kRejected,
                                          RulingScope::kDecision,
                                          {},
                                          {"TA-1"}},
                               "2024-11-07");
       }},

      {RejectionCode::kUnknownFact, "the withdrawal of a decision, taken for an award",
       [](World& w) {
         return w.OfApprentice(With(Withdrawal(), [](auto& f) { f.award = kDecision; }),
                               "2024-11-01");
       }},
      {RejectionCode::kAuthorityNotAllowed, "a title awarded by the registrar",
       [](World& w) {
         return w.OfApprentice(
             With(Award("ENSAM-1"), [](auto& f) { f.authority = Authority::kRegistrar; }),
             "2024-09-01");
       }},
      {RejectionCode::kAuthorityNotAllowed, "a title withdrawn by the registrar",
       [](World& w) {
         w.Record(AwardCommand(w));
         return w.OfApprentice(
             With(Withdrawal(), [](auto& f) { f.authority = Authority::kRegistrar; }),
             "2024-11-01");
       }},
      {RejectionCode::kPeriodReversed, "a title withdrawn before it was awarded",
       [](World& w) {
         w.Record(AwardCommand(w));
         return w.OfApprentice(Withdrawal(), "2024-08-31");
       }},
      {RejectionCode::kAwardWithdrawnAlready, "a title withdrawn twice",
       [](World& w) {
         AwardAndWithdraw(w);
         return w.OfApprentice(Withdrawal(), "2024-12-01");
       }},
      {RejectionCode::kAwardWithdrawnAlready, "a duplicate of a title that was withdrawn",
       [](World& w) {
         AwardAndWithdraw(w);
         return w.OfApprentice(
             DuplicateIssued{kEnrolment, kNext, {"lost"}, Authority::kRegistrar, {}}, "2025-01-10");
       }},
      {RejectionCode::kAuthorityNotAllowed, "a title reinstated by the registrar",
       [](World& w) {
         AwardAndWithdraw(w);
         return w.OfApprentice(
             AwardReinstated{kEnrolment, {kNext.value + 1}, Authority::kRegistrar, {"ACT-4"}},
             "2024-12-01");
       }},
      {RejectionCode::kRecordedOtherwise, "a title reinstated twice",
       [](World& w) {
         AwardAndWithdraw(w);
         const AwardReinstated fact{kEnrolment, {kNext.value + 1}, Authority::kCourt, {"TA-2"}};
         w.Append(w.OfApprentice(fact, "2024-12-01"));
         return w.OfApprentice(fact, "2024-12-02");
       }},
      {RejectionCode::kBlockNotValidated, "a certificate of a block that was not validated",
       [](World& w) {
         return w.OfApprentice(
             BlockCertificateIssued{kEnrolment, {"BC01"}, kDecision, Authority::kRegistrar, {}},
             "2024-10-01");
       }},
      {RejectionCode::kNotCertified, "a survey of somebody without the title",
       [](World& w) { return Survey(w); }},
      {RejectionCode::kPeriodReversed, "a survey at two years, six months after the title",
       [](World& w) {
         w.Record(AwardCommand(w));
         Command command = Survey(w);
         std::get<SurveyAnswered>(command.fact).horizon = SurveyHorizon::kTwoYears;
         command.by.entry = EntryMode::kHistorical;
         return command;
       }},
      {RejectionCode::kPeriodReversed, "a survey at six months, two months after the title",
       [](World& w) {
         w.Record(AwardCommand(w));
         Command command = Survey(w);
         command.by.effective = Day("2024-11-01");
         return command;
       }},
      {RejectionCode::kRecordedOtherwise, "a survey answered twice",
       [](World& w) {
         w.Record(AwardCommand(w));
         w.Append(Survey(w));
         return w.OfApprentice(
             SurveyAnswered{kEnrolment, SurveyHorizon::kSixMonths, SurveyAnswer::kNo,
                            SurveyAnswer::kNo, SurveyAnswer::kNo},
             "2025-01-11");
       }},

      {RejectionCode::kFigureOutOfRange, "no year of retention",
       [](World& w) {
         return w.OfInstitution(RetentionRuleSet{SealedClass::kContact, 0, {}}, "2025-01-01");
       }},
      {RejectionCode::kRecordedOtherwise, "two rules of retention from one day",
       [](World& w) {
         w.Append(w.OfInstitution(RetentionRuleSet{SealedClass::kContact, 5, {}}, "2025-01-01"));
         return w.OfInstitution(RetentionRuleSet{SealedClass::kContact, 6, {}}, "2025-01-01");
       }},
      {RejectionCode::kPeriodReversed, "an accreditation that ends before it begins",
       [](World& w) {
         return w.OfInstitution(AccreditationRecorded{{"CTI"}, {}, Day("2025-08-31"), {}},
                                "2025-09-01");
       }},
      {RejectionCode::kOtherCertification, "a certification that succeeds itself",
       [](World& w) {
         return w.OfTitle(SuccessorDeclared{kTitle, kTitle, {}, {}}, "2026-09-01");
       }},
      {RejectionCode::kRepeated, "a block that stands for two",
       [](World& w) {
         return w.OfTitle(
             SuccessorDeclared{kTitle, kOtherTitle, {{{"BC01"}, {"B1"}}, {{"BC01"}, {"B2"}}}, {}},
             "2026-09-01");
       }},
      {RejectionCode::kRecordedOtherwise, "a successor declared twice",
       [](World& w) {
         w.Append(w.OfTitle(SuccessorDeclared{kTitle, kOtherTitle, {}, {}}, "2026-09-01"));
         return w.OfTitle(SuccessorDeclared{kTitle, kOtherTitle, {}, {}}, "2027-09-01");
       }},
      {RejectionCode::kFigureOutOfRange, "figures of a year to come",
       [](World& w) { return Figures(w, [](auto& f) { f.year = 2026; }); }},
      {RejectionCode::kFigureOutOfRange, "more by VAE than in all",
       [](World& w) { return Figures(w, [](auto& f) { f.by_vae = 21; }); }},
      {RejectionCode::kFigureOutOfRange, "a rate above 100",
       [](World& w) {
         return Figures(w, [](auto& f) { f.employed_six_months = Decimal::Of(101); });
       }},
      {RejectionCode::kRecordedOtherwise, "the figures of a year published twice",
       [](World& w) {
         w.Append(Figures(w, [](auto&) {}));
         return Figures(w, [](auto& f) { f.certified = 200; });
       }},
  };
}

}  // namespace cartulary
