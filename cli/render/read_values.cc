#include "cli/render/read_values.h"

#include <algorithm>
#include <iterator>

#include "cli/render/words.h"

namespace cartulary::cli {
namespace {

struct ValueName {
  std::string_view name;
  std::string_view french;
};
constexpr ValueName kNames[] = {
    {"academic_year", "année"},
    {"academics", "académiques"},
    {"accredited_on", "accrédité au"},
    {"acquired", "acquis"},
    {"act", "acte"},
    {"annulled_on", "annulée le"},
    {"assessor", "évaluateur"},
    {"authority", "autorité"},
    {"average", "moyenne"},
    {"block", "bloc"},
    {"body", "organisme"},
    {"cefr", "niveau CECRL"},
    {"certification", "certification"},
    {"college", "collège"},
    {"competency", "compétence"},
    {"counted", "années qui comptent"},
    {"date", "date"},
    {"days", "jours"},
    {"deadline", "échéance"},
    {"decision", "décision"},
    {"defence", "soutenance"},
    {"failed", "non acquises"},
    {"floor", "note éliminatoire"},
    {"found", "trouvés"},
    {"found_jury", "jury trouvé"},
    {"from", "à partir du"},
    {"grade", "note"},
    {"ground", "motif"},
    {"held", "détenu"},
    {"home", "pays"},
    {"home_days", "jours au pays"},
    {"jury", "jury"},
    {"jury_points", "points de jury"},
    {"lacking", "ce qui manque"},
    {"language", "langue"},
    {"left_out", "écartées"},
    {"level", "niveau"},
    {"levels", "niveaux"},
    {"members", "membres"},
    {"min", "minimum"},
    {"min_acquired", "minimum"},
    {"min_cefr", "niveau CECRL minimal"},
    {"min_level", "niveau minimal"},
    {"missing", "manque"},
    {"of", "sur"},
    {"office", "fonction"},
    {"on", "le"},
    {"overdue", "dépassées"},
    {"partly", "partiellement"},
    {"pending", "en attente"},
    {"plan", "évaluation"},
    {"points", "points"},
    {"points_min", "points minimaux"},
    {"professionals", "professionnels"},
    {"repeated", "année redoublée"},
    {"reports", "rapports"},
    {"reserves", "réserves"},
    {"results", "résultats"},
    {"route", "voie d'accès"},
    {"satisfied", "acquises"},
    {"scores", "notes trop basses"},
    {"share", "part"},
    {"status", "statut"},
    {"stays", "séjours"},
    {"strangers", "extérieurs"},
    {"test", "test"},
    {"tolerated", "tolérés"},
    {"tutor", "tuteur"},
    {"until", "jusqu'au"},
    {"with_points", "avec les points"},
    {"without_points", "sans les points"},
    {"years", "années"},
};

}  // namespace

std::string ValueLabel(std::string_view name, Language language) {
  if (language == Language::kEnglish) return Plain(name);
  const auto* const found = std::ranges::find(kNames, name, &ValueName::name);
  return found == std::end(kNames) ? std::string() : std::string(found->french);
}

std::string ValuesOf(const VerdictNode& node, Language language) {
  std::string text;
  for (const ReadValue& value : node.values) {
    text += (text.empty() ? "" : ", ") + ValueLabel(value.name, language) + " " +
            InWords(value, LangOf(language));
  }
  return text;
}

}  // namespace cartulary::cli
