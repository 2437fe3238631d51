// What the checks find of a jury: candidate by candidate, and of the session as a whole.
#include "tests/core/findings/story.h"

namespace cartulary::testing_support {
namespace {

using enum College;

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

void ChairByRepresentative(Story& s, const char* from) {
  s.decided.chair = Person(10);
  s.minutes.signed_by = {Person(10)};
  s.before = [from](World& world) {
    world.Establish(
        from, DelegationGranted{
                  Person(kDirector), Person(10), DelegationKind::kRepresentation, {}, {}, {}, {}});
  };
}

std::vector<JuryMember> With(std::vector<JuryMember> members, std::vector<JuryMember> more) {
  members.insert(members.end(), more.begin(), more.end());
  return members;
}

// One of each college beside the regular ones.
std::vector<JuryMember> TwoMore() { return {Member(13, kAcademic), Member(14, kProfessional)}; }

TutorAssigned Tutor(int person, TutorRole role) { return {kEnrolment, Person(person), role, {}}; }

std::vector<Case> Members() {
  return {
      {"appointed after the decision",
       [](Story& s) { s.appointed_on = "2027-11-01"; },
       {"JURY_NOT_APPOINTED", "JURY_APPOINTED_LATE", "REQUIREMENT_UNMET"}},
      {"appointed on the day of the decision",
       [](Story& s) { s.appointed_on = "2027-10-15"; },
       {},
       {"JURY_NOT_APPOINTED", "JURY_APPOINTED_LATE"}},
      {"a jury of VAE",
       [](Story& s) { s.appointed.kind = JuryKind::kVae; },
       {"JURY_OTHER_KIND", "REQUIREMENT_UNMET"}},
      {"a route for which the same jury decides",
       [](Story& s) {
         s.before = [](World& world) {
           world.Record("2027-09-01", RouteChanged{kEnrolment, Route::kProfessionalContract, {}});
         };
       },
       {},
       {"JURY_OTHER_KIND"}},
      {"a route for which another jury decides, from the day after",
       [](Story& s) {
         Decide(s, FinalDecision::kDeferred);
         s.before = VoidCertificate;
         s.after = [](World& world) {
           Notify(world);
           world.Record("2027-10-16", RouteChanged{kEnrolment, Route::kVae, {}});
         };
       },
       {},
       {"JURY_OTHER_KIND"}},
      {"a stranger deliberates",
       [](Story& s) { s.decided.deliberated.push_back(Person(50)); },
       {"JURY_STRANGER", "REQUIREMENT_UNMET"}},
      {"members added before the day deliberate",
       [](Story& s) {
         s.decided.deliberated = PersonsOf(With(RegularMembers(), TwoMore()));
         s.before = [](World& world) {
           world.Convene("2027-10-14", JuryAmended{{}, TwoMore(), {}, {"absence"}, {}});
         };
       },
       {},
       {"JURY_STRANGER"}},
      {"two members",
       [](Story& s) {
         Sit(s, {Member(kDirector, kAcademic), Member(11, kProfessional)});
       },
       {"JURY_SIZE", "REQUIREMENT_UNMET"}},
      {"as few as the rules ask, as many of each college",
       [](Story& s) { Sit(s, RegularMembers()); },
       {},
       {"JURY_SIZE", "JURY_PARITY"}},
      {"three academics, one professional",
       [](Story& s) {
         Sit(s, {Member(kDirector, kAcademic), Member(10, kAcademic), Member(13, kAcademic),
                 Member(11, kProfessional)});
       },
       {"JURY_PARITY", "REQUIREMENT_UNMET"}},
      {"fewer professionals than the rules ask",
       [](Story& s) {
         Rule<Jury>(s.rules, "jury_training").at_least = {
             {kProfessional, testing_support::Said(3)}};
       },
       {"JURY_COLLEGE", "REQUIREMENT_UNMET"}},
      {"as many professionals as the rules ask",
       [](Story& s) {
         Rule<Jury>(s.rules, "jury_training").at_least = {
             {kProfessional, testing_support::Said(2)}};
       },
       {},
       {"JURY_COLLEGE"}},
      {"a share of professionals below what the rules ask",
       [](Story& s) {
         Rule<Jury>(s.rules, "jury_training").min_share =
             CollegeShare{kProfessional, testing_support::Said(Fraction{2, 3})};
       },
       {"JURY_SHARE", "REQUIREMENT_UNMET"}},
      {"a share just reached",
       [](Story& s) {
         Rule<Jury>(s.rules, "jury_training").min_share =
             CollegeShare{kProfessional, testing_support::Said(Fraction{1, 2})};
       },
       {},
       {"JURY_SHARE"}},
      {"an academic who does not teach in the programme",
       [](Story& s) { s.appointed.members[1].capacity = MemberCapacity::kOtherTeacher; },
       {"JURY_CAPACITY", "REQUIREMENT_UNMET"}},
      {"a professional who does not teach in the programme",
       [](Story& s) { s.appointed.members[2].capacity = MemberCapacity::kOtherTeacher; },
       {},
       {"JURY_CAPACITY"}},
      {"chaired by who has no office",
       [](Story& s) {
         s.decided.chair = Person(10);
         s.minutes.signed_by = {Person(10)};
       },
       {"JURY_CHAIR", "REQUIREMENT_UNMET"}},
      {"chaired by who represents the director from the next day",
       [](Story& s) { ChairByRepresentative(s, "2027-10-16"); },
       {"JURY_CHAIR", "REQUIREMENT_UNMET"}},
      {"chaired by a representative, who signs the minutes",
       [](Story& s) { ChairByRepresentative(s, "2027-10-15"); },
       {},
       {"JURY_CHAIR", "MINUTES_UNSIGNED"}},
      {"a member sits in spite of a recusal",
       [](Story& s) {
         s.before = [](World& world) {
           world.Convene("2027-10-01", RecusalRecorded{Person(12), kLearner});
         };
       },
       {"RECUSED_DELIBERATED", "JURY_SIZE", "JURY_PARITY", "REQUIREMENT_UNMET"}},
      {"a recusal for another candidate",
       [](Story& s) {
         s.before = [](World& world) {
           world.Convene("2027-10-01", RecusalRecorded{Person(12), IdNumber<LearnerId>(5)});
         };
       },
       {},
       {"RECUSED_DELIBERATED"}},
      {"the companion of the VAE sits",
       [](Story& s) {
         s.before = [](World& world) {
           world.Record("2026-01-01", Tutor(12, TutorRole::kVaeCompanion));
         };
       },
       {"COMPANION_DELIBERATED"}},
      {"a companion of the VAE who came after the decision",
       [](Story& s) {
         s.after = [](World& world) {
           world.Record("2027-10-16", Tutor(12, TutorRole::kVaeCompanion));
         };
       },
       {},
       {"COMPANION_DELIBERATED"}},
      {"a former tutor sits",
       [](Story& s) {
         s.before = [](World& world) {
           world.Record("2024-10-01", Tutor(10, TutorRole::kAcademic));
           world.Record("2025-10-01", TutorEnded{kEnrolment, Person(10), TutorRole::kAcademic});
         };
       },
       {"TUTOR_DELIBERATED"}},
      {"a tutor who came after the decision",
       [](Story& s) {
         s.after = [](World& world) {
           world.Record("2027-10-16", Tutor(10, TutorRole::kAcademic));
         };
       },
       {},
       {"TUTOR_DELIBERATED"}},
      {"an assessor sits",
       [](Story& s) {
         s.before = [](World& world) {
           MobilityReportAssessed report = MobilityReport();
           report.assessors = {Person(11)};
           world.Record("2027-01-15", report);
         };
       },
       {"ASSESSOR_DELIBERATED"}},
      {"an assessor of after the decision",
       [](Story& s) {
         s.after = [](World& world) {
           MobilityReportAssessed report = MobilityReport();
           report.assessors = {Person(11)};
           world.Record("2027-10-16", report);
         };
       },
       {},
       {"ASSESSOR_DELIBERATED"}},
      {"decided on without being convened",
       [](Story& s) { s.convened = false; },
       {"DECIDED_UNCONVENED"}},
      {"convened on the day itself",
       [](Story& s) { s.convened_on = "2027-10-15"; },
       {},
       {"DECIDED_UNCONVENED"}},
  };
}

std::vector<Case> Minutes() {
  return {
      {"minutes without the decision",
       [](Story& s) { s.minuted = false; },
       {"MINUTES_LACK_DECISION"}},
      {"other minutes contain the decision",
       [](Story& s) {
         s.minuted = false;
         s.after = [minutes = s.minutes](World& world) mutable {
           minutes.decisions = {{kLearner, decision_at, {}}};
           world.Convene("2027-10-17", minutes);
         };
       },
       {"SESSION_REOPENED"},
       {"MINUTES_LACK_DECISION"}},
      {"the decision is corrected after the minutes",
       [](Story& s) {
         s.after = [decided = s.decided](World& world) { world.Correct(decision_at, decided); };
       },
       {"MINUTES_DIFFER", "SESSION_REOPENED"}},
      {"the decision is corrected, then minuted",
       [](Story& s) {
         s.minutes_sealed = false;
         s.after = [decided = s.decided, minutes = s.minutes](World& world) mutable {
           minutes.decisions = {{kLearner, world.Correct(decision_at, decided), {}}};
           world.Convene("2027-10-16", minutes);
         };
       },
       {},
       {"MINUTES_DIFFER"}},
      {"the decision is voided from the day after the question on",
       [](Story& s) { s.after = [](World& world) { world.Void(decision_at, Day("2028-01-01")); }; },
       {},
       {"MINUTES_DIFFER"}},
      {"no minutes", [](Story& s) { s.minutes_sealed = false; }, {"MINUTES_ABSENT"}},
      {"no minutes of a session that decided nothing",
       [](Story& s) {
         s.jury_sits = false;
         s.on = "2027-10-30";
         s.before = [appointed = s.appointed](World& world) {
           world.Convene("2027-09-01", appointed);
         };
       },
       {},
       {"MINUTES_ABSENT"}},
      {"minutes that the chair did not sign",
       [](Story& s) { s.minutes.signed_by = {Person(10)}; },
       {"MINUTES_UNSIGNED"}},
      {"minutes that nobody signed",
       [](Story& s) { s.minutes.signed_by.clear(); },
       {"MINUTES_UNSIGNED"}},
      {"minutes that who was to chair signed, and who did not",
       [](Story& s) {
         ChairByRepresentative(s, "2027-10-15");
         s.minutes.signed_by = {Person(kDirector)};
       },
       {"MINUTES_UNSIGNED"}},
  };
}

std::vector<Case> Sessions() {
  return {
      {"appointed by who has no power",
       [](Story& s) { s.appointed.appointed_by = Person(99); },
       {"JURY_POWER"}},
      {"appointed by a delegation that had expired",
       [](Story& s) { AppointByDelegate(s, "2027-08-31"); },
       {"JURY_POWER"}},
      {"appointed by a delegation on its last day",
       [](Story& s) { AppointByDelegate(s, "2027-09-01"); },
       {},
       {"JURY_POWER"}},
      {"appointed the day after the assessments began",
       [](Story& s) { s.appointed.reference_session = Day("2027-08-31"); },
       {"JURY_APPOINTED_LATE"}},
      {"appointed on the day on which they began",
       [](Story& s) { s.appointed.reference_session = Day("2027-09-01"); },
       {},
       {"JURY_APPOINTED_LATE"}},
      {"amended on the day on which the assessments began",
       [](Story& s) {
         s.appointed.reference_session = Day("2027-10-01");
         s.before = [](World& world) {
           world.Convene("2027-10-01", JuryAmended{{}, {}, {}, {"absence"}, {}});
         };
       },
       {"JURY_AMENDED_LATE"}},
      {"amended the day before the assessments began",
       [](Story& s) {
         s.appointed.reference_session = Day("2027-10-02");
         s.before = [](World& world) {
           world.Convene("2027-10-01", JuryAmended{{}, {}, {}, {"absence"}, {}});
         };
       },
       {},
       {"JURY_AMENDED_LATE"}},
      {"no line on the attendance list",
       [](Story& s) { s.without_line = {Person(11)}; },
       {"ATTENDANCE_MISSING"}},
      {"no line of members who did not deliberate",
       [](Story& s) { s.appointed.members = With(RegularMembers(), TwoMore()); },
       {},
       {"ATTENDANCE_MISSING"}},
      {"a line without signature",
       [](Story& s) { s.without_signature = {Person(11)}; },
       {"ATTENDANCE_UNSIGNED"}},
      {"a line without signature, and another with it",
       [](Story& s) {
         s.before = [](World& world) {
           world.Convene("2027-10-15",
                         AttendanceSigned{Person(11), {}, {}, SignatureMethod::kMissing});
         };
       },
       {"ATTENDANCE_UNSIGNED"}},
      {"a line without signature of somebody who did not deliberate",
       [](Story& s) {
         s.appointed.members = With(RegularMembers(), TwoMore());
         const PersonId other = s.appointed.members.back().person;
         s.before = [other](World& world) {
           world.Convene("2027-10-15", AttendanceSigned{other, {}, {}, SignatureMethod::kMissing});
         };
       },
       {},
       {"ATTENDANCE_UNSIGNED"}},
      {"minutes recorded 91 days after",
       [](Story& s) {
         s.after = [](World& world) {
           world.jury().entries.back().recorded_date = Day("2028-01-15");
         };
       },
       {"SESSION_ENTERED_LATE"}},
      {"minutes recorded 90 days after",
       [](Story& s) {
         s.after = [](World& world) {
           world.jury().entries.back().recorded_date = Day("2028-01-14");
         };
       },
       {},
       {"SESSION_ENTERED_LATE"}},
  };
}

}  // namespace

const std::vector<Case>& JuryCases() {
  static const std::vector<Case> cases = [] {
    std::vector<Case> all = Members();
    for (std::vector<Case> more : {Minutes(), Sessions()}) {
      all.insert(all.end(), more.begin(), more.end());
    }
    return all;
  }();
  return cases;
}

}  // namespace cartulary::testing_support
