// The rules of what becomes of a title after it was granted, and of certificates of blocks.
#include <algorithm>

#include "core/decide/case.h"

namespace cartulary {
namespace {

// Facts that name an award are about one of the enrolment.
template <typename T>
std::optional<Held<AwardIssued>> FindAward(const T& fact, Version version, const Case& c) {
  const auto award = FindNamed<AwardIssued>(c.stream, version, c.effective());
  if (!award || (*award)->enrolment != fact.enrolment) return std::nullopt;
  return award;
}

template <typename T>
Refusal CheckAward(const T& fact, const Case& c) {
  const auto award = FindAward(fact, fact.award, c);
  if (!award) {
    return Reject(
        RejectionCode::kUnknownFact,
        Said("version {0} is not an award of this enrolment",
             "la version {0} n'est pas la délivrance d'un titre à cette inscription", fact.award));
  }
  if (c.effective() < award->entry->effective) {
    return Reject(RejectionCode::kPeriodReversed,
                  Said("the title was awarded on {0}", "le titre a été délivré le {0}",
                       award->entry->effective));
  }
  return std::nullopt;
}

template <typename T>
Refusal CheckNotWithdrawn(const T& fact, const Case& c) {
  const auto award = FindAward(fact, fact.award, c);
  const auto withdrawal = FindWithdrawal(*award->entry, c);
  if (!withdrawal) return std::nullopt;
  return Reject(RejectionCode::kAwardWithdrawnAlready,
                Said("the title was withdrawn on {0}, by version {1}",
                     "le titre a été retiré le {0}, par la version {1}",
                     withdrawal->entry->effective, withdrawal->entry->version));
}

}  // namespace

std::optional<Held<AwardWithdrawn>> FindWithdrawal(const Entry& award, const Case& c) {
  const auto withdrawn = FindLive<AwardWithdrawn>(c.stream, c.effective(), [&](const auto& held) {
    return FindStanding(c.stream, held->award) == &award && held.entry->effective <= c.effective();
  });
  if (!withdrawn) return std::nullopt;
  const auto reinstated = FindLive<AwardReinstated>(c.stream, c.effective(), [&](const auto& held) {
    return FindStanding(c.stream, held->withdrawal) == withdrawn->entry;
  });
  return reinstated ? std::nullopt : withdrawn;
}

bool StandsAsAward(const Held<AwardIssued>& award, const Case& c) {
  return !FindWithdrawal(*award.entry, c).has_value();
}

Refusal Check(const AwardWithdrawn& fact, const Case& c) {
  if (auto no = CheckAward(fact, c)) return no;
  if (fact.authority != Authority::kDirectorGeneral && fact.authority != Authority::kCourt) {
    return Reject(
        RejectionCode::kAuthorityNotAllowed,
        Said("a title is withdrawn by the director general or a court, not by: {0}",
             "un titre est retiré par le directeur général ou une juridiction, non par : {0}",
             fact.authority));
  }
  return CheckNotWithdrawn(fact, c);
}

Refusal Check(const AwardReinstated& fact, const Case& c) {
  const auto withdrawal = FindNamed<AwardWithdrawn>(c.stream, fact.withdrawal, c.effective());
  if (!withdrawal || (*withdrawal)->enrolment != fact.enrolment) {
    return Reject(RejectionCode::kUnknownFact,
                  Said("version {0} is not a withdrawal of this title",
                       "la version {0} n'est pas un retrait de ce titre", fact.withdrawal));
  }
  if (c.effective() < withdrawal->entry->effective) {
    return Reject(RejectionCode::kPeriodReversed,
                  Said("the title was withdrawn on {0}", "le titre a été retiré le {0}",
                       withdrawal->entry->effective));
  }
  if (fact.authority != Authority::kDirectorGeneral && fact.authority != Authority::kCourt) {
    return Reject(
        RejectionCode::kAuthorityNotAllowed,
        Said("a title is reinstated by the director general or a court, not by: {0}",
             "un titre est rétabli par le directeur général ou une juridiction, non par : {0}",
             fact.authority));
  }
  const auto other = FindLive<AwardReinstated>(c.stream, c.effective(), [&](const auto& held) {
    return FindStanding(c.stream, held->withdrawal) == withdrawal->entry;
  });
  if (other) {
    return Reject(
        RejectionCode::kRecordedOtherwise,
        Said("reinstated at version {0}. Correct that",
             "le rétablissement est à la version {0}. Corrigez ce fait", other->entry->version));
  }
  const Entry* award = FindStanding(c.stream, (*withdrawal)->award);
  return CheckNoTitle(std::get<AwardIssued>(award->fact).certification, c);
}

Refusal Check(const DuplicateIssued& fact, const Case& c) {
  if (auto no = CheckAward(fact, c)) return no;
  return CheckNotWithdrawn(fact, c);
}

Refusal Check(const BlockCertificateIssued& fact, const Case& c) {
  const auto decision = FindNamed<JuryDecisionRecorded>(c.stream, fact.decision, c.effective());
  if (!decision || (*decision)->enrolment != fact.enrolment) {
    return Reject(
        RejectionCode::kUnknownFact,
        Said("version {0} is not a jury's decision on this enrolment",
             "la version {0} n'est pas une décision de jury sur cette inscription", fact.decision));
  }
  if (c.effective() < decision->entry->effective) {
    return Reject(
        RejectionCode::kPeriodReversed,
        Said("the jury decided on {0}", "le jury a statué le {0}", decision->entry->effective));
  }
  const auto& blocks = (*decision)->blocks;
  const bool validated = std::any_of(blocks.begin(), blocks.end(), [&](const BlockOutcome& block) {
    return block.block == fact.block && block.decision == BlockDecision::kValidated;
  });
  if (!validated) {
    return Reject(RejectionCode::kBlockNotValidated,
                  Said("that decision does not validate {0}", "cette décision ne valide pas {0}",
                       fact.block.text));
  }
  return std::nullopt;
}

}  // namespace cartulary
