// What followed the decision and the award that a page shows: reserves, notification, appeals,
// rulings, annulment, withdrawal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/options.h"
#include "cli/output/rows.h"
#include "core/facts/award.h"
#include "core/facts/decision.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary::cli {

// A fact with its date and its event.
template <typename T>
struct Dated {
  T fact;
  Date on;
  Index index;
};

struct ReserveView {
  Reserve reserve;
  bool overdue = false;
  bool lifted = false;
  std::optional<Date> ended;  // Lifted or lapsed.
  std::optional<Index> index;
};

struct AppealView {
  Dated<AppealLodged> lodged;
  // By whom it was lodged with, or by the court; neither: it is not decided.
  std::optional<Dated<AppealDecided>> decided;
  std::optional<Dated<CourtRuled>> ruled;
};

struct AftermathView {
  std::vector<ReserveView> reserves;
  std::vector<Dated<DecisionNotified>> notified;
  std::vector<AppealView> appeals;
  std::vector<Dated<CourtRuled>> rulings;
  std::optional<Dated<JuryDecisionAnnulled>> annulled;
  std::optional<Dated<JuryDecisionRectified>> rectified;
  std::optional<Dated<AwardWithdrawn>> withdrawn;  // Unless it was reinstated.
  std::optional<Date> last_act_on_title;           // Of all its withdrawals and reinstatements.
  // Of the decision that the award names; unset too once the award is withdrawn.
  std::optional<Dated<JuryDecisionAnnulled>> support_lost;

  bool EndedDecision() const { return annulled || rectified; }
};

struct AftermathLine {
  std::string label;
  std::string text;
};
// Of the decision, in the order in which such things happen.
std::vector<AftermathLine> LinesOf(const AftermathView& view, Language language);

// "2028-01-10: fraud (fraude), by director general (directeur général), act ARR-1 (#33)"
std::string TextOf(const Dated<AwardWithdrawn>& withdrawn, Language language);

// The ruling whose consequence no act has drawn yet; nullptr for none.
const Dated<CourtRuled>* UndrawnRuling(const AftermathView& view);

Json ToJson(const AftermathView& view);

}  // namespace cartulary::cli
