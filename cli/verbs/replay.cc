// replay: what other rules make of every enrolment that they bind. Writes nothing, unless a report
// is approved (cli/verbs/replay_apply.h).
#include "projections/replay.h"

#include <filesystem>
#include <ostream>
#include <utility>

#include "cli/context.h"
#include "cli/output/long_work.h"
#include "cli/output/text.h"
#include "cli/reading/published.h"
#include "cli/reading/reading.h"
#include "cli/render/replay_page.h"
#include "cli/rules_file.h"
#include "cli/verbs/all.h"
#include "cli/verbs/replay_apply.h"
#include "cli/verbs/replay_check.h"
#include "core/ports/rules_loader.h"
#include "core/subjects.h"

namespace cartulary::cli {
namespace {

struct ReplayOptions {
  bool check = false;
  std::vector<std::string> settings;
  std::optional<std::string> apply;  // The digest that is approved.
  std::optional<std::string> same_account;
};

// A text of rules that may be tried.
struct Tried {
  std::string name;
  std::string bytes;
  std::uint32_t revision = 0;  // 0: it is not published.
};

bool IsFile(const std::string& written) {
  std::error_code unknown;
  return std::filesystem::exists(written, unknown) || written.find('/') != std::string::npos ||
         written.ends_with(".yaml");
}

// One revision whenever it was published; a certification alone, what is applied to it as of then.
OrFailure<Published> TriedRevision(Reading& reading, const Context& context) {
  const std::optional<std::string>& written = context.options.rules;
  if (!written || written->find('@') == std::string::npos) return ReadPublished(reading, written);
  CARTULARY_ASSIGN_OR_RETURN(auto asked, AskedRules(reading, context));
  return *std::move(asked);
}

OrFailure<Tried> ReadTried(Reading& reading, const Context& context) {
  const std::optional<std::string>& written = context.options.rules;
  if (written && IsFile(*written)) {
    CARTULARY_ASSIGN_OR_RETURN(RulesFile file, ReadRulesFile(*written));
    return Tried{file.name, std::move(file.bytes), 0};
  }
  CARTULARY_ASSIGN_OR_RETURN(const Published published, TriedRevision(reading, context));
  CARTULARY_ASSIGN_OR_RETURN(const auto bytes,
                             reading.store().log().FindBlob(published.revision.fact.text));
  if (!bytes) {
    return Failure{.status = ExitStatus::kIntegrity,
                   .message = Said("the text of {0} is not in the log",
                                   "le texte de {0} n'est pas dans le journal", NameOf(published))};
  }
  return Tried{NameOf(published), *bytes, published.revision.fact.number};
}

OrFailure<AssumptionSettings> ParseSettings(const std::vector<std::string>& written) {
  AssumptionSettings settings;
  for (const std::string& one : written) {
    const std::size_t equals = one.find('=');
    const auto id = AssumptionCode::Parse(std::string_view(one).substr(0, equals));
    if (equals == std::string::npos || !id) {
      return Failure{
          .message = Said("--set {0}: not of the form ID=VALUE",
                          "--set {0} : pas de la forme ID=VALEUR", Shortened(one)),
          .hint = Said("`cartulary referential assumptions` lists them with their values",
                       "`cartulary referential assumptions` les liste avec leurs valeurs")};
    }
    if (!settings.emplace(*id, one.substr(equals + 1)).second) {
      return Failure{.message = Said("--set {0}: that assumption is set twice",
                                     "--set {0} : cette hypothèse est donnée deux fois", *id)};
    }
  }
  return settings;
}

OrFailure<std::shared_ptr<const Referential>> LoadTried(const Store& store, const Tried& tried,
                                                        const AssumptionSettings& settings) {
  LoadedRules loaded = store.rules_loader().LoadWith(tried.bytes, settings);
  if (auto* rules = std::get_if<Referential>(&loaded)) {
    return std::make_shared<const Referential>(std::move(*rules));
  }
  const RulesProblem& problem = std::get<std::vector<RulesProblem>>(loaded).front();
  return Failure{
      .message = settings.empty() ? WordsOf(tried.name, problem)
                                  : Said("{0}: {1}", "{0} : {1}", tried.name, problem.message),
      .hint = Said("`cartulary referential assumptions` lists what may be set, and to what",
                   "`cartulary referential assumptions` liste ce qui peut être donné")};
}

// Those applied, and those tried.
RulesUsed RulesOf(const Published& applied) {
  const RevisionPublished& fact = applied.revision.fact;
  return {fact.certification, fact.number, fact.edition, fact.text, /*applied=*/true};
}
RulesUsed RulesOf(const ReplayReport& report) {
  return {report.certification, report.revision, report.edition, report.text, /*applied=*/false};
}

// What --apply cannot be given with, and what cannot be given without it.
OrFailure<Ok> CheckApply(const ReplayOptions& options) {
  if (options.apply && !options.settings.empty()) {
    return Failure{.message = Said("--apply: a value tried with --set is published nowhere",
                                   "--apply : une valeur essayée par --set n'est publiée nulle "
                                   "part"),
                   .hint = Said("settle it with `cartulary referential complete`, and apply that",
                                "tranchez-la par `cartulary referential complete`, et appliquez "
                                "cette révision")};
  }
  if (options.same_account && !options.apply) {
    return Failure{
        .message = Said("--same-account is for --apply", "--same-account accompagne --apply"),
        .hint = Said("a replay that is not applied needs one person only",
                     "un rejeu qui n'est pas appliqué ne demande qu'une personne")};
  }
  return Ok{};
}

OrFailure<ExitStatus> RunReplay(const ReplayOptions& options, Context& context) {
  if (options.check) {
    const SharedOptions& shared = context.options;
    if (!context.options.rules && options.settings.empty() && !options.apply && !shared.on &&
        !shared.as_of && !shared.csv) {
      return RunReplayCheck(context);
    }
    return Failure{
        .message = Said("--check compares what is stored with the log: it tries no rules, "
                        "takes no date and lists no rows",
                        "--check compare ce qui est conservé avec le journal : il "
                        "n'essaie aucune règle, ne prend pas de date et ne liste rien"),
        .hint = Said("write `cartulary replay --check`", "écrivez `cartulary replay --check`")};
  }
  CARTULARY_RETURN_IF_ERROR(CheckApply(options));
  if (options.apply) {
    return RunApply({context.options.rules, *options.apply, options.same_account}, context);
  }
  if (!context.options.rules && options.settings.empty()) {
    return Failure{
        .message = Said("nothing to try: neither --rules nor --set",
                        "rien à essayer : ni --rules ni --set"),
        .hint = Said("name a revision or a file (--rules RNCP39304@2), or the value of an "
                     "assumption (--set pass_mark=12)",
                     "nommez une révision ou un fichier (--rules RNCP39304@2), ou la valeur d'une "
                     "hypothèse (--set pass_mark=12)")};
  }
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  Store& store = reading->store();
  CARTULARY_ASSIGN_OR_RETURN(const AssumptionSettings settings, ParseSettings(options.settings));
  CARTULARY_ASSIGN_OR_RETURN(const Tried tried, ReadTried(*reading, context));
  CARTULARY_ASSIGN_OR_RETURN(auto rules, LoadTried(store, tried, settings));
  CARTULARY_ASSIGN_OR_RETURN(const StateStore* state, store.CurrentState());

  ReplayView view;
  const std::uint32_t revision = settings.empty() ? tried.revision : 0;
  const Subject certification = SubjectOf(store.hasher(), rules->certification);
  CARTULARY_ASSIGN_OR_RETURN(const auto citing, FindCiting(*state, certification));
  {
    LongWork work(context.streams.err, context.streams.err_is_terminal, context.options.language,
                  Said("replaying", "rejeu"), citing.size());
    ProjectionPorts ports = store.projections();
    ports.watch = &work;
    CARTULARY_ASSIGN_OR_RETURN(view.report, Replay(ports, *state, reading->reader(),
                                                   {.rules = rules,
                                                    .revision = revision,
                                                    .on = context.On(),
                                                    .text = store.hasher().Sha256(tried.bytes),
                                                    .settings = settings}));
  }
  const std::string applied = rules->certification.text + "@" + std::to_string(view.report.applied);
  if (view.report.applied == revision) {
    return Failure{
        .message = Said("{0} is the revision that is applied: nothing can differ",
                        "{0} est la révision appliquée : rien ne peut différer", applied),
        .hint = Said("`cartulary referential list` shows the others; --set tries a value",
                     "`cartulary referential list` montre les autres ; --set essaie une valeur")};
  }
  CARTULARY_ASSIGN_OR_RETURN(const Published before, ReadPublished(*reading, applied));
  view.digest = DigestOf(view.report, store.hasher());
  view.before = {applied, before.rules};
  view.after = {tried.name, std::move(rules)};
  view.settings = options.settings;
  view.log_size = reading->reader().size();
  Viewpoint viewpoint = ViewpointOf(reading->reader(), view.report.on);
  viewpoint.rules = {RulesOf(view.report), RulesOf(before)};
  for (const Impact& impact : view.report.impacts) {
    CARTULARY_ASSIGN_OR_RETURN(view.learners[impact.learner],
                               reading->identities().Find(SubjectOf(impact.learner)));
  }
  if (context.options.json) {
    context.Print(Stated(viewpoint, ToJson(view)));
  } else if (context.options.csv) {
    context.Print(ReplayRows(view), Said("nothing differs", "rien ne diffère"));
  } else {
    context.streams.out << ReplayPage(view, LookOf(context));
  }
  SayViewpoint(viewpoint, context);
  return view.report.impacts.empty() ? ExitStatus::kYes : ExitStatus::kNo;
}

}  // namespace

Verb ReplayVerb() {
  const auto options = std::make_shared<ReplayOptions>();
  return {
      .name = "replay",
      .summary = Said("whom other rules concern, how and why; with --apply, let them judge",
                      "qui d'autres règles concernent, comment et pourquoi ; par --apply, les "
                      "faire juger"),
      .details = Said(
          "Judges every enrolment of an edition twice, under the rules that are applied and under "
          "those that are tried, at the date of --on, and tells what differs: requirements that "
          "flip, with both explanations, awards that are no longer supported (contestable), "
          "refusals that are no longer supported (favourable), whether the four months from the "
          "decision have passed, and what may lawfully follow. What a jury chose is shown as its "
          "appreciation. A replay never awards and never takes away. The digest names the report: "
          "the same register, rules and date give the same on every machine.\n\n"
          "With --apply DIGEST, another person than the one who published the revision approves "
          "the report of that digest: it is computed again and, if it is the same, the revision "
          "becomes the one that judges the edition, and a case is opened for each award or "
          "admission that it leaves contestable and each refusal that it answers (`cartulary "
          "cases`). Awards and decisions stay as they are: only an act of a jury, an authority or "
          "a court changes one.\n\n"
          "With --check, nothing is tried: the log is compared with the histories, event by event, "
          "and everything that is stored beside it with what comes out anew, row by row. The first "
          "row that differs is named.",
          "Juge deux fois chaque parcours d'une édition, selon les règles appliquées et selon "
          "celles qu'on essaie, à la date de --on, et dit ce qui diffère : les exigences qui "
          "basculent, avec les deux explications, les titres qui ne sont plus fondés "
          "(contestables), les refus qui ne le sont plus (favorable), si les quatre mois suivant "
          "la décision sont passés, et ce qui peut légalement s'ensuivre. Ce qu'un jury a choisi "
          "est montré comme son appréciation. Un rejeu ne délivre ni ne retire jamais rien. "
          "L'empreinte désigne le rapport : le même registre, les mêmes règles et la même date "
          "donnent la même sur toute machine.\n\n"
          "Avec --apply EMPREINTE, une autre personne que celle qui a publié la révision approuve "
          "le rapport de cette empreinte : il est recalculé et, s'il est le même, la révision "
          "devient celle qui juge l'édition ; un dossier s'ouvre pour chaque titre ou admission "
          "qu'elle rend contestable et chaque refus qu'elle ne fonde plus (`cartulary cases`). "
          "Titres et décisions demeurent : seul un acte d'un jury, d'une autorité ou d'une "
          "juridiction en change un.\n\n"
          "Avec --check, rien n'est essayé : le journal est comparé aux historiques, événement par "
          "événement, et tout ce qui est conservé à côté à ce qui en résulte à nouveau, ligne à "
          "ligne. La première ligne qui diffère est nommée."),
      .example =
          "  cartulary replay --rules my-draft.yaml\n"
          "  cartulary replay --rules RNCP39304@2 --on 2026-11-25 --json\n"
          "  cartulary replay --rules RNCP39304 --set pass_mark=12 --csv\n"
          "  cartulary replay --rules RNCP39304@2 --apply DIGEST --actor E002 --role director\n"
          "  cartulary replay --check",
      .exits = {{ExitStatus::kYes, Said("nothing differs; with --apply: applied",
                                        "rien ne diffère ; avec --apply : appliquée")},
                {ExitStatus::kNo,
                 Said("somebody is concerned; with --check, what is stored differs",
                      "quelqu'un est concerné ; avec --check, ce qui est conservé diffère")},
                {ExitStatus::kUsage},
                {ExitStatus::kNotFound,
                 Said("no such revision or file", "la révision ou le fichier n'existe pas")},
                {ExitStatus::kRefused},
                {ExitStatus::kConflict, Said("the report is another than the digest names",
                                             "le rapport n'est pas celui de l'empreinte")},
                {ExitStatus::kWorld},
                {ExitStatus::kIntegrity}},
      .takes = {.actor = true,
                .on = true,
                .as_of = true,
                .rules = true,
                .csv = true,
                .rules_doc =
                    Said("try this revision, CODE@N, or this file; default, with --set: "
                         "the revision applied to the edition published last",
                         "essayer cette révision, CODE@N, ou ce fichier ; par défaut, avec "
                         "--set : celle qui s'applique à la dernière édition")},
      .declare =
          [options](OptionSet& set) {
            set.Flag("--check", options->check,
                     Said("only compare what is stored with what comes out of the log",
                          "seulement comparer ce qui est conservé à ce qui résulte du journal"));
            set.Option("--set", options->settings,
                       Said("try this value of an assumption, ID=VALUE; may be repeated",
                            "essayer cette valeur d'une hypothèse, ID=VALEUR ; peut être répété"));
            set.Option("--apply", options->apply,
                       Said("approve the report of this digest, and let the revision judge",
                            "approuver le rapport de cette empreinte, et faire juger la révision"));
            set.Prose("--same-account", options->same_account,
                      Said("why who published and who applies use one account of this computer",
                           "pourquoi qui a publié et qui applique utilisent un seul compte de cet "
                           "ordinateur"));
          },
      .run = [options](Context& context) { return RunReplay(*options, context); }};
}

}  // namespace cartulary::cli
