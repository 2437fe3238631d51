// Replay: what other rules make of every enrolment that an edition binds. Writes nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/code.h"
#include "core/evaluate/impact.h"
#include "core/ids.h"
#include "core/ports/hasher.h"
#include "core/ports/rules_loader.h"
#include "core/ports/state_store.h"
#include "core/result.h"
#include "core/rules/referential.h"
#include "core/time.h"
#include "projections/ports.h"
#include "projections/reader.h"

namespace cartulary {

struct ReplayQuestion {
  std::shared_ptr<const Referential> rules;  // They say certification and edition.
  std::uint32_t revision = 0;                // 0: they are not published, or tried with a setting.
  Date on;
  Hash text{};                    // Of the file that holds them, and what was set in it otherwise:
  AssumptionSettings settings{};  // both name the rules in the digest.
};

struct ReplayReport {
  CertificationCode certification;
  EditionCode edition;
  std::uint32_t applied = 0;   // The revision that is applied: what the rules are compared with.
  std::uint32_t revision = 0;  // As in the question.
  Date on;
  Hash text;                     // As in the question.
  AssumptionSettings settings;   // Likewise.
  std::uint64_t enrolments = 0;  // Bound by the edition on that date, and judged under both.
  std::vector<Impact> impacts;   // Those that differ, by learner and enrolment.

  std::uint64_t unchanged() const { return enrolments - impacts.size(); }
};

// Judges each bound enrolment under the question's rules and under those applied, at one date, from
// the dossiers that `reader` sees; `state` is asked who is concerned and may be ahead of `reader`.
// The same for any number of threads. Tells the watch of each learner that cites the certification.
// Errors: kWorld if the watch says to stop; kNotFound if no revision of the edition is published;
// those of the reader, the least learner's first.
Result<ReplayReport> Replay(const ProjectionPorts& ports, const StateStore& state,
                            const RegisterReader& reader, const ReplayQuestion& question);

// What of it must go to a jury, an authority or a court, in its order (core/evaluate/impact.h).
std::vector<CaseOpened> CasesOf(const ReplayReport& report);

// Over the whole report, its date and the rules tried included: equal reports give equal digests on
// every machine.
Hash DigestOf(const ReplayReport& report, const Hasher& hasher);

}  // namespace cartulary
