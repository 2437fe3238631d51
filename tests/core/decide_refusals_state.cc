#include "decide_refusals.h"

namespace cartulary {

std::vector<RefusedRow> StateRows() {
  return {
      {RejectionCode::kNothingToEnd, "a contract that had not begun",
       [](World& w) {
         return w.OfApprentice(ContractEnded{kEnrolment, ContractEnding::kTerminated},
                               "2021-08-31");
       }},
      {RejectionCode::kNothingToEnd, "a tutor of another role",
       [](World& w) {
         return w.OfApprentice(TutorEnded{kEnrolment, kAcademicTutor, TutorRole::kCompany},
                               "2024-08-31");
       }},
      {RejectionCode::kNothingToEnd, "an accreditation for another language",
       [](World& w) {
         return w.OfInstitution(BodyAccreditationEnded{{"ETS"}, {"de"}, {}}, "2024-12-31");
       }},
      {RejectionCode::kNothingToEnd, "an accreditation that is over",
       [](World& w) {
         w.Append(w.OfInstitution(With(Accreditation(), [](auto& f) { f.to = Day("2023-12-31"); }),
                                  "2020-01-01"));
         return w.OfInstitution(BodyAccreditationEnded{{"CAMBRIDGE"}, {"en"}, {}}, "2024-12-31");
       }},
      {RejectionCode::kNothingToEnd, "an office of somebody else",
       [](World& w) {
         return w.OfInstitution(OfficeLeft{kHead, Office::kDirectorGeneral, {}, {}}, "2024-08-31");
       }},
      {RejectionCode::kEnrolmentOverlaps, "a second one while the first is open",
       [](World& w) { return w.OfApprentice(Enrolment(IdOf<EnrolmentId>(62)), "2024-09-02"); }},
      {RejectionCode::kEnrolmentOverlaps, "before the first was over",
       [](World& w) {
         w.Append(w.OfApprentice(JuryDecides(kOpenJury, FinalDecision::kRefused), "2024-09-10"));
         return w.OfApprentice(Enrolment(IdOf<EnrolmentId>(62)), "2024-09-02");
       }},
      {RejectionCode::kEnrolmentOverlaps, "before the award of the first",
       [](World& w) {
         w.Record(AwardCommand(w));
         return w.OfApprentice(Enrolment(IdOf<EnrolmentId>(62)), "2024-08-31");
       }},
      {RejectionCode::kRecordedOtherwise, "another grade in the same attempt",
       [](World& w) { return w.OfApprentice(Grade("EX1", "14"), "2022-01-15"); }},
      {RejectionCode::kRecordedOtherwise, "the same grade on another day",
       [](World& w) { return w.OfApprentice(Grade("EX1", "12"), "2022-01-16"); }},
      {RejectionCode::kRecordedOtherwise, "a learner registered twice",
       [](World& w) {
         return w.OfApprentice(LearnerRegistered{Lookup{HashOf(61)}}, "2025-01-15");
       }},
      {RejectionCode::kRecordedOtherwise, "a person registered twice",
       [](World& w) {
         return w.Of(StreamKind::kPerson, SubjectOf(kHead), PersonRegistered{}, "2025-01-15");
       }},
      {RejectionCode::kRecordedOtherwise, "a store made twice",
       [](World& w) {
         return w.Of(StreamKind::kSystem, kSystem, StoreCreated{true}, "2025-01-15");
       }},
      {RejectionCode::kRecordedOtherwise, "an enrolment id used twice",
       [](World& w) {
         w.Append(w.OfApprentice(JuryDecides(kOpenJury, FinalDecision::kRefused), "2024-09-10"));
         return w.OfApprentice(Enrolment(kEnrolment), "2024-10-01");
       }},
      {RejectionCode::kRecordedOtherwise, "an absence justified twice",
       [](World& w) {
         w.Append(w.OfApprentice(AbsenceJustified{kEnrolment, kAbsent, {"medical"}}, "2022-01-20"));
         return w.OfApprentice(AbsenceJustified{kEnrolment, kAbsent, {"duty"}}, "2022-01-20");
       }},
      {RejectionCode::kRecordedOtherwise, "a certificate's number used twice",
       [](World& w) {
         return w.OfApprentice(With(Certificate(110), [](auto& f) { f.test = {"TOEIC-2"}; }),
                               "2024-01-01");
       }},
      {RejectionCode::kRecordedOtherwise, "a certificate revoked twice",
       [](World& w) {
         const LanguageCertificateRevoked fact{kCertificate, CorrectionGround::kFraud};
         w.Append(w.OfApprentice(fact, "2024-01-01"));
         return w.OfApprentice(fact, "2024-01-02");
       }},
      {RejectionCode::kRecordedOtherwise, "a text published twice",
       [](World& w) {
         return w.CorrectsRules(With(Correction(), [](auto& f) { f.text = HashOf(1); }));
       }},
      {RejectionCode::kReasonMissing, "a correction of the rules without a reason",
       [](World& w) {
         Command command = w.CorrectsRules(Correction());
         command.by.reason.reset();
         return command;
       }},
      {RejectionCode::kOrderMissing, "a correction of the rules on nobody's order",
       [](World& w) {
         Command command = w.CorrectsRules(Correction());
         command.by.on_behalf_of.reset();
         return command;
       }},
      {RejectionCode::kOrderMissing, "a correction of the rules on the order of who publishes it",
       [](World& w) {
         Command command = w.CorrectsRules(Correction());
         command.by.on_behalf_of = command.by.actor.person;
         return command;
       }},
      {RejectionCode::kSecondAward, "a merger of two who hold the title",
       [](World& w) {
         w.Record(AwardCommand(w));
         AwardIssued theirs = Award("ENSAM-2");
         theirs.enrolment = kVaeEnrolment;
         theirs.certification = kTitle;
         w.Append(w.OfCandidate(theirs, "2024-10-01"));
         return w.OfApprentice(LearnersMerged{kCandidate, true, {}}, "2025-01-10");
       }},
      {RejectionCode::kRecordedOtherwise, "an edition published twice",
       [](World& w) { return w.OfTitle(NewEdition("2020"), "2025-09-01"); }},
      {RejectionCode::kRecordedOtherwise, "a plan whose scope overlaps another's",
       [](World& w) {
         return w.OfTitle(With(Plan("EX-2022"), [](auto& f) { f.academic_year = {2021}; }),
                          "2025-01-10");
       }},
      {RejectionCode::kRecordedOtherwise, "a delegation ended twice",
       [](World& w) {
         w.Append(w.OfInstitution(DelegationEnded{kDelegation, {}}, "2024-01-01"));
         return w.OfInstitution(DelegationEnded{kDelegation, {}}, "2024-02-01");
       }},
      {RejectionCode::kRecordedOtherwise, "an office left twice",
       [](World& w) {
         const OfficeLeft fact{kDirector, Office::kDirectorGeneral, {}, {}};
         w.Append(w.OfInstitution(fact, "2024-01-01"));
         return w.OfInstitution(fact, "2024-02-01");
       }},
      {RejectionCode::kRecordedOtherwise, "an accreditation ended twice",
       [](World& w) {
         const BodyAccreditationEnded fact{{"ETS"}, {"en"}, {}};
         w.Append(w.OfInstitution(fact, "2024-01-01"));
         return w.OfInstitution(fact, "2024-02-01");
       }},
      {RejectionCode::kRecordedOtherwise, "a contract ended twice",
       [](World& w) {
         const ContractEnded fact{kEnrolment, ContractEnding::kNormal};
         w.Append(w.OfApprentice(fact, "2024-08-31"));
         return w.OfApprentice(fact, "2024-09-01");
       }},
      {RejectionCode::kRecordedOtherwise, "a tutor ended twice",
       [](World& w) {
         const TutorEnded fact{kEnrolment, kAcademicTutor, TutorRole::kAcademic};
         w.Append(w.OfApprentice(fact, "2024-08-31"));
         return w.OfApprentice(fact, "2024-09-01");
       }},
      {RejectionCode::kRecordedOtherwise, "a session decides twice",
       [](World& w) {
         w.Append(w.OfApprentice(JuryDecides(kOpenJury, FinalDecision::kRefused), "2024-09-10"));
         return w.OfApprentice(JuryDecides(kOpenJury, FinalDecision::kDeferred), "2024-09-11");
       }},
      {RejectionCode::kRecordedOtherwise, "a candidate convened twice",
       [](World& w) {
         const CandidateConvened fact{kApprentice, kEnrolment};
         w.Append(w.OfJury(kOpenJury, fact, "2024-08-20"));
         return w.OfJury(kOpenJury, fact, "2024-08-21");
       }},
      {RejectionCode::kRecordedOtherwise, "a session appointed twice",
       [](World& w) { return w.OfJury(kOpenJury, Appointment("JD-2025-07"), "2025-01-10"); }},
      {RejectionCode::kOtherRevision, "an award under a revision that is not applied",
       [](World& w) {
         return w.OfApprentice(With(Award("ENSAM-1"), [](auto& f) { f.revision = 2; }),
                               "2024-09-01");
       }},
      {RejectionCode::kNotDecided, "an award before the jury",
       [](World& w) {
         return w.OfApprentice(With(Award("ENSAM-1"), [](auto& f) { f.decision = Version{}; }),
                               "2024-09-01");
       }},
      {RejectionCode::kDecisionNotFavourable, "an award on a partial decision",
       [](World& w) {
         w.Append(w.OfApprentice(JuryDecides(kOpenJury, FinalDecision::kPartial), "2024-09-10"));
         return w.OfApprentice(
             With(Award("ENSAM-1"), [](auto& f) { f.decision = {kDecision.value + 1}; }),
             "2024-10-01");
       }},
      {RejectionCode::kDecisionNotFavourable, "an award under a reserve that is not lifted",
       [](World& w) { return w.AwardUnderReserve("2024-12-01"); }},
      {RejectionCode::kDecisionNotFavourable, "an award after a reserve lapsed",
       [](World& w) {
         const Command award = w.AwardUnderReserve("2025-01-05");
         w.Append(w.OfApprentice(ReserveLapsed{kEnrolment, kNext, {"stay"}}, "2025-01-02"));
         return award;
       }},
      {RejectionCode::kDecisionNotStanding, "another decision stands",
       [](World& w) {
         w.verdict.decision->version = {kDecision.value + 1};
         return AwardCommand(w);
       }},
      {RejectionCode::kDecisionNotStanding, "no decision stands",
       [](World& w) {
         w.verdict.decision.reset();
         return AwardCommand(w);
       }},
      {RejectionCode::kDecisionNotStanding, "an award before the decision",
       [](World& w) { return w.OfApprentice(Award("ENSAM-1"), "2024-07-09"); }},
      {RejectionCode::kDecisionNotStanding, "the decision was voided from a date",
       [](World& w) {
         w.Append(w.OfApprentice(Void(kDecision), "2024-08-01"));
         return AwardCommand(w);
       }},
      {RejectionCode::kMinutesNotSealed, "no minutes contain the decision",
       [](World& w) {
         w.Append(w.OfApprentice(JuryDecides(kOpenJury, FinalDecision::kAdmitted), "2024-09-10"));
         w.verdict.decision->version = {kDecision.value + 1};
         return w.OfApprentice(
             With(Award("ENSAM-1"), [](auto& f) { f.decision = {kDecision.value + 1}; }),
             "2024-10-01");
       }},
      {RejectionCode::kMinutesNotSealed, "the minutes were not signed yet",
       [](World& w) { return w.OfApprentice(Award("ENSAM-1"), "2024-07-11"); }},
      {RejectionCode::kMinutesNotSealed, "history asks for minutes too",
       [](World& w) {
         return With(w.OfApprentice(Award("ENSAM-1"), "2024-07-11"),
                     [](Command& c) { c.by.entry = EntryMode::kHistorical; });
       }},
      {RejectionCode::kSecondAward, "a second live award",
       [](World& w) {
         w.Record(AwardCommand(w));
         return w.OfApprentice(Award("ENSAM-2"), "2024-09-01");
       }},
      {RejectionCode::kNumberTaken, "a student number",
       [](World& w) {
         return w.Of(StreamKind::kLearner, IdOf<Subject>(61),
                     LearnerRegistered{Lookup{HashOf(101)}}, "2025-01-15");
       }},
      {RejectionCode::kNumberTaken, "a corrected student number",
       [](World& w) {
         return w.OfCandidate(Correct({0}, LearnerRegistered{Lookup{HashOf(101)}}), "2021-06-01");
       }},
      {RejectionCode::kNumberTaken, "a staff number",
       [](World& w) {
         return w.Of(StreamKind::kPerson, IdOf<Subject>(61), PersonRegistered{Lookup{HashOf(2)}},
                     "2025-01-15");
       }},
      {RejectionCode::kNumberTaken, "a session code",
       [](World& w) {
         return w.OfJury(IdOf<JuryId>(63), Appointment("JD-2024-07"), "2025-01-10");
       }},
      {RejectionCode::kNumberTaken, "an award number",
       [](World& w) {
         const Command command = AwardCommand(w);
         const Decision decision = w.Decide(command);
         Command taken = command;  // Only the number: the award itself went to somebody else.
         w.Take(taken, {std::get<std::vector<Decided>>(decision).back()});
         return command;
       }},
      {RejectionCode::kFindingAbsent, "a finding that does not speak against it",
       [](World& w) {
         return With(AwardCommand(w), [](Command& c) { c.despite = {{"JURY_IRREGULAR"}}; });
       }},
      {RejectionCode::kFindingNotNamed, "an irregular jury, unsaid",
       [](World& w) {
         w.verdict.root.children[0].computed = Outcome::kNotSatisfied;
         return AwardCommand(w);
       }},
      {RejectionCode::kReasonMissing, "despite a finding, without a reason",
       [](World& w) {
         w.verdict.conditions_met = false;
         return With(AwardCommand(w), [](Command& c) { c.despite = {{"REQUIREMENT_UNMET"}}; });
       }},
      {RejectionCode::kApproverMissing, "despite a finding, without an approver",
       [](World& w) {
         w.verdict.conditions_met = false;
         return With(AwardCommand(w), [](Command& c) {
           c.despite = {{"REQUIREMENT_UNMET"}};
           c.by.reason = ReasonCode{"board"};
         });
       }},
      {RejectionCode::kApproverMissing, "a recusal voided after the minutes",
       [](World& w) {
         w.Append(w.OfJury(kSealedJury, RecusalRecorded{kHead, kApprentice}, "2024-07-10"));
         return w.OfJury(kSealedJury, Void({5}), "2024-07-10");
       }},
      {RejectionCode::kApproverMissing, "an appointment corrected after the minutes",
       [](World& w) {
         return w.OfJury(
             kSealedJury,
             Correct({0}, With(Appointment("JD-2024-07"), [](auto& f) { f.members.pop_back(); })),
             "2024-05-01");
       }},
      {RejectionCode::kApproverMissing, "an amendment of before the minutes, after them",
       [](World& w) {
         return w.OfJury(kSealedJury, JuryAmended{{}, {}, {kProfessional}, {"absence"}, {}},
                         "2024-07-09");
       }},
      {RejectionCode::kApproverMissing, "a recusal, after the minutes",
       [](World& w) {
         return w.OfJury(kSealedJury, RecusalRecorded{kHead, kApprentice}, "2024-07-10");
       }},
  };
}

}  // namespace cartulary
