// The rules of what some routes ask beside results: a language, a mobility, a VAE dossier.
#include "core/decide/case.h"

namespace cartulary {
namespace {

template <typename T>
Refusal CheckVaeRoute(const T& fact, const Case& c) {
  const Route route = EnrolmentOf(c, fact.enrolment)->route;
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

}  // namespace cartulary
