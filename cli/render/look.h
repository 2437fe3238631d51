// How a page is to look: its language, and whether the terminal shows bold type.
#pragma once

#include "cli/context.h"
#include "cli/options.h"

namespace cartulary::cli {

struct Look {
  Language language = Language::kEnglish;
  bool bold = false;
};

inline Look LookOf(const Context& context) {
  return {context.options.language, context.streams.colour};
}

}  // namespace cartulary::cli
