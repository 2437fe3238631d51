// Careers under the rule file of RNCP39304 itself, with its own assumptions.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <variant>

#include "store/codec/rules_yaml.h"
#include "tests/support/verdicts.h"

namespace cartulary {
namespace {

using namespace testing_support;

Referential Load(const AssumptionSettings& settings) {
  std::ifstream file(CARTULARY_SOURCE_DIR "/referentials/rncp39304.yaml", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  LoadedRules loaded = YamlRulesLoader().LoadWith(text, settings);
  EXPECT_TRUE(std::holds_alternative<Referential>(loaded));
  return std::get<Referential>(std::move(loaded));
}

const Referential& Record() {
  static const Referential rules = Load({});
  return rules;
}

// A grid on all competencies of the record.
TutorGridSigned WholeGrid(int year, int level) {
  TutorGridSigned grid = Grid(year);
  grid.levels.clear();
  for (const Block& block : Record().blocks) {
    for (const Competency& competency : block.competencies) {
      grid.levels.push_back({competency.id, static_cast<std::uint8_t>(level)});
    }
  }
  return grid;
}

void RecordYearsInTheCompany(World& world) {
  world.Record("2025-06-30", WholeGrid(2024, 1));
  world.Record("2026-06-30", WholeGrid(2025, 2));
  world.Record("2027-06-30", WholeGrid(2026, 3));
  world.Record("2027-06-30", AlternanceReport(2026));
  world.Record("2027-09-15", Defended(DefenceKind::kCompany));
}

LanguageCertificateRecorded Toeic(int listening, int reading) {
  LanguageCertificateRecorded certificate;
  certificate.body.text = "ETS";
  certificate.test.text = "TOEIC-LR";
  certificate.language.text = "en";
  certificate.scores = {{{"listening"}, Decimal::Of(listening)},
                        {{"reading"}, Decimal::Of(reading)}};
  return certificate;
}

World RealApprentice() {
  World world = Enrolled(Route::kApprenticeship);
  RecordResults(world);
  RecordYearsInTheCompany(world);
  world.Record("2026-03-15", Toeic(400, 385));
  const Version stay = world.Record("2026-08-23", Stay("2026-06-01"));
  world.Record("2026-09-20", MobilityReport(Appraisal::kFavourable, {stay}));
  world.Record("2026-09-20", Defended(DefenceKind::kMobility, Appraisal::kFavourable, {stay}));
  return world;
}

Verdict Under(const Referential& rules, const World& world, std::string_view on = "2027-12-31") {
  return VerdictOf(world, rules, on);
}

TEST(Rncp39304CareersTest, ApprenticeWithEverythingMeetsTheConditions) {
  const Verdict verdict = Under(Record(), RealApprentice());
  EXPECT_TRUE(verdict.conditions_met);
  EXPECT_EQ(verdict.standing, CertificationStanding::kConditionsMet);
  EXPECT_EQ(verdict.root.outcome(), Outcome::kPending);
  EXPECT_FALSE(Under(Record(), RealApprentice(), "2027-09-14").conditions_met);
}

TEST(Rncp39304CareersTest, EachThingThatAnApprenticeLacksIsPending) {
  const World everything = RealApprentice();
  for (const Entry& entry : everything.dossier.entries) {
    if (std::holds_alternative<EnrolmentOpened>(entry.fact)) continue;
    World world = everything;
    world.Void(entry.version);
    const Verdict verdict = Under(Record(), world);
    EXPECT_FALSE(verdict.conditions_met) << entry.version.value;
    EXPECT_EQ(verdict.standing, CertificationStanding::kInProgress);
  }
}

TEST(Rncp39304CareersTest, RegularJuryAdmitsTheApprentice) {
  World world = RealApprentice();
  RecordDecision(world, Decided(FinalDecision::kAdmitted));
  const Verdict verdict = Under(Record(), world);
  EXPECT_EQ(verdict.root.computed, Outcome::kSatisfied);
  EXPECT_EQ(verdict.standing, CertificationStanding::kAdmitted);
}

TEST(Rncp39304CareersTest, ContinuingEducationNeedsNeitherEnglishNorMobility) {
  World world = Enrolled(Route::kContinuingEducation);
  RecordResults(world);
  EXPECT_TRUE(Under(Record(), world).conditions_met);
}

TEST(Rncp39304CareersTest, ProfessionalContractNeedsTheCompanyButNotEnglish) {
  World world = Enrolled(Route::kProfessionalContract);
  RecordResults(world);
  EXPECT_FALSE(Under(Record(), world).conditions_met);
  RecordYearsInTheCompany(world);
  EXPECT_TRUE(Under(Record(), world).conditions_met);
}

TEST(Rncp39304CareersTest, VaeRestsOnItsOwnJury) {
  World world = Enrolled(Route::kVae, 4);
  world.Record("2025-02-01", VaeAdmissibilityDecided{kEnrolment, Appraisal::kFavourable});
  world.Record("2026-02-01", VaeDossierSubmitted{kEnrolment});
  world.Record("2026-03-01", Defended(DefenceKind::kVae));
  const std::vector<JuryMember> members = {
      Member(kCampusDirector, College::kAcademic), Member(10, College::kAcademic),
      Member(11, College::kProfessional), Member(12, College::kProfessional)};
  world.Convene("2026-02-15", Appointed(members, kCampusDirector, JuryKind::kVae));
  world.Record("2026-03-02", Decided(FinalDecision::kAdmitted,
                                     {{{"BC01"}, BlockDecision::kValidated},
                                      {{"BC02"}, BlockDecision::kValidated},
                                      {{"BC03"}, BlockDecision::kValidated}},
                                     members, kCampusDirector));

  EXPECT_EQ(Under(Record(), world).root.computed, Outcome::kSatisfied);
  // What the jury is to decide is no condition of being presented to it.
  EXPECT_TRUE(Under(Record(), world, "2026-03-01").conditions_met);
  EXPECT_FALSE(Under(Record(), world, "2026-02-28").conditions_met);
}

TEST(Rncp39304CareersTest, ClosedRoutesAreClosed) {
  for (const Route route : {Route::kStudent, Route::kIndividual}) {
    World world = Enrolled(route);
    RecordResults(world);
    EXPECT_EQ(Under(Record(), world).root.reason, Reason::kRouteClosed);
  }
}

TEST(Rncp39304CareersTest, TablesOfScoresDecideTheLevel) {
  const struct {
    int listening;
    int reading;
    Outcome outcome;
  } kCases[] = {{400, 385, Outcome::kSatisfied},
                {495, 384, Outcome::kPending},
                {399, 495, Outcome::kPending},
                {495, 495, Outcome::kSatisfied}};
  for (const auto& test : kCases) {
    World world = Enrolled(Route::kApprenticeship);
    world.Record("2026-03-15", Toeic(test.listening, test.reading));
    EXPECT_EQ(NodeOf(Under(Record(), world), "english").outcome(), test.outcome)
        << test.listening << '+' << test.reading;
  }
}

TEST(Rncp39304CareersTest, TrialValueOfAnAssumptionChangesWhatLeansOnIt) {
  World world = RealApprentice();
  world.Void(HeldOn<MobilityPeriodRecorded>(world.dossier, Day("2027-12-31"))[0].entry->version);
  const Version first = world.Record("2025-07-13", Stay("2025-06-02"));
  const Version second = world.Record("2026-07-12", Stay("2026-06-01"));  // Six weeks each.
  const std::vector<Version> both = {first, second};
  world.Record("2026-09-20", MobilityReport(Appraisal::kFavourable, both));
  world.Record("2026-09-20", Defended(DefenceKind::kMobility, Appraisal::kFavourable, both));

  const Verdict as_assumed = Under(Record(), world);
  EXPECT_FALSE(as_assumed.conditions_met);
  EXPECT_TRUE(std::ranges::count(as_assumed.assumptions, AssumptionCode{"mobility_sum"}));

  const Verdict summed = Under(Load({{AssumptionCode{"mobility_sum"}, "all"}}), world);
  EXPECT_TRUE(summed.conditions_met);
}

TEST(Rncp39304CareersTest, LowerPassMarkFavoursAndHigherOneContests) {
  World world = Enrolled(Route::kContinuingEducation);
  RecordResults(world, "9.6");
  EXPECT_FALSE(Under(Record(), world).conditions_met);
  EXPECT_TRUE(Under(Load({{AssumptionCode{"pass_mark"}, "9.5"}}), world).conditions_met);
}

TEST(TrapTest, T16_ChangeOfRouteLeansOnAnAssumptionThatTheSchoolCanSettle) {
  World world = Enrolled(Route::kApprenticeship);
  RecordResults(world);
  EXPECT_FALSE(Under(Record(), world).conditions_met);
  const AssumptionCode assumed{"binding_route"};
  EXPECT_EQ(std::ranges::count(Under(Record(), world).assumptions, assumed), 0);

  world.Record("2026-09-01", RouteChanged{kEnrolment, Route::kContinuingEducation, {}});

  EXPECT_TRUE(Under(Record(), world).conditions_met);
  EXPECT_EQ(std::ranges::count(Under(Record(), world).assumptions, assumed), 1);
  const Referential settled = Load({{assumed, "entry"}});
  EXPECT_FALSE(Under(settled, world).conditions_met);
}

}  // namespace
}  // namespace cartulary
