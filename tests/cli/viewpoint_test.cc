// The line and the members that say from where an answer sees the register.
#include "cli/reading/viewpoint.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace cartulary::cli {
namespace {

Viewpoint SomeViewpoint() {
  return {.as_of = Index{16},
          .recorded = Instant{1'742'461'200'000'000},
          .on = *Date::Parse("2025-03-20"),
          .rules = {{CertificationCode{"RNCP39304"}, 1, EditionCode{"2022"}, {}, true}},
          .bound = {}};
}

TEST(ViewpointTest, OneLineSaysAllThree) {
  struct Case {
    Viewpoint viewpoint;
    const char* english;
    const char* french;
  };
  std::vector<Case> cases{{SomeViewpoint(),
                           "As of event #16 (2025-03-20T09:00:00.000000Z), on 2025-03-20, under "
                           "RNCP39304@1.",
                           "À l'événement #16 (2025-03-20T09:00:00.000000Z), au 2025-03-20, selon "
                           "RNCP39304@1."}};
  Viewpoint log = SomeViewpoint();
  log.on = std::nullopt;
  log.rules.clear();
  cases.push_back({log,
                   "As of event #16 (2025-03-20T09:00:00.000000Z), whatever the day, under no "
                   "rules.",
                   "À l'événement #16 (2025-03-20T09:00:00.000000Z), à toute date, hors de toute "
                   "règle."});
  Viewpoint asked = SomeViewpoint();
  asked.rules = {{CertificationCode{"RNCP39304"}, 3, EditionCode{"2022"}, {}, false}};
  asked.bound = Bound{37, 5};
  cases.push_back(
      {asked,
       "As of event #16 (2025-03-20T09:00:00.000000Z), on 2025-03-20, under RNCP39304@3 (not "
       "applied). It binds 37 of 42 enrolments; the others come under other rules.",
       "À l'événement #16 (2025-03-20T09:00:00.000000Z), au 2025-03-20, selon RNCP39304@3 (non "
       "appliquée). Elle lie 37 parcours sur 42 ; les autres relèvent d'autres règles."});
  Viewpoint other = SomeViewpoint();
  other.bound = Bound{0, 1};
  cases.push_back({other,
                   "As of event #16 (2025-03-20T09:00:00.000000Z), on 2025-03-20, under "
                   "RNCP39304@1. It does not bind this enrolment, which comes under other rules.",
                   "À l'événement #16 (2025-03-20T09:00:00.000000Z), au 2025-03-20, selon "
                   "RNCP39304@1. Elle ne lie pas ce parcours, qui relève d'autres règles."});
  Viewpoint several = SomeViewpoint();
  several.rules.push_back({CertificationCode{"RNCP39304"}, 0, EditionCode{"2022"}, {}, false});
  several.as_of = std::nullopt;
  cases.push_back({several,
                   "As of an empty log, on 2025-03-20, under RNCP39304@1, a text of RNCP39304 that "
                   "is not published.",
                   "Journal encore vide, au 2025-03-20, selon RNCP39304@1, un texte de RNCP39304 "
                   "qui n'est pas publié."});
  for (const Case& c : cases) {
    EXPECT_EQ(WordsOf(c.viewpoint).en, c.english);
    EXPECT_EQ(WordsOf(c.viewpoint).fr, c.french);
  }
}

TEST(ViewpointTest, AnswersHaveTheThreeFirstAndThenTheirOwn) {
  const Json answer = Stated(SomeViewpoint(), Json{{"count", 3}});
  std::vector<std::string> keys;
  for (const auto& [key, value] : answer.items()) keys.push_back(key);
  EXPECT_EQ(keys, (std::vector<std::string>{"as_of", "on", "rules", "count"}));
  EXPECT_EQ(answer["as_of"]["index"], 16);
  EXPECT_EQ(answer["as_of"]["recorded"], "2025-03-20T09:00:00.000000Z");
  EXPECT_EQ(answer["on"], "2025-03-20");
  EXPECT_EQ(answer["rules"][0]["revision"], "RNCP39304@1");
  EXPECT_EQ(answer["rules"][0]["edition"], "2022");
  EXPECT_EQ(answer["rules"][0]["applied"], true);
}

TEST(ViewpointTest, WhatHasNoMeaningIsThereAndEmpty) {
  const Json answer = Stated(Viewpoint{}, Json::object());
  EXPECT_EQ(answer.dump(), R"({"as_of":null,"on":null,"rules":[]})");
}

}  // namespace
}  // namespace cartulary::cli
