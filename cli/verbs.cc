#include "cli/verbs.h"

#include "cli/verbs/all.h"

namespace cartulary::cli {

std::vector<Verb> AllVerbs() {
  return {
      InitVerb(),
      DemoVerb(),
      ReferentialPublishVerb(),
      ReferentialCorrectVerb(),
      ReferentialCompleteVerb(),
      ReferentialListVerb(),
      ReferentialShowVerb(),
      ReferentialAssumptionsVerb(),
      ReferentialDiffVerb(),
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
      FindingsShowVerb(),
      FindingsNoteVerb(),
      FindingsVerb(),
      ReplayVerb(),
      CasesListVerb(),
      CasesShowVerb(),
      CasesAssignVerb(),
      CasesCloseVerb(),
      CasesVerb(),
      RebuildVerb(),
      LogVerb(),
      CompletionVerb(),
      HelpVerb(),
  };
}

Text SummaryOfGroup(std::string_view group) {
  if (group == "referential") {
    return Said("rules of a certification", "le référentiel d'une certification");
  }
  if (group == "jury") return Said("sessions of a jury", "les sessions d'un jury");
  if (group == "award") return Said("titles granted", "les titres délivrés");
  if (group == "findings") {
    return Said("what an auditor should look at", "ce qu'un auditeur doit regarder");
  }
  if (group == "cases") {
    return Said("what must go to a jury, an authority or a court",
                "ce qui doit être porté devant un jury, une autorité ou une juridiction");
  }
  if (group == "list") {
    return Said("learners, awards, juries and persons, as rows",
                "apprenants, titres, jurys et personnes, en lignes");
  }
  return {};
}

}  // namespace cartulary::cli
