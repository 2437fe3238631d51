// What the evaluation of one enrolment reads, gathered once, and how its nodes are built.
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/check.h"
#include "core/decimal.h"
#include "core/evaluate/aftermath.h"
#include "core/evaluate/verdict.h"
#include "core/fold/dossier.h"
#include "core/fold/terms.h"
#include "core/rules/referential.h"

namespace cartulary {

// The first date after `on` at which an answer can change without a new event, as far as it was
// told of dates that matter. Too early is fine, too late is a bug.
class Horizon {
 public:
  explicit Horizon(Date on) : on_(on) {}
  void Consider(Date date) {
    if (date > on_ && (!next_ || date < *next_)) next_ = date;
  }
  // The dates at which it changes whether the entry holds.
  void Consider(const Entry& entry) {
    Consider(entry.effective);
    if (entry.superseded && entry.superseded->from) Consider(*entry.superseded->from);
  }
  std::optional<Date> next() const { return next_; }

 private:
  Date on_;
  std::optional<Date> next_;
};

inline Date DayAfter(Date date) { return Date{date.days + 1}; }

// The facts of one enrolment, and those of its learner that are of no enrolment, which hold on a
// date: sorted by type once, so that no node scans the dossier.
class HoldingFacts {
 public:
  HoldingFacts(const FoldedStream& stream, const EnrolmentId& enrolment, Date on, Horizon& horizon);

  template <typename T>
  class Range {
   public:
    struct Iterator {
      const Entry* const* at;
      Held<T> operator*() const { return {*at, std::get_if<T>(&(*at)->fact)}; }
      Iterator& operator++() {
        ++at;
        return *this;
      }
      friend bool operator==(Iterator, Iterator) = default;
    };
    explicit Range(std::span<const Entry* const> entries) : entries_(entries) {}
    Iterator begin() const { return {entries_.data()}; }
    Iterator end() const { return {entries_.data() + entries_.size()}; }
    bool empty() const { return entries_.empty(); }
    std::size_t size() const { return entries_.size(); }

   private:
    std::span<const Entry* const> entries_;
  };

  // In the order of their versions. Valid as long as this object and the stream.
  template <typename T>
  Range<T> Of() const {
    constexpr std::size_t kType = IndexOf<T>();
    return Range<T>(std::span(entries_).subspan(first_[kType], first_[kType + 1] - first_[kType]));
  }

 private:
  static constexpr std::size_t kTypes = std::variant_size_v<PlainFactVariant>;
  template <typename T, std::size_t kIndex = 0>
  static constexpr std::size_t IndexOf() {
    if constexpr (std::same_as<std::variant_alternative_t<kIndex, PlainFactVariant>, T>) {
      return kIndex;
    } else {
      return IndexOf<T, kIndex + 1>();
    }
  }

  std::vector<const Entry*> entries_;
  std::array<std::size_t, kTypes + 1> first_{};  // Of each type, in `entries_`.
};

// One attempt at a planned assessment. An unjustified absence that was justified since then has the
// status of a justified one.
struct Attempt {
  Held<AssessmentRecorded> recorded;
  const Entry* justified = nullptr;
  AssessmentStatus status{};
};

// A summative assessment that binds the enrolment, with the attempts at it, by session, then
// number.
struct PlannedAssessment {
  Held<AssessmentPlanned> plan;
  std::span<const Attempt> attempts;
};

class PlannedAssessments {
 public:
  PlannedAssessments() = default;
  PlannedAssessments(std::vector<PlannedAssessment> plans, std::vector<Attempt> attempts)
      : attempts_(std::move(attempts)), plans_(std::move(plans)) {}
  // Spans point into it.
  PlannedAssessments(PlannedAssessments&&) = default;
  PlannedAssessments& operator=(PlannedAssessments&&) = default;

  // By their codes.
  std::span<const PlannedAssessment> OfBlock(const BlockCode& block) const;

 private:
  std::vector<Attempt> attempts_;
  std::vector<PlannedAssessment> plans_;  // By block, then code.
};

// Everything that the nodes of one verdict share. Borrows what it was made of.
struct Evaluation {
  const Referential& rules;
  const Dossier& dossier;
  const Reference& reference;
  Date on;
  EnrolmentTerms terms;
  // Whose conditions hold. Leans on what the rules assume only where the route was changed.
  Param<Route> route;
  Horizon& horizon;
  HoldingFacts facts;
  const FoldedStream& plan_stream;  // The certification's.
  PlannedAssessments assessments;
  // Of the enrolment: those that stand, the latest last, and the latest of all if it was annulled.
  std::vector<Held<JuryDecisionRecorded>> decisions;
  std::optional<DecisionState> annulled;

  const EnrolmentId& enrolment() const { return terms.opened->enrolment; }
  // The decision that stands; nullptr if there is none.
  const Held<JuryDecisionRecorded>* Decision() const {
    return annulled || decisions.empty() ? nullptr : &decisions.back();
  }
};

inline Cited CitedOf(const FoldedStream& stream, const Entry& entry) {
  const EventRef at = RecordedAt(stream, entry);
  return {at.subject, at.version, entry.index};
}

struct NodeContext {
  const Evaluation& evaluation;
  const Requirement& requirement;
  const Block* block = nullptr;  // Below an each_block, the block at hand.
  bool discretion = false;       // The rules leave this, or what it is part of, to the jury.

  // For the kinds that are judged for a block; the loader puts them below an each_block.
  const Block& BlockAtHand() const {
    CARTULARY_CHECK(block != nullptr);
    return *block;
  }
};

// Whether a block that was validated comes from elsewhere.
enum class BlockOrigin : std::uint8_t {
  kEnrolment,      // From nowhere else: the enrolment at hand.
  kCertification,  // Another enrolment of the same certification.
  kPredecessor,    // A certification from which the learner was transferred, by correspondence.
};

// What a jury ruled on a block: the latest decision of the enrolment that speaks of it or, without
// one, a validation that carries over from elsewhere.
struct BlockRuling {
  Held<JuryDecisionRecorded> decision;
  BlockDecision ruling{};
  BlockOrigin origin = BlockOrigin::kEnrolment;
  CertificationCode certification;  // Under which it was ruled.
  std::vector<Cited> events;        // The decision, and what carries it over.
};
std::optional<BlockRuling> RulingOn(const Evaluation& evaluation, const BlockCode& block);

// The points that the latest decision which speaks of the block added to it, if it did.
struct PointsGiven {
  Held<JuryDecisionRecorded> decision;
  Decimal points;
};
std::optional<PointsGiven> PointsOn(const Evaluation& evaluation, const BlockCode& block);

// The decision on a block in a decision on several; none if it does not speak of it.
std::optional<BlockDecision> RulingIn(const JuryDecisionRecorded& decision, const BlockCode& block);

// A block that was validated elsewhere (carried_over.cc).
std::optional<BlockRuling> CarriedOver(const Evaluation& evaluation, const BlockCode& block);

// Gathers what a node rests on, then makes it.
class NodeBuilder {
 public:
  NodeBuilder(RequirementCode requirement, const Block* block);
  explicit NodeBuilder(const NodeContext& context);

  // The value of a parameter; the verdict then leans on its assumption.
  template <typename T>
  const T& Read(const Param<T>& param) {
    if (param.assumption) LeanOn(*param.assumption);
    return param.value;
  }

  void Cite(const Cited& event) { node_.events.push_back(event); }
  void Cite(const FoldedStream& stream, const Entry& entry) { Cite(CitedOf(stream, entry)); }

  // The route whose conditions hold; cites what changed it.
  Route ReadRoute(const Evaluation& evaluation);

  // Names are short, stable and English; a sentence of reason.cc refers to them. Each once.
  NodeBuilder& With(std::string_view name, std::string text);
  NodeBuilder& With(std::string_view name, std::integral auto count) {
    return With(name, std::to_string(count));
  }
  NodeBuilder& With(std::string_view name, Date date) { return With(name, ToText(date)); }
  NodeBuilder& With(std::string_view name, Decimal decimal) { return With(name, ToText(decimal)); }
  template <NamedEnum E>
  NodeBuilder& With(std::string_view name, E value) {
    return With(name, std::string(ToName(value)));
  }
  template <typename Tag>
  NodeBuilder& With(std::string_view name, const Code<Tag>& code) {
    return With(name, code.text);
  }

  // Takes over children; Combine (core/evaluate/combine.h) says what they come to.
  void Adopt(std::vector<VerdictNode> children) { node_.children = std::move(children); }
  void Decide(Outcome decided) { node_.decided = decided; }

  VerdictNode Done(Outcome computed, Reason reason);

 private:
  // `assumption` outlives this: the rules own it.
  void LeanOn(const AssumptionCode& assumption) {
    if (std::ranges::find(leant_on_, &assumption) == leant_on_.end()) {
      leant_on_.push_back(&assumption);
    }
  }

  VerdictNode node_;
  std::vector<const AssumptionCode*> leant_on_;
};

// Events in the order of their index, each once.
void SortEvents(std::vector<Cited>& events);

}  // namespace cartulary
