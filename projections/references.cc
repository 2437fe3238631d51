#include "projections/references.h"

#include <optional>
#include <string>
#include <utility>

#include "core/binary/stream.h"
#include "core/subjects.h"
#include "projections/rows.h"

namespace cartulary {

ReferenceGatherer::ReferenceGatherer(const Hasher& hasher, StreamLoader load)
    : hasher_(hasher), load_(std::move(load)) {}

Status ReferenceGatherer::Gather(const Citations& citations) {
  if (!has_institution_) {
    CARTULARY_ASSIGN_OR_RETURN(reference_.institution, load_(InstitutionSubject(hasher_)));
    has_institution_ = true;
  }
  const auto gather = [&](const auto& names, auto& streams, const auto& subject_of) -> Status {
    for (const auto& name : names) {
      if (streams.contains(name)) continue;
      CARTULARY_ASSIGN_OR_RETURN(streams[name], load_(subject_of(name)));
    }
    return Ok{};
  };
  const auto same_bytes = [](const auto& id) { return SubjectOf(id); };
  CARTULARY_RETURN_IF_ERROR(
      gather(citations.referentials, reference_.referentials,
             [&](const CertificationCode& code) { return SubjectOf(hasher_, code); }));
  CARTULARY_RETURN_IF_ERROR(gather(citations.juries, reference_.juries, same_bytes));
  return gather(citations.persons, reference_.persons, same_bytes);
}

Result<FoldedStream> LoadStored(const StateStore& state, Table table, const Subject& subject) {
  CARTULARY_ASSIGN_OR_RETURN(const auto bytes, state.Get(table, SubjectKey(subject)));
  if (!bytes) return FoldedStream{};
  return DecodeStream(*bytes);
}

}  // namespace cartulary
