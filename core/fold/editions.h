// Which edition binds an enrolment and which revision of an edition is applied: read from the
// folded stream of a certification.
#pragma once

#include <cstdint>
#include <optional>

#include "core/code.h"
#include "core/fold/dossier.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary {

// 1 September to 31 August. Years around those that people may write have theirs too.
AcademicYear AcademicYearOf(Date date);
Date FirstDayOf(AcademicYear year);

// The edition that binds an enrolment entered on `entry`: among those in force on the date that the
// edition binds by (the entry date, or the first day of its academic year), the one that came into
// force last; of two on one day, the one published last. None if none is in force.
std::optional<EditionCode> EditionInForce(const FoldedStream& referential, Date entry);

// One text of an edition's rules; `text` names the blob that holds it.
struct AppliedRevision {
  std::uint32_t number = 0;
  Hash text;
  friend bool operator==(const AppliedRevision&, const AppliedRevision&) = default;
};

// The revision by which the enrolments of an edition are judged. An edition's first revision is
// applied on publication, another by the last RevisionApplied of the edition. None if the edition
// has no revision.
std::optional<AppliedRevision> FindAppliedRevision(const FoldedStream& referential,
                                                   const EditionCode& edition);
// Any published revision of the certification, applied or not.
std::optional<AppliedRevision> FindRevision(const FoldedStream& referential, std::uint32_t number);

}  // namespace cartulary
