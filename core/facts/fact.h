// Every fact type, and the two generic ones that correct.
#pragma once

#include <concepts>
#include <cstddef>
#include <type_traits>
#include <utility>
#include <variant>

#include "core/facts/award.h"
#include "core/facts/award_number.h"
#include "core/facts/decision.h"
#include "core/facts/enrolment.h"
#include "core/facts/institution.h"
#include "core/facts/jury.h"
#include "core/facts/learner.h"
#include "core/facts/person.h"
#include "core/facts/referential.h"
#include "core/facts/results.h"
#include "core/facts/system.h"

namespace cartulary {

template <template <typename...> typename Target>
using WithPlainFacts = Target<
    StoreCreated, BodyAccredited, BodyAccreditationEnded, DelegationGranted, DelegationEnded,
    OfficeHeld, OfficeLeft, PersonRegistered, EditionPublished, RevisionPublished,
    AssessmentPlanned, LearnerRegistered, EnrolmentOpened, ContractStarted, ContractEnded,
    TutorAssigned, TutorEnded, AssessmentRecorded, AbsenceJustified, TutorGridSigned,
    AlternanceReportAssessed, DefenceHeld, LanguageCertificateRecorded, LanguageCertificateRevoked,
    MobilityPeriodRecorded, MobilityReportAssessed, VaeAdmissibilityDecided, VaeDossierSubmitted,
    JuryDecisionRecorded, AwardIssued, JuryAppointed, CandidateConvened, JuryAmended,
    AttendanceSigned, RecusalRecorded, MinutesSealed, AwardNumberTaken, AccreditationRecorded,
    RetentionRuleSet, SuccessorDeclared, StatisticsPublished, LearnersMerged, AccommodationGranted,
    AccommodationEnded, AnnualRegistrationRecorded, RouteChanged, EnrolmentSuspended,
    EnrolmentResumed, EnrolmentClosed, EnrolmentTransferred, MobilityPlanned, EquivalenceGranted,
    WaiverGranted, ReserveLifted, ReserveLapsed, JuryDecisionRectified, JuryDecisionAnnulled,
    DecisionNotified, AppealLodged, AppealDecided, CourtRuled, AwardWithdrawn, AwardReinstated,
    DuplicateIssued, BlockCertificateIssued, SurveyAnswered, RevisionApplied, SkipWaived,
    FindingNoted, CaseOpened, CaseAssigned, CaseClosed, SampleDrawn>;

using PlainFactVariant = WithPlainFacts<std::variant>;

template <typename T, typename Variant>
struct IsAlternative : std::false_type {};
template <typename T, typename... Types>
struct IsAlternative<T, std::variant<Types...>>
    : std::bool_constant<(std::same_as<T, Types> || ...)> {};
template <typename T, typename Variant>
concept AlternativeOf = IsAlternative<T, Variant>::value;

// A fact that says something of the world. What corrects is not one: a correction is corrected by
// correcting its target again.
//
// A variant whose copies and comparisons are compiled once, in fact.cc: each is a function for
// every fact type, and nearly every file moves an event.
class PlainFact : public PlainFactVariant {
 public:
  PlainFact();
  template <AlternativeOf<PlainFactVariant> F>
  PlainFact(F fact) : PlainFactVariant(std::in_place_type<F>, std::move(fact)) {}
  PlainFact(const PlainFact& other);
  PlainFact(PlainFact&& other) noexcept;
  PlainFact& operator=(const PlainFact& other);
  PlainFact& operator=(PlainFact&& other) noexcept;
  ~PlainFact();
  friend bool operator==(const PlainFact& one, const PlainFact& other);
};

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
using VariantWithCorrections = std::variant<Plain..., FactCorrected, FactVoided>;
using FactVariant = WithPlainFacts<VariantWithCorrections>;

// Any fact. A variant, as PlainFact is.
class Fact : public FactVariant {
 public:
  Fact();
  template <AlternativeOf<FactVariant> F>
  Fact(F fact) : FactVariant(std::in_place_type<F>, std::move(fact)) {}
  Fact(const Fact& other);
  Fact(Fact&& other) noexcept;
  Fact& operator=(const Fact& other);
  Fact& operator=(Fact&& other) noexcept;
  ~Fact();
  friend bool operator==(const Fact& one, const Fact& other);
};

const FactInfo& InfoOf(const Fact& fact);
const FactInfo& InfoOf(const PlainFact& fact);
Fact ToFact(PlainFact fact);

// Calls visit(T{}) for a default value of every fact type, in the order above.
template <typename Visit>
void ForEachFactType(Visit&& visit) {
  [&]<std::size_t... kIndex>(std::index_sequence<kIndex...>) {
    (visit(std::variant_alternative_t<kIndex, FactVariant>{}), ...);
  }
  (std::make_index_sequence<std::variant_size_v<FactVariant>>{});
}

}  // namespace cartulary
