// What a rejection tells to do next, and that the reference page says the same.
#include "cli/next_step.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "cli/context.h"
#include "cli/failure.h"

namespace cartulary::cli {
namespace {

// The paragraph "Next: …" of each code, on one line, without its full stop.
std::map<std::string, std::string> DocumentedSteps() {
  std::ifstream file(CARTULARY_SOURCE_DIR "/docs/reference/rejections.md");
  std::map<std::string, std::string> steps;
  std::string code;
  bool in_step = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("### `")) code = line.substr(5, line.find('`', 5) - 5);
    if (line.starts_with("Next: ")) {
      EXPECT_FALSE(steps.contains(code)) << code << " has two";
      steps[code] = line.substr(6);
      in_step = true;
    } else if (line.empty()) {
      in_step = false;
    } else if (in_step) {
      steps[code] += " " + line;
    }
  }
  for (auto& [name, step] : steps) {
    EXPECT_EQ(step.back(), '.') << name;
    step.pop_back();
  }
  return steps;
}

TEST(NextStepTest, EveryRejectionHasOneAndTheReferenceSaysTheSame) {
  const auto documented = DocumentedSteps();
  for (const auto& entry : kEnumNames<RejectionCode>) {
    const std::string code(entry.name);
    ASSERT_TRUE(documented.contains(code)) << code;
    EXPECT_EQ(NextStepOf(entry.value).en, documented.at(code)) << code;
    EXPECT_FALSE(NextStepOf(entry.value).fr.empty()) << code;
    EXPECT_NE(NextStepOf(entry.value).fr, NextStepOf(entry.value).en) << code;
  }
  EXPECT_EQ(documented.size(), kEnumNames<RejectionCode>.size());
}

TEST(NextStepTest, ARefusalShowsItsCodeAndTheNextStep) {
  const Failure failure =
      FailureFrom(Rejection{RejectionCode::kGradeOutOfRange, {"21 …", "21 is not …"}});
  std::ostringstream words;
  PrintFailure(failure, /*as_json=*/false, Language::kEnglish, words);
  EXPECT_EQ(words.str(), "cartulary: refused (grade_out_of_range): 21 is not …\n  " +
                             NextStepOf(RejectionCode::kGradeOutOfRange).en + "\n");
  std::ostringstream json;
  PrintFailure(failure, /*as_json=*/true, Language::kEnglish, json);
  EXPECT_NE(json.str().find(R"("code":"grade_out_of_range","status":4)"), std::string::npos);
  EXPECT_NE(json.str().find(R"("hint":")"), std::string::npos);
}

TEST(NextStepTest, AFailureIsToldInTheLanguageAskedFor) {
  const Failure failure =
      FailureFrom(Rejection{RejectionCode::kGradeOutOfRange, {"21 n'est …", "21 is not …"}});
  std::ostringstream words;
  PrintFailure(failure, /*as_json=*/false, Language::kFrench, words);
  EXPECT_EQ(words.str(), "cartulary : refusé (grade_out_of_range) : 21 n'est …\n  " +
                             NextStepOf(RejectionCode::kGradeOutOfRange).fr + "\n");
  std::ostringstream json;
  PrintFailure(failure, /*as_json=*/true, Language::kFrench, json);
  const auto told = Json::parse(json.str());
  EXPECT_EQ(told["code"], "grade_out_of_range");
  EXPECT_EQ(told["message"], "refusé (grade_out_of_range) : 21 n'est …");
  EXPECT_EQ(told["hint"], NextStepOf(RejectionCode::kGradeOutOfRange).fr);
}

TEST(NextStepTest, TheHintOfARuleIsToldOnceForManyRows) {
  Failure failure{
      .status = ExitStatus::kRefused, .message = {"2 problèmes", "2 problems"}, .problems = {}};
  const Problem problem{.line = 1,
                        .message = {"non", "no"},
                        .code = "repeated",
                        .hint = {"retirez-en un", "take one out"}};
  failure.problems = {problem, problem};
  std::ostringstream words;
  PrintFailure(failure, /*as_json=*/false, Language::kEnglish, words);
  EXPECT_EQ(words.str(), "1: no\n1: no\ncartulary: 2 problems\n  repeated: take one out\n");
}

}  // namespace
}  // namespace cartulary::cli
