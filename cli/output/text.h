// Text on a terminal: how wide it is, and what may not reach it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cartulary::cli {

// Columns that valid UTF-8 takes on a terminal: combining marks take none, East Asian wide
// characters two.
std::size_t WidthOf(std::string_view utf8);

// `utf8` with what could move the cursor, change what was printed before or turn the direction of
// reading (control characters, overrides and isolates of direction) as \u001b is written in JSON,
// and with bytes that are not UTF-8 as \xff.
std::string Printable(std::string_view utf8);
// Likewise, but for the ends of lines, returns and tabs that lay out a text.
std::string PrintableLines(std::string_view utf8);

// Whether valid UTF-8 holds what Printable escapes, other than the ends of lines, returns and tabs
// that lay out a text: nobody's name has it, and it would reach whatever shows the text.
bool HoldsControl(std::string_view utf8);

// What a message shows of something that was given: 60 characters at most, and then "…".
std::string Shortened(std::string_view utf8);

// True if the bytes are UTF-8.
bool IsUtf8(std::string_view bytes);

}  // namespace cartulary::cli
