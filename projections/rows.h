// The rows that projections keep, and their keys. No personal content: ids, codes, dates and
// outcomes only. docs/reference/projections.md lists the tables.
//
// A key is made of parts of fixed width and of codes, each followed by a zero byte, so that keys
// sort by their parts and a prefix of parts finds all below it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/code.h"
#include "core/evaluate/verdict.h"
#include "core/facts/enrolment.h"
#include "core/ids.h"
#include "core/result.h"
#include "core/rules/referential.h"
#include "core/time.h"

namespace cartulary {

// The outcome of one node of a verdict.
struct NodeRow {
  RequirementCode requirement;
  std::optional<BlockCode> block;
  Outcome computed{};
  std::optional<Outcome> decided;
  Reason reason{};
  friend bool operator==(const NodeRow&, const NodeRow&) = default;
};
template <typename V, ConstOrNot<NodeRow> R>
void Fields(V&& visit, R& row) {
  visit("requirement", row.requirement, "requirement");
  visit("block", row.block, "block, under each_block");
  visit("computed", row.computed, "by the rules alone");
  visit("decided", row.decided, "by a jury");
  visit("reason", row.reason, "of the computed outcome");
}

// kVerdicts, by learner and enrolment. It holds at the recorded date of the head and is not stamped
// with it: a date that changes nothing rewrites nothing.
struct VerdictRow {
  CertificationCode certification;
  EditionCode edition;
  std::uint32_t revision = 0;
  Route route{};
  EnrolmentStanding enrolment_standing{};
  CertificationStanding standing{};
  bool conditions_met = false;
  std::optional<EventRef> decision;
  std::optional<EventRef> award;
  std::optional<AwardNumber> award_number;
  std::optional<Date> next_change;
  std::vector<NodeRow> nodes;  // Of the tree, each before its children.
  friend bool operator==(const VerdictRow&, const VerdictRow&) = default;
};
template <typename V, ConstOrNot<VerdictRow> R>
void Fields(V&& visit, R& row) {
  visit("certification", row.certification, "certification");
  visit("edition", row.edition, "edition that binds");
  visit("revision", row.revision, "revision applied");
  visit("route", row.route, "route");
  visit("enrolment_standing", row.enrolment_standing, "where the learner is");
  visit("standing", row.standing, "where the certification is");
  visit("conditions_met", row.conditions_met, "all requirements but jury, decision and award");
  visit("decision", row.decision, "version of the decision that stands");
  visit("award", row.award, "version of the award");
  visit("award_number", row.award_number, "its number");
  visit("next_change", row.next_change, "first date on which it can change by itself");
  visit("nodes", row.nodes, "outcomes, each node before its children");
}

// kAwards, by award number and learner: the award register (registre des titres délivrés).
struct AwardRow {
  AwardNumber number;
  LearnerId learner;
  EnrolmentId enrolment;
  CertificationCode certification;
  std::uint32_t revision = 0;
  Date issued;
  Version version;  // Of the AwardIssued in the learner's stream.
  Index index;      // Likewise.
  std::optional<Date> voided_from;
  std::optional<Date> withdrawn_from;  // Unless it was reinstated.
  friend bool operator==(const AwardRow&, const AwardRow&) = default;
};
template <typename V, ConstOrNot<AwardRow> R>
void Fields(V&& visit, R& row) {
  visit("number", row.number, "number of the award");
  visit("learner", row.learner, "learner");
  visit("enrolment", row.enrolment, "enrolment");
  visit("certification", row.certification, "certification granted");
  visit("revision", row.revision, "revision applied at issue");
  visit("issued", row.issued, "day of the award");
  visit("version", row.version, "of the event in the learner's stream");
  visit("index", row.index, "of the event in the log");
  visit("voided_from", row.voided_from, "day from which it does not count");
  visit("withdrawn_from", row.withdrawn_from, "day of the withdrawal, unless reinstated since");
}

// A requirement that is missing; where there are ways to meet it, the one that they meet.
struct MissingRow {
  RequirementCode requirement;
  std::optional<BlockCode> block;
  friend bool operator==(const MissingRow&, const MissingRow&) = default;
};
template <typename V, ConstOrNot<MissingRow> R>
void Fields(V&& visit, R& row) {
  visit("requirement", row.requirement, "requirement");
  visit("block", row.block, "block, under each_block");
}

// kBoard, by certification, campus, cohort, learner and enrolment: the cohort board.
struct BoardRow {
  CertificationCode certification;
  CampusCode campus;
  CohortCode cohort;
  LearnerId learner;
  EnrolmentId enrolment;
  Route route{};
  EnrolmentStanding enrolment_standing{};
  CertificationStanding standing{};
  bool conditions_met = false;
  std::vector<MissingRow> missing;  // As core/evaluate/missing.h finds them, in the tree's order.
  friend bool operator==(const BoardRow&, const BoardRow&) = default;
};
template <typename V, ConstOrNot<BoardRow> R>
void Fields(V&& visit, R& row) {
  visit("certification", row.certification, "certification");
  visit("campus", row.campus, "campus");
  visit("cohort", row.cohort, "cohort");
  visit("learner", row.learner, "learner");
  visit("enrolment", row.enrolment, "enrolment");
  visit("route", row.route, "route");
  visit("enrolment_standing", row.enrolment_standing, "where the learner is");
  visit("standing", row.standing, "where the certification is");
  visit("conditions_met", row.conditions_met, "all requirements but jury, decision and award");
  visit("missing", row.missing, "requirements pending or not satisfied");
}

VerdictRow VerdictRowOf(const Verdict& verdict);
BoardRow BoardRowOf(const Verdict& verdict, const Referential& rules,
                    const EnrolmentOpened& opened);

std::string EncodeRow(const VerdictRow& row);
std::string EncodeRow(const AwardRow& row);
std::string EncodeRow(const BoardRow& row);
// Errors: kIntegrity.
Result<VerdictRow> DecodeVerdictRow(std::string_view bytes);
Result<AwardRow> DecodeAwardRow(std::string_view bytes);
Result<BoardRow> DecodeBoardRow(std::string_view bytes);

std::string SubjectKey(const Subject& subject);  // kDossiers, kReferences.
std::string VerdictKey(const LearnerId& learner, const EnrolmentId& enrolment);
std::string AwardKey(const AwardNumber& number, const LearnerId& learner);
std::string BoardKey(const BoardRow& row);
std::string CitationKey(const Subject& cited, const LearnerId& learner);
std::string ConvocationKey(const LearnerId& learner, const JuryId& jury);
// kDue holds two keys for each learner who is due: by date, and by learner (whose value is the
// date, by which the other is found again).
std::string DueKey(Date date, const LearnerId& learner);
std::string DueDateKey(const LearnerId& learner);

inline constexpr char kDueByDate = 'd';
inline constexpr char kDueByLearner = 'l';

// A code as part of a key.
template <typename Tag>
std::string CodePart(const Code<Tag>& code) {
  return code.text + '\0';
}

// The learner at the end of a key of kDossiers, kCitations or kDue; the jury at that of a key of
// kConvocations; the date of a DueKey.
// Errors: kIntegrity if the key is too short.
Result<LearnerId> LearnerOfKey(std::string_view key);
Result<JuryId> JuryOfKey(std::string_view key);
Result<Date> DateOfDueKey(std::string_view key);
std::string DatePart(Date date);  // 4 bytes that sort as dates do.

}  // namespace cartulary
