// How long the verdict of one learner takes: an apprentice with some 100 facts, all conditions met
// and the jury's decision, under the rules with the shape of RNCP39304.
#include <benchmark/benchmark.h>

#include <string>

#include "core/evaluate/evaluate.h"
#include "tests/support/dossier_builder.h"
#include "tests/support/small_rules.h"

namespace cartulary {
namespace {

using namespace testing_support;

// Six plans a block, each taken twice, and the facts of a whole career.
World BusyApprentice() {
  World world = Apprentice();
  for (const std::string block : {"BC01", "BC02", "BC03"}) {
    for (int i = 3; i <= 6; ++i) {
      world.Plan("2024-09-01", Planned(block + "-EX" + std::to_string(i), block));
    }
    for (int i = 1; i <= 6; ++i) {
      const std::string plan = block + "-EX" + std::to_string(i);
      world.Record("2025-06-15", Graded(plan, "9"));
      world.Record("2025-09-15", Graded(plan, "13", 2));
    }
    for (int i = 0; i < 6; ++i) world.Record("2025-01-15", Graded(block + "-FORM", "11", 1 + i));
  }
  for (int year = 2024; year <= 2026; ++year) {
    for (int i = 0; i < 3; ++i) {
      world.Record("2026-01-01",
                   TutorAssigned{kEnrolment, Person(50 + i), TutorRole::kCompany, {}});
      world.Record("2026-01-01", AlternanceReport(year));
    }
  }
  RecordDecision(world, Decided(FinalDecision::kAdmitted, {{{"BC01"}, BlockDecision::kValidated}}));
  return world;
}

void EvaluateApprentice(benchmark::State& state) {
  const World world = BusyApprentice();
  const Referential rules = SmallRules();
  const Date on = Day("2027-12-31");
  for (auto _ : state) {
    benchmark::DoNotOptimize(Evaluate(rules, 1, world.dossier, kEnrolment, world.reference, on));
  }
  state.counters["facts"] = static_cast<double>(world.dossier.entries.size());
}
BENCHMARK(EvaluateApprentice)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace cartulary

BENCHMARK_MAIN();
