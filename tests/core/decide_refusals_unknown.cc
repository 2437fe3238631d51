#include "decide_refusals.h"

namespace cartulary {

std::vector<RefusedRow> UnknownRows() {
  return {
      {RejectionCode::kUnknownLearner, "a learner who is not registered",
       [](World& w) {
         return w.Of(StreamKind::kLearner, IdOf<Subject>(97), Grade("EX3", "12"), "2022-02-01");
       }},
      {RejectionCode::kUnknownLearner, "a learner whose registration was voided",
       [](World& w) {
         w.Append(w.OfNewcomer(Void({0}), "2021-06-01"));
         return EnrolmentWith(w, [](auto&) {});
       }},
      {RejectionCode::kUnknownLearner, "convened",
       [](World& w) {
         return w.OfJury(kOpenJury, CandidateConvened{IdOf<LearnerId>(97), kEnrolment},
                         "2024-08-20");
       }},
      {RejectionCode::kUnknownLearner, "recused from",
       [](World& w) {
         return w.OfJury(kOpenJury, RecusalRecorded{kHead, IdOf<LearnerId>(97)}, "2024-09-10");
       }},
      {RejectionCode::kUnknownLearner, "in the minutes",
       [](World& w) {
         return w.OfJury(kOpenJury, MinutesSealed{{}, {{IdOf<LearnerId>(97), {0}, HashOf(9)}}},
                         "2024-09-11");
       }},
      {RejectionCode::kUnknownJury, "a session that is not appointed",
       [](World& w) {
         return w.OfJury(IdOf<JuryId>(97), CandidateConvened{kApprentice, kEnrolment},
                         "2024-08-20");
       }},
      {RejectionCode::kUnknownJury, "a decision of no jury",
       [](World& w) { return DecisionWith(w, [](auto& f) { f.jury = IdOf<JuryId>(97); }); }},
      {RejectionCode::kUnknownEnrolment, "another learner's enrolment",
       [](World& w) { return GradeWith(w, [](auto& f) { f.enrolment = kVaeEnrolment; }); }},
      {RejectionCode::kUnknownEnrolment, "convened for another learner's enrolment",
       [](World& w) {
         return w.OfJury(kOpenJury, CandidateConvened{kApprentice, kVaeEnrolment}, "2024-08-20");
       }},
      {RejectionCode::kAlreadyRecorded, "a double send",
       [](World& w) { return w.OfApprentice(Grade("EX1", "12"), "2022-01-15"); }},
      {RejectionCode::kUnknownCertification, "an enrolment in nothing",
       [](World& w) { return EnrolmentWith(w, [](auto& f) { f.certification = {"RNCP1"}; }); }},
      {RejectionCode::kUnknownCertification, "a jury of nothing",
       [](World& w) {
         return w.OfJury(
             IdOf<JuryId>(63),
             With(Appointment("JD-2025-07"), [](auto& f) { f.certification = {"RNCP1"}; }),
             "2025-01-10");
       }},
      {RejectionCode::kUnknownEdition, "a revision of no edition",
       [](World& w) { return w.OfTitle(Revision("1999", 2), "2025-01-10"); }},
      {RejectionCode::kUnknownEdition, "a plan of no edition",
       [](World& w) {
         return w.OfTitle(With(Plan("EX9"), [](auto& f) { f.edition = {"1999"}; }), "2025-01-10");
       }},
      {RejectionCode::kNoEditionInForce, "an entry before the first edition",
       [](World& w) { return w.OfNewcomer(Enrolment(IdOf<EnrolmentId>(62)), "2020-08-31"); }},
      {RejectionCode::kOtherEdition, "an edition of one's own choice",
       [](World& w) { return EnrolmentWith(w, [](auto& f) { f.edition = {"2019"}; }); }},
      {RejectionCode::kOtherEdition, "a revision whose text is of another",
       [](World& w) {
         w.text.edition.code = {"2025"};
         return w.CorrectsRules(Correction());
       }},
      {RejectionCode::kNoRules, "a revision whose text is none",
       [](World& w) {
         w.text_readable = false;
         return w.CorrectsRules(Correction());
       }},
      {RejectionCode::kNoRules, "an edition without a revision",
       [](World& w) {
         w.rules_published = false;
         return EnrolmentWith(w, [](auto&) {});
       }},
      {RejectionCode::kNoRules, "a grid",
       [](World& w) {
         w.rules_published = false;
         return GridWith(w, [](auto&) {});
       }},
      {RejectionCode::kNoRules, "a plan",
       [](World& w) {
         w.rules_published = false;
         return w.OfTitle(Plan("EX9"), "2025-01-10");
       }},
      {RejectionCode::kNoRules, "a decision",
       [](World& w) {
         w.rules_published = false;
         return DecisionWith(w, [](auto&) {});
       }},
      {RejectionCode::kNoRules, "an award",
       [](World& w) {
         w.rules_published = false;
         return AwardCommand(w);
       }},
      {RejectionCode::kRouteClosed, "T19: by a closed route",
       [](World& w) { return EnrolmentWith(w, [](auto& f) { f.route = Route::kStudent; }); }},
      {RejectionCode::kRouteClosed, "by a route that the rules do not name",
       [](World& w) {
         w.rules.routes.clear();
         return EnrolmentWith(w, [](auto&) {});
       }},
      {RejectionCode::kRouteMismatch, "an apprentice's VAE dossier",
       [](World& w) { return w.OfApprentice(VaeDossierSubmitted{kEnrolment}, "2022-03-01"); }},
      {RejectionCode::kRouteMismatch, "an apprentice's VAE application",
       [](World& w) {
         return w.OfApprentice(VaeAdmissibilityDecided{kEnrolment, Appraisal::kFavourable},
                               "2022-03-01");
       }},
      {RejectionCode::kUnknownPlan, "an assessment that nobody planned",
       [](World& w) { return GradeWith(w, [](auto& f) { f.plan = {"EX99"}; }); }},
      {RejectionCode::kPlanOutOfScope, "planned for another cohort",
       [](World& w) { return GradeWith(w, [](auto& f) { f.plan = {"EX-2022"}; }); }},
      {RejectionCode::kPlanOutOfScope, "planned for another year",
       [](World& w) { return w.OfApprentice(Grade("EX-Y1", "12"), "2023-01-01"); }},
      {RejectionCode::kPlanOutOfScope, "planned for another edition",
       [](World& w) {
         w.Append(w.OfTitle(NewEdition("2024"), "2024-09-01"));
         w.Append(
             w.OfTitle(With(Plan("EX-2024"), [](auto& f) { f.edition = {"2024"}; }), "2024-09-01"));
         return GradeWith(w, [](auto& f) { f.plan = {"EX-2024"}; });
       }},
      {RejectionCode::kUnknownBlock, "a decision on no block",
       [](World& w) {
         return DecisionWith(w, [](auto& f) {
           f.blocks = {{{"BC99"}, BlockDecision::kValidated}};
         });
       }},
      {RejectionCode::kUnknownBlock, "a plan for no block",
       [](World& w) {
         return w.OfTitle(With(Plan("EX9"), [](auto& f) { f.block = {"BC99"}; }), "2025-01-10");
       }},
      {RejectionCode::kUnknownCompetency, "a grid about no competency",
       [](World& w) {
         return GridWith(w, [](auto& f) { f.levels[0].competency = {"BC01-C99"}; });
       }},
      {RejectionCode::kUnknownCompetency, "a plan for another block's competency",
       [](World& w) {
         return w.OfTitle(With(Plan("EX9"), [](auto& f) { f.competencies = {{"BC02-C01"}}; }),
                          "2025-01-10");
       }},
      {RejectionCode::kUnknownFact, "a justification of a stay",
       [](World& w) {
         return w.OfApprentice(AbsenceJustified{kEnrolment, kStay, {"medical"}}, "2022-01-20");
       }},
      {RejectionCode::kUnknownFact, "a defence about a grade",
       [](World& w) {
         return w.OfApprentice(
             With(NewDefence(DefenceKind::kMobility), [](auto& f) { f.stays = {kGraded}; }),
             "2023-06-30");
       }},
      {RejectionCode::kUnknownFact, "a report on no stay",
       [](World& w) {
         return w.OfApprentice(
             MobilityReportAssessed{kEnrolment, {{99}}, Appraisal::kFavourable, {}}, "2023-06-30");
       }},
      {RejectionCode::kUnknownFact, "a report on a stay that was voided",
       [](World& w) {
         w.Append(w.OfApprentice(Void(kStay), "2023-05-23"));
         return w.OfApprentice(
             MobilityReportAssessed{kEnrolment, {kStay}, Appraisal::kFavourable, {}}, "2023-06-30");
       }},
      {RejectionCode::kUnknownFact, "a revocation of a grade",
       [](World& w) {
         return w.OfApprentice(
             LanguageCertificateRevoked{kGraded, CorrectionGround::kAnnulledByIssuer},
             "2024-12-01");
       }},
      {RejectionCode::kUnknownFact, "the end of an office, taken for a delegation",
       [](World& w) {
         return w.OfInstitution(DelegationEnded{{2}, {}}, "2025-06-30");
       }},
      {RejectionCode::kUnknownFact, "a jury under an office, taken for a delegation",
       [](World& w) {
         return w.OfJury(IdOf<JuryId>(63),
                         With(Appointment("JD-2025-07"),
                              [](auto& f) {
                                f.delegation = EventRef{kInstitution, {2}};
                              }),
                         "2025-01-10");
       }},
      {RejectionCode::kUnknownFact, "minutes with a decision of another session",
       [](World& w) {
         return w.OfJury(kOpenJury, MinutesSealed{{}, {{kApprentice, kDecision, HashOf(9)}}},
                         "2024-09-11");
       }},
      {RejectionCode::kUnknownFact, "an award on a grade",
       [](World& w) {
         return w.OfApprentice(With(Award("ENSAM-1"), [](auto& f) { f.decision = kGraded; }),
                               "2024-09-01");
       }},
      {RejectionCode::kOtherCertification, "a decision of another title's jury",
       [](World& w) { return DecisionWith(w, [](auto& f) { f.jury = kOtherJury; }); }},
      {RejectionCode::kOtherCertification, "convened by another title's jury",
       [](World& w) {
         return w.OfJury(kOtherJury, CandidateConvened{kApprentice, kEnrolment}, "2024-08-20");
       }},
      {RejectionCode::kOtherCertification, "an award of another title",
       [](World& w) {
         return w.OfApprentice(
             With(Award("ENSAM-1"), [](auto& f) { f.certification = kOtherTitle; }), "2024-09-01");
       }},
      {RejectionCode::kOtherCertification, "an edition in another title's stream",
       [](World& w) {
         return w.OfTitle(With(NewEdition("2025"), [](auto& f) { f.certification = kOtherTitle; }),
                          "2025-09-01");
       }},
      {RejectionCode::kOtherCertification, "a revision in another title's stream",
       [](World& w) {
         w.text.certification = kOtherTitle;
         return w.OfTitle(With(Revision("2020", 2), [](auto& f) { f.certification = kOtherTitle; }),
                          "2025-01-10");
       }},
      {RejectionCode::kOtherCertification, "a revision whose text is of another title",
       [](World& w) {
         w.text.certification = kOtherTitle;
         return w.CorrectsRules(With(Correction(), [](auto& f) { f.number = 3; }));
       }},
  };
}

}  // namespace cartulary
