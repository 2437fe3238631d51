// Blocks that were validated elsewhere: in another enrolment of the certification, or under one
// that it succeeds.
#include "core/evaluate/node_context.h"

namespace cartulary {
namespace {

// A validation of the block in an enrolment of the certification, other than the one at hand.
std::optional<Held<JuryDecisionRecorded>> FindValidation(const Evaluation& evaluation,
                                                         const CertificationCode& certification,
                                                         const BlockCode& block) {
  for (const Entry& entry : evaluation.dossier.entries) {
    const auto* other = std::get_if<EnrolmentOpened>(&entry.fact);
    if (other == nullptr || !entry.HoldsOn(evaluation.on) ||
        other->enrolment == evaluation.enrolment() || other->certification != certification) {
      continue;
    }
    for (const auto& [decision, end] :
         DecisionsOn(evaluation.dossier, other->enrolment, evaluation.on)) {
      if (end == nullptr && RulingIn(*decision.fact, block) == BlockDecision::kValidated) {
        return decision;
      }
    }
  }
  return std::nullopt;
}

// The block by what a declaration says of the certification that the learner comes from. Of several
// blocks that stand for it together, each was validated.
std::optional<BlockRuling> ByCorrespondence(const Evaluation& evaluation,
                                            const SuccessorDeclared& declared,
                                            const BlockCode& block) {
  std::optional<BlockRuling> ruling;
  for (const BlockCorrespondence& pair : declared.blocks) {
    if (pair.to != block) continue;
    const auto decision = FindValidation(evaluation, declared.certification, pair.from);
    if (!decision) return std::nullopt;
    if (!ruling) {
      ruling = BlockRuling{*decision,
                           BlockDecision::kValidated,
                           BlockOrigin::kPredecessor,
                           declared.certification,
                           {}};
    }
    if (ruling->decision.entry->effective < decision->entry->effective) {
      ruling->decision = *decision;
    }
    ruling->events.push_back(CitedOf(evaluation.dossier, *decision->entry));
  }
  return ruling;
}

// The block as carried over by a transfer from an enrolment of `from`.
std::optional<BlockRuling> ByTransfer(const Evaluation& evaluation, const Entry& transfer,
                                      const CertificationCode& from, const BlockCode& block) {
  const FoldedStream& predecessor = evaluation.reference.Referential(from);
  for (const Entry& entry : predecessor.entries) {
    const auto* declared = std::get_if<SuccessorDeclared>(&entry.fact);
    if (declared == nullptr || declared->successor != evaluation.terms.opened->certification) {
      continue;
    }
    evaluation.horizon.Consider(entry);
    if (!entry.HoldsOn(evaluation.on)) continue;
    auto ruling = ByCorrespondence(evaluation, *declared, block);
    if (!ruling) continue;
    ruling->events.push_back(CitedOf(evaluation.dossier, transfer));
    ruling->events.push_back(CitedOf(predecessor, entry));
    return ruling;
  }
  return std::nullopt;
}

}  // namespace

std::optional<BlockRuling> CarriedOver(const Evaluation& evaluation, const BlockCode& block) {
  const CertificationCode& certification = evaluation.terms.opened->certification;
  if (const auto decision = FindValidation(evaluation, certification, block)) {
    return BlockRuling{*decision,
                       BlockDecision::kValidated,
                       BlockOrigin::kCertification,
                       certification,
                       {CitedOf(evaluation.dossier, *decision->entry)}};
  }
  for (const auto& transfer : HeldOn<EnrolmentTransferred>(evaluation.dossier, evaluation.on)) {
    const auto from = TermsOf(evaluation.dossier, transfer->enrolment, evaluation.on);
    const auto to = TermsOf(evaluation.dossier, transfer->to, evaluation.on);
    if (!from || !to || to->opened->certification != certification) continue;
    auto ruling = ByTransfer(evaluation, *transfer.entry, from->opened->certification, block);
    if (ruling) return ruling;
  }
  return std::nullopt;
}

}  // namespace cartulary
