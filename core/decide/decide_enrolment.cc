// The rules of an enrolment's course: years, routes, interruptions, leaving.
#include "core/decide/case.h"

namespace cartulary {
namespace {

Refusal CheckOpen(const EnrolmentId& enrolment, const Case& c) {
  const EnrolmentTerms terms = TermsOf(c, enrolment);
  const Date entry = terms.opened.entry->effective;
  if (c.effective() < entry) {
    return Reject(RejectionCode::kBeforeEntry,
                  Said("{0} is before the entry on {1}", "le {0} précède l'entrée, le {1}",
                       c.effective(), entry));
  }
  if (terms.left == nullptr) return std::nullopt;
  return Reject(RejectionCode::kEnrolmentEnded,
                Said("the enrolment ended on {0}, says version {1}. Open another, or correct that",
                     "l'inscription a pris fin le {0}, selon la version {1}. Ouvrez-en une autre, "
                     "ou corrigez ce fait",
                     terms.left->effective, terms.left->version));
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
      return Reject(
          RejectionCode::kUnknownEdition,
          Said("edition {0} of {1} is not published", "l'édition {0} de {1} n'est pas publiée",
               fact.edition->text, enrolment->certification.text));
    }
  }
  if (auto no = CheckOpen(fact.enrolment, c)) return no;
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
  if (auto no = CheckOpen(fact.enrolment, c)) return no;
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
  if (auto no = CheckOpen(fact.enrolment, c)) return no;
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
  if (auto no = CheckOpen(fact.enrolment, c)) return no;
  if (TermsOf(c, fact.enrolment).suspended == nullptr) {
    return Reject(RejectionCode::kNothingToEnd,
                  Said("the enrolment is not interrupted on {0}",
                       "l'inscription n'est pas interrompue au {0}", c.effective()));
  }
  return std::nullopt;
}

Refusal Check(const EnrolmentClosed& fact, const Case& c) { return CheckOpen(fact.enrolment, c); }

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
  return CheckOpen(fact.enrolment, c);
}

}  // namespace cartulary
