// What the checks find of results, certificates and waivers.
#include "tests/core/findings/story.h"

namespace cartulary::testing_support {
namespace {

void WaiveEnglish(World& world) {
  world.Record(
      "2027-09-20",
      WaiverGranted{
          kEnrolment, {"english"}, {"equivalent_stay"}, Authority::kProgrammeHead, {"ACT-3"}});
}

Version RecordOfNobody(World& world) {
  LanguageCertificateRecorded certificate = Certificate("en", LanguageLevel::kC1);
  certificate.body.text = "NOBODY";
  return world.Record("2026-05-01", certificate);
}

// The grade of 2025-06-15.
void EnterGrade(World& world, const char* day) {
  world.dossier.entries[1].recorded_date = Day(day);
}

}  // namespace

const std::vector<Case>& ResultCases() {
  static const std::vector<Case> cases = {
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
       {},
       {"RESULT_AFTER_DECISION"}},
      {"a grade of the day after",
       [](Story& s) {
         s.after = [](World& world) { world.Record("2027-10-16", Graded("BC01-EX1", "13", 2)); };
       },
       {},
       {"RESULT_AFTER_DECISION"}},
      {"a grade is voided from the day after the question on",
       [](Story& s) {
         s.before = [](World& world) { world.Record("2027-10-01", Graded("BC01-EX1", "13", 2)); };
         s.after = [](World& world) {
           world.Void(Version{decision_at.value - 1}, Day("2028-01-01"));
         };
       },
       {},
       {"RESULT_AFTER_DECISION"}},
      {"a year without its grid",
       [](Story& s) { s.before = [](World& world) { world.Void(GridOf(world, 2025)); }; },
       {"GRID_MISSING", "REQUIREMENT_UNMET"}},
      {"a year without its grid, that the next one repeats",
       [](Story& s) {
         s.before = [](World& world) {
           world.Void(GridOf(world, 2025));
           AnnualRegistrationRecorded again;
           again.enrolment = kEnrolment;
           again.academic_year = {2026};
           again.year_of_study = 2;
           again.repeating = true;
           world.Record("2026-09-01", again);
         };
       },
       {"REQUIREMENT_UNMET"},
       {"GRID_MISSING"}},
      {"the last year without its grid, on the day after it",
       [](Story& s) {
         s.jury_sits = false;
         s.on = "2027-09-01";
         s.before = [](World& world) { world.Void(GridOf(world, 2026)); };
       },
       {"GRID_MISSING"}},
      {"the last year without its grid, on its last day",
       [](Story& s) {
         s.jury_sits = false;
         s.on = "2027-08-31";
         s.before = [](World& world) { world.Void(GridOf(world, 2026)); };
       },
       {},
       {"GRID_MISSING"}},
      {"a grid with one signature",
       [](Story& s) {
         s.before = [](World& world) {
           world.Correct(GridOf(world, 2025), Grid(2025, true, false));
         };
       },
       {"GRID_ONE_SIGNATURE", "REQUIREMENT_UNMET"}},
      {"two grids of the year with one signature each",
       [](Story& s) {
         s.before = [](World& world) {
           world.Correct(GridOf(world, 2025), Grid(2025, true, false));
           world.Record("2026-06-30", Grid(2025, false, true));
         };
       },
       {"GRID_ONE_SIGNATURE", "REQUIREMENT_UNMET"}},
      {"a grid with one signature, and another with both",
       [](Story& s) {
         s.before = [](World& world) { world.Record("2026-06-15", Grid(2025, true, false)); };
       },
       {},
       {"GRID_ONE_SIGNATURE"}},
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
       {},
       {"GRID_TUTOR_NOT_IN_OFFICE"}},
      {"a certificate of a body that is not accredited",
       [](Story& s) { s.before = [](World& world) { RecordOfNobody(world); }; },
       {"BODY_NOT_ACCREDITED"}},
      {"a certificate of a body that is accredited from the next day",
       [](Story& s) {
         s.before = [](World& world) {
           RecordOfNobody(world);
           world.Establish("2026-05-02", BodyAccredited{{"NOBODY"}, {"en"}, {}, {}});
         };
       },
       {"BODY_NOT_ACCREDITED"}},
      {"a certificate of a body that is accredited from that day",
       [](Story& s) {
         s.before = [](World& world) {
           RecordOfNobody(world);
           world.Establish("2026-05-01", BodyAccredited{{"NOBODY"}, {"en"}, {}, {}});
         };
       },
       {},
       {"BODY_NOT_ACCREDITED"}},
      {"a certificate of a body that is not accredited, revoked",
       [](Story& s) {
         s.before = [](World& world) {
           const Version certificate = RecordOfNobody(world);
           world.Record("2027-01-10", LanguageCertificateRevoked{
                                          certificate, CorrectionGround::kAnnulledByIssuer});
         };
       },
       {},
       {"BODY_NOT_ACCREDITED"}},
      {"English waived by who may not",
       [](Story& s) {
         s.rules.requirements.at({"english"}).waivable_by = {Authority::kDirectorGeneral};
         s.before = WaiveEnglish;
       },
       {"WAIVER_NOT_PROVIDED"}},
      {"English waived by who may",
       [](Story& s) {
         s.rules.requirements.at({"english"}).waivable_by = {Authority::kDirectorGeneral,
                                                             Authority::kProgrammeHead};
         s.before = WaiveEnglish;
       },
       {},
       {"WAIVER_NOT_PROVIDED"}},
      {"a grade recorded 91 days after",
       [](Story& s) { s.before = [](World& world) { EnterGrade(world, "2025-09-14"); }; },
       {"ENTERED_LATE"}},
      {"a grade recorded 90 days after",
       [](Story& s) { s.before = [](World& world) { EnterGrade(world, "2025-09-13"); }; },
       {},
       {"ENTERED_LATE"}},
      {"a tutor recorded long after",
       [](Story& s) {
         s.before = [](World& world) {
           world.dossier.entries.back().recorded_date = Day("2025-06-30");
         };
       },
       {"ENTERED_LATE"}},
      {"a certificate recorded long after",
       [](Story& s) {
         s.before = [](World& world) {
           world.dossier.entries[kCertificateAt].recorded_date = Day("2027-06-30");
         };
       },
       {},
       {"ENTERED_LATE"}},
      {"a grade of before the register",
       [](Story& s) {
         s.before = [](World& world) {
           EnterGrade(world, "2027-06-30");
           world.dossier.entries[1].entry = EntryMode::kHistorical;
         };
       },
       {},
       {"ENTERED_LATE"}},
  };
  return cases;
}

}  // namespace cartulary::testing_support
