// What the pages say, on verdicts made by hand.
#include <gtest/gtest.h>

#include <string>

#include "cli/output/text.h"
#include "cli/render/fact_summary.h"
#include "cli/render/page.h"
#include "cli/render/status_page.h"
#include "cli/render/trace_page.h"
#include "core/evaluate/missing.h"
#include "core/findings/checks.h"
#include "tests/support/small_tree.h"

namespace cartulary::cli {
namespace {

using namespace testing_support;

VerdictView SomeView() {
  VerdictView view;
  view.number = "22001";
  view.name = "Élodie Martin";
  view.enrolment.campus = CampusCode{"AIX"};
  view.enrolment.cohort = CohortCode{"2022"};
  view.entry = *Date::Parse("2022-09-01");
  view.rules = std::make_shared<Referential>(SomeRules());
  view.viewpoint = {.as_of = Index{11},
                    .recorded = Instant{1'751'364'000'000'000},
                    .on = *Date::Parse("2025-07-01"),
                    .rules = {{CertificationCode{"RNCP1"}, 1, EditionCode{"2022"}, {}, true}},
                    .bound = {}};
  Verdict& verdict = view.verdict;
  verdict.certification = CertificationCode{"RNCP1"};
  verdict.edition = EditionCode{"2022"};
  verdict.revision = 1;
  verdict.on = *Date::Parse("2025-07-01");
  verdict.route = Route::kApprenticeship;
  verdict.enrolment_standing = EnrolmentStanding::kEnrolled;
  verdict.standing = CertificationStanding::kInProgress;
  verdict.assumptions = {AssumptionCode{"pass_mark"}};
  VerdictNode average = NodeOf("average", Outcome::kNotSatisfied, Reason::kAverageBelow);
  average.values = {{"average", "9.5"}, {"min", "10"}, {"points", "38"}, {"points_min", "40"}};
  average.events = {Cited{Subject{}, Version{3}, Index{7}}};
  average.assumptions = {AssumptionCode{"pass_mark"}};
  VerdictNode english = NodeOf("english", Outcome::kPending, Reason::kLanguageMissing);
  english.values = {{"language", "en"}, {"min_cefr", "b2"}};
  verdict.root = NodeOf(
      "award", Outcome::kNotSatisfied, Reason::kChildFailed,
      {NodeOf("block", Outcome::kNotSatisfied, Reason::kTooFewSatisfied,
              {average, NodeOf("equivalence", Outcome::kNotSatisfied, Reason::kNoEquivalence)}),
       english, NodeOf("decision", Outcome::kPending, Reason::kNotDecided)});
  EventNote note;
  note.index = Index{7};
  note.type = "AssessmentRecorded";
  note.french = "évaluation";
  note.summary = Said("plan EX1, grade 9.5", "évaluation EX1, note 9.5");
  note.effective = *Date::Parse("2024-01-10");
  note.recorded = *Date::Parse("2024-01-15");
  note.actor = "Claire Martin";
  note.role = ActorRole::kRegistrar;
  view.notes.emplace(note.index, note);
  return view;
}

VerdictNode& BlockOf(VerdictView& view) { return view.verdict.root.children[0]; }

bool Says(const std::string& page, const std::string& text) {
  return page.find(text) != std::string::npos;
}

TEST(PageTest, WrapsBetweenWordsByWhatTheyTakeOnATerminal) {
  const auto lines = Wrapped("été été été", 7);

  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0], "été été");
  EXPECT_EQ(lines[1], "été");
}

TEST(PageTest, NeverBeginsALineWithAMarkThatFrenchSetsApart) {
  for (const std::string& line : Wrapped("le constat : « oui » ; le reste suit ici", 12)) {
    EXPECT_NE(line.front(), ':') << line;
    EXPECT_NE(line.front(), ';') << line;
    EXPECT_FALSE(line.starts_with("»")) << line;
    EXPECT_FALSE(line.ends_with("«")) << line;
  }
}

TEST(PageTest, LetsNoControlCharacterReachTheTerminal) {
  Page page;

  page.Add(0, "a\x1b[2Jb");

  EXPECT_EQ(page.text(), R"(a\u001b[2Jb)"
                         "\n");
}

TEST(StatusPageTest, SaysFirstWhatIsMissingAndThenWhatIsForTheJury) {
  const std::string page = StatusPage(SomeView(), {}, /*full=*/false, {});

  EXPECT_TRUE(Says(page, "22001"));
  EXPECT_TRUE(Says(page, "Élodie Martin"));
  EXPECT_TRUE(Says(page, "in progress (en cours)"));
  EXPECT_TRUE(Says(page, "enrolled (inscrit)"));
  EXPECT_TRUE(Says(page, "1. Requirement average: not satisfied (non acquis)"));
  EXPECT_TRUE(Says(page, "[#7]"));
  EXPECT_TRUE(Says(page, "La phrase de english."));
  EXPECT_LT(page.find("Missing (2)"), page.find("For the jury (1)"));
  EXPECT_LT(page.find("For the jury (1)"), page.find("pass_mark"));
  EXPECT_FALSE(Says(page, "All requirements"));
}

TEST(StatusPageTest, ShowsTheWholeTreeWhenAsked) {
  VerdictView view = SomeView();
  BlockOf(view).decided = Outcome::kSatisfied;

  const std::string page = StatusPage(view, {}, /*full=*/true, {});

  EXPECT_TRUE(Says(page, "└─ Requirement decision"));
  EXPECT_TRUE(Says(page, "appréciation du jury"));
}

TEST(StatusPageTest, SpeaksFrench) {
  const std::string page = StatusPage(SomeView(), {}, /*full=*/true, {Language::kFrench, false});

  EXPECT_TRUE(Says(page, "Condition average : non acquis"));
  EXPECT_TRUE(Says(page, "contrat d'apprentissage"));
  EXPECT_FALSE(Says(page, "apprenticeship"));
  EXPECT_FALSE(Says(page, "Requirement"));
}

TEST(StatusPageTest, NoLineIsWiderThanThePage) {
  const std::string page = StatusPage(SomeView(), {}, /*full=*/true, {});
  std::size_t start = 0;
  for (std::size_t end; (end = page.find('\n', start)) != std::string::npos; start = end + 1) {
    EXPECT_LE(WidthOf(page.substr(start, end - start)), kPageWidthDefault);
  }
}

TEST(StatusPageTest, IsPositiveOnlyForWhatHasBeenReached) {
  VerdictView view;
  for (const auto& [standing, positive] :
       {std::pair{CertificationStanding::kConditionsMet, true},
        std::pair{CertificationStanding::kAdmitted, true},
        std::pair{CertificationStanding::kAwarded, true},
        std::pair{CertificationStanding::kInProgress, false},
        std::pair{CertificationStanding::kConditional, false},
        std::pair{CertificationStanding::kRefused, false},
        std::pair{CertificationStanding::kAwardWithdrawn, false}}) {
    view.verdict.standing = standing;
    EXPECT_EQ(IsPositive(view), positive) << ToName(standing);
  }
}

TEST(StatusPageTest, ATitleWhoseDecisionWasAnnulledIsNotReached) {
  VerdictView view;
  view.verdict.standing = CertificationStanding::kAwarded;
  view.verdict.award_number = AwardNumber{"ENSAM-1"};
  view.aftermath.support_lost = Dated<JuryDecisionAnnulled>{
      {{}, {5}, Authority::kCourt, {"TA-1"}}, Date::Parse("2025-09-01").value(), {26}};
  EXPECT_FALSE(IsPositive(view));
  EXPECT_EQ(NextActOf(view, Language::kEnglish),
            "the decision on which ENSAM-1 was granted was annulled on 2025-09-01: withdraw the "
            "title (AwardWithdrawn), or bring it before the authority; another is issued only "
            "then");
}

// The remedy of the final decision, which SomeView leaves pending.
std::string RemedyOfDecision(const VerdictView& view) {
  const auto missing = MissingIn(view.verdict.root, *view.rules);
  return RemedyFor(missing.back(), view, Language::kEnglish);
}

TEST(RemedyTest, FollowsHowFarTheJuryHasCome) {
  VerdictView view = SomeView();
  EXPECT_TRUE(Says(RemedyOfDecision(view), "convene the candidate"));

  view.convened = Convocation{{"JD-1"}, *Date::Parse("2025-07-10")};  // The answer is on the 1st.
  EXPECT_EQ(RemedyOfDecision(view),
            "convened before JD-1, which sits on 2025-07-10; record the decision once it has sat "
            "(JuryDecisionRecorded)");

  view.convened->session_date = *Date::Parse("2025-07-01");
  EXPECT_EQ(RemedyOfDecision(view),
            "convened before JD-1, which sat on 2025-07-01; record what it decided "
            "(JuryDecisionRecorded)");
  EXPECT_EQ(NextActOf(view, Language::kEnglish), "");

  DecisionView& decision = view.decision.emplace();
  decision.session = {"JD-1"};
  decision.fact.decision = FinalDecision::kAdmitted;
  view.verdict.standing = CertificationStanding::kAdmitted;
  EXPECT_EQ(NextActOf(view, Language::kEnglish), "seal the minutes of JD-1 (MinutesSealed)");

  decision.minutes = Index{12};
  EXPECT_EQ(NextActOf(view, Language::kEnglish), "issue the award: `cartulary award issue 22001`");
  view.verdict.standing = CertificationStanding::kDeferred;
  EXPECT_EQ(NextActOf(view, Language::kEnglish), "") << "nothing follows but another session";
  view.verdict.standing = CertificationStanding::kAwarded;
  EXPECT_EQ(NextActOf(view, Language::kEnglish), "");
}

// A page advises what Decide accepts, or what comes first.
TEST(NextActTest, WhatSpeaksAgainstTheAwardComesFirst) {
  VerdictView view = SomeView();
  DecisionView& decision = view.decision.emplace();
  decision.session = {"JD-1"};
  decision.minutes = Index{12};
  view.verdict.standing = CertificationStanding::kAdmitted;
  const auto next = [&] { return NextActOf(view, Language::kEnglish); };

  view.obstacles.findings = {{"REQUIREMENT_UNMET"}};
  EXPECT_EQ(next(),
            "first meet what is missing below; or else issue the award in spite of that: "
            "`cartulary award issue 22001 --despite REQUIREMENT_UNMET`, with a --reason and an "
            "--approver");
  view.obstacles.findings = {{"JURY_IRREGULAR"}, {"ASSUMPTION_UNSETTLED"}};
  EXPECT_EQ(next(),
            "first record what is lacking by `cartulary jury check JD-1`, or have a lawful jury "
            "decide anew, and settle the assumptions below (`cartulary referential complete`); or "
            "else issue the award in spite of that: `cartulary award "
            "issue 22001 --despite JURY_IRREGULAR --despite ASSUMPTION_UNSETTLED`, with a --reason "
            "and an --approver");
  EXPECT_TRUE(Says(NextActOf(view, Language::kFrench), "ou faire de nouveau statuer"));

  view.obstacles = {};
  view.registration = "22002";
  view.ordinal_in_registration = 2;
  EXPECT_EQ(next(), "issue the award: `cartulary award issue 22002 --enrolment 2`");
  view.obstacles.held = AwardNumber{"ENSAM-1"};
  EXPECT_EQ(next(), "none: the title is held already, as ENSAM-1");
}

Dated<CourtRuled> Annuls(RulingScope scope, const char* on) {
  CourtRuled ruling;
  ruling.outcome = CourtOutcome::kAnnulled;
  ruling.scope = scope;
  ruling.deadline = Date::Parse("2025-12-31");
  ruling.act = {"TA-1"};
  return {ruling, *Date::Parse(on), Index{40}};
}

TEST(NextActTest, RulingAsksForTheActThatDrawsItsConsequence) {
  VerdictView view = SomeView();
  view.decision.emplace().minutes = Index{12};
  view.verdict.standing = CertificationStanding::kAwarded;
  EXPECT_EQ(NextActOf(view, Language::kEnglish), "");

  view.aftermath.rulings = {Annuls(RulingScope::kDecision, "2025-06-01")};
  EXPECT_EQ(NextActOf(view, Language::kEnglish),
            "draw the consequence of the ruling TA-1: record the annulment (JuryDecisionAnnulled); "
            "a jury must decide anew by 2025-12-31");
  view.aftermath.annulled.emplace();
  EXPECT_EQ(NextActOf(view, Language::kEnglish), "a jury must decide anew by 2025-12-31");

  view.aftermath = {};
  view.aftermath.rulings = {Annuls(RulingScope::kAward, "2025-06-01")};
  EXPECT_TRUE(Says(NextActOf(view, Language::kEnglish), "withdraw the title (AwardWithdrawn)"));
  view.aftermath.last_act_on_title = Date::Parse("2025-05-31");
  view.aftermath.withdrawn.emplace();
  EXPECT_EQ(NextActOf(view, Language::kEnglish),
            "draw the consequence of the ruling TA-1: the title stays withdrawn, unless it is the "
            "withdrawal that was annulled: then reinstate the title (AwardReinstated), by "
            "2025-12-31");
  view.aftermath.withdrawn.reset();
  EXPECT_TRUE(Says(NextActOf(view, Language::kEnglish),
                   "withdraw the title (AwardWithdrawn), unless it is its withdrawal that was "
                   "annulled"))
      << "withdrawn and reinstated, both before the ruling";
  view.aftermath.last_act_on_title = Date::Parse("2025-06-01");
  EXPECT_EQ(NextActOf(view, Language::kEnglish), "") << "withdrawn or reinstated since";
  view.aftermath.rulings.front().fact.outcome = CourtOutcome::kRejected;
  EXPECT_EQ(UndrawnRuling(view.aftermath), nullptr);
}

TEST(NextActTest, OpenReserveIsLiftedAndAnOverdueOneIsFoundToHaveLapsed) {
  VerdictView view = SomeView();
  view.decision.emplace().minutes = Index{12};
  view.verdict.standing = CertificationStanding::kConditional;
  view.aftermath.reserves.emplace_back().reserve = {
      {"english"}, *Date::Parse("2025-09-30"), Authority::kJury};
  EXPECT_EQ(NextActOf(view, Language::kEnglish),
            "have the reserve english lifted by 2025-09-30 (ReserveLifted)");
  view.aftermath.reserves.front().overdue = true;
  EXPECT_EQ(NextActOf(view, Language::kFrench),
            "le délai de la réserve english est dépassé : le constater (ReserveLapsed)");
}

TEST(StatusJsonTest, CarriesTheReasonsAndTheRemedies) {
  const Json json = StatusJson(SomeView(), {}, /*full=*/true);

  EXPECT_EQ(json["standing"]["certification"], "in_progress");
  EXPECT_EQ(json["missing"].size(), 3u);
  EXPECT_EQ(json["missing"][0]["reason"], "average_below");
  EXPECT_EQ(json["missing"][0]["values"]["average"], "9.5");
  EXPECT_EQ(json["missing"][0]["events"][0], 7);
  EXPECT_EQ(json["tree"]["children"].size(), 3u);
  EXPECT_EQ(json["assumptions"][0]["settled"], false);
}

TraceView SomeTrace() {
  TraceView view;
  view.base = SomeView();
  view.base.verdict.standing = CertificationStanding::kAwarded;
  view.base.verdict.award_number = AwardNumber{"ENSAM-1"};
  view.award.number = AwardNumber{"ENSAM-1"};
  view.award.certification = CertificationCode{"RNCP1"};
  view.award.authority = Authority::kDirectorGeneral;
  view.award.revision = 1;
  view.issued.index = Index{11};
  view.issued.type = "AwardIssued";
  view.issued.effective = *Date::Parse("2025-07-01");
  view.on_issue = Outcome::kNotSatisfied;
  return view;
}

TEST(TracePageTest, ShowsEachEventWithWhoRecordedItAndTheSentence) {
  const std::string page = TracePage(SomeTrace(), {});

  EXPECT_TRUE(Says(page, "#7     AssessmentRecorded, 2024-01-10: plan EX1, grade 9.5"));
  EXPECT_TRUE(Says(page, "#7     AssessmentRecorded 2024-01-10, by Claire Martin on 2024-01-15"));
  EXPECT_TRUE(Says(page, "recorded 2024-01-15 by Claire Martin, registrar (scolarité)"));
  EXPECT_TRUE(Says(page, "« La phrase de average. » — fiche, tiret 1"));
  EXPECT_TRUE(Says(page, "compared: average 9.5, min 10"));
  EXPECT_TRUE(Says(page, "2 events among the first 12"));
}

TEST(TracePageTest, SaysWhyAnAwardIsNotSupported) {
  const TraceView view = SomeTrace();

  const std::string page = TracePage(view, {});

  EXPECT_FALSE(IsSupported(view));
  EXPECT_TRUE(Says(page, "NOT SUPPORTED: on 2025-07-01 the award stands, but these are not met"));
}

TEST(TracePageTest, AnAwardThatDoesNotStandIsNotSupported) {
  TraceView view = SomeTrace();
  view.base.verdict.root.computed = Outcome::kSatisfied;
  ASSERT_TRUE(IsSupported(view));

  view.base.verdict.standing = CertificationStanding::kAwardWithdrawn;

  EXPECT_FALSE(IsSupported(view));
  EXPECT_TRUE(Says(TracePage(view, {}), "award withdrawn (titre retiré)"));
}

FindingView SomeFinding() {
  FindingView view;
  view.finding.check = &FindCheck("JURY_SHARE")->info;
  view.finding.id = "JURY_SHARE:7";
  view.finding.text = Said("too few professionals", "trop peu de professionnels");
  view.persons = "Bruno Vasseur";
  return view;
}

TEST(TracePageTest, AnAwardWithSeriousFindingsIsSupportedAndContested) {
  TraceView view = SomeTrace();
  view.base.verdict.root.computed = Outcome::kSatisfied;
  EXPECT_TRUE(IsUncontested(view));
  EXPECT_TRUE(Says(TracePage(view, {}), "SUPPORTED: on 2025-07-01 the award stands"));

  view.against = {SomeFinding()};
  view.base.decision.emplace();
  view.base.decision->session = JuryCode{"JD-1"};

  EXPECT_TRUE(IsSupported(view));
  EXPECT_FALSE(IsUncontested(view));
  const std::string page = TracePage(view, {});
  EXPECT_TRUE(Says(page, "SUPPORTED by every requirement, with 1 serious finding: on 2025-07-01"));
  EXPECT_TRUE(Says(page,
                   "Serious findings (1)\n  JURY_SHARE: too few professionals: Bruno Vasseur; "
                   "`cartulary findings show JURY_SHARE:7`\n  the whole session: `cartulary "
                   "jury check JD-1`"));
  EXPECT_EQ(TraceJson(view)["serious_findings"][0]["code"], "JURY_SHARE");
  EXPECT_EQ(TraceJson(view)["supported"], true);
}

TEST(StatusPageTest, NamesWhatIsSeriouslyFoundAgainstTheDecision) {
  VerdictView view = SomeView();
  view.decision.emplace();
  EXPECT_TRUE(Says(StatusPage(view, {SomeFinding()}, /*full=*/false, {}),
                   "JURY_SHARE: too few professionals: Bruno Vasseur"));
  EXPECT_FALSE(Says(StatusPage(view, {}, /*full=*/false, {}), "Serious findings"));
}

TEST(RegistrationTextTest, NamesTheOneThatWasAndTheOneThatGoesOn) {
  EXPECT_EQ(RegistrationText("22054", "", Language::kEnglish), "22054");
  EXPECT_EQ(RegistrationText("22054", "25054", Language::kEnglish), "22054, now 25054");
  EXPECT_EQ(RegistrationText("22054", "25054", Language::kFrench), "22054, aujourd'hui 25054");
}

TEST(FactSummaryTest, SaysWhatAFactHoldsWithoutIdsAndHashes) {
  AssessmentRecorded fact;
  fact.plan = PlanCode{"BC01-EX1"};
  fact.session = AssessmentSession::kResit;
  fact.attempt = 2;
  fact.status = AssessmentStatus::kGraded;
  fact.grade = Decimal{1250};
  fact.assessors = {PersonId{}};

  fact.accommodated = true;

  const Text text = SummaryOf(
      fact, [](const PersonId&) { return "Bruno Vasseur"; }, [](Version) { return "#12"; });

  EXPECT_EQ(text.en,
            "plan BC01-EX1, session resit, attempt 2, status graded, grade 12.5, assessors Bruno "
            "Vasseur, accommodated yes");
  EXPECT_EQ(text.fr,
            "évaluation BC01-EX1, rattrapage, tentative 2, statut noté, note 12.5, "
            "évaluateurs Bruno Vasseur, aménagement appliqué oui");
}

}  // namespace
}  // namespace cartulary::cli
