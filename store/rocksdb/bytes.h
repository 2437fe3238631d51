// Big-endian numbers in keys and values, so that the order of the bytes is that of the numbers.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace cartulary {

template <std::unsigned_integral Number>
void PutNumber(std::string& bytes, Number number) {
  for (std::size_t i = sizeof(Number); i-- > 0;) {
    bytes.push_back(static_cast<char>(static_cast<std::uint8_t>(number >> (8 * i))));
  }
}

template <std::size_t kSize>
void PutBytes(std::string& bytes, const std::array<std::uint8_t, kSize>& put) {
  bytes.append(reinterpret_cast<const char*>(put.data()), kSize);
}

// Takes a value apart from its front. A read past the end sets `ok` to false, for ever, and gives
// zeros.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  bool ok() const { return ok_; }
  bool AtEnd() const { return ok_ && rest_.empty(); }
  std::size_t left() const { return rest_.size(); }

  std::string_view Take(std::size_t size) {
    if (size > rest_.size()) ok_ = false;
    if (!ok_) return {};
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  template <std::unsigned_integral Number>
  Number TakeNumber() {
    std::uint64_t number = 0;
    for (const char c : Take(sizeof(Number))) number = number << 8 | static_cast<std::uint8_t>(c);
    return static_cast<Number>(number);
  }

  template <std::size_t kSize>
  std::array<std::uint8_t, kSize> TakeBytes() {
    std::array<std::uint8_t, kSize> bytes{};
    std::size_t i = 0;
    for (const char c : Take(kSize)) bytes[i++] = static_cast<std::uint8_t>(c);
    return bytes;
  }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace cartulary
