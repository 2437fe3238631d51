// rebuild: makes the projections anew from the log.
#include "projections/rebuild.h"

#include "cli/context.h"
#include "cli/store.h"
#include "cli/verbs/all.h"
#include "projections/digest.h"

namespace cartulary::cli {
namespace {

OrFailure<ExitStatus> RunRebuild(Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto store, Store::Open(context, Access::kWrite));
  CARTULARY_RETURN_IF_ERROR(Rebuild(store->projections(), store->state_stores()));
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
  return {.name = "rebuild",
          .summary = "make the projections anew from the log",
          .details =
              "Folds every history into new projections, puts them to use and drops the former\n"
              "ones. The log is only read. The same log gives the same digest on every machine.",
          .example = "  cartulary rebuild",
          .exits = {{ExitStatus::kYes, ""},
                    {ExitStatus::kUsage, ""},
                    {ExitStatus::kNotFound, ""},
                    {ExitStatus::kWorld, ""},
                    {ExitStatus::kIntegrity, ""}},
          .declare = [](OptionSet&) {},
          .run = [](Context& context) { return RunRebuild(context); }};
}

}  // namespace cartulary::cli
