#include "store/codec/yaml_reader.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "tests/store/codec/rules_problem.h"

namespace cartulary {
namespace {

// In English, said in French too.
std::vector<std::string> ProblemsOf(std::string_view text) {
  std::vector<std::string> problems;
  for (const auto& problem : ReadYaml(text).problems) {
    ExpectBothLanguages(problem);
    problems.push_back(WordsOf("f", problem).en);
  }
  return problems;
}

TEST(YamlReaderTest, EveryScalarIsTheTextThatItIs) {
  const auto tree = ReadYaml("a: 010\nb: yes\nc: \"x\\ny\"\nd: >-\n  é\u00A0:\n  1\ne: [~, '']\n");

  ASSERT_TRUE(tree.root);
  ASSERT_TRUE(tree.problems.empty());
  const auto& entries = tree.root->entries;
  ASSERT_EQ(entries.size(), 5u);
  EXPECT_EQ(entries[0].value.text, "010");
  EXPECT_TRUE(entries[0].value.plain);
  EXPECT_EQ(entries[1].value.text, "yes");
  EXPECT_EQ(entries[2].value.text, "x\ny");
  EXPECT_FALSE(entries[2].value.plain);
  EXPECT_EQ(entries[3].value.text, "é\u00A0: 1");
  ASSERT_EQ(entries[4].value.items.size(), 2u);
  EXPECT_EQ(entries[4].value.items[0].text, "~");
}

TEST(YamlReaderTest, PlacesCountLinesAndCharactersFromOne) {
  const auto tree = ReadYaml("é: ü\nliste:\n  - x\n");

  ASSERT_TRUE(tree.root);
  EXPECT_EQ(tree.root->entries[0].value.place.line, 1);
  EXPECT_EQ(tree.root->entries[0].value.place.column, 4);
  EXPECT_EQ(tree.root->entries[1].place.line, 2);
  EXPECT_EQ(tree.root->entries[1].value.items[0].place.line, 3);
  EXPECT_EQ(tree.root->entries[1].value.items[0].place.column, 5);
}

TEST(YamlReaderTest, WindowsLineBreaksAreRead) {
  const auto tree = ReadYaml("a: 1\r\nb: 2\r\n");
  ASSERT_TRUE(tree.root);
  EXPECT_EQ(tree.root->entries[1].value.text, "2");
}

struct Case {
  std::string name;
  std::string text;
  std::vector<std::string> problems;
};
void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

class RefusedTest : public testing::TestWithParam<Case> {};

TEST_P(RefusedTest, IsReportedWithItsPlace) {
  EXPECT_EQ(ProblemsOf(GetParam().text), GetParam().problems);
}

std::string Nested(int depth) {
  return std::string(static_cast<std::size_t>(depth), '[') +
         std::string(static_cast<std::size_t>(depth), ']');
}

INSTANTIATE_TEST_SUITE_P(
    Cases, RefusedTest,
    testing::ValuesIn(std::vector<Case>{
        {"Nothing", "", {"f:1:1: the file is empty"}},
        {"CommentsOnly", "# nothing\n", {"f:1:1: the file is empty"}},
        {"DuplicateKey",
         "a: 1\nb: 2\na: 3\n",
         {"f:3:1: the key \"a\" is given twice; it was first given at line 1"}},
        {"DuplicateKeyQuoted",
         "a: 1\n\"a\": 3\n",
         {"f:2:1: the key \"a\" is given twice; it was first given at line 1"}},
        {"Anchor",
         "a: &x 1\n",
         {"f:1:4: anchors (&) are not allowed; write the value where it is used"}},
        {"AnchorOfAMapping",
         "a: &x\n  b: 1\n",
         {"f:1:4: anchors (&) are not allowed; write the value where it is used"}},
        {"AliasToo",
         "a: &x 1\nb: *x\n",
         {"f:1:4: anchors (&) are not allowed; write the value where it is used",
          "f:2:4: aliases (*) are not allowed; write the value where it is used"}},
        {"Tag", "a: !!int 1\n", {"f:1:4: tags (!) are not allowed; every value is text"}},
        {"TagOfAList", "a: !x [1]\n", {"f:1:4: tags (!) are not allowed; every value is text"}},
        {"Directive",
         "%YAML 1.1\n---\na: 1\n",
         {"f:1:1: directives (%YAML, %TAG) are not allowed"}},
        {"TwoDocuments",
         "a: 1\n---\nb: 2\n",
         {"f:2:1: a second document begins here; a file holds one"}},
        {"KeyIsAList",
         "? [a, b]\n: 1\n",
         {"f:1:3: a key is a single word, not a list or a "
          "mapping"}},
        {"NotUtf8",
         "a: 1\nb: \xE9\n",
         {"f:2:4: the text is not UTF-8 here; save the file in UTF-8"}},
        {"Overlong",
         "a: \xC0\x80\n",
         {"f:1:4: the text is not UTF-8 here; save the file in UTF-8"}},
        {"Surrogate",
         "a: \xED\xA0\x80\n",
         {"f:1:4: the text is not UTF-8 here; save the file in UTF-8"}},
        {"CutCharacter", "a: \xC3", {"f:1:4: the text is not UTF-8 here; save the file in UTF-8"}},
        {"Utf16",
         std::string("\xFF\xFE"
                     "a\0",
                     4),
         {"f:1:1: the text is not UTF-8 here; save the file in UTF-8"}},
        {"ByteOrderMark",
         "\xEF\xBB\xBF"
         "a: 1\n",
         {"f:1:1: the character U+FEFF is not allowed"}},
        {"Nul", std::string("a: \0b\n", 6), {"f:1:4: the character U+0000 is not allowed"}},
        {"LineSeparator", "a: \u2028b\n", {"f:1:4: the character U+2028 is not allowed"}},
        {"LoneReturn", "a: 1\rb: 2\n", {"f:1:5: the character U+000D is not allowed"}},
        {"TooDeep", Nested(33), {"f:1:33: nested more than 32 deep"}},
        {"Unclosed",
         "a: [1, 2\n",
         {"f:2:1: not YAML: did not find expected ',' or ']', while parsing a flow sequence that "
          "begins at line 1"}},
        {"TabIndentation",
         "a:\n\tb: 1\n",
         {"f:2:1: not YAML: found character that cannot start any token, while scanning for the "
          "next token that begins at line 2"}},
        {"Indentation",
         "a: 1\n  b: 2\n",
         {"f:2:4: not YAML: mapping values are not allowed in this context"}},
    }),
    [](const auto& test) { return test.param.name; });

TEST(YamlReaderTest, TheGreatestDepthIsRead) { EXPECT_TRUE(ReadYaml(Nested(32)).root); }

TEST(YamlReaderTest, TooLargeOrTooManyIsRefused) {
  const std::string large(10u << 20, 'a');
  EXPECT_EQ(ProblemsOf(large), std::vector<std::string>{
                                   "f:1:1: the file has 10485760 bytes; at most 4194304 are read"});

  std::string many = "[";
  for (std::size_t i = 0; i <= kYamlNodesMax; ++i) many += "a,";
  const auto problems = ProblemsOf(many + "]");
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_NE(problems[0].find("more than 100000 values"), std::string::npos);
}

// A nesting that no limit stopped would exhaust the stack.
TEST(YamlReaderTest, HostileNestingEndsEarly) {
  EXPECT_FALSE(ReadYaml(std::string(1u << 20, '[')).root);
  EXPECT_FALSE(ReadYaml(std::string(1u << 20, '{')).root);
  std::string block;
  for (int i = 0; i < 2'000; ++i) block += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  EXPECT_FALSE(ReadYaml(block).root);
}

}  // namespace
}  // namespace cartulary
