// The schema and core say the same: every enumeration, every fact type, every field.
#include <capnp/schema.h>
#include <gtest/gtest.h>

#include <cctype>
#include <set>
#include <string>
#include <string_view>

#include "core/facts/fact.h"
#include "schema/event.capnp.h"
#include "schema/facts.capnp.h"
#include "store/codec/fact_codec.h"

namespace cartulary {
namespace {

// "os_account" -> "osAccount", as Cap'n Proto has it.
std::string Camel(std::string_view name) {
  std::string camel;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool upper = i > 0 && name[i - 1] == '_';
    if (name[i] == '_') continue;
    camel += upper ? static_cast<char>(std::toupper(static_cast<unsigned char>(name[i]))) : name[i];
  }
  return camel;
}

template <NamedEnum E>
void ExpectSameEnum() {
  const auto schema = capnp::Schema::from<decltype(SchemaOf(E{}))>();
  const std::string name = schema.getShortDisplayName().cStr();
  const auto enumerants = schema.getEnumerants();
  ASSERT_EQ(enumerants.size(), kEnumNames<E>.size() + 1) << name;
  EXPECT_EQ(std::string(enumerants[0].getProto().getName().cStr()), "none") << name;
  for (const auto& entry : kEnumNames<E>) {
    const auto number = static_cast<unsigned>(entry.value);
    ASSERT_LT(number, enumerants.size()) << name;
    EXPECT_EQ(std::string(enumerants[number].getProto().getName().cStr()), Camel(entry.name))
        << name;
  }
}

// Finds the enumerations among the fields of core, so that none is forgotten.
struct CheckEnums {
  template <typename T>
  void operator()(const char*, const T& value, const char*) {
    Check(value);
  }
  template <typename T>
  void Check(const std::optional<T>&) {
    Check(T{});
  }
  template <typename T>
  void Check(const std::vector<T>&) {
    Check(T{});
  }
  template <typename T>
  void Check(const T& value) {
    if constexpr (NamedEnum<T>) {
      ExpectSameEnum<T>();
    } else if constexpr (requires { Fields(*this, value); }) {
      Fields(*this, value);
    }
  }
};

TEST(SchemaTest, EveryEnumerationOfTheFactsIsThatOfCore) {
  ForEachFactType([](const auto& fact) { CheckEnums().Check(fact); });
}

TEST(SchemaTest, EveryEnumerationOfTheEnvelopeIsThatOfCore) {
  ExpectSameEnum<StreamKind>();
  ExpectSameEnum<ActorRole>();
  ExpectSameEnum<Assurance>();
  ExpectSameEnum<EntryMode>();
  ExpectSameEnum<SealedClass>();
  ExpectSameEnum<EvidenceRole>();
}

std::string LowerFirst(std::string_view name) {
  std::string text(name);
  text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  return text;
}

std::set<std::string> FieldsOf(capnp::StructSchema schema) {
  std::set<std::string> names;
  for (const auto field : schema.getFields()) names.insert(field.getProto().getName().cStr());
  return names;
}

TEST(SchemaTest, TheDiscriminantOfAFactIsItsTypeNumber) {
  const auto schema = capnp::Schema::from<schema::Fact>();
  EXPECT_EQ(schema.getFields().size(), std::variant_size_v<FactVariant> + 1);
  EXPECT_EQ(schema.getFieldByName("reserved").getProto().getDiscriminantValue(), 0);
  ForEachFactType([&](const auto& fact) {
    const auto field = schema.getFieldByName(LowerFirst(fact.kInfo.name));
    EXPECT_EQ(field.getProto().getDiscriminantValue(), static_cast<unsigned>(fact.kInfo.type))
        << fact.kInfo.name;
  });
}

TEST(SchemaTest, AFactHasTheFieldsThatCoreGivesIt) {
  const auto schema = capnp::Schema::from<schema::Fact>();
  ForEachFactType([&](const auto& fact) {
    std::set<std::string> names;
    Fields([&](const char* name, const auto&, const char*) { names.insert(Camel(name)); }, fact);
    const auto field = schema.getFieldByName(LowerFirst(fact.kInfo.name));
    EXPECT_EQ(FieldsOf(field.getType().asStruct()), names) << fact.kInfo.name;
  });
}

}  // namespace
}  // namespace cartulary
