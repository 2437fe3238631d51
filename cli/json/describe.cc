#include "cli/json/describe.h"

#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

#include "cli/json/fields.h"

namespace cartulary::cli {
namespace {

// What a field of each type is called, for somebody who writes JSON. One overload for each type.
template <typename Tag>
std::string TypeName(const Code<Tag>&) {
  return "code";
}
std::string TypeName(const LearnerId&) { return "student number, or id"; }
std::string TypeName(const PersonId&) { return "staff number, or id"; }
std::string TypeName(const JuryId&) { return "code of a session, or id"; }
std::string TypeName(const EnrolmentId&) { return "1, 2 …, or id; the only one if left out"; }
std::string TypeName(const GroupId&) { return "id, `G-` and 32 digits"; }
std::string TypeName(const LogOrigin&) { return "id, `O-` and 32 digits"; }
std::string TypeName(const Hash&) { return "SHA-256, 64 digits"; }
std::string TypeName(const Lookup&) { return "the number itself; it is sealed"; }
std::string TypeName(const Version&) { return "version, or `row:ID`"; }
std::string TypeName(const EventRef&) { return "`row:ID` or `WHO@VERSION`"; }
std::string TypeName(const Date&) { return "date, `YYYY-MM-DD`"; }
std::string TypeName(const TimeOfDay&) { return "time, `HH:MM`"; }
std::string TypeName(const AcademicYear&) { return "academic year, `2024-2025`"; }
std::string TypeName(const Decimal&) { return "decimal, two places"; }
std::string TypeName(const std::string&) { return "text"; }
std::string TypeName(const PlainFact&) { return "a fact: its `type` and fields"; }
template <std::same_as<bool> Bool>
std::string TypeName(const Bool&) {
  return "true or false; false if left out";
}
template <Unsigned Number>
std::string TypeName(const Number&) {
  return "whole number";
}
template <NamedEnum E>
std::string TypeName(const E&) {
  std::string text;
  for (const auto& entry : kEnumNames<E>) {
    text += (text.empty() ? "`" : ", `") + std::string(entry.name) + "`";
  }
  return text;
}
template <HasFields T>
std::string TypeName(const T&);
template <typename T>
std::string TypeName(const std::vector<T>&) {
  return "list of: " + TypeName(T{});
}

// Of a field inside an object, what its name does not say: the values, or the fields again.
template <typename T>
std::string ValuesIn(const T& field) {
  if constexpr (NamedEnum<T>) return " (" + TypeName(field) + ")";
  if constexpr (HasFields<T>) return " " + TypeName(field);
  return "";
}
template <typename T>
std::string ValuesIn(const std::optional<T>&) {
  return ValuesIn(T{});
}
template <typename T>
std::string ValuesIn(const std::vector<T>&) {
  return ValuesIn(T{});
}

template <HasFields T>
std::string TypeName(const T&) {
  T value{};
  std::string text;
  Fields(
      [&](std::string_view name, const auto& field, std::string_view) {
        text += (text.empty() ? "`" : ", `") + std::string(name) + "`" + ValuesIn(field);
      },
      value);
  return "{" + text + "}";
}

class RowWriter {
 public:
  RowWriter(std::string& page, bool (*is_filled_in)(std::string_view))
      : page_(page), is_filled_in_(is_filled_in) {}

  template <typename T>
  void operator()(std::string_view name, const T& field, std::string_view doc) const {
    const bool left_out = is_filled_in_(name) || std::is_same_v<T, bool>;
    Add(name, TypeName(field), left_out ? "" : "yes", doc);
  }
  template <typename T>
  void operator()(std::string_view name, const std::optional<T>&, std::string_view doc) const {
    Add(name, TypeName(T{}), "", doc);
  }
  template <typename T>
  void operator()(std::string_view name, const std::vector<T>& field, std::string_view doc) const {
    Add(name, TypeName(field), "", doc);
  }

 private:
  void Add(std::string_view name, const std::string& type, std::string_view needed,
           std::string_view doc) const {
    page_ += "| `" + std::string(name) + "` | " + type + " | " + std::string(needed) + " | " +
             std::string(doc) + " |\n";
  }

  std::string& page_;
  bool (*is_filled_in_)(std::string_view);
};

template <typename T>
void AddTable(std::string& page) {
  T value{};
  page += "| field | is | needed | meaning |\n|---|---|---|---|\n";
  Fields(RowWriter(page, &IsFilledIn<T>), value);
  page += '\n';
}

template <typename T>
void AddFact(std::string& page) {
  page += "### " + std::string(T::kInfo.name) + "\n\n" + std::string(T::kInfo.doc) + " (" +
          std::string(T::kInfo.french) + ".) Effective: " + std::string(T::kInfo.effective) +
          ".\n\n";
  AddTable<T>(page);
}

std::string HeadingOf(StreamKind kind) {
  return "## " + std::string(ToName(kind)) + " (" + std::string(ToFrench(kind)) + ")\n\n";
}

}  // namespace

std::optional<std::string> DescribeFact(std::string_view name) {
  std::optional<std::string> page;
  ForEachFactType([&]<typename T>(const T&) {
    if (T::kInfo.name == name) AddFact<T>(page.emplace());
  });
  if (page) page->pop_back();
  return page;
}

std::string DescribeFacts() {
  std::string page =
      "# Facts\n\n"
      "Every type of fact, with the fields that `record` and `import` take. This page is what\n"
      "`cartulary help facts` prints; a test compares the two. `cartulary help facts TYPE` prints "
      "one\n"
      "type.\n\n"
      "A row is one JSON object on one line: `type`, `subject`, `effective` and the fields below.\n"
      "See [import.md](import.md) for what else a row may hold and for how people and events are\n"
      "named, and [acts.md](acts.md) for the type that records an act: to convene, to withdraw "
      "…\n\n"
      "Codes are letters, digits and `. _ : / @ + -`. A code of the rules (`block`, `competency`,\n"
      "`requirement`, `points`, a `body` and a `test` of their score tables) is written as the "
      "rules\n"
      "write it: `cartulary referential show` lists them. A `plan` is the code that an\n"
      "AssessmentPlanned gave; every other code is yours.\n\n";
  for (const auto& kind : kEnumNames<StreamKind>) {
    page += HeadingOf(kind.value);
    ForEachFactType([&]<typename T>(const T&) {
      if (T::kInfo.stream == kind.value) AddFact<T>(page);
    });
  }
  page += "## any stream\n\n";
  ForEachFactType([&]<typename T>(const T&) {
    if (!IsKnown(T::kInfo.stream)) AddFact<T>(page);
  });
  page +=
      "## Personal content\n\nStands beside a fact, and is sealed.\n\n"
      "### identity\n\n";
  AddTable<Identity>(page);
  page += "### contact\n\n";
  AddTable<ContactContent>(page);
  page += "### health\n\n";
  AddTable<HealthContent>(page);
  page.pop_back();
  return page;
}

}  // namespace cartulary::cli
