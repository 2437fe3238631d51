// How the facts of core/facts/person.h are written and read.
#include "core/facts/person.h"
#include "store/codec/fact_codec.h"

namespace cartulary::codec {

void Write(const PersonRegistered& fact, schema::PersonRegistered::Builder out, Put& put) {
  put("number", fact.number, out.initNumber());
}
void Read(schema::PersonRegistered::Reader in, PersonRegistered& fact, Get& get) {
  get("number", in.getNumber(), fact.number);
}

}  // namespace cartulary::codec
