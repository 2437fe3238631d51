#include "core/fold/fold.h"

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace cartulary {
namespace {

Error OutOfPlace(const Event& event, const Text& why) {
  return Error{
      ErrorCode::kIntegrity,
      Said(
          "event {0} (version {1} of {2}) cannot be folded: {3}. Stop writing, keep the files, and "
          "restore a backup.",
          "l'événement {0} (version {1} de {2}) ne peut pas être intégré : {3}. Cessez d'écrire, "
          "gardez les fichiers et restaurez une sauvegarde.",
          event.index.value, event.version.value, event.subject, why)};
}

Status CheckPlace(const FoldedStream& stream, const Event& event, const PassedOver& passed_over) {
  const Version next = NextShown(passed_over, event.subject, stream.next_version);
  if (event.version != next) {
    return OutOfPlace(event, Said("the stream's next version is {0}",
                                  "la prochaine version du flux est la {0}", next.value));
  }
  if (stream.empty()) return Ok{};
  if (event.kind != stream.kind || event.subject != stream.subject) {
    return OutOfPlace(event, Said("it is not of the stream of {0} {1}",
                                  "il n'est pas du flux {1} ({0})", stream.kind, stream.subject));
  }
  if (event.index <= stream.last_index) {
    return OutOfPlace(
        event, Said("the stream already has event {0}", "le flux contient déjà l'événement {0}",
                    stream.last_index.value));
  }
  return Ok{};
}

// The entry that a correction or voiding is about. Errors: kIntegrity if there is none to correct.
Result<std::size_t> FindTarget(const FoldedStream& stream, const Event& event, Version target) {
  const Entry* entry = FindEntry(stream, target);
  if (entry == nullptr)
    return OutOfPlace(event, Said("there is no fact at version {0}",
                                  "il n'y a pas de fait à la version {0}", target.value));
  if (entry->superseded) {
    return OutOfPlace(
        event, Said("the fact at version {0} is already out, by version {1}",
                    "le fait de la version {0} est déjà remplacé ou annulé, par la version {1}",
                    target.value, entry->superseded->by.value));
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
    return OutOfPlace(
        event, Said("it replaces {0} by {1}", "il remplace {0} par {1}",
                    InfoOf(stream.entries[target].fact).name, InfoOf(correction.replacement).name));
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
template <bool kPersons>
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
  void Add(const PersonId& person) {
    if constexpr (kPersons) citations.persons.insert(person);
  }
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

Status Fold(FoldedStream& stream, const Event& event, const PassedOver& passed_over) {
  CARTULARY_RETURN_IF_ERROR(CheckPlace(stream, event, passed_over));
  CARTULARY_RETURN_IF_ERROR(
      std::visit([&](const auto& fact) { return Take(stream, event, fact); }, event.fact));
  stream.kind = event.kind;
  stream.subject = event.subject;
  stream.next_version = event.version.value + 1;
  stream.last_index = event.index;
  stream.last_recorded_date = event.recorded_date;
  return Ok{};
}

Citations CitationsOf(const Dossier& dossier) {
  CitationCollector</*kPersons=*/false> collector;
  for (const Entry& entry : dossier.entries) {
    std::visit([&](const auto& fact) { Fields(collector, fact); }, entry.fact);
  }
  return std::move(collector.citations);
}

Citations CitationsOf(const Fact& fact) {
  CitationCollector</*kPersons=*/true> collector;
  std::visit([&](const auto& any) { Fields(collector, any); }, fact);
  return std::move(collector.citations);
}

}  // namespace cartulary
