// The rules of a session of a jury, and of what it decides. A jury that is irregular is recorded as
// it was: its composition is judged by Evaluate.
#include <algorithm>

#include "core/decide/case.h"

namespace cartulary {
namespace {

// A session may be adjourned and go on; an attendance of long after is not one of it.
constexpr std::int32_t kSessionDaysMax = 31;

const JuryAppointed& Appointment(const FoldedStream& jury, Date on) {
  return *FindLive<JuryAppointed>(jury, on)->fact;
}

// The members after every amendment, in no order.
std::vector<PersonId> Members(const Case& c) {
  std::vector<PersonId> members;
  for (const JuryMember& member : Appointment(c.stream, c.effective()).members) {
    members.push_back(member.person);
  }
  for (const auto& amendment : Live<JuryAmended>(c.stream, c.effective())) {
    for (const PersonId& gone : amendment->removed) std::erase(members, gone);
    for (const JuryMember& member : amendment->added) members.push_back(member.person);
  }
  return members;
}

// The chair after every amendment.
PersonId ChairOf(const Case& c) {
  PersonId chair = Appointment(c.stream, c.effective()).chair;
  for (const auto& amendment : Live<JuryAmended>(c.stream, c.effective())) {
    if (amendment->chair) chair = *amendment->chair;
  }
  return chair;
}

// Those appointed at any time, so that a recusal can be recorded after its member was replaced.
bool WasEverMember(const Case& c, const PersonId& person) {
  const auto is_person = [&](const JuryMember& member) { return member.person == person; };
  const auto& appointed = Appointment(c.stream, c.effective()).members;
  if (std::any_of(appointed.begin(), appointed.end(), is_person)) return true;
  const auto amendments = Live<JuryAmended>(c.stream, c.effective());
  return std::any_of(amendments.begin(), amendments.end(), [&](const auto& amendment) {
    return std::any_of(amendment->added.begin(), amendment->added.end(), is_person);
  });
}

Rejection NeverAMember(const PersonId& person) {
  return Reject(RejectionCode::kNotAMember,
                Said("{0} was never a member", "{0} n'a jamais été membre", person));
}

bool Contains(const std::vector<PersonId>& persons, const PersonId& person) {
  return std::find(persons.begin(), persons.end(), person) != persons.end();
}

// nullptr if the learner is not registered, as far as the caller loaded.
const Dossier* FindLearner(const Case& c, const LearnerId& learner) {
  const auto found = c.context.learners.find(learner);
  if (found == c.context.learners.end() || found->second == nullptr) return nullptr;
  return FindLive<LearnerRegistered>(*found->second, c.effective()) ? found->second : nullptr;
}

Rejection UnknownLearner(const LearnerId& learner) {
  return Reject(RejectionCode::kUnknownLearner,
                Said("{0} is not registered", "{0} n'est pas enregistré", learner));
}

bool NamesDelegation(const Case& c, const EventRef& ref) {
  const FoldedStream& institution = c.reference.institution;
  return ref.subject == institution.subject &&
         FindNamed<DelegationGranted>(institution, ref.version, c.effective());
}

Refusal CheckBlocks(const JuryDecisionRecorded& fact, const Case& c) {
  const Referential* rules = RulesOf(c, fact.enrolment);
  if (rules == nullptr) {
    return Reject(RejectionCode::kNoRules,
                  Said("the edition of this enrolment has no revision",
                       "l'édition de cette inscription n'a aucune révision"));
  }
  for (const BlockOutcome& outcome : fact.blocks) {
    if (FindBlock(*rules, outcome.block) == nullptr) {
      return Reject(RejectionCode::kUnknownBlock,
                    Said("{0} is not a block of {1}", "{0} n'est pas un bloc de {1}",
                         outcome.block.text, rules->certification.text));
    }
  }
  return std::nullopt;
}

bool Has(const JuryDecisionRecorded& fact, BlockDecision decision) {
  return std::any_of(fact.blocks.begin(), fact.blocks.end(),
                     [&](const BlockOutcome& outcome) { return outcome.decision == decision; });
}

// Blocks carry over from one decision to the next, and from one enrolment to another.
bool AnyBlockValidated(const JuryDecisionRecorded& fact, const Case& c) {
  if (Has(fact, BlockDecision::kValidated)) return true;
  return FindLive<JuryDecisionRecorded>(
             c.stream, c.effective(),
             [&](const auto& held) { return Has(*held.fact, BlockDecision::kValidated); })
      .has_value();
}

// What only the rules can hold back, a reserve may; the award and the jury itself cannot be
// reserved.
Refusal CheckReserves(const JuryDecisionRecorded& fact, const Case& c) {
  const Referential& rules = *RulesOf(c, fact.enrolment);
  for (const Reserve& reserve : fact.reserves) {
    if (FindRequirement(rules, reserve.requirement) == nullptr) {
      return Reject(RejectionCode::kUnknownRequirement,
                    Said("{0} is not a requirement of {1}", "{0} n'est pas une exigence de {1}",
                         reserve.requirement.text, rules.certification.text));
    }
    if (reserve.deadline < c.effective()) {
      return Reject(RejectionCode::kPeriodReversed,
                    Said("the deadline {0} is before the decision",
                         "l'échéance du {0} précède la décision", reserve.deadline));
    }
    if (reserve.lifted_by != Authority::kJury && reserve.lifted_by != Authority::kJuryChair) {
      return Reject(RejectionCode::kAuthorityNotAllowed,
                    Said("a reserve is lifted by the jury or its chair, not by: {0}",
                         "une réserve est levée par le jury ou son président, non par : {0}",
                         reserve.lifted_by));
    }
  }
  const bool conditional = fact.decision == FinalDecision::kConditional;
  if (conditional && fact.reserves.empty()) {
    return Reject(RejectionCode::kReserveMissing,
                  Said("admitted, subject to what?", "admis sous réserve, mais de quoi ?"));
  }
  if (!conditional && !fact.reserves.empty()) {
    return Reject(RejectionCode::kReserveUnexpected,
                  Said("there is no reserve beside the decision {0}",
                       "la décision « {0} » ne comporte pas de réserve", fact.decision));
  }
  const auto repeated = FindRepeated(fact.reserves, [](const auto& r) { return r.requirement; });
  if (repeated) {
    return Reject(RejectionCode::kRepeated,
                  Said("{0} is reserved twice", "{0} fait l'objet de deux réserves",
                       fact.reserves[*repeated].requirement.text));
  }
  return std::nullopt;
}

Refusal CheckPoints(const JuryDecisionRecorded& fact, const Case& c) {
  for (const JuryPoints& added : fact.points) {
    if (FindBlock(*RulesOf(c, fact.enrolment), added.block) == nullptr) {
      return Reject(RejectionCode::kUnknownBlock,
                    Said("{0} is not a block", "{0} n'est pas un bloc", added.block.text));
    }
    if (added.points <= Decimal{} || Decimal::Of(20) < added.points) {
      return Reject(RejectionCode::kPointsOutOfRange,
                    Said("{0} for {1}: points are above 0, at most 20",
                         "{0} pour {1} : les points de jury sont supérieurs à 0, 20 au plus",
                         added.points, added.block.text));
    }
  }
  if (const auto repeated = FindRepeated(fact.points, [](const auto& p) { return p.block; })) {
    return Reject(RejectionCode::kRepeated,
                  Said("{0} is given points twice", "{0} reçoit deux fois des points",
                       fact.points[*repeated].block.text));
  }
  return std::nullopt;
}

// A jury decides at its session, or later; what old files say otherwise becomes a finding.
Refusal CheckSessionDay(const FoldedStream& jury, const Case& c) {
  if (c.before_the_register()) return std::nullopt;
  const auto appointed = FindLive<JuryAppointed>(jury, c.effective());
  if (c.effective() < appointed->entry->effective) {
    return Reject(RejectionCode::kPeriodReversed,
                  Said("decided on {0}, before the jury was appointed ({1})",
                       "décision du {0}, avant la nomination du jury ({1})", c.effective(),
                       appointed->entry->effective));
  }
  if (c.effective() < (*appointed)->session_date) {
    return Reject(RejectionCode::kPeriodReversed, Said("decided on {0}, before the session of {1}",
                                                       "décision du {0}, avant la session du {1}",
                                                       c.effective(), (*appointed)->session_date));
  }
  return std::nullopt;
}

bool Admits(const JuryDecisionRecorded& fact) {
  return fact.decision == FinalDecision::kAdmitted || fact.decision == FinalDecision::kConditional;
}

Refusal CheckOutcome(const JuryDecisionRecorded& fact, const Case& c) {
  if (auto no = CheckReserves(fact, c)) return no;
  if (auto no = CheckPoints(fact, c)) return no;
  if (Admits(fact) && Has(fact, BlockDecision::kRefused)) {
    return Reject(RejectionCode::kAdmittedWithRefusedBlock,
                  Said("a candidate is not admitted with a block refused",
                       "un candidat n'est pas admis avec un bloc non validé"));
  }
  if (fact.decision == FinalDecision::kPartial && !AnyBlockValidated(fact, c)) {
    return Reject(
        RejectionCode::kPartialWithoutBlock,
        Said("a partial validation validates one block at least, now or before",
             "une validation partielle valide au moins un bloc, maintenant ou auparavant"));
  }
  return std::nullopt;
}

// Those who chaired what the minutes contain; of minutes without decisions, who was to.
std::vector<PersonId> Chairs(const std::vector<const JuryDecisionRecorded*>& decisions,
                             const Case& c) {
  std::vector<PersonId> chairs;
  for (const JuryDecisionRecorded* decision : decisions) {
    if (!Contains(chairs, decision->chair)) chairs.push_back(decision->chair);
  }
  if (chairs.empty()) chairs.push_back(ChairOf(c));
  return chairs;
}

bool WasThere(const PersonId& person, const std::vector<const JuryDecisionRecorded*>& decisions,
              const Case& c) {
  const bool deliberated =
      std::any_of(decisions.begin(), decisions.end(), [&](const JuryDecisionRecorded* decision) {
        return Contains(decision->deliberated, person);
      });
  return deliberated || FindLive<AttendanceSigned>(c.stream, c.effective(), [&](const auto& held) {
                          return held->person == person;
                        }).has_value();
}

Refusal CheckSigners(const MinutesSealed& fact,
                     const std::vector<const JuryDecisionRecorded*>& decisions, const Case& c) {
  if (c.before_the_register()) return std::nullopt;
  const std::vector<PersonId> chairs = Chairs(decisions, c);
  for (const PersonId& chair : chairs) {
    if (Contains(fact.signed_by, chair)) continue;
    return Reject(RejectionCode::kChairNotSigning,
                  Said("the chair {0} did not sign these minutes",
                       "le président {0} n'a pas signé ce procès-verbal", chair));
  }
  for (const PersonId& signer : fact.signed_by) {
    if (Contains(chairs, signer)) continue;
    if (WasEverMember(c, signer) && WasThere(signer, decisions, c)) continue;
    return Reject(RejectionCode::kNotAMember,
                  Said("{0} signs, and is no member who attended or deliberated",
                       "{0} signe sans être un membre qui ait siégé ou délibéré", signer));
  }
  return std::nullopt;
}

}  // namespace

bool IsMinuted(const Case& c, const JuryDecisionRecorded& decision, Version version,
               std::optional<Date> on) {
  const LearnerId learner = IdFrom<LearnerId>(c.command.subject);
  for (const Entry& entry : c.reference.Jury(decision.jury).entries) {
    const auto* minutes = std::get_if<MinutesSealed>(&entry.fact);
    if (minutes == nullptr || entry.superseded || (on && *on < entry.effective)) continue;
    for (const MinutedDecision& minuted : minutes->decisions) {
      if (minuted.learner == learner && minuted.version == version) return true;
    }
  }
  return false;
}

Refusal Check(const JuryDecisionRecorded& fact, const Case& c) {
  const FoldedStream& jury = c.reference.Jury(fact.jury);
  if (!FindLive<JuryAppointed>(jury, c.effective())) {
    return Reject(RejectionCode::kUnknownJury,
                  Said("{0} is not appointed", "{0} n'est pas nommé", fact.jury));
  }
  if (auto no = CheckBlocks(fact, c)) return no;
  const auto enrolment = EnrolmentOf(c, fact.enrolment);
  const JuryAppointed& appointed = Appointment(jury, c.effective());
  if (appointed.certification != enrolment->certification) {
    return Reject(
        RejectionCode::kOtherCertification,
        Said("jury {0} is of {1}, the enrolment of {2}",
             "le jury {0} est celui de {1}, l'inscription porte sur {2}", appointed.code.text,
             appointed.certification.text, enrolment->certification.text));
  }
  if (c.effective() < enrolment.entry->effective) {
    return Reject(RejectionCode::kBeforeEntry,
                  Said("{0} is before the entry on {1}", "le {0} précède l'entrée, le {1}",
                       c.effective(), enrolment.entry->effective));
  }
  if (auto no = CheckSessionDay(jury, c)) return no;
  if (const auto repeated = FindRepeated(fact.blocks, [](const auto& b) { return b.block; })) {
    return Reject(RejectionCode::kRepeated,
                  Said("{0} is decided twice", "{0} fait l'objet de deux décisions",
                       fact.blocks[*repeated].block.text));
  }
  if (const auto repeated = FindRepeated(fact.deliberated, [](const auto& p) { return p; })) {
    return Reject(RejectionCode::kRepeated,
                  Said("{0} deliberates twice", "{0} figure deux fois parmi les délibérants",
                       fact.deliberated[*repeated]));
  }
  if (!Contains(fact.deliberated, fact.chair)) {
    return Reject(RejectionCode::kChairNotDeliberating,
                  Said("the chair {0} is not among those who deliberated",
                       "le président {0} n'est pas parmi ceux qui ont délibéré", fact.chair));
  }
  if (auto no = CheckOutcome(fact, c)) return no;
  const auto other = FindLive<JuryDecisionRecorded>(c.stream, c.effective(), [&](const auto& held) {
    return held->enrolment == fact.enrolment && held->jury == fact.jury;
  });
  if (other && IsMinuted(c, *other->fact, other->entry->version, std::nullopt)) {
    return Reject(RejectionCode::kDecisionMinuted,
                  Said("this session decided on the enrolment at version {0}, and sealed minutes "
                       "contain that: another session decides anew",
                       "cette session a statué sur l'inscription à la version {0}, et un "
                       "procès-verbal scellé le contient : une autre session statue à nouveau",
                       other->entry->version));
  }
  if (other) {
    return Reject(
        RejectionCode::kRecordedOtherwise,
        Said("this session decided on the enrolment at version {0}. Correct that, or record a new "
             "session: a deliberation is not repeated",
             "cette session a statué sur l'inscription à la version {0}. Corrigez ce fait, ou "
             "enregistrez une nouvelle session : une délibération ne se répète pas",
             other->entry->version));
  }
  return std::nullopt;
}

Refusal Check(const JuryAppointed& fact, const Case& c) {
  if (!FindLive<EditionPublished>(c.reference.Referential(fact.certification), c.effective())) {
    return Reject(RejectionCode::kUnknownCertification,
                  Said("{0} is not published", "la certification {0} n'est pas publiée",
                       fact.certification.text));
  }
  if (fact.delegation && !NamesDelegation(c, *fact.delegation)) {
    return Reject(
        RejectionCode::kUnknownFact,
        Said("version {0} of the institution's stream is not a delegation that stands",
             "la version {0} du flux de l'établissement n'est pas une délégation en vigueur",
             fact.delegation->version));
  }
  const auto repeated =
      FindRepeated(fact.members, [](const auto& member) { return member.person; });
  if (repeated) {
    return Reject(
        RejectionCode::kRepeated,
        Said("{0} is appointed twice", "{0} est nommé deux fois", fact.members[*repeated].person));
  }
  if (std::none_of(fact.members.begin(), fact.members.end(),
                   [&](const JuryMember& member) { return member.person == fact.chair; })) {
    return Reject(RejectionCode::kChairNotMember,
                  Said("the chair {0} is not among the members",
                       "le président {0} n'est pas parmi les membres", fact.chair));
  }
  if (const auto other = FindLive<JuryAppointed>(c.stream, c.effective())) {
    return Reject(
        RejectionCode::kRecordedOtherwise,
        Said(
            "appointed at version {0}. Record an amendment, or correct that",
            "le jury est nommé à la version {0}. Enregistrez une modification, ou corrigez ce fait",
            other->entry->version));
  }
  if (c.context.holder && *c.context.holder != c.command.subject) {
    return Reject(RejectionCode::kNumberTaken,
                  Said("{0} is the session {1}", "{0} est la session {1}", fact.code.text,
                       IdFrom<JuryId>(*c.context.holder)));
  }
  return std::nullopt;
}

Refusal Check(const CandidateConvened& fact, const Case& c) {
  const Dossier* dossier = FindLearner(c, fact.learner);
  if (dossier == nullptr) return UnknownLearner(fact.learner);
  const auto enrolment = FindEnrolment(*dossier, fact.enrolment, c.effective());
  if (!enrolment) {
    return Reject(RejectionCode::kUnknownEnrolment,
                  Said("{0} has no such enrolment", "{0} n'a pas cette inscription", fact.learner));
  }
  const JuryAppointed& appointed = Appointment(c.stream, c.effective());
  if ((*enrolment)->certification != appointed.certification) {
    return Reject(RejectionCode::kOtherCertification,
                  Said("the session is of {0}, the enrolment of {1}",
                       "la session est celle de {0}, l'inscription porte sur {1}",
                       appointed.certification, (*enrolment)->certification));
  }
  if (appointed.session_date < c.effective()) {
    return Reject(
        RejectionCode::kPeriodReversed,
        Said("convened on {0}, after the session of {1}",
             "convocation du {0}, après la session du {1}", c.effective(), appointed.session_date));
  }
  const auto other = FindLive<CandidateConvened>(c.stream, c.effective(), [&](const auto& held) {
    return held->learner == fact.learner && held->enrolment == fact.enrolment;
  });
  if (other) {
    return Reject(
        RejectionCode::kRecordedOtherwise,
        Said("convened at version {0}. Correct that",
             "la convocation est à la version {0}. Corrigez ce fait", other->entry->version));
  }
  return std::nullopt;
}

Refusal Check(const JuryAmended& fact, const Case& c) {
  std::vector<PersonId> members = Members(c);
  for (const PersonId& gone : fact.removed) {
    if (!Contains(members, gone)) {
      return Reject(RejectionCode::kNotAMember,
                    Said("{0} is not a member", "{0} n'est pas membre", gone));
    }
    std::erase(members, gone);
  }
  for (const JuryMember& member : fact.added) {
    if (Contains(members, member.person)) {
      return Reject(RejectionCode::kRepeated,
                    Said("{0} is a member already", "{0} est déjà membre", member.person));
    }
    members.push_back(member.person);
  }
  if (!fact.chair && fact.added.empty() && fact.removed.empty()) {
    return Reject(RejectionCode::kNothingSaid,
                  Said("the amendment changes nothing", "la modification ne change rien"));
  }
  PersonId chair = ChairOf(c);
  if (fact.chair) chair = *fact.chair;
  if (!Contains(members, chair)) {
    return Reject(
        RejectionCode::kChairNotMember,
        Said("the chair {0} is not among the members. Name another",
             "le président {0} n'est pas parmi les membres. Désignez-en un autre", chair));
  }
  return std::nullopt;
}

Refusal Check(const AttendanceSigned& fact, const Case& c) {
  if (fact.from && fact.to && *fact.to < *fact.from) {
    return Reject(
        RejectionCode::kPeriodReversed,
        Said("arrival {0}, departure {1}", "arrivée à {0}, départ à {1}", *fact.from, *fact.to));
  }
  const Date first = Appointment(c.stream, c.effective()).session_date;
  const Date last{first.days + kSessionDaysMax - 1};
  if (c.effective() < first || last < c.effective()) {
    return Reject(RejectionCode::kSignatureDate,
                  Said("attended on {0}; the session is of {1}, and may go on until {2}",
                       "présence du {0} ; la session est du {1}, et peut durer jusqu'au {2}",
                       c.effective(), first, last));
  }
  if (!WasEverMember(c, fact.person)) return NeverAMember(fact.person);
  return std::nullopt;
}

Refusal Check(const RecusalRecorded& fact, const Case& c) {
  if (FindLearner(c, fact.candidate) == nullptr) return UnknownLearner(fact.candidate);
  if (!WasEverMember(c, fact.person)) return NeverAMember(fact.person);
  return std::nullopt;
}

Refusal Check(const MinutesSealed& fact, const Case& c) {
  const JuryId jury = IdFrom<JuryId>(c.command.subject);
  std::vector<const JuryDecisionRecorded*> decisions;
  for (const MinutedDecision& minuted : fact.decisions) {
    const Dossier* dossier = FindLearner(c, minuted.learner);
    if (dossier == nullptr) return UnknownLearner(minuted.learner);
    const Entry* entry = FindEntry(*dossier, minuted.version);
    const auto* decision =
        entry == nullptr ? nullptr : std::get_if<JuryDecisionRecorded>(&entry->fact);
    if (decision == nullptr || entry->superseded || decision->jury != jury) {
      return Reject(
          RejectionCode::kUnknownFact,
          Said("version {0} of {1} is not a decision of this session that stands",
               "la version {0} de {1} n'est pas une décision de cette session qui vaille encore",
               minuted.version, minuted.learner));
    }
    if (c.effective() < entry->effective) {
      return Reject(RejectionCode::kPeriodReversed,
                    Said("minutes of {0} cannot contain a decision of {1}",
                         "un procès-verbal du {0} ne peut pas contenir une décision du {1}",
                         c.effective(), entry->effective));
    }
    decisions.push_back(decision);
  }
  const Date session = Appointment(c.stream, c.effective()).session_date;
  if (c.effective() < session) {
    return Reject(RejectionCode::kPeriodReversed,
                  Said("minutes of {0}, before the session of {1}",
                       "procès-verbal du {0}, avant la session du {1}", c.effective(), session));
  }
  if (const auto repeated = FindRepeated(
          fact.decisions, [](const auto& m) { return std::pair(m.learner, m.version); })) {
    return Reject(RejectionCode::kRepeated,
                  Said("{0} is in the minutes twice", "{0} figure deux fois au procès-verbal",
                       fact.decisions[*repeated].learner));
  }
  if (const auto repeated = FindRepeated(fact.signed_by, [](const auto& p) { return p; })) {
    return Reject(RejectionCode::kRepeated,
                  Said("{0} signs twice", "{0} signe deux fois", fact.signed_by[*repeated]));
  }
  return CheckSigners(fact, decisions, c);
}

}  // namespace cartulary
