// How the facts of core/facts/jury.h are written and read.
#include "core/facts/jury.h"
#include "store/codec/fact_codec.h"

namespace cartulary::codec {

static void Write(const JuryMember& fact, schema::JuryMember::Builder out, Put& put) {
  put(fact.person, out.initPerson());
  out.setCollege(put("college", fact.college));
  out.setCapacity(put("capacity", fact.capacity));
}
static void Read(schema::JuryMember::Reader in, JuryMember& fact, Get& get) {
  get("person", in.getPerson(), fact.person);
  get("college", in.getCollege(), fact.college);
  get("capacity", in.getCapacity(), fact.capacity);
}

static void Write(const MinutedDecision& fact, schema::MinutedDecision::Builder out, Put& put) {
  put(fact.learner, out.initLearner());
  out.setVersion(fact.version.value);
  put(fact.leaf, out.initLeaf());
}
static void Read(schema::MinutedDecision::Reader in, MinutedDecision& fact, Get& get) {
  get("learner", in.getLearner(), fact.learner);
  get("version", in.getVersion(), fact.version);
  get("leaf", in.getLeaf(), fact.leaf);
}

void Write(const JuryAppointed& fact, schema::JuryAppointed::Builder out, Put& put) {
  out.setCode(put("code", fact.code));
  out.setKind(put("kind", fact.kind));
  out.setCertification(put("certification", fact.certification));
  out.setCampus(put("campus", fact.campus));
  out.setSessionDate(fact.session_date.days);
  put("reference_session", fact.reference_session, out.initReferenceSession());
  put(fact.appointed_by, out.initAppointedBy());
  put("delegation", fact.delegation, out.initDelegation());
  put(fact.chair, out.initChair());
  put("members", fact.members, [&](unsigned size) { return out.initMembers(size); });
  put("act", fact.act, out.initAct());
}
void Read(schema::JuryAppointed::Reader in, JuryAppointed& fact, Get& get) {
  get("code", in.getCode(), fact.code);
  get("kind", in.getKind(), fact.kind);
  get("certification", in.getCertification(), fact.certification);
  get("campus", in.getCampus(), fact.campus);
  get("session_date", in.getSessionDate(), fact.session_date);
  get("reference_session", in.getReferenceSession(), fact.reference_session);
  get("appointed_by", in.getAppointedBy(), fact.appointed_by);
  get("delegation", in.getDelegation(), fact.delegation);
  get("chair", in.getChair(), fact.chair);
  get("members", in.getMembers(), fact.members);
  get("act", in.getAct(), fact.act);
}

void Write(const CandidateConvened& fact, schema::CandidateConvened::Builder out, Put& put) {
  put(fact.learner, out.initLearner());
  put(fact.enrolment, out.initEnrolment());
}
void Read(schema::CandidateConvened::Reader in, CandidateConvened& fact, Get& get) {
  get("learner", in.getLearner(), fact.learner);
  get("enrolment", in.getEnrolment(), fact.enrolment);
}

void Write(const JuryAmended& fact, schema::JuryAmended::Builder out, Put& put) {
  put("chair", fact.chair, out.initChair());
  put("added", fact.added, [&](unsigned size) { return out.initAdded(size); });
  put("removed", fact.removed, [&](unsigned size) { return out.initRemoved(size); });
  out.setGround(put("ground", fact.ground));
  put("act", fact.act, out.initAct());
}
void Read(schema::JuryAmended::Reader in, JuryAmended& fact, Get& get) {
  get("chair", in.getChair(), fact.chair);
  get("added", in.getAdded(), fact.added);
  get("removed", in.getRemoved(), fact.removed);
  get("ground", in.getGround(), fact.ground);
  get("act", in.getAct(), fact.act);
}

void Write(const AttendanceSigned& fact, schema::AttendanceSigned::Builder out, Put& put) {
  put(fact.person, out.initPerson());
  put("from", fact.from, out.initFrom());
  put("to", fact.to, out.initTo());
  out.setSignature(put("signature", fact.signature));
}
void Read(schema::AttendanceSigned::Reader in, AttendanceSigned& fact, Get& get) {
  get("person", in.getPerson(), fact.person);
  get("from", in.getFrom(), fact.from);
  get("to", in.getTo(), fact.to);
  get("signature", in.getSignature(), fact.signature);
}

void Write(const RecusalRecorded& fact, schema::RecusalRecorded::Builder out, Put& put) {
  put(fact.person, out.initPerson());
  put(fact.candidate, out.initCandidate());
}
void Read(schema::RecusalRecorded::Reader in, RecusalRecorded& fact, Get& get) {
  get("person", in.getPerson(), fact.person);
  get("candidate", in.getCandidate(), fact.candidate);
}

void Write(const MinutesSealed& fact, schema::MinutesSealed::Builder out, Put& put) {
  put("signed_by", fact.signed_by, [&](unsigned size) { return out.initSignedBy(size); });
  put("decisions", fact.decisions, [&](unsigned size) { return out.initDecisions(size); });
}
void Read(schema::MinutesSealed::Reader in, MinutesSealed& fact, Get& get) {
  get("signed_by", in.getSignedBy(), fact.signed_by);
  get("decisions", in.getDecisions(), fact.decisions);
}

}  // namespace cartulary::codec
