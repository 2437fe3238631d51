// Parts of Lint (core/rules/lint.h), one for each subject. Internal to core/rules.
#pragma once

#include <string_view>
#include <vector>

#include "core/rules/lint.h"
#include "core/rules/referential.h"
#include "core/text.h"

namespace cartulary::lint {

// What the file calls something: as each language quotes.
inline Text Quoted(const Text& name) { return Said("\"{0}\"", "« {0} »", name); }
inline Text Quoted(std::string_view name) { return Quoted(WordsOf(name)); }

inline Text Named(const RequirementCode& id) {
  return Said("the requirement {0}", "l'exigence {0}", Quoted(id.text));
}
inline Text Named(const Assumption& assumption) {
  return Said("the assumption {0}", "l'hypothèse {0}", Quoted(assumption.id.text));
}
inline Text Named(const Block& block) {
  return Said("the block {0}", "le bloc {0}", Quoted(block.id.text));
}
inline Text Named(const ScoreTable& table) {
  return Said("the score table {0}", "la table de scores {0}", Quoted(table.test.text));
}
inline Text Named(Route route) { return Said("the route {0}", "la voie « {0} »", route); }
inline Text Named(JuryKind jury) { return Said("the jury {0}", "le {0}", jury); }
// Parameters outside of what makes sense.
void CheckRanges(const Requirement& requirement, std::vector<LintProblem>& problems);

// Whether a jury can be composed at all, and whether the smallest that the rules allow can.
void CheckJury(const Requirement& requirement, const Jury& jury,
               std::vector<LintProblem>& problems);

// What surrounds the tree: blocks, routes, documents, statistics, score tables, codes.
void CheckDescription(const Referential& rules, std::vector<LintProblem>& problems);

}  // namespace cartulary::lint
