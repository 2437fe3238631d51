// The kinds of requirement that rules are made of. A closed set: a kind more is a release of this
// program, so that the vocabulary of an auditor stays finite.
//
// Each kind lists its fields once, as the facts do: `Fields(visit, node)` calls visit(name, field,
// doc) for each. A rule file gives every one of them, by that name: an empty list is `[]`, an empty
// std::optional is `none`. Nothing has a default here: what a text leaves open is an assumption of
// the file, never of the code.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/code.h"
#include "core/decimal.h"
#include "core/facts/fact_info.h"
#include "core/facts/vocabulary.h"
#include "core/rules/policies.h"
#include "core/time.h"

namespace cartulary {

// A parameter of a requirement: what the text says, or what the file assumes where it is silent. A
// verdict lists the assumptions of the parameters that were read to reach it.
template <typename T>
struct Param {
  T value{};
  std::optional<AssumptionCode> assumption;  // Empty: literally of the text.
  friend bool operator==(const Param&, const Param&) = default;
};

// An exact share, such as 1/4. Compare by cross-multiplication.
struct Fraction {
  int numerator = 0;    // 0 .. denominator
  int denominator = 1;  // 1 .. 100
  friend bool operator==(Fraction, Fraction) = default;
};

// All of `of` that bind the enrolment.
struct AllOf {
  std::vector<RequirementCode> of;  // 1 or more
  friend bool operator==(const AllOf&, const AllOf&) = default;
};
template <typename V, ConstOrNot<AllOf> N>
void Fields(V&& visit, N& node) {
  visit("of", node.of, "requirements, all of which are to be satisfied");
}

// One of `of` at least.
struct AnyOf {
  std::vector<RequirementCode> of;  // 1 or more
  friend bool operator==(const AnyOf&, const AnyOf&) = default;
};
template <typename V, ConstOrNot<AnyOf> N>
void Fields(V&& visit, N& node) {
  visit("of", node.of, "requirements, one of which is to be satisfied");
}

// `n` of `of` at least.
struct AtLeastN {
  Param<int> n;                     // 1 .. of.size()
  std::vector<RequirementCode> of;  // 1 or more
  friend bool operator==(const AtLeastN&, const AtLeastN&) = default;
};
template <typename V, ConstOrNot<AtLeastN> N>
void Fields(V&& visit, N& node) {
  visit("n", node.n, "how many");
  visit("of", node.of, "requirements among which");
}

// `of`, evaluated once for each block; satisfied when it is for all of them. The kinds that say "of
// the block" stand below an each_block, and no each_block stands below another.
struct EachBlock {
  RequirementCode of;
  std::vector<BlockCode> blocks;  // Empty: every block of the certification.
  friend bool operator==(const EachBlock&, const EachBlock&) = default;
};
template <typename V, ConstOrNot<EachBlock> N>
void Fields(V&& visit, N& node) {
  visit("of", node.of, "requirement evaluated for each block");
  visit("blocks", node.blocks, "only these blocks; empty: every block");
}

// The average of the grades of the block, over its summative plans only, by the plans' weights.
struct WeightedAverage {
  Param<Decimal> min;                   // out of 20
  std::optional<Param<Decimal>> floor;  // A result below it fails, whatever the average. out of 20
  Param<Compensation> compensation;
  Param<MissingResult> missing;
  Param<JustifiedAbsence> absent_justified;
  Param<Penalty> absent_unjustified;
  Param<Penalty> fraud;
  Param<ResitPolicy> resit;
  Param<Rounding> rounding;
  Param<bool> require_mandatory;  // Each mandatory plan of the block has a result.
  friend bool operator==(const WeightedAverage&, const WeightedAverage&) = default;
};
template <typename V, ConstOrNot<WeightedAverage> N>
void Fields(V&& visit, N& node) {
  visit("min", node.min, "average to reach, out of 20");
  visit("floor", node.floor, "grade below which a result is eliminatory, out of 20");
  visit("compensation", node.compensation, "whether a good grade makes up for a poor one");
  visit("missing", node.missing, "what a planned assessment without a result counts for");
  visit("absent_justified", node.absent_justified, "what a justified absence counts for");
  visit("absent_unjustified", node.absent_unjustified, "what an unjustified absence counts for");
  visit("fraud", node.fraud, "what a fraud counts for");
  visit("resit", node.resit, "which attempt counts");
  visit("rounding", node.rounding, "rounding of the average before it is compared");
  visit("require_mandatory", node.require_mandatory,
        "whether each mandatory assessment needs a result");
}

// Every summative result of the block that was given on the acquired scale, not as a grade. Not
// applicable when the block has none.
struct AcquiredScale {
  Param<AcquiredLevel> min_level;
  Param<int> partly_tolerated;  // So many may be `partly_acquired` although that is below.
  Param<ResitPolicy> resit;
  friend bool operator==(const AcquiredScale&, const AcquiredScale&) = default;
};
template <typename V, ConstOrNot<AcquiredScale> N>
void Fields(V&& visit, N& node) {
  visit("min_level", node.min_level, "level to reach");
  visit("partly_tolerated", node.partly_tolerated, "how many results may be partly acquired");
  visit("resit", node.resit, "which attempt counts");
}

// grille de montée en compétences: one grid, signed by all of `signed_by`, for each of `years`
// academic years, with every competency of the block at `min_level`.
struct TutorGrid {
  Param<int> years;                  // 1 .. 10
  std::vector<TutorRole> signed_by;  // 1 or more: one grid that all of them sign
  Param<int> min_level;              // 0 .. 4, the scale of the grid
  Param<GridLevelAt> level_at;
  friend bool operator==(const TutorGrid&, const TutorGrid&) = default;
};
template <typename V, ConstOrNot<TutorGrid> N>
void Fields(V&& visit, N& node) {
  visit("years", node.years, "how many academic years have a grid");
  visit("signed_by", node.signed_by, "tutors who sign the one grid jointly");
  visit("min_level", node.min_level, "level to reach, 0 to 4");
  visit("level_at", node.level_at, "which grid has to reach the level");
}

// soutenance: a favourable one before a panel on which each college of `panel` sits.
struct Defence {
  DefenceKind defence{};
  std::vector<College> panel;            // Empty: the rules do not say who sits.
  std::optional<Param<int>> panel_each;  // Members of each college at least. Given when panel is.
  friend bool operator==(const Defence&, const Defence&) = default;
};
template <typename V, ConstOrNot<Defence> N>
void Fields(V&& visit, N& node) {
  visit("defence", node.defence, "which defence");
  visit("panel", node.panel, "colleges that sit on the panel; empty: not said");
  visit("panel_each", node.panel_each, "members of each of these colleges at least");
}

// rapport: `min_count` reports that all of `assessed_by` find favourable.
struct Report {
  ReportKind report{};
  Param<int> min_count;                     // 1 .. 10
  std::vector<ReportAssessor> assessed_by;  // Empty: whoever assessed it.
  friend bool operator==(const Report&, const Report&) = default;
};
template <typename V, ConstOrNot<Report> N>
void Fields(V&& visit, N& node) {
  visit("report", node.report, "which report");
  visit("min_count", node.min_count, "how many reports");
  visit("assessed_by", node.assessed_by, "who finds each of them favourable; empty: not said");
}

// One certificate, not revoked, of the language at `min` or above. The level is that of the score
// table in force on the test date; where no table has the test, the one that the body states.
struct LanguageCertificate {
  LanguageCode language;
  Param<LanguageLevel> min;
  Param<bool> accredited;  // Issued by a body accredited for the language.
  Param<AccreditedOn> accredited_on;
  Param<bool> score_tables;                // false: levels are not read from scores.
  Param<bool> stated_level;                // false: a level that the body states does not count.
  std::optional<Param<int>> valid_months;  // From the test to the date `on`. Empty: no limit.
  friend bool operator==(const LanguageCertificate&, const LanguageCertificate&) = default;
};
template <typename V, ConstOrNot<LanguageCertificate> N>
void Fields(V&& visit, N& node) {
  visit("language", node.language, "language");
  visit("min", node.min, "level to reach");
  visit("accredited", node.accredited, "whether the body has to be accredited");
  visit("accredited_on", node.accredited_on, "day on which the body has to be accredited");
  visit("score_tables", node.score_tables, "whether scores become levels by the tables");
  visit("stated_level", node.stated_level, "whether a level that the body states counts");
  visit("valid_months", node.valid_months, "months for which a certificate is valid");
}

// The length of stays abroad, from their actual dates. Its report and its defence are requirements
// of their own.
struct Mobility {
  Param<int> min_weeks;       // 1 .. 104, as the text says it
  Param<int> days_per_week;   // 1 .. 7: how many days make one of those weeks
  Param<bool> count_end_day;  // The last day of a stay counts.
  Param<StaySum> sum_periods;
  Param<bool> overlapping_once;  // A day in two stays counts once.
  Param<bool> abroad_only;       // A stay in `home` does not count.
  CountryCode home;
  Param<ShortenedStay> interrupted;
  Param<ShortenedStay> force_majeure;
  int MinDays() const { return min_weeks.value * days_per_week.value; }
  friend bool operator==(const Mobility&, const Mobility&) = default;
};
template <typename V, ConstOrNot<Mobility> N>
void Fields(V&& visit, N& node) {
  visit("min_weeks", node.min_weeks, "weeks to reach");
  visit("days_per_week", node.days_per_week, "days that make a week");
  visit("count_end_day", node.count_end_day, "whether the last day of a stay counts");
  visit("sum_periods", node.sum_periods, "what is compared with the length required");
  visit("overlapping_once", node.overlapping_once, "whether a day in two stays counts once");
  visit("abroad_only", node.abroad_only, "whether stays at home do not count");
  visit("home", node.home, "country that is not abroad");
  visit("interrupted", node.interrupted, "what an interrupted stay counts for");
  visit("force_majeure", node.force_majeure, "what a stay ended by force majeure counts for");
}

struct CollegeMinimum {
  College college{};
  Param<int> members;  // 1 .. 50
  friend bool operator==(const CollegeMinimum&, const CollegeMinimum&) = default;
};
template <typename V, ConstOrNot<CollegeMinimum> N>
void Fields(V&& visit, N& node) {
  visit("college", node.college, "college");
  visit("members", node.members, "members of it at least");
}

struct CollegeShare {
  College college{};
  Param<Fraction> share;  // Of all members, the chair included.
  friend bool operator==(const CollegeShare&, const CollegeShare&) = default;
};
template <typename V, ConstOrNot<CollegeShare> N>
void Fields(V&& visit, N& node) {
  visit("college", node.college, "college");
  visit("share", node.share, "its share of all members at least");
}

// The jury that decided on the candidate was lawfully composed. Judged for each candidate.
struct Jury {
  JuryKind jury{};
  std::vector<Office> chair;   // 1 or more: the chair holds one of these offices,
  Param<bool> representative;  // or represents who does, by a delegation valid on the day.
  Param<int> min_members;      // 1 .. 50, the chair included
  Param<Parity> parity;        // between the professional and the academic college
  std::vector<CollegeMinimum> at_least;
  std::optional<CollegeShare> min_share;
  // Academic members hold one of these capacities. Empty: any. The chair sits by office and is not
  // asked for one.
  std::vector<MemberCapacity> academic_capacities;
  Param<ChairCountsAs> chair_counts_as;
  Param<JuryCount> count;
  friend bool operator==(const Jury&, const Jury&) = default;
};
template <typename V, ConstOrNot<Jury> N>
void Fields(V&& visit, N& node) {
  visit("jury", node.jury, "which jury");
  visit("chair", node.chair, "offices, one of which the chair holds");
  visit("representative", node.representative, "whether a delegated representative may chair");
  visit("min_members", node.min_members, "members at least, the chair included");
  visit("parity", node.parity, "parity of the professional and the academic college");
  visit("at_least", node.at_least, "members of a college at least");
  visit("min_share", node.min_share, "share of a college at least");
  visit("academic_capacities", node.academic_capacities,
        "capacities in which academics sit; empty: any");
  visit("chair_counts_as", node.chair_counts_as, "college in which the chair counts");
  visit("count", node.count, "whose numbers are judged");
}

// A decision in force, not annulled: on the certification, one of `outcomes`; on the block,
// `validated`.
struct JuryDecision {
  DecisionScope on{};
  std::vector<FinalDecision> outcomes;  // For `final` only, 1 or more.
  std::optional<JuryKind> jury;         // Empty: whichever jury the route has.
  friend bool operator==(const JuryDecision&, const JuryDecision&) = default;
};
template <typename V, ConstOrNot<JuryDecision> N>
void Fields(V&& visit, N& node) {
  visit("on", node.on, "what is decided");
  visit("outcomes", node.outcomes, "decisions that satisfy; empty for a block");
  visit("jury", node.jury, "which jury decides; none: that of the route");
}

// recevabilité (livret 1), dossier (livret 2)
struct VaeDossier {
  Param<bool> admissible;  // Admissibility was decided, favourably.
  Param<bool> submitted;   // The dossier was submitted.
  friend bool operator==(const VaeDossier&, const VaeDossier&) = default;
};
template <typename V, ConstOrNot<VaeDossier> N>
void Fields(V&& visit, N& node) {
  visit("admissible", node.admissible, "whether admissibility has to be decided");
  visit("submitted", node.submitted, "whether the dossier has to be submitted");
}

// The block was granted by equivalence. Only an act grants one; nothing is computed.
struct Equivalence {
  std::vector<CertificationCode> from;  // Empty: whichever certification the act names.
  friend bool operator==(const Equivalence&, const Equivalence&) = default;
};
template <typename V, ConstOrNot<Equivalence> N>
void Fields(V&& visit, N& node) {
  visit("from", node.from, "certifications whose blocks count; empty: as the act says");
}

// The enrolment was opened in time and with an entry level that the rules admit.
struct EntryWindow {
  std::optional<Date> from;   // First entry date, included. Empty: unknown, not tested.
  std::optional<Date> until;  // Last entry date, included. Empty: likewise.
  std::vector<int> levels;    // Levels of the entry qualification, 1 .. 8. Empty: not tested.
  friend bool operator==(const EntryWindow&, const EntryWindow&) = default;
};
template <typename V, ConstOrNot<EntryWindow> N>
void Fields(V&& visit, N& node) {
  visit("from", node.from, "first entry date");
  visit("until", node.until, "last entry date");
  visit("levels", node.levels, "levels of the entry qualification; empty: not tested");
}

// In the order of NodeKind.
using Node = std::variant<AllOf, AnyOf, AtLeastN, EachBlock, WeightedAverage, AcquiredScale,
                          TutorGrid, Defence, Report, LanguageCertificate, Mobility, Jury,
                          JuryDecision, VaeDossier, Equivalence, EntryWindow>;
static_assert(std::variant_size_v<Node> == kEnumNames<NodeKind>.size());

// Precondition: the variant holds a value (it always does: no alternative throws on a move).
inline NodeKind KindOf(const Node& node) { return static_cast<NodeKind>(node.index() + 1); }

// Those that a node names, in its order; empty for a leaf.
std::vector<RequirementCode> ChildrenOf(const Node& node);

// Judged for one block, so only below an each_block.
bool IsOfBlock(const Node& node);

}  // namespace cartulary
