// The rules of a certification's stream.
#include <algorithm>

#include "core/decide/case.h"

namespace cartulary {
namespace {

constexpr int kStatisticsYearMin = 1900;

// The certification whose stream it is; none while nothing is published.
std::optional<CertificationCode> CertificationOf(const Case& c) {
  const auto first = FindLive<EditionPublished>(c.stream, c.effective());
  if (!first) return std::nullopt;
  return (*first)->certification;
}

Rejection WrongCertification(const CertificationCode& given, const CertificationCode& stream) {
  return Reject(RejectionCode::kOtherCertification,
                "this is the stream of " + stream.text + ", not of " + given.text);
}

std::optional<Held<EditionPublished>> FindEdition(const Case& c, const EditionCode& edition) {
  return FindLive<EditionPublished>(c.stream, c.effective(),
                                    [&](const auto& held) { return held->edition == edition; });
}

Rejection UnknownEdition(const EditionCode& edition) {
  return Reject(RejectionCode::kUnknownEdition, "edition " + edition.text + " is not published");
}

template <typename T>
bool Overlap(const std::optional<T>& a, const std::optional<T>& b) {
  return !a || !b || *a == *b;
}

Refusal CheckSettlement(const RevisionPublished& fact) {
  const bool settles = fact.settles && fact.document && fact.article;
  const bool mentions = fact.settles || fact.document || fact.article;
  if (fact.kind == RevisionKind::kCompletion && !settles) {
    return Reject(
        RejectionCode::kSettlementMismatch,
        "a completion names the assumption that it settles, the document and the article");
  }
  if (fact.kind != RevisionKind::kCompletion && mentions) {
    return Reject(RejectionCode::kSettlementMismatch,
                  "only a completion settles an assumption; this is a " +
                      std::string(ToName(fact.kind)) + " revision");
  }
  return std::nullopt;
}

}  // namespace

Refusal Check(const EditionPublished& fact, const Case& c) {
  const auto certification = CertificationOf(c);
  if (certification && *certification != fact.certification) {
    return WrongCertification(fact.certification, *certification);
  }
  if (c.context.today < fact.adopted) {
    return Reject(RejectionCode::kPeriodReversed,
                  "adopted on " + ToText(fact.adopted) + ": that day has not come");
  }
  if (fact.to && *fact.to < c.effective()) {
    return Reject(RejectionCode::kPeriodReversed,
                  "in force to " + ToText(*fact.to) + ", before " + ToText(c.effective()));
  }
  if (const auto other = FindEdition(c, fact.edition)) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  "edition " + fact.edition.text + " is published at version " +
                      ToText(other->entry->version) + "; a reform is a new edition");
  }
  return std::nullopt;
}

Refusal Check(const RevisionPublished& fact, const Case& c) {
  const auto edition = FindEdition(c, fact.edition);
  if (!edition) return UnknownEdition(fact.edition);
  if ((*edition)->certification != fact.certification) {
    return WrongCertification(fact.certification, (*edition)->certification);
  }
  const auto revisions = Live<RevisionPublished>(c.stream, c.effective());
  if (fact.number != revisions.size() + 1) {
    return Reject(RejectionCode::kRevisionOutOfOrder, "the next revision of " +
                                                          fact.certification.text + " is number " +
                                                          std::to_string(revisions.size() + 1));
  }
  std::optional<std::uint32_t> last;
  for (const auto& revision : revisions) {
    if (revision->edition == fact.edition) last = revision->number;
  }
  if (fact.previous != last) {
    return Reject(RejectionCode::kRevisionOutOfOrder,
                  last ? "it follows revision " + std::to_string(*last)
                       : "edition " + fact.edition.text + " has no revision to follow");
  }
  if ((fact.kind == RevisionKind::kFirst) != !last) {
    return Reject(RejectionCode::kRevisionOutOfOrder,
                  last ? "edition " + fact.edition.text + " has its first revision"
                       : "the first revision of an edition is of the kind \"first\"");
  }
  return CheckSettlement(fact);
}

Refusal Check(const AssessmentPlanned& fact, const Case& c) {
  const auto edition = FindEdition(c, fact.edition);
  if (!edition) return UnknownEdition(fact.edition);
  const Referential* rules = RulesOf(c, fact.certification, fact.edition);
  if (rules == nullptr) {
    return Reject(RejectionCode::kNoRules, "edition " + fact.edition.text + " has no revision");
  }
  const Block* block = FindBlock(*rules, fact.block);
  if (block == nullptr) {
    return Reject(RejectionCode::kUnknownBlock,
                  fact.block.text + " is not a block of " + fact.certification.text);
  }
  for (const CompetencyCode& competency : fact.competencies) {
    if (std::none_of(block->competencies.begin(), block->competencies.end(),
                     [&](const Competency& known) { return known.id == competency; })) {
      return Reject(RejectionCode::kUnknownCompetency,
                    competency.text + " is not a competency of " + fact.block.text);
    }
  }
  if ((*edition)->certification != fact.certification) {
    return WrongCertification(fact.certification, (*edition)->certification);
  }
  if (fact.weight <= Decimal{}) {
    return Reject(RejectionCode::kWeightOutOfRange,
                  "the weight is " + ToText(fact.weight) + "; it is above 0");
  }
  const auto other = FindLive<AssessmentPlanned>(c.stream, c.effective(), [&](const auto& held) {
    return held->edition == fact.edition && held->plan == fact.plan &&
           Overlap(held->academic_year, fact.academic_year) && Overlap(held->cohort, fact.cohort);
  });
  if (other) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  fact.plan.text + " is planned for some of the same learners at version " +
                      ToText(other->entry->version) + ". Correct that, or take another code");
  }
  return std::nullopt;
}

Refusal Check(const SuccessorDeclared& fact, const Case& c) {
  const auto certification = CertificationOf(c);
  if (!certification) {
    return Reject(RejectionCode::kUnknownCertification,
                  fact.certification.text + " is not published");
  }
  if (*certification != fact.certification) {
    return WrongCertification(fact.certification, *certification);
  }
  if (fact.successor == fact.certification) {
    return Reject(RejectionCode::kOtherCertification, "a certification does not succeed itself");
  }
  if (const auto repeated = FindRepeated(fact.blocks, [](const auto& b) { return b.from; })) {
    return Reject(RejectionCode::kRepeated,
                  fact.blocks[*repeated].from.text + " is said to correspond twice");
  }
  const auto other = FindLive<SuccessorDeclared>(
      c.stream, c.effective(), [&](const auto& held) { return held->successor == fact.successor; });
  if (other) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  "declared at version " + ToText(other->entry->version) + ". Correct that");
  }
  return std::nullopt;
}

Refusal Check(const StatisticsPublished& fact, const Case& c) {
  const auto certification = CertificationOf(c);
  if (!certification) {
    return Reject(RejectionCode::kUnknownCertification,
                  fact.certification.text + " is not published");
  }
  if (*certification != fact.certification) {
    return WrongCertification(fact.certification, *certification);
  }
  if (fact.year < kStatisticsYearMin || c.effective().Year() < fact.year) {
    return Reject(RejectionCode::kFigureOutOfRange,
                  "the year " + std::to_string(fact.year) + " is not in " +
                      std::to_string(kStatisticsYearMin) + " .. " +
                      std::to_string(c.effective().Year()));
  }
  if (fact.certified && fact.by_vae && *fact.certified < *fact.by_vae) {
    return Reject(RejectionCode::kFigureOutOfRange,
                  std::to_string(*fact.by_vae) + " by VAE, of " + std::to_string(*fact.certified));
  }
  for (const auto& rate : {fact.employed_six_months, fact.in_target_occupation_six_months,
                           fact.in_target_occupation_two_years}) {
    if (rate && (*rate < Decimal{} || Decimal::Of(100) < *rate)) {
      return Reject(RejectionCode::kFigureOutOfRange, ToText(*rate) + " is not in 0 .. 100");
    }
  }
  const auto other = FindLive<StatisticsPublished>(
      c.stream, c.effective(), [&](const auto& held) { return held->year == fact.year; });
  if (other) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  "the figures of " + std::to_string(fact.year) + " are at version " +
                      ToText(other->entry->version) + ". Correct that");
  }
  return std::nullopt;
}

}  // namespace cartulary
