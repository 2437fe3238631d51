// A finding (constat): what an auditor should look at, and on what it rests. Found by the checks of
// core/findings/checks.h; nothing is refused or changed by one.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/code.h"
#include "core/evaluate/verdict.h"
#include "core/facts/enums.h"
#include "core/ids.h"
#include "core/rules/referential.h"
#include "core/text.h"

namespace cartulary {

enum class Severity : std::uint8_t {
  kInfo = 1,     // To be known: no rule is broken by itself.
  kWarning = 2,  // To be looked at: a rule is broken, or the proof of it is lacking.
  kSerious = 3,  // A decision or an award may not hold before a court.
};
constexpr auto NamesOf(Severity) {
  return std::to_array<EnumName<Severity>>({
      {Severity::kInfo, "info", "information"},
      {Severity::kWarning, "warning", "à examiner"},
      {Severity::kSerious, "serious", "grave"},
  });
}

// What a check says of itself.
struct CheckInfo {
  std::string_view code;  // "JURY_PARITY". Stable: notes name it.
  Severity severity{};
  Phrase label;
  Phrase source;   // The article, ruling or text that asks for it.
  Phrase reading;  // Which reading of that the check takes.
  Phrase next;     // What one may do about it.
};

// What a check found, before it is known of whom.
struct Found {
  Index about;       // The event that it is about.
  std::string part;  // Where one event may have several: which; of the characters of a code.
  Text text;         // One sentence without its full stop, and without the persons.
  std::vector<PersonId> persons;  // Whom it names, after the sentence.
  std::vector<Cited> evidence;
  std::vector<LearnerId> registrations{};    // Of the learner: which it names, after the sentence.
  const Requirement* requirement = nullptr;  // Of the rules, where they ask for it.
  std::vector<AssumptionCode> assumptions;   // Of the rules, which it leans on.
};

struct Finding {
  const CheckInfo* check = nullptr;  // Of the table, which lives as long as the program.
  std::string id;                    // See IdOf.
  Index about;                       // The event that it is about.
  std::optional<LearnerId> learner;
  std::optional<LearnerId> registration;  // Of the learner: where that event was recorded.
  std::optional<EnrolmentId> enrolment;
  std::optional<JuryId> jury;
  std::optional<CertificationCode> certification;
  Text text;
  std::vector<PersonId> persons;
  std::vector<LearnerId> registrations;
  std::vector<Cited> evidence;               // In the order of their index, each once; never empty.
  std::shared_ptr<const Referential> rules;  // By which the enrolment is judged.
  std::uint32_t revision = 0;                // Of these rules.
  const Requirement* requirement = nullptr;  // Of `rules`.
  std::vector<AssumptionCode> assumptions;   // Of `rules`.

  Index last_event() const { return evidence.back().index; }
};

// "JURY_PARITY:341", or with a part "GRID_MISSING:120:2024-2025": the code of the check and the
// index of the event that it is about. The same for the same log, on every machine.
std::string IdOf(std::string_view check, const Found& found);

// What a note on a finding names, once hashed: its id and, a line each, the events of its evidence
// by stream and version. Other evidence makes it another finding, which the note does not cover.
std::string NotedText(const Finding& finding);

// Completes what was found; learner and the like are the caller's to set.
Finding FindingOf(const CheckInfo& check, Found found);

}  // namespace cartulary
