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

// Whether a jury decided the outcome of a requirement as it was computed, or otherwise.
bool Followed(const VerdictNode& node) { return node.decided && *node.decided == node.computed; }
bool Departed(const VerdictNode& node) { return node.decided && *node.decided != node.computed; }

// Where a requirement stands: what is so of all above it.
struct Above {
  bool fails_after = true;       // Each is computed not to be met after.
  bool is_appreciation = false;  // A jury departed from what is computed at one of them.
};

// Walks both trees, each requirement once.
class Comparison {
 public:
  Comparison(const Verdict& before, const Verdict& after) {
    Collect(before.root, before_);
    Collect(after.root, after_);
    Walk(after.root, true, {});
    Walk(before.root, false, {});
  }

  std::vector<Flip> Take() { return std::move(flips_); }
  // A jury followed what was computed and is not so after: met then, and not now and all above it;
  // or not met then, and met now.
  bool unsupported() const { return unsupported_; }
  bool answered() const { return answered_; }

 private:
  // Adds the flips of a tree; of the second one only what the first has not. True if one is in it.
  bool Walk(const VerdictNode& node, bool is_after, Above above) {
    const NodeKey key = KeyOf(node);
    const VerdictNode* before = Find(before_, key);
    const VerdictNode* after = Find(after_, key);
    above.fails_after = above.fails_after && !IsMet(ComputedOf(after));
    above.is_appreciation = above.is_appreciation || IsAppreciation(before, after);
    const bool flips = Differs(before, after);
    const bool is_new = flips && (is_after || after == nullptr);
    const std::size_t place = flips_.size();
    if (is_new) {
      flips_.push_back({key.first, key.second, WithoutChildren(before), WithoutChildren(after),
                        false, above.is_appreciation});
      if (before != nullptr && Followed(*before)) {
        if (IsMet(before->computed)) {
          unsupported_ = unsupported_ || above.fails_after;
        } else {
          answered_ = answered_ || IsMet(ComputedOf(after));
        }
      }
    }
    bool any_below = false;
    for (const VerdictNode& child : node.children) any_below |= Walk(child, is_after, above);
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
    return before != nullptr && after != nullptr && Departed(*before) &&
           IsMet(before->outcome()) == IsMet(after->outcome());
  }

  Nodes before_;
  Nodes after_;
  std::vector<Flip> flips_;
  bool unsupported_ = false;
  bool answered_ = false;
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
      return ImpactOn::kNone;
  }
}

bool IsGrant(ImpactOn act) { return act == ImpactOn::kAward || act == ImpactOn::kAdmission; }

// What counts for the act: for a grant all of the tree, otherwise what a jury looks at.
bool Speaks(const Verdict& verdict, ImpactOn act) {
  return verdict.conditions_met && (!IsGrant(act) || IsMet(verdict.root.outcome()));
}

std::optional<Direction> DirectionOf(const Verdict& before, const Verdict& after, ImpactOn act,
                                     const Comparison& comparison) {
  const bool spoke = Speaks(before, act);
  const bool speaks = Speaks(after, act);
  if (spoke != speaks) return speaks ? Direction::kFavourable : Direction::kContestable;
  if (IsGrant(act) && comparison.unsupported()) return Direction::kContestable;
  if (act == ImpactOn::kRefusal && comparison.answered()) return Direction::kFavourable;
  return std::nullopt;
}

}  // namespace

std::optional<Impact> ImpactOf(const Verdict& before, const Verdict& after,
                               const Dossier& dossier) {
  CARTULARY_CHECK(before.enrolment == after.enrolment && before.on == after.on);
  Comparison comparison(before, after);
  const ImpactOn act = ActOf(before);
  Impact impact{.learner = after.learner,
                .enrolment = after.enrolment,
                .route = after.route,
                .standing_before = before.standing,
                .standing_after = after.standing,
                .met_before = before.conditions_met,
                .met_after = after.conditions_met,
                .act = act,
                .direction = DirectionOf(before, after, act, comparison),
                .decision = before.decision,
                .decided = std::nullopt,
                .award = before.award,
                .award_number = before.award_number,
                .flips = comparison.Take()};
  const bool same = before.standing == after.standing &&
                    before.conditions_met == after.conditions_met && impact.flips.empty();
  if (same) return std::nullopt;
  if (before.decision) {
    const Entry* decision = FindEntry(dossier, before.decision->index);
    if (decision != nullptr) impact.decided = decision->effective;
  }
  return impact;
}

std::optional<CaseOpened> CaseOf(const Impact& impact) {
  const bool contested = IsGrant(impact.act) && impact.direction == Direction::kContestable;
  const bool answered =
      impact.act == ImpactOn::kRefusal && impact.direction == Direction::kFavourable;
  if (!contested && !answered) return std::nullopt;
  CaseOpened opened{
      .learner = impact.learner,
      .enrolment = impact.enrolment,
      .kind = contested ? CaseKind::kAward : CaseKind::kRefusal,
      .direction = contested ? CaseDirection::kContestable : CaseDirection::kFavourable,
      .concerns = std::nullopt,
      .applied = std::nullopt,
      .finding = std::nullopt};
  const auto& act = impact.award ? impact.award : impact.decision;
  if (act) opened.concerns = EventRef{act->subject, act->version};
  return opened;
}

Date LastDayToWithdraw(Date decided) { return AddMonths(decided, kMonthsToWithdraw); }

}  // namespace cartulary
