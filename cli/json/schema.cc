#include "cli/json/schema.h"

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "cli/json/fields.h"
#include "cli/render/fact_words.h"

namespace cartulary::cli {
namespace {

Json Pattern(const char* pattern) { return {{"type", "string"}, {"pattern", pattern}}; }
Json Ref(std::string_view name) { return {{"$ref", "#/$defs/" + std::string(name)}}; }

// The schema of a field of each type. One overload for each type, as in describe.cc.
template <typename Tag>
Json SchemaOf(const Code<Tag>&) {
  return Ref("code");
}
Json SchemaOf(const LearnerId&) { return Ref("who"); }
Json SchemaOf(const PersonId&) { return Ref("who"); }
Json SchemaOf(const JuryId&) { return Ref("who"); }
Json SchemaOf(const EnrolmentId&) {
  return {{"anyOf", {Pattern("^(E-[0-9a-f]{32}|[1-9][0-9]*)$"), {{"type", "integer"}}}}};
}
template <typename Tag>
Json SchemaOf(const Id<Tag>&) {
  return Pattern("^[A-Z]-[0-9a-f]{32}$");
}
Json SchemaOf(const Hash&) { return Pattern("^[0-9a-f]{64}$"); }
Json SchemaOf(const Lookup&) { return {{"type", "string"}, {"minLength", 1}}; }
Json SchemaOf(const Version&) {
  return {{"anyOf", {{{"type", "integer"}, {"minimum", 0}}, Pattern("^(row:.+|[0-9]+)$")}}};
}
Json SchemaOf(const EventRef&) { return Pattern("^(row:.+|.+@[0-9]+)$"); }
Json SchemaOf(const Date&) { return Ref("date"); }
Json SchemaOf(const TimeOfDay&) { return Pattern("^[0-2][0-9]:[0-5][0-9]$"); }
Json SchemaOf(const AcademicYear&) { return Pattern("^[0-9]{4}-[0-9]{4}$"); }
Json SchemaOf(const Decimal&) { return Ref("decimal"); }
Json SchemaOf(const std::string&) { return {{"type", "string"}}; }
Json SchemaOf(const PlainFact&) { return {{"type", "object"}, {"required", {"type"}}}; }
template <std::same_as<bool> Bool>
Json SchemaOf(const Bool&) {
  return {{"type", "boolean"}};
}
template <Unsigned Number>
Json SchemaOf(const Number&) {
  return {{"type", "integer"}, {"minimum", 0}};
}
template <NamedEnum E>
Json SchemaOf(const E&) {
  Json names = Json::array();
  for (const auto& entry : kEnumNames<E>) names.push_back(std::string(entry.name));
  return {{"enum", names}};
}
template <HasFields T>
Json SchemaOf(const T&);
template <typename T>
Json SchemaOf(const std::vector<T>&) {
  return {{"type", "array"}, {"items", SchemaOf(T{})}, {"maxItems", kListLengthMax}};
}

// Collects the properties of an object and those that it needs.
class PropertyWriter {
 public:
  PropertyWriter(Json& properties, Json& required, bool (*is_filled_in)(std::string_view))
      : properties_(properties), required_(required), is_filled_in_(is_filled_in) {}

  template <typename T>
  void operator()(std::string_view name, const T& field, std::string_view doc) const {
    Add(name, SchemaOf(field), doc);
    if (!is_filled_in_(name) && !std::is_same_v<T, bool>) required_.push_back(std::string(name));
  }
  template <typename T>
  void operator()(std::string_view name, const std::optional<T>&, std::string_view doc) const {
    Add(name, SchemaOf(T{}), doc);
  }
  template <typename T>
  void operator()(std::string_view name, const std::vector<T>& field, std::string_view doc) const {
    Add(name, SchemaOf(field), doc);
  }

 private:
  void Add(std::string_view name, Json schema, std::string_view doc) const {
    schema["description"] = std::string(doc);
    properties_[std::string(name)] = std::move(schema);
  }

  Json& properties_;
  Json& required_;
  bool (*is_filled_in_)(std::string_view);
};

template <typename T>
Json ObjectSchema(Json properties, Json required) {
  T value{};
  Fields(PropertyWriter(properties, required, &IsFilledIn<T>), value);
  return {{"type", "object"},
          {"properties", std::move(properties)},
          {"required", std::move(required)},
          {"additionalProperties", false}};
}

template <HasFields T>
Json SchemaOf(const T&) {
  return ObjectSchema<T>(Json::object(), Json::array());
}

// What a row may hold beside the fields of its fact (docs/reference/import.md).
Json RowMembers() {
  return {{"id", {{"type", "string"}, {"minLength", 1}, {"maxLength", 128}}},
          {"subject", Ref("who")},
          {"effective", Ref("date")},
          {"entry", SchemaOf(EntryMode{})},
          {"reason", Ref("code")},
          {"reason_text", {{"type", "string"}, {"pattern", "\\S"}}},
          {"on_behalf_of", Ref("who")},
          {"approver",
           {{"type", "object"},
            {"properties", {{"person", Ref("who")}, {"role", SchemaOf(ActorRole{})}}},
            {"required", {"person", "role"}},
            {"additionalProperties", false}}},
          {"same_account", {{"type", "string"}, {"pattern", "\\S"}}},
          {"causation", SchemaOf(EventRef{})},
          {"correlation", SchemaOf(CorrelationId{})},
          {"evidence",
           {{"type", "array"},
            {"maxItems", kEvidencePerEventMax},
            {"items",
             {{"type", "object"},
              {"properties", {{"role", SchemaOf(EvidenceRole{})}, {"file", {{"type", "string"}}}}},
              {"required", {"role", "file"}},
              {"additionalProperties", false}}}}},
          {"comment", {{"type", "string"}}},
          {"identity", SchemaOf(Identity{})},
          {"contact", SchemaOf(ContactContent{})},
          {"health", SchemaOf(HealthContent{})},
          {"despite", {{"type", "array"}, {"items", Ref("code")}}}};
}

// Each description below `json`: of a field or, of the definition of a fact, of the fact.
void SayInFrench(Json& json, bool of_facts) {
  for (auto& [name, member] : json.items()) {
    if (name == "description" && member.is_string()) {
      const auto& english = member.get_ref<const std::string&>();
      member = std::string(of_facts ? FactDoc(Language::kFrench, english)
                                    : FieldDoc(Language::kFrench, english));
    } else if (member.is_structured()) {
      SayInFrench(member, /*of_facts=*/false);
    }
  }
}

Json EnglishSchema() {
  Json definitions = {
      {"code", {{"type", "string"}, {"pattern", "^[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,63}$"}}},
      {"who", {{"type", "string"}, {"minLength", 1}}},
      {"date",
       {{"type", "string"}, {"format", "date"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}},
      {"decimal", {{"anyOf", {{{"type", "number"}}, Pattern("^-?[0-9]+([.,][0-9]{1,2})?$")}}}}};
  Json members = Json::object();
  const Json of_rows = RowMembers();
  for (const auto& [name, schema] : of_rows.items()) {
    definitions["row_" + name] = schema;
    members[name] = Ref("row_" + name);
  }
  Json names = Json::array();
  Json choices = Json::array();
  ForEachFactType([&]<typename T>(const T&) {
    const std::string name(T::kInfo.name);
    Json properties = {{"type", {{"const", name}}}};
    properties.update(members);
    Json schema = ObjectSchema<T>(std::move(properties), Json::array({"type"}));
    schema["description"] = std::string(T::kInfo.doc);
    definitions[name] = std::move(schema);
    names.push_back(name);
    choices.push_back(
        {{"if", {{"properties", {{"type", {{"const", name}}}}}}}, {"then", Ref(name)}});
  });
  return {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
          {"title", "A row of record and import"},
          {"type", "object"},
          {"properties", {{"type", {{"enum", names}}}}},
          {"required", {"type"}},
          {"allOf", choices},
          {"$defs", definitions}};
}

}  // namespace

Json FactsSchema(Language language) {
  Json schema = EnglishSchema();
  if (language != Language::kFrench) return schema;
  schema["title"] = "Une ligne de record et d'import";
  for (auto& definition : schema["$defs"]) SayInFrench(definition, /*of_facts=*/true);
  return schema;
}

}  // namespace cartulary::cli
