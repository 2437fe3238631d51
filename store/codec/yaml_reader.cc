#include "store/codec/yaml_reader.h"

#include <yaml.h>

#include <cstdint>
#include <cstdio>
#include <map>
#include <utility>

namespace cartulary {
namespace {

// Decodes one character of UTF-8 at `at`. Returns its length, or 0 if the bytes are none: an
// overlong form, half a surrogate pair or beyond U+10FFFF included.
std::size_t DecodeUtf8(std::string_view text, std::size_t at, char32_t& character) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[at + i]); };
  const std::uint8_t first = byte(0);
  if (first < 0x80) {
    character = first;
    return 1;
  }
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() - at < length) return 0;
  character = first & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
    character = character << 6 | (byte(i) & 0x3Fu);
  }
  constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
  return character < kLeast[length] || surrogate || character > 0x10FFFF ? 0 : length;
}

std::string CodePoint(char32_t character) {
  char buffer[16];
  std::snprintf(buffer, sizeof(buffer), "U+%04X", static_cast<unsigned>(character));
  return buffer;
}

// What a character may not be: invisible, or a line break to some readers and not to others.
bool IsRefused(char32_t character) {
  return (character < 0x20 && character != '\t' && character != '\n' && character != '\r') ||
         (character >= 0x7F && character < 0xA0) || character == 0x2028 || character == 0x2029 ||
         character == 0xFEFF || character == 0xFFFE || character == 0xFFFF;
}

// Checks the characters before libyaml sees them, since its own messages have no place.
std::optional<RulesProblem> FindBadCharacter(std::string_view text) {
  YamlPlace place;
  for (std::size_t at = 0; at < text.size();) {
    char32_t character = 0;
    const std::size_t length = DecodeUtf8(text, at, character);
    if (length == 0) {
      return RulesProblem{
          place.line, place.column,
          Said("the text is not UTF-8 here; save the file in UTF-8",
               "le texte n'est pas en UTF-8 à cet endroit ; enregistrez le fichier en UTF-8")};
    }
    const bool lone_return = character == '\r' && (at + 1 >= text.size() || text[at + 1] != '\n');
    if (IsRefused(character) || lone_return) {
      return RulesProblem{place.line, place.column,
                          Said("the character {0} is not allowed",
                               "le caractère {0} n'est pas admis", CodePoint(character))};
    }
    at += length;
    if (character == '\n') {
      place = {place.line + 1, 1};
    } else {
      ++place.column;
    }
  }
  return std::nullopt;
}

YamlPlace PlaceOf(const yaml_mark_t& mark) {
  return {static_cast<int>(mark.line) + 1, static_cast<int>(mark.column) + 1};
}

// One event of libyaml, freed with its owner.
class Event {
 public:
  Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() { yaml_event_delete(&event_); }
  yaml_event_t* get() { return &event_; }
  const yaml_event_t* operator->() const { return &event_; }

 private:
  yaml_event_t event_{};
};

// Builds the tree from events. Not thread safe; used for one text.
class Builder {
 public:
  explicit Builder(std::string_view text) {
    ready_ = yaml_parser_initialize(&parser_) != 0;
    if (!ready_) return;
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  Builder(const Builder&) = delete;
  Builder& operator=(const Builder&) = delete;
  ~Builder() {
    if (ready_) yaml_parser_delete(&parser_);
  }

  YamlTree Build() {
    YamlTree tree;
    YamlNode root;
    if (!ready_) {
      Report({}, Said("there is not enough memory to read the file",
                      "la mémoire est insuffisante pour lire le fichier"));
    } else if (ReadStream(root)) {
      tree.root = std::move(root);
    }
    tree.problems = std::move(problems_);
    return tree;
  }

 private:
  void Report(YamlPlace place, Text message) {
    if (problems_.size() < kProblemsMax) {
      problems_.push_back({place.line, place.column, std::move(message)});
    }
  }

  // False at a syntax error, which ends the reading.
  bool Next(Event& event) {
    if (yaml_parser_parse(&parser_, event.get()) != 0) return true;
    // libyaml speaks English only.
    Text message = parser_.problem == nullptr ? Said("cannot be read", "il est illisible")
                                              : Said("{0}", "« {0} »", parser_.problem);
    if (parser_.context != nullptr) {
      message += Said(", {0} that begins at line {1}", ", « {0} » à partir de la ligne {1}",
                      parser_.context, parser_.context_mark.line + 1);
    }
    Report(PlaceOf(parser_.problem_mark),
           Said("not YAML: {0}", "le texte n'est pas du YAML : {0}", message));
    return false;
  }

  bool ReadStream(YamlNode& root) {
    Event stream_start;
    Event document_start;
    if (!Next(stream_start) || !Next(document_start)) return false;
    if (document_start->type != YAML_DOCUMENT_START_EVENT) {
      Report({}, Said("the file is empty", "le fichier est vide"));
      return false;
    }
    const auto& start = document_start->data.document_start;
    if (start.version_directive != nullptr ||
        start.tag_directives.start != start.tag_directives.end) {
      Report({}, Said("directives (%YAML, %TAG) are not allowed",
                      "les directives (%YAML, %TAG) ne sont pas admises"));
    }
    Event first;
    Event document_end;
    Event after;
    if (!Next(first) || !ReadNode(*first.get(), 1, root)) return false;
    if (!Next(document_end) || !Next(after)) return false;
    if (after->type != YAML_STREAM_END_EVENT) {
      Report(PlaceOf(after->start_mark),
             Said("a second document begins here; a file holds one",
                  "un second document commence ici ; un fichier n'en contient qu'un"));
    }
    return true;
  }

  // Whether the node may be kept; reports anchors and tags.
  bool CheckDecoration(YamlPlace place, const yaml_char_t* anchor, const yaml_char_t* tag) {
    if (anchor != nullptr) {
      Report(place, Said("anchors (&) are not allowed; write the value where it is used",
                         "les ancres (&) ne sont pas admises ; écrivez la valeur là où elle sert"));
    }
    if (tag != nullptr)
      Report(place, Said("tags (!) are not allowed; every value is text",
                         "les étiquettes (!) ne sont pas admises ; toute valeur est du texte"));
    return anchor == nullptr && tag == nullptr;
  }

  bool ReadNode(const yaml_event_t& event, int depth, YamlNode& node) {
    node.place = PlaceOf(event.start_mark);
    if (depth > kYamlDepthMax || ++node_count_ > kYamlNodesMax) {
      Report(node.place, depth > kYamlDepthMax
                             ? Said("nested more than {0} deep",
                                    "plus de {0} niveaux d'imbrication", kYamlDepthMax)
                             : Said("more than {0} values", "plus de {0} valeurs", kYamlNodesMax));
      return false;
    }
    switch (event.type) {
      case YAML_SCALAR_EVENT:
        ReadScalar(event, node);
        return true;
      case YAML_SEQUENCE_START_EVENT: {
        const auto& data = event.data.sequence_start;
        CheckDecoration(node.place, data.anchor, data.tag);
        node.kind = YamlNode::Kind::kSequence;
        return ReadItems(depth, node);
      }
      case YAML_MAPPING_START_EVENT: {
        const auto& data = event.data.mapping_start;
        CheckDecoration(node.place, data.anchor, data.tag);
        node.kind = YamlNode::Kind::kMapping;
        return ReadEntries(depth, node);
      }
      case YAML_ALIAS_EVENT:
        Report(node.place,
               Said("aliases (*) are not allowed; write the value where it is used",
                    "les alias (*) ne sont pas admis ; écrivez la valeur là où elle sert"));
        node.kind = YamlNode::Kind::kBroken;
        return true;
      case YAML_NO_EVENT:
      case YAML_STREAM_START_EVENT:
      case YAML_STREAM_END_EVENT:
      case YAML_DOCUMENT_START_EVENT:
      case YAML_DOCUMENT_END_EVENT:
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        break;
    }
    Report(node.place, Said("a value is missing", "une valeur manque"));
    return false;
  }

  void ReadScalar(const yaml_event_t& event, YamlNode& node) {
    const auto& scalar = event.data.scalar;
    const bool kept = CheckDecoration(node.place, scalar.anchor, scalar.tag);
    node.kind = kept ? YamlNode::Kind::kScalar : YamlNode::Kind::kBroken;
    node.plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
    node.text.assign(reinterpret_cast<const char*>(scalar.value), scalar.length);
  }

  bool ReadItems(int depth, YamlNode& node) {
    while (true) {
      Event event;
      if (!Next(event)) return false;
      if (event->type == YAML_SEQUENCE_END_EVENT) return true;
      node.items.emplace_back();
      if (!ReadNode(*event.get(), depth + 1, node.items.back())) return false;
    }
  }

  bool ReadEntries(int depth, YamlNode& node) {
    std::map<std::string, YamlPlace> seen;
    while (true) {
      Event event;
      if (!Next(event)) return false;
      if (event->type == YAML_MAPPING_END_EVENT) return true;
      YamlNode key;
      YamlNode value;
      if (!ReadNode(*event.get(), depth + 1, key)) return false;
      Event value_event;
      if (!Next(value_event) || !ReadNode(*value_event.get(), depth + 1, value)) return false;
      if (key.kind == YamlNode::Kind::kBroken) continue;
      if (key.kind != YamlNode::Kind::kScalar) {
        Report(key.place, Said("a key is a single word, not a list or a mapping",
                               "une clé est un mot seul, et non une liste ou un ensemble de clés"));
        continue;
      }
      const auto [first, is_new] = seen.emplace(key.text, key.place);
      if (!is_new) {
        Report(key.place,
               Said("the key \"{0}\" is given twice; it was first given at line {1}",
                    "la clé « {0} » est donnée deux fois ; elle figure déjà à la ligne {1}",
                    key.text, first->second.line));
        continue;
      }
      node.entries.push_back({std::move(key.text), key.place, std::move(value)});
    }
  }

  yaml_parser_t parser_{};
  bool ready_ = false;
  std::size_t node_count_ = 0;
  std::vector<RulesProblem> problems_;
};

}  // namespace

YamlTree ReadYaml(std::string_view text, std::size_t size_bytes_max) {
  YamlTree tree;
  if (text.size() > size_bytes_max) {
    tree.problems.push_back(
        {1, 1,
         Said("the file has {0} bytes; at most {1} are read",
              "le fichier fait {0} octets ; le maximum est de {1}", text.size(), size_bytes_max)});
    return tree;
  }
  if (auto bad = FindBadCharacter(text)) {
    tree.problems.push_back(std::move(*bad));
    return tree;
  }
  return Builder(text).Build();
}

}  // namespace cartulary
