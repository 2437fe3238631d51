// The answer of `trace`: an award, and all that it rests on, for an auditor.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/render/findings_page.h"
#include "cli/render/verdict_view.h"

namespace cartulary::cli {

struct MemberView {
  std::string name;
  College college{};
  MemberCapacity capacity{};
  bool chair = false;
  bool deliberated = false;  // On this candidate, by the decision.
};

struct TraceView {
  VerdictView base;
  AwardIssued award;
  std::uint32_t applied = 0;  // The revision applied now to the edition that binds.
  EventNote issued;
  std::optional<EventNote> decision;
  std::optional<EventNote> appointment;
  std::optional<EventNote> minutes;
  JuryKind jury_kind{};
  std::vector<MemberView> members;
  std::string appointed_by;
  // The withdrawal of this award, unless it was reinstated.
  std::optional<Dated<AwardWithdrawn>> withdrawn;
  // What followed the decision and the award: their events.
  std::vector<EventNote> following;
  // What was corrected or voided in the learner's stream: the events that did it.
  std::vector<EventNote> corrections;
  std::vector<FindingView> against;  // The serious findings (cli/reading/findings_reader.h).
  // What the requirements came to on the day of the award, as far as the log knows today.
  Outcome on_issue{};
  // What the rules alone held to be met by what the log knew when the award was issued, and no
  // longer do by what was recorded since. Both are judged at the date of the question.
  std::vector<VerdictNode> undone;
  Hash head_leaf;
};

// True if the award stands, the decision that it names was not annulled, and every requirement
// holds: all at the date of the question.
bool IsSupported(const TraceView& view);
// Likewise, and nothing serious is found against it that no note covers.
bool IsUncontested(const TraceView& view);

std::string TracePage(const TraceView& view, const Look& look);
Json TraceJson(const TraceView& view);

}  // namespace cartulary::cli
