// The rules of a later text of an edition: what a correction and a completion may change.
#include "core/check.h"
#include "core/decide/case.h"
#include "core/fold/editions.h"
#include "core/rules/difference.h"

namespace cartulary {
namespace {

constexpr std::size_t kNamedMax = 5;

// "requirement english: language_certificate.min b2 -> b1"
Text NameOf(const PartDifference& part) {
  const auto written = [](const std::optional<FieldValue>& value) {
    return value ? value->text : std::string("none");
  };
  const Text name = WordsOf(part.part);
  const std::string id = part.id.empty() ? "" : " " + part.id;
  if (part.change != PartChange::kChanged) {
    return Said("{0}{1} ({2})", "{0}{1} ({2})", name, id, part.change);
  }
  std::string fields;
  for (const FieldDifference& field : part.fields) {
    fields += (fields.empty() ? "" : ", ") + field.field + " " + written(field.before) + " -> " +
              written(field.after);
  }
  return Said("{0}{1}: {2}", "{0}{1} : {2}", name, id, fields);
}

Text ListOf(const std::vector<PartDifference>& parts) {
  Text list;
  for (std::size_t i = 0; i < parts.size() && i < kNamedMax; ++i) {
    list = i == 0 ? NameOf(parts[i]) : Said("{0}; {1}", "{0} ; {1}", list, NameOf(parts[i]));
  }
  if (parts.size() <= kNamedMax) return list;
  return Said("{0}; and {1} more", "{0} ; et {1} autres", list, parts.size() - kNamedMax);
}

Refusal CheckSettled(const RevisionPublished& fact, const Referential& former,
                     const Referential& text) {
  const Assumption* before = FindAssumption(former, *fact.settles);
  const Assumption* after = FindAssumption(text, *fact.settles);
  if (before == nullptr) {
    return Reject(RejectionCode::kSettlementMismatch,
                  Said("revision {0} assumes no {1}", "la révision {0} n'a pas d'hypothèse {1}",
                       *fact.previous, *fact.settles));
  }
  if (before->settlement) {
    return Reject(RejectionCode::kSettlementMismatch,
                  Said("{0} is settled already, by {1}; if that was misread, correct it",
                       "{0} est déjà tranchée, par {1} ; si l'article a été mal lu, le corriger",
                       *fact.settles, before->settlement->article));
  }
  if (after == nullptr || !after->settlement) {
    return Reject(
        RejectionCode::kSettlementMismatch,
        Said("the file leaves {0} unsettled: it says `settled: none`",
             "le fichier laisse {0} non tranchée : il dit `settled: none`", *fact.settles));
  }
  if (after->settlement->sha256 != *fact.document) {
    return Reject(RejectionCode::kSettlementMismatch,
                  Said("the file says that the document of {0} has the SHA-256 {1}, not {2}",
                       "selon le fichier, le document de {0} a pour SHA-256 {1}, non {2}",
                       *fact.settles, after->settlement->sha256, *fact.document));
  }
  if (CodeOfArticle(after->settlement->article) != *fact.article) {
    return Reject(RejectionCode::kSettlementMismatch,
                  Said("the file says that {0} is settled by the article {1}, not {2}",
                       "selon le fichier, {0} est tranchée par l'article {1}, non {2}",
                       *fact.settles, after->settlement->article, *fact.article));
  }
  return std::nullopt;
}

Refusal CheckCompletion(const RevisionPublished& fact, const Referential& former,
                        const Referential& text) {
  if (auto no = CheckSettled(fact, former, text)) return no;
  const auto beyond = BeyondSettling(DifferenceOf(former, text), text, *fact.settles);
  if (beyond.empty()) return std::nullopt;
  return Reject(RejectionCode::kRevisionScope,
                Said("a completion settles one assumption, here {0}, and changes nothing else; "
                     "this text changes: {1}",
                     "un complément tranche une hypothèse, ici {0}, et ne change rien d'autre ; ce "
                     "texte change : {1}",
                     *fact.settles, ListOf(beyond)));
}

// The assumption that the text settles and the former one did not.
const Assumption* FindNewlySettled(const Referential& former, const Referential& text) {
  for (const Assumption& assumption : text.assumptions) {
    const Assumption* before = FindAssumption(former, assumption.id);
    if (assumption.settlement && before != nullptr && !before->settlement) return &assumption;
  }
  return nullptr;
}

Refusal CheckCorrected(const Referential& former, const Referential& text) {
  const auto differences = DifferenceOf(former, text);
  if (differences.empty()) {
    return Reject(RejectionCode::kRevisionScope,
                  Said("the text asks what the former one asks: there is nothing to correct",
                       "le texte demande ce que demandait le précédent : rien à corriger"));
  }
  for (const PartDifference& part : differences) {
    if (part.part != RulesPart::kEdition) continue;
    return Reject(RejectionCode::kRevisionScope,
                  Said("a correction leaves the edition as it is; this text changes: {0}",
                       "une correction laisse l'édition telle quelle ; ce texte change : {0}",
                       ListOf({part})));
  }
  if (const Assumption* settled = FindNewlySettled(former, text)) {
    return Reject(RejectionCode::kRevisionScope,
                  Said("the text settles {0}: that is a completion, with its document and article",
                       "le texte tranche {0} : c'est un complément, avec son document et son "
                       "article",
                       settled->id));
  }
  return std::nullopt;
}

Refusal CheckReason(const RevisionPublished& fact, const Case& c) {
  if (fact.kind != RevisionKind::kCorrection) return std::nullopt;
  if (!c.command.by.reason) {
    return Reject(RejectionCode::kReasonMissing,
                  Said("a correction has a --reason", "une correction a un motif (--reason)"));
  }
  if (!c.command.by.on_behalf_of) {
    return Reject(RejectionCode::kOrderMissing,
                  Said("a correction says on whose order it is published: give --ordered-by",
                       "une correction dit sur l'ordre de qui elle est publiée (--ordered-by)"));
  }
  if (*c.command.by.on_behalf_of == c.command.by.actor.person) {
    return Reject(
        RejectionCode::kOrderMissing,
        Said("a correction is ordered by another person than the one who publishes it: give that "
             "person with --ordered-by",
             "une correction est ordonnée par une autre personne que celle qui la publie : donnez "
             "celle-là par --ordered-by"));
  }
  return std::nullopt;
}

}  // namespace

Refusal CheckWhoseText(const RevisionPublished& fact, const Case& c) {
  const Referential* text = c.context.text;
  if (text != nullptr && text->edition.code != fact.edition) {
    return Reject(
        RejectionCode::kOtherEdition,
        Said("the text is of edition {0}, not of {1}",
             "le texte est celui de l'édition {0}, non de {1}", text->edition.code, fact.edition));
  }
  if (text == nullptr) {
    return Reject(RejectionCode::kNoRules,
                  Said("the text {0} is no rules of this program",
                       "le texte {0} n'est pas un référentiel lisible", fact.text));
  }
  if (text->certification != fact.certification) {
    return Reject(RejectionCode::kOtherCertification,
                  Said("the text is of {0}, not of {1}", "le texte est celui de {0}, non de {1}",
                       text->certification, fact.certification));
  }
  return std::nullopt;
}

Refusal CheckChange(const RevisionPublished& fact, const Case& c) {
  if (fact.kind == RevisionKind::kFirst) return std::nullopt;
  const Referential* former = RulesOf(c, fact.certification, fact.edition);
  CARTULARY_CHECK(former != nullptr);  // It is published, and RulesNeeded names it.
  const bool completes = fact.kind == RevisionKind::kCompletion;
  if (auto no = completes ? CheckCompletion(fact, *former, *c.context.text)
                          : CheckCorrected(*former, *c.context.text)) {
    return no;
  }
  const auto same = FindLive<RevisionPublished>(
      c.stream, c.effective(), [&](const auto& held) { return held->text == fact.text; });
  if (same) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  Said("this very text is revision {0}, {1}",
                       "ce texte même est la révision {0}, de nature « {1} »", (*same)->number,
                       (*same)->kind));
  }
  return CheckReason(fact, c);
}

Refusal Check(const RevisionApplied& fact, const Case& c) {
  const auto revision = FindLive<RevisionPublished>(
      c.stream, c.effective(), [&](const auto& held) { return held->number == fact.number; });
  if (!revision || (*revision)->certification != fact.certification) {
    return Reject(RejectionCode::kNoRules,
                  Said("{0} has no revision {1}", "{0} n'a pas de révision {1}", fact.certification,
                       fact.number));
  }
  if ((*revision)->edition != fact.edition) {
    return Reject(RejectionCode::kOtherEdition,
                  Said("revision {0} is of edition {1}, not of {2}",
                       "la révision {0} est de l'édition {1}, non de {2}", fact.number,
                       (*revision)->edition, fact.edition));
  }
  if (c.effective() < revision->entry->effective) {
    return Reject(RejectionCode::kPeriodReversed,
                  Said("revision {0} was published on {1}, after {2}",
                       "la révision {0} a été publiée le {1}, après le {2}", fact.number,
                       revision->entry->effective, c.effective()));
  }
  if ((*revision)->author == fact.approver || fact.approver != c.command.by.actor.person) {
    return Reject(RejectionCode::kApproverIsActor,
                  Said("who applies a revision approves its report, and is not who published it",
                       "qui applique une révision en approuve le rapport, et n'est pas qui l'a "
                       "publiée"));
  }
  const auto applied = FindAppliedRevision(c.stream, fact.edition);
  if (applied && applied->number == fact.number) {
    return Reject(
        RejectionCode::kNothingChanged,
        Said("revision {0} is applied already", "la révision {0} est déjà appliquée", fact.number));
  }
  if (c.command.cases.size() > kCasesPerRevisionMax) {
    return Reject(RejectionCode::kListTooLong,
                  Said("{0} cases to open, at most {1} with one revision",
                       "{0} dossiers à ouvrir, pour un maximum de {1} avec une révision",
                       c.command.cases.size(), kCasesPerRevisionMax));
  }
  if (fact.cases != c.command.cases.size()) {
    return Reject(RejectionCode::kFieldInvalid, Said("field cases: {0}, and {1} are opened",
                                                     "champ cases : {0}, et {1} sont ouverts",
                                                     fact.cases, c.command.cases.size()));
  }
  return std::nullopt;
}

}  // namespace cartulary
