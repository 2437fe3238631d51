// A career up to the award, told so that each check has something to find or to leave alone.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/findings/checks.h"
#include "core/rules/referential.h"
#include "tests/support/dossier_builder.h"
#include "tests/support/small_rules.h"

namespace cartulary::testing_support {

using Codes = std::set<std::string>;

// All as it should be until a case bends it.
struct Story {
  Story();

  Referential rules;
  std::string on = "2027-12-31";
  std::optional<Date> store_made;
  std::string appointed_on = "2027-09-01";
  std::string convened_on = "2027-09-10";
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

// Rules of which every assumption is settled.
Referential SettledRules();

// Writes down what the story says. `decision_at` is then where the decision was recorded.
World Tell(const Story& story);
extern Version decision_at;

// What the checks of an enrolment, a learner, the sessions and the institution find.
std::vector<Finding> FindingsIn(const World& world, const Story& story);

// Expects that every sentence is whole, in both languages, and rests on something.
Codes CodesOf(const std::vector<Finding>& findings);

// ---- What bends a story

void Sit(Story& story, std::vector<JuryMember> members);
void Decide(Story& story, FinalDecision decision);
DecisionNotified Notice(bool remedies = true);
void Notify(World& world);                           // On 2027-10-20, with the remedies.
inline constexpr std::uint64_t kCertificateAt = 12;  // Its version in the dossier.
void VoidCertificate(World& world);
void RevokeCertificate(World& world);
Version GridOf(const World& world, int year);

// One bend, what is found then, and what is nearly found: not for a day, a person or a digit.
struct Case {
  const char* name;
  std::function<void(Story&)> bend;
  Codes found;
  Codes nearly{};
};
const std::vector<Case>& JuryCases();    // jury_cases.cc: candidate by candidate, and of a session.
const std::vector<Case>& AwardCases();   // award_cases.cc
const std::vector<Case>& ResultCases();  // result_cases.cc
const std::vector<Case>& LaterCases();   // later_cases.cc: entered or undone afterwards.

// Of the register as a whole (register_cases.cc).
struct RegisterCase {
  const char* name;
  Codes given;  // What the checks found.
  Codes found;
  Codes nearly{};
};
std::vector<RegisterCase> RegisterCases();

}  // namespace cartulary::testing_support
