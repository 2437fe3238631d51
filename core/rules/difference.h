// What differs between two texts of rules: the parts that were added, removed or changed, and their
// values, whatever the lines of the files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/code.h"
#include "core/facts/enums.h"
#include "core/rules/referential.h"

namespace cartulary {

// What a rule file is made of; in the order in which differences are told.
enum class RulesPart : std::uint8_t {
  kRequirement = 1,
  kAssumption,
  kEdition,
  kRoute,
  kBlock,
  kCondition,  // By its place: it has no name.
  kJury,
  kScoreTable,
  kDocument,
  kUnknown,
  kStatistics,
  kRules,  // What there is once: the title, the level, the root …
};
constexpr auto NamesOf(RulesPart) {
  return std::to_array<EnumName<RulesPart>>({
      {RulesPart::kRequirement, "requirement", "exigence"},
      {RulesPart::kAssumption, "assumption", "hypothèse"},
      {RulesPart::kEdition, "edition", "édition"},
      {RulesPart::kRoute, "route", "voie d'accès"},
      {RulesPart::kBlock, "block", "bloc"},
      {RulesPart::kCondition, "condition", "condition d'acquisition"},
      {RulesPart::kJury, "jury", "jury"},
      {RulesPart::kScoreTable, "score_table", "barème"},
      {RulesPart::kDocument, "document", "document"},
      {RulesPart::kUnknown, "unknown", "silence du texte"},
      {RulesPart::kStatistics, "statistics", "statistiques"},
      {RulesPart::kRules, "rules", "règles"},
  });
}

enum class PartChange : std::uint8_t {
  kAdded = 1,
  kRemoved,
  kChanged,
};
constexpr auto NamesOf(PartChange) {
  return std::to_array<EnumName<PartChange>>({
      {PartChange::kAdded, "added", "ajouté"},
      {PartChange::kRemoved, "removed", "supprimé"},
      {PartChange::kChanged, "changed", "modifié"},
  });
}

// A value as a rule file writes it.
struct FieldValue {
  std::string text;
  std::optional<AssumptionCode> assumption;  // Whose value it is; empty: literally of the text.
  friend bool operator==(const FieldValue&, const FieldValue&) = default;
};

struct FieldDifference {
  std::string field;                 // "language_certificate.min", "source.quote"
  std::optional<FieldValue> before;  // Empty: there was none.
  std::optional<FieldValue> after;   // Empty: there is none.
  friend bool operator==(const FieldDifference&, const FieldDifference&) = default;
};

struct PartDifference {
  RulesPart part{};
  std::string id;  // "english", "BC01", "2024"; empty for what there is once.
  PartChange change{};
  std::vector<FieldDifference> fields;  // Of what was added or removed, all of them.
  friend bool operator==(const PartDifference&, const PartDifference&) = default;
};

// By part, then in the order of the texts, the earlier first. A parameter that takes its value from
// one assumption in both texts does not differ: the assumption does. The order of parts in a file
// is no difference.
std::vector<PartDifference> DifferenceOf(const Referential& before, const Referential& after);

// The field of that name; nullptr if it does not differ.
const FieldDifference* FindField(const PartDifference& part, std::string_view field);

// An article as a fact names it: "art. 18-3" is the code "art.18-3". None if that is no code.
std::optional<ActCode> CodeOfArticle(std::string_view article);

// What a completion must leave alone and does not: all differences but the value and settlement of
// the assumption, and the document that settles it, added or filled in where it was not confirmed.
std::vector<PartDifference> BeyondSettling(const std::vector<PartDifference>& differences,
                                           const Referential& after,
                                           const AssumptionCode& assumption);

}  // namespace cartulary
