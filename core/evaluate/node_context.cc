#include "core/evaluate/node_context.h"

namespace cartulary {
namespace {

// Whether a fact is about the enrolment, or about none in particular.
bool IsAbout(const PlainFact& fact, const EnrolmentId& enrolment) {
  return std::visit(
      [&](const auto& plain) {
        if constexpr (requires { plain.enrolment; }) {
          return plain.enrolment == enrolment;
        } else {
          return true;
        }
      },
      fact);
}

}  // namespace

HoldingFacts::HoldingFacts(const FoldedStream& stream, const EnrolmentId& enrolment, Date on,
                           Horizon& horizon) {
  std::vector<const Entry*> holding;
  holding.reserve(stream.entries.size());
  for (const Entry& entry : stream.entries) {
    horizon.Consider(entry);
    if (!entry.HoldsOn(on) || !IsAbout(entry.fact, enrolment)) continue;
    holding.push_back(&entry);
    ++first_[entry.fact.index() + 1];
  }
  for (std::size_t type = 0; type < kTypes; ++type) first_[type + 1] += first_[type];
  auto next = first_;
  entries_.resize(holding.size());
  for (const Entry* entry : holding) entries_[next[entry->fact.index()]++] = entry;
}

std::span<const PlannedAssessment> PlannedAssessments::OfBlock(const BlockCode& block) const {
  const auto code = [](const PlannedAssessment& planned) -> const BlockCode& {
    return planned.plan->block;
  };
  return {std::ranges::lower_bound(plans_, block, {}, code),
          std::ranges::upper_bound(plans_, block, {}, code)};
}

std::optional<BlockDecision> RulingIn(const JuryDecisionRecorded& decision,
                                      const BlockCode& block) {
  for (const BlockOutcome& outcome : decision.blocks) {
    if (outcome.block == block) return outcome.decision;
  }
  return std::nullopt;
}

std::optional<BlockRuling> RulingOn(const Evaluation& evaluation, const BlockCode& block) {
  const auto& decisions = evaluation.decisions;
  for (auto decision = decisions.rbegin(); decision != decisions.rend(); ++decision) {
    const auto ruling = RulingIn(*decision->fact, block);
    if (!ruling) continue;
    return BlockRuling{*decision,
                       *ruling,
                       BlockOrigin::kEnrolment,
                       evaluation.terms.opened->certification,
                       {CitedOf(evaluation.dossier, *decision->entry)}};
  }
  return CarriedOver(evaluation, block);
}

std::optional<PointsGiven> PointsOn(const Evaluation& evaluation, const BlockCode& block) {
  const auto& decisions = evaluation.decisions;
  for (auto decision = decisions.rbegin(); decision != decisions.rend(); ++decision) {
    for (const JuryPoints& given : (*decision)->points) {
      if (given.block == block) return PointsGiven{*decision, given.points};
    }
    if (RulingIn(*decision->fact, block)) return std::nullopt;
  }
  return std::nullopt;
}

NodeBuilder::NodeBuilder(RequirementCode requirement, const Block* block) {
  node_.requirement = std::move(requirement);
  if (block != nullptr) node_.block = block->id;
}

NodeBuilder::NodeBuilder(const NodeContext& context)
    : NodeBuilder(context.requirement.id, context.block) {
  if (context.requirement.assumption) LeanOn(*context.requirement.assumption);
  if (!context.requirement.routes.empty()) ReadRoute(context.evaluation);
}

Route NodeBuilder::ReadRoute(const Evaluation& evaluation) {
  if (const Entry* changed = evaluation.terms.route_changed) Cite(evaluation.dossier, *changed);
  return Read(evaluation.route);
}

NodeBuilder& NodeBuilder::With(std::string_view name, std::string text) {
  node_.values.push_back({std::string(name), std::move(text)});
  return *this;
}

VerdictNode NodeBuilder::Done(Outcome computed, Reason reason) {
  node_.computed = computed;
  node_.reason = reason;
  SortEvents(node_.events);
  auto& assumptions = node_.assumptions;
  assumptions.reserve(leant_on_.size());
  for (const AssumptionCode* assumption : leant_on_) assumptions.push_back(*assumption);
  std::sort(assumptions.begin(), assumptions.end());
  assumptions.erase(std::unique(assumptions.begin(), assumptions.end()), assumptions.end());
  return std::move(node_);
}

void SortEvents(std::vector<Cited>& events) {
  const auto by_index = [](const Cited& a, const Cited& b) { return a.index < b.index; };
  std::sort(events.begin(), events.end(), by_index);
  events.erase(std::unique(events.begin(), events.end()), events.end());
}

}  // namespace cartulary
