// What holds of every verdict, by random dossiers. CARTULARY_TEST_SEED replays a failure.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <set>

#include "core/fold/editions.h"
#include "tests/support/verdicts.h"

namespace cartulary {
namespace {

using namespace testing_support;

std::uint64_t SeedFromEnvironment() {
  const char* text = std::getenv("CARTULARY_TEST_SEED");
  return text == nullptr ? 0 : std::strtoull(text, nullptr, 10);
}

// Draws facts of a learner, of the institution and of a jury, good and bad, on random days.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : random_(seed) {}

  int Below(int bound) { return static_cast<int>(random_() % static_cast<std::uint64_t>(bound)); }
  bool OneIn(int n) { return Below(n) == 0; }
  template <typename T>
  T AnyOf(std::initializer_list<T> values) {
    return values.begin()[Below(static_cast<int>(values.size()))];
  }
  template <NamedEnum E>
  E Any() {
    return kEnumNames<E>[static_cast<std::size_t>(Below(int{kEnumNames<E>.size()}))].value;
  }
  std::string AnyDay() { return ToText(Date{Day("2024-09-01").days + Below(1200)}); }
  std::vector<std::size_t> Order(std::size_t size) {
    std::vector<std::size_t> order(size);
    for (std::size_t i = 0; i < size; ++i) order[i] = i;
    std::shuffle(order.begin(), order.end(), random_);
    return order;
  }

  AssessmentRecorded AnyResult() {
    AssessmentRecorded result =
        Taken(AnyOf<std::string>(
                  {"BC01-EX1", "BC01-EX2", "BC02-EX1", "BC03-EX1", "BC03-EX2", "BC03-FORM"}),
              OneIn(3) ? Any<AssessmentStatus>() : AssessmentStatus::kGraded);
    result.attempt = static_cast<std::uint8_t>(1 + Below(2));
    if (result.attempt > 1) result.session = AssessmentSession::kResit;
    if (result.status != AssessmentStatus::kGraded) return result;
    if (OneIn(5)) {
      result.level = Any<AcquiredLevel>();
    } else {
      result.grade = Decimal{600 + Below(1000)};
    }
    return result;
  }

  JuryDecisionRecorded AnyDecision(const std::string& day) {
    JuryDecisionRecorded decided =
        Decided(Any<FinalDecision>(), {{{"BC01"}, Any<BlockDecision>()}});
    if (OneIn(3)) decided.points = {{{"BC02"}, Decimal{1 + Below(300)}}};
    if (decided.decision != FinalDecision::kConditional) return decided;
    for (const char* reserved : {"english", "mobility"}) {
      const Date deadline{Day(day).days + Below(150)};
      decided.reserves.push_back({{reserved}, deadline, Authority::kJury});
    }
    return decided;
  }

  void RecordSomething(World& world) {
    const std::string day = AnyDay();
    switch (Below(14)) {
      case 0:
        world.Record(day,
                     Certificate(AnyOf<std::string>({"en", "en", "de"}), Any<LanguageLevel>()));
        break;
      case 1:
        world.Record(day, Stay(ToText(Date{Day(day).days - 20 - Below(90)}),
                               AnyOf<std::string>({"DE", "IT", "FR"}), Any<MobilityEnding>()));
        break;
      case 2:
        world.Record(day, Grid(2024 + Below(3), !OneIn(4), !OneIn(4), 1 + Below(4)));
        break;
      case 3:
        world.Record(day, AlternanceReport(2024 + Below(3), Any<Appraisal>(), Any<Appraisal>()));
        break;
      case 4:
        world.Record(day, Defended(Any<DefenceKind>(), Any<Appraisal>(), SomeStays(world)));
        break;
      case 5:
        world.Record(day, MobilityReport(Any<Appraisal>(), SomeStays(world)));
        break;
      case 6:
        world.Record(day, AnyDecision(day));
        break;
      case 7:
        Revise(world);
        break;
      case 8:
        world.Plan(day, Planned("BC02-EX" + std::to_string(Below(5)), "BC02"));
        break;
      case 9:
        if (OneIn(2)) {
          world.Record(day, EnrolmentSuspended{kEnrolment, LeavingReason::kGapYear, {}, {}});
        } else {
          world.Record(day, EnrolmentResumed{kEnrolment, {}});
        }
        break;
      case 10: {
        AnnualRegistrationRecorded registered;
        registered.enrolment = kEnrolment;
        registered.academic_year = AcademicYearOf(Day(day));
        registered.year_of_study = 2;
        registered.repeating = !OneIn(4);
        world.Record(day, registered);
        break;
      }
      default:
        world.Record(day, AnyResult());
    }
  }

  std::vector<Version> SomeStays(const World& world) {
    std::vector<Version> stays;
    for (const Entry& entry : world.dossier.entries) {
      const bool is_stay = std::holds_alternative<MobilityPeriodRecorded>(entry.fact);
      if (is_stay && OneIn(2)) stays.push_back(entry.version);
    }
    return stays;
  }

  World AnyWorld(Route route) {
    World world = Founded();
    world.Record("2024-09-01", Opened(route));
    world.Convene("2024-09-01", Appointed(RegularMembers()));
    for (int i = Below(60); i > 0; --i) RecordSomething(world);
    if (OneIn(3)) world.Establish(AnyDay(), BodyAccreditationEnded{{"ETS"}, {"en"}, {}});
    if (OneIn(3)) {
      world.Establish(AnyDay(), BodyAccredited{{"ETS"}, {"en"}, Day(AnyDay()), {}});
    }
    return world;
  }

  // The small rules with the parameters that depend on the day of the question.
  Referential AnyRules() {
    Referential rules = SmallRules();
    auto& english = Rule<LanguageCertificate>(rules, "english");
    if (OneIn(2)) english.accredited_on.value = AccreditedOn::kEvaluationDate;
    if (OneIn(2)) english.valid_months = Assumed(6, "valid_months");
    auto& average = Rule<WeightedAverage>(rules, "average");
    average.resit.value = Any<ResitPolicy>();
    average.absent_justified.value = Any<JustifiedAbsence>();
    average.fraud.value = Any<Penalty>();
    average.compensation.value = Any<Compensation>();
    Rule<Mobility>(rules, "mobility_length").sum_periods.value = Any<StaySum>();
    Rule<TutorGrid>(rules, "grid").level_at.value = Any<GridLevelAt>();
    return rules;
  }

  Route AnyRoute() {
    return AnyOf(
        {Route::kApprenticeship, Route::kApprenticeship, Route::kContinuingEducation, Route::kVae});
  }

 private:
  // Justifies, revokes, corrects or voids what is there, on its own date or a later one.
  void Revise(World& world) {
    std::vector<const Entry*> standing;
    for (const Entry& entry : world.dossier.entries) {
      const bool revisable = !std::holds_alternative<EnrolmentOpened>(entry.fact);
      if (revisable && !entry.superseded) standing.push_back(&entry);
    }
    if (standing.empty()) return;
    const Entry& entry =
        *standing[static_cast<std::size_t>(Below(static_cast<int>(standing.size())))];
    const Version version = entry.version;
    const std::string later = ToText(Date{entry.effective.days + 1 + Below(200)});
    if (std::holds_alternative<JuryDecisionRecorded>(entry.fact) && !OneIn(3)) {
      Follow(world, version, later);
    } else if (std::holds_alternative<AssessmentRecorded>(entry.fact) && OneIn(2)) {
      world.Record(later, AbsenceJustified{kEnrolment, version, {"medical"}});
    } else if (std::holds_alternative<LanguageCertificateRecorded>(entry.fact) && OneIn(2)) {
      world.Record(later, LanguageCertificateRevoked{version, CorrectionGround::kFraud});
    } else if (OneIn(2)) {
      world.Correct(version, PlainFact(entry.fact));
    } else {
      world.Void(version, OneIn(2) ? std::optional(Day(later)) : std::nullopt);
    }
  }

  // What follows a decision: reserves, annulment, an award and its withdrawal.
  void Follow(World& world, Version decision, const std::string& day) {
    const RequirementCode reserved{AnyOf<std::string>({"english", "mobility"})};
    switch (Below(5)) {
      case 0:
      case 1:
        world.Record(day, ReserveLifted{kEnrolment, decision, reserved, Authority::kJury, {}});
        break;
      case 2:
        world.Record(day, ReserveLapsed{kEnrolment, decision, reserved});
        break;
      case 3:
        world.Record(day, JuryDecisionAnnulled{kEnrolment, decision, Authority::kCourt, {"A"}});
        break;
      default: {
        AwardIssued award;
        award.enrolment = kEnrolment;
        award.number = {"A-1"};
        award.decision = decision;
        const Version issued = world.Record(day, award);
        const std::string then = ToText(Date{Day(day).days + Below(100)});
        world.Record(then, AwardWithdrawn{kEnrolment, issued, {}, Authority::kCourt, {"A"}});
      }
    }
  }

  std::mt19937_64 random_;
};

template <typename Test>
void ForEachSeed(int seeds, const Test& test) {
  for (int i = 0; i < seeds; ++i) {
    const std::uint64_t seed = SeedFromEnvironment() * 1'000'000 + static_cast<std::uint64_t>(i);
    SCOPED_TRACE("draw " + std::to_string(seed));
    test(Draw(seed));
    if (testing::Test::HasFailure()) return;
  }
}

// The verdict without its date, wherever it is written.
Verdict Undated(Verdict verdict) {
  const auto undate = [&](auto& self, VerdictNode& node) -> void {
    for (ReadValue& value : node.values) {
      if (value.name == "on" || value.name == "accredited_on") value.text.clear();
    }
    for (VerdictNode& child : node.children) self(self, child);
  };
  undate(undate, verdict.root);
  verdict.on = Date{};
  verdict.next_change.reset();
  return verdict;
}

TEST(EvaluatePropertyTest, VerdictChangesByItselfOnlyOnTheDateThatItAnnounced) {
  int changes = 0;
  ForEachSeed(12, [&](Draw draw) {
    const World world = draw.AnyWorld(draw.AnyRoute());
    const Referential rules = draw.AnyRules();
    Verdict today = VerdictOf(world, rules, "2024-08-25");
    for (Date on = Day("2024-08-26"); on <= Day("2028-12-31"); on = Date{on.days + 1}) {
      Verdict next = Evaluate(rules, 1, world.dossier, kEnrolment, world.reference, on);
      ASSERT_GT(today.next_change.value_or(on), today.on);
      if (Undated(next) != Undated(today)) {
        ASSERT_EQ(today.next_change, on) << "changed on " << ToText(on);
        ++changes;
      }
      today = std::move(next);
    }
  });
  EXPECT_GT(changes, 100);
}

TEST(EvaluatePropertyTest, SameInputGivesTheSameVerdict) {
  ForEachSeed(50, [](Draw draw) {
    const World world = draw.AnyWorld(draw.AnyRoute());
    const World copy = world;
    EXPECT_EQ(VerdictOf(world), VerdictOf(copy));
  });
}

// The verdict with what depends on the order of recording taken out.
Verdict Unnumbered(Verdict verdict) {
  const auto unnumber = [&](auto& self, VerdictNode& node) -> void {
    for (Cited& cited : node.events) cited = {cited.subject, {}, {}};
    for (VerdictNode& child : node.children) self(self, child);
  };
  unnumber(unnumber, verdict.root);
  if (verdict.decision) *verdict.decision = {};
  return verdict;
}

TEST(EvaluatePropertyTest, OrderOfUnrelatedFactsDoesNotMatter) {
  const World apprentice = Apprentice();
  const auto& entries = apprentice.dossier.entries;
  ForEachSeed(100, [&](Draw draw) {
    World shuffled = Founded();
    const std::vector<std::size_t> order = draw.Order(entries.size());
    const auto place_of = [&](Version version) {  // A dossier without gaps.
      const auto at = std::ranges::find(order, static_cast<std::size_t>(version.value));
      return Version{static_cast<std::uint64_t>(at - order.begin())};
    };
    for (const std::size_t i : order) {
      PlainFact fact = entries[i].fact;
      if (auto* stays = StaysNamedBy(fact)) {
        for (Version& stay : *stays) stay = place_of(stay);
      }
      shuffled.Record(ToText(entries[i].effective), ToFact(fact));
    }
    for (const char* on : {"2025-12-31", "2026-08-31", "2027-12-31"}) {
      EXPECT_EQ(Unnumbered(VerdictOf(shuffled, on)), Unnumbered(VerdictOf(apprentice, on)));
    }
  });
}

void ExpectStillSatisfied(const VerdictNode& before, const VerdictNode& after) {
  if (before.computed == Outcome::kSatisfied) {
    EXPECT_EQ(after.computed, Outcome::kSatisfied) << before.requirement.text;
  }
  ASSERT_EQ(before.children.size(), after.children.size());
  for (std::size_t i = 0; i < before.children.size(); ++i) {
    ExpectStillSatisfied(before.children[i], after.children[i]);
  }
}

TEST(EvaluatePropertyTest, FavourableFactNeverUndoesWhatIsSatisfied) {
  int satisfied = 0;
  ForEachSeed(300, [&](Draw draw) {
    World world = draw.AnyWorld(draw.AnyRoute());
    const Verdict before = VerdictOf(world);
    const std::string day = draw.AnyDay();
    const std::vector<Fact> kFavourable = {
        Certificate("en", LanguageLevel::kB2),
        Stay(ToText(Date{Day(day).days - 30})),
        Grid(2024 + draw.Below(3)),
        AlternanceReport(2025),
        MobilityReport(),
        Defended(DefenceKind::kMobility),
        Defended(DefenceKind::kCompany),
        VaeAdmissibilityDecided{kEnrolment, Appraisal::kFavourable},
        VaeDossierSubmitted{kEnrolment},
    };
    world.Record(
        day,
        kFavourable[static_cast<std::size_t>(draw.Below(static_cast<int>(kFavourable.size())))]);
    ExpectStillSatisfied(before.root, VerdictOf(world).root);
    ForEachNode(before.root, [&](const VerdictNode& node) {
      if (node.computed == Outcome::kSatisfied) ++satisfied;
    });
  });
  EXPECT_GT(satisfied, 300);
}

// Sets every parameter that leans on an assumption outside `kept` to another value.
struct Bender {
  const std::set<AssumptionCode>& kept;
  int bent = 0;

  template <typename T>
  void operator()(std::string_view, T& field, std::string_view) {
    Bend(field);
  }
  template <typename T>
  void Bend(Param<T>& param) {
    if (!param.assumption || kept.contains(*param.assumption)) return;
    Change(param.value);
    ++bent;
  }
  template <typename T>
  void Bend(std::optional<Param<T>>& param) {
    if (param) Bend(*param);
  }
  template <typename T>
  void Bend(T&) {}

  void Change(bool& value) { value = !value; }
  void Change(int& value) { ++value; }
  void Change(Decimal& value) { value.hundredths += 300; }
  void Change(Fraction& value) { ++value.denominator; }
  template <NamedEnum E>
  void Change(E& value) {
    value = kEnumNames<E>[value == kEnumNames<E>.front().value ? 1 : 0].value;
  }
};

TEST(EvaluatePropertyTest, AssumptionThatAVerdictDoesNotNameDoesNotBearOnIt) {
  int bent = 0;
  ForEachSeed(300, [&](Draw draw) {
    const World world = draw.AnyWorld(draw.AnyRoute());
    const Referential rules = draw.AnyRules();
    const Verdict verdict = VerdictOf(world, rules);
    const std::set<AssumptionCode> named(verdict.assumptions.begin(), verdict.assumptions.end());
    Referential changed = rules;
    Bender bender{named};
    for (auto& [id, requirement] : changed.requirements) {
      std::visit([&](auto& kind) { Fields(bender, kind); }, requirement.node);
    }
    EXPECT_EQ(VerdictOf(world, changed), verdict);
    bent += bender.bent;
  });
  EXPECT_GT(bent, 1000);
}

TEST(EvaluatePropertyTest, EventsCitedAreOfTheStreamsReadInOrderAndOnce) {
  ForEachSeed(100, [](Draw draw) {
    const World world = draw.AnyWorld(draw.AnyRoute());
    const auto exists = [&](const Cited& cited) {
      for (const FoldedStream* stream :
           {&world.dossier, &world.reference.institution,
            &world.reference.Referential(kCertification), &world.reference.Jury(kJury)}) {
        if (stream->subject != cited.subject) continue;
        const Entry* entry = FindEntry(*stream, cited.version);
        return entry != nullptr && entry->index == cited.index;
      }
      return false;
    };
    ForEachNode(VerdictOf(world).root, [&](const VerdictNode& node) {
      EXPECT_TRUE(std::is_sorted(node.events.begin(), node.events.end(),
                                 [](const Cited& a, const Cited& b) { return a.index < b.index; }));
      for (std::size_t i = 0; i < node.events.size(); ++i) {
        EXPECT_TRUE(exists(node.events[i])) << node.requirement.text;
        if (i > 0) {
          EXPECT_NE(node.events[i], node.events[i - 1]);
        }
      }
    });
  });
}

}  // namespace
}  // namespace cartulary
