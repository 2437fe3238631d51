#include "store/codec/event_codec.h"

#include <optional>
#include <string>
#include <utility>

#include "schema/event.capnp.h"
#include "store/codec/fact_codec.h"
#include "store/codec/message.h"

namespace cartulary {
namespace codec {

// `out` is the group Event.actor or an Approver, which have the same fields.
template <typename Builder>
static void WriteActor(const Actor& actor, Builder out, Put& put) {
  put(actor.person, out.initPerson());
  out.setRole(put("role", actor.role));
  out.setAssurance(put("assurance", actor.assurance));
  out.setUid(actor.uid);
}
template <typename Reader>
static void ReadActor(Reader in, Actor& actor, Get& get) {
  get("person", in.getPerson(), actor.person);
  get("role", in.getRole(), actor.role);
  get("assurance", in.getAssurance(), actor.assurance);
  get("uid", in.getUid(), actor.uid);
}

static void Write(const Actor& actor, schema::Approver::Builder out, Put& put) {
  WriteActor(actor, out, put);
}
static void Read(schema::Approver::Reader in, Actor& actor, Get& get) { ReadActor(in, actor, get); }

static void Write(const Evidence& evidence, schema::Evidence::Builder out, Put& put) {
  out.setRole(put("role", evidence.role));
  put(evidence.salted_sha256, out.initSaltedSha256());
  out.setMediaType(put.MediaType("media_type", evidence.media_type));
  out.setSizeBytes(evidence.size_bytes);
}
static void Read(schema::Evidence::Reader in, Evidence& evidence, Get& get) {
  get("role", in.getRole(), evidence.role);
  get("salted_sha256", in.getSaltedSha256(), evidence.salted_sha256);
  get.MediaType("media_type", in.getMediaType(), evidence.media_type);
  get("size_bytes", in.getSizeBytes(), evidence.size_bytes);
}

static void Write(const SealedRef& sealed, schema::SealedRef::Builder out, Put& put) {
  out.setContentClass(put("content_class", sealed.content_class));
  put(sealed.commitment, out.initCommitment());
}
static void Read(schema::SealedRef::Reader in, SealedRef& sealed, Get& get) {
  get("content_class", in.getContentClass(), sealed.content_class);
  get("commitment", in.getCommitment(), sealed.commitment);
}

// What holds for an event whether it is written or read.
static void CheckEnvelope(const Event& event, Problem& problem) {
  if (event.format_version != kEventFormatVersion) {
    problem.Note("format_version", Said("format {0} is not of this program's vocabulary",
                                        "le format {0} n'est pas du vocabulaire de ce programme",
                                        event.format_version));
  }
  if (event.by.evidence.size() > kEvidencePerEventMax)
    problem.Note("evidence", Said("too many items", "trop d'éléments"));
  for (std::size_t i = 1; i < event.sealed.size(); ++i) {
    if (event.sealed[i - 1].content_class >= event.sealed[i].content_class) {
      problem.Note("sealed",
                   Said("classes out of order, or one twice", "classes en désordre, ou répétées"));
    }
  }
}

static void WriteEvent(const Event& event, schema::Event::Builder out, Put& put) {
  put.problem().Enter("event");
  CheckEnvelope(event, put.problem());
  out.setFormatVersion(event.format_version);
  out.setStreamKind(put("kind", event.kind));
  out.setRecordedDate(event.recorded_date.days);
  out.setIndex(event.index.value);
  out.setVersion(event.version.value);
  out.setRecorded(event.recorded.micros);
  put(event.origin, out.initOrigin());
  put(event.subject, out.initSubject());
  put(event.link, out.initLink());

  const Attribution& by = event.by;
  WriteActor(by.actor, out.initActor(), put);
  out.setEntry(put("entry", by.entry));
  out.setSameAccount(by.same_account);
  out.setEffective(by.effective.days);
  put("sealed", event.sealed, [&](unsigned size) { return out.initSealed(size); });
  put("evidence", by.evidence, [&](unsigned size) { return out.initEvidence(size); });
  put("reason", by.reason, out.initReason());
  put("causation", by.causation, out.initCausation());
  put("correlation", by.correlation, out.initCorrelation());
  put("approver", by.approver, out.initApprover());
  put("on_behalf_of", by.on_behalf_of, out.initOnBehalfOf());

  WriteFact(event.fact, out.initFact(), put);
}

static void ReadEvent(schema::Event::Reader in, Event& event, Get& get) {
  get.problem().Enter("event");
  get("format_version", in.getFormatVersion(), event.format_version);
  get("kind", in.getStreamKind(), event.kind);
  get("recorded_date", in.getRecordedDate(), event.recorded_date);
  event.index.value = in.getIndex();
  get("version", in.getVersion(), event.version);
  event.recorded.micros = in.getRecorded();
  get("origin", in.getOrigin(), event.origin);
  get("subject", in.getSubject(), event.subject);
  get("link", in.getLink(), event.link);

  Attribution& by = event.by;
  ReadActor(in.getActor(), by.actor, get);
  get("entry", in.getEntry(), by.entry);
  get("same_account", in.getSameAccount(), by.same_account);
  get("effective", in.getEffective(), by.effective);
  get("sealed", in.getSealed(), event.sealed);
  get("evidence", in.getEvidence(), by.evidence);
  get("reason", in.getReason(), by.reason);
  get("causation", in.getCausation(), by.causation);
  get("correlation", in.getCorrelation(), by.correlation);
  get("approver", in.getApprover(), by.approver);
  get("on_behalf_of", in.getOnBehalfOf(), by.on_behalf_of);
  CheckEnvelope(event, get.problem());

  ReadFact(in.getFact(), event.fact, get);
}

// "event 12: ", from whatever of the message can be read; "event: " if it cannot.
static Text NameOf(std::string_view message) try {
  const auto words = AlignedWords(message);
  if (!words.has_value()) return Said("event", "événement");
  const kj::ArrayPtr<const capnp::word> segments[1] = {*words};
  capnp::SegmentArrayMessageReader reader(kj::arrayPtr(segments, 1));
  return Said("event {0}", "événement {0}", reader.getRoot<schema::Event>().getIndex());
} catch (const kj::Exception&) {
  return Said("event", "événement");
}

}  // namespace codec

Result<std::string> CapnpEventCodec::Encode(const Event& event) const {
  auto message = codec::BuildMessage<schema::Event>(
      [&](auto root, codec::Put& put) { codec::WriteEvent(event, root, put); });
  if (message) return message;
  return Error{message.error().code, Said("event {0}: {1}", "événement {0} : {1}",
                                          event.index.value, message.error().detail)};
}

Result<Event> CapnpEventCodec::Decode(std::string_view message) const {
  Result<Event> event{Event{}};
  const Status status = codec::ReadMessage<schema::Event>(
      message, [&](auto root, codec::Get& get) { codec::ReadEvent(root, *event, get); });
  if (!status)
    event = Error{status.error().code,
                  Said("{0}: {1}", "{0} : {1}", codec::NameOf(message), status.error().detail)};
  return event;
}

Status CapnpEventCodec::CheckCanonical(std::string_view message) const {
  CARTULARY_ASSIGN_OR_RETURN(const Event event, Decode(message));
  const Result<std::string> again = Encode(event);
  if (again && *again == message) return Ok{};
  return Error{ErrorCode::kIntegrity,
               Said("{0}: its bytes are not those of its values in canonical form",
                    "{0} : ses octets ne sont pas ceux de ses valeurs sous forme canonique",
                    codec::NameOf(message))};
}

}  // namespace cartulary
