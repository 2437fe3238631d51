// How the facts of core/facts/learner.h are written and read.
#include "core/facts/learner.h"
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

static void Write(const ScorePart& fact, schema::ScorePart::Builder out, Put& put) {
  out.setPart(put("part", fact.part));
  out.setScore(fact.score.hundredths);
}
static void Read(schema::ScorePart::Reader in, ScorePart& fact, Get& get) {
  get("part", in.getPart(), fact.part);
  get("score", in.getScore(), fact.score);
}

static void Write(const BlockOutcome& fact, schema::BlockOutcome::Builder out, Put& put) {
  out.setBlock(put("block", fact.block));
  out.setDecision(put("decision", fact.decision));
}
static void Read(schema::BlockOutcome::Reader in, BlockOutcome& fact, Get& get) {
  get("block", in.getBlock(), fact.block);
  get("decision", in.getDecision(), fact.decision);
}

void Write(const LearnerRegistered& fact, schema::LearnerRegistered::Builder out, Put& put) {
  put(fact.number, out.initNumber());
}
void Read(schema::LearnerRegistered::Reader in, LearnerRegistered& fact, Get& get) {
  get("number", in.getNumber(), fact.number);
}

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

void Write(const LanguageCertificateRecorded& fact,
           schema::LanguageCertificateRecorded::Builder out, Put& put) {
  out.setBody(put("body", fact.body));
  out.setTest(put("test", fact.test));
  out.setLanguage(put("language", fact.language));
  put("scores", fact.scores, [&](unsigned size) { return out.initScores(size); });
  put("level", fact.level, out.initLevel());
  put(fact.number, out.initNumber());
}
void Read(schema::LanguageCertificateRecorded::Reader in, LanguageCertificateRecorded& fact,
          Get& get) {
  get("body", in.getBody(), fact.body);
  get("test", in.getTest(), fact.test);
  get("language", in.getLanguage(), fact.language);
  get("scores", in.getScores(), fact.scores);
  get("level", in.getLevel(), fact.level);
  get("number", in.getNumber(), fact.number);
}

void Write(const LanguageCertificateRevoked& fact, schema::LanguageCertificateRevoked::Builder out,
           Put& put) {
  out.setCertificate(fact.certificate.value);
  out.setGround(put("ground", fact.ground));
}
void Read(schema::LanguageCertificateRevoked::Reader in, LanguageCertificateRevoked& fact,
          Get& get) {
  get("certificate", in.getCertificate(), fact.certificate);
  get("ground", in.getGround(), fact.ground);
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

void Write(const JuryDecisionRecorded& fact, schema::JuryDecisionRecorded::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  put(fact.jury, out.initJury());
  put("blocks", fact.blocks, [&](unsigned size) { return out.initBlocks(size); });
  out.setDecision(put("decision", fact.decision));
  put("deliberated", fact.deliberated, [&](unsigned size) { return out.initDeliberated(size); });
  put(fact.chair, out.initChair());
}
void Read(schema::JuryDecisionRecorded::Reader in, JuryDecisionRecorded& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("jury", in.getJury(), fact.jury);
  get("blocks", in.getBlocks(), fact.blocks);
  get("decision", in.getDecision(), fact.decision);
  get("deliberated", in.getDeliberated(), fact.deliberated);
  get("chair", in.getChair(), fact.chair);
}

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

}  // namespace cartulary::codec
