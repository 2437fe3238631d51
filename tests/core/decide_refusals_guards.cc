// What one person alone does not change, and what would rewrite the past of a session, an enrolment
// or a title.
#include "decide_refusals.h"

namespace cartulary {
namespace {

Version Last(const World& w, const Subject& subject) {
  return {w.Stream(subject).next_version - 1};
}

// Voids the fact, of the apprentice; `before` makes what it presupposes.
RefusedRow Voiding(const char* why, Fact fact, const char* effective,
                   const std::function<void(World&)>& before = nullptr) {
  return {RejectionCode::kApproverMissing, why, [=](World& w) {
            if (before) before(w);
            w.Append(w.OfApprentice(fact, effective));
            return w.OfApprentice(Void(Last(w, SubjectOf(kApprentice))), effective);
          }};
}

// At kNext, and then its withdrawal.
void AwardAndWithdraw(World& w) {
  w.Record(AwardCommand(w));
  w.Append(w.OfApprentice(Withdrawal(), "2024-11-01"));
}
constexpr Version kWithdrawal{kNext.value + 1};

void DecideConditionally(World& w) {
  w.Append(w.OfApprentice(ConditionalDecision(), "2024-09-10"));
}
void LodgeAppeal(World& w) {
  w.Append(
      w.OfApprentice(AppealLodged{kEnrolment, kDecision, AppealKind::kToTheAuthor}, "2024-08-01"));
}
void DecideElsewhere(World& w) {
  w.Append(w.OfApprentice(JuryDecides(kOpenJury, FinalDecision::kAdmitted), "2024-09-10"));
}

EquivalenceGranted Granted(Authority authority) {
  return {kEnrolment, kOtherTitle, {"BC03"}, {"BC01"}, authority, {"ACT-9"}};
}

std::vector<RefusedRow> WhoseActRows() {
  const Authority court = Authority::kCourt;
  return {
      Voiding("a withdrawal voided", Withdrawal(), "2024-11-01",
              [](World& w) { w.Record(AwardCommand(w)); }),
      Voiding("a reinstatement voided", AwardReinstated{kEnrolment, kWithdrawal, court, {"ACT-4"}},
              "2024-12-01", AwardAndWithdraw),
      Voiding("an annulment voided", JuryDecisionAnnulled{kEnrolment, kDecision, court, {"ACT-5"}},
              "2024-11-01"),
      Voiding("a rectification voided",
              JuryDecisionRectified{kEnrolment, kDecision, kNext, court, {"ACT-6"}}, "2024-09-10",
              DecideElsewhere),
      Voiding("a ruling voided",
              CourtRuled{kEnrolment,
                         {},
                         kDecision,
                         CourtOutcome::kAnnulled,
                         RulingScope::kDecision,
                         {},
                         {"TA-1"}},
              "2024-11-01"),
      Voiding("an appeal decided voided",
              AppealDecided{
                  kEnrolment, kNext, AppealOutcome::kGranted, Authority::kDirectorGeneral, {}},
              "2024-09-01", LodgeAppeal),
      Voiding("a reserve lifted voided",
              ReserveLifted{kEnrolment, kNext, {"stay"}, Authority::kJuryChair, {}}, "2024-11-01",
              DecideConditionally),
      Voiding("a reserve lapsed voided", ReserveLapsed{kEnrolment, kNext, {"stay"}}, "2025-01-02",
              DecideConditionally),
      Voiding("an equivalence voided", Granted(Authority::kJury), "2022-01-15"),
      Voiding(
          "a waiver voided",
          WaiverGranted{kEnrolment, {"stay"}, {"medical"}, Authority::kProgrammeHead, {"ACT-7"}},
          "2024-01-15"),
      Voiding("a certificate revoked voided",
              LanguageCertificateRevoked{kCertificate, CorrectionGround::kFraud}, "2024-01-01"),
      {RejectionCode::kApproverMissing, "a withdrawal corrected",
       [](World& w) {
         AwardAndWithdraw(w);
         const auto on_request = [](auto& f) { f.ground = WithdrawalGround::kOnRequest; };
         return w.OfApprentice(Correct(kWithdrawal, With(Withdrawal(), on_request)), "2024-11-01");
       }},
      {RejectionCode::kApproverMissing, "a merger",
       [](World& w) {
         return w.OfApprentice(LearnersMerged{kNewcomer, true, {}}, "2025-01-10");
       }},
      {RejectionCode::kApproverMissing, "the number of who holds a title",
       [](World& w) {
         w.Record(AwardCommand(w));
         return w.OfApprentice(Correct({0}, LearnerRegistered{Lookup{HashOf(61)}}), "2021-06-01");
       }},
      {RejectionCode::kApproverMissing, "the number of a person",
       [](World& w) {
         return w.Of(StreamKind::kPerson, SubjectOf(kHead),
                     Correct({0}, PersonRegistered{Lookup{HashOf(61)}}), "2019-01-01");
       }},
  };
}

RefusedRow AfterMinutes(const char* why, Fact fact, const char* effective,
                        EntryMode entry = EntryMode::kLive) {
  return {RejectionCode::kApproverMissing, why, [=](World& w) {
            return With(w.OfJury(kSealedJury, fact, effective),
                        [&](Command& c) { c.by.entry = entry; });
          }};
}

AttendanceSigned Attends(const PersonId& person) {
  return {person, {}, {}, SignatureMethod::kHandwritten};
}

std::vector<RefusedRow> SessionRows() {
  const JuryAmended leaves{{}, {}, {kProfessional}, {"absence"}, {}};
  return {
      AfterMinutes("a convocation after the minutes", CandidateConvened{kCandidate, kVaeEnrolment},
                   "2024-07-01"),
      AfterMinutes("an attendance after the minutes", Attends(kHead), "2024-07-11"),
      AfterMinutes("an attendance of a later day", Attends(kHead), "2024-07-15"),
      AfterMinutes("a recusal of a later day", RecusalRecorded{kHead, kApprentice}, "2024-07-15"),
      AfterMinutes("an amendment of a later day", leaves, "2024-07-15"),
      AfterMinutes("an amendment, as history", leaves, "2024-07-01", EntryMode::kHistorical),
      AfterMinutes("further minutes", MinutesSealed{{kDirector}, {}}, "2024-07-15"),
      {RejectionCode::kApproverMissing, "a decision after the minutes",
       [](World& w) {
         const auto theirs = [](auto& f) { f.enrolment = kVaeEnrolment; };
         return w.OfCandidate(With(JuryDecides(kSealedJury, FinalDecision::kDeferred), theirs),
                              "2024-07-10");
       }},
      {RejectionCode::kApproverMissing, "a decision that the minutes leave out, voided after them",
       [](World& w) {
         const auto theirs = [](auto& f) { f.enrolment = kVaeEnrolment; };
         w.Append(w.OfCandidate(With(JuryDecides(kSealedJury, FinalDecision::kDeferred), theirs),
                                "2024-07-10"));
         return w.OfCandidate(Void(Last(w, SubjectOf(kCandidate))), "2024-07-10");
       }},
      {RejectionCode::kNotAMember, "a stranger attends",
       [](World& w) { return w.OfJury(kOpenJury, Attends(kCompanyTutor), "2024-09-10"); }},
      {RejectionCode::kSignatureDate, "an attendance before the session",
       [](World& w) { return w.OfJury(kOpenJury, Attends(kHead), "2024-09-09"); }},
      {RejectionCode::kSignatureDate, "an attendance after it, as history",
       [](World& w) {
         return With(w.OfJury(kOpenJury, Attends(kHead), "2024-10-11"),
                     [](Command& c) { c.by.entry = EntryMode::kHistorical; });
       }},
      {RejectionCode::kPeriodReversed, "minutes before the session",
       [](World& w) {
         return w.OfJury(kOpenJury, MinutesSealed{{kDirector}, {}}, "2024-09-09");
       }},
      {RejectionCode::kPeriodReversed, "a convocation after the session",
       [](World& w) {
         return w.OfJury(kOpenJury, CandidateConvened{kApprentice, kEnrolment}, "2024-09-11");
       }},
  };
}

// The open session, on another day.
Command MoveSession(World& w, const char* day) {
  const auto moved = [&](auto& f) { f.session_date = Day(day); };
  return w.OfJury(kOpenJury, Correct({0}, With(Appointment("JD-2024-09"), moved)), "2024-05-01");
}
Command MoveEntry(World& w, const char* day) {
  return w.OfApprentice(Correct({1}, Enrolment(kEnrolment)), day);
}
Command Leave(World& w, const char* day) {
  return w.OfApprentice(EnrolmentClosed{kEnrolment, LeavingReason::kResignation, {}}, day);
}

std::vector<RefusedRow> PastRows() {
  return {
      {RejectionCode::kSecondAward, "an award on the decision of one that was withdrawn",
       [](World& w) {
         AwardAndWithdraw(w);
         return w.OfApprentice(Award("ENSAM-2"), "2025-01-10");
       }},
      {RejectionCode::kSecondAward, "a title reinstated beside another",
       [](World& w) {
         AwardAndWithdraw(w);
         const auto of_title = [](auto& f) { f.certification = kTitle; };
         w.Append(w.OfApprentice(With(Award("ENSAM-2"), of_title), "2024-12-01"));
         return w.OfApprentice(
             AwardReinstated{kEnrolment, kWithdrawal, Authority::kCourt, {"ACT-4"}}, "2024-12-15");
       }},
      {RejectionCode::kBeforeEntry, "an entry moved behind a result",
       [](World& w) { return MoveEntry(w, "2022-02-01"); }},
      {RejectionCode::kBeforeEntry, "an entry moved behind the decision",
       [](World& w) { return MoveEntry(w, "2024-09-01"); }},
      {RejectionCode::kPeriodReversed, "a session moved behind a decision of it",
       [](World& w) {
         w.Append(w.OfJury(kOpenJury, CandidateConvened{kApprentice, kEnrolment}, "2024-07-01"));
         DecideElsewhere(w);
         return MoveSession(w, "2024-09-11");
       }},
      {RejectionCode::kPeriodReversed, "a session moved behind an attendance",
       [](World& w) {
         w.Append(w.OfJury(kOpenJury, Attends(kHead), "2024-09-10"));
         return MoveSession(w, "2024-09-11");
       }},
      {RejectionCode::kEnrolmentEnded, "another route after the title",
       [](World& w) {
         w.Record(AwardCommand(w));
         return w.OfApprentice(RouteChanged{kEnrolment, Route::kContinuingEducation, {}},
                               "2024-10-01");
       }},
      {RejectionCode::kPeriodReversed, "leaving before a result",
       [](World& w) { return Leave(w, "2022-01-14"); }},
      {RejectionCode::kPeriodReversed, "leaving before the decision",
       [](World& w) { return Leave(w, "2024-07-09"); }},
      {RejectionCode::kAuthorityNotAllowed, "an equivalence by the registry",
       [](World& w) { return w.OfApprentice(Granted(Authority::kRegistrar), "2022-01-15"); }},
      {RejectionCode::kFigureOutOfRange, "the figures of a year that is not over",
       [](World& w) {
         StatisticsPublished fact;
         fact.certification = kTitle;
         fact.year = 2025;
         return w.OfTitle(fact, "2025-01-15");
       }},
  };
}

}  // namespace

std::vector<RefusedRow> GuardRows() {
  std::vector<RefusedRow> all;
  for (const auto& rows : {WhoseActRows(), SessionRows(), PastRows()}) {
    all.insert(all.end(), rows.begin(), rows.end());
  }
  return all;
}

}  // namespace cartulary
