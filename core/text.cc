#include "core/text.h"

#include "core/check.h"

namespace cartulary {
namespace {

std::string Filled(std::string_view sentence, std::span<const Text> words,
                   std::string Text::*word) {
  std::string filled;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    if (!IsPlace(sentence, at)) {
      filled += sentence[at];
      continue;
    }
    const std::size_t number = PlaceAt(sentence, at);
    CARTULARY_CHECK(number < words.size());
    filled += words[number].*word;
    at += 2;
  }
  return filled;
}

}  // namespace

Text Fill(std::string_view english, std::string_view french, std::span<const Text> words) {
  return {Filled(french, words, &Text::fr), Filled(english, words, &Text::en)};
}

}  // namespace cartulary
