#include "core/evaluate/standing.h"

#include "core/evaluate/combine.h"

namespace cartulary {
namespace {

// What a verdict comes to without the acts of a jury.
struct Judged {
  const Referential& rules;
  bool decided;  // A jury has decided: what it left undecided is no longer left to it.
};

// Empty: left out, as a jury and its decisions are.
std::optional<Outcome> WithoutJury(const VerdictNode& node, const Judged& judged);

struct TallyOfRest {
  Tally tally;
  int left_to_jury = 0;
};

TallyOfRest TallyWithoutJury(const VerdictNode& node, const Judged& judged) {
  TallyOfRest rest;
  for (const VerdictNode& child : node.children) {
    // What has no requirement of its own tells of its parent, and asks nothing.
    if (FindRequirement(judged.rules, child.requirement) == nullptr) continue;
    if (const auto outcome = WithoutJury(child, judged)) {
      rest.tally.Count(*outcome);
    } else {
      ++rest.left_to_jury;
    }
  }
  return rest;
}

// Whether any requirement is left in, be it not applicable.
bool IsEmpty(const Tally& tally) { return tally.applicable() + tally.not_applicable == 0; }

struct CombineWithoutJury {
  const VerdictNode& node;
  const Judged& judged;

  std::optional<Outcome> operator()(const AllOf&) const { return All(); }
  std::optional<Outcome> operator()(const EachBlock&) const { return All(); }
  std::optional<Outcome> operator()(const AnyOf&) const { return AtLeast(1); }
  std::optional<Outcome> operator()(const AtLeastN& rule) const { return AtLeast(rule.n.value); }
  std::optional<Outcome> operator()(const Jury&) const { return std::nullopt; }
  std::optional<Outcome> operator()(const JuryDecision& rule) const {
    const bool undecided = node.reason == Reason::kBlockNotDecided && !judged.decided;
    if (rule.on == DecisionScope::kFinal || undecided) return std::nullopt;
    return node.outcome();
  }
  std::optional<Outcome> operator()(const WeightedAverage&) const { return node.outcome(); }
  std::optional<Outcome> operator()(const AcquiredScale&) const { return node.outcome(); }
  std::optional<Outcome> operator()(const TutorGrid&) const { return node.outcome(); }
  std::optional<Outcome> operator()(const Defence&) const { return node.outcome(); }
  std::optional<Outcome> operator()(const Report&) const { return node.outcome(); }
  std::optional<Outcome> operator()(const LanguageCertificate&) const { return node.outcome(); }
  std::optional<Outcome> operator()(const Mobility&) const { return node.outcome(); }
  std::optional<Outcome> operator()(const VaeDossier&) const { return node.outcome(); }
  std::optional<Outcome> operator()(const Equivalence&) const { return node.outcome(); }
  std::optional<Outcome> operator()(const EntryWindow&) const { return node.outcome(); }

 private:
  std::optional<Outcome> All() const {
    const Tally tally = TallyWithoutJury(node, judged).tally;
    if (IsEmpty(tally)) return std::nullopt;
    return CombineAllOf(tally);
  }
  std::optional<Outcome> AtLeast(int n) const {
    const auto [tally, left_to_jury] = TallyWithoutJury(node, judged);
    // A jury can still bring what is missing.
    const bool up_to_jury = tally.satisfied < n && n <= tally.satisfied + left_to_jury;
    if (IsEmpty(tally) || up_to_jury) return std::nullopt;
    return CombineAtLeast(tally, n);
  }
};

std::optional<Outcome> WithoutJury(const VerdictNode& node, const Judged& judged) {
  const Requirement* requirement = FindRequirement(judged.rules, node.requirement);
  if (requirement == nullptr) return std::nullopt;
  // What does not bind has no children to combine; what was waived, or what a jury decided itself,
  // stands as it is.
  const bool stands = node.reason == Reason::kNotBound || node.reason == Reason::kWaived ||
                      (requirement->jury_discretion && node.decided.has_value());
  if (stands) return node.outcome();
  return std::visit(CombineWithoutJury{node, judged}, requirement->node);
}

CertificationStanding StandingBy(FinalDecision decision) {
  switch (decision) {
    case FinalDecision::kAdmitted:
      return CertificationStanding::kAdmitted;
    case FinalDecision::kPartial:
      return CertificationStanding::kPartial;
    case FinalDecision::kDeferred:
      return CertificationStanding::kDeferred;
    case FinalDecision::kConditional:
      return CertificationStanding::kConditional;
    case FinalDecision::kRefused:
      break;
  }
  return CertificationStanding::kRefused;
}

// Whether a jury decided anew once the title was withdrawn.
bool DecidedSince(const AwardState& withdrawn, const Held<JuryDecisionRecorded>* decision,
                  const Dossier& dossier) {
  return decision != nullptr && withdrawn.withdrawal->effective <= decision->entry->effective &&
         FindStanding(dossier, withdrawn.award->decision) != decision->entry;
}

}  // namespace

bool ConditionsMet(const VerdictNode& root, const Referential& rules, bool decided) {
  if (root.children.empty()) return false;
  const auto outcome = WithoutJury(root, {rules, decided});
  return outcome == Outcome::kSatisfied || outcome == Outcome::kWaived;
}

void SetStanding(Verdict& verdict, const Evaluation& evaluation) {
  const auto cite = [&](const Entry& entry) { return CitedOf(evaluation.dossier, entry); };
  verdict.standing = verdict.conditions_met ? CertificationStanding::kConditionsMet
                                            : CertificationStanding::kInProgress;
  const Held<JuryDecisionRecorded>* decision = evaluation.Decision();
  if (evaluation.annulled) verdict.standing = CertificationStanding::kDecisionAnnulled;
  if (decision != nullptr) {
    verdict.decision = cite(*decision->entry);
    verdict.standing = StandingBy(FinalOn(evaluation.dossier, *decision, evaluation.on));
  }
  const auto awards = AwardsOn(evaluation.dossier, evaluation.enrolment(), evaluation.on);
  const AwardState* award = LiveAward(awards);
  if (award == nullptr) return;
  verdict.award = cite(*award->award.entry);
  verdict.award_number = award->award->number;
  if (award->withdrawal == nullptr) {
    verdict.standing = CertificationStanding::kAwarded;
  } else if (!DecidedSince(*award, decision, evaluation.dossier)) {
    verdict.standing = CertificationStanding::kAwardWithdrawn;
  }
}

}  // namespace cartulary
