#include "cli/render/words.h"

#include <algorithm>

namespace cartulary::cli {

std::string Plain(std::string_view name) {
  std::string text(name);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string Term(Language language, std::string_view name, std::string_view french) {
  if (language == Language::kFrench) return std::string(french);
  const std::string plain = Plain(name);
  return plain == french ? plain : plain + " (" + std::string(french) + ")";
}

std::string Count(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string Quoted(std::string_view text) { return "« " + std::string(text) + " »"; }

}  // namespace cartulary::cli
