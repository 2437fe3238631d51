// The facts about one learner (apprenant; VAE: candidat). core/facts/fact_info.h says how a fact is
// made.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/code.h"
#include "core/decimal.h"
#include "core/facts/fact_info.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary {

// A line of a grid: how far a competency is mastered.
struct CompetencyLevel {
  CompetencyCode competency;
  std::uint8_t level{};
  friend bool operator==(const CompetencyLevel&, const CompetencyLevel&) = default;
};
template <typename V, ConstOrNot<CompetencyLevel> F>
void Fields(V&& visit, F& fact) {
  visit("competency", fact.competency, "competency of the block");
  visit("level", fact.level, "0 (not met) to 4 (autonomous), the scale of the grid");
}

// Who signed, and when.
struct Signature {
  PersonId person;
  Date date;
  friend bool operator==(const Signature&, const Signature&) = default;
};
template <typename V, ConstOrNot<Signature> F>
void Fields(V&& visit, F& fact) {
  visit("person", fact.person, "who signed");
  visit("date", fact.date, "day of the signature");
}

// A member of a defence panel (jury de soutenance).
struct PanelMember {
  PersonId person;
  College college{};
  friend bool operator==(const PanelMember&, const PanelMember&) = default;
};
template <typename V, ConstOrNot<PanelMember> F>
void Fields(V&& visit, F& fact) {
  visit("person", fact.person, "who sat");
  visit("college", fact.college, "whom this person represents");
}

// The score of one part of a language test.
struct ScorePart {
  ReasonCode part;
  Decimal score;
  friend bool operator==(const ScorePart&, const ScorePart&) = default;
};
template <typename V, ConstOrNot<ScorePart> F>
void Fields(V&& visit, F& fact) {
  visit("part", fact.part, "name of the part: listening, reading, writing, speaking, total");
  visit("score", fact.score, "score of that part");
}

// What the jury decided of one block.
struct BlockOutcome {
  BlockCode block;
  BlockDecision decision{};
  friend bool operator==(const BlockOutcome&, const BlockOutcome&) = default;
};
template <typename V, ConstOrNot<BlockOutcome> F>
void Fields(V&& visit, F& fact) {
  visit("block", fact.block, "block of competencies");
  visit("decision", fact.decision, "validated or refused");
}

// A learner is known to the register. Identity and contact are sealed.
struct LearnerRegistered {
  static constexpr FactInfo kInfo{
      FactType::kLearnerRegistered,
      "LearnerRegistered",
      StreamKind::kLearner,
      "apprenant",
      "day of registration",
      "A learner is known to the register. Identity and contact are sealed."};

  Lookup number;
  friend bool operator==(const LearnerRegistered&, const LearnerRegistered&) = default;
};
template <typename V, ConstOrNot<LearnerRegistered> F>
void Fields(V&& visit, F& fact) {
  visit("number", fact.number, "lookup of the student or candidate number");
}

// A learner enters a certification by a route.
struct EnrolmentOpened {
  static constexpr FactInfo kInfo{FactType::kEnrolmentOpened,
                                  "EnrolmentOpened",
                                  StreamKind::kLearner,
                                  "inscription",
                                  "entry date",
                                  "A learner enters a certification by a route."};

  EnrolmentId enrolment;
  CertificationCode certification;
  Route route{};
  CampusCode campus;
  CohortCode cohort;
  QualificationCode qualification;
  std::uint8_t level{};
  EditionCode edition;
  friend bool operator==(const EnrolmentOpened&, const EnrolmentOpened&) = default;
};
template <typename V, ConstOrNot<EnrolmentOpened> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "id of the enrolment, new");
  visit("certification", fact.certification, "certification entered");
  visit("route", fact.route, "route of access");
  visit("campus", fact.campus, "campus");
  visit("cohort", fact.cohort, "cohort (promotion)");
  visit("qualification", fact.qualification, "entry qualification");
  visit("level", fact.level, "its level, 3 to 8");
  visit("edition", fact.edition, "edition that binds; the program chooses it");
}

// A work-study contract starts.
struct ContractStarted {
  static constexpr FactInfo kInfo{FactType::kContractStarted,  "ContractStarted",
                                  StreamKind::kLearner,        "contrat",
                                  "first day of the contract", "A work-study contract starts."};

  EnrolmentId enrolment;
  EmployerCode employer;
  ContractKind kind{};
  Date to;
  friend bool operator==(const ContractStarted&, const ContractStarted&) = default;
};
template <typename V, ConstOrNot<ContractStarted> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("employer", fact.employer, "employer");
  visit("kind", fact.kind, "kind of contract");
  visit("to", fact.to, "last day as agreed");
}

// A work-study contract ends.
struct ContractEnded {
  static constexpr FactInfo kInfo{FactType::kContractEnded,   "ContractEnded",
                                  StreamKind::kLearner,       "fin de contrat",
                                  "last day of the contract", "A work-study contract ends."};

  EnrolmentId enrolment;
  ContractEnding ending{};
  friend bool operator==(const ContractEnded&, const ContractEnded&) = default;
};
template <typename V, ConstOrNot<ContractEnded> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("ending", fact.ending, "at its term, or terminated before");
}

// A tutor or companion is assigned to a learner.
struct TutorAssigned {
  static constexpr FactInfo kInfo{
      FactType::kTutorAssigned,  "TutorAssigned", StreamKind::kLearner,
      "affectation d'un tuteur", "first day",     "A tutor or companion is assigned to a learner."};

  EnrolmentId enrolment;
  PersonId person;
  TutorRole role{};
  std::optional<Date> to;
  friend bool operator==(const TutorAssigned&, const TutorAssigned&) = default;
};
template <typename V, ConstOrNot<TutorAssigned> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("person", fact.person, "who");
  visit("role", fact.role, "in which role");
  visit("to", fact.to, "last day, if one is known");
}

// A tutor or companion stops following a learner.
struct TutorEnded {
  static constexpr FactInfo kInfo{
      FactType::kTutorEnded, "TutorEnded", StreamKind::kLearner,
      "fin de tutorat",      "last day",   "A tutor or companion stops following a learner."};

  EnrolmentId enrolment;
  PersonId person;
  TutorRole role{};
  friend bool operator==(const TutorEnded&, const TutorEnded&) = default;
};
template <typename V, ConstOrNot<TutorEnded> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("person", fact.person, "who");
  visit("role", fact.role, "in which role");
}

// The result of a learner in a planned assessment.
struct AssessmentRecorded {
  static constexpr FactInfo kInfo{
      FactType::kAssessmentRecorded, "AssessmentRecorded",
      StreamKind::kLearner,          "évaluation",
      "day of the assessment",       "The result of a learner in a planned assessment."};

  EnrolmentId enrolment;
  PlanCode plan;
  AssessmentSession session{};
  std::uint8_t attempt{};
  AssessmentStatus status{};
  std::optional<Decimal> grade;
  std::optional<AcquiredLevel> level;
  std::optional<GroupId> group;
  std::vector<PersonId> assessors;
  std::optional<GridCode> grid;
  bool accommodated = false;
  friend bool operator==(const AssessmentRecorded&, const AssessmentRecorded&) = default;
};
template <typename V, ConstOrNot<AssessmentRecorded> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("plan", fact.plan, "planned assessment");
  visit("session", fact.session, "first session or resit");
  visit("attempt", fact.attempt, "from 1");
  visit("status", fact.status, "graded, or why there is no grade");
  visit("grade", fact.grade, "grade of 20, beside status graded; or else the level");
  visit("level", fact.level, "acquired, partly, not acquired, beside status graded");
  visit("group", fact.group, "group assessed together; unset: individual work");
  visit("assessors", fact.assessors, "who assessed");
  visit("grid", fact.grid, "version of the assessment grid");
  visit("accommodated", fact.accommodated, "true if an accommodation was applied");
}

// An absence is justified after the fact.
struct AbsenceJustified {
  static constexpr FactInfo kInfo{
      FactType::kAbsenceJustified, "AbsenceJustified",
      StreamKind::kLearner,        "absence justifiée",
      "day of the justification",  "An absence is justified after the fact."};

  EnrolmentId enrolment;
  Version assessment;
  ReasonCode ground;
  friend bool operator==(const AbsenceJustified&, const AbsenceJustified&) = default;
};
template <typename V, ConstOrNot<AbsenceJustified> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("assessment", fact.assessment, "version of the AssessmentRecorded in this stream");
  visit("ground", fact.ground, "ground accepted: medical, duty, transport");
}

// The yearly grid, filled jointly by both tutors.
struct TutorGridSigned {
  static constexpr FactInfo kInfo{
      FactType::kTutorGridSigned,  "TutorGridSigned",
      StreamKind::kLearner,        "grille de montée en compétences",
      "day of the last signature", "The yearly grid, filled jointly by both tutors."};

  EnrolmentId enrolment;
  AcademicYear academic_year;
  std::vector<CompetencyLevel> levels;
  std::optional<Signature> academic;
  std::optional<Signature> company;
  friend bool operator==(const TutorGridSigned&, const TutorGridSigned&) = default;
};
template <typename V, ConstOrNot<TutorGridSigned> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("academic_year", fact.academic_year, "year that the grid is about");
  visit("levels", fact.levels, "level reached in each competency");
  visit("academic", fact.academic, "signature of the academic tutor");
  visit("company", fact.company, "signature of the company tutor");
}

// A work-study report, assessed by the company tutor and by the programme head.
struct AlternanceReportAssessed {
  static constexpr FactInfo kInfo{
      FactType::kAlternanceReportAssessed,
      "AlternanceReportAssessed",
      StreamKind::kLearner,
      "rapport d'alternance",
      "day of the last appraisal",
      "A work-study report, assessed by the company tutor and by the programme head."};

  EnrolmentId enrolment;
  AcademicYear academic_year;
  std::optional<PersonId> company_tutor;
  std::optional<Appraisal> company_outcome;
  std::optional<PersonId> programme_head;
  std::optional<Appraisal> head_outcome;
  friend bool operator==(const AlternanceReportAssessed&,
                         const AlternanceReportAssessed&) = default;
};
template <typename V, ConstOrNot<AlternanceReportAssessed> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("academic_year", fact.academic_year, "year that the report is about");
  visit("company_tutor", fact.company_tutor, "company tutor");
  visit("company_outcome", fact.company_outcome, "appraisal of the company tutor");
  visit("programme_head", fact.programme_head, "programme head");
  visit("head_outcome", fact.head_outcome, "appraisal of the programme head");
}

// A defence before a panel.
struct DefenceHeld {
  static constexpr FactInfo kInfo{FactType::kDefenceHeld, "DefenceHeld",
                                  StreamKind::kLearner,   "soutenance",
                                  "day of the defence",   "A defence before a panel."};

  EnrolmentId enrolment;
  DefenceKind kind{};
  std::vector<PanelMember> panel;
  Appraisal outcome{};
  std::vector<Version> stays;
  friend bool operator==(const DefenceHeld&, const DefenceHeld&) = default;
};
template <typename V, ConstOrNot<DefenceHeld> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("kind", fact.kind, "company, mobility or VAE");
  visit("panel", fact.panel, "who sat, and for which college");
  visit("outcome", fact.outcome, "outcome");
  visit("stays", fact.stays, "versions of the mobility periods that it is about");
}

// A certificate of level in a language. Its number is sealed.
struct LanguageCertificateRecorded {
  static constexpr FactInfo kInfo{FactType::kLanguageCertificateRecorded,
                                  "LanguageCertificateRecorded",
                                  StreamKind::kLearner,
                                  "certificat de langue",
                                  "day of the test",
                                  "A certificate of level in a language. Its number is sealed."};

  BodyCode body;
  TestCode test;
  LanguageCode language;
  std::vector<ScorePart> scores;
  std::optional<LanguageLevel> level;
  Lookup number;
  friend bool operator==(const LanguageCertificateRecorded&,
                         const LanguageCertificateRecorded&) = default;
};
template <typename V, ConstOrNot<LanguageCertificateRecorded> F>
void Fields(V&& visit, F& fact) {
  visit("body", fact.body, "certification body");
  visit("test", fact.test, "test and version");
  visit("language", fact.language, "language tested");
  visit("scores", fact.scores, "scores by part");
  visit("level", fact.level, "level that the certificate states");
  visit("number", fact.number, "lookup of the certificate number");
}

// The body revoked a certificate.
struct LanguageCertificateRevoked {
  static constexpr FactInfo kInfo{FactType::kLanguageCertificateRevoked,
                                  "LanguageCertificateRevoked",
                                  StreamKind::kLearner,
                                  "certificat de langue annulé",
                                  "day of the revocation",
                                  "The body revoked a certificate."};

  Version certificate;
  CorrectionGround ground{};
  friend bool operator==(const LanguageCertificateRevoked&,
                         const LanguageCertificateRevoked&) = default;
};
template <typename V, ConstOrNot<LanguageCertificateRevoked> F>
void Fields(V&& visit, F& fact) {
  visit("certificate", fact.certificate,
        "version of the LanguageCertificateRecorded in this stream");
  visit("ground", fact.ground, "ground");
}

// A stay abroad, as it took place.
struct MobilityPeriodRecorded {
  static constexpr FactInfo kInfo{FactType::kMobilityPeriodRecorded,
                                  "MobilityPeriodRecorded",
                                  StreamKind::kLearner,
                                  "période de mobilité",
                                  "last day of the stay",
                                  "A stay abroad, as it took place."};

  EnrolmentId enrolment;
  CountryCode country;
  Date from;
  MobilityKind kind{};
  MobilityEnding ending{};
  friend bool operator==(const MobilityPeriodRecorded&, const MobilityPeriodRecorded&) = default;
};
template <typename V, ConstOrNot<MobilityPeriodRecorded> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("country", fact.country, "country of the stay, ISO 3166-1 alpha-2");
  visit("from", fact.from, "first day of the stay");
  visit("kind", fact.kind, "kind of stay");
  visit("ending", fact.ending, "how it ended");
}

// The report on a mobility.
struct MobilityReportAssessed {
  static constexpr FactInfo kInfo{FactType::kMobilityReportAssessed,
                                  "MobilityReportAssessed",
                                  StreamKind::kLearner,
                                  "rapport de mobilité",
                                  "day of the appraisal",
                                  "The report on a mobility."};

  EnrolmentId enrolment;
  std::vector<Version> stays;
  Appraisal outcome{};
  std::vector<PersonId> assessors;
  friend bool operator==(const MobilityReportAssessed&, const MobilityReportAssessed&) = default;
};
template <typename V, ConstOrNot<MobilityReportAssessed> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("stays", fact.stays, "versions of the mobility periods that it is about");
  visit("outcome", fact.outcome, "outcome");
  visit("assessors", fact.assessors, "who assessed");
}

// A VAE application is admissible, or not.
struct VaeAdmissibilityDecided {
  static constexpr FactInfo kInfo{FactType::kVaeAdmissibilityDecided,
                                  "VaeAdmissibilityDecided",
                                  StreamKind::kLearner,
                                  "recevabilité (livret 1)",
                                  "day of the decision",
                                  "A VAE application is admissible, or not."};

  EnrolmentId enrolment;
  Appraisal outcome{};
  friend bool operator==(const VaeAdmissibilityDecided&, const VaeAdmissibilityDecided&) = default;
};
template <typename V, ConstOrNot<VaeAdmissibilityDecided> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("outcome", fact.outcome, "outcome");
}

// The VAE dossier was handed in; it is evidence of the event.
struct VaeDossierSubmitted {
  static constexpr FactInfo kInfo{FactType::kVaeDossierSubmitted,
                                  "VaeDossierSubmitted",
                                  StreamKind::kLearner,
                                  "dossier de VAE (livret 2)",
                                  "day of submission",
                                  "The VAE dossier was handed in; it is evidence of the event."};

  EnrolmentId enrolment;
  friend bool operator==(const VaeDossierSubmitted&, const VaeDossierSubmitted&) = default;
};
template <typename V, ConstOrNot<VaeDossierSubmitted> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
}

// What an award jury decided of a candidate.
struct JuryDecisionRecorded {
  static constexpr FactInfo kInfo{FactType::kJuryDecisionRecorded,
                                  "JuryDecisionRecorded",
                                  StreamKind::kLearner,
                                  "décision du jury",
                                  "day of the deliberation",
                                  "What an award jury decided of a candidate."};

  EnrolmentId enrolment;
  JuryId jury;
  std::vector<BlockOutcome> blocks;
  FinalDecision decision{};
  std::vector<PersonId> deliberated;
  PersonId chair;
  friend bool operator==(const JuryDecisionRecorded&, const JuryDecisionRecorded&) = default;
};
template <typename V, ConstOrNot<JuryDecisionRecorded> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("jury", fact.jury, "session of the jury");
  visit("blocks", fact.blocks, "decision on each block that it decided");
  visit("decision", fact.decision, "final decision");
  visit("deliberated", fact.deliberated, "who deliberated on this candidate, chair included");
  visit("chair", fact.chair, "who chaired");
}

// The title is granted, on a jury's decision.
struct AwardIssued {
  static constexpr FactInfo kInfo{
      FactType::kAwardIssued, "AwardIssued",      StreamKind::kLearner,
      "délivrance du titre",  "day of the award", "The title is granted, on a jury's decision."};

  EnrolmentId enrolment;
  AwardNumber number;
  CertificationCode certification;
  std::uint32_t revision{};
  Version decision;
  std::vector<FindingCode> overridden;
  Authority authority{};
  std::optional<LogOrigin> log_origin;
  std::optional<std::uint64_t> log_size;
  std::optional<Hash> log_root;
  friend bool operator==(const AwardIssued&, const AwardIssued&) = default;
};
template <typename V, ConstOrNot<AwardIssued> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("number", fact.number, "number of the award");
  visit("certification", fact.certification, "certification granted");
  visit("revision", fact.revision, "revision of the rules applied at issue");
  visit("decision", fact.decision, "version of the JuryDecisionRecorded in this stream");
  visit("overridden", fact.overridden, "findings in spite of which it was issued");
  visit("authority", fact.authority, "who granted it");
  visit("log_origin", fact.log_origin, "log whose root is cited; unset until the log has a tree");
  visit("log_size", fact.log_size, "size of the log at issue");
  visit("log_root", fact.log_root, "its root");
}

}  // namespace cartulary
