// An open store: the one place that knows how logs, projections and keys are kept.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.h"
#include "cli/failure.h"
#include "core/ports/event_log.h"
#include "core/ports/hasher.h"
#include "core/ports/rules_loader.h"
#include "core/ports/state_store.h"
#include "projections/ports.h"
#include "projections/reader.h"
#include "projections/rules_source.h"
#include "store/codec/sealer.h"

namespace cartulary::cli {

enum class Access : std::uint8_t {
  kRead,        // Writes nothing, and needs no right to.
  kWrite,       // One process at a time.
  kBulkImport,  // Likewise, tuned for a long import.
  kAcceptHead,  // As kWrite, and a store whose head file cannot be read is accepted as it is.
};

// Not thread-safe; what it hands out is as thread-safe as its port says and lives as long as it.
class Store {
 public:
  // Makes the store that --store names, its key file and its head file. Empty: no events yet.
  static OrFailure<std::unique_ptr<Store>> Create(const Context& context);
  // Opens the store that --store names. Prints the log's warnings.
  static OrFailure<std::unique_ptr<Store>> Open(const Context& context, Access access);
  // Closes a store that Create made and removes every file of it.
  static void Discard(std::unique_ptr<Store> store);
  ~Store();

  const EventLog& log() const;
  const Hasher& hasher() const;
  const RulesLoader& rules_loader() const;
  const RulesSource& rules() const;
  ProjectionPorts projections() const;
  // From now on an event that cannot be decoded is passed over, as if that were recorded already.
  // Before anything else is read. Errors: those of the log.
  Status PassOver(const EventRef& event);
  // Of a store opened for writing.
  StateStores& state_stores();
  const std::string& keys_path() const;

  // What needs the key file. Errors: not found, when there is none.
  OrFailure<const Sealer*> FindSealer() const;
  // HMAC under the lookup key: how the log recognises a request. Errors: likewise.
  OrFailure<Hash> MacOf(std::string_view bytes) const;

  // The projections, brought up to the log: on disk when writing, in memory when reading.
  OrFailure<const StateStore*> CurrentState();
  // The projections as they are stored, whatever the log has since.
  OrFailure<std::unique_ptr<const StateStore>> StoredState() const;
  // Streams and verdicts at the head, or as of an earlier event.
  OrFailure<RegisterReader> Reader(std::optional<Index> as_of = std::nullopt);

  // Appends, of a store opened for writing. Errors: those of the log.
  Result<Appended> Append(const Batch& batch);

 private:
  struct Parts;
  explicit Store(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

}  // namespace cartulary::cli
