// status: where a learner stands, and why.
#include <ostream>

#include "cli/context.h"
#include "cli/reading/reading.h"
#include "cli/render/status_page.h"
#include "cli/verbs/all.h"

namespace cartulary::cli {
namespace {

struct StatusOptions {
  std::string learner;
  std::optional<std::uint64_t> enrolment;
  std::optional<std::string> rules;
  bool full = false;
};

OrFailure<ExitStatus> RunStatus(const StatusOptions& options, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier, reading->FindLearner(options.learner));
  const VerdictQuestion question{options.enrolment, context.On(), options.rules};
  CARTULARY_ASSIGN_OR_RETURN(const VerdictView view, ReadVerdict(*reading, dossier, question));
  if (context.options.json) {
    context.Print(StatusJson(view, options.full));
  } else {
    context.streams.out << StatusPage(view, options.full, LookOf(context));
  }
  return IsPositive(view.verdict) ? ExitStatus::kYes : ExitStatus::kNo;
}

}  // namespace

Verb StatusVerb() {
  const auto options = std::make_shared<StatusOptions>();
  return {
      .name = "status",
      .summary = "where a learner stands and why, first what is missing",
      .details =
          "Judges the enrolment by the rules that bind it, at the date of --on (default: today),\n"
          "and says what is missing, what to do about it, and on which assumptions the answer\n"
          "leans. #N is the index of an event in the log: `cartulary log --from N --limit 1`.",
      .example =
          "  cartulary status 22003\n"
          "  cartulary status 22003 --full --on 2025-07-10\n"
          "  cartulary status 22003 --as-of 2025-07-10 --lang fr",
      .exits = {{ExitStatus::kYes, "the conditions are met, or the learner is admitted or awarded"},
                {ExitStatus::kNo, "not so, or not yet"},
                {ExitStatus::kUsage, ""},
                {ExitStatus::kNotFound, "no such learner, enrolment or revision"},
                {ExitStatus::kWorld, ""},
                {ExitStatus::kIntegrity, ""}},
      .takes = {.on = true, .as_of = true},
      .declare =
          [options](OptionSet& set) {
            set.Argument("LEARNER", options->learner, "student number or id");
            set.Option("--enrolment", options->enrolment,
                       "which enrolment, from 1 in the order of opening; default: the last");
            set.Option("--rules", options->rules,
                       "judge by this revision, CODE@N; default: the one that is applied");
            set.Flag("--full", options->full, "show every requirement, met or not");
          },
      .run = [options](Context& context) { return RunStatus(*options, context); }};
}

}  // namespace cartulary::cli
