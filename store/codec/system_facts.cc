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

void Write(const SkipWaived& fact, schema::SkipWaived::Builder out, Put& put) {
  put(fact.event, out.initEvent());
  out.setAuthority(put("authority", fact.authority));
}
void Read(schema::SkipWaived::Reader in, SkipWaived& fact, Get& get) {
  get("event", in.getEvent(), fact.event);
  get("authority", in.getAuthority(), fact.authority);
}

void Write(const FindingNoted& fact, schema::FindingNoted::Builder out, Put& put) {
  out.setCheck(put("check", fact.check));
  put(fact.finding, out.initFinding());
  out.setStatus(put("status", fact.status));
}
void Read(schema::FindingNoted::Reader in, FindingNoted& fact, Get& get) {
  get("check", in.getCheck(), fact.check);
  get("finding", in.getFinding(), fact.finding);
  get("status", in.getStatus(), fact.status);
}

void Write(const CaseOpened& fact, schema::CaseOpened::Builder out, Put& put) {
  put(fact.learner, out.initLearner());
  put(fact.enrolment, out.initEnrolment());
  out.setKind(put("kind", fact.kind));
  out.setDirection(put("direction", fact.direction));
  put("concerns", fact.concerns, out.initConcerns());
  put("applied", fact.applied, out.initApplied());
  put("finding", fact.finding, out.initFinding());
}
void Read(schema::CaseOpened::Reader in, CaseOpened& fact, Get& get) {
  get("learner", in.getLearner(), fact.learner);
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("kind", in.getKind(), fact.kind);
  get("direction", in.getDirection(), fact.direction);
  get("concerns", in.getConcerns(), fact.concerns);
  get("applied", in.getApplied(), fact.applied);
  get("finding", in.getFinding(), fact.finding);
}

void Write(const CaseAssigned& fact, schema::CaseAssigned::Builder out, Put& put) {
  out.setOpened(fact.opened.value);
  put(fact.person, out.initPerson());
}
void Read(schema::CaseAssigned::Reader in, CaseAssigned& fact, Get& get) {
  get("opened", in.getOpened(), fact.opened);
  get("person", in.getPerson(), fact.person);
}

void Write(const CaseClosed& fact, schema::CaseClosed::Builder out, Put& put) {
  out.setOpened(fact.opened.value);
  out.setBy(put("by", fact.by));
  put("event", fact.event, out.initEvent());
  put("act", fact.act, out.initAct());
}
void Read(schema::CaseClosed::Reader in, CaseClosed& fact, Get& get) {
  get("opened", in.getOpened(), fact.opened);
  get("by", in.getBy(), fact.by);
  get("event", in.getEvent(), fact.event);
  get("act", in.getAct(), fact.act);
}

void Write(const SampleDrawn& fact, schema::SampleDrawn::Builder out, Put& put) {
  out.setPopulation(put("population", fact.population));
  put("by", fact.by, out.initBy());
  out.setSeed(fact.seed);
  out.setSize(fact.size);
  out.setOf(fact.of);
  out.setEvents(fact.events);
  put(fact.drawn, out.initDrawn());
}
void Read(schema::SampleDrawn::Reader in, SampleDrawn& fact, Get& get) {
  get("population", in.getPopulation(), fact.population);
  get("by", in.getBy(), fact.by);
  get("seed", in.getSeed(), fact.seed);
  get("size", in.getSize(), fact.size);
  get("of", in.getOf(), fact.of);
  get("events", in.getEvents(), fact.events);
  get("drawn", in.getDrawn(), fact.drawn);
}

}  // namespace cartulary::codec
