// The length of stays abroad.
#include "core/evaluate/nodes.h"

namespace cartulary {
namespace {

// Days `from` .. `until`, the last one excluded.
struct Span {
  Date from;
  Date until;
  const Entry* stay;
  int Days() const { return until.days - from.days; }
};

bool CountsItsDays(const MobilityPeriodRecorded& stay, const Mobility& rule, NodeBuilder& node) {
  switch (stay.ending) {
    case MobilityEnding::kNormal:
      break;
    case MobilityEnding::kInterrupted:
      return node.Read(rule.interrupted) == ShortenedStay::kDaysDone;
    case MobilityEnding::kForceMajeure:
      return node.Read(rule.force_majeure) == ShortenedStay::kDaysDone;
  }
  return true;
}

int SumOfDays(const std::vector<Span>& spans) {
  int days = 0;
  for (const Span& span : spans) days += span.Days();
  return days;
}

int DistinctDays(std::vector<Span> spans) {
  std::ranges::sort(spans, {}, &Span::from);
  int days = 0;
  std::optional<Date> counted_until;
  for (const Span& span : spans) {
    const Date from = counted_until ? std::max(*counted_until, span.from) : span.from;
    if (from >= span.until) continue;
    days += span.until.days - from.days;
    counted_until = span.until;
  }
  return days;
}

int CountedDays(const std::vector<Span>& spans, bool only_longest, const Mobility& rule,
                NodeBuilder& node) {
  if (spans.empty()) return 0;
  if (only_longest || spans.size() == 1) {
    return std::ranges::max_element(spans, {}, &Span::Days)->Days();
  }
  return node.Read(rule.overlapping_once) ? DistinctDays(spans) : SumOfDays(spans);
}

struct Stays {
  std::vector<Span> counted;
  int left_out = 0;
  int home_days = 0;
};
Stays CountStays(const Mobility& rule, const Evaluation& evaluation, NodeBuilder& node) {
  Stays stays;
  for (const auto stay : evaluation.facts.Of<MobilityPeriodRecorded>()) {
    const int end_day = node.Read(rule.count_end_day) ? 1 : 0;
    const Date until{std::max(stay.entry->effective.days + end_day, stay->from.days)};
    const Span span{stay->from, until, stay.entry};
    if (stay->country == rule.home && node.Read(rule.abroad_only)) {
      stays.home_days += span.Days();
    } else if (!CountsItsDays(*stay.fact, rule, node)) {
      ++stays.left_out;
    } else {
      stays.counted.push_back(span);
    }
  }
  return stays;
}

bool CountsOnlyLongest(const std::vector<Span>& spans, const Mobility& rule, NodeBuilder& node) {
  return spans.size() > 1 && node.Read(rule.sum_periods) == StaySum::kLongest;
}

int MinDays(const Mobility& rule, NodeBuilder& node) {
  return node.Read(rule.min_weeks) * node.Read(rule.days_per_week);
}

void AddCounted(const Mobility& rule, const Evaluation& evaluation, NodeBuilder& node,
                CountedStays& all) {
  const std::vector<Span> spans = CountStays(rule, evaluation, node).counted;
  if (spans.empty()) return;
  const Span& longest = *std::ranges::max_element(spans, {}, &Span::Days);
  int least = 0;
  if (CountsOnlyLongest(spans, rule, node)) least = std::min(longest.Days(), MinDays(rule, node));
  for (const Span& span : spans) {
    if (least <= span.Days()) all.entries.push_back(span.stay);
  }
  all.longest = CitedOf(evaluation.dossier, *longest.stay);
  all.from = longest.from;
  all.until = longest.stay->effective;
}

}  // namespace

bool CountedStays::AnyOf(const std::vector<Version>& stays, const Dossier& dossier) const {
  return std::ranges::any_of(stays, [&](Version stay) {
    return std::ranges::count(entries, FindStanding(dossier, stay)) > 0;
  });
}

std::optional<CountedStays> StaysThatCount(const Evaluation& evaluation, NodeBuilder& node) {
  std::optional<CountedStays> stays;
  for (const auto& [id, requirement] : evaluation.rules.requirements) {
    const auto* rule = std::get_if<Mobility>(&requirement.node);
    if (rule == nullptr || !BindsRoute(requirement, evaluation.route.value)) continue;
    if (!stays) stays.emplace();
    AddCounted(*rule, evaluation, node, *stays);
  }
  return stays;
}

VerdictNode EvaluateMobility(const Mobility& rule, const NodeContext& context) {
  NodeBuilder node(context);
  for (const auto stay : context.evaluation.facts.Of<MobilityPeriodRecorded>()) {
    node.Cite(context.evaluation.dossier, *stay.entry);
  }
  const auto [spans, left_out, home_days] = CountStays(rule, context.evaluation, node);
  const bool only_longest = CountsOnlyLongest(spans, rule, node);
  const int days = CountedDays(spans, only_longest, rule, node);
  const int min = MinDays(rule, node);
  node.With("days", days).With("min", min);
  if (home_days > 0) node.With("home_days", home_days).With("home", rule.home);
  if (left_out > 0) node.With("left_out", left_out);
  if (days >= min) return node.Done(Outcome::kSatisfied, Reason::kStayReached);
  node.With("missing", min - days);
  if (only_longest) {
    return node.With("stays", spans.size()).Done(Outcome::kPending, Reason::kStayLongestShort);
  }
  if (!spans.empty()) return node.Done(Outcome::kPending, Reason::kStayShort);
  if (left_out > 0) return node.Done(Outcome::kPending, Reason::kStayNotCounted);
  return node.Done(Outcome::kPending, home_days > 0 ? Reason::kStayAtHome : Reason::kStayMissing);
}

}  // namespace cartulary
