// How the facts of core/facts/referential.h are written and read.
#include "core/facts/referential.h"
#include "store/codec/fact_codec.h"

namespace cartulary::codec {

void Write(const EditionPublished& fact, schema::EditionPublished::Builder out, Put& put) {
  out.setCertification(put("certification", fact.certification));
  out.setEdition(put("edition", fact.edition));
  put("to", fact.to, out.initTo());
  out.setBinding(put("binding", fact.binding));
  out.setAdopted(fact.adopted.days);
  put("teaching_starts", fact.teaching_starts, out.initTeachingStarts());
  put("act", fact.act, out.initAct());
}
void Read(schema::EditionPublished::Reader in, EditionPublished& fact, Get& get) {
  get("certification", in.getCertification(), fact.certification);
  get("edition", in.getEdition(), fact.edition);
  get("to", in.getTo(), fact.to);
  get("binding", in.getBinding(), fact.binding);
  get("adopted", in.getAdopted(), fact.adopted);
  get("teaching_starts", in.getTeachingStarts(), fact.teaching_starts);
  get("act", in.getAct(), fact.act);
}

void Write(const RevisionPublished& fact, schema::RevisionPublished::Builder out, Put& put) {
  out.setCertification(put("certification", fact.certification));
  out.setEdition(put("edition", fact.edition));
  out.setNumber(fact.number);
  put("previous", fact.previous, out.initPrevious());
  put(fact.text, out.initText());
  out.setKind(put("kind", fact.kind));
  put("settles", fact.settles, out.initSettles());
  put("document", fact.document, out.initDocument());
  put("article", fact.article, out.initArticle());
  put(fact.author, out.initAuthor());
}
void Read(schema::RevisionPublished::Reader in, RevisionPublished& fact, Get& get) {
  get("certification", in.getCertification(), fact.certification);
  get("edition", in.getEdition(), fact.edition);
  get("number", in.getNumber(), fact.number);
  get("previous", in.getPrevious(), fact.previous);
  get("text", in.getText(), fact.text);
  get("kind", in.getKind(), fact.kind);
  get("settles", in.getSettles(), fact.settles);
  get("document", in.getDocument(), fact.document);
  get("article", in.getArticle(), fact.article);
  get("author", in.getAuthor(), fact.author);
}

void Write(const AssessmentPlanned& fact, schema::AssessmentPlanned::Builder out, Put& put) {
  out.setCertification(put("certification", fact.certification));
  out.setEdition(put("edition", fact.edition));
  put("academic_year", fact.academic_year, out.initAcademicYear());
  put("cohort", fact.cohort, out.initCohort());
  out.setPlan(put("plan", fact.plan));
  out.setBlock(put("block", fact.block));
  put("competencies", fact.competencies, [&](unsigned size) { return out.initCompetencies(size); });
  out.setKind(put("kind", fact.kind));
  out.setWeight(fact.weight.hundredths);
  out.setUse(put("use", fact.use));
  out.setMandatory(fact.mandatory);
}
void Read(schema::AssessmentPlanned::Reader in, AssessmentPlanned& fact, Get& get) {
  get("certification", in.getCertification(), fact.certification);
  get("edition", in.getEdition(), fact.edition);
  get("academic_year", in.getAcademicYear(), fact.academic_year);
  get("cohort", in.getCohort(), fact.cohort);
  get("plan", in.getPlan(), fact.plan);
  get("block", in.getBlock(), fact.block);
  get("competencies", in.getCompetencies(), fact.competencies);
  get("kind", in.getKind(), fact.kind);
  get("weight", in.getWeight(), fact.weight);
  get("use", in.getUse(), fact.use);
  get("mandatory", in.getMandatory(), fact.mandatory);
}

static void Write(const BlockCorrespondence& fact, schema::BlockCorrespondence::Builder out,
                  Put& put) {
  out.setFrom(put("from", fact.from));
  out.setTo(put("to", fact.to));
}
static void Read(schema::BlockCorrespondence::Reader in, BlockCorrespondence& fact, Get& get) {
  get("from", in.getFrom(), fact.from);
  get("to", in.getTo(), fact.to);
}

void Write(const SuccessorDeclared& fact, schema::SuccessorDeclared::Builder out, Put& put) {
  out.setCertification(put("certification", fact.certification));
  out.setSuccessor(put("successor", fact.successor));
  put("blocks", fact.blocks, [&](unsigned size) { return out.initBlocks(size); });
  put("act", fact.act, out.initAct());
}
void Read(schema::SuccessorDeclared::Reader in, SuccessorDeclared& fact, Get& get) {
  get("certification", in.getCertification(), fact.certification);
  get("successor", in.getSuccessor(), fact.successor);
  get("blocks", in.getBlocks(), fact.blocks);
  get("act", in.getAct(), fact.act);
}

void Write(const StatisticsPublished& fact, schema::StatisticsPublished::Builder out, Put& put) {
  out.setCertification(put("certification", fact.certification));
  out.setYear(fact.year);
  put("certified", fact.certified, out.initCertified());
  put("by_vae", fact.by_vae, out.initByVae());
  put("employed_six_months", fact.employed_six_months, out.initEmployedSixMonths());
  put("in_target_occupation_six_months", fact.in_target_occupation_six_months,
      out.initInTargetOccupationSixMonths());
  put("in_target_occupation_two_years", fact.in_target_occupation_two_years,
      out.initInTargetOccupationTwoYears());
}
void Read(schema::StatisticsPublished::Reader in, StatisticsPublished& fact, Get& get) {
  get("certification", in.getCertification(), fact.certification);
  get("year", in.getYear(), fact.year);
  get("certified", in.getCertified(), fact.certified);
  get("by_vae", in.getByVae(), fact.by_vae);
  get("employed_six_months", in.getEmployedSixMonths(), fact.employed_six_months);
  get("in_target_occupation_six_months", in.getInTargetOccupationSixMonths(),
      fact.in_target_occupation_six_months);
  get("in_target_occupation_two_years", in.getInTargetOccupationTwoYears(),
      fact.in_target_occupation_two_years);
}

void Write(const RevisionApplied& fact, schema::RevisionApplied::Builder out, Put& put) {
  out.setCertification(put("certification", fact.certification));
  out.setEdition(put("edition", fact.edition));
  out.setNumber(fact.number);
  put(fact.report, out.initReport());
  put(fact.approver, out.initApprover());
  out.setCases(fact.cases);
}
void Read(schema::RevisionApplied::Reader in, RevisionApplied& fact, Get& get) {
  get("certification", in.getCertification(), fact.certification);
  get("edition", in.getEdition(), fact.edition);
  get("number", in.getNumber(), fact.number);
  get("report", in.getReport(), fact.report);
  get("approver", in.getApprover(), fact.approver);
  get("cases", in.getCases(), fact.cases);
}

}  // namespace cartulary::codec
