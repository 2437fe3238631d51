// Text on a terminal: how wide it is, and what may not reach it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cartulary::cli {

// Columns that valid UTF-8 takes on a terminal: combining marks take none, East Asian wide
// characters two.
std::size_t WidthOf(std::string_view utf8);

// `utf8` with control characters, which could move the cursor or change what was printed before,
// replaced by '?'; bytes that are not UTF-8 likewise.
std::string Printable(std::string_view utf8);

// True if the bytes are UTF-8.
bool IsUtf8(std::string_view bytes);

}  // namespace cartulary::cli
