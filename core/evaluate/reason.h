// Why a node has its outcome: a stable code, and the sentence that a person reads, filled with the
// values that the node read.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cartulary {

struct ReadValue;
struct VerdictNode;

// The languages that the program speaks.
enum class Lang : std::uint8_t { kEnglish, kFrench };

// Numbers are stored with verdicts and enter digests: append only, never renumber. reason.cc has
// the table of codes and sentences.
enum class Reason : std::uint8_t {
  // Combinations, and what does not apply.
  kAllSatisfied = 1,
  kChildMissing = 2,
  kChildFailed = 3,
  kNotBound = 4,
  kNothingApplies = 5,
  kOneSatisfied = 6,
  kEnoughSatisfied = 7,
  kTooFewSatisfied = 8,
  kRouteClosed = 9,
  kNotEnrolled = 10,

  // Assessments of a block.
  kAverageReached = 20,
  kAverageBelow = 21,
  kResultBelowFloor = 22,
  kResultBelowMin = 23,
  kResultMissing = 24,
  kAbsencePending = 25,
  kAbsenceFails = 26,
  kFraudFails = 27,
  kNothingPlanned = 28,
  kNothingCounts = 29,
  kOtherScale = 30,
  kLevelsReached = 31,
  kLevelBelow = 32,
  kNoLevel = 33,
  kAverageReachedAndPoints = 34,
  kAverageBelowAndPoints = 35,

  // Tutors, reports, defences.
  kGridsSigned = 40,
  kGridMissing = 41,
  kGridUnsigned = 42,
  kGridLevelBelow = 43,
  kGridLevelAbsent = 44,
  kReportsReached = 45,
  kReportMissing = 46,
  kAppraisalMissing = 47,
  kReportRefused = 48,
  kDefencePassed = 49,
  kDefenceMissing = 50,
  kDefenceRefused = 51,
  kPanelIncomplete = 52,

  // Languages.
  kLanguageReached = 60,
  kLanguageMissing = 61,
  kLanguageOther = 62,
  kLanguageRevoked = 63,
  kBodyNotAccredited = 64,
  kLevelUnknown = 65,
  kLanguageBelow = 66,
  kLanguageExpired = 67,

  // Mobility.
  kStayReached = 70,
  kStayMissing = 71,
  kStayShort = 72,
  kStayAtHome = 73,
  kStayNotCounted = 74,

  // The composition of a jury.
  kJuryRegular = 80,
  kJuryNoDecision = 81,
  kJuryNotAppointed = 82,
  kJuryOtherKind = 83,
  kJuryStranger = 84,
  kJuryMembersAppointed = 85,
  kJurySizeReached = 86,
  kJuryTooSmall = 87,
  kParityHeld = 88,
  kParityBroken = 89,
  kCollegeReached = 90,
  kCollegeTooFew = 91,
  kShareReached = 92,
  kShareTooLow = 93,
  kCapacitiesHeld = 94,
  kCapacityLacking = 95,
  kChairInOffice = 96,
  kChairDelegated = 97,
  kChairUnentitled = 98,
  kChairAbsent = 99,

  // Decisions of a jury, VAE, equivalence, entry.
  kDecided = 110,
  kDecidedOtherwise = 111,
  kNotDecided = 112,
  kDecidedByOtherJury = 113,
  kBlockValidated = 114,
  kBlockRefused = 115,
  kBlockNotDecided = 116,
  kBlockCarriedOver = 117,
  kVaeComplete = 118,
  kVaeUndecided = 119,
  kVaeInadmissible = 120,
  kVaeNotSubmitted = 121,
  kNoEquivalence = 122,
  kEntryAdmitted = 123,
  kEntryTooEarly = 124,
  kEntryTooLate = 125,
  kEntryLevel = 126,
  kBlockTransferred = 127,
  kEquivalenceGranted = 128,
  kEquivalenceNotNamed = 129,
  kWaived = 130,
  kWaiverNotProvided = 131,

  // What became of a decision.
  kReservesLifted = 140,
  kReservesOpen = 141,
  kReserveOverdue = 142,
  kReserveLapsed = 143,
  kDecisionAnnulled = 144,
  kStayLongestShort = 150,
  kTestUnknown = 151,
  kGridNone = 152,
  kGridRepeated = 153,
  kReportOfOtherStay = 154,
  kReportOfNoStay = 155,
  kDefenceOfOtherStay = 156,
  kDefenceOfNoStay = 157,
  kFraudIsZero = 158,
  kAbsenceIsZero = 159,
  kExcusedIsZero = 160,
  kLanguageScoreBelow = 161,
};

// {name} in a sentence stands for the node's value of that name.
struct ReasonText {
  Reason reason;
  std::string_view code;
  std::string_view english;
  std::string_view french;
};

// In the order of their numbers.
std::span<const ReasonText> ReasonTexts();

// "average_below"; "?" for a number that is not known.
std::string_view ToName(Reason reason);
std::optional<Reason> ParseReason(std::string_view code);

// A value as the language writes it: "B2" for b2, "12,5" or "10/07/2025" in French.
std::string InWords(const ReadValue& value, Lang lang);

// The sentence for the node's reason, with its values: dates, decimals and enumerators written as
// the language writes them, and "(s)" as the number before it asks. A value that the node lacks
// leaves its {name} in place.
std::string ExplainText(const VerdictNode& node, Lang lang);

}  // namespace cartulary
