#include "core/rules/lint.h"

#include <gtest/gtest.h>

#include <functional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace cartulary {
namespace {

RequirementCode Id(std::string_view text) { return *RequirementCode::Parse(text); }

std::vector<RequirementCode> Ids(std::initializer_list<std::string_view> texts) {
  std::vector<RequirementCode> ids;
  for (const auto text : texts) ids.push_back(Id(text));
  return ids;
}

void Add(Referential& rules, std::string_view id, Node node, std::vector<Route> routes = {}) {
  Requirement requirement;
  requirement.id = Id(id);
  requirement.label = {"libellé", "label"};
  requirement.source = {"fiche", "tiret 1", "La validation"};
  requirement.routes = std::move(routes);
  requirement.node = std::move(node);
  rules.requirements.insert_or_assign(requirement.id, requirement);
}

Jury ValidJury() {
  Jury jury;
  jury.jury = JuryKind::kAward;
  jury.chair = {Office::kDirectorGeneral};
  jury.representative.value = true;
  jury.min_members.value = 4;
  jury.parity.value = Parity::kStrict;
  jury.chair_counts_as.value = ChairCountsAs::kByDeclaration;
  jury.count.value = JuryCount::kDeliberating;
  return jury;
}

WeightedAverage Average(int min) {
  WeightedAverage average;
  average.min.value = Decimal::Of(min);
  return average;
}

LanguageCertificate Certificate(std::string_view language, LanguageLevel level) {
  LanguageCertificate certificate;
  certificate.language = *LanguageCode::Parse(language);
  certificate.min.value = level;
  certificate.stated_level.value = true;
  return certificate;
}

Mobility ValidMobility() {
  Mobility mobility;
  mobility.min_weeks.value = 12;
  mobility.days_per_week.value = 7;
  mobility.home = *CountryCode::Parse("FR");
  return mobility;
}

// The smallest rules that nobody would question.
Referential Valid() {
  Referential rules;
  rules.certification = *CertificationCode::Parse("RNCP1");
  rules.title = {"Titre", "Title"};
  rules.level = 7;
  rules.certifier = {"ENSAM", "19753472000010"};
  rules.documents = {{"fiche", {"Fiche", "Record"}, std::nullopt, std::nullopt}};
  rules.entry_prerequisite = {"fiche", "prérequis", "La validation"};
  rules.routes = {{Route::kApprenticeship, true, Reading::kRead, JuryKind::kAward, "apprentissage"},
                  {Route::kVae, true, Reading::kRead, JuryKind::kAward, "expérience"},
                  {Route::kStudent, false, Reading::kInferred, std::nullopt, "étudiant"}};
  rules.juries = {{JuryKind::kAward, Id("jury"), {"La validation"}}};
  rules.blocks = {{*BlockCode::Parse("BC01"),
                   "RNCP1BC01",
                   "Bloc",
                   {{*CompetencyCode::Parse("BC01-C01"), "Savoir"}},
                   {{"BC01-E01", "Écrit"}}}};
  rules.root = Id("award");
  Add(rules, "award", AllOf{Ids({"blocks", "jury", "decision"})});
  Add(rules, "blocks", EachBlock{Id("average"), {}});
  Add(rules, "average", Average(10));
  Add(rules, "jury", ValidJury());
  Add(rules, "decision", JuryDecision{DecisionScope::kFinal, {FinalDecision::kAdmitted}, {}});
  return rules;
}

void ExpectBothLanguages(const Text& message) {
  EXPECT_FALSE(message.en.empty());
  EXPECT_FALSE(message.fr.empty());
  EXPECT_NE(message.fr, message.en);
  EXPECT_EQ(message.fr.find('"'), std::string::npos) << message.fr;  // « » in French.
}

TEST(LintTest, ValidRulesHaveNoProblem) {
  for (const LintProblem& problem : Lint(Valid())) ADD_FAILURE() << problem.message.en;
}

struct Case {
  std::string name;
  std::function<void(Referential&)> spoil;
  LintCode code;
  std::string message;  // A part of it.
};
void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

template <typename T>
T& NodeOf(Referential& rules, std::string_view id) {
  return std::get<T>(rules.requirements.at(Id(id)).node);
}

void Under(Referential& rules, std::initializer_list<std::string_view> more) {
  for (const auto& id : Ids(more)) NodeOf<AllOf>(rules, "award").of.push_back(id);
}

const std::vector<Case>& Cases() {
  static const std::vector<Case> cases = {
      {"RootMissing", [](Referential& r) { r.root = Id("prize"); }, LintCode::kUnknownReference,
       "the root \"prize\" is not a requirement"},
      {"DanglingChild", [](Referential& r) { Under(r, {"english"}); }, LintCode::kUnknownReference,
       "the requirement \"award\" names the requirement \"english\", which is not there"},
      {"UnknownBlock",
       [](Referential& r) { NodeOf<EachBlock>(r, "blocks").blocks = {*BlockCode::Parse("BC09")}; },
       LintCode::kUnknownReference, "names the block \"BC09\""},
      {"UnknownDocument",
       [](Referential& r) { r.requirements.at(Id("jury")).source.document = "rp"; },
       LintCode::kUnknownReference, "cites the document \"rp\""},
      {"UnknownAssumption",
       [](Referential& r) {
         NodeOf<WeightedAverage>(r, "average").min.assumption = *AssumptionCode::Parse("mark");
       },
       LintCode::kUnknownReference, "assumes \"mark\""},
      {"JuryOfAnotherKind", [](Referential& r) { r.juries[0].requirement = Id("decision"); },
       LintCode::kUnknownReference, "\"decision\" does not test the jury award"},
      {"Cycle",
       [](Referential& r) {
         Add(r, "a", AnyOf{Ids({"b"})});
         Add(r, "b", AllOf{Ids({"a"})});
       },
       LintCode::kCycle, "\"a\" depends on itself: a > b > a"},
      {"Exponential",
       [](Referential& r) {
         std::string above = "award";
         for (int i = 0; i < 40; ++i) {
           const std::string n = std::to_string(i);
           const auto of = Ids({"l" + n, "r" + n});
           for (const auto& id : of) Add(r, id.text, AllOf{});
           if (i == 0) {
             NodeOf<AllOf>(r, "award")
                 .of.insert(NodeOf<AllOf>(r, "award").of.end(), of.begin(), of.end());
           } else {
             NodeOf<AllOf>(r, "l" + std::to_string(i - 1)).of = of;
             NodeOf<AllOf>(r, "r" + std::to_string(i - 1)).of = of;
           }
         }
       },
       LintCode::kTooLarge, "more than 10000 nodes"},
      {"AverageOutsideOfBlock", [](Referential& r) { Under(r, {"average"}); },
       LintCode::kBlockContext, "\"average\" is about a block, but nothing above it"},
      {"EachBlockInEachBlock",
       [](Referential& r) {
         Add(r, "inner", EachBlock{Id("average"), {}});
         NodeOf<EachBlock>(r, "blocks").of = Id("inner");
       },
       LintCode::kBlockContext, "\"inner\" is an each_block below another"},
      {"DiscretionOverLanguage",
       [](Referential& r) {
         Add(r, "english", Certificate("en", LanguageLevel::kB2));
         r.requirements.at(Id("english")).jury_discretion = true;
         Under(r, {"english"});
       },
       LintCode::kDiscretion, "a discretion over language_certificate, which it never has"},
      {"DiscretionOverMobility",
       [](Referential& r) {
         Add(r, "mobility", ValidMobility());
         r.requirements.at(Id("mobility")).jury_discretion = true;
         Under(r, {"mobility"});
       },
       LintCode::kDiscretion, "a discretion over mobility"},
      {"WaivableJury",
       [](Referential& r) { r.requirements.at(Id("jury")).waivable_by = {Authority::kJury}; },
       LintCode::kDiscretion, "\"jury\" can be waived"},
      {"TwoAverages",
       [](Referential& r) {
         Add(r, "stricter", Average(12));
         Add(r, "both", AllOf{Ids({"average", "stricter"})});
         NodeOf<EachBlock>(r, "blocks").of = Id("both");
       },
       LintCode::kConflict, "\"stricter\" conflicts with \"average\": both are a weighted_average"},
      {"TwoLevelsOfALanguage",
       [](Referential& r) {
         Add(r, "b2", Certificate("en", LanguageLevel::kB2), {Route::kApprenticeship});
         Add(r, "c1", Certificate("en", LanguageLevel::kC1));
         Add(r, "nested", AllOf{Ids({"c1"})}, {Route::kApprenticeship});
         Under(r, {"b2", "nested"});
       },
       LintCode::kConflict, "\"c1\" conflicts with \"b2\""},
      {"ConflictInsideAnAlternative",
       [](Referential& r) {
         Add(r, "b2", Certificate("en", LanguageLevel::kB2));
         Add(r, "c1", Certificate("en", LanguageLevel::kC1));
         Add(r, "pair", AllOf{Ids({"b2", "c1"})});
         Add(r, "either", AnyOf{Ids({"pair"})});
         Under(r, {"either"});
       },
       LintCode::kConflict, "\"c1\" conflicts with \"b2\""},
      {"Unreachable", [](Referential& r) { Add(r, "lost", ValidMobility()); },
       LintCode::kUnreachable, "nothing asks for the requirement \"lost\""},
      {"RouteWithoutJury",
       [](Referential& r) { r.requirements.at(Id("jury")).routes = {Route::kApprenticeship}; },
       LintCode::kRouteWithoutJury, "the route vae can reach the award without a jury"},
      {"AvoidableDecision",
       [](Referential& r) {
         Add(r, "free", ValidMobility());
         Add(r, "either", AnyOf{Ids({"decision", "free"})});
         NodeOf<AllOf>(r, "award").of = Ids({"blocks", "jury", "either"});
       },
       LintCode::kRouteWithoutJury, "can reach the award without a jury's final decision"},
      {"ClosedRoute",
       [](Referential& r) {
         Add(r, "mobility", ValidMobility(), {Route::kStudent, Route::kIndividual});
         Under(r, {"mobility"});
       },
       LintCode::kClosedRoute, "\"mobility\" binds closed routes only"},
      {"NeutralChairAndFour",
       [](Referential& r) {
         NodeOf<Jury>(r, "jury").chair_counts_as.value = ChairCountsAs::kNeutral;
       },
       LintCode::kJuryInfeasible,
       "min_members is 4, but the smallest jury that meets the rest has "
       "5 members"},
      {"ParityAgainstShare",
       [](Referential& r) {
         NodeOf<Jury>(r, "jury").min_share = {College::kProfessional, {{2, 3}, {}}};
       },
       LintCode::kJuryInfeasible, "no jury of 50 members or fewer"},
      {"UnusedAssumption",
       [](Referential& r) {
         r.assumptions = {{*AssumptionCode::Parse("mark"),
                           {"a", "b"},
                           {"c", "d"},
                           AssumptionKind::kDecimal,
                           {},
                           "10",
                           "10",
                           {}}};
       },
       LintCode::kUnusedAssumption, "no requirement leans on the assumption \"mark\""},
      {"GradeAbove20",
       [](Referential& r) { NodeOf<WeightedAverage>(r, "average").min.value = Decimal::Of(21); },
       LintCode::kOutOfRange, "min is 21, expected 0 to 20"},
      {"FloorAboveMin",
       [](Referential& r) {
         NodeOf<WeightedAverage>(r, "average").floor = Param<Decimal>{Decimal::Of(12), {}};
       },
       LintCode::kOutOfRange, "floor is above min"},
      {"NothingDecided",
       [](Referential& r) { NodeOf<JuryDecision>(r, "decision").outcomes.clear(); },
       LintCode::kOutOfRange, "outcomes is empty"},
      {"EmptyAllOf",
       [](Referential& r) {
         Add(r, "empty", AllOf{});
         Under(r, {"empty"});
       },
       LintCode::kOutOfRange, "\"empty\": of is empty"},
      {"TwoOfOne",
       [](Referential& r) {
         Add(r, "some", AtLeastN{{2, {}}, Ids({"jury"})});
         Under(r, {"some"});
       },
       LintCode::kOutOfRange, "n is 2, expected 1 to 1"},
      {"PanelWithoutNumber",
       [](Referential& r) {
         Add(r, "defence", Defence{DefenceKind::kCompany, {College::kAcademic}, {}});
         Under(r, {"defence"});
       },
       LintCode::kOutOfRange, "panel and panel_each are given together"},
      {"NoQuote", [](Referential& r) { r.requirements.at(Id("jury")).source.quote.clear(); },
       LintCode::kNoQuote, "\"jury\" does not quote its source"},
      {"NoEnglishLabel", [](Referential& r) { r.requirements.at(Id("jury")).label.en.clear(); },
       LintCode::kNoLabel, "\"jury\" has no label in English"},
      {"BlockWithoutCompetency", [](Referential& r) { r.blocks[0].competencies.clear(); },
       LintCode::kIncomplete, "the block \"BC01\" has no competency"},
      {"CompetencyOfAnotherBlock",
       [](Referential& r) { r.blocks[0].competencies[0].id = *CompetencyCode::Parse("BC02-C01"); },
       LintCode::kIncomplete, "does not begin with BC01-"},
      {"OpenRouteWithoutJury", [](Referential& r) { r.routes[0].jury.reset(); },
       LintCode::kIncomplete, "the route apprenticeship is open, but no jury awards by it"},
      {"RouteTwice", [](Referential& r) { r.routes.push_back(r.routes[0]); }, LintCode::kDuplicate,
       "the route \"apprenticeship\" is listed twice"},
      {"ChildTwice", [](Referential& r) { Under(r, {"jury"}); }, LintCode::kDuplicate,
       "\"award\" names a requirement twice"},
      {"Siret", [](Referential& r) { r.certifier.siret = "19753472000011"; }, LintCode::kOutOfRange,
       "its check digit fails"},
      {"RateAbove100",
       [](Referential& r) {
         r.statistics = {{2023, 20, {}, 101, {}, {}, {}}};
       },
       LintCode::kOutOfRange, "a rate of 2023 is above 100"},
      {"ScoreRowsOutOfOrder",
       [](Referential& r) {
         ScoreTable table;
         table.test = *TestCode::Parse("T");
         table.document = "fiche";
         table.rows = {{LanguageLevel::kB1, Decimal::Of(1), {}},
                       {LanguageLevel::kB2, Decimal::Of(2), {}}};
         r.score_tables = {table};
       },
       LintCode::kScoreTable, "B2 does not come below the level before it"},
      {"ScoreTablesOverlap",
       [](Referential& r) {
         ScoreTable table;
         table.test = *TestCode::Parse("T");
         table.document = "fiche";
         table.rows = {{LanguageLevel::kB1, Decimal::Of(1), {}}};
         r.score_tables = {table, table};
       },
       LintCode::kScoreTable, "two score tables of \"T\" are in force on the same day"},
  };
  return cases;
}

class SpoiltTest : public testing::TestWithParam<Case> {};

TEST_P(SpoiltTest, IsReportedByCodeAndName) {
  Referential rules = Valid();
  GetParam().spoil(rules);

  const auto problems = Lint(rules);

  bool found = false;
  std::string all;
  for (const LintProblem& problem : problems) {
    found |= problem.code == GetParam().code &&
             problem.message.en.find(GetParam().message) != std::string::npos;
    all += std::string(ToName(problem.code)) + ' ' + problem.message.en + '\n';
  }
  EXPECT_TRUE(found) << "got:\n" << all;
}

TEST_P(SpoiltTest, IsSaidInEitherLanguage) {
  Referential rules = Valid();
  GetParam().spoil(rules);

  for (const LintProblem& problem : Lint(rules)) ExpectBothLanguages(problem.message);
}

INSTANTIATE_TEST_SUITE_P(Cases, SpoiltTest, testing::ValuesIn(Cases()),
                         [](const auto& test) { return test.param.name; });

TEST(LintTest, EveryCodeHasACase) {
  for (const auto& [code, name, french] : kEnumNames<LintCode>) {
    if (code == LintCode::kQuoteNotFound) continue;  // See QuoteTest.
    bool found = false;
    for (const Case& one : Cases()) found |= one.code == code;
    EXPECT_TRUE(found) << name;
  }
}

TEST(ConflictTest, RequirementsThatNeverBindTogetherDoNotConflict) {
  Referential routes = Valid();
  Add(routes, "b2", Certificate("en", LanguageLevel::kB2), {Route::kApprenticeship});
  Add(routes, "c1", Certificate("en", LanguageLevel::kC1), {Route::kVae});
  Under(routes, {"b2", "c1"});
  EXPECT_TRUE(Lint(routes).empty());

  Referential alternatives = Valid();
  Add(alternatives, "b2", Certificate("en", LanguageLevel::kB2));
  Add(alternatives, "c1", Certificate("en", LanguageLevel::kC1));
  Add(alternatives, "either", AnyOf{Ids({"b2", "c1"})});
  Under(alternatives, {"either"});
  EXPECT_TRUE(Lint(alternatives).empty());

  Referential languages = Valid();
  Add(languages, "english", Certificate("en", LanguageLevel::kB2));
  Add(languages, "german", Certificate("de", LanguageLevel::kB1));
  Under(languages, {"english", "german"});
  EXPECT_TRUE(Lint(languages).empty());

  Referential halves = Valid();
  Add(halves, "dates", EntryWindow{{}, Date::Parse("2026-08-31"), {}});
  Add(halves, "levels", EntryWindow{{}, {}, {5, 6}});
  Under(halves, {"dates", "levels"});
  EXPECT_TRUE(Lint(halves).empty());
}

TEST(ConflictTest, AveragesOfDifferentBlocksDoNotConflict) {
  Referential rules = Valid();
  rules.blocks.push_back({*BlockCode::Parse("BC02"),
                          "RNCP1BC02",
                          "Bloc",
                          {{*CompetencyCode::Parse("BC02-C01"), "Savoir"}},
                          {{"BC02-E01", "É"}}});
  NodeOf<EachBlock>(rules, "blocks").blocks = {*BlockCode::Parse("BC01")};
  Add(rules, "second", EachBlock{Id("stricter"), {*BlockCode::Parse("BC02")}});
  Add(rules, "stricter", Average(12));
  Under(rules, {"second"});

  EXPECT_TRUE(Lint(rules).empty());
}

TEST(QuoteTest, AnyWhiteSpaceIsOneBlank) {
  const std::string document = "Le  jury\u00A0: il comporte\n\n4\u202Fmembres.";

  EXPECT_TRUE(QuoteIsIn(document, "jury : il comporte 4 membres."));
  EXPECT_TRUE(QuoteIsIn(document, " Le jury\u202F:\til "));
  EXPECT_FALSE(QuoteIsIn(document, "Lejury"));
  EXPECT_FALSE(QuoteIsIn(document, "5 membres"));
  EXPECT_FALSE(QuoteIsIn(document, ""));
  EXPECT_FALSE(QuoteIsIn(document, "\u00A0"));
}

TEST(QuoteTest, WhatIsNotWordForWordIsNamed) {
  Referential rules = Valid();
  const auto problems = LintQuotes(rules, "fiche", "La validation. Bloc. Savoir. Écrit.");

  ASSERT_EQ(problems.size(), 3u);
  EXPECT_EQ(problems[0].code, LintCode::kQuoteNotFound);
  EXPECT_EQ(problems[0].message.en,
            "the wording of the route apprenticeship is not in the document word for word");
  for (const LintProblem& problem : problems) ExpectBothLanguages(problem.message);
  for (const LintProblem& problem : LintQuotes(rules, "fiche", "")) {
    ExpectBothLanguages(problem.message);
  }
}

}  // namespace
}  // namespace cartulary
