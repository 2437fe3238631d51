#include "projections/digest.h"

#include "core/binary/writer.h"

namespace cartulary {
namespace {

constexpr std::size_t kChunkBytesMin = std::size_t{1} << 20;

// SHA-256 over a chain of chunks, each hashed with the hash of those before it, since the port
// hashes whole texts only.
class ChunkHasher {
 public:
  explicit ChunkHasher(const Hasher& hasher) : hasher_(hasher) {}

  void Add(std::string_view bytes) {
    BinaryWriter writer;
    writer.Write(bytes.size());
    pending_ += writer.Take();
    pending_ += bytes;
    if (pending_.size() >= kChunkBytesMin) Fold();
  }
  Hash Finish() {
    Fold();
    return hash_;
  }

 private:
  void Fold() {
    pending_.insert(0, reinterpret_cast<const char*>(hash_.bytes.data()), hash_.bytes.size());
    hash_ = hasher_.Sha256(pending_);
    pending_.clear();
  }

  const Hasher& hasher_;
  Hash hash_;
  std::string pending_;
};

// The first key of `table` whose value in `mine` is not that in `other`, if it is below `bound`.
Result<std::optional<std::string>> FirstDiffering(const StateStore& mine, const StateStore& other,
                                                  Table table,
                                                  const std::optional<std::string>& bound) {
  std::optional<std::string> found;
  CARTULARY_RETURN_IF_ERROR(
      mine.Scan(table, "", "", [&](std::string_view key, std::string_view value) -> Result<Visit> {
        if (bound && key >= *bound) return Visit::kStop;
        CARTULARY_ASSIGN_OR_RETURN(const auto there, other.Get(table, key));
        if (there && *there == value) return Visit::kGoOn;
        found = std::string(key);
        return Visit::kStop;
      }));
  return found;
}

}  // namespace

Result<Hash> DigestOf(const StateStore& state, const Hasher& hasher) {
  ChunkHasher digest(hasher);
  CARTULARY_ASSIGN_OR_RETURN(const std::uint64_t checkpoint, state.Checkpoint());
  digest.Add(std::to_string(checkpoint));
  for (const Table table : kTables) {
    digest.Add(std::string(1, static_cast<char>(table)));
    CARTULARY_RETURN_IF_ERROR(state.Scan(
        table, "", "", [&](std::string_view key, std::string_view value) -> Result<Visit> {
          digest.Add(key);
          digest.Add(value);
          return Visit::kGoOn;
        }));
  }
  return digest.Finish();
}

Result<std::optional<StateDifference>> FindDifference(const StateStore& left,
                                                      const StateStore& right) {
  for (const Table table : kTables) {
    CARTULARY_ASSIGN_OR_RETURN(auto key, FirstDiffering(left, right, table, std::nullopt));
    CARTULARY_ASSIGN_OR_RETURN(const auto earlier, FirstDiffering(right, left, table, key));
    if (earlier) key = earlier;
    if (!key) continue;
    StateDifference difference{table, *key, std::nullopt, std::nullopt};
    CARTULARY_ASSIGN_OR_RETURN(difference.left, left.Get(table, *key));
    CARTULARY_ASSIGN_OR_RETURN(difference.right, right.Get(table, *key));
    return std::optional(std::move(difference));
  }
  return std::optional<StateDifference>();
}

}  // namespace cartulary
