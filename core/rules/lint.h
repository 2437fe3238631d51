// What is wrong with rules that are well formed: what no schema can see. Pure.
//
// CheckRules finds what keeps rules from being evaluated at all, or makes them contradict
// themselves; no loader accepts such a file. Lint finds that and whatever a careful reader would
// question before publishing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/code.h"
#include "core/facts/enums.h"
#include "core/rules/referential.h"
#include "core/text.h"

namespace cartulary {

inline constexpr std::size_t kRequirementsMax = 1'000;
// Of one enrolment, when what several requirements share is counted below each of them.
inline constexpr std::size_t kVerdictNodesMax = 10'000;

enum class LintCode : std::uint8_t {
  kUnknownReference = 1,
  kCycle = 2,
  kBlockContext = 3,
  kDiscretion = 4,
  kConflict = 5,
  kUnreachable = 6,
  kRouteWithoutJury = 7,
  kClosedRoute = 8,
  kJuryInfeasible = 9,
  kUnusedAssumption = 10,
  kOutOfRange = 11,
  kNoQuote = 12,
  kNoLabel = 13,
  kIncomplete = 14,
  kDuplicate = 15,
  kScoreTable = 16,
  kQuoteNotFound = 17,
  kTooLarge = 18,
};
constexpr auto NamesOf(LintCode) {
  return std::to_array<EnumName<LintCode>>({
      {LintCode::kUnknownReference, "UNKNOWN_REFERENCE", "renvoi sans cible"},
      {LintCode::kCycle, "CYCLE", "exigence qui dépend d'elle-même"},
      {LintCode::kBlockContext, "BLOCK_CONTEXT", "exigence de bloc hors d'un bloc"},
      {LintCode::kDiscretion, "DISCRETION", "pouvoir du jury hors de sa limite"},
      {LintCode::kConflict, "CONFLICT", "exigences contradictoires"},
      {LintCode::kUnreachable, "UNREACHABLE", "exigence que rien ne demande"},
      {LintCode::kRouteWithoutJury, "ROUTE_WITHOUT_JURY", "voie sans jury ou sans décision"},
      {LintCode::kClosedRoute, "CLOSED_ROUTE", "exigence pour une voie fermée"},
      {LintCode::kJuryInfeasible, "JURY_INFEASIBLE", "jury impossible à composer"},
      {LintCode::kUnusedAssumption, "UNUSED_ASSUMPTION", "hypothèse sans emploi"},
      {LintCode::kOutOfRange, "OUT_OF_RANGE", "valeur hors des bornes"},
      {LintCode::kNoQuote, "NO_QUOTE", "exigence sans citation"},
      {LintCode::kNoLabel, "NO_LABEL", "libellé absent"},
      {LintCode::kIncomplete, "INCOMPLETE", "description incomplète"},
      {LintCode::kDuplicate, "DUPLICATE", "doublon"},
      {LintCode::kScoreTable, "SCORE_TABLE", "table de scores incohérente"},
      {LintCode::kQuoteNotFound, "QUOTE_NOT_FOUND", "citation absente du document"},
      {LintCode::kTooLarge, "TOO_LARGE", "règles trop volumineuses"},
  });
}

struct LintProblem {
  LintCode code{};
  RequirementCode requirement;  // Empty: not about one.
  Text message;                 // Names what it is about.
  friend bool operator==(const LintProblem&, const LintProblem&) = default;
};

// Names that lead nowhere: the root, children, blocks, documents, assumptions.
std::vector<LintProblem> CheckReferences(const Referential& rules);

// CheckReferences; then, if it finds nothing, cycles, requirements of a block outside of one, a
// jury's discretion where it has none, and conflicts.
//
// Two requirements conflict when they are of the same kind, about the same thing, ask it
// differently, and have to be satisfied together: a common route is bound to both, and the way to
// each from a common ancestor goes through all_of and each_block only. The same thing is: the block
// for weighted_average, acquired_scale, tutor_grid and equivalence; the language; the kind of
// defence, report or jury; what is decided, and for a block which; mobility, vae_dossier and the
// same half (dates, levels) of entry_window as such.
std::vector<LintProblem> CheckRules(const Referential& rules);

// Every problem, CheckRules first.
std::vector<LintProblem> Lint(const Referential& rules);

// Whether `quote` occurs in `document`, both UTF-8, when any run of white space (U+0020, tab, line
// breaks, U+00A0, U+202F) counts as one blank. An empty quote is in no document.
bool QuoteIsIn(std::string_view document, std::string_view quote);

// Everything in the rules that is said to stand word for word in the document, and does not.
std::vector<LintProblem> LintQuotes(const Referential& rules, std::string_view document_id,
                                    std::string_view document);

}  // namespace cartulary
