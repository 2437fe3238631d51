// How the facts of core/facts/institution.h are written and read.
#include "core/facts/institution.h"
#include "store/codec/fact_codec.h"

namespace cartulary::codec {

void Write(const BodyAccredited& fact, schema::BodyAccredited::Builder out, Put& put) {
  out.setBody(put("body", fact.body));
  out.setLanguage(put("language", fact.language));
  put("to", fact.to, out.initTo());
  put("act", fact.act, out.initAct());
}
void Read(schema::BodyAccredited::Reader in, BodyAccredited& fact, Get& get) {
  get("body", in.getBody(), fact.body);
  get("language", in.getLanguage(), fact.language);
  get("to", in.getTo(), fact.to);
  get("act", in.getAct(), fact.act);
}

void Write(const BodyAccreditationEnded& fact, schema::BodyAccreditationEnded::Builder out,
           Put& put) {
  out.setBody(put("body", fact.body));
  out.setLanguage(put("language", fact.language));
  put("act", fact.act, out.initAct());
}
void Read(schema::BodyAccreditationEnded::Reader in, BodyAccreditationEnded& fact, Get& get) {
  get("body", in.getBody(), fact.body);
  get("language", in.getLanguage(), fact.language);
  get("act", in.getAct(), fact.act);
}

void Write(const DelegationGranted& fact, schema::DelegationGranted::Builder out, Put& put) {
  put(fact.from, out.initFrom());
  put(fact.delegate, out.initDelegate());
  out.setKind(put("kind", fact.kind));
  put("certification", fact.certification, out.initCertification());
  put("campus", fact.campus, out.initCampus());
  put("to", fact.to, out.initTo());
  put("act", fact.act, out.initAct());
}
void Read(schema::DelegationGranted::Reader in, DelegationGranted& fact, Get& get) {
  get("from", in.getFrom(), fact.from);
  get("delegate", in.getDelegate(), fact.delegate);
  get("kind", in.getKind(), fact.kind);
  get("certification", in.getCertification(), fact.certification);
  get("campus", in.getCampus(), fact.campus);
  get("to", in.getTo(), fact.to);
  get("act", in.getAct(), fact.act);
}

void Write(const DelegationEnded& fact, schema::DelegationEnded::Builder out, Put& put) {
  out.setDelegation(fact.delegation.value);
  put("act", fact.act, out.initAct());
}
void Read(schema::DelegationEnded::Reader in, DelegationEnded& fact, Get& get) {
  get("delegation", in.getDelegation(), fact.delegation);
  get("act", in.getAct(), fact.act);
}

void Write(const OfficeHeld& fact, schema::OfficeHeld::Builder out, Put& put) {
  put(fact.person, out.initPerson());
  out.setOffice(put("office", fact.office));
  put("campus", fact.campus, out.initCampus());
  put("to", fact.to, out.initTo());
  put("act", fact.act, out.initAct());
}
void Read(schema::OfficeHeld::Reader in, OfficeHeld& fact, Get& get) {
  get("person", in.getPerson(), fact.person);
  get("office", in.getOffice(), fact.office);
  get("campus", in.getCampus(), fact.campus);
  get("to", in.getTo(), fact.to);
  get("act", in.getAct(), fact.act);
}

void Write(const OfficeLeft& fact, schema::OfficeLeft::Builder out, Put& put) {
  put(fact.person, out.initPerson());
  out.setOffice(put("office", fact.office));
  put("campus", fact.campus, out.initCampus());
  put("act", fact.act, out.initAct());
}
void Read(schema::OfficeLeft::Reader in, OfficeLeft& fact, Get& get) {
  get("person", in.getPerson(), fact.person);
  get("office", in.getOffice(), fact.office);
  get("campus", in.getCampus(), fact.campus);
  get("act", in.getAct(), fact.act);
}

void Write(const AccreditationRecorded& fact, schema::AccreditationRecorded::Builder out,
           Put& put) {
  out.setAuthority(put("authority", fact.authority));
  put("certification", fact.certification, out.initCertification());
  put("to", fact.to, out.initTo());
  put("act", fact.act, out.initAct());
}
void Read(schema::AccreditationRecorded::Reader in, AccreditationRecorded& fact, Get& get) {
  get("authority", in.getAuthority(), fact.authority);
  get("certification", in.getCertification(), fact.certification);
  get("to", in.getTo(), fact.to);
  get("act", in.getAct(), fact.act);
}

void Write(const RetentionRuleSet& fact, schema::RetentionRuleSet::Builder out, Put& put) {
  out.setDataClass(put("data_class", fact.data_class));
  out.setYears(fact.years);
  put("act", fact.act, out.initAct());
}
void Read(schema::RetentionRuleSet::Reader in, RetentionRuleSet& fact, Get& get) {
  get("data_class", in.getDataClass(), fact.data_class);
  get("years", in.getYears(), fact.years);
  get("act", in.getAct(), fact.act);
}

}  // namespace cartulary::codec
