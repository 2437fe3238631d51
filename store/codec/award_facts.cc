// How the facts of core/facts/award.h are written and read.
#include "core/facts/award.h"
#include "store/codec/fact_codec.h"

namespace cartulary::codec {

void Write(const AwardIssued& fact, schema::AwardIssued::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setNumber(put("number", fact.number));
  out.setCertification(put("certification", fact.certification));
  out.setRevision(fact.revision);
  out.setDecision(fact.decision.value);
  put("overridden", fact.overridden, [&](unsigned size) { return out.initOverridden(size); });
  out.setAuthority(put("authority", fact.authority));
  put("log_origin", fact.log_origin, out.initLogOrigin());
  put("log_size", fact.log_size, out.initLogSize());
  put("log_root", fact.log_root, out.initLogRoot());
}
void Read(schema::AwardIssued::Reader in, AwardIssued& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("number", in.getNumber(), fact.number);
  get("certification", in.getCertification(), fact.certification);
  get("revision", in.getRevision(), fact.revision);
  get("decision", in.getDecision(), fact.decision);
  get("overridden", in.getOverridden(), fact.overridden);
  get("authority", in.getAuthority(), fact.authority);
  get("log_origin", in.getLogOrigin(), fact.log_origin);
  get("log_size", in.getLogSize(), fact.log_size);
  get("log_root", in.getLogRoot(), fact.log_root);
}

void Write(const AwardWithdrawn& fact, schema::AwardWithdrawn::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setAward(fact.award.value);
  out.setGround(put("ground", fact.ground));
  out.setAuthority(put("authority", fact.authority));
  out.setAct(put("act", fact.act));
}
void Read(schema::AwardWithdrawn::Reader in, AwardWithdrawn& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("award", in.getAward(), fact.award);
  get("ground", in.getGround(), fact.ground);
  get("authority", in.getAuthority(), fact.authority);
  get("act", in.getAct(), fact.act);
}

void Write(const AwardReinstated& fact, schema::AwardReinstated::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setWithdrawal(fact.withdrawal.value);
  out.setAuthority(put("authority", fact.authority));
  out.setAct(put("act", fact.act));
}
void Read(schema::AwardReinstated::Reader in, AwardReinstated& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("withdrawal", in.getWithdrawal(), fact.withdrawal);
  get("authority", in.getAuthority(), fact.authority);
  get("act", in.getAct(), fact.act);
}

void Write(const DuplicateIssued& fact, schema::DuplicateIssued::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setAward(fact.award.value);
  out.setGround(put("ground", fact.ground));
  out.setAuthority(put("authority", fact.authority));
  put("act", fact.act, out.initAct());
}
void Read(schema::DuplicateIssued::Reader in, DuplicateIssued& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("award", in.getAward(), fact.award);
  get("ground", in.getGround(), fact.ground);
  get("authority", in.getAuthority(), fact.authority);
  get("act", in.getAct(), fact.act);
}

void Write(const BlockCertificateIssued& fact, schema::BlockCertificateIssued::Builder out,
           Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setBlock(put("block", fact.block));
  out.setDecision(fact.decision.value);
  out.setAuthority(put("authority", fact.authority));
  put("act", fact.act, out.initAct());
}
void Read(schema::BlockCertificateIssued::Reader in, BlockCertificateIssued& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("block", in.getBlock(), fact.block);
  get("decision", in.getDecision(), fact.decision);
  get("authority", in.getAuthority(), fact.authority);
  get("act", in.getAct(), fact.act);
}

}  // namespace cartulary::codec
