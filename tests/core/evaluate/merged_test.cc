// One learner under several registrations, read as one.
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "core/fold/join.h"
#include "tests/support/verdicts.h"

namespace cartulary {
namespace {

using namespace testing_support;

const LearnerId kOtherLearner = IdNumber<LearnerId>(1001);
const LearnerId kThirdLearner = IdNumber<LearnerId>(1002);

Event EventOf(const LearnerId& learner, std::uint64_t index, std::uint64_t version, Fact fact,
              std::string_view day = "2025-01-10") {
  Event event;
  event.kind = StreamKind::kLearner;
  event.subject = SubjectOf(learner);
  event.index.value = index;
  event.version.value = version;
  event.recorded_date = Day(day);
  event.by.effective = Day(day);
  event.fact = std::move(fact);
  return event;
}

// Streams that grow side by side in one log.
class Registrations {
 public:
  explicit Registrations(std::vector<LearnerId> learners) : learners_(std::move(learners)) {
    dossiers.resize(learners_.size());
  }
  std::vector<Dossier> dossiers;

  Version Record(std::size_t which, Fact fact, std::string_view day = "2025-01-10") {
    Dossier& dossier = dossiers.at(which);
    const Version version{dossier.next_version};
    const auto folded = Fold(
        dossier, EventOf(learners_.at(which), next_index_++, version.value, std::move(fact), day));
    EXPECT_TRUE(folded);
    return version;
  }
  Dossier Joined() const { return Join(dossiers.front(), std::span(dossiers).subspan(1)); }

 private:
  std::vector<LearnerId> learners_;
  std::uint64_t next_index_ = 1;
};

TEST(JoinTest, FactsStandInTheOrderOfTheLogAndSayWhereTheyWereRecorded) {
  Registrations two({kLearner, kOtherLearner});
  two.Record(0, LearnerRegistered{});                                       // 1
  two.Record(1, LearnerRegistered{});                                       // 2
  two.Record(1, Certificate("en", LanguageLevel::kB2));                     // 3
  two.Record(0, Opened(Route::kApprenticeship), "2024-09-01");              // 4
  two.Record(1, LanguageCertificateRevoked{Version{1}, {}}, "2025-02-01");  // 5

  const Dossier joined = two.Joined();

  EXPECT_EQ(joined.subject, SubjectOf(kLearner));
  ASSERT_EQ(joined.entries.size(), 5u);
  for (std::size_t i = 0; i < joined.entries.size(); ++i) {
    EXPECT_EQ(joined.entries[i].index.value, i + 1);
    EXPECT_EQ(joined.entries[i].version.value, i + 1);
  }
  EXPECT_EQ(RecordedAt(joined, joined.entries[3]), (EventRef{SubjectOf(kLearner), {1}}));
  EXPECT_EQ(RecordedAt(joined, joined.entries[4]), (EventRef{SubjectOf(kOtherLearner), {2}}));
  EXPECT_EQ(FindRecorded(joined, {SubjectOf(kOtherLearner), {2}}), &joined.entries[4]);
  EXPECT_EQ(FindEntry(joined, Index{4}), &joined.entries[3]);
  EXPECT_EQ(FindEntry(joined, Index{6}), nullptr);
  // It names the certificate of its own stream, not what the other has at that version.
  const auto& revoked = std::get<LanguageCertificateRevoked>(joined.entries[4].fact);
  EXPECT_EQ(FindStanding(joined, revoked.certificate), &joined.entries[2]);
}

TEST(JoinTest, CorrectionsAndVoidingsKeepTheirTargets) {
  Registrations two({kLearner, kOtherLearner});
  two.Record(0, LearnerRegistered{});
  two.Record(1, LearnerRegistered{});
  two.Record(1, Certificate("en", LanguageLevel::kB1));
  two.Record(0, Certificate("de", LanguageLevel::kB1));
  two.Record(1, FactCorrected{{1},
                              Certificate("en", LanguageLevel::kB2),
                              CorrectionGround::kEntryError,
                              Authority::kRegistrar});
  two.Record(0, FactVoided{{1}, CorrectionGround::kEntryError, Authority::kRegistrar});

  const Dossier joined = two.Joined();

  const auto held = HeldOn<LanguageCertificateRecorded>(joined, Day("2026-01-01"));
  ASSERT_EQ(held.size(), 1u);
  EXPECT_EQ(held.front()->level, LanguageLevel::kB2);
  const Entry* corrected = FindRecorded(joined, {SubjectOf(kOtherLearner), {1}});
  ASSERT_NE(corrected, nullptr);
  EXPECT_EQ(FindStanding(joined, corrected->version), held.front().entry);
  EXPECT_EQ(held.front().entry->replaces, corrected->version);
  const Entry* voided = FindRecorded(joined, {SubjectOf(kLearner), {1}});
  ASSERT_NE(voided, nullptr);
  EXPECT_EQ(FindStanding(joined, voided->version), nullptr);
}

TEST(JoinTest, OnlyTheSurvivorSaysThatTheyAreMerged) {
  Registrations three({kLearner, kOtherLearner, kThirdLearner});
  for (const std::size_t which : {0u, 1u, 2u}) three.Record(which, LearnerRegistered{});
  three.Record(1, LearnersMerged{kThirdLearner, true, {}}, "2025-02-01");
  three.Record(2, LearnersMerged{kOtherLearner, false, {}}, "2025-02-01");
  three.Record(0, LearnersMerged{kOtherLearner, true, {}}, "2025-03-01");
  three.Record(1, LearnersMerged{kLearner, false, {}}, "2025-03-01");

  EXPECT_TRUE(MergedInto(three.dossiers[0], Day("2025-02-28")).empty());
  EXPECT_EQ(MergedInto(three.dossiers[0], Day("2025-03-01")), std::vector{kOtherLearner});
  EXPECT_EQ(MergedInto(three.dossiers[1], Day("2025-03-01")), std::vector{kThirdLearner});
  EXPECT_EQ(SurvivorOf(three.dossiers[1], Day("2025-02-28")), std::nullopt);
  EXPECT_EQ(SurvivorOf(three.dossiers[1], Day("2025-03-01")), kLearner);
  const Dossier joined = three.Joined();
  EXPECT_EQ(SurvivorOf(joined, Day("2026-01-01")), std::nullopt);
  EXPECT_EQ(MergedInto(joined, Day("2026-01-01")), std::vector{kOtherLearner});
}

// What a verdict says, but for where it was recorded.
struct Told {
  Outcome outcome;
  Reason reason;
  std::vector<ReadValue> values;
  std::vector<Index> events;
  friend bool operator==(const Told&, const Told&) = default;
};
std::vector<Told> TellAll(const Verdict& verdict) {
  std::vector<Told> told;
  ForEachNode(verdict.root, [&](const VerdictNode& node) {
    Told one{node.outcome(), node.reason, node.values, {}};
    for (const Cited& event : node.events) one.events.push_back(event.index);
    told.push_back(std::move(one));
  });
  return told;
}

TEST(TrapTest, T17_HoweverFactsAreSpreadOverRegistrationsTheVerdictIsTheSame) {
  World world = Apprentice();
  RecordDecision(world, Decided(FinalDecision::kAdmitted));
  const Verdict whole = VerdictOf(world);
  ASSERT_EQ(whole.standing, CertificationStanding::kAdmitted);
  std::mt19937 random(20261125);
  for (int round = 0; round < 200; ++round) {
    // Facts that name one another by version go together.
    std::vector<Dossier> parts(2);
    std::map<Version, std::pair<std::size_t, Version>> places;
    for (Entry entry : world.dossier.entries) {
      std::size_t which = random() % 2;
      if (auto* stays = StaysNamedBy(entry.fact)) {
        for (Version& stay : *stays) std::tie(which, stay) = places.at(stay);
      }
      places[entry.version] = {which, Version{parts[which].next_version}};
      const auto event = EventOf(
          which == 0 ? kLearner : kOtherLearner, entry.index.value, parts[which].next_version,
          std::visit([](const auto& f) { return Fact(f); }, entry.fact), ToText(entry.effective));
      ASSERT_TRUE(Fold(parts[which], event));
    }
    if (parts[0].empty() || parts[1].empty()) continue;
    World split = world;
    split.dossier = Join(parts[0], std::span(parts).subspan(1));
    const Verdict verdict = VerdictOf(split);
    ASSERT_EQ(TellAll(verdict), TellAll(whole)) << "round " << round;
    EXPECT_EQ(verdict.standing, whole.standing);
    EXPECT_EQ(verdict.next_change, whole.next_change);
    ASSERT_TRUE(verdict.decision);
    const Entry* decision = FindEntry(split.dossier, verdict.decision->index);
    ASSERT_NE(decision, nullptr);
    EXPECT_EQ((EventRef{verdict.decision->subject, verdict.decision->version}),
              RecordedAt(split.dossier, *decision));
    ForEachNode(verdict.root, [&](const VerdictNode& node) {
      for (const Cited& event : node.events) {
        const Entry* cited = FindEntry(split.dossier, event.index);
        if (cited == nullptr) continue;  // Of a stream that the dossier refers to.
        EXPECT_EQ((EventRef{event.subject, event.version}), RecordedAt(split.dossier, *cited));
      }
    });
  }
}

TEST(MergedTest, ARecusalCountsUnderWhicheverRegistrationItWasRecorded) {
  for (const LearnerId& candidate : {kLearner, kOtherLearner, kThirdLearner}) {
    World world = Apprentice();
    RecordDecision(world, Decided(FinalDecision::kAdmitted));
    RecusalRecorded recusal;
    recusal.person = Person(12);
    recusal.candidate = candidate;
    world.Convene("2027-10-15", recusal);
    Dossier other = world.dossier;
    other.subject = SubjectOf(kOtherLearner);
    Dossier survivor;
    ASSERT_TRUE(Fold(survivor, EventOf(kThirdLearner, 900, 0, LearnerRegistered{})));
    world.dossier = Join(survivor, std::vector{other});
    const VerdictNode jury = NodeOf(VerdictOf(world), "jury");
    // Three are left, where four are asked; kLearner is somebody else.
    EXPECT_EQ(jury.outcome() == Outcome::kSatisfied, candidate == kLearner);
  }
}

}  // namespace
}  // namespace cartulary
