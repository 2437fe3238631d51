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
  std::optional<std::string> rules;
};

OrFailure<ExitStatus> RunTrace(const TraceOptions& options, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  CARTULARY_ASSIGN_OR_RETURN(const TraceView view,
                             ReadTrace(*reading, options.number, context.On(), options.rules));
  if (context.options.json) {
    context.Print(TraceJson(view));
  } else {
    context.streams.out << TracePage(view, LookOf(context));
  }
  return IsSupported(view) ? ExitStatus::kYes : ExitStatus::kNo;
}

}  // namespace

Verb TraceVerb() {
  const auto options = std::make_shared<TraceOptions>();
  return {
      .name = "trace",
      .summary = "an award back to its events, requirement by requirement",
      .details =
          "Shows the award, the decision, the jury and its minutes, then every requirement with\n"
          "what was compared, the events it rests on (who recorded them, when, and what was\n"
          "corrected), and the sentence of the rules that asks it. Judged at the date of --on\n"
          "(default: today); it also says what held on the day of the award.",
      .example =
          "  cartulary trace ENSAM-2025-0001\n"
          "  cartulary trace ENSAM-2025-0001 --json | jq .rests_on",
      .exits = {{ExitStatus::kYes, "the award stands and every requirement that applies is met"},
                {ExitStatus::kNo, "the rules as applied do not support it"},
                {ExitStatus::kUsage, ""},
                {ExitStatus::kNotFound, "no award has that number"},
                {ExitStatus::kWorld, ""},
                {ExitStatus::kIntegrity, ""}},
      .takes = {.on = true, .as_of = true},
      .declare =
          [options](OptionSet& set) {
            set.Argument("AWARD", options->number, "number of the award");
            set.Option("--rules", options->rules,
                       "judge by this revision, CODE@N; default: the one that is applied");
          },
      .run = [options](Context& context) { return RunTrace(*options, context); }};
}

}  // namespace cartulary::cli
