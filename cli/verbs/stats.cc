// stats: the figures of the register by year of award, beside those that were published.
#include <algorithm>
#include <map>
#include <ostream>
#include <set>

#include "cli/context.h"
#include "cli/reading/published.h"
#include "cli/reading/reading.h"
#include "cli/render/words.h"
#include "cli/verbs/all.h"
#include "core/statistics.h"
#include "core/subjects.h"
#include "projections/afresh.h"

namespace cartulary::cli {
namespace {

// One line: what somebody says of a year. Unknown is null, never 0.
struct YearLine {
  Json certified;
  Json by_vae;
  Json employed_six_months;
  Json in_occupation_six_months;
  Json in_occupation_two_years;
  Json answers;  // Of the register: how many answered the surveys at 6 and at 24 months.
  std::string note;
};

template <typename T>
Json OrNull(const std::optional<T>& value) {
  return value ? Json(*value) : Json();
}
Json OrNull(const std::optional<Decimal>& value) { return value ? Json(ToText(*value)) : Json(); }

// Half up, as the fiche has whole percents.
Json Percent(const SurveyRate& rate) {
  if (rate.answered == 0) return nullptr;
  return (200 * rate.yes + rate.answered) / (2 * rate.answered);
}

YearLine LineOf(const YearFigures& year) {
  return {.certified = year.certified,
          .by_vae = year.by_vae,
          .employed_six_months = Percent(year.employed_six_months),
          .in_occupation_six_months = Percent(year.in_target_occupation_six_months),
          .in_occupation_two_years = Percent(year.in_target_occupation_two_years),
          .answers = std::to_string(year.employed_six_months.answered) + "/" +
                     std::to_string(year.in_target_occupation_two_years.answered),
          .note = ""};
}

YearLine LineOf(const StatisticsRow& row) {
  return {.certified = OrNull(row.certified),
          .by_vae = OrNull(row.certified_by_vae),
          .employed_six_months = OrNull(row.employed_6_months),
          .in_occupation_six_months = OrNull(row.in_occupation_6_months),
          .in_occupation_two_years = OrNull(row.in_occupation_24_months),
          .answers = nullptr,
          .note = ""};
}

YearLine LineOf(const StatisticsPublished& fact) {
  return {.certified = OrNull(fact.certified),
          .by_vae = OrNull(fact.by_vae),
          .employed_six_months = OrNull(fact.employed_six_months),
          .in_occupation_six_months = OrNull(fact.in_target_occupation_six_months),
          .in_occupation_two_years = OrNull(fact.in_target_occupation_two_years),
          .answers = nullptr,
          .note = ""};
}

// A learner may hold several awards: each is counted once.
OrFailure<Figures> FiguresOf(Reading& reading, const CertificationCode& certification, Date on) {
  std::set<LearnerId> learners;
  CARTULARY_ASSIGN_OR_RETURN(const StateStore* state, reading.store().CurrentState());
  CARTULARY_ASSIGN_OR_RETURN(const auto awards,
                             AwardsSeen(reading.store().projections(), *state, reading.reader()));
  for (const AwardRow& row : awards) {
    if (row.certification == certification) learners.insert(row.learner);
  }
  Figures figures;
  for (const LearnerId& learner : learners) {
    CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier,
                               reading.reader().LoadStream(SubjectOf(learner)));
    AddFigures(figures, dossier, certification, on);
  }
  return figures;
}

// What the rules doubt of a figure, whoever published it. Another figure for that year is another.
std::string NoteOfDoubt(const YearLine& published, const Referential& rules, int year,
                        Language language) {
  const auto row = std::ranges::find(rules.statistics, year, &StatisticsRow::year);
  const bool doubted =
      row != rules.statistics.end() && row->doubt && published.certified == OrNull(row->certified);
  return doubted ? Say(language, *row->doubt) : "";
}

std::string NoteOfDifference(const YearLine& published, const Figures& figures, int year,
                             Language language) {
  const auto found = figures.find(year);
  if (found == figures.end() || published.certified.is_null()) return "";
  if (published.certified == Json(found->second.certified)) return "";
  return Say(language, "the register has ", "le registre en a ") +
         std::to_string(found->second.certified);
}

// Whose quoted figures stand beside those of the register: --rules, or else the argument.
OrFailure<Published> ReadQuoted(Reading& reading, const std::optional<std::string>& written,
                                const Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(auto asked, AskedRules(reading, context));
  if (!asked) return ReadPublished(reading, written);
  const std::string& name = asked->rules->certification.text;
  if (!written || *written == name || *written == NameOf(*asked)) return *std::move(asked);
  return Failure{.message = Said("{0} and --rules {1} are two texts",
                                 "{0} et --rules {1} sont deux "
                                 "textes",
                                 *written, NameOf(*asked)),
                 .hint = Said("name one of them", "nommez l'un d'eux")};
}

OrFailure<ExitStatus> RunStats(const std::optional<std::string>& written, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  const Language language = context.options.language;
  CARTULARY_ASSIGN_OR_RETURN(const Published published, ReadQuoted(*reading, written, context));
  const CertificationCode& certification = published.rules->certification;
  const Date on = context.options.on.value_or(reading->reader().recorded_date());
  CARTULARY_ASSIGN_OR_RETURN(const Figures figures, FiguresOf(*reading, certification, on));
  CARTULARY_ASSIGN_OR_RETURN(
      const FoldedStream referential,
      reading->reader().LoadStream(SubjectOf(reading->store().hasher(), certification)));

  Rows rows;
  rows.columns = {
      {"year", Said("YEAR", "ANNÉE"), Column::Align::kRight},
      {"source", Said("SOURCE", "SOURCE")},
      {"certified", Said("CERTIFIED", "CERTIFIÉS"), Column::Align::kRight},
      {"by_vae", Said("BY VAE", "PAR VAE"), Column::Align::kRight},
      {"employed_6_months", Said("EMPLOYED 6 M %", "INSERTION 6 M %"), Column::Align::kRight},
      {"in_occupation_6_months", Said("OCCUPATION 6 M %", "MÉTIER 6 M %"), Column::Align::kRight},
      {"in_occupation_24_months", Said("OCCUPATION 24 M %", "MÉTIER 24 M %"),
       Column::Align::kRight},
      {"answers", Said("ANSWERS 6/24 M", "RÉPONSES 6/24 M"), Column::Align::kRight},
      {"note", Said("NOTE", "NOTE")}};
  std::multimap<int, std::vector<Json>> by_year;  // The register first.
  const Language of_source =
      context.IsForPeople() ? language : Language::kEnglish;  // Else it is a name.
  const auto add = [&](int year, std::string source, const YearLine& line) {
    by_year.insert({year,
                    {year, std::move(source), line.certified, line.by_vae, line.employed_six_months,
                     line.in_occupation_six_months, line.in_occupation_two_years, line.answers,
                     line.note.empty() ? Json() : Json(line.note)}});
  };
  for (const auto& [year, of_year] : figures) {
    add(year, Say(of_source, "register", "registre"), LineOf(of_year));
  }
  const auto add_published = [&](int year, const std::string& source, YearLine line) {
    line.note = NoteOfDoubt(line, *published.rules, year, language);
    const std::string difference = NoteOfDifference(line, figures, year, language);
    if (!difference.empty()) line.note += (line.note.empty() ? "" : "; ") + difference;
    add(year, source, line);
  };
  for (const StatisticsRow& row : published.rules->statistics) {
    add_published(row.year, Say(of_source, "rules", "référentiel"), LineOf(row));
  }
  for (const auto& fact : HeldOn<StatisticsPublished>(referential, on)) {
    add_published(fact->year, Say(of_source, "published", "publication"), LineOf(*fact.fact));
  }
  for (auto& [year, row] : by_year) rows.rows.push_back(std::move(row));
  Viewpoint viewpoint = ViewpointOf(reading->reader(), on);
  viewpoint.rules = {UsedRules(referential, published.revision.fact)};
  rows.about = Stated(viewpoint, Json{{"certification", certification.text}});
  context.Print(rows, Said("nothing was awarded or published", "rien n'a été délivré ni publié"));
  if (context.IsForPeople() && !rows.rows.empty()) {
    context.Say("");
    context.Say(Say(language,
                    "Rates are of those who said yes or no. Empty is unknown, never 0: a year "
                    "without an award in the register has no line of it.",
                    "Les taux portent sur ceux qui ont dit oui ou non. Vide veut dire inconnu, "
                    "jamais 0 : une année sans titre au registre n'y a pas de ligne."));
  }
  SayViewpoint(viewpoint, context);
  return ExitStatus::kYes;
}

}  // namespace

Verb StatsVerb() {
  const auto written = std::make_shared<std::optional<std::string>>();
  return {.name = "stats",
          .summary = Said("figures by year of award, beside those published",
                          "les chiffres par année de délivrance, à côté de ceux publiés"),
          .details = Said(
              "Certified, of these by VAE, and what they answered to the surveys at 6 and 24 "
              "months, in the columns of the fiche; beside them the figures that the rules quote "
              "and those recorded as published (StatisticsPublished).",
              "Certifiés, dont par VAE, et ce qu'ils ont répondu aux enquêtes à 6 et 24 mois, dans "
              "les colonnes de la fiche ; à côté, les chiffres que cite le référentiel et ceux "
              "enregistrés comme publiés (StatisticsPublished)."),
          .example =
              "  cartulary stats\n"
              "  cartulary stats RNCP39304 --csv > statistiques.csv",
          .exits = {{ExitStatus::kYes, Said("the figures", "les chiffres")},
                    {ExitStatus::kUsage},
                    {ExitStatus::kNotFound, Said("there is no such store or certification",
                                                 "le registre ou la certification n'existe pas")},
                    {ExitStatus::kWorld},
                    {ExitStatus::kIntegrity}},
          .takes = {.on = true,
                    .as_of = true,
                    .rules = true,
                    .csv = true,
                    .rules_doc = Said("the text whose quoted figures are shown, CODE@N",
                                      "le texte dont les chiffres cités sont montrés, CODE@N")},
          .declare =
              [written](OptionSet& set) {
                set.Argument(Said("CERTIFICATION", "CERTIFICATION"), *written,
                             Said("CODE or CODE@REVISION; default: the only one there is",
                                  "CODE ou CODE@RÉVISION ; par défaut, la seule qu'il y ait"));
              },
          .run = [written](Context& context) { return RunStats(*written, context); }};
}

}  // namespace cartulary::cli
