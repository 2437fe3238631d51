// An event that cannot be decoded stops whoever folds it, and is passed over once that is waived.
#include "projections/waivers.h"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/subjects.h"
#include "projections/check.h"
#include "projections/reader.h"
#include "store/memory/memory_event_log.h"
#include "tests/projections/projection_suite.h"
#include "tests/support/batches.h"
#include "tests/support/log_ports.h"

namespace cartulary {
namespace {

// A random log in a log that has messages.
class WaiversTest : public ProjectionSuite {
 protected:
  WaiversTest() : random_(hasher_, 70) {
    ReadRulesFrom(random_.log());
    while (random_.log().events().size() < kEvents) random_.Step();
    for (const Event& event : random_.log().events())
      Append(event.kind, event.subject, event.by.effective, event.fact, event.recorded);
  }

  void Append(StreamKind kind, const Subject& subject, Date effective, const Fact& fact,
              Instant recorded) {
    clock_.Set(recorded.micros);
    NewEvent event{kind, subject, TestAttribution(), fact, {}};
    event.by.effective = effective;
    const auto appended = log_.Append({.expectations = {Any(subject)},
                                       .events = {std::move(event)},
                                       .blobs = {},
                                       .requests = {}});
    EXPECT_TRUE(appended) << appended.error().detail.en;
  }
  void AppendToSystem(const Fact& fact) {
    const Event& last = random_.log().events().back();
    Append(StreamKind::kSystem, SystemSubject(hasher_), last.recorded_date, fact, last.recorded);
  }
  SkipWaived Waiver() const {
    return {{refused_.subject, refused_.version}, Authority::kDirectorGeneral};
  }
  // From now on an event cannot be read: one amid the stream of a learner.
  void Refuse() {
    const auto& stream = random_.log().StreamOf(SubjectOf(random_.learners().front().id));
    refused_ = random_.log().events().at(stream.at(stream.size() / 2));
    codec_.refused = refused_.index;
  }
  std::uint64_t Size() { return log_.ReadHead()->size; }
  void ExpectStopped(const Status& status) {
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::kIntegrity);
    const std::string index = "event " + std::to_string(refused_.index.value);
    EXPECT_NE(status.error().detail.en.find(index + ": a fact of type 250"), std::string::npos)
        << status.error().detail.en;
    EXPECT_NE(
        status.error().detail.en.find("version " + std::to_string(refused_.version.value) + " of "),
        std::string::npos);
    EXPECT_NE(status.error().next_step.en.find("SkipWaived"), std::string::npos);
  }
  template <typename T>
  static Status StatusOf(const Result<T>& result) {
    return result ? Status(Ok{}) : Status(result.error());
  }

  static constexpr std::size_t kEvents = 400;
  RandomLog random_;
  RefusingCodec codec_;
  SetClock clock_;
  MemoryEventLog log_{TestOrigin(), codec_, hasher_, clock_};
  Event refused_;
};

TEST_F(WaiversTest, EverythingThatFoldsStopsWithIndexAndReason) {
  MemoryStateStores stores;
  ASSERT_TRUE(Rebuild(PortsTo(log_), stores));
  const auto state = *stores.Active();
  const Hash digest = MustDigest(*state);
  Refuse();
  ExpectStopped(Rebuild(PortsTo(log_), stores));
  EXPECT_EQ(MustDigest(**stores.Active()), digest) << "the former generation stays";
  ExpectStopped(StatusOf(Check(PortsTo(log_), *state, Hash{})));
  const auto fresh = NewState();
  ExpectStopped(StatusOf(CatchUp(PortsTo(log_), *fresh, {.slice_events_max = 16})));
  EXPECT_LE(*fresh->Checkpoint(), refused_.index.value) << "what came before it is kept";
  const auto empty = NewState();
  const auto reader = RegisterReader::Open(PortsTo(log_), *empty);
  ExpectStopped(StatusOf(reader->LoadStream(refused_.subject)));
}

TEST_F(WaiversTest, AWaivedEventIsPassedOverByAllAndNamed) {
  const auto before = NewState();
  ASSERT_TRUE(CatchUp(PortsTo(log_), *before));
  Refuse();
  AppendToSystem(Waiver());
  ASSERT_TRUE(PassOverWaived(log_, hasher_));
  ASSERT_EQ(log_.passed_over().size(), 1u);
  const auto& [event, unreadable] = *log_.passed_over().begin();
  EXPECT_EQ(event, (EventRef{refused_.subject, refused_.version}));
  EXPECT_EQ(unreadable.index, refused_.index);
  EXPECT_EQ(unreadable.waiver.value, Size() - 1);
  EXPECT_NE(unreadable.why.en.find("type 250"), std::string::npos);

  const auto rebuilt = RebuiltAt(log_, Size());
  for (const std::size_t slice : {1u, 16u, 4096u}) {
    const auto state = NewState();
    EXPECT_EQ(MustCatchUp(log_, *state, {.slice_events_max = slice}).size, Size());
    ExpectSame(*state, *rebuilt);
  }
  const auto report = Check(PortsTo(log_), *rebuilt, Hash{});
  ASSERT_TRUE(report) << report.error().detail.en;
  EXPECT_FALSE(report->difference);
  const auto reader = RegisterReader::Open(PortsTo(log_), *rebuilt);
  const auto stream = reader->LoadStream(refused_.subject);
  ASSERT_TRUE(stream);
  EXPECT_EQ(FindEntry(*stream, refused_.version), nullptr);
  EXPECT_NE(MustDigest(*rebuilt), MustDigest(*before)) << "the event counted for something";
}

TEST_F(WaiversTest, EveryPrefixIsAsRebuilt) {
  Refuse();
  AppendToSystem(Waiver());
  ASSERT_TRUE(PassOverWaived(log_, hasher_));
  const auto state = NewState();
  for (std::uint64_t size = refused_.index.value; size < refused_.index.value + 4; ++size) {
    MustCatchUp(log_, *state, {.slice_events_max = 7, .until = size});
    EXPECT_EQ(*state->Checkpoint(), size);
    SCOPED_TRACE(size);
    ExpectSame(*state, *RebuiltAt(log_, size));
  }
}

TEST_F(WaiversTest, WhoAppendsTakesTheVersionAfterOneThatWasPassedOver) {
  const auto& stream = random_.log().StreamOf(SubjectOf(random_.learners().front().id));
  refused_ = random_.log().events().at(stream.back());
  codec_.refused = refused_.index;
  AppendToSystem(Waiver());
  ASSERT_TRUE(PassOverWaived(log_, hasher_));
  const auto state = RebuiltAt(log_, Size());
  const auto reader = RegisterReader::Open(PortsTo(log_), *state);
  EXPECT_EQ(reader->LoadStream(refused_.subject)->next_version, stream.size());

  const Event& first = random_.log().events().at(stream.front());
  Append(first.kind, first.subject, first.by.effective, first.fact, first.recorded);
  MustCatchUp(log_, *state);
  ExpectSame(*state, *RebuiltAt(log_, Size()));
}

TEST_F(WaiversTest, AWaiverIsGoodForItsEventOnlyAndWhileItStands) {
  Refuse();
  SkipWaived other = Waiver();
  ++other.event.version.value;
  AppendToSystem(other);
  ASSERT_TRUE(PassOverWaived(log_, hasher_));
  EXPECT_TRUE(log_.passed_over().empty()) << "what can be read is read";
  ExpectStopped(StatusOf(CatchUp(PortsTo(log_), *NewState())));

  AppendToSystem(Waiver());
  const Version waiver = log_.FindStream(SystemSubject(hasher_))->value().version;
  ASSERT_TRUE(PassOverWaived(log_, hasher_));
  EXPECT_TRUE(CatchUp(PortsTo(log_), *NewState()));

  AppendToSystem(FactVoided{waiver, CorrectionGround::kEntryError, Authority::kDirectorGeneral});
  ASSERT_TRUE(PassOverWaived(log_, hasher_));
  ExpectStopped(StatusOf(CatchUp(PortsTo(log_), *NewState())));
}

TEST_F(WaiversTest, AWaiverAboutToBeRecordedCounts) {
  Refuse();
  const Waivers waived{{{refused_.subject, refused_.version}, Index{Size()}}};
  ASSERT_TRUE(PassOverWaived(log_, hasher_, waived));
  EXPECT_TRUE(CatchUp(PortsTo(log_), *NewState()));
}

TEST_F(WaiversTest, AnUnreadableEventOfTheSystemItselfCanBeWaived) {
  AppendToSystem(StoreCreated{});
  refused_ = Event{};
  refused_.subject = SystemSubject(hasher_);
  refused_.version = log_.FindStream(refused_.subject)->value().version;
  refused_.index = Index{Size() - 1};
  codec_.refused = refused_.index;
  ExpectStopped(StatusOf(CatchUp(PortsTo(log_), *NewState())));
  AppendToSystem(Waiver());
  ASSERT_TRUE(PassOverWaived(log_, hasher_));
  const auto state = NewState();
  MustCatchUp(log_, *state);
  ExpectSame(*state, *RebuiltAt(log_, Size()));
}

}  // namespace
}  // namespace cartulary
