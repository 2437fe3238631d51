// Who held an office, acted for its holder or was accredited, on a day. Read from the stream of the
// institution.
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

// The fact by which the body was accredited for the language on `day`; nullptr if it was not.
const Entry* AccreditationOn(const FoldedStream& institution, const BodyCode& body,
                             const LanguageCode& language, Date day);

}  // namespace cartulary
