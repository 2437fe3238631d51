// The rules of an award: the one thing that this program itself would do.
#include <algorithm>
#include <vector>

#include "core/check.h"
#include "core/decide/case.h"
#include "core/evaluate/aftermath.h"
#include "core/findings/session_law.h"
#include "core/fold/join.h"

namespace cartulary {
namespace {

bool AnyJuryIrregular(const VerdictNode& node, const Referential& rules) {
  const Requirement* requirement = FindRequirement(rules, node.requirement);
  const bool is_jury = requirement != nullptr && KindOf(requirement->node) == NodeKind::kJury;
  const Outcome outcome = node.outcome();
  if (is_jury && outcome != Outcome::kSatisfied && outcome != Outcome::kWaived &&
      outcome != Outcome::kNotApplicable) {
    return true;
  }
  return std::any_of(node.children.begin(), node.children.end(),
                     [&](const VerdictNode& child) { return AnyJuryIrregular(child, rules); });
}

bool AnyUnsettled(const std::vector<AssumptionCode>& codes, const Referential& rules) {
  return std::any_of(codes.begin(), codes.end(), [&](const AssumptionCode& code) {
    const Assumption* assumption = FindAssumption(rules, code);
    return assumption == nullptr || !assumption->settlement;
  });
}

// Whether minutes by `on` hold the decision that stands, and whoever chaired it signed none of
// them.
bool AnyMinutesUnsigned(const JuryDecisionRecorded& decision, const Cited& standing,
                        const FoldedStream& jury, Date on) {
  bool any = false;
  for (const auto& minutes : HeldOn<MinutesSealed>(jury, on)) {
    const bool minuted = std::ranges::any_of(minutes->decisions, [&](const auto& line) {
      return SubjectOf(line.learner) == standing.subject && line.version == standing.version;
    });
    if (!minuted) continue;
    if (std::ranges::count(minutes->signed_by, decision.chair) > 0) return false;
    any = true;
  }
  return any;
}

bool Contains(const std::vector<FindingCode>& codes, const FindingCode& code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// The decision that the award names, if it is of the enrolment.
std::optional<Held<JuryDecisionRecorded>> FindDecision(const AwardIssued& fact, const Case& c) {
  const Entry* entry = FindEntry(c.stream, fact.decision);
  const auto* decision =
      entry == nullptr ? nullptr : std::get_if<JuryDecisionRecorded>(&entry->fact);
  if (decision == nullptr || decision->enrolment != fact.enrolment) return std::nullopt;
  return Held<JuryDecisionRecorded>{entry, decision};
}

// "; not lifted: stay, by 2024-12-31": the reserves that keep a decision from admitting.
Text WithoutLifting(const Held<JuryDecisionRecorded>& decision, const Case& c) {
  Text text;
  for (const ReserveState& state : ReservesOn(c.stream, decision, c.effective())) {
    if (state.IsLifted()) continue;
    text += text.empty() ? Said("; not lifted: ", " ; non levées : ") : Said("; ", " ; ");
    text += state.IsLapsed() ? Said("{0}, lapsed on {1}", "{0}, caduque le {1}",
                                    state.reserve->requirement, state.end->effective)
                             : Said("{0}, to be lifted by {1}", "{0}, à lever au plus tard le {1}",
                                    state.reserve->requirement, state.reserve->deadline);
  }
  return text;
}

// "; the decision …": what must come before another award, once nothing supports the first.
Text WithoutSupport(const AwardIssued& award, const Case& one) {
  for (const DecisionState& state : DecisionsOn(one.stream, award.enrolment, one.effective())) {
    const bool named = state.decision.entry == FindStanding(one.stream, award.decision);
    if (!named || !state.IsAnnulled()) continue;
    return Said(
        "; the decision on which it was granted was annulled on {0}: record its withdrawal "
        "(AwardWithdrawn) before another title is issued",
        " ; la décision qui le fondait a été annulée le {0} : enregistrez son retrait "
        "(AwardWithdrawn) avant de délivrer un autre titre",
        state.end->effective);
  }
  return {};
}

// Likewise, of the title of the enrolment that stands, if one does.
Text WithoutSupport(const EnrolmentId& enrolment, const Case& c) {
  const auto title = FindLive<AwardIssued>(c.stream, c.effective(), [&](const auto& held) {
    return held->enrolment == enrolment && StandsAsAward(held, c);
  });
  return title ? WithoutSupport(*title->fact, c) : Text{};
}

Refusal CheckDecision(const Held<JuryDecisionRecorded>& decision, const Case& c) {
  const Version version = decision.entry->version;
  if (FinalOn(c.stream, decision, c.effective()) != FinalDecision::kAdmitted) {
    return Reject(RejectionCode::kDecisionNotFavourable,
                  Said("the jury decided: {0}{1}", "le jury a décidé : {0}{1}", decision->decision,
                       WithoutLifting(decision, c)));
  }
  const auto& standing = c.context.verdict->decision;
  if (!decision.entry->HoldsOn(c.effective()) || !standing || standing->version != version) {
    return Reject(
        RejectionCode::kDecisionNotStanding,
        Said("version {0} is not the decision that stands on {1}{2}{3}",
             "la version {0} n'est pas la décision qui vaut au {1}{2}{3}", version, c.effective(),
             standing ? Said("; that is version {0}", " ; c'est la version {0}", standing->version)
                      : Text{},
             WithoutSupport(decision->enrolment, c)));
  }
  if (!IsMinuted(c, *decision.fact, version, c.effective())) {
    return Reject(
        RejectionCode::kMinutesNotSealed,
        Said("no sealed minutes of the jury contain the decision by {0}",
             "aucun procès-verbal scellé du jury ne contient la décision au {0}", c.effective()));
  }
  return std::nullopt;
}

// A decision grants one title. No ground of withdrawal says that only the document was wrong.
Refusal CheckFirstTitleOn(const Entry& decision, const Case& c) {
  const auto earlier = FindLive<AwardIssued>(c.stream, c.effective(), [&](const auto& held) {
    return FindStanding(c.stream, held->decision) == &decision && !StandsAsAward(held, c);
  });
  if (!earlier) return std::nullopt;
  const auto withdrawal = FindWithdrawal(*earlier->entry, c);
  return Reject(RejectionCode::kSecondAward,
                Said("on this decision the title was awarded as {0}, and withdrawn on {1} ({2}). "
                     "Reinstate it (AwardReinstated), or have a jury decide anew",
                     "sur cette décision, le titre a été délivré sous le numéro {0}, puis retiré "
                     "le {1} ({2}). Rétablissez-le (AwardReinstated), ou faites statuer à nouveau "
                     "un jury",
                     (*earlier)->number, withdrawal->entry->effective, (*withdrawal)->ground));
}

Refusal CheckAuthority(const AwardIssued& fact) {
  if (fact.authority == Authority::kDirectorGeneral || fact.authority == Authority::kCourt) {
    return std::nullopt;
  }
  return Reject(RejectionCode::kAuthorityNotAllowed,
                Said("a title is awarded by the director general or a court, not by: {0}",
                     "un titre est délivré par le directeur général ou une juridiction, non par : "
                     "{0}",
                     fact.authority));
}

// Under all the registrations of the learner.
Dossier WholeDossier(const Case& c) {
  std::vector<Dossier> others;
  for (const Dossier* other : c.context.other_registrations) others.push_back(*other);
  return Join(c.stream, others);
}

Refusal CheckSpite(const Held<JuryDecisionRecorded>& decision, const Case& c) {
  const auto against =
      FindingsAgainst(*c.context.verdict, *c.context.rules, WholeDossier(c), decision, c.reference);
  const auto& despite = c.command.despite;
  for (const FindingCode& named : despite) {
    if (!Contains(against, named)) {
      return Reject(RejectionCode::kFindingAbsent,
                    Said("{0} does not speak against this award",
                         "{0} ne s'oppose pas à cette délivrance", named.text));
    }
  }
  if (c.command.by.entry == EntryMode::kHistorical) return std::nullopt;  // Before the register.
  if (against.empty()) return std::nullopt;
  const bool reason = c.command.by.reason.has_value();
  const bool approver = c.command.by.approver.has_value();
  const Text no_approver = approver ? Text{}
                                    : Said("; an --approver who is not the actor is missing too",
                                           " ; il manque aussi --approver, autre que l'auteur");
  std::string unnamed;
  for (const FindingCode& finding : against) {
    if (!Contains(despite, finding)) unnamed += (unnamed.empty() ? "" : ", ") + finding.text;
  }
  if (!unnamed.empty()) {
    return Reject(
        RejectionCode::kFindingNotNamed,
        Said("not named, and speaks against this award: {0}{1}{2}",
             "s'oppose à cette délivrance et n'est pas nommé : {0}{1}{2}", unnamed,
             reason ? Text{} : Said("; a --reason is missing too", " ; il manque aussi --reason"),
             no_approver));
  }
  if (!reason) {
    return Reject(RejectionCode::kReasonMissing,
                  Said("an award despite a finding has a --reason{0}",
                       "une délivrance malgré un constat porte un --reason{0}", no_approver));
  }
  if (!approver) {
    return Reject(RejectionCode::kApproverMissing,
                  Said("an award despite a finding is approved by another person: give --approver",
                       "une délivrance malgré un constat est approuvée par une autre personne : "
                       "donnez --approver"));
  }
  return std::nullopt;
}

}  // namespace

std::vector<FindingCode> FindingsAgainst(const Verdict& verdict, const Referential& rules,
                                         const Dossier& dossier,
                                         const Held<JuryDecisionRecorded>& decision,
                                         const Reference& reference) {
  std::vector<FindingCode> findings;
  const auto add = [&](std::string_view code) { findings.push_back({std::string(code)}); };
  const FoldedStream& jury = reference.Jury(decision->jury);
  if (AnyJuryIrregular(verdict.root, rules) ||
      !IrregularitiesOf(jury, reference.institution, dossier, decision, verdict.on).empty() ||
      (verdict.decision &&
       AnyMinutesUnsigned(*decision.fact, *verdict.decision, jury, verdict.on))) {
    add(kFindingJuryIrregular);
  }
  if (!verdict.conditions_met) add(kFindingRequirementUnmet);
  if (AnyUnsettled(verdict.assumptions, rules)) add(kFindingAssumptionUnsettled);
  return findings;
}

Refusal CheckNoTitle(const CertificationCode& certification, const Case& c) {
  for (const Case& one : CasesOfLearner(c)) {
    const auto other = FindLive<AwardIssued>(one.stream, c.effective(), [&](const auto& held) {
      return held->certification == certification && StandsAsAward(held, one);
    });
    if (!other) continue;
    return Reject(
        RejectionCode::kSecondAward,
        Said("the title was awarded as {0} at version {1}{2}{3}",
             "le titre a été délivré sous le numéro {0}, à la version {1}{2}{3}", (*other)->number,
             other->entry->version, OfRegistration(one, c), WithoutSupport(*other->fact, one)));
  }
  return std::nullopt;
}

void Complete(AwardIssued& fact, const Case& c) {
  if (fact.certification.empty()) {
    fact.certification = EnrolmentOf(c, fact.enrolment)->certification;
  }
  if (fact.revision == 0 && c.context.verdict != nullptr) {
    fact.revision = c.context.verdict->revision;
  }
  fact.overridden = c.command.despite;
}

Refusal Check(const AwardIssued& fact, const Case& c) {
  const Referential* rules = RulesOf(c, fact.enrolment);
  if (rules == nullptr || c.context.verdict == nullptr) {
    return Reject(RejectionCode::kNoRules,
                  Said("the edition of this enrolment has no revision",
                       "l'édition de cette inscription n'a aucune révision"));
  }
  const Verdict& verdict = *c.context.verdict;
  CARTULARY_CHECK(verdict.enrolment == fact.enrolment);
  CARTULARY_CHECK(verdict.on == c.effective());
  const auto decision = FindDecision(fact, c);
  if (!decision) {
    if (fact.decision == Version{}) {
      return Reject(RejectionCode::kNotDecided,
                    DecisionsOn(c.stream, fact.enrolment, c.effective()).empty()
                        ? Said("no jury has decided on this enrolment",
                               "aucun jury n'a statué sur cette inscription")
                        : Said("no decision of a jury on this enrolment stands{0}",
                               "aucune décision de jury ne vaut pour cette inscription{0}",
                               WithoutSupport(fact.enrolment, c)));
    }
    return Reject(
        RejectionCode::kUnknownFact,
        Said("version {0} is not a jury's decision on this enrolment",
             "la version {0} n'est pas une décision de jury sur cette inscription", fact.decision));
  }
  const auto enrolment = EnrolmentOf(c, fact.enrolment);
  if (fact.certification != enrolment->certification) {
    return Reject(RejectionCode::kOtherCertification,
                  Said("the enrolment is in {0}", "l'inscription porte sur {0}",
                       enrolment->certification.text));
  }
  if (fact.revision != verdict.revision) {
    return Reject(
        RejectionCode::kOtherRevision,
        Said("revision {0} is applied, not {1}", "la révision appliquée est la {0}, non la {1}",
             verdict.revision, fact.revision));
  }
  if (auto no = CheckAuthority(fact)) return no;
  if (auto no = CheckDecision(*decision, c)) return no;
  if (auto no = CheckNoTitle(fact.certification, c)) return no;
  if (auto no = CheckFirstTitleOn(*decision->entry, c)) return no;
  if (c.context.holder) {
    return Reject(RejectionCode::kNumberTaken,
                  Said("the number {0} is taken", "le numéro {0} est déjà pris", fact.number.text));
  }
  return CheckSpite(*decision, c);
}

Refusal Check(const AwardNumberTaken&, const Case&) {
  return Reject(RejectionCode::kNotRecordedAlone,
                Said("an award number is taken by AwardIssued, in the same commit",
                     "un numéro de diplôme est pris par AwardIssued, dans le même lot"));
}

}  // namespace cartulary
