// What the checks find of the register as a whole.
#include <map>
#include <optional>
#include <utility>

#include "core/statistics.h"
#include "tests/core/findings/story.h"

namespace cartulary::testing_support {
namespace {

const CertificationCode kOther{"RNCP2"};

template <typename Scope>
Codes Of(const Scope& scope) {
  std::vector<Finding> all;
  RunChecks(scope, [&](Finding finding) { all.push_back(std::move(finding)); });
  return CodesOf(all);
}

Codes OfCertification(const World& world, const Figures& figures = {},
                      const std::map<int, Cited>& awards = {}) {
  return Of(CertificationScope{
      world.reference.Referential(kOther), {}, figures, awards, Day("2028-12-31")});
}

// ---- Delegations, rules, plans

Codes Delegated(std::string_view recorded, EntryMode mode = EntryMode::kLive) {
  World world;
  world.Establish(
      "2027-01-01",
      DelegationGranted{
          Person(kDirector), Person(kDelegate), DelegationKind::kSignature, {}, {}, {}, {}});
  world.institution().entries.back().recorded_date = Day(recorded);
  world.institution().entries.back().entry = mode;
  return Of(InstitutionScope{world.institution(), {}, Day("2028-12-31")});
}

Codes Adopted(std::string_view adopted, std::optional<Date> teaching) {
  EditionPublished edition;
  edition.certification = kOther;
  edition.edition.text = "2027";
  edition.adopted = Day(adopted);
  edition.teaching_starts = teaching;
  World world;
  world.Declare(kOther, "2027-09-01", edition);
  return OfCertification(world);
}

Codes PlannedOn(std::string_view day, std::optional<AcademicYear> year) {
  World world;
  for (const char* plan : {"A", "B"}) {
    AssessmentPlanned fact = Planned(plan, "BC01");
    fact.certification = kOther;
    fact.academic_year = year;
    world.Declare(kOther, day, fact);
  }
  return OfCertification(world);
}

// ---- Published figures, of a year in which 12 were certified, 2 by VAE; of 9 who answered, 8 were
// employed and 6 in the occupation aimed at, 4 of 7 of them two years after.

StatisticsPublished PublishedFor(std::uint16_t year) {
  StatisticsPublished fact;
  fact.certification = kOther;
  fact.year = year;
  return fact;
}
StatisticsPublished Counts(std::uint32_t certified, std::uint32_t by_vae) {
  StatisticsPublished fact = PublishedFor(2027);
  fact.certified = certified;
  fact.by_vae = by_vae;
  return fact;
}
StatisticsPublished Rates(std::string_view employed, std::string_view soon, std::string_view late) {
  StatisticsPublished fact = PublishedFor(2027);
  fact.employed_six_months = Grade(employed);
  fact.in_target_occupation_six_months = Grade(soon);
  fact.in_target_occupation_two_years = Grade(late);
  return fact;
}
Codes Published(const StatisticsPublished& fact, bool surveyed = true) {
  World world;
  world.Declare(kOther, "2028-01-15", fact);
  YearFigures figures;
  figures.certified = 12;
  figures.by_vae = 2;
  if (surveyed) {
    figures.employed_six_months = {8, 9};
    figures.in_target_occupation_six_months = {6, 9};
    figures.in_target_occupation_two_years = {4, 7};
  }
  return OfCertification(world, {{2027, figures}}, {{2027, Cited{{}, {}, {9}}}});
}

// ---- Numbers and four eyes

Codes Shared(std::vector<Cited> certificates) {
  return Of(SharedNumberScope{std::move(certificates)});
}

Codes OfAct(const std::optional<FourEyesAct>& act) { return act ? Of(*act) : Codes(); }

Event By(int actor, std::uint32_t uid) {
  Event event;
  event.kind = StreamKind::kLearner;
  event.by.actor = {Person(actor), ActorRole::kRegistrar, Assurance::kOsAccount, uid};
  return event;
}
// What the first did from account 1000.
Codes Approved(std::optional<int> approver, std::uint32_t uid,
               StreamKind kind = StreamKind::kLearner) {
  Event event = By(1, 1000);
  event.kind = kind;
  if (approver) {
    event.by.approver = {Person(*approver), ActorRole::kDirector, Assurance::kDeclared, uid};
  }
  return OfAct(FourEyesActOf(event));
}
// What the first published from account 1000, written by `author`.
Codes Applied(int author, int actor, std::uint32_t uid) {
  Event published = By(1, 1000);
  RevisionPublished revision;
  revision.author = Person(author);
  published.fact = revision;
  Event applied = By(actor, uid);
  RevisionApplied application;
  application.approver = Person(actor);
  applied.fact = application;
  return OfAct(FourEyesActOf(published, applied));
}

}  // namespace

std::vector<RegisterCase> RegisterCases() {
  const Codes contradicted = {"STATISTICS_CONTRADICTED"};
  return {
      {"a delegation recorded 91 days after",
       Delegated("2027-04-02"),
       {"INSTITUTION_ENTERED_LATE"}},
      {"90 days after", Delegated("2027-04-01"), {}, {"INSTITUTION_ENTERED_LATE"}},
      {"a delegation of before the register",
       Delegated("2027-12-31", EntryMode::kHistorical),
       {},
       {"INSTITUTION_ENTERED_LATE"}},

      {"rules adopted after the first month",
       Adopted("2027-10-02", Day("2027-09-01")),
       {"RULES_ADOPTED_LATE"}},
      {"on its last day", Adopted("2027-10-01", Day("2027-09-01")), {}, {"RULES_ADOPTED_LATE"}},
      {"nobody knows when teaching starts",
       Adopted("2027-10-02", std::nullopt),
       {},
       {"RULES_ADOPTED_LATE"}},
      {"assessments of a year, planned after its first month",
       PlannedOn("2027-10-02", AcademicYear{2027}),
       {"PLAN_ADOPTED_LATE"}},
      {"on its last day", PlannedOn("2027-10-01", AcademicYear{2027}), {}, {"PLAN_ADOPTED_LATE"}},
      {"assessments of every year", PlannedOn("2027-10-02", {}), {}, {"PLAN_ADOPTED_LATE"}},

      {"figures as they are", Published(Counts(12, 2)), {}, contradicted},
      {"one holder more", Published(Counts(13, 2)), contradicted},
      {"no holder by VAE", Published(Counts(12, 0)), contradicted},
      {"no figure", Published(PublishedFor(2027)), {}, contradicted},
      {"a year without a title", Published(PublishedFor(2019)), {}, contradicted},
      {"rates rounded to whole points", Published(Rates("89", "67", "57")), {}, contradicted},
      {"rates cut to whole points", Published(Rates("88", "66", "57")), {}, contradicted},
      {"a rate of employment too high", Published(Rates("89.89", "66", "57")), contradicted},
      {"a rate after six months too low", Published(Rates("89", "65.66", "57")), contradicted},
      {"a rate after two years too high", Published(Rates("89", "66", "58.15")), contradicted},
      {"rates of which nobody answered here",
       Published(Rates("10", "20", "30"), false),
       {},
       contradicted},

      {"a number of two learners",
       Shared({Cited{{}, {}, {30}}, Cited{{}, {}, {3}}}),
       {"CERTIFICATE_NUMBER_SHARED"}},
      {"a number of one", Shared({Cited{{}, {}, {3}}}), {}, {"CERTIFICATE_NUMBER_SHARED"}},

      {"nobody approved", Approved(std::nullopt, 0), {}, {"SAME_PERSON_APPROVED"}},
      {"another, from another account", Approved(2, 1001), {}, {"SAME_ACCOUNT_APPROVED"}},
      {"another, from one account", Approved(2, 1000), {"SAME_ACCOUNT_APPROVED"}},
      {"the same", Approved(1, 1001), {"SAME_PERSON_APPROVED"}},
      {"told of the title already", Approved(2, 1000, StreamKind::kAwardNumber), {}},
      {"a revision applied by another, from another account",
       Applied(1, 2, 1001),
       {},
       {"SAME_PERSON_APPROVED", "SAME_ACCOUNT_APPROVED"}},
      {"a revision applied from one account", Applied(1, 2, 1000), {"SAME_ACCOUNT_APPROVED"}},
      {"a revision applied by who published it", Applied(3, 1, 1001), {"SAME_PERSON_APPROVED"}},
      {"a revision applied by who wrote it", Applied(2, 2, 1001), {"SAME_PERSON_APPROVED"}},
  };
}

}  // namespace cartulary::testing_support
