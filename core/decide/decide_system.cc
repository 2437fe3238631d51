// The rules of the system's stream: findings, samples, cases.
#include <type_traits>

#include "core/decide/case.h"

namespace cartulary {
namespace {

Refusal CheckReasonGiven(const Case& c, const Text& what) {
  if (c.command.by.reason) return std::nullopt;
  return Reject(RejectionCode::kReasonMissing, what);
}

// The case that a version names, unless it is closed.
std::optional<Rejection> CheckOpenCase(Version opened, const Case& c) {
  const auto found = FindNamed<CaseOpened>(c.stream, opened, c.effective());
  if (!found) {
    return Reject(RejectionCode::kUnknownFact,
                  Said("there is no case {0}", "il n'y a pas de dossier {0}", opened));
  }
  if (c.effective() < found->entry->effective) {
    return Reject(RejectionCode::kPeriodReversed,
                  Said("case {0} was opened on {1}, after {2}",
                       "le dossier {0} a été ouvert le {1}, après le {2}", opened,
                       found->entry->effective, c.effective()));
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

CaseClosing ClosingOf(Authority authority) {
  if (authority == Authority::kCourt) return CaseClosing::kCourt;
  const bool of_jury = authority == Authority::kJury || authority == Authority::kJuryChair;
  return of_jury ? CaseClosing::kJury : CaseClosing::kAuthority;
}

// Whose act on the enrolment a fact records; nobody's, if it is none that can answer a case.
std::optional<CaseClosing> ActOn(const EnrolmentId& enrolment, const PlainFact& fact) {
  return std::visit(
      [&](const auto& plain) -> std::optional<CaseClosing> {
        using T = std::decay_t<decltype(plain)>;
        if constexpr (T::kInfo.stream != StreamKind::kLearner) {
          return std::nullopt;
        } else if constexpr (requires { plain.enrolment; }) {
          if (plain.enrolment != enrolment) return std::nullopt;
          if constexpr (std::is_same_v<T, JuryDecisionRecorded>) return CaseClosing::kJury;
          if constexpr (std::is_same_v<T, CourtRuled>) return CaseClosing::kCourt;
          if constexpr (requires { plain.authority; }) return ClosingOf(plain.authority);
        }
        return std::nullopt;
      },
      fact);
}

// The event that closes a case is an act on its learner, of whom is said, since the case was
// opened.
Refusal CheckClosingEvent(const CaseClosed& fact, const Held<CaseOpened>& opened, const Case& c) {
  const auto learner = c.context.learners.find(RegistrationOf(*opened.fact));
  const Entry* entry = nullptr;
  if (learner != c.context.learners.end() && learner->second->subject == fact.event->subject) {
    entry = FindEntry(*learner->second, fact.event->version);
  }
  if (entry == nullptr || entry->IsOut()) {
    return Reject(RejectionCode::kUnknownFact,
                  Said("the act that closes case {0}: {1} has no such event, or it is taken out",
                       "l'acte qui clôt le dossier {0} : {1} n'a pas cet événement, ou il est "
                       "écarté",
                       fact.opened, opened->learner));
  }
  const auto act = ActOn(opened->enrolment, entry->fact);
  if (!act) {
    return Reject(RejectionCode::kUnknownFact,
                  Said("{0} at version {1} is no act on the enrolment of the case",
                       "{0}, à la version {1}, n'est pas un acte sur le parcours du dossier",
                       InfoOf(entry->fact).name, entry->version));
  }
  if (*act != fact.by) {
    return Reject(RejectionCode::kAuthorityNotAllowed,
                  Said("{0} at version {1} is an act of: {2}; not of: {3}",
                       "{0}, à la version {1}, est un acte de : {2} ; non de : {3}",
                       InfoOf(entry->fact).name, entry->version, *act, fact.by));
  }
  if (entry->index < opened.entry->index) {
    return Reject(RejectionCode::kUnknownFact,
                  Said("{0} at version {1} was recorded before the case was opened: it cannot "
                       "answer it",
                       "{0}, à la version {1}, a été enregistré avant l'ouverture du dossier : il "
                       "ne peut y répondre",
                       InfoOf(entry->fact).name, entry->version));
  }
  return std::nullopt;
}

}  // namespace

LearnerId RegistrationOf(const CaseOpened& opened) {
  return opened.concerns ? IdFrom<LearnerId>(opened.concerns->subject) : opened.learner;
}

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
                  Said("{0} has no such enrolment", "{0} n'a pas cette inscription", fact.learner));
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
  if (fact.by == CaseClosing::kNoChange) {
    if (fact.event || fact.act) {
      return Reject(RejectionCode::kFieldInvalid,
                    Said("field by: no_change has no act; whose act is it?",
                         "champ by : no_change est sans acte ; de qui est celui-ci ?"));
    }
    return CheckReasonGiven(c, Said("closed with no change: for which reason?",
                                    "clos sans changement : pour quel motif ?"));
  }
  if (fact.event) return CheckClosingEvent(fact, *opened, c);
  if (!fact.act) {
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
