// How a page is to look: its language, and whether the terminal shows bold type.
#pragma once

#include "cli/options.h"

namespace cartulary::cli {

struct Look {
  Language language = Language::kEnglish;
  bool bold = false;
};

}  // namespace cartulary::cli
