// How the facts of core/facts/results.h are written and read.
#include "core/facts/results.h"
#include "store/codec/fact_codec.h"

namespace cartulary::codec {

static void Write(const CompetencyLevel& fact, schema::CompetencyLevel::Builder out, Put& put) {
  out.setCompetency(put("competency", fact.competency));
  out.setLevel(fact.level);
}
static void Read(schema::CompetencyLevel::Reader in, CompetencyLevel& fact, Get& get) {
  get("competency", in.getCompetency(), fact.competency);
  get("level", in.getLevel(), fact.level);
}

static void Write(const Signature& fact, schema::Signature::Builder out, Put& put) {
  put(fact.person, out.initPerson());
  out.setDate(fact.date.days);
}
static void Read(schema::Signature::Reader in, Signature& fact, Get& get) {
  get("person", in.getPerson(), fact.person);
  get("date", in.getDate(), fact.date);
}

static void Write(const PanelMember& fact, schema::PanelMember::Builder out, Put& put) {
  put(fact.person, out.initPerson());
  out.setCollege(put("college", fact.college));
}
static void Read(schema::PanelMember::Reader in, PanelMember& fact, Get& get) {
  get("person", in.getPerson(), fact.person);
  get("college", in.getCollege(), fact.college);
}

void Write(const AssessmentRecorded& fact, schema::AssessmentRecorded::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setPlan(put("plan", fact.plan));
  out.setSession(put("session", fact.session));
  out.setAttempt(fact.attempt);
  out.setStatus(put("status", fact.status));
  put("grade", fact.grade, out.initGrade());
  put("level", fact.level, out.initLevel());
  put("group", fact.group, out.initGroup());
  put("assessors", fact.assessors, [&](unsigned size) { return out.initAssessors(size); });
  put("grid", fact.grid, out.initGrid());
  out.setAccommodated(fact.accommodated);
}
void Read(schema::AssessmentRecorded::Reader in, AssessmentRecorded& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("plan", in.getPlan(), fact.plan);
  get("session", in.getSession(), fact.session);
  get("attempt", in.getAttempt(), fact.attempt);
  get("status", in.getStatus(), fact.status);
  get("grade", in.getGrade(), fact.grade);
  get("level", in.getLevel(), fact.level);
  get("group", in.getGroup(), fact.group);
  get("assessors", in.getAssessors(), fact.assessors);
  get("grid", in.getGrid(), fact.grid);
  get("accommodated", in.getAccommodated(), fact.accommodated);
}

void Write(const AbsenceJustified& fact, schema::AbsenceJustified::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setAssessment(fact.assessment.value);
  out.setGround(put("ground", fact.ground));
}
void Read(schema::AbsenceJustified::Reader in, AbsenceJustified& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("assessment", in.getAssessment(), fact.assessment);
  get("ground", in.getGround(), fact.ground);
}

void Write(const TutorGridSigned& fact, schema::TutorGridSigned::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setAcademicYear(fact.academic_year.first);
  put("levels", fact.levels, [&](unsigned size) { return out.initLevels(size); });
  put("academic", fact.academic, out.initAcademic());
  put("company", fact.company, out.initCompany());
}
void Read(schema::TutorGridSigned::Reader in, TutorGridSigned& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("academic_year", in.getAcademicYear(), fact.academic_year);
  get("levels", in.getLevels(), fact.levels);
  get("academic", in.getAcademic(), fact.academic);
  get("company", in.getCompany(), fact.company);
}

void Write(const AlternanceReportAssessed& fact, schema::AlternanceReportAssessed::Builder out,
           Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setAcademicYear(fact.academic_year.first);
  put("company_tutor", fact.company_tutor, out.initCompanyTutor());
  put("company_outcome", fact.company_outcome, out.initCompanyOutcome());
  put("programme_head", fact.programme_head, out.initProgrammeHead());
  put("head_outcome", fact.head_outcome, out.initHeadOutcome());
}
void Read(schema::AlternanceReportAssessed::Reader in, AlternanceReportAssessed& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("academic_year", in.getAcademicYear(), fact.academic_year);
  get("company_tutor", in.getCompanyTutor(), fact.company_tutor);
  get("company_outcome", in.getCompanyOutcome(), fact.company_outcome);
  get("programme_head", in.getProgrammeHead(), fact.programme_head);
  get("head_outcome", in.getHeadOutcome(), fact.head_outcome);
}

void Write(const DefenceHeld& fact, schema::DefenceHeld::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setKind(put("kind", fact.kind));
  put("panel", fact.panel, [&](unsigned size) { return out.initPanel(size); });
  out.setOutcome(put("outcome", fact.outcome));
  put("stays", fact.stays, [&](unsigned size) { return out.initStays(size); });
}
void Read(schema::DefenceHeld::Reader in, DefenceHeld& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("kind", in.getKind(), fact.kind);
  get("panel", in.getPanel(), fact.panel);
  get("outcome", in.getOutcome(), fact.outcome);
  get("stays", in.getStays(), fact.stays);
}

void Write(const MobilityPeriodRecorded& fact, schema::MobilityPeriodRecorded::Builder out,
           Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setCountry(put("country", fact.country));
  out.setFrom(fact.from.days);
  out.setKind(put("kind", fact.kind));
  out.setEnding(put("ending", fact.ending));
}
void Read(schema::MobilityPeriodRecorded::Reader in, MobilityPeriodRecorded& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("country", in.getCountry(), fact.country);
  get("from", in.getFrom(), fact.from);
  get("kind", in.getKind(), fact.kind);
  get("ending", in.getEnding(), fact.ending);
}

void Write(const MobilityReportAssessed& fact, schema::MobilityReportAssessed::Builder out,
           Put& put) {
  put(fact.enrolment, out.initEnrolment());
  put("stays", fact.stays, [&](unsigned size) { return out.initStays(size); });
  out.setOutcome(put("outcome", fact.outcome));
  put("assessors", fact.assessors, [&](unsigned size) { return out.initAssessors(size); });
}
void Read(schema::MobilityReportAssessed::Reader in, MobilityReportAssessed& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("stays", in.getStays(), fact.stays);
  get("outcome", in.getOutcome(), fact.outcome);
  get("assessors", in.getAssessors(), fact.assessors);
}

void Write(const VaeAdmissibilityDecided& fact, schema::VaeAdmissibilityDecided::Builder out,
           Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setOutcome(put("outcome", fact.outcome));
}
void Read(schema::VaeAdmissibilityDecided::Reader in, VaeAdmissibilityDecided& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("outcome", in.getOutcome(), fact.outcome);
}

void Write(const VaeDossierSubmitted& fact, schema::VaeDossierSubmitted::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
}
void Read(schema::VaeDossierSubmitted::Reader in, VaeDossierSubmitted& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
}

void Write(const MobilityPlanned& fact, schema::MobilityPlanned::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setCountry(put("country", fact.country));
  out.setTo(fact.to.days);
  out.setKind(put("kind", fact.kind));
}
void Read(schema::MobilityPlanned::Reader in, MobilityPlanned& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("country", in.getCountry(), fact.country);
  get("to", in.getTo(), fact.to);
  get("kind", in.getKind(), fact.kind);
}

void Write(const EquivalenceGranted& fact, schema::EquivalenceGranted::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setCertification(put("certification", fact.certification));
  out.setFrom(put("from", fact.from));
  out.setBlock(put("block", fact.block));
  out.setAuthority(put("authority", fact.authority));
  out.setAct(put("act", fact.act));
}
void Read(schema::EquivalenceGranted::Reader in, EquivalenceGranted& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("certification", in.getCertification(), fact.certification);
  get("from", in.getFrom(), fact.from);
  get("block", in.getBlock(), fact.block);
  get("authority", in.getAuthority(), fact.authority);
  get("act", in.getAct(), fact.act);
}

void Write(const WaiverGranted& fact, schema::WaiverGranted::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setRequirement(put("requirement", fact.requirement));
  out.setGround(put("ground", fact.ground));
  out.setAuthority(put("authority", fact.authority));
  out.setAct(put("act", fact.act));
}
void Read(schema::WaiverGranted::Reader in, WaiverGranted& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("requirement", in.getRequirement(), fact.requirement);
  get("ground", in.getGround(), fact.ground);
  get("authority", in.getAuthority(), fact.authority);
  get("act", in.getAct(), fact.act);
}

}  // namespace cartulary::codec
