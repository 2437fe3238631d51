#include "store/rocksdb/commit_format.h"

#include <cstddef>

#include "core/ports/event_log.h"
#include "store/rocksdb/bytes.h"
#include "store/rocksdb/key_format.h"

namespace cartulary {

std::string EncodeCommit(const std::vector<SequencedEvent>& events) {
  std::size_t size = sizeof(std::uint32_t) * (1 + events.size());
  for (const SequencedEvent& event : events) size += event.message.size();
  std::string value;
  value.reserve(size);
  PutNumber(value, static_cast<std::uint32_t>(events.size()));
  for (const SequencedEvent& event : events) {
    PutNumber(value, static_cast<std::uint32_t>(event.message.size()));
  }
  for (const SequencedEvent& event : events) value += event.message;
  return value;
}

std::optional<std::vector<std::string_view>> DecodeCommit(std::string_view value) {
  ByteReader lengths(value);
  const auto count = lengths.TakeNumber<std::uint32_t>();
  if (!lengths.ok() || count == 0 || count > kEventsPerCommitMax) return std::nullopt;
  ByteReader messages(value);
  messages.Take(sizeof(std::uint32_t) * (1 + std::size_t{count}));
  std::vector<std::string_view> decoded;
  decoded.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    decoded.push_back(messages.Take(lengths.TakeNumber<std::uint32_t>()));
  }
  if (!messages.AtEnd()) return std::nullopt;
  return decoded;
}

void PutChunkEntry(std::string& chunk, const ChunkEntry& entry) {
  PutNumber(chunk, entry.index.value);
  PutNumber(chunk, static_cast<std::uint32_t>(entry.message.size()));
  chunk += entry.message;
}

std::optional<std::vector<ChunkEntry>> DecodeChunk(std::string_view value) {
  ByteReader reader(value);
  std::vector<ChunkEntry> entries;
  do {
    ChunkEntry entry;
    entry.index.value = reader.TakeNumber<std::uint64_t>();
    entry.message = reader.Take(reader.TakeNumber<std::uint32_t>());
    entries.push_back(entry);
  } while (reader.ok() && !reader.AtEnd() && entries.size() <= kEventsPerChunk);
  if (!reader.AtEnd() || entries.size() > kEventsPerChunk) return std::nullopt;
  return entries;
}

}  // namespace cartulary
