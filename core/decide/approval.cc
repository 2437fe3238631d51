// What one person alone neither records nor changes, because titles rest on it: sealed sessions,
// what was decided after a jury, who a holder and who an actor is.
#include <algorithm>

#include "core/decide/case.h"

namespace cartulary {
namespace {

// By which a decision or a title stands or falls, once a jury has decided.
bool BearsOnTitle(FactType type) {
  switch (type) {
    case FactType::kLanguageCertificateRevoked:
    case FactType::kLearnersMerged:
    case FactType::kEquivalenceGranted:
    case FactType::kWaiverGranted:
    case FactType::kReserveLifted:
    case FactType::kReserveLapsed:
    case FactType::kJuryDecisionRectified:
    case FactType::kJuryDecisionAnnulled:
    case FactType::kAppealDecided:
    case FactType::kCourtRuled:
    case FactType::kAwardWithdrawn:
    case FactType::kAwardReinstated:
      return true;
    default:
      return false;
  }
}

bool HoldsTitle(const Case& c) {
  const auto cases = CasesOfLearner(c);
  return std::any_of(cases.begin(), cases.end(), [](const Case& one) {
    return FindLive<AwardIssued>(one.stream, one.effective()).has_value();
  });
}

Refusal CheckSession(const FoldedStream* session, const Case& c) {
  if (session == nullptr) return std::nullopt;
  const auto minutes = FindLive<MinutesSealed>(*session, c.effective());
  if (!minutes) return std::nullopt;
  return Reject(RejectionCode::kApproverMissing,
                Said("minutes of this session were sealed on {0}, at version {1}: what it was is "
                     "added to or changed with the approval of another person",
                     "le procès-verbal de cette session a été scellé le {0}, à la version {1} : "
                     "rien ne s'y ajoute ni n'y change sans l'approbation d'une autre personne",
                     minutes->entry->effective, minutes->entry->version));
}

}  // namespace

Refusal CheckRecordedAlone(FactType type, const FoldedStream* session, const Case& c) {
  if (c.command.by.approver) return std::nullopt;
  if (type == FactType::kLearnersMerged) {
    return Reject(RejectionCode::kApproverMissing,
                  Said("a merger gives one learner what the other holds: it has the approval of "
                       "another person",
                       "une fusion donne à un apprenant ce que détient l'autre : elle demande "
                       "l'approbation d'une autre personne"));
  }
  return CheckSession(session, c);
}

Refusal CheckChangedAlone(const Entry& target, const Case& c) {
  if (c.command.by.approver) return std::nullopt;
  const FactInfo& info = InfoOf(target.fact);
  const bool identity = info.type == FactType::kPersonRegistered ||
                        (info.type == FactType::kLearnerRegistered && HoldsTitle(c));
  if (identity || BearsOnTitle(info.type)) {
    return Reject(RejectionCode::kApproverMissing,
                  Said("{0} at version {1} is corrected or voided with the approval of another "
                       "person: {2}",
                       "{0}, à la version {1}, ne se corrige ni ne s'annule sans l'approbation "
                       "d'une autre personne : {2}",
                       info.name, target.version,
                       identity ? Said("it says who acted, or who holds a title",
                                       "ce fait dit qui a agi, ou qui détient un titre")
                                : Said("a decision or a title stands or falls by it",
                                       "une décision ou un titre en dépend")));
  }
  return std::visit([&](const auto& fact) { return CheckSession(SessionOf(fact, c), c); },
                    target.fact);
}

}  // namespace cartulary
