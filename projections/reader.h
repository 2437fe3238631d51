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
#include "projections/verdicts.h"

namespace cartulary {

// One enrolment, evaluated afresh, with all that explains it.
struct EvaluatedEnrolment {
  Dossier dossier;
  Reference reference;
  std::shared_ptr<const Referential> rules;
  Verdict verdict;
};

struct EvaluateOptions {
  Date on;
  // Judge by this revision of the certification. Default: the one applied to the edition.
  std::optional<std::uint32_t> revision;
  // Judge by these rules, whose number `revision` is: they need not be published by then, nor at
  // all (the verdict's revision is 0 without a number).
  std::shared_ptr<const Referential> rules;
};

// The register as it was when the log had some number of events, and none of those after: every
// answer is cut at the same event, even while others append.
//
// A stream is its stored state and the fold of what came after it; where the stored state is
// already past the cut, the stream is folded from its history. Const and callable from several
// threads.
class RegisterReader {
 public:
  // At the log's head or, with `as_of`, as if that event were the last. `state` may be behind the
  // log; it must outlive the reader.
  // Errors: kNotFound if the log has no event `as_of` yet.
  static Result<RegisterReader> Open(const ProjectionPorts& ports, const StateStore& state,
                                     std::optional<Index> as_of = std::nullopt);

  std::uint64_t size() const { return size_; }           // Of the log, at the cut.
  bool at_head() const { return at_head_; }              // Nothing came after, when it was opened.
  Date recorded_date() const { return recorded_date_; }  // Of its last event; 1970-01-01 if none.
  Instant recorded() const { return recorded_; }         // Likewise.

  // Empty if there is no such stream.
  Result<FoldedStream> LoadStream(const Subject& subject) const;
  // What a learner is judged by on a date: the dossier of the registration that goes on, joined
  // with those merged into it by then (core/fold/join.h). Empty if there is no such learner.
  Result<Dossier> LoadDossier(const LearnerId& learner, Date on) const;
  // The institution and what is cited.
  Result<Reference> LoadReference(const Citations& citations) const;

  // Judged by LoadDossier. Errors: kNotFound if the learner has no such enrolment on that date, or
  // no revision says how it is judged.
  Result<EvaluatedEnrolment> EvaluateNow(const LearnerId& learner, const EnrolmentId& enrolment,
                                         const EvaluateOptions& options) const;

 private:
  RegisterReader(const ProjectionPorts& ports, const StateStore& state)
      : ports_(ports), state_(&state) {}
  Result<BindingRules> ChooseRules(const EnrolmentTerms& terms, const Reference& reference,
                                   const EvaluateOptions& options) const;

  ProjectionPorts ports_;
  const StateStore* state_;
  std::uint64_t size_ = 0;
  std::uint64_t stored_size_ = 0;  // How many events the state has taken in, at least.
  bool at_head_ = true;
  Date recorded_date_;
  Instant recorded_;
};

// The last event recorded at or before an instant; none if the log begins later.
Result<std::optional<Index>> FindLastRecorded(const EventLog& log, Instant instant);

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
// The sessions that convened a learner at any time, be it voided since.
Result<std::vector<JuryId>> FindConvening(const StateStore& state, const LearnerId& learner);
// Every folded stream of the table kDossiers, by subject.
Status ScanDossiers(const StateStore& state, const std::function<Result<Visit>(Dossier&&)>& visit);

}  // namespace cartulary
