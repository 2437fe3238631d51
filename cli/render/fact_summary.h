// A fact in one line, for whoever reads a list of events.
#pragma once

#include <functional>
#include <string>

#include "core/facts/fact.h"
#include "core/text.h"

namespace cartulary::cli {

// What to call a person: a name where it can be read, or the id.
using NamePerson = std::function<std::string(const PersonId&)>;

// What to call another event of the same stream, which the fact names by its version: "#12".
using NameEvent = std::function<std::string(Version)>;

// "plan BC01-EX1, session first, attempt 1, status graded, grade 12.5". Without what is unset,
// empty, false or a hash, and without the enrolment and the session of a jury, which the page says
// already; a long list is only counted.
Text SummaryOf(const PlainFact& fact, const NamePerson& name, const NameEvent& event);

}  // namespace cartulary::cli
