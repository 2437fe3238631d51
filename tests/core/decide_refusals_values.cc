#include "decide_refusals.h"

namespace cartulary {

std::vector<RefusedRow> ValueRows() {
  return {
      {RejectionCode::kBeforeEntry, "an assessment before the entry",
       [](World& w) { return w.OfApprentice(Grade("EX3", "12"), "2021-08-31"); }},
      {RejectionCode::kBeforeEntry, "a decision before the entry",
       [](World& w) {
         return w.OfApprentice(JuryDecides(kOpenJury, FinalDecision::kDeferred), "2021-08-31");
       }},
      {RejectionCode::kPeriodReversed, "a stay",
       [](World& w) { return w.OfApprentice(Stay(), "2023-02-28"); }},
      {RejectionCode::kPeriodReversed, "a contract",
       [](World& w) {
         return w.OfApprentice(
             ContractStarted{
                 kEnrolment, {"NEXT"}, ContractKind::kApprenticeship, Day("2024-08-31")},
             "2024-09-01");
       }},
      {RejectionCode::kPeriodReversed, "a tutor",
       [](World& w) {
         return w.OfApprentice(
             TutorAssigned{kEnrolment, kHead, TutorRole::kAcademic, Day("2021-08-31")},
             "2021-09-01");
       }},
      {RejectionCode::kPeriodReversed, "an accreditation",
       [](World& w) {
         return w.OfInstitution(With(Accreditation(), [](auto& f) { f.to = Day("2023-12-31"); }),
                                "2024-01-01");
       }},
      {RejectionCode::kPeriodReversed, "an edition",
       [](World& w) {
         return w.OfTitle(With(NewEdition("2025"), [](auto& f) { f.to = Day("2025-08-31"); }),
                          "2025-09-01");
       }},
      {RejectionCode::kPeriodReversed, "an edition not adopted yet",
       [](World& w) {
         return w.OfTitle(With(NewEdition("2025"), [](auto& f) { f.adopted = Day("2025-01-16"); }),
                          "2025-09-01");
       }},
      {RejectionCode::kPeriodReversed, "a delegation that ends before it begins",
       [](World& w) {
         return w.OfInstitution(DelegationEnded{kDelegation, {}}, "2019-12-31");
       }},
      {RejectionCode::kPeriodReversed, "a certificate revoked before its test",
       [](World& w) {
         return w.OfApprentice(
             LanguageCertificateRevoked{kCertificate, CorrectionGround::kAnnulledByIssuer},
             "2023-09-30");
       }},
      {RejectionCode::kPeriodReversed, "a departure before the arrival",
       [](World& w) {
         return w.OfJury(
             kOpenJury,
             AttendanceSigned{kHead, TimeOfDay{720}, TimeOfDay{540}, SignatureMethod::kHandwritten},
             "2024-09-10");
       }},
      {RejectionCode::kPeriodReversed, "a grid signed before its year",
       [](World& w) { return GridWith(w, [](auto& f) { f.academic_year = {2022}; }); }},
      {RejectionCode::kPeriodReversed, "minutes before the decision",
       [](World& w) {
         w.Append(w.OfApprentice(JuryDecides(kOpenJury, FinalDecision::kDeferred), "2024-09-10"));
         return w.OfJury(kOpenJury,
                         MinutesSealed{{}, {{kApprentice, {kDecision.value + 1}, HashOf(9)}}},
                         "2024-09-09");
       }},
      {RejectionCode::kPeriodReversed, "an edition that begins with another",
       [](World& w) { return w.OfTitle(NewEdition("2020b"), "2020-09-01"); }},
      {RejectionCode::kPeriodReversed, "an edition that begins before another",
       [](World& w) { return w.OfTitle(NewEdition("2019"), "2019-09-01"); }},
      {RejectionCode::kPeriodReversed, "an edition that would bind who entered under another",
       [](World& w) { return w.OfTitle(NewEdition("2021"), "2021-09-01"); }},
      {RejectionCode::kPeriodReversed, "a decision before the session",
       [](World& w) {
         return w.OfApprentice(JuryDecides(kOpenJury, FinalDecision::kDeferred), "2024-07-09");
       }},
      {RejectionCode::kPeriodReversed, "a decision before the jury was appointed",
       [](World& w) {
         w.Append(w.OfJury(
             IdOf<JuryId>(63),
             With(Appointment("JD-2024-11"), [](auto& f) { f.session_date = Day("2024-09-01"); }),
             "2024-11-15"));
         return w.OfApprentice(JuryDecides(IdOf<JuryId>(63), FinalDecision::kDeferred),
                               "2024-11-14");
       }},
      {RejectionCode::kPeriodReversed, "a decision before the session, entered as of the past",
       [](World& w) {
         w.Append(w.OfJury(
             IdOf<JuryId>(63),
             With(Appointment("JD-2024-11"), [](auto& f) { f.session_date = Day("2024-11-15"); }),
             "2024-05-01"));
         return With(
             w.OfApprentice(JuryDecides(IdOf<JuryId>(63), FinalDecision::kDeferred), "2024-11-14"),
             [](Command& c) { c.by.entry = EntryMode::kHistorical; });
       }},
      {RejectionCode::kLevelOutOfRange, "an entry level of 2",
       [](World& w) { return EnrolmentWith(w, [](auto& f) { f.level = 2; }); }},
      {RejectionCode::kLevelOutOfRange, "an entry level of 9",
       [](World& w) { return EnrolmentWith(w, [](auto& f) { f.level = 9; }); }},
      {RejectionCode::kLevelOutOfRange, "a competency at level 5",
       [](World& w) { return GridWith(w, [](auto& f) { f.levels[0].level = 5; }); }},
      {RejectionCode::kAttemptOutOfRange, "attempt 0",
       [](World& w) { return GradeWith(w, [](auto& f) { f.attempt = 0; }); }},
      {RejectionCode::kGradeAndLevel, "both",
       [](World& w) { return GradeWith(w, [](auto& f) { f.level = AcquiredLevel::kAcquired; }); }},
      {RejectionCode::kGradeMissing, "graded, without a grade",
       [](World& w) { return GradeWith(w, [](auto& f) { f.grade.reset(); }); }},
      {RejectionCode::kGradeUnexpected, "absent, with a grade",
       [](World& w) {
         return GradeWith(w, [](auto& f) { f.status = AssessmentStatus::kAbsentJustified; });
       }},
      {RejectionCode::kGradeUnexpected, "fraud, with a level",
       [](World& w) {
         return GradeWith(w, [](auto& f) {
           f.status = AssessmentStatus::kFraud;
           f.grade.reset();
           f.level = AcquiredLevel::kNotAcquired;
         });
       }},
      {RejectionCode::kGradeOutOfRange, "20.01",
       [](World& w) { return GradeWith(w, [](auto& f) { f.grade = Decimal{2001}; }); }},
      {RejectionCode::kGradeOutOfRange, "below 0",
       [](World& w) { return GradeWith(w, [](auto& f) { f.grade = Decimal{-1}; }); }},
      {RejectionCode::kScoreMissing, "neither scores nor a level",
       [](World& w) {
         return w.OfApprentice(With(Certificate(111), [](auto& f) { f.scores = {}; }),
                               "2024-01-01");
       }},
      {RejectionCode::kScoreOutOfRange, "a negative score",
       [](World& w) {
         return w.OfApprentice(
             With(Certificate(111), [](auto& f) { f.scores[0].score = Decimal{-1}; }),
             "2024-01-01");
       }},
      {RejectionCode::kWeightOutOfRange, "a weight of 0",
       [](World& w) {
         return w.OfTitle(With(Plan("EX9"), [](auto& f) { f.weight = Decimal{}; }), "2025-01-10");
       }},
      {RejectionCode::kResitWithoutFirst, "a resit alone",
       [](World& w) {
         return GradeWith(w, [](auto& f) { f.session = AssessmentSession::kResit; });
       }},
      {RejectionCode::kResitWithoutFirst, "a resit before the first session",
       [](World& w) {
         return w.OfApprentice(
             With(Grade("EX1", "14"), [](auto& f) { f.session = AssessmentSession::kResit; }),
             "2022-01-14");
       }},
      {RejectionCode::kNotAnAbsence, "a grade is justified",
       [](World& w) {
         return w.OfApprentice(AbsenceJustified{kEnrolment, kGraded, {"medical"}}, "2022-01-20");
       }},
      {RejectionCode::kGridUnsigned, "signed by nobody",
       [](World& w) {
         return GridWith(w, [](auto& f) {
           f.academic.reset();
           f.company.reset();
         });
       }},
      {RejectionCode::kSignatureDate, "signed after its own date",
       [](World& w) { return w.OfApprentice(Grid(), "2022-06-26"); }},
      {RejectionCode::kSignatureDate, "signed before it",
       [](World& w) { return w.OfApprentice(Grid(), "2022-06-28"); }},
      {RejectionCode::kAppraisalMissing, "appraised by nobody",
       [](World& w) {
         return w.OfApprentice(With(NewReport(),
                                    [](auto& f) {
                                      f.company_tutor.reset();
                                      f.company_outcome.reset();
                                      f.programme_head.reset();
                                      f.head_outcome.reset();
                                    }),
                               "2022-06-30");
       }},
      {RejectionCode::kAppraisalMissing, "a tutor without an appraisal",
       [](World& w) {
         return w.OfApprentice(With(NewReport(), [](auto& f) { f.company_outcome.reset(); }),
                               "2022-06-30");
       }},
      {RejectionCode::kAppraisalMissing, "an appraisal without a head",
       [](World& w) {
         return w.OfApprentice(With(NewReport(), [](auto& f) { f.programme_head.reset(); }),
                               "2022-06-30");
       }},
      {RejectionCode::kStaysUnexpected, "a company defence about a stay",
       [](World& w) {
         return w.OfApprentice(
             With(NewDefence(DefenceKind::kCompany), [](auto& f) { f.stays = {kStay}; }),
             "2023-06-30");
       }},
      {RejectionCode::kNotAMember, "a stranger is removed",
       [](World& w) {
         JuryAmended fact;
         fact.removed = {kCompanyTutor};
         fact.ground = {"absence"};
         return w.OfJury(kOpenJury, fact, "2024-08-20");
       }},
      {RejectionCode::kNotAMember, "a stranger is recused",
       [](World& w) {
         return w.OfJury(kOpenJury, RecusalRecorded{kCompanyTutor, kApprentice}, "2024-09-10");
       }},
      {RejectionCode::kRepeated, "a member is appointed twice",
       [](World& w) {
         return w.OfJury(IdOf<JuryId>(63),
                         With(Appointment("JD-2025-07"),
                              [](auto& f) {
                                f.members.push_back(
                                    {kHead, College::kProfessional, MemberCapacity::kProfessional});
                              }),
                         "2025-01-10");
       }},
      {RejectionCode::kRepeated, "a member is added",
       [](World& w) {
         JuryAmended fact;
         fact.added = {{kHead, College::kAcademic, MemberCapacity::kOtherTeacher}};
         fact.ground = {"replacement"};
         return w.OfJury(kOpenJury, fact, "2024-08-20");
       }},
      {RejectionCode::kRepeated, "a block is decided twice",
       [](World& w) {
         return DecisionWith(w, [](auto& f) {
           f.blocks = {{{"BC01"}, BlockDecision::kValidated}, {{"BC01"}, BlockDecision::kRefused}};
         });
       }},
      {RejectionCode::kRepeated, "a juror deliberates twice",
       [](World& w) { return DecisionWith(w, [](auto& f) { f.deliberated.push_back(kHead); }); }},
      {RejectionCode::kRepeated, "an assessor assesses twice",
       [](World& w) { return GradeWith(w, [](auto& f) {
                        f.assessors = {kHead, kHead};
                      }); }},
      {RejectionCode::kRepeated, "a competency is in the grid twice",
       [](World& w) { return GridWith(w, [](auto& f) { f.levels.push_back(f.levels.front()); }); }},
      {RejectionCode::kRepeated, "somebody sits on a panel twice",
       [](World& w) {
         return w.OfApprentice(With(NewDefence(DefenceKind::kCompany),
                                    [](auto& f) { f.panel.push_back(f.panel.front()); }),
                               "2023-06-30");
       }},
      {RejectionCode::kRepeated, "a part is scored twice",
       [](World& w) {
         return w.OfApprentice(
             With(Certificate(111), [](auto& f) { f.scores.push_back(f.scores.front()); }),
             "2024-01-01");
       }},
      {RejectionCode::kRepeated, "a decision is in the minutes twice",
       [](World& w) {
         const MinutedDecision minuted{kApprentice, kDecision, HashOf(9)};
         return w.OfJury(kSealedJury, MinutesSealed{{}, {minuted, minuted}}, "2024-07-13");
       }},
      {RejectionCode::kRepeated, "somebody signs the minutes twice",
       [](World& w) {
         return w.OfJury(kOpenJury, MinutesSealed{{kHead, kHead}, {}}, "2024-09-11");
       }},
      {RejectionCode::kRepeated, "an assessor of a stay assesses twice",
       [](World& w) {
         return w.OfApprentice(
             MobilityReportAssessed{kEnrolment, {kStay}, Appraisal::kFavourable, {kHead, kHead}},
             "2023-06-30");
       }},
      {RejectionCode::kRepeated, "a member is added who was added before",
       [](World& w) {
         JuryAmended fact;
         fact.chair = kHead;
         fact.removed = {kDirector};
         fact.added = {{kAcademicTutor, College::kAcademic, MemberCapacity::kOtherTeacher}};
         fact.ground = {"replacement"};
         w.Append(w.OfJury(kOpenJury, fact, "2024-08-20"));
         fact.chair.reset();
         fact.removed = {};
         return w.OfJury(kOpenJury, fact, "2024-08-21");
       }},
      {RejectionCode::kNotAMember, "somebody who was removed is removed again",
       [](World& w) {
         JuryAmended fact;
         fact.removed = {kHead};
         fact.ground = {"absence"};
         w.Append(w.OfJury(kOpenJury, fact, "2024-08-20"));
         return w.OfJury(kOpenJury, fact, "2024-08-21");
       }},
      {RejectionCode::kChairNotMember, "the chair that an amendment named is removed",
       [](World& w) {
         JuryAmended fact;
         fact.chair = kHead;
         fact.ground = {"absence"};
         w.Append(w.OfJury(kOpenJury, fact, "2024-08-20"));
         fact.chair.reset();
         fact.removed = {kHead};
         return w.OfJury(kOpenJury, fact, "2024-08-21");
       }},
      {RejectionCode::kNothingSaid, "a grid without a line",
       [](World& w) { return GridWith(w, [](auto& f) { f.levels = {}; }); }},
      {RejectionCode::kNothingSaid, "an amendment of nothing",
       [](World& w) {
         JuryAmended fact;
         fact.ground = {"absence"};
         return w.OfJury(kOpenJury, fact, "2024-08-20");
       }},
      {RejectionCode::kChairNotMember, "a chair from outside",
       [](World& w) {
         return w.OfJury(IdOf<JuryId>(63),
                         With(Appointment("JD-2025-07"), [](auto& f) { f.chair = kCompanyTutor; }),
                         "2025-01-10");
       }},
      {RejectionCode::kChairNotMember, "the chair is removed, and nobody takes it",
       [](World& w) {
         JuryAmended fact;
         fact.removed = {kDirector};
         fact.ground = {"absence"};
         return w.OfJury(kOpenJury, fact, "2024-08-20");
       }},
      {RejectionCode::kChairNotDeliberating, "a chair who was not there",
       [](World& w) {
         return DecisionWith(w, [](auto& f) { f.deliberated = {kHead, kProfessional}; });
       }},
      {RejectionCode::kChairNotSigning, "minutes that nobody signs",
       [](World& w) { return w.OfJury(kOpenJury, MinutesSealed{}, "2024-09-11"); }},
      {RejectionCode::kChairNotSigning, "minutes signed by another member",
       [](World& w) {
         return w.OfJury(kOpenJury, MinutesSealed{{kHead}, {}}, "2024-09-11");
       }},
      {RejectionCode::kChairNotSigning, "signed by who was to chair, and did not",
       [](World& w) {
         w.Append(w.OfApprentice(With(JuryDecides(kOpenJury, FinalDecision::kDeferred),
                                      [](auto& f) { f.chair = kHead; }),
                                 "2024-09-10"));
         return w.OfJury(kOpenJury, MinutesSealed{{kDirector}, {{kApprentice, kNext, HashOf(9)}}},
                         "2024-09-11");
       }},
      {RejectionCode::kChairNotSigning, "unsigned, since the store was made, as of the past",
       [](World& w) {
         return With(w.OfJury(kOpenJury, MinutesSealed{}, "2024-09-11"),
                     [](Command& c) { c.by.entry = EntryMode::kHistorical; });
       }},
      {RejectionCode::kNotAMember, "a stranger signs the minutes",
       [](World& w) {
         return w.OfJury(kOpenJury, MinutesSealed{{kDirector, kCompanyTutor}, {}}, "2024-09-11");
       }},
      {RejectionCode::kNotAMember, "a member signs, who was not there",
       [](World& w) {
         return w.OfJury(kOpenJury, MinutesSealed{{kDirector, kHead}, {}}, "2024-09-11");
       }},
      {RejectionCode::kAdmittedWithRefusedBlock, "admitted all the same",
       [](World& w) {
         return DecisionWith(w, [](auto& f) {
           f.decision = FinalDecision::kAdmitted;
           f.blocks = {{{"BC01"}, BlockDecision::kRefused}};
         });
       }},
      {RejectionCode::kPartialWithoutBlock, "a part of nothing",
       [](World& w) {
         return DecisionWith(w, [](auto& f) { f.decision = FinalDecision::kPartial; });
       }},
      {RejectionCode::kRevisionOutOfOrder, "a number is skipped",
       [](World& w) {
         return w.OfTitle(With(Revision("2020", 3),
                               [](auto& f) {
                                 f.previous = 1;
                                 f.kind = RevisionKind::kCorrection;
                               }),
                          "2025-01-10");
       }},
      {RejectionCode::kRevisionOutOfOrder, "it follows another",
       [](World& w) {
         return w.OfTitle(
             With(Revision("2020", 2), [](auto& f) { f.kind = RevisionKind::kCorrection; }),
             "2025-01-10");
       }},
      {RejectionCode::kRevisionOutOfOrder, "a second first one",
       [](World& w) {
         return w.OfTitle(With(Revision("2020", 2), [](auto& f) { f.previous = 1; }), "2025-01-10");
       }},
      {RejectionCode::kRevisionOutOfOrder, "a correction before the first",
       [](World& w) {
         w.Append(w.OfTitle(NewEdition("2025"), "2025-09-01"));
         w.text.edition.code = {"2025"};
         return w.OfTitle(
             With(Revision("2025", 2), [](auto& f) { f.kind = RevisionKind::kCorrection; }),
             "2025-01-10");
       }},
      {RejectionCode::kSettlementMismatch, "a completion that settles nothing",
       [](World& w) {
         return w.OfTitle(With(Correction(), [](auto& f) { f.kind = RevisionKind::kCompletion; }),
                          "2025-01-10");
       }},
      {RejectionCode::kSettlementMismatch, "a correction that settles something",
       [](World& w) {
         return w.OfTitle(With(Completion(), [](auto& f) { f.kind = RevisionKind::kCorrection; }),
                          "2025-01-10");
       }},
      {RejectionCode::kSettlementMismatch, "a completion of what is not assumed",
       [](World& w) {
         return w.CompletesRules(
             With(Completion(), [](auto& f) { f.settles = AssumptionCode{"luck"}; }));
       }},
      {RejectionCode::kSettlementMismatch, "a completion of what is settled",
       [](World& w) {
         return w.CompletesRules(
             With(Completion(), [](auto& f) { f.settles = AssumptionCode{"settled"}; }));
       }},
      {RejectionCode::kSettlementMismatch, "a completion whose text leaves it open",
       [](World& w) {
         const Command command = w.CompletesRules(Completion());
         w.text.assumptions[1].settlement.reset();
         return command;
       }},
      {RejectionCode::kSettlementMismatch, "a completion by another document than the text says",
       [](World& w) {
         return w.CompletesRules(With(Completion(), [](auto& f) { f.document = HashOf(4); }));
       }},
      {RejectionCode::kSettlementMismatch, "a completion by another article than the text says",
       [](World& w) {
         return w.CompletesRules(With(Completion(), [](auto& f) { f.article->text = "ART-13"; }));
       }},
      {RejectionCode::kSettlementMismatch, "told before what else it changes",
       [](World& w) {
         const Command command =
             w.CompletesRules(With(Completion(), [](auto& f) { f.document = HashOf(4); }));
         w.text.level = 7;
         return command;
       }},
      {RejectionCode::kRevisionScope, "a completion that also changes the level",
       [](World& w) {
         const Command command = w.CompletesRules(Completion());
         w.text.level = 7;
         return command;
       }},
      {RejectionCode::kRevisionScope, "a completion that settles two at once",
       [](World& w) {
         w.rules.assumptions.push_back(w.rules.assumptions[1]);
         w.rules.assumptions[2].id = {"floor_mark"};
         const Command command = w.CompletesRules(Completion());
         w.text.assumptions[2].settlement = w.text.assumptions[1].settlement;
         return command;
       }},
      {RejectionCode::kRevisionScope, "a correction that is a reform",
       [](World& w) {
         w.text.edition.until = Day("2023-08-31");
         return w.CorrectsRules(Correction());
       }},
      {RejectionCode::kRevisionScope, "a correction that settles",
       [](World& w) {
         w.text.assumptions[1].settlement = Settlement{};
         return w.CorrectsRules(Correction());
       }},
      {RejectionCode::kRevisionScope, "a correction of nothing",
       [](World& w) {
         w.text = w.rules;
         return w.CorrectsRules(Correction());
       }},
      {RejectionCode::kDelegateIsSelf, "to oneself",
       [](World& w) {
         DelegationGranted fact{kHead, kHead, DelegationKind::kSignature, {}, {}, {}, {}};
         return w.OfInstitution(fact, "2024-01-01");
       }},
  };
}

}  // namespace cartulary
