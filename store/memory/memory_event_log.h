// MemoryEventLog is an EventLog that forgets everything when destroyed: the model that the log on
// disk is compared with, and the log of the tests that need no disk.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <tuple>
#include <vector>

#include "core/ports/clock.h"
#include "core/ports/event_codec.h"
#include "core/ports/event_log.h"
#include "core/ports/hasher.h"

namespace cartulary {

// Thread-safe.
class MemoryEventLog final : public EventLog {
 public:
  MemoryEventLog(LogOrigin origin, const EventCodec& codec, const Hasher& hasher,
                 const Clock& clock);

  Result<Appended> Append(const Batch& batch) override;

  Result<Head> ReadHead() const override;
  Result<std::optional<StreamHead>> FindStream(const Subject& subject) const override;
  Status ReadStream(const Subject& subject, Version from, const EventVisitor& visit) const override;
  Status ReadStreams(const Subject& first, const Subject& last, const KindFilter& wanted,
                     const EventVisitor& visit) const override;
  Status ReadDecodable(const Subject& subject, const EventVisitor& visit) const override;
  Status ReadLog(Index from, const EventVisitor& visit) const override;
  Status PassOver(const Waivers& waived) override;
  const PassedOver& passed_over() const override { return passed_over_; }
  Result<std::optional<std::string>> FindBlob(const Hash& sha256) const override;
  Result<std::optional<std::string>> FindSealed(const Subject& subject, Version version,
                                                SealedClass content_class) const override;
  Result<std::optional<RequestRecord>> FindRequest(std::string_view id) const override;

 private:
  struct Message {
    EventRef event;
    Index index;
    std::shared_ptr<const std::string> bytes;
  };
  struct Stream {
    StreamHead head;
    std::vector<Message> messages;
  };

  std::vector<Message> StreamFrom(const Subject& subject, Version from) const;
  // Called outside any lock, so that a visitor may read the log too.
  Status Show(const std::vector<Message>& messages, const EventVisitor& visit) const;

  const EventCodec& codec_;
  const Hasher& hasher_;
  const Clock& clock_;
  std::mutex append_mutex_;  // Held by the one who appends.
  PassedOver passed_over_;

  mutable std::mutex mutex_;  // Guards all that follows.
  Head head_;
  std::vector<Message> log_;
  std::map<Subject, Stream> streams_;
  std::map<std::string, RequestRecord, std::less<>> requests_;
  std::map<std::tuple<Subject, Version, SealedClass>, std::string> sealed_;
  std::map<Hash, std::string> blobs_;
};

}  // namespace cartulary
