#include "tests/core/findings/story.h"

#include <gtest/gtest.h>

#include <map>
#include <utility>

#include "core/evaluate/evaluate.h"

namespace cartulary::testing_support {

Version decision_at;

Story::Story() : rules(SettledRules()) {
  decided = Decided(FinalDecision::kAdmitted);
  appointed = Appointed(RegularMembers());
  issued.enrolment = kEnrolment;
  issued.number.text = "T-1";
  issued.certification = kCertification;
  issued.revision = 1;
  issued.authority = Authority::kDirectorGeneral;
  minutes.signed_by = {Person(kDirector)};
}

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
    world.Convene(story.convened_on, CandidateConvened{kLearner, kEnrolment});
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
  scope.store_made = story.store_made;
  for (const auto& [id, jury] : world.reference.juries) scope.sessions.push_back(&jury);
  RunChecks(scope, take);
  const FoldedStream& institution = world.reference.institution;
  RunChecks(LearnerScope{world.dossier, institution, on, story.store_made}, take);
  LateGrounds grounds;
  AddLateGrounds(grounds, scope);
  std::map<JuryId, Deliberations> deliberations;
  AddDeliberations(deliberations, world.dossier, on, story.store_made);
  for (const auto& [id, jury] : world.reference.juries) {
    const auto session = SessionOn(jury, on);
    if (!session) continue;
    const SessionScope of_session{jury, institution,     *session, deliberations[id],
                                  on,   story.store_made};
    AddLateGrounds(grounds, of_session);
    RunChecks(of_session, take);
  }
  RunChecks(InstitutionScope{institution, grounds, on, story.store_made}, take);
  return all;
}

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

DecisionNotified Notice(bool remedies) {
  return {kEnrolment, decision_at, NotificationMeans::kLetter, remedies};
}

void Notify(World& world) { world.Record("2027-10-20", Notice()); }

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

}  // namespace cartulary::testing_support
