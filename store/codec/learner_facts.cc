// How the facts of core/facts/learner.h are written and read.
#include "core/facts/learner.h"
#include "store/codec/fact_codec.h"

namespace cartulary::codec {

void Write(const LearnerRegistered& fact, schema::LearnerRegistered::Builder out, Put& put) {
  put(fact.number, out.initNumber());
}
void Read(schema::LearnerRegistered::Reader in, LearnerRegistered& fact, Get& get) {
  get("number", in.getNumber(), fact.number);
}

static void Write(const ScorePart& fact, schema::ScorePart::Builder out, Put& put) {
  out.setPart(put("part", fact.part));
  out.setScore(fact.score.hundredths);
}
static void Read(schema::ScorePart::Reader in, ScorePart& fact, Get& get) {
  get("part", in.getPart(), fact.part);
  get("score", in.getScore(), fact.score);
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

void Write(const LearnersMerged& fact, schema::LearnersMerged::Builder out, Put& put) {
  put(fact.other, out.initOther());
  out.setSurvivor(fact.survivor);
  put("act", fact.act, out.initAct());
}
void Read(schema::LearnersMerged::Reader in, LearnersMerged& fact, Get& get) {
  get("other", in.getOther(), fact.other);
  get("survivor", in.getSurvivor(), fact.survivor);
  get("act", in.getAct(), fact.act);
}

void Write(const AccommodationGranted&, schema::AccommodationGranted::Builder, Put&) {}
void Read(schema::AccommodationGranted::Reader, AccommodationGranted&, Get&) {}

void Write(const AccommodationEnded& fact, schema::AccommodationEnded::Builder out, Put&) {
  out.setAccommodation(fact.accommodation.value);
}
void Read(schema::AccommodationEnded::Reader in, AccommodationEnded& fact, Get& get) {
  get("accommodation", in.getAccommodation(), fact.accommodation);
}

void Write(const SurveyAnswered& fact, schema::SurveyAnswered::Builder out, Put& put) {
  put(fact.enrolment, out.initEnrolment());
  out.setHorizon(put("horizon", fact.horizon));
  out.setEmployed(put("employed", fact.employed));
  out.setInTargetOccupation(put("in_target_occupation", fact.in_target_occupation));
  out.setInFurtherStudy(put("in_further_study", fact.in_further_study));
}
void Read(schema::SurveyAnswered::Reader in, SurveyAnswered& fact, Get& get) {
  get("enrolment", in.getEnrolment(), fact.enrolment);
  get("horizon", in.getHorizon(), fact.horizon);
  get("employed", in.getEmployed(), fact.employed);
  get("in_target_occupation", in.getInTargetOccupation(), fact.in_target_occupation);
  get("in_further_study", in.getInFurtherStudy(), fact.in_further_study);
}

}  // namespace cartulary::codec
