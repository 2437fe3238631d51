#include "decide_refusals.h"

namespace cartulary {

std::vector<RefusedRow> EnvelopeRows() {
  return {
      {RejectionCode::kWrongStream, "a fact of another kind of stream",
       [](World& w) { return w.OfJury(kOpenJury, Grade("EX3", "12"), "2022-02-01"); }},
      {RejectionCode::kWrongStream, "a jury's id given for a learner's",
       [](World& w) {
         return w.Of(StreamKind::kLearner, SubjectOf(kOpenJury), Grade("EX3", "12"), "2022-02-01");
       }},
      {RejectionCode::kWrongStream, "a replacement of another kind of stream",
       [](World& w) {
         return w.OfJury(kOpenJury, Correct({0}, Grade("EX3", "12")), "2022-02-01");
       }},
      {RejectionCode::kNotRecordedAlone, "an award number without its award",
       [](World& w) {
         return w.Of(StreamKind::kAwardNumber, IdOf<Subject>(70),
                     AwardNumberTaken{kTitle, {SubjectOf(kApprentice), kDecision}}, "2024-09-01");
       }},
      {RejectionCode::kActorMissing, "nobody acts",
       [](World& w) { return With(FirstGrade(w), [](Command& c) { c.by.actor.person = {}; }); }},
      {RejectionCode::kActorMissing, "in no role",
       [](World& w) { return With(FirstGrade(w), [](Command& c) { c.by.actor.role = {}; }); }},
      {RejectionCode::kApproverIsActor, "four eyes of two persons",
       [](World& w) {
         return With(FirstGrade(w), [](Command& c) {
           c.by.approver = c.by.actor;
           c.by.approver->uid = 1001;
         });
       }},
      {RejectionCode::kSameAccount, "two persons at one account, unsaid",
       [](World& w) {
         return With(FirstGrade(w), [](Command& c) {
           c.by.approver = Actor{kHead, ActorRole::kProgrammeHead, Assurance::kOsAccount, 1000};
         });
       }},
      {RejectionCode::kSameAccount, "said, but not so",
       [](World& w) {
         return With(FirstGrade(w), [](Command& c) {
           c.by.approver = Actor{kHead, ActorRole::kProgrammeHead, Assurance::kOsAccount, 1001};
           c.by.same_account = true;
         });
       }},
      {RejectionCode::kSameAccount, "said without an approver",
       [](World& w) { return With(FirstGrade(w), [](Command& c) { c.by.same_account = true; }); }},
      {RejectionCode::kFieldInvalid, "a code is missing: a certificate without a body",
       [](World& w) {
         return w.OfApprentice(With(Certificate(111), [](auto& f) { f.body = {}; }), "2024-01-01");
       }},
      {RejectionCode::kFieldInvalid, "an enumerator is missing",
       [](World& w) { return GradeWith(w, [](auto& f) { f.session = {}; }); }},
      {RejectionCode::kFieldInvalid, "an enumerator of the future",
       [](World& w) {
         return GradeWith(w, [](auto& f) { f.status = static_cast<AssessmentStatus>(99); });
       }},
      {RejectionCode::kFieldInvalid, "an id is missing",
       [](World& w) { return EnrolmentWith(w, [](auto& f) { f.enrolment = {}; }); }},
      {RejectionCode::kFieldInvalid, "a lookup is missing",
       [](World& w) {
         return w.OfApprentice(With(Certificate(111), [](auto& f) { f.number = {}; }),
                               "2024-01-01");
       }},
      {RejectionCode::kFieldInvalid, "in a replacement",
       [](World& w) {
         return w.OfApprentice(
             Correct(kGraded, With(Grade("EX1", "9"), [](auto& f) { f.plan = {}; })), "2022-01-15");
       }},
      {RejectionCode::kFieldInvalid, "an entry mode is missing",
       [](World& w) { return With(FirstGrade(w), [](Command& c) { c.by.entry = {}; }); }},
      {RejectionCode::kFieldInvalid, "a campus director of no campus",
       [](World& w) {
         return w.OfInstitution(OfficeHeld{kHead, Office::kCampusDirector, {}, {}, {}},
                                "2024-09-01");
       }},
      {RejectionCode::kListTooLong, "257 lines in a grid",
       [](World& w) {
         return GridWith(w, [](auto& f) { f.levels.resize(257, f.levels.front()); });
       }},
      {RejectionCode::kListTooLong, "33 pieces of evidence",
       [](World& w) {
         return With(FirstGrade(w),
                     [](Command& c) { c.by.evidence.resize(33, c.by.evidence.front()); });
       }},
      {RejectionCode::kCodeForm, "a language by its name",
       [](World& w) {
         return w.OfInstitution(With(Accreditation(), [](auto& f) { f.language = {"English"}; }),
                                "2024-01-01");
       }},
      {RejectionCode::kCodeForm, "a country in small letters",
       [](World& w) {
         return w.OfApprentice(With(Stay(), [](auto& f) { f.country = {"de"}; }), "2023-06-01");
       }},
      {RejectionCode::kDateOutOfRange, "the year 1899",
       [](World& w) {
         return With(FirstGrade(w),
                     [](Command& c) { c.by.effective = Date{Day("1900-01-01").days - 1}; });
       }},
      {RejectionCode::kDateOutOfRange, "within the fact",
       [](World& w) {
         return w.OfApprentice(With(Stay(), [](auto& f) { f.from = Date{-100'000}; }),
                               "2023-06-01");
       }},
      {RejectionCode::kDateOutOfRange, "an academic year that is no year",
       [](World& w) { return GridWith(w, [](auto& f) { f.academic_year = {3000}; }); }},
      {RejectionCode::kFutureDate, "an assessment of tomorrow",
       [](World& w) { return w.OfApprentice(Grade("EX3", "12"), "2025-01-16"); }},
      {RejectionCode::kFutureDate, "a jury appointed tomorrow",
       [](World& w) {
         return w.OfJury(IdOf<JuryId>(63), Appointment("JD-2025-07"), "2025-01-16");
       }},
      {RejectionCode::kFutureDate, "a voiding from tomorrow",
       [](World& w) { return w.OfApprentice(Void(kGraded), "2025-01-16"); }},
      {RejectionCode::kNotHistorical, "an award since the store was made, as of the past",
       [](World& w) {
         return With(w.OfApprentice(Award("ENSAM-1"), "2024-09-05"),
                     [](Command& c) { c.by.entry = EntryMode::kHistorical; });
       }},
      {RejectionCode::kNotHistorical, "a migrated one of today",
       [](World& w) {
         return With(w.OfApprentice(Award("ENSAM-1"), "2025-01-15"),
                     [](Command& c) { c.by.entry = EntryMode::kMigration; });
       }},
      {RejectionCode::kUnknownPerson, "an unknown actor",
       [](World& w) {
         return With(FirstGrade(w), [](Command& c) { c.by.actor.person = kStranger; });
       }},
      {RejectionCode::kUnknownPerson, "an unknown approver",
       [](World& w) {
         return With(FirstGrade(w), [](Command& c) {
           c.by.approver = Actor{kStranger, ActorRole::kDirector, Assurance::kOsAccount, 1001};
         });
       }},
      {RejectionCode::kUnknownPerson, "on behalf of somebody unknown",
       [](World& w) {
         return With(FirstGrade(w), [](Command& c) { c.by.on_behalf_of = kStranger; });
       }},
      {RejectionCode::kUnknownPerson, "an unknown juror",
       [](World& w) {
         return w.OfJury(IdOf<JuryId>(63),
                         With(Appointment("JD-2025-07"),
                              [](auto& f) {
                                f.members.push_back({kStranger, College::kProfessional,
                                                     MemberCapacity::kProfessional});
                              }),
                         "2025-01-10");
       }},
      {RejectionCode::kUnknownPerson, "somebody else enters the first person",
       [](World& w) {
         return With(w.Of(StreamKind::kPerson, IdOf<Subject>(98), PersonRegistered{}, "2025-01-15"),
                     [](Command& c) { c.by.actor.person = kStranger; });
       }},
      {RejectionCode::kSealedContentMissing, "a learner without identity",
       [](World& w) {
         return Without(SealedClass::kRegister,
                        w.Of(StreamKind::kLearner, IdOf<Subject>(61),
                             LearnerRegistered{Lookup{HashOf(61)}}, "2025-01-15"));
       }},
      {RejectionCode::kSealedContentMissing, "a certificate without its number",
       [](World& w) {
         return Without(SealedClass::kRegister, w.OfApprentice(Certificate(111), "2024-01-01"));
       }},
      {RejectionCode::kEvidenceMissing, "minutes without the document",
       [](World& w) {
         return Without(EvidenceRole::kMinutes,
                        w.OfJury(kOpenJury, MinutesSealed{{kDirector}, {}}, "2024-09-11"));
       }},
      {RejectionCode::kEvidenceMissing, "a VAE dossier without the dossier",
       [](World& w) {
         return Without(EvidenceRole::kDossier,
                        w.OfCandidate(VaeDossierSubmitted{kVaeEnrolment}, "2022-03-01"));
       }},
  };
}

std::vector<RefusedRow> CorrectionRows() {
  return {
      {RejectionCode::kUnknownTarget, "a correction of nothing",
       [](World& w) { return w.OfApprentice(Correct({99}, Grade("EX1", "9")), "2022-01-15"); }},
      {RejectionCode::kUnknownTarget, "a voiding of a voiding",
       [](World& w) {
         w.Append(w.OfApprentice(Void(kGraded), "2022-01-15"));
         return w.OfApprentice(Void({kDecision.value + 1}), "2022-01-15");
       }},
      {RejectionCode::kTargetSuperseded, "corrected before",
       [](World& w) {
         w.Append(w.OfApprentice(Correct(kGraded, Grade("EX1", "13")), "2022-01-15"));
         return w.OfApprentice(Correct(kGraded, Grade("EX1", "14")), "2022-01-15");
       }},
      {RejectionCode::kTargetSuperseded, "voided before",
       [](World& w) {
         w.Append(w.OfApprentice(Void(kGraded), "2022-01-15"));
         return w.OfApprentice(Correct(kGraded, Grade("EX1", "14")), "2022-01-15");
       }},
      {RejectionCode::kTargetOtherType, "a grade replaced by a stay",
       [](World& w) { return w.OfApprentice(Correct(kGraded, Stay()), "2023-05-23"); }},
      {RejectionCode::kNeverCorrected, "an edition",
       [](World& w) { return w.OfTitle(Void({0}), "2020-09-01"); }},
      {RejectionCode::kNeverCorrected, "a revision",
       [](World& w) { return w.OfTitle(Correct({1}, Revision("2020", 2)), "2020-06-15"); }},
      {RejectionCode::kNeverCorrected, "the making of the store",
       [](World& w) { return w.Of(StreamKind::kSystem, kSystem, Void({0}), "2019-01-01"); }},
      {RejectionCode::kNeverCorrected, "an award",
       [](World& w) {
         w.Record(AwardCommand(w));
         return w.OfApprentice(Void({kDecision.value + 1}), "2024-09-01");
       }},
      {RejectionCode::kNeverCorrected, "minutes",
       [](World& w) { return w.OfJury(kSealedJury, Void({1}), "2024-07-12"); }},
      {RejectionCode::kDecisionMinuted, "a decision that minutes contain, corrected",
       [](World& w) {
         return w.OfApprentice(
             Correct(kDecision, JuryDecides(kSealedJury, FinalDecision::kRefused)), "2024-07-10");
       }},
      {RejectionCode::kDecisionMinuted, "voided",
       [](World& w) { return w.OfApprentice(Void(kDecision), "2024-07-10"); }},
      {RejectionCode::kDecisionMinuted, "another decision of its session",
       [](World& w) {
         return w.OfApprentice(JuryDecides(kSealedJury, FinalDecision::kRefused), "2024-07-10");
       }},
      {RejectionCode::kDecisionMinuted, "the decision of a session that was annulled",
       [](World& w) {
         w.Append(w.OfApprentice(
             JuryDecisionAnnulled{kEnrolment, kDecision, Authority::kCourt, {"TA-1"}},
             "2024-07-10"));
         return w.OfApprentice(JuryDecides(kSealedJury, FinalDecision::kAdmitted), "2024-07-10");
       }},
      {RejectionCode::kTargetInUse, "an absence that was justified",
       [](World& w) {
         w.Append(w.OfApprentice(AbsenceJustified{kEnrolment, kAbsent, {"medical"}}, "2022-01-20"));
         return w.OfApprentice(Void(kAbsent), "2022-01-16");
       }},
      {RejectionCode::kTargetInUse, "an appointment with a candidate convened",
       [](World& w) {
         w.Append(w.OfJury(kOpenJury, CandidateConvened{kApprentice, kEnrolment}, "2024-08-20"));
         return w.OfJury(kOpenJury, Void({0}), "2024-05-01");
       }},
      {RejectionCode::kTargetInUse, "a person, whom other streams name",
       [](World& w) {
         return w.Of(StreamKind::kPerson, SubjectOf(kHead), Void({0}), "2019-01-01");
       }},
      {RejectionCode::kIdentityChanged, "an enrolment under another id",
       [](World& w) {
         return w.OfCandidate(Correct({1}, Enrolment(IdOf<EnrolmentId>(64), Route::kVae)),
                              "2021-09-01");
       }},
      {RejectionCode::kNothingChanged, "the same again",
       [](World& w) {
         return With(w.OfApprentice(Correct(kGraded, Grade("EX1", "12")), "2022-01-15"),
                     [](Command& c) {
                       c.sealed = {};
                       c.by.evidence = {};
                     });
       }},
      {RejectionCode::kGradeOutOfRange, "a replacement is held to the rules of its type",
       [](World& w) { return w.OfApprentice(Correct(kGraded, Grade("EX1", "21")), "2022-01-15"); }},
      {RejectionCode::kPeriodReversed, "a voiding from before the fact",
       [](World& w) { return w.OfApprentice(Void(kGraded), "2022-01-14"); }},
  };
}

}  // namespace cartulary
