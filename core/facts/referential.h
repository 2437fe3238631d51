// The facts of a certification's stream (référentiel). core/facts/fact_info.h says how a fact is
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

// The rules that bind the enrolments of a period.
struct EditionPublished {
  static constexpr FactInfo kInfo{
      FactType::kEditionPublished, "EditionPublished",
      StreamKind::kReferential,    "édition du référentiel",
      "first day in force",        "The rules that bind the enrolments of a period."};

  CertificationCode certification;
  EditionCode edition;
  std::optional<Date> to;
  BindingDate binding{};
  Date adopted;
  std::optional<Date> teaching_starts;
  std::optional<ActCode> act;
  friend bool operator==(const EditionPublished&, const EditionPublished&) = default;
};
template <typename V, ConstOrNot<EditionPublished> F>
void Fields(V&& visit, F& fact) {
  visit("certification", fact.certification, "certification concerned");
  visit("edition", fact.edition, "name of the edition");
  visit("to", fact.to, "last day on which an enrolment comes under it, if one is known");
  visit("binding", fact.binding, "which date of an enrolment decides");
  visit("adopted", fact.adopted, "day of adoption");
  visit("teaching_starts", fact.teaching_starts, "first day of teaching under it");
  visit("act", fact.act, "act of adoption");
}

// One text of an edition's rules; the text is a blob of the log.
struct RevisionPublished {
  static constexpr FactInfo kInfo{FactType::kRevisionPublished,
                                  "RevisionPublished",
                                  StreamKind::kReferential,
                                  "révision du référentiel",
                                  "day of publication",
                                  "One text of an edition's rules; the text is a blob of the log."};

  CertificationCode certification;
  EditionCode edition;
  std::uint32_t number{};
  std::optional<std::uint32_t> previous;
  Hash text;
  RevisionKind kind{};
  std::optional<AssumptionCode> settles;
  std::optional<Hash> document;
  std::optional<ActCode> article;
  PersonId author;
  friend bool operator==(const RevisionPublished&, const RevisionPublished&) = default;
};
template <typename V, ConstOrNot<RevisionPublished> F>
void Fields(V&& visit, F& fact) {
  visit("certification", fact.certification, "certification concerned");
  visit("edition", fact.edition, "edition concerned");
  visit("number", fact.number, "from 1 along the stream");
  visit("previous", fact.previous, "revision that this one follows, in the same edition");
  visit("text", fact.text, "SHA-256 of the rules file");
  visit("kind", fact.kind, "first, correction or completion");
  visit("settles", fact.settles, "assumption that a completion settles");
  visit("document", fact.document, "SHA-256 of the document that settles it");
  visit("article", fact.article, "place in that document");
  visit("author", fact.author, "who wrote the revision");
}

// An assessment that an edition, year or cohort provides for.
struct AssessmentPlanned {
  static constexpr FactInfo kInfo{
      FactType::kAssessmentPlanned, "AssessmentPlanned",
      StreamKind::kReferential,     "évaluation prévue",
      "day the plan takes effect",  "An assessment that an edition, year or cohort provides for."};

  CertificationCode certification;
  EditionCode edition;
  std::optional<AcademicYear> academic_year;
  std::optional<CohortCode> cohort;
  PlanCode plan;
  BlockCode block;
  std::vector<CompetencyCode> competencies;
  AssessmentKind kind{};
  Decimal weight;
  AssessmentUse use{};
  bool mandatory = false;
  friend bool operator==(const AssessmentPlanned&, const AssessmentPlanned&) = default;
};
template <typename V, ConstOrNot<AssessmentPlanned> F>
void Fields(V&& visit, F& fact) {
  visit("certification", fact.certification, "certification concerned");
  visit("edition", fact.edition, "edition concerned");
  visit("academic_year", fact.academic_year, "only for this year; unset: for all");
  visit("cohort", fact.cohort, "only for this cohort; unset: for all");
  visit("plan", fact.plan, "code of the planned assessment");
  visit("block", fact.block, "block that it counts for");
  visit("competencies", fact.competencies, "competencies that it touches");
  visit("kind", fact.kind, "nature");
  visit("weight", fact.weight, "weight in the block's average, above 0");
  visit("use", fact.use, "summative or formative");
  visit("mandatory", fact.mandatory, "true if the block cannot be validated without it");
}

// A block of one certification and the block of another that it stands for.
struct BlockCorrespondence {
  BlockCode from;
  BlockCode to;
  friend bool operator==(const BlockCorrespondence&, const BlockCorrespondence&) = default;
};
template <typename V, ConstOrNot<BlockCorrespondence> F>
void Fields(V&& visit, F& fact) {
  visit("from", fact.from, "block held");
  visit("to", fact.to, "block that it stands for");
}

// Another certification takes the place of this one.
struct SuccessorDeclared {
  static constexpr FactInfo kInfo{FactType::kSuccessorDeclared,
                                  "SuccessorDeclared",
                                  StreamKind::kReferential,
                                  "certification qui succède",
                                  "first day",
                                  "Another certification takes the place of this one."};

  CertificationCode certification;
  CertificationCode successor;
  std::vector<BlockCorrespondence> blocks;
  std::optional<ActCode> act;
  friend bool operator==(const SuccessorDeclared&, const SuccessorDeclared&) = default;
};
template <typename V, ConstOrNot<SuccessorDeclared> F>
void Fields(V&& visit, F& fact) {
  visit("certification", fact.certification, "certification concerned");
  visit("successor", fact.successor, "certification that succeeds it");
  visit("blocks", fact.blocks, "which of its blocks stand for which");
  visit("act", fact.act, "act that says so");
}

// The figures of a year as the school published them; an unknown figure is not 0.
struct StatisticsPublished {
  static constexpr FactInfo kInfo{
      FactType::kStatisticsPublished,
      "StatisticsPublished",
      StreamKind::kReferential,
      "statistiques publiées",
      "day of publication",
      "The figures of a year as the school published them; an unknown figure is not 0."};

  CertificationCode certification;
  std::uint16_t year{};
  std::optional<std::uint32_t> certified;
  std::optional<std::uint32_t> by_vae;
  std::optional<Decimal> employed_six_months;
  std::optional<Decimal> in_target_occupation_six_months;
  std::optional<Decimal> in_target_occupation_two_years;
  friend bool operator==(const StatisticsPublished&, const StatisticsPublished&) = default;
};
template <typename V, ConstOrNot<StatisticsPublished> F>
void Fields(V&& visit, F& fact) {
  visit("certification", fact.certification, "certification concerned");
  visit("year", fact.year, "civil year of the awards");
  visit("certified", fact.certified, "number certified");
  visit("by_vae", fact.by_vae, "of these, by VAE");
  visit("employed_six_months", fact.employed_six_months, "employed at 6 months, percent");
  visit("in_target_occupation_six_months", fact.in_target_occupation_six_months,
        "in the target occupation at 6 months, percent");
  visit("in_target_occupation_two_years", fact.in_target_occupation_two_years,
        "in the target occupation at 24 months, percent");
}

// A revision became the one by which the enrolments of its edition are judged. The effective date
// is that of the report that was approved.
struct RevisionApplied {
  static constexpr FactInfo kInfo{
      FactType::kRevisionApplied,
      "RevisionApplied",
      StreamKind::kReferential,
      "révision appliquée",
      "date of the report",
      "A revision became the one by which the enrolments of its edition are judged."};

  CertificationCode certification;
  EditionCode edition;
  std::uint32_t number{};
  Hash report;
  PersonId approver;
  std::uint32_t cases{};
  friend bool operator==(const RevisionApplied&, const RevisionApplied&) = default;
};
template <typename V, ConstOrNot<RevisionApplied> F>
void Fields(V&& visit, F& fact) {
  visit("certification", fact.certification, "certification concerned");
  visit("edition", fact.edition, "edition concerned");
  visit("number", fact.number, "revision applied");
  visit("report", fact.report, "digest of the impact report approved");
  visit("approver", fact.approver, "who approved it");
  visit("cases", fact.cases, "number of cases opened in the same commit");
}

}  // namespace cartulary
