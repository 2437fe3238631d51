// JSON in and out, derived from Fields.
#include <gtest/gtest.h>

#include <map>

#include "cli/json/describe.h"
#include "cli/json/read.h"
#include "cli/json/schema.h"
#include "cli/json/value.h"
#include "cli/json/write.h"
#include "cli/moment.h"
#include "tests/support/sample.h"

namespace cartulary::cli {
namespace {

// Knows every id text, and nothing by number.
class IdNames final : public Names {
 public:
  Named<Subject> FindSubject(StreamKind kind, std::string_view written) override {
    const auto of = [&]<typename Tag>(std::optional<Id<Tag>> id) -> Named<Subject> {
      if (id) return SubjectOf(*id);
      return WordsOf("\"" + std::string(written) + "\" is not registered");
    };
    if (kind == StreamKind::kLearner) return of(ParseId<LearnerTag>(written));
    if (kind == StreamKind::kPerson) return of(ParseId<PersonTag>(written));
    return of(ParseId<JuryTag>(written));
  }
  Named<EnrolmentId> FindEnrolment(const Subject&, std::string_view written) override {
    if (const auto id = ParseId<EnrolmentTag>(written)) return *id;
    return WordsOf("there is no enrolment " + std::string(written));
  }
  Named<EventRef> FindEvent(std::string_view written) override {
    const auto at = written.find('@');
    const auto subject = ParseId<SubjectTag>(written.substr(0, at));
    if (!subject || at == std::string_view::npos) return WordsOf("there is no such event");
    return EventRef{*subject, Version{std::stoull(std::string(written.substr(at + 1)))}};
  }
  Lookup LookupOf(FactType, std::string_view number) override {
    Lookup lookup;
    (void)FromHex(number, lookup.hmac.bytes.data(), lookup.hmac.bytes.size());
    return lookup;
  }
  EnrolmentId NewEnrolment() override { return EnrolmentId{{9}}; }
};

JsonValue MustParse(std::string_view text) {
  auto parsed = ParseJson(text);
  EXPECT_TRUE(std::holds_alternative<JsonValue>(parsed)) << text;
  return std::get<JsonValue>(std::move(parsed));
}

struct ReadResult {
  AssessmentRecorded fact;
  std::map<std::string, std::string> problems;
};

ReadResult ReadAssessment(std::string_view text) {
  IdNames names;
  FactReader reader(names, FactType::kAssessmentRecorded, Subject{});
  ReadResult result;
  reader.ReadObject(MustParse(text), result.fact, {"type"});
  for (const auto& problem : reader.problems()) result.problems[problem.path] = problem.message.en;
  return result;
}

constexpr std::string_view kEnrolment = "E-00000000000000000000000000000001";

std::string Assessment(std::string_view more) {
  return R"({"enrolment":")" + std::string(kEnrolment) +
         R"(","plan":"BC01-EX1","session":"first","attempt":1,"status":"graded")" +
         std::string(more) + "}";
}

TEST(FactJsonTest, WhatIsWrittenIsReadBack) {
  IdNames names;
  ForEachFactType([&]<typename T>(T) {
    if constexpr (std::is_constructible_v<PlainFact, T>) {
      T fact{};
      sample::Filler(1, sample::Fill::kEverything).Set(fact);
      Json json = JsonOf(fact);
      FactReader reader(names, T::kInfo.type, Subject{});

      T read{};
      reader.ReadObject(MustParse(json.dump()), read, {});

      for (const auto& problem : reader.problems()) {
        ADD_FAILURE() << T::kInfo.name << ' ' << problem.path << ' ' << problem.message.en;
      }
      EXPECT_EQ(read, fact) << T::kInfo.name;
    }
  });
}

TEST(FactJsonTest, ADateOutOfRangeIsToldFromOneThatIsNone) {
  for (const char* day : {"1899-12-31", "2200-01-01", "0205-03-01", "2204-02-29"}) {
    EXPECT_NE(WhyNoDate(day).en.find("outside 1900-01-01"), std::string::npos) << day;
  }
  for (const char* none : {"2026-02-30", "2202-02-29", "x", "2026-1-1", "26-01-01", "١٩٩٩-01-01"}) {
    EXPECT_NE(WhyNoDate(none).en.find("is no date"), std::string::npos) << none;
  }
  EXPECT_NE(WhyNoAcademicYear("2199-2200").en.find("outside 1900-1901"), std::string::npos);
  EXPECT_NE(WhyNoAcademicYear("2024-2026").en.find("is no academic year"), std::string::npos);
}

TEST(FactJsonTest, GradesStayExact) {
  EXPECT_EQ(ReadAssessment(Assessment(R"(,"grade":9.58)")).fact.grade, Decimal{958});
  EXPECT_EQ(ReadAssessment(Assessment(R"(,"grade":"9,58")")).fact.grade, Decimal{958});
  EXPECT_EQ(ReadAssessment(Assessment(R"(,"grade":16.1)")).fact.grade, Decimal{1610});
  EXPECT_EQ(ReadAssessment(Assessment(R"(,"grade":12)")).fact.grade, Decimal::Of(12));
  EXPECT_EQ(ReadAssessment(Assessment(R"(,"grade":null)")).fact.grade, std::nullopt);
  for (const auto* wrong : {"9.581", "1e1", "12345678901", "\"12 \"", "true", "[]"}) {
    const auto read = ReadAssessment(Assessment(R"(,"grade":)" + std::string(wrong)));
    EXPECT_EQ(read.problems.count("grade"), 1u) << wrong;
  }
}

TEST(FactJsonTest, EverythingWrongIsReportedAtOnce) {
  const auto read = ReadAssessment(
      R"({"enrolment":"E-1","plan":"BC 01","session":"frist","attempt":256,"statu":"graded",)"
      R"("group":"G-1","assessors":["P-1",3],"accommodated":"yes"})");

  EXPECT_EQ(read.problems.size(), 10u);
  EXPECT_NE(read.problems.at("session").find("did you mean first? one of first, resit"),
            std::string::npos);
  EXPECT_EQ(read.problems.at("attempt"), "256 is no whole number from 0 to 255");
  EXPECT_NE(read.problems.at("status").find("is missing"), std::string::npos);
  EXPECT_NE(read.problems.at("statu").find("did you mean status?"), std::string::npos);
  EXPECT_NE(read.problems.at("assessors[0]").find("is not registered"), std::string::npos);
  EXPECT_NE(read.problems.at("assessors[1]").find("is a number"), std::string::npos);
  EXPECT_NE(read.problems.at("accommodated").find("true or false is wanted"), std::string::npos);
}

TEST(FactJsonTest, ListsHaveALimit) {
  std::string list = "[";
  for (std::size_t i = 0; i <= kListLengthMax; ++i) list += i == 0 ? "\"P-1\"" : ",\"P-1\"";
  const auto read = ReadAssessment(Assessment(R"(,"assessors":)" + list + "]"));
  EXPECT_EQ(read.problems.at("assessors"), "has 257 items; at most 256 are allowed");
}

TEST(FactJsonTest, NoFieldIsNamedLikeAMemberOfTheRow) {
  ForEachFactType([&]<typename T>(T) {
    for (const auto name : FieldNamesOf<T>()) {
      for (const auto* row :
           {"id", "type", "subject", "effective", "entry", "reason", "causation", "correlation",
            "evidence", "comment", "reason_text", "identity", "contact"}) {
        EXPECT_NE(name, row) << T::kInfo.name;
      }
    }
  });
}

struct FaultCase {
  const char* text;
  std::size_t offset;
  const char* message;
};

TEST(ParseJsonTest, FaultsHaveTheirPlace) {
  const std::string deep(20, '[');
  const FaultCase cases[] = {
      {R"({"a":1,"b":2,"a":3})", 13, "\"a\" is here a second time"},
      {R"({"a":)", 5, "cut off"},
      {R"({"a":"é)", 8, "cut off"},
      {"", 0, "there is nothing here"},
      {" \r\n", 3, "there is nothing here"},
      {"{\"a\":\"\xFF\"}", 6, "UTF-8"},
      {"{\"a\":\"\xC3\"}", 7, "UTF-8"},
      {"{\"a\":1} x", 8, "the value ended before this"},
      {R"({"a":01})", 6, "a , or } is missing"},
      {R"({"a":"\ud800"})", 12, "by a pair"},
      {R"({"a":1e400})", 5, "too large"},
      {R"({"a":-})", 6, "the number is not one"},
      {R"({'a':1})", 1, "a name in \"quotes\""},
      {R"({"a":1,})", 7, "after the last member there is no comma"},
      {R"([1,])", 3, "after the last one there is no comma"},
      {R"({"a" 1})", 5, "a : is missing"},
      {R"([1 2])", 3, "a , or ] is missing"},
      {R"({"a":True})", 5, "true, false and null"},
      {R"({"a":"\q"})", 7, "after \\ in a text"},
      {R"({"a":"\u12g4"})", 10, "4 digits"},
      {"{\"a\":\"x\ny\"}", 7, "a control character"},
      {"/* a */ {}", 0, "the word is not known"},
      {deep.c_str(), 16, "more than 16 levels"},
  };
  for (const FaultCase& c : cases) {
    const auto parsed = ParseJson(c.text);
    ASSERT_EQ(parsed.index(), 1u) << c.text;
    const JsonFault& fault = std::get<1>(parsed).front();
    EXPECT_NE(fault.message.en.find(c.message), std::string::npos)
        << c.text << ": " << fault.message.en;
    for (const char* leak :
         {"syntax error", "SAX", "nlohmann", "exception", "last read", "[json"}) {
      EXPECT_EQ(fault.message.en.find(leak), std::string::npos)
          << c.text << ": " << fault.message.en;
    }
    EXPECT_EQ(fault.offset, c.offset) << c.text;
  }
}

TEST(ParseJsonTest, AZeroByteHidesNothing) {
  using namespace std::string_view_literals;
  for (const auto& [text, offset] : {std::pair("{\"a\":1}\0{\"b\":2}"sv, 7u),
                                     std::pair("{\"a\":\"x\0y\"}"sv, 7u), std::pair("\0"sv, 0u)}) {
    const auto parsed = ParseJson(text);
    ASSERT_EQ(parsed.index(), 1u) << offset;
    const JsonFault& fault = std::get<1>(parsed).front();
    EXPECT_EQ(fault.offset, offset);
    EXPECT_NE(fault.message.en.find("a zero byte"), std::string::npos) << fault.message.en;
  }
}

TEST(ParseJsonTest, ValuesKnowTheirPlace) {
  const std::string text = "{\"a\": 12.50, \"é\":[1,2 , {\"x\":-0.1}],\n \"c\" : true}";
  const JsonValue value = MustParse(text);
  const auto at = [&](const JsonValue& v) { return text.substr(v.offset, 2); };
  EXPECT_EQ(at(*value.Find("a")), "12");
  EXPECT_EQ(at(*value.Find("é")), "[1");
  EXPECT_EQ(at(value.Find("é")->items[1]), "2 ");
  EXPECT_EQ(at(*value.Find("é")->items[2].Find("x")), "-0");
  const Place place = PlaceOf(text, value.Find("c")->offset, 7);
  EXPECT_EQ(place.line, 8);
  EXPECT_EQ(place.column, 8);
  EXPECT_EQ(PlaceOf(text, value.Find("é")->offset).column, 18);  // In characters.
}

TEST(ParseJsonTest, CanonicalFormDependsOnContentOnly) {
  const auto canonical = [](std::string_view text) { return CanonicalJson(MustParse(text)); };
  EXPECT_EQ(canonical("{ \"b\" : [1, 2.50 ],\n\"a\":\"\\u00e9\" }"), R"({"a":"é","b":[1,2.50]})");
  EXPECT_EQ(canonical(R"({"a":"é","b":[1,2.50]})"), R"({"a":"é","b":[1,2.50]})");
  EXPECT_NE(canonical(R"({"a":"1"})"), canonical(R"({"a":1})"));
}

TEST(DescribeFactsTest, EveryTypeIsThere) {
  const std::string page = DescribeFacts(Language::kEnglish);
  for (const auto name : FactNames()) {
    EXPECT_NE(page.find("### " + std::string(name) + "\n"), std::string::npos) << name;
  }
}

// The same schema, but for its title and what describes.
std::size_t ExpectDescribedInFrench(const Json& english, const Json& french) {
  std::size_t described = 0;
  EXPECT_EQ(english.size(), french.size());
  for (const auto& [name, member] : english.items()) {
    const Json& other = english.is_array() ? french[std::stoul(name)] : french.at(name);
    if (name == "description" && member.is_string()) {
      ++described;
      EXPECT_NE(member, other);
    } else if (member.is_structured()) {
      described += ExpectDescribedInFrench(member, other);
    } else if (name != "title") {
      EXPECT_EQ(member, other) << name;
    }
  }
  return described;
}

TEST(SchemaTest, IsDescribedInTheLanguageThatIsAskedFor) {
  EXPECT_GT(
      ExpectDescribedInFrench(FactsSchema(Language::kEnglish), FactsSchema(Language::kFrench)),
      300u);
}

}  // namespace
TEST(NumberTest, WhatIsTakenForARowOrAnIdIsNoNumber) {
  for (const char* wrong : {"", "  ", "row:1", " row:1 ", "L-0123456789abcdef0123456789abcdef",
                            "x-00000000000000000000000000000000"}) {
    EXPECT_FALSE(WhyNoNumber(wrong).empty()) << wrong;
  }
  EXPECT_FALSE(WhyNoNumber(std::string(101, '1')).empty());
  for (const char* right :
       {"20240001", "L-5", "=1+1", "rowan:1", "S001", "0-0123456789abcdef0123456789abcdef",
        "L-0123456789abcdef0123456789abcde"}) {
    EXPECT_TRUE(WhyNoNumber(right).empty()) << right;
  }
}

}  // namespace cartulary::cli
