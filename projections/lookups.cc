#include "projections/lookups.h"

#include <algorithm>
#include <map>
#include <variant>

#include "projections/rows.h"

namespace cartulary {
namespace {

template <std::size_t kSize>
std::string KeyOf(LookupKind kind, const std::array<std::uint8_t, kSize>& bytes) {
  return static_cast<char>(kind) +
         std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}
std::string KeyOf(const JuryCode& code) {
  return static_cast<char>(LookupKind::kJuryCode) + CodePart(code);
}

Result<std::vector<Subject>> Find(const StateStore& state, const std::string& key) {
  std::vector<Subject> holders;
  CARTULARY_RETURN_IF_ERROR(state.Scan(
      Table::kLookups, key, key, [&](std::string_view row, std::string_view) -> Result<Visit> {
        Subject& holder = holders.emplace_back();
        if (row.size() != key.size() + holder.bytes.size()) {
          return DamagedState(Said("a key of the table of lookups is malformed",
                                   "une clé de la table de recherche est mal formée"));
        }
        std::copy(row.begin() + static_cast<std::ptrdiff_t>(key.size()), row.end(),
                  holder.bytes.begin());
        return Visit::kGoOn;
      }));
  return holders;
}

template <typename To>
Result<std::optional<To>> FirstOf(Result<std::vector<Subject>> holders) {
  if (!holders) return std::move(holders).error();
  if (holders->empty()) return std::optional<To>();
  return std::optional<To>(IdFrom<To>(holders->front()));
}

// The key under which a fact is looked up, without the holder; empty if under none.
std::string KeyOfFact(const PlainFact& fact) {
  if (const auto* learner = std::get_if<LearnerRegistered>(&fact)) {
    return KeyOf(LookupKind::kStudentNumber, learner->number.hmac.bytes);
  }
  if (const auto* person = std::get_if<PersonRegistered>(&fact); person && person->number) {
    return KeyOf(LookupKind::kStaffNumber, person->number->hmac.bytes);
  }
  if (const auto* certificate = std::get_if<LanguageCertificateRecorded>(&fact)) {
    return KeyOf(LookupKind::kCertificateNumber, certificate->number.hmac.bytes);
  }
  if (const auto* jury = std::get_if<JuryAppointed>(&fact)) return KeyOf(jury->code);
  if (const auto* enrolment = std::get_if<EnrolmentOpened>(&fact)) {
    return KeyOf(LookupKind::kEnrolment, enrolment->enrolment.bytes);
  }
  return {};
}

}  // namespace

Result<std::vector<Subject>> FindHolders(const StateStore& state, LookupKind kind,
                                         const Lookup& number) {
  return Find(state, KeyOf(kind, number.hmac.bytes));
}

Result<std::vector<Subject>> FindHolders(const StateStore& state, const JuryCode& code) {
  return Find(state, KeyOf(code));
}

Result<std::optional<LearnerId>> FindLearner(const StateStore& state,
                                             const Lookup& student_number) {
  return FirstOf<LearnerId>(FindHolders(state, LookupKind::kStudentNumber, student_number));
}

Result<std::optional<LearnerId>> FindLearner(const StateStore& state,
                                             const EnrolmentId& enrolment) {
  return FirstOf<LearnerId>(Find(state, KeyOf(LookupKind::kEnrolment, enrolment.bytes)));
}

Result<std::optional<PersonId>> FindPerson(const StateStore& state, const Lookup& staff_number) {
  return FirstOf<PersonId>(FindHolders(state, LookupKind::kStaffNumber, staff_number));
}

Result<std::optional<JuryId>> FindJury(const StateStore& state, const JuryCode& code) {
  return FirstOf<JuryId>(FindHolders(state, code));
}

std::vector<StateChange> LookupChanges(const FoldedStream& stream) {
  std::map<std::string, bool>
      holds;  // By key; a later entry with the same key prevails if it holds.
  for (const Entry& entry : stream.entries) {
    const std::string key = KeyOfFact(entry.fact);
    if (!key.empty()) holds[key] |= !entry.IsOut();
  }
  std::vector<StateChange> changes;
  for (const auto& [key, held] : holds) {
    StateChange change{Table::kLookups, key + SubjectKey(stream.subject), std::nullopt};
    if (held) change.value.emplace();
    changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace cartulary
