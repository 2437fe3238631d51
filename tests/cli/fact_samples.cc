// fact_samples: prints facts as JSON, one on a line: for each type, some that hold as much and some
// that hold as little as they may, each as it comes back from its stored bytes.
#include <cstdint>
#include <cstdio>
#include <iostream>

#include "cli/json/write.h"
#include "store/codec/event_codec.h"
#include "tests/support/sample.h"

int main() {
  using namespace cartulary;
  const CapnpEventCodec codec;
  bool good = true;
  ForEachFactType([&]<typename T>(const T&) {
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
      for (const auto fill : {sample::Fill::kEverything, sample::Fill::kLeast}) {
        const Event event = sample::EventOf<T>(seed, fill);
        const auto bytes = codec.Encode(event);
        const auto decoded = bytes ? codec.Decode(*bytes) : Result<Event>(bytes.error());
        good = good && decoded;
        if (decoded) std::cout << cli::JsonOf(decoded->fact).dump() << '\n';
      }
    }
  });
  return good ? 0 : 1;
}
