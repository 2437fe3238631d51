#include "core/fold/fold.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "core/fold/terms.h"

namespace cartulary {
namespace {

const Subject kLearner{{7}};
const EnrolmentId kEnrolment{{8}};

Date Day(const char* text) { return Date::Parse(text).value(); }

AssessmentRecorded Grade(int units) {
  AssessmentRecorded fact;
  fact.enrolment = kEnrolment;
  fact.plan = {"BC01-EX1"};
  fact.session = AssessmentSession::kFirst;
  fact.attempt = 1;
  fact.status = AssessmentStatus::kGraded;
  fact.grade = Decimal::Of(units);
  return fact;
}

// A stream under construction: every event is the next one of the learner.
class Script {
 public:
  Script& Add(const char* effective, Fact fact) { return Add(Day(effective), std::move(fact)); }
  Script& Add(Date effective, Fact fact) {
    Event event;
    event.kind = StreamKind::kLearner;
    event.subject = kLearner;
    event.version = {events.size()};
    event.index = {events.size() * 3 + 10};
    event.recorded_date = Date{Day("2024-01-01").days + static_cast<std::int32_t>(events.size())};
    event.by.effective = effective;
    event.by.entry = EntryMode::kLive;
    event.fact = std::move(fact);
    events.push_back(std::move(event));
    return *this;
  }
  FoldedStream Folded() const {
    FoldedStream stream;
    for (const Event& event : events) {
      const Status status = Fold(stream, event);
      EXPECT_TRUE(status) << status.error().detail.en;
    }
    return stream;
  }
  std::vector<Event> events;
};

FactCorrected Correct(std::uint64_t target, PlainFact replacement) {
  return {{target}, std::move(replacement), CorrectionGround::kEntryError, Authority::kRegistrar};
}
FactVoided Void(std::uint64_t target) {
  return {{target}, CorrectionGround::kDuplicate, Authority::kRegistrar};
}

// The grades that hold on a date, in order: "12 14".
std::string GradesOn(const FoldedStream& stream, const char* on) {
  std::string grades;
  for (const auto& held : HeldOn<AssessmentRecorded>(stream, kEnrolment, Day(on))) {
    grades += (grades.empty() ? "" : " ") + ToText(held->grade.value());
  }
  return grades;
}

struct AxesRow {
  const char* name;
  Script script;
  // What holds before, on and after 2024-03-01, and later, on and after 2024-06-01.
  const char* feb;
  const char* march_1;
  const char* may_31;
  const char* june_1;
};

TEST(FoldTest, CorrectionsAndVoidingsTakeEffectOnBothAxes) {
  const std::vector<AxesRow> rows = {
      {"a fact holds from its date", Script().Add("2024-03-01", Grade(12)), "", "12", "12", "12"},
      {"a correction without a date of its own: the target never was so",
       Script().Add("2024-03-01", Grade(12)).Add("2024-03-01", Correct(0, Grade(14))), "", "14",
       "14", "14"},
      {"a correction with a later date: the target is out at once, the replacement comes later",
       Script().Add("2024-03-01", Grade(12)).Add("2024-06-01", Correct(0, Grade(14))), "", "", "",
       "14"},
      {"a correction with an earlier date",
       Script().Add("2024-03-01", Grade(12)).Add("2024-02-01", Correct(0, Grade(14))), "14", "14",
       "14", "14"},
      {"a voiding without a date of its own",
       Script().Add("2024-03-01", Grade(12)).Add("2024-03-01", Void(0)), "", "", "", ""},
      {"a voiding from a later date",
       Script().Add("2024-03-01", Grade(12)).Add("2024-06-01", Void(0)), "", "12", "12", ""},
      {"a voiding from an earlier date",
       Script().Add("2024-03-01", Grade(12)).Add("2024-02-01", Void(0)), "", "", "", ""},
      {"a correction of a correction",
       Script()
           .Add("2024-03-01", Grade(12))
           .Add("2024-03-01", Correct(0, Grade(14)))
           .Add("2024-03-01", Correct(1, Grade(15))),
       "", "15", "15", "15"},
      {"a voided correction leaves nothing: the target does not come back",
       Script()
           .Add("2024-03-01", Grade(12))
           .Add("2024-03-01", Correct(0, Grade(14)))
           .Add("2024-06-01", Void(1)),
       "", "14", "14", ""},
      {"another fact is not touched",
       Script().Add("2024-03-01", Grade(12)).Add("2024-03-01", Grade(7)).Add("2024-03-01", Void(0)),
       "", "7", "7", "7"},
  };
  for (const AxesRow& row : rows) {
    SCOPED_TRACE(row.name);
    const FoldedStream stream = row.script.Folded();
    EXPECT_EQ(GradesOn(stream, "2024-02-15"), row.feb);
    EXPECT_EQ(GradesOn(stream, "2024-03-01"), row.march_1);
    EXPECT_EQ(GradesOn(stream, "2024-05-31"), row.may_31);
    EXPECT_EQ(GradesOn(stream, "2024-06-01"), row.june_1);
  }
}

TEST(FoldTest, AnEarlierPrefixStillShowsWhatWasCorrectedLater) {
  Script script;
  script.Add("2024-03-01", Grade(12)).Add("2024-03-01", Correct(0, Grade(14)));
  Script before = script;
  before.events.pop_back();
  EXPECT_EQ(GradesOn(before.Folded(), "2024-06-01"), "12");
  EXPECT_EQ(GradesOn(script.Folded(), "2024-06-01"), "14");
}

TEST(FoldTest, AnEntryTellsWhatReplacedItAndWhatItReplaces) {
  Script script;
  script.Add("2024-03-01", Grade(12)).Add("2024-03-01", Correct(0, Grade(14)));
  const FoldedStream stream = script.Folded();
  ASSERT_EQ(stream.entries.size(), 2u);
  EXPECT_EQ(stream.entries[0].superseded, (Superseded{{1}, script.events[1].index, std::nullopt}));
  EXPECT_EQ(stream.entries[1].replaces, Version{0});
  EXPECT_EQ(stream.entries[1].recorded_date, script.events[1].recorded_date);
  EXPECT_EQ(FindEntry(stream, Version{1}), &stream.entries[1]);
}

TEST(FoldTest, AVoidingHasNoEntryOfItsOwn) {
  Script script;
  script.Add("2024-03-01", Grade(12)).Add("2024-03-01", Void(0)).Add("2024-03-02", Grade(9));
  const FoldedStream stream = script.Folded();
  EXPECT_EQ(stream.next_version, 3u);
  EXPECT_EQ(FindEntry(stream, Version{1}), nullptr);
  EXPECT_EQ(FindEntry(stream, Version{2}), &stream.entries[1]);
  EXPECT_EQ(FindEntry(stream, Version{3}), nullptr);
}

TEST(FoldTest, AVersionGoesOnNamingAFactThroughItsCorrections) {
  Script script;
  script.Add("2024-03-01", Grade(12))
      .Add("2024-03-01", Correct(0, Grade(14)))
      .Add("2024-03-01", Correct(1, Grade(15)))
      .Add("2024-03-01", Grade(9))
      .Add("2024-03-01", Void(3))
      .Add("2024-03-01", Grade(8))
      .Add("2024-06-01", Void(5));
  const FoldedStream stream = script.Folded();
  const Entry* standing = FindStanding(stream, Version{0});
  ASSERT_NE(standing, nullptr);
  EXPECT_EQ(standing->version, Version{2});
  EXPECT_EQ(FindStanding(stream, Version{1}), standing);
  EXPECT_EQ(FindStanding(stream, Version{2}), standing);
  EXPECT_EQ(FindStanding(stream, Version{3}), nullptr) << "voided altogether";
  EXPECT_EQ(FindStanding(stream, Version{5}), FindEntry(stream, Version{5})) << "from a date";
  EXPECT_EQ(FindStanding(stream, Version{99}), nullptr);
}

struct RefusedRow {
  const char* name;
  Event event;
};

TEST(FoldTest, RefusesWhatCannotFollowAndLeavesTheStreamUnchanged) {
  Script script;
  script.Add("2024-03-01", Grade(12))
      .Add("2024-03-01", Correct(0, Grade(14)))
      .Add("2024-03-02", Grade(9))
      .Add("2024-03-02", Void(2));
  const FoldedStream stream = script.Folded();

  const auto next = [&](Fact fact) {
    Script more = script;
    return more.Add("2024-03-03", std::move(fact)).events.back();
  };
  const auto changed = [&](auto change) {
    Event event = next(Grade(10));
    change(event);
    return event;
  };
  const std::vector<RefusedRow> rows = {
      {"a version too far", changed([](Event& e) { ++e.version.value; })},
      {"a version again", changed([](Event& e) { --e.version.value; })},
      {"an index that does not increase", changed([&](Event& e) { e.index = stream.last_index; })},
      {"another subject", changed([](Event& e) { e.subject = Subject{{1}}; })},
      {"another kind of stream", changed([](Event& e) { e.kind = StreamKind::kJury; })},
      {"a correction of nothing", next(Correct(9, Grade(1)))},
      {"a correction of itself", next(Correct(4, Grade(1)))},
      {"a correction of a voiding", next(Correct(3, Grade(1)))},
      {"a correction of what is corrected", next(Correct(0, Grade(1)))},
      {"a correction of what is voided", next(Correct(2, Grade(1)))},
      {"a replacement of another type", next(Correct(1, LearnerRegistered{}))},
      {"a voiding of nothing", next(Void(9))},
      {"a voiding of what is corrected", next(Void(0))},
      {"a voiding of what is voided", next(Void(2))},
  };
  for (const RefusedRow& row : rows) {
    SCOPED_TRACE(row.name);
    FoldedStream copy = stream;
    const Status status = Fold(copy, row.event);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::kIntegrity);
    EXPECT_NE(status.error().detail.en.find(std::to_string(row.event.index.value)),
              std::string::npos)
        << status.error().detail.en;
    EXPECT_EQ(copy, stream);
  }
}

TEST(FoldTest, RefusesAStreamThatDoesNotBeginAtVersion0) {
  Script script;
  script.Add("2024-03-01", Grade(12)).Add("2024-03-01", Grade(13));
  FoldedStream stream;
  EXPECT_FALSE(Fold(stream, script.events[1]));
  EXPECT_EQ(stream, FoldedStream{});
}

// A random lawful stream, with what a plain reading of the words says holds of it.
struct RandomStream {
  explicit RandomStream(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::size_t n) { return std::size_t{random()} % n; };
    while (script.events.size() < 60) {
      const Date day{Day("2024-01-01").days + static_cast<std::int32_t>(below(200))};
      std::vector<std::size_t> live;
      for (std::size_t i = 0; i < facts.size(); ++i) {
        if (!facts[i].gone) live.push_back(i);
      }
      const std::size_t choice = live.empty() ? 0 : below(4);
      if (choice < 2) {
        facts.push_back({script.events.size(), day, static_cast<int>(below(21)), false, {}});
        script.Add(day, Grade(facts.back().grade));
        continue;
      }
      Modelled& target = facts[live[below(live.size())]];
      target.gone = true;
      const Date own = below(2) == 0 ? target.from : day;
      if (choice == 2) {
        target.until = target.from;  // Never was so.
        const Modelled replacement{
            script.events.size(), own, static_cast<int>(below(21)), false, {}};
        script.Add(own, Correct(target.version, Grade(replacement.grade)));
        facts.push_back(replacement);
      } else {
        target.until = own;
        script.Add(own, Void(target.version));
      }
    }
  }

  struct Modelled {
    std::uint64_t version;
    Date from;
    int grade;
    bool gone;
    std::optional<Date> until;  // Excluded.
  };
  std::string GradesOn(Date on) const {
    std::string grades;
    for (const Modelled& fact : facts) {
      if (on < fact.from || (fact.until && *fact.until <= on)) continue;
      grades += (grades.empty() ? "" : " ") + std::to_string(fact.grade);
    }
    return grades;
  }

  Script script;
  std::vector<Modelled> facts;
};

TEST(FoldTest, RandomStreamsHoldWhatAModelSays) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    const RandomStream random(seed);
    const FoldedStream stream = random.script.Folded();
    for (int day = -1; day <= 201; ++day) {
      const Date on{Day("2024-01-01").days + day};
      ASSERT_EQ(GradesOn(stream, ToText(on).c_str()), random.GradesOn(on)) << ToText(on);
    }
  }
}

TEST(FoldTest, FoldingInPiecesGivesTheSame) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    const RandomStream random(seed);
    const FoldedStream whole = random.script.Folded();
    std::mt19937 cuts(seed + 1000);
    FoldedStream kept;
    std::size_t next = 0;
    while (next < random.script.events.size()) {
      FoldedStream piece = kept;  // As a projection that stores its state between two batches.
      const std::size_t end = std::min(next + cuts() % 7, random.script.events.size());
      for (; next < end; ++next) ASSERT_TRUE(Fold(piece, random.script.events[next]));
      kept = piece;
    }
    ASSERT_EQ(kept, whole) << seed;
  }
}

TEST(TermsTest, EnrolmentsKeepTheirPlaceWhenOneIsCorrectedOrVoided) {
  const auto opened = [](std::uint8_t id, std::optional<Superseded> out = {}) {
    EnrolmentOpened fact;
    fact.enrolment = EnrolmentId{{id}};
    Entry entry;
    entry.fact = fact;
    entry.superseded = out;
    return entry;
  };
  const Superseded out{Version{9}, Index{9}, std::nullopt};
  FoldedStream learner;
  learner.entries = {opened(2, out), opened(1, out), opened(3), opened(2)};  // 1 is voided.
  EXPECT_EQ(EnrolmentsIn(learner),
            (std::vector{EnrolmentId{{2}}, EnrolmentId{{1}}, EnrolmentId{{3}}}));
  EXPECT_TRUE(EnrolmentsIn({}).empty());
}

TEST(FoldTest, CitationsAreTheStreamsNamedAnywhereInADossier) {
  EnrolmentOpened enrolment;
  enrolment.certification = {"RNCP39304"};
  AssessmentRecorded assessment = Grade(12);
  assessment.assessors = {PersonId{{1}}, PersonId{{2}}};
  TutorGridSigned grid;
  grid.academic = Signature{PersonId{{3}}, Day("2024-03-01")};
  DefenceHeld defence;
  defence.panel = {{PersonId{{4}}, College::kAcademic}};
  JuryDecisionRecorded decision;
  decision.jury = JuryId{{5}};
  decision.deliberated = {PersonId{{2}}};
  decision.chair = PersonId{{6}};
  Script script;
  script.Add("2024-03-01", enrolment)
      .Add("2024-03-01", assessment)
      .Add("2024-03-01", grid)
      .Add("2024-03-01", defence)
      .Add("2024-03-01", decision);
  const Citations citations = CitationsOf(script.Folded());
  EXPECT_EQ(citations.referentials, (std::set<CertificationCode>{{"RNCP39304"}}));
  EXPECT_EQ(citations.juries, (std::set<JuryId>{JuryId{{5}}}));
  EXPECT_TRUE(citations.persons.empty());
}

TEST(FoldTest, CitationsOfAFactReachIntoItsReplacement) {
  CandidateConvened convened;
  convened.learner = LearnerId{{9}};
  EXPECT_EQ(CitationsOf(Fact{convened}).learners, (std::set<LearnerId>{LearnerId{{9}}}));
  EXPECT_EQ(CitationsOf(Fact{Correct(0, convened)}).learners,
            (std::set<LearnerId>{LearnerId{{9}}}));
}

TEST(ReferenceTest, AMissingStreamReadsAsAnEmptyOne) {
  Reference reference;
  reference.juries[JuryId{{1}}].next_version = 1;
  EXPECT_FALSE(reference.Jury(JuryId{{1}}).empty());
  EXPECT_TRUE(reference.Jury(JuryId{{2}}).empty());
  EXPECT_TRUE(reference.Person(PersonId{{2}}).empty());
  EXPECT_TRUE(reference.Referential({"RNCP39304"}).empty());
}

}  // namespace
}  // namespace cartulary
