// The register as it will be: what the store holds, and on top of it what is about to be recorded.
// Everything that is recorded goes through here once: names are resolved, content is sealed, Decide
// is asked, and what it allows is folded for whatever comes next. Nothing is written;
// cli/recorder.h does that.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/context.h"
#include "cli/failure.h"
#include "cli/finder.h"
#include "cli/json/names.h"
#include "cli/store.h"
#include "core/decide/decide.h"
#include "core/event.h"
#include "core/fold/dossier.h"
#include "core/sealed.h"

namespace cartulary::cli {

// A document behind a fact, to be hashed.
struct EvidenceFile {
  EvidenceRole role{};
  std::string media_type{};
  std::string bytes{};
};

// Something to record: a command whose personal content is not sealed yet.
struct Submission {
  Command command;  // `sealed` and the evidence of `by` are filled in by Draft::Take.
  RegisterContent registered{};
  ContactContent contact{};
  HealthContent health{};
  CommentsContent comments{};
  std::vector<EvidenceFile> evidence{};
  std::vector<Blob> blobs{};
  std::string row{};      // The id by which other rows may name the event; may be empty.
  std::string request{};  // What makes it be recorded once; may be empty.
  Hash command_mac{};     // Of what the user gave, beside `request`.
};

// What Decide made of a submission.
struct Drafted {
  std::string request;
  Hash command_mac;
  std::vector<NewEvent> events;   // In one commit, in order.
  std::vector<Version> versions;  // Of each of them.
  std::vector<Blob> blobs;
};

// Why a row cannot be taken, when the cause is another row that is wrong itself.
inline Text RestsOnWrongRow() {
  return Said("rests on a row that is wrong", "dépend d'une ligne qui est fausse");
}

enum class Known : std::uint8_t { kNo, kYes, kOtherwise };

// The source of the rows of `demo`.
inline constexpr std::string_view kDemoSource = "sample";

// Not thread-safe. Context and store outlive it.
class Draft final : public Names {
 public:
  // Errors: those of the store; without its key file nothing can be recorded.
  static OrFailure<std::unique_ptr<Draft>> Begin(const Context& context, Store& store);

  // The person that --actor names, in --role. Errors: usage, if there is none; not found.
  OrFailure<Actor> FindActor();
  // Rows name those of earlier imports of the same source by "row:ID".
  void SetSource(std::string source) { source_ = std::move(source); }
  // Files of rows lie there too: the message about a row of another source can say of which.
  void LookBeside(std::filesystem::path folder) { beside_ = std::move(folder); }
  // The request id of a row of this source.
  std::string RequestOf(std::string_view row) const;

  // Whether a request was recorded before, with the same command or another.
  OrFailure<Known> FindRequest(const std::string& request, const Hash& command_mac);

  // Seals, asks Decide, and goes on from what it allows. Errors: refused; those of the store. The
  // draft is as it was then.
  OrFailure<EventRef> Take(Submission submission);
  // What was taken since the last call, in order.
  std::vector<Drafted> Drain() { return std::exchange(drafted_, {}); }

  // Remembers that a row could not be taken, so that those resting on it are not blamed for it.
  void Spoil(std::string_view row, StreamKind kind, std::string_view number);
  // The enrolments of a learner whose row could not be taken.
  void SpoilEnrolments(const Subject& learner) { spoilt_enrolments_[learner] = true; }

  // The stream as it will be; empty if there is none. Lives as long as the draft.
  OrFailure<const FoldedStream*> Load(StreamKind kind, const Subject& subject);
  // Of any kind, as Finder::FindAny, but among what is about to be recorded too.
  OrFailure<FoundStream> FindAny(std::string_view written);
  // A failure of the store while names were resolved.
  const std::optional<Failure>& broken() const { return broken_; }

  Date today() const { return today_; }
  Random& random() { return context_.ports.random; }

  Named<Subject> FindSubject(StreamKind kind, std::string_view written) override;
  Named<EnrolmentId> FindEnrolment(const Subject& learner, std::string_view written) override;
  Named<EventRef> FindEvent(std::string_view written) override;
  Lookup LookupOf(FactType type, std::string_view number) override;
  EnrolmentId NewEnrolment() override;

 private:
  Draft(const Context& context, Store& store, const Sealer& sealer, RegisterReader reader,
        const Head& head);

  OrFailure<FoldedStream*> Reach(StreamKind kind, const Subject& subject,
                                 const CertificationCode* code = nullptr);
  OrFailure<Ok> LoadCited(const Citations& citations);
  Status Seal(Submission& submission);
  // The last day on which anybody entered it, by what is appended.
  OrFailure<std::optional<Date>> LastEntryIn(const CertificationCode& certification);
  OrFailure<std::optional<Subject>> HolderOf(const Claim& claim);
  // The learner of a stream, as the registrations merged by `on` make it.
  struct Registrations {
    std::vector<Dossier> others;
    std::optional<Dossier> joined;  // With `others`; empty: the stream is the only one.
  };
  OrFailure<Registrations> LoadRegistrations(const FoldedStream& target, Date on);
  // Who recorded a revision of the referential; empty if nobody did.
  OrFailure<std::optional<Actor>> PublisherOf(const FoldedStream& referential,
                                              std::uint32_t revision) const;
  // The rules that a submission publishes; none if it publishes none, or they cannot be read.
  std::optional<Referential> TextOf(const Submission& submission) const;
  OrFailure<Decision> Ask(const Submission& submission, const FoldedStream& target);
  // With the names that people go by in place of ids.
  Failure Refused(Rejection rejection);
  void Accept(Submission submission, std::vector<Decided> decided);
  Event EventOf(const NewEvent& event, Version version) const;
  std::string RequestOf(std::string_view source, std::string_view row) const;
  Named<EventRef> FindRow(std::string_view row);
  std::optional<std::string> FindSourceOf(std::string_view row) const;
  Text Broken(Failure failure);

  const Context& context_;
  Store& store_;
  const Sealer& sealer_;
  RegisterReader reader_;
  Finder finder_;
  const Head head_;
  const Instant now_;
  const Date today_;
  std::string source_;
  std::filesystem::path beside_;  // Empty: the folder at hand.
  std::uint64_t size_;            // Of the log, once all this is recorded.

  Reference reference_;
  std::map<Subject, FoldedStream> others_;  // Learners, award numbers, the system.
  std::map<Subject, FoldedStream*> streams_;
  std::set<Subject> completed_;  // Whose citations are loaded too.

  std::map<std::pair<StreamKind, std::string>, Subject> names_;  // As written, resolved.
  std::map<std::pair<StreamKind, std::string>, Subject>
      claims_;  // Lookup or code, about to be held.
  std::map<std::string, EventRef, std::less<>> rows_;
  std::map<std::string, bool, std::less<>> spoilt_rows_;
  std::map<std::pair<StreamKind, std::string>, bool> spoilt_names_;
  std::map<Subject, bool> spoilt_enrolments_;
  std::optional<Failure> broken_;
  std::vector<Drafted> drafted_;
};

}  // namespace cartulary::cli
