// jury check: whether a session is lawfully composed, for each candidate.
#include <ostream>

#include "cli/context.h"
#include "cli/reading/jury_reader.h"
#include "cli/render/jury_page.h"
#include "cli/verbs/all.h"

namespace cartulary::cli {
namespace {

struct JuryCheckOptions {
  std::string session;
  std::vector<std::string> absent;
};

OrFailure<ExitStatus> RunJuryCheck(const JuryCheckOptions& options, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  CARTULARY_ASSIGN_OR_RETURN(
      const JuryView view, ReadJury(*reading, options.session, context.options.on, options.absent));
  if (context.options.json) {
    context.Print(JuryJson(view));
  } else {
    context.streams.out << JuryPage(view, LookOf(context));
  }
  return IsRegular(view) ? ExitStatus::kYes : ExitStatus::kNo;
}

}  // namespace

Verb JuryCheckVerb() {
  const auto options = std::make_shared<JuryCheckOptions>();
  return {
      .name = "jury check",
      .summary = "whether a session is lawfully composed, for each candidate",
      .details =
          "Of the session: who appointed it and by what power (the director general, or a\n"
          "delegation of signature in force on that day), whether before the assessments that it\n"
          "judges, whether those who deliberated signed. For each candidate: size, parity, share,\n"
          "chair (in office, or by a delegation of representation), recusals, no companion of the\n"
          "VAE; before the decision of those expected (members less recusals), after it of those\n"
          "who deliberated. --absent tries what would happen if a member did not come. Tutors and\n"
          "assessors of a candidate are noted; whether they stand aside is theirs to decide.\n"
          "--on: the day at which the composition is taken; default: that of the session.",
      .example =
          "  cartulary jury check JD-2025-07\n"
          "  cartulary jury check JD-2025-07 --absent X021 --absent E004",
      .exits = {{ExitStatus::kYes, "regular for every candidate"},
                {ExitStatus::kNo, "irregular, if only for one candidate, or nobody is convened"},
                {ExitStatus::kUsage, ""},
                {ExitStatus::kNotFound, "no such session or person"},
                {ExitStatus::kWorld, ""},
                {ExitStatus::kIntegrity, ""}},
      .takes = {.on = true, .as_of = true},
      .declare =
          [options](OptionSet& set) {
            set.Argument("SESSION", options->session, "session code or id");
            set.Option("--absent", options->absent,
                       "staff number or id of a member who would be absent; may be repeated");
          },
      .run = [options](Context& context) { return RunJuryCheck(*options, context); }};
}

}  // namespace cartulary::cli
