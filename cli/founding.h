// How a store begins.
#pragma once

#include <memory>
#include <string>

#include "cli/context.h"
#include "cli/failure.h"
#include "cli/store.h"
#include "core/facts/vocabulary.h"
#include "core/ids.h"
#include "core/sealed.h"

namespace cartulary::cli {

// The first person of a register, who makes it.
struct Founder {
  Identity identity;
  std::string number;  // Staff number.
  ActorRole role = ActorRole::kRegistrar;
};

struct Founded {
  std::unique_ptr<Store> store;  // Open for writing.
  PersonId founder;
};

// Makes the store that --store names, with its first commit: StoreCreated and PersonRegistered.
// Errors: those of Store::Create, usage for an identity that cannot be recorded; no store is left.
OrFailure<Founded> FoundStore(const Context& context, const Founder& founder, bool demo);

}  // namespace cartulary::cli
