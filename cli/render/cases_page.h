// Cases: what must go to a jury, an authority or a court, and what has become of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/output/rows.h"
#include "cli/reading/identities.h"
#include "cli/render/look.h"
#include "cli/render/page.h"
#include "cli/render/replay_page.h"
#include "core/code.h"
#include "core/facts/system.h"
#include "core/ids.h"

namespace cartulary::cli {

struct CaseAssignment {
  Index index;
  Date on;
  std::string name;  // Of the person, or the id.
  PersonId person;
};

struct CaseEnd {
  Version version;  // Of the event that closes it.
  Index index;
  Date on;
  CaseClosed fact;
  std::optional<Index> event;  // Of the act, where the register has it.
  std::optional<ReasonCode> reason;
};

struct CaseView {
  Version id;  // By which it is named: the version of its event.
  Index index;
  Date opened;
  CaseOpened fact;
  Identified learner;
  std::optional<Index> concerns;        // Event of the award or decision.
  std::optional<AwardNumber> award;     // Of an award.
  std::optional<Date> decided;          // Day of the decision, or of that on which the award rests.
  std::string revision;                 // "RNCP39304@2"; empty: a finding is the cause.
  std::optional<CaseAssignment> given;  // To whom, the last time.
  std::optional<CaseEnd> end;           // None: it is open.
};

// A revision applied, with the cases that it opened.
struct AppliedView {
  RevisionApplied fact;
  Index index;
  Date recorded;
  std::string approver;
  std::vector<CaseView> cases;
};

// Everything of one case.
struct WholeCase {
  CaseView base;
  Date on;
  // The difference between the two revisions, as the replay that was approved showed it; none for a
  // finding, or where it cannot be computed again.
  std::optional<ReplayView> replay;
};

// "award contestable", "refusal: favourable"
std::string NatureOf(const CaseOpened& fact, Language language);

std::string AppliedPage(const AppliedView& view, const Look& look);
Json ToJson(const AppliedView& view);

std::string CasePage(const WholeCase& view, const Look& look);
Json ToJson(const WholeCase& view);

// Where they are not for people, names that stay, whatever the language.
Rows CaseRows(const std::vector<CaseView>& cases, Language language, bool for_people);

}  // namespace cartulary::cli
