// The rules of an enrolment's course: years, routes, interruptions, leaving.
#include "core/decide/case.h"

namespace cartulary {
namespace {

// The fact that ended the enrolment by the date of the case: it was closed, or transferred.
const Entry* FindLeaving(const Case& c, const EnrolmentId& enrolment) {
  const auto left = [&](const auto& held) {
    return held->enrolment == enrolment && held.entry->effective <= c.effective();
  };
  if (const auto closed = FindLive<EnrolmentClosed>(c.stream, c.effective(), left)) {
    return closed->entry;
  }
  const auto transferred = FindLive<EnrolmentTransferred>(c.stream, c.effective(), left);
  return transferred ? transferred->entry : nullptr;
}

// The interruption that lasts on the date of the case.
std::optional<Held<EnrolmentSuspended>> FindSuspension(const Case& c,
                                                       const EnrolmentId& enrolment) {
  const auto suspended = FindLive<EnrolmentSuspended>(c.stream, c.effective(), [&](const auto& h) {
    return h->enrolment == enrolment && h.entry->effective <= c.effective();
  });
  if (!suspended) return std::nullopt;
  const auto resumed = FindLive<EnrolmentResumed>(c.stream, c.effective(), [&](const auto& held) {
    return held->enrolment == enrolment && suspended->entry->effective <= held.entry->effective &&
           held.entry->effective <= c.effective();
  });
  return resumed ? std::nullopt : suspended;
}

Refusal CheckOpen(const EnrolmentId& enrolment, const Case& c) {
  const Date entry = EnrolmentOf(c, enrolment).entry->effective;
  if (c.effective() < entry) {
    return Reject(RejectionCode::kBeforeEntry,
                  ToText(c.effective()) + " is before the entry on " + ToText(entry));
  }
  const Entry* leaving = FindLeaving(c, enrolment);
  if (leaving == nullptr) return std::nullopt;
  return Reject(RejectionCode::kEnrolmentEnded,
                "the enrolment ended on " + ToText(leaving->effective) + ", says version " +
                    ToText(leaving->version) + ". Open another, or correct that");
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
  Route before = EnrolmentOf(c, fact.enrolment)->route;
  Date since = EnrolmentOf(c, fact.enrolment).entry->effective;
  for (const auto& changed : Live<RouteChanged>(c.stream, c.effective())) {
    const Date day = changed.entry->effective;
    if (changed->enrolment != fact.enrolment || day < since || c.effective() < day) continue;
    before = changed->route;
    since = day;
  }
  if (before == fact.route) {
    return Reject(
        RejectionCode::kNothingChanged,
        "the enrolment is by the route " + std::string(ToName(before)) + " since " + ToText(since));
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
  if (const auto other = FindSuspension(c, fact.enrolment)) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  "interrupted since " + ToText(other->entry->effective) + ", says version " +
                      ToText(other->entry->version) + ". Record EnrolmentResumed, or correct that");
  }
  return std::nullopt;
}

Refusal Check(const EnrolmentResumed& fact, const Case& c) {
  if (auto no = CheckOpen(fact.enrolment, c)) return no;
  if (!FindSuspension(c, fact.enrolment)) {
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
