// Each check finds what it is for, and nothing in a career in which all is as it should be.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "core/evaluate/evaluate.h"
#include "core/findings/checks.h"
#include "core/statistics.h"
#include "tests/support/dossier_builder.h"
#include "tests/support/small_rules.h"

namespace cartulary {
namespace {

using namespace testing_support;  // NOLINT: a test.

using Codes = std::set<std::string>;

Referential SettledRules() {
  Referential rules = SmallRules();
  std::set<AssumptionCode> named;
  for (const auto& [id, requirement] : rules.requirements) {
    for (const AssumptionCode& code : AssumptionsOf(requirement)) named.insert(code);
  }
  for (const AssumptionCode& code : named) {
    Assumption assumption;
    assumption.id = code;
    assumption.settlement = Settlement{"reglement", {}, "art. 1"};
    rules.assumptions.push_back(assumption);
  }
  return rules;
}

// A career up to the award, all as it should be until a case bends it.
struct Story {
  Story() {
    decided = Decided(FinalDecision::kAdmitted);
    appointed = Appointed(RegularMembers());
    issued.enrolment = kEnrolment;
    issued.number.text = "T-1";
    issued.certification = kCertification;
    issued.revision = 1;
    issued.authority = Authority::kDirectorGeneral;
    minutes.signed_by = {Person(kDirector)};
  }

  Referential rules = SettledRules();
  std::string on = "2027-12-31";
  std::string appointed_on = "2027-09-01";
  JuryAppointed appointed;
  JuryDecisionRecorded decided;
  AwardIssued issued;
  MinutesSealed minutes;
  bool jury_sits = true;
  bool convened = true;
  bool minuted = true;         // The minutes contain the decision,
  bool minutes_sealed = true;  // if there are any.
  bool awarded = true;
  std::set<PersonId> without_line;                     // Of the attendance list.
  std::set<PersonId> without_signature;                // Likewise.
  std::function<void(World&)> before = [](World&) {};  // The decision.
  std::function<void(World&)> after = [](World&) {};   // Everything.
};

// By the delegate of the director, until a day.
void AppointByDelegate(Story& s, const std::string& until) {
  s.appointed.appointed_by = Person(kDelegate);
  s.before = [until](World& world) {
    world.Establish("2026-01-01", DelegationGranted{Person(kDirector),
                                                    Person(kDelegate),
                                                    DelegationKind::kSignature,
                                                    {},
                                                    {},
                                                    Day(until),
                                                    {}});
  };
}

constexpr std::uint64_t kCertificateAt = 12;  // Its version in the dossier of Apprentice().

Version decision_at;  // Of the story told last.

World Tell(const Story& story) {
  World world = Apprentice();
  EXPECT_TRUE(std::holds_alternative<LanguageCertificateRecorded>(
      FindEntry(world.dossier, Version{kCertificateAt})->fact));
  world.Record("2024-09-01",
               TutorAssigned{kEnrolment, Person(kAcademicTutor), TutorRole::kAcademic, {}});
  world.Record("2024-09-01",
               TutorAssigned{kEnrolment, Person(kCompanyTutor), TutorRole::kCompany, {}});
  if (story.jury_sits) world.Convene(story.appointed_on, story.appointed);
  if (story.jury_sits && story.convened) {
    world.Convene("2027-09-10", CandidateConvened{kLearner, kEnrolment});
  }
  story.before(world);
  if (story.jury_sits) {
    for (const PersonId& person : story.decided.deliberated) {
      if (story.without_line.contains(person)) continue;
      world.Convene("2027-10-15", AttendanceSigned{person,
                                                   {},
                                                   {},
                                                   story.without_signature.contains(person)
                                                       ? SignatureMethod::kMissing
                                                       : SignatureMethod::kHandwritten});
    }
    decision_at = world.Record("2027-10-15", story.decided);
    MinutesSealed minutes = story.minutes;
    if (story.minuted) minutes.decisions = {{kLearner, decision_at, {}}};
    if (story.minutes_sealed) world.Convene("2027-10-16", minutes);
    AwardIssued issued = story.issued;
    issued.decision = decision_at;
    if (story.awarded) world.Record("2027-10-20", issued);
  }
  story.after(world);
  return world;
}

std::vector<Finding> FindingsIn(const World& world, const Story& story) {
  std::vector<Finding> all;
  const auto take = [&](Finding finding) { all.push_back(std::move(finding)); };
  const Date on = Day(story.on);
  const Verdict verdict = Evaluate(story.rules, 1, world.dossier, kEnrolment, world.reference, on);
  EnrolmentScope scope = ScopeOf(world.dossier, world.reference, story.rules, verdict);
  for (const auto& [id, jury] : world.reference.juries) scope.sessions.push_back(&jury);
  RunChecks(scope, take);
  RunChecks(LearnerScope{world.dossier, world.reference.institution, on}, take);
  std::map<JuryId, Deliberations> deliberations;
  AddDeliberations(deliberations, world.dossier, on);
  for (const auto& [id, jury] : world.reference.juries) {
    const auto session = SessionOn(jury, on);
    if (!session) continue;
    RunChecks(SessionScope{jury, world.reference.institution, *session, deliberations[id], on},
              take);
  }
  return all;
}

// Every sentence is whole, in both languages, and rests on something.
Codes CodesOf(const std::vector<Finding>& findings) {
  Codes codes;
  std::set<std::string> ids;
  for (const Finding& finding : findings) {
    codes.insert(std::string(finding.check->code));
    EXPECT_TRUE(ids.insert(finding.id).second) << finding.id;
    EXPECT_TRUE(IsCode(finding.id)) << finding.id;
    EXPECT_FALSE(finding.evidence.empty()) << finding.id;
    for (const std::string& text : {finding.text.fr, finding.text.en}) {
      EXPECT_FALSE(text.empty()) << finding.id;
      EXPECT_EQ(text.find_first_of("{}?"), std::string::npos) << text;
    }
  }
  return codes;
}

void Sit(Story& story, std::vector<JuryMember> members) {
  story.appointed = Appointed(members);
  story.decided.deliberated = PersonsOf(members);
}

void Decide(Story& story, FinalDecision decision) {
  story.decided.decision = decision;
  story.awarded = false;
}

DecisionNotified Notice(bool remedies = true) {
  return {kEnrolment, decision_at, NotificationMeans::kLetter, remedies};
}

void VoidCertificate(World& world) { world.Void(Version{kCertificateAt}); }

void RevokeCertificate(World& world) {
  world.Record("2027-11-01", LanguageCertificateRevoked{Version{kCertificateAt},
                                                        CorrectionGround::kAnnulledByIssuer});
}

Version GridOf(const World& world, int year) {
  for (const Entry& entry : world.dossier.entries) {
    const auto* grid = std::get_if<TutorGridSigned>(&entry.fact);
    if (grid != nullptr && grid->academic_year.first == year) return entry.version;
  }
  ADD_FAILURE() << "no grid of " << year;
  return {};
}

struct Case {
  const char* name;
  std::function<void(Story&)> bend;
  Codes found;
};

const std::vector<Case>& Cases() {
  using enum College;
  static const std::vector<Case> cases = {
      {"all is as it should be", [](Story&) {}, {}},

      // ---- The jury of each candidate
      {"appointed after the decision",
       [](Story& s) { s.appointed_on = "2027-11-01"; },
       {"JURY_NOT_APPOINTED", "JURY_APPOINTED_LATE"}},
      {"a jury of VAE", [](Story& s) { s.appointed.kind = JuryKind::kVae; }, {"JURY_OTHER_KIND"}},
      {"a stranger deliberates",
       [](Story& s) { s.decided.deliberated.push_back(Person(50)); },
       {"JURY_STRANGER"}},
      {"two members",
       [](Story& s) {
         Sit(s, {Member(kDirector, kAcademic), Member(11, kProfessional)});
       },
       {"JURY_SIZE"}},
      {"three academics, one professional",
       [](Story& s) {
         Sit(s, {Member(kDirector, kAcademic), Member(10, kAcademic), Member(13, kAcademic),
                 Member(11, kProfessional)});
       },
       {"JURY_PARITY"}},
      {"fewer professionals than the rules ask",
       [](Story& s) {
         Rule<Jury>(s.rules, "jury_training").at_least = {
             {kProfessional, testing_support::Said(3)}};
       },
       {"JURY_COLLEGE"}},
      {"a share of professionals below what the rules ask",
       [](Story& s) {
         Rule<Jury>(s.rules, "jury_training").min_share =
             CollegeShare{kProfessional, testing_support::Said(Fraction{2, 3})};
       },
       {"JURY_SHARE"}},
      {"a share just reached",
       [](Story& s) {
         Rule<Jury>(s.rules, "jury_training").min_share =
             CollegeShare{kProfessional, testing_support::Said(Fraction{1, 2})};
       },
       {}},
      {"an academic who does not teach in the programme",
       [](Story& s) { s.appointed.members[1].capacity = MemberCapacity::kOtherTeacher; },
       {"JURY_CAPACITY"}},
      {"chaired by who has no office",
       [](Story& s) { s.decided.chair = Person(10); },
       {"JURY_CHAIR"}},
      {"chaired by a representative",
       [](Story& s) {
         s.decided.chair = Person(10);
         s.before = [](World& world) {
           world.Establish(
               "2027-01-01",
               DelegationGranted{
                   Person(kDirector), Person(10), DelegationKind::kRepresentation, {}, {}, {}, {}});
         };
       },
       {}},
      {"a member sits in spite of a recusal",
       [](Story& s) {
         s.before = [](World& world) {
           world.Convene("2027-10-01", RecusalRecorded{Person(12), kLearner});
         };
       },
       {"RECUSED_DELIBERATED", "JURY_SIZE", "JURY_PARITY"}},
      {"a recusal for another candidate",
       [](Story& s) {
         s.before = [](World& world) {
           world.Convene("2027-10-01", RecusalRecorded{Person(12), IdNumber<LearnerId>(5)});
         };
       },
       {}},
      {"the companion of the VAE sits",
       [](Story& s) {
         s.before = [](World& world) {
           world.Record("2026-01-01",
                        TutorAssigned{kEnrolment, Person(12), TutorRole::kVaeCompanion, {}});
         };
       },
       {"COMPANION_DELIBERATED"}},
      {"a former tutor sits",
       [](Story& s) {
         s.before = [](World& world) {
           world.Record("2024-10-01",
                        TutorAssigned{kEnrolment, Person(10), TutorRole::kAcademic, {}});
           world.Record("2025-10-01", TutorEnded{kEnrolment, Person(10), TutorRole::kAcademic});
         };
       },
       {"TUTOR_DELIBERATED"}},
      {"a tutor who came after the decision",
       [](Story& s) {
         s.after = [](World& world) {
           world.Record("2027-11-01",
                        TutorAssigned{kEnrolment, Person(10), TutorRole::kAcademic, {}});
         };
       },
       {}},
      {"an assessor sits",
       [](Story& s) {
         s.before = [](World& world) {
           MobilityReportAssessed report = MobilityReport();
           report.assessors = {Person(11)};
           world.Record("2027-01-15", report);
         };
       },
       {"ASSESSOR_DELIBERATED"}},
      {"decided on without being convened",
       [](Story& s) { s.convened = false; },
       {"DECIDED_UNCONVENED"}},
      {"minutes without the decision",
       [](Story& s) { s.minuted = false; },
       {"MINUTES_LACK_DECISION"}},
      {"the decision is corrected after the minutes",
       [](Story& s) {
         s.after = [decided = s.decided](World& world) { world.Correct(decision_at, decided); };
       },
       {"MINUTES_DIFFER"}},

      // ---- A session as a whole
      {"appointed by who has no power",
       [](Story& s) { s.appointed.appointed_by = Person(99); },
       {"JURY_POWER"}},
      {"appointed by a delegation that had expired",
       [](Story& s) { AppointByDelegate(s, "2027-08-31"); },
       {"JURY_POWER"}},
      {"appointed by a delegation in force",
       [](Story& s) { AppointByDelegate(s, "2027-09-01"); },
       {}},
      {"appointed the day after the assessments began",
       [](Story& s) { s.appointed.reference_session = Day("2027-08-31"); },
       {"JURY_APPOINTED_LATE"}},
      {"appointed on the day on which they began",
       [](Story& s) { s.appointed.reference_session = Day("2027-09-01"); },
       {}},
      {"amended once the assessments had begun",
       [](Story& s) {
         s.appointed.reference_session = Day("2027-09-05");
         s.before = [](World& world) {
           world.Convene("2027-10-01", JuryAmended{{}, {}, {}, {"absence"}, {}});
         };
       },
       {"JURY_AMENDED_LATE"}},
      {"no line on the attendance list",
       [](Story& s) { s.without_line = {Person(11)}; },
       {"ATTENDANCE_MISSING"}},
      {"a line without signature",
       [](Story& s) { s.without_signature = {Person(11)}; },
       {"ATTENDANCE_UNSIGNED"}},
      {"no minutes", [](Story& s) { s.minutes_sealed = false; }, {"MINUTES_ABSENT"}},
      {"minutes that the chair did not sign",
       [](Story& s) { s.minutes.signed_by = {Person(10)}; },
       {"MINUTES_UNSIGNED"}},
      {"minutes recorded long after",
       [](Story& s) {
         s.after = [](World& world) {
           world.jury().entries.back().recorded_date = Day("2028-02-01");
         };
       },
       {"SESSION_ENTERED_LATE"}},

      // ---- Awards and decisions
      {"the decision is annulled, the title stands",
       [](Story& s) {
         s.after = [](World& world) {
           world.Record("2027-11-01", JuryDecisionAnnulled{
                                          kEnrolment, decision_at, Authority::kCourt, {"ACT-1"}});
         };
       },
       {"AWARD_WITHOUT_DECISION"}},
      {"the certificate is revoked, the title stands",
       [](Story& s) { s.after = RevokeCertificate; },
       {"REQUIREMENT_UNMET"}},
      {"the certificate is revoked, the title is withdrawn",
       [](Story& s) {
         s.after = [](World& world) {
           RevokeCertificate(world);
           world.Record("2027-11-02", AwardWithdrawn{kEnrolment,
                                                     Version{decision_at.value + 1},
                                                     WithdrawalGround::kFraud,
                                                     Authority::kDirectorGeneral,
                                                     {"ACT-2"}});
         };
       },
       {}},
      {"an assumption is not settled",
       [](Story& s) { s.rules.assumptions.front().settlement.reset(); },
       {"ASSUMPTION_UNSETTLED"}},
      {"the registration had ended",
       [](Story& s) { s.rules.registration_end = Day("2027-10-19"); },
       {"AWARD_AFTER_WINDOW"}},
      {"the registration ends on the day",
       [](Story& s) { s.rules.registration_end = Day("2027-10-20"); },
       {}},
      {"the registration had ended, the delivery had not",
       [](Story& s) {
         s.rules.registration_end = Day("2026-08-31");
         s.rules.delivery_limit = Day("2027-10-20");
       },
       {}},
      {"the delivery had ended",
       [](Story& s) {
         s.rules.registration_end = Day("2026-08-31");
         s.rules.delivery_limit = Day("2027-10-19");
       },
       {"AWARD_AFTER_LIMIT"}},
      {"issued in spite of a finding",
       [](Story& s) { s.issued.overridden = {{"JURY_IRREGULAR"}}; },
       {"AWARD_DESPITE"}},
      {"admitted without English",
       [](Story& s) {
         s.awarded = false;
         s.before = VoidCertificate;
       },
       {"ADMITTED_UNMET"}},
      {"refused with everything met",
       [](Story& s) {
         Decide(s, FinalDecision::kRefused);
         s.after = [](World& world) { world.Record("2027-10-20", Notice()); };
       },
       {"MET_AND_REFUSED"}},
      {"deferred without English",
       [](Story& s) {
         Decide(s, FinalDecision::kDeferred);
         s.before = VoidCertificate;
         s.after = [](World& world) { world.Record("2027-10-20", Notice()); };
       },
       {}},
      {"English comes after the decision",
       [](Story& s) {
         Decide(s, FinalDecision::kDeferred);
         s.before = VoidCertificate;
         s.after = [](World& world) {
           world.Record("2027-10-20", Notice());
           world.Record("2027-11-15", Certificate("en", LanguageLevel::kB2));
         };
       },
       {"MET_SINCE_DECISION"}},
      {"no jury for half a year",
       [](Story& s) {
         s.jury_sits = false;
         s.on = "2028-06-30";
       },
       {"NEVER_PRESENTED"}},
      {"no jury for a few weeks",
       [](Story& s) {
         s.jury_sits = false;
         s.on = "2027-10-30";
       },
       {}},
      {"a jury is to sit",
       [](Story& s) {
         s.jury_sits = false;
         s.on = "2028-06-30";
         s.before = [](World& world) {
           JuryAppointed appointed = Appointed(RegularMembers());
           appointed.session_date = Day("2028-07-10");
           world.Convene("2028-06-01", appointed);
           world.Convene("2028-06-02", CandidateConvened{kLearner, kEnrolment});
         };
       },
       {}},
      {"a reserve that nobody lifted",
       [](Story& s) {
         Decide(s, FinalDecision::kConditional);
         s.decided.reserves = {{{"english"}, Day("2027-12-30"), Authority::kJury}};
         s.after = [](World& world) { world.Record("2027-10-20", Notice()); };
       },
       {"RESERVE_OVERDUE"}},
      {"a reserve on its last day",
       [](Story& s) {
         Decide(s, FinalDecision::kConditional);
         s.decided.reserves = {{{"english"}, Day("2027-12-31"), Authority::kJury}};
         s.after = [](World& world) { world.Record("2027-10-20", Notice()); };
       },
       {}},
      {"a refusal that was not notified",
       [](Story& s) {
         Decide(s, FinalDecision::kDeferred);
         s.before = VoidCertificate;
       },
       {"DECISION_NOT_NOTIFIED"}},
      {"a refusal of this month",
       [](Story& s) {
         Decide(s, FinalDecision::kDeferred);
         s.before = VoidCertificate;
         s.on = "2027-11-14";
       },
       {}},
      {"a refusal notified without the remedies",
       [](Story& s) {
         Decide(s, FinalDecision::kDeferred);
         s.before = VoidCertificate;
         s.after = [](World& world) { world.Record("2027-10-20", Notice(false)); };
       },
       {"NOTIFIED_WITHOUT_REMEDIES"}},

      // ---- Results
      {"a grade of before is recorded after",
       [](Story& s) {
         s.after = [](World& world) { world.Record("2027-10-01", Graded("BC01-EX1", "13", 2)); };
       },
       {"RESULT_AFTER_DECISION"}},
      {"a grade is corrected after",
       [](Story& s) {
         s.after = [](World& world) { world.Correct(Version{1}, Graded("BC01-EX1", "15")); };
       },
       {"RESULT_AFTER_DECISION"}},
      {"a grade is voided after",
       [](Story& s) {
         s.before = [](World& world) { world.Record("2027-10-01", Graded("BC01-EX1", "13", 2)); };
         s.after = [](World& world) { world.Void(Version{decision_at.value - 1}); };
       },
       {"RESULT_AFTER_DECISION"}},
      {"a grade is corrected before",
       [](Story& s) {
         s.before = [](World& world) { world.Correct(Version{1}, Graded("BC01-EX1", "15")); };
       },
       {}},
      {"a year without its grid",
       [](Story& s) { s.before = [](World& world) { world.Void(GridOf(world, 2025)); }; },
       {"GRID_MISSING", "REQUIREMENT_UNMET"}},
      {"a grid with one signature",
       [](Story& s) {
         s.before = [](World& world) {
           world.Correct(GridOf(world, 2025), Grid(2025, true, false));
         };
       },
       {"GRID_ONE_SIGNATURE", "REQUIREMENT_UNMET"}},
      {"signed by who was tutor no more",
       [](Story& s) {
         s.before = [](World& world) {
           world.Record("2025-06-29",
                        TutorEnded{kEnrolment, Person(kCompanyTutor), TutorRole::kCompany});
         };
       },
       {"GRID_TUTOR_NOT_IN_OFFICE"}},
      {"signed on the last day as tutor",
       [](Story& s) {
         s.before = [](World& world) {
           world.Record("2025-06-30",
                        TutorEnded{kEnrolment, Person(kCompanyTutor), TutorRole::kCompany});
         };
       },
       {}},
      {"a certificate of a body that is not accredited",
       [](Story& s) {
         s.before = [](World& world) {
           LanguageCertificateRecorded certificate = Certificate("en", LanguageLevel::kC1);
           certificate.body.text = "NOBODY";
           world.Record("2026-05-01", certificate);
         };
       },
       {"BODY_NOT_ACCREDITED"}},
      {"a grade recorded long after",
       [](Story& s) {
         s.before = [](World& world) {
           world.dossier.entries[1].recorded_date = Day("2025-09-14");
         };
       },
       {"ENTERED_LATE"}},
      {"a grade recorded 90 days after",
       [](Story& s) {
         s.before = [](World& world) {
           world.dossier.entries[1].recorded_date = Day("2025-09-13");
         };
       },
       {}},
  };
  return cases;
}

TEST(FindingsTest, EachCaseIsFoundAndNothingElse) {
  for (const Case& one : Cases()) {
    SCOPED_TRACE(one.name);
    Story story;
    one.bend(story);
    const World world = Tell(story);
    EXPECT_EQ(CodesOf(FindingsIn(world, story)), one.found);
  }
}

// The checks of the register as a whole have tests of their own, below.
TEST(FindingsTest, EveryCheckHasACase) {
  Codes found = {"RULES_ADOPTED_LATE",        "PLAN_ADOPTED_LATE",    "STATISTICS_CONTRADICTED",
                 "CERTIFICATE_NUMBER_SHARED", "SAME_PERSON_APPROVED", "SAME_ACCOUNT_APPROVED"};
  for (const Case& one : Cases()) found.insert(one.found.begin(), one.found.end());
  Codes known;
  for (const Check& check : Checks()) {
    EXPECT_TRUE(known.insert(std::string(check.info.code)).second) << check.info.code;
    EXPECT_EQ(FindCheck(check.info.code), &check);
  }
  EXPECT_EQ(found, known);
  EXPECT_EQ(FindCheck("JURY_BEARDS"), nullptr);
}

TEST(FindingsTest, SaysAllOfItselfInBothLanguages) {
  for (const Check& check : Checks()) {
    for (const Phrase& phrase :
         {check.info.label, check.info.source, check.info.reading, check.info.next}) {
      EXPECT_FALSE(phrase.en.empty() || phrase.fr.empty()) << check.info.code;
    }
    EXPECT_NE(check.info.label.en, check.info.label.fr) << check.info.code;
  }
}

// docs/reference/findings.md has one line for each check, in the order of the table.
TEST(FindingsTest, TheReferenceListsTheTable) {
  std::ifstream file(CARTULARY_SOURCE_DIR "/docs/reference/findings.md");
  std::vector<std::string> written;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("| `")) written.push_back(line);
  }
  std::vector<std::string> expected;
  for (const Check& check : Checks()) {
    const CheckInfo& info = check.info;
    expected.push_back("| `" + std::string(info.code) + "` | " +
                       std::string(ToName(info.severity)) + " | " + std::string(info.label.en) +
                       " (" + std::string(info.label.fr) + ") | " + std::string(info.source.en) +
                       " | " + std::string(info.reading.en) + " |");
  }
  EXPECT_EQ(written, expected);
}

TEST(FindingsTest, QuotesTheRuleAndNamesTheAssumptions) {
  Story story;
  Sit(story, {Member(kDirector, College::kAcademic), Member(10, College::kAcademic),
              Member(13, College::kAcademic), Member(11, College::kProfessional)});
  const World world = Tell(story);
  const auto findings = FindingsIn(world, story);
  ASSERT_EQ(findings.size(), 1u);
  const Finding& parity = findings.front();
  const Index decision = FindEntry(world.dossier, decision_at)->index;
  EXPECT_EQ(parity.id, "JURY_PARITY:" + std::to_string(decision.value));
  EXPECT_EQ(parity.requirement->id.text, "jury_training");
  EXPECT_EQ(std::ranges::count(parity.assumptions, AssumptionCode{"jury_parity"}), 1);
  EXPECT_EQ(parity.last_event(), decision);
  EXPECT_EQ(parity.evidence.size(), 2u);  // The appointment and the decision.
}

TEST(FindingsTest, NamesWhoIsConcerned) {
  Story story;
  story.without_signature = {Person(11), Person(12)};
  const auto findings = FindingsIn(Tell(story), story);
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings.front().persons, (std::vector{Person(11), Person(12)}));
}

// ---- The register as a whole

const CertificationCode kOther{"RNCP2"};

EditionPublished Edition(std::string_view adopted, std::optional<Date> teaching) {
  EditionPublished edition;
  edition.certification = kOther;
  edition.edition.text = "2027";
  edition.adopted = Day(adopted);
  edition.teaching_starts = teaching;
  return edition;
}

Codes OfCertification(const World& world, const Figures& figures = {},
                      const std::map<int, Cited>& awards = {}) {
  std::vector<Finding> all;
  RunChecks(
      CertificationScope{
          world.reference.Referential(kOther), {}, figures, awards, Day("2028-12-31")},
      [&](Finding finding) { all.push_back(std::move(finding)); });
  return CodesOf(all);
}

TEST(FindingsTest, FindsRulesAdoptedAfterTheFirstMonthOfTeaching) {
  const auto with = [](std::string_view adopted, std::optional<Date> teaching) {
    World world;
    world.Declare(kOther, "2027-09-01", Edition(adopted, teaching));
    return OfCertification(world);
  };
  EXPECT_EQ(with("2027-10-02", Day("2027-09-01")), (Codes{"RULES_ADOPTED_LATE"}));
  EXPECT_EQ(with("2027-10-01", Day("2027-09-01")), Codes{});
  EXPECT_EQ(with("2027-10-02", std::nullopt), Codes{});
}

TEST(FindingsTest, FindsAssessmentsPlannedAfterTheFirstMonthOfTheirYear) {
  const auto planned = [](std::string_view day, std::optional<AcademicYear> year) {
    World world;
    for (const char* plan : {"A", "B"}) {
      AssessmentPlanned fact = Planned(plan, "BC01");
      fact.certification = kOther;
      fact.academic_year = year;
      world.Declare(kOther, day, fact);
    }
    return OfCertification(world);
  };
  EXPECT_EQ(planned("2027-10-02", AcademicYear{2027}), (Codes{"PLAN_ADOPTED_LATE"}));
  EXPECT_EQ(planned("2027-10-01", AcademicYear{2027}), Codes{});
  EXPECT_EQ(planned("2027-10-02", std::nullopt), Codes{});
}

TEST(FindingsTest, FindsPublishedFiguresThatTheRegisterContradicts) {
  const auto published = [](std::optional<std::uint32_t> certified,
                            std::optional<std::uint32_t> by_vae, std::uint16_t year = 2027) {
    World world;
    StatisticsPublished fact;
    fact.certification = kOther;
    fact.year = year;
    fact.certified = certified;
    fact.by_vae = by_vae;
    world.Declare(kOther, "2028-01-15", fact);
    YearFigures figures;
    figures.certified = 12;
    figures.by_vae = 2;
    return OfCertification(world, {{2027, figures}}, {{2027, Cited{{}, {}, {9}}}});
  };
  EXPECT_EQ(published(12, 2), Codes{});
  EXPECT_EQ(published(13, 2), (Codes{"STATISTICS_CONTRADICTED"}));
  EXPECT_EQ(published(12, 0), (Codes{"STATISTICS_CONTRADICTED"}));
  EXPECT_EQ(published(std::nullopt, std::nullopt), Codes{});
  EXPECT_EQ(published(20, 0, 2019), Codes{});  // The register has no title of that year.
}

TEST(FindingsTest, FindsACertificateNumberOfTwoLearners) {
  const auto of = [](std::vector<Cited> certificates) {
    std::vector<Finding> all;
    RunChecks(SharedNumberScope{std::move(certificates)},
              [&](Finding finding) { all.push_back(std::move(finding)); });
    return all;
  };
  EXPECT_TRUE(of({Cited{{}, {}, {3}}}).empty());
  const auto shared = of({Cited{{}, {}, {30}}, Cited{{}, {}, {3}}});
  ASSERT_EQ(shared.size(), 1u);
  EXPECT_EQ(shared.front().id, "CERTIFICATE_NUMBER_SHARED:3");
}

TEST(FindingsTest, FindsOnePersonOrOneAccountOnBothSidesOfAnAct) {
  const auto of = [](std::optional<int> approver, std::uint32_t uid,
                     StreamKind kind = StreamKind::kLearner) {
    Event event;
    event.kind = kind;
    event.by.actor = {Person(1), ActorRole::kRegistrar, Assurance::kOsAccount, 1000};
    if (approver) {
      event.by.approver = {Person(*approver), ActorRole::kDirector, Assurance::kDeclared, uid};
    }
    std::vector<Finding> all;
    RunChecks(event, [&](Finding finding) { all.push_back(std::move(finding)); });
    return CodesOf(all);
  };
  EXPECT_EQ(of(std::nullopt, 0), Codes{});
  EXPECT_EQ(of(2, 1001), Codes{});
  EXPECT_EQ(of(2, 1000), (Codes{"SAME_ACCOUNT_APPROVED"}));
  EXPECT_EQ(of(1, 1000), (Codes{"SAME_PERSON_APPROVED"}));
  EXPECT_EQ(of(2, 1000, StreamKind::kAwardNumber), Codes{});  // Told of the title.
}

}  // namespace
}  // namespace cartulary
