// rebuild: makes the projections anew from the log.
#include "projections/rebuild.h"

#include <memory>

#include "cli/context.h"
#include "cli/output/long_work.h"
#include "cli/render/passed_over.h"
#include "cli/store.h"
#include "cli/verbs/all.h"
#include "projections/digest.h"

namespace cartulary::cli {
namespace {

OrFailure<ExitStatus> RunRebuild(bool accept_head, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(
      const auto store, Store::Open(context, accept_head ? Access::kAcceptHead : Access::kWrite));
  CARTULARY_ASSIGN_OR_RETURN(const Head head, store->log().ReadHead());
  {
    LongWork work(context.streams.err, context.streams.err_is_terminal, context.options.language,
                  Said("rebuilding", "reconstruction"), head.size);
    ProjectionPorts ports = store->projections();
    ports.watch = &work;
    CARTULARY_RETURN_IF_ERROR(Rebuild(ports, store->state_stores()));
  }
  context.written->projections = true;
  CARTULARY_ASSIGN_OR_RETURN(const StateStore* state, store->CurrentState());
  CARTULARY_ASSIGN_OR_RETURN(const std::uint64_t size, state->Checkpoint());
  CARTULARY_ASSIGN_OR_RETURN(const Hash digest, DigestOf(*state, store->hasher()));
  const auto passed_over = AllPassedOver(store->log().passed_over());
  if (context.options.json) {
    Json answer{{"events", size}, {"digest", ToText(digest)}};
    AddPassedOver(passed_over, answer);
    context.Print(answer);
  } else {
    context.Say(Said("rebuilt the projections of {0} events, digest {1}",
                     "états dérivés de {0} événements refaits, empreinte {1}", size, digest));
    for (const PassedOverView& one : passed_over) context.Say(WordsOf(one));
  }
  return ExitStatus::kYes;
}

}  // namespace

Verb RebuildVerb() {
  const auto accept_head = std::make_shared<bool>(false);
  return {.name = "rebuild",
          .summary = Said("make the projections anew from the log",
                          "refaire les états dérivés à partir du journal"),
          .details = Said(
              "Folds every history into new projections, puts them to use and drops the former "
              "ones. The log is only read. The same log gives the same digest on every "
              "machine. Stopped before the end (Ctrl-C), it leaves the former ones in "
              "use.\n\nBeside the store lies its head file, which says how far the log had "
              "come. Where it is absent or damaged, nobody can tell whether the last events were "
              "lost, and the store is not written to. Whoever knows that it is whole (compare the "
              "number of events and the last leaf hash that `cartulary log --json` shows with a "
              "backup or a printed trace) says so with --accept-head: the file is made anew, and "
              "what was accepted is printed.",
              "Reprend chaque historique dans de nouveaux états dérivés, les met en service et "
              "supprime les anciens. Le journal n'est que lu. Le même journal donne la même "
              "empreinte sur toute machine. Arrêtée avant la fin (Ctrl-C), la commande laisse les "
              "anciens en service.\n\nÀ côté du registre se trouve son fichier de tête, "
              "qui dit jusqu'où le journal était allé. S'il est absent ou abîmé, personne ne peut "
              "dire si les derniers événements ont été perdus, et rien n'est écrit dans le "
              "registre. Qui sait que le journal est entier (comparer le nombre d'événements et la "
              "dernière empreinte que montre `cartulary log --json` avec une sauvegarde ou une "
              "trace imprimée) le dit par --accept-head : le fichier est refait, et ce qui a été "
              "accepté est imprimé."),
          .example =
              "  cartulary rebuild\n"
              "  cartulary rebuild --accept-head",
          .exits = {{ExitStatus::kYes},
                    {ExitStatus::kUsage},
                    {ExitStatus::kNotFound},
                    {ExitStatus::kWorld},
                    {ExitStatus::kIntegrity}},
          .declare =
              [accept_head](OptionSet& set) {
                set.Flag("--accept-head", *accept_head,
                         Said("accept the log as it is where its head file is absent or damaged",
                              "accepter le journal tel qu'il est, si son fichier de tête est "
                              "absent ou abîmé"));
              },
          .run = [accept_head](Context& context) { return RunRebuild(*accept_head, context); }};
}

}  // namespace cartulary::cli
