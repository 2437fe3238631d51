// The rules of an enrolment's course: years, routes, interruptions, leaving.
#include "core/decide/case.h"

namespace cartulary {
namespace {

// On which days a fact of an enrolment may be so, once the learner has left it.
enum class AfterLeaving {
  kNever,    // It presupposes that the learner stays.
  kThatDay,  // It is of the time before, whose last day is that of leaving.
  kEachDay,  // It is about what was before, or about what the enrolment led to.
};

AfterLeaving MayFollowLeaving(FactType type) {
  switch (type) {
    case FactType::kAnnualRegistrationRecorded:
    case FactType::kRouteChanged:
    case FactType::kEnrolmentSuspended:
    case FactType::kEnrolmentResumed:
    case FactType::kEnrolmentClosed:
    case FactType::kEnrolmentTransferred:
      return AfterLeaving::kNever;
    case FactType::kContractEnded:
    case FactType::kTutorEnded:
    case FactType::kAbsenceJustified:
    case FactType::kJuryDecisionRecorded:
    case FactType::kReserveLifted:
    case FactType::kReserveLapsed:
    case FactType::kJuryDecisionRectified:
    case FactType::kJuryDecisionAnnulled:
    case FactType::kDecisionNotified:
    case FactType::kAppealLodged:
    case FactType::kAppealDecided:
    case FactType::kCourtRuled:
    case FactType::kAwardIssued:
    case FactType::kAwardWithdrawn:
    case FactType::kAwardReinstated:
    case FactType::kDuplicateIssued:
    case FactType::kBlockCertificateIssued:
    case FactType::kSurveyAnswered:
      return AfterLeaving::kEachDay;
    default:
      return AfterLeaving::kThatDay;
  }
}

Refusal CheckEntered(const EnrolmentId& enrolment, const Case& c) {
  const Date entry = EnrolmentOf(c, enrolment).entry->effective;
  if (entry <= c.effective()) return std::nullopt;
  return Reject(RejectionCode::kBeforeEntry,
                Said("{0} is before the entry on {1}", "le {0} précède l'entrée, le {1}",
                     c.effective(), entry));
}

// A result, what a jury decided on the results, or the title: a course that ends, ends after them.
bool IsOutcome(FactType type) {
  switch (type) {
    case FactType::kAssessmentRecorded:
    case FactType::kTutorGridSigned:
    case FactType::kAlternanceReportAssessed:
    case FactType::kDefenceHeld:
    case FactType::kJuryDecisionRecorded:
    case FactType::kAwardIssued:
      return true;
    default:
      return false;
  }
}

Refusal CheckNothingAfter(const EnrolmentId& enrolment, const Case& c) {
  for (const Entry& entry : c.stream.entries) {
    const bool later = IsLive(entry, c.effective()) && c.effective() < entry.effective;
    const FactInfo& info = InfoOf(entry.fact);
    if (!later || !IsOutcome(info.type) || !IsOfEnrolment(entry.fact, enrolment)) continue;
    return Reject(RejectionCode::kPeriodReversed,
                  Said("{0} follows on {1}, at version {2}", "{0} suit le {1}, à la version {2}",
                       info.name, entry.effective, entry.version));
  }
  return std::nullopt;
}

}  // namespace

Refusal CheckNotLeft(FactType type, const EnrolmentId& enrolment, const Case& c) {
  const AfterLeaving may = MayFollowLeaving(type);
  if (may == AfterLeaving::kEachDay) return std::nullopt;
  const Entry* left = TermsOf(c, enrolment).left;
  if (left == nullptr) return std::nullopt;
  if (may == AfterLeaving::kThatDay && left->effective == c.effective()) return std::nullopt;
  return Reject(RejectionCode::kEnrolmentEnded,
                Said("the enrolment ended on {0}, says version {1}. Open another, or correct that",
                     "l'inscription a pris fin le {0}, selon la version {1}. Ouvrez-en une autre, "
                     "ou corrigez ce fait",
                     left->effective, left->version));
}

Refusal CheckNothingBefore(const EnrolmentId& enrolment, const Case& c) {
  for (const Entry& entry : c.stream.entries) {
    const bool earlier = IsLive(entry, c.effective()) && entry.effective < c.effective();
    const FactInfo& info = InfoOf(entry.fact);
    const bool presupposes =
        IsOutcome(info.type) || MayFollowLeaving(info.type) == AfterLeaving::kNever;
    if (!earlier || !presupposes || !IsOfEnrolment(entry.fact, enrolment)) continue;
    return Reject(RejectionCode::kBeforeEntry,
                  Said("{0} of {1}, at version {2}, would be before the entry on {3}",
                       "{0}, du {1}, à la version {2}, serait avant l'entrée, le {3}", info.name,
                       entry.effective, entry.version, c.effective()));
  }
  return std::nullopt;
}

Refusal Check(const AnnualRegistrationRecorded& fact, const Case& c) {
  const auto enrolment = EnrolmentOf(c, fact.enrolment);
  if (fact.edition) {
    const FoldedStream& referential = c.reference.Referential(enrolment->certification);
    const auto edition = FindLive<EditionPublished>(
        referential, c.effective(),
        [&](const auto& held) { return held->edition == *fact.edition; });
    if (!edition) {
      return Reject(
          RejectionCode::kUnknownEdition,
          Said("edition {0} of {1} is not published", "l'édition {0} de {1} n'est pas publiée",
               fact.edition->text, enrolment->certification.text));
    }
  }
  if (auto no = CheckEntered(fact.enrolment, c)) return no;
  if (fact.year_of_study == 0) {
    return Reject(
        RejectionCode::kLevelOutOfRange,
        Said("years of study are counted from 1", "les années d'études se comptent à partir de 1"));
  }
  if (fact.edition && !fact.repeating && !fact.act) {
    return Reject(RejectionCode::kOtherEdition,
                  Said("the edition of an enrolment changes for a repeated year or by an act only. "
                       "Say repeating, or name the act",
                       "l'édition d'une inscription ne change que pour un redoublement ou par un "
                       "acte. Indiquez repeating, ou citez l'acte"));
  }
  const auto other =
      FindLive<AnnualRegistrationRecorded>(c.stream, c.effective(), [&](const auto& held) {
        return held->enrolment == fact.enrolment && held->academic_year == fact.academic_year;
      });
  if (other) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  Said("registered for {0} at version {1}. Correct that",
                       "l'inscription annuelle de {0} est à la version {1}. Corrigez ce fait",
                       fact.academic_year, other->entry->version));
  }
  return std::nullopt;
}

Refusal Check(const RouteChanged& fact, const Case& c) {
  const Referential* rules = RulesOf(c, fact.enrolment);
  if (rules == nullptr) {
    return Reject(RejectionCode::kNoRules,
                  Said("the edition of this enrolment has no revision",
                       "l'édition de cette inscription n'a aucune révision"));
  }
  const RouteAccess* route = FindRoute(*rules, fact.route);
  if (route == nullptr || !route->open) {
    return Reject(
        RejectionCode::kRouteClosed,
        Said("the route {0} is closed to {1}", "la voie d'accès « {0} » n'est pas ouverte pour {1}",
             fact.route, rules->certification.text));
  }
  if (auto no = CheckEntered(fact.enrolment, c)) return no;
  const auto title = FindLive<AwardIssued>(c.stream, c.effective(), [&](const auto& held) {
    return held->enrolment == fact.enrolment && held.entry->effective <= c.effective() &&
           StandsAsAward(held, c);
  });
  if (title) {
    return Reject(RejectionCode::kEnrolmentEnded,
                  Said("the title was awarded on {0}, by the route that was: version {1}",
                       "le titre a été délivré le {0}, par la voie d'alors : version {1}",
                       title->entry->effective, title->entry->version));
  }
  const EnrolmentTerms terms = TermsOf(c, fact.enrolment);
  if (terms.route == fact.route) {
    const Entry* since = terms.route_changed ? terms.route_changed : terms.opened.entry;
    return Reject(RejectionCode::kNothingChanged,
                  Said("the enrolment is by the route {0} since {1}",
                       "l'inscription relève de la voie « {0} » depuis le {1}", fact.route,
                       since->effective));
  }
  return std::nullopt;
}

Refusal Check(const EnrolmentSuspended& fact, const Case& c) {
  if (auto no = CheckEntered(fact.enrolment, c)) return no;
  if (fact.to && *fact.to < c.effective()) {
    return Reject(RejectionCode::kPeriodReversed,
                  Said("it would end on {0}, before it begins on {1}",
                       "la fin, le {0}, précéderait le début, le {1}", *fact.to, c.effective()));
  }
  if (const Entry* other = TermsOf(c, fact.enrolment).suspended) {
    return Reject(
        RejectionCode::kRecordedOtherwise,
        Said("interrupted since {0}, says version {1}. Record EnrolmentResumed, or correct that",
             "interrompue depuis le {0}, selon la version {1}. Enregistrez EnrolmentResumed, ou "
             "corrigez ce fait",
             other->effective, other->version));
  }
  return std::nullopt;
}

Refusal Check(const EnrolmentResumed& fact, const Case& c) {
  if (auto no = CheckEntered(fact.enrolment, c)) return no;
  if (TermsOf(c, fact.enrolment).suspended == nullptr) {
    return Reject(RejectionCode::kNothingToEnd,
                  Said("the enrolment is not interrupted on {0}",
                       "l'inscription n'est pas interrompue au {0}", c.effective()));
  }
  return std::nullopt;
}

Refusal Check(const EnrolmentClosed& fact, const Case& c) {
  if (auto no = CheckEntered(fact.enrolment, c)) return no;
  return CheckNothingAfter(fact.enrolment, c);
}

Refusal Check(const EnrolmentTransferred& fact, const Case& c) {
  const auto to = FindEnrolment(c.stream, fact.to, c.effective());
  if (!to) {
    return Reject(RejectionCode::kUnknownEnrolment,
                  Said("{0} is not an enrolment of this learner. Record EnrolmentOpened in the "
                       "other certification first",
                       "{0} n'est pas une inscription de cet apprenant. Enregistrez d'abord "
                       "EnrolmentOpened dans l'autre certification",
                       fact.to));
  }
  const CertificationCode& from = EnrolmentOf(c, fact.enrolment)->certification;
  if ((*to)->certification == from) {
    return Reject(
        RejectionCode::kOtherCertification,
        Said("a transfer leads to another certification; both enrolments are in {0}",
             "un transfert mène à une autre certification ; les deux inscriptions portent sur {0}",
             from.text));
  }
  // The transfer is the last day; the other enrolment may begin on the next.
  if (Date{c.effective().days + 1} < to->entry->effective) {
    return Reject(
        RejectionCode::kBeforeEntry,
        Said("{0} is before the entry in {1}, on {2}", "le {0} précède l'entrée dans {1}, le {2}",
             c.effective(), (*to)->certification, to->entry->effective));
  }
  if (auto no = CheckEntered(fact.enrolment, c)) return no;
  if (auto no = CheckNothingAfter(fact.enrolment, c)) return no;
  const auto other = FindLive<EnrolmentTransferred>(
      c.stream, c.effective(), [&](const auto& held) { return held->enrolment == fact.enrolment; });
  if (other) {
    return Reject(
        RejectionCode::kRecordedOtherwise,
        Said("transferred at version {0}. Correct that",
             "le transfert est à la version {0}. Corrigez ce fait", other->entry->version));
  }
  return std::nullopt;
}

}  // namespace cartulary
