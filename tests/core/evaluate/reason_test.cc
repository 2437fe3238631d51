// Every reason is reached by the evaluator, and its sentence is made of values that it really sets.
#include "core/evaluate/reason.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <set>

#include "core/evaluate/jury.h"
#include "tests/support/verdicts.h"

namespace cartulary {
namespace {

using namespace testing_support;

std::set<std::string> Placeholders(std::string_view sentence) {
  std::set<std::string> names;
  for (std::size_t open = sentence.find('{'); open != std::string_view::npos;
       open = sentence.find('{', open + 1)) {
    names.emplace(sentence.substr(open + 1, sentence.find('}', open) - open - 1));
  }
  return names;
}

// Reaches the reasons, each by facts or rules that bring it about.
class Reached {
 public:
  void Add(const VerdictNode& root) {
    ExpectExplained(root);
    ForEachNode(root, [&](const VerdictNode& node) { reasons_.insert(node.reason); });
  }
  void Add(const World& world, const Referential& rules = SmallRules(),
           std::string_view on = "2027-12-31") {
    Add(VerdictOf(world, rules, on).root);
  }
  // The apprentice with everything and the jury, but for what `change` does.
  void Changed(const std::function<void(World&, Referential&)>& change) {
    World world = Apprentice();
    Referential rules = SmallRules();
    change(world, rules);
    Add(world, rules);
  }
  // A learner of the route with these facts only, on rules changed by `change`.
  void Only(Route route, const std::function<void(World&, Referential&)>& change) {
    World world = Founded();
    world.Record("2024-09-01", Opened(route));
    Referential rules = SmallRules();
    change(world, rules);
    Add(world, rules);
  }
  bool Has(Reason reason) const { return reasons_.contains(reason); }

 private:
  std::set<Reason> reasons_;
};

void ReachAssessments(Reached& reached) {
  using enum AssessmentStatus;
  const auto average = [](Referential& rules) -> WeightedAverage& {
    return Rule<WeightedAverage>(rules, "average");
  };
  const Route route = Route::kContinuingEducation;
  for (const char* grade : {"5", "9", "12"}) {
    reached.Only(route, [&](World& world, Referential&) { RecordResults(world, grade); });
  }
  reached.Only(route, [&](World& world, Referential& rules) {
    average(rules).compensation.value = Compensation::kNone;
    RecordResults(world, "9");
  });
  reached.Only(route, [&](World& world, Referential& rules) {
    average(rules).absent_unjustified.value = Penalty::kFail;
    average(rules).absent_justified.value = JustifiedAbsence::kPending;
    for (const std::string plan : {"-EX1", "-EX2"}) {
      world.Record("2025-06-15", Taken("BC01" + plan, kAbsentUnjustified));
      world.Record("2025-06-15", Taken("BC02" + plan, kFraud));
      world.Record("2025-06-15", Taken("BC03" + plan, kAbsentJustified));
    }
  });
  reached.Only(route, [&](World& world, Referential& rules) {
    average(rules).fraud.value = Penalty::kZero;
    average(rules).absent_unjustified.value = Penalty::kZero;
    average(rules).absent_justified.value = JustifiedAbsence::kZero;
    for (const std::string plan : {"-EX1", "-EX2"}) {
      world.Record("2025-06-15", Taken("BC01" + plan, kAbsentUnjustified));
      world.Record("2025-06-15", Taken("BC02" + plan, kFraud));
      world.Record("2025-06-15", Taken("BC03" + plan, kAbsentJustified));
    }
  });
  reached.Only(route, [&](World& world, Referential& rules) {
    rules.blocks.push_back(SmallBlock("BC04"));  // Without plans.
    AssessmentRecorded level = Taken("BC01-EX1", kGraded);
    level.level = AcquiredLevel::kPartlyAcquired;
    world.Record("2025-06-15", level);
    for (const std::string plan : {"BC02-EX1", "BC02-EX2"}) {
      level.plan.text = plan;
      level.level = AcquiredLevel::kAcquired;
      world.Record("2025-06-15", level);
      world.Record("2025-06-15", Taken("BC03-EX" + plan.substr(7), kExempt));
    }
  });
  reached.Only(route, [&](World& world, Referential&) {
    AssessmentRecorded level = Taken("BC01-EX1", kGraded);
    level.level = AcquiredLevel::kAcquired;
    world.Record("2025-06-15", level);
    world.Record("2025-06-15", Taken("BC01-EX2", kFraud));
  });
}

void ReachTutoring(Reached& reached) {
  const Route route = Route::kApprenticeship;
  reached.Only(route, [](World& world, Referential&) {
    AnnualRegistrationRecorded repeated;
    repeated.enrolment = kEnrolment;
    repeated.academic_year = {2025};
    repeated.year_of_study = 1;
    repeated.repeating = true;
    world.Record("2025-09-01", repeated);
    for (const int year : {2024, 2025}) world.Record("2026-06-30", Grid(year));
    world.Record("2026-06-30", MobilityReport());
    world.Record("2026-06-30", Defended(DefenceKind::kMobility));
  });
  reached.Only(route, [](World& world, Referential&) {
    world.Record("2026-08-23", Stay("2026-06-01"));
    world.Record("2026-09-30", MobilityReport());
    world.Record("2026-09-30", Defended(DefenceKind::kMobility));
  });
  reached.Only(route, [](World& world, Referential&) {
    world.Record("2026-06-30", Grid(2025));
    world.Record("2026-06-30", Grid(2026, /*academic=*/false));
    world.Record("2026-06-30", AlternanceReport(2025, Appraisal::kUnfavourable));
    world.Record("2026-06-30", Defended(DefenceKind::kCompany, Appraisal::kUnfavourable));
  });
  reached.Only(route, [](World& world, Referential&) {
    for (const int year : {2024, 2025}) world.Record("2026-06-30", Grid(year));
    world.Record("2026-06-30", AlternanceReport(2025, Appraisal::kFavourable, std::nullopt));
    DefenceHeld held = Defended(DefenceKind::kCompany);
    held.panel.pop_back();
    world.Record("2026-06-30", held);
  });
  reached.Only(route, [](World& world, Referential&) {
    for (const int year : {2024, 2025, 2026}) {
      TutorGridSigned grid = Grid(year);
      grid.levels.front().level = 1;
      grid.levels.pop_back();
      world.Record("2026-06-30", grid);
    }
  });
}

void ReachLanguages(Reached& reached) {
  const auto certificate = [&](
                               const char* body, const char* language,
                               std::optional<LanguageLevel> level,
                               const std::function<void(World&, Referential&, Version)>& then =
                                   [](World&, Referential&, Version) {}) {
    reached.Only(Route::kApprenticeship, [&](World& world, Referential& rules) {
      LanguageCertificateRecorded recorded = Certificate(language, LanguageLevel::kB2);
      recorded.body.text = body;
      recorded.level = level;
      then(world, rules, world.Record("2026-03-15", recorded));
    });
  };
  certificate("ETS", "de", LanguageLevel::kB2);
  certificate("ETS", "en", LanguageLevel::kBelowA1);
  certificate("ETS", "en", std::nullopt);
  certificate("OTHER", "en", LanguageLevel::kB2);
  reached.Only(Route::kApprenticeship, [](World& world, Referential&) {
    LanguageCertificateRecorded recorded = Certificate("en", LanguageLevel::kB2);
    recorded.level.reset();
    recorded.scores = {{{"total"}, Decimal::Of(990)}};
    world.Record("2026-03-15", recorded);
  });
  reached.Only(Route::kApprenticeship, [](World& world, Referential& rules) {
    const ScoreRow b2{LanguageLevel::kB2, Decimal::Of(785), {{"listening", Decimal::Of(400)}}};
    rules.score_tables = {{{"ETS"}, {"TOEIC"}, {"en"}, {}, {}, "t", {b2}}};
    LanguageCertificateRecorded recorded = Certificate("en", LanguageLevel::kB2);
    recorded.test.text = "TOEIC";
    recorded.scores = {{{"total"}, Decimal::Of(780)}};
    world.Record("2026-03-15", recorded);
  });
  certificate("ETS", "en", LanguageLevel::kB2, [](World& world, Referential&, Version version) {
    world.Record("2026-06-01", LanguageCertificateRevoked{version, CorrectionGround::kFraud});
  });
  certificate("ETS", "en", LanguageLevel::kB2, [](World&, Referential& rules, Version) {
    Rule<LanguageCertificate>(rules, "english").valid_months = Said(6);
  });
}

void ReachMobility(Reached& reached) {
  reached.Only(Route::kApprenticeship, [](World& world, Referential& rules) {
    Rule<Mobility>(rules, "mobility_length").sum_periods.value = StaySum::kLongest;
    world.Record("2025-06-30", Stay("2025-06-01"));
    world.Record("2026-06-30", Stay("2026-06-01"));
  });
  for (const auto& [country, ending] :
       {std::pair("DE", MobilityEnding::kNormal), std::pair("FR", MobilityEnding::kNormal),
        std::pair("DE", MobilityEnding::kForceMajeure)}) {
    reached.Only(Route::kApprenticeship, [&, c = country, e = ending](World& world, Referential&) {
      world.Record("2026-06-30", Stay("2026-06-01", c, e));
    });
  }
}

void ReachJury(Reached& reached) {
  const auto decided_by = [&](std::vector<JuryMember> members, int chair = kDirector,
                              JuryKind kind = JuryKind::kAward) {
    reached.Changed([&](World& world, Referential& rules) {
      Rule<Jury>(rules, "jury_training").at_least = {{College::kProfessional, Said(2)}};
      Rule<Jury>(rules, "jury_training").min_share =
          CollegeShare{College::kProfessional, Said(Fraction{1, 3})};
      world.Convene("2027-09-01", Appointed(members, chair, kind));
      world.Record("2027-10-15", Decided(FinalDecision::kAdmitted,
                                         {{{"BC01"}, BlockDecision::kValidated}}, members, chair));
    });
  };
  decided_by(RegularMembers());
  decided_by(RegularMembers(), kDirector, JuryKind::kVae);
  decided_by({Member(kDirector, College::kAcademic), Member(10, College::kAcademic),
              Member(13, College::kAcademic), Member(11, College::kProfessional)});
  decided_by({Member(10, College::kAcademic)}, 10);
  decided_by({Member(10, College::kAcademic)}, kDirector);  // The chair did not deliberate.
  auto lacking = RegularMembers();
  lacking[1].capacity = MemberCapacity::kOther;
  decided_by(lacking);
  reached.Changed([](World& world, Referential&) {
    world.Establish(
        "2027-01-01",
        DelegationGranted{
            Person(kDirector), Person(kDelegate), DelegationKind::kRepresentation, {}, {}, {}, {}});
    auto members = RegularMembers();
    members[0].person = Person(kDelegate);
    world.Convene("2027-09-01", Appointed(members, kDelegate));
    auto strangers = members;
    strangers.push_back(Member(99, College::kProfessional));
    world.Record("2027-10-15", Decided(FinalDecision::kAdmitted, {}, strangers, kDelegate));
  });
  reached.Changed([](World& world, Referential&) {  // By a jury that nobody appointed.
    world.Record("2027-10-15", Decided(FinalDecision::kAdmitted));
  });
}

void ReachDecisions(Reached& reached) {
  reached.Changed(
      [](World& world, Referential&) { RecordDecision(world, Decided(FinalDecision::kDeferred)); });
  reached.Only(Route::kVae, [](World&, Referential&) {});
  reached.Only(Route::kVae, [](World& world, Referential&) {
    world.Record("2025-01-01", VaeAdmissibilityDecided{kEnrolment, Appraisal::kUnfavourable});
    world.Record("2024-01-01", Opened(Route::kVae, 5, kOtherEnrolment));
    JuryDecisionRecorded earlier =
        Decided(FinalDecision::kPartial, {{{"BC01"}, BlockDecision::kValidated}});
    earlier.enrolment = kOtherEnrolment;
    world.Record("2024-06-01", earlier);
  });
  reached.Only(Route::kVae, [](World& world, Referential&) {
    world.Record("2025-01-01", VaeAdmissibilityDecided{kEnrolment, Appraisal::kFavourable});
    world.Convene("2025-01-01", Appointed(RegularMembers(), kDirector, JuryKind::kVae));
    world.Record("2025-06-01",
                 Decided(FinalDecision::kPartial, {{{"BC01"}, BlockDecision::kValidated},
                                                   {{"BC02"}, BlockDecision::kRefused}}));
  });
  reached.Only(Route::kVae, [](World& world, Referential&) {
    world.Record("2025-01-01", VaeAdmissibilityDecided{kEnrolment, Appraisal::kFavourable});
    world.Record("2025-02-01", VaeDossierSubmitted{kEnrolment});
    world.Record("2025-02-01", Defended(DefenceKind::kVae));
  });
  reached.Changed([](World& world, Referential& rules) {
    rules.requirements.at(RequirementCode{"english"}).waivable_by = {Authority::kJury};
    for (const Authority authority : {Authority::kJury, Authority::kRegistrar}) {
      world.Record("2027-01-01",
                   WaiverGranted{kEnrolment, {"english"}, {"HEALTH"}, authority, {"D-1"}});
    }
  });
  for (const CertificationCode& from : {CertificationCode{"RNCP1"}, CertificationCode{"RNCP2"}}) {
    reached.Changed([&](World& world, Referential& rules) {
      Rule<Equivalence>(rules, "equivalence").from = {{"RNCP1"}};
      world.Record("2027-01-01",
                   EquivalenceGranted{
                       kEnrolment, from, {"BC04"}, {"BC01"}, Authority::kDirectorGeneral, {"D-2"}});
    });
  }
  reached.Only(Route::kVae, [](World& world, Referential&) {
    EnrolmentOpened earlier = Opened(Route::kVae, 5, kOtherEnrolment);
    earlier.certification.text = "RNCP1";
    world.Record("2022-01-01", earlier);
    JuryDecisionRecorded decided =
        Decided(FinalDecision::kPartial, {{{"BC01"}, BlockDecision::kValidated}});
    decided.enrolment = kOtherEnrolment;
    world.Record("2023-06-01", decided);
    world.Record("2024-09-01", EnrolmentTransferred{kOtherEnrolment, kEnrolment, {}});
    world.Declare({"RNCP1"}, "2024-01-01",
                  SuccessorDeclared{{"RNCP1"}, kCertification, {{{"BC01"}, {"BC01"}}}, {}});
  });
  for (const EntryWindow& window :
       {EntryWindow{Day("2025-01-01"), {}, {}}, EntryWindow{{}, Day("2024-01-01"), {}},
        EntryWindow{{}, {}, {6, 7}}}) {
    reached.Changed(
        [&](World&, Referential& rules) { Rule<EntryWindow>(rules, "entry") = window; });
  }
}

// What became of a decision, and points of jury.
void ReachAftermath(Reached& reached) {
  for (const char* grade : {"9.6", "12"}) {
    reached.Only(Route::kContinuingEducation, [&](World& world, Referential&) {
      RecordResults(world, grade);
      JuryDecisionRecorded decided = Decided(FinalDecision::kDeferred);
      decided.points = {{{"BC01"}, Grade("0.4")}};
      RecordDecision(world, decided);
    });
  }
  JuryDecisionRecorded conditional = Decided(FinalDecision::kConditional);
  conditional.reserves = {{{"english"}, Day("2027-12-15"), Authority::kJury}};
  const auto reserved = [&](std::string_view on, const std::function<void(World&, Version)>& then) {
    World world = Apprentice();
    RecordDecision(world, conditional);
    then(world, {world.dossier.next_version - 1});
    reached.Add(world, SmallRules(), on);
  };
  reserved("2027-12-15", [](World&, Version) {});
  reserved("2027-12-16", [](World&, Version) {});
  reserved("2027-12-15", [](World& world, Version decision) {
    world.Record("2027-12-01",
                 ReserveLifted{kEnrolment, decision, {"english"}, Authority::kJury, {}});
  });
  reserved("2027-12-16", [](World& world, Version decision) {
    world.Record("2027-12-16", ReserveLapsed{kEnrolment, decision, {"english"}});
  });
  reserved("2027-12-15", [](World& world, Version decision) {
    world.Record("2027-12-01",
                 JuryDecisionAnnulled{kEnrolment, decision, Authority::kCourt, {"TA-1"}});
  });
}

void ReachCombinations(Reached& reached) {
  reached.Only(Route::kStudent, [](World&, Referential&) {});
  World not_yet = Apprentice();
  reached.Add(not_yet, SmallRules(), "2024-01-01");
  for (const int n : {1, 2, 3}) {
    reached.Changed([n](World&, Referential& rules) {
      Require(rules, "vae", AllOf{Ids({"vae_dossier"})});
      Rule<VaeDossier>(rules, "vae_dossier").admissible.value = false;
      rules.requirements.at(RequirementCode{"vae_dossier"}).routes = {Route::kVae};
      Require(rules, "award", AtLeastN{Said(n), Ids({"entry", "english", "vae", "decision"})});
    });
  }
}

TEST(ReasonTest, EachIsReachedAndItsSentencesAreWhole) {
  Reached reached;
  reached.Add(Apprentice());
  ReachAssessments(reached);
  ReachTutoring(reached);
  ReachLanguages(reached);
  ReachMobility(reached);
  ReachJury(reached);
  ReachDecisions(reached);
  ReachAftermath(reached);
  ReachCombinations(reached);

  for (const ReasonText& text : ReasonTexts()) {
    EXPECT_TRUE(reached.Has(text.reason)) << "never reached: " << text.code;
  }
}

TEST(ReasonTest, TableIsInOrderWithDistinctCodesAndTheSameValuesInBothLanguages) {
  std::set<std::string_view> codes;
  Reason last{};
  for (const ReasonText& text : ReasonTexts()) {
    EXPECT_LT(last, text.reason) << text.code;
    last = text.reason;
    EXPECT_TRUE(codes.insert(text.code).second) << text.code;
    EXPECT_EQ(ParseReason(text.code), text.reason);
    EXPECT_EQ(ToName(text.reason), text.code);
    EXPECT_EQ(Placeholders(text.english), Placeholders(text.french)) << text.code;
  }
  EXPECT_EQ(ToName(Reason{}), "?");
  EXPECT_EQ(ParseReason("?"), std::nullopt);
}

TEST(ReasonTest, FrenchAgreesWithTheNumberBeforeIt) {
  VerdictNode node;
  node.reason = Reason::kJuryRegular;
  node.values = {{"members", "5"}, {"professionals", "1"}, {"academics", "4"}};
  EXPECT_TRUE(ExplainText(node, Lang::kFrench).ends_with("socio-économique et 4 académiques"));
  node.values.back().text = "1";
  EXPECT_TRUE(ExplainText(node, Lang::kFrench).ends_with("et 1 académique"));

  node.reason = Reason::kAverageBelowAndPoints;
  node.values = {{"jury_points", "0.40"}, {"with_points", "9.90"}};
  EXPECT_TRUE(ExplainText(node, Lang::kFrench).ends_with("+ 0,40 point de jury = 9,90"));
  node.values.front().text = "2.00";
  EXPECT_TRUE(ExplainText(node, Lang::kFrench).ends_with("+ 2,00 points de jury = 9,90"));

  node.reason = Reason::kReservesOpen;  // Of a list nobody knows how many it names.
  node.values = {{"date", "2027-09-15"}};
  EXPECT_NE(ExplainText(node, Lang::kFrench).find("réserve(s)"), std::string::npos);
}

TEST(ReasonTest, WritesValuesAsTheLanguageDoes) {
  VerdictNode node;
  node.reason = Reason::kResultBelowFloor;
  node.values = {{"plan", "EX1.2"}, {"grade", "6.5"}, {"floor", "7"}};
  EXPECT_EQ(ExplainText(node, Lang::kEnglish), "eliminatory result: 6.5 in EX1.2, below 7");
  EXPECT_EQ(ExplainText(node, Lang::kFrench), "note éliminatoire : 6,5 à EX1.2, inférieure à 7");

  node.reason = Reason::kDefencePassed;
  node.values = {{"defence", "company"}, {"date", "2027-09-15"}};
  EXPECT_EQ(ExplainText(node, Lang::kEnglish), "company defence passed on 2027-09-15");
  EXPECT_EQ(ExplainText(node, Lang::kFrench), "soutenance d'entreprise réussie le 15/09/2027");

  node.values.pop_back();
  EXPECT_EQ(ExplainText(node, Lang::kEnglish), "company defence passed on {date}");
}

}  // namespace
}  // namespace cartulary
