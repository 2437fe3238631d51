// The two values that hold events: docs/spec/log-format.md, "The commit" and "The chunk".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.h"
#include "store/append/sequencer.h"

namespace cartulary {

std::string EncodeCommit(const std::vector<SequencedEvent>& events);

// The messages of a commit, in place: they live as long as `value`. None if the bytes are not a
// commit.
std::optional<std::vector<std::string_view>> DecodeCommit(std::string_view value);

struct ChunkEntry {
  Index index;
  std::string_view message;
};

void PutChunkEntry(std::string& chunk, const ChunkEntry& entry);

// Likewise, of a chunk of a history: at least one entry and at most kEventsPerChunk.
std::optional<std::vector<ChunkEntry>> DecodeChunk(std::string_view value);

}  // namespace cartulary
