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
                Said("this is the stream of {0}, not of {1}",
                     "ce flux est celui de {0}, non de {1}", stream.text, given.text));
}

std::optional<Held<EditionPublished>> FindEdition(const Case& c, const EditionCode& edition) {
  return FindLive<EditionPublished>(c.stream, c.effective(),
                                    [&](const auto& held) { return held->edition == edition; });
}

Rejection UnknownEdition(const EditionCode& edition) {
  return Reject(
      RejectionCode::kUnknownEdition,
      Said("edition {0} is not published", "l'édition {0} n'est pas publiée", edition.text));
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
        Said("a completion names the assumption that it settles, the document and the article",
             "un complément cite l'hypothèse qu'il règle, le document et l'article"));
  }
  if (fact.kind != RevisionKind::kCompletion && mentions) {
    return Reject(
        RejectionCode::kSettlementMismatch,
        Said("only a completion settles an assumption; this is a {0} revision",
             "seul un complément règle une hypothèse ; cette révision est de nature « {0} »",
             fact.kind));
  }
  return std::nullopt;
}

// A reform binds those who enter after it: it begins after the editions published, and after those
// who entered under one of them.
Refusal CheckProspective(const EditionPublished& fact, const Case& c) {
  for (const auto& other : Live<EditionPublished>(c.stream, c.effective())) {
    if (other.entry->effective < c.effective()) continue;
    return Reject(RejectionCode::kPeriodReversed,
                  Said("edition {0} begins on {1}: an edition published after it begins later",
                       "l'édition {0} commence le {1} : une édition publiée après elle commence "
                       "plus tard",
                       other->edition, other.entry->effective));
  }
  const auto& last = c.context.last_entry;
  if (!last || *last < c.effective()) return std::nullopt;
  return Reject(RejectionCode::kPeriodReversed,
                Said("a learner entered {0} on {1}: an edition that begins on {2} would bind who "
                     "entered under another",
                     "un apprenant est entré dans {0} le {1} : une édition qui commence le {2} "
                     "lierait qui est entré sous une autre",
                     fact.certification, *last, c.effective()));
}

}  // namespace

Refusal Check(const EditionPublished& fact, const Case& c) {
  const auto certification = CertificationOf(c);
  if (certification && *certification != fact.certification) {
    return WrongCertification(fact.certification, *certification);
  }
  if (c.context.today < fact.adopted) {
    return Reject(RejectionCode::kPeriodReversed,
                  Said("adopted on {0}: that day has not come",
                       "adopté le {0} : ce jour n'est pas venu", fact.adopted));
  }
  if (fact.to && *fact.to < c.effective()) {
    return Reject(RejectionCode::kPeriodReversed,
                  Said("in force to {0}, before {1}", "en vigueur jusqu'au {0}, avant le {1}",
                       *fact.to, c.effective()));
  }
  if (const auto other = FindEdition(c, fact.edition)) {
    return Reject(
        RejectionCode::kRecordedOtherwise,
        Said("edition {0} is published at version {1}; a reform is a new edition",
             "l'édition {0} est publiée à la version {1} ; une réforme est une nouvelle édition",
             fact.edition.text, other->entry->version));
  }
  return CheckProspective(fact, c);
}

Refusal Check(const RevisionPublished& fact, const Case& c) {
  const auto edition = FindEdition(c, fact.edition);
  if (!edition) return UnknownEdition(fact.edition);
  if (auto no = CheckWhoseText(fact, c)) return no;
  if ((*edition)->certification != fact.certification) {
    return WrongCertification(fact.certification, (*edition)->certification);
  }
  const auto revisions = Live<RevisionPublished>(c.stream, c.effective());
  if (fact.number != revisions.size() + 1) {
    return Reject(RejectionCode::kRevisionOutOfOrder,
                  Said("the next revision of {0} is number {1}",
                       "la prochaine révision de {0} porte le numéro {1}", fact.certification.text,
                       revisions.size() + 1));
  }
  std::optional<std::uint32_t> last;
  for (const auto& revision : revisions) {
    if (revision->edition == fact.edition) last = revision->number;
  }
  if (fact.previous != last) {
    return Reject(RejectionCode::kRevisionOutOfOrder,
                  last ? Said("it follows revision {0}", "elle suit la révision {0}", *last)
                       : Said("edition {0} has no revision to follow",
                              "l'édition {0} n'a pas de révision à suivre", fact.edition));
  }
  if ((fact.kind == RevisionKind::kFirst) != !last) {
    return Reject(RejectionCode::kRevisionOutOfOrder,
                  last ? Said("edition {0} has its first revision",
                              "l'édition {0} a déjà sa première révision", fact.edition)
                       : Said("the first revision of an edition is of the kind \"first\"",
                              "la première révision d'une édition est de nature « première »"));
  }
  if (auto no = CheckSettlement(fact)) return no;
  return CheckChange(fact, c);
}

Refusal Check(const AssessmentPlanned& fact, const Case& c) {
  const auto edition = FindEdition(c, fact.edition);
  if (!edition) return UnknownEdition(fact.edition);
  const Referential* rules = RulesOf(c, fact.certification, fact.edition);
  if (rules == nullptr) {
    return Reject(RejectionCode::kNoRules,
                  Said("edition {0} has no revision", "l'édition {0} n'a aucune révision",
                       fact.edition.text));
  }
  const Block* block = FindBlock(*rules, fact.block);
  if (block == nullptr) {
    return Reject(RejectionCode::kUnknownBlock,
                  Said("{0} is not a block of {1}", "{0} n'est pas un bloc de {1}", fact.block.text,
                       fact.certification.text));
  }
  for (const CompetencyCode& competency : fact.competencies) {
    if (std::none_of(block->competencies.begin(), block->competencies.end(),
                     [&](const Competency& known) { return known.id == competency; })) {
      return Reject(RejectionCode::kUnknownCompetency,
                    Said("{0} is not a competency of {1}", "{0} n'est pas une compétence de {1}",
                         competency.text, fact.block.text));
    }
  }
  if ((*edition)->certification != fact.certification) {
    return WrongCertification(fact.certification, (*edition)->certification);
  }
  if (fact.weight <= Decimal{}) {
    return Reject(RejectionCode::kWeightOutOfRange,
                  Said("the weight is {0}; it is above 0",
                       "le coefficient est {0} ; il doit être supérieur à 0", fact.weight));
  }
  const auto other = FindLive<AssessmentPlanned>(c.stream, c.effective(), [&](const auto& held) {
    return held->edition == fact.edition && held->plan == fact.plan &&
           Overlap(held->academic_year, fact.academic_year) && Overlap(held->cohort, fact.cohort);
  });
  if (other) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  Said("{0} is planned for some of the same learners at version {1}. Correct that, "
                       "or take another code",
                       "{0} est déjà prévue pour certains des mêmes apprenants à la version {1}. "
                       "Corrigez ce fait, ou prenez un autre code",
                       fact.plan.text, other->entry->version));
  }
  return std::nullopt;
}

Refusal Check(const SuccessorDeclared& fact, const Case& c) {
  const auto certification = CertificationOf(c);
  if (!certification) {
    return Reject(RejectionCode::kUnknownCertification,
                  Said("{0} is not published", "la certification {0} n'est pas publiée",
                       fact.certification.text));
  }
  if (*certification != fact.certification) {
    return WrongCertification(fact.certification, *certification);
  }
  if (fact.successor == fact.certification) {
    return Reject(RejectionCode::kOtherCertification,
                  Said("a certification does not succeed itself",
                       "une certification ne se succède pas à elle-même"));
  }
  if (const auto repeated = FindRepeated(fact.blocks, [](const auto& b) { return b.from; })) {
    return Reject(RejectionCode::kRepeated, Said("{0} is said to correspond twice",
                                                 "la correspondance de {0} est donnée deux fois",
                                                 fact.blocks[*repeated].from.text));
  }
  const auto other = FindLive<SuccessorDeclared>(
      c.stream, c.effective(), [&](const auto& held) { return held->successor == fact.successor; });
  if (other) {
    return Reject(
        RejectionCode::kRecordedOtherwise,
        Said("declared at version {0}. Correct that",
             "la déclaration est à la version {0}. Corrigez ce fait", other->entry->version));
  }
  return std::nullopt;
}

Refusal Check(const StatisticsPublished& fact, const Case& c) {
  const auto certification = CertificationOf(c);
  if (!certification) {
    return Reject(RejectionCode::kUnknownCertification,
                  Said("{0} is not published", "la certification {0} n'est pas publiée",
                       fact.certification.text));
  }
  if (*certification != fact.certification) {
    return WrongCertification(fact.certification, *certification);
  }
  const int last = c.effective().Year() - 1;  // The last that is over.
  if (fact.year < kStatisticsYearMin || last < fact.year) {
    return Reject(
        RejectionCode::kFigureOutOfRange,
        Said("the year {0} is not in {1} .. {2}", "l'année {0} n'est pas comprise entre {1} et {2}",
             fact.year, kStatisticsYearMin, last));
  }
  if (fact.certified && fact.by_vae && *fact.certified < *fact.by_vae) {
    return Reject(
        RejectionCode::kFigureOutOfRange,
        Said("{0} by VAE, of {1}", "{0} par la VAE, sur {1}", *fact.by_vae, *fact.certified));
  }
  for (const auto& rate : {fact.employed_six_months, fact.in_target_occupation_six_months,
                           fact.in_target_occupation_two_years}) {
    if (rate && (*rate < Decimal{} || Decimal::Of(100) < *rate)) {
      return Reject(RejectionCode::kFigureOutOfRange,
                    Said("{0} is not in 0 .. 100", "{0} n'est pas compris entre 0 et 100", *rate));
    }
  }
  const auto other = FindLive<StatisticsPublished>(
      c.stream, c.effective(), [&](const auto& held) { return held->year == fact.year; });
  if (other) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  Said("the figures of {0} are at version {1}. Correct that",
                       "les chiffres de {0} sont à la version {1}. Corrigez ce fait", fact.year,
                       other->entry->version));
  }
  return std::nullopt;
}

}  // namespace cartulary
