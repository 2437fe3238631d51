// Who held an office, or represented its holder, on a day. Read from the institution's stream.
#pragma once

#include <optional>

#include "core/code.h"
#include "core/fold/dossier.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary {

// The fact by which the person held the office on `day`; nullptr if there is none. An office of a
// campus counts for that campus only, one without a campus for all. Lives as long as `institution`.
const Entry* OfficeOn(const FoldedStream& institution, const PersonId& person, Office office,
                      const std::optional<CampusCode>& campus, Date day);

// The delegation by which the person represented, on `day`, a holder of the office.
struct Representation {
  const Entry* delegation;
  const Entry* office;
};
std::optional<Representation> RepresentationOn(const FoldedStream& institution,
                                               const PersonId& person, Office office,
                                               const CertificationCode& certification,
                                               const CampusCode& campus, Date day);

}  // namespace cartulary
