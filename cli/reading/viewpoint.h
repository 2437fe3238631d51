// From where a question looks at the register: what was known (--as-of), what was so (--on), under
// which text (--rules). The one place that reads the three, and that says them of an answer;
// docs/reference/time.md tells what each means.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/failure.h"
#include "cli/output/rows.h"
#include "cli/reading/published.h"
#include "core/code.h"
#include "core/fold/dossier.h"
#include "core/ids.h"
#include "core/text.h"
#include "core/time.h"

namespace cartulary {
class EventLog;
class RegisterReader;
}  // namespace cartulary

namespace cartulary::cli {

class Context;
class Reading;
class Store;

// One text of rules that had a part in an answer.
struct RulesUsed {
  CertificationCode certification;
  std::uint32_t number = 0;  // Of the revision; 0: a text that is not published.
  EditionCode edition;
  Hash sha256;
  bool applied = true;  // To its edition, as far as the answer knows the log.
};

// Whom rules that were asked for bind, among the enrolments that the answer is about.
struct Bound {
  std::size_t bound = 0;
  std::size_t others = 0;
};

struct Viewpoint {
  std::optional<Index> as_of;    // The last event that the answer takes in; none of an empty log.
  Instant recorded;              // When it was recorded.
  std::optional<Date> on;        // None: the answer is the same on every day.
  std::vector<RulesUsed> rules;  // Empty: the answer rests on no rules.
  std::optional<Bound> bound;    // Of --rules.
};

// The one line that says all three: "As of event #16 (2026-…Z), on 2025-03-20, under RNCP39304@1".
Text WordsOf(const Viewpoint& viewpoint);

// The same three members of every JSON answer, put before what `answer` holds:
// "as_of": {"index", "recorded"} or null; "on": a day or null; "rules": a list, each {"revision",
// "edition", "sha256", "applied"}; and after --rules "bound": {"bound", "others"}.
Json Stated(const Viewpoint& viewpoint, Json answer);

// The line, below an answer for people; nothing below any other.
void SayViewpoint(const Viewpoint& viewpoint, const Context& context);

// The index that --as-of means: an index, or the last event recorded at or before a moment; none if
// it was not given. Errors: usage for what is neither; not found if the log had no event then.
OrFailure<std::optional<Index>> AsOfIndex(const Context& context, const Store& store);

// What --rules names, whenever it was published: what was known then is judged by a text of today
// too. None if it was not given. Errors: usage for a text that names no revision; not found.
OrFailure<std::optional<Published>> AskedRules(Reading& reading, const Context& context);

// Why an enrolment of several is left unjudged by them.
Text NotBoundBy(const Published& asked);

// Of the log alone, cut there: on no day and under no rules. Errors: those of the log.
Result<Viewpoint> ViewpointOf(const EventLog& log, std::optional<Index> as_of);

// Of the reader's cut and a day; no rules yet.
Viewpoint ViewpointOf(const RegisterReader& reader, std::optional<Date> on);

// A revision as used, out of the stream of its certification.
RulesUsed UsedRules(const FoldedStream& referential, const RevisionPublished& revision);

// What judges where nothing is asked for: the revision applied to each edition of these
// certifications. Errors: those of the store.
OrFailure<std::vector<RulesUsed>> AppliedRules(Reading& reading,
                                               const std::set<CertificationCode>& certifications);
// Likewise of every certification.
OrFailure<std::vector<RulesUsed>> AppliedRules(Reading& reading);

// What is asked for, where something is, or else what is applied.
OrFailure<std::vector<RulesUsed>> RulesOf(Reading& reading, const std::optional<Published>& asked,
                                          const std::set<CertificationCode>& certifications);

}  // namespace cartulary::cli
