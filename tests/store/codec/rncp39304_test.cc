// The rule file of RNCP39304 against the public record that it quotes.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "core/rules/lint.h"
#include "store/codec/rules_yaml.h"

namespace cartulary {
namespace {

std::string Read(const std::string& path) {
  std::ifstream file(std::string(CARTULARY_SOURCE_DIR) + '/' + path, std::ios::binary);
  EXPECT_TRUE(file.is_open()) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

const std::string& Yaml() {
  static const std::string text = Read("referentials/rncp39304.yaml");
  return text;
}
const std::string& Fiche() {
  static const std::string text = Read("tests/golden/fiche/rncp39304.txt");
  return text;
}

const Referential& Rules() {
  static const Referential rules = [] {
    const LoadedRules loaded = YamlRulesLoader().Load(Yaml());
    if (const auto* problems = std::get_if<std::vector<RulesProblem>>(&loaded)) {
      for (const auto& problem : *problems) ADD_FAILURE() << WordsOf("rncp39304.yaml", problem).en;
      return Referential{};
    }
    return std::get<Referential>(loaded);
  }();
  return rules;
}

const Requirement& At(std::string_view id) { return Rules().requirements.at({std::string(id)}); }

TEST(Rncp39304Test, LoadsAndLintsWithoutAProblem) {
  for (const auto& problem : Lint(Rules())) ADD_FAILURE() << problem.message.en;
  for (const auto& problem : LintQuotes(Rules(), "fiche", Fiche())) {
    ADD_FAILURE() << problem.message.en;
  }
}

TEST(Rncp39304Test, BlocksAreWordForWordToTheByte) {
  std::vector<std::size_t> competencies;
  std::size_t modalities = 0;
  for (const Block& block : Rules().blocks) {
    EXPECT_NE(Fiche().find(block.fiche_code + " - " + block.title + "\n"), std::string::npos);
    competencies.push_back(block.competencies.size());
    modalities += block.modalities.size();
    // With the bullet before and the line break behind, so that nothing is cut at either end.
    for (const auto& one : block.competencies) {
      EXPECT_NE(Fiche().find("\n  • " + one.text + "\n"), std::string::npos) << one.id.text;
    }
    for (const auto& one : block.modalities) {
      EXPECT_NE(Fiche().find("\n  • " + one.text + "\n"), std::string::npos) << one.id;
    }
  }
  EXPECT_EQ(competencies, (std::vector<std::size_t>{7, 8, 11}));
  EXPECT_EQ(modalities, 10u);
}

TEST(Rncp39304Test, EveryBulletOfTheBlocksIsTaken) {
  const std::size_t from = Fiche().find("\nRNCP39304BC01 - ");
  const std::size_t to = Fiche().find("\nDescription des modalités d'acquisition");
  const std::string section = Fiche().substr(from, to - from);
  std::size_t bullets = 0;
  for (std::size_t at = section.find("\n  • "); at != std::string::npos;
       at = section.find("\n  • ", at + 1)) {
    ++bullets;
  }
  EXPECT_EQ(bullets, 36u);
}

TEST(Rncp39304Test, IdentityIsThatOfTheRecord) {
  const Referential& rules = Rules();
  EXPECT_EQ(rules.certification.text, "RNCP39304");
  EXPECT_EQ(rules.level, 7);
  EXPECT_EQ(rules.certifier.siret, "19753472000010");
  EXPECT_EQ(rules.registration_end, Date::Parse("2026-08-31"));
  EXPECT_FALSE(rules.delivery_limit);
  EXPECT_EQ(rules.predecessor->text, "RNCP37484");
  for (const auto* list : {&rules.nsf, &rules.formacodes}) {
    for (const auto& [code, label] : *list) {
      EXPECT_TRUE(QuoteIsIn(Fiche(), code + " : " + label)) << code;
    }
  }
  for (const auto& [code, label] : rules.rome) {
    EXPECT_TRUE(QuoteIsIn(Fiche(), code + " - " + label)) << code;
  }
  EXPECT_EQ(rules.nsf.size(), 3u);
  EXPECT_EQ(rules.formacodes.size(), 4u);
  EXPECT_EQ(rules.rome.size(), 5u);
}

TEST(Rncp39304Test, StatisticsAreThosePublished) {
  ASSERT_EQ(Rules().statistics.size(), 5u);
  for (const StatisticsRow& row : Rules().statistics) {
    EXPECT_FALSE(row.certified_by_vae) << "a dash is not 0";
    EXPECT_TRUE(QuoteIsIn(Fiche(), std::to_string(row.year) + ' ' + std::to_string(*row.certified) +
                                       " - " + std::to_string(*row.employed_6_months) + " - -"));
    EXPECT_EQ(row.doubt.has_value(), row.year == 2020);
  }
}

TEST(Rncp39304Test, EachRequirementBindsWhomTheRecordSays) {
  const std::vector taught = {Route::kApprenticeship, Route::kContinuingEducation,
                              Route::kProfessionalContract};
  const std::vector in_company = {Route::kApprenticeship, Route::kProfessionalContract};
  for (const auto* id : {"english", "mobility", "mobility_length"}) {
    EXPECT_EQ(At(id).routes, std::vector{Route::kApprenticeship}) << id;
  }
  for (const auto* id : {"block_grid", "alternance_reports", "company_defence"}) {
    EXPECT_EQ(At(id).routes, in_company) << id;
  }
  EXPECT_EQ(At("block_by_assessment").routes, taught);
  EXPECT_EQ(At("jury_training").routes, taught);
  EXPECT_EQ(At("vae").routes, std::vector{Route::kVae});
  for (const Route route : {Route::kStudent, Route::kIndividual}) {
    EXPECT_FALSE(FindRoute(Rules(), route)->open);
    EXPECT_EQ(FindRoute(Rules(), route)->reading, Reading::kInferred);
  }
}

TEST(Rncp39304Test, FiguresOfTheRecordAreLiteralAndTheOthersAssumed) {
  const auto& jury = std::get<Jury>(At("jury_training").node);
  EXPECT_EQ(jury.min_members, (Param<int>{4, {}}));
  EXPECT_EQ(jury.parity, (Param<Parity>{Parity::kStrict, AssumptionCode{"jury_parity"}}));
  const auto& vae = std::get<Jury>(At("jury_vae").node);
  EXPECT_EQ(vae.min_share->share, (Param<Fraction>{{1, 4}, {}}));
  EXPECT_EQ(vae.at_least[0].members, (Param<int>{2, {}}));
  EXPECT_EQ(vae.parity.value, Parity::kNone);
  const auto& english = std::get<LanguageCertificate>(At("english").node);
  EXPECT_EQ(english.min, (Param<LanguageLevel>{LanguageLevel::kB2, {}}));
  const auto& stay = std::get<Mobility>(At("mobility_length").node);
  EXPECT_EQ(stay.MinDays(), 84);
  EXPECT_EQ(stay.sum_periods, (Param<StaySum>{StaySum::kLongest, AssumptionCode{"mobility_sum"}}));
  const auto& average = std::get<WeightedAverage>(At("block_average").node);
  EXPECT_EQ(average.min, (Param<Decimal>{Decimal::Of(10), AssumptionCode{"pass_mark"}}));
  EXPECT_EQ(average.floor, (Param<Decimal>{Decimal::Of(7), AssumptionCode{"floor_mark"}}));
  for (const Assumption& assumption : Rules().assumptions) {
    EXPECT_FALSE(assumption.settlement) << assumption.id.text;
  }
}

TEST(Rncp39304Test, WhatTheRecordDoesNotTellIsMarkedUnknown) {
  std::set<std::string> unknown;
  for (const Unknown& one : Rules().unknowns) unknown.insert(one.id);
  for (const auto* id : {"title", "new_caledonia", "french_polynesia", "delivery_limit",
                         "decision_date", "successor", "regulations"}) {
    EXPECT_TRUE(unknown.contains(id)) << id;
  }
}

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1);
    lines.push_back(text.substr(at, end + 1 - at));
    at = end + 1;
  }
  return lines;
}

// Whether losing the line can be read as anything but a fault of the file: a comment, a blank line,
// a line within a text, or one item of a list.
bool MayBeLost(const std::string& line) {
  std::size_t key = line.find_first_not_of(' ');
  if (line.compare(key == std::string::npos ? line.size() : key, 2, "- ") == 0) key += 2;
  const std::size_t end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789", key);
  return end == std::string::npos || end == key || line[end] != ':';
}

TEST(Rncp39304MutationTest, ALineThatIsLostNeverLeavesTheSameRules) {
  const auto lines = LinesOf(Yaml());
  for (std::size_t lost = 0; lost < lines.size(); ++lost) {
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i != lost) text += lines[i];
    }

    const LoadedRules loaded = YamlRulesLoader().Load(text);

    const auto* rules = std::get_if<Referential>(&loaded);
    const bool is_comment = lines[lost] == "\n" || lines[lost][0] == '#';
    if (rules == nullptr) continue;
    EXPECT_EQ(*rules == Rules(), is_comment) << "line " << lost + 1 << ": " << lines[lost];
    EXPECT_TRUE(MayBeLost(lines[lost])) << "line " << lost + 1 << ": " << lines[lost];
  }
}

TEST(Rncp39304MutationTest, ATruncatedFileIsNeverAccepted) {
  for (std::size_t size = 0; size < Yaml().size(); size += 997) {
    const LoadedRules loaded = YamlRulesLoader().Load(Yaml().substr(0, size));
    ASSERT_TRUE(std::holds_alternative<std::vector<RulesProblem>>(loaded)) << size;
    const auto& problems = std::get<std::vector<RulesProblem>>(loaded);
    EXPECT_FALSE(problems.empty());
    EXPECT_TRUE(std::is_sorted(problems.begin(), problems.end(), [](const auto& a, const auto& b) {
      return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    }));
  }
}

// A byte changed anywhere is a problem or changes the rules, unless it was within a comment; it
// never ends the program. The seed is fixed: a failure names its place.
TEST(Rncp39304MutationTest, AChangedByteNeverEndsTheProgram) {
  using namespace std::string_view_literals;
  constexpr std::string_view kBytes = "\0 \n:-[]{}&*!|>\"'#%@`\t\xFF\xC3z0"sv;
  std::uint32_t random = 39304;
  const auto next = [&] { return random = random * 1664525u + 1013904223u, random >> 8; };
  for (int round = 0; round < 1'500; ++round) {
    std::string text = Yaml();
    for (std::uint32_t edits = 1 + next() % 3; edits > 0; --edits) {
      text[next() % text.size()] = kBytes[next() % kBytes.size()];
    }
    const LoadedRules loaded = YamlRulesLoader().Load(text);
    if (const auto* rules = std::get_if<Referential>(&loaded)) static_cast<void>(Lint(*rules));
  }
}

}  // namespace
}  // namespace cartulary
