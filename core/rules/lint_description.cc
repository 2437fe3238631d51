#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "core/rules/lint_parts.h"

namespace cartulary::lint {
namespace {

std::string Quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

// Luhn's check, as SIRET numbers have it.
bool IsSiret(std::string_view text) {
  if (text.size() != 14) return false;
  int sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] < '0' || text[i] > '9') return false;
    const int digit = (text[i] - '0') * (i % 2 == 0 ? 2 : 1);
    sum += digit / 10 + digit % 10;
  }
  return sum % 10 == 0;
}

class DescriptionCheck {
 public:
  DescriptionCheck(const Referential& rules, std::vector<LintProblem>& problems)
      : rules_(rules), problems_(problems) {}

  void Run() {
    if (rules_.title.fr.empty() || rules_.title.en.empty()) {
      Report(LintCode::kNoLabel, "the certification has no title in French or in English");
    }
    if (rules_.level < 1 || rules_.level > 8) {
      Report(LintCode::kOutOfRange,
             "level is " + std::to_string(rules_.level) + ", expected 1 to 8");
    }
    if (!IsSiret(rules_.certifier.siret)) {
      Report(LintCode::kOutOfRange,
             "the SIRET " + Quoted(rules_.certifier.siret) + " is not one: its check digit fails");
    }
    if (rules_.edition.from && rules_.edition.until &&
        *rules_.edition.until < *rules_.edition.from) {
      Report(LintCode::kOutOfRange, "the edition ends before it begins");
    }
    CheckBlocks();
    CheckRoutes();
    CheckStatistics();
    CheckUnique("the document", rules_.documents, [](const Document& one) { return one.id; });
    CheckUnique("the unknown", rules_.unknowns, [](const Unknown& one) { return one.id; });
    for (const ScoreTable& table : rules_.score_tables) CheckTable(table);
    CheckTableOverlaps();
  }

 private:
  void Report(LintCode code, std::string message) {
    problems_.push_back({code, {}, std::move(message)});
  }

  template <typename Range, typename Key>
  void CheckUnique(const std::string& what, const Range& range, Key key) {
    std::set<std::string> seen;
    for (const auto& one : range) {
      const std::string id = key(one);
      if (!seen.insert(id).second) {
        Report(LintCode::kDuplicate, what + " " + Quoted(id) + " is listed twice");
      }
    }
  }

  void CheckBlocks() {
    if (rules_.blocks.empty()) Report(LintCode::kIncomplete, "there is no block");
    CheckUnique("the block", rules_.blocks, [](const Block& block) { return block.id.text; });
    for (const Block& block : rules_.blocks) {
      const std::string named = "the block " + Quoted(block.id.text);
      if (block.competencies.empty()) {
        Report(LintCode::kIncomplete, named + " has no competency");
      }
      if (block.modalities.empty()) {
        Report(LintCode::kIncomplete, named + " does not say how it is assessed");
      }
      CheckUnique("the competency", block.competencies,
                  [](const Competency& one) { return one.id.text; });
      CheckUnique("the modality", block.modalities, [](const Modality& one) { return one.id; });
      const std::string prefix = block.id.text + '-';
      for (const Competency& competency : block.competencies) {
        if (competency.id.text.starts_with(prefix)) continue;
        Report(LintCode::kIncomplete, "the competency " + Quoted(competency.id.text) + " of " +
                                          named + " does not begin with " + prefix);
      }
    }
  }

  void CheckRoutes() {
    CheckUnique("the route", rules_.routes,
                [](const RouteAccess& access) { return std::string(ToName(access.route)); });
    for (const RouteAccess& access : rules_.routes) {
      const std::string named = "the route " + std::string(ToName(access.route));
      if (access.open != access.jury.has_value()) {
        Report(LintCode::kIncomplete, named + (access.open ? " is open, but no jury awards by it"
                                                           : " is closed, but has a jury"));
        continue;
      }
      const bool described = !access.jury || std::any_of(rules_.juries.begin(), rules_.juries.end(),
                                                         [&](const AwardJury& jury) {
                                                           return jury.kind == access.jury;
                                                         });
      if (!described) Report(LintCode::kIncomplete, named + " has a jury that is not described");
    }
  }

  void CheckStatistics() {
    CheckUnique("the year", rules_.statistics,
                [](const StatisticsRow& row) { return std::to_string(row.year); });
    for (const StatisticsRow& row : rules_.statistics) {
      for (const auto& rate :
           {row.employed_6_months, row.in_occupation_6_months, row.in_occupation_24_months}) {
        if (rate && *rate > 100) {
          Report(LintCode::kOutOfRange, "a rate of " + std::to_string(row.year) + " is above 100");
        }
      }
      if (row.certified && row.certified_by_vae && *row.certified_by_vae > *row.certified) {
        Report(LintCode::kOutOfRange,
               std::to_string(row.year) + " has more holders by VAE than holders");
      }
    }
  }

  void CheckTable(const ScoreTable& table) {
    const std::string named = "the score table " + Quoted(table.test.text);
    if (table.rows.empty()) Report(LintCode::kScoreTable, named + " is empty");
    if (table.from && table.until && *table.until < *table.from) {
      Report(LintCode::kScoreTable, named + " ends before it begins");
    }
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const ScoreRow& row = table.rows[i];
      const std::string level(ToFrench(row.level));
      if (!row.min_total && row.parts.empty()) {
        Report(LintCode::kScoreTable, named + ": " + level + " asks for no score");
      }
      if (i == 0) continue;
      const ScoreRow& better = table.rows[i - 1];
      if (row.level >= better.level) {
        Report(LintCode::kScoreTable,
               named + ": " + level + " does not come below the level before it");
      }
      if (row.min_total && better.min_total && *row.min_total >= *better.min_total) {
        Report(LintCode::kScoreTable,
               named + ": " + level + " asks for no less than the level before it");
      }
    }
  }

  void CheckTableOverlaps() {
    const auto& tables = rules_.score_tables;
    for (std::size_t i = 0; i < tables.size(); ++i) {
      for (std::size_t j = i + 1; j < tables.size(); ++j) {
        const ScoreTable& a = tables[i];
        const ScoreTable& b = tables[j];
        const bool same = a.body == b.body && a.test == b.test && a.language == b.language;
        const bool apart =
            (a.until && b.from && *a.until < *b.from) || (b.until && a.from && *b.until < *a.from);
        if (same && !apart) {
          Report(LintCode::kScoreTable,
                 "two score tables of " + Quoted(a.test.text) + " are in force on the same day");
        }
      }
    }
  }

  const Referential& rules_;
  std::vector<LintProblem>& problems_;
};

}  // namespace

void CheckDescription(const Referential& rules, std::vector<LintProblem>& problems) {
  DescriptionCheck(rules, problems).Run();
}

}  // namespace cartulary::lint
