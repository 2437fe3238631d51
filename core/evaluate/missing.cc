#include "core/evaluate/missing.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace cartulary {
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

// The rules hold it to be met, and a jury that may decide otherwise did: no part of it is missing.
bool IsRefused(const VerdictNode& node, const Requirement* requirement) {
  return requirement != nullptr && requirement->jury_discretion && node.decided.has_value() &&
         IsMet(node.computed);
}

bool AreActsOfJury(const std::vector<Missing>& parts) {
  return std::all_of(parts.begin(), parts.end(),
                     [](const Missing& part) { return part.is_act_of_jury; });
}

// What only an act can bring is no way to point to, where there is another.
bool IsBroughtByAct(const Missing& way) {
  return way.requirement != nullptr && std::holds_alternative<Equivalence>(way.requirement->node);
}

// Nor is a way that no text asks, as long as nothing was recorded for it.
bool IsUntouchedAssumption(const Missing& way) {
  return way.requirement != nullptr && way.requirement->assumption && way.node->events.empty();
}

template <typename Predicate>
void EraseWhereOthersRemain(std::vector<Missing>& ways, std::size_t needed, Predicate leaves_out) {
  const auto others =
      ways.size() - static_cast<std::size_t>(std::count_if(ways.begin(), ways.end(), leaves_out));
  if (needed <= others) std::erase_if(ways, leaves_out);
}

// Of one block, or resting on the same events, and said in the same words.
bool IsSameEvidence(const VerdictNode& a, const VerdictNode& b) {
  return (a.block || !a.events.empty()) && a.block == b.block && a.events == b.events &&
         a.computed == b.computed && a.reason == b.reason &&
         ExplainText(a, Lang::kEnglish) == ExplainText(b, Lang::kEnglish);
}

// The same evidence missing for two requirements is told once. Acts of a jury are each its own.
void AddNew(const Missing& part, std::vector<Missing>& parts) {
  const bool told = std::any_of(parts.begin(), parts.end(), [&](const Missing& other) {
    return !part.is_act_of_jury && part.ways.empty() && other.ways.empty() &&
           IsSameEvidence(*part.node, *other.node);
  });
  if (!told) parts.push_back(part);
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
  if (IsRefused(node, requirement)) return {Missing{&node, requirement, false, {}, 0}};
  for (const VerdictNode& child : node.children) {
    const auto below = MissingIn(child, rules);
    if (below.empty()) continue;
    ways.push_back(below.size() == 1 ? below.front() : AllOfThem(child, rules, below));
    for (const Missing& part : below) AddNew(part, parts);
  }
  if (parts.empty()) return {Missing{&node, requirement, false, {}, 0}};

  const auto needed = WaysNeeded(node, requirement);
  if (!needed) return parts;
  EraseWhereOthersRemain(ways, *needed, IsBroughtByAct);
  EraseWhereOthersRemain(ways, *needed, IsUntouchedAssumption);
  if (ways.size() == 1 && !ways.front().ways.empty()) return ways.front().ways;
  if (ways.size() <= *needed) return ways;
  return {Missing{&node, requirement, AreActsOfJury(ways), std::move(ways), *needed}};
}

}  // namespace cartulary
