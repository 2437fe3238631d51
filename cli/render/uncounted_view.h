// What is recorded of an enrolment and counts for nothing: stays that are only planned, and results
// of assessments that the edition does not have.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/options.h"
#include "cli/output/rows.h"
#include "core/evaluate/verdict.h"
#include "core/facts/results.h"
#include "core/text.h"

namespace cartulary::cli {

struct PlannedStayView {
  MobilityPlanned fact;
  Date from;
  Index index;
  bool overdue = false;  // Its last day is past, and no stay was recorded as made.
};

struct UncountedView {
  std::vector<PlannedStayView> planned;
  // The requirements of mobility as they would be once these stays were made as planned.
  std::vector<VerdictNode> once_made;
  std::vector<UncountedResult> results;
  EditionCode edition;            // Which binds.
  std::optional<Index> repinned;  // Since the registration there; empty: since the opening.
};

// Of one requirement, as it would be; nullptr if none is planned.
const VerdictNode* FindOnceMade(const UncountedView& view, const RequirementCode& requirement);

// "planned to 2026-05-31, would suffice"
Text PlannedText(const UncountedView& view, const VerdictNode& once_made);
// One line for each planned stay, then what the requirement would come to.
std::vector<std::string> LinesOfPlanned(const UncountedView& view, const VerdictNode& once_made,
                                        Language language);

// "does not count: edition 2026, which binds since #735, has no assessment BC01-OLD"
Text WhyUncounted(const UncountedResult& result, const UncountedView& view);

Json ToJson(const UncountedView& view);

}  // namespace cartulary::cli
