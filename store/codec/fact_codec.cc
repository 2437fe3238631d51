#include "store/codec/fact_codec.h"

#include <string>
#include <variant>

namespace cartulary::codec {
namespace {

#define CARTULARY_INIT(Name, NUMBER) \
  schema::Name::Builder Init(const Name&, schema::Fact::Builder out) { return out.init##Name(); }
CARTULARY_EACH_PLAIN_FACT(CARTULARY_INIT)
#undef CARTULARY_INIT

template <typename F>
void WriteMember(const F& fact, schema::Fact::Builder out, Put& put) {
  put.problem().Enter(F::kInfo.name);
  Write(fact, Init(fact, out), put);
}

void WriteMember(const FactCorrected& fact, schema::Fact::Builder out, Put& put) {
  put.problem().Enter(FactCorrected::kInfo.name);
  schema::FactCorrected::Builder member = out.initFactCorrected();
  member.setTarget(fact.target.value);
  member.setGround(put("ground", fact.ground));
  member.setAuthority(put("authority", fact.authority));
  std::visit([&](const auto& plain) { WriteMember(plain, member.initReplacement(), put); },
             fact.replacement);
}

void WriteMember(const FactVoided& fact, schema::Fact::Builder out, Put& put) {
  put.problem().Enter(FactVoided::kInfo.name);
  schema::FactVoided::Builder member = out.initFactVoided();
  member.setTarget(fact.target.value);
  member.setGround(put("ground", fact.ground));
  member.setAuthority(put("authority", fact.authority));
}

// `fact` is Fact or PlainFact. False if the member is none of the plain facts.
template <typename Variant>
bool ReadPlain(schema::Fact::Reader in, Variant& fact, Get& get) {
  switch (in.which()) {
#define CARTULARY_READ(Name, NUMBER)                          \
  case schema::Fact::NUMBER:                                  \
    get.problem().Enter(Name::kInfo.name);                    \
    Read(in.get##Name(), fact.template emplace<Name>(), get); \
    return true;
    CARTULARY_EACH_PLAIN_FACT(CARTULARY_READ)
#undef CARTULARY_READ
    case schema::Fact::RESERVED:
    case schema::Fact::FACT_CORRECTED:
    case schema::Fact::FACT_VOIDED:
      return false;
  }
  return false;  // A number of the future.
}

void ReadCorrected(schema::FactCorrected::Reader in, FactCorrected& fact, Get& get) {
  get("target", in.getTarget(), fact.target);
  get("ground", in.getGround(), fact.ground);
  get("authority", in.getAuthority(), fact.authority);
  if (!ReadPlain(in.getReplacement(), fact.replacement, get)) {
    get.problem().Note("replacement", Said("fact type {0} cannot replace a fact",
                                           "un fait de type {0} ne peut pas en remplacer un autre",
                                           static_cast<unsigned>(in.getReplacement().which())));
  }
}

void ReadVoided(schema::FactVoided::Reader in, FactVoided& fact, Get& get) {
  get("target", in.getTarget(), fact.target);
  get("ground", in.getGround(), fact.ground);
  get("authority", in.getAuthority(), fact.authority);
}

}  // namespace

void WriteFact(const Fact& fact, schema::Fact::Builder out, Put& put) {
  std::visit([&](const auto& member) { WriteMember(member, out, put); }, fact);
}

void ReadFact(schema::Fact::Reader in, Fact& fact, Get& get) {
  if (ReadPlain(in, fact, get)) return;
  if (in.isFactCorrected()) {
    get.problem().Enter(FactCorrected::kInfo.name);
    ReadCorrected(in.getFactCorrected(), fact.emplace<FactCorrected>(), get);
  } else if (in.isFactVoided()) {
    get.problem().Enter(FactVoided::kInfo.name);
    ReadVoided(in.getFactVoided(), fact.emplace<FactVoided>(), get);
  } else {
    get.problem().Note("fact", Said("fact type {0} is not of this program's vocabulary",
                                    "le type de fait {0} n'est pas du vocabulaire de ce programme",
                                    static_cast<unsigned>(in.which())));
  }
}

}  // namespace cartulary::codec
