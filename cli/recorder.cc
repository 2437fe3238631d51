#include "cli/recorder.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "core/check.h"
#include "core/subjects.h"

namespace cartulary::cli {
namespace {

// A bound on what an event can take in a commit: codes and ids take more room in JSON than stored.
constexpr std::size_t kEventSizeBytesEstimate = 3072;

static_assert(kCasesPerRevisionMax < kEventsPerCommitMax);

std::size_t SizeOf(const Drafted& drafted) {
  std::size_t size = 0;
  for (const NewEvent& event : drafted.events) {
    size += kEventSizeBytesEstimate;
    for (const SealedPiece& piece : event.sealed) size += piece.stored.size();
  }
  for (const Blob& blob : drafted.blobs) size += blob.bytes.size();
  return size;
}

std::vector<MinutedDecision>* MinutedIn(Drafted& drafted) {
  auto* minutes = std::get_if<MinutesSealed>(&drafted.events.front().fact);
  return minutes == nullptr ? nullptr : &minutes->decisions;
}

// Whether minutes name a decision that is among the events of `commit`: they need its leaf hash,
// which it has once it is appended.
bool NamesAny(const std::vector<MinutedDecision>& decisions, std::span<const Drafted> commit) {
  std::set<EventRef> named;
  for (const MinutedDecision& decision : decisions) {
    named.insert({SubjectOf(decision.learner), decision.version});
  }
  for (const Drafted& drafted : commit) {
    for (std::size_t i = 0; i < drafted.events.size(); ++i) {
      if (named.contains({drafted.events[i].subject, drafted.versions[i]})) return true;
    }
  }
  return false;
}

Status FillInLeaves(const Store& store, std::vector<MinutedDecision>& decisions) {
  for (MinutedDecision& decision : decisions) {
    const Subject learner = SubjectOf(decision.learner);
    bool found = false;
    CARTULARY_RETURN_IF_ERROR(store.log().ReadStream(
        learner, decision.version, [&](const Event&, std::string_view message) -> Result<Visit> {
          decision.leaf = store.hasher().LeafHash(message);
          found = true;
          return Visit::kStop;
        }));
    if (!found) {
      return Error{ErrorCode::kConflict,
                   Said("the minutes name version {0} of {1}, which is not there",
                        "le procès-verbal cite la version {0} de {1}, qui n'existe pas",
                        decision.version.value, decision.learner)};
    }
  }
  return Ok{};
}

// A merger is of two learners, and stays behind what comes before it in either stream.
bool IsOfOneLearner(const Drafted& drafted) {
  const NewEvent& first = drafted.events.front();
  return first.kind == StreamKind::kLearner &&
         std::none_of(drafted.events.begin(), drafted.events.end(), [&](const NewEvent& event) {
           return event.kind == StreamKind::kLearner && event.subject != first.subject;
         });
}

void SortRunsOfLearners(std::span<Drafted> commit) {
  auto first = commit.begin();
  while (first != commit.end()) {
    first = std::find_if(first, commit.end(), IsOfOneLearner);
    const auto last = std::find_if_not(first, commit.end(), IsOfOneLearner);
    std::stable_sort(first, last, [](const Drafted& a, const Drafted& b) {
      return a.events.front().subject < b.events.front().subject;
    });
    first = last;
  }
}

Batch BatchOf(std::span<Drafted> commit) {
  Batch batch;
  std::map<Subject, Version> first_versions;
  for (Drafted& drafted : commit) {
    if (!drafted.request.empty()) {
      batch.requests.push_back({.id = drafted.request,
                                .command_mac = drafted.command_mac,
                                .first = static_cast<std::uint32_t>(batch.events.size()),
                                .count = static_cast<std::uint32_t>(drafted.events.size())});
    }
    for (std::size_t i = 0; i < drafted.events.size(); ++i) {
      first_versions.try_emplace(drafted.events[i].subject, drafted.versions[i]);
      batch.events.push_back(std::move(drafted.events[i]));
    }
    std::move(drafted.blobs.begin(), drafted.blobs.end(), std::back_inserter(batch.blobs));
  }
  for (const auto& [subject, version] : first_versions) {
    if (version.value == 0) {
      batch.expectations.push_back({subject, Expectation::Kind::kNoStream, {}});
    } else {
      batch.expectations.push_back(
          {subject, Expectation::Kind::kExactly, Version{version.value - 1}});
    }
  }
  return batch;
}

// How many of `drafted`, at least one, go into the next commit.
std::size_t CommitLength(std::span<Drafted> drafted, std::size_t events_max) {
  std::size_t events = 0;
  std::size_t size = 0;
  for (std::size_t i = 0; i < drafted.size(); ++i) {
    events += drafted[i].events.size();
    size += SizeOf(drafted[i]);
    if (i == 0) continue;
    if (events > events_max || size > kCommitSizeBytesMax) return i;
    const auto* minuted = MinutedIn(drafted[i]);
    if (minuted != nullptr && NamesAny(*minuted, drafted.first(i))) return i;
  }
  return drafted.size();
}

}  // namespace

OrFailure<Recorded> Append(Store& store, std::vector<Drafted> drafted,
                           const std::function<void(const Recorded&)>& on_commit,
                           std::size_t commit_events_max) {
  Recorded recorded;
  std::span<Drafted> left(drafted);
  while (!left.empty()) {
    const std::span<Drafted> commit = left.first(CommitLength(left, commit_events_max));
    left = left.subspan(commit.size());
    for (Drafted& one : commit) {
      if (auto* minuted = MinutedIn(one)) {
        CARTULARY_RETURN_IF_ERROR(FillInLeaves(store, *minuted));
      }
    }
    SortRunsOfLearners(commit);
    CARTULARY_ASSIGN_OR_RETURN(const Appended appended, store.Append(BatchOf(commit)));
    if (recorded.commits == 0) recorded.first = appended.first;
    recorded.events += appended.count;
    ++recorded.commits;
    on_commit(recorded);
  }
  return recorded;
}

OrFailure<RecordedFact> RecordOne(const Context& context, Store& store,
                                  const std::function<OrFailure<Submission>(Draft&)>& make) {
  constexpr int kAttempts = 3;
  for (int attempt = 1;; ++attempt) {
    CARTULARY_ASSIGN_OR_RETURN(const auto draft, Draft::Begin(context, store));
    CARTULARY_ASSIGN_OR_RETURN(Submission submission, make(*draft));
    if (draft->broken()) return *draft->broken();
    const std::string request = submission.request;
    const StreamKind kind = submission.command.kind;
    if (!request.empty()) {
      CARTULARY_ASSIGN_OR_RETURN(const auto known, store.log().FindRequest(request));
      if (known && known->command_mac != submission.command_mac) {
        return Failure{
            .status = ExitStatus::kConflict,
            .message = Said("the id '{0}' was recorded before, as event {1}, with other content",
                            "l'identifiant « {0} » a déjà été enregistré, comme événement {1}, "
                            "avec un autre contenu",
                            submission.row, known->first.value),
            .hint =
                Said("what is recorded stays; correct it with a FactCorrected of its own",
                     "ce qui est enregistré demeure ; corrigez-le par un FactCorrected distinct")};
      }
      if (known) {
        RecordedFact fact{.index = known->first, .events = known->count, .already = true};
        CARTULARY_RETURN_IF_ERROR(store.log().ReadLog(
            known->first, [&](const Event& event, std::string_view) -> Result<Visit> {
              fact.kind = event.kind;
              fact.event = {event.subject, event.version};
              return Visit::kStop;
            }));
        return fact;
      }
    }
    CARTULARY_ASSIGN_OR_RETURN(const EventRef event, draft->Take(std::move(submission)));
    auto recorded = Append(store, draft->Drain(), [](const Recorded&) {});
    if (!recorded && recorded.error().status == ExitStatus::kConflict && attempt < kAttempts) {
      continue;
    }
    if (!recorded) return std::move(recorded).error();
    CARTULARY_RETURN_IF_ERROR(store.CurrentState());
    return RecordedFact{
        .index = recorded->first, .kind = kind, .event = event, .events = recorded->events};
  }
}

OrFailure<Submission> OfSystem(Draft& draft, const Store& store, Fact fact, Date on) {
  Submission submission;
  Command& command = submission.command;
  CARTULARY_ASSIGN_OR_RETURN(command.by.actor, draft.FindActor());
  command.kind = StreamKind::kSystem;
  command.subject = SystemSubject(store.hasher());
  command.fact = std::move(fact);
  command.by.effective = on;
  return submission;
}

}  // namespace cartulary::cli
