#include "core/evaluate/impact.h"

#include <map>
#include <utility>

#include "core/check.h"
#include "core/evaluate/missing.h"

namespace cartulary {
namespace {

constexpr int kMonthsToWithdraw = 4;

using NodeKey = std::pair<RequirementCode, std::optional<BlockCode>>;
using Nodes = std::map<NodeKey, const VerdictNode*>;

NodeKey KeyOf(const VerdictNode& node) { return {node.requirement, node.block}; }

void Collect(const VerdictNode& node, Nodes& nodes) {
  nodes.emplace(KeyOf(node), &node);
  for (const VerdictNode& child : node.children) Collect(child, nodes);
}

const VerdictNode* Find(const Nodes& nodes, const NodeKey& key) {
  const auto found = nodes.find(key);
  return found == nodes.end() ? nullptr : found->second;
}

Outcome ComputedOf(const VerdictNode* node) {
  return node == nullptr ? Outcome::kNotApplicable : node->computed;
}

bool Differs(const VerdictNode* before, const VerdictNode* after) {
  const Outcome one = ComputedOf(before);
  const Outcome other = ComputedOf(after);
  return one != other && !(IsMet(one) && IsMet(other));
}

std::optional<VerdictNode> WithoutChildren(const VerdictNode* node) {
  if (node == nullptr) return std::nullopt;
  VerdictNode alone = *node;
  alone.children.clear();
  return alone;
}

// Walks both trees, each requirement once.
class Comparison {
 public:
  Comparison(const Verdict& before, const Verdict& after) {
    Collect(before.root, before_);
    Collect(after.root, after_);
    Walk(after.root, true);
    Walk(before.root, false);
  }

  std::vector<Flip> Take() { return std::move(flips_); }

 private:
  // Adds the flips of a tree; the second tree only what the first has not. True if one is in it.
  bool Walk(const VerdictNode& node, bool is_after) {
    const NodeKey key = KeyOf(node);
    const VerdictNode* before = Find(before_, key);
    const VerdictNode* after = Find(after_, key);
    const bool flips = Differs(before, after);
    const bool is_new = flips && (is_after || after == nullptr);
    const std::size_t place = flips_.size();
    if (is_new) {
      flips_.push_back({key.first, key.second, WithoutChildren(before), WithoutChildren(after),
                        false, IsAppreciation(before, after)});
    }
    bool any_below = false;
    for (const VerdictNode& child : node.children) any_below |= Walk(child, is_after);
    if (is_new) flips_[place].is_cause = !any_below && !FlipsBelow(before);
    return flips || any_below;
  }

  bool FlipsBelow(const VerdictNode* node) const {
    if (node == nullptr) return false;
    for (const VerdictNode& child : node->children) {
      const NodeKey key = KeyOf(child);
      if (Differs(Find(before_, key), Find(after_, key)) || FlipsBelow(&child)) return true;
    }
    return false;
  }

  static bool IsAppreciation(const VerdictNode* before, const VerdictNode* after) {
    return before != nullptr && after != nullptr && after->decided.has_value() &&
           IsMet(before->outcome()) == IsMet(after->outcome());
  }

  Nodes before_;
  Nodes after_;
  std::vector<Flip> flips_;
};

ImpactOn ActOf(const Verdict& verdict) {
  switch (verdict.standing) {
    case CertificationStanding::kAwarded:
      return ImpactOn::kAward;
    case CertificationStanding::kAdmitted:
    case CertificationStanding::kConditional:
      return ImpactOn::kAdmission;
    case CertificationStanding::kDeferred:
    case CertificationStanding::kPartial:
    case CertificationStanding::kRefused:
      return ImpactOn::kRefusal;
    default:
      return ImpactOn::kProgress;
  }
}

bool Speaks(const Verdict& verdict, ImpactOn act) {
  const bool granted = act == ImpactOn::kAward || act == ImpactOn::kAdmission;
  return granted ? verdict.conditions_met && IsMet(verdict.root.outcome()) : verdict.conditions_met;
}

}  // namespace

std::optional<Impact> ImpactOf(const Verdict& before, const Verdict& after,
                               const Dossier& dossier) {
  CARTULARY_CHECK(before.enrolment == after.enrolment && before.on == after.on);
  Impact impact{.learner = after.learner,
                .enrolment = after.enrolment,
                .route = after.route,
                .standing_before = before.standing,
                .standing_after = after.standing,
                .met_before = before.conditions_met,
                .met_after = after.conditions_met,
                .act = ActOf(before),
                .direction = std::nullopt,
                .decision = before.decision,
                .decided = std::nullopt,
                .award = before.award,
                .award_number = before.award_number,
                .flips = Comparison(before, after).Take()};
  const bool same = before.standing == after.standing &&
                    before.conditions_met == after.conditions_met && impact.flips.empty();
  if (same) return std::nullopt;
  const bool spoke = Speaks(before, impact.act);
  const bool speaks = Speaks(after, impact.act);
  if (spoke != speaks) {
    impact.direction = speaks ? Direction::kFavourable : Direction::kContestable;
  }
  if (before.decision) {
    const Entry* decision = FindEntry(dossier, before.decision->index);
    if (decision != nullptr) impact.decided = decision->effective;
  }
  return impact;
}

Date LastDayToWithdraw(Date decided) { return AddMonths(decided, kMonthsToWithdraw); }

}  // namespace cartulary
