#include "core/fold/fold.h"

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace cartulary {
namespace {

Error OutOfPlace(const Event& event, const std::string& why) {
  return Error{ErrorCode::kIntegrity, "event " + std::to_string(event.index.value) + " (version " +
                                          std::to_string(event.version.value) + " of " +
                                          ToText(event.subject) + ") cannot be folded: " + why +
                                          ". Stop, and run `cartulary verify`."};
}

Status CheckPlace(const FoldedStream& stream, const Event& event) {
  if (event.version.value != stream.next_version) {
    return OutOfPlace(event, "the stream's next version is " + std::to_string(stream.next_version));
  }
  if (stream.empty()) return Ok{};
  if (event.kind != stream.kind || event.subject != stream.subject) {
    return OutOfPlace(event, "it is not of the stream of " + std::string(ToName(stream.kind)) +
                                 ' ' + ToText(stream.subject));
  }
  if (event.index <= stream.last_index) {
    return OutOfPlace(event,
                      "the stream already has event " + std::to_string(stream.last_index.value));
  }
  return Ok{};
}

// The entry that a correction or voiding is about. Errors: kIntegrity if there is none to correct.
Result<std::size_t> FindTarget(const FoldedStream& stream, const Event& event, Version target) {
  const Entry* entry = FindEntry(stream, target);
  const std::string version = std::to_string(target.value);
  if (entry == nullptr) return OutOfPlace(event, "there is no fact at version " + version);
  if (entry->superseded) {
    return OutOfPlace(event, "the fact at version " + version + " is already out, by version " +
                                 std::to_string(entry->superseded->by.value));
  }
  return static_cast<std::size_t>(entry - stream.entries.data());
}

Entry MakeEntry(const Event& event, PlainFact fact, std::optional<Version> replaces) {
  return Entry{.version = event.version,
               .index = event.index,
               .effective = event.by.effective,
               .recorded_date = event.recorded_date,
               .entry = event.by.entry,
               .replaces = replaces,
               .superseded = std::nullopt,
               .fact = std::move(fact),
               .origin = std::nullopt};
}

template <typename Plain>
Status Take(FoldedStream& stream, const Event& event, const Plain& fact) {
  stream.entries.push_back(MakeEntry(event, fact, std::nullopt));
  return Ok{};
}

Status Take(FoldedStream& stream, const Event& event, const FactCorrected& correction) {
  CARTULARY_ASSIGN_OR_RETURN(const std::size_t target,
                             FindTarget(stream, event, correction.target));
  if (stream.entries[target].fact.index() != correction.replacement.index()) {
    return OutOfPlace(event, "it replaces " +
                                 std::string(InfoOf(stream.entries[target].fact).name) + " by " +
                                 std::string(InfoOf(correction.replacement).name));
  }
  stream.entries[target].superseded = Superseded{event.version, event.index, std::nullopt};
  stream.entries.push_back(MakeEntry(event, correction.replacement, correction.target));
  return Ok{};
}

Status Take(FoldedStream& stream, const Event& event, const FactVoided& voiding) {
  CARTULARY_ASSIGN_OR_RETURN(const std::size_t target, FindTarget(stream, event, voiding.target));
  Entry& entry = stream.entries[target];
  const bool has_own_date = event.by.effective != entry.effective;
  entry.superseded = Superseded{event.version, event.index, std::nullopt};
  if (has_own_date) entry.superseded->from = event.by.effective;
  return Ok{};
}

// Collects the streams that a fact names, wherever in its fields.
class CitationCollector {
 public:
  template <typename T>
  void operator()(std::string_view, const T& field, std::string_view) {
    Add(field);
  }

  Citations citations;

 private:
  void Add(const CertificationCode& code) { citations.referentials.insert(code); }
  void Add(const JuryId& jury) { citations.juries.insert(jury); }
  void Add(const PersonId& person) { citations.persons.insert(person); }
  void Add(const LearnerId& learner) { citations.learners.insert(learner); }
  void Add(const PlainFact& fact) {
    std::visit([&](const auto& plain) { Fields(*this, plain); }, fact);
  }
  template <typename T>
  void Add(const std::optional<T>& field) {
    if (field) Add(*field);
  }
  template <typename T>
  void Add(const std::vector<T>& fields) {
    for (const T& field : fields) Add(field);
  }
  template <typename T>
  void Add(const T& field) {
    if constexpr (requires { Fields(*this, field); }) Fields(*this, field);
  }
};

}  // namespace

Status Fold(FoldedStream& stream, const Event& event) {
  CARTULARY_RETURN_IF_ERROR(CheckPlace(stream, event));
  CARTULARY_RETURN_IF_ERROR(
      std::visit([&](const auto& fact) { return Take(stream, event, fact); }, event.fact));
  stream.kind = event.kind;
  stream.subject = event.subject;
  ++stream.next_version;
  stream.last_index = event.index;
  stream.last_recorded_date = event.recorded_date;
  return Ok{};
}

Citations CitationsOf(const Dossier& dossier) {
  CitationCollector collector;
  for (const Entry& entry : dossier.entries) {
    std::visit([&](const auto& fact) { Fields(collector, fact); }, entry.fact);
  }
  return std::move(collector.citations);
}

Citations CitationsOf(const Fact& fact) {
  CitationCollector collector;
  std::visit([&](const auto& any) { Fields(collector, any); }, fact);
  return std::move(collector.citations);
}

}  // namespace cartulary
