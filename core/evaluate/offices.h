// Who held an office, or acted for its holder, on a day. Read from the institution's stream.
#pragma once

#include <optional>
#include <vector>

#include "core/code.h"
#include "core/fold/dossier.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary {

// The fact by which the person held the office on `day`; nullptr if there is none. An office of a
// campus counts for that campus only, one without a campus for all. Lives as long as `institution`.
const Entry* OfficeOn(const FoldedStream& institution, const PersonId& person, Office office,
                      const std::optional<CampusCode>& campus, Date day);

// The delegations by which the person could act, on `day`, for a holder of the office.
struct Delegated {
  const Entry* delegation;
  const Entry* office;
};
std::vector<Delegated> DelegationsOn(const FoldedStream& institution, DelegationKind kind,
                                     const PersonId& person, Office office,
                                     const CertificationCode& certification,
                                     const CampusCode& campus, Date day);

}  // namespace cartulary
