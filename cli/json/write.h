// JSON of facts and events, derived from Fields. Members come in the order of the fields; an
// optional field without a value is left out.
#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "cli/json/fields.h"
#include "cli/output/rows.h"
#include "core/evaluate/reason.h"

namespace cartulary::cli {

template <typename Tag>
Json JsonOf(const Code<Tag>& code) {
  return code.text;
}
template <typename Tag>
Json JsonOf(const Id<Tag>& id) {
  return ToText(id);
}
inline Json JsonOf(const Hash& hash) { return ToText(hash); }
inline Json JsonOf(const Lookup& lookup) { return ToText(lookup.hmac); }
inline Json JsonOf(Version version) { return version.value; }
inline Json JsonOf(Index index) { return index.value; }
inline Json JsonOf(const EventRef& ref) {
  return ToText(ref.subject) + "@" + std::to_string(ref.version.value);
}
inline Json JsonOf(Date date) { return ToText(date); }
inline Json JsonOf(TimeOfDay time) { return ToText(time); }
inline Json JsonOf(AcademicYear year) { return ToText(year); }
inline Json JsonOf(Decimal decimal) { return ToText(decimal); }  // A text, so that it stays exact.
inline Json JsonOf(Reason reason) { return std::string(ToName(reason)); }
inline Json JsonOf(const std::string& text) { return text; }
inline Json JsonOf(const Salt& salt) { return ToHex(salt.data(), salt.size()); }
template <std::same_as<bool> Bool>
Json JsonOf(Bool truth) {
  return truth;
}
template <Unsigned Number>
Json JsonOf(Number number) {
  return number;
}
template <NamedEnum E>
Json JsonOf(E value) {
  if (!IsKnown(value)) return static_cast<unsigned>(value);
  return std::string(ToName(value));
}
template <typename T>
Json JsonOf(const std::vector<T>& list);
template <HasFields T>
Json JsonOf(const T& value);
Json JsonOf(const PlainFact& fact);

// The id of a stream as people write it: "L-…" for a learner, "P-…", "J-…", or "S-…".
std::string IdText(StreamKind kind, const Subject& subject);

// The members of a value with fields, added to `object`.
template <HasFields T>
void AddFields(const T& value, Json& object);

class FieldsWriter {
 public:
  explicit FieldsWriter(Json& object) : object_(object) {}
  template <typename T>
  void operator()(std::string_view name, const T& field, std::string_view) const {
    object_[std::string(name)] = JsonOf(field);
  }
  template <typename T>
  void operator()(std::string_view name, const std::optional<T>& field, std::string_view) const {
    if (field) object_[std::string(name)] = JsonOf(*field);
  }

 private:
  Json& object_;
};

template <typename T>
Json JsonOf(const std::vector<T>& list) {
  Json items = Json::array();
  for (const T& item : list) items.push_back(JsonOf(item));
  return items;
}
template <HasFields T>
void AddFields(const T& value, Json& object) {
  Fields(FieldsWriter(object), value);
}
template <HasFields T>
Json JsonOf(const T& value) {
  Json object = Json::object();
  AddFields(value, object);
  return object;
}

// {"type": …, then its fields}.
Json JsonOf(const Fact& fact);

// The whole event, without what is sealed; `leaf_hash` is that of its stored message.
Json JsonOf(const Event& event, const Hash& leaf_hash);

}  // namespace cartulary::cli
