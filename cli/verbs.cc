#include "cli/verbs.h"

#include "cli/verbs/all.h"

namespace cartulary::cli {

std::vector<Verb> AllVerbs() {
  return {
      InitVerb(),
      DemoVerb(),
      ReferentialPublishVerb(),
      ReferentialListVerb(),
      ReferentialShowVerb(),
      ReferentialAssumptionsVerb(),
      ReferentialLintVerb(),
      RecordVerb(),
      ImportVerb(),
      StatusVerb(),
      ListLearnersVerb(),
      ListAwardsVerb(),
      ListJuriesVerb(),
      ListPersonsVerb(),
      HistoryVerb(),
      JuryPrepareVerb(),
      JuryCheckVerb(),
      JuryMinutesVerb(),
      AwardIssueVerb(),
      TraceVerb(),
      StatsVerb(),
      RebuildVerb(),
      LogVerb(),
      CompletionVerb(),
      HelpVerb(),
  };
}

std::string_view SummaryOfGroup(std::string_view group) {
  static constexpr std::pair<std::string_view, std::string_view> kGroups[] = {
      {"referential", "rules of a certification"},
      {"jury", "sessions of a jury"},
      {"award", "titles granted"},
      {"list", "learners, awards, juries and persons, as rows"},
  };
  for (const auto& [name, summary] : kGroups) {
    if (name == group) return summary;
  }
  return "";
}

}  // namespace cartulary::cli
