// QuoteIsIn and LintQuotes: whether what is said to be word for word is.
#include <utility>

#include "core/rules/lint_parts.h"

namespace cartulary {
namespace {

// How many bytes of white space begin at `at`, 0 if none do.
std::size_t BlankAt(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.empty()) return 0;
  if (rest[0] == ' ' || (rest[0] >= '\t' && rest[0] <= '\r')) return 1;
  if (rest.starts_with("\u00A0")) return 2;
  if (rest.starts_with("\u202F")) return 3;
  return 0;
}

// Every run of white space as one blank; none at either end.
std::string Normalised(std::string_view text) {
  std::string normalised;
  normalised.reserve(text.size());
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t length = BlankAt(text, at); length > 0) {
      blank = true;
      at += length;
      continue;
    }
    if (blank && !normalised.empty()) normalised += ' ';
    blank = false;
    normalised += text[at++];
  }
  return normalised;
}

class QuoteCheck {
 public:
  QuoteCheck(std::string_view document, std::vector<LintProblem>& problems)
      : document_(Normalised(document)), problems_(problems) {}

  void operator()(const RequirementCode& id, const Text& what, std::string_view quote) {
    const std::string normalised = Normalised(quote);
    if (!normalised.empty() && document_.find(normalised) != std::string::npos) return;
    problems_.push_back({LintCode::kQuoteNotFound, id,
                         Said("{0} is not in the document word for word",
                              "{0} ne figure pas mot pour mot dans le document", what)});
  }

 private:
  std::string document_;
  std::vector<LintProblem>& problems_;
};

}  // namespace

bool QuoteIsIn(std::string_view document, std::string_view quote) {
  const std::string normalised = Normalised(quote);
  return !normalised.empty() && Normalised(document).find(normalised) != std::string::npos;
}

std::vector<LintProblem> LintQuotes(const Referential& rules, std::string_view document_id,
                                    std::string_view document) {
  std::vector<LintProblem> problems;
  QuoteCheck check(document, problems);
  for (const auto& [id, requirement] : rules.requirements) {
    if (requirement.source.document != document_id) continue;
    check(id, Said("the quote of {0}", "la citation de {0}", lint::Named(id)),
          requirement.source.quote);
  }
  for (const Block& block : rules.blocks) {
    check({},
          Said("the title of the block {0}", "l'intitulé du bloc {0}", lint::Quoted(block.id.text)),
          block.title);
    for (const Competency& one : block.competencies) {
      check({}, Said("the competency {0}", "la compétence {0}", lint::Quoted(one.id.text)),
            one.text);
    }
    for (const Modality& one : block.modalities) {
      check({}, Said("the modality {0}", "la modalité {0}", lint::Quoted(one.id)), one.text);
    }
  }
  for (const AcquisitionCondition& condition : rules.conditions) {
    check({}, Said("the condition {0}", "la condition {0}", lint::Quoted(condition.text)),
          condition.text);
  }
  for (const AwardJury& jury : rules.juries) {
    for (const std::string& paragraph : jury.composition) {
      check(jury.requirement,
            Said("the composition of the jury {0}", "la composition du {0}", jury.kind), paragraph);
    }
  }
  for (const RouteAccess& access : rules.routes) {
    check({}, Said("the wording of {0}", "le texte de {0}", lint::Named(access.route)),
          access.wording);
  }
  if (rules.entry_prerequisite.document == document_id) {
    check({}, Said("the entry prerequisite", "le prérequis à l'entrée"),
          rules.entry_prerequisite.quote);
  }
  return problems;
}

}  // namespace cartulary
