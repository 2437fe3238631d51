// Rules with the shape of the RNCP39304 record and two competencies a block, made by hand: tests of
// Evaluate can bend any parameter without a rule file.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/check.h"
#include "core/rules/referential.h"
#include "tests/support/dossier_builder.h"

namespace cartulary::testing_support {

template <typename T>
Param<T> Assumed(T value, std::string assumption) {
  return {std::move(value), AssumptionCode{std::move(assumption)}};
}
template <typename T>
Param<T> Said(T value) {
  return {std::move(value), std::nullopt};
}

inline std::vector<RequirementCode> Ids(std::initializer_list<const char*> names) {
  std::vector<RequirementCode> ids;
  for (const char* name : names) ids.push_back({name});
  return ids;
}

inline Requirement& Require(Referential& rules, std::string id, Node node,
                            std::vector<Route> routes = {}) {
  Requirement& requirement = rules.requirements[RequirementCode{id}];
  requirement.id.text = std::move(id);
  requirement.node = std::move(node);
  requirement.routes = std::move(routes);
  return requirement;
}

inline WeightedAverage AverageRule() {
  return {Assumed(Decimal::Of(10), "pass_mark"),
          Assumed(Decimal::Of(7), "floor_mark"),
          Assumed(Compensation::kWithinBlock, "compensation"),
          Assumed(MissingResult::kPending, "missing_result"),
          Assumed(JustifiedAbsence::kNeutral, "justified_absence"),
          Assumed(Penalty::kZero, "unjustified_absence"),
          Assumed(Penalty::kFail, "fraud"),
          Assumed(ResitPolicy::kBest, "resit"),
          Assumed(Rounding::kExact, "rounding"),
          Said(true)};
}

inline Mobility MobilityRule() {
  return {Said(12),
          Assumed(7, "week_days"),
          Assumed(true, "end_day"),
          Assumed(StaySum::kAll, "mobility_sum"),
          Assumed(true, "overlap"),
          Said(true),
          {"FR"},
          Assumed(ShortenedStay::kDaysDone, "interrupted_stay"),
          Assumed(ShortenedStay::kNotCounted, "force_majeure_stay")};
}

inline LanguageCertificate LanguageRule() {
  return {{"en"},
          Said(LanguageLevel::kB2),
          Said(true),
          Assumed(AccreditedOn::kTestDate, "accredited_on"),
          Assumed(true, "score_tables"),
          Assumed(true, "stated_level"),
          std::nullopt};
}

inline Jury AwardJuryRule() {
  return {JuryKind::kAward,
          {Office::kDirectorGeneral},
          Said(true),
          Said(4),
          Assumed(Parity::kStrict, "jury_parity"),
          {},
          std::nullopt,
          {MemberCapacity::kProgrammeTeacher},
          Assumed(ChairCountsAs::kByDeclaration, "chair_counts_as"),
          Assumed(JuryCount::kDeliberating, "jury_count")};
}

inline Jury VaeJuryRule() {
  Jury rule = AwardJuryRule();
  rule.jury = JuryKind::kVae;
  rule.chair = {Office::kCampusDirector};
  rule.min_members = Said(2);
  rule.parity = Said(Parity::kNone);
  rule.at_least = {{College::kProfessional, Said(2)}};
  rule.min_share = CollegeShare{College::kProfessional, Said(Fraction{1, 4})};
  return rule;
}

inline Defence DefenceRule(DefenceKind kind) {
  return {kind, {College::kProfessional, College::kAcademic}, Assumed(1, "panel_each")};
}

inline Block SmallBlock(const std::string& id) {
  Block block;
  block.id.text = id;
  block.competencies = {{{id + "-C01"}, ""}, {{id + "-C02"}, ""}};
  return block;
}

inline Referential SmallRules() {
  using enum Route;
  const std::vector<Route> taught = {kApprenticeship, kContinuingEducation, kProfessionalContract};
  const std::vector<Route> alternance = {kApprenticeship, kProfessionalContract};
  Referential rules;
  rules.certification = kCertification;
  rules.edition.code = kEdition;
  rules.blocks = {SmallBlock("BC01"), SmallBlock("BC02"), SmallBlock("BC03")};
  for (const Route route : taught) {
    rules.routes.push_back({route, true, Reading::kRead, JuryKind::kAward, ""});
  }
  rules.routes.push_back({kVae, true, Reading::kRead, JuryKind::kVae, ""});
  rules.routes.push_back({kStudent, false, Reading::kInferred, std::nullopt, ""});
  rules.root.text = "award";
  Require(rules, "award",
          AllOf{Ids({"entry", "entry_level", "blocks", "reports", "company_defence", "english",
                     "mobility", "vae", "jury", "decision"})});
  Require(rules, "entry", EntryWindow{std::nullopt, Day("2026-08-31"), {}});
  Require(rules, "entry_level", EntryWindow{std::nullopt, std::nullopt, {5, 6}}, taught);
  Require(rules, "blocks", EachBlock{{"block"}, {}});
  Require(rules, "block", AnyOf{Ids({"taught_block", "vae_block", "equivalence"})})
      .jury_discretion = true;
  Require(rules, "taught_block", AllOf{Ids({"average", "acquired", "grid"})}, taught);
  Require(rules, "average", AverageRule());
  Require(rules, "acquired",
          AcquiredScale{Assumed(AcquiredLevel::kAcquired, "acquired_level"),
                        Assumed(0, "partly_tolerated"), Assumed(ResitPolicy::kBest, "resit")})
      .assumption = AssumptionCode{"acquired_level"};
  Require(rules, "grid",
          TutorGrid{Assumed(3, "grid_years"),
                    {TutorRole::kAcademic, TutorRole::kCompany},
                    Assumed(3, "grid_level"),
                    Assumed(GridLevelAt::kLast, "grid_level_at")},
          alternance);
  Require(rules, "vae_block", JuryDecision{DecisionScope::kBlock, {}, JuryKind::kVae}, {kVae});
  Require(rules, "equivalence", Equivalence{});
  Require(rules, "reports",
          Report{ReportKind::kAlternance,
                 Assumed(1, "alternance_reports"),
                 {ReportAssessor::kCompanyTutor, ReportAssessor::kProgrammeHead}},
          alternance);
  Require(rules, "company_defence", DefenceRule(DefenceKind::kCompany), alternance)
      .jury_discretion = true;
  Require(rules, "english", LanguageRule(), {kApprenticeship});
  Require(rules, "mobility", AllOf{Ids({"mobility_length", "mobility_report", "mobility_defence"})},
          {kApprenticeship});
  Require(rules, "mobility_length", MobilityRule());
  Require(rules, "mobility_report", Report{ReportKind::kMobility, Said(1), {}});
  Require(rules, "mobility_defence", DefenceRule(DefenceKind::kMobility));
  Require(rules, "vae", AllOf{Ids({"vae_dossier", "vae_defence"})}, {kVae});
  Require(rules, "vae_dossier", VaeDossier{Assumed(true, "vae_admissibility"), Said(true)});
  Require(rules, "vae_defence", Defence{DefenceKind::kVae, {}, std::nullopt});
  Require(rules, "jury", AnyOf{Ids({"jury_training", "jury_vae"})});
  Require(rules, "jury_training", AwardJuryRule(), taught);
  Require(rules, "jury_vae", VaeJuryRule(), {kVae});
  Require(rules, "decision", JuryDecision{DecisionScope::kFinal, {FinalDecision::kAdmitted}, {}});
  return rules;
}

// The node of a requirement's kind, to bend its parameters.
template <typename Kind>
Kind& Rule(Referential& rules, const char* id) {
  return std::get<Kind>(rules.requirements.at(RequirementCode{id}).node);
}

}  // namespace cartulary::testing_support
