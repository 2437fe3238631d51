// StateStore is the port through which projections keep their state: tables of keys and values, and
// how far into the log they have come, changed together. A generation is one whole set of tables;
// it is a storage name and enters no digest.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/ports/event_log.h"
#include "core/result.h"

namespace cartulary {

// Numbers are stored: append only, never renumber.
enum class Table : std::uint8_t {
  kDossiers = 1,      // subject -> folded stream of a learner
  kReferences = 2,    // subject -> folded stream of anything else
  kVerdicts = 3,      // learner + enrolment -> standing and outcome codes
  kAwards = 4,        // award number + learner -> the award register's row
  kBoard = 5,         // certification, campus, cohort, learner, enrolment -> the board's row
  kLookups = 6,       // kind of number + HMAC or code + subject -> nothing: who holds it
  kCitations = 7,     // reference subject + learner -> nothing: who cites it
  kDue = 8,           // date + learner -> nothing: whose verdict can change on that date;
                      // learner -> that date
  kConvocations = 9,  // learner + jury -> nothing: which sessions convened a learner
};

// Every table, in the order in which digests take them.
inline constexpr auto kTables = std::to_array(
    {Table::kDossiers, Table::kReferences, Table::kVerdicts, Table::kAwards, Table::kBoard,
     Table::kLookups, Table::kCitations, Table::kDue, Table::kConvocations});

struct StateChange {
  Table table{};
  std::string key;
  std::optional<std::string> value;  // None: the key is deleted.
};

// Called for each key in order; both live for the call.
using StateVisitor = std::function<Result<Visit>(std::string_view key, std::string_view value)>;

// One generation. Reads are const and callable from several threads beside one writer.
class StateStore {
 public:
  virtual ~StateStore() = default;
  virtual Result<std::optional<std::string>> Get(Table table, std::string_view key) const = 0;
  // The keys from `from` that begin with `prefix`, in the order of their bytes.
  virtual Status Scan(Table table, std::string_view prefix, std::string_view from,
                      const StateVisitor& visit) const = 0;
  // How many events of the log this state has taken in; 0 for a new generation.
  virtual Result<std::uint64_t> Checkpoint() const = 0;
  // All or none. Not synced: what is lost is folded again.
  virtual Status Commit(const std::vector<StateChange>& changes, std::uint64_t checkpoint) = 0;
};

class StateStores {
 public:
  virtual ~StateStores() = default;
  // The generation in use; an empty one where there is none yet. Lives as long as this object.
  virtual Result<std::unique_ptr<StateStore>> Active() = 0;
  // A new, empty generation beside it. What an earlier one left unfinished is dropped.
  virtual Result<std::unique_ptr<StateStore>> Begin() = 0;
  // Makes `store`, made by Begin, the generation in use, atomically, and drops the former one.
  virtual Status Activate(const StateStore& store) = 0;
};

// For state whose bytes are not what they should be: a fragment without a full stop.
inline Error DamagedState(Text what) {
  return {ErrorCode::kIntegrity, std::move(what),
          Said("the projections are derived from the log, which this does not concern: make them "
               "anew with `cartulary rebuild`",
               "les états dérivés se déduisent du journal, qui n'est pas en cause : refaites-les "
               "par `cartulary rebuild`")};
}

}  // namespace cartulary
