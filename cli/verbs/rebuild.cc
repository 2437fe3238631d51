// rebuild: makes the projections anew from the log.
#include "projections/rebuild.h"

#include <memory>

#include "cli/context.h"
#include "cli/store.h"
#include "cli/verbs/all.h"
#include "projections/digest.h"

namespace cartulary::cli {
namespace {

OrFailure<ExitStatus> RunRebuild(bool accept_head, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(
      const auto store, Store::Open(context, accept_head ? Access::kAcceptHead : Access::kWrite));
  CARTULARY_RETURN_IF_ERROR(Rebuild(store->projections(), store->state_stores()));
  context.written->projections = true;
  CARTULARY_ASSIGN_OR_RETURN(const StateStore* state, store->CurrentState());
  CARTULARY_ASSIGN_OR_RETURN(const std::uint64_t size, state->Checkpoint());
  CARTULARY_ASSIGN_OR_RETURN(const Hash digest, DigestOf(*state, store->hasher()));
  if (context.options.json) {
    context.Print(Json{{"events", size}, {"digest", ToText(digest)}});
  } else {
    context.Say("rebuilt the projections of " + std::to_string(size) + " events, digest " +
                ToText(digest));
  }
  return ExitStatus::kYes;
}

}  // namespace

Verb RebuildVerb() {
  const auto accept_head = std::make_shared<bool>(false);
  return {.name = "rebuild",
          .summary = "make the projections anew from the log",
          .details =
              "Folds every history into new projections, puts them to use and drops the former\n"
              "ones. The log is only read. The same log gives the same digest on every machine.\n\n"
              "Beside the store lies its head file, which says how far the log had come. Where it\n"
              "is absent or damaged, nobody can tell whether the last events were lost, and the\n"
              "store is not written to. Whoever knows that it is whole (compare the number of\n"
              "events and the last leaf hash that `cartulary log --json` shows with a backup or a\n"
              "printed trace) says so with --accept-head: the file is made anew, and what was\n"
              "accepted is printed.",
          .example =
              "  cartulary rebuild\n"
              "  cartulary rebuild --accept-head",
          .exits = {{ExitStatus::kYes, ""},
                    {ExitStatus::kUsage, ""},
                    {ExitStatus::kNotFound, ""},
                    {ExitStatus::kWorld, ""},
                    {ExitStatus::kIntegrity, ""}},
          .declare =
              [accept_head](OptionSet& set) {
                set.Flag("--accept-head", *accept_head,
                         "accept the log as it is where its head file is absent or damaged");
              },
          .run = [accept_head](Context& context) { return RunRebuild(*accept_head, context); }};
}

}  // namespace cartulary::cli
