// JSON as somebody wrote it: numbers by their digits, members in their order, each value with its
// place. Read through nlohmann's parser, which checks the syntax and the UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/failure.h"

namespace cartulary::cli {

inline constexpr std::size_t kRowSizeBytesMax = 1 << 20;
inline constexpr std::size_t kJsonDepthMax = 16;

struct JsonMember;

// kBare is a word of the command line: a text, a number, or true or false, as it is read.
struct JsonValue {
  enum class Kind : std::uint8_t { kNull, kBool, kNumber, kText, kList, kObject, kBare };
  Kind kind = Kind::kNull;
  std::size_t offset = 0;           // Of its first byte in the text.
  bool truth = false;               // Of a kBool.
  std::string text;                 // Of a kText, decoded; of a kNumber, as written; of a kBare.
  std::vector<JsonValue> items;     // Of a kList.
  std::vector<JsonMember> members;  // Of a kObject, each name once.

  // nullptr if there is none.
  const JsonValue* Find(std::string_view name) const;
};

struct JsonMember {
  std::string name;
  JsonValue value;
};

// "a text", "a list", …: for messages.
Text NameOf(JsonValue::Kind kind);

// Something wrong at a byte of the text.
struct JsonFault {
  std::size_t offset = 0;
  Text message;
};

// The value, or what is wrong, at least one fault: syntax, bytes that are not UTF-8, a member twice
// in one object, more than kJsonDepthMax levels.
std::variant<JsonValue, std::vector<JsonFault>> ParseJson(std::string_view text);

// `value` with the members of every object sorted by their bytes and no blanks: the same for all
// ways to write the same thing.
std::string CanonicalJson(const JsonValue& value);

// The place of a byte in a text whose first line is `first_line`: lines from 1, columns from 1 in
// characters.
struct Place {
  int line = 1;
  int column = 1;
};
Place PlaceOf(std::string_view text, std::size_t offset, int first_line = 1);

}  // namespace cartulary::cli
