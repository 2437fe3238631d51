// What every problem of a file of rules has.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "core/ports/rules_loader.h"

namespace cartulary {

inline void ExpectBothLanguages(const RulesProblem& problem) {
  EXPECT_FALSE(problem.message.en.empty());
  EXPECT_FALSE(problem.message.fr.empty());
  EXPECT_NE(problem.message.fr, problem.message.en);
  EXPECT_EQ(problem.message.fr.find('"'), std::string::npos) << problem.message.fr;  // « » there.
}

}  // namespace cartulary
