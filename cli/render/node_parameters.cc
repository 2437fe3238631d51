#include "cli/render/node_parameters.h"

#include <algorithm>
#include <concepts>
#include <iterator>
#include <optional>
#include <type_traits>
#include <variant>

#include "cli/json/fields.h"
#include "cli/render/words.h"
#include "core/check.h"

namespace cartulary::cli {
namespace {

// The French of each parameter, by what it means in English (see cli/render/fact_words.cc).
struct ParameterWords {
  std::string_view en;
  std::string_view label;
  std::string_view fr;
};
constexpr ParameterWords kParameters[] = {
    {"requirements, all of which are to be satisfied", "toutes", "exigences, toutes à remplir"},
    {"requirements, one of which is to be satisfied", "une parmi",
     "exigences, dont une est à remplir"},
    {"how many", "nombre", "combien"},
    {"requirements among which", "parmi", "exigences parmi lesquelles"},
    {"requirement evaluated for each block", "pour chaque bloc", "exigence jugée pour chaque bloc"},
    {"only these blocks; empty: every block", "blocs", "seulement ces blocs ; vide : tous"},
    {"average to reach, out of 20", "moyenne minimale", "moyenne à atteindre, sur 20"},
    {"grade below which a result is eliminatory, out of 20", "note éliminatoire",
     "note en dessous de laquelle un résultat est éliminatoire, sur 20"},
    {"whether a good grade makes up for a poor one", "compensation",
     "si une bonne note en compense une mauvaise"},
    {"what a planned assessment without a result counts for", "sans résultat",
     "ce que vaut une évaluation prévue sans résultat"},
    {"what a justified absence counts for", "absence justifiée",
     "ce que vaut une absence justifiée"},
    {"what an unjustified absence counts for", "absence injustifiée",
     "ce que vaut une absence injustifiée"},
    {"what a fraud counts for", "fraude", "ce que vaut une fraude"},
    {"which attempt counts", "rattrapage", "quelle tentative compte"},
    {"rounding of the average before it is compared", "arrondi",
     "arrondi de la moyenne avant la comparaison"},
    {"whether each mandatory assessment needs a result", "obligatoires exigées",
     "si chaque évaluation obligatoire doit avoir un résultat"},
    {"level to reach", "niveau minimal", "niveau à atteindre"},
    {"how many results may be partly acquired", "partiels tolérés",
     "combien de résultats peuvent être partiellement acquis"},
    {"how many academic years have a grid", "années",
     "combien d'années universitaires ont une grille"},
    {"tutors who sign the one grid jointly", "signée par",
     "tuteurs qui signent conjointement la grille"},
    {"level to reach, 0 to 4", "niveau minimal", "niveau à atteindre, de 0 à 4"},
    {"which grid has to reach the level", "niveau atteint dans",
     "quelle grille doit atteindre le niveau"},
    {"which defence", "soutenance", "quelle soutenance"},
    {"colleges that sit on the panel; empty: not said", "jury de soutenance",
     "collèges qui siègent au jury de soutenance ; vide : non précisé"},
    {"members of each of these colleges at least", "membres par collège",
     "membres de chacun de ces collèges au moins"},
    {"which report", "rapport", "quel rapport"},
    {"how many reports", "nombre minimal", "combien de rapports"},
    {"who finds each of them favourable; empty: not said", "apprécié par",
     "qui donne à chacun un avis favorable ; vide : non précisé"},
    {"language", "langue", "langue"},
    {"whether the body has to be accredited", "organisme accrédité",
     "si l'organisme doit être accrédité"},
    {"day on which the body has to be accredited", "accrédité au",
     "jour où l'organisme doit être accrédité"},
    {"whether scores become levels by the tables", "tables de scores",
     "si les scores deviennent des niveaux selon les tables"},
    {"whether a level that the body states counts", "niveau énoncé",
     "si un niveau énoncé par l'organisme compte"},
    {"months for which a certificate is valid", "mois de validité",
     "mois de validité d'un certificat"},
    {"weeks to reach", "semaines minimales", "semaines à atteindre"},
    {"days that make a week", "jours par semaine", "jours qui font une semaine"},
    {"whether the last day of a stay counts", "dernier jour compté",
     "si le dernier jour d'un séjour compte"},
    {"what is compared with the length required", "périodes",
     "ce qui est comparé à la durée exigée"},
    {"whether a day in two stays counts once", "recouvrements comptés une fois",
     "si un jour dans deux séjours compte une seule fois"},
    {"whether stays at home do not count", "à l'étranger seulement",
     "si les séjours au pays ne comptent pas"},
    {"country that is not abroad", "pays", "pays qui n'est pas l'étranger"},
    {"what an interrupted stay counts for", "séjour interrompu",
     "ce que vaut un séjour interrompu"},
    {"what a stay ended by force majeure counts for", "force majeure",
     "ce que vaut un séjour écourté par force majeure"},
    {"college", "collège", "collège"},
    {"members of it at least", "membres", "membres de ce collège au moins"},
    {"its share of all members at least", "part", "sa part de tous les membres au moins"},
    {"which jury", "jury", "quel jury"},
    {"offices, one of which the chair holds", "présidence",
     "fonctions, dont la présidence exerce l'une"},
    {"whether a delegated representative may chair", "représentant admis",
     "si un représentant par délégation peut présider"},
    {"members at least, the chair included", "effectif minimal",
     "membres au moins, présidence comprise"},
    {"parity of the professional and the academic college", "parité",
     "parité des collèges professionnel et académique"},
    {"members of a college at least", "au moins", "membres d'un collège au moins"},
    {"share of a college at least", "part minimale", "part d'un collège au moins"},
    {"capacities in which academics sit; empty: any", "qualités des académiques",
     "qualités en lesquelles siègent les académiques ; vide : toutes"},
    {"college in which the chair counts", "présidence comptée comme",
     "collège dans lequel compte la présidence"},
    {"whose numbers are judged", "effectif jugé", "de qui l'effectif est jugé"},
    {"what is decided", "sur", "ce qui est décidé"},
    {"decisions that satisfy; empty for a block", "décisions",
     "décisions qui suffisent ; vide pour un bloc"},
    {"which jury decides; none: that of the route", "jury",
     "quel jury décide ; aucun : celui de la voie"},
    {"whether admissibility has to be decided", "recevabilité",
     "si la recevabilité doit être décidée"},
    {"whether the dossier has to be submitted", "dossier déposé", "si le dossier doit être déposé"},
    {"certifications whose blocks count; empty: as the act says", "certifications",
     "certifications dont les blocs comptent ; vide : selon l'acte"},
    {"first entry date", "à partir du", "première date d'entrée"},
    {"last entry date", "jusqu'au", "dernière date d'entrée"},
    {"levels of the entry qualification; empty: not tested", "niveaux",
     "niveaux du diplôme d'entrée ; vide : non vérifiés"},
};

const ParameterWords& WordsFor(std::string_view english) {
  const auto* const found = std::ranges::find(kParameters, english, &ParameterWords::en);
  CARTULARY_CHECK(found != std::end(kParameters));
  return *found;
}

// The value of one parameter.
class Value {
 public:
  explicit Value(Language language) : language_(language) {}

  std::string Of(bool value) const {
    return value ? Say(language_, "yes", "oui") : Say(language_, "no", "non");
  }
  template <std::signed_integral T>
  std::string Of(T value) const {
    return std::to_string(value);
  }
  std::string Of(Decimal value) const { return ToText(value); }
  std::string Of(Date value) const { return ToText(value); }
  std::string Of(Fraction value) const {
    return std::to_string(value.numerator) + "/" + std::to_string(value.denominator);
  }
  template <typename Tag>
  std::string Of(const Code<Tag>& code) const {
    return code.text;
  }
  template <NamedEnum E>
  std::string Of(E value) const {
    return Short(language_, value);
  }
  std::string Of(LanguageLevel level) const { return std::string(ToFrench(level)); }  // Not "b2".
  template <typename T>
  std::string Of(const Param<T>& parameter) const {
    return Of(parameter.value);
  }
  template <typename T>
  std::string Of(const std::optional<T>& value) const {
    return value ? Of(*value) : "";
  }
  template <typename T>
  std::string Of(const std::vector<T>& list) const {
    std::string text;
    for (const T& item : list) text += (text.empty() ? "" : " + ") + Of(item);
    return text;
  }
  // A part of a node: its fields, one after the other.
  template <HasFields T>
  std::string Of(const T& part) const {
    std::string text;
    Fields([&](const char*, const auto& field,
               const char*) { text += (text.empty() ? "" : " ") + Of(field); },
           part);
    return text;
  }

 private:
  Language language_;
};

template <typename T>
std::string AssumptionOf(const T&) {
  return "";
}
template <typename T>
std::string AssumptionOf(const Param<T>& parameter) {
  return parameter.assumption ? parameter.assumption->text : "";
}
template <typename T>
std::string AssumptionOf(const std::optional<Param<T>>& parameter) {
  return parameter ? AssumptionOf(*parameter) : "";
}
std::string AssumptionOf(const std::optional<CollegeShare>& share) {
  return share ? AssumptionOf(share->share) : "";
}

template <typename T>
constexpr bool kIsStructure =
    std::is_same_v<T, std::vector<RequirementCode>> || std::is_same_v<T, RequirementCode>;

}  // namespace

std::vector<Parameter> ParametersOf(const Node& node, Language language) {
  const bool is_french = language == Language::kFrench;
  std::vector<Parameter> parameters;
  std::visit(
      [&](const auto& kind) {
        Fields(
            [&](std::string_view name, const auto& field, std::string_view doc) {
              using Field = std::remove_cvref_t<decltype(field)>;
              const ParameterWords& words = WordsFor(doc);
              parameters.push_back({name, is_french ? std::string(words.label) : Plain(name),
                                    Value(language).Of(field), AssumptionOf(field),
                                    is_french ? words.fr : words.en, kIsStructure<Field>});
            },
            kind);
      },
      node);
  return parameters;
}

}  // namespace cartulary::cli
