#include <gtest/gtest.h>

#include <csignal>
#include <sstream>

#include "cli/output/long_work.h"
#include "cli/output/progress.h"
#include "cli/output/rows.h"
#include "cli/output/text.h"

namespace cartulary::cli {
namespace {

TEST(TextTest, AMessageShowsSixtyCharactersOfWhatWasGiven) {
  std::string accents;
  for (int i = 0; i < 60; ++i) accents += "é";
  EXPECT_EQ(Shortened(accents), accents);
  EXPECT_EQ(Shortened(accents + "è"), accents + "…");
  EXPECT_EQ(Shortened(""), "");
}

TEST(TextTest, WidthIsThatOfATerminal) {
  EXPECT_EQ(WidthOf("abc"), 3u);
  EXPECT_EQ(WidthOf("élève"), 5u);
  EXPECT_EQ(WidthOf("e\xCC\x81l"), 2u);  // A combining accent.
  EXPECT_EQ(WidthOf("漢字"), 4u);
}

TEST(TextTest, ControlCharactersDoNotReachTheTerminal) {
  EXPECT_EQ(Printable("a\x1b[2Jb"), R"(a\u001b[2Jb)");
  EXPECT_EQ(Printable("a\nb\xC2\x85"), R"(a\u000ab\u0085)");
  EXPECT_EQ(Printable("\xE2\x80\xAE"
                      "abc"),
            R"(\u202eabc)");  // Right-to-left override.
  EXPECT_EQ(Printable("a\xD8\x9C\xE2\x80\x8E\xE2\x80\x8F\xE2\x80\xA8\xE2\x80\xA9"),
            R"(a\u061c\u200e\u200f\u2028\u2029)");  // Marks of direction, ends of lines.
  EXPECT_EQ(Printable("\xFF\xC3"), R"(\xff\xc3)");
  EXPECT_EQ(Printable("Zoé – 漢"), "Zoé – 漢");
}

TEST(TextTest, Utf8IsChecked) {
  EXPECT_TRUE(IsUtf8("Zoé 漢 \xF0\x9F\x8E\x93"));
  EXPECT_FALSE(IsUtf8("\xC3"));
  EXPECT_FALSE(IsUtf8("\xC0\xAF"));          // Longer than needed.
  EXPECT_FALSE(IsUtf8("\xED\xA0\x80"));      // Half of a surrogate pair.
  EXPECT_FALSE(IsUtf8("\xF4\x90\x80\x80"));  // Past the last character.
}

Rows Example() {
  return {.columns = {{"name", Said("Name", "Nom")},
                      {"days", Said("Days", "Jours"), Column::Align::kRight},
                      {"note", Said("Note", "Note")}},
          .rows = {{"Zoé", 84, nullptr}, {"Ève-Anaïs", 9, Json::array({"a", "b"})}},
          .about = Json{{"head", 3}}};
}

TEST(RowsTest, TableIsAlignedByWhatThePeopleSee) {
  std::ostringstream out;
  WriteTable(Example(), Language::kEnglish, out);
  EXPECT_EQ(out.str(),
            "Name       Days  Note\n"
            "Zoé          84\n"
            "Ève-Anaïs     9  a b\n");
}

TEST(RowsTest, OnlyTheTableIsInTheLanguageOfThePeople) {
  std::ostringstream table;
  std::ostringstream csv;
  WriteTable(Example(), Language::kFrench, table);
  WriteCsv(Example(), csv);
  EXPECT_TRUE(table.str().starts_with("Nom        Jours  Note\n")) << table.str();
  EXPECT_TRUE(csv.str().starts_with("name,days,note\r\n")) << csv.str();
}

TEST(RowsTest, JsonKeepsTypesAndOrder) {
  std::ostringstream out;
  WriteJson(Example(), out);
  EXPECT_EQ(Json::parse(out.str()).dump(),
            R"({"head":3,"rows":[{"name":"Zoé","days":84,"note":null},)"
            R"({"name":"Ève-Anaïs","days":9,"note":["a","b"]}]})");
}

TEST(RowsTest, CsvIsQuotedAndHarmless) {
  Rows rows{.columns = {{"a", Said("A", "A")}, {"b", Said("B", "B")}},
            .rows = {{"=1+1", -5}, {"x,\"y\"\nz", "plain"}, {"@SUM", "-2"}}};
  std::ostringstream out;
  WriteCsv(rows, out);
  EXPECT_EQ(out.str(), "a,b\r\n'=1+1,-5\r\n\"x,\"\"y\"\"\nz\",plain\r\n'@SUM,'-2\r\n");
}

TEST(RowsTest, CsvGuardsAFormulaBehindWhatASpreadsheetSkips) {
  for (const char* text : {"\t=1", "\r=1", "\n=1", " =1", " \t-1", "\ttext"}) {
    std::ostringstream out;
    WriteCsv({.columns = {{"a", Said("A", "A")}}, .rows = {{text}}, .about = {}}, out);
    EXPECT_TRUE(out.str().starts_with("a\r\n'") || out.str().starts_with("a\r\n\"'")) << out.str();
  }
}

// Stored before such characters were refused, or by another program.
TEST(RowsTest, NoControlOfAStoredTextReachesATerminal) {
  const std::string stored = "A\x1b[31mZ\u009bY\u202eX\u2066W\x7f";
  const std::string shown = R"(A\u001b[31mZ\u009bY\u202eX\u2066W\u007f)";
  const Rows rows{.columns = {{"a", Said("A", "A")}}, .rows = {{stored}}, .about = {}};
  std::ostringstream table;
  std::ostringstream json;
  std::ostringstream csv;
  WriteTable(rows, Language::kEnglish, table);
  WriteJson(rows, json);
  WriteCsv(rows, csv);
  EXPECT_EQ(table.str(), "A\n" + shown + "\n");
  EXPECT_NE(json.str().find(shown), std::string::npos) << json.str();
  EXPECT_EQ(Json::parse(json.str())["rows"][0]["a"], stored) << "it is the same JSON";
  EXPECT_EQ(csv.str(), "a\r\n" + shown + "\r\n");
}

TEST(ProgressTest, IsDrawnOnlyOnATerminal) {
  std::ostringstream hidden;
  { Progress(hidden, /*shown=*/false, Language::kEnglish, Said("work", "travail"), 10).Advance(5); }
  EXPECT_EQ(hidden.str(), "");

  std::ostringstream shown;
  { Progress(shown, /*shown=*/true, Language::kEnglish, Said("work", "travail"), 10).Advance(5); }
  EXPECT_NE(shown.str().find("work [###############...............] 50 %, 5 of 10"),
            std::string::npos);
  EXPECT_TRUE(shown.str().ends_with("\r\x1b[K"));
}

TEST(LongWorkTest, ASignalAsksItToStopAndTheNextIsTheUsualOne) {
  std::ostringstream hidden;
  for (const int signal : {SIGINT, SIGTERM}) {
    LongWork work(hidden, /*shown=*/false, Language::kEnglish, Said("work", "travail"), 10);
    EXPECT_TRUE(work.Advance(1));
    std::raise(signal);
    EXPECT_FALSE(work.Advance(1));
    EXPECT_EQ(std::signal(signal, SIG_DFL), SIG_DFL) << "a second one ends the program";
  }
  LongWork work(hidden, /*shown=*/false, Language::kEnglish, Said("work", "travail"), 10);
  EXPECT_TRUE(work.Advance(1)) << "what was asked of another is over";
}

}  // namespace
}  // namespace cartulary::cli
