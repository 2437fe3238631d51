// What the parts of Decide share: the case in hand, and one Check for each type of fact. Internal
// to core/decide.
#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/decide/decide.h"
#include "core/fold/terms.h"

namespace cartulary {

// None: the rules have nothing against it.
using Refusal = std::optional<Rejection>;

inline Rejection Reject(RejectionCode code, Text detail) {
  return Rejection{code, std::move(detail)};
}

// One fact of a command, plain or a replacement, before the rules. Borrowed, as the context is.
struct Case {
  const Command& command;
  const DecideContext& context;
  const Reference& reference;
  const FoldedStream& stream;  // The command's; without its target, for a correction.

  Date effective() const { return command.by.effective; }
  bool of_the_past() const {
    return command.by.entry == EntryMode::kHistorical || command.by.entry == EntryMode::kMigration;
  }
  // Of the past, and so before this register was there to hold it to its rules.
  bool before_the_register() const {
    return of_the_past() && context.store_made && effective() < *context.store_made;
  }
};

// The case in each registration of its learner: in the command's own stream first.
inline std::vector<Case> CasesOfLearner(const Case& c) {
  std::vector<Case> cases{c};
  for (const Dossier* other : c.context.other_registrations) {
    cases.push_back({c.command, c.context, c.reference, *other});
  }
  return cases;
}

// " of the registration L-…", for details; empty for the command's own.
inline Text OfRegistration(const Case& one, const Case& own) {
  if (one.stream.subject == own.stream.subject) return {};
  return Said(" of the registration {0}", " du dossier {0}", IdFrom<LearnerId>(one.stream.subject));
}

// True unless the entry was taken out by `on`. It may begin later.
inline bool IsLive(const Entry& entry, Date on) {
  return !entry.superseded || (entry.superseded->from && on < *entry.superseded->from);
}

// The live facts of type T, in the order of their versions.
template <typename T>
std::vector<Held<T>> Live(const FoldedStream& stream, Date on) {
  std::vector<Held<T>> live;
  for (const Entry& entry : stream.entries) {
    const T* fact = std::get_if<T>(&entry.fact);
    if (fact != nullptr && IsLive(entry, on)) live.push_back({&entry, fact});
  }
  return live;
}

// The last live fact of type T of which `matches(held)` is true.
template <typename T, typename Predicate>
std::optional<Held<T>> FindLive(const FoldedStream& stream, Date on, Predicate matches) {
  std::optional<Held<T>> found;
  for (const Held<T>& held : Live<T>(stream, on)) {
    if (matches(held)) found = held;
  }
  return found;
}
template <typename T>
std::optional<Held<T>> FindLive(const FoldedStream& stream, Date on) {
  return FindLive<T>(stream, on, [](const Held<T>&) { return true; });
}

// The fact of type T that a version names, through corrections.
template <typename T>
std::optional<Held<T>> FindNamed(const FoldedStream& stream, Version version, Date on) {
  const Entry* entry = FindStanding(stream, version);
  const T* fact = entry == nullptr ? nullptr : std::get_if<T>(&entry->fact);
  if (fact == nullptr || !IsLive(*entry, on)) return std::nullopt;
  return Held<T>{entry, fact};
}

std::optional<Held<EnrolmentOpened>> FindEnrolment(const FoldedStream& learner,
                                                   const EnrolmentId& enrolment, Date on);
// Precondition: the enrolment is known, as it is when a Check is called.
Held<EnrolmentOpened> EnrolmentOf(const Case& c, const EnrolmentId& enrolment);

// Whether a fact of the type, of the enrolment, may be so on the date of the case although the
// learner had left. Same precondition.
Refusal CheckNotLeft(FactType type, const EnrolmentId& enrolment, const Case& c);

// Whether a fact is of the enrolment, beside the one that opens it.
bool IsOfEnrolment(const PlainFact& fact, const EnrolmentId& enrolment);

// Whether nothing of the enrolment that presupposes the entry is before the date of the case.
Refusal CheckNothingBefore(const EnrolmentId& enrolment, const Case& c);

// Its terms on the date of the case. Same precondition.
EnrolmentTerms TermsOf(const Case& c, const EnrolmentId& enrolment);

// The rules of an edition, as the caller loaded them; nullptr if the edition has none.
const Referential* RulesOf(const Case& c, const CertificationCode& certification,
                           const EditionCode& edition);
const Referential* RulesOf(const Case& c, const EnrolmentId& enrolment);

// The position of the first item that has an equal one, by `key`, before it; none if all differ.
template <typename T, typename Key>
std::optional<std::size_t> FindRepeated(const std::vector<T>& items, Key key) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (key(items[i]) == key(items[j])) return i;
    }
  }
  return std::nullopt;
}

// "4", for details.
inline std::string ToText(Version version) { return std::to_string(version.value); }

// What every command and every fact is held to, whatever its type (checks.cc).
Refusal CheckCommand(const Command& command, const DecideContext& context,
                     const Reference& reference);
// Whether a fact of this type may be effective after today.
bool MayBeAhead(FactType type);
Refusal CheckNotAhead(const FactInfo& info, Date effective, Date today);

// The session of a jury that a fact is of; nullptr if it is of none.
template <typename T>
const FoldedStream* SessionOf([[maybe_unused]] const T& fact, [[maybe_unused]] const Case& c) {
  if constexpr (std::is_same_v<T, JuryDecisionRecorded>) {
    return &c.reference.Jury(fact.jury);
  } else if constexpr (T::kInfo.stream == StreamKind::kJury) {
    return &c.stream;
  } else {
    return nullptr;
  }
}

// What is not recorded, and not corrected or voided, by one person alone (approval.cc), whatever
// the entry mode and the date.
Refusal CheckRecordedAlone(FactType type, const FoldedStream* session, const Case& c);
Refusal CheckChangedAlone(const Entry& target, const Case& c);

// Whether minutes of its jury contain the decision at `version` of the learner's stream.
bool IsMinuted(const Case& c, const JuryDecisionRecorded& decision, Version version,
               std::optional<Date> on);

// The withdrawal of an award that took effect by the date of the case and was not undone.
std::optional<Held<AwardWithdrawn>> FindWithdrawal(const Entry& award, const Case& c);

// What ended the standing of the decision at a version by an act, its rectification or its
// annulment; nullptr if nothing did.
const Entry* EndOfDecision(Version version, const Case& c);

// Whether the title of an award was not withdrawn by the date of the case, or was reinstated.
bool StandsAsAward(const Held<AwardIssued>& award, const Case& c);

// Whether the learner holds no title of the certification, in any registration.
Refusal CheckNoTitle(const CertificationCode& certification, const Case& c);

// Completes what the program chooses. Most facts come complete.
template <typename T>
void Complete(T&, const Case&) {}
void Complete(EnrolmentOpened& fact, const Case& c);
void Complete(AwardIssued& fact, const Case& c);

// The rules of each type of fact. Before it is called, the stream exists, the enrolment that the
// fact names is known, and the fact is not recorded word for word.
Refusal Check(const StoreCreated& fact, const Case& c);
Refusal Check(const BodyAccredited& fact, const Case& c);
Refusal Check(const BodyAccreditationEnded& fact, const Case& c);
Refusal Check(const DelegationGranted& fact, const Case& c);
Refusal Check(const DelegationEnded& fact, const Case& c);
Refusal Check(const OfficeHeld& fact, const Case& c);
Refusal Check(const OfficeLeft& fact, const Case& c);
Refusal Check(const PersonRegistered& fact, const Case& c);
Refusal Check(const EditionPublished& fact, const Case& c);
Refusal Check(const RevisionPublished& fact, const Case& c);
// Parts of it (decide_revision.cc): whether the text is of the edition, and what it may change.
Refusal CheckWhoseText(const RevisionPublished& fact, const Case& c);
Refusal CheckChange(const RevisionPublished& fact, const Case& c);
Refusal Check(const AssessmentPlanned& fact, const Case& c);
Refusal Check(const LearnerRegistered& fact, const Case& c);
Refusal Check(const EnrolmentOpened& fact, const Case& c);
Refusal Check(const ContractStarted& fact, const Case& c);
Refusal Check(const ContractEnded& fact, const Case& c);
Refusal Check(const TutorAssigned& fact, const Case& c);
Refusal Check(const TutorEnded& fact, const Case& c);
Refusal Check(const AssessmentRecorded& fact, const Case& c);
Refusal Check(const AbsenceJustified& fact, const Case& c);
Refusal Check(const TutorGridSigned& fact, const Case& c);
Refusal Check(const AlternanceReportAssessed& fact, const Case& c);
Refusal Check(const DefenceHeld& fact, const Case& c);
Refusal Check(const LanguageCertificateRecorded& fact, const Case& c);
Refusal Check(const LanguageCertificateRevoked& fact, const Case& c);
Refusal Check(const MobilityPeriodRecorded& fact, const Case& c);
Refusal Check(const MobilityReportAssessed& fact, const Case& c);
Refusal Check(const VaeAdmissibilityDecided& fact, const Case& c);
Refusal Check(const VaeDossierSubmitted& fact, const Case& c);
Refusal Check(const JuryDecisionRecorded& fact, const Case& c);
Refusal Check(const AwardIssued& fact, const Case& c);
Refusal Check(const JuryAppointed& fact, const Case& c);
Refusal Check(const CandidateConvened& fact, const Case& c);
Refusal Check(const JuryAmended& fact, const Case& c);
Refusal Check(const AttendanceSigned& fact, const Case& c);
Refusal Check(const RecusalRecorded& fact, const Case& c);
Refusal Check(const MinutesSealed& fact, const Case& c);
Refusal Check(const AwardNumberTaken& fact, const Case& c);
Refusal Check(const AccreditationRecorded& fact, const Case& c);
Refusal Check(const RetentionRuleSet& fact, const Case& c);
Refusal Check(const SuccessorDeclared& fact, const Case& c);
Refusal Check(const StatisticsPublished& fact, const Case& c);
Refusal Check(const LearnersMerged& fact, const Case& c);
Refusal Check(const AccommodationGranted& fact, const Case& c);
Refusal Check(const AccommodationEnded& fact, const Case& c);
Refusal Check(const AnnualRegistrationRecorded& fact, const Case& c);
Refusal Check(const RouteChanged& fact, const Case& c);
Refusal Check(const EnrolmentSuspended& fact, const Case& c);
Refusal Check(const EnrolmentResumed& fact, const Case& c);
Refusal Check(const EnrolmentClosed& fact, const Case& c);
Refusal Check(const EnrolmentTransferred& fact, const Case& c);
Refusal Check(const MobilityPlanned& fact, const Case& c);
Refusal Check(const EquivalenceGranted& fact, const Case& c);
Refusal Check(const WaiverGranted& fact, const Case& c);
Refusal Check(const ReserveLifted& fact, const Case& c);
Refusal Check(const ReserveLapsed& fact, const Case& c);
Refusal Check(const JuryDecisionRectified& fact, const Case& c);
Refusal Check(const JuryDecisionAnnulled& fact, const Case& c);
Refusal Check(const DecisionNotified& fact, const Case& c);
Refusal Check(const AppealLodged& fact, const Case& c);
Refusal Check(const AppealDecided& fact, const Case& c);
Refusal Check(const CourtRuled& fact, const Case& c);
Refusal Check(const AwardWithdrawn& fact, const Case& c);
Refusal Check(const AwardReinstated& fact, const Case& c);
Refusal Check(const DuplicateIssued& fact, const Case& c);
Refusal Check(const BlockCertificateIssued& fact, const Case& c);
Refusal Check(const SurveyAnswered& fact, const Case& c);
Refusal Check(const RevisionApplied& fact, const Case& c);
Refusal Check(const SkipWaived& fact, const Case& c);
Refusal Check(const FindingNoted& fact, const Case& c);
Refusal Check(const CaseOpened& fact, const Case& c);
Refusal Check(const CaseAssigned& fact, const Case& c);
Refusal Check(const CaseClosed& fact, const Case& c);
Refusal Check(const SampleDrawn& fact, const Case& c);

// The rules of what corrects, apart from those of a replacement.
Refusal CheckCorrection(const FactCorrected& fact, const Case& c);
Refusal CheckVoiding(const FactVoided& fact, const Case& c);

}  // namespace cartulary
