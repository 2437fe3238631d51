// A small register in which to try commands: two certifications, a few persons, an apprentice who
// was admitted, a candidate for VAE, a jury with minutes and one without. It prepares a command
// exactly as core/decide/decide.h tells a caller to, and loads no more.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/decide/decide.h"

namespace cartulary {

inline Date Day(const char* text) { return Date::Parse(text).value(); }

template <typename IdType = PersonId>
IdType IdOf(std::uint8_t number) {
  return IdType{{number}};
}
inline Hash HashOf(std::uint8_t number) { return Hash{{number}}; }

inline const PersonId kRegistrar = IdOf(1);
inline const PersonId kHead = IdOf(2);
inline const PersonId kAcademicTutor = IdOf(3);
inline const PersonId kCompanyTutor = IdOf(4);
inline const PersonId kDirector = IdOf(5);
inline const PersonId kProfessional = IdOf(6);
inline const PersonId kStranger = IdOf(99);  // Not registered.

inline const Subject kInstitution = IdOf<Subject>(20);
inline const Subject kSystem = IdOf<Subject>(21);
inline const CertificationCode kTitle{"RNCP39304"};
inline const CertificationCode kOtherTitle{"RNCP37484"};

inline const LearnerId kApprentice = IdOf<LearnerId>(30);
inline const EnrolmentId kEnrolment = IdOf<EnrolmentId>(31);
inline const LearnerId kCandidate = IdOf<LearnerId>(32);
inline const EnrolmentId kVaeEnrolment = IdOf<EnrolmentId>(33);
inline const LearnerId kNewcomer = IdOf<LearnerId>(34);  // Registered, not enrolled.
inline const JuryId kSealedJury = IdOf<JuryId>(40);      // Its minutes hold kDecision.
inline const JuryId kOpenJury = IdOf<JuryId>(41);        // No minutes yet.
inline const JuryId kOtherJury = IdOf<JuryId>(42);       // Of the other title.

// Versions in the apprentice's stream.
inline constexpr Version kContract{2};
inline constexpr Version kGraded{4};
inline constexpr Version kAbsent{5};
inline constexpr Version kStay{6};
inline constexpr Version kCertificate{7};
inline constexpr Version kDecision{8};
inline constexpr Version kNext{9};
// In the institution's.
inline constexpr Version kDelegation{1};
// In the system's: a case, if one is the first to be recorded.
inline constexpr Version kCase{1};

template <typename T, typename Change>
T With(T value, Change change) {
  change(value);
  return value;
}

// Facts that the world would accept today.
BodyAccredited Accreditation(const char* body = "CAMBRIDGE");
EditionPublished NewEdition(const char* code);
RevisionPublished Revision(const char* edition, std::uint32_t number);
RevisionPublished Correction();  // Of revision 1.
RevisionPublished Completion();  // Likewise; settles pass_mark.
AssessmentPlanned Plan(const char* code);
EnrolmentOpened Enrolment(const EnrolmentId& id, Route route = Route::kApprenticeship);
AssessmentRecorded Grade(const char* plan, const char* grade);
AssessmentRecorded Attempt(const char* plan, AssessmentStatus status);
TutorGridSigned Grid();
AlternanceReportAssessed NewReport();
DefenceHeld NewDefence(DefenceKind kind);
LanguageCertificateRecorded Certificate(std::uint8_t number);
MobilityPeriodRecorded Stay();
JuryAppointed Appointment(const char* code);
JuryDecisionRecorded JuryDecides(const JuryId& jury, FinalDecision decision);
// Subject to the stay, by 2024-12-31, lifted by the chair; with a point for BC01.
JuryDecisionRecorded ConditionalDecision();
AwardIssued Award(const char* number);
AwardWithdrawn Withdrawal();  // Of the award at kNext.
RevisionApplied Applied();    // Of Correction(), once that is published.
CaseOpened AwardCase();       // About kDecision, by a finding.
FactCorrected Correct(Version target, PlainFact replacement);
FactVoided Void(Version target);

// By another person, at another account.
Command Approved(Command command);

class World {
 public:
  World();

  // A live command by the registrar, with every sealed piece and evidence in every role: its fact
  // lacks none that it needs.
  Command Of(StreamKind kind, Subject subject, Fact fact, const char* effective) const;
  Command OfApprentice(Fact fact, const char* effective) const;
  Command OfCandidate(Fact fact, const char* effective) const;
  Command OfNewcomer(Fact fact, const char* effective) const;
  Command OfJury(const JuryId& jury, Fact fact, const char* effective) const;
  Command OfInstitution(Fact fact, const char* effective) const;
  Command OfTitle(Fact fact, const char* effective) const;
  Command OfSystem(Fact fact, const char* effective) const;
  // With a reason, on somebody's order.
  Command CorrectsRules(RevisionPublished fact) const;
  // As `text` is once it settles pass_mark, and changes nothing else.
  Command CompletesRules(RevisionPublished fact);
  // Once Correction() is published.
  Command AppliesRules(RevisionApplied fact);
  // By the director, from an account of their own: of a revision that the registrar published.
  Command DirectorApplies(RevisionApplied fact) const;

  Decision Decide(const Command& command) const;
  // Appends what was decided, as one commit. Aborts if Fold refuses it.
  void Take(const Command& command, const std::vector<Decided>& decided);
  // Decides and takes; true if it was accepted.
  bool Record(const Command& command);
  // Appends without asking Decide.
  void Append(const Command& command);

  // ConditionalDecision at kNext, in sealed minutes and the one that stands; then the award on it.
  Command AwardUnderReserve(const char* effective);

  // By everybody who deliberates in JuryDecides.
  void SignAttendance(const JuryId& jury, const char* day);

  const FoldedStream& Stream(const Subject& subject) const;

  Date today = Day("2025-01-15");
  Referential rules;
  Referential text;  // Of a RevisionPublished: the rules with another level of the certification.
  bool rules_published = true;
  bool text_readable = true;
  // Of the apprentice's enrolment: everything satisfied.
  Verdict verdict;

 private:
  void FillRules();
  std::optional<Date> LastEntry() const;  // Of the enrolments in kTitle.

  std::map<Subject, FoldedStream> streams_;
  std::map<std::string, Subject> holders_;
  std::map<std::uint32_t, Actor> publishers_;  // Of each revision.
  std::uint64_t next_index_ = 0;
};

// The code of the rejection, or "accepted".
std::string Answer(const Decision& decision);

}  // namespace cartulary
