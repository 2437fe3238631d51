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
    return Reject(RejectionCode::kUnknownFact,
                  "version " + ToText(fact.award) + " is not an award of this enrolment");
  }
  if (c.effective() < award->entry->effective) {
    return Reject(RejectionCode::kPeriodReversed,
                  "the title was awarded on " + ToText(award->entry->effective));
  }
  return std::nullopt;
}

// The withdrawal that took effect by the date of the case and was not undone.
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

template <typename T>
Refusal CheckNotWithdrawn(const T& fact, const Case& c) {
  const auto award = FindAward(fact, fact.award, c);
  const auto withdrawal = FindWithdrawal(*award->entry, c);
  if (!withdrawal) return std::nullopt;
  return Reject(RejectionCode::kAwardWithdrawnAlready,
                "the title was withdrawn on " + ToText(withdrawal->entry->effective) +
                    ", by version " + ToText(withdrawal->entry->version));
}

}  // namespace

bool StandsAsAward(const Held<AwardIssued>& award, const Case& c) {
  return !FindWithdrawal(*award.entry, c).has_value();
}

Refusal Check(const AwardWithdrawn& fact, const Case& c) {
  if (auto no = CheckAward(fact, c)) return no;
  if (fact.authority != Authority::kDirectorGeneral && fact.authority != Authority::kCourt) {
    return Reject(RejectionCode::kAuthorityNotAllowed,
                  "a title is withdrawn by the director general or a court, not by: " +
                      std::string(ToName(fact.authority)));
  }
  return CheckNotWithdrawn(fact, c);
}

Refusal Check(const AwardReinstated& fact, const Case& c) {
  const auto withdrawal = FindNamed<AwardWithdrawn>(c.stream, fact.withdrawal, c.effective());
  if (!withdrawal || (*withdrawal)->enrolment != fact.enrolment) {
    return Reject(RejectionCode::kUnknownFact,
                  "version " + ToText(fact.withdrawal) + " is not a withdrawal of this title");
  }
  if (c.effective() < withdrawal->entry->effective) {
    return Reject(RejectionCode::kPeriodReversed,
                  "the title was withdrawn on " + ToText(withdrawal->entry->effective));
  }
  if (fact.authority != Authority::kDirectorGeneral && fact.authority != Authority::kCourt) {
    return Reject(RejectionCode::kAuthorityNotAllowed,
                  "a title is reinstated by the director general or a court, not by: " +
                      std::string(ToName(fact.authority)));
  }
  const auto other = FindLive<AwardReinstated>(c.stream, c.effective(), [&](const auto& held) {
    return FindStanding(c.stream, held->withdrawal) == withdrawal->entry;
  });
  if (other) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  "reinstated at version " + ToText(other->entry->version) + ". Correct that");
  }
  return std::nullopt;
}

Refusal Check(const DuplicateIssued& fact, const Case& c) {
  if (auto no = CheckAward(fact, c)) return no;
  return CheckNotWithdrawn(fact, c);
}

Refusal Check(const BlockCertificateIssued& fact, const Case& c) {
  const auto decision = FindNamed<JuryDecisionRecorded>(c.stream, fact.decision, c.effective());
  if (!decision || (*decision)->enrolment != fact.enrolment) {
    return Reject(RejectionCode::kUnknownFact, "version " + ToText(fact.decision) +
                                                   " is not a jury's decision on this enrolment");
  }
  if (c.effective() < decision->entry->effective) {
    return Reject(RejectionCode::kPeriodReversed,
                  "the jury decided on " + ToText(decision->entry->effective));
  }
  const auto& blocks = (*decision)->blocks;
  const bool validated = std::any_of(blocks.begin(), blocks.end(), [&](const BlockOutcome& block) {
    return block.block == fact.block && block.decision == BlockDecision::kValidated;
  });
  if (!validated) {
    return Reject(RejectionCode::kBlockNotValidated,
                  "that decision does not validate " + fact.block.text);
  }
  return std::nullopt;
}

}  // namespace cartulary
