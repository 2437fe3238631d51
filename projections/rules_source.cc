#include "projections/rules_source.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace cartulary {
namespace {

Result<std::shared_ptr<const Referential>> LoadFrom(const EventLog& log, const RulesLoader& loader,
                                                    const Hash& text) {
  CARTULARY_ASSIGN_OR_RETURN(const auto bytes, log.FindBlob(text));
  if (!bytes) {
    return Error{
        ErrorCode::kIntegrity,
        Said(
            "the published rules {0} are not in the log. Stop writing, keep the files, and restore "
            "a backup.",
            "les règles publiées {0} ne sont pas dans le journal. Cessez d'écrire, gardez les "
            "fichiers et restaurez une sauvegarde.",
            text)};
  }
  LoadedRules loaded = loader.Load(*bytes);
  if (const auto* problems = std::get_if<std::vector<RulesProblem>>(&loaded)) {
    return Error{ErrorCode::kIntegrity,
                 Said("the published rules {0} cannot be read: {1}. Use the release that published "
                      "them, or a later one.",
                      "les règles publiées {0} sont illisibles : {1}. Utilisez la version du "
                      "programme qui les a publiées, ou une plus récente.",
                      text, WordsOf(ToText(text), problems->front()))};
  }
  return std::make_shared<const Referential>(std::get<Referential>(std::move(loaded)));
}

}  // namespace

Result<std::shared_ptr<const Referential>> LogRulesSource::Load(const Hash& text) const {
  const std::lock_guard lock(mutex_);
  const auto known = loaded_.find(text);
  if (known != loaded_.end()) return known->second;
  CARTULARY_ASSIGN_OR_RETURN(auto rules, LoadFrom(log_, loader_, text));
  return loaded_.emplace(text, std::move(rules)).first->second;
}

}  // namespace cartulary
