// One function for each verb, defined in the file of its name.
#pragma once

#include "cli/verb.h"

namespace cartulary::cli {

Verb AwardIssueVerb();
Verb CasesVerb();
Verb CasesAssignVerb();
Verb CasesCloseVerb();
Verb CasesListVerb();
Verb CasesShowVerb();
Verb CompletionVerb();
Verb FindingsNoteVerb();
Verb FindingsShowVerb();
Verb FindingsVerb();
Verb HelpVerb();
Verb HistoryVerb();
Verb ImportVerb();
Verb DemoVerb();
Verb InitVerb();
Verb JuryCheckVerb();
Verb JuryMinutesVerb();
Verb JuryPrepareVerb();
Verb ListAwardsVerb();
Verb ListJuriesVerb();
Verb ListLearnersVerb();
Verb ListPersonsVerb();
Verb LogVerb();
Verb RebuildVerb();
Verb ReplayVerb();
Verb RecordVerb();
Verb ReferentialAssumptionsVerb();
Verb ReferentialCompleteVerb();
Verb ReferentialCorrectVerb();
Verb ReferentialDiffVerb();
Verb ReferentialLintVerb();
Verb ReferentialListVerb();
Verb ReferentialPublishVerb();
Verb ReferentialShowVerb();
Verb StatsVerb();
Verb StatusVerb();
Verb TraceVerb();

}  // namespace cartulary::cli
