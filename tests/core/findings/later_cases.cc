// What the checks find of what is entered, added, undone or changed afterwards.
#include "tests/core/findings/story.h"

namespace cartulary::testing_support {
namespace {

AttendanceSigned Signed(int person) {
  return {Person(person), {}, {}, SignatureMethod::kHandwritten};
}

MinutesSealed MinutesWith(Version decision) {
  return {{Person(kDirector)}, {{kLearner, decision, {}}}};
}

AwardWithdrawn Withdrawn(WithdrawalGround ground, std::string act = "ACT-2") {
  return {kEnrolment,
          Version{decision_at.value + 1},
          ground,
          Authority::kDirectorGeneral,
          {std::move(act)}};
}

CourtRuled Ruled(CourtOutcome outcome, RulingScope scope) {
  return {kEnrolment, {}, decision_at, outcome, scope, {}, {"TA-1"}};
}

void RecordLate(FoldedStream& stream, std::string_view day) {
  stream.entries.back().recorded_date = Day(day);
}

// The body of the certificate is accredited only once everything is recorded, and from `day` on.
void AccreditAfterwards(Story& s, const std::string& day, const std::string& recorded) {
  s.before = [](World& world) {
    world.institution().entries.erase(world.institution().entries.begin());
  };
  s.after = [=](World& world) {
    world.Establish(day, BodyAccredited{{"ETS"}, {"en"}, {}, {}});
    RecordLate(world.institution(), recorded);
  };
}

// A reserve that is said to be lifted the day before its deadline.
void LiftReserve(Story& s, const std::string& recorded) {
  Decide(s, FinalDecision::kConditional);
  s.decided.reserves = {{{"english"}, Day("2027-11-30"), Authority::kJury}};
  s.after = [=](World& world) {
    world.Record("2027-10-20", Notice());
    world.Record("2027-11-29",
                 ReserveLifted{kEnrolment, decision_at, {"english"}, Authority::kJury, {}});
    RecordLate(world.dossier, recorded);
  };
}

// An appeal is decided before the day of the notification is recorded.
void NotifyAfterAppeal(Story& s, const std::string& recorded) {
  Decide(s, FinalDecision::kDeferred);
  s.on = "2028-03-01";
  s.before = VoidCertificate;
  s.after = [=](World& world) {
    const Version appeal =
        world.Record("2027-11-01", AppealLodged{kEnrolment, decision_at, AppealKind::kToTheAuthor});
    world.Record(
        "2027-11-20",
        AppealDecided{
            kEnrolment, appeal, AppealOutcome::kRejected, Authority::kDirectorGeneral, {}});
    world.Record("2027-10-20", Notice());
    RecordLate(world.dossier, recorded);
  };
}

void EnterGradeAsHistory(World& world) {
  world.dossier.entries[1].recorded_date = Day("2025-09-14");
  world.dossier.entries[1].entry = EntryMode::kHistorical;
}

}  // namespace

const std::vector<Case>& LaterCases() {
  static const std::vector<Case> cases = {
      // ---- A session whose minutes are sealed
      {"attendance signed once the minutes are sealed",
       [](Story& s) {
         s.without_line = {Person(11)};
         s.after = [](World& world) { world.Convene("2027-10-15", Signed(11)); };
       },
       {"ATTENDANCE_AFTER_MINUTES"}},
      {"attendance of history taken over",
       [](Story& s) {
         s.without_line = {Person(11)};
         s.after = [](World& world) {
           world.Convene("2027-10-15", Signed(11));
           world.jury().entries.back().entry = EntryMode::kMigration;
         };
       },
       {},
       {"ATTENDANCE_AFTER_MINUTES"}},
      {"attendance said to be history, of the register's own days",
       [](Story& s) {
         s.without_line = {Person(11)};
         s.store_made = Day("2027-10-15");
         s.after = [](World& world) {
           world.Convene("2027-10-15", Signed(11));
           world.jury().entries.back().entry = EntryMode::kMigration;
         };
       },
       {"ATTENDANCE_AFTER_MINUTES"}},
      {"a line without signature, and then one with",
       [](Story& s) {
         s.without_signature = {Person(11)};
         s.before = [](World& world) { world.Convene("2027-10-15", Signed(11)); };
       },
       {"ATTENDANCE_UNSIGNED"}},
      {"a candidate convened once the minutes are sealed",
       [](Story& s) {
         s.after = [](World& world) {
           world.Convene("2027-10-10", CandidateConvened{IdNumber<LearnerId>(5), kOtherEnrolment});
         };
       },
       {"SESSION_REOPENED"}},
      {"a second set of minutes",
       [](Story& s) {
         s.after = [](World& world) { world.Convene("2027-10-17", MinutesWith(decision_at)); };
       },
       {"SESSION_REOPENED"}},
      {"a decision added once the minutes are sealed",
       [](Story& s) {
         s.after = [decided = s.decided](World& world) { world.Record("2027-10-15", decided); };
       },
       {"SESSION_REOPENED", "MINUTES_LACK_DECISION"}},
      {"a new deliberation and its minutes",
       [](Story& s) {
         s.after = [decided = s.decided](World& world) {
           const Version anew = world.Record("2027-11-10", decided);
           world.Record(
               "2027-11-10",
               JuryDecisionRectified{kEnrolment, decision_at, anew, Authority::kJury, {"ACT-1"}});
           world.Convene("2027-11-11", MinutesWith(anew));
         };
       },
       {},
       {"SESSION_REOPENED"}},
      {"minutes of the day before the session",
       [](Story& s) { s.appointed.session_date = Day("2027-10-17"); },
       {"MINUTES_BEFORE_SESSION"}},
      {"minutes of the day of the session",
       [](Story& s) { s.appointed.session_date = Day("2027-10-16"); },
       {},
       {"MINUTES_BEFORE_SESSION"}},
      {"a court annuls the session",
       [](Story& s) {
         s.after = [](World& world) {
           world.Record("2027-12-01", Ruled(CourtOutcome::kAnnulled, RulingScope::kSession));
         };
       },
       {"SESSION_RULED_ON"}},
      {"a court upholds the session",
       [](Story& s) {
         s.after = [](World& world) {
           world.Record("2027-12-01", Ruled(CourtOutcome::kRejected, RulingScope::kSession));
         };
       },
       {},
       {"SESSION_RULED_ON"}},
      {"a court annuls one decision",
       [](Story& s) {
         s.after = [](World& world) {
           world.Record("2027-12-01", Ruled(CourtOutcome::kAnnulled, RulingScope::kDecision));
         };
       },
       {},
       {"SESSION_RULED_ON"}},

      // ---- Decisions, titles and their holders
      {"withdrawn after four months",
       [](Story& s) {
         s.on = "2028-12-31";
         s.after = [](World& world) {
           world.Record("2028-02-16", Withdrawn(WithdrawalGround::kIllegality));
         };
       },
       {"WITHDRAWN_LATE"}},
      {"withdrawn on the last day of the four months",
       [](Story& s) {
         s.on = "2028-12-31";
         s.after = [](World& world) {
           world.Record("2028-02-15", Withdrawn(WithdrawalGround::kIllegality));
         };
       },
       {},
       {"WITHDRAWN_LATE"}},
      {"withdrawn for fraud after four months",
       [](Story& s) {
         s.on = "2028-12-31";
         s.after = [](World& world) {
           world.Record("2028-02-16", Withdrawn(WithdrawalGround::kFraud));
         };
       },
       {},
       {"WITHDRAWN_LATE"}},
      {"an admission annulled by the school after four months",
       [](Story& s) {
         s.on = "2028-12-31";
         s.awarded = false;
         s.after = [](World& world) {
           world.Record("2028-02-16",
                        JuryDecisionAnnulled{
                            kEnrolment, decision_at, Authority::kDirectorGeneral, {"ACT-1"}});
         };
       },
       {"WITHDRAWN_LATE"}},
      {"an admission annulled by a court after four months",
       [](Story& s) {
         s.on = "2028-12-31";
         s.awarded = false;
         s.after = [](World& world) {
           world.Record("2028-02-16",
                        JuryDecisionAnnulled{kEnrolment, decision_at, Authority::kCourt, {"TA-1"}});
         };
       },
       {},
       {"WITHDRAWN_LATE"}},
      {"a reserve said to be lifted in time, recorded after",
       [](Story& s) { LiftReserve(s, "2027-12-01"); },
       {"RESERVE_LIFTED_LATE"}},
      {"a reserve lifted and recorded by the last day",
       [](Story& s) { LiftReserve(s, "2027-11-30"); },
       {},
       {"RESERVE_LIFTED_LATE"}},
      {"a withdrawal is voided",
       [](Story& s) {
         s.after = [](World& world) {
           world.Void(world.Record("2027-11-02", Withdrawn(WithdrawalGround::kFraud)));
         };
       },
       {"ACT_VOIDED"}},
      {"a withdrawal is voided from a day on that is to come",
       [](Story& s) {
         s.after = [](World& world) {
           world.Void(world.Record("2027-11-02", Withdrawn(WithdrawalGround::kFraud)),
                      Day("2028-01-01"));
         };
       },
       {},
       {"ACT_VOIDED"}},
      {"a withdrawal is corrected",
       [](Story& s) {
         s.after = [](World& world) {
           world.Correct(world.Record("2027-11-02", Withdrawn(WithdrawalGround::kFraud)),
                         Withdrawn(WithdrawalGround::kFraud, "ACT-3"));
         };
       },
       {},
       {"ACT_VOIDED"}},
      {"an identity is corrected after the title",
       [](Story& s) {
         s.after = [](World& world) {
           const Version at = world.Record("2024-08-01", LearnerRegistered{});
           world.Correct(at, LearnerRegistered{});
         };
       },
       {"IDENTITY_CORRECTED"}},
      {"an identity is corrected before the title",
       [](Story& s) {
         s.before = [](World& world) {
           const Version at = world.Record("2024-08-01", LearnerRegistered{});
           world.Correct(at, LearnerRegistered{});
         };
       },
       {},
       {"IDENTITY_CORRECTED"}},
      {"another registration is merged after the title",
       [](Story& s) {
         s.after = [](World& world) {
           world.Record("2027-11-02", LearnersMerged{IdNumber<LearnerId>(5), true, {}});
         };
       },
       {"MERGED_WITH_TITLE"}},
      {"another registration is merged before the title",
       [](Story& s) {
         s.before = [](World& world) {
           world.Record("2027-10-01", LearnersMerged{IdNumber<LearnerId>(5), true, {}});
         };
       },
       {},
       {"MERGED_WITH_TITLE"}},

      // ---- Results, and when they were entered
      {"a certificate of before is recorded after",
       [](Story& s) {
         s.after = [](World& world) {
           world.Record("2027-10-01", Certificate("en", LanguageLevel::kC1));
         };
       },
       {"RESULT_AFTER_DECISION"}},
      {"a certificate of after is recorded after",
       [](Story& s) {
         s.after = [](World& world) {
           world.Record("2027-10-16", Certificate("en", LanguageLevel::kC1));
         };
       },
       {},
       {"RESULT_AFTER_DECISION"}},
      {"the certificate is corrected after",
       [](Story& s) {
         s.after = [](World& world) {
           world.Correct(Version{kCertificateAt}, Certificate("en", LanguageLevel::kC1));
         };
       },
       {"RESULT_AFTER_DECISION"}},
      {"a certificate is voided after",
       [](Story& s) {
         s.before = [](World& world) {
           world.Record("2026-10-01", Certificate("en", LanguageLevel::kC1));
         };
         s.after = VoidCertificate;
       },
       {"RESULT_AFTER_DECISION"}},
      {"a revocation of before is recorded after",
       [](Story& s) {
         s.before = [](World& world) {
           world.Record("2026-10-01", Certificate("en", LanguageLevel::kC1));
         };
         s.after = [](World& world) {
           world.Record("2027-10-01",
                        LanguageCertificateRevoked{Version{kCertificateAt},
                                                   CorrectionGround::kAnnulledByIssuer});
         };
       },
       {"RESULT_AFTER_DECISION"}},
      {"a grade of before the register, entered as history",
       [](Story& s) {
         s.store_made = Day("2025-06-16");
         s.before = EnterGradeAsHistory;
       },
       {},
       {"ENTERED_LATE"}},
      {"a grade of the register's own days, entered as history",
       [](Story& s) {
         s.store_made = Day("2025-06-15");
         s.before = EnterGradeAsHistory;
       },
       {"ENTERED_LATE"}},
      {"entered with a level that the rules do not admit",
       [](Story& s) { Rule<EntryWindow>(s.rules, "entry_level").levels = {6}; },
       {"ENTRY_LEVEL", "REQUIREMENT_UNMET"}},

      // ---- The institution
      {"accredited long after the decision that leans on it",
       [](Story& s) { AccreditAfterwards(s, "2020-01-01", "2027-11-01"); },
       {"GROUND_ENTERED_LATE"}},
      {"accredited after the decision, a few weeks late",
       [](Story& s) { AccreditAfterwards(s, "2026-03-10", "2026-06-08"); },
       {},
       {"GROUND_ENTERED_LATE"}},
      {"a delegation entered after the jury that it let appoint",
       [](Story& s) {
         s.appointed.appointed_by = Person(kDelegate);
         s.before = [](World& world) {
           world.Establish("2026-01-01", DelegationGranted{Person(kDirector),
                                                           Person(kDelegate),
                                                           DelegationKind::kSignature,
                                                           {},
                                                           {},
                                                           {},
                                                           {}});
           RecordLate(world.institution(), "2027-09-02");
         };
       },
       {"GROUND_ENTERED_LATE"}},
      {"an attendance entered long after the decision",
       [](Story& s) {
         s.on = "2028-03-01";
         s.without_line = {Person(11)};
         s.after = [](World& world) {
           world.Convene("2027-10-15", Signed(11));
           RecordLate(world.jury(), "2028-02-01");
         };
       },
       {"GROUND_ENTERED_LATE", "ATTENDANCE_AFTER_MINUTES", "SESSION_ENTERED_LATE"}},
      {"notified, as is said long after the appeal was decided",
       [](Story& s) { NotifyAfterAppeal(s, "2028-02-01"); },
       {"GROUND_ENTERED_LATE", "ENTERED_LATE"}},
      {"notified, as is said soon after the appeal was decided",
       [](Story& s) { NotifyAfterAppeal(s, "2027-11-21"); },
       {},
       {"GROUND_ENTERED_LATE"}},
      {"an office entered late on which nothing leans",
       [](Story& s) {
         s.before = [](World& world) { RecordLate(world.institution(), "2020-06-01"); };
       },
       {"INSTITUTION_ENTERED_LATE"}},
      {"two directors general",
       [](Story& s) {
         s.before = [](World& world) {
           world.Establish("2027-01-01",
                           OfficeHeld{Person(60), Office::kDirectorGeneral, {}, {}, {}});
         };
       },
       {"OFFICE_HELD_TWICE"}},
      {"a director general who left on the day the next came",
       [](Story& s) {
         s.before = [](World& world) {
           world.Establish("2015-01-01",
                           OfficeHeld{Person(60), Office::kDirectorGeneral, {}, {}, {}});
           world.Establish("2020-01-01", OfficeLeft{Person(60), Office::kDirectorGeneral, {}, {}});
         };
       },
       {},
       {"OFFICE_HELD_TWICE"}},
      {"an office of before the register, entered 90 days after that was made",
       [](Story& s) {
         s.store_made = Day("2020-03-03");
         s.before = [](World& world) { RecordLate(world.institution(), "2020-06-01"); };
       },
       {},
       {"INSTITUTION_ENTERED_LATE"}},
      {"an office entered 90 days after",
       [](Story& s) {
         s.before = [](World& world) { RecordLate(world.institution(), "2020-03-31"); };
       },
       {},
       {"INSTITUTION_ENTERED_LATE"}},
      {"entered with a level that the rules admit",
       [](Story& s) { Rule<EntryWindow>(s.rules, "entry_level").levels = {5}; },
       {},
       {"ENTRY_LEVEL"}},
  };
  return cases;
}

}  // namespace cartulary::testing_support
