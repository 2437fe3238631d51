#include "store/codec/sealed_codec.h"

#include <utility>
#include <variant>

#include "schema/sealed.capnp.h"
#include "store/codec/message.h"

namespace cartulary {
namespace codec {

static void Write(const Identity& identity, schema::Identity::Builder out, Put& put) {
  out.setBirthName(put.SealedText("birth_name", identity.birth_name));
  put("first_names", identity.first_names, [&](unsigned size) { return out.initFirstNames(size); });
  put("birth_date", identity.birth_date, out.initBirthDate());
  put("usage_name", identity.usage_name, out.initUsageName());
  put("sex", identity.sex, out.initSex());
  put("birth_place", identity.birth_place, out.initBirthPlace());
}
static void Read(schema::Identity::Reader in, Identity& identity, Get& get) {
  get("birth_name", in.getBirthName(), identity.birth_name);
  get("first_names", in.getFirstNames(), identity.first_names);
  get("birth_date", in.getBirthDate(), identity.birth_date);
  get("usage_name", in.getUsageName(), identity.usage_name);
  get("sex", in.getSex(), identity.sex);
  get("birth_place", in.getBirthPlace(), identity.birth_place);
}

static void Write(const Salt& salt, schema::Salt::Builder out, Put& put) {
  put.PutBytes16(salt, out);
}
static void Read(schema::Salt::Reader in, Salt& salt, Get& get) { get.GetBytes16(in, salt); }

static void WriteContent(const RegisterContent& content, schema::SealedContent::Builder root,
                         Put& put) {
  schema::RegisterContent::Builder out = root.initRegister();
  put("evidence_salts", content.evidence_salts,
      [&](unsigned size) { return out.initEvidenceSalts(size); });
  put("identity", content.identity, out.initIdentity());
  put("number", content.number, out.initNumber());
}
static void ReadContent(schema::RegisterContent::Reader in, RegisterContent& content, Get& get) {
  get("evidence_salts", in.getEvidenceSalts(), content.evidence_salts);
  get("identity", in.getIdentity(), content.identity);
  get("number", in.getNumber(), content.number);
}

static void WriteContent(const ContactContent& content, schema::SealedContent::Builder root,
                         Put& put) {
  schema::ContactContent::Builder out = root.initContact();
  put("email", content.email, out.initEmail());
  put("phone", content.phone, out.initPhone());
  put("address", content.address, out.initAddress());
}
static void ReadContent(schema::ContactContent::Reader in, ContactContent& content, Get& get) {
  get("email", in.getEmail(), content.email);
  get("phone", in.getPhone(), content.phone);
  get("address", in.getAddress(), content.address);
}

static void WriteContent(const CommentsContent& content, schema::SealedContent::Builder root,
                         Put& put) {
  schema::CommentsContent::Builder out = root.initComments();
  put("reason", content.reason, out.initReason());
  put("comment", content.comment, out.initComment());
}
static void ReadContent(schema::CommentsContent::Reader in, CommentsContent& content, Get& get) {
  get("reason", in.getReason(), content.reason);
  get("comment", in.getComment(), content.comment);
}

static void WriteContent(const HealthContent& content, schema::SealedContent::Builder root,
                         Put& put) {
  schema::HealthContent::Builder out = root.initHealth();
  out.setMeasure(put.SealedText("measure", content.measure));
  put("to", content.to, out.initTo());
}
static void ReadContent(schema::HealthContent::Reader in, HealthContent& content, Get& get) {
  get("measure", in.getMeasure(), content.measure);
  get("to", in.getTo(), content.to);
}

static void ReadRoot(schema::SealedContent::Reader in, SealedContent& content, Get& get) {
  switch (in.which()) {
    case schema::SealedContent::REGISTER:
      return ReadContent(in.getRegister(), content.emplace<RegisterContent>(), get);
    case schema::SealedContent::CONTACT:
      return ReadContent(in.getContact(), content.emplace<ContactContent>(), get);
    case schema::SealedContent::COMMENTS:
      return ReadContent(in.getComments(), content.emplace<CommentsContent>(), get);
    case schema::SealedContent::HEALTH:
      return ReadContent(in.getHealth(), content.emplace<HealthContent>(), get);
    case schema::SealedContent::RESERVED:
      get.problem().Note("class", Said("none", "aucune"));
  }
}

}  // namespace codec

SealedClass ClassOf(const SealedContent& content) {
  if (std::holds_alternative<RegisterContent>(content)) return SealedClass::kRegister;
  if (std::holds_alternative<ContactContent>(content)) return SealedClass::kContact;
  if (std::holds_alternative<HealthContent>(content)) return SealedClass::kHealth;
  return SealedClass::kComments;
}

Result<std::string> EncodeSealed(const SealedContent& content) {
  return codec::BuildMessage<schema::SealedContent>([&](auto root, codec::Put& put) {
    put.problem().Enter(ToName(ClassOf(content)));
    std::visit([&](const auto& piece) { codec::WriteContent(piece, root, put); }, content);
  });
}

Result<SealedContent> DecodeSealed(SealedClass content_class, std::string_view bytes) {
  SealedContent content;
  CARTULARY_RETURN_IF_ERROR(
      codec::ReadMessage<schema::SealedContent>(bytes, [&](auto root, codec::Get& get) {
        get.problem().Enter(ToName(content_class));
        codec::ReadRoot(root, content, get);
        if (static_cast<unsigned>(root.which()) != static_cast<unsigned>(content_class)) {
          get.problem().Note("class", Said("the content is of another class",
                                           "le contenu est d'une autre classe"));
        }
      }));
  return content;
}

}  // namespace cartulary
