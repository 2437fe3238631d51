#include "core/fold/join.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace cartulary {
namespace {

// From the versions of one stream to indexes. What names no event of it names none afterwards.
class Renumbering {
 public:
  explicit Renumbering(const Dossier& dossier) {
    for (const Entry& entry : dossier.entries) {
      indexes_[entry.version] = entry.index;
      if (entry.superseded) indexes_[entry.superseded->by] = entry.superseded->index;
    }
  }

  // For Fields of a fact.
  template <typename T>
  void operator()(std::string_view, T& field, std::string_view) const {
    Renumber(field);
  }

  void Renumber(Version& version) const {
    const auto found = indexes_.find(version);
    version.value =
        found == indexes_.end() ? std::numeric_limits<std::uint64_t>::max() : found->second.value;
  }
  template <typename T>
  void Renumber(std::optional<T>& field) const {
    if (field) Renumber(*field);
  }
  template <typename T>
  void Renumber(std::vector<T>& fields) const {
    for (T& field : fields) Renumber(field);
  }
  template <typename T>
  void Renumber(T& field) const {
    if constexpr (requires { Fields(*this, field); }) Fields(*this, field);
  }

 private:
  std::map<Version, Index> indexes_;
};

void Add(const Dossier& dossier, bool survives, Dossier& joined) {
  const Renumbering renumbering(dossier);
  for (Entry entry : dossier.entries) {
    if (!survives && std::holds_alternative<LearnersMerged>(entry.fact)) continue;
    if (!entry.origin) entry.origin = EventRef{dossier.subject, entry.version};
    renumbering.Renumber(entry.version);
    if (entry.replaces) renumbering.Renumber(*entry.replaces);
    if (entry.superseded) renumbering.Renumber(entry.superseded->by);
    std::visit([&](auto& fact) { Fields(renumbering, fact); }, entry.fact);
    joined.entries.push_back(std::move(entry));
  }
  if (joined.last_index < dossier.last_index) {
    joined.last_index = dossier.last_index;
    joined.last_recorded_date = dossier.last_recorded_date;
  }
}

}  // namespace

std::vector<LearnerId> MergedInto(const Dossier& dossier, Date on) {
  std::vector<LearnerId> merged;
  for (const auto& held : HeldOn<LearnersMerged>(dossier, on)) {
    if (held->survivor) merged.push_back(held->other);
  }
  return merged;
}

std::optional<LearnerId> SurvivorOf(const Dossier& dossier, Date on) {
  for (const auto& held : HeldOn<LearnersMerged>(dossier, on)) {
    if (!held->survivor) return held->other;
  }
  return std::nullopt;
}

std::set<LearnerId> RegistrationsIn(const Dossier& dossier) {
  std::set<LearnerId> registrations{IdFrom<LearnerId>(dossier.subject)};
  for (const Entry& entry : dossier.entries) {
    if (entry.origin) registrations.insert(IdFrom<LearnerId>(entry.origin->subject));
  }
  return registrations;
}

Dossier Join(const Dossier& survivor, std::span<const Dossier> merged) {
  Dossier joined;
  joined.kind = survivor.kind;
  joined.subject = survivor.subject;
  Add(survivor, /*survives=*/true, joined);
  for (const Dossier& other : merged) Add(other, /*survives=*/false, joined);
  std::sort(joined.entries.begin(), joined.entries.end(),
            [](const Entry& a, const Entry& b) { return a.index < b.index; });
  joined.next_version = joined.last_index.value + 1;
  return joined;
}

}  // namespace cartulary
