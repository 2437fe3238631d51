// The rules of a session of a jury, and of what it decides. A jury that is irregular is recorded as
// it was: its composition is judged by Evaluate.
#include <algorithm>

#include "core/decide/case.h"

namespace cartulary {
namespace {

const JuryAppointed& Appointment(const FoldedStream& jury, Date on) {
  return *FindLive<JuryAppointed>(jury, on)->fact;
}

// The members after every amendment, in no order.
std::vector<PersonId> Members(const Case& c) {
  std::vector<PersonId> members;
  for (const JuryMember& member : Appointment(c.stream, c.effective()).members) {
    members.push_back(member.person);
  }
  for (const auto& amendment : Live<JuryAmended>(c.stream, c.effective())) {
    for (const PersonId& gone : amendment->removed) std::erase(members, gone);
    for (const JuryMember& member : amendment->added) members.push_back(member.person);
  }
  return members;
}

// Those appointed at any time, so that a recusal can be recorded after its member was replaced.
bool WasEverMember(const Case& c, const PersonId& person) {
  const auto is_person = [&](const JuryMember& member) { return member.person == person; };
  const auto& appointed = Appointment(c.stream, c.effective()).members;
  if (std::any_of(appointed.begin(), appointed.end(), is_person)) return true;
  const auto amendments = Live<JuryAmended>(c.stream, c.effective());
  return std::any_of(amendments.begin(), amendments.end(), [&](const auto& amendment) {
    return std::any_of(amendment->added.begin(), amendment->added.end(), is_person);
  });
}

bool Contains(const std::vector<PersonId>& persons, const PersonId& person) {
  return std::find(persons.begin(), persons.end(), person) != persons.end();
}

// nullptr if the learner is not registered, as far as the caller loaded.
const Dossier* FindLearner(const Case& c, const LearnerId& learner) {
  const auto found = c.context.learners.find(learner);
  if (found == c.context.learners.end() || found->second == nullptr) return nullptr;
  return FindLive<LearnerRegistered>(*found->second, c.effective()) ? found->second : nullptr;
}

Rejection UnknownLearner(const LearnerId& learner) {
  return Reject(RejectionCode::kUnknownLearner, ToText(learner) + " is not registered");
}

bool NamesDelegation(const Case& c, const EventRef& ref) {
  const FoldedStream& institution = c.reference.institution;
  return ref.subject == institution.subject &&
         FindNamed<DelegationGranted>(institution, ref.version, c.effective());
}

Refusal CheckBlocks(const JuryDecisionRecorded& fact, const Case& c) {
  const Referential* rules = RulesOf(c, fact.enrolment);
  if (rules == nullptr) {
    return Reject(RejectionCode::kNoRules, "the edition of this enrolment has no revision");
  }
  for (const BlockOutcome& outcome : fact.blocks) {
    if (FindBlock(*rules, outcome.block) == nullptr) {
      return Reject(RejectionCode::kUnknownBlock,
                    outcome.block.text + " is not a block of " + rules->certification.text);
    }
  }
  return std::nullopt;
}

bool Has(const JuryDecisionRecorded& fact, BlockDecision decision) {
  return std::any_of(fact.blocks.begin(), fact.blocks.end(),
                     [&](const BlockOutcome& outcome) { return outcome.decision == decision; });
}

// Blocks carry over from one decision to the next, and from one enrolment to another.
bool AnyBlockValidated(const JuryDecisionRecorded& fact, const Case& c) {
  if (Has(fact, BlockDecision::kValidated)) return true;
  return FindLive<JuryDecisionRecorded>(
             c.stream, c.effective(),
             [&](const auto& held) { return Has(*held.fact, BlockDecision::kValidated); })
      .has_value();
}

// What only the rules can hold back, a reserve may; the award and the jury itself cannot be
// reserved.
Refusal CheckReserves(const JuryDecisionRecorded& fact, const Case& c) {
  const Referential& rules = *RulesOf(c, fact.enrolment);
  for (const Reserve& reserve : fact.reserves) {
    if (FindRequirement(rules, reserve.requirement) == nullptr) {
      return Reject(
          RejectionCode::kUnknownRequirement,
          reserve.requirement.text + " is not a requirement of " + rules.certification.text);
    }
    if (reserve.deadline < c.effective()) {
      return Reject(RejectionCode::kPeriodReversed,
                    "the deadline " + ToText(reserve.deadline) + " is before the decision");
    }
    if (reserve.lifted_by != Authority::kJury && reserve.lifted_by != Authority::kJuryChair) {
      return Reject(RejectionCode::kAuthorityNotAllowed,
                    "a reserve is lifted by the jury or its chair, not by: " +
                        std::string(ToName(reserve.lifted_by)));
    }
  }
  const bool conditional = fact.decision == FinalDecision::kConditional;
  if (conditional && fact.reserves.empty()) {
    return Reject(RejectionCode::kReserveMissing, "admitted, subject to what?");
  }
  if (!conditional && !fact.reserves.empty()) {
    return Reject(RejectionCode::kReserveUnexpected,
                  "there is no reserve beside the decision " + std::string(ToName(fact.decision)));
  }
  const auto repeated = FindRepeated(fact.reserves, [](const auto& r) { return r.requirement; });
  if (repeated) {
    return Reject(RejectionCode::kRepeated,
                  fact.reserves[*repeated].requirement.text + " is reserved twice");
  }
  return std::nullopt;
}

Refusal CheckPoints(const JuryDecisionRecorded& fact, const Case& c) {
  for (const JuryPoints& added : fact.points) {
    if (FindBlock(*RulesOf(c, fact.enrolment), added.block) == nullptr) {
      return Reject(RejectionCode::kUnknownBlock, added.block.text + " is not a block");
    }
    if (added.points <= Decimal{} || Decimal::Of(20) < added.points) {
      return Reject(
          RejectionCode::kPointsOutOfRange,
          ToText(added.points) + " for " + added.block.text + ": points are above 0, at most 20");
    }
  }
  if (const auto repeated = FindRepeated(fact.points, [](const auto& p) { return p.block; })) {
    return Reject(RejectionCode::kRepeated,
                  fact.points[*repeated].block.text + " is given points twice");
  }
  return std::nullopt;
}

bool Admits(const JuryDecisionRecorded& fact) {
  return fact.decision == FinalDecision::kAdmitted || fact.decision == FinalDecision::kConditional;
}

Refusal CheckOutcome(const JuryDecisionRecorded& fact, const Case& c) {
  if (auto no = CheckReserves(fact, c)) return no;
  if (auto no = CheckPoints(fact, c)) return no;
  if (Admits(fact) && Has(fact, BlockDecision::kRefused)) {
    return Reject(RejectionCode::kAdmittedWithRefusedBlock,
                  "a candidate is not admitted with a block refused");
  }
  if (fact.decision == FinalDecision::kPartial && !AnyBlockValidated(fact, c)) {
    return Reject(RejectionCode::kPartialWithoutBlock,
                  "a partial validation validates one block at least, now or before");
  }
  return std::nullopt;
}

}  // namespace

bool IsMinuted(const Case& c, const JuryDecisionRecorded& decision, Version version,
               std::optional<Date> on) {
  const LearnerId learner = IdFrom<LearnerId>(c.command.subject);
  for (const Entry& entry : c.reference.Jury(decision.jury).entries) {
    const auto* minutes = std::get_if<MinutesSealed>(&entry.fact);
    if (minutes == nullptr || entry.superseded || (on && *on < entry.effective)) continue;
    for (const MinutedDecision& minuted : minutes->decisions) {
      if (minuted.learner == learner && minuted.version == version) return true;
    }
  }
  return false;
}

Refusal Check(const JuryDecisionRecorded& fact, const Case& c) {
  const FoldedStream& jury = c.reference.Jury(fact.jury);
  if (!FindLive<JuryAppointed>(jury, c.effective())) {
    return Reject(RejectionCode::kUnknownJury, ToText(fact.jury) + " is not appointed");
  }
  if (auto no = CheckBlocks(fact, c)) return no;
  const auto enrolment = EnrolmentOf(c, fact.enrolment);
  const JuryAppointed& appointed = Appointment(jury, c.effective());
  if (appointed.certification != enrolment->certification) {
    return Reject(RejectionCode::kOtherCertification,
                  "jury " + appointed.code.text + " is of " + appointed.certification.text +
                      ", the enrolment of " + enrolment->certification.text);
  }
  if (c.effective() < enrolment.entry->effective) {
    return Reject(RejectionCode::kBeforeEntry, ToText(c.effective()) + " is before the entry on " +
                                                   ToText(enrolment.entry->effective));
  }
  if (const auto repeated = FindRepeated(fact.blocks, [](const auto& b) { return b.block; })) {
    return Reject(RejectionCode::kRepeated,
                  fact.blocks[*repeated].block.text + " is decided twice");
  }
  if (const auto repeated = FindRepeated(fact.deliberated, [](const auto& p) { return p; })) {
    return Reject(RejectionCode::kRepeated,
                  ToText(fact.deliberated[*repeated]) + " deliberates twice");
  }
  if (!Contains(fact.deliberated, fact.chair)) {
    return Reject(RejectionCode::kChairNotDeliberating,
                  "the chair " + ToText(fact.chair) + " is not among those who deliberated");
  }
  if (auto no = CheckOutcome(fact, c)) return no;
  const auto other = FindLive<JuryDecisionRecorded>(c.stream, c.effective(), [&](const auto& held) {
    return held->enrolment == fact.enrolment && held->jury == fact.jury;
  });
  if (other) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  "this session decided on the enrolment at version " +
                      ToText(other->entry->version) +
                      ". Correct that, or record a new session: a deliberation is not repeated");
  }
  return std::nullopt;
}

Refusal Check(const JuryAppointed& fact, const Case& c) {
  if (!FindLive<EditionPublished>(c.reference.Referential(fact.certification), c.effective())) {
    return Reject(RejectionCode::kUnknownCertification,
                  fact.certification.text + " is not published");
  }
  if (fact.delegation && !NamesDelegation(c, *fact.delegation)) {
    return Reject(RejectionCode::kUnknownFact,
                  "version " + ToText(fact.delegation->version) +
                      " of the institution's stream is not a delegation that stands");
  }
  const auto repeated =
      FindRepeated(fact.members, [](const auto& member) { return member.person; });
  if (repeated) {
    return Reject(RejectionCode::kRepeated,
                  ToText(fact.members[*repeated].person) + " is appointed twice");
  }
  if (std::none_of(fact.members.begin(), fact.members.end(),
                   [&](const JuryMember& member) { return member.person == fact.chair; })) {
    return Reject(RejectionCode::kChairNotMember,
                  "the chair " + ToText(fact.chair) + " is not among the members");
  }
  if (const auto other = FindLive<JuryAppointed>(c.stream, c.effective())) {
    return Reject(RejectionCode::kRecordedOtherwise, "appointed at version " +
                                                         ToText(other->entry->version) +
                                                         ". Record an amendment, or correct that");
  }
  if (c.context.holder && *c.context.holder != c.command.subject) {
    return Reject(RejectionCode::kNumberTaken,
                  fact.code.text + " is the session " + ToText(IdFrom<JuryId>(*c.context.holder)));
  }
  return std::nullopt;
}

Refusal Check(const CandidateConvened& fact, const Case& c) {
  const Dossier* dossier = FindLearner(c, fact.learner);
  if (dossier == nullptr) return UnknownLearner(fact.learner);
  const auto enrolment = FindEnrolment(*dossier, fact.enrolment, c.effective());
  if (!enrolment) {
    return Reject(RejectionCode::kUnknownEnrolment,
                  ToText(fact.enrolment) + " is not an enrolment of " + ToText(fact.learner));
  }
  const JuryAppointed& appointed = Appointment(c.stream, c.effective());
  if ((*enrolment)->certification != appointed.certification) {
    return Reject(RejectionCode::kOtherCertification,
                  "the session is of " + appointed.certification.text + ", the enrolment of " +
                      (*enrolment)->certification.text);
  }
  const auto other = FindLive<CandidateConvened>(c.stream, c.effective(), [&](const auto& held) {
    return held->learner == fact.learner && held->enrolment == fact.enrolment;
  });
  if (other) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  "convened at version " + ToText(other->entry->version) + ". Correct that");
  }
  return std::nullopt;
}

Refusal Check(const JuryAmended& fact, const Case& c) {
  std::vector<PersonId> members = Members(c);
  for (const PersonId& gone : fact.removed) {
    if (!Contains(members, gone)) {
      return Reject(RejectionCode::kNotAMember, ToText(gone) + " is not a member");
    }
    std::erase(members, gone);
  }
  for (const JuryMember& member : fact.added) {
    if (Contains(members, member.person)) {
      return Reject(RejectionCode::kRepeated, ToText(member.person) + " is a member already");
    }
    members.push_back(member.person);
  }
  if (!fact.chair && fact.added.empty() && fact.removed.empty()) {
    return Reject(RejectionCode::kNothingSaid, "the amendment changes nothing");
  }
  PersonId chair = Appointment(c.stream, c.effective()).chair;
  for (const auto& amendment : Live<JuryAmended>(c.stream, c.effective())) {
    if (amendment->chair) chair = *amendment->chair;
  }
  if (fact.chair) chair = *fact.chair;
  if (!Contains(members, chair)) {
    return Reject(RejectionCode::kChairNotMember,
                  "the chair " + ToText(chair) + " is not among the members. Name another");
  }
  return std::nullopt;
}

Refusal Check(const AttendanceSigned& fact, const Case&) {
  if (fact.from && fact.to && *fact.to < *fact.from) {
    return Reject(RejectionCode::kPeriodReversed,
                  "arrival " + ToText(*fact.from) + ", departure " + ToText(*fact.to));
  }
  return std::nullopt;
}

Refusal Check(const RecusalRecorded& fact, const Case& c) {
  if (FindLearner(c, fact.candidate) == nullptr) return UnknownLearner(fact.candidate);
  if (!WasEverMember(c, fact.person)) {
    return Reject(RejectionCode::kNotAMember, ToText(fact.person) + " was never a member");
  }
  return std::nullopt;
}

Refusal Check(const MinutesSealed& fact, const Case& c) {
  const JuryId jury = IdFrom<JuryId>(c.command.subject);
  for (const MinutedDecision& minuted : fact.decisions) {
    const Dossier* dossier = FindLearner(c, minuted.learner);
    if (dossier == nullptr) return UnknownLearner(minuted.learner);
    const Entry* entry = FindEntry(*dossier, minuted.version);
    const auto* decision =
        entry == nullptr ? nullptr : std::get_if<JuryDecisionRecorded>(&entry->fact);
    if (decision == nullptr || entry->superseded || decision->jury != jury) {
      return Reject(RejectionCode::kUnknownFact,
                    "version " + ToText(minuted.version) + " of " + ToText(minuted.learner) +
                        " is not a decision of this session that stands");
    }
    if (c.effective() < entry->effective) {
      return Reject(RejectionCode::kPeriodReversed, "minutes of " + ToText(c.effective()) +
                                                        " cannot contain a decision of " +
                                                        ToText(entry->effective));
    }
  }
  if (const auto repeated = FindRepeated(
          fact.decisions, [](const auto& m) { return std::pair(m.learner, m.version); })) {
    return Reject(RejectionCode::kRepeated,
                  ToText(fact.decisions[*repeated].learner) + " is in the minutes twice");
  }
  if (const auto repeated = FindRepeated(fact.signed_by, [](const auto& p) { return p; })) {
    return Reject(RejectionCode::kRepeated, ToText(fact.signed_by[*repeated]) + " signs twice");
  }
  return std::nullopt;
}

}  // namespace cartulary
