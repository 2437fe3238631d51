// How what people write becomes what facts hold: numbers and codes become ids.
#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "core/facts/fact_info.h"
#include "core/ids.h"
#include "core/text.h"

namespace cartulary::cli {

// The thing, or why there is none: a sentence fragment for the writer of the input.
template <typename T>
using Named = std::variant<T, Text>;

// The port from the reader of rows to what the store and the rows before know. Not thread-safe.
class Names {
 public:
  virtual ~Names() = default;

  // The learner, person or jury with this number or code, or of this id.
  virtual Named<Subject> FindSubject(StreamKind kind, std::string_view written) = 0;
  // The enrolment of `learner` by its ordinal from 1 or its id; "" stands for the only one.
  virtual Named<EnrolmentId> FindEnrolment(const Subject& learner, std::string_view written) = 0;
  // The event that the row "row:ID" made, or "WHO@VERSION".
  virtual Named<EventRef> FindEvent(std::string_view written) = 0;
  // The HMAC of a number that a fact of this type carries.
  virtual Lookup LookupOf(FactType type, std::string_view number) = 0;
  // A new, random enrolment.
  virtual EnrolmentId NewEnrolment() = 0;
};

}  // namespace cartulary::cli
