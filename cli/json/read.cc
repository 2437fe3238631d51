#include "cli/json/read.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "cli/moment.h"
#include "cli/output/text.h"

namespace cartulary::cli {
namespace {

using Kind = JsonValue::Kind;

constexpr const char* kBlanks = " \t";

bool LooksLikeId(std::string_view text) {
  std::array<std::uint8_t, 16> bytes{};
  const bool letter =
      !text.empty() && (('A' <= text[0] && text[0] <= 'Z') || ('a' <= text[0] && text[0] <= 'z'));
  return letter && text.size() > 2 && text[1] == '-' &&
         FromHex(text.substr(2), bytes.data(), bytes.size());
}

}  // namespace

Text WhyNoNumber(std::string_view text) {
  constexpr std::size_t kNumberBytesMax = 100;
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos || text.size() > kNumberBytesMax) {
    return Said("a number has 1 to {0} bytes", "un numéro a de 1 à {0} octets", kNumberBytesMax);
  }
  const std::string_view number = text.substr(first, text.find_last_not_of(kBlanks) + 1 - first);
  if (Printable(number) != number) {
    return Said("\"{0}\" holds a control character; give the number as it is on the card",
                "« {0} » contient un caractère de commande ; donnez le numéro tel qu'il est sur la "
                "carte",
                Shortened(number));
  }
  const bool row = number.starts_with("row:");
  if (!row && !LooksLikeId(number)) return {};
  return Said("\"{0}\" would be taken for {1}; give the number as it is on the card",
              "« {0} » serait pris pour {1} ; donnez le numéro tel qu'il est sur la carte",
              Shortened(number),
              row ? Said("the name of a row", "le nom d'une ligne")
                  : Said("an id of the program", "un identifiant du programme"));
}

FactReader::Step::Step(FactReader& reader, std::string_view name)
    : reader_(reader), length_(reader.path_.size()) {
  if (length_ > 0) reader_.path_ += '.';
  reader_.path_ += name;
}

FactReader::Step::Step(FactReader& reader, std::size_t position)
    : reader_(reader), length_(reader.path_.size()) {
  reader_.path_ += '[' + std::to_string(position) + ']';
}

FactReader::Step::~Step() { reader_.path_.resize(length_); }

void FactReader::Report(const JsonValue& json, Text message) {
  problems_.push_back({json.offset, path_, std::move(message), /*unknown_name=*/false});
}

void FactReader::ReportUnknownName(const JsonValue& json, Text message) {
  problems_.push_back({json.offset, path_, std::move(message), /*unknown_name=*/true});
}

bool FactReader::IsKind(const JsonValue& json, Kind kind) {
  if (json.kind == kind) return true;
  Report(json,
         Said("is {0}; {1} is wanted", "est {0} ; il faut {1}", NameOf(json.kind), NameOf(kind)));
  return false;
}

const std::string* FactReader::TextOf(const JsonValue& json, const Phrase& wanted) {
  if (json.kind == Kind::kText || json.kind == Kind::kBare) return &json.text;
  Report(json, Said("is {0}; {1}, as a text in quotes, is wanted",
                    "est {0} ; il faut {1}, en texte entre guillemets", NameOf(json.kind), wanted));
  return nullptr;
}

std::optional<std::uint64_t> FactReader::NumberOf(const JsonValue& json, std::uint64_t max) {
  std::uint64_t value = 0;
  const char* end = json.text.data() + json.text.size();
  const bool number = json.kind == Kind::kNumber || json.kind == Kind::kBare;
  if (!number || json.text.empty()) {
    Report(json, Said("is {0}; a whole number is wanted", "est {0} ; il faut un nombre entier",
                      NameOf(json.kind)));
    return std::nullopt;
  }
  const auto parsed = std::from_chars(json.text.data(), end, value);
  if (parsed.ec != std::errc() || parsed.ptr != end || value > max) {
    Report(json, Said("{0} is no whole number from 0 to {1}",
                      "{0} n'est pas un nombre entier de 0 à {1}", Shortened(json.text), max));
    return std::nullopt;
  }
  return value;
}

void FactReader::ReadSubject(const JsonValue& json, StreamKind kind, const Phrase& wanted,
                             Subject& subject) {
  const std::string* text = TextOf(json, wanted);
  if (text == nullptr) return;
  auto found = names_.FindSubject(kind, *text);
  if (const auto* known = std::get_if<Subject>(&found)) {
    subject = *known;
  } else {
    ReportUnknownName(json, std::get<Text>(found));
  }
}

void FactReader::Read(const JsonValue& json, LearnerId& learner) {
  Subject subject;
  ReadSubject(json, StreamKind::kLearner,
              {"a student number or id", "un numéro d'étudiant ou un identifiant"}, subject);
  learner = IdFrom<LearnerId>(subject);
  owner_ = subject;
}

void FactReader::Read(const JsonValue& json, PersonId& person) {
  Subject subject;
  ReadSubject(json, StreamKind::kPerson, {"a staff number or id", "un matricule ou un identifiant"},
              subject);
  person = IdFrom<PersonId>(subject);
}

void FactReader::Read(const JsonValue& json, JuryId& jury) {
  Subject subject;
  ReadSubject(json, StreamKind::kJury,
              {"the code or id of a session", "le code ou l'identifiant d'une session"}, subject);
  jury = IdFrom<JuryId>(subject);
}

void FactReader::Read(const JsonValue& json, EnrolmentId& enrolment) {
  if (json.kind != Kind::kNumber &&
      TextOf(json, {"an enrolment (1, 2 … or its id)",
                    "une inscription (1, 2 … ou son identifiant)"}) == nullptr) {
    return;
  }
  if (type_ == FactType::kEnrolmentOpened && !is_replacement_) {
    if (const auto id = ParseId<EnrolmentTag>(json.text))
      enrolment = *id;
    else
      Report(json,
             Said("a new enrolment gets its id from the program; leave it out",
                  "une nouvelle inscription reçoit son identifiant du programme ; omettez-le"));
    return;
  }
  auto found = names_.FindEnrolment(owner_, json.text);
  if (const auto* known = std::get_if<EnrolmentId>(&found))
    enrolment = *known;
  else
    ReportUnknownName(json, std::get<Text>(found));
}

namespace {

template <typename Tag>
void ReadId(FactReader& reader, const JsonValue& json, const std::string* text, Id<Tag>& id) {
  if (text == nullptr) return;
  if (const auto parsed = ParseId<Tag>(*text))
    id = *parsed;
  else
    reader.Report(json,
                  Said("\"{0}\" is no id; write {1}- and 32 digits 0-9a-f",
                       "« {0} » n'est pas un identifiant ; écrivez {1}- et 32 chiffres 0-9a-f",
                       Shortened(*text), std::string(1, Tag::kLetter)));
}

}  // namespace

void FactReader::Read(const JsonValue& json, GroupId& group) {
  ReadId(*this, json, TextOf(json, {"an id", "un identifiant"}), group);
}
void FactReader::Read(const JsonValue& json, LogOrigin& origin) {
  ReadId(*this, json, TextOf(json, {"an id", "un identifiant"}), origin);
}
void FactReader::Read(const JsonValue& json, CorrelationId& correlation) {
  ReadId(*this, json, TextOf(json, {"an id", "un identifiant"}), correlation);
}

void FactReader::Read(const JsonValue& json, Hash& hash) {
  const std::string* text = TextOf(json, {"a SHA-256", "un SHA-256"});
  if (text == nullptr) return;
  if (const auto parsed = ParseHash(*text))
    hash = *parsed;
  else
    Report(json, Said("\"{0}\" is no SHA-256: 64 digits 0-9a-f",
                      "« {0} » n'est pas un SHA-256 : 64 chiffres 0-9a-f", Shortened(*text)));
}

void FactReader::Read(const JsonValue& json, Lookup& lookup) {
  const std::string* text = TextOf(json, {"a number", "un numéro"});
  if (text == nullptr) return;
  const Text why = WhyNoNumber(*text);
  if (!why.empty()) {
    Report(json, why);
    return;
  }
  const auto first = text->find_first_not_of(kBlanks);
  number_ = text->substr(first, text->find_last_not_of(kBlanks) + 1 - first);
  lookup = names_.LookupOf(type_, *number_);
}

void FactReader::Read(const JsonValue& json, Version& version) {
  const bool names_event = json.kind == Kind::kText || json.kind == Kind::kBare;
  if (!names_event || json.text.find_first_not_of("0123456789") == std::string::npos) {
    if (const auto value = NumberOf(json, std::numeric_limits<std::uint64_t>::max() / 2)) {
      version = Version{*value};
    }
    return;
  }
  auto found = names_.FindEvent(json.text);
  if (const auto* why = std::get_if<Text>(&found)) {
    ReportUnknownName(json, *why);
  } else if (std::get<EventRef>(found).subject != owner_) {
    Report(json, Said("\"{0}\" is an event of another subject; one of the same is wanted",
                      "« {0} » est un événement d'un autre sujet ; il en faut un du même",
                      Shortened(json.text)));
  } else {
    version = std::get<EventRef>(found).version;
  }
}

void FactReader::Read(const JsonValue& json, EventRef& event) {
  const std::string* text =
      TextOf(json, {"an event (row:ID or WHO@VERSION)", "un événement (row:ID ou QUI@VERSION)"});
  if (text == nullptr) return;
  auto found = names_.FindEvent(*text);
  if (const auto* known = std::get_if<EventRef>(&found))
    event = *known;
  else
    ReportUnknownName(json, std::get<Text>(found));
}

void FactReader::Read(const JsonValue& json, Date& date) {
  const std::string* text = TextOf(json, {"a date", "une date"});
  if (text == nullptr) return;
  if (const auto parsed = Date::Parse(*text))
    date = *parsed;
  else
    Report(json, Said("\"{0}\" {1}", "« {0} » {1}", Shortened(*text), WhyNoDate(*text)));
}

void FactReader::Read(const JsonValue& json, TimeOfDay& time) {
  const std::string* text = TextOf(json, {"a time", "une heure"});
  if (text == nullptr) return;
  if (const auto parsed = TimeOfDay::Parse(*text))
    time = *parsed;
  else
    Report(json, Said("\"{0}\" is no time of day; write HH:MM",
                      "« {0} » n'est pas une heure ; écrivez HH:MM", Shortened(*text)));
}

void FactReader::Read(const JsonValue& json, AcademicYear& year) {
  const std::string* text = TextOf(json, {"an academic year", "une année universitaire"});
  if (text == nullptr) return;
  if (const auto parsed = AcademicYear::Parse(*text))
    year = *parsed;
  else
    Report(json, Said("\"{0}\" {1}", "« {0} » {1}", Shortened(*text), WhyNoAcademicYear(*text)));
}

void FactReader::Read(const JsonValue& json, Decimal& decimal) {
  // From the digits as they were written: a double would not hold 9.58.
  if (json.kind != Kind::kNumber && TextOf(json, {"a number", "un nombre"}) == nullptr) return;
  if (const auto parsed = Decimal::Parse(json.text))
    decimal = *parsed;
  else
    Report(json, Said("\"{0}\" is no number with at most two places; write it as 12.5",
                      "« {0} » n'est pas un nombre à deux décimales au plus ; écrivez 12.5",
                      Shortened(json.text)));
}

void FactReader::Read(const JsonValue& json, std::string& text) {
  const std::string* written = TextOf(json, {"a text", "un texte"});
  if (written == nullptr) return;
  if (written->size() > kSealedTextBytesMax) {
    Report(json,
           Said("has {0} bytes; at most {1} are allowed", "a {0} octets ; {1} au plus sont admis",
                written->size(), kSealedTextBytesMax));
  } else if (HoldsControl(*written)) {
    Report(json,
           Said("\"{0}\" holds a control character; remove it",
                "« {0} » contient un caractère de commande ; retirez-le", Shortened(*written)));
  } else {
    text = *written;
  }
}

void FactReader::Read(const JsonValue& json, bool& truth) {
  if (json.kind == Kind::kBare && (json.text == "true" || json.text == "false")) {
    truth = json.text == "true";
  } else if (IsKind(json, Kind::kBool)) {
    truth = json.truth;
  }
}

void FactReader::Read(const JsonValue& json, PlainFact& fact) {
  if (!IsKind(json, Kind::kObject)) return;
  const JsonValue* type = json.Find("type");
  const std::string* name = nullptr;
  if (type == nullptr) {
    Report(json, Said("\"type\" is missing: the type of the fact corrected",
                      "« type » manque : le type du fait corrigé"));
    return;
  }
  {
    const Step step(*this, "type");
    name = TextOf(*type, {"the type of a fact", "le type d'un fait"});
    if (name == nullptr) return;
    const auto made = MakeFact(*name);
    const bool plain = made && InfoOf(*made).type != FactType::kFactCorrected &&
                       InfoOf(*made).type != FactType::kFactVoided;
    if (!plain) {
      Report(*type,
             Said("\"{0}\" is no type of fact; {1}", "« {0} » n'est pas un type de fait ; {1}",
                  Shortened(*name), Suggestion(*name, FactNames())));
      return;
    }
  }
  const FactType outer = type_;
  is_replacement_ = true;
  ForEachFactType([&]<typename T>(T value) {
    if constexpr (std::is_constructible_v<PlainFact, T>) {
      if (T::kInfo.name != *name) return;
      type_ = T::kInfo.type;
      ReadObject(json, value, {"type"});
      fact = std::move(value);
    }
  });
  type_ = outer;
  is_replacement_ = false;
}

void FactReader::ReportUnknown(const JsonValue& object,
                               const std::vector<std::string_view>& known) {
  for (const auto& [name, value] : object.members) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const Step step(*this, name);
    Report(value, Said("is not known here; {0}", "est inconnu ici ; {0}", Suggestion(name, known)));
  }
}

const std::vector<std::string_view>& FactNames() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    ForEachFactType([&](const auto& fact) { all.push_back(fact.kInfo.name); });
    return all;
  }();
  return names;
}

std::optional<Fact> MakeFact(std::string_view name) {
  std::optional<Fact> made;
  ForEachFactType([&](auto fact) {
    if (fact.kInfo.name == name) made = std::move(fact);
  });
  return made;
}

}  // namespace cartulary::cli
