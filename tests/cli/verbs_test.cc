// What holds for every verb.
#include "cli/verbs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "cli/acts.h"
#include "cli/ports/clock.h"
#include "cli/ports/random.h"
#include "cli/program.h"
#include "core/facts/fact.h"

namespace cartulary::cli {
namespace {

struct Ran {
  ExitStatus status;
  std::string out;
  std::string err;
};

Ran RunLine(const std::vector<std::string>& arguments) {
  SimulatedClock clock(Instant{1'700'000'000'000'000});
  SeededRandom random(1);
  SerialExecutor executor;
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  const ExitStatus status = RunProgram(arguments, Ports{clock, random, executor},
                                       Streams{.in = in, .out = out, .err = err});
  return {status, out.str(), err.str()};
}

std::vector<std::string> Words(std::string_view text) {
  std::istringstream stream{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

// Words of a language, and not one text twice.
void ExpectBothLanguages(const Text& text, std::string_view where) {
  EXPECT_FALSE(text.en.empty()) << where;
  EXPECT_FALSE(text.fr.empty()) << where << ": " << text.en;
  EXPECT_NE(text.en, text.fr) << where;
}

// What a verb declares, by its words.
class Declared final : public OptionSet {
 public:
  void Flag(const char*, bool&, const Text& doc) override { docs.push_back(doc); }
  void Option(const char*, std::optional<std::string>&, const Text& doc) override {
    docs.push_back(doc);
  }
  void Prose(const char*, std::optional<std::string>&, const Text& doc) override {
    docs.push_back(doc);
  }
  void Prose(const char*, std::vector<std::string>&, const Text& doc) override {
    docs.push_back(doc);
  }
  void Option(const char*, std::optional<std::uint64_t>&, const Text& doc) override {
    docs.push_back(doc);
  }
  void Option(const char*, std::optional<Date>&, const Text& doc) override { docs.push_back(doc); }
  void Option(const char*, std::vector<std::string>&, const Text& doc) override {
    docs.push_back(doc);
  }
  void Argument(const Text&, std::string&, const Text& doc) override { docs.push_back(doc); }
  void Argument(const Text&, std::optional<std::string>&, const Text& doc) override {
    docs.push_back(doc);
  }
  void Arguments(const Text&, std::vector<std::string>&, const Text& doc) override {
    docs.push_back(doc);
  }

  std::vector<Text> docs;
};

TEST(VerbsTest, EachSaysAllOfItselfInBothLanguages) {
  for (const Verb& verb : AllVerbs()) {
    if (!verb.details.empty()) ExpectBothLanguages(verb.details, verb.name);
    if (verb.takes.on) ExpectBothLanguages(verb.takes.on_doc, verb.name);
    if (verb.takes.rules) ExpectBothLanguages(verb.takes.rules_doc, verb.name);
    for (const ExitNote& exit : verb.exits) {
      if (!exit.note.empty()) ExpectBothLanguages(exit.note, verb.name);
    }
    Declared declared;
    verb.declare(declared);
    for (const Text& doc : declared.docs) ExpectBothLanguages(doc, verb.name);

    const auto english = OptionsOf(verb, Language::kEnglish);
    const auto french = OptionsOf(verb, Language::kFrench);
    ASSERT_EQ(english.size(), french.size()) << verb.name;
    for (std::size_t i = 0; i < english.size(); ++i) {
      EXPECT_EQ(english[i].name, french[i].name) << verb.name;
      ExpectBothLanguages(Text{french[i].doc, english[i].doc}, english[i].name);
    }
  }
  for (const ExitText& exit : kExitTexts) {
    ExpectBothLanguages(Text{std::string(exit.fr), std::string(exit.en)}, exit.code);
  }
}

// What was known, what was so, under which text: of each, either it is answered or it is said why
// that has no meaning here.
TEST(VerbsTest, EachThatReadsTakesAsOfOnAndRulesOrSaysWhyNot) {
  const std::set<std::string_view> writers{"init", "demo", "rebuild"};
  std::size_t refused = 0;
  for (const Verb& verb : AllVerbs()) {
    const Takes& takes = verb.takes;
    if (!takes.store || writers.contains(verb.name) || (takes.actor && !takes.as_of)) continue;
    struct Option {
      const char* name;
      bool taken;
      const Text& why_not;
    };
    for (const Option& option :
         {Option{"--as-of", takes.as_of, takes.no_as_of}, Option{"--on", takes.on, takes.no_on},
          Option{"--rules", takes.rules, takes.no_rules}}) {
      EXPECT_NE(option.taken, !option.why_not.empty()) << verb.name << " " << option.name;
      const std::string help = HelpOf(verb, Language::kEnglish);
      EXPECT_EQ(help.find(std::string("  ") + option.name) != std::string::npos, option.taken)
          << verb.name << " " << option.name;
      if (option.taken) continue;
      ++refused;
      ExpectBothLanguages(option.why_not, verb.name);
      auto arguments = Words(verb.name);
      arguments.insert(arguments.end(), {option.name, "RNCP39304@1"});
      const Ran ran = RunLine(arguments);
      EXPECT_EQ(ran.status, ExitStatus::kUsage) << verb.name;
      EXPECT_NE(ran.err.find(std::string(option.name) + ": " + option.why_not.en),
                std::string::npos)
          << verb.name << ": " << ran.err;
    }
  }
  EXPECT_GT(refused, 5U);
}

TEST(VerbsTest, HelpInFrenchHasNoEnglishWordOfTheParser) {
  for (const Verb& verb : AllVerbs()) {
    auto arguments = Words(verb.name);
    arguments.insert(arguments.end(), {"--help", "--lang", "fr"});

    const Ran ran = RunLine(arguments);

    EXPECT_EQ(ran.status, ExitStatus::kYes) << verb.name;
    EXPECT_NE(ran.out.find("\nExemple :\n"), std::string::npos) << verb.name;
    EXPECT_NE(ran.out.find("\nCode de retour :\n  0  "), std::string::npos) << verb.name;
    for (const char* english : {"Usage:", "Options:", "verbes:", "Positionals", "TEXT ", "NUMBER",
                                "REQUIRED", "Print", "Options of all verbs", "LEARNER"}) {
      EXPECT_EQ(ran.out.find(english), std::string::npos) << verb.name << ": " << english;
    }
  }
}

TEST(VerbsTest, EachIsNamedOnceAndExplainsItself) {
  std::set<std::string_view> names;
  for (const Verb& verb : AllVerbs()) {
    EXPECT_TRUE(names.insert(verb.name).second) << verb.name;
    ExpectBothLanguages(verb.summary, verb.name);
    EXPECT_FALSE(verb.summary.en.ends_with('.')) << verb.name;
    EXPECT_FALSE(verb.summary.fr.ends_with('.')) << verb.name;
    EXPECT_NE(verb.example.find("cartulary " + std::string(verb.name)), std::string::npos)
        << verb.name;
    const bool grouped = verb.name.find(' ') != std::string_view::npos;
    if (grouped) {
      ExpectBothLanguages(SummaryOfGroup(verb.name.substr(0, verb.name.find(' '))), verb.name);
    }
  }
}

TEST(VerbsTest, EachSaysItsExitStatusesInOrder) {
  for (const Verb& verb : AllVerbs()) {
    ASSERT_FALSE(verb.exits.empty()) << verb.name;
    EXPECT_EQ(verb.exits.front().status, ExitStatus::kYes) << verb.name;
    std::set<ExitStatus> statuses;
    for (const ExitNote& exit : verb.exits) {
      if (!statuses.empty()) {
        EXPECT_LT(*statuses.rbegin(), exit.status) << verb.name;
      }
      statuses.insert(exit.status);
    }
    EXPECT_TRUE(statuses.contains(ExitStatus::kUsage)) << verb.name;
    if (!verb.takes.store) continue;
    EXPECT_TRUE(statuses.contains(ExitStatus::kNotFound)) << verb.name;
    EXPECT_TRUE(statuses.contains(ExitStatus::kWorld)) << verb.name;
    EXPECT_TRUE(statuses.contains(ExitStatus::kIntegrity)) << verb.name;
  }
}

// A verb's own facts are recorded by no other way; every other fact is recorded by `record`.
TEST(VerbsTest, EachFactHasOneWayToRecordIt) {
  std::map<FactType, int> ways;
  for (const Act& act : Acts()) {
    ++ways[act.type];
    EXPECT_FALSE(act.name.en.empty() || act.name.fr.empty()) << act.name.en;
    EXPECT_FALSE(act.who.en.empty() || act.who.fr.empty()) << act.name.en;
  }

  ForEachFactType([&](const auto& fact) {
    EXPECT_EQ(ways[fact.kInfo.type], 1) << fact.kInfo.name;
    const Act& act = ActOf(fact.kInfo.type);
    const Ran ran = RunLine({"record", std::string(fact.kInfo.name), "--dry-run"});
    const bool by_verb = ran.err.find("is not recorded by hand") != std::string::npos;
    EXPECT_EQ(by_verb, !act.verb.empty()) << fact.kInfo.name << ": " << ran.err;
    if (act.verb.empty()) return;
    const auto verbs = AllVerbs();
    // A verb, or an option of one.
    EXPECT_TRUE(std::ranges::any_of(verbs, [&](const Verb& verb) {
      return (std::string(act.verb) + " ").starts_with("cartulary " + std::string(verb.name) + " ");
    })) << act.verb;
  });
}

TEST(VerbsTest, HelpOfEachHasAnExampleAndTheExitStatuses) {
  for (const Verb& verb : AllVerbs()) {
    auto arguments = Words(verb.name);
    arguments.push_back("--help");

    const Ran ran = RunLine(arguments);

    EXPECT_EQ(ran.status, ExitStatus::kYes) << verb.name;
    EXPECT_NE(ran.out.find("\nExample:\n"), std::string::npos) << verb.name;
    EXPECT_NE(ran.out.find("\nExit status:\n  0  "), std::string::npos) << verb.name;
    EXPECT_NE(ran.out.find("--json"), std::string::npos) << verb.name;
    EXPECT_EQ(ran.err, "") << verb.name;
  }
}

TEST(VerbsTest, HelpThatCannotBeWrittenIsAFailure) {
  for (const Verb& verb : AllVerbs()) {
    auto arguments = Words(verb.name);
    arguments.push_back("--help");
    SimulatedClock clock(Instant{1'700'000'000'000'000});
    SeededRandom random(1);
    SerialExecutor executor;
    std::istringstream in;
    std::ostream full(nullptr);  // Refuses every byte.
    std::ostringstream err;
    EXPECT_EQ(RunProgram(arguments, Ports{clock, random, executor},
                         Streams{.in = in, .out = full, .err = err}),
              ExitStatus::kWorld)
        << verb.name;
    EXPECT_NE(err.str().find("could not be written"), std::string::npos) << verb.name;
  }
}

TEST(VerbsTest, WrongUseOfEachIsAnErrorInJsonToo) {
  for (const Verb& verb : AllVerbs()) {
    auto arguments = Words(verb.name);
    arguments.insert(arguments.end(), {"--json", "--no-such-option"});

    const Ran ran = RunLine(arguments);

    EXPECT_EQ(ran.status, ExitStatus::kUsage) << verb.name;
    EXPECT_EQ(ran.out, "") << verb.name;
    const Json error = Json::parse(ran.err);
    EXPECT_EQ(error["code"], "invalid_argument") << verb.name;
    EXPECT_EQ(error["status"], 2) << verb.name;
    EXPECT_TRUE(error.contains("hint")) << verb.name;
  }
}

TEST(ProgramTest, WhatIsWrongWithACommandLineIsSaidInTheLanguageAskedFor) {
  struct Case {
    std::vector<std::string> arguments;
    const char* english;
    const char* french;
  };
  const Case cases[] = {
      {{"log", "--no-such"}, "'--no-such' was not expected", "« --no-such » n'est pas attendu"},
      {{"log", "--no-such", "a"}, "'--no-such a' was not expected", "« --no-such a » n'est pas"},
      {{"list"}, "a verb is missing", "il manque un verbe"},
      {{"status", "--lang=en"}, "LEARNER is missing", "il manque APPRENANT"},
      {{"log", "--limit"}, "--limit: its value is missing", "--limit : il manque sa valeur"},
      {{"log", "--limit", "1", "--limit", "2"}, "--limit is given 2 times", "--limit est donné 2"},
      {{"log", "--limit", "x"}, "'x' is no whole number", "« x » n'est pas un nombre entier"},
      {{"log", "--json=x"}, "--json takes no value", "--json ne prend pas de valeur"},
      {{"init", "--name", "a\x1b[1m"}, "a control character", "un caractère de commande"},
      {{"hepl"}, "there is no verb 'hepl'", "il n'y a pas de verbe « hepl »"},
  };
  for (const Case& one : cases) {
    const Ran english = RunLine(one.arguments);
    std::vector<std::string> in_french{"--lang", "fr"};
    for (const std::string& argument : one.arguments) {
      in_french.push_back(argument == "--lang=en" ? "--lang=fr" : argument);
    }
    const Ran french = RunLine(in_french);

    EXPECT_EQ(english.status, ExitStatus::kUsage) << one.english;
    EXPECT_EQ(french.status, ExitStatus::kUsage) << one.english;
    EXPECT_NE(english.err.find(one.english), std::string::npos) << english.err;
    EXPECT_NE(french.err.find(one.french), std::string::npos) << french.err;
  }
}

TEST(ProgramTest, TheLanguageIsTheLastNamedOrThatOfTheEnvironment) {
  const auto help = [](const std::vector<std::string>& arguments) {
    return RunLine(arguments).out.substr(0, 30);
  };
  const std::string english = help({"help"});
  const std::string french = help({"help", "--lang", "fr"});
  EXPECT_NE(english, french);
  EXPECT_EQ(help({"--lang", "fr", "help"}), french);
  EXPECT_EQ(help({"--lang", "fr", "help", "--lang", "en"}), english);

  ASSERT_EQ(setenv("CARTULARY_LANG", "fr", 1), 0);
  EXPECT_EQ(help({"help"}), french);
  EXPECT_EQ(help({"help", "--lang=en"}), english);
  ASSERT_EQ(setenv("CARTULARY_LANG", "de", 1), 0);
  const Ran wrong = RunLine({"help"});
  EXPECT_EQ(wrong.status, ExitStatus::kUsage);
  EXPECT_NE(wrong.err.find("CARTULARY_LANG: 'de' is not en or fr"), std::string::npos) << wrong.err;
  EXPECT_EQ(help({"help", "--lang=fr"}), french);
  ASSERT_EQ(unsetenv("CARTULARY_LANG"), 0);
}

TEST(ProgramTest, AnUnknownVerbIsGuessedAt) {
  const Ran ran = RunLine({"hepl"});

  EXPECT_EQ(ran.status, ExitStatus::kUsage);
  EXPECT_NE(ran.err.find("did you mean help?"), std::string::npos) << ran.err;
}

TEST(ProgramTest, ExitStatusesAreTheNumbersOfTheErrors) {
  for (const ErrorCode code : {ErrorCode::kInvalidArgument, ErrorCode::kNotFound,
                               ErrorCode::kConflict, ErrorCode::kWorld, ErrorCode::kIntegrity}) {
    EXPECT_EQ(static_cast<int>(ExitStatusOf(code)), static_cast<int>(code));
  }
  for (std::size_t i = 0; i < kExitTexts.size(); ++i) {
    EXPECT_EQ(static_cast<std::size_t>(kExitTexts[i].status), i);
  }
}

}  // namespace
}  // namespace cartulary::cli
