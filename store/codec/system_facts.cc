// How the facts of core/facts/system.h are written and read.
#include "core/facts/system.h"
#include "store/codec/fact_codec.h"

namespace cartulary::codec {

void Write(const StoreCreated& fact, schema::StoreCreated::Builder out, Put&) {
  out.setDemo(fact.demo);
}
void Read(schema::StoreCreated::Reader in, StoreCreated& fact, Get& get) {
  get("demo", in.getDemo(), fact.demo);
}

}  // namespace cartulary::codec
