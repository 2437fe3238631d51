// What holds for every verb.
#include "cli/verbs.h"

#include <gtest/gtest.h>

#include <algorithm>
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

TEST(VerbsTest, EachIsNamedOnceAndExplainsItself) {
  std::set<std::string_view> names;
  for (const Verb& verb : AllVerbs()) {
    EXPECT_TRUE(names.insert(verb.name).second) << verb.name;
    EXPECT_FALSE(verb.summary.empty()) << verb.name;
    EXPECT_EQ(verb.summary.back() == '.', false) << verb.name;
    EXPECT_NE(verb.example.find("cartulary " + std::string(verb.name)), std::string::npos)
        << verb.name;
    const bool grouped = verb.name.find(' ') != std::string_view::npos;
    if (grouped) {
      EXPECT_FALSE(SummaryOfGroup(verb.name.substr(0, verb.name.find(' '))).empty());
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
    EXPECT_TRUE(std::ranges::any_of(verbs, [&](const Verb& verb) {
      return "cartulary " + std::string(verb.name) == act.verb;
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
