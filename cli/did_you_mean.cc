#include "cli/did_you_mean.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace cartulary::cli {
namespace {

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Levenshtein's distance.
std::size_t Distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (Lower(a[i]) == Lower(b[j]) ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view Nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  constexpr std::size_t kWordLengthMax = 100;  // Longer is no typing error.
  if (word.empty() || word.size() > kWordLengthMax) return {};
  std::string_view nearest;
  std::size_t distance_min = 1 + word.size() / 3;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = Distance(word, candidate);
    if (distance < distance_min || (nearest.empty() && distance == distance_min)) {
      nearest = candidate;
      distance_min = distance;
    }
  }
  return nearest;
}

Text Suggestion(std::string_view word, const std::vector<std::string_view>& candidates) {
  constexpr std::size_t kListedMax = 12;
  Text text;
  if (const auto nearest = Nearest(word, candidates); !nearest.empty()) {
    text = Said("did you mean {0}?", "vouliez-vous dire {0} ?", nearest);
    if (candidates.size() > kListedMax) return text;
    text += WordsOf(" ");
  }
  std::string list;
  for (const std::string_view candidate : candidates) {
    if (candidate.data() != candidates.front().data()) list += ", ";
    list += candidate;
  }
  text += Said("one of {0}", "l'un de {0}", list);
  return text;
}

}  // namespace cartulary::cli
