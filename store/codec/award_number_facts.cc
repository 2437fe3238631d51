// How the facts of core/facts/award_number.h are written and read.
#include "core/facts/award_number.h"
#include "store/codec/fact_codec.h"

namespace cartulary::codec {

void Write(const AwardNumberTaken& fact, schema::AwardNumberTaken::Builder out, Put& put) {
  out.setCertification(put("certification", fact.certification));
  put(fact.award, out.initAward());
}
void Read(schema::AwardNumberTaken::Reader in, AwardNumberTaken& fact, Get& get) {
  get("certification", in.getCertification(), fact.certification);
  get("award", in.getAward(), fact.award);
}

}  // namespace cartulary::codec
