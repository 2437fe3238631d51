#include "core/evaluate/course.h"

namespace cartulary {
namespace {

struct Where {
  EnrolmentStanding standing;
  const Entry* since;
};

Where WhereIn(const EnrolmentTerms& terms) {
  // An enrolment that never was so is left, as one that was voided.
  if (terms.opened.entry->IsOut()) return {EnrolmentStanding::kLeft, nullptr};
  if (terms.left != nullptr) return {EnrolmentStanding::kLeft, terms.left};
  if (terms.suspended != nullptr) return {EnrolmentStanding::kSuspended, terms.suspended};
  if (terms.repeating != nullptr) return {EnrolmentStanding::kRepeating, terms.repeating};
  return {EnrolmentStanding::kEnrolled, nullptr};
}

}  // namespace

void SetEnrolmentStanding(Verdict& verdict, const Evaluation& evaluation) {
  const EnrolmentTerms& terms = evaluation.terms;
  const Where where = WhereIn(terms);
  verdict.enrolment_standing = where.standing;
  for (const Entry* entry : {terms.route_changed, terms.repinned, where.since}) {
    if (entry != nullptr) verdict.course.push_back(CitedOf(evaluation.dossier, *entry));
  }
  SortEvents(verdict.course);
}

}  // namespace cartulary
