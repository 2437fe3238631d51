#include "cli/render/stored_row.h"

#include <algorithm>

#include "cli/json/write.h"
#include "core/binary/stream.h"
#include "projections/lookups.h"
#include "projections/rows.h"

namespace cartulary::cli {
namespace {

constexpr Phrase kLearner{"learner", "apprenant"};
constexpr Phrase kSubject{"stream", "flux"};

// Takes a key apart from its beginning.
class KeyReader {
 public:
  explicit KeyReader(std::string_view key) : left_(key) {}

  template <typename IdType>
  IdType TakeId() {
    IdType id;
    const std::string_view bytes = Take(id.bytes.size());
    std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
    return id;
  }
  std::string TakeHex(std::size_t size) {
    const std::string_view bytes = Take(size);
    return ToHex(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  }
  std::string TakeCode() {
    const std::size_t size = left_.find('\0');
    if (size == std::string_view::npos) return Fail();
    std::string code(Take(size));
    Take(1);
    return code;
  }
  char TakeByte() {
    const std::string_view byte = Take(1);
    return byte.empty() ? '\0' : byte[0];
  }
  std::string TakeDate() {
    const auto date = DateOfDueKey(kDueByDate + std::string(Take(DatePart({}).size())));
    return date ? ToText(*date) : Fail();
  }
  // Whether it was a key, and is read to its end.
  bool ok() const { return good_ && left_.empty(); }

 private:
  std::string Fail() {
    good_ = false;
    return {};
  }
  std::string_view Take(std::size_t size) {
    if (left_.size() < size) good_ = false;
    const std::string_view taken = left_.substr(0, good_ ? size : 0);
    left_.remove_prefix(taken.size());
    return taken;
  }

  std::string_view left_;
  bool good_ = true;
};

void AddLearner(KeyReader& reader, RowKey& key) {
  key.learner = reader.TakeId<LearnerId>();
  key.parts.emplace_back(kLearner, ToText(*key.learner));
}
void AddEnrolment(KeyReader& reader, RowKey& key) {
  key.parts.emplace_back(Phrase{"enrolment", "inscription"}, ToText(reader.TakeId<EnrolmentId>()));
}

void AddLookup(KeyReader& reader, RowKey& key) {
  constexpr std::size_t kHmacBytes = sizeof(Hash::bytes);
  switch (static_cast<LookupKind>(reader.TakeByte())) {
    case LookupKind::kStudentNumber:
      key.parts.emplace_back(Phrase{"student number, hashed", "numéro d'étudiant, haché"},
                             reader.TakeHex(kHmacBytes));
      return AddLearner(reader, key);
    case LookupKind::kStaffNumber:
      key.parts.emplace_back(Phrase{"staff number, hashed", "numéro d'agent, haché"},
                             reader.TakeHex(kHmacBytes));
      key.parts.emplace_back(Phrase{"person", "personne"}, ToText(reader.TakeId<PersonId>()));
      return;
    case LookupKind::kCertificateNumber:
      key.parts.emplace_back(Phrase{"certificate number, hashed", "numéro d'attestation, haché"},
                             reader.TakeHex(kHmacBytes));
      return AddLearner(reader, key);
    case LookupKind::kJuryCode:
      key.parts.emplace_back(Phrase{"session", "session"}, reader.TakeCode());
      key.parts.emplace_back(Phrase{"jury", "jury"}, ToText(reader.TakeId<JuryId>()));
      return;
    case LookupKind::kEnrolment:
      AddEnrolment(reader, key);
      return AddLearner(reader, key);
  }
  reader.TakeCode();  // Of no kind: it is no key.
}

void AddDue(KeyReader& reader, RowKey& key) {
  if (reader.TakeByte() == kDueByDate) {
    key.parts.emplace_back(Phrase{"due on", "échéance"}, reader.TakeDate());
  }
  AddLearner(reader, key);
}

void AddParts(Table table, std::optional<StreamKind> kind, KeyReader& reader, RowKey& key) {
  switch (table) {
    case Table::kDossiers:
      return AddLearner(reader, key);
    case Table::kReferences: {
      const auto subject = reader.TakeId<Subject>();
      key.parts.emplace_back(kSubject, IdText(kind.value_or(StreamKind::kSystem), subject));
      return;
    }
    case Table::kVerdicts:
      AddLearner(reader, key);
      return AddEnrolment(reader, key);
    case Table::kAwards:
      key.parts.emplace_back(Phrase{"award", "titre"}, reader.TakeCode());
      return AddLearner(reader, key);
    case Table::kBoard:
      key.parts.emplace_back(Phrase{"certification", "certification"}, reader.TakeCode());
      key.parts.emplace_back(Phrase{"campus", "campus"}, reader.TakeCode());
      key.parts.emplace_back(Phrase{"cohort", "promotion"}, reader.TakeCode());
      AddLearner(reader, key);
      return AddEnrolment(reader, key);
    case Table::kLookups:
      return AddLookup(reader, key);
    case Table::kCitations:
      key.parts.emplace_back(Phrase{"cited", "cité"}, ToText(reader.TakeId<Subject>()));
      return AddLearner(reader, key);
    case Table::kDue:
      return AddDue(reader, key);
    case Table::kConvocations:
      AddLearner(reader, key);
      key.parts.emplace_back(Phrase{"jury", "jury"}, ToText(reader.TakeId<JuryId>()));
      return;
  }
}

Json JsonOfEntry(const Entry& entry) {
  Json object{{"version", entry.version.value},
              {"index", entry.index.value},
              {"effective", ToText(entry.effective)},
              {"recorded_date", ToText(entry.recorded_date)},
              {"entry", JsonOf(entry.entry)}};
  if (entry.replaces) object["replaces"] = entry.replaces->value;
  if (entry.superseded) {
    object["out_by"] = entry.superseded->by.value;
    if (entry.superseded->from) object["out_from"] = ToText(*entry.superseded->from);
  }
  object["fact"] = JsonOf(entry.fact);
  return object;
}

Json JsonOfStream(const FoldedStream& stream) {
  Json object{{"kind", JsonOf(stream.kind)},
              {"subject", IdText(stream.kind, stream.subject)},
              {"events", stream.next_version},
              {"last_index", stream.last_index.value},
              {"last_recorded_date", ToText(stream.last_recorded_date)},
              {"entries", Json::array()}};
  for (const Entry& entry : stream.entries) object["entries"].push_back(JsonOfEntry(entry));
  return object;
}

template <typename Row>
Json JsonOfRow(const Result<Row>& row) {
  if (!row) return row.error().detail.en;
  return JsonOf(*row);
}

}  // namespace

std::string_view NameOf(Table table) {
  switch (table) {
    case Table::kDossiers:
      return "dossiers";
    case Table::kReferences:
      return "references";
    case Table::kVerdicts:
      return "verdicts";
    case Table::kAwards:
      return "awards";
    case Table::kBoard:
      return "board";
    case Table::kLookups:
      return "lookups";
    case Table::kCitations:
      return "citations";
    case Table::kDue:
      return "due";
    case Table::kConvocations:
      return "convocations";
  }
  return "?";
}

RowKey KeyOf(Table table, std::string_view key, std::optional<StreamKind> kind) {
  RowKey parts;
  KeyReader reader(key);
  AddParts(table, kind, reader, parts);
  if (reader.ok()) return parts;
  return {{{Phrase{"key", "clé"},
            ToHex(reinterpret_cast<const std::uint8_t*>(key.data()), key.size())}},
          std::nullopt};
}

Json ValueOf(Table table, std::string_view value) {
  switch (table) {
    case Table::kDossiers:
    case Table::kReferences: {
      const auto stream = DecodeStream(value);
      return stream ? JsonOfStream(*stream) : Json(stream.error().detail.en);
    }
    case Table::kVerdicts:
      return JsonOfRow(DecodeVerdictRow(value));
    case Table::kAwards:
      return JsonOfRow(DecodeAwardRow(value));
    case Table::kBoard:
      return JsonOfRow(DecodeBoardRow(value));
    case Table::kDue:
      if (const auto date = DateOfDueKey(kDueByDate + std::string(value)); date) {
        return ToText(*date);
      }
      [[fallthrough]];
    case Table::kLookups:
    case Table::kCitations:
    case Table::kConvocations:
      break;
  }
  if (value.empty()) return "";
  return ToHex(reinterpret_cast<const std::uint8_t*>(value.data()), value.size());
}

ValueDifference FirstDifference(const Json& left, const Json& right) {
  if (left.is_object() && right.is_object()) {
    const auto differs_at = [&](const std::string& name) {
      return !left.contains(name) || !right.contains(name) || left.at(name) != right.at(name);
    };
    for (const Json* side : {&left, &right}) {
      for (const auto& item : side->items()) {
        if (!differs_at(item.key())) continue;
        auto inner =
            FirstDifference(left.value(item.key(), Json()), right.value(item.key(), Json()));
        inner.path =
            item.key() + (inner.path.empty() || inner.path[0] == '[' ? "" : ".") + inner.path;
        return inner;
      }
    }
  }
  if (left.is_array() && right.is_array()) {
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
      const Json one = i < left.size() ? left.at(i) : Json();
      const Json other = i < right.size() ? right.at(i) : Json();
      if (one == other) continue;
      auto inner = FirstDifference(one, other);
      inner.path = "[" + std::to_string(i) + "]" +
                   (inner.path.empty() || inner.path[0] == '[' ? "" : ".") + inner.path;
      return inner;
    }
  }
  return {"", left, right};
}

}  // namespace cartulary::cli
