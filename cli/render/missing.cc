#include "cli/render/missing.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace cartulary::cli {
namespace {

std::size_t MetCount(const VerdictNode& node) {
  return static_cast<std::size_t>(
      std::count_if(node.children.begin(), node.children.end(), [](const VerdictNode& child) {
        return child.outcome() == Outcome::kSatisfied || child.outcome() == Outcome::kWaived;
      }));
}

// How many of the children must be met; all of them, unless the node says otherwise.
std::optional<std::size_t> WaysNeeded(const VerdictNode& node, const Requirement* requirement) {
  if (requirement == nullptr) return std::nullopt;
  if (std::holds_alternative<AnyOf>(requirement->node)) return 1;
  if (const auto* some = std::get_if<AtLeastN>(&requirement->node)) {
    const auto asked = static_cast<std::size_t>(some->n.value);
    return std::max<std::size_t>(1, asked - std::min(asked, MetCount(node)));
  }
  return std::nullopt;
}

bool IsActOfJury(const Requirement* requirement) {
  return requirement != nullptr && (std::holds_alternative<Jury>(requirement->node) ||
                                    std::holds_alternative<JuryDecision>(requirement->node));
}

bool AreActsOfJury(const std::vector<Missing>& parts) {
  return std::all_of(parts.begin(), parts.end(),
                     [](const Missing& part) { return part.is_act_of_jury; });
}

Missing AllOfThem(const VerdictNode& node, const Referential& rules,
                  const std::vector<Missing>& parts) {
  return {&node, FindRequirement(rules, node.requirement), AreActsOfJury(parts), parts,
          parts.size()};
}

}  // namespace

bool IsMet(Outcome outcome) {
  switch (outcome) {
    case Outcome::kSatisfied:
    case Outcome::kNotApplicable:
    case Outcome::kWaived:
      return true;
    case Outcome::kNotSatisfied:
    case Outcome::kPending:
      return false;
  }
  return false;
}

std::vector<Missing> MissingIn(const VerdictNode& node, const Referential& rules) {
  if (IsMet(node.outcome())) return {};
  std::vector<Missing> parts;
  std::vector<Missing> ways;  // One for each child that is not met.
  const Requirement* requirement = FindRequirement(rules, node.requirement);
  if (IsActOfJury(requirement)) return {Missing{&node, requirement, true, {}, 0}};
  for (const VerdictNode& child : node.children) {
    auto below = MissingIn(child, rules);
    if (below.empty()) continue;
    ways.push_back(below.size() == 1 ? below.front() : AllOfThem(child, rules, below));
    std::move(below.begin(), below.end(), std::back_inserter(parts));
  }
  if (parts.empty()) return {Missing{&node, requirement, false, {}, 0}};

  const auto needed = WaysNeeded(node, requirement);
  if (!needed || ways.size() <= *needed) return parts;
  return {Missing{&node, requirement, AreActsOfJury(ways), std::move(ways), *needed}};
}

}  // namespace cartulary::cli
