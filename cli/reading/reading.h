// What the reading verbs read from, opened together and cut at one event.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/context.h"
#include "cli/reading/identities.h"
#include "cli/reading/notes.h"
#include "cli/reading/published.h"
#include "cli/reading/viewpoint.h"
#include "cli/render/verdict_view.h"
#include "cli/store.h"
#include "projections/reader.h"

namespace cartulary::cli {

// Not thread-safe.
class Reading {
 public:
  // At the log's head, or as of --as-of. Errors: those of the store.
  static OrFailure<std::unique_ptr<Reading>> Open(const Context& context);

  Store& store() { return *store_; }
  const RegisterReader& reader() const { return reader_; }
  Identities& identities() { return identities_; }
  NoteReader& notes() { return notes_; }

  // The learner called `written`, as far as the cut knows. Errors: not found.
  OrFailure<Dossier> FindLearner(std::string_view written);
  // Who was called `written` at the cut, where it is before the head: a number or a code that was
  // corrected since finds nobody now. None if nobody was. Reads all of the kind.
  OrFailure<std::optional<Subject>> FindFormerly(StreamKind kind, std::string_view written);
  // The folded streams of one kind among those that dossiers refer to, in the order of their
  // subjects. Reads all of them.
  Status ForEachReference(StreamKind kind, const std::function<Status(const FoldedStream&)>& visit);

 private:
  Reading(std::unique_ptr<Store> store, RegisterReader reader, const Sealer* sealer);

  std::unique_ptr<Store> store_;
  RegisterReader reader_;
  Identities identities_;
  NoteReader notes_;
};

// How a registration of a learner is named: by the number that it had, beside the one that goes on
// where it was merged into another by a date.
struct RegistrationName {
  std::string number;  // Or the id, where it cannot be read.
  std::string now;     // Likewise, of the one that goes on; empty: this one does.
  std::string name;    // Empty: it cannot be read.
};
Result<RegistrationName> NameRegistration(Reading& reading, const LearnerId& registration, Date on);
// Likewise, of the registration that opened an enrolment of the learner, who goes on as `learner`.
Result<RegistrationName> NameRegistrationOf(Reading& reading, const LearnerId& learner,
                                            const EnrolmentId& enrolment, Date on);

// Which enrolment, and how it is judged.
struct VerdictQuestion {
  std::optional<std::uint64_t> enrolment;  // From 1, in the order of opening; none: the last one.
  Date on;
  std::optional<Published> rules;  // None: those applied.
};
// Judges by what is asked for, or else by what is applied.
EvaluateOptions EvaluateBy(const std::optional<Published>& asked, Date on);

// The verdict on an enrolment with all that a page shows of it.
// Errors: usage for rules of another certification; not found for an enrolment that there is not.
OrFailure<VerdictView> ReadVerdict(Reading& reading, const Dossier& dossier,
                                   const VerdictQuestion& question);
// Likewise, of the enrolment with that id.
OrFailure<VerdictView> ReadVerdict(Reading& reading, const Dossier& dossier,
                                   const EnrolmentId& enrolment, const VerdictQuestion& question);

// The enrolments of a dossier that were never taken out, in the order of their opening.
std::vector<Held<EnrolmentOpened>> EnrolmentsOf(const Dossier& dossier);
// The place of one, from 1, as `--enrolment` takes it. Precondition: the dossier opened it.
std::size_t OrdinalOf(const Dossier& dossier, const EnrolmentId& enrolment);

// A decision of the dossier with its session and minutes, out of the stream of its jury.
DecisionView DecisionViewOf(const Dossier& dossier, const Held<JuryDecisionRecorded>& decision,
                            const FoldedStream& jury, Date on);

}  // namespace cartulary::cli
