#include "projections/catch_up.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "core/fold/join.h"
#include "core/subjects.h"
#include "projections/reader.h"
#include "store/memory/overlay_state_store.h"
#include "tests/projections/log_through.h"
#include "tests/projections/projection_suite.h"
#include "tests/projections/thread_executor.h"

namespace cartulary {
namespace {

class CatchUpTest : public ProjectionSuite {
 protected:
  RandomLog MakeLog(std::uint64_t seed, std::size_t events) {
    RandomLog random(hasher_, seed);
    while (random.log().events().size() < events) random.Step();
    return random;
  }
};

TEST_F(CatchUpTest, EveryPrefixIsAsRebuilt) {
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    const RandomLog random = MakeLog(seed, 160);
    ReadRulesFrom(random.log());
    const auto state = NewState();
    for (std::uint64_t size = 1; size <= random.log().events().size(); ++size) {
      MustCatchUp(random.log(), *state, {.slice_events_max = 1, .until = size});
      SCOPED_TRACE("seed " + std::to_string(seed) + ", size " + std::to_string(size));
      ExpectSame(*state, *RebuiltAt(random.log(), size));
      if (HasFailure()) return;
    }
  }
}

TEST_F(CatchUpTest, EverySliceSizeGivesTheSame) {
  for (std::uint64_t seed = 100; seed < 104; ++seed) {
    const RandomLog random = MakeLog(seed, 1200);
    ReadRulesFrom(random.log());
    const std::uint64_t size = random.log().events().size();
    const auto rebuilt = RebuiltAt(random.log(), size);
    for (const std::size_t slice : {7u, 100u, 4096u}) {
      SCOPED_TRACE("seed " + std::to_string(seed) + ", slice " + std::to_string(slice));
      const auto state = NewState();
      EXPECT_EQ(MustCatchUp(random.log(), *state, {.slice_events_max = slice}).size, size);
      ExpectSame(*state, *rebuilt);
    }
  }
}

TEST_F(CatchUpTest, EveryKthPrefixOfALongLogIsAsRebuilt) {
  const RandomLog random = MakeLog(7, 3000);
  ReadRulesFrom(random.log());
  const auto state = NewState();
  for (std::uint64_t size = 211; size <= random.log().events().size(); size += 211) {
    SCOPED_TRACE("size " + std::to_string(size));
    MustCatchUp(random.log(), *state, {.slice_events_max = 50, .until = size});
    ExpectSame(*state, *RebuiltAt(random.log(), size));
  }
}

// Otherwise the tests above compare nothing with nothing.
TEST_F(CatchUpTest, RandomLogsFillEveryTable) {
  const RandomLog random = MakeLog(101, 2400);
  ReadRulesFrom(random.log());
  const auto state = RebuiltAt(random.log(), random.log().events().size());
  for (const Table table : kTables) {
    EXPECT_GT(CountRows(*state, table), 3u) << static_cast<int>(table);
  }
  for (const FactType type :
       {FactType::kFactCorrected, FactType::kFactVoided, FactType::kDelegationEnded,
        FactType::kMinutesSealed, FactType::kRecusalRecorded, FactType::kAwardIssued,
        FactType::kAnnualRegistrationRecorded, FactType::kRouteChanged,
        FactType::kEnrolmentSuspended, FactType::kEnrolmentResumed, FactType::kEnrolmentClosed,
        FactType::kEnrolmentTransferred, FactType::kSuccessorDeclared,
        FactType::kEquivalenceGranted, FactType::kWaiverGranted, FactType::kLearnersMerged,
        FactType::kRevisionApplied, FactType::kCaseOpened}) {
    EXPECT_GT(random.counts().count(type), 0u) << static_cast<int>(type);
  }
}

TEST_F(CatchUpTest, AnyNumberOfThreadsGivesTheSameDigest) {
  const RandomLog random = MakeLog(3, 1500);
  ReadRulesFrom(random.log());
  const std::uint64_t size = random.log().events().size();
  const Hash digest = MustDigest(*RebuiltAt(random.log(), size));
  for (const std::size_t width : {1u, 2u, 7u}) {
    ThreadExecutor threads(width);
    EXPECT_EQ(MustDigest(*RebuiltAt(random.log(), size, threads)), digest) << width;
    const auto state = NewState();
    ASSERT_TRUE(CatchUp(PortsTo(random.log(), threads), *state, {.slice_events_max = 300}));
    EXPECT_EQ(MustDigest(*state), digest) << width;
  }
}

TEST_F(CatchUpTest, AnInterruptedCatchUpGoesOnFromItsCheckpoint) {
  const RandomLog random = MakeLog(4, 600);
  ReadRulesFrom(random.log());
  const auto state = NewState();
  MustCatchUp(random.log(), *state, {.slice_events_max = 64, .until = 333});
  EXPECT_EQ(*state->Checkpoint(), 333u);

  MustCatchUp(random.log(), *state);

  ExpectSame(*state, *RebuiltAt(random.log(), random.log().events().size()));
  EXPECT_EQ(MustCatchUp(random.log(), *state).evaluated, 0u) << "nothing is left to do";
}

TEST_F(CatchUpTest, ARebuiltGenerationGoesOn) {
  const RandomLog random = MakeLog(5, 600);
  ReadRulesFrom(random.log());
  const auto state = RebuiltAt(random.log(), 400);
  MustCatchUp(random.log(), *state, {.slice_events_max = 10});
  ExpectSame(*state, *RebuiltAt(random.log(), random.log().events().size()));
}

TEST_F(CatchUpTest, RebuildPutsTheNewGenerationToUse) {
  const RandomLog random = MakeLog(6, 300);
  ReadRulesFrom(random.log());
  MemoryStateStores stores;
  EXPECT_EQ(*(*stores.Active())->Checkpoint(), 0u);

  const Status rebuilt = Rebuild(PortsTo(random.log()), stores);

  ASSERT_TRUE(rebuilt) << rebuilt.error().detail.en;
  const auto first = *stores.Active();
  const Hash digest = MustDigest(*first);
  EXPECT_EQ(*first->Checkpoint(), random.log().events().size());
  ASSERT_TRUE(Rebuild(PortsTo(random.log()), stores));
  EXPECT_EQ(MustDigest(**stores.Active()), digest);
}

TEST_F(CatchUpTest, AnOverlayIsBroughtUpToDateWithoutWritingBelow) {
  const RandomLog random = MakeLog(8, 500);
  ReadRulesFrom(random.log());
  MemoryStateStores stores;
  MustCatchUp(random.log(), **stores.Active(), {.until = 250});
  const Hash below = MustDigest(**stores.Active());

  OverlayStateStore overlay(*stores.Active());
  MustCatchUp(random.log(), overlay, {.slice_events_max = 20});

  ExpectSame(overlay, *RebuiltAt(random.log(), random.log().events().size()));
  EXPECT_EQ(MustDigest(**stores.Active()), below);
}

TEST_F(CatchUpTest, AnEventThatCannotBeFoldedStopsBeforeItsSlice) {
  RandomLog random = MakeLog(9, 200);
  ReadRulesFrom(random.log());
  const Subject learner = SubjectOf(random.learners().front().id);
  random.log().Add(StreamKind::kLearner, learner,
                   FactVoided{{9999}, CorrectionGround::kEntryError, Authority::kRegistrar},
                   random.today(), random.today());
  const std::uint64_t bad = random.log().events().size() - 1;
  for (int i = 0; i < 20; ++i)
    random.log().Add(StreamKind::kPerson, Subject{{1, 2, 3}}, PersonRegistered{}, random.today(),
                     random.today());
  const auto state = NewState();

  const auto caught_up = CatchUp(PortsTo(random.log()), *state, {.slice_events_max = 1});

  ASSERT_FALSE(caught_up);
  EXPECT_EQ(caught_up.error().code, ErrorCode::kIntegrity);
  EXPECT_NE(caught_up.error().detail.en.find("event " + std::to_string(bad)), std::string::npos)
      << caught_up.error().detail.en;
  EXPECT_EQ(*state->Checkpoint(), bad);
  const Status filled = FillState(PortsTo(random.log()), *NewState(), bad + 1);
  ASSERT_FALSE(filled);
  EXPECT_EQ(filled.error().detail.en, caught_up.error().detail.en);
}

TEST_F(CatchUpTest, ALogThatSkipsAnEventStops) {
  RandomLog random = MakeLog(10, 50);
  ReadRulesFrom(random.log());
  random.log().events().at(20).index = {21};
  const auto state = NewState();
  const auto caught_up = CatchUp(PortsTo(random.log()), *state, {.slice_events_max = 5});
  ASSERT_FALSE(caught_up);
  EXPECT_EQ(caught_up.error().code, ErrorCode::kIntegrity);
  EXPECT_EQ(*state->Checkpoint(), 20u);
}

TEST_F(CatchUpTest, AnEventOfAReferenceEvaluatesThoseWhoCiteItOnly) {
  RandomLog random = MakeLog(11, 900);
  ReadRulesFrom(random.log());
  const auto state = NewState();
  MustCatchUp(random.log(), *state);
  const JuryId jury = random.juries().front();
  const auto citing = FindCiting(*state, SubjectOf(jury));
  ASSERT_TRUE(citing);
  ASSERT_FALSE(citing->empty());
  ASSERT_LT(citing->size(), random.learners().size());

  random.Add(StreamKind::kJury, SubjectOf(jury),
             AttendanceSigned{random.persons().front(), {}, {}, SignatureMethod::kElectronic},
             random.today());
  // And those into whom one of them was merged.
  std::set<LearnerId> concerned(citing->begin(), citing->end());
  const auto reader = RegisterReader::Open(PortsTo(random.log()), *state);
  ASSERT_TRUE(reader);
  for (const LearnerId& learner : *citing) {
    std::optional<LearnerId> next = learner;
    while (next) {
      concerned.insert(*next);
      next = SurvivorOf(*reader->LoadStream(SubjectOf(*next)), random.today());
    }
  }
  EXPECT_EQ(MustCatchUp(random.log(), *state).evaluated, concerned.size());
  ExpectSame(*state, *RebuiltAt(random.log(), random.log().events().size()));

  random.Add(StreamKind::kInstitution, InstitutionSubject(hasher_),
             DelegationGranted{random.persons().front(),
                               random.persons().back(),
                               DelegationKind::kSignature,
                               {},
                               {},
                               {},
                               {}},
             random.today());
  EXPECT_EQ(MustCatchUp(random.log(), *state).evaluated, random.learners().size());
  ExpectSame(*state, *RebuiltAt(random.log(), random.log().events().size()));
}

// A log that says how much of it was read.
class CountingLog final : public LogThrough {
 public:
  using LogThrough::LogThrough;
  std::size_t read() const { return read_; }

 private:
  EventVisitor Through(const EventVisitor& visit) const override {
    return [this, &visit](const Event& event, std::string_view message) {
      ++read_;
      return visit(event, message);
    };
  }

  mutable std::size_t read_ = 0;
};

bool IsBoundBy(const FoldedStream& dossier, const EditionCode& edition) {
  for (const Entry& entry : dossier.entries) {
    const auto* opened = std::get_if<EnrolmentOpened>(&entry.fact);
    const auto* registered = std::get_if<AnnualRegistrationRecorded>(&entry.fact);
    if (opened != nullptr && opened->edition == edition) return true;
    if (registered != nullptr && registered->edition == edition) return true;
  }
  return false;
}

TEST_F(CatchUpTest, ARevisionAppliedEvaluatesThoseOfItsEditionFromTheirDossiers) {
  for (std::uint64_t seed = 40; seed < 44; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomLog random = MakeLog(seed, 900);
    ReadRulesFrom(random.log());
    const auto state = NewState();
    MustCatchUp(random.log(), *state);
    const std::uint64_t before = random.log().events().size();
    random.PublishRevision(kNextEdition, RevisionKind::kCorrection);
    random.ApplyRevision(kNextEdition);

    std::set<LearnerId> bound;
    ASSERT_TRUE(ScanDossiers(*state, [&](Dossier&& dossier) -> Result<Visit> {
      if (IsBoundBy(dossier, kNextEdition)) bound.insert(IdFrom<LearnerId>(dossier.subject));
      return Visit::kGoOn;
    }));
    // And those into whom one of them was merged.
    const auto reader = RegisterReader::Open(PortsTo(random.log()), *state);
    ASSERT_TRUE(reader);
    for (const LearnerId& learner : std::set<LearnerId>(bound)) {
      auto next = SurvivorOf(*reader->LoadStream(SubjectOf(learner)), random.today());
      while (next && bound.insert(*next).second) {
        next = SurvivorOf(*reader->LoadStream(SubjectOf(*next)), random.today());
      }
    }
    ASSERT_FALSE(bound.empty());
    ASSERT_LT(bound.size(), random.learners().size());

    const CountingLog log(random.log());
    EXPECT_EQ(MustCatchUp(log, *state).evaluated, bound.size());
    EXPECT_EQ(log.read(), random.log().events().size() - before) << "only what is new is read";
    ExpectSame(*state, *RebuiltAt(random.log(), random.log().events().size()));
  }
}

TEST_F(CatchUpTest, AWholeCohortIsAsRebuilt) {
  RandomLog random(hasher_, 12);
  ReadRulesFrom(random.log());
  for (int i = 0; i < 60; ++i) random.PlanAssessment();
  for (int i = 0; i < 12; ++i) random.AddWholeDossier();
  const auto state = NewState();
  MustCatchUp(random.log(), *state, {.slice_events_max = 97});
  ExpectSame(*state, *RebuiltAt(random.log(), random.log().events().size()));
}

}  // namespace
}  // namespace cartulary
