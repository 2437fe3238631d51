// A session of a jury as it is composed on a day.
#pragma once

#include <optional>
#include <vector>

#include "core/evaluate/jury.h"
#include "core/facts/jury.h"
#include "core/fold/dossier.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary::cli {

// Borrows from the stream.
struct Session {
  Held<JuryAppointed> appointed;
  PersonId chair;
  std::vector<JuryMember> members;  // As amended, chair included.
};

// None if no appointment is in force on that day.
std::optional<Session> SessionOn(const FoldedStream& jury, Date day);

// The learners convened and not withdrawn by that day, in the order of their convocation.
std::vector<CandidateConvened> CandidatesOn(const FoldedStream& jury, Date day);

}  // namespace cartulary::cli
