// The rules of the system's stream: findings, samples, cases.
#include "core/decide/case.h"

namespace cartulary {
namespace {

Refusal CheckReasonGiven(const Case& c, const Text& what) {
  if (c.command.by.reason) return std::nullopt;
  return Reject(RejectionCode::kReasonMissing, what);
}

// The case that a version names, unless it is closed.
std::optional<Rejection> CheckOpenCase(Version opened, const Case& c) {
  if (!FindNamed<CaseOpened>(c.stream, opened, c.effective())) {
    return Reject(RejectionCode::kUnknownFact,
                  Said("there is no case {0}", "il n'y a pas de dossier {0}", opened));
  }
  const auto closed = FindLive<CaseClosed>(
      c.stream, c.effective(), [&](const auto& held) { return held->opened == opened; });
  if (!closed) return std::nullopt;
  return Reject(RejectionCode::kRecordedOtherwise,
                Said("case {0} was closed on {1}, at version {2}. If that is wrong, void it",
                     "le dossier {0} a été clos le {1}, à la version {2}. Si c'est une erreur, "
                     "annulez ce fait",
                     opened, closed->entry->effective, closed->entry->version));
}

}  // namespace

Refusal Check(const SkipWaived&, const Case& c) {
  return CheckReasonGiven(c, Said("why an event may be passed over is said by a reason",
                                  "la raison d'écarter un événement est donnée par un motif"));
}

Refusal Check(const FindingNoted&, const Case& c) {
  return CheckReasonGiven(
      c, Said("a note on a finding has a reason", "une note sur un constat a un motif"));
}

Refusal Check(const CaseOpened& fact, const Case& c) {
  const auto learner = c.context.learners.find(fact.learner);
  const Dossier* dossier = learner == c.context.learners.end() ? nullptr : learner->second;
  if (dossier == nullptr || !FindLive<LearnerRegistered>(*dossier, c.effective())) {
    return Reject(RejectionCode::kUnknownLearner,
                  Said("{0} is not registered", "{0} n'est pas enregistré", fact.learner));
  }
  if (!FindEnrolment(*dossier, fact.enrolment, c.effective())) {
    return Reject(RejectionCode::kUnknownEnrolment,
                  Said("{0} is not an enrolment of {1}", "{0} n'est pas une inscription de {1}",
                       fact.enrolment, fact.learner));
  }
  if (fact.applied) {
    return Reject(RejectionCode::kFieldInvalid,
                  Said("field applied: only `replay --apply` opens the cases of a revision",
                       "champ applied : seul `replay --apply` ouvre les dossiers d'une révision"));
  }
  if (!fact.finding) {
    return Reject(RejectionCode::kFieldInvalid,
                  Said("field finding: a case says which finding is its cause",
                       "champ finding : un dossier cite le constat qui en est la cause"));
  }
  if (fact.concerns && FindRecorded(*dossier, *fact.concerns) == nullptr) {
    return Reject(RejectionCode::kUnknownFact,
                  Said("{0} has no fact at version {1} of that stream",
                       "{0} n'a pas de fait à la version {1} de ce flux", fact.learner,
                       fact.concerns->version));
  }
  for (const auto& other : Live<CaseOpened>(c.stream, c.effective())) {
    const bool same = other->learner == fact.learner && other->enrolment == fact.enrolment &&
                      other->kind == fact.kind && other->finding == fact.finding;
    if (same && !CheckOpenCase(other.entry->version, c)) {
      return Reject(RejectionCode::kRecordedOtherwise,
                    Said("case {0} is open for that", "le dossier {0} est ouvert pour cela",
                         other.entry->version));
    }
  }
  return std::nullopt;
}

Refusal Check(const CaseAssigned& fact, const Case& c) { return CheckOpenCase(fact.opened, c); }

Refusal Check(const CaseClosed& fact, const Case& c) {
  if (auto no = CheckOpenCase(fact.opened, c)) return no;
  const auto opened = FindNamed<CaseOpened>(c.stream, fact.opened, c.effective());
  if (fact.event && fact.event->subject != SubjectOf((*opened)->learner)) {
    return Reject(RejectionCode::kUnknownFact,
                  Said("the act that closes case {0} is recorded of {1}",
                       "l'acte qui clôt le dossier {0} est enregistré pour {1}", fact.opened,
                       (*opened)->learner));
  }
  if (fact.by == CaseClosing::kNoChange) {
    return CheckReasonGiven(c, Said("closed with no change: for which reason?",
                                    "clos sans changement : pour quel motif ?"));
  }
  if (!fact.event && !fact.act) {
    return Reject(RejectionCode::kFieldInvalid,
                  Said("field act: the act that closes the case, or the event that records it",
                       "champ act : l'acte qui clôt le dossier, ou l'événement qui l'enregistre"));
  }
  return std::nullopt;
}

Refusal Check(const SampleDrawn& fact, const Case&) {
  if (fact.size >= 1 && fact.size <= fact.of) return std::nullopt;
  return Reject(RejectionCode::kFigureOutOfRange,
                Said("{0} drawn of {1}", "{0} tirés sur {1}", fact.size, fact.of));
}

}  // namespace cartulary
