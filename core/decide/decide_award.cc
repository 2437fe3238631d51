// The rules of an award: the one thing that this program itself would do.
#include <algorithm>

#include "core/check.h"
#include "core/decide/case.h"
#include "core/evaluate/aftermath.h"

namespace cartulary {
namespace {

bool AnyJuryIrregular(const VerdictNode& node, const Referential& rules) {
  const Requirement* requirement = FindRequirement(rules, node.requirement);
  const bool is_jury = requirement != nullptr && KindOf(requirement->node) == NodeKind::kJury;
  const Outcome outcome = node.outcome();
  if (is_jury && outcome != Outcome::kSatisfied && outcome != Outcome::kWaived &&
      outcome != Outcome::kNotApplicable) {
    return true;
  }
  return std::any_of(node.children.begin(), node.children.end(),
                     [&](const VerdictNode& child) { return AnyJuryIrregular(child, rules); });
}

bool AnyUnsettled(const std::vector<AssumptionCode>& codes, const Referential& rules) {
  return std::any_of(codes.begin(), codes.end(), [&](const AssumptionCode& code) {
    const Assumption* assumption = FindAssumption(rules, code);
    return assumption == nullptr || !assumption->settlement;
  });
}

// What speaks against the award, of what it may be issued in spite of.
std::vector<FindingCode> FindingsAgainst(const Verdict& verdict, const Referential& rules) {
  std::vector<FindingCode> findings;
  const auto add = [&](std::string_view code) { findings.push_back({std::string(code)}); };
  if (AnyJuryIrregular(verdict.root, rules)) add(kFindingJuryIrregular);
  if (!verdict.conditions_met) add(kFindingRequirementUnmet);
  if (AnyUnsettled(verdict.assumptions, rules)) add(kFindingAssumptionUnsettled);
  return findings;
}

bool Contains(const std::vector<FindingCode>& codes, const FindingCode& code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// The decision that the award names, if it is of the enrolment.
std::optional<Held<JuryDecisionRecorded>> FindDecision(const AwardIssued& fact, const Case& c) {
  const Entry* entry = FindEntry(c.stream, fact.decision);
  const auto* decision =
      entry == nullptr ? nullptr : std::get_if<JuryDecisionRecorded>(&entry->fact);
  if (decision == nullptr || decision->enrolment != fact.enrolment) return std::nullopt;
  return Held<JuryDecisionRecorded>{entry, decision};
}

// "; not lifted: stay, by 2024-12-31": the reserves that keep a decision from admitting.
std::string WithoutLifting(const Held<JuryDecisionRecorded>& decision, const Case& c) {
  std::string text;
  for (const ReserveState& state : ReservesOn(c.stream, decision, c.effective())) {
    if (state.IsLifted()) continue;
    text += (text.empty() ? "; not lifted: " : "; ") + state.reserve->requirement.text +
            (state.IsLapsed() ? ", lapsed on " + ToText(state.end->effective)
                              : ", to be lifted by " + ToText(state.reserve->deadline));
  }
  return text;
}

Refusal CheckDecision(const Held<JuryDecisionRecorded>& decision, const Case& c) {
  const Version version = decision.entry->version;
  if (FinalOn(c.stream, decision, c.effective()) != FinalDecision::kAdmitted) {
    return Reject(RejectionCode::kDecisionNotFavourable,
                  "the jury decided: " + std::string(ToName(decision->decision)) +
                      WithoutLifting(decision, c));
  }
  const auto& standing = c.context.verdict->decision;
  if (!decision.entry->HoldsOn(c.effective()) || !standing || standing->version != version) {
    return Reject(RejectionCode::kDecisionNotStanding,
                  "version " + ToText(version) + " is not the decision that stands on " +
                      ToText(c.effective()) +
                      (standing ? "; that is version " + ToText(standing->version) : ""));
  }
  if (!IsMinuted(c, *decision.fact, version, c.effective())) {
    return Reject(RejectionCode::kMinutesNotSealed,
                  "no sealed minutes of the jury contain the decision by " + ToText(c.effective()));
  }
  return std::nullopt;
}

Refusal CheckSpite(const Case& c) {
  const auto against = FindingsAgainst(*c.context.verdict, *c.context.rules);
  const auto& despite = c.command.despite;
  for (const FindingCode& named : despite) {
    if (!Contains(against, named)) {
      return Reject(RejectionCode::kFindingAbsent,
                    named.text + " does not speak against this award");
    }
  }
  if (c.command.by.entry == EntryMode::kHistorical) return std::nullopt;  // It was so.
  if (against.empty()) return std::nullopt;
  const bool reason = c.command.by.reason.has_value();
  const bool approver = c.command.by.approver.has_value();
  std::string unnamed;
  for (const FindingCode& finding : against) {
    if (!Contains(despite, finding)) unnamed += (unnamed.empty() ? "" : ", ") + finding.text;
  }
  if (!unnamed.empty()) {
    return Reject(RejectionCode::kFindingNotNamed,
                  "not named, and speaks against this award: " + unnamed +
                      (reason ? "" : "; a --reason is missing too") +
                      (approver ? "" : "; an --approver who is not the actor is missing too"));
  }
  if (!reason) {
    return Reject(RejectionCode::kReasonMissing,
                  std::string("an award despite a finding has a --reason") +
                      (approver ? "" : "; an --approver who is not the actor is missing too"));
  }
  if (!approver) {
    return Reject(RejectionCode::kApproverMissing,
                  "an award despite a finding is approved by another person: give --approver");
  }
  return std::nullopt;
}

}  // namespace

void Complete(AwardIssued& fact, const Case& c) {
  if (fact.certification.empty()) {
    fact.certification = EnrolmentOf(c, fact.enrolment)->certification;
  }
  if (fact.revision == 0 && c.context.verdict != nullptr) {
    fact.revision = c.context.verdict->revision;
  }
  fact.overridden = c.command.despite;
}

Refusal Check(const AwardIssued& fact, const Case& c) {
  const Referential* rules = RulesOf(c, fact.enrolment);
  if (rules == nullptr || c.context.verdict == nullptr) {
    return Reject(RejectionCode::kNoRules, "the edition of this enrolment has no revision");
  }
  const Verdict& verdict = *c.context.verdict;
  CARTULARY_CHECK(verdict.enrolment == fact.enrolment);
  CARTULARY_CHECK(verdict.on == c.effective());
  const auto decision = FindDecision(fact, c);
  if (!decision) {
    if (fact.decision == Version{}) {
      return Reject(RejectionCode::kNotDecided, "no jury has decided on this enrolment");
    }
    return Reject(RejectionCode::kUnknownFact, "version " + ToText(fact.decision) +
                                                   " is not a jury's decision on this enrolment");
  }
  const auto enrolment = EnrolmentOf(c, fact.enrolment);
  if (fact.certification != enrolment->certification) {
    return Reject(RejectionCode::kOtherCertification,
                  "the enrolment is in " + enrolment->certification.text);
  }
  if (fact.revision != verdict.revision) {
    return Reject(RejectionCode::kOtherRevision, "revision " + std::to_string(verdict.revision) +
                                                     " is applied, not " +
                                                     std::to_string(fact.revision));
  }
  if (auto no = CheckDecision(*decision, c)) return no;
  for (const Case& one : CasesOfLearner(c)) {
    const auto other = FindLive<AwardIssued>(one.stream, c.effective(), [&](const auto& held) {
      return held->certification == fact.certification && StandsAsAward(held, one);
    });
    if (!other) continue;
    return Reject(RejectionCode::kSecondAward, "the title was awarded as " + (*other)->number.text +
                                                   " at version " + ToText(other->entry->version) +
                                                   OfRegistration(one, c));
  }
  if (c.context.holder) {
    return Reject(RejectionCode::kNumberTaken, "the number " + fact.number.text + " is taken");
  }
  return CheckSpite(c);
}

Refusal Check(const AwardNumberTaken&, const Case&) {
  return Reject(RejectionCode::kNotRecordedAlone,
                "an award number is taken by AwardIssued, in the same commit");
}

}  // namespace cartulary
