// The facts about a learner (apprenant; VAE: candidat) as a person, whatever the enrolment.
// core/facts/fact_info.h says how a fact is made.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/code.h"
#include "core/decimal.h"
#include "core/facts/fact_info.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary {

// A learner is known to the register. Identity and contact are sealed.
struct LearnerRegistered {
  static constexpr FactInfo kInfo{
      FactType::kLearnerRegistered,
      "LearnerRegistered",
      StreamKind::kLearner,
      "apprenant",
      "day of registration",
      "A learner is known to the register. Identity and contact are sealed."};

  Lookup number;
  friend bool operator==(const LearnerRegistered&, const LearnerRegistered&) = default;
};
template <typename V, ConstOrNot<LearnerRegistered> F>
void Fields(V&& visit, F& fact) {
  visit("number", fact.number, "lookup of the student or candidate number");
}

// The score of one part of a language test.
struct ScorePart {
  ReasonCode part;
  Decimal score;
  friend bool operator==(const ScorePart&, const ScorePart&) = default;
};
template <typename V, ConstOrNot<ScorePart> F>
void Fields(V&& visit, F& fact) {
  visit("part", fact.part, "name of the part: listening, reading, writing, speaking, total");
  visit("score", fact.score, "score of that part");
}

// A certificate of level in a language. Its number is sealed.
struct LanguageCertificateRecorded {
  static constexpr FactInfo kInfo{FactType::kLanguageCertificateRecorded,
                                  "LanguageCertificateRecorded",
                                  StreamKind::kLearner,
                                  "certificat de langue",
                                  "day of the test",
                                  "A certificate of level in a language. Its number is sealed."};

  BodyCode body;
  TestCode test;
  LanguageCode language;
  std::vector<ScorePart> scores;
  std::optional<LanguageLevel> level;
  Lookup number;
  friend bool operator==(const LanguageCertificateRecorded&,
                         const LanguageCertificateRecorded&) = default;
};
template <typename V, ConstOrNot<LanguageCertificateRecorded> F>
void Fields(V&& visit, F& fact) {
  visit("body", fact.body, "certification body");
  visit("test", fact.test, "test and version");
  visit("language", fact.language, "language tested");
  visit("scores", fact.scores, "scores by part");
  visit("level", fact.level, "level that the certificate states");
  visit("number", fact.number, "lookup of the certificate number");
}

// The body revoked a certificate.
struct LanguageCertificateRevoked {
  static constexpr FactInfo kInfo{FactType::kLanguageCertificateRevoked,
                                  "LanguageCertificateRevoked",
                                  StreamKind::kLearner,
                                  "certificat de langue annulé",
                                  "day of the revocation",
                                  "The body revoked a certificate."};

  Version certificate;
  CorrectionGround ground{};
  friend bool operator==(const LanguageCertificateRevoked&,
                         const LanguageCertificateRevoked&) = default;
};
template <typename V, ConstOrNot<LanguageCertificateRevoked> F>
void Fields(V&& visit, F& fact) {
  visit("certificate", fact.certificate,
        "version of the LanguageCertificateRecorded in this stream");
  visit("ground", fact.ground, "ground");
}

// Two registrations are one learner; in the streams of both, in one commit.
struct LearnersMerged {
  static constexpr FactInfo kInfo{
      FactType::kLearnersMerged,
      "LearnersMerged",
      StreamKind::kLearner,
      "fusion de dossiers",
      "day of the decision",
      "Two registrations are one learner; in the streams of both, in one commit."};

  LearnerId other;
  bool survivor = false;
  std::optional<ActCode> act;
  friend bool operator==(const LearnersMerged&, const LearnersMerged&) = default;
};
template <typename V, ConstOrNot<LearnersMerged> F>
void Fields(V&& visit, F& fact) {
  visit("other", fact.other, "the other registration");
  visit("survivor", fact.survivor, "true in the stream that goes on");
  visit("act", fact.act, "act that decides it");
}

// An accommodation is granted. The measure is sealed; a diagnosis is never recorded.
struct AccommodationGranted {
  static constexpr FactInfo kInfo{
      FactType::kAccommodationGranted,
      "AccommodationGranted",
      StreamKind::kLearner,
      "aménagement",
      "first day",
      "An accommodation is granted. The measure is sealed; a diagnosis is never recorded."};

  friend bool operator==(const AccommodationGranted&, const AccommodationGranted&) = default;
};
template <typename V, ConstOrNot<AccommodationGranted> F>
void Fields(V&&, F&) {}

// An accommodation ends.
struct AccommodationEnded {
  static constexpr FactInfo kInfo{
      FactType::kAccommodationEnded, "AccommodationEnded", StreamKind::kLearner,
      "fin d'aménagement",           "last day",           "An accommodation ends."};

  Version accommodation;
  friend bool operator==(const AccommodationEnded&, const AccommodationEnded&) = default;
};
template <typename V, ConstOrNot<AccommodationEnded> F>
void Fields(V&& visit, F& fact) {
  visit("accommodation", fact.accommodation, "version of the AccommodationGranted in this stream");
}

// What became of a certified learner.
struct SurveyAnswered {
  static constexpr FactInfo kInfo{FactType::kSurveyAnswered, "SurveyAnswered",
                                  StreamKind::kLearner,      "enquête d'insertion",
                                  "day of the answer",       "What became of a certified learner."};

  EnrolmentId enrolment;
  SurveyHorizon horizon{};
  SurveyAnswer employed{};
  SurveyAnswer in_target_occupation{};
  SurveyAnswer in_further_study{};
  friend bool operator==(const SurveyAnswered&, const SurveyAnswered&) = default;
};
template <typename V, ConstOrNot<SurveyAnswered> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("horizon", fact.horizon, "how long after the award");
  visit("employed", fact.employed, "employed");
  visit("in_target_occupation", fact.in_target_occupation,
        "employed in the target occupation (métier visé)");
  visit("in_further_study", fact.in_further_study, "in further study");
}

}  // namespace cartulary
