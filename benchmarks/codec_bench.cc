// How fast an event is written, read and hashed: one core, in memory.
#include <benchmark/benchmark.h>
#include <capnp/message.h>
#include <capnp/serialize.h>

#include <cstdint>
#include <string>
#include <vector>

#include "core/check.h"
#include "core/event.h"
#include "schema/event.capnp.h"
#include "store/codec/event_codec.h"
#include "store/codec/message.h"
#include "store/codec/openssl_hasher.h"
#include "tests/support/sample.h"

namespace cartulary {
namespace {

const CapnpEventCodec kCodec;
constexpr std::size_t kEvents = 1024;

// A graded written examination, recorded live by a registrar: most of a real log.
Event TypicalAssessment(std::uint64_t seed) {
  sample::Filler filler(seed, sample::Fill::kLeast);
  Event event;
  filler.SetEnvelope(event);
  event.kind = StreamKind::kLearner;
  AssessmentRecorded fact;
  filler.Set(fact);
  fact.plan = PlanCode{"BC01-EX1"};
  fact.session = AssessmentSession::kFirst;
  fact.attempt = 1;
  fact.status = AssessmentStatus::kGraded;
  fact.grade = Decimal{1250};
  fact.accommodated = false;
  filler.Set(fact.assessors.emplace_back());
  event.fact = fact;
  return event;
}

std::vector<Event> Events() {
  std::vector<Event> events;
  for (std::size_t i = 0; i < kEvents; ++i) events.push_back(TypicalAssessment(i));
  return events;
}

std::vector<std::string> Messages() {
  std::vector<std::string> messages;
  for (const Event& event : Events()) messages.push_back(*kCodec.Encode(event));
  return messages;
}

void Count(benchmark::State& state, std::size_t bytes) {
  state.SetItemsProcessed(state.iterations());
  state.counters["bytes/event"] = static_cast<double>(bytes);
}

void BM_Encode(benchmark::State& state) {
  const std::vector<Event> events = Events();
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(kCodec.Encode(events[i++ % kEvents]));
  Count(state, kCodec.Encode(events[0])->size());
}
BENCHMARK(BM_Encode);

void BM_Decode(benchmark::State& state) {
  const std::vector<std::string> messages = Messages();
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(kCodec.Decode(messages[i++ % kEvents]));
  Count(state, messages[0].size());
}
BENCHMARK(BM_Decode);

void BM_CheckCanonical(benchmark::State& state) {
  const std::vector<std::string> messages = Messages();
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(kCodec.CheckCanonical(messages[i++ % kEvents]));
  Count(state, messages[0].size());
}
BENCHMARK(BM_CheckCanonical);

// The part of Decode that looks at the layout only.
void BM_CheckLayout(benchmark::State& state) {
  const std::vector<std::string> messages = Messages();
  const codec::Layout layout(capnp::Schema::from<schema::Event>());
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(layout.Check(*codec::AlignedWords(messages[i++ % kEvents])));
  }
  Count(state, messages[0].size());
}
BENCHMARK(BM_CheckLayout);

// For comparison: what Cap'n Proto offers for the same question.
void BM_CapnpIsCanonical(benchmark::State& state) {
  const std::vector<std::string> messages = Messages();
  std::size_t i = 0;
  for (auto _ : state) {
    const auto words = *codec::AlignedWords(messages[i++ % kEvents]);
    const kj::ArrayPtr<const capnp::word> segments[1] = {words};
    capnp::SegmentArrayMessageReader reader(kj::arrayPtr(segments, 1));
    benchmark::DoNotOptimize(reader.isCanonical());
  }
  Count(state, messages[0].size());
}
BENCHMARK(BM_CapnpIsCanonical);

void BM_LeafHash(benchmark::State& state) {
  const std::vector<std::string> messages = Messages();
  const OpensslHasher hasher;
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(hasher.LeafHash(messages[i++ % kEvents]));
  Count(state, messages[0].size());
}
BENCHMARK(BM_LeafHash);

}  // namespace
}  // namespace cartulary

BENCHMARK_MAIN();
