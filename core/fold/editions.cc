#include "core/fold/editions.h"

#include <chrono>
#include <variant>

#include "core/facts/referential.h"

namespace cartulary {
namespace {

// Calls visit(entry, fact) for each fact of type T that no event took out for good.
template <typename T, typename Visit>
void ForEachStanding(const FoldedStream& stream, Visit&& visit) {
  for (const Entry& entry : stream.entries) {
    const T* fact = std::get_if<T>(&entry.fact);
    if (fact != nullptr && !entry.IsOut()) visit(entry, *fact);
  }
}

}  // namespace

AcademicYear AcademicYearOf(Date date) {
  const AcademicYear year{static_cast<std::uint16_t>(date.Year())};
  if (FirstDayOf(year) <= date) return year;
  return AcademicYear{static_cast<std::uint16_t>(year.first - 1)};
}

Date FirstDayOf(AcademicYear year) {
  const std::chrono::sys_days first = std::chrono::year{year.first} / std::chrono::September / 1;
  return Date{static_cast<std::int32_t>(first.time_since_epoch().count())};
}

std::optional<EditionCode> EditionInForce(const FoldedStream& referential, Date entry) {
  const EditionPublished* found = nullptr;
  Date found_from;
  for (const auto& held : HeldOn<EditionPublished>(referential, entry)) {
    const Date date =
        held->binding == BindingDate::kAcademicYear ? FirstDayOf(AcademicYearOf(entry)) : entry;
    const Date from = held.entry->effective;
    if (date < from || (held->to && *held->to < date)) continue;
    if (found != nullptr && from < found_from) continue;
    found = held.fact;
    found_from = from;
  }
  if (found == nullptr) return std::nullopt;
  return found->edition;
}

std::optional<AppliedRevision> FindAppliedRevision(const FoldedStream& referential,
                                                   const EditionCode& edition) {
  std::optional<std::uint32_t> number;
  for (const Entry& entry : referential.entries) {
    const auto* revision = std::get_if<RevisionPublished>(&entry.fact);
    const auto* applied = std::get_if<RevisionApplied>(&entry.fact);
    if (revision != nullptr && revision->edition == edition &&
        revision->kind == RevisionKind::kFirst) {
      number = revision->number;
    } else if (applied != nullptr && applied->edition == edition) {
      number = applied->number;
    }
  }
  return number ? FindRevision(referential, *number) : std::nullopt;
}

std::optional<AppliedRevision> FindRevision(const FoldedStream& referential, std::uint32_t number) {
  std::optional<AppliedRevision> found;
  ForEachStanding<RevisionPublished>(referential,
                                     [&](const Entry&, const RevisionPublished& revision) {
                                       if (revision.number != number) return;
                                       found = AppliedRevision{revision.number, revision.text};
                                     });
  return found;
}

}  // namespace cartulary
