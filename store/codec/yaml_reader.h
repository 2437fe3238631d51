// A strict subset of YAML, read as a tree that knows where each value stands.
//
// One document in UTF-8; mappings, sequences and scalars; every scalar stays the text that it is.
// Refused, with line and column: anchors, aliases, tags, directives, duplicate keys, keys that are
// not scalars, more documents than one, control characters, nesting beyond kYamlDepthMax, more than
// kYamlNodesMax values, a size beyond the limit. No line break but LF and CR LF.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ports/rules_loader.h"

namespace cartulary {

inline constexpr int kYamlDepthMax = 32;
inline constexpr std::size_t kYamlNodesMax = 100'000;
// Past so many problems of one file the rest is not reported, only that there are more.
inline constexpr std::size_t kProblemsMax = 1'000;

struct YamlPlace {
  int line = 1;    // from 1
  int column = 1;  // from 1, in characters
};

struct YamlEntry;

// A value. Ownership: a node owns its children.
struct YamlNode {
  enum class Kind {
    kScalar,
    kSequence,
    kMapping,
    kBroken,  // Something refused stood here and is reported: say nothing more about it.
  };
  Kind kind = Kind::kScalar;
  YamlPlace place;
  bool plain = false;              // A scalar without quotes and not a block of text.
  std::string text;                // Of a scalar.
  std::vector<YamlNode> items;     // Of a sequence.
  std::vector<YamlEntry> entries;  // Of a mapping, in the order of the file; keys are unique.
};

struct YamlEntry {
  std::string key;
  YamlPlace place;  // Of the key.
  YamlNode value;
};

struct YamlTree {
  std::optional<YamlNode> root;        // Empty: the text could not be read to its end.
  std::vector<RulesProblem> problems;  // In the order in which they were met.
};

// Reads `text` of at most `size_bytes_max` bytes. With a root there may still be problems: what was
// refused is left out of the tree or stands in it as kBroken, so that the rest can be checked too.
YamlTree ReadYaml(std::string_view text, std::size_t size_bytes_max = kRulesSizeBytesMax);

}  // namespace cartulary
