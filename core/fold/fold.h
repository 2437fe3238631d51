// Fold: from events to a folded stream. Pure; knows no rules and no dates.
#pragma once

#include <set>

#include "core/event.h"
#include "core/fold/dossier.h"
#include "core/fold/passed_over.h"
#include "core/result.h"

namespace cartulary {

// Takes one more event into `stream`; an empty stream takes its kind and subject from it. What was
// passed over before it leaves a gap in the versions, and nothing else.
// Errors: kIntegrity, naming the index, if the event is not the stream's next one, or corrects what
// it cannot (Decide never lets such an event in). `stream` is unchanged then.
Status Fold(FoldedStream& stream, const Event& event,
            const PassedOver& passed_over = NothingPassedOver());

// The streams that something names, beside the institution's.
struct Citations {
  std::set<CertificationCode> referentials;
  std::set<JuryId> juries;
  std::set<PersonId> persons;
  std::set<LearnerId> learners;  // Named by facts of juries only.
};
// Those that an evaluation of this dossier reads: no persons, whose streams bear on no verdict.
Citations CitationsOf(const Dossier& dossier);
// Those that one fact names, in a replacement too.
Citations CitationsOf(const Fact& fact);

}  // namespace cartulary
