#include "store/memory/memory_event_log.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <variant>

#include "store/append/sequencer.h"

namespace cartulary {
namespace {

template <typename Map, typename Key>
auto Find(const Map& map, const Key& key) -> std::optional<typename Map::mapped_type> {
  const auto found = map.find(key);
  if (found == map.end()) return std::nullopt;
  return found->second;
}

// What follows the first `count` of `all`.
template <typename T>
std::vector<T> After(const std::vector<T>& all, std::uint64_t count) {
  const auto skipped = std::min<std::uint64_t>(count, all.size());
  return {all.begin() + static_cast<std::ptrdiff_t>(skipped), all.end()};
}

}  // namespace

MemoryEventLog::MemoryEventLog(LogOrigin origin, const EventCodec& codec, const Hasher& hasher,
                               const Clock& clock)
    : codec_(codec), hasher_(hasher), clock_(clock) {
  head_.origin = origin;
}

Result<Appended> MemoryEventLog::Append(const Batch& batch) {
  CARTULARY_RETURN_IF_ERROR(CheckBatch(batch, hasher_));

  const std::lock_guard appending(append_mutex_);
  CARTULARY_ASSIGN_OR_RETURN(const Head head, ReadHead());
  Sequencer sequencer(*this, head, codec_, hasher_, clock_);
  CARTULARY_ASSIGN_OR_RETURN(auto taken, sequencer.Take(batch));
  if (const auto* const known = std::get_if<Appended>(&taken)) return *known;
  auto& commit = std::get<Commit>(taken);

  const std::lock_guard lock(mutex_);
  for (SequencedEvent& event : commit.events) {
    const Message message{{event.subject, event.version},
                          Index{log_.size()},
                          std::make_shared<const std::string>(std::move(event.message))};
    log_.push_back(message);
    streams_[event.subject].messages.push_back(message);
  }
  for (const auto& [subject, stream_head] : commit.heads) streams_[subject].head = stream_head;
  for (const SequencedContent& content : commit.sealed) {
    sealed_[{content.subject, content.version, content.content_class}] = content.stored;
  }
  for (const auto& [id, record] : commit.requests) requests_.emplace(id, record);
  for (const Blob& blob : batch.blobs) blobs_.emplace(blob.sha256, blob.bytes);
  head_ = commit.head;
  return Appended{commit.first, static_cast<std::uint32_t>(commit.events.size())};
}

Result<Head> MemoryEventLog::ReadHead() const {
  const std::lock_guard lock(mutex_);
  return head_;
}

Result<std::optional<StreamHead>> MemoryEventLog::FindStream(const Subject& subject) const {
  const std::lock_guard lock(mutex_);
  const auto found = streams_.find(subject);
  if (found == streams_.end()) return std::optional<StreamHead>();
  return std::optional<StreamHead>(found->second.head);
}

std::vector<MemoryEventLog::Message> MemoryEventLog::StreamFrom(const Subject& subject,
                                                                Version from) const {
  const std::lock_guard lock(mutex_);
  const auto found = streams_.find(subject);
  if (found == streams_.end()) return {};
  return After(found->second.messages, from.value);
}

Status MemoryEventLog::ReadStream(const Subject& subject, Version from,
                                  const EventVisitor& visit) const {
  return Show(StreamFrom(subject, from), visit);
}

Status MemoryEventLog::ReadDecodable(const Subject& subject, const EventVisitor& visit) const {
  std::vector<Message> messages = StreamFrom(subject, Version{});
  std::erase_if(messages,
                [&](const Message& message) { return !codec_.Decode(*message.bytes).has_value(); });
  return Show(messages, visit);
}

Status MemoryEventLog::PassOver(const Waivers& waived) {
  passed_over_.clear();
  for (const auto& [event, waiver] : waived) {
    const std::vector<Message> messages = StreamFrom(event.subject, event.version);
    if (messages.empty()) continue;
    auto decoded = codec_.Decode(*messages.front().bytes);
    if (decoded) continue;
    passed_over_[event] = {messages.front().index, waiver, std::move(decoded).error().detail};
  }
  return Ok{};
}

Status MemoryEventLog::ReadStreams(const Subject& first, const Subject& last,
                                   const KindFilter& wanted, const EventVisitor& visit) const {
  std::vector<Message> messages;
  {
    const std::lock_guard lock(mutex_);
    for (auto i = streams_.lower_bound(first); i != streams_.end() && i->first <= last; ++i) {
      if (!wanted(i->second.head.kind)) continue;
      messages.insert(messages.end(), i->second.messages.begin(), i->second.messages.end());
    }
  }
  return Show(messages, visit);
}

Status MemoryEventLog::ReadLog(Index from, const EventVisitor& visit) const {
  std::vector<Message> messages;
  {
    const std::lock_guard lock(mutex_);
    messages = After(log_, from.value);
  }
  return Show(messages, visit);
}

Result<std::optional<std::string>> MemoryEventLog::FindBlob(const Hash& sha256) const {
  const std::lock_guard lock(mutex_);
  return Find(blobs_, sha256);
}

Result<std::optional<std::string>> MemoryEventLog::FindSealed(const Subject& subject,
                                                              Version version,
                                                              SealedClass content_class) const {
  const std::lock_guard lock(mutex_);
  return Find(sealed_, std::tuple(subject, version, content_class));
}

Result<std::optional<RequestRecord>> MemoryEventLog::FindRequest(std::string_view id) const {
  const std::lock_guard lock(mutex_);
  return Find(requests_, id);
}

Status MemoryEventLog::Show(const std::vector<Message>& messages, const EventVisitor& visit) const {
  for (const Message& message : messages) {
    auto event = codec_.Decode(*message.bytes);
    if (!event && passed_over_.contains(message.event)) continue;
    if (!event) return UnreadableEvent(std::move(event).error(), message.event);
    CARTULARY_ASSIGN_OR_RETURN(const Visit next, visit(*event, *message.bytes));
    if (next == Visit::kStop) break;
  }
  return Ok{};
}

}  // namespace cartulary
