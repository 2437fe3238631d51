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
  return Reject(RejectionCode::kRouteMismatch, std::string(T::kInfo.name) +
                                                   " is of the route vae; this enrolment is by " +
                                                   std::string(ToName(route)));
}

}  // namespace

Refusal Check(const LanguageCertificateRecorded& fact, const Case& c) {
  if (fact.scores.empty() && !fact.level) {
    return Reject(RejectionCode::kScoreMissing, "the certificate has neither scores nor a level");
  }
  for (const ScorePart& part : fact.scores) {
    if (part.score < Decimal{}) {
      return Reject(RejectionCode::kScoreOutOfRange,
                    part.part.text + " is " + ToText(part.score) + ", below 0");
    }
  }
  const auto repeated = FindRepeated(fact.scores, [](const auto& part) { return part.part; });
  if (repeated) {
    return Reject(RejectionCode::kRepeated, fact.scores[*repeated].part.text + " is scored twice");
  }
  const auto other = FindLive<LanguageCertificateRecorded>(
      c.stream, c.effective(),
      [&](const auto& held) { return held->body == fact.body && held->number == fact.number; });
  if (other) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  "the certificate of this number is at version " + ToText(other->entry->version) +
                      ". Correct that");
  }
  return std::nullopt;
}

Refusal Check(const LanguageCertificateRevoked& fact, const Case& c) {
  const auto certificate =
      FindNamed<LanguageCertificateRecorded>(c.stream, fact.certificate, c.effective());
  if (!certificate) {
    return Reject(RejectionCode::kUnknownFact,
                  "version " + ToText(fact.certificate) + " is not a language certificate");
  }
  if (c.effective() < certificate->entry->effective) {
    return Reject(RejectionCode::kPeriodReversed,
                  "revoked before the test of " + ToText(certificate->entry->effective));
  }
  const auto other =
      FindLive<LanguageCertificateRevoked>(c.stream, c.effective(), [&](const auto& held) {
        return FindStanding(c.stream, held->certificate) == certificate->entry;
      });
  if (other) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  "revoked at version " + ToText(other->entry->version) + ". Correct that");
  }
  return std::nullopt;
}

Refusal Check(const MobilityPeriodRecorded& fact, const Case& c) {
  if (c.effective() < fact.from) {
    return Reject(RejectionCode::kPeriodReversed, "the stay begins on " + ToText(fact.from) +
                                                      " and ends on " + ToText(c.effective()));
  }
  return std::nullopt;
}

Refusal Check(const MobilityReportAssessed& fact, const Case& c) {
  for (const Version stay : fact.stays) {
    const auto named = FindNamed<MobilityPeriodRecorded>(c.stream, stay, c.effective());
    if (!named || (*named)->enrolment != fact.enrolment) {
      return Reject(RejectionCode::kUnknownFact,
                    "version " + ToText(stay) + " is not a mobility period of this enrolment");
    }
  }
  if (const auto repeated = FindRepeated(fact.assessors, [](const auto& p) { return p; })) {
    return Reject(RejectionCode::kRepeated, ToText(fact.assessors[*repeated]) + " assesses twice");
  }
  return std::nullopt;
}

Refusal Check(const VaeAdmissibilityDecided& fact, const Case& c) { return CheckVaeRoute(fact, c); }

Refusal Check(const VaeDossierSubmitted& fact, const Case& c) { return CheckVaeRoute(fact, c); }

Refusal Check(const MobilityPlanned& fact, const Case& c) {
  if (fact.to < c.effective()) {
    return Reject(
        RejectionCode::kPeriodReversed,
        "it would end on " + ToText(fact.to) + ", before it begins on " + ToText(c.effective()));
  }
  return std::nullopt;
}

Refusal Check(const EquivalenceGranted& fact, const Case& c) {
  const Referential* rules = RulesOf(c, fact.enrolment);
  if (rules == nullptr) {
    return Reject(RejectionCode::kNoRules, "the edition of this enrolment has no revision");
  }
  if (FindBlock(*rules, fact.block) == nullptr) {
    return Reject(RejectionCode::kUnknownBlock,
                  fact.block.text + " is not a block of " + rules->certification.text);
  }
  if (fact.certification == rules->certification) {
    return Reject(RejectionCode::kOtherCertification,
                  "a block of the same certification carries over by itself");
  }
  const auto other = FindLive<EquivalenceGranted>(c.stream, c.effective(), [&](const auto& held) {
    return held->enrolment == fact.enrolment && held->block == fact.block;
  });
  if (other) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  "granted at version " + ToText(other->entry->version) + ". Correct that");
  }
  return std::nullopt;
}

Refusal Check(const WaiverGranted& fact, const Case& c) {
  const Referential* rules = RulesOf(c, fact.enrolment);
  if (rules == nullptr) {
    return Reject(RejectionCode::kNoRules, "the edition of this enrolment has no revision");
  }
  const Requirement* requirement = FindRequirement(*rules, fact.requirement);
  if (requirement == nullptr) {
    return Reject(RejectionCode::kUnknownRequirement,
                  fact.requirement.text + " is not a requirement of " + rules->certification.text);
  }
  const auto& may = requirement->waivable_by;
  if (std::find(may.begin(), may.end(), fact.authority) == may.end()) {
    std::string who;
    for (const Authority authority : may) {
      who += (who.empty() ? "" : ", ") + std::string(ToName(authority));
    }
    return Reject(RejectionCode::kAuthorityNotAllowed,
                  fact.requirement.text +
                      (who.empty() ? " is waived by nobody: the rules do not provide for it"
                                   : " is waived by: " + who));
  }
  const auto other = FindLive<WaiverGranted>(c.stream, c.effective(), [&](const auto& held) {
    return held->enrolment == fact.enrolment && held->requirement == fact.requirement;
  });
  if (other) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  "waived at version " + ToText(other->entry->version) + ". Correct that");
  }
  return std::nullopt;
}

}  // namespace cartulary
