// The parameters of a requirement as texts, from its list of fields.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "core/rules/node.h"

namespace cartulary::cli {

struct Parameter {
  std::string_view name;   // As a file of rules writes it.
  std::string label;       // What a page calls it.
  std::string value;       // Empty: none.
  std::string assumption;  // Empty: literally of the text.
  std::string_view doc;
  bool is_structure = false;  // Which requirements it combines: the tree shows that.
};

// In the order of the node's fields.
std::vector<Parameter> ParametersOf(const Node& node, Language language);

}  // namespace cartulary::cli
