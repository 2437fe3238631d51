#include "cli/render/fact_summary.h"

#include <concepts>
#include <string_view>
#include <type_traits>

#include "cli/json/fields.h"
#include "cli/render/fact_words.h"
#include "cli/render/words.h"

namespace cartulary::cli {
namespace {

constexpr std::size_t kListShown = 8;  // A longer list is only counted.

// The text of one field; empty for what a line does not show.
class Summary {
 public:
  Summary(const NamePerson& name, const NameEvent& event, Language language)
      : name_(name), event_(event), language_(language) {}

  template <std::same_as<bool> Bool>
  std::string Of(Bool value) const {
    return value ? Say(language_, "yes", "oui") : "";
  }
  template <Unsigned T>
  std::string Of(T value) const {
    return std::to_string(value);
  }
  std::string Of(Decimal value) const { return ToText(value); }
  std::string Of(Date value) const { return ToText(value); }
  std::string Of(TimeOfDay value) const { return ToText(value); }
  std::string Of(AcademicYear value) const { return ToText(value); }
  std::string Of(Version value) const { return event_(value); }
  std::string Of(const PersonId& person) const { return name_(person); }
  template <typename Tag>
  std::string Of(const Code<Tag>& code) const {
    return code.text;
  }
  template <NamedEnum E>
  std::string Of(E value) const {
    return Short(language_, value);
  }
  std::string Of(const EnrolmentId&) const { return ""; }
  std::string Of(const JuryId&) const { return ""; }
  template <typename Tag>
  std::string Of(const Id<Tag>& id) const {
    return ToText(id);
  }
  std::string Of(const Hash&) const { return ""; }
  std::string Of(const Lookup&) const { return ""; }
  std::string Of(const EventRef& event) const {
    return ToText(event.subject) + " #" + std::to_string(event.version.value);
  }
  template <typename T>
  std::string Of(const std::optional<T>& value) const {
    return value ? Of(*value) : "";
  }
  template <typename T>
  std::string Of(const std::vector<T>& list) const {
    const bool named = !std::is_same_v<T, MinutedDecision>;
    if (!list.empty() && (list.size() > kListShown || !named)) {
      return "(" + std::to_string(list.size()) + ")";
    }
    std::string text;
    for (const T& item : list) text += (text.empty() ? "" : " + ") + Of(item);
    return text;
  }
  // A part of a fact: its fields, one after the other.
  template <HasFields T>
  std::string Of(const T& part) const {
    std::string text;
    Fields(
        [&](const char*, const auto& field, const char*) {
          const std::string value = Of(field);
          if (!value.empty()) text += (text.empty() ? "" : " ") + value;
        },
        part);
    return text;
  }

  template <typename T>
  std::string OfFact(const T& fact) const {
    std::string text;
    Fields(
        [&](std::string_view field_name, const auto& field, std::string_view doc) {
          const std::string value = Of(field);
          if (value.empty()) return;
          const std::string label = FieldLabel(language_, field_name, doc);
          text += (text.empty() ? "" : ", ") + label + (label.empty() ? "" : " ") + value;
        },
        fact);
    return text;
  }

 private:
  const NamePerson& name_;
  const NameEvent& event_;
  Language language_;
};

}  // namespace

Text SummaryOf(const PlainFact& fact, const NamePerson& name, const NameEvent& event) {
  const auto in = [&](Language language) {
    return std::visit([&](const auto& f) { return Summary(name, event, language).OfFact(f); },
                      fact);
  };
  return {in(Language::kFrench), in(Language::kEnglish)};
}

}  // namespace cartulary::cli
