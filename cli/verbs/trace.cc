// trace: an award back to its events, requirement by requirement.
#include <ostream>

#include "cli/context.h"
#include "cli/reading/trace_reader.h"
#include "cli/render/trace_page.h"
#include "cli/verbs/all.h"

namespace cartulary::cli {
namespace {

struct TraceOptions {
  std::string number;
};

OrFailure<ExitStatus> RunTrace(const TraceOptions& options, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  CARTULARY_ASSIGN_OR_RETURN(const auto asked, AskedRules(*reading, context));
  CARTULARY_ASSIGN_OR_RETURN(const TraceView view,
                             ReadTrace(*reading, options.number, context.On(), asked));
  if (context.options.json) {
    context.Print(TraceJson(view));
  } else {
    context.streams.out << TracePage(view, LookOf(context));
  }
  return IsUncontested(view) ? ExitStatus::kYes : ExitStatus::kNo;
}

}  // namespace

Verb TraceVerb() {
  const auto options = std::make_shared<TraceOptions>();
  return {
      .name = "trace",
      .summary = Said("an award back to its events, requirement by requirement",
                      "remonter d'un titre à ses événements, exigence par exigence"),
      .details = Said(
          "Shows the award, the decision, the jury and its minutes, then every requirement with "
          "what was compared, the events it rests on (who recorded them, when, and what was "
          "corrected), and the sentence of the rules that asks it. Judged at the date of --on "
          "(default: today); it also says what held on the day of the award. Serious findings "
          "against the title, the decision and its jury are told first (`cartulary findings`).",
          "Montre le titre, la décision, le jury et son procès-verbal, puis chaque exigence "
          "avec ce qui a été comparé, les événements sur lesquels elle repose (qui les a "
          "enregistrés, quand, et ce qui a été corrigé) et la phrase du référentiel qui la "
          "pose. Jugé à la date de --on (par défaut, aujourd'hui) ; dit aussi ce qu'il en était "
          "le jour de la délivrance. Les constats graves contre le titre, la décision et son jury "
          "sont dits d'abord (`cartulary findings`)."),
      .example =
          "  cartulary trace ENSAM-2025-0001\n"
          "  cartulary trace ENSAM-2025-0001 --json | jq .rests_on",
      .exits =
          {{ExitStatus::kYes,
            Said("the award stands, every requirement that applies is met, and nothing serious is "
                 "found against it",
                 "le titre est en vigueur, chaque exigence applicable est acquise, et aucun "
                 "constat grave ne le met en cause")},
           {ExitStatus::kNo,
            Said("the rules as applied do not support it, or there are serious findings",
                 "le référentiel tel qu'il s'applique ne le fonde pas, ou il y a des "
                 "constats graves")},
           {ExitStatus::kUsage},
           {ExitStatus::kNotFound,
            Said("no award has that number", "aucun titre ne porte ce numéro")},
           {ExitStatus::kWorld},
           {ExitStatus::kIntegrity}},
      .takes = {.on = true, .as_of = true, .rules = true},
      .declare =
          [options](OptionSet& set) {
            set.Argument(Said("AWARD", "TITRE"), options->number,
                         Said("number of the award", "numéro de diplôme"));
          },
      .run = [options](Context& context) { return RunTrace(*options, context); }};
}

}  // namespace cartulary::cli
