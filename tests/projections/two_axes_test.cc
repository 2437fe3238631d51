// One learner, asked from every side: what was known, what was so, under which text.
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/ports/executor.h"
#include "core/subjects.h"
#include "projections/catch_up.h"
#include "projections/reader.h"
#include "store/codec/openssl_hasher.h"
#include "store/memory/memory_state_stores.h"
#include "tests/projections/plain_log.h"
#include "tests/support/small_rules.h"

namespace cartulary {
namespace {

using namespace testing_support;

const EditionCode kReform{"2026"};

// A grade of one block that reaches the mark, and English at B2.
Referential RulesWith(const EditionCode& edition, std::string_view pass_mark) {
  Referential rules;
  rules.certification = kCertification;
  rules.edition.code = edition;
  rules.blocks = {SmallBlock("BC01")};
  rules.routes = {{Route::kApprenticeship, true, Reading::kRead, JuryKind::kAward, ""}};
  rules.root.text = "award";
  Require(rules, "award", AllOf{Ids({"blocks", "english", "decision"})});
  Require(rules, "blocks", EachBlock{{"average"}, {}});
  WeightedAverage average = AverageRule();
  average.min = Assumed(Grade(pass_mark), "pass_mark");
  Require(rules, "average", average);
  Require(rules, "english", LanguageRule());
  Require(rules, "decision", JuryDecision{DecisionScope::kFinal, {FinalDecision::kAdmitted}, {}});
  return rules;
}

// Texts by the hash that a revision names.
class RulesByHash final : public RulesSource {
 public:
  Hash Add(Referential rules) {
    const Hash text{{static_cast<std::uint8_t>(texts_.size() + 1)}};
    texts_[text] = std::make_shared<const Referential>(std::move(rules));
    return text;
  }
  Result<std::shared_ptr<const Referential>> Load(const Hash& text) const override {
    return texts_.at(text);
  }

 private:
  std::map<Hash, std::shared_ptr<const Referential>> texts_;
};

// What is asked and what is answered.
struct Row {
  const char* as_of;  // The last event that is known: its name in the story.
  const char* on;
  std::uint32_t rules;  // The revision that is asked for; 0: what is applied.
  const char* average;  // Outcomes; "-": there is nothing to judge.
  const char* english;
  const char* standing;
  std::uint32_t revision;  // That judged.
  const char* words;
};

class TwoAxesTest : public testing::Test {
 protected:
  TwoAxesTest() { Tell(); }

  Version Add(const char* name, std::string_view recorded, std::string_view effective,
              StreamKind kind, const Subject& subject, Fact fact) {
    const Event& event = log_.Add(kind, subject, std::move(fact), Day(effective), Day(recorded));
    names_[name] = event.index;
    return event.version;
  }
  Version OfLearner(const char* name, std::string_view recorded, std::string_view effective,
                    Fact fact) {
    return Add(name, recorded, effective, StreamKind::kLearner, SubjectOf(kLearner),
               std::move(fact));
  }
  void OfRules(const char* name, std::string_view recorded, std::string_view effective, Fact fact) {
    Add(name, recorded, effective, StreamKind::kReferential, SubjectOf(hasher_, kCertification),
        std::move(fact));
  }
  void Publish(const char* name, std::string_view recorded, std::uint32_t number,
               const EditionCode& edition, std::string_view pass_mark, RevisionKind kind) {
    RevisionPublished revision;
    revision.certification = kCertification;
    revision.edition = edition;
    revision.number = number;
    revision.kind = kind;
    revision.text = rules_.Add(RulesWith(edition, pass_mark));
    texts_[number] = revision.text;
    OfRules(name, recorded, recorded, revision);
  }

  void Tell() {
    Add("body", "2024-06-01", "2020-01-01", StreamKind::kInstitution, InstitutionSubject(hasher_),
        BodyAccredited{{"ETS"}, {"en"}, {}, {}});
    EditionPublished edition;
    edition.certification = kCertification;
    edition.edition = kEdition;
    edition.binding = BindingDate::kEntryDate;
    OfRules("edition", "2024-06-01", "2020-01-01", edition);
    Publish("revision 1", "2024-06-02", 1, kEdition, "10", RevisionKind::kFirst);
    OfRules("plan", "2024-06-03", "2024-09-01", Planned("BC01-EX1", "BC01"));
    OfLearner("enrolled", "2024-09-03", "2024-09-02", Opened(Route::kApprenticeship));

    const Version grade =
        OfLearner("graded 9", "2025-01-21", "2025-01-20", Graded("BC01-EX1", "9"));
    const Version certificate = OfLearner("late certificate", "2025-06-05", "2025-02-10",
                                          Certificate("en", LanguageLevel::kB2));
    const auto corrected = [](Version target, std::string_view mark) {
      return FactCorrected{target, Graded("BC01-EX1", mark), CorrectionGround::kEntryError,
                           Authority::kRegistrar};
    };
    const auto voided = [](Version target) {
      return FactVoided{target, CorrectionGround::kEntryError, Authority::kRegistrar};
    };
    const Version first =
        OfLearner("corrected to 11", "2025-06-10", "2025-01-20", corrected(grade, "11"));
    const Version second =
        OfLearner("corrected again to 9.5", "2025-07-01", "2025-03-01", corrected(first, "9.5"));
    OfLearner("certificate voided", "2025-09-03", "2025-09-01", voided(certificate));
    OfLearner("grade voided", "2025-10-01", "2025-03-01", voided(second));
    OfLearner("graded 11.5", "2025-10-02", "2025-05-10", Graded("BC01-EX1", "11.5"));
    OfLearner("new certificate", "2026-02-02", "2026-02-01", Certificate("en", LanguageLevel::kB2));

    edition.edition = kReform;
    OfRules("reform", "2026-06-01", "2026-09-01", edition);
    Publish("revision 2", "2026-06-01", 2, kReform, "12", RevisionKind::kFirst);
    AssessmentPlanned plan = Planned("BC01-EX1", "BC01");
    plan.edition = kReform;
    OfRules("plan of the reform", "2026-06-02", "2024-09-01", plan);
    AnnualRegistrationRecorded repeated;
    repeated.enrolment = kEnrolment;
    repeated.academic_year.first = 2026;
    repeated.year_of_study = 3;
    repeated.repeating = true;
    repeated.edition = kReform;
    OfLearner("re-pinned", "2026-09-03", "2026-09-02", repeated);
    Publish("revision 3", "2026-10-01", 3, kEdition, "11.8", RevisionKind::kCorrection);
    RevisionApplied applied;
    applied.certification = kCertification;
    applied.edition = kEdition;
    applied.number = 3;
    OfRules("revision 3 applied", "2026-10-12", "2026-10-10", applied);
    OfLearner("late decision", "2026-10-20", "2026-07-10", Decided(FinalDecision::kAdmitted));
    state_ = *MemoryStateStores().Begin();
    EXPECT_TRUE(CatchUp(Ports(), *state_));
  }

  ProjectionPorts Ports() { return {log_, rules_, hasher_, serial_}; }

  Result<EvaluatedEnrolment> Ask(const Row& row, const StateStore& state) {
    const auto reader = RegisterReader::Open(Ports(), state, names_.at(row.as_of));
    EXPECT_TRUE(reader) << row.words;
    EvaluateOptions options{.on = Day(row.on), .revision = std::nullopt, .rules = nullptr};
    if (row.rules > 0) {
      options.revision = row.rules;
      options.rules = *rules_.Load(texts_.at(row.rules));
    }
    return reader->EvaluateNow(kLearner, kEnrolment, options);
  }

  OpensslHasher hasher_;
  SerialExecutor serial_;
  PlainLog log_;
  RulesByHash rules_;
  std::map<std::string, Index> names_;
  std::map<std::uint32_t, Hash> texts_;
  std::unique_ptr<StateStore> state_;
};

const VerdictNode* Find(const VerdictNode& node, std::string_view requirement) {
  if (node.requirement.text == requirement) return &node;
  for (const VerdictNode& child : node.children) {
    if (const VerdictNode* found = Find(child, requirement)) return found;
  }
  return nullptr;
}

std::string OutcomeOf(const Verdict& verdict, std::string_view requirement) {
  const VerdictNode* node = Find(verdict.root, requirement);
  return node == nullptr ? "none" : std::string(ToName(node->outcome()));
}

constexpr const char* kYes = "satisfied";
constexpr const char* kNo = "not_satisfied";
constexpr const char* kWait = "pending";
constexpr const char* kGoing = "in_progress";
constexpr const char* kMet = "conditions_met";

constexpr Row kRows[] = {
    // An entry made the day after.
    {"plan", "2025-01-01", 0, "-", "-", "-", 0, "nobody knows of an enrolment yet"},
    {"enrolled", "2024-09-01", 0, "-", "-", "-", 0, "known, and not yet so: the day before entry"},
    {"enrolled", "2024-09-02", 0, kWait, kWait, kGoing, 1, "on the first day nothing is there"},
    {"enrolled", "2026-01-01", 0, kWait, kWait, kGoing, 1,
     "of a later day, what is known on the first day"},
    {"graded 9", "2025-01-19", 0, kWait, kWait, kGoing, 1, "the day before the test"},
    {"graded 9", "2025-01-20", 0, kNo, kWait, kGoing, 1, "on the day of the test, 9 of 10"},
    {"graded 9", "2026-01-01", 0, kNo, kWait, kGoing, 1, "and on any later day"},
    // An entry made four months late.
    {"graded 9", "2025-02-10", 0, kNo, kWait, kGoing, 1,
     "the certificate exists, and nobody has recorded it"},
    {"late certificate", "2025-02-09", 0, kNo, kWait, kGoing, 1, "recorded, for the day after"},
    {"late certificate", "2025-02-10", 0, kNo, kYes, kGoing, 1,
     "recorded in June, so since February"},
    {"late certificate", "2025-06-05", 0, kNo, kYes, kGoing, 1, "on the day of its record"},
    // A correction without a date of its own: the former never was so, at any day.
    {"corrected to 11", "2025-01-19", 0, kWait, kWait, kGoing, 1, "the day before the test"},
    {"corrected to 11", "2025-01-20", 0, kYes, kWait, kGoing, 1,
     "from the day of the test, not from that of the correction"},
    {"corrected to 11", "2025-02-10", 0, kYes, kYes, kMet, 1, "both, from the later of the two"},
    {"late certificate", "2025-06-10", 0, kNo, kYes, kGoing, 1,
     "asked as of before the correction, the grade is 9 whatever the day"},
    // A correction of a correction, with a date of its own.
    {"corrected again to 9.5", "2025-01-20", 0, kWait, kWait, kGoing, 1,
     "the test is of March: in January there was none"},
    {"corrected again to 9.5", "2025-02-28", 0, kWait, kYes, kGoing, 1, "the day before its date"},
    {"corrected again to 9.5", "2025-03-01", 0, kNo, kYes, kGoing, 1, "9.5 from its own date on"},
    {"corrected again to 9.5", "2026-01-01", 0, kNo, kYes, kGoing, 1, "and on any later day"},
    {"corrected to 11", "2025-03-01", 0, kYes, kYes, kMet, 1,
     "before the second correction was known, 11 held on that day"},
    // A voiding with a date of its own: until then it counts.
    {"corrected again to 9.5", "2025-09-01", 0, kNo, kYes, kGoing, 1,
     "the voiding is of that day, and not known"},
    {"certificate voided", "2025-08-31", 0, kNo, kYes, kGoing, 1,
     "the last day on which it counts"},
    {"certificate voided", "2025-09-01", 0, kNo, kWait, kGoing, 1,
     "the first on which it does not"},
    {"certificate voided", "2025-02-09", 0, kWait, kWait, kGoing, 1, "before the certificate"},
    // A voiding without one: it never was so.
    {"grade voided", "2025-03-01", 0, kWait, kYes, kGoing, 1, "no grade on the day that it had"},
    {"grade voided", "2025-01-20", 0, kWait, kWait, kGoing, 1,
     "nor do the two that it replaced come back"},
    {"certificate voided", "2025-03-01", 0, kNo, kYes, kGoing, 1,
     "asked as of before the voiding, the 9.5 is there"},
    // A new entry after all that.
    {"graded 11.5", "2025-05-09", 0, kWait, kYes, kGoing, 1, "the day before the new test"},
    {"graded 11.5", "2025-05-10", 0, kYes, kYes, kMet, 1,
     "met from May to August, as is known since October"},
    {"graded 11.5", "2025-09-01", 0, kYes, kWait, kGoing, 1,
     "without a certificate from September"},
    {"new certificate", "2026-01-31", 0, kYes, kWait, kGoing, 1, "the gap of that winter stays"},
    {"new certificate", "2026-02-01", 0, kYes, kYes, kMet, 1, "and ends with the new certificate"},
    // A re-pin: another edition binds from its day on.
    {"revision 2", "2026-09-02", 0, kYes, kYes, kMet, 1,
     "the reform is in force, and binds who enters under it only"},
    {"re-pinned", "2026-09-01", 0, kYes, kYes, kMet, 1, "the day before the re-pin: edition 2024"},
    {"re-pinned", "2026-09-02", 0, kNo, kYes, kGoing, 2,
     "from that day by edition 2026: 11.5 of 12"},
    {"re-pinned", "2025-05-10", 0, kYes, kYes, kMet, 1, "of a day in 2025, still by edition 2024"},
    // A correction of the rules, published and then applied.
    {"revision 3", "2026-09-01", 0, kYes, kYes, kMet, 1, "published, and judges nobody yet"},
    {"revision 3", "2026-09-01", 3, kNo, kYes, kGoing, 3, "but who asks: 11.5 of 11.8"},
    {"revision 3 applied", "2026-09-01", 0, kNo, kYes, kGoing, 3,
     "applied, it judges every day of its edition"},
    {"revision 3 applied", "2025-05-10", 0, kNo, kYes, kGoing, 3,
     "also days before it was published: the text was misread, not changed"},
    {"revision 3 applied", "2026-09-02", 0, kNo, kYes, kGoing, 2,
     "and no day of the other edition"},
    {"revision 3", "2025-05-10", 0, kYes, kYes, kMet, 1,
     "as of the day before it was applied, revision 1 still judges"},
    {"revision 3 applied", "2025-05-10", 1, kYes, kYes, kMet, 1, "revision 1 can be asked again"},
    // All three at once.
    {"graded 9", "2025-01-20", 3, kNo, kWait, kGoing, 3,
     "what was known in January 2025, under a text of October 2026"},
    {"corrected to 11", "2025-02-10", 3, kNo, kYes, kGoing, 3,
     "11 was enough by what was applied then, and is not by the corrected text"},
    {"graded 11.5", "2025-05-10", 3, kNo, kYes, kGoing, 3, "known in October 2025, so in May"},
    {"graded 11.5", "2025-05-10", 2, kNo, kYes, kGoing, 2,
     "under the text of an edition that does not bind: answered as asked"},
    {"re-pinned", "2026-09-02", 1, kYes, kYes, kMet, 1,
     "after the re-pin, by the text of the former edition"},
    // An act recorded late.
    {"revision 3 applied", "2026-07-10", 0, kNo, kYes, kGoing, 3,
     "the jury has sat, and nobody has recorded it"},
    {"late decision", "2026-07-09", 0, kNo, kYes, kGoing, 3, "the day before it sat"},
    {"late decision", "2026-07-10", 0, kNo, kYes, "admitted", 3,
     "what a jury decided stands, whatever the corrected text computes"},
    {"late decision", "2026-07-10", 1, kYes, kYes, "admitted", 1, "by revision 1 it was supported"},
};

TEST_F(TwoAxesTest, WhatWasKnownWhatWasSoAndUnderWhichTextAreAskedApart) {
  static_assert(std::size(kRows) >= 40);
  for (const Row& row : kRows) {
    SCOPED_TRACE(std::string("as of ") + row.as_of + ", on " + row.on + ", rules " +
                 std::to_string(row.rules) + ": " + row.words);
    const auto answer = Ask(row, *state_);
    if (std::string_view(row.standing) == "-") {
      ASSERT_FALSE(answer);
      EXPECT_EQ(answer.error().code, ErrorCode::kNotFound);
      continue;
    }
    ASSERT_TRUE(answer) << answer.error().detail.en;
    EXPECT_EQ(OutcomeOf(answer->verdict, "average"), row.average);
    EXPECT_EQ(OutcomeOf(answer->verdict, "english"), row.english);
    EXPECT_EQ(ToName(answer->verdict.standing), row.standing);
    EXPECT_EQ(answer->verdict.revision, row.revision);
    EXPECT_EQ(answer->verdict.on, Day(row.on));
  }
}

// An answer as of a moment is the answer that was given then: from state that had taken in no more.
TEST_F(TwoAxesTest, WhatIsRecordedLaterChangesNoAnswerAsOfBefore) {
  for (const Row& row : kRows) {
    SCOPED_TRACE(std::string("as of ") + row.as_of + ", on " + row.on);
    const auto now = Ask(row, *state_);
    const auto state_then = *MemoryStateStores().Begin();
    const CatchUpOptions until{.until = names_.at(row.as_of).value + 1};
    ASSERT_TRUE(CatchUp(Ports(), *state_then, until));
    const auto then = Ask(row, *state_then);
    ASSERT_EQ(now.has_value(), then.has_value());
    if (now) {
      EXPECT_EQ(VerdictRowOf(now->verdict), VerdictRowOf(then->verdict));
    }
  }
}

}  // namespace
}  // namespace cartulary
