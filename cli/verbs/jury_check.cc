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
  CARTULARY_ASSIGN_OR_RETURN(const auto asked, AskedRules(*reading, context));
  CARTULARY_ASSIGN_OR_RETURN(
      const JuryView view,
      ReadJury(*reading, options.session, context.options.on, options.absent, asked));
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
      .summary = Said("whether a session is lawfully composed, for each candidate",
                      "dire si une session est régulièrement composée, pour chaque candidat"),
      .details = Said(
          "Of the session: who appointed it and by what power (the director general, or a "
          "delegation of signature in force on that day), whether before the assessments that "
          "it judges, whether those who deliberated signed. For each candidate: size, parity, "
          "share, chair (in office, or by a delegation of representation), recusals, no "
          "companion of the VAE; before the decision of those expected (members less recusals), "
          "after it of those who deliberated. --absent tries what would happen if a member did "
          "not come. Tutors and assessors of a candidate are noted; whether they stand aside is "
          "theirs to decide. --on: the day at which the composition is taken; default: that of "
          "the session.",
          "De la session : qui l'a nommée et en vertu de quel pouvoir (le directeur général, ou "
          "une délégation de signature en vigueur ce jour-là), si c'était avant les évaluations "
          "qu'elle juge, si ceux qui ont délibéré ont émargé. Pour chaque candidat : effectif, "
          "parité, proportion, présidence (en fonction, ou par une délégation de "
          "représentation), déports, aucun accompagnateur de la VAE ; avant la décision, "
          "d'après les membres attendus (moins les déports) ; après, d'après ceux qui ont "
          "délibéré. --absent essaie ce qu'il en serait si un membre ne venait pas. Les tuteurs "
          "et évaluateurs d'un candidat sont signalés ; il leur revient de se déporter ou non. "
          "--on : le jour auquel la composition est prise ; par défaut, celui de la session."),
      .example =
          "  cartulary jury check JD-2025-07\n"
          "  cartulary jury check JD-2025-07 --absent X021 --absent E004",
      .exits = {{ExitStatus::kYes,
                 Said("regular for every candidate", "régulière pour chaque candidat")},
                {ExitStatus::kNo,
                 Said(
                     "irregular, if only for one candidate, or nobody is convened",
                     "irrégulière, ne serait-ce que pour un candidat, ou personne n'est convoqué")},
                {ExitStatus::kUsage},
                {ExitStatus::kNotFound,
                 Said("no such session or person", "la session ou la personne n'existe pas")},
                {ExitStatus::kWorld},
                {ExitStatus::kIntegrity}},
      .takes = {.on = true, .as_of = true, .rules = true},
      .declare =
          [options](OptionSet& set) {
            set.Argument(Said("SESSION", "SESSION"), options->session,
                         Said("session code or id", "code ou identifiant de la session"));
            set.Option(
                "--absent", options->absent,
                Said("staff number or id of a member who would be absent; may be repeated",
                     "matricule ou identifiant d'un membre qui serait absent ; peut être répété"));
          },
      .run = [options](Context& context) { return RunJuryCheck(*options, context); }};
}

}  // namespace cartulary::cli
