// What the checks find of decisions and titles.
#include "tests/core/findings/story.h"

namespace cartulary::testing_support {
namespace {

void Withdraw(World& world, const char* day) {
  world.Record(day, AwardWithdrawn{kEnrolment,
                                   Version{decision_at.value + 1},
                                   WithdrawalGround::kFraud,
                                   Authority::kDirectorGeneral,
                                   {"ACT-2"}});
}

void AdmitSubjectToEnglish(Story& s, const char* deadline) {
  s.decided.decision = FinalDecision::kConditional;
  s.decided.reserves = {{{"english"}, Day(deadline), Authority::kJury}};
}

// Of another session, which has not sat.
void ConveneAnew(World& world, const char* session_date) {
  JuryAppointed appointed = Appointed(RegularMembers());
  appointed.session_date = Day(session_date);
  world.Convene("2027-12-01", appointed, IdNumber<JuryId>(8));
  world.Convene("2027-12-02", CandidateConvened{kLearner, kEnrolment}, IdNumber<JuryId>(8));
}

std::vector<Case> Titles() {
  return {
      {"the decision is annulled, the title stands",
       [](Story& s) {
         s.after = [](World& world) {
           world.Record("2027-11-01", JuryDecisionAnnulled{
                                          kEnrolment, decision_at, Authority::kCourt, {"ACT-1"}});
         };
       },
       {"AWARD_WITHOUT_DECISION"}},
      {"the reserve of the decision is not lifted",
       [](Story& s) { AdmitSubjectToEnglish(s, "2028-12-31"); },
       {"AWARD_WITHOUT_DECISION"}},
      {"the reserve of the decision is lifted",
       [](Story& s) {
         AdmitSubjectToEnglish(s, "2028-12-31");
         s.after = [](World& world) {
           world.Record("2027-10-18",
                        ReserveLifted{kEnrolment, decision_at, {"english"}, Authority::kJury, {}});
         };
       },
       {},
       {"AWARD_WITHOUT_DECISION", "DECISION_NOT_NOTIFIED"}},
      {"the certificate is revoked, the title stands",
       [](Story& s) { s.after = RevokeCertificate; },
       {"REQUIREMENT_UNMET"}},
      {"the certificate is revoked, another holds",
       [](Story& s) {
         s.before = [](World& world) {
           world.Record("2027-05-01", Certificate("en", LanguageLevel::kB2));
         };
         s.after = RevokeCertificate;
       },
       {},
       {"REQUIREMENT_UNMET"}},
      {"the certificate is revoked, the title is withdrawn",
       [](Story& s) {
         s.after = [](World& world) {
           RevokeCertificate(world);
           Withdraw(world, "2027-11-02");
         };
       },
       {},
       {"REQUIREMENT_UNMET"}},
      {"the certificate is revoked the day after the question",
       [](Story& s) {
         s.on = "2027-10-31";
         s.after = RevokeCertificate;
       },
       {},
       {"REQUIREMENT_UNMET"}},
      {"an assumption is not settled",
       [](Story& s) { s.rules.assumptions.front().settlement.reset(); },
       {"ASSUMPTION_UNSETTLED"}},
      {"an assumption is not settled, and nothing leans on it",
       [](Story& s) {
         Assumption idle;
         idle.id.text = "idle";
         s.rules.assumptions.push_back(idle);
       },
       {},
       {"ASSUMPTION_UNSETTLED"}},
      {"the registration had ended",
       [](Story& s) { s.rules.registration_end = Day("2027-10-19"); },
       {"AWARD_AFTER_WINDOW"}},
      {"the registration ends on the day",
       [](Story& s) { s.rules.registration_end = Day("2027-10-20"); },
       {},
       {"AWARD_AFTER_WINDOW"}},
      {"the registration had ended, the delivery ends on the day",
       [](Story& s) {
         s.rules.registration_end = Day("2026-08-31");
         s.rules.delivery_limit = Day("2027-10-20");
       },
       {},
       {"AWARD_AFTER_LIMIT", "AWARD_AFTER_WINDOW"}},
      {"the delivery had ended",
       [](Story& s) {
         s.rules.registration_end = Day("2026-08-31");
         s.rules.delivery_limit = Day("2027-10-19");
       },
       {"AWARD_AFTER_LIMIT"}},
      {"issued in spite of a finding",
       [](Story& s) { s.issued.overridden = {{"JURY_IRREGULAR"}}; },
       {"AWARD_DESPITE"}},
      {"issued in spite of a finding, and withdrawn",
       [](Story& s) {
         s.issued.overridden = {{"JURY_IRREGULAR"}};
         s.after = [](World& world) { Withdraw(world, "2027-12-31"); };
       },
       {},
       {"AWARD_DESPITE"}},
  };
}

std::vector<Case> Decisions() {
  return {
      {"admitted without English",
       [](Story& s) {
         s.awarded = false;
         s.before = VoidCertificate;
       },
       {"ADMITTED_UNMET"}},
      {"admitted, and no title yet", [](Story& s) { s.awarded = false; }, {}, {"ADMITTED_UNMET"}},
      {"refused with everything met",
       [](Story& s) {
         Decide(s, FinalDecision::kRefused);
         s.after = Notify;
       },
       {"MET_AND_REFUSED"}},
      {"deferred without English",
       [](Story& s) {
         Decide(s, FinalDecision::kDeferred);
         s.before = VoidCertificate;
         s.after = Notify;
       },
       {},
       {"MET_AND_REFUSED", "MET_SINCE_DECISION"}},
      {"English comes after the decision",
       [](Story& s) {
         Decide(s, FinalDecision::kDeferred);
         s.before = VoidCertificate;
         s.after = [](World& world) {
           Notify(world);
           world.Record("2027-11-15", Certificate("en", LanguageLevel::kB2));
         };
       },
       {"MET_SINCE_DECISION"}},
      {"English comes after the decision, and a jury is to sit",
       [](Story& s) {
         Decide(s, FinalDecision::kDeferred);
         s.before = VoidCertificate;
         s.after = [](World& world) {
           Notify(world);
           world.Record("2027-11-15", Certificate("en", LanguageLevel::kB2));
           ConveneAnew(world, "2027-12-31");
         };
       },
       {},
       {"MET_SINCE_DECISION"}},
      {"no jury for 181 days",
       [](Story& s) {
         s.jury_sits = false;
         s.on = "2028-03-14";
       },
       {"NEVER_PRESENTED"}},
      {"no jury for 180 days",
       [](Story& s) {
         s.jury_sits = false;
         s.on = "2028-03-13";
       },
       {},
       {"NEVER_PRESENTED"}},
      {"a jury is to sit that day",
       [](Story& s) {
         s.jury_sits = false;
         s.on = "2028-06-30";
         s.before = [](World& world) { ConveneAnew(world, "2028-06-30"); };
       },
       {},
       {"NEVER_PRESENTED"}},
      {"a jury was to sit the day before, and did not decide",
       [](Story& s) {
         s.jury_sits = false;
         s.on = "2028-06-30";
         s.before = [](World& world) { ConveneAnew(world, "2028-06-29"); };
       },
       {"NEVER_PRESENTED"}},
      {"a reserve that nobody lifted",
       [](Story& s) {
         s.awarded = false;
         AdmitSubjectToEnglish(s, "2027-12-30");
         s.after = Notify;
       },
       {"RESERVE_OVERDUE"}},
      {"a reserve on its last day",
       [](Story& s) {
         s.awarded = false;
         AdmitSubjectToEnglish(s, "2027-12-31");
         s.after = Notify;
       },
       {},
       {"RESERVE_OVERDUE"}},
      {"a refusal that was not notified for 31 days",
       [](Story& s) {
         Decide(s, FinalDecision::kDeferred);
         s.before = VoidCertificate;
         s.on = "2027-11-15";
       },
       {"DECISION_NOT_NOTIFIED"}},
      {"a refusal that was not notified for 30 days",
       [](Story& s) {
         Decide(s, FinalDecision::kDeferred);
         s.before = VoidCertificate;
         s.on = "2027-11-14";
       },
       {},
       {"DECISION_NOT_NOTIFIED"}},
      {"a refusal notified without the remedies",
       [](Story& s) {
         Decide(s, FinalDecision::kDeferred);
         s.before = VoidCertificate;
         s.after = [](World& world) { world.Record("2027-10-20", Notice(false)); };
       },
       {"NOTIFIED_WITHOUT_REMEDIES"}},
      {"a refusal notified again, with the remedies",
       [](Story& s) {
         Decide(s, FinalDecision::kDeferred);
         s.before = VoidCertificate;
         s.after = [](World& world) {
           world.Record("2027-10-20", Notice(false));
           world.Record("2027-12-31", Notice());
         };
       },
       {},
       {"NOTIFIED_WITHOUT_REMEDIES"}},
  };
}

}  // namespace

const std::vector<Case>& AwardCases() {
  static const std::vector<Case> cases = [] {
    std::vector<Case> all = Titles();
    const std::vector<Case> more = Decisions();
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }();
  return cases;
}

}  // namespace cartulary::testing_support
