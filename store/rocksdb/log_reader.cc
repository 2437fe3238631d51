#include "store/rocksdb/log_reader.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/rocksdb/commit_format.h"
#include "store/rocksdb/key_format.h"
#include "store/rocksdb/rocksdb_error.h"
#include "store/rocksdb/value_format.h"

namespace cartulary {
namespace {

// A read of more events than this reads ahead and leaves the cache to others.
constexpr std::uint64_t kPointReadEventsMax = 4096;

Result<Head> DecodeHead(const Database& database, std::optional<std::string_view> value) {
  const auto head = value ? DecodeLogHead(*value, database.origin()) : std::nullopt;
  if (!head) return Damaged(Said("the head of the log", "la tête du journal"));
  return *head;
}

std::optional<std::string_view> ValueAt(rocksdb::Iterator& iterator, std::string_view key) {
  iterator.Seek(key);
  if (!iterator.Valid() || iterator.key() != rocksdb::Slice(key)) return std::nullopt;
  return iterator.value().ToStringView();
}

Error DamagedEvent(std::uint64_t index, const Text& why) {
  return Damaged(Said("event {0} ({1})", "événement {0} ({1})", index, why));
}

// The commit that holds an event: where it begins, and its messages, which live as long as the
// iterator stands.
struct FoundCommit {
  std::uint64_t first = 0;
  std::vector<std::string_view> messages;
};

// Errors: kIntegrity if a chunk is left of a stream up to `last`.
Status CheckAllShown(const rocksdb::Iterator& histories, const Subject& last) {
  if (!histories.Valid()) return Ok{};
  const auto left = ParseHistoryKey(histories.key().ToStringView());
  if (!left) return Damaged(Said("a key of the histories", "une clé des historiques"));
  if (left->subject > last) return Ok{};
  return Damaged(Said("the history of stream {0} (longer than its head)",
                      "l'historique du flux {0} (plus long que sa tête)", left->subject));
}

Result<FoundCommit> CommitAt(const rocksdb::Iterator& log, std::uint64_t index) {
  if (!log.Valid()) {
    if (!log.status().ok()) return ErrorFrom(log.status(), Said("read the log", "lire le journal"));
    return DamagedEvent(index, Said("it is missing", "il manque"));
  }
  const auto first = ParseLogKey(log.key().ToStringView());
  auto messages = DecodeCommit(log.value().ToStringView());
  if (!first || !messages)
    return DamagedEvent(index, Said("its commit is not readable", "son lot est illisible"));
  if (index < first->value || index - first->value >= messages->size()) {
    return DamagedEvent(index, Said("it is missing", "il manque"));
  }
  return FoundCommit{first->value, std::move(*messages)};
}

}  // namespace

Error Damaged(const Text& what) {
  return {ErrorCode::kIntegrity,
          Said("the store is damaged: {0}; stop writing, keep the files, restore a backup",
               "le registre est endommagé : {0} ; cessez d'écrire, gardez les fichiers, restaurez "
               "une sauvegarde",
               what)};
}

Result<Head> ReadStoredHead(const Database& database) {
  CARTULARY_ASSIGN_OR_RETURN(const auto value, database.Get(Family::kMeta, kMetaHead));
  return DecodeHead(database, value);
}

Result<Hash> ReadLeaf(const Database& database, Index index, const Hasher& hasher) {
  CARTULARY_ASSIGN_OR_RETURN(
      const auto iterators,
      database.NewIterators(rocksdb::ReadOptions(), {database.family(Family::kLog)}));
  rocksdb::Iterator& log = *iterators[0];
  log.SeekForPrev(LogKey(index));
  CARTULARY_ASSIGN_OR_RETURN(const FoundCommit commit, CommitAt(log, index.value));
  return hasher.LeafHash(commit.messages[index.value - commit.first]);
}

Status CheckReplay(const Database& database, const Head& head) {
  rocksdb::ReadOptions replayed;
  replayed.read_tier = rocksdb::kMemtableTier;
  const std::vector<rocksdb::ColumnFamilyHandle*> log_family{database.family(Family::kLog)};
  CARTULARY_ASSIGN_OR_RETURN(const auto in_memory, database.NewIterators(replayed, log_family));
  CARTULARY_ASSIGN_OR_RETURN(const auto all,
                             database.NewIterators(rocksdb::ReadOptions(), log_family));
  in_memory[0]->SeekToFirst();
  const auto first = in_memory[0]->Valid() ? ParseLogKey(in_memory[0]->key().ToStringView())
                                           : std::optional<Index>(Index{head.size});
  if (!first)
    return Damaged(Said("the key of a commit is not readable", "la clé d'un lot est illisible"));
  rocksdb::Iterator& log = *all[0];
  std::uint64_t next = first->value == 0 ? 0 : first->value - 1;
  if (next < head.size) log.SeekForPrev(LogKey(Index{next}));
  for (; next < head.size; log.Next()) {
    CARTULARY_ASSIGN_OR_RETURN(const FoundCommit commit, CommitAt(log, next));
    next = commit.first + commit.messages.size();
  }
  return Ok{};
}

Status LogReader::ReadLog(Index from, const EventVisitor& visit) const {
  CARTULARY_ASSIGN_OR_RETURN(const Head now, ReadStoredHead(database_));
  const bool is_scan = now.size > from.value && now.size - from.value > kPointReadEventsMax;
  CARTULARY_ASSIGN_OR_RETURN(
      const auto iterators,
      database_.NewIterators(is_scan ? ScanOptions() : rocksdb::ReadOptions(),
                             {database_.family(Family::kMeta), database_.family(Family::kLog)}));
  CARTULARY_ASSIGN_OR_RETURN(const Head head,
                             DecodeHead(database_, ValueAt(*iterators[0], kMetaHead)));
  std::set<std::uint64_t> left_out;
  for (const auto& [_, unreadable] : passed_over_) left_out.insert(unreadable.index.value);
  rocksdb::Iterator& log = *iterators[1];
  if (from.value < head.size) log.SeekForPrev(LogKey(from));
  for (std::uint64_t next = from.value; next < head.size; log.Next()) {
    CARTULARY_ASSIGN_OR_RETURN(const FoundCommit commit, CommitAt(log, next));
    for (; next - commit.first < commit.messages.size(); ++next) {
      const std::string_view message = commit.messages[next - commit.first];
      auto event = codec_.Decode(message);
      if (!event) {
        if (left_out.contains(next)) continue;
        CARTULARY_ASSIGN_OR_RETURN(const auto place, FindPlace(Index{next}));
        return place ? UnreadableEvent(std::move(event).error(), *place) : std::move(event).error();
      }
      CARTULARY_RETURN_IF_ERROR(CheckPlace(*event, Index{next}));
      CARTULARY_ASSIGN_OR_RETURN(const Visit visited, visit(*event, message));
      if (visited == Visit::kStop) return Ok{};
    }
  }
  return Ok{};
}

Status LogReader::ReadStream(const Subject& subject, Version from,
                             const EventVisitor& visit) const {
  return ReadStream(subject, from, Unread::kFail, visit);
}

Status LogReader::ReadDecodable(const Subject& subject, const EventVisitor& visit) const {
  return ReadStream(subject, Version{}, Unread::kLeaveOut, visit);
}

Status LogReader::ReadStream(const Subject& subject, Version from, Unread unread,
                             const EventVisitor& visit) const {
  CARTULARY_ASSIGN_OR_RETURN(
      const auto iterators,
      database_.NewIterators(rocksdb::ReadOptions(), {database_.family(Family::kHeads),
                                                      database_.family(Family::kHistories)}));
  const auto value = ValueAt(*iterators[0], HeadKey(subject));
  if (!value) {
    const rocksdb::Status status = iterators[0]->status();
    return status.ok() ? Status(Ok{})
                       : ErrorFrom(status, Said("read the heads of the streams",
                                                "lire les têtes des flux"));
  }
  const auto head = DecodeStreamHead(*value);
  if (!head) return Damaged(Said("the head of stream {0}", "la tête du flux {0}", subject));
  if (from > head->version) return Ok{};
  rocksdb::Iterator& histories = *iterators[1];
  histories.Seek(HistoryKey(subject, from.value / kEventsPerChunk));
  CARTULARY_RETURN_IF_ERROR(ShowStream(subject, head->version, from, unread, histories, visit));
  return Ok{};
}

Status LogReader::ReadStreams(const Subject& first, const Subject& last, const KindFilter& wanted,
                              const EventVisitor& visit) const {
  CARTULARY_ASSIGN_OR_RETURN(
      const auto iterators,
      database_.NewIterators(
          ScanOptions(), {database_.family(Family::kHeads), database_.family(Family::kHistories)}));
  rocksdb::Iterator& heads = *iterators[0];
  rocksdb::Iterator& histories = *iterators[1];
  histories.Seek(HistoryKey(first, 0));
  bool passed_over = false;  // Streams that are not wanted, where `histories` stands.
  for (heads.Seek(HeadKey(first)); heads.Valid(); heads.Next()) {
    const auto subject = ParseHeadKey(heads.key().ToStringView());
    const auto head = DecodeStreamHead(heads.value().ToStringView());
    if (!subject || !head) return Damaged(Said("the head of a stream", "la tête d'un flux"));
    if (*subject > last) break;
    if (!wanted(head->kind)) {
      passed_over = true;
      continue;
    }
    if (std::exchange(passed_over, false)) histories.Seek(HistoryKey(*subject, 0));
    CARTULARY_ASSIGN_OR_RETURN(const Visit visited, ShowStream(*subject, head->version, Version{0},
                                                               Unread::kFail, histories, visit));
    if (visited == Visit::kStop) return Ok{};
  }
  if (!heads.status().ok())
    return ErrorFrom(heads.status(),
                     Said("read the heads of the streams", "lire les têtes des flux"));
  if (!histories.status().ok())
    return ErrorFrom(histories.status(), Said("read the histories", "lire les historiques"));
  return passed_over ? Status(Ok{}) : CheckAllShown(histories, last);
}

// Precondition: `histories` stands where the chunk of `from` should be.
Result<Visit> LogReader::ShowStream(const Subject& subject, Version last, Version from,
                                    Unread unread, rocksdb::Iterator& histories,
                                    const EventVisitor& visit) const {
  const auto damaged = [&](const Text& why) {
    return Damaged(
        Said("the history of stream {0} ({1})", "l'historique du flux {0} ({1})", subject, why));
  };
  std::uint64_t version = from.value / kEventsPerChunk * kEventsPerChunk;
  for (; version <= last.value; histories.Next()) {
    if (!histories.status().ok())
      return ErrorFrom(histories.status(), Said("read the histories", "lire les historiques"));
    const std::string expected = HistoryKey(subject, version / kEventsPerChunk);
    if (!histories.Valid() || histories.key() != rocksdb::Slice(expected)) {
      return damaged(Said("a part is missing", "une partie manque"));
    }
    const auto entries = DecodeChunk(histories.value().ToStringView());
    if (!entries) return damaged(Said("it is not readable", "il est illisible"));
    if (entries->size() != std::min(kEventsPerChunk, last.value + 1 - version)) {
      return damaged(
          Said("it does not end where its head says", "il ne finit pas où sa tête le dit"));
    }
    for (const ChunkEntry& entry : *entries) {
      const EventRef place{subject, Version{version++}};
      if (place.version < from) continue;
      auto event = codec_.Decode(entry.message);
      if (!event) {
        if (unread == Unread::kLeaveOut || passed_over_.contains(place)) continue;
        return UnreadableEvent(std::move(event).error(), place);
      }
      CARTULARY_RETURN_IF_ERROR(CheckPlace(*event, entry.index));
      if (event->subject != subject || event->version != place.version) {
        return damaged(Said("it holds an event of another place",
                            "il contient un événement d'une autre place"));
      }
      CARTULARY_ASSIGN_OR_RETURN(const Visit visited, visit(*event, entry.message));
      if (visited == Visit::kStop) return Visit::kStop;
    }
  }
  CARTULARY_RETURN_IF_ERROR(CheckAllShown(histories, subject));
  return Visit::kGoOn;
}

Status LogReader::CheckPlace(const Event& event, Index index) const {
  if (event.index != index)
    return DamagedEvent(index.value, Said("it says that it is another", "il dit être un autre"));
  if (event.origin != database_.origin())
    return DamagedEvent(index.value, Said("it is of another log", "il est d'un autre journal"));
  return Ok{};
}

Result<PassedOver> LogReader::FindUnreadable(const Waivers& waived) const {
  PassedOver found;
  for (const auto& [event, waiver] : waived) {
    const auto key = HistoryKey(event.subject, event.version.value / kEventsPerChunk);
    CARTULARY_ASSIGN_OR_RETURN(const auto chunk, database_.Get(Family::kHistories, key));
    const auto entries = chunk ? DecodeChunk(*chunk) : std::nullopt;
    const std::size_t place = event.version.value % kEventsPerChunk;
    if (!entries || place >= entries->size()) continue;  // Said by whoever reads it.
    const ChunkEntry& entry = (*entries)[place];
    if (auto decoded = codec_.Decode(entry.message); !decoded) {
      found[event] = {entry.index, waiver, std::move(decoded).error().detail};
    }
  }
  return found;
}

Result<std::optional<EventRef>> LogReader::FindPlace(Index index) const {
  CARTULARY_ASSIGN_OR_RETURN(
      const auto iterators,
      database_.NewIterators(ScanOptions(), {database_.family(Family::kHistories)}));
  rocksdb::Iterator& histories = *iterators[0];
  for (histories.SeekToFirst(); histories.Valid(); histories.Next()) {
    const auto chunk = ParseHistoryKey(histories.key().ToStringView());
    const auto entries = DecodeChunk(histories.value().ToStringView());
    if (!chunk || !entries) continue;
    const auto entry = std::ranges::find(*entries, index, &ChunkEntry::index);
    if (entry == entries->end()) continue;
    const auto place = static_cast<std::uint64_t>(entry - entries->begin());
    return std::optional(EventRef{chunk->subject, {chunk->chunk * kEventsPerChunk + place}});
  }
  return std::optional<EventRef>();
}

}  // namespace cartulary
