#include "core/statistics.h"

#include <gtest/gtest.h>

#include <string>

namespace cartulary {
namespace {

const CertificationCode kTitle{"RNCP39304"};
const EnrolmentId kEnrolment{{1}};

Date Day(const char* text) { return Date::Parse(text).value(); }

class StatisticsTest : public testing::Test {
 protected:
  Version Add(PlainFact fact, const char* effective) {
    const Version version{dossier_.next_version++};
    Entry entry;
    entry.version = version;
    entry.effective = Day(effective);
    entry.fact = std::move(fact);
    dossier_.entries.push_back(std::move(entry));
    return version;
  }
  void Enrol(Route route) {
    EnrolmentOpened opened;
    opened.enrolment = kEnrolment;
    opened.certification = kTitle;
    opened.route = route;
    Add(opened, "2020-09-01");
  }
  Version Award(const char* day, const CertificationCode& certification = kTitle) {
    AwardIssued award;
    award.enrolment = kEnrolment;
    award.certification = certification;
    award.decision.value = 999;  // It never was.
    return Add(award, day);
  }
  void Answer(SurveyHorizon horizon, SurveyAnswer employed, SurveyAnswer occupation,
              const char* day) {
    Add(SurveyAnswered{kEnrolment, horizon, employed, occupation, SurveyAnswer::kNo}, day);
  }
  Figures On(const char* day) const {
    Figures figures;
    AddFigures(figures, dossier_, kTitle, Day(day));
    return figures;
  }

  Dossier dossier_;
};

TEST_F(StatisticsTest, AnAwardCountsInItsCivilYearFromItsDay) {
  Enrol(Route::kApprenticeship);
  Award("2023-12-31");
  EXPECT_TRUE(On("2023-12-30").empty());
  const Figures figures = On("2024-06-30");
  ASSERT_EQ(figures.size(), 1u);
  EXPECT_EQ(figures.at(2023).certified, 1u);
  EXPECT_EQ(figures.at(2023).by_vae, 0u);
}

TEST_F(StatisticsTest, ThoseByVaeAreCountedAmongTheCertified) {
  Enrol(Route::kVae);
  Award("2023-07-10");
  EXPECT_EQ(On("2024-01-01").at(2023).certified, 1u);
  EXPECT_EQ(On("2024-01-01").at(2023).by_vae, 1u);
}

TEST_F(StatisticsTest, TheRouteIsThatOfTheDayOfTheDecision) {
  Enrol(Route::kVae);
  JuryDecisionRecorded decided;
  decided.enrolment = kEnrolment;
  AwardIssued award;
  award.enrolment = kEnrolment;
  award.certification = kTitle;
  award.decision = Add(decided, "2023-07-01");
  Add(RouteChanged{kEnrolment, Route::kApprenticeship, {}}, "2023-07-02");
  Add(award, "2023-07-10");
  EXPECT_EQ(On("2024-01-01").at(2023).by_vae, 1u);
}

TEST_F(StatisticsTest, WithoutADecisionTheRouteIsThatOfTheDayOfTheAward) {
  Enrol(Route::kApprenticeship);
  Add(RouteChanged{kEnrolment, Route::kVae, {}}, "2022-09-01");
  Award("2023-07-10");
  Add(RouteChanged{kEnrolment, Route::kApprenticeship, {}}, "2023-09-01");
  EXPECT_EQ(On("2024-01-01").at(2023).by_vae, 1u);
}

TEST_F(StatisticsTest, AnotherCertificationIsNotCounted) {
  Enrol(Route::kApprenticeship);
  Award("2023-07-10", {"RNCP37484"});
  EXPECT_TRUE(On("2024-01-01").empty());
}

TEST_F(StatisticsTest, AWithdrawnTitleDoesNotCountUntilItIsReinstated) {
  Enrol(Route::kApprenticeship);
  const Version award = Award("2023-07-10");
  const Version withdrawal = Add(
      AwardWithdrawn{
          kEnrolment, award, WithdrawalGround::kFraud, Authority::kDirectorGeneral, {"ACT-1"}},
      "2024-03-01");
  Add(AwardReinstated{kEnrolment, withdrawal, Authority::kCourt, {"TA-1"}}, "2024-09-01");
  EXPECT_EQ(On("2024-02-29").at(2023).certified, 1u);
  EXPECT_TRUE(On("2024-03-01").empty());
  EXPECT_EQ(On("2024-09-01").at(2023).certified, 1u);
}

TEST_F(StatisticsTest, WhoDidNotAnswerIsNeitherYesNorNo) {
  Enrol(Route::kApprenticeship);
  Award("2023-07-10");
  Answer(SurveyHorizon::kSixMonths, SurveyAnswer::kYes, SurveyAnswer::kUnknown, "2024-01-15");
  EXPECT_EQ(On("2024-01-14").at(2023).employed_six_months, SurveyRate{});
  const YearFigures year = On("2024-01-15").at(2023);
  EXPECT_EQ(year.employed_six_months, (SurveyRate{1, 1}));
  EXPECT_EQ(year.in_target_occupation_six_months, (SurveyRate{0, 0}));
}

TEST_F(StatisticsTest, EachHorizonFillsItsOwnColumns) {
  Enrol(Route::kApprenticeship);
  Award("2023-07-10");
  Answer(SurveyHorizon::kSixMonths, SurveyAnswer::kNo, SurveyAnswer::kNo, "2024-01-15");
  Answer(SurveyHorizon::kTwoYears, SurveyAnswer::kYes, SurveyAnswer::kYes, "2025-07-15");
  const YearFigures year = On("2025-12-31").at(2023);
  EXPECT_EQ(year.employed_six_months, (SurveyRate{0, 1}));
  EXPECT_EQ(year.in_target_occupation_six_months, (SurveyRate{0, 1}));
  EXPECT_EQ(year.in_target_occupation_two_years, (SurveyRate{1, 1}));
}

}  // namespace
}  // namespace cartulary
