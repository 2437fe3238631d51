// The rules of what some routes ask beside results: a language, a mobility, a VAE dossier; and what
// stands in the place of a requirement: an equivalence, a waiver.
#include <algorithm>

#include "core/decide/case.h"

namespace cartulary {
namespace {

template <typename T>
Refusal CheckVaeRoute(const T& fact, const Case& c) {
  const Route route = TermsOf(c, fact.enrolment).route;
  if (route == Route::kVae) return std::nullopt;
  return Reject(RejectionCode::kRouteMismatch,
                Said("{0} is of the route vae; this enrolment is by {1}",
                     "{0} relève de la voie de la VAE ; la voie de cette inscription est « {1} »",
                     T::kInfo.name, route));
}

}  // namespace

Refusal Check(const LanguageCertificateRecorded& fact, const Case& c) {
  if (fact.scores.empty() && !fact.level) {
    return Reject(RejectionCode::kScoreMissing,
                  Said("the certificate has neither scores nor a level",
                       "le certificat de langue n'indique ni scores ni niveau"));
  }
  for (const ScorePart& part : fact.scores) {
    if (part.score < Decimal{}) {
      return Reject(
          RejectionCode::kScoreOutOfRange,
          Said("{0} is {1}, below 0", "{0} vaut {1}, moins que 0", part.part.text, part.score));
    }
  }
  const auto repeated = FindRepeated(fact.scores, [](const auto& part) { return part.part; });
  if (repeated) {
    return Reject(RejectionCode::kRepeated, Said("{0} is scored twice", "{0} a deux scores",
                                                 fact.scores[*repeated].part.text));
  }
  const auto other = FindLive<LanguageCertificateRecorded>(
      c.stream, c.effective(),
      [&](const auto& held) { return held->body == fact.body && held->number == fact.number; });
  if (other) {
    return Reject(
        RejectionCode::kRecordedOtherwise,
        Said("the certificate of this number is at version {0}. Correct that",
             "le certificat de langue de ce numéro est à la version {0}. Corrigez ce fait",
             other->entry->version));
  }
  return std::nullopt;
}

Refusal Check(const LanguageCertificateRevoked& fact, const Case& c) {
  const auto certificate =
      FindNamed<LanguageCertificateRecorded>(c.stream, fact.certificate, c.effective());
  if (!certificate) {
    return Reject(RejectionCode::kUnknownFact,
                  Said("version {0} is not a language certificate",
                       "la version {0} n'est pas un certificat de langue", fact.certificate));
  }
  if (c.effective() < certificate->entry->effective) {
    return Reject(
        RejectionCode::kPeriodReversed,
        Said("revoked before the test of {0}", "le certificat est annulé avant le test du {0}",
             certificate->entry->effective));
  }
  const auto other =
      FindLive<LanguageCertificateRevoked>(c.stream, c.effective(), [&](const auto& held) {
        return FindStanding(c.stream, held->certificate) == certificate->entry;
      });
  if (other) {
    return Reject(
        RejectionCode::kRecordedOtherwise,
        Said("revoked at version {0}. Correct that",
             "l'annulation est à la version {0}. Corrigez ce fait", other->entry->version));
  }
  return std::nullopt;
}

Refusal Check(const MobilityPeriodRecorded& fact, const Case& c) {
  if (c.effective() < fact.from) {
    return Reject(RejectionCode::kPeriodReversed,
                  Said("the stay begins on {0} and ends on {1}",
                       "le séjour commence le {0} et finit le {1}", fact.from, c.effective()));
  }
  return std::nullopt;
}

Refusal Check(const MobilityReportAssessed& fact, const Case& c) {
  for (const Version stay : fact.stays) {
    const auto named = FindNamed<MobilityPeriodRecorded>(c.stream, stay, c.effective());
    if (!named || (*named)->enrolment != fact.enrolment) {
      return Reject(
          RejectionCode::kUnknownFact,
          Said("version {0} is not a mobility period of this enrolment",
               "la version {0} n'est pas une période de mobilité de cette inscription", stay));
    }
  }
  if (const auto repeated = FindRepeated(fact.assessors, [](const auto& p) { return p; })) {
    return Reject(RejectionCode::kRepeated,
                  Said("{0} assesses twice", "{0} figure deux fois parmi les évaluateurs",
                       fact.assessors[*repeated]));
  }
  return std::nullopt;
}

Refusal Check(const VaeAdmissibilityDecided& fact, const Case& c) { return CheckVaeRoute(fact, c); }

Refusal Check(const VaeDossierSubmitted& fact, const Case& c) { return CheckVaeRoute(fact, c); }

Refusal Check(const MobilityPlanned& fact, const Case& c) {
  if (fact.to < c.effective()) {
    return Reject(RejectionCode::kPeriodReversed,
                  Said("it would end on {0}, before it begins on {1}",
                       "la fin, le {0}, précéderait le début, le {1}", fact.to, c.effective()));
  }
  return std::nullopt;
}

Refusal Check(const EquivalenceGranted& fact, const Case& c) {
  const Referential* rules = RulesOf(c, fact.enrolment);
  if (rules == nullptr) {
    return Reject(RejectionCode::kNoRules,
                  Said("the edition of this enrolment has no revision",
                       "l'édition de cette inscription n'a aucune révision"));
  }
  if (FindBlock(*rules, fact.block) == nullptr) {
    return Reject(RejectionCode::kUnknownBlock,
                  Said("{0} is not a block of {1}", "{0} n'est pas un bloc de {1}", fact.block.text,
                       rules->certification.text));
  }
  if (fact.certification == rules->certification) {
    return Reject(RejectionCode::kOtherCertification,
                  Said("a block of the same certification carries over by itself",
                       "un bloc de la même certification reste acquis de lui-même"));
  }
  if (fact.authority != Authority::kJury && fact.authority != Authority::kDirectorGeneral &&
      fact.authority != Authority::kCourt) {
    return Reject(RejectionCode::kAuthorityNotAllowed,
                  Said("an equivalence is granted by a jury, the director general or a court, not "
                       "by: {0}",
                       "une équivalence est accordée par un jury, le directeur général ou une "
                       "juridiction, non par : {0}",
                       fact.authority));
  }
  const auto other = FindLive<EquivalenceGranted>(c.stream, c.effective(), [&](const auto& held) {
    return held->enrolment == fact.enrolment && held->block == fact.block;
  });
  if (other) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  Said("granted at version {0}. Correct that",
                       "l'équivalence est accordée à la version {0}. Corrigez ce fait",
                       other->entry->version));
  }
  return std::nullopt;
}

Refusal Check(const WaiverGranted& fact, const Case& c) {
  const Referential* rules = RulesOf(c, fact.enrolment);
  if (rules == nullptr) {
    return Reject(RejectionCode::kNoRules,
                  Said("the edition of this enrolment has no revision",
                       "l'édition de cette inscription n'a aucune révision"));
  }
  const Requirement* requirement = FindRequirement(*rules, fact.requirement);
  if (requirement == nullptr) {
    return Reject(RejectionCode::kUnknownRequirement,
                  Said("{0} is not a requirement of {1}", "{0} n'est pas une exigence de {1}",
                       fact.requirement.text, rules->certification.text));
  }
  const auto& may = requirement->waivable_by;
  if (std::find(may.begin(), may.end(), fact.authority) == may.end()) {
    Text who;
    for (const Authority authority : may) {
      who += who.empty() ? WordsOf(authority) : Said(", {0}", ", {0}", authority);
    }
    return Reject(RejectionCode::kAuthorityNotAllowed,
                  who.empty()
                      ? Said("nobody may waive {0}: the rules do not provide for it",
                             "nul ne peut dispenser de {0} : les règles ne le prévoient pas",
                             fact.requirement)
                      : Said("{0} is waived by: {1}", "la dispense de {0} relève de : {1}",
                             fact.requirement, who));
  }
  const auto other = FindLive<WaiverGranted>(c.stream, c.effective(), [&](const auto& held) {
    return held->enrolment == fact.enrolment && held->requirement == fact.requirement;
  });
  if (other) {
    return Reject(
        RejectionCode::kRecordedOtherwise,
        Said("waived at version {0}. Correct that",
             "la dispense est accordée à la version {0}. Corrigez ce fait", other->entry->version));
  }
  return std::nullopt;
}

}  // namespace cartulary
