// Each check finds what it is for, and nothing where that is missed by a day, a person or a digit.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "tests/core/findings/story.h"

namespace cartulary {
namespace {

using namespace testing_support;  // NOLINT: a test.

std::vector<Case> AllCases() {
  std::vector<Case> all = {{"all is as it should be", [](Story&) {}, {}}};
  for (const auto* cases : {&JuryCases(), &AwardCases(), &ResultCases(), &LaterCases()}) {
    all.insert(all.end(), cases->begin(), cases->end());
  }
  return all;
}

TEST(FindingsTest, EachCaseIsFoundAndNothingElse) {
  for (const Case& one : AllCases()) {
    SCOPED_TRACE(one.name);
    Story story;
    one.bend(story);
    const World world = Tell(story);
    EXPECT_EQ(CodesOf(FindingsIn(world, story)), one.found);
  }
  for (const RegisterCase& one : RegisterCases()) {
    SCOPED_TRACE(one.name);
    EXPECT_EQ(one.given, one.found);
  }
}

TEST(FindingsTest, EveryCheckHasACaseAndANearMiss) {
  Codes found, nearly;
  const auto take = [&](const auto& one) {
    found.insert(one.found.begin(), one.found.end());
    nearly.insert(one.nearly.begin(), one.nearly.end());
    for (const std::string& code : one.nearly) EXPECT_FALSE(one.found.contains(code)) << one.name;
  };
  std::ranges::for_each(AllCases(), take);
  std::ranges::for_each(RegisterCases(), take);
  Codes known;
  for (const Check& check : Checks()) {
    EXPECT_TRUE(known.insert(std::string(check.info.code)).second) << check.info.code;
    EXPECT_EQ(FindCheck(check.info.code), &check);
  }
  EXPECT_EQ(found, known);
  EXPECT_EQ(nearly, known);
  EXPECT_EQ(FindCheck("JURY_BEARDS"), nullptr);
}

// What rests on later days is not known on the day of the question.
TEST(FindingsTest, NoEvidenceIsOfALaterDayThanTheQuestion) {
  for (const Case& one : AllCases()) {
    SCOPED_TRACE(one.name);
    Story story;
    one.bend(story);
    const World world = Tell(story);
    std::set<Index> later;
    const auto look = [&](const FoldedStream& stream) {
      for (const Entry& entry : stream.entries) {
        if (Day(story.on) < entry.effective) later.insert(entry.index);
      }
    };
    for (const char* on : {"2027-10-15", "2027-10-18", "2027-11-01", "2027-12-31"}) {
      story.on = on;
      later.clear();
      look(world.dossier);
      look(world.reference.institution);
      for (const auto& [id, jury] : world.reference.juries) look(jury);
      for (const Finding& finding : FindingsIn(world, story)) {
        for (const Cited& cited : finding.evidence) {
          EXPECT_FALSE(later.contains(cited.index)) << finding.id << " on " << on;
        }
      }
    }
  }
}

// 2200 is no year that people may write, and comes after one.
TEST(FindingsTest, AnswersOnTheLastDayOfTheCalendar) {
  Story story;
  story.on = "2199-12-31";
  story.jury_sits = false;
  story.before = [](World& world) {
    world.Void(GridOf(world, 2025));
    world.Record("2026-08-31", EnrolmentClosed{kEnrolment, LeavingReason::kResignation, {}});
  };
  EXPECT_TRUE(CodesOf(FindingsIn(Tell(story), story)).contains("GRID_MISSING"));
}

TEST(FindingsTest, NamesTheRegistrationsThatWereMerged) {
  Story story;
  story.after = [](World& world) {
    world.Record("2027-11-02", LearnersMerged{IdNumber<LearnerId>(5), true, {}});
  };
  const auto findings = FindingsIn(Tell(story), story);
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings.front().registrations, (std::vector{kLearner, IdNumber<LearnerId>(5)}));
}

// However many decisions lean on it, a ground is one finding, with all of them.
TEST(FindingsTest, TellsAGroundOnceWithTheActsThatLeanOnIt) {
  Story story;
  story.before = [](World& world) {
    world.institution().entries.erase(world.institution().entries.begin());
  };
  story.after = [](World& world) {
    world.Establish("2020-01-01", BodyAccredited{{"ETS"}, {"en"}, {}, {}});
    world.institution().entries.back().recorded_date = Day("2027-11-01");
  };
  const World world = Tell(story);
  const auto findings = FindingsIn(world, story);
  ASSERT_EQ(findings.size(), 1u);
  const Index ground = world.reference.institution.entries.back().index;
  EXPECT_EQ(findings.front().id, "GROUND_ENTERED_LATE:" + std::to_string(ground.value));
  EXPECT_EQ(findings.front().evidence.size(), 3u);  // The ground, the decision and the award.
}

TEST(FindingsTest, SaysAllOfItselfInBothLanguages) {
  for (const Check& check : Checks()) {
    for (const Phrase& phrase :
         {check.info.label, check.info.source, check.info.reading, check.info.next}) {
      EXPECT_FALSE(phrase.en.empty() || phrase.fr.empty()) << check.info.code;
    }
    EXPECT_NE(check.info.label.en, check.info.label.fr) << check.info.code;
  }
}

// docs/reference/findings.md has one line for each check, in the order of the table.
TEST(FindingsTest, TheReferenceListsTheTable) {
  std::ifstream file(CARTULARY_SOURCE_DIR "/docs/reference/findings.md");
  std::vector<std::string> written;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("| `")) written.push_back(line);
  }
  std::vector<std::string> expected;
  for (const Check& check : Checks()) {
    const CheckInfo& info = check.info;
    expected.push_back("| `" + std::string(info.code) + "` | " +
                       std::string(ToName(info.severity)) + " | " + std::string(info.label.en) +
                       " (" + std::string(info.label.fr) + ") | " + std::string(info.source.en) +
                       " | " + std::string(info.reading.en) + " |");
  }
  for (const std::string& line : expected) {
    EXPECT_EQ(std::ranges::count(written, line), 1) << "lacks:\n" << line;
  }
  for (const std::string& line : written) {
    EXPECT_EQ(std::ranges::count(expected, line), 1) << "should not have:\n" << line;
  }
  EXPECT_TRUE(written == expected) << "in another order";
}

// The finding of a check in a story.
Finding FindingOf(const std::string& code, const Story& story, const World& world) {
  const auto findings = FindingsIn(world, story);
  const auto found =
      std::ranges::find_if(findings, [&](const Finding& one) { return one.check->code == code; });
  EXPECT_NE(found, findings.end()) << testing::PrintToString(CodesOf(findings));
  return found == findings.end() ? Finding() : *found;
}

TEST(FindingsTest, QuotesTheRuleAndNamesTheAssumptions) {
  Story story;
  Sit(story, {Member(kDirector, College::kAcademic), Member(10, College::kAcademic),
              Member(13, College::kAcademic), Member(11, College::kProfessional)});
  const World world = Tell(story);
  const Finding parity = FindingOf("JURY_PARITY", story, world);
  const Index decision = FindEntry(world.dossier, decision_at)->index;
  EXPECT_EQ(parity.id, "JURY_PARITY:" + std::to_string(decision.value));
  EXPECT_EQ(parity.requirement->id.text, "jury_training");
  EXPECT_EQ(std::ranges::count(parity.assumptions, AssumptionCode{"jury_parity"}), 1);
  EXPECT_EQ(parity.last_event(), decision);
  EXPECT_EQ(parity.evidence.size(), 2u);  // The appointment and the decision.
}

TEST(FindingsTest, NamesWhoIsConcerned) {
  Story story;
  story.without_signature = {Person(11), Person(12)};
  EXPECT_EQ(FindingOf("ATTENDANCE_UNSIGNED", story, Tell(story)).persons,
            (std::vector{Person(11), Person(12)}));
}

TEST(FindingsTest, CitesTheDelegationThatDoesNotReach) {
  for (const DelegationKind kind : {DelegationKind::kSignature, DelegationKind::kRepresentation}) {
    Story story;
    const bool signs = kind == DelegationKind::kSignature;
    if (signs) story.appointed.appointed_by = Person(kDelegate);
    if (!signs) story.decided.chair = Person(10);
    if (!signs) story.minutes.signed_by = {Person(10)};
    story.before = [&](World& world) {
      world.Establish("2026-01-01", DelegationGranted{Person(kDirector),
                                                      Person(signs ? kDelegate : 10),
                                                      kind,
                                                      {},
                                                      {},
                                                      Day("2026-12-31"),
                                                      {}});
    };
    World world = Tell(story);
    const Index granted = world.institution().entries.back().index;
    const Finding finding = FindingOf(signs ? "JURY_POWER" : "JURY_CHAIR", story, world);
    EXPECT_EQ(std::ranges::count(finding.evidence, granted, &Cited::index), 1) << finding.id;
  }
}

TEST(FindingsTest, IsNamedByTheFirstOfItsEvents) {
  std::vector<Finding> shared;
  RunChecks(SharedNumberScope{{Cited{{}, {}, {30}}, Cited{{}, {}, {3}}}},
            [&](Finding finding) { shared.push_back(std::move(finding)); });
  ASSERT_EQ(shared.size(), 1u);
  EXPECT_EQ(shared.front().id, "CERTIFICATE_NUMBER_SHARED:3");
}

TEST(FindingsTest, ANoteNamesTheEvidence) {
  Finding finding;
  finding.id = "JURY_PARITY:3";
  finding.evidence = {Cited{SubjectOf(kLearner), {4}, {3}}};
  const std::string one = NotedText(finding);
  EXPECT_TRUE(one.starts_with("JURY_PARITY:3\n")) << one;
  finding.evidence.front().index.value = 7;  // An index alone is not what is named.
  EXPECT_EQ(NotedText(finding), one);
  finding.evidence.push_back(Cited{SubjectOf(kLearner), {5}, {8}});
  EXPECT_NE(NotedText(finding), one);
}

}  // namespace
}  // namespace cartulary
