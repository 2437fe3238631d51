#include "cli/output/text.h"

#include <cstdint>
#include <cstdio>

namespace cartulary::cli {
namespace {

// Takes one character off the front; -1 for a byte that begins none (which is taken off alone).
std::int32_t TakeCharacter(std::string_view& utf8) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(utf8[i]); };
  const std::uint8_t first = byte(0);
  std::size_t size = 1;
  std::int32_t character = first;
  std::int32_t least = 0;  // A longer form than needed is no UTF-8.
  if (first >= 0xF0 && first < 0xF8) {
    size = 4;
    character = first & 0x07;
    least = 0x10000;
  } else if (first >= 0xE0 && first < 0xF0) {
    size = 3;
    character = first & 0x0F;
    least = 0x800;
  } else if (first >= 0xC0 && first < 0xE0) {
    size = 2;
    character = first & 0x1F;
    least = 0x80;
  } else if (first >= 0x80) {
    utf8.remove_prefix(1);
    return -1;
  }
  for (std::size_t i = 1; i < size; ++i) {
    if (i >= utf8.size() || (byte(i) & 0xC0) != 0x80) {
      utf8.remove_prefix(1);
      return -1;
    }
    character = character << 6 | (byte(i) & 0x3F);
  }
  const bool surrogate = character >= 0xD800 && character < 0xE000;
  if (character < least || character > 0x10FFFF || surrogate) {
    utf8.remove_prefix(1);
    return -1;
  }
  utf8.remove_prefix(size);
  return character;
}

std::size_t WidthOfCharacter(std::int32_t c) {
  const bool combining = (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) ||
                         (c >= 0x20D0 && c <= 0x20FF) || (c >= 0x200B && c <= 0x200F);
  if (combining) return 0;
  const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
                    (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                    (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                    (c >= 0x1F300 && c <= 0x1FAFF);
  return wide ? 2 : 1;
}

bool IsControl(std::int32_t c) {
  const bool bidirectional = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
                             c == 0x061C || c == 0x200E || c == 0x200F;
  const bool separator = c == 0x2028 || c == 0x2029;
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || bidirectional || separator;  // -1 included.
}

bool IsHarmful(std::int32_t c) { return IsControl(c) && c != '\n' && c != '\r' && c != '\t'; }

std::string Escaped(std::string_view utf8, bool (*is_escaped)(std::int32_t)) {
  std::string text;
  while (!utf8.empty()) {
    const std::string_view before = utf8;
    const std::int32_t character = TakeCharacter(utf8);
    if (!is_escaped(character)) {
      text += before.substr(0, before.size() - utf8.size());
      continue;
    }
    char escape[16];
    const bool is_byte = character < 0;
    const unsigned value =
        is_byte ? static_cast<unsigned char>(before[0]) : static_cast<unsigned>(character);
    std::snprintf(escape, sizeof(escape), is_byte ? "\\x%02x" : "\\u%04x", value);
    text += escape;
  }
  return text;
}

}  // namespace

std::size_t WidthOf(std::string_view utf8) {
  std::size_t width = 0;
  while (!utf8.empty()) width += WidthOfCharacter(TakeCharacter(utf8));
  return width;
}

std::string Shortened(std::string_view utf8) {
  constexpr int kShownMax = 60;
  std::string_view rest = utf8;
  for (int shown = 0; shown < kShownMax && !rest.empty(); ++shown) TakeCharacter(rest);
  if (rest.empty()) return std::string(utf8);
  return std::string(utf8.substr(0, utf8.size() - rest.size())) + "…";
}

std::string Printable(std::string_view utf8) { return Escaped(utf8, IsControl); }

std::string PrintableLines(std::string_view utf8) { return Escaped(utf8, IsHarmful); }

bool HoldsControl(std::string_view utf8) {
  while (!utf8.empty()) {
    if (IsHarmful(TakeCharacter(utf8))) return true;
  }
  return false;
}

bool IsUtf8(std::string_view bytes) {
  while (!bytes.empty()) {
    if (TakeCharacter(bytes) < 0) return false;
  }
  return true;
}

}  // namespace cartulary::cli
