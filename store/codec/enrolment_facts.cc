// How the facts of core/facts/enrolment.h are written and read.
#include "core/facts/enrolment.h"
#include "store/codec/fact_codec.h"

namespace cartulary::codec {

void Write(const EnrolmentOpened& fact, schema::EnrolmentOpened::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setCertification(put("certification", fact.certification));
  out.setRoute(put("route", fact.route));
  out.setCampus(put("campus", fact.campus));
  out.setCohort(put("cohort", fact.cohort));
  out.setQualification(put("qualification", fact.qualification));
  out.setLevel(fact.level);
  out.setEdition(put("edition", fact.edition));
}
void Read(schema::EnrolmentOpened::Reader in, EnrolmentOpened& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("certification", in.getCertification(), fact.certification);
  get("route", in.getRoute(), fact.route);
  get("campus", in.getCampus(), fact.campus);
  get("cohort", in.getCohort(), fact.cohort);
  get("qualification", in.getQualification(), fact.qualification);
  get("level", in.getLevel(), fact.level);
  get("edition", in.getEdition(), fact.edition);
}

void Write(const ContractStarted& fact, schema::ContractStarted::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setEmployer(put("employer", fact.employer));
  out.setKind(put("kind", fact.kind));
  out.setTo(fact.to.days);
}
void Read(schema::ContractStarted::Reader in, ContractStarted& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("employer", in.getEmployer(), fact.employer);
  get("kind", in.getKind(), fact.kind);
  get("to", in.getTo(), fact.to);
}

void Write(const ContractEnded& fact, schema::ContractEnded::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setEnding(put("ending", fact.ending));
}
void Read(schema::ContractEnded::Reader in, ContractEnded& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("ending", in.getEnding(), fact.ending);
}

void Write(const TutorAssigned& fact, schema::TutorAssigned::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  put(fact.person, out.initPerson());
  out.setRole(put("role", fact.role));
  put("to", fact.to, out.initTo());
}
void Read(schema::TutorAssigned::Reader in, TutorAssigned& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("person", in.getPerson(), fact.person);
  get("role", in.getRole(), fact.role);
  get("to", in.getTo(), fact.to);
}

void Write(const TutorEnded& fact, schema::TutorEnded::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  put(fact.person, out.initPerson());
  out.setRole(put("role", fact.role));
}
void Read(schema::TutorEnded::Reader in, TutorEnded& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("person", in.getPerson(), fact.person);
  get("role", in.getRole(), fact.role);
}

void Write(const AnnualRegistrationRecorded& fact, schema::AnnualRegistrationRecorded::Builder out,
           Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setAcademicYear(fact.academic_year.first);
  out.setYearOfStudy(fact.year_of_study);
  out.setRepeating(fact.repeating);
  put("edition", fact.edition, out.initEdition());
  put("act", fact.act, out.initAct());
}
void Read(schema::AnnualRegistrationRecorded::Reader in, AnnualRegistrationRecorded& fact,
          Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("academic_year", in.getAcademicYear(), fact.academic_year);
  get("year_of_study", in.getYearOfStudy(), fact.year_of_study);
  get("repeating", in.getRepeating(), fact.repeating);
  get("edition", in.getEdition(), fact.edition);
  get("act", in.getAct(), fact.act);
}

void Write(const RouteChanged& fact, schema::RouteChanged::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setRoute(put("route", fact.route));
  put("act", fact.act, out.initAct());
}
void Read(schema::RouteChanged::Reader in, RouteChanged& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("route", in.getRoute(), fact.route);
  get("act", in.getAct(), fact.act);
}

void Write(const EnrolmentSuspended& fact, schema::EnrolmentSuspended::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setGround(put("ground", fact.ground));
  put("to", fact.to, out.initTo());
  put("act", fact.act, out.initAct());
}
void Read(schema::EnrolmentSuspended::Reader in, EnrolmentSuspended& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("ground", in.getGround(), fact.ground);
  get("to", in.getTo(), fact.to);
  get("act", in.getAct(), fact.act);
}

void Write(const EnrolmentResumed& fact, schema::EnrolmentResumed::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  put("act", fact.act, out.initAct());
}
void Read(schema::EnrolmentResumed::Reader in, EnrolmentResumed& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("act", in.getAct(), fact.act);
}

void Write(const EnrolmentClosed& fact, schema::EnrolmentClosed::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setGround(put("ground", fact.ground));
  put("act", fact.act, out.initAct());
}
void Read(schema::EnrolmentClosed::Reader in, EnrolmentClosed& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("ground", in.getGround(), fact.ground);
  get("act", in.getAct(), fact.act);
}

void Write(const EnrolmentTransferred& fact, schema::EnrolmentTransferred::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  put(fact.to, out.initTo());
  put("act", fact.act, out.initAct());
}
void Read(schema::EnrolmentTransferred::Reader in, EnrolmentTransferred& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("to", in.getTo(), fact.to);
  get("act", in.getAct(), fact.act);
}

}  // namespace cartulary::codec
