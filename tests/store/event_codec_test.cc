#include "store/codec/event_codec.h"

#include <capnp/serialize.h>
#include <gtest/gtest.h>

#include <cstring>
#include <string>
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
  if (!message) {
    ADD_FAILURE() << message.error().detail;
    return "";
  }
  return *message;
}

// The message of whatever `change` makes of an event's Cap'n Proto form, in canonical form.
template <typename Change>
std::string Changed(const std::string& message, Change&& change) {
  std::vector<capnp::word> words(message.size() / sizeof(capnp::word));
  std::memcpy(words.data(), message.data(), message.size());
  const kj::ArrayPtr<const capnp::word> segments[1] = {kj::arrayPtr(words.data(), words.size())};
  capnp::SegmentArrayMessageReader reader(kj::arrayPtr(segments, 1));
  capnp::MallocMessageBuilder builder;
  builder.setRoot(reader.getRoot<schema::Event>());
  change(builder.getRoot<schema::Event>());
  const auto canonical = capnp::canonicalize(builder.getRoot<schema::Event>().asReader());
  return {canonical.asChars().begin(), canonical.asChars().size()};
}

void ExpectRoundTrip(const Event& event) {
  const std::string message = Encoded(event);
  const Result<Event> decoded = kCodec.Decode(message);
  ASSERT_TRUE(decoded) << decoded.error().detail;
  EXPECT_EQ(*decoded, event) << InfoOf(event.fact).name;
  const Status canonical = kCodec.CheckCanonical(message);
  EXPECT_TRUE(canonical) << canonical.error().detail;
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

}  // namespace
}  // namespace cartulary
