// How the facts of core/facts/decision.h are written and read.
#include "core/facts/decision.h"
#include "store/codec/fact_codec.h"

namespace cartulary::codec {

static void Write(const Reserve& fact, schema::Reserve::Builder out, Put& put) {
  out.setRequirement(put("requirement", fact.requirement));
  out.setDeadline(fact.deadline.days);
  out.setLiftedBy(put("lifted_by", fact.lifted_by));
}
static void Read(schema::Reserve::Reader in, Reserve& fact, Get& get) {
  get("requirement", in.getRequirement(), fact.requirement);
  get("deadline", in.getDeadline(), fact.deadline);
  get("lifted_by", in.getLiftedBy(), fact.lifted_by);
}

static void Write(const JuryPoints& fact, schema::JuryPoints::Builder out, Put& put) {
  out.setBlock(put("block", fact.block));
  out.setPoints(fact.points.hundredths);
}
static void Read(schema::JuryPoints::Reader in, JuryPoints& fact, Get& get) {
  get("block", in.getBlock(), fact.block);
  get("points", in.getPoints(), fact.points);
}

static void Write(const BlockOutcome& fact, schema::BlockOutcome::Builder out, Put& put) {
  out.setBlock(put("block", fact.block));
  out.setDecision(put("decision", fact.decision));
}
static void Read(schema::BlockOutcome::Reader in, BlockOutcome& fact, Get& get) {
  get("block", in.getBlock(), fact.block);
  get("decision", in.getDecision(), fact.decision);
}

void Write(const JuryDecisionRecorded& fact, schema::JuryDecisionRecorded::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  put(fact.jury, out.initJury());
  put("blocks", fact.blocks, [&](unsigned size) { return out.initBlocks(size); });
  out.setDecision(put("decision", fact.decision));
  put("deliberated", fact.deliberated, [&](unsigned size) { return out.initDeliberated(size); });
  put(fact.chair, out.initChair());
  put("points", fact.points, [&](unsigned size) { return out.initPoints(size); });
  put("reserves", fact.reserves, [&](unsigned size) { return out.initReserves(size); });
}
void Read(schema::JuryDecisionRecorded::Reader in, JuryDecisionRecorded& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("jury", in.getJury(), fact.jury);
  get("blocks", in.getBlocks(), fact.blocks);
  get("decision", in.getDecision(), fact.decision);
  get("deliberated", in.getDeliberated(), fact.deliberated);
  get("chair", in.getChair(), fact.chair);
  get("points", in.getPoints(), fact.points);
  get("reserves", in.getReserves(), fact.reserves);
}

void Write(const ReserveLifted& fact, schema::ReserveLifted::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setDecision(fact.decision.value);
  out.setRequirement(put("requirement", fact.requirement));
  out.setAuthority(put("authority", fact.authority));
  put("act", fact.act, out.initAct());
}
void Read(schema::ReserveLifted::Reader in, ReserveLifted& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("decision", in.getDecision(), fact.decision);
  get("requirement", in.getRequirement(), fact.requirement);
  get("authority", in.getAuthority(), fact.authority);
  get("act", in.getAct(), fact.act);
}

void Write(const ReserveLapsed& fact, schema::ReserveLapsed::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setDecision(fact.decision.value);
  out.setRequirement(put("requirement", fact.requirement));
}
void Read(schema::ReserveLapsed::Reader in, ReserveLapsed& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("decision", in.getDecision(), fact.decision);
  get("requirement", in.getRequirement(), fact.requirement);
}

void Write(const JuryDecisionRectified& fact, schema::JuryDecisionRectified::Builder out,
           Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setDecision(fact.decision.value);
  out.setBy(fact.by.value);
  out.setAuthority(put("authority", fact.authority));
  out.setAct(put("act", fact.act));
}
void Read(schema::JuryDecisionRectified::Reader in, JuryDecisionRectified& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("decision", in.getDecision(), fact.decision);
  get("by", in.getBy(), fact.by);
  get("authority", in.getAuthority(), fact.authority);
  get("act", in.getAct(), fact.act);
}

void Write(const JuryDecisionAnnulled& fact, schema::JuryDecisionAnnulled::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setDecision(fact.decision.value);
  out.setAuthority(put("authority", fact.authority));
  out.setAct(put("act", fact.act));
}
void Read(schema::JuryDecisionAnnulled::Reader in, JuryDecisionAnnulled& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("decision", in.getDecision(), fact.decision);
  get("authority", in.getAuthority(), fact.authority);
  get("act", in.getAct(), fact.act);
}

void Write(const DecisionNotified& fact, schema::DecisionNotified::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setDecision(fact.decision.value);
  out.setMeans(put("means", fact.means));
  out.setRemedies(fact.remedies);
}
void Read(schema::DecisionNotified::Reader in, DecisionNotified& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("decision", in.getDecision(), fact.decision);
  get("means", in.getMeans(), fact.means);
  get("remedies", in.getRemedies(), fact.remedies);
}

void Write(const AppealLodged& fact, schema::AppealLodged::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setDecision(fact.decision.value);
  out.setKind(put("kind", fact.kind));
}
void Read(schema::AppealLodged::Reader in, AppealLodged& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("decision", in.getDecision(), fact.decision);
  get("kind", in.getKind(), fact.kind);
}

void Write(const AppealDecided& fact, schema::AppealDecided::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setAppeal(fact.appeal.value);
  out.setOutcome(put("outcome", fact.outcome));
  out.setAuthority(put("authority", fact.authority));
  put("act", fact.act, out.initAct());
}
void Read(schema::AppealDecided::Reader in, AppealDecided& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("appeal", in.getAppeal(), fact.appeal);
  get("outcome", in.getOutcome(), fact.outcome);
  get("authority", in.getAuthority(), fact.authority);
  get("act", in.getAct(), fact.act);
}

void Write(const CourtRuled& fact, schema::CourtRuled::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  put("appeal", fact.appeal, out.initAppeal());
  out.setDecision(fact.decision.value);
  out.setOutcome(put("outcome", fact.outcome));
  out.setScope(put("scope", fact.scope));
  put("deadline", fact.deadline, out.initDeadline());
  out.setAct(put("act", fact.act));
}
void Read(schema::CourtRuled::Reader in, CourtRuled& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("appeal", in.getAppeal(), fact.appeal);
  get("decision", in.getDecision(), fact.decision);
  get("outcome", in.getOutcome(), fact.outcome);
  get("scope", in.getScope(), fact.scope);
  get("deadline", in.getDeadline(), fact.deadline);
  get("act", in.getAct(), fact.act);
}

}  // namespace cartulary::codec
