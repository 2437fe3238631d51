#include "store/codec/message.h"

#include <cstring>

namespace cartulary::codec {

std::optional<kj::ArrayPtr<const capnp::word>> AlignedWords(std::string_view bytes) {
  constexpr std::size_t kWords = kEventSizeBytesMax / sizeof(capnp::word);
  if (bytes.empty() || bytes.size() % sizeof(capnp::word) != 0) return std::nullopt;
  const std::size_t size = bytes.size() / sizeof(capnp::word);
  if (size > kWords) return std::nullopt;
  thread_local std::array<capnp::word, kWords> buffer;
  std::memcpy(buffer.data(), bytes.data(), bytes.size());
  return kj::arrayPtr(static_cast<const capnp::word*>(buffer.data()), size);
}

}  // namespace cartulary::codec
