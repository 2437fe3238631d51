// The findings of random registers: the same however they are asked for, on both axes.
#include "projections/findings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/findings/checks.h"
#include "core/subjects.h"
#include "tests/projections/projection_suite.h"
#include "tests/projections/thread_executor.h"

namespace cartulary {
namespace {

// All that a finding says.
std::string Written(const Finding& finding) {
  std::string text = finding.id + ' ' + finding.text.en + " |";
  for (const Cited& cited : finding.evidence) text += ' ' + std::to_string(cited.index.value);
  for (const PersonId& person : finding.persons) text += ' ' + ToText(person);
  if (finding.learner) text += ' ' + ToText(*finding.learner);
  if (finding.enrolment) text += ' ' + ToText(*finding.enrolment);
  if (finding.jury) text += ' ' + ToText(*finding.jury);
  return text + ' ' + std::to_string(finding.revision);
}
std::vector<std::string> Written(const std::vector<Finding>& findings) {
  std::vector<std::string> texts;
  for (const Finding& finding : findings) texts.push_back(Written(finding));
  return texts;
}

class FindingsTest : public ProjectionSuite {
 protected:
  FindingsTest() : random_(hasher_, 71) {
    ReadRulesFrom(random_.log());
    StepTo(700);
    ApplyARevision();
    StepTo(1300);
    Approve();
    on_ = random_.log().events().back().recorded_date;
    state_ = RebuiltAt(random_.log(), size());
  }

  std::size_t size() const { return random_.log().events().size(); }

  // By whoever it is, as nothing here asks Decide.
  void ApplyARevision() {
    RevisionApplied applied;
    for (const Event& event : random_.log().events()) {
      const auto* revision = std::get_if<RevisionPublished>(&event.fact);
      if (revision == nullptr || revision->kind == RevisionKind::kFirst) continue;
      applied.certification = revision->certification;
      applied.edition = revision->edition;
      applied.number = revision->number;
      applied.approver = revision->author;
    }
    ASSERT_NE(applied.number, 0u) << "the log has no revision to apply";
    random_.Add(StreamKind::kReferential, SubjectOf(hasher_, applied.certification), applied,
                random_.today());
  }
  // Some acts, some of them by who did them.
  void Approve() {
    for (Event& event : random_.log().events()) {
      if (event.index.value % 50 != 0) continue;
      event.by.actor = {random_.persons().front(), ActorRole::kRegistrar, Assurance::kDeclared, 7};
      event.by.approver = {random_.persons()[event.index.value % 3], ActorRole::kDirector,
                           Assurance::kDeclared, 8};
    }
  }
  void StepTo(std::size_t events) {
    while (size() < events) random_.Step();
  }

  std::vector<Finding> MustCollect(const EventLog& log, const StateStore& state,
                                   const FindingsQuestion& question, Executor& executor,
                                   std::optional<Index> as_of = std::nullopt) {
    const auto reader = RegisterReader::Open(PortsTo(log), state, as_of);
    EXPECT_TRUE(reader);
    auto findings = CollectFindings(PortsTo(log, executor), state, *reader, question);
    EXPECT_TRUE(findings) << findings.error().detail.en;
    return findings ? *std::move(findings) : std::vector<Finding>();
  }
  std::vector<Finding> All(Date on) {
    return MustCollect(random_.log(), *state_, QuestionOn(on), serial_);
  }
  static FindingsQuestion QuestionOn(Date on) {
    return {.on = on, .learner = {}, .session = {}, .keep = {}};
  }

  RandomLog random_;
  Date on_;
  std::unique_ptr<StateStore> state_;
};

TEST_F(FindingsTest, TheRegisterIsIrregularEnough) {
  std::set<std::string_view> codes;
  for (const Finding& finding : All(on_)) codes.insert(finding.check->code);
  for (const char* code : {"SAME_PERSON_APPROVED", "JURY_POWER", "MINUTES_ABSENT", "ENTERED_LATE",
                           "RESULT_AFTER_DECISION", "DECISION_NOT_NOTIFIED"}) {
    EXPECT_TRUE(codes.contains(code)) << code;
  }
  EXPECT_GT(codes.size(), 15u);
}

TEST_F(FindingsTest, AsOfAnEarlierEventFindsWhatWasFoundThen) {
  for (const std::size_t events : {size() / 3, size() / 2, size() - 1}) {
    PlainLog then = random_.log();
    then.Truncate(events);
    const Index last{events - 1};
    const Date on = then.events().back().recorded_date;
    const auto state = RebuiltAt(then, events);
    const auto was_found = MustCollect(then, *state, QuestionOn(on), serial_);
    EXPECT_FALSE(was_found.empty());
    EXPECT_EQ(Written(MustCollect(random_.log(), *state_, QuestionOn(on), serial_, last)),
              Written(was_found))
        << events << " events";
  }
}

TEST_F(FindingsTest, OnAnEarlierDayNothingRestsOnWhatIsOfALaterOne) {
  const auto& events = random_.log().events();
  for (const int days : {30, 200, 600}) {
    const Date on{on_.days - days};
    const auto findings = All(on);
    EXPECT_FALSE(findings.empty());
    for (const Finding& finding : findings) {
      for (const Cited& cited : finding.evidence) {
        EXPECT_LE(events.at(cited.index.value).by.effective, on) << Written(finding);
      }
    }
  }
}

TEST_F(FindingsTest, EachIsFoundOfItsLearnerAndOfItsSessionAsOfAll) {
  std::map<LearnerId, std::vector<std::string>> of_learners;
  std::map<JuryId, std::vector<std::string>> of_sessions;
  for (const Finding& finding : All(on_)) {
    if (finding.learner) of_learners[*finding.learner].push_back(Written(finding));
    if (finding.jury) of_sessions[*finding.jury].push_back(Written(finding));
  }
  for (const auto& learner : random_.learners()) {
    FindingsQuestion question = QuestionOn(on_);
    question.learner = learner.id;
    question.keep = [&](const Finding& finding) { return finding.learner == learner.id; };
    EXPECT_EQ(Written(MustCollect(random_.log(), *state_, question, serial_)),
              of_learners[learner.id]);
  }
  for (const JuryId& jury : random_.juries()) {
    FindingsQuestion question = QuestionOn(on_);
    question.session = jury;
    EXPECT_EQ(Written(MustCollect(random_.log(), *state_, question, serial_)), of_sessions[jury]);
  }
}

TEST_F(FindingsTest, AnyNumberOfThreadsFindsTheSame) {
  const auto alone = Written(All(on_));
  for (const std::size_t threads : {2U, 7U}) {
    ThreadExecutor executor(threads);
    EXPECT_EQ(Written(MustCollect(random_.log(), *state_, QuestionOn(on_), executor)), alone)
        << threads << " threads";
  }
}

}  // namespace
}  // namespace cartulary
