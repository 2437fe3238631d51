// The length of stays abroad.
#include "core/evaluate/nodes.h"

namespace cartulary {
namespace {

// Days `from` .. `until`, the last one excluded.
struct Span {
  Date from;
  Date until;
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

}  // namespace

VerdictNode EvaluateMobility(const Mobility& rule, const NodeContext& context) {
  NodeBuilder node(context);
  std::vector<Span> spans;
  int left_out = 0;
  int home_days = 0;
  for (const auto stay : context.evaluation.facts.Of<MobilityPeriodRecorded>()) {
    node.Cite(context.evaluation.dossier, *stay.entry);
    const int end_day = node.Read(rule.count_end_day) ? 1 : 0;
    const Date until{std::max(stay.entry->effective.days + end_day, stay->from.days)};
    const Span span{stay->from, until};
    if (stay->country == rule.home && node.Read(rule.abroad_only)) {
      home_days += span.Days();
    } else if (!CountsItsDays(*stay.fact, rule, node)) {
      ++left_out;
    } else {
      spans.push_back(span);
    }
  }

  const bool only_longest = spans.size() > 1 && node.Read(rule.sum_periods) == StaySum::kLongest;
  const int days = CountedDays(spans, only_longest, rule, node);
  const int min = node.Read(rule.min_weeks) * node.Read(rule.days_per_week);
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
