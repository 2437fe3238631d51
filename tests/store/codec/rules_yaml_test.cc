#include "store/codec/rules_yaml.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <variant>
#include <vector>

#include "core/rules/lint.h"
#include "store/codec/yaml_reader.h"
#include "tests/store/codec/rules_problem.h"
#include "tests/store/codec/rules_text.h"

namespace cartulary {
namespace {

// In English, said in French too.
std::vector<std::string> ProblemsOf(std::string_view yaml,
                                    const AssumptionSettings& settings = {}) {
  const LoadedRules loaded = YamlRulesLoader().LoadWith(yaml, settings);
  std::vector<std::string> problems;
  if (const auto* found = std::get_if<std::vector<RulesProblem>>(&loaded)) {
    for (const auto& problem : *found) {
      ExpectBothLanguages(problem);
      problems.push_back(WordsOf("f", problem).en);
    }
  }
  return problems;
}

Referential Load(std::string_view yaml, const AssumptionSettings& settings = {}) {
  const LoadedRules loaded = YamlRulesLoader().LoadWith(yaml, settings);
  const auto* rules = std::get_if<Referential>(&loaded);
  EXPECT_NE(rules, nullptr);
  return rules == nullptr ? Referential{} : *rules;
}

std::string EveryKind() {
  std::string kinds;
  for (const auto& kind : kEnumNames<NodeKind>) {
    kinds += (kinds.empty() ? "" : ", ") + std::string(kind.name);
  }
  return kinds;
}

// `from` occurs in the text, once.
std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  EXPECT_EQ(text.find(from, at + 1), std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST(RulesYamlTest, EveryKindIsRead) {
  const Referential rules = Load(kRulesOfEveryKind);

  EXPECT_TRUE(Lint(rules).empty());
  std::vector<bool> seen(std::variant_size_v<Node>);
  for (const auto& [id, requirement] : rules.requirements) seen[requirement.node.index()] = true;
  for (std::size_t i = 0; i < seen.size(); ++i) EXPECT_TRUE(seen[i]) << ToName(NodeKind(i + 1));

  const auto& average = std::get<WeightedAverage>(rules.requirements.at({"average"}).node);
  EXPECT_EQ(average.min.value, *Decimal::Parse("10"));
  EXPECT_EQ(average.min.assumption, AssumptionCode{"pass_mark"});
  EXPECT_FALSE(average.floor);
  EXPECT_FALSE(average.missing.assumption);
  EXPECT_EQ(average.absent_unjustified.value, Penalty::kFail);
  const auto& jury = std::get<Jury>(rules.requirements.at({"jury"}).node);
  EXPECT_EQ(jury.min_share->share.value, (Fraction{1, 4}));
  EXPECT_EQ(jury.at_least[0].members.value, 2);
  EXPECT_EQ(std::get<Mobility>(rules.requirements.at({"stay"}).node).MinDays(), 84);
  EXPECT_EQ(rules.requirements.at({"english"}).routes, std::vector{Route::kApprenticeship});
  EXPECT_TRUE(rules.requirements.at({"blocks"}).jury_discretion);
  EXPECT_FALSE(rules.delivery_limit);
  EXPECT_EQ(rules.statistics[0].certified, 11);
  EXPECT_FALSE(rules.statistics[0].certified_by_vae);
}

TEST(RulesYamlTest, WhatSettledAnAssumptionHolds) {
  const std::string hash(64, 'a');
  const Referential rules =
      Load(Replaced(std::string(kRulesOfEveryKind), "default: 10\n    settled: none",
                    "default: 10\n    settled: {value: 12, document: fiche, sha256: " + hash +
                        ", article: \"4\"}"));

  const Assumption* assumption = FindAssumption(rules, {"pass_mark"});
  ASSERT_NE(assumption, nullptr);
  EXPECT_EQ(assumption->default_value, "10");
  EXPECT_EQ(assumption->value, "12");
  EXPECT_EQ(assumption->settlement->article, "4");
  EXPECT_EQ(std::get<WeightedAverage>(rules.requirements.at({"average"}).node).min.value,
            Decimal::Of(12));
}

TEST(RulesYamlTest, ASettingIsTriedInPlaceOfTheValue) {
  const Referential rules = Load(kRulesOfEveryKind, {{{"pass_mark"}, "9.5"}});

  EXPECT_EQ(std::get<WeightedAverage>(rules.requirements.at({"average"}).node).min.value,
            *Decimal::Parse("9.5"));
  EXPECT_EQ(FindAssumption(rules, {"pass_mark"})->default_value, "10");

  EXPECT_EQ(ProblemsOf(kRulesOfEveryKind, {{{"pas_mark"}, "9"}}),
            std::vector<std::string>{
                "f:1:1: there is no assumption \"pas_mark\" to set; did you mean \"pass_mark\"?"});
  EXPECT_EQ(ProblemsOf(kRulesOfEveryKind, {{{"sum"}, "some"}}),
            std::vector<std::string>{"f:1:1: setting sum: \"some\" is not one of longest, all"});
  const auto out_of_range = ProblemsOf(kRulesOfEveryKind, {{{"pass_mark"}, "-5"}});
  ASSERT_EQ(out_of_range.size(), 1u);
  EXPECT_NE(out_of_range[0].find("min is -5, expected 0 to 20"), std::string::npos);
}

struct Case {
  std::string name;
  std::string from;
  std::string to;
  std::vector<std::string> problems;
};
void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

class SpoiltFileTest : public testing::TestWithParam<Case> {};

TEST_P(SpoiltFileTest, IsReportedWithItsPlace) {
  const std::string text = Replaced(std::string(kRulesOfEveryKind), GetParam().from, GetParam().to);
  EXPECT_EQ(ProblemsOf(text), GetParam().problems);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, SpoiltFileTest,
    testing::ValuesIn(std::vector<Case>{
        {"UnknownKey",
         "label: {fr: La english,",
         "labl: {fr: La english,",
         {"f:161:5: requirements.english: the key \"label\" is missing",
          "f:161:5: requirements.english: there is no key \"labl\" here; did you mean \"label\"?"}},
        {"UnknownKeyUnlikeAny",
         "level: 7",
         "level: 7\ncolour: red",
         {"f:6:1: there is no key \"colour\" here; expected format, certification, edition, title, "
          "level, nsf, formacodes, rome, certifier, registration_end, delivery_limit, predecessor, "
          "successor, entry_prerequisite, routes, blocks, conditions, juries, statistics, "
          "unknowns, documents, assumptions, score_tables, root, requirements"}},
        {"MissingKey", "level: 7\n", "", {"f:1:1: the key \"level\" is missing"}},
        {"MissingLanguage",
         "{fr: La english, en: The english}",
         "{fr: La english}",
         {"f:161:12: requirements.english.label: the key \"en\" is missing"}},
        {"MissingValue",
         "level: 7",
         "level:",
         {"f:5:7: level: the value is missing; expected a whole number, such as 12"}},
        {"MissingRoutes",
         "routes: [apprenticeship]\n    jury_discretion: false\n    waivable_by: []\n    mobility:",
         "jury_discretion: false\n    waivable_by: []\n    mobility:",
         {"f:175:5: requirements.stay: the key \"routes\" is missing"}},
        {"MissingFloor",
         "      floor: none\n",
         "",
         {"f:94:7: requirements.average.weighted_average: the key \"floor\" is missing"}},
        {"MissingSource",
         "    source: {document: fiche, place: english, quote: Le english}\n",
         "",
         {"f:161:5: requirements.english: the key \"source\" is missing (or \"assumption\", where "
          "no text asks it)"}},
        {"SourceAndAssumption",
         "    source: {document: fiche, place: english, quote: Le english}\n",
         "    source: {document: fiche, place: english, quote: Le english}\n    assumption: sum\n",
         {"f:161:5: requirements.english: \"source\" and \"assumption\" exclude each other"}},
        {"DuplicateKey",
         "level: 7",
         "level: 7\nlevel: 6",
         {"f:6:1: the key \"level\" is given twice; it was first given at line 5"}},
        {"DuplicateRequirement",
         "  decision:\n",
         "  jury: none\n  decision:\n",
         {"f:207:3: the key \"jury\" is given twice; it was first given at line 190"}},
        {"WordOfAnotherEnum",
         "parity: tolerance_1",
         "parity: strickt",
         {"f:201:15: requirements.jury.jury.parity: \"strickt\" is not one of strict, tolerance_1, "
          "none; did you mean \"strict\"?"}},
        {"WordUnlikeAny",
         "parity: tolerance_1",
         "parity: 2",
         {"f:201:15: requirements.jury.jury.parity: \"2\" is not one of strict, tolerance_1, "
          "none"}},
        {"Yes",
         "stated_level: false",
         "stated_level: no",
         {"f:172:21: requirements.english.language_certificate.stated_level: \"no\" is not true or "
          "false"}},
        {"DecimalComma",
         "min_total: 785",
         "min_total: \"785,5\"",
         {"f:62:32: score_tables[1].rows[1].min_total: \"785,5\" is not a decimal with a point and "
          "two places at most, such as 10 or 9.5"}},
        {"DecimalWithThreePlaces",
         "min_total: 785",
         "min_total: 785.125",
         {"f:62:32: score_tables[1].rows[1].min_total: \"785.125\" is not a decimal with a point "
          "and two places at most, such as 10 or 9.5"}},
        {"DecimalExponent",
         "min_total: 785",
         "min_total: 7e2",
         {"f:62:32: score_tables[1].rows[1].min_total: \"7e2\" is not a decimal with a point and "
          "two places at most, such as 10 or 9.5"}},
        {"NegativeCount",
         "min_weeks: 12",
         "min_weeks: -12",
         {"f:181:18: requirements.stay.mobility.min_weeks: \"-12\" is not a whole number, such as "
          "12"}},
        {"HugeCount",
         "min_weeks: 12",
         "min_weeks: 99999999999999999999",
         {"f:181:18: requirements.stay.mobility.min_weeks: \"99999999999999999999\" is not a whole "
          "number, such as 12"}},
        {"NoSuchDay",
         "registration_end: 2026-08-31",
         "registration_end: 2026-02-30",
         {"f:10:19: registration_end: \"2026-02-30\" is not a date that exists, such as "
          "2026-08-31"}},
        {"FrenchDate",
         "registration_end: 2026-08-31",
         "registration_end: 31-08-2026",
         {"f:10:19: registration_end: \"31-08-2026\" is not a date that exists, such as "
          "2026-08-31"}},
        {"Hash",
         "sha256: to_confirm",
         "sha256: abc",
         {"f:39:57: documents[1].sha256: \"abc\" is not a SHA-256, 64 hexadecimal digits"}},
        {"Share",
         "share: 1/4",
         "share: 1/0",
         {"f:203:49: requirements.jury.jury.min_share.share: \"1/0\" is not a share, such as 1/4"}},
        {"Code",
         "certification: RNCP1\n",
         "certification: RNCP 1\n",
         {"f:2:16: certification: \"RNCP 1\" is not a code, 1 to 64 of letters, digits and . _ : / "
          "@ + -"}},
        {"EmptyRoutes",
         "routes: [apprenticeship]\n    jury_discretion: false\n    waivable_by: []\n    mobility:",
         "routes: []\n    jury_discretion: false\n    waivable_by: []\n    mobility:",
         {"f:177:13: requirements.stay.routes: expected all, or a list of routes"}},
        {"ListForAValue",
         "level: 7",
         "level: [7]",
         {"f:5:8: level: expected a single value, not a list or a mapping"}},
        {"ValueForAList",
         "formacodes: []",
         "formacodes: none",
         {"f:7:13: formacodes: expected a list; [] if it is empty"}},
        {"ValueForAMapping",
         "certifier: {name: ENSAM, siret: \"19753472000010\"}",
         "certifier: ENSAM",
         {"f:9:12: certifier: expected keys with their values"}},
        {"NoKind",
         "    equivalence: {from: [RNCP0]}\n",
         "",
         {"f:119:5: requirements.granted: what it requires is missing: one of the keys " +
          EveryKind()}},
        {"UnknownKind",
         "equivalence: {from: [RNCP0]}",
         "equivalences: {from: [RNCP0]}",
         {"f:119:5: requirements.granted: what it requires is missing: one of the keys " +
              EveryKind(),
          "f:124:5: requirements.granted: there is no key \"equivalences\" here; did you mean "
          "\"equivalence\"?"}},
        {"TwoKinds",
         "    equivalence: {from: [RNCP0]}\n",
         "    equivalence: {from: [RNCP0]}\n    any_of: [jury]\n",
         {"f:119:5: requirements.granted: it requires any_of and equivalence; make two "
          "requirements of it"}},
        {"UnknownAssumption",
         "{assume: pass_mark}",
         "{assume: passmark}",
         {"f:94:21: requirements.average.weighted_average.min: there is no assumption "
          "\"passmark\"; did you mean \"pass_mark\"?"}},
        {"AssumptionOfAnotherKind",
         "{assume: pass_mark}",
         "{assume: sum}",
         {"f:94:21: requirements.average.weighted_average.min: the assumption \"sum\" is of kind "
          "choice, which cannot be used here"}},
        {"AssumptionWithOtherWords",
         "rounding: exact",
         "rounding: {assume: sum}",
         {"f:102:26: requirements.average.weighted_average.rounding: the assumption \"sum\" allows "
          "a value that cannot be used here: \"longest\" is not one of exact, hundredth, tenth",
          "f:102:26: requirements.average.weighted_average.rounding: the assumption \"sum\" allows "
          "a value that cannot be used here: \"all\" is not one of exact, hundredth, tenth"}},
        {"AssumptionMisspelt",
         "{assume: pass_mark}",
         "{asume: pass_mark}",
         {"f:94:12: requirements.average.weighted_average.min: the key \"assume\" is missing",
          "f:94:13: requirements.average.weighted_average.min: there is no key \"asume\" here; did "
          "you mean \"assume\"?"}},
        {"DefaultNotAmongChoices",
         "default: longest",
         "default: longer",
         {"f:52:14: assumptions.sum.default: \"longer\" is not one of longest, all; did you mean "
          "\"longest\"?"}},
        {"ChoicesOfADecimal",
         "    kind: decimal\n",
         "    kind: decimal\n    choices: [a]\n",
         {"f:45:5: assumptions.pass_mark: there is no key \"choices\" here; expected label, why, "
          "kind, default, settled"}},
        {"Dangling",
         "of: [dossier, defence, report]",
         "of: [dossier, defense, report]",
         {"f:132:3: the requirement \"options\" names the requirement \"defense\", which is not "
          "there"}},
        {"Cycle",
         "of: [dossier, defence, report]",
         "of: [options]",
         {"f:132:3: the requirement \"options\" depends on itself: options > options"}},
        {"NoRoot",
         "root: award",
         "root: prize",
         {"f:1:1: the root \"prize\" is not a requirement"}},
        {"Conflict",
         "mobility:\n      min_weeks: 12\n      days_per_week: 7\n      count_end_day: true\n      "
         "sum_periods: {assume: sum}\n      overlapping_once: true\n      abroad_only: true\n      "
         "home: FR\n      interrupted: days_done\n      force_majeure: not_counted",
         "language_certificate: {language: en, min: c1, accredited: true, accredited_on: "
         "test_date, score_tables: true, stated_level: false, valid_months: none}",
         {"f:174:3: the requirement \"stay\" conflicts with \"english\": both are a "
          "language_certificate about the same thing, have to be satisfied together, and ask it "
          "differently"}},
        {"DiscretionOverEnglish",
         "routes: [apprenticeship]\n    jury_discretion: false\n    waivable_by: []\n    "
         "language_certificate:",
         "routes: [apprenticeship]\n    jury_discretion: true\n    waivable_by: []\n    "
         "language_certificate:",
         {"f:160:3: the requirement \"english\" gives the jury a discretion over "
          "language_certificate, which it never has"}},
        {"AnchorInARule",
         "min: b2",
         "min: &level b2",
         {"f:168:12: anchors (&) are not allowed; write the value where it is used"}},
        {"TagInARule",
         "min: b2",
         "min: !!str b2",
         {"f:168:12: tags (!) are not allowed; every value is text"}},
    }),
    [](const auto& test) { return test.param.name; });

TEST(RulesYamlTest, EveryProblemIsReportedAtOnceInTheOrderOfTheFile) {
  std::string text(kRulesOfEveryKind);
  text = Replaced(text, "level: 7", "levle: 7");
  text = Replaced(text, "default: 10\n", "default: ten\n");
  text = Replaced(text, "min: b2", "min: B2");
  text = Replaced(text, "of: [dossier", "of: [dosier");
  text = Replaced(text, "share: 1/4", "share: 25%");

  const auto problems = ProblemsOf(text);

  const std::vector<std::string> expected = {
      "f:1:1: the key \"level\" is missing",
      "f:5:1: there is no key \"levle\" here; did you mean \"level\"?",
      "f:45:14: assumptions.pass_mark.default: \"ten\" is not a decimal",
      "f:132:3: the requirement \"options\" names the requirement \"dosier\", which is not there",
      "f:168:12: requirements.english.language_certificate.min: \"B2\" is not one of",
      "f:203:49: requirements.jury.jury.min_share.share: \"25%\" is not a share"};
  ASSERT_EQ(problems.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(problems[i].substr(0, expected[i].size()), expected[i]);
  }
}

TEST(RulesYamlTest, SecondFormatSaysWhoseConditionsHoldAfterAChangeOfRoute) {
  const std::string old(kRulesOfEveryKind);
  const auto binding = [](const std::string& text) { return Load(text).binding_route; };
  EXPECT_EQ(binding(old), (Param<BindingRoute>{BindingRoute::kInForce, std::nullopt}));
  EXPECT_EQ(ProblemsOf(Replaced(old, "level: 7\n", "level: 7\nbinding_route: entry\n")).size(), 1u);

  const std::string newer = Replaced(old, "cartulary-rules/1", "cartulary-rules/2");
  EXPECT_EQ(ProblemsOf(newer),
            std::vector<std::string>{"f:1:1: the key \"binding_route\" is missing"});
  const auto with = [&](const std::string& value) {
    return Replaced(newer, "level: 7\n", "level: 7\nbinding_route: " + value + "\n");
  };
  EXPECT_EQ(binding(with("entry")), (Param<BindingRoute>{BindingRoute::kEntry, std::nullopt}));
  EXPECT_EQ(ProblemsOf(with("{assume: pass_mark}")).size(), 1u);  // A decimal.
}

TEST(RulesYamlTest, FilesThatAreNoRulesAreRefused) {
  EXPECT_EQ(ProblemsOf("[]"), std::vector<std::string>{"f:1:1: expected keys with their values"});
  EXPECT_EQ(
      ProblemsOf("format: cartulary-rules/3\nnews: 1\n"),
      std::vector<std::string>{
          "f:1:9: this program reads the formats cartulary-rules/1 and cartulary-rules/2 only"});
  EXPECT_EQ(ProblemsOf(""), std::vector<std::string>{"f:1:1: the file is empty"});
}

TEST(RulesYamlTest, AFloodOfProblemsIsCutShort) {
  std::string text = "format: cartulary-rules/1\n";
  for (int i = 0; i < 5'000; ++i) text += "k" + std::to_string(i) + ": 1\n";

  const auto problems = ProblemsOf(text);

  EXPECT_EQ(problems.size(), kProblemsMax + 1);
  EXPECT_NE(problems.back().find("there may be more problems"), std::string::npos);
}

}  // namespace
}  // namespace cartulary
