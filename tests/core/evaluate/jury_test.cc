// The composition of a jury, judged for one candidate, before the session and after it.
#include "core/evaluate/jury.h"

#include <gtest/gtest.h>

#include "core/fold/fold.h"
#include "core/fold/join.h"
#include "tests/support/verdicts.h"

namespace cartulary {
namespace {

using namespace testing_support;

constexpr const char* kSession = "2027-10-15";

// A director, then so many academics and professionals.
std::vector<JuryMember> Members(int academics, int professionals, int chair = kDirector) {
  std::vector<JuryMember> members;
  for (int i = 0; i < academics; ++i) {
    members.push_back(Member(i == 0 ? chair : 100 + i, College::kAcademic));
  }
  for (int i = 0; i < professionals; ++i) {
    members.push_back(Member(200 + i, College::kProfessional));
  }
  return members;
}

VerdictNode Judge(World& world, const Jury& rule, const std::set<PersonId>& absent = {}) {
  Requirement requirement;
  requirement.id.text = "award_jury";
  requirement.node = rule;
  const VerdictNode node = JudgeJury(requirement, world.jury(), world.institution(), world.dossier,
                                     absent, Day(kSession));
  ExpectExplained(node);
  return node;
}

VerdictNode JudgeAppointed(const JuryAppointed& appointed, const Jury& rule) {
  World world = Founded();
  world.Convene("2027-09-01", appointed);
  return Judge(world, rule);
}

std::vector<std::string> FailedChecks(const VerdictNode& node) {
  std::vector<std::string> failed;
  for (const VerdictNode& check : node.children) {
    if (check.outcome() != Outcome::kSatisfied) {
      failed.push_back(check.requirement.text.substr(check.requirement.text.find('/') + 1));
    }
  }
  return failed;
}

using Checks = std::vector<std::string>;

TEST(TrapTest, T10_AwardJuryHasFourMembersAndParity) {
  const struct {
    int academics;
    int professionals;
    Checks failed;
  } kCases[] = {
      {2, 1, {"size", "parity"}}, {3, 1, {"parity"}}, {1, 3, {"parity"}}, {2, 2, {}},
      {3, 2, {"parity"}},         {3, 3, {}},
  };
  for (const auto& test : kCases) {
    const VerdictNode node =
        JudgeAppointed(Appointed(Members(test.academics, test.professionals)), AwardJuryRule());
    EXPECT_EQ(FailedChecks(node), test.failed) << test.academics << '+' << test.professionals;
    EXPECT_EQ(node.outcome() == Outcome::kSatisfied, test.failed.empty());
  }
}

TEST(JuryTest, ParityFollowsTheRule) {
  for (const auto& [parity, professionals, held] :
       {std::tuple(Parity::kTolerance1, 2, true), std::tuple(Parity::kTolerance1, 1, false),
        std::tuple(Parity::kNone, 1, true)}) {
    Jury rule = AwardJuryRule();
    rule.parity.value = parity;
    const VerdictNode node = JudgeAppointed(Appointed(Members(3, professionals)), rule);
    EXPECT_EQ(node.outcome() == Outcome::kSatisfied, held) << ToName(parity);
  }
}

TEST(TrapTest, T11_VaeJuryHasTwoProfessionalsWhoAreAQuarter) {
  const struct {
    int professionals;
    int members;
    Checks failed;
  } kCases[] = {
      {2, 8, {}},
      {2, 9, {"share"}},
      {1, 2, {"college-professional"}},
      {3, 12, {}},
      {3, 13, {"share"}},
      {1, 4, {"college-professional"}},
      {1, 5, {"college-professional", "share"}},
  };
  for (const auto& test : kCases) {
    const auto members =
        Members(test.members - test.professionals, test.professionals, kCampusDirector);
    const VerdictNode node =
        JudgeAppointed(Appointed(members, kCampusDirector, JuryKind::kVae), VaeJuryRule());
    EXPECT_EQ(FailedChecks(node), test.failed) << test.professionals << '/' << test.members;
  }
}

TEST(JuryTest, SaysWhatIsMissing) {
  const VerdictNode node = JudgeAppointed(Appointed(Members(2, 1)), AwardJuryRule());
  EXPECT_EQ(ExplainText(node, Lang::kFrench), "3 membres sur 4 : il en manque 1");
  EXPECT_EQ(ExplainText(node, Lang::kEnglish), "3 members of 4: 1 missing");
}

TEST(JuryTest, RecusedOrAbsentMembersDoNotCountForTheCandidate) {
  World world = Founded();
  world.Convene("2027-09-01", Appointed(Members(3, 3)));
  EXPECT_EQ(FailedChecks(Judge(world, AwardJuryRule())), Checks{});

  const LearnerId somebody_else = IdNumber<LearnerId>(2000);
  world.Convene("2027-10-01", RecusalRecorded{Person(200), somebody_else});
  EXPECT_EQ(FailedChecks(Judge(world, AwardJuryRule())), Checks{});

  world.Convene("2027-10-01", RecusalRecorded{Person(200), kLearner});
  EXPECT_EQ(FailedChecks(Judge(world, AwardJuryRule())), Checks{"parity"});
  EXPECT_EQ(FailedChecks(Judge(world, AwardJuryRule(), {Person(101)})), Checks{});
  EXPECT_EQ(FailedChecks(Judge(world, AwardJuryRule(), {Person(101), Person(102), Person(201)})),
            (Checks{"size"}));
  EXPECT_EQ(FailedChecks(Judge(world, AwardJuryRule(), {Person(kDirector)})), (Checks{"chair"}));
}

TEST(JuryTest, RecusalForEitherOfTwoMergedRegistrationsCounts) {
  const LearnerId other = IdNumber<LearnerId>(2000);
  World world = Founded();
  world.Convene("2027-09-01", Appointed(Members(3, 3)));
  world.Convene("2027-10-01", RecusalRecorded{Person(200), other});
  EXPECT_EQ(FailedChecks(Judge(world, AwardJuryRule())), Checks{});

  Dossier merged;
  Event registered;
  registered.kind = StreamKind::kLearner;
  registered.subject = SubjectOf(other);
  registered.index = Index{900};
  registered.by.effective = Day("2024-09-01");
  registered.fact = LearnerRegistered{};
  ASSERT_TRUE(Fold(merged, registered));
  world.dossier = Join(world.dossier, {{merged}});
  EXPECT_EQ(RegistrationsIn(world.dossier), (std::set{kLearner, other}));
  EXPECT_EQ(FailedChecks(Judge(world, AwardJuryRule())), Checks{"parity"});
}

TEST(JuryTest, PresenceIsProvenByASignature) {
  const auto attends = [](int person, SignatureMethod signature) {
    return AttendanceSigned{Person(person), {}, {}, signature};
  };
  World world = Founded();
  world.Convene("2027-09-01", Appointed(Members(2, 2)));
  world.Convene(kSession, attends(kDirector, SignatureMethod::kHandwritten));
  world.Convene(kSession, attends(200, SignatureMethod::kElectronic));
  world.Convene(kSession, attends(201, SignatureMethod::kMissing));
  const std::set<PersonId> signed_both{Person(kDirector), Person(200)};
  const std::set<PersonId> all{Person(kDirector), Person(200), Person(201), Person(101)};
  const auto unproven = [&](const std::set<PersonId>& deliberated, const char* day) {
    return UnprovenPresence(world.jury(), deliberated, Day(day));
  };

  EXPECT_TRUE(unproven(signed_both, kSession).empty());
  EXPECT_EQ(unproven(all, kSession).unsigned_by, std::set{Person(201)});
  EXPECT_EQ(unproven(all, kSession).unrecorded, std::set{Person(101)});
  EXPECT_EQ(unproven(signed_both, "2027-10-14").unrecorded, signed_both) << "before they signed";

  world.Convene("2027-10-20", attends(201, SignatureMethod::kHandwritten));
  EXPECT_EQ(unproven({Person(201)}, "2027-10-20").unsigned_by, std::set{Person(201)})
      << "a line added later contradicts the one without signature, and does not mend it";
}

TEST(JuryTest, AmendmentsAreFollowedInTheOrderOfTheirDates) {
  World world = Founded();
  world.Convene("2027-09-01", Appointed(Members(2, 1)));
  world.Convene("2027-09-20",
                JuryAmended{{}, {Member(201, College::kProfessional)}, {}, {"replacement"}, {}});
  EXPECT_EQ(FailedChecks(Judge(world, AwardJuryRule())), Checks{});

  world.Convene("2027-09-21", JuryAmended{{}, {}, {Person(201)}, {"absence"}, {}});
  EXPECT_EQ(FailedChecks(Judge(world, AwardJuryRule())), (Checks{"size", "parity"}));

  world.Convene("2027-10-16",  // After the session.
                JuryAmended{{}, {Member(202, College::kProfessional)}, {}, {"replacement"}, {}});
  EXPECT_EQ(FailedChecks(Judge(world, AwardJuryRule())), (Checks{"size", "parity"}));
}

TEST(JuryTest, ChairCountsInTheCollegeThatTheRuleNames) {
  const struct {
    ChairCountsAs counts_as;
    int academics;  // The chair among them.
    int professionals;
    bool parity;
  } kCases[] = {
      {ChairCountsAs::kByDeclaration, 2, 2, true}, {ChairCountsAs::kAcademic, 2, 2, true},
      {ChairCountsAs::kNeutral, 2, 2, false},      {ChairCountsAs::kNeutral, 3, 2, true},
      {ChairCountsAs::kAcademic, 3, 2, false},
  };
  for (const auto& test : kCases) {
    Jury rule = AwardJuryRule();
    rule.chair_counts_as.value = test.counts_as;
    const VerdictNode node =
        JudgeAppointed(Appointed(Members(test.academics, test.professionals)), rule);
    EXPECT_EQ(node.outcome() == Outcome::kSatisfied, test.parity) << ToName(test.counts_as);
  }
}

TEST(JuryTest, AcademicsButTheChairSitInACapacityOfTheRule) {
  auto members = Members(2, 2);
  members[0].capacity = MemberCapacity::kOfficer;  // The chair.
  EXPECT_EQ(FailedChecks(JudgeAppointed(Appointed(members), AwardJuryRule())), Checks{});
  members[1].capacity = MemberCapacity::kOtherTeacher;
  EXPECT_EQ(FailedChecks(JudgeAppointed(Appointed(members), AwardJuryRule())), Checks{"capacity"});
}

TEST(TrapTest, T10_ChairHoldsTheOfficeOrRepresentsWhoDoes) {
  const auto delegation = [](std::optional<Date> to = {}) {
    return DelegationGranted{
        Person(kDirector), Person(kDelegate), DelegationKind::kRepresentation, {}, {}, to, {}};
  };
  const struct {
    const char* name;
    std::function<void(World&)> arrange;
    Reason reason;
  } kCases[] = {
      {"nobody", [](World&) {}, Reason::kChairUnentitled},
      {"delegate", [&](World& world) { world.Establish("2027-01-01", delegation()); },
       Reason::kChairDelegated},
      {"on the last day",
       [&](World& world) { world.Establish("2027-01-01", delegation(Day(kSession))); },
       Reason::kChairDelegated},
      {"the day after the last",
       [&](World& world) { world.Establish("2027-01-01", delegation(Day("2027-10-14"))); },
       Reason::kChairUnentitled},
      {"not yet", [&](World& world) { world.Establish("2027-10-16", delegation()); },
       Reason::kChairUnentitled},
      {"ended before",
       [&](World& world) {
         const Version granted = world.Establish("2027-01-01", delegation());
         world.Establish("2027-10-14", DelegationEnded{granted, {}});
       },
       Reason::kChairUnentitled},
      {"ended on the day",
       [&](World& world) {
         const Version granted = world.Establish("2027-01-01", delegation());
         world.Establish(kSession, DelegationEnded{granted, {}});
       },
       Reason::kChairDelegated},
      {"of signature only",
       [&](World& world) {
         DelegationGranted granted = delegation();
         granted.kind = DelegationKind::kSignature;
         world.Establish("2027-01-01", granted);
       },
       Reason::kChairUnentitled},
      {"for another certification",
       [&](World& world) {
         DelegationGranted granted = delegation();
         granted.certification = CertificationCode{"RNCP1"};
         world.Establish("2027-01-01", granted);
       },
       Reason::kChairUnentitled},
      {"by one who left",
       [&](World& world) {
         world.Establish("2027-01-01", delegation());
         world.Establish("2027-08-31",
                         OfficeLeft{Person(kDirector), Office::kDirectorGeneral, {}, {}});
       },
       Reason::kChairUnentitled},
      {"in office",
       [&](World& world) {
         world.Establish("2027-09-01",
                         OfficeHeld{Person(kDelegate), Office::kDirectorGeneral, {}, {}, {}});
       },
       Reason::kChairInOffice},
  };
  for (const auto& test : kCases) {
    World world = Founded();
    test.arrange(world);
    world.Convene("2027-09-01", Appointed(Members(2, 2, kDelegate), kDelegate));
    const VerdictNode chair = Judge(world, AwardJuryRule()).children.back();
    EXPECT_EQ(ToName(chair.reason), ToName(test.reason)) << test.name;
  }
}

TEST(JuryTest, CampusDirectorChairsOnTheCampusOfTheJury) {
  JuryAppointed appointed =
      Appointed(Members(2, 2, kCampusDirector), kCampusDirector, JuryKind::kVae);
  EXPECT_EQ(FailedChecks(JudgeAppointed(appointed, VaeJuryRule())), Checks{});
  appointed.campus.text = "LILLE";
  EXPECT_EQ(FailedChecks(JudgeAppointed(appointed, VaeJuryRule())), Checks{"chair"});
}

TEST(JuryTest, RuleMayRefuseARepresentative) {
  World world = Founded();
  world.Establish(
      "2027-01-01",
      DelegationGranted{
          Person(kDirector), Person(kDelegate), DelegationKind::kRepresentation, {}, {}, {}, {}});
  world.Convene("2027-09-01", Appointed(Members(2, 2, kDelegate), kDelegate));
  Jury rule = AwardJuryRule();
  EXPECT_EQ(FailedChecks(Judge(world, rule)), Checks{});
  rule.representative.value = false;
  EXPECT_EQ(FailedChecks(Judge(world, rule)), Checks{"chair"});
}

// ---- After the session: those who deliberated ----

VerdictNode Judged(const World& world) { return NodeOf(VerdictOf(world), "jury_training"); }

TEST(JuryTest, ThoseWhoDeliberatedAreJudgedNotThoseAppointed) {
  World world = Apprentice();
  world.Convene("2027-09-01", Appointed(RegularMembers()));
  JuryDecisionRecorded decided = Decided(FinalDecision::kAdmitted);
  decided.deliberated.pop_back();
  world.Record(kSession, decided);

  EXPECT_EQ(FailedChecks(Judged(world)), (Checks{"size", "parity"}));

  Referential rules = SmallRules();
  Rule<Jury>(rules, "jury_training").count.value = JuryCount::kAppointed;
  EXPECT_EQ(NodeOf(VerdictOf(world, rules), "jury_training").outcome(), Outcome::kSatisfied);
}

TEST(JuryTest, DeliberationIsJudgedAloneAsInTheTree) {
  World world = Apprentice();
  world.Convene("2027-09-01", Appointed(RegularMembers()));
  const struct {
    const char* name;
    std::function<void(JuryDecisionRecorded&)> change;
    Checks failed;
  } kCases[] = {
      {"regular", [](auto&) {}, {}},
      {"one left before",
       [](auto& decided) { decided.deliberated.pop_back(); },
       {"size", "parity"}},
      {"a stranger",
       [](auto& decided) { decided.deliberated.push_back(Person(99)); },
       {"appointed"}},
      {"another chaired", [](auto& decided) { decided.chair = Person(10); }, {"chair"}},
  };
  Requirement requirement;
  requirement.id.text = "jury_training";
  requirement.node = AwardJuryRule();
  for (const auto& test : kCases) {
    World judged = world;
    JuryDecisionRecorded decided = Decided(FinalDecision::kAdmitted);
    test.change(decided);
    judged.Record(kSession, decided);
    const auto held = HeldOn<JuryDecisionRecorded>(judged.dossier, Day(kSession));
    const VerdictNode node = JudgeDeliberation(requirement, judged.jury(), judged.institution(),
                                               judged.dossier, held.back());
    EXPECT_EQ(FailedChecks(node), test.failed) << test.name;
    EXPECT_TRUE(Cites(node.events, held.back().entry->version)) << "the decision";
    EXPECT_EQ(node, Judged(judged)) << test.name;
  }
}

TEST(JuryTest, NobodyDeliberatesWithoutBeingAppointed) {
  World world = Apprentice();
  world.Convene("2027-09-01", Appointed(RegularMembers()));
  JuryDecisionRecorded decided = Decided(FinalDecision::kAdmitted);
  decided.deliberated.push_back(Person(99));
  world.Record(kSession, decided);
  EXPECT_EQ(FailedChecks(Judged(world)), Checks{"appointed"});
}

TEST(JuryTest, WhoeverChairedIsJudged) {
  World world = Apprentice();
  world.Convene("2027-09-01", Appointed(RegularMembers()));
  world.Record(kSession, Decided(FinalDecision::kAdmitted, {}, RegularMembers(), /*chair=*/10));
  EXPECT_EQ(Judged(world).children.back().reason, Reason::kChairUnentitled);
}

TEST(JuryTest, DecisionOfARegularJurySatisfiesTheWholeTree) {
  World world = Apprentice();
  RecordDecision(world, Decided(FinalDecision::kAdmitted));
  const Verdict verdict = VerdictOf(world);
  EXPECT_EQ(verdict.root.computed, Outcome::kSatisfied);
  EXPECT_EQ(NodeOf(verdict, "jury_vae").reason, Reason::kNotBound);
}

TEST(JuryTest, DecisionOfAnUnknownOrOtherJuryDoesNot) {
  World unknown = Apprentice();
  unknown.Record(kSession, Decided(FinalDecision::kAdmitted));
  EXPECT_EQ(Judged(unknown).reason, Reason::kJuryNotAppointed);
  EXPECT_EQ(NodeOf(VerdictOf(unknown), "decision").reason, Reason::kDecidedByOtherJury);

  World other = Apprentice();
  other.Convene("2027-09-01", Appointed(RegularMembers(), kDirector, JuryKind::kVae));
  other.Record(kSession, Decided(FinalDecision::kAdmitted));
  EXPECT_EQ(Judged(other).reason, Reason::kJuryOtherKind);
  EXPECT_EQ(NodeOf(VerdictOf(other), "decision").reason, Reason::kDecidedByOtherJury);
}

TEST(JuryTest, RequirementOfAKindOfJuryIsFound) {
  const Referential rules = SmallRules();
  EXPECT_EQ(FindJuryRequirement(rules, JuryKind::kAward)->id.text, "jury_training");
  EXPECT_EQ(FindJuryRequirement(rules, JuryKind::kVae)->id.text, "jury_vae");
  EXPECT_EQ(FindJuryRequirement(Referential{}, JuryKind::kVae), nullptr);
}

}  // namespace
}  // namespace cartulary
