// What the law asks of a session, one table for each check.
#include "cli/reading/session_checks.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/evaluate/evaluate.h"
#include "core/findings/checks.h"
#include "tests/support/dossier_builder.h"
#include "tests/support/small_rules.h"

namespace cartulary::cli {
namespace {

using namespace testing_support;

constexpr const char* kSession = "2027-10-15";

std::string NameOf(const PersonId& person) {
  for (int number = 0; number < 300; ++number) {
    if (Person(number) == person) return "N" + std::to_string(number);
  }
  return "?";
}

// Asks one check of the session of `world`, on the day on which it sits.
template <typename Ask>
auto AskOf(World& world, Ask ask) {
  const Date day = Day(kSession);
  const auto session = SessionOn(world.jury(), day);
  EXPECT_TRUE(session.has_value());
  return ask(SessionChecks(world.jury(), world.institution(), *session, day, NameOf));
}

struct Case {
  const char* name;
  std::function<void(World&, JuryAppointed&)> arrange;
  const char* appointed_on;
  Outcome outcome;
  const char* says;
};

void ExpectCheck(const Case& test, CheckView (SessionChecks::*check)() const) {
  SCOPED_TRACE(test.name);
  World world = Founded();
  JuryAppointed appointed = Appointed(RegularMembers());
  test.arrange(world, appointed);
  world.Convene(test.appointed_on, appointed);
  const CheckView view =
      AskOf(world, [&](const SessionChecks& checks) { return (checks.*check)(); });
  EXPECT_EQ(ToName(view.outcome), ToName(test.outcome));
  EXPECT_NE(view.found.en.find(test.says), std::string::npos) << view.found.en;
  EXPECT_FALSE(view.found.fr.empty());
  EXPECT_FALSE(view.events.empty());
}

TEST(SessionChecksTest, WhoAppointsHeadsTheEstablishmentOrSignsForIt) {
  const auto delegated = [](World& world, JuryAppointed& appointed, DelegationKind kind,
                            std::optional<Date> to) {
    appointed.appointed_by = Person(kDelegate);
    world.Establish("2027-01-01",
                    DelegationGranted{Person(kDirector), Person(kDelegate), kind, {}, {}, to, {}});
  };
  const Case kCases[] = {
      {"the head", [](World&, JuryAppointed&) {}, "2027-09-01", Outcome::kSatisfied,
       "N1 was director general"},
      {"nobody in office",
       [](World&, JuryAppointed& appointed) { appointed.appointed_by = Person(kDelegate); },
       "2027-09-01", Outcome::kNotSatisfied, "no delegation of signature"},
      {"by delegation",
       [&](World& world, JuryAppointed& appointed) {
         delegated(world, appointed, DelegationKind::kSignature, {});
       },
       "2027-09-01", Outcome::kSatisfied, "N3 signed by delegation of N1"},
      {"on its last day",
       [&](World& world, JuryAppointed& appointed) {
         delegated(world, appointed, DelegationKind::kSignature, Day("2027-09-01"));
       },
       "2027-09-01", Outcome::kSatisfied, "N3 signed by delegation of N1"},
      {"the day after",
       [&](World& world, JuryAppointed& appointed) {
         delegated(world, appointed, DelegationKind::kSignature, Day("2027-08-31"));
       },
       "2027-09-01", Outcome::kNotSatisfied, "no delegation of signature"},
      {"of representation only",
       [&](World& world, JuryAppointed& appointed) {
         delegated(world, appointed, DelegationKind::kRepresentation, {});
       },
       "2027-09-01", Outcome::kNotSatisfied, "no delegation of signature"},
      {"the one that the act names is another's",
       [&](World& world, JuryAppointed& appointed) {
         delegated(world, appointed, DelegationKind::kSignature, {});
         const Version other =
             world.Establish("2027-01-01", DelegationGranted{Person(kDirector),
                                                             Person(kCampusDirector),
                                                             DelegationKind::kSignature,
                                                             {},
                                                             {},
                                                             {},
                                                             {}});
         appointed.delegation = EventRef{world.institution().subject, other};
       },
       "2027-09-01", Outcome::kNotSatisfied, "does not let N3 sign"},
  };
  for (const Case& test : kCases) ExpectCheck(test, &SessionChecks::AppointingPower);
}

TEST(SessionChecksTest, AppointedByTheFirstDayOfTheAssessments) {
  const auto began = [](const char* day) {
    return [day](World&, JuryAppointed& appointed) { appointed.reference_session = Day(day); };
  };
  const Case kCases[] = {
      {"before", began("2027-09-02"), "2027-09-01", Outcome::kSatisfied, "assessments began"},
      {"on the day", began("2027-09-01"), "2027-09-01", Outcome::kSatisfied, "assessments began"},
      {"after", began("2027-08-31"), "2027-09-01", Outcome::kNotSatisfied,
       "after the assessments began on 2027-08-31"},
      {"not recorded: says what to record", [](World&, JuryAppointed&) {}, "2027-09-01",
       Outcome::kPending, "correct the JuryAppointed with its reference_session"},
      {"after the session",
       [](World&, JuryAppointed& appointed) { appointed.session_date = Day("2027-08-01"); },
       "2027-09-01", Outcome::kNotSatisfied, "after the session of 2027-08-01"},
  };
  for (const Case& test : kCases) ExpectCheck(test, &SessionChecks::AppointedInTime);
}

TEST(SessionChecksTest, WhoDeliberatedSigned) {
  const struct {
    std::set<PersonId> deliberated;
    Outcome outcome;
    const char* says;
  } kCases[] = {
      {{}, Outcome::kPending, "nobody has deliberated yet; 1 signed"},
      {{Person(10)}, Outcome::kSatisfied, "the 1 who deliberated signed"},
      {{Person(10), Person(11)}, Outcome::kNotSatisfied, "without signing: N11"},
      {{Person(10), Person(12)}, Outcome::kNotSatisfied, "without a record of attendance: N12"},
      {{Person(11), Person(12)},
       Outcome::kNotSatisfied,
       "without signing: N11; without a record of attendance: N12"},
  };
  World world = Founded();
  world.Convene("2027-09-01", Appointed(RegularMembers()));
  world.Convene(kSession, AttendanceSigned{Person(10), {}, {}, SignatureMethod::kHandwritten});
  world.Convene(kSession, AttendanceSigned{Person(11), {}, {}, SignatureMethod::kMissing});
  for (const auto& test : kCases) {
    const CheckView view = AskOf(
        world, [&](const SessionChecks& checks) { return checks.Attendance(test.deliberated); });
    EXPECT_EQ(ToName(view.outcome), ToName(test.outcome)) << test.says;
    EXPECT_NE(view.found.en.find(test.says), std::string::npos) << view.found.en;
    EXPECT_EQ(view.events.size(), 2u);
  }
}

TEST(SessionChecksTest, ARulingOnTheSessionIsToldOnceHoweverOftenItIsRecorded) {
  World world = Founded();
  world.Convene("2027-09-01", Appointed(RegularMembers()));
  const SessionRuling first{{{}, {}, {70}}, CourtOutcome::kAnnulled, {"TA-1"}, Day("2028-03-01")};
  SessionRuling again = first;
  again.event.index.value = 71;
  SessionRuling other = first;
  other.act.text = "CAA-1";
  AskOf(world, [&](const SessionChecks& checks) {
    EXPECT_TRUE(checks.Rulings({}).empty());
    const auto told = checks.Rulings({first, again, other});
    EXPECT_EQ(told.size(), 2u);
    EXPECT_EQ(told.front().outcome, Outcome::kNotSatisfied);
    EXPECT_EQ(told.front().found.en, "a court ruled on the session on 2028-03-01, TA-1: annulled");
    EXPECT_EQ(told.front().events, std::vector{Index{70}});
    return 0;
  });
}

TEST(SessionChecksTest, WhoStandsAsideOrAccompaniedDoesNotSit) {
  World world = Founded();
  world.Convene("2027-09-01", Appointed(RegularMembers()));
  world.Convene(kSession, RecusalRecorded{Person(11), kLearner});
  world.Record("2026-09-01", TutorAssigned{kEnrolment, Person(12), TutorRole::kVaeCompanion, {}});
  world.Record("2026-09-01", TutorAssigned{kEnrolment, Person(10), TutorRole::kAcademic, {}});
  const std::set<PersonId> director{Person(kDirector)};
  const std::set<PersonId> all{Person(kDirector), Person(10), Person(11), Person(12)};
  const Ties ties = TiesOf(world.dossier, Day(kSession));

  AskOf(world, [&](const SessionChecks& checks) {
    EXPECT_EQ(checks.RecusalsKept(world.dossier, director).outcome, Outcome::kSatisfied);
    EXPECT_EQ(checks.RecusalsKept(world.dossier, all).found.en,
              "deliberated in spite of standing aside: N11");
    EXPECT_EQ(checks.RecusalsKept(world.dossier, all).outcome, Outcome::kNotSatisfied);
    EXPECT_EQ(checks.NoCompanion(ties, director).outcome, Outcome::kSatisfied);
    EXPECT_EQ(checks.NoCompanion(ties, all).outcome, Outcome::kNotSatisfied);
    EXPECT_NE(checks.NoCompanion(ties, all).found.en.find("N12"), std::string::npos);

    EXPECT_TRUE(checks.Conflicts(ties, director).empty());
    const auto notes = checks.Conflicts(ties, all);  // The companion is a fault, told apart.
    EXPECT_EQ(notes.size(), 1u);
    EXPECT_EQ(notes.front().found.en, "N10: academic tutor");
    EXPECT_TRUE(checks.Amendments().empty());
    return 0;
  });
}

TEST(SessionChecksTest, AmendmentOnceTheAssessmentsBeganIsNoted) {
  for (const auto& [day, notes] : {std::pair("2027-09-19", 0u), std::pair("2027-09-20", 1u)}) {
    World world = Founded();
    JuryAppointed appointed = Appointed(RegularMembers());
    appointed.reference_session = Day("2027-09-20");
    world.Convene("2027-09-01", appointed);
    world.Convene(day, JuryAmended{{}, {}, {Person(12)}, {"absence"}, {}});
    const auto found =
        AskOf(world, [](const SessionChecks& checks) { return checks.Amendments(); });
    EXPECT_EQ(found.size(), notes) << day;
  }
}

// A session that decided on the candidate, as a case bends it.
struct Sat {
  World world = Enrolled();
  JuryAppointed appointed = Appointed(RegularMembers());
  const char* appointed_on = "2027-09-01";
  std::map<PersonId, std::optional<SignatureMethod>> attendance;  // Empty: no line on the list.
};

Sat SatBent(const std::function<void(Sat&)>& bend) {
  Sat sat;
  sat.appointed.reference_session = Day("2027-09-20");
  for (const JuryMember& member : sat.appointed.members) {
    sat.attendance[member.person] = SignatureMethod::kHandwritten;
  }
  bend(sat);
  sat.world.Convene(sat.appointed_on, sat.appointed);
  for (const auto& [person, signature] : sat.attendance) {
    if (signature) sat.world.Convene(kSession, AttendanceSigned{person, {}, {}, *signature});
  }
  sat.world.Record(kSession, Decided(FinalDecision::kAdmitted));
  return sat;
}

std::vector<Irregularity> FailingChecks(World& world, const JuryDecisionRecorded& decision) {
  const std::set<PersonId> sitting(decision.deliberated.begin(), decision.deliberated.end());
  return AskOf(world, [&](const SessionChecks& checks) {
    const std::pair<Irregularity, CheckView> kChecks[] = {
        {Irregularity::kAppointedWithoutPower, checks.AppointingPower()},
        {Irregularity::kAppointedLate, checks.AppointedInTime()},
        {Irregularity::kPresenceUnproven, checks.Attendance(sitting)},
        {Irregularity::kRecusedDeliberated, checks.RecusalsKept(world.dossier, sitting)},
        {Irregularity::kCompanionDeliberated,
         checks.NoCompanion(TiesOf(world.dossier, Day(kSession)), sitting)}};
    std::vector<Irregularity> failing;
    for (const auto& [irregularity, check] : kChecks) {
      if (check.outcome == Outcome::kNotSatisfied) failing.push_back(irregularity);
    }
    return failing;
  });
}

std::set<std::string> FindingsOfLaw(World& world, const Referential& rules,
                                    const Verdict& verdict) {
  const std::set<std::string> kOfLaw = {"JURY_POWER",          "JURY_APPOINTED_LATE",
                                        "ATTENDANCE_MISSING",  "ATTENDANCE_UNSIGNED",
                                        "RECUSED_DELIBERATED", "COMPANION_DELIBERATED"};
  std::set<std::string> found;
  const auto take = [&](const Finding& finding) {
    if (kOfLaw.contains(std::string(finding.check->code))) {
      found.insert(std::string(finding.check->code));
    }
  };
  std::map<JuryId, Deliberations> deliberations;
  AddDeliberations(deliberations, world.dossier, Day(kSession));
  const auto session = SessionOn(world.jury(), Day(kSession));
  RunChecks(SessionScope{world.jury(), world.institution(), *session, deliberations[kJury],
                         Day(kSession)},
            take);
  RunChecks(ScopeOf(world.dossier, world.reference, rules, verdict), take);
  return found;
}

// What is an irregularity to `jury check` is one to the findings and to the award, and nothing
// else.
TEST(SessionChecksTest, SessionFindingsAndAwardJudgeTheJuryAlike) {
  using enum Irregularity;
  const struct {
    const char* name;
    std::function<void(Sat&)> bend;
    std::vector<Irregularity> law;
    std::set<std::string> findings;
  } kCases[] = {
      {"as it should be", [](Sat&) {}, {}, {}},
      {"its first day of assessments unknown",
       [](Sat& sat) { sat.appointed.reference_session.reset(); },
       {},
       {}},
      {"appointed by somebody without power",
       [](Sat& sat) { sat.appointed.appointed_by = Person(kDelegate); },
       {kAppointedWithoutPower},
       {"JURY_POWER"}},
      {"appointed once the assessments had begun",
       [](Sat& sat) { sat.appointed_on = "2027-09-21"; },
       {kAppointedLate},
       {"JURY_APPOINTED_LATE"}},
      {"an attendance left unsigned",
       [](Sat& sat) { sat.attendance[Person(11)] = SignatureMethod::kMissing; },
       {kPresenceUnproven},
       {"ATTENDANCE_UNSIGNED"}},
      {"no attendance recorded of one",
       [](Sat& sat) { sat.attendance[Person(11)].reset(); },
       {kPresenceUnproven},
       {"ATTENDANCE_MISSING"}},
      {"a member sits who stands aside",
       [](Sat& sat) {
         sat.world.Convene("2027-09-02", RecusalRecorded{Person(12), kLearner});
       },
       {kRecusedDeliberated},
       {"RECUSED_DELIBERATED"}},
      {"the companion of the candidate sits",
       [](Sat& sat) {
         sat.world.Record("2026-09-01",
                          TutorAssigned{kEnrolment, Person(12), TutorRole::kVaeCompanion, {}});
       },
       {kCompanionDeliberated},
       {"COMPANION_DELIBERATED"}},
      {"a tutor of the candidate sits: noted, no fault",
       [](Sat& sat) {
         sat.world.Record("2026-09-01",
                          TutorAssigned{kEnrolment, Person(12), TutorRole::kCompany, {}});
       },
       {},
       {}},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.name);
    Sat sat = SatBent(test.bend);
    World& world = sat.world;
    const Referential rules = SmallRules();
    const Date day = Day(kSession);
    const Verdict verdict = Evaluate(rules, 1, world.dossier, kEnrolment, world.reference, day);
    const auto decision = HeldOn<JuryDecisionRecorded>(world.dossier, day).back();
    EXPECT_EQ(IrregularitiesOf(world.jury(), world.institution(), world.dossier, decision, day),
              test.law);
    EXPECT_EQ(FailingChecks(world, *decision.fact), test.law);
    EXPECT_EQ(FindingsOfLaw(world, rules, verdict), test.findings);
  }
}

}  // namespace
}  // namespace cartulary::cli
