#include "cli/verbs/findings_sample.h"

#include <limits>
#include <map>
#include <vector>

#include "cli/option_values.h"
#include "cli/reading/board.h"
#include "cli/reading/reading.h"
#include "cli/recorder.h"
#include "cli/render/words.h"
#include "core/evaluate/aftermath.h"
#include "core/findings/sample.h"
#include "core/fold/terms.h"

namespace cartulary::cli {
namespace {

struct Asked {
  std::size_t size = 0;
  SamplePopulation from{};
  std::optional<SampleStratum> by;
  std::uint32_t seed = 0;
};

OrFailure<Asked> Parse(const SampleOptions& options) {
  Asked asked;
  asked.size = *options.size;
  CARTULARY_ASSIGN_OR_RETURN(
      asked.from, ParseName<SamplePopulation>("--from", Said("population", "de population"),
                                              options.from.value_or("")));
  if (options.by) {
    CARTULARY_ASSIGN_OR_RETURN(
        asked.by, ParseName<SampleStratum>("--by", Said("stratum", "de strate"), *options.by));
  }
  if (!options.seed || *options.seed > std::numeric_limits<std::uint32_t>::max()) {
    return Failure{
        .message = Said("--seed is missing, or over {0}", "--seed manque, ou dépasse {0}",
                        std::numeric_limits<std::uint32_t>::max()),
        .hint = Said("choose it before you see the list, in the presence of the audited",
                     "choisissez-la avant de voir la liste, en présence de l'audité")};
  }
  asked.seed = static_cast<std::uint32_t>(*options.seed);
  return asked;
}

bool IsOf(SamplePopulation population, CertificationStanding standing) {
  switch (population) {
    case SamplePopulation::kAwards:
      return standing == CertificationStanding::kAwarded;
    case SamplePopulation::kRefusals:
      return standing == CertificationStanding::kRefused ||
             standing == CertificationStanding::kDeferred ||
             standing == CertificationStanding::kPartial;
    case SamplePopulation::kLearners:
      break;
  }
  return true;
}

// The civil year of the title or, without one, of the decision or of the entry.
Result<std::string> YearOf(Reading& reading, const BoardRow& row, Date on) {
  CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier, reading.reader().LoadDossier(row.learner, on));
  const auto awards = AwardsOn(dossier, row.enrolment, on);
  if (const AwardState* award = LiveAward(awards)) {
    return std::to_string(award->award.entry->effective.Year());
  }
  const auto decisions = DecisionsOn(dossier, row.enrolment, on);
  if (!decisions.empty()) {
    return std::to_string(decisions.back().decision.entry->effective.Year());
  }
  return std::to_string(TermsOf(dossier, row.enrolment, on)->opened.entry->effective.Year());
}

Result<std::string> StratumOf(Reading& reading, const BoardRow& row,
                              std::optional<SampleStratum> by, Date on) {
  if (!by) return std::string();
  switch (*by) {
    case SampleStratum::kRoute:
      return std::string(ToName(row.route));
    case SampleStratum::kCampus:
      return row.campus.text;
    case SampleStratum::kCohort:
      return row.cohort.text;
    case SampleStratum::kYear:
      break;
  }
  return YearOf(reading, row, on);
}

struct Population {
  std::vector<BoardRow> rows;
  std::vector<SampleMember> members;
  Viewpoint viewpoint;
};

OrFailure<Population> ReadPopulation(Reading& reading, const Context& context, const Asked& asked,
                                     Date on) {
  Population population;
  CARTULARY_ASSIGN_OR_RETURN(Board board, ReadBoard(reading, context, {}));
  population.viewpoint = std::move(board.viewpoint);
  for (BoardRow& row : board.rows) {
    if (!IsOf(asked.from, row.standing)) continue;
    CARTULARY_ASSIGN_OR_RETURN(std::string stratum, StratumOf(reading, row, asked.by, on));
    population.members.push_back({ToText(row.enrolment), std::move(stratum)});
    population.rows.push_back(std::move(row));
    population.rows.back().missing.clear();
  }
  return population;
}

OrFailure<Index> Record(const SampleDrawn& fact, Date on, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto store, Store::Open(context, Access::kWrite));
  CARTULARY_ASSIGN_OR_RETURN(
      const RecordedFact recorded,
      RecordOne(context, *store, [&](Draft& draft) { return OfSystem(draft, *store, fact, on); }));
  return recorded.index;
}

}  // namespace

OrFailure<ExitStatus> RunSample(const SampleOptions& options, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const Asked asked, Parse(options));
  if (options.record && context.options.rules) {
    return Failure{
        .message =
            Said("--record: a sample is recorded as drawn under the rules applied",
                 "--record : un tirage s'enregistre tel que fait selon les règles appliquées"),
        .hint = Said("leave --rules or --record out", "omettez --rules ou --record")};
  }
  SampleDrawn fact;
  Rows rows;
  Viewpoint viewpoint;
  Date on;
  {
    CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
    on = context.options.on.value_or(reading->reader().recorded_date());
    CARTULARY_ASSIGN_OR_RETURN(const Population population,
                               ReadPopulation(*reading, context, asked, on));
    if (asked.size == 0 || population.members.size() < asked.size) {
      return Failure{.message = Said("--sample {0}: the population has {1}",
                                     "--sample {0} : la population en compte {1}", asked.size,
                                     population.members.size()),
                     .hint = Said("ask for at least one, and for as many as there are at most",
                                  "demandez-en un au moins, et autant qu'il y en a au plus")};
    }
    viewpoint = population.viewpoint;
    const Hasher& hasher = reading->store().hasher();
    const auto drawn = DrawSample(population.members, asked.size, asked.seed, hasher);
    fact.population = asked.from;
    fact.by = asked.by;
    fact.seed = asked.seed;
    fact.size = static_cast<std::uint32_t>(drawn.size());
    fact.of = static_cast<std::uint32_t>(population.members.size());
    fact.events = static_cast<std::uint32_t>(reading->reader().size());
    fact.drawn = HashOf(drawn, population.members, hasher);

    rows.columns = {{"stratum", Said("STRATUM", "STRATE")},
                    {"learner", Said("LEARNER", "APPRENANT")},
                    {"name", Said("NAME", "NOM")},
                    {"certification", Said("CERTIFICATION", "CERTIFICATION")},
                    {"standing", Said("STANDING", "SITUATION")},
                    {"enrolment", Said("ENROLMENT", "INSCRIPTION")},
                    {"score", Said("SCORE", "RANG")}};
    std::map<std::string, std::size_t> strata;
    for (const SampleMember& member : population.members) ++strata[member.stratum];
    for (const DrawnMember& one : drawn) {
      const BoardRow& row = population.rows[one.member];
      const SampleMember& member = population.members[one.member];
      CARTULARY_ASSIGN_OR_RETURN(const auto who,
                                 reading->identities().Find(SubjectOf(row.learner)));
      const std::string score = ToText(one.score);
      rows.rows.push_back({member.stratum, who.number.empty() ? ToText(row.learner) : who.number,
                           who.name.empty() ? Json() : Json(who.name), row.certification.text,
                           context.IsForPeople() ? Short(context.options.language, row.standing)
                                                 : std::string(ToName(row.standing)),
                           member.key, context.IsForPeople() ? score.substr(0, 16) : score});
    }
    rows.about = Stated(viewpoint, Json{{"population", fact.of},
                                        {"from", ToName(asked.from)},
                                        {"seed", asked.seed},
                                        {"count", drawn.size()},
                                        {"strata", strata},
                                        {"drawn", ToText(fact.drawn)}});
  }
  std::optional<Index> recorded;
  if (options.record) {
    CARTULARY_ASSIGN_OR_RETURN(recorded, Record(fact, on, context));
    rows.about["recorded"] = recorded->value;
  }
  context.Print(rows, Said("nothing was drawn", "rien n'a été tiré"));
  if (!context.IsForPeople()) return ExitStatus::kYes;
  context.Say("");
  context.Say(Said("{0} of {1} drawn with the seed {2}", "{0} tirés sur {1} avec la graine {2}",
                   fact.size, fact.of, fact.seed));
  context.Say(Said("SHA-256 of the draw: {0}", "SHA-256 du tirage : {0}", fact.drawn));
  if (recorded) {
    context.Say(Said("recorded as event #{0}", "enregistré, événement n° {0}", recorded->value));
  }
  SayViewpoint(viewpoint, context);
  return ExitStatus::kYes;
}

void DeclareSample(OptionSet& set, SampleOptions& options) {
  set.Option("--sample", options.size,
             Said("draw so many dossiers to look at, in place of the findings",
                  "tirer ce nombre de dossiers à examiner, au lieu des constats"));
  set.Option(
      "--from", options.from,
      Said("of --sample: from awards, refusals or learners",
           "avec --sample : parmi awards (titres), refusals (refus) ou learners (apprenants)"));
  set.Option(
      "--by", options.by,
      Said("of --sample: in proportion for each route, campus, cohort or year",
           "avec --sample : en proportion de chaque route (voie), campus, cohort (promotion) "
           "ou year (année)"));
  set.Option("--seed", options.seed,
             Said("of --sample: a number; the same draws the same again",
                  "avec --sample : un nombre ; le même tire de nouveau les mêmes"));
  set.Flag("--record", options.record,
           Said("of --sample: record how it was drawn (SampleDrawn)",
                "avec --sample : enregistrer comment le tirage a été fait (SampleDrawn)"));
}

}  // namespace cartulary::cli
