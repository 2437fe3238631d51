// A revision applied, and the system's stream: cases, notes on findings, samples.
#include "decide_refusals.h"

namespace cartulary {
namespace {

Command OpensCase(World& w, const std::function<void(CaseOpened&)>& change) {
  return w.OfSystem(With(AwardCase(), change), "2025-01-10");
}

// After a case was opened.
Command ClosesCase(World& w, const std::function<void(CaseClosed&)>& change) {
  w.Append(w.OfSystem(AwardCase(), "2025-01-10"));
  return w.OfSystem(With(CaseClosed{kCase, CaseClosing::kJury, {}, ActCode{"PV-12"}}, change),
                    "2025-01-14");
}

// By what was recorded of the apprentice since.
Command ClosesCaseBy(World& w, CaseClosing by, Fact act) {
  w.Append(w.OfSystem(AwardCase(), "2025-01-10"));
  w.Append(w.OfApprentice(std::move(act), "2025-01-12"));
  return w.OfSystem(CaseClosed{kCase, by, EventRef{SubjectOf(kApprentice), kNext}, {}},
                    "2025-01-14");
}

}  // namespace

std::vector<RefusedRow> SystemRows() {
  return {
      {RejectionCode::kNoRules, "a revision that nobody published, applied",
       [](World& w) { return w.OfTitle(Applied(), "2025-01-12"); }},
      {RejectionCode::kOtherEdition, "a revision applied to another edition",
       [](World& w) {
         return w.AppliesRules(With(Applied(), [](auto& f) { f.edition = {"2021"}; }));
       }},
      {RejectionCode::kApproverIsActor, "a revision applied by who published it",
       [](World& w) {
         Command command = w.AppliesRules(With(Applied(), [](auto& f) { f.approver = kHead; }));
         command.by.actor.person = kHead;
         return command;
       }},
      {RejectionCode::kApproverIsActor, "a report that somebody else approved",
       [](World& w) {
         return w.AppliesRules(With(Applied(), [](auto& f) { f.approver = kDirector; }));
       }},
      {RejectionCode::kNothingChanged, "a revision applied twice",
       [](World& w) {
         w.Append(w.AppliesRules(Applied()));
         return w.OfTitle(Applied(), "2025-01-13");
       }},
      {RejectionCode::kNothingChanged, "the first revision, which its publication applied",
       [](World& w) { return w.DirectorApplies(With(Applied(), [](auto& f) { f.number = 1; })); }},
      {RejectionCode::kSameAccount, "a revision applied from the account that published it",
       [](World& w) {
         return With(w.AppliesRules(Applied()), [](auto& c) { c.by.actor.uid = 1001; });
       }},
      {RejectionCode::kSameAccount, "one account said of two, for a revision applied",
       [](World& w) {
         return With(w.AppliesRules(Applied()), [](auto& c) { c.by.same_account = true; });
       }},
      {RejectionCode::kPeriodReversed, "a revision applied before its publication",
       [](World& w) {
         return With(w.AppliesRules(Applied()),
                     [](auto& c) { c.by.effective = Day("2025-01-09"); });
       }},
      {RejectionCode::kListTooLong, "more cases than a commit can open",
       [](World& w) {
         return With(w.AppliesRules(With(Applied(), [](auto& f) { f.cases = 4096; })),
                     [](auto& c) { c.cases.resize(4096, AwardCase()); });
       }},
      {RejectionCode::kFieldInvalid, "a number of cases that is not that of the cases opened",
       [](World& w) { return w.AppliesRules(With(Applied(), [](auto& f) { f.cases = 2; })); }},

      {RejectionCode::kUnknownLearner, "a case about nobody",
       [](World& w) { return OpensCase(w, [](auto& f) { f.learner = IdOf<LearnerId>(77); }); }},
      {RejectionCode::kUnknownEnrolment, "a case about another learner's enrolment",
       [](World& w) { return OpensCase(w, [](auto& f) { f.enrolment = kVaeEnrolment; }); }},
      {RejectionCode::kFieldInvalid, "a case of a revision, opened by hand",
       [](World& w) { return OpensCase(w, [](auto& f) {
                        f.applied = EventRef{kSystem, {0}};
                      }); }},
      {RejectionCode::kFieldInvalid, "a case without a cause",
       [](World& w) { return OpensCase(w, [](auto& f) { f.finding.reset(); }); }},
      {RejectionCode::kUnknownFact, "a case about a fact that is not there",
       [](World& w) { return OpensCase(w, [](auto& f) { f.concerns->version = {77}; }); }},
      {RejectionCode::kUnknownFact, "a case about a fact of another learner",
       [](World& w) {
         return OpensCase(w, [](auto& f) { f.concerns->subject = SubjectOf(kCandidate); });
       }},
      {RejectionCode::kRecordedOtherwise, "a case opened twice, while the first is open",
       [](World& w) {
         w.Append(w.OfSystem(AwardCase(), "2025-01-10"));
         return OpensCase(w, [](auto& f) { f.direction = CaseDirection::kFavourable; });
       }},

      {RejectionCode::kUnknownFact, "an assignment of no case",
       [](World& w) {
         return w.OfSystem(CaseAssigned{{77}, kHead}, "2025-01-10");
       }},
      {RejectionCode::kUnknownFact, "an assignment of what is not a case",
       [](World& w) {
         return w.OfSystem(CaseAssigned{{0}, kHead}, "2025-01-10");
       }},
      {RejectionCode::kUnknownPerson, "an assignment to nobody",
       [](World& w) {
         w.Append(w.OfSystem(AwardCase(), "2025-01-10"));
         return w.OfSystem(CaseAssigned{kCase, kStranger}, "2025-01-11");
       }},
      {RejectionCode::kRecordedOtherwise, "an assignment of a closed case",
       [](World& w) {
         w.Append(ClosesCase(w, [](auto&) {}));
         return w.OfSystem(CaseAssigned{kCase, kHead}, "2025-01-14");
       }},

      {RejectionCode::kUnknownFact, "the closing of no case",
       [](World& w) { return ClosesCase(w, [](auto& f) { f.opened = {77}; }); }},
      {RejectionCode::kRecordedOtherwise, "a case closed twice",
       [](World& w) {
         w.Append(ClosesCase(w, [](auto&) {}));
         return w.OfSystem(CaseClosed{kCase, CaseClosing::kCourt, {}, ActCode{"TA-1"}},
                           "2025-01-15");
       }},
      {RejectionCode::kUnknownFact, "a case closed by an act about somebody else",
       [](World& w) {
         return ClosesCase(w, [](auto& f) { f.event = EventRef{SubjectOf(kCandidate), {1}}; });
       }},
      {RejectionCode::kPeriodReversed, "a case closed before it was opened",
       [](World& w) {
         return With(ClosesCase(w, [](auto&) {}),
                     [](auto& c) { c.by.effective = Day("2025-01-09"); });
       }},
      {RejectionCode::kUnknownFact, "a case closed by an event that is not there",
       [](World& w) {
         return ClosesCase(w, [](auto& f) { f.event = EventRef{SubjectOf(kApprentice), {77}}; });
       }},
      {RejectionCode::kUnknownFact, "a case closed by the decision that it is about",
       [](World& w) {
         return ClosesCase(w, [](auto& f) {
           f.event = EventRef{SubjectOf(kApprentice), kDecision};
         });
       }},
      {RejectionCode::kUnknownFact, "a case closed by what is no act",
       [](World& w) { return ClosesCaseBy(w, CaseClosing::kAuthority, Stay()); }},
      {RejectionCode::kUnknownFact, "a case closed by an act on another enrolment",
       [](World& w) {
         return ClosesCaseBy(w, CaseClosing::kJury,
                             With(JuryDecides(kOpenJury, FinalDecision::kAdmitted),
                                  [](auto& f) { f.enrolment = IdOf<EnrolmentId>(77); }));
       }},
      {RejectionCode::kAuthorityNotAllowed,
       "a case closed by a jury's decision, said to be a court's",
       [](World& w) {
         return ClosesCaseBy(w, CaseClosing::kCourt,
                             JuryDecides(kOpenJury, FinalDecision::kAdmitted));
       }},
      {RejectionCode::kFieldInvalid, "a case closed with no change, by an act",
       [](World& w) {
         return With(ClosesCase(w, [](auto& f) { f.by = CaseClosing::kNoChange; }),
                     [](auto& c) { c.by.reason = ReasonCode{"looked_at"}; });
       }},
      {RejectionCode::kFieldInvalid, "a case closed by a jury, which act is not said",
       [](World& w) { return ClosesCase(w, [](auto& f) { f.act.reset(); }); }},
      {RejectionCode::kReasonMissing, "a case closed with no change, for no reason",
       [](World& w) {
         return ClosesCase(w, [](auto& f) {
           f.by = CaseClosing::kNoChange;
           f.act.reset();
         });
       }},

      {RejectionCode::kReasonMissing, "an event passed over for no reason",
       [](World& w) {
         return w.OfSystem(
             SkipWaived{{SubjectOf(kApprentice), kContract}, Authority::kDirectorGeneral},
             "2025-01-10");
       }},
      {RejectionCode::kReasonMissing, "a finding noted for no reason",
       [](World& w) {
         return w.OfSystem(FindingNoted{{"jury_size"}, HashOf(5), FindingStatus::kAccepted},
                           "2025-01-10");
       }},
      {RejectionCode::kFigureOutOfRange, "more drawn than there are",
       [](World& w) {
         SampleDrawn fact;
         fact.drawn = HashOf(4);
         fact.population = SamplePopulation::kAwards;
         fact.size = 4;
         fact.of = 3;
         return w.OfSystem(fact, "2025-01-10");
       }},
      {RejectionCode::kFigureOutOfRange, "a sample of none",
       [](World& w) {
         SampleDrawn fact;
         fact.drawn = HashOf(4);
         fact.population = SamplePopulation::kAwards;
         fact.of = 3;
         return w.OfSystem(fact, "2025-01-10");
       }},
  };
}

}  // namespace cartulary
