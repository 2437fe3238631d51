// The keys of the store: docs/spec/log-format.md, "Keys".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/event.h"
#include "core/ids.h"

namespace cartulary {

inline constexpr std::uint64_t kEventsPerChunk = 64;

std::string LogKey(Index first);
std::string HeadKey(const Subject& subject);
std::string HistoryKey(const Subject& subject, std::uint64_t chunk);
std::string SealedKey(const Subject& subject, Version version, SealedClass content_class);
std::string BlobKey(const Hash& sha256);

// None if the bytes are not such a key.
std::optional<Index> ParseLogKey(std::string_view key);
std::optional<Subject> ParseHeadKey(std::string_view key);

struct HistoryPlace {
  Subject subject;
  std::uint64_t chunk = 0;
};
std::optional<HistoryPlace> ParseHistoryKey(std::string_view key);

}  // namespace cartulary
