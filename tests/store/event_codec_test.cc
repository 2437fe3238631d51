#include "store/codec/event_codec.h"

#include <capnp/any.h>
#include <capnp/message.h>
#include <capnp/serialize.h>
#include <gtest/gtest.h>

#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "schema/event.capnp.h"
#include "tests/support/sample.h"

namespace cartulary {
namespace {

using sample::EventOf;
using sample::Fill;

const CapnpEventCodec kCodec;

std::string Encoded(const Event& event) {
  const Result<std::string> message = kCodec.Encode(event);
  if (message) return *message;
  ADD_FAILURE() << message.error().detail.en;
  return "";
}

// Calls use(builder) with the Cap'n Proto form of `event`, not yet canonical.
template <typename Use>
std::string WithBuilder(const Event& event, Use&& use) {
  const std::string message = Encoded(event);
  std::vector<capnp::word> words(message.size() / sizeof(capnp::word));
  std::memcpy(words.data(), message.data(), message.size());
  const kj::ArrayPtr<const capnp::word> segments[1] = {kj::arrayPtr(words.data(), words.size())};
  capnp::SegmentArrayMessageReader reader(kj::arrayPtr(segments, 1));
  capnp::MallocMessageBuilder builder;
  builder.setRoot(reader.getRoot<schema::Event>());
  return use(builder);
}

std::string Bytes(kj::ArrayPtr<const capnp::word> words) {
  return {words.asChars().begin(), words.asChars().size()};
}

// The canonical message of an event that `change` changed: well made, but for what was changed.
template <typename Change>
std::string Changed(const Event& event, Change&& change) {
  return WithBuilder(event, [&](capnp::MessageBuilder& builder) {
    auto root = builder.getRoot<schema::Event>();
    change(root);
    return Bytes(capnp::canonicalize(root.asReader()));
  });
}

void ExpectRefused(std::string_view message, std::string_view in_detail = "") {
  const Result<Event> event = kCodec.Decode(message);
  ASSERT_FALSE(event);
  EXPECT_EQ(event.error().code, ErrorCode::kIntegrity);
  EXPECT_NE(event.error().detail.en.find(in_detail), std::string::npos) << event.error().detail.en;
  EXPECT_FALSE(kCodec.CheckCanonical(message));
}

void ExpectRoundTrip(const Event& event) {
  const std::string message = Encoded(event);
  const Result<Event> decoded = kCodec.Decode(message);
  ASSERT_TRUE(decoded) << decoded.error().detail.en;
  EXPECT_EQ(*decoded, event) << InfoOf(event.fact).name;
  const Status canonical = kCodec.CheckCanonical(message);
  EXPECT_TRUE(canonical) << canonical.error().detail.en;
}

// Bytes that decode are the bytes of what they decode to: nothing was overlooked.
// Returns whether they decoded.
bool ExpectRefusedOrWhole(const std::string& message) {
  const Result<Event> event = kCodec.Decode(message);
  if (!event) {
    EXPECT_EQ(event.error().code, ErrorCode::kIntegrity);
    return false;
  }
  const Result<std::string> again = kCodec.Encode(*event);
  EXPECT_TRUE(again) << again.error().detail.en;
  EXPECT_EQ(*again, message);
  return true;
}

TEST(EventCodecTest, EveryFactComesBackWithEverythingSetAndWithNothingSet) {
  ForEachFactType([](const auto& fact) {
    using F = std::remove_cvref_t<decltype(fact)>;
    ExpectRoundTrip(EventOf<F>(1, Fill::kEverything));
    ExpectRoundTrip(EventOf<F>(2, Fill::kLeast));
  });
}

TEST(EventCodecTest, EveryFactComesBackWhateverItHolds) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    ForEachFactType([&](const auto& fact) {
      using F = std::remove_cvref_t<decltype(fact)>;
      SCOPED_TRACE(seed);
      ExpectRoundTrip(EventOf<F>(seed, Fill::kAnything));
    });
  }
}

TEST(EventCodecTest, EveryPlainFactCanReplaceOne) {
  ForEachFactType([](const auto& fact) {
    using F = std::remove_cvref_t<decltype(fact)>;
    if constexpr (std::is_constructible_v<PlainFact, F>) {
      Event event = EventOf<FactCorrected>(1, Fill::kEverything);
      std::get<FactCorrected>(event.fact).replacement =
          std::get<F>(EventOf<F>(2, Fill::kEverything).fact);
      ExpectRoundTrip(event);
    }
  });
}

TEST(EventCodecTest, CapnProtoFindsTheMessagesCanonicalToo) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    ForEachFactType([&](const auto& fact) {
      using F = std::remove_cvref_t<decltype(fact)>;
      const std::string message = Encoded(EventOf<F>(seed, Fill::kAnything));
      std::vector<capnp::word> words(message.size() / sizeof(capnp::word));
      std::memcpy(words.data(), message.data(), message.size());
      const kj::ArrayPtr<const capnp::word> segments[1] = {
          kj::arrayPtr(words.data(), words.size())};
      capnp::SegmentArrayMessageReader reader(kj::arrayPtr(segments, 1));
      EXPECT_TRUE(reader.isCanonical()) << F::kInfo.name;
    });
  }
}

TEST(EventCodecTest, InputNeedNotBeAligned) {
  const Event event = EventOf<JuryAppointed>(1, Fill::kEverything);
  for (std::size_t shift = 0; shift < 8; ++shift) {
    const std::string shifted = std::string(shift, 'x') + Encoded(event);
    const Result<Event> decoded = kCodec.Decode(std::string_view(shifted).substr(shift));
    ASSERT_TRUE(decoded) << decoded.error().detail.en;
    EXPECT_EQ(*decoded, event);
  }
}

TEST(EventCodecTest, EveryCutIsRefused) {
  ForEachFactType([](const auto& fact) {
    using F = std::remove_cvref_t<decltype(fact)>;
    const std::string message = Encoded(EventOf<F>(1, Fill::kEverything));
    for (std::size_t size = 0; size < message.size(); ++size) {
      ASSERT_FALSE(kCodec.Decode(message.substr(0, size))) << F::kInfo.name << " cut to " << size;
    }
  });
}

TEST(EventCodecTest, WhatFollowsAMessageIsRefused) {
  const std::string message = Encoded(EventOf<StoreCreated>(1, Fill::kEverything));
  ExpectRefused(message + std::string(8, '\0'), "left over");
  ExpectRefused(message + message);
  ExpectRefused(message + "x");
}

TEST(EventCodecTest, NoFlippedBitIsOverlooked) {
  ForEachFactType([](const auto& fact) {
    using F = std::remove_cvref_t<decltype(fact)>;
    std::string message = Encoded(EventOf<F>(1, Fill::kEverything));
    for (std::size_t i = 0; i < message.size(); ++i) {
      for (int bit = 0; bit < 8; ++bit) {
        message[i] = static_cast<char>(message[i] ^ 1 << bit);
        ExpectRefusedOrWhole(message);
        message[i] = static_cast<char>(message[i] ^ 1 << bit);
      }
    }
  });
}

// Words copied over others make pointers that point elsewhere, twice, or in circles.
TEST(EventCodecTest, NoMisplacedWordIsOverlooked) {
  sample::Numbers numbers(7);
  int decoded = 0;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    ForEachFactType([&](const auto& fact) {
      using F = std::remove_cvref_t<decltype(fact)>;
      const std::string whole = Encoded(EventOf<F>(seed, Fill::kAnything));
      for (int i = 0; i < 40; ++i) {
        std::string message = whole;
        const std::uint64_t words = message.size() / 8;
        message.replace(numbers.Below(words) * 8, 8, whole.substr(numbers.Below(words) * 8, 8));
        decoded += ExpectRefusedOrWhole(message) ? 1 : 0;
      }
    });
  }
  EXPECT_GT(decoded, 0) << "no such message was ever decoded: the test shows nothing";
}

TEST(EventCodecTest, RandomBytesAreRefused) {
  sample::Numbers numbers(11);
  for (int i = 0; i < 50'000; ++i) {
    std::string bytes(numbers.Below(65) * 8, '\0');
    for (char& byte : bytes) byte = static_cast<char>(numbers.Next());
    if (bytes.size() >= 8 && numbers.Below(2) == 0) {
      // A plausible root pointer, so that what follows is looked at.
      bytes.replace(0, 8,
                    std::string("\0\0\0\0", 4) + static_cast<char>(numbers.Below(20)) + '\0' +
                        static_cast<char>(numbers.Below(9)) + '\0');
    }
    EXPECT_FALSE(kCodec.Decode(bytes));
  }
}

TEST(EventCodecTest, ALayoutThatIsNotCanonicalIsRefused) {
  const Event event = EventOf<AssessmentRecorded>(1, Fill::kLeast);
  const std::string canonical = Encoded(event);
  WithBuilder(event, [&](capnp::MessageBuilder& builder) {
    builder.getRoot<schema::Event>();  // Moves the root to where it has its full size.
    const auto segments = builder.getSegmentsForOutput();
    EXPECT_EQ(segments.size(), 1u);
    const std::string bytes = Bytes(segments[0]);
    EXPECT_NE(bytes, canonical);
    ExpectRefused(bytes, "canonical");
    return bytes;
  });
}

TEST(EventCodecTest, AFactTypeOfTheFutureIsRefusedNamingTheEvent) {
  Event event = EventOf<StoreCreated>(1, Fill::kEverything);
  event.index.value = 123456;
  const auto set_type = [](schema::Fact::Builder fact, std::uint16_t number) {
    std::memcpy(capnp::toAny(fact).getDataSection().begin(), &number, sizeof(number));
  };
  const auto last = static_cast<std::uint16_t>(std::variant_size_v<FactVariant>);
  for (const std::uint16_t number :
       {std::uint16_t{0}, std::uint16_t(last + 1), std::uint16_t{0xffff}}) {
    ExpectRefused(Changed(event, [&](auto root) { set_type(root.getFact(), number); }),
                  "event 123456: Fact.");
  }
}

TEST(EventCodecTest, OnlyAPlainFactReplaces) {
  const Event event = EventOf<FactCorrected>(1, Fill::kEverything);
  const auto replacement = [](schema::Event::Builder root) {
    return root.getFact().getFactCorrected().getReplacement();
  };
  ExpectRefused(Changed(event, [&](auto root) { replacement(root).initFactVoided(); }),
                "FactCorrected.replacement");
  ExpectRefused(Changed(event, [&](auto root) { replacement(root).setReserved(); }));
}

TEST(EventCodecTest, AnEnumNumberThatIsNotKnownIsRefusedNamingTheField) {
  const Event event = EventOf<AssessmentRecorded>(1, Fill::kEverything);
  for (const int number : {0, 99, 256 + 1, 0xffff}) {
    ExpectRefused(
        Changed(event,
                [&](auto root) { root.setStreamKind(static_cast<schema::StreamKind>(number)); }),
        "event.kind");
    ExpectRefused(Changed(event,
                          [&](auto root) {
                            root.getFact().getAssessmentRecorded().setStatus(
                                static_cast<schema::AssessmentStatus>(number));
                          }),
                  "AssessmentRecorded.status");
    ExpectRefused(Changed(event,
                          [&](auto root) {
                            root.getFact().getAssessmentRecorded().getLevel().setValue(
                                static_cast<schema::AcquiredLevel>(number));
                          }),
                  "AssessmentRecorded.level");
  }
}

// A root with one more word of data, or one more pointer, than this program's schema has.
std::string WithMore(const Event& event, unsigned data_words, unsigned pointers) {
  return WithBuilder(event, [&](capnp::MessageBuilder& builder) {
    auto from = capnp::toAny(builder.getRoot<schema::Event>());
    const auto data = from.getDataSection();
    auto slots = from.getPointerSection();
    capnp::MallocMessageBuilder larger;
    auto to = larger.getRoot<capnp::AnyPointer>().initAsAnyStruct(
        static_cast<std::uint16_t>(data.size() / 8 + data_words),
        static_cast<std::uint16_t>(slots.size() + pointers));
    std::copy(data.begin(), data.end(), to.getDataSection().begin());
    for (unsigned i = 0; i < slots.size(); ++i) to.getPointerSection()[i].set(slots[i].asReader());
    if (data_words > 0) to.getDataSection()[data.size()] = 1;
    if (pointers > 0) to.getPointerSection()[slots.size()].setAs<capnp::Text>("of the future");
    return Bytes(to.asReader().canonicalize());
  });
}

TEST(EventCodecTest, AFieldOfTheFutureIsRefused) {
  Event event = EventOf<StoreCreated>(1, Fill::kEverything);
  event.index.value = 42;
  EXPECT_EQ(WithMore(event, 0, 0), Encoded(event));
  ExpectRefused(WithMore(event, 1, 0), "event 42: Event.size: it holds what this program");
  ExpectRefused(WithMore(event, 0, 1), "event 42: Event.size: it holds what this program");
}

// A new field may lie between old ones, in what were cracks.
TEST(EventCodecTest, AFieldOfTheFutureInAnOldWordIsRefused) {
  ExpectRefused(Changed(EventOf<StoreCreated>(1, Fill::kEverything),
                        [](auto root) {
                          auto fact = root.getFact().getStoreCreated();
                          capnp::toAny(fact).getDataSection()[0] |= 2;
                        }),
                "StoreCreated.data: it holds what this program");
}

TEST(EventCodecTest, AValueBehindNoneIsRefused) {
  ExpectRefused(Changed(EventOf<TutorAssigned>(1, Fill::kLeast), [](auto root) {
    auto to = root.getFact().getTutorAssigned().getTo();
    to.setValue(1);
    to.setNone();  // Leaves the value where it was.
  }));
}

TEST(EventCodecTest, WhatMustBeThereIsMissed) {
  const Event event = EventOf<AssessmentRecorded>(1, Fill::kEverything);
  ExpectRefused(Changed(event, [](auto root) { root.disownFact(); }), "fact: missing");
  ExpectRefused(
      Changed(event, [](auto root) { root.getFact().getAssessmentRecorded().disownPlan(); }),
      "AssessmentRecorded.plan: missing");
}

TEST(EventCodecTest, AListThatIsThereAndEmptyIsRefused) {
  ExpectRefused(Changed(EventOf<AssessmentRecorded>(1, Fill::kLeast),
                        [](auto root) { root.getFact().getAssessmentRecorded().initAssessors(0); }),
                "AssessmentRecorded.assessors");
}

TEST(EventCodecTest, ATextThatIsNoCodeIsRefused) {
  const Event event = EventOf<AssessmentRecorded>(1, Fill::kEverything);
  for (const char* text : {"", "Jean Dupont", "-x", "é"}) {
    ExpectRefused(
        Changed(event, [&](auto root) { root.getFact().getAssessmentRecorded().setPlan(text); }),
        "AssessmentRecorded.plan");
  }
}

TEST(EventCodecTest, AMessageOverTheLimitIsRefused) {
  ExpectRefused(std::string(kEventSizeBytesMax + 1, '\0'));
}

TEST(EventCodecTest, AnotherFormatVersionIsRefused) {
  ExpectRefused(Changed(EventOf<StoreCreated>(1, Fill::kLeast),
                        [](auto root) { root.setFormatVersion(kEventFormatVersion + 1); }),
                "format_version");
}

TEST(EventCodecTest, SealedClassesOutOfOrderOrTwiceAreRefused) {
  Event event = EventOf<StoreCreated>(1, Fill::kEverything);
  ASSERT_GE(event.sealed.size(), 2u);
  ExpectRefused(
      Changed(event,
              [](auto root) {
                root.getSealed()[1].setContentClass(root.getSealed()[0].getContentClass());
              }),
      "event.sealed");
  std::swap(event.sealed[0], event.sealed[1]);
  EXPECT_FALSE(kCodec.Encode(event));
}

void ExpectNotEncoded(const Event& event, std::string_view in_detail) {
  const Result<std::string> message = kCodec.Encode(event);
  ASSERT_FALSE(message);
  EXPECT_EQ(message.error().code, ErrorCode::kInvalidArgument);
  EXPECT_NE(message.error().detail.en.find(in_detail), std::string::npos)
      << message.error().detail.en;
}

TEST(EventCodecTest, WhatCouldNotBeReadIsNotWritten) {
  const Event good = EventOf<AssessmentRecorded>(1, Fill::kEverything);
  const auto without = [&](auto change) {
    Event event = good;
    change(event, std::get<AssessmentRecorded>(event.fact));
    return event;
  };
  ExpectNotEncoded(without([](Event& e, auto&) { e.kind = StreamKind{}; }), "event.kind");
  ExpectNotEncoded(without([](Event& e, auto&) { e.format_version = 2; }), "event.format_version");
  ExpectNotEncoded(without([](Event& e, auto&) { e.by.evidence.resize(33, e.by.evidence[0]); }),
                   "event.evidence");
  ExpectNotEncoded(without([](Event& e, auto&) { e.by.evidence[0].media_type = "Jean Dupont"; }),
                   "event.media_type");
  ExpectNotEncoded(without([](Event&, auto& fact) { fact.status = AssessmentStatus{99}; }),
                   "AssessmentRecorded.status");
  ExpectNotEncoded(without([](Event&, auto& fact) { fact.plan.text = "a b"; }),
                   "AssessmentRecorded.plan");
  ExpectNotEncoded(without([](Event&, auto& fact) { fact.assessors.resize(257); }),
                   "AssessmentRecorded.assessors");
}

}  // namespace
}  // namespace cartulary
