// What a learner did, in the stream of the learner: assessments, grids, reports, defences, stays
// abroad, VAE; and what stands in their place.
// core/facts/fact_info.h says how a fact is made.
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

// A stay abroad is planned.
struct MobilityPlanned {
  static constexpr FactInfo kInfo{FactType::kMobilityPlanned, "MobilityPlanned",
                                  StreamKind::kLearner,       "mobilité prévue",
                                  "first day of the stay",    "A stay abroad is planned."};

  EnrolmentId enrolment;
  CountryCode country;
  Date to;
  MobilityKind kind{};
  friend bool operator==(const MobilityPlanned&, const MobilityPlanned&) = default;
};
template <typename V, ConstOrNot<MobilityPlanned> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("country", fact.country, "country of the stay, ISO 3166-1 alpha-2");
  visit("to", fact.to, "last day as planned");
  visit("kind", fact.kind, "kind of stay");
}

// A block of another certification stands for one of this.
struct EquivalenceGranted {
  static constexpr FactInfo kInfo{
      FactType::kEquivalenceGranted, "EquivalenceGranted",
      StreamKind::kLearner,          "équivalence",
      "day of the decision",         "A block of another certification stands for one of this."};

  EnrolmentId enrolment;
  CertificationCode certification;
  BlockCode from;
  BlockCode block;
  Authority authority{};
  ActCode act;
  friend bool operator==(const EquivalenceGranted&, const EquivalenceGranted&) = default;
};
template <typename V, ConstOrNot<EquivalenceGranted> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("certification", fact.certification, "certification that the learner holds the block of");
  visit("from", fact.from, "block held");
  visit("block", fact.block, "block that it stands for");
  visit("authority", fact.authority, "who decided it");
  visit("act", fact.act, "act that decides it");
}

// A requirement is waived, where its rule says who may.
struct WaiverGranted {
  static constexpr FactInfo kInfo{
      FactType::kWaiverGranted, "WaiverGranted",
      StreamKind::kLearner,     "dispense",
      "day of the decision",    "A requirement is waived, where its rule says who may."};

  EnrolmentId enrolment;
  RequirementCode requirement;
  ReasonCode ground;
  Authority authority{};
  ActCode act;
  friend bool operator==(const WaiverGranted&, const WaiverGranted&) = default;
};
template <typename V, ConstOrNot<WaiverGranted> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("requirement", fact.requirement, "requirement waived");
  visit("ground", fact.ground, "ground");
  visit("authority", fact.authority, "who decided it");
  visit("act", fact.act, "act that decides it");
}

}  // namespace cartulary
