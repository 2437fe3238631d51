// What every fact type says of itself, beside its fields.
//
// A fact is a struct with `static constexpr FactInfo kInfo` and one function `Fields(visit, fact)`
// that calls visit(name, value, doc) for each field in order. JSON, JSON Schema, documentation, the
// state of projections and digests all derive from that list; only the Cap'n Proto codec
// (store/codec) is written out. docs/howto/add-event.md is the recipe.
#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "core/facts/vocabulary.h"

namespace cartulary {

// The number of a fact type is the discriminant of its member in the union of schema/event.capnp.
// Stored for ever: append only, never renumber.
enum class FactType : std::uint16_t {
  kFactCorrected = 1,
  kFactVoided = 2,
  kStoreCreated = 3,
  kBodyAccredited = 4,
  kBodyAccreditationEnded = 5,
  kDelegationGranted = 6,
  kDelegationEnded = 7,
  kOfficeHeld = 8,
  kOfficeLeft = 9,
  kPersonRegistered = 10,
  kEditionPublished = 11,
  kRevisionPublished = 12,
  kAssessmentPlanned = 13,
  kLearnerRegistered = 14,
  kEnrolmentOpened = 15,
  kContractStarted = 16,
  kContractEnded = 17,
  kTutorAssigned = 18,
  kTutorEnded = 19,
  kAssessmentRecorded = 20,
  kAbsenceJustified = 21,
  kTutorGridSigned = 22,
  kAlternanceReportAssessed = 23,
  kDefenceHeld = 24,
  kLanguageCertificateRecorded = 25,
  kLanguageCertificateRevoked = 26,
  kMobilityPeriodRecorded = 27,
  kMobilityReportAssessed = 28,
  kVaeAdmissibilityDecided = 29,
  kVaeDossierSubmitted = 30,
  kJuryDecisionRecorded = 31,
  kAwardIssued = 32,
  kJuryAppointed = 33,
  kCandidateConvened = 34,
  kJuryAmended = 35,
  kAttendanceSigned = 36,
  kRecusalRecorded = 37,
  kMinutesSealed = 38,
  kAwardNumberTaken = 39,
  kAccreditationRecorded = 40,
  kRetentionRuleSet = 41,
  kSuccessorDeclared = 42,
  kStatisticsPublished = 43,
  kLearnersMerged = 44,
  kAccommodationGranted = 45,
  kAccommodationEnded = 46,
  kAnnualRegistrationRecorded = 47,
  kRouteChanged = 48,
  kEnrolmentSuspended = 49,
  kEnrolmentResumed = 50,
  kEnrolmentClosed = 51,
  kEnrolmentTransferred = 52,
  kMobilityPlanned = 53,
  kEquivalenceGranted = 54,
  kWaiverGranted = 55,
  kReserveLifted = 56,
  kReserveLapsed = 57,
  kJuryDecisionRectified = 58,
  kJuryDecisionAnnulled = 59,
  kDecisionNotified = 60,
  kAppealLodged = 61,
  kAppealDecided = 62,
  kCourtRuled = 63,
  kAwardWithdrawn = 64,
  kAwardReinstated = 65,
  kDuplicateIssued = 66,
  kBlockCertificateIssued = 67,
  kSurveyAnswered = 68,
  kRevisionApplied = 69,
  kSkipWaived = 70,
  kFindingNoted = 71,
  kCaseOpened = 72,
  kCaseAssigned = 73,
  kCaseClosed = 74,
  kSampleDrawn = 75,
};

struct FactInfo {
  FactType type;
  std::string_view name;       // Also the "type" of its JSON form.
  StreamKind stream;           // The kind of stream it belongs to. Corrections: of their target's.
  std::string_view french;     // What a French screen calls it.
  std::string_view effective;  // What its effective date is.
  std::string_view doc;        // One sentence.
};

// Lets one Fields function serve a const and a mutable T.
template <typename F, typename T>
concept ConstOrNot = std::same_as<std::remove_const_t<F>, T>;

}  // namespace cartulary
