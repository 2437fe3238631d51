// What the parser of the command line says is wrong with it, in both languages.
#pragma once

#include <string_view>

#include "core/text.h"

namespace cartulary::cli {

// A sentence of CLI11, which says it in English only. One that is not known stays as it is.
Text ParserWords(std::string_view sentence);

}  // namespace cartulary::cli
