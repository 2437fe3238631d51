// Strict JSON into facts, derived from Fields. Everything wrong with a value is reported, each with
// its path; a field is set only if what was read is right.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "cli/did_you_mean.h"
#include "cli/json/fields.h"
#include "cli/json/names.h"
#include "cli/json/value.h"

namespace cartulary::cli {

// Why this is no student, staff or certificate number; empty if it is one. Blanks around it do not
// count.
Text WhyNoNumber(std::string_view text);

// Something wrong with a value, or (offset of the object) with a member that is not there.
struct FieldProblem {
  std::size_t offset = 0;
  std::string path;
  Text message;
  bool unknown_name = false;  // The form is right, but it names nothing.
};

// Reads values one after another. Not thread-safe. Names outlive it.
class FactReader {
 public:
  // `subject` is whose enrolments and versions a bare ordinal or version speaks of.
  FactReader(Names& names, FactType type, Subject subject)
      : names_(names), type_(type), owner_(subject) {}

  // Reads the members of an object. Members that are no fields of T and not in `others` are wrong.
  template <HasFields T>
  void ReadObject(const JsonValue& object, T& value, const std::vector<std::string_view>& others);

  std::vector<FieldProblem>& problems() { return problems_; }
  // The number behind the fact's lookup, as it was written.
  const std::optional<std::string>& number() const { return number_; }

  // One overload for each type of field.
  template <typename Tag>
  void Read(const JsonValue& json, Code<Tag>& code);
  void Read(const JsonValue& json, LearnerId& learner);
  void Read(const JsonValue& json, PersonId& person);
  void Read(const JsonValue& json, JuryId& jury);
  void Read(const JsonValue& json, EnrolmentId& enrolment);
  void Read(const JsonValue& json, GroupId& group);
  void Read(const JsonValue& json, LogOrigin& origin);
  void Read(const JsonValue& json, CorrelationId& correlation);
  void Read(const JsonValue& json, Hash& hash);
  void Read(const JsonValue& json, Lookup& lookup);
  void Read(const JsonValue& json, Version& version);
  void Read(const JsonValue& json, EventRef& event);
  void Read(const JsonValue& json, Date& date);
  void Read(const JsonValue& json, TimeOfDay& time);
  void Read(const JsonValue& json, AcademicYear& year);
  void Read(const JsonValue& json, Decimal& decimal);
  void Read(const JsonValue& json, std::string& text);
  void Read(const JsonValue& json, bool& truth);
  void Read(const JsonValue& json, PlainFact& fact);
  template <Unsigned Number>
  void Read(const JsonValue& json, Number& number);
  template <NamedEnum E>
  void Read(const JsonValue& json, E& value);
  template <typename T>
  void Read(const JsonValue& json, std::optional<T>& value);
  template <typename T>
  void Read(const JsonValue& json, std::vector<T>& list);
  template <HasFields T>
  void Read(const JsonValue& json, T& value) {
    ReadObject(json, value, {});
  }

  void Report(const JsonValue& json, Text message);
  void ReportUnknownName(const JsonValue& json, Text message);

  // Adds a name to the path of what is reported while it lives.
  class Step {
   public:
    Step(FactReader& reader, std::string_view name);
    Step(FactReader& reader, std::size_t position);
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;
    ~Step();

   private:
    FactReader& reader_;
    std::size_t length_;
  };

 private:
  // The text of a kText or kBare; otherwise reports what was wanted.
  const std::string* TextOf(const JsonValue& json, const Phrase& wanted);
  bool IsKind(const JsonValue& json, JsonValue::Kind kind);
  std::optional<std::uint64_t> NumberOf(const JsonValue& json, std::uint64_t max);
  void ReadSubject(const JsonValue& json, StreamKind kind, const Phrase& wanted, Subject& subject);
  void ReportUnknown(const JsonValue& object, const std::vector<std::string_view>& known);
  template <typename T>
  void FillIn(const JsonValue& object, std::string_view name, T& field, bool filled_in,
              std::string_view doc);

  Names& names_;
  FactType type_;
  Subject owner_;
  std::string path_;
  bool is_replacement_ = false;  // A replacement speaks of what is there already.
  std::optional<std::string> number_;
  std::vector<FieldProblem> problems_;
};

// Every name that may stand in "type", in their order.
const std::vector<std::string_view>& FactNames();

// A default fact of the type with this name.
std::optional<Fact> MakeFact(std::string_view name);

template <HasFields T>
void FactReader::ReadObject(const JsonValue& object, T& value,
                            const std::vector<std::string_view>& others) {
  if (!IsKind(object, JsonValue::Kind::kObject)) return;
  const Subject owner = owner_;  // A member that is a learner owns the members after it.
  std::vector<std::string_view> known = others;
  Fields(
      [&](std::string_view name, auto& field, std::string_view doc) {
        known.push_back(name);
        const JsonValue* member = object.Find(name);
        const Step step(*this, name);
        if (member == nullptr || member->kind == JsonValue::Kind::kNull) {
          FillIn(object, name, field, IsFilledIn<T>(name), doc);
        } else {
          Read(*member, field);
        }
      },
      value);
  owner_ = owner;
  ReportUnknown(object, known);
}

template <typename T>
void FactReader::FillIn(const JsonValue& object, std::string_view name, T& field, bool filled_in,
                        std::string_view doc) {
  if constexpr (std::is_same_v<T, EnrolmentId>) {
    if (type_ == FactType::kEnrolmentOpened && !is_replacement_) {
      field = names_.NewEnrolment();
      return;
    }
    auto found = names_.FindEnrolment(owner_, "");
    if (const auto* enrolment = std::get_if<EnrolmentId>(&found))
      field = *enrolment;
    else
      ReportUnknownName(object, std::get<Text>(found));
  } else if constexpr (requires {
                         typename T::value_type;
                         requires !std::is_same_v<T, std::string>;
                       }) {
    (void)field;  // An optional or a list: left as it is.
  } else if constexpr (!std::is_same_v<T, bool>) {
    if (!filled_in)
      Report(object, Text("manque : `cartulary help facts` décrit ce champ",
                          "is missing: " + std::string(doc)));
  }
  (void)name;
}

template <typename Tag>
void FactReader::Read(const JsonValue& json, Code<Tag>& code) {
  const std::string* text = TextOf(json, {"a code", "un code"});
  if (text == nullptr) return;
  auto parsed = Code<Tag>::Parse(*text);
  if (!parsed) {
    Report(json, Said("\"{0}\" is no code: up to {1} letters, digits and . _ : / @ + -, a letter "
                      "or digit first",
                      "« {0} » n'est pas un code : {1} caractères au plus, lettres, chiffres et . "
                      "_ : / @ + -, une lettre ou un chiffre d'abord",
                      *text, kCodeLengthMax));
    return;
  }
  code = *std::move(parsed);
}

template <Unsigned Number>
void FactReader::Read(const JsonValue& json, Number& number) {
  if (const auto value = NumberOf(json, std::numeric_limits<Number>::max())) {
    number = static_cast<Number>(*value);
  }
}

template <NamedEnum E>
void FactReader::Read(const JsonValue& json, E& value) {
  std::vector<std::string_view> names;
  for (const auto& entry : kEnumNames<E>) names.push_back(entry.name);
  const std::string* text = TextOf(json, {"a name", "un nom"});
  if (text == nullptr) return;
  if (const auto parsed = ParseEnum<E>(*text)) {
    value = *parsed;
  } else {
    Report(json, Said("\"{0}\" is not known; {1}", "« {0} » est inconnu ; {1}", *text,
                      Suggestion(*text, names)));
  }
}

template <typename T>
void FactReader::Read(const JsonValue& json, std::optional<T>& value) {
  Read(json, value.emplace());
}

template <typename T>
void FactReader::Read(const JsonValue& json, std::vector<T>& list) {
  if (!IsKind(json, JsonValue::Kind::kList)) return;
  if (json.items.size() > kListLengthMax) {
    Report(json,
           Said("has {0} items; at most {1} are allowed", "a {0} éléments ; {1} au plus sont admis",
                json.items.size(), kListLengthMax));
    return;
  }
  list.clear();
  for (std::size_t i = 0; i < json.items.size(); ++i) {
    const Step step(*this, i);
    Read(json.items[i], list.emplace_back());
  }
}

}  // namespace cartulary::cli
