// The rules of an enrolment's course: years, routes, interruptions, leaving.
#include "core/decide/case.h"

namespace cartulary {
namespace {

Refusal CheckOpen(const EnrolmentId& enrolment, const Case& c) {
  const EnrolmentTerms terms = TermsOf(c, enrolment);
  const Date entry = terms.opened.entry->effective;
  if (c.effective() < entry) {
    return Reject(RejectionCode::kBeforeEntry,
                  ToText(c.effective()) + " is before the entry on " + ToText(entry));
  }
  if (terms.left == nullptr) return std::nullopt;
  return Reject(RejectionCode::kEnrolmentEnded,
                "the enrolment ended on " + ToText(terms.left->effective) + ", says version " +
                    ToText(terms.left->version) + ". Open another, or correct that");
}

}  // namespace

Refusal Check(const AnnualRegistrationRecorded& fact, const Case& c) {
  const auto enrolment = EnrolmentOf(c, fact.enrolment);
  if (fact.edition) {
    const FoldedStream& referential = c.reference.Referential(enrolment->certification);
    const auto edition = FindLive<EditionPublished>(
        referential, c.effective(),
        [&](const auto& held) { return held->edition == *fact.edition; });
    if (!edition) {
      return Reject(RejectionCode::kUnknownEdition, "edition " + fact.edition->text + " of " +
                                                        enrolment->certification.text +
                                                        " is not published");
    }
  }
  if (auto no = CheckOpen(fact.enrolment, c)) return no;
  if (fact.year_of_study == 0) {
    return Reject(RejectionCode::kLevelOutOfRange, "years of study are counted from 1");
  }
  if (fact.edition && !fact.repeating && !fact.act) {
    return Reject(RejectionCode::kOtherEdition,
                  "the edition of an enrolment changes for a repeated year or by an act only. Say "
                  "repeating, or name the act");
  }
  const auto other =
      FindLive<AnnualRegistrationRecorded>(c.stream, c.effective(), [&](const auto& held) {
        return held->enrolment == fact.enrolment && held->academic_year == fact.academic_year;
      });
  if (other) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  "registered for " + ToText(fact.academic_year) + " at version " +
                      ToText(other->entry->version) + ". Correct that");
  }
  return std::nullopt;
}

Refusal Check(const RouteChanged& fact, const Case& c) {
  const Referential* rules = RulesOf(c, fact.enrolment);
  if (rules == nullptr) {
    return Reject(RejectionCode::kNoRules, "the edition of this enrolment has no revision");
  }
  const RouteAccess* route = FindRoute(*rules, fact.route);
  if (route == nullptr || !route->open) {
    return Reject(RejectionCode::kRouteClosed, "the route " + std::string(ToName(fact.route)) +
                                                   " is closed to " + rules->certification.text);
  }
  if (auto no = CheckOpen(fact.enrolment, c)) return no;
  const EnrolmentTerms terms = TermsOf(c, fact.enrolment);
  if (terms.route == fact.route) {
    const Entry* since = terms.route_changed ? terms.route_changed : terms.opened.entry;
    return Reject(RejectionCode::kNothingChanged, "the enrolment is by the route " +
                                                      std::string(ToName(fact.route)) + " since " +
                                                      ToText(since->effective));
  }
  return std::nullopt;
}

Refusal Check(const EnrolmentSuspended& fact, const Case& c) {
  if (auto no = CheckOpen(fact.enrolment, c)) return no;
  if (fact.to && *fact.to < c.effective()) {
    return Reject(
        RejectionCode::kPeriodReversed,
        "it would end on " + ToText(*fact.to) + ", before it begins on " + ToText(c.effective()));
  }
  if (const Entry* other = TermsOf(c, fact.enrolment).suspended) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  "interrupted since " + ToText(other->effective) + ", says version " +
                      ToText(other->version) + ". Record EnrolmentResumed, or correct that");
  }
  return std::nullopt;
}

Refusal Check(const EnrolmentResumed& fact, const Case& c) {
  if (auto no = CheckOpen(fact.enrolment, c)) return no;
  if (TermsOf(c, fact.enrolment).suspended == nullptr) {
    return Reject(RejectionCode::kNothingToEnd,
                  "the enrolment is not interrupted on " + ToText(c.effective()));
  }
  return std::nullopt;
}

Refusal Check(const EnrolmentClosed& fact, const Case& c) { return CheckOpen(fact.enrolment, c); }

Refusal Check(const EnrolmentTransferred& fact, const Case& c) {
  const auto to = FindEnrolment(c.stream, fact.to, c.effective());
  if (!to) {
    return Reject(RejectionCode::kUnknownEnrolment,
                  ToText(fact.to) +
                      " is not an enrolment of this learner. Record EnrolmentOpened "
                      "in the other certification first");
  }
  const CertificationCode& from = EnrolmentOf(c, fact.enrolment)->certification;
  if ((*to)->certification == from) {
    return Reject(RejectionCode::kOtherCertification,
                  "a transfer leads to another certification; both enrolments are in " + from.text);
  }
  return CheckOpen(fact.enrolment, c);
}

}  // namespace cartulary
