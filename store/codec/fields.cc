#include "store/codec/fields.h"

#include <algorithm>

#include "core/sealed.h"

namespace cartulary::codec {
namespace {

Text UnknownNumber(unsigned number) {
  return Said("number {0} is not of this program's vocabulary",
              "le nombre {0} n'est pas du vocabulaire de ce programme", number);
}

bool IsMediaName(std::string_view name) {
  constexpr std::string_view kMarks = "!#$&^_.+-";
  const auto is_alphanumeric = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  };
  return !name.empty() && is_alphanumeric(name[0]) &&
         std::all_of(name.begin(), name.end(), [&](char c) {
           return is_alphanumeric(c) || kMarks.find(c) != std::string_view::npos;
         });
}

// The length of the well-formed UTF-8 sequence (Unicode, table 3-7) that `text` begins with; 0 if
// it begins with none.
std::size_t SequenceLength(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<std::uint8_t>(text[i]) : std::uint8_t{0};
  };
  const auto is_tail = [&](std::size_t i) { return (byte(i) & 0xc0) == 0x80; };
  const std::uint8_t first = byte(0);
  const std::uint8_t second = byte(1);
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return is_tail(1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    if (first == 0xe0 && second < 0xa0) return 0;
    if (first == 0xed && second > 0x9f) return 0;
    return is_tail(1) && is_tail(2) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    if (first == 0xf0 && second < 0x90) return 0;
    if (first == 0xf4 && second > 0x8f) return 0;
    return is_tail(1) && is_tail(2) && is_tail(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

bool IsSealedText(std::string_view text) {
  if (text.size() > kSealedTextBytesMax) return false;
  while (!text.empty()) {
    const std::size_t length = SequenceLength(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

bool IsMediaType(std::string_view text) {
  const std::size_t slash = text.find('/');
  return text.size() <= kMediaTypeBytesMax && slash != std::string_view::npos &&
         IsMediaName(text.substr(0, slash)) && IsMediaName(text.substr(slash + 1));
}

void Put::NoteEnum(const char* field, unsigned number) {
  problem_.Note(field, UnknownNumber(number));
}
void Get::NoteEnum(const char* field, unsigned number) {
  problem_.Note(field, UnknownNumber(number));
}

}  // namespace cartulary::codec
