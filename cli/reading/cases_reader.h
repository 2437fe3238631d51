// The cases of the register, out of the system's stream.
#pragma once

#include <string_view>
#include <vector>

#include "cli/failure.h"
#include "cli/render/cases_page.h"
#include "cli/render/verdict_view.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary::cli {

class Reading;

// The cases opened by a date, in the order of their ids, as they are on it.
OrFailure<std::vector<CaseView>> ReadCases(Reading& reading, Date on);

// One case, with what the replay said of it. Errors: usage for what is no id, not found.
OrFailure<WholeCase> ReadCase(Reading& reading, std::string_view id, Date on);

// "3". Errors: usage.
OrFailure<Version> ParseCaseId(std::string_view written);

// What the RevisionApplied at `event` opened.
OrFailure<AppliedView> ReadApplied(Reading& reading, const EventRef& event);

// The cases of one enrolment that are open on a date.
OrFailure<std::vector<OpenCase>> ReadOpenCases(Reading& reading, const EnrolmentId& enrolment,
                                               Date on);

}  // namespace cartulary::cli
