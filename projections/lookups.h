// Table kLookups: from the numbers and codes by which people name things to the streams that hold
// them. Each holder has a row of its own, so that one number held twice is seen.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/code.h"
#include "core/fold/dossier.h"
#include "core/ids.h"
#include "core/ports/state_store.h"
#include "core/result.h"

namespace cartulary {

// The first byte of a key. Stored: append only, never renumber.
enum class LookupKind : char {
  kStudentNumber = 's',      // HMAC -> learner
  kStaffNumber = 'p',        // HMAC -> person
  kCertificateNumber = 'c',  // HMAC -> learner
  kJuryCode = 'j',           // session code -> jury
  kEnrolment = 'e',          // enrolment id -> learner
};

// The streams that hold a number or code, in the order of their subjects: none, one or, if a number
// was recorded of two, several. What a correction or an undated voiding took out does not count.
// Errors: those of the store.
Result<std::vector<Subject>> FindHolders(const StateStore& state, LookupKind kind,
                                         const Lookup& number);
Result<std::vector<Subject>> FindHolders(const StateStore& state, const JuryCode& code);

// The only holder, or the first.
Result<std::optional<LearnerId>> FindLearner(const StateStore& state, const Lookup& student_number);
Result<std::optional<LearnerId>> FindLearner(const StateStore& state, const EnrolmentId& enrolment);
Result<std::optional<PersonId>> FindPerson(const StateStore& state, const Lookup& staff_number);
Result<std::optional<JuryId>> FindJury(const StateStore& state, const JuryCode& code);

// What a stream puts into the table, or no longer does.
std::vector<StateChange> LookupChanges(const FoldedStream& stream);

}  // namespace cartulary
