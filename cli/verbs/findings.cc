// findings, findings show: what an auditor should look at.
#include <ostream>

#include "cli/context.h"
#include "cli/reading/findings_reader.h"
#include "cli/render/findings_page.h"
#include "cli/verbs/all.h"
#include "cli/verbs/findings_sample.h"

namespace cartulary::cli {
namespace {

Date DateOfQuestion(const Context& context, const Reading& reading) {
  return context.options.on.value_or(reading.reader().recorded_date());
}

OrFailure<ExitStatus> RunFindings(const FindingsFilter& filter, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  CARTULARY_ASSIGN_OR_RETURN(const auto asked, AskedRules(*reading, context));
  CARTULARY_ASSIGN_OR_RETURN(
      const FindingsView view,
      ReadFindings(*reading, filter, asked, DateOfQuestion(context, *reading)));
  if (context.IsForPeople()) {
    context.streams.out << FindingsPage(view, LookOf(context));
  } else {
    context.Print(FindingsRows(view), {});
  }
  SayViewpoint(view.viewpoint, context);
  return OpenIn(view.findings) == 0 ? ExitStatus::kYes : ExitStatus::kNo;
}

OrFailure<ExitStatus> RunFindingsShow(const std::string& id, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  const Date on = DateOfQuestion(context, *reading);
  CARTULARY_ASSIGN_OR_RETURN(const auto asked, AskedRules(*reading, context));
  CARTULARY_ASSIGN_OR_RETURN(const FindingView view, ReadFinding(*reading, id, asked, on));
  CARTULARY_ASSIGN_OR_RETURN(const Viewpoint viewpoint, FindingsViewpoint(*reading, asked, on));
  const std::set<Cited> cited(view.finding.evidence.begin(), view.finding.evidence.end());
  CARTULARY_ASSIGN_OR_RETURN(const EventNotes notes, reading->notes().Read(cited));
  if (context.options.json) {
    context.Print(Stated(viewpoint, FindingJson(view, notes)));
  } else {
    context.streams.out << FindingPage(view, notes, LookOf(context));
  }
  SayViewpoint(viewpoint, context);
  return ExitStatus::kYes;
}

Text DocOfOn() {
  return Said("answer as on this day; default: the day on which the last event was recorded",
              "répondre à la date de ce jour ; par défaut, celui du dernier enregistrement");
}

}  // namespace

Verb FindingsVerb() {
  const auto filter = std::make_shared<FindingsFilter>();
  const auto sample = std::make_shared<SampleOptions>();
  return {
      .name = "findings",
      .summary = Said("what an auditor should look at", "ce qu'un auditeur doit regarder"),
      .details = Said(
          "Runs every check over the register: the composition of juries, candidate by candidate, "
          "attendance, delegations, minutes, awards and decisions against the rules, results, "
          "notifications, published figures, four-eyes acts. Each finding has an id that stays, "
          "a severity, a sentence and the events on which it rests; docs/reference/findings.md "
          "lists the checks. Nothing is refused or changed by a finding. One that was answered "
          "with `findings note` is only counted, and shown apart with `--noted`, until its "
          "evidence changes.",
          "Passe tous les contrôles sur le registre : composition des jurys, candidat par "
          "candidat, émargements, délégations, procès-verbaux, titres et décisions au regard des "
          "règles, résultats, notifications, données publiées, actes à deux personnes. Chaque "
          "constat a un identifiant stable, une gravité, une phrase et les événements sur lesquels "
          "il repose ; docs/reference/findings.md énumère les contrôles. Un constat ne refuse ni "
          "ne change rien. Celui qu'une note a traité (`findings note`) est seulement compté, et "
          "montré à part avec `--noted`, tant que ses preuves ne changent pas."),
      .example =
          "  cartulary findings --severity serious\n"
          "  cartulary findings --since 2026-01-01 --csv\n"
          "  cartulary findings --learner V2402\n"
          "  cartulary findings --sample 5 --from awards --by route --seed 20261125",
      .exits = {{ExitStatus::kYes, Said("none is open; the sample is drawn",
                                        "aucun n'est à examiner ; l'échantillon est tiré")},
                {ExitStatus::kNo, Said("some are open", "il en reste à examiner")},
                {ExitStatus::kUsage},
                {ExitStatus::kNotFound, Said("no such learner", "l'apprenant n'existe pas")},
                {ExitStatus::kRefused},
                {ExitStatus::kConflict},
                {ExitStatus::kWorld},
                {ExitStatus::kIntegrity}},
      .takes = {.actor = true,
                .on = true,
                .as_of = true,
                .rules = true,
                .csv = true,
                .on_doc = DocOfOn()},
      .declare =
          [filter, sample](OptionSet& set) {
            DeclareSample(set, *sample);
            set.Option("--since", filter->since,
                       Said("only those that rest on an event recorded since: an index, a day or a "
                            "moment",
                            "seulement ceux qui reposent sur un événement enregistré depuis : un "
                            "numéro, un jour ou un instant"));
            set.Option("--severity", filter->severity,
                       Said("only those that are so serious at least: info, warning, serious",
                            "seulement ceux de cette gravité au moins : info, warning, serious"));
            set.Option("--code", filter->codes,
                       Said("only those of this check; may be repeated",
                            "seulement ceux de ce contrôle ; peut être répété"));
            set.Option(
                "--learner", filter->learner,
                Said("only what concerns this learner, the sessions that decided on them "
                     "included: student number or id",
                     "seulement ce qui concerne cet apprenant, y compris les sessions qui ont "
                     "statué sur lui : numéro d'étudiant ou identifiant"));
            set.Flag("--noted", filter->noted,
                     Said("show those too that a note answers",
                          "montrer aussi ceux auxquels une note a répondu"));
          },
      .run =
          [filter, sample](Context& context) {
            return sample->size ? RunSample(*sample, context) : RunFindings(*filter, context);
          }};
}

Verb FindingsShowVerb() {
  const auto id = std::make_shared<std::string>();
  return {.name = "findings show",
          .summary = Said("the whole of one finding", "tout d'un constat"),
          .details = Said(
              "What was found, the rule behind it word for word, the reading that the check takes, "
              "the events on which it rests, and what one may do.",
              "Ce qui est constaté, la règle en cause mot pour mot, la lecture que retient le "
              "contrôle, les événements sur lesquels il repose, et ce que l'on peut faire."),
          .example = "  cartulary findings show JURY_SHARE:812",
          .exits = {{ExitStatus::kYes},
                    {ExitStatus::kUsage},
                    {ExitStatus::kNotFound,
                     Said("no such finding on that day", "pas de tel constat à cette date")},
                    {ExitStatus::kWorld},
                    {ExitStatus::kIntegrity}},
          .takes = {.on = true, .as_of = true, .rules = true, .on_doc = DocOfOn()},
          .declare =
              [id](OptionSet& set) {
                set.Argument(Said("ID", "IDENTIFIANT"), *id,
                             Said("as `cartulary findings` shows it",
                                  "tel que `cartulary findings` le montre"));
              },
          .run = [id](Context& context) { return RunFindingsShow(*id, context); }};
}

}  // namespace cartulary::cli
