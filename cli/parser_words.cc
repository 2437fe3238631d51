#include "cli/parser_words.h"

#include <optional>
#include <utility>
#include <vector>

namespace cartulary::cli {
namespace {

// What stands at the places {0}, {1} of `pattern` in `sentence`; nothing where they do not match.
std::optional<std::vector<Text>> Match(std::string_view pattern, std::string_view sentence) {
  std::vector<Text> words;
  while (true) {
    std::size_t at = 0;
    while (at < pattern.size() && !IsPlace(pattern, at)) ++at;
    if (!sentence.starts_with(pattern.substr(0, at))) return std::nullopt;
    sentence.remove_prefix(at);
    if (at == pattern.size()) return sentence.empty() ? std::optional(words) : std::nullopt;
    pattern.remove_prefix(at + 3);
    std::size_t next = 0;
    while (next < pattern.size() && !IsPlace(pattern, next)) ++next;
    const std::size_t end =
        pattern.empty() ? sentence.size() : sentence.find(pattern.substr(0, next));
    if (end == std::string_view::npos) return std::nullopt;
    words.push_back(WordsOf(sentence.substr(0, end)));
    sentence.remove_prefix(end);
  }
}

struct Known {
  std::string_view pattern;  // As CLI11 2 has it.
  std::string_view en;
  std::string_view fr;
};

// The first that matches is taken.
constexpr Known kKnown[] = {
    {"A subcommand is required", "a verb is missing", "il manque un verbe"},
    {"{0} is required", "{0} is missing", "il manque {0}"},
    {"{0}: {1} required {2} missing", "{0}: its value is missing", "{0} : il manque sa valeur"},
    {"{0}: At Most 1 required but received {1}", "{0} is given {1} times; give it once",
     "{0} est donné {1} fois ; donnez-le une seule fois"},
    {"Could not convert: {0} = {1}", "{0} takes no value such as '{1}'",
     "{0} ne prend pas de valeur comme « {1} »"},
    {"The value {0} is not an allowed value for {1}", "{1} takes no value such as '{0}'",
     "{1} ne prend pas de valeur comme « {0} »"},
};

}  // namespace

Text ParserWords(std::string_view sentence) {
  for (const Known& known : kKnown) {
    const auto words = Match(known.pattern, sentence);
    if (words) return Fill(known.en, known.fr, *words);
  }
  return WordsOf(sentence);
}

}  // namespace cartulary::cli
