// The terms of an enrolment on a date: by which route, under which edition, and whether the learner
// is there. Read from the dossier alone.
#pragma once

#include <optional>
#include <vector>

#include "core/code.h"
#include "core/fold/dossier.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary {

// Entries are borrowed from the dossier. Of several facts of one day, the one recorded last counts.
struct EnrolmentTerms {
  // As it holds on the date or, where it does not, as it stands otherwise. Ask `route` and
  // `edition` below: those of the opening may have been changed since.
  Held<EnrolmentOpened> opened;
  Route route{};
  const Entry* route_changed = nullptr;  // Since when `route`; nullptr: since the opening.
  EditionCode edition;
  const Entry* repinned = nullptr;   // The registration that changed `edition`; nullptr: none did.
  const Entry* repeating = nullptr;  // The last registration, if it says that the year is repeated.
  // The interruption that lasts. Only a fact ends one, never the day that was planned for it.
  const Entry* suspended = nullptr;
  const Entry* left = nullptr;  // What ended the enrolment by then: closed, or transferred.
};

// Every enrolment that the dossier opened, each once, in the order of opening; one that was
// corrected or voided keeps its place. People name an enrolment by that place, from 1.
std::vector<EnrolmentId> EnrolmentsIn(const Dossier& dossier);

// None if the dossier does not open the enrolment, on whatever date and be it voided.
std::optional<EnrolmentTerms> TermsOf(const Dossier& dossier, const EnrolmentId& enrolment,
                                      Date on);

}  // namespace cartulary
