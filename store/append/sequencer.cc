#include "store/append/sequencer.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>

#include "core/facts/vocabulary.h"

namespace cartulary {
namespace {

Error Invalid(const Text& detail) {
  return {ErrorCode::kInvalidArgument,
          Said("cannot append: {0}", "ajout impossible : {0}", detail)};
}

Text NameOf(const Subject& subject) { return Said("stream {0}", "flux {0}", subject); }

// "stream S-…", with the kind of the stream where it is known.
Text NameOf(const Subject& subject, const std::optional<StreamHead>& head) {
  if (!head || !IsKnown(head->kind)) return NameOf(subject);
  return Said("{0} stream {1}", "flux {1} ({0})", head->kind, subject);
}

Status CheckExpectationsCover(const Batch& batch) {
  std::set<Subject> expected;
  for (const Expectation& expectation : batch.expectations) {
    if (!expected.insert(expectation.subject).second) {
      return Invalid(Said("{0} has two expectations", "deux attentes pour le {0}",
                          NameOf(expectation.subject)));
    }
  }
  for (const NewEvent& event : batch.events) {
    if (!expected.contains(event.subject)) {
      return Invalid(Said("{0} is written without an expectation", "le {0} est écrit sans attente",
                          NameOf(event.subject)));
    }
  }
  return Ok{};
}

Status CheckSealed(const Batch& batch) {
  for (const NewEvent& event : batch.events) {
    std::set<SealedClass> classes;
    for (const SealedPiece& piece : event.sealed) {
      if (!classes.insert(piece.content_class).second) {
        return Invalid(Said("an event has two pieces of personal content of one class",
                            "un événement a deux contenus personnels de la même classe"));
      }
    }
  }
  return Ok{};
}

Status CheckBlobs(const Batch& batch, const Hasher& hasher) {
  for (const Blob& blob : batch.blobs) {
    if (blob.bytes.size() > kBlobSizeBytesMax) {
      return Invalid(Said("a blob of {0} bytes; at most {1}",
                          "un texte de {0} octets ; {1} au plus", blob.bytes.size(),
                          kBlobSizeBytesMax));
    }
    if (hasher.Sha256(blob.bytes) != blob.sha256) {
      return Invalid(Said("a blob is not what its SHA-256 names: {0}",
                          "un texte n'est pas celui que nomme son SHA-256 : {0}", blob.sha256));
    }
  }
  return Ok{};
}

Status CheckRequests(const Batch& batch) {
  std::set<std::string_view> ids;
  for (const RequestMark& mark : batch.requests) {
    if (mark.id.empty() || mark.id.size() > kRequestIdBytesMax) {
      return Invalid(Said("a request id has 1 to {0} bytes, not {1}",
                          "un identifiant de requête a de 1 à {0} octets, non {1}",
                          kRequestIdBytesMax, mark.id.size()));
    }
    if (!ids.insert(mark.id).second)
      return Invalid(
          Said("request id \"{0}\" twice", "identifiant de requête « {0} » répété", mark.id));
    if (mark.first > batch.events.size() || mark.count > batch.events.size() - mark.first) {
      return Invalid(Said("request \"{0}\" claims events that the batch does not have",
                          "la requête « {0} » réclame des événements que le lot n'a pas", mark.id));
    }
  }
  return Ok{};
}

std::size_t ContentSize(const Batch& batch) {
  std::size_t size = 0;
  for (const Blob& blob : batch.blobs) size += blob.bytes.size();
  for (const NewEvent& event : batch.events) {
    for (const SealedPiece& piece : event.sealed) size += piece.stored.size();
  }
  return size;
}

Error TooLarge(std::size_t size) {
  return Invalid(Said("a commit of {0} bytes; at most {1}", "un lot de {0} octets ; {1} au plus",
                      size, kCommitSizeBytesMax));
}

// What an expectation says, for the message of a conflict.
Text WordsOf(const Expectation& expectation) {
  switch (expectation.kind) {
    case Expectation::Kind::kExactly:
      return Said("version {0}", "version {0}", expectation.version.value);
    case Expectation::Kind::kNoStream:
      return Said("no stream", "aucun flux");
    case Expectation::Kind::kAny:
      return Said("anything", "n'importe quoi");
  }
  return {};
}

bool Holds(const Expectation& expectation, const std::optional<StreamHead>& head) {
  switch (expectation.kind) {
    case Expectation::Kind::kExactly:
      return head && head->version == expectation.version;
    case Expectation::Kind::kNoStream:
      return !head;
    case Expectation::Kind::kAny:
      return true;
  }
  return false;
}

}  // namespace

Status CheckBatch(const Batch& batch, const Hasher& hasher) {
  if (batch.events.empty()) return Invalid(Said("no events", "aucun événement"));
  if (batch.events.size() > kEventsPerCommitMax) {
    return Invalid(Said("{0} events in one commit; at most {1}",
                        "{0} événements en un lot ; {1} au plus", batch.events.size(),
                        kEventsPerCommitMax));
  }
  CARTULARY_RETURN_IF_ERROR(CheckExpectationsCover(batch));
  CARTULARY_RETURN_IF_ERROR(CheckSealed(batch));
  CARTULARY_RETURN_IF_ERROR(CheckRequests(batch));
  if (const std::size_t size = ContentSize(batch); size > kCommitSizeBytesMax) {
    return TooLarge(size);
  }
  return CheckBlobs(batch, hasher);
}

Result<std::variant<Commit, Appended>> Sequencer::Take(const Batch& batch) {
  CARTULARY_ASSIGN_OR_RETURN(const std::optional<Appended> known, FindRequests(batch));
  if (known) return std::variant<Commit, Appended>(*known);
  CARTULARY_RETURN_IF_ERROR(CheckExpectations(batch));

  Commit commit;
  commit.first = Index{head_.size};
  commit.blobs = &batch.blobs;
  commit.head = head_;
  commit.head.recorded = std::max(clock_.Now(), head_.recorded);
  commit.head.recorded_date = clock_.CivilDate(commit.head.recorded);
  std::size_t size = ContentSize(batch);
  for (const NewEvent& event : batch.events) {
    CARTULARY_RETURN_IF_ERROR(Add(event, commit));
    size += commit.events.back().message.size();
  }
  if (size > kCommitSizeBytesMax) return TooLarge(size);
  for (const RequestMark& mark : batch.requests) {
    const RequestRecord record{Index{commit.first.value + mark.first}, mark.count,
                               mark.command_mac};
    commit.requests.emplace_back(mark.id, record);
  }

  head_ = commit.head;
  for (const auto& [subject, head] : commit.heads) heads_[subject] = head;
  for (const auto& [id, record] : commit.requests) requests_.emplace(id, record);
  return std::variant<Commit, Appended>(std::move(commit));
}

Status Sequencer::Add(const NewEvent& added, Commit& commit) const {
  auto head = commit.heads.find(added.subject);
  std::optional<StreamHead> last;
  if (head != commit.heads.end()) {
    last = head->second;
  } else {
    CARTULARY_ASSIGN_OR_RETURN(last, FindStream(added.subject));
  }
  if (last && last->kind != added.kind) {
    return Invalid(Said("{0} does not take events of another kind",
                        "le {0} ne reçoit pas d'événements d'un autre type",
                        NameOf(added.subject, last)));
  }

  Event event;
  event.origin = commit.head.origin;
  event.index = Index{commit.head.size};
  event.kind = added.kind;
  event.subject = added.subject;
  if (last) {
    event.version = Version{last->version.value + 1};
    event.link = last->leaf;
  }
  event.recorded = commit.head.recorded;
  event.recorded_date = commit.head.recorded_date;
  event.by = added.by;
  event.fact = added.fact;
  for (const SealedPiece& piece : added.sealed) {
    event.sealed.push_back({piece.content_class, piece.commitment});
    commit.sealed.push_back({event.subject, event.version, piece.content_class, piece.stored});
  }
  std::ranges::sort(event.sealed, {}, &SealedRef::content_class);
  CARTULARY_ASSIGN_OR_RETURN(std::string message, codec_.Encode(event));

  const Hash leaf = hasher_.LeafHash(message);
  commit.heads[event.subject] = {event.kind, event.version, leaf};
  commit.events.push_back({event.subject, event.version, std::move(message)});
  ++commit.head.size;
  commit.head.last_leaf = leaf;
  return Ok{};
}

Status Sequencer::CheckExpectations(const Batch& batch) const {
  for (const Expectation& expectation : batch.expectations) {
    if (expectation.kind == Expectation::Kind::kAny) continue;
    CARTULARY_ASSIGN_OR_RETURN(const auto head, FindStream(expectation.subject));
    if (Holds(expectation, head)) continue;
    return Error{ErrorCode::kConflict,
                 Said("{0}: expected {1}, found {2}; read it again and decide again",
                      "{0} : attendu {1}, trouvé {2} ; relisez-le et décidez à nouveau",
                      NameOf(expectation.subject, head), WordsOf(expectation),
                      head ? Said("version {0}", "version {0}", head->version.value)
                           : Said("no stream", "aucun flux"))};
  }
  return Ok{};
}

Result<std::optional<Appended>> Sequencer::FindRequests(const Batch& batch) const {
  std::vector<RequestRecord> known;
  for (const RequestMark& mark : batch.requests) {
    CARTULARY_ASSIGN_OR_RETURN(const auto record, FindRequest(mark.id));
    if (!record) continue;
    if (record->command_mac != mark.command_mac) {
      return Error{ErrorCode::kConflict,
                   Said("request \"{0}\" is known with another content, as event {1}; to change "
                        "what it recorded, record a correction",
                        "la requête « {0} » est connue avec un autre contenu, comme événement {1} "
                        "; pour changer ce qu'elle a enregistré, enregistrez une correction",
                        mark.id, record->first.value)};
    }
    known.push_back(*record);
  }
  if (known.empty()) return std::optional<Appended>();
  if (known.size() < batch.requests.size()) {
    return Error{ErrorCode::kConflict,
                 Said("{0} of the {1} requests of the batch are recorded already; leave them out",
                      "{0} des {1} requêtes du lot sont déjà enregistrées ; retirez-les",
                      known.size(), batch.requests.size())};
  }
  std::ranges::sort(known, {}, &RequestRecord::first);
  Appended appended{.first = known.front().first, .count = 0, .already = true};
  for (const RequestRecord& record : known) {
    if (record.first.value != appended.first.value + appended.count) {
      return Error{ErrorCode::kConflict,
                   Said("the requests of the batch were recorded apart; ask for each by its id",
                        "les requêtes du lot ont été enregistrées séparément ; demandez chacune "
                        "par son identifiant")};
    }
    appended.count += record.count;
  }
  return std::optional<Appended>(appended);
}

Result<std::optional<StreamHead>> Sequencer::FindStream(const Subject& subject) const {
  if (const auto found = heads_.find(subject); found != heads_.end()) {
    return std::optional<StreamHead>(found->second);
  }
  return log_.FindStream(subject);
}

Result<std::optional<RequestRecord>> Sequencer::FindRequest(std::string_view id) const {
  if (const auto found = requests_.find(id); found != requests_.end()) {
    return std::optional<RequestRecord>(found->second);
  }
  return log_.FindRequest(id);
}

}  // namespace cartulary
