#include "projections/rows.h"

#include <algorithm>
#include <bit>

#include "core/binary/reader.h"
#include "core/binary/writer.h"
#include "core/evaluate/missing.h"
#include "core/ports/state_store.h"

namespace cartulary {
namespace {

constexpr std::uint8_t kFormatVersion = 5;

template <typename Row>
std::string Encode(const Row& row) {
  BinaryWriter writer;
  writer.Write(kFormatVersion);
  writer.Write(row);
  return writer.Take();
}

template <typename Row>
Result<Row> Decode(std::string_view bytes) {
  BinaryReader reader(bytes);
  if (!bytes.empty() && reader.Read<std::uint8_t>() != kFormatVersion) return OtherFormatOfState();
  Row row = reader.Read<Row>();
  CARTULARY_RETURN_IF_ERROR(reader.Finish());
  return row;
}

template <typename Tag>
std::string IdPart(const Id<Tag>& id) {
  return std::string(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
}

void AddNodes(const VerdictNode& node, std::vector<NodeRow>& rows) {
  rows.push_back({node.requirement, node.block, node.computed, node.decided, node.reason});
  for (const VerdictNode& child : node.children) AddNodes(child, rows);
}

Error MalformedKey() {
  return DamagedState(
      Said("a key of the projections is malformed", "une clé des états dérivés est mal formée"));
}

std::optional<EventRef> EventOf(const std::optional<Cited>& cited) {
  if (!cited) return std::nullopt;
  return EventRef{cited->subject, cited->version};
}

}  // namespace

VerdictRow VerdictRowOf(const Verdict& verdict) {
  VerdictRow row{.certification = verdict.certification,
                 .edition = verdict.edition,
                 .revision = verdict.revision,
                 .route = verdict.route,
                 .enrolment_standing = verdict.enrolment_standing,
                 .standing = verdict.standing,
                 .conditions_met = verdict.conditions_met,
                 .decision = EventOf(verdict.decision),
                 .award = EventOf(verdict.award),
                 .award_number = verdict.award_number,
                 .next_change = verdict.next_change,
                 .nodes = {}};
  AddNodes(verdict.root, row.nodes);
  return row;
}

BoardRow BoardRowOf(const Verdict& verdict, const Referential& rules,
                    const EnrolmentOpened& opened) {
  BoardRow row{.certification = opened.certification,
               .campus = opened.campus,
               .cohort = opened.cohort,
               .learner = verdict.learner,
               .enrolment = verdict.enrolment,
               .route = verdict.route,
               .enrolment_standing = verdict.enrolment_standing,
               .standing = verdict.standing,
               .conditions_met = verdict.conditions_met,
               .missing = {}};
  for (const Missing& part : MissingIn(verdict.root, rules)) {
    row.missing.push_back({part.node->requirement, part.node->block});
  }
  return row;
}

std::string EncodeRow(const VerdictRow& row) { return Encode(row); }
std::string EncodeRow(const AwardRow& row) { return Encode(row); }
std::string EncodeRow(const BoardRow& row) { return Encode(row); }
Result<VerdictRow> DecodeVerdictRow(std::string_view bytes) { return Decode<VerdictRow>(bytes); }
Result<AwardRow> DecodeAwardRow(std::string_view bytes) { return Decode<AwardRow>(bytes); }
Result<BoardRow> DecodeBoardRow(std::string_view bytes) { return Decode<BoardRow>(bytes); }

std::string SubjectKey(const Subject& subject) { return IdPart(subject); }

std::string VerdictKey(const LearnerId& learner, const EnrolmentId& enrolment) {
  return IdPart(learner) + IdPart(enrolment);
}

std::string AwardKey(const AwardNumber& number, const LearnerId& learner) {
  return CodePart(number) + IdPart(learner);
}

std::string BoardKey(const BoardRow& row) {
  return CodePart(row.certification) + CodePart(row.campus) + CodePart(row.cohort) +
         IdPart(row.learner) + IdPart(row.enrolment);
}

std::string CitationKey(const Subject& cited, const LearnerId& learner) {
  return IdPart(cited) + IdPart(learner);
}

std::string ConvocationKey(const LearnerId& learner, const JuryId& jury) {
  return IdPart(learner) + IdPart(jury);
}

std::string DatePart(Date date) {
  const std::uint32_t sortable = std::bit_cast<std::uint32_t>(date.days) ^ 0x8000'0000u;
  std::string part;
  for (int shift = 24; shift >= 0; shift -= 8) part += static_cast<char>(sortable >> shift & 0xff);
  return part;
}

std::string DueKey(Date date, const LearnerId& learner) {
  return kDueByDate + DatePart(date) + IdPart(learner);
}

std::string DueDateKey(const LearnerId& learner) { return kDueByLearner + IdPart(learner); }

namespace {

template <typename IdType>
Result<IdType> LastIdOf(std::string_view key) {
  IdType id;
  if (key.size() < id.bytes.size()) return MalformedKey();
  std::copy(key.end() - id.bytes.size(), key.end(), id.bytes.begin());
  return id;
}

}  // namespace

Result<LearnerId> LearnerOfKey(std::string_view key) { return LastIdOf<LearnerId>(key); }

Result<JuryId> JuryOfKey(std::string_view key) { return LastIdOf<JuryId>(key); }

Result<Date> DateOfDueKey(std::string_view key) {
  if (key.size() < 1 + DatePart({}).size()) return MalformedKey();
  std::uint32_t sortable = 0;
  for (const char c : key.substr(1, 4)) sortable = sortable << 8 | static_cast<std::uint8_t>(c);
  return Date{std::bit_cast<std::int32_t>(sortable ^ 0x8000'0000u)};
}

}  // namespace cartulary
