// What it takes to append, said once for every log: which batches are refused, and what becomes of
// the others (index, version, link, recorded time, message, leaf hash).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/event.h"
#include "core/ids.h"
#include "core/ports/clock.h"
#include "core/ports/event_codec.h"
#include "core/ports/event_log.h"
#include "core/ports/hasher.h"
#include "core/result.h"

namespace cartulary {

// Refuses a batch that no log could take, whatever it holds. The order of its checks is that of
// docs/spec/log-format.md.
// Errors: kInvalidArgument.
Status CheckBatch(const Batch& batch, const Hasher& hasher);

struct SequencedEvent {
  Subject subject;
  Version version;
  std::string message;
};

struct SequencedContent {
  Subject subject;
  Version version;
  SealedClass content_class{};
  std::string_view stored;
};

// What a batch writes, all or none. Points into the batch that it was made from.
struct Commit {
  Index first;
  std::vector<SequencedEvent> events;
  std::map<Subject, StreamHead> heads;
  std::vector<SequencedContent> sealed;
  std::vector<std::pair<std::string_view, RequestRecord>> requests;
  const std::vector<Blob>* blobs = nullptr;
  Head head;  // Of the log after it.
};

// Gives batches their place, one after the other. A batch is judged against the log and the batches
// that the same sequencer took before it, which need not be written yet.
class Sequencer {
 public:
  // `head` is that of `log`, which does not change while this object is used.
  Sequencer(const EventLog& log, Head head, const EventCodec& codec, const Hasher& hasher,
            const Clock& clock)
      : log_(log), head_(std::move(head)), codec_(codec), hasher_(hasher), clock_(clock) {}

  // The commit; or, when its requests are known, what they made then. A batch that is refused
  // leaves no trace.
  // Precondition: CheckBatch accepts the batch.
  // Errors: kInvalidArgument, kConflict as EventLog::Append says; those of the log's reads.
  Result<std::variant<Commit, Appended>> Take(const Batch& batch);

 private:
  Result<std::optional<StreamHead>> FindStream(const Subject& subject) const;
  Result<std::optional<RequestRecord>> FindRequest(std::string_view id) const;
  Result<std::optional<Appended>> FindRequests(const Batch& batch) const;
  Status CheckExpectations(const Batch& batch) const;
  Status Add(const NewEvent& event, Commit& commit) const;

  const EventLog& log_;
  Head head_;
  const EventCodec& codec_;
  const Hasher& hasher_;
  const Clock& clock_;
  std::map<Subject, StreamHead> heads_;
  std::map<std::string, RequestRecord, std::less<>> requests_;
};

}  // namespace cartulary
