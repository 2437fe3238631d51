// Checks of results: recorded too late, or without those who answer for them.
#include <algorithm>
#include <set>

#include "core/evaluate/node_context.h"
#include "core/evaluate/offices.h"
#include "core/evaluate/reason.h"
#include "core/findings/check_functions.h"
#include "core/findings/recorded.h"
#include "core/fold/editions.h"
#include "core/fold/study_years.h"

namespace cartulary {
namespace {

// The enrolment whose result the fact is; nullptr if it is no result.
const EnrolmentId* ResultOf(const PlainFact& fact) {
  return std::visit(
      [](const auto& result) -> const EnrolmentId* {
        using T = std::decay_t<decltype(result)>;
        if constexpr (std::same_as<T, AssessmentRecorded> || std::same_as<T, TutorGridSigned> ||
                      std::same_as<T, AlternanceReportAssessed> || std::same_as<T, DefenceHeld> ||
                      std::same_as<T, MobilityReportAssessed>) {
          return &result.enrolment;
        } else {
          return nullptr;
        }
      },
      fact);
}

// A certificate of a language is a result of every enrolment.
bool IsResultOf(const PlainFact& fact, const EnrolmentId& enrolment) {
  if (std::holds_alternative<LanguageCertificateRecorded>(fact) ||
      std::holds_alternative<LanguageCertificateRevoked>(fact)) {
    return true;
  }
  const EnrolmentId* own = ResultOf(fact);
  return own != nullptr && *own == enrolment;
}

// What the school learns from others it may learn late.
bool IsActOfSchool(const PlainFact& fact) {
  return !std::holds_alternative<LearnerRegistered>(fact) &&
         !std::holds_alternative<LanguageCertificateRecorded>(fact) &&
         !std::holds_alternative<LanguageCertificateRevoked>(fact) &&
         !std::holds_alternative<MobilityPeriodRecorded>(fact) &&
         !std::holds_alternative<ContractStarted>(fact) &&
         !std::holds_alternative<ContractEnded>(fact) &&
         !std::holds_alternative<CourtRuled>(fact) && !std::holds_alternative<SurveyAnswered>(fact);
}

// What happened to a result once the decision was recorded; empty: nothing.
Text ChangeAfter(const Dossier& dossier, const Entry& entry, Index decided, Date on) {
  if (decided < entry.index) {
    return entry.replaces ? Said("the result of {0} was corrected after the jury decided",
                                 "le résultat du {0} a été rectifié après la décision du jury",
                                 entry.effective)
                          : Said("the result of {0} was recorded after the jury decided",
                                 "le résultat du {0} a été enregistré après la décision du jury",
                                 entry.effective);
  }
  const bool voided = !entry.HoldsOn(on) && decided < entry.superseded->index &&
                      FindEntry(dossier, entry.superseded->by) == nullptr;
  if (!voided) return {};
  return Said("the result of {0} was voided after the jury decided",
              "le résultat du {0} a été annulé après la décision du jury", entry.effective);
}

const Requirement* GridRequirement(const EnrolmentScope& scope) {
  for (const auto& [id, requirement] : scope.rules.requirements) {
    if (KindOf(requirement.node) == NodeKind::kTutorGrid &&
        BindsRoute(requirement, scope.verdict.route)) {
      return &requirement;
    }
  }
  return nullptr;
}

bool IsUnderContract(const EnrolmentScope& scope, Date day) {
  bool any = false;
  for (const auto& contract :
       HeldOn<ContractStarted>(scope.dossier, scope.verdict.enrolment, scope.on())) {
    any = true;
    if (day < contract.entry->effective || contract->to < day) continue;
    const auto ends = HeldOn<ContractEnded>(scope.dossier, scope.verdict.enrolment, scope.on());
    const bool over = std::ranges::any_of(ends, [&](const auto& end) {
      return contract.entry->effective <= end.entry->effective && end.entry->effective < day;
    });
    if (!over) return true;
  }
  return !any;  // Nothing is known of contracts.
}

bool FollowedTheCourse(const EnrolmentScope& scope, AcademicYear year) {
  const Date day = SummerOf(year);
  const auto terms = TermsOf(scope.dossier, scope.verdict.enrolment, day);
  return terms && terms->opened.entry->HoldsOn(day) && terms->suspended == nullptr &&
         terms->left == nullptr && IsUnderContract(scope, day);
}

// The years that are over, of those that the rules ask a grid for: one for each year of study.
std::vector<AcademicYear> YearsOfGrid(const EnrolmentScope& scope, const StudyYears& study,
                                      std::size_t asked) {
  const auto terms = TermsOf(scope.dossier, scope.verdict.enrolment, scope.on());
  const auto admitted = std::ranges::find_if(scope.decisions, [](const JudgedDecision& judged) {
    return judged.decision->decision == FinalDecision::kAdmitted;
  });
  std::vector<AcademicYear> years;
  std::set<AcademicYear> taken;
  AcademicYear year = AcademicYearOf(terms->opened.entry->effective);
  for (; years.size() < asked; ++year.first) {
    const Date next_year = FirstDayOf({static_cast<std::uint16_t>(year.first + 1)});
    if (scope.on() < next_year) break;
    if (admitted != scope.decisions.end() && admitted->decision.entry->effective < SummerOf(year)) {
      break;
    }
    if (!FollowedTheCourse(scope, year)) continue;
    if (taken.insert(study.FirstTaken(year)).second) years.push_back(year);
  }
  return years;
}

struct RoleSignature {
  TutorRole role;
  const std::optional<Signature>& signature;
};
std::vector<RoleSignature> SignaturesOf(const TutorGridSigned& grid, const TutorGrid& rule) {
  std::vector<RoleSignature> signatures;
  for (const TutorRole role : rule.signed_by) {
    if (role == TutorRole::kAcademic) signatures.push_back({role, grid.academic});
    if (role == TutorRole::kCompany) signatures.push_back({role, grid.company});
  }
  return signatures;
}

bool IsSignedByAll(const TutorGridSigned& grid, const TutorGrid& rule) {
  return std::ranges::all_of(SignaturesOf(grid, rule), [](const RoleSignature& of_role) {
    return of_role.signature.has_value();
  });
}

bool IsTutorOn(const EnrolmentScope& scope, const Signature& signature, TutorRole role) {
  const auto ends = HeldOn<TutorEnded>(scope.dossier, scope.verdict.enrolment, scope.on());
  for (const auto& tutor :
       HeldOn<TutorAssigned>(scope.dossier, scope.verdict.enrolment, signature.date)) {
    if (tutor->person != signature.person || tutor->role != role) continue;
    if (tutor->to && *tutor->to < signature.date) continue;
    const bool over = std::ranges::any_of(ends, [&](const auto& end) {
      return end->person == signature.person && end->role == role &&
             tutor.entry->effective <= end.entry->effective &&
             end.entry->effective < signature.date;
    });
    if (!over) return true;
  }
  return false;
}

// Calls visit(held, rule, requirement) for each grid of the enrolment, where the rules ask for any.
template <typename Visit>
void ForEachGrid(const EnrolmentScope& scope, const Visit& visit) {
  const Requirement* requirement = GridRequirement(scope);
  if (requirement == nullptr) return;
  const auto& rule = std::get<TutorGrid>(requirement->node);
  for (const auto& grid :
       HeldOn<TutorGridSigned>(scope.dossier, scope.verdict.enrolment, scope.on())) {
    visit(grid, rule, *requirement);
  }
}

template <typename Visit>
void ForEachNode(const VerdictNode& node, const Visit& visit) {
  visit(node);
  for (const VerdictNode& child : node.children) ForEachNode(child, visit);
}

}  // namespace

std::vector<Found> ResultAfterDecision(const EnrolmentScope& scope) {
  const JudgedDecision* last = scope.LastDecision();
  if (last == nullptr) return {};
  const Entry& decision = *last->decision.entry;
  if (!IsRecordedAsItHappens(decision, scope.store_made)) return {};
  const Index decided = FirstRecorded(scope.dossier, decision);
  std::vector<Found> all;
  for (const Entry& entry : scope.dossier.entries) {
    if (!IsResultOf(entry.fact, scope.verdict.enrolment)) continue;
    if (!IsRecordedAsItHappens(entry, scope.store_made) || decision.effective < entry.effective) {
      continue;
    }
    Text text = ChangeAfter(scope.dossier, entry, decided, scope.on());
    if (text.empty()) continue;
    Found& found = all.emplace_back();
    found.about = entry.index;
    if (ResultOf(entry.fact) == nullptr) found.part = std::to_string(decision.index.value);
    found.text = std::move(text);
    found.evidence = {CitedOf(scope.dossier, entry), CitedOf(scope.dossier, decision)};
    if (const Entry* former =
            entry.replaces ? FindEntry(scope.dossier, *entry.replaces) : nullptr) {
      found.evidence.push_back(CitedOf(scope.dossier, *former));
    }
  }
  return all;
}

std::vector<Found> EntryLevel(const EnrolmentScope& scope) {
  std::vector<Found> all;
  ForEachNode(scope.verdict.root, [&](const VerdictNode& node) {
    if (node.reason != Reason::kEntryLevel) return;
    Found& found = all.emplace_back();
    found.about = node.events.front().index;
    found.part = node.requirement.text;
    found.text = {ExplainText(node, Lang::kFrench), ExplainText(node, Lang::kEnglish)};
    found.evidence = node.events;
    found.requirement = FindRequirement(scope.rules, node.requirement);
  });
  return all;
}

std::vector<Found> GridMissing(const EnrolmentScope& scope) {
  const Requirement* requirement = GridRequirement(scope);
  if (requirement == nullptr) return {};
  const auto& rule = std::get<TutorGrid>(requirement->node);
  const StudyYears study(scope.dossier, scope.verdict.enrolment, scope.on());
  std::set<AcademicYear> held;
  std::set<AcademicYear> signed_by_all;
  ForEachGrid(scope, [&](const auto& grid, const auto&, const auto&) {
    const AcademicYear year = study.FirstTaken(grid->academic_year);
    held.insert(year);
    if (IsSignedByAll(*grid.fact, rule)) signed_by_all.insert(year);
  });
  const auto asked = static_cast<std::size_t>(rule.years.value);
  if (asked <= signed_by_all.size()) return {};
  const auto terms = TermsOf(scope.dossier, scope.verdict.enrolment, scope.on());
  std::vector<Found> all;
  for (const AcademicYear year : YearsOfGrid(scope, study, asked)) {
    if (held.contains(study.FirstTaken(year))) continue;
    Found& found = all.emplace_back();
    found.about = terms->opened.entry->index;
    found.part = ToText(year);
    found.text = Said("no grid of the tutors is recorded for {0}",
                      "aucune grille des tuteurs n'est enregistrée pour {0}", year);
    found.evidence = {CitedOf(scope.dossier, *terms->opened.entry)};
    found.requirement = requirement;
    if (rule.years.assumption) found.assumptions.push_back(*rule.years.assumption);
  }
  return all;
}

std::vector<Found> GridOneSignature(const EnrolmentScope& scope) {
  std::set<AcademicYear> complete;
  ForEachGrid(scope, [&](const auto& grid, const TutorGrid& rule, const auto&) {
    if (IsSignedByAll(*grid.fact, rule)) complete.insert(grid->academic_year);
  });
  std::vector<Found> all;
  ForEachGrid(scope, [&](const auto& grid, const TutorGrid& rule, const Requirement& requirement) {
    if (complete.contains(grid->academic_year)) return;
    for (const auto& [role, signature] : SignaturesOf(*grid.fact, rule)) {
      if (signature) continue;
      Found& found = all.emplace_back();
      found.about = grid.entry->index;
      found.part = ToName(role);
      found.text = Said("the grid of {0} lacks the signature of the tutor: {1}",
                        "il manque à la grille de {0} la signature du tuteur : {1}",
                        grid->academic_year, role);
      found.evidence = {CitedOf(scope.dossier, *grid.entry)};
      found.requirement = &requirement;
    }
  });
  return all;
}

std::vector<Found> GridTutorNotInOffice(const EnrolmentScope& scope) {
  std::vector<Found> all;
  ForEachGrid(scope, [&](const auto& grid, const TutorGrid& rule, const Requirement& requirement) {
    for (const auto& [role, signature] : SignaturesOf(*grid.fact, rule)) {
      if (!signature || IsTutorOn(scope, *signature, role)) continue;
      Found& found = all.emplace_back();
      found.about = grid.entry->index;
      found.part = ToName(role);
      found.text = Said("signed the grid of {0} on {1} without being tutor that day ({2})",
                        "a signé la grille de {0} le {1} sans être tuteur ce jour-là ({2})",
                        grid->academic_year, signature->date, role);
      found.persons = {signature->person};
      found.evidence = {CitedOf(scope.dossier, *grid.entry)};
      for (const auto& tutor :
           HeldOn<TutorAssigned>(scope.dossier, scope.verdict.enrolment, scope.on())) {
        if (tutor->person == signature->person) {
          found.evidence.push_back(CitedOf(scope.dossier, *tutor.entry));
        }
      }
      found.requirement = &requirement;
    }
  });
  return all;
}

std::vector<Found> BodyNotAccredited(const LearnerScope& scope) {
  std::vector<Found> all;
  const auto revocations = HeldOn<LanguageCertificateRevoked>(scope.dossier, scope.on);
  for (const auto& certificate : HeldOn<LanguageCertificateRecorded>(scope.dossier, scope.on)) {
    const bool revoked = std::ranges::any_of(revocations, [&](const auto& revocation) {
      return FindStanding(scope.dossier, revocation->certificate) == certificate.entry;
    });
    const Date day = certificate.entry->effective;
    if (revoked || AccreditationOn(scope.institution, certificate->body, certificate->language,
                                   day) != nullptr) {
      continue;
    }
    Found& found = all.emplace_back();
    found.about = certificate.entry->index;
    found.text = Said("{0} was not accredited for the language '{1}' on the day of the test, {2}",
                      "{0} n'était pas accrédité pour la langue « {1} » le jour du test, le {2}",
                      certificate->body, certificate->language, day);
    found.evidence = {CitedOf(scope.dossier, *certificate.entry)};
    for (const Entry& entry : scope.institution.entries) {
      if (scope.on < entry.effective) continue;
      const auto* accredited = std::get_if<BodyAccredited>(&entry.fact);
      const auto* ended = std::get_if<BodyAccreditationEnded>(&entry.fact);
      const bool concerns = (accredited != nullptr && accredited->body == certificate->body) ||
                            (ended != nullptr && ended->body == certificate->body);
      if (concerns) found.evidence.push_back(CitedOf(scope.institution, entry));
    }
  }
  return all;
}

std::vector<Found> WaiverNotProvided(const EnrolmentScope& scope) {
  std::vector<Found> all;
  for (const auto& waiver :
       HeldOn<WaiverGranted>(scope.dossier, scope.verdict.enrolment, scope.on())) {
    const Requirement* requirement = FindRequirement(scope.rules, waiver->requirement);
    if (requirement != nullptr &&
        std::ranges::count(requirement->waivable_by, waiver->authority) > 0) {
      continue;
    }
    Found& found = all.emplace_back();
    found.about = waiver.entry->index;
    found.text =
        Said("waived on {0} by the {1}, whom the rules do not let do so: {2}",
             "dispense du {0} accordée par « {1} », à qui le référentiel ne le permet pas : {2}",
             waiver.entry->effective, waiver->authority,
             requirement == nullptr ? WordsOf(waiver->requirement) : requirement->label);
    found.evidence = {CitedOf(scope.dossier, *waiver.entry)};
    found.requirement = requirement;
  }
  return all;
}

std::vector<Found> EnteredLate(const LearnerScope& scope) {
  return LateEntries(scope.dossier, scope.on, scope.store_made, IsActOfSchool);
}

}  // namespace cartulary
