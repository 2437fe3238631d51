// status: where a learner stands, and why.
#include <ostream>

#include "cli/context.h"
#include "cli/reading/findings_reader.h"
#include "cli/reading/reading.h"
#include "cli/render/status_page.h"
#include "cli/verbs/all.h"

namespace cartulary::cli {
namespace {

struct StatusOptions {
  std::string learner;
  std::optional<std::uint64_t> enrolment;
  bool full = false;
};

OrFailure<ExitStatus> RunStatus(const StatusOptions& options, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier, reading->FindLearner(options.learner));
  CARTULARY_ASSIGN_OR_RETURN(const auto asked, AskedRules(*reading, context));
  const VerdictQuestion question{options.enrolment, context.On(), asked};
  CARTULARY_ASSIGN_OR_RETURN(const VerdictView view, ReadVerdict(*reading, dossier, question));
  CARTULARY_ASSIGN_OR_RETURN(const auto against, ReadAgainst(*reading, view));
  if (context.options.json) {
    context.Print(StatusJson(view, against, options.full));
  } else {
    context.streams.out << StatusPage(view, against, options.full, LookOf(context));
  }
  return IsPositive(view) ? ExitStatus::kYes : ExitStatus::kNo;
}

}  // namespace

Verb StatusVerb() {
  const auto options = std::make_shared<StatusOptions>();
  return {
      .name = "status",
      .summary = Said("where a learner stands and why, first what is missing",
                      "la situation d'un apprenant et pourquoi, d'abord ce qui manque"),
      .details = Said(
          "Judges the enrolment by the rules that bind it, at the date of --on (default: "
          "today), and says what is missing, what to do about it, and on which assumptions the "
          "answer leans. conditions_met, in --json: every requirement is met but what is the "
          "jury's, "
          "its composition and its decision to admit. #N is the index of an event in the log: "
          "`cartulary log --from N --limit 1`.",
          "Juge le parcours selon le référentiel qui s'impose à lui, à la date de --on (par "
          "défaut, aujourd'hui), et dit ce qui manque, ce qu'il faut faire, et sur quelles "
          "hypothèses la réponse repose. conditions_met, avec --json : chaque exigence est "
          "remplie, "
          "sauf ce qui relève du jury, sa composition et sa décision d'admettre. #N est le numéro "
          "d'un événement du journal : `cartulary log --from N --limit 1`."),
      .example =
          "  cartulary status 22003\n"
          "  cartulary status 22003 --full --on 2025-07-10\n"
          "  cartulary status 22003 --as-of 2025-07-10 --lang fr",
      .exits = {{ExitStatus::kYes,
                 Said("the conditions are met, or the learner is admitted or awarded",
                      "les conditions sont réunies, ou l'apprenant est admis ou diplômé")},
                {ExitStatus::kNo, Said("not so, or not yet", "ce n'est pas le cas, ou pas encore")},
                {ExitStatus::kUsage},
                {ExitStatus::kNotFound,
                 Said("no such learner, enrolment or revision",
                      "l'apprenant, le parcours ou la révision n'existe pas")},
                {ExitStatus::kWorld},
                {ExitStatus::kIntegrity}},
      .takes = {.on = true, .as_of = true, .rules = true},
      .declare =
          [options](OptionSet& set) {
            set.Argument(Said("LEARNER", "APPRENANT"), options->learner,
                         Said("student number or id", "numéro d'étudiant ou identifiant"));
            set.Option("--enrolment", options->enrolment,
                       Said("which enrolment, from 1 in the order of opening; default: the last",
                            "quel parcours, à partir de 1 dans l'ordre d'ouverture ; par défaut, "
                            "le dernier"));
            set.Flag("--full", options->full,
                     Said("show every requirement, met or not",
                          "montrer chaque exigence, acquise ou non"));
          },
      .run = [options](Context& context) { return RunStatus(*options, context); }};
}

}  // namespace cartulary::cli
