#include "cli/json/value.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace cartulary::cli {
namespace {

using Nlohmann = nlohmann::json;

// Counts the bytes that the parser has taken, so that each value gets its place.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** taken) : at_(at), taken_(taken) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    *taken_ = ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
    return a.at_ == b.at_;
  }
  friend bool operator!=(const CountingIterator& a, const CountingIterator& b) { return !(a == b); }

 private:
  const char* at_;
  const char** taken_;
};

// What the parser says, by a part of it, in our words: its own speak to programmers.
struct FaultText {
  std::string_view said;
  Phrase told;
};
constexpr Phrase kEscapeOfCharacter{
    "\\u in a text is followed by 4 digits 0-9a-f, and by a pair for what is past \\uffff",
    "\\u dans un texte est suivi de 4 chiffres 0-9a-f, et d'une paire au-delà de \\uffff"};
constexpr auto kFaultTexts = std::to_array<FaultText>({
    {"ill-formed UTF-8",
     {"a byte is not UTF-8; save the file as UTF-8",
      "un octet n'est pas de l'UTF-8 ; enregistrez le fichier en UTF-8"}},
    {"number overflow",
     {"the number is too large; check its digits and its exponent",
      "le nombre est trop grand ; vérifiez ses chiffres et son exposant"}},
    {"control character",
     {"a control character stands in a text; write an end of line as \\n, a tab as \\t",
      "un texte contient un caractère de commande ; écrivez \\n pour une fin de ligne, \\t pour "
      "une tabulation"}},
    {"forbidden character after backslash",
     {"after \\ in a text comes one of \" \\ / b f n r t u; write \\ itself as \\\\",
      "dans un texte, \\ est suivi de l'un de \" \\ / b f n r t u ; écrivez \\\\ pour \\ "
      "lui-même"}},
    {"4 hex digits", kEscapeOfCharacter},
    {"surrogate", kEscapeOfCharacter},
    {"invalid number",
     {"the number is not one; write it as 12 or 12.5",
      "ce n'est pas un nombre ; écrivez 12 ou 12.5"}},
    {"; expected end of input",
     {"the value ended before this; one row stands on one line",
      "la valeur finissait avant ceci ; chaque fait tient sur une ligne"}},
    {"object key",
     {"a name in \"quotes\" is wanted here; after the last member there is no comma",
      "il faut ici un nom entre \"guillemets\" ; le dernier membre n'est pas suivi d'une virgule"}},
    {"; expected ':'",
     {"a : is missing between a name and its value", "il manque : entre un nom et sa valeur"}},
    {"; expected '}'", {"a , or } is missing before this", "il manque , ou } avant ceci"}},
    {"; expected ']'", {"a , or ] is missing before this", "il manque , ou ] avant ceci"}},
    {"invalid literal",
     {"the word is not known; a text stands in \"quotes\", and true, false and null are the only "
      "words",
      "mot inconnu ; un texte s'écrit entre \"guillemets\", et les seuls mots sont true, false et "
      "null"}},
    {"or a literal",
     {"a value is wanted here; after the last one there is no comma",
      "il faut ici une valeur ; la dernière n'est pas suivie d'une virgule"}},
});

Text TextOfFault(std::string_view said) {
  for (const FaultText& text : kFaultTexts) {
    if (said.find(text.said) != std::string_view::npos) return WordsOf(text.told);
  }
  return Said("this is no JSON; a row is an object, {\"name\":value, …}",
              "ce n'est pas du JSON ; une ligne est un objet, {\"nom\":valeur, …}");
}

class Builder final : public Nlohmann::json_sax_t {
 public:
  explicit Builder(std::string_view text)
      : text_(text), taken_(text.data()), end_of_last_(text.data()) {}

  const char** taken() { return &taken_; }
  std::vector<JsonFault>& faults() { return faults_; }
  JsonValue TakeRoot() { return std::move(root_); }

  bool null() override { return Put(JsonValue::Kind::kNull, ""); }
  bool boolean(bool truth) override {
    Put(JsonValue::Kind::kBool, "");
    last_->truth = truth;
    return true;
  }
  bool number_integer(number_integer_t value) override {
    return Put(JsonValue::Kind::kNumber, std::to_string(value));
  }
  bool number_unsigned(number_unsigned_t value) override {
    return Put(JsonValue::Kind::kNumber, std::to_string(value));
  }
  bool number_float(number_float_t, const string_t& digits) override {
    return Put(JsonValue::Kind::kNumber, digits);
  }
  bool string(string_t& text) override { return Put(JsonValue::Kind::kText, std::move(text)); }
  bool binary(binary_t&) override { return false; }  // JSON has none.
  bool start_object(std::size_t) override { return Open(JsonValue::Kind::kObject); }
  bool start_array(std::size_t) override { return Open(JsonValue::Kind::kList); }
  bool end_object() override { return Close(); }
  bool end_array() override { return Close(); }

  bool key(string_t& name) override {
    const std::size_t offset = StartOfToken();
    if (open_.back()->Find(name) != nullptr) {
      faults_.push_back({offset, Said("\"{0}\" is here a second time",
                                      "« {0} » est donné ici une seconde fois", name)});
    }
    key_ = std::move(name);
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    if (!faults_.empty() && too_deep_) return false;
    const bool cut = position > text_.size();
    const bool blank = text_.find_first_not_of(" \t\r\n") == std::string_view::npos;
    const std::string_view said = error.what();
    std::size_t offset = std::min(position == 0 ? 0 : position - 1, text_.size());
    if (said.find("number overflow") != std::string_view::npos) offset = StartOfToken();
    faults_.push_back({offset, blank ? Said("there is nothing here; a row is an object, {…}",
                                            "il n'y a rien ici ; une ligne est un objet, {…}")
                               : cut ? Said("the text ends too early; is the file cut off?",
                                            "le texte finit trop tôt ; le fichier est-il tronqué ?")
                                     : TextOfFault(said)});
    return false;
  }

 private:
  // The parser has just taken a token; the bytes of a number may be followed by one more.
  std::size_t StartOfToken() {
    const char* start = end_of_last_;
    while (start < taken_ && std::string_view(" \t\r\n,:").find(*start) != std::string_view::npos) {
      ++start;
    }
    end_of_last_ = taken_;
    return static_cast<std::size_t>(start - text_.data());
  }

  bool Put(JsonValue::Kind kind, std::string text) {
    JsonValue value;
    value.kind = kind;
    value.offset = StartOfToken();
    value.text = std::move(text);
    if (open_.empty()) {
      root_ = std::move(value);
      last_ = &root_;
    } else if (open_.back()->kind == JsonValue::Kind::kObject) {
      open_.back()->members.push_back({std::move(key_), std::move(value)});
      last_ = &open_.back()->members.back().value;
    } else {
      last_ = &open_.back()->items.emplace_back(std::move(value));
    }
    return true;
  }

  bool Open(JsonValue::Kind kind) {
    Put(kind, "");
    if (open_.size() == kJsonDepthMax) {
      faults_.push_back(
          {last_->offset, Said("more than {0} levels of lists and objects",
                               "plus de {0} niveaux de listes et d'objets", kJsonDepthMax)});
      too_deep_ = true;
      return false;
    }
    open_.push_back(last_);  // Stays where it is: its container gets no sibling while it is open.
    return true;
  }

  bool Close() {
    StartOfToken();
    open_.pop_back();
    return true;
  }

  std::string_view text_;
  const char* taken_;
  const char* end_of_last_;
  JsonValue root_;
  JsonValue* last_ = nullptr;
  std::vector<JsonValue*> open_;
  std::string key_;
  bool too_deep_ = false;
  std::vector<JsonFault> faults_;
};

std::string Quoted(const std::string& text) { return Nlohmann(text).dump(); }

}  // namespace

const JsonValue* JsonValue::Find(std::string_view name) const {
  for (const auto& [key, value] : members) {
    if (key == name) return &value;
  }
  return nullptr;
}

Text NameOf(JsonValue::Kind kind) {
  switch (kind) {
    case JsonValue::Kind::kNull:
      return Said("null", "null");
    case JsonValue::Kind::kBool:
      return Said("true or false", "vrai ou faux (true, false)");
    case JsonValue::Kind::kNumber:
      return Said("a number", "un nombre");
    case JsonValue::Kind::kText:
      return Said("a text", "un texte");
    case JsonValue::Kind::kList:
      return Said("a list", "une liste");
    case JsonValue::Kind::kObject:
      return Said("an object", "un objet");
    case JsonValue::Kind::kBare:
      return Said("a word", "un mot");
  }
  return WordsOf("?");
}

std::variant<JsonValue, std::vector<JsonFault>> ParseJson(std::string_view text) {
  // The parser would take it for the end of the text, and never see what is behind it.
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) {
    return std::vector<JsonFault>{{zero, Said("a zero byte stands here; is the file damaged?",
                                              "un octet nul est ici ; le fichier est-il abîmé ?")}};
  }
  Builder builder(text);
  const CountingIterator begin(text.data(), builder.taken());
  const CountingIterator end(text.data() + text.size(), builder.taken());
  Nlohmann::sax_parse(begin, end, &builder);
  if (!builder.faults().empty()) return std::move(builder.faults());
  return builder.TakeRoot();
}

std::string CanonicalJson(const JsonValue& value) {
  switch (value.kind) {
    case JsonValue::Kind::kNull:
      return "null";
    case JsonValue::Kind::kBool:
      return value.truth ? "true" : "false";
    case JsonValue::Kind::kNumber:
      return value.text;
    case JsonValue::Kind::kText:
    case JsonValue::Kind::kBare:
      return Quoted(value.text);
    case JsonValue::Kind::kList: {
      std::string text = "[";
      for (const JsonValue& item : value.items) {
        if (text.size() > 1) text += ',';
        text += CanonicalJson(item);
      }
      return text + ']';
    }
    case JsonValue::Kind::kObject: {
      std::vector<const JsonMember*> sorted;
      for (const JsonMember& member : value.members) sorted.push_back(&member);
      std::sort(sorted.begin(), sorted.end(),
                [](const auto* a, const auto* b) { return a->name < b->name; });
      std::string text = "{";
      for (const auto* member : sorted) {
        if (text.size() > 1) text += ',';
        text += Quoted(member->name) + ':' + CanonicalJson(member->value);
      }
      return text + '}';
    }
  }
  return "";
}

Place PlaceOf(std::string_view text, std::size_t offset, int first_line) {
  Place place{.line = first_line};
  for (const char c : text.substr(0, offset)) {
    if (c == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++place.column;
    }
  }
  return place;
}

}  // namespace cartulary::cli
