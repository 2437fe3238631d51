#include "cli/json/read.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "cli/moment.h"
#include "cli/output/text.h"

namespace cartulary::cli {
namespace {

using Kind = JsonValue::Kind;

std::string Shown(const std::string& text) { return "\"" + Shortened(text) + "\""; }

constexpr const char* kBlanks = " \t";

bool LooksLikeId(std::string_view text) {
  std::array<std::uint8_t, 16> bytes{};
  const bool letter =
      !text.empty() && (('A' <= text[0] && text[0] <= 'Z') || ('a' <= text[0] && text[0] <= 'z'));
  return letter && text.size() > 2 && text[1] == '-' &&
         FromHex(text.substr(2), bytes.data(), bytes.size());
}

}  // namespace

std::string WhyNoNumber(std::string_view text) {
  constexpr std::size_t kNumberBytesMax = 100;
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos || text.size() > kNumberBytesMax) {
    return "a number has 1 to " + std::to_string(kNumberBytesMax) + " bytes";
  }
  const std::string_view number = text.substr(first, text.find_last_not_of(kBlanks) + 1 - first);
  const char* taken_for = number.starts_with("row:") ? "the name of a row"
                          : LooksLikeId(number)      ? "an id of the program"
                                                     : nullptr;
  if (taken_for == nullptr) return "";
  return "\"" + Shortened(number) + "\" would be taken for " + taken_for +
         "; give the number as it is on the card";
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

void FactReader::Report(const JsonValue& json, std::string message) {
  problems_.push_back({json.offset, path_, std::move(message), /*unknown_name=*/false});
}

void FactReader::ReportUnknownName(const JsonValue& json, std::string message) {
  problems_.push_back({json.offset, path_, std::move(message), /*unknown_name=*/true});
}

bool FactReader::IsKind(const JsonValue& json, Kind kind) {
  if (json.kind == kind) return true;
  Report(json,
         "is " + std::string(NameOf(json.kind)) + "; " + std::string(NameOf(kind)) + " is wanted");
  return false;
}

const std::string* FactReader::TextOf(const JsonValue& json, std::string_view wanted) {
  if (json.kind == Kind::kText || json.kind == Kind::kBare) return &json.text;
  Report(json, "is " + std::string(NameOf(json.kind)) + "; " + std::string(wanted) +
                   ", as a text in quotes, is wanted");
  return nullptr;
}

std::optional<std::uint64_t> FactReader::NumberOf(const JsonValue& json, std::uint64_t max) {
  std::uint64_t value = 0;
  const char* end = json.text.data() + json.text.size();
  const bool number = json.kind == Kind::kNumber || json.kind == Kind::kBare;
  if (!number || json.text.empty()) {
    Report(json, "is " + std::string(NameOf(json.kind)) + "; a whole number is wanted");
    return std::nullopt;
  }
  const auto parsed = std::from_chars(json.text.data(), end, value);
  if (parsed.ec != std::errc() || parsed.ptr != end || value > max) {
    Report(json, Shortened(json.text) + " is no whole number from 0 to " + std::to_string(max));
    return std::nullopt;
  }
  return value;
}

void FactReader::ReadSubject(const JsonValue& json, StreamKind kind, std::string_view wanted,
                             Subject& subject) {
  const std::string* text = TextOf(json, wanted);
  if (text == nullptr) return;
  auto found = names_.FindSubject(kind, *text);
  if (const auto* known = std::get_if<Subject>(&found)) {
    subject = *known;
  } else {
    ReportUnknownName(json, std::get<std::string>(found));
  }
}

void FactReader::Read(const JsonValue& json, LearnerId& learner) {
  Subject subject;
  ReadSubject(json, StreamKind::kLearner, "a student number or id", subject);
  learner = IdFrom<LearnerId>(subject);
  owner_ = subject;
}

void FactReader::Read(const JsonValue& json, PersonId& person) {
  Subject subject;
  ReadSubject(json, StreamKind::kPerson, "a staff number or id", subject);
  person = IdFrom<PersonId>(subject);
}

void FactReader::Read(const JsonValue& json, JuryId& jury) {
  Subject subject;
  ReadSubject(json, StreamKind::kJury, "the code or id of a session", subject);
  jury = IdFrom<JuryId>(subject);
}

void FactReader::Read(const JsonValue& json, EnrolmentId& enrolment) {
  if (json.kind != Kind::kNumber && TextOf(json, "an enrolment (1, 2 … or its id)") == nullptr) {
    return;
  }
  if (type_ == FactType::kEnrolmentOpened && !is_replacement_) {
    if (const auto id = ParseId<EnrolmentTag>(json.text))
      enrolment = *id;
    else
      Report(json, "a new enrolment gets its id from the program; leave it out");
    return;
  }
  auto found = names_.FindEnrolment(owner_, json.text);
  if (const auto* known = std::get_if<EnrolmentId>(&found))
    enrolment = *known;
  else
    ReportUnknownName(json, std::get<std::string>(found));
}

namespace {

template <typename Tag>
void ReadId(FactReader& reader, const JsonValue& json, const std::string* text, Id<Tag>& id) {
  if (text == nullptr) return;
  if (const auto parsed = ParseId<Tag>(*text))
    id = *parsed;
  else
    reader.Report(json,
                  Shown(*text) + " is no id; write " + Tag::kLetter + "- and 32 digits 0-9a-f");
}

}  // namespace

void FactReader::Read(const JsonValue& json, GroupId& group) {
  ReadId(*this, json, TextOf(json, "an id"), group);
}
void FactReader::Read(const JsonValue& json, LogOrigin& origin) {
  ReadId(*this, json, TextOf(json, "an id"), origin);
}
void FactReader::Read(const JsonValue& json, CorrelationId& correlation) {
  ReadId(*this, json, TextOf(json, "an id"), correlation);
}

void FactReader::Read(const JsonValue& json, Hash& hash) {
  const std::string* text = TextOf(json, "a SHA-256");
  if (text == nullptr) return;
  if (const auto parsed = ParseHash(*text))
    hash = *parsed;
  else
    Report(json, Shown(*text) + " is no SHA-256: 64 digits 0-9a-f");
}

void FactReader::Read(const JsonValue& json, Lookup& lookup) {
  const std::string* text = TextOf(json, "a number");
  if (text == nullptr) return;
  const std::string why = WhyNoNumber(*text);
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
  if (const auto* why = std::get_if<std::string>(&found)) {
    ReportUnknownName(json, *why);
  } else if (std::get<EventRef>(found).subject != owner_) {
    Report(json, Shown(json.text) + " is an event of another subject; one of the same is wanted");
  } else {
    version = std::get<EventRef>(found).version;
  }
}

void FactReader::Read(const JsonValue& json, EventRef& event) {
  const std::string* text = TextOf(json, "an event (row:ID or WHO@VERSION)");
  if (text == nullptr) return;
  auto found = names_.FindEvent(*text);
  if (const auto* known = std::get_if<EventRef>(&found))
    event = *known;
  else
    ReportUnknownName(json, std::get<std::string>(found));
}

void FactReader::Read(const JsonValue& json, Date& date) {
  const std::string* text = TextOf(json, "a date");
  if (text == nullptr) return;
  if (const auto parsed = Date::Parse(*text))
    date = *parsed;
  else
    Report(json, Shown(*text) + " " + WhyNoDate(*text));
}

void FactReader::Read(const JsonValue& json, TimeOfDay& time) {
  const std::string* text = TextOf(json, "a time");
  if (text == nullptr) return;
  if (const auto parsed = TimeOfDay::Parse(*text))
    time = *parsed;
  else
    Report(json, Shown(*text) + " is no time of day; write HH:MM");
}

void FactReader::Read(const JsonValue& json, AcademicYear& year) {
  const std::string* text = TextOf(json, "an academic year");
  if (text == nullptr) return;
  if (const auto parsed = AcademicYear::Parse(*text))
    year = *parsed;
  else
    Report(json, Shown(*text) + " " + WhyNoAcademicYear(*text));
}

void FactReader::Read(const JsonValue& json, Decimal& decimal) {
  // From the digits as they were written: a double would not hold 9.58.
  if (json.kind != Kind::kNumber && TextOf(json, "a number") == nullptr) return;
  if (const auto parsed = Decimal::Parse(json.text))
    decimal = *parsed;
  else
    Report(json, Shown(json.text) + " is no number with at most two places; write it as 12.5");
}

void FactReader::Read(const JsonValue& json, std::string& text) {
  const std::string* written = TextOf(json, "a text");
  if (written == nullptr) return;
  if (written->size() > kSealedTextBytesMax) {
    Report(json, "has " + std::to_string(written->size()) + " bytes; at most " +
                     std::to_string(kSealedTextBytesMax) + " are allowed");
  } else if (HoldsControl(*written)) {
    Report(json, Shown(*written) + " holds a control character; remove it");
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
    Report(json, "\"type\" is missing: the type of the fact corrected");
    return;
  }
  {
    const Step step(*this, "type");
    name = TextOf(*type, "the type of a fact");
    if (name == nullptr) return;
    const auto made = MakeFact(*name);
    const bool plain = made && InfoOf(*made).type != FactType::kFactCorrected &&
                       InfoOf(*made).type != FactType::kFactVoided;
    if (!plain) {
      Report(*type, Shown(*name) + " is no type of fact; " + Suggestion(*name, FactNames()));
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
    Report(value, "is not known here; " + Suggestion(name, known));
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
