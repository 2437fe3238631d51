// Every fact type, and the two generic ones that correct.
#pragma once

#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "core/facts/award_number.h"
#include "core/facts/institution.h"
#include "core/facts/jury.h"
#include "core/facts/learner.h"
#include "core/facts/person.h"
#include "core/facts/referential.h"
#include "core/facts/system.h"

namespace cartulary {

template <template <typename...> typename Target>
using WithPlainFacts =
    Target<StoreCreated, BodyAccredited, BodyAccreditationEnded, DelegationGranted, DelegationEnded,
           OfficeHeld, OfficeLeft, PersonRegistered, EditionPublished, RevisionPublished,
           AssessmentPlanned, LearnerRegistered, EnrolmentOpened, ContractStarted, ContractEnded,
           TutorAssigned, TutorEnded, AssessmentRecorded, AbsenceJustified, TutorGridSigned,
           AlternanceReportAssessed, DefenceHeld, LanguageCertificateRecorded,
           LanguageCertificateRevoked, MobilityPeriodRecorded, MobilityReportAssessed,
           VaeAdmissibilityDecided, VaeDossierSubmitted, JuryDecisionRecorded, AwardIssued,
           JuryAppointed, CandidateConvened, JuryAmended, AttendanceSigned, RecusalRecorded,
           MinutesSealed, AwardNumberTaken>;

// A fact that says something of the world. What corrects is not one: a correction is corrected by
// correcting its target again.
using PlainFact = WithPlainFacts<std::variant>;

// The target is not as it was recorded; the replacement stands in its place.
struct FactCorrected {
  static constexpr FactInfo kInfo{
      FactType::kFactCorrected,
      "FactCorrected",
      StreamKind{},
      "correction",
      "that of the target, unless it carries another",
      "A fact was recorded wrongly; the replacement, of the same type, stands in its place."};

  Version target;
  PlainFact replacement;
  CorrectionGround ground{};
  Authority authority{};
  friend bool operator==(const FactCorrected&, const FactCorrected&) = default;
};
template <typename V, ConstOrNot<FactCorrected> F>
void Fields(V&& visit, F& fact) {
  visit("target", fact.target, "version, in this stream, of the fact corrected");
  visit("replacement", fact.replacement, "the whole fact as it should have been");
  visit("ground", fact.ground, "why");
  visit("authority", fact.authority, "who decided it");
}

// The target should not have been recorded.
struct FactVoided {
  static constexpr FactInfo kInfo{FactType::kFactVoided,
                                  "FactVoided",
                                  StreamKind{},
                                  "annulation",
                                  "that of the target, unless it carries another",
                                  "A fact should not have been recorded; it no longer counts."};

  Version target;
  CorrectionGround ground{};
  Authority authority{};
  friend bool operator==(const FactVoided&, const FactVoided&) = default;
};
template <typename V, ConstOrNot<FactVoided> F>
void Fields(V&& visit, F& fact) {
  visit("target", fact.target, "version, in this stream, of the fact voided");
  visit("ground", fact.ground, "why");
  visit("authority", fact.authority, "who decided it");
}

template <typename... Plain>
using FactVariant = std::variant<Plain..., FactCorrected, FactVoided>;
using Fact = WithPlainFacts<FactVariant>;

inline const FactInfo& InfoOf(const Fact& fact) {
  return std::visit([](const auto& f) -> const FactInfo& { return f.kInfo; }, fact);
}
inline const FactInfo& InfoOf(const PlainFact& fact) {
  return std::visit([](const auto& f) -> const FactInfo& { return f.kInfo; }, fact);
}

inline Fact ToFact(PlainFact fact) {
  return std::visit([](auto&& f) -> Fact { return std::forward<decltype(f)>(f); }, std::move(fact));
}

// Calls visit(T{}) for a default value of every fact type, in the order above.
template <typename Visit>
void ForEachFactType(Visit&& visit) {
  [&]<std::size_t... kIndex>(std::index_sequence<kIndex...>) {
    (visit(std::variant_alternative_t<kIndex, Fact>{}), ...);
  }
  (std::make_index_sequence<std::variant_size_v<Fact>>{});
}

}  // namespace cartulary
