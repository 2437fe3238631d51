#include "projections/verdicts.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <variant>

#include "core/check.h"
#include "core/evaluate/evaluate.h"
#include "core/fold/join.h"
#include "projections/rows.h"

namespace cartulary {
namespace {

using Rows = std::map<std::pair<Table, std::string>, std::optional<std::string>>;

std::string BoardKeyOf(const LearnerId& learner, const EnrolmentOpened& opened) {
  BoardRow row;
  row.certification = opened.certification;
  row.campus = opened.campus;
  row.cohort = opened.cohort;
  row.learner = learner;
  row.enrolment = opened.enrolment;
  return BoardKey(row);
}

// Every key that this learner may ever have put into the tables, without a value.
Rows FormerRows(const Dossier& dossier) {
  const LearnerId learner = IdFrom<LearnerId>(dossier.subject);
  Rows rows;
  for (const Entry& entry : dossier.entries) {
    const auto* opened = std::get_if<EnrolmentOpened>(&entry.fact);
    if (opened == nullptr) continue;
    rows[{Table::kVerdicts, VerdictKey(learner, opened->enrolment)}];
    rows[{Table::kBoard, BoardKeyOf(learner, *opened)}];
  }
  return rows;
}

// Whether the fact bears on which enrolments are judged, and by which rules.
bool IsOfBinding(const PlainFact& fact) {
  return std::holds_alternative<EnrolmentOpened>(fact) ||
         std::holds_alternative<AnnualRegistrationRecorded>(fact) ||
         std::holds_alternative<LearnersMerged>(fact);
}

// The first date after `on` on which other enrolments can come to be judged, or by other rules.
std::optional<Date> NextBindingChange(const Dossier& dossier, Date on) {
  std::optional<Date> next;
  const auto consider = [&](Date date) {
    if (date > on && (!next || date < *next)) next = date;
  };
  for (const Entry& entry : dossier.entries) {
    if (!IsOfBinding(entry.fact) || entry.IsOut()) continue;
    consider(entry.effective);
    if (entry.superseded) consider(*entry.superseded->from);
  }
  return next;
}

// Moves the learner from one date to another in the table of due dates, or into it, or out of it.
void AddDue(const LearnerId& learner, std::optional<Date> former, std::optional<Date> due,
            Rows& rows) {
  const std::string by_learner = DueDateKey(learner);
  if (former) {
    rows[{Table::kDue, DueKey(*former, learner)}];
    rows[{Table::kDue, by_learner}];
  }
  if (!due) return;
  rows[{Table::kDue, DueKey(*due, learner)}] = std::string();
  rows[{Table::kDue, by_learner}] = DatePart(*due);
}

}  // namespace

bool Binds(const Referential& rules, const EnrolmentTerms& terms) {
  return rules.certification == terms.opened->certification && rules.edition.code == terms.edition;
}

Result<std::optional<BindingRules>> FindBindingRules(const EnrolmentTerms& terms,
                                                     const Reference& reference,
                                                     const RulesSource& rules) {
  const auto revision =
      FindAppliedRevision(reference.Referential(terms.opened->certification), terms.edition);
  if (!revision) return std::optional<BindingRules>();
  CARTULARY_ASSIGN_OR_RETURN(auto loaded, rules.Load(revision->text));
  return std::optional(BindingRules{*revision, std::move(loaded)});
}

std::vector<Held<EnrolmentOpened>> EnrolmentsOn(const Dossier& dossier, Date on) {
  return HeldOn<EnrolmentOpened>(dossier, on);
}

Result<std::vector<StateChange>> VerdictChanges(const Dossier& dossier, const Reference& reference,
                                                const RulesSource& rules,
                                                std::optional<Date> former_due, Date on) {
  const LearnerId learner = IdFrom<LearnerId>(dossier.subject);
  Rows rows = FormerRows(dossier);
  std::optional<Date> due = NextBindingChange(dossier, on);
  const bool merged = SurvivorOf(dossier, on).has_value();  // Then the survivor has the verdicts.
  const auto enrolments = merged ? std::vector<Held<EnrolmentOpened>>() : EnrolmentsOn(dossier, on);
  for (const auto& opened : enrolments) {
    const auto terms = TermsOf(dossier, opened->enrolment, on);
    CARTULARY_CHECK(terms.has_value());
    CARTULARY_ASSIGN_OR_RETURN(const auto binding, FindBindingRules(*terms, reference, rules));
    if (!binding) continue;
    const Verdict verdict = Evaluate(*binding->rules, binding->revision.number, dossier,
                                     opened->enrolment, reference, on);
    rows[{Table::kVerdicts, VerdictKey(learner, opened->enrolment)}] =
        EncodeRow(VerdictRowOf(verdict));
    const BoardRow board = BoardRowOf(verdict, *binding->rules, *opened.fact);
    rows[{Table::kBoard, BoardKey(board)}] = EncodeRow(board);
    if (verdict.next_change && (!due || *verdict.next_change < *due)) due = verdict.next_change;
  }
  AddDue(learner, former_due, due, rows);

  std::vector<StateChange> changes;
  changes.reserve(rows.size());
  for (auto& [key, value] : rows) changes.push_back({key.first, key.second, std::move(value)});
  return changes;
}

Result<std::optional<Date>> FindDue(const StateStore& state, const LearnerId& learner) {
  CARTULARY_ASSIGN_OR_RETURN(const auto date, state.Get(Table::kDue, DueDateKey(learner)));
  if (!date) return std::optional<Date>();
  CARTULARY_ASSIGN_OR_RETURN(const Date due, DateOfDueKey(kDueByDate + *date));
  return std::optional(due);
}

}  // namespace cartulary
