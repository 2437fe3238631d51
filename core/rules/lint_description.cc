#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "core/rules/lint_parts.h"

namespace cartulary::lint {
namespace {

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
      Report(LintCode::kNoLabel,
             Said("the certification has no title in French or in English",
                  "il manque l'intitulé de la certification en français ou en anglais"));
    }
    if (rules_.level < 1 || rules_.level > 8) {
      Report(LintCode::kOutOfRange,
             Said("level is {0}, expected 1 to 8",
                  "level vaut {0} ; la valeur attendue va de 1 à 8", rules_.level));
    }
    if (!IsSiret(rules_.certifier.siret)) {
      Report(LintCode::kOutOfRange,
             Said("the SIRET {0} is not one: its check digit fails",
                  "{0} n'est pas un numéro SIRET : sa clé de contrôle est fausse",
                  Quoted(rules_.certifier.siret)));
    }
    if (rules_.edition.from && rules_.edition.until &&
        *rules_.edition.until < *rules_.edition.from) {
      Report(LintCode::kOutOfRange,
             Said("the edition ends before it begins", "l'édition prend fin avant de commencer"));
    }
    CheckBlocks();
    CheckRoutes();
    CheckStatistics();
    CheckUnique(Said("the document", "le document"), rules_.documents,
                [](const Document& one) { return one.id; });
    CheckUnique(Said("the unknown", "l'inconnue"), rules_.unknowns,
                [](const Unknown& one) { return one.id; });
    for (const ScoreTable& table : rules_.score_tables) CheckTable(table);
    CheckTableOverlaps();
  }

 private:
  void Report(LintCode code, Text message) { problems_.push_back({code, {}, std::move(message)}); }

  template <typename Range, typename Key>
  void CheckUnique(const Text& what, const Range& range, Key key) {
    std::set<std::string> seen;
    for (const auto& one : range) {
      const Text id = WordsOf(key(one));
      if (!seen.insert(id.en).second) {
        Report(LintCode::kDuplicate,
               Said("{0} {1} is listed twice", "{0} {1} figure deux fois", what, Quoted(id)));
      }
    }
  }

  void CheckBlocks() {
    if (rules_.blocks.empty())
      Report(LintCode::kIncomplete, Said("there is no block", "il n'y a aucun bloc"));
    CheckUnique(Said("the block", "le bloc"), rules_.blocks,
                [](const Block& block) { return block.id.text; });
    for (const Block& block : rules_.blocks) {
      const Text named = Named(block);
      if (block.competencies.empty()) {
        Report(LintCode::kIncomplete,
               Said("{0} has no competency", "{0} n'a aucune compétence", named));
      }
      if (block.modalities.empty()) {
        Report(LintCode::kIncomplete, Said("{0} does not say how it is assessed",
                                           "{0} ne dit pas comment il est évalué", named));
      }
      CheckUnique(Said("the competency", "la compétence"), block.competencies,
                  [](const Competency& one) { return one.id.text; });
      CheckUnique(Said("the modality", "la modalité"), block.modalities,
                  [](const Modality& one) { return one.id; });
      const std::string prefix = block.id.text + '-';
      for (const Competency& competency : block.competencies) {
        if (competency.id.text.starts_with(prefix)) continue;
        Report(LintCode::kIncomplete,
               Said("the competency {0} of {1} does not begin with {2}",
                    "le code de la compétence {0}, dans {1}, ne commence pas par {2}",
                    Quoted(competency.id.text), named, prefix));
      }
    }
  }

  void CheckRoutes() {
    CheckUnique(Said("the route", "la voie"), rules_.routes,
                [](const RouteAccess& access) { return access.route; });
    for (const RouteAccess& access : rules_.routes) {
      const Text named = Named(access.route);
      if (access.open != access.jury.has_value()) {
        Report(LintCode::kIncomplete,
               access.open ? Said("{0} is open, but no jury awards by it",
                                  "{0} est ouverte, mais aucun jury n'y délivre le titre", named)
                           : Said("{0} is closed, but has a jury",
                                  "{0} est fermée, mais un jury lui est attribué", named));
        continue;
      }
      const bool described = !access.jury || std::any_of(rules_.juries.begin(), rules_.juries.end(),
                                                         [&](const AwardJury& jury) {
                                                           return jury.kind == access.jury;
                                                         });
      if (!described)
        Report(LintCode::kIncomplete, Said("{0} has a jury that is not described",
                                           "{0} relève d'un jury qui n'est pas décrit", named));
    }
  }

  void CheckStatistics() {
    CheckUnique(Said("the year", "l'année"), rules_.statistics,
                [](const StatisticsRow& row) { return row.year; });
    for (const StatisticsRow& row : rules_.statistics) {
      for (const auto& rate :
           {row.employed_6_months, row.in_occupation_6_months, row.in_occupation_24_months}) {
        if (rate && *rate > 100) {
          Report(LintCode::kOutOfRange, Said("a rate of {0} is above 100",
                                             "un taux de l'année {0} dépasse 100", row.year));
        }
      }
      if (row.certified && row.certified_by_vae && *row.certified_by_vae > *row.certified) {
        Report(
            LintCode::kOutOfRange,
            Said("{0} has more holders by VAE than holders",
                 "l'année {0} compte plus de titulaires par la VAE que de titulaires", row.year));
      }
    }
  }

  void CheckTable(const ScoreTable& table) {
    const Text named = Named(table);
    if (table.rows.empty())
      Report(LintCode::kScoreTable, Said("{0} is empty", "{0} est vide", named));
    if (table.from && table.until && *table.until < *table.from) {
      Report(LintCode::kScoreTable, Said("{0} ends before it begins",
                                         "{0} cesse de valoir avant de prendre effet", named));
    }
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const ScoreRow& row = table.rows[i];
      const std::string level(ToFrench(row.level));
      if (!row.min_total && row.parts.empty()) {
        Report(LintCode::kScoreTable, Said("{0}: {1} asks for no score",
                                           "{0} : {1} ne demande aucun score", named, level));
      }
      if (i == 0) continue;
      const ScoreRow& better = table.rows[i - 1];
      if (row.level >= better.level) {
        Report(LintCode::kScoreTable,
               Said("{0}: {1} does not come below the level before it",
                    "{0} : {1} n'est pas inférieur au niveau qui le précède", named, level));
      }
      if (row.min_total && better.min_total && *row.min_total >= *better.min_total) {
        Report(LintCode::kScoreTable,
               Said("{0}: {1} asks for no less than the level before it",
                    "{0} : {1} ne demande pas un score inférieur à celui du niveau qui le précède",
                    named, level));
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
                 Said("two score tables of {0} are in force on the same day",
                      "deux tables de scores de {0} sont en vigueur le même jour",
                      Quoted(a.test.text)));
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
