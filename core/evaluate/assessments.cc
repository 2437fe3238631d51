// Results of a block's planned assessments: weighted averages and the acquired scale.
#include "core/evaluate/nodes.h"

namespace cartulary {
namespace {

__extension__ using Int128 = __int128;

// How good an attempt is, for "the best counts": greater is better. What has neither grade nor
// level is below all that has.
std::int64_t Goodness(const Attempt& attempt) {
  if (attempt.status != AssessmentStatus::kGraded) return -1;
  if (attempt.recorded->grade) return attempt.recorded->grade->hundredths;
  if (attempt.recorded->level) return 3 - static_cast<int>(*attempt.recorded->level);
  return -1;
}

// A result that a later absence does not undo, unless the resit replaces whatever was there.
bool GivesResult(const Attempt& attempt) {
  return attempt.status == AssessmentStatus::kGraded || attempt.status == AssessmentStatus::kFraud;
}

// Precondition: one attempt at least.
const Attempt& Counting(std::span<const Attempt> attempts, ResitPolicy policy) {
  switch (policy) {
    case ResitPolicy::kBest:
      return *std::ranges::max_element(attempts, {}, Goodness);
    case ResitPolicy::kLast: {
      const auto last = std::find_if(attempts.rbegin(), attempts.rend(), GivesResult);
      return last == attempts.rend() ? attempts.back() : *last;
    }
    case ResitPolicy::kReplaces:
      break;
  }
  return attempts.back();
}

// The attempt that counts; nullptr if there was none. The policy is read only where it matters.
const Attempt* CountingAttempt(const PlannedAssessment& planned, const Param<ResitPolicy>& resit,
                               NodeBuilder& node, const Evaluation& evaluation) {
  node.Cite(evaluation.plan_stream, *planned.plan.entry);
  if (planned.attempts.empty()) return nullptr;
  const Attempt& counting = planned.attempts.size() == 1
                                ? planned.attempts.front()
                                : Counting(planned.attempts, node.Read(resit));
  node.Cite(evaluation.dossier, *counting.recorded.entry);
  if (counting.justified != nullptr) node.Cite(evaluation.dossier, *counting.justified);
  return &counting;
}

// What one planned assessment does to the average.
struct Contribution {
  enum class Kind { kGrade, kNeutral, kOtherScale, kMissing, kToRetake, kFails };
  Kind kind;
  Decimal grade;  // Of kGrade.
  // Of kFails; of kGrade, what the 0 stands for, where it is no grade that was given.
  std::optional<Reason> because{};
};

Contribution Zero(Reason because) { return {Contribution::Kind::kGrade, Decimal{}, because}; }

Contribution Punished(Penalty penalty, Reason failure, Reason when_zero) {
  if (penalty == Penalty::kFail) return {Contribution::Kind::kFails, {}, failure};
  return Zero(when_zero);
}

Contribution Excused(JustifiedAbsence policy) {
  switch (policy) {
    case JustifiedAbsence::kNeutral:
      return {Contribution::Kind::kNeutral, {}};
    case JustifiedAbsence::kZero:
      return Zero(Reason::kExcusedIsZero);
    case JustifiedAbsence::kPending:
      break;
  }
  return {Contribution::Kind::kToRetake, {}};
}

// `mandatory` results are waited for where the rule requires them, whatever a missing one counts
// for.
Contribution WithoutResult(const WeightedAverage& rule, bool mandatory, NodeBuilder& node) {
  const bool waited_for = (mandatory && node.Read(rule.require_mandatory)) ||
                          node.Read(rule.missing) == MissingResult::kPending;
  if (waited_for) return {Contribution::Kind::kMissing, {}};
  return {Contribution::Kind::kGrade, Decimal{}};
}

Contribution ContributionOf(const PlannedAssessment& planned, const WeightedAverage& rule,
                            NodeBuilder& node, const Evaluation& evaluation) {
  const Attempt* attempt = CountingAttempt(planned, rule.resit, node, evaluation);
  if (attempt == nullptr) return WithoutResult(rule, planned.plan->mandatory, node);
  switch (attempt->status) {
    case AssessmentStatus::kGraded:
      if (!attempt->recorded->grade) return {Contribution::Kind::kOtherScale, {}};
      return {Contribution::Kind::kGrade, *attempt->recorded->grade};
    case AssessmentStatus::kAbsentUnjustified:
      return Punished(node.Read(rule.absent_unjustified), Reason::kAbsenceFails,
                      Reason::kAbsenceIsZero);
    case AssessmentStatus::kFraud:
      return Punished(node.Read(rule.fraud), Reason::kFraudFails, Reason::kFraudIsZero);
    case AssessmentStatus::kAbsentJustified:
      return Excused(node.Read(rule.absent_justified));
    case AssessmentStatus::kExempt:
    case AssessmentStatus::kNeutralised:
      break;
  }
  return {Contribution::Kind::kNeutral, {}};
}

// The weighted sum in ten-thousandths of a point, the weights in hundredths: exact.
struct WeightedSum {
  Int128 points = 0;
  Int128 weight = 0;
};

// `numerator` / `denominator`, half a unit rounded up. Precondition: neither is negative.
Int128 RoundedQuotient(Int128 numerator, Int128 denominator) {
  return (2 * numerator + denominator) / (2 * denominator);
}

Decimal ToHundredths(const WeightedSum& sum) {
  return {static_cast<std::int64_t>(RoundedQuotient(sum.points, sum.weight))};
}

bool Reaches(const WeightedSum& sum, Decimal min, Rounding rounding) {
  switch (rounding) {
    case Rounding::kExact:
      return sum.points >= sum.weight * min.hundredths;
    case Rounding::kHundredth:
      return RoundedQuotient(sum.points, sum.weight) >= min.hundredths;
    case Rounding::kTenth:
      break;
  }
  return RoundedQuotient(sum.points, sum.weight * 10) * 10 >= min.hundredths;
}

// Ten-thousandths as a decimal: "599.76".
std::string TenThousandths(Int128 value) {
  const auto whole = static_cast<std::int64_t>(value / 10'000);
  const auto rest = static_cast<std::int64_t>(value % 10'000);
  if (rest == 0) return std::to_string(whole);
  std::string fraction = std::to_string(10'000 + rest).substr(1);
  fraction.erase(fraction.find_last_not_of('0') + 1);
  return std::to_string(whole) + '.' + fraction;
}

// What keeps a block from its average, found while going through its assessments.
struct Obstacles {
  struct Failure {
    const AssessmentPlanned* plan;
    Reason reason;
    Decimal grade;
    std::optional<Decimal> limit{};  // Below which the grade fails the block.
  };
  std::optional<Failure> failure;  // The first.
  const AssessmentPlanned* missing = nullptr;
  const AssessmentPlanned* to_retake = nullptr;
  int missing_count = 0;

  bool Any() const { return failure || missing != nullptr || to_retake != nullptr; }
};

VerdictNode Failed(NodeBuilder& node, const Obstacles::Failure& failure) {
  node.With("plan", failure.plan->plan);
  if (failure.limit) {
    const bool below_floor = failure.reason == Reason::kResultBelowFloor;
    node.With("grade", failure.grade).With(below_floor ? "floor" : "min", *failure.limit);
  }
  return node.Done(Outcome::kNotSatisfied, failure.reason);
}

VerdictNode Obstructed(NodeBuilder& node, const Obstacles& obstacles, std::size_t planned) {
  if (obstacles.failure) return Failed(node, *obstacles.failure);
  if (obstacles.missing != nullptr) {
    node.With("plan", obstacles.missing->plan).With("missing", obstacles.missing_count);
    return node.With("of", planned).Done(Outcome::kPending, Reason::kResultMissing);
  }
  node.With("plan", obstacles.to_retake->plan);
  return node.Done(Outcome::kPending, Reason::kAbsencePending);
}

// Of a grade that fails the block on its own.
std::optional<Obstacles::Failure> FailureOf(const Contribution& result,
                                            const AssessmentPlanned& plan,
                                            const WeightedAverage& rule, NodeBuilder& node) {
  const auto below = [&](Decimal limit, Reason reason) {
    return Obstacles::Failure{&plan, result.because.value_or(reason), result.grade, limit};
  };
  if (rule.floor && result.grade < node.Read(*rule.floor)) {
    return below(rule.floor->value, Reason::kResultBelowFloor);
  }
  const bool each_alone = node.Read(rule.compensation) == Compensation::kNone;
  if (each_alone && result.grade < node.Read(rule.min)) {
    return below(rule.min.value, Reason::kResultBelowMin);
  }
  return std::nullopt;
}

// "9.60": as a sum is written.
std::string TwoDigits(Decimal decimal) {
  const std::string hundredths = std::to_string(100 + decimal.hundredths % 100).substr(1);
  return std::to_string(decimal.hundredths / 100) + '.' + hundredths;
}

// The average with the points that the jury added.
bool ReachesWith(const PointsGiven& given, const WeightedSum& sum, Decimal min, Rounding rounding,
                 NodeBuilder& node) {
  const WeightedSum with{sum.points + sum.weight * given.points.hundredths, sum.weight};
  node.With("without_points", TwoDigits(ToHundredths(sum)));
  node.With("jury_points", TwoDigits(given.points));
  node.With("with_points", TwoDigits(ToHundredths(with)));
  return Reaches(with, min, rounding);
}

VerdictNode Average(const WeightedSum& sum, const WeightedAverage& rule, NodeBuilder& node,
                    const NodeContext& context) {
  const Decimal min = node.Read(rule.min);
  const Rounding rounding = node.Read(rule.rounding);
  node.With("average", ToHundredths(sum)).With("min", min);
  node.With("points", TenThousandths(sum.points));
  node.With("points_min", TenThousandths(sum.weight * min.hundredths));
  const auto given =
      context.discretion ? PointsOn(context.evaluation, context.BlockAtHand().id) : std::nullopt;
  if (given) {
    node.Cite(context.evaluation.dossier, *given->decision.entry);
    const bool reached = ReachesWith(*given, sum, min, rounding, node);
    node.Decide(reached ? Outcome::kSatisfied : Outcome::kNotSatisfied);
  }
  if (Reaches(sum, min, rounding)) {
    return node.Done(Outcome::kSatisfied,
                     given ? Reason::kAverageReachedAndPoints : Reason::kAverageReached);
  }
  return node.Done(Outcome::kNotSatisfied,
                   given ? Reason::kAverageBelowAndPoints : Reason::kAverageBelow);
}

VerdictNode NothingPlanned(NodeBuilder& node, const NodeContext& context) {
  node.With("block", context.block->id);
  return node.Done(Outcome::kPending, Reason::kNothingPlanned);
}

// The results of a block on the acquired scale, against what is asked of them.
struct ScaleCount {
  int results = 0;
  int partly = 0;
  int failed = 0;
  int missing = 0;
  const AssessmentPlanned* first_missing = nullptr;
  const AssessmentPlanned* first_below = nullptr;
  AcquiredLevel level_below{};
  const AssessmentPlanned* without_level = nullptr;  // An absence or a fraud.
  AssessmentStatus status_without{};

  void Add(const AssessmentPlanned& plan, const Attempt* attempt, AcquiredLevel min_level) {
    if (attempt == nullptr) {
      if (first_missing == nullptr) first_missing = &plan;
      ++missing;
      return;
    }
    switch (attempt->status) {
      case AssessmentStatus::kGraded:
        if (attempt->recorded->level) AddLevel(plan, *attempt->recorded->level, min_level);
        return;
      case AssessmentStatus::kAbsentUnjustified:
      case AssessmentStatus::kAbsentJustified:
      case AssessmentStatus::kFraud:
        if (without_level != nullptr && status_without != AssessmentStatus::kAbsentJustified) {
          return;
        }
        without_level = &plan;
        status_without = attempt->status;
        return;
      case AssessmentStatus::kExempt:
      case AssessmentStatus::kNeutralised:
        return;
    }
  }

 private:
  void AddLevel(const AssessmentPlanned& plan, AcquiredLevel level, AcquiredLevel min_level) {
    ++results;
    if (level <= min_level) return;  // The best level has the least number.
    ++(level == AcquiredLevel::kPartlyAcquired ? partly : failed);
    if (first_below != nullptr) return;
    first_below = &plan;
    level_below = level;
  }
};

}  // namespace

VerdictNode EvaluateWeightedAverage(const WeightedAverage& rule, const NodeContext& context) {
  NodeBuilder node(context);
  const auto plans = context.evaluation.assessments.OfBlock(context.BlockAtHand().id);
  if (plans.empty()) return NothingPlanned(node, context);

  WeightedSum sum;
  Obstacles obstacles;
  std::size_t other_scale = 0;
  for (const PlannedAssessment& planned : plans) {
    const AssessmentPlanned& plan = *planned.plan.fact;
    const Contribution result = ContributionOf(planned, rule, node, context.evaluation);
    switch (result.kind) {
      case Contribution::Kind::kGrade:
        if (auto failure = FailureOf(result, plan, rule, node); failure && !obstacles.failure) {
          obstacles.failure = std::move(failure);
        }
        sum.points += Int128{result.grade.hundredths} * plan.weight.hundredths;
        sum.weight += plan.weight.hundredths;
        break;
      case Contribution::Kind::kFails:
        if (!obstacles.failure) obstacles.failure = {&plan, *result.because, {}};
        break;
      case Contribution::Kind::kMissing:
        if (obstacles.missing == nullptr) obstacles.missing = &plan;
        ++obstacles.missing_count;
        break;
      case Contribution::Kind::kToRetake:
        if (obstacles.to_retake == nullptr) obstacles.to_retake = &plan;
        break;
      case Contribution::Kind::kOtherScale:
        ++other_scale;
        break;
      case Contribution::Kind::kNeutral:
        break;
    }
  }
  if (obstacles.Any()) return Obstructed(node, obstacles, plans.size());
  if (sum.weight > 0) return Average(sum, rule, node, context);
  node.With("of", plans.size());
  return other_scale == plans.size() ? node.Done(Outcome::kNotApplicable, Reason::kOtherScale)
                                     : node.Done(Outcome::kPending, Reason::kNothingCounts);
}

VerdictNode EvaluateAcquiredScale(const AcquiredScale& rule, const NodeContext& context) {
  NodeBuilder node(context);
  const auto plans = context.evaluation.assessments.OfBlock(context.BlockAtHand().id);
  if (plans.empty()) return NothingPlanned(node, context);

  ScaleCount count;
  for (const PlannedAssessment& planned : plans) {
    const Attempt* attempt = CountingAttempt(planned, rule.resit, node, context.evaluation);
    count.Add(*planned.plan.fact, attempt, node.Read(rule.min_level));
  }
  node.With("results", count.results).With("min_acquired", rule.min_level.value);
  node.With("partly", count.partly + count.failed).With("of", plans.size());
  if (count.first_below != nullptr) {
    const int tolerated = node.Read(rule.partly_tolerated);
    if (count.failed > 0 || count.partly > tolerated) {
      node.With("plan", count.first_below->plan).With("acquired", count.level_below);
      node.With("tolerated", tolerated);
      return node.Done(Outcome::kNotSatisfied, Reason::kLevelBelow);
    }
  }
  if (count.first_missing != nullptr) {
    node.With("plan", count.first_missing->plan).With("missing", count.missing);
    return node.Done(Outcome::kPending, Reason::kResultMissing);
  }
  if (count.results == 0) return node.Done(Outcome::kNotApplicable, Reason::kOtherScale);
  if (count.without_level != nullptr) {
    node.With("plan", count.without_level->plan).With("status", count.status_without);
    return node.Done(count.status_without == AssessmentStatus::kAbsentJustified
                         ? Outcome::kPending
                         : Outcome::kNotSatisfied,
                     Reason::kNoLevel);
  }
  return node.Done(Outcome::kSatisfied, Reason::kLevelsReached);
}

}  // namespace cartulary
