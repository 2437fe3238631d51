// What the reading commands see of the register: streams, references, verdicts. Never writes.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/evaluate/verdict.h"
#include "core/fold/dossier.h"
#include "core/fold/fold.h"
#include "core/ports/state_store.h"
#include "core/result.h"
#include "projections/ports.h"
#include "projections/rows.h"

namespace cartulary {

// One enrolment, evaluated afresh, with all that explains it.
struct Evaluation {
  Dossier dossier;
  Reference reference;
  std::shared_ptr<const Referential> rules;
  Verdict verdict;
};

struct EvaluateOptions {
  Date on;
  // Judge by this revision of the certification. Default: the one applied to the edition.
  std::optional<std::uint32_t> revision;
};

// The register at its head, or as it was when it had taken in `as_of` and nothing after it.
//
// At the head a stream is its stored state and the fold of what came after; as of an earlier event
// it is folded from its history. Const and callable from several threads.
class RegisterReader {
 public:
  // `state` may be behind the log.
  RegisterReader(const ProjectionPorts& ports, const StateStore& state,
                 std::optional<Index> as_of = std::nullopt)
      : ports_(ports), state_(state), as_of_(as_of) {}

  // Empty if there is no such stream.
  Result<FoldedStream> LoadStream(const Subject& subject) const;
  // The institution and what is cited.
  Result<Reference> LoadReference(const Citations& citations) const;

  // Errors: kNotFound if the learner has no such enrolment on that date, or if nothing tells how it
  // is judged (no such revision).
  Result<Evaluation> Evaluate(const LearnerId& learner, const EnrolmentId& enrolment,
                              const EvaluateOptions& options) const;
  // Every enrolment of the learner that holds on that date and has rules, in the order of their
  // opening.
  Result<std::vector<Evaluation>> EvaluateAll(const LearnerId& learner,
                                              const EvaluateOptions& options) const;

 private:
  ProjectionPorts ports_;
  const StateStore& state_;
  std::optional<Index> as_of_;
};

// The stored rows, at the checkpoint of `state`; CatchUp first (readers into an overlay).
struct BoardFilter {
  std::optional<CertificationCode> certification;
  std::optional<CampusCode> campus;
  std::optional<CohortCode> cohort;
};
Status ScanBoard(const StateStore& state, const BoardFilter& filter,
                 const std::function<Result<Visit>(const BoardRow&)>& visit);
// In the order of their numbers.
Status ScanAwards(const StateStore& state,
                  const std::function<Result<Visit>(const AwardRow&)>& visit);
// Every award with this number: one, unless it was recorded of two learners.
Result<std::vector<AwardRow>> FindAwards(const StateStore& state, const AwardNumber& number);
Status ScanVerdicts(const StateStore& state,
                    const std::function<Result<Visit>(const LearnerId&, const EnrolmentId&,
                                                      const VerdictRow&)>& visit);
Result<std::optional<VerdictRow>> FindVerdict(const StateStore& state, const LearnerId& learner,
                                              const EnrolmentId& enrolment);
// The learners whose dossiers cite a reference stream.
Result<std::vector<LearnerId>> FindCiting(const StateStore& state, const Subject& cited);
// Every folded stream of the table kDossiers, by subject.
Status ScanDossiers(const StateStore& state, const std::function<Result<Visit>(Dossier&&)>& visit);

}  // namespace cartulary
