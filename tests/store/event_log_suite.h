// The contract of core/ports/event_log.h as tests, to which every log is held:
//
//   INSTANTIATE_TYPED_TEST_SUITE_P(Memory, EventLogSuite, MemoryHarness);
//
// A harness is default-constructible, with TestPorts `ports`, `EventLog& log()` (empty at first, of
// TestOrigin()) and `void Reopen()`, which closes and opens again what can be.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/batches.h"
#include "tests/support/log_ports.h"

namespace cartulary {

template <typename Harness>
class EventLogSuite : public testing::Test {
 protected:
  EventLog& log() { return harness_.log(); }
  const Hasher& hasher() { return harness_.ports.hasher; }

  void MustAppend(const Batch& batch) {
    const auto appended = log().Append(batch);
    ASSERT_TRUE(appended) << appended.error().detail.en;
  }
  ErrorCode CodeOfAppend(const Batch& batch) {
    const auto appended = log().Append(batch);
    EXPECT_FALSE(appended);
    return appended ? ErrorCode{} : appended.error().code;
  }
  std::vector<ReadEvent> Log(std::uint64_t from = 0) {
    std::vector<ReadEvent> read;
    const auto status = log().ReadLog(Index{from}, Into(read));
    EXPECT_TRUE(status) << status.error().detail.en;
    return read;
  }
  std::vector<ReadEvent> Stream(const Subject& subject, std::uint64_t from = 0) {
    std::vector<ReadEvent> read;
    const auto status = log().ReadStream(subject, Version{from}, Into(read));
    EXPECT_TRUE(status) << status.error().detail.en;
    return read;
  }
  std::vector<ReadEvent> Streams(const Subject& first, const Subject& last) {
    std::vector<ReadEvent> read;
    const auto status = log().ReadStreams(first, last, AnyKind, Into(read));
    EXPECT_TRUE(status) << status.error().detail.en;
    return read;
  }
  std::uint64_t Size() { return log().ReadHead()->size; }

  Harness harness_;
  const Subject a_ = SubjectOfNumber(1);
  const Subject b_ = SubjectOfNumber(2);
  const Subject c_ = SubjectOfNumber(3);
};
TYPED_TEST_SUITE_P(EventLogSuite);

TYPED_TEST_P(EventLogSuite, AnEmptyLogHoldsNothing) {
  const auto head = this->log().ReadHead();
  ASSERT_TRUE(head);
  EXPECT_EQ(head->origin, TestOrigin());
  EXPECT_EQ(head->size, 0u);
  EXPECT_EQ(head->last_leaf, Hash{});
  EXPECT_TRUE(this->Log().empty());
  EXPECT_TRUE(this->Stream(this->a_).empty());
  EXPECT_TRUE(this->Streams(Subject{}, this->c_).empty());
  EXPECT_FALSE(*this->log().FindStream(this->a_));
  EXPECT_FALSE(*this->log().FindRequest("r"));
  EXPECT_FALSE(*this->log().FindBlob(Hash{}));
  EXPECT_FALSE(*this->log().FindSealed(this->a_, Version{0}, SealedClass::kRegister));
}

TYPED_TEST_P(EventLogSuite, EventsAreNumberedLinkedAndRead) {
  const auto first = this->log().Append(BatchOf(NoStream(this->a_), 2));
  const auto second = this->log().Append(BatchOf(NoStream(this->b_)));
  const auto third = this->log().Append(BatchOf(Exactly(this->a_, 1), 1, 9));

  ASSERT_TRUE(first && second && third);
  EXPECT_EQ(first->first, Index{0});
  EXPECT_EQ(first->count, 2u);
  EXPECT_FALSE(first->already);
  EXPECT_EQ(third->first, Index{3});
  const auto log = this->Log();
  ASSERT_EQ(log.size(), 4u);
  std::map<Subject, ReadEvent> last;
  for (std::uint64_t i = 0; i < log.size(); ++i) {
    const Event& event = log[i].event;
    EXPECT_EQ(event.index, Index{i});
    EXPECT_EQ(event.origin, TestOrigin());
    EXPECT_EQ(event.by, TestAttribution());
    const bool is_new = !last.contains(event.subject);
    EXPECT_EQ(event.version.value, is_new ? 0 : last[event.subject].event.version.value + 1);
    EXPECT_EQ(event.link, is_new ? Hash{} : this->hasher().LeafHash(last[event.subject].message));
    last[event.subject] = log[i];
  }
  EXPECT_EQ(log[3].event.fact, EventOfNumber(this->a_, 9).fact);
  EXPECT_EQ(this->Stream(this->a_), (std::vector{log[0], log[1], log[3]}));
  const auto head = this->log().ReadHead();
  EXPECT_EQ(head->size, 4u);
  EXPECT_EQ(head->last_leaf, this->hasher().LeafHash(log[3].message));
  EXPECT_EQ(head->recorded, log[3].event.recorded);
  EXPECT_EQ(head->recorded_date, log[3].event.recorded_date);
  const auto stream = *this->log().FindStream(this->a_);
  ASSERT_TRUE(stream);
  EXPECT_EQ(stream->kind, StreamKind::kJury);
  EXPECT_EQ(stream->version, Version{2});
  EXPECT_EQ(stream->leaf, head->last_leaf);
}

TYPED_TEST_P(EventLogSuite, ExpectationsHoldOrConflictAndWriteNothing) {
  this->MustAppend(BatchOf(NoStream(this->a_), 2));

  EXPECT_EQ(this->CodeOfAppend(BatchOf(NoStream(this->a_))), ErrorCode::kConflict);
  EXPECT_EQ(this->CodeOfAppend(BatchOf(Exactly(this->a_, 0))), ErrorCode::kConflict);
  EXPECT_EQ(this->CodeOfAppend(BatchOf(Exactly(this->a_, 2))), ErrorCode::kConflict);
  EXPECT_EQ(this->CodeOfAppend(BatchOf(Exactly(this->b_, 0))), ErrorCode::kConflict);
  EXPECT_EQ(this->Size(), 2u);

  this->MustAppend(BatchOf(Exactly(this->a_, 1)));
  this->MustAppend(BatchOf(Any(this->a_)));
  this->MustAppend(BatchOf(Any(this->b_)));
  EXPECT_EQ(this->Size(), 5u);
}

TYPED_TEST_P(EventLogSuite, AConflictNamesTheStreamWhatWasExpectedAndWhatIs) {
  this->MustAppend(BatchOf(NoStream(this->a_), 3));

  const auto appended = this->log().Append(BatchOf(Exactly(this->a_, 1)));

  ASSERT_FALSE(appended);
  const std::string detail = appended.error().detail.en;
  EXPECT_NE(detail.find(ToText(this->a_)), std::string::npos) << detail;
  EXPECT_NE(detail.find("expected version 1, found version 2"), std::string::npos) << detail;
}

TYPED_TEST_P(EventLogSuite, AnExpectationOfAStreamThatIsNotTouchedHoldsToo) {
  this->MustAppend(BatchOf(NoStream(this->a_)));
  Batch batch = BatchOf(NoStream(this->b_));
  batch.expectations.push_back(NoStream(this->a_));
  EXPECT_EQ(this->CodeOfAppend(batch), ErrorCode::kConflict);
  EXPECT_FALSE(*this->log().FindStream(this->b_));

  batch.expectations.back() = Exactly(this->a_, 0);
  this->MustAppend(batch);
  EXPECT_EQ(this->Stream(this->b_).size(), 1u);
}

TYPED_TEST_P(EventLogSuite, ABatchOverSeveralStreamsIsAppendedWholeOrNotAtAll) {
  this->MustAppend(BatchOf(NoStream(this->b_)));
  Batch batch;
  batch.expectations = {NoStream(this->a_), NoStream(this->b_)};
  batch.events = {EventOfNumber(this->a_), EventOfNumber(this->b_)};
  batch.requests = {{"r", MacOf(1), 0, 2}};
  batch.blobs = {BlobOf(this->hasher(), "text")};

  EXPECT_EQ(this->CodeOfAppend(batch), ErrorCode::kConflict);
  EXPECT_EQ(this->Size(), 1u);
  EXPECT_FALSE(*this->log().FindStream(this->a_));
  EXPECT_FALSE(*this->log().FindRequest("r"));
  EXPECT_FALSE(*this->log().FindBlob(batch.blobs[0].sha256));

  batch.expectations[1] = Exactly(this->b_, 0);
  this->MustAppend(batch);
  EXPECT_EQ(this->Stream(this->a_).size(), 1u);
  EXPECT_EQ(this->Stream(this->b_).size(), 2u);
}

TYPED_TEST_P(EventLogSuite, ARequestSentAgainGetsItsFirstAnswer) {
  this->MustAppend(BatchOf(NoStream(this->b_)));
  Batch batch = BatchOf(NoStream(this->a_), 2);
  batch.requests = {{"request", MacOf(1), 0, 2}};
  this->MustAppend(batch);

  const auto again = this->log().Append(batch);

  ASSERT_TRUE(again) << again.error().detail.en;
  EXPECT_TRUE(again->already);
  EXPECT_EQ(again->first, Index{1});
  EXPECT_EQ(again->count, 2u);
  EXPECT_EQ(this->Size(), 3u);
  const auto record = *this->log().FindRequest("request");
  ASSERT_TRUE(record);
  EXPECT_EQ(record->first, Index{1});
  EXPECT_EQ(record->count, 2u);
  EXPECT_EQ(record->command_mac, MacOf(1));
}

TYPED_TEST_P(EventLogSuite, AKnownRequestWithAnotherCommandConflicts) {
  Batch batch = BatchOf(NoStream(this->a_));
  batch.requests = {{"request", MacOf(1), 0, 1}};
  this->MustAppend(batch);

  batch.requests[0].command_mac = MacOf(2);
  batch.expectations = {Any(this->a_)};

  EXPECT_EQ(this->CodeOfAppend(batch), ErrorCode::kConflict);
  EXPECT_EQ(this->Size(), 1u);
}

TYPED_TEST_P(EventLogSuite, SeveralRequestsOfABatchAreKnownTogether) {
  this->MustAppend(BatchOf(NoStream(this->b_)));
  Batch batch = BatchOf(NoStream(this->a_), 3);
  batch.requests = {{"second", MacOf(2), 1, 2}, {"first", MacOf(1), 0, 1}};
  this->MustAppend(batch);
  EXPECT_EQ((*this->log().FindRequest("second"))->first, Index{2});

  const auto again = this->log().Append(batch);
  ASSERT_TRUE(again) << again.error().detail.en;
  EXPECT_TRUE(again->already);
  EXPECT_EQ(again->first, Index{1});
  EXPECT_EQ(again->count, 3u);

  Batch partly = BatchOf(Any(this->a_), 2);
  partly.requests = {{"first", MacOf(1), 0, 1}, {"third", MacOf(3), 1, 1}};
  EXPECT_EQ(this->CodeOfAppend(partly), ErrorCode::kConflict);
  EXPECT_FALSE(*this->log().FindRequest("third"));
  EXPECT_EQ(this->Size(), 4u);
}

TYPED_TEST_P(EventLogSuite, RecordedTimeNeverDecreases) {
  constexpr std::uint64_t kDay = 86'400'000'000;
  this->harness_.ports.clock.Set(20 * kDay);
  this->MustAppend(BatchOf(NoStream(this->a_)));
  this->harness_.ports.clock.Set(10 * kDay);
  this->MustAppend(BatchOf(Any(this->a_)));
  this->harness_.Reopen();
  this->MustAppend(BatchOf(Any(this->a_)));
  this->harness_.ports.clock.Set(21 * kDay + 5);
  this->MustAppend(BatchOf(Any(this->a_)));

  const auto log = this->Log();

  ASSERT_EQ(log.size(), 4u);
  for (const std::size_t i : {0u, 1u, 2u}) {
    EXPECT_EQ(log[i].event.recorded.micros, 20 * kDay);
    EXPECT_EQ(log[i].event.recorded_date, Date{20});
  }
  EXPECT_EQ(log[3].event.recorded.micros, 21 * kDay + 5);
  EXPECT_EQ(log[3].event.recorded_date, Date{21});
}

TYPED_TEST_P(EventLogSuite, WhatCanNeverBeAppendedIsRefusedAndWritesNothing) {
  this->MustAppend(BatchOf(NoStream(this->a_)));
  std::map<std::string, Batch> refused;
  refused["no events"].expectations = {Any(this->a_)};
  refused["no expectation"].events = {EventOfNumber(this->a_)};
  refused["two expectations"] = BatchOf(Any(this->a_));
  refused["two expectations"].expectations.push_back(Any(this->a_));
  refused["too many events"] = BatchOf(Any(this->a_), kEventsPerCommitMax + 1);
  Batch& kind = refused["another kind"] = BatchOf(Any(this->a_));
  kind.events[0].kind = StreamKind::kAwardNumber;
  kind.events[0].fact = AwardNumberTaken{};
  Batch& kinds = refused["two kinds in one new stream"] = BatchOf(NoStream(this->b_), 2);
  kinds.events[1].kind = StreamKind::kAwardNumber;
  kinds.events[1].fact = AwardNumberTaken{};
  refused["empty request id"] = BatchOf(Any(this->a_));
  refused["empty request id"].requests = {{"", MacOf(1), 0, 1}};
  refused["long request id"] = BatchOf(Any(this->a_));
  refused["long request id"].requests = {
      {std::string(kRequestIdBytesMax + 1, 'r'), MacOf(1), 0, 1}};
  refused["request twice"] = BatchOf(Any(this->a_));
  refused["request twice"].requests = {{"r", MacOf(1), 0, 1}, {"r", MacOf(1), 0, 1}};
  refused["request beyond the batch"] = BatchOf(Any(this->a_));
  refused["request beyond the batch"].requests = {{"r", MacOf(1), 1, 1}};
  refused["large blob"] = BatchOf(Any(this->a_));
  refused["large blob"].blobs = {BlobOf(this->hasher(), std::string(kBlobSizeBytesMax + 1, 'b'))};
  refused["blob of another name"] = BatchOf(Any(this->a_));
  refused["blob of another name"].blobs = {{Hash{}, "bytes"}};
  refused["class twice"] = BatchOf(Any(this->a_));
  refused["class twice"].events[0].sealed = {{SealedClass::kRegister, Hash{}, "1"},
                                             {SealedClass::kRegister, Hash{}, "2"}};
  Batch& large = refused["large commit"] = BatchOf(Any(this->a_));
  for (char c = '0'; c < '5'; ++c) {
    large.blobs.push_back(BlobOf(this->hasher(), std::string(kBlobSizeBytesMax, c)));
  }
  Batch& large_event = refused["large event"] = BatchOf(Any(this->a_));
  MinutesSealed minutes;
  minutes.signed_by.resize(kListLengthMax);
  minutes.decisions.resize(100'000);
  large_event.events[0].fact = minutes;

  for (const auto& [why, batch] : refused) {
    SCOPED_TRACE(why);
    EXPECT_EQ(this->CodeOfAppend(batch), ErrorCode::kInvalidArgument);
  }

  EXPECT_EQ(this->Size(), 1u);
  EXPECT_FALSE(*this->log().FindStream(this->b_));
  EXPECT_FALSE(*this->log().FindRequest("r"));
}

TYPED_TEST_P(EventLogSuite, TheLargestCommitIsAppended) {
  Batch batch = BatchOf(NoStream(this->a_), kEventsPerCommitMax);
  batch.requests = {{std::string(kRequestIdBytesMax, 'r'), MacOf(1), 0, kEventsPerCommitMax}};
  batch.blobs = {BlobOf(this->hasher(), std::string(kBlobSizeBytesMax, 'b'))};
  this->MustAppend(batch);
  this->harness_.Reopen();

  EXPECT_EQ(this->Stream(this->a_), this->Log());
  EXPECT_EQ(this->Log(kEventsPerCommitMax - 1).size(), 1u);
  EXPECT_EQ((*this->log().FindBlob(batch.blobs[0].sha256))->size(), kBlobSizeBytesMax);
}

TYPED_TEST_P(EventLogSuite, BlobsAreFoundByTheirHash) {
  Batch batch = BatchOf(NoStream(this->a_));
  batch.blobs = {BlobOf(this->hasher(), "rules"), BlobOf(this->hasher(), "")};
  this->MustAppend(batch);
  this->MustAppend([&] {
    Batch again = BatchOf(Any(this->a_));
    again.blobs = {batch.blobs[0]};
    return again;
  }());
  this->harness_.Reopen();

  EXPECT_EQ(*this->log().FindBlob(batch.blobs[0].sha256), "rules");
  EXPECT_EQ(*this->log().FindBlob(batch.blobs[1].sha256), "");
  EXPECT_FALSE(*this->log().FindBlob(this->hasher().Sha256("other")));
}

TYPED_TEST_P(EventLogSuite, SealedContentIsKeptBesideTheEventThatCommitsToIt) {
  Batch batch = BatchOf(NoStream(this->a_), 2);
  batch.events[1].sealed = {{SealedClass::kComments, MacOf(2), "comments"},
                            {SealedClass::kRegister, MacOf(1), std::string("\0x", 2)}};
  this->MustAppend(batch);
  this->harness_.Reopen();

  const auto sealed = this->Log(1)[0].event.sealed;
  EXPECT_EQ(sealed, (std::vector<SealedRef>{{SealedClass::kRegister, MacOf(1)},
                                            {SealedClass::kComments, MacOf(2)}}));
  EXPECT_EQ(*this->log().FindSealed(this->a_, Version{1}, SealedClass::kComments), "comments");
  EXPECT_EQ(*this->log().FindSealed(this->a_, Version{1}, SealedClass::kRegister),
            std::string("\0x", 2));
  EXPECT_FALSE(*this->log().FindSealed(this->a_, Version{0}, SealedClass::kRegister));
  EXPECT_FALSE(*this->log().FindSealed(this->a_, Version{1}, SealedClass::kContact));
}

TYPED_TEST_P(EventLogSuite, ReadsBeginWhereTheyAreAsked) {
  for (std::uint32_t i = 0; i < 50; ++i) {
    this->MustAppend(BatchOf(Any(this->a_), 1 + i % 5, i));
    this->MustAppend(BatchOf(Any(this->b_), 2, i));
  }
  const auto log = this->Log();
  const auto stream = this->Stream(this->a_);
  ASSERT_EQ(log.size(), 250u);
  ASSERT_EQ(stream.size(), 150u);

  for (std::size_t from = 0; from <= log.size() + 1; ++from) {
    const auto skipped = static_cast<std::ptrdiff_t>(std::min(from, log.size()));
    ASSERT_EQ(this->Log(from), std::vector(log.begin() + skipped, log.end())) << from;
  }
  for (std::size_t from = 0; from <= stream.size() + 70; ++from) {
    const auto skipped = static_cast<std::ptrdiff_t>(std::min(from, stream.size()));
    ASSERT_EQ(this->Stream(this->a_, from), std::vector(stream.begin() + skipped, stream.end()))
        << from;
  }
}

TYPED_TEST_P(EventLogSuite, StreamsAreReadInTheOrderOfTheirSubjects) {
  this->MustAppend(BatchOf(NoStream(this->c_), 70));
  this->MustAppend(BatchOf(NoStream(this->a_), 3));
  this->MustAppend(BatchOf(NoStream(this->b_), 64));
  auto expected = this->Stream(this->a_);
  for (const Subject& subject : {this->b_, this->c_}) {
    for (const ReadEvent& read : this->Stream(subject)) expected.push_back(read);
  }
  Subject last;
  last.bytes.fill(0xff);

  EXPECT_EQ(this->Streams(Subject{}, last), expected);
  EXPECT_EQ(this->Streams(this->a_, this->c_), expected);
  EXPECT_EQ(this->Streams(this->b_, this->b_), this->Stream(this->b_));
  EXPECT_TRUE(this->Streams(SubjectOfNumber(4), last).empty());
  EXPECT_TRUE(this->Streams(this->c_, this->a_).empty());
}

TYPED_TEST_P(EventLogSuite, StreamsOfKindsThatAreNotWantedArePassedOver) {
  std::vector<ReadEvent> juries;
  std::vector<ReadEvent> persons;
  for (std::uint32_t i = 0; i < 12; ++i) {
    const bool is_person = i % 3 != 0;
    Batch batch = BatchOf(NoStream(SubjectOfNumber(i)), 1 + i * 13);
    for (NewEvent& event : batch.events) {
      if (!is_person) continue;
      event.kind = StreamKind::kPerson;
      event.fact = PersonRegistered{};
    }
    this->MustAppend(batch);
    for (const ReadEvent& read : this->Stream(SubjectOfNumber(i))) {
      (is_person ? persons : juries).push_back(read);
    }
  }
  Subject last;
  last.bytes.fill(0xff);
  const auto read_of = [&](StreamKind kind) {
    std::vector<ReadEvent> read;
    EXPECT_TRUE(this->log().ReadStreams(
        Subject{}, last, [=](StreamKind one) { return one == kind; }, Into(read)));
    return read;
  };

  EXPECT_EQ(read_of(StreamKind::kJury), juries);
  EXPECT_EQ(read_of(StreamKind::kPerson), persons);
  EXPECT_TRUE(read_of(StreamKind::kLearner).empty());
}

TYPED_TEST_P(EventLogSuite, AnEventThatCannotBeDecodedFailsReadsUntilItIsPassedOver) {
  for (std::uint32_t i = 0; i < 50; ++i) {
    this->MustAppend(BatchOf(Any(this->a_), 2, i));
    this->MustAppend(BatchOf(Any(this->b_), 1, i));
  }
  const auto log = this->Log();
  for (const std::size_t index : {0u, 4u, 100u, 149u}) {  // Of both streams, in both chunks of one.
    const Event& refused = log.at(index).event;
    const EventRef place{refused.subject, refused.version};
    auto left = log;
    std::erase_if(left, [&](const ReadEvent& read) { return read.event.index == refused.index; });
    std::vector<ReadEvent> stream = left;
    std::erase_if(stream,
                  [&](const ReadEvent& read) { return read.event.subject != place.subject; });

    this->harness_.ports.codec.refused = refused.index;
    std::vector<ReadEvent> read;
    const std::string named = "event " + std::to_string(index) + ": a fact of type 250";
    const std::string version = "(version " + std::to_string(refused.version.value) + " of ";
    for (const Status& failed : {this->log().ReadLog(Index{0}, Into(read)),
                                 this->log().ReadStream(place.subject, Version{0}, Into(read)),
                                 this->log().ReadStreams(Subject{}, this->c_, Into(read))}) {
      ASSERT_FALSE(failed);
      EXPECT_EQ(failed.error().code, ErrorCode::kIntegrity);
      EXPECT_NE(failed.error().detail.en.find(named), std::string::npos) << index;
      EXPECT_NE(failed.error().detail.en.find(version), std::string::npos) << index;
    }
    read.clear();
    ASSERT_TRUE(this->log().ReadDecodable(place.subject, Into(read)));
    EXPECT_EQ(read, stream);

    // What can be read is not left out, and what is not there is nothing.
    const EventRef other{this->c_, {7}};
    const EventRef readable{place.subject, {place.version.value + 1}};
    ASSERT_TRUE(this->log().PassOver({{place, {500}}, {readable, {501}}, {other, {502}}}));
    ASSERT_EQ(this->log().passed_over().size(), 1u);
    const auto& [event, unreadable] = *this->log().passed_over().begin();
    EXPECT_EQ(event, place);
    EXPECT_EQ(unreadable.index, refused.index);
    EXPECT_EQ(unreadable.waiver.value, 500u);
    EXPECT_EQ(this->Log(), left);
    EXPECT_EQ(this->Stream(place.subject), stream);
    EXPECT_EQ(this->Streams(Subject{}, this->c_).size(), left.size());

    this->harness_.ports.codec.refused.reset();
    ASSERT_TRUE(this->log().PassOver({}));
    EXPECT_EQ(this->Log(), log);
  }
}

TYPED_TEST_P(EventLogSuite, AVisitorStopsOrFailsARead) {
  this->MustAppend(BatchOf(NoStream(this->a_), 5));
  this->MustAppend(BatchOf(NoStream(this->b_), 5));
  std::vector<ReadEvent> read;
  ASSERT_TRUE(this->log().ReadLog(Index{1}, Into(read, 2)));
  EXPECT_EQ(read.size(), 2u);
  read.clear();
  ASSERT_TRUE(this->log().ReadStream(this->a_, Version{0}, Into(read, 3)));
  EXPECT_EQ(read.size(), 3u);
  read.clear();
  ASSERT_TRUE(this->log().ReadStreams(this->a_, this->b_, AnyKind, Into(read, 6)));
  EXPECT_EQ(read.size(), 6u);

  const EventVisitor fail = [](const Event&, std::string_view) -> Result<Visit> {
    return Error{ErrorCode::kNotFound, WordsOf("enough")};
  };
  for (const Status& status :
       {this->log().ReadLog(Index{0}, fail), this->log().ReadStream(this->a_, Version{0}, fail),
        this->log().ReadStreams(this->a_, this->b_, AnyKind, fail)}) {
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::kNotFound);
  }
}

TYPED_TEST_P(EventLogSuite, AVisitorMayReadAndAppend) {
  this->MustAppend(BatchOf(NoStream(this->a_), 3));
  std::size_t visited = 0;
  const auto status =
      this->log().ReadLog(Index{0}, [&](const Event& event, std::string_view) -> Result<Visit> {
        ++visited;
        EXPECT_EQ(this->Stream(event.subject, 0).size(), 2 + visited);
        this->MustAppend(BatchOf(Any(this->a_)));
        return Visit::kGoOn;
      });
  ASSERT_TRUE(status) << status.error().detail.en;
  EXPECT_EQ(visited, 3u);
  EXPECT_EQ(this->Size(), 6u);
}

// Each thread has a stream of its own, and all fight for one.
TYPED_TEST_P(EventLogSuite, ConcurrentAppendersEachFindTheirEventsOnce) {
  constexpr std::uint32_t kThreads = 8;
  constexpr std::uint32_t kRounds = 50;
  const Subject shared = SubjectOfNumber(1000);
  this->MustAppend(BatchOf(NoStream(shared)));
  std::vector<std::vector<Appended>> acknowledged(kThreads);
  std::atomic<std::uint64_t> conflicts = 0;
  std::vector<std::thread> threads;
  for (std::uint32_t t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      const Subject own = SubjectOfNumber(t);
      for (std::uint32_t round = 0; round < kRounds; ++round) {
        const auto mine = this->log().Append(
            BatchOf(round == 0 ? NoStream(own) : Exactly(own, round * 2 - 1), 2, round));
        ASSERT_TRUE(mine) << mine.error().detail.en;
        acknowledged[t].push_back(*mine);
        const auto head = *this->log().FindStream(shared);
        const auto fought = this->log().Append(BatchOf(Exactly(shared, head->version.value)));
        if (fought) {
          acknowledged[t].push_back(*fought);
        } else {
          ASSERT_EQ(fought.error().code, ErrorCode::kConflict);
          ++conflicts;
        }
      }
    });
  }
  // A reader beside them sees a prefix, whole.
  std::uint64_t seen = 0;
  while (seen < kThreads * kRounds * 2) {
    const auto log = this->Log();
    ASSERT_GE(log.size(), seen);
    seen = log.size();
    const auto streams = this->Streams(SubjectOfNumber(0), shared);
    ASSERT_GE(streams.size(), seen);
  }
  for (std::thread& thread : threads) thread.join();

  this->harness_.Reopen();
  const auto log = this->Log();
  std::set<std::uint64_t> indexes;
  for (const auto& of_thread : acknowledged) {
    for (const Appended& appended : of_thread) {
      for (std::uint32_t i = 0; i < appended.count; ++i) {
        EXPECT_TRUE(indexes.insert(appended.first.value + i).second);
      }
    }
  }
  EXPECT_EQ(indexes.size() + 1, log.size());
  EXPECT_EQ(log.size(), 1 + kThreads * kRounds * 3 - conflicts);
  EXPECT_EQ(this->Stream(shared).size(), 1 + kThreads * kRounds - conflicts);
}

TYPED_TEST_P(EventLogSuite, OneRequestSentByManyThreadsHasItsEffectOnce) {
  constexpr std::uint32_t kThreads = 8;
  std::atomic<int> first_answers = 0;
  std::vector<std::thread> threads;
  for (std::uint32_t t = 0; t < kThreads; ++t) {
    threads.emplace_back([&] {
      for (std::uint32_t round = 0; round < 20; ++round) {
        Batch batch = BatchOf(Any(this->a_), 2);
        batch.requests = {{"r" + std::to_string(round), MacOf(1), 0, 2}};
        const auto appended = this->log().Append(batch);
        ASSERT_TRUE(appended) << appended.error().detail.en;
        if (!appended->already) ++first_answers;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();

  EXPECT_EQ(first_answers, 20);
  EXPECT_EQ(this->Size(), 40u);
}

REGISTER_TYPED_TEST_SUITE_P(
    EventLogSuite, AnEmptyLogHoldsNothing, EventsAreNumberedLinkedAndRead,
    ExpectationsHoldOrConflictAndWriteNothing, AConflictNamesTheStreamWhatWasExpectedAndWhatIs,
    AnExpectationOfAStreamThatIsNotTouchedHoldsToo,
    ABatchOverSeveralStreamsIsAppendedWholeOrNotAtAll, ARequestSentAgainGetsItsFirstAnswer,
    AKnownRequestWithAnotherCommandConflicts, SeveralRequestsOfABatchAreKnownTogether,
    RecordedTimeNeverDecreases, WhatCanNeverBeAppendedIsRefusedAndWritesNothing,
    TheLargestCommitIsAppended, BlobsAreFoundByTheirHash,
    SealedContentIsKeptBesideTheEventThatCommitsToIt, ReadsBeginWhereTheyAreAsked,
    StreamsAreReadInTheOrderOfTheirSubjects, StreamsOfKindsThatAreNotWantedArePassedOver,
    AnEventThatCannotBeDecodedFailsReadsUntilItIsPassedOver, AVisitorStopsOrFailsARead,
    AVisitorMayReadAndAppend, ConcurrentAppendersEachFindTheirEventsOnce,
    OneRequestSentByManyThreadsHasItsEffectOnce);

}  // namespace cartulary
