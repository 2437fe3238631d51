// The rules of who a learner is, how they are enrolled, under contract and tutored.
#include <algorithm>

#include "core/decide/case.h"
#include "core/fold/editions.h"

namespace cartulary {
namespace {

constexpr int kEntryLevelMin = 3;
constexpr int kEntryLevelMax = 8;

// The last day of an enrolment: an award, a refusal or a partial validation ends it, and so does
// leaving. None while it is open.
std::optional<Date> EndOf(const Case& c, const EnrolmentId& enrolment) {
  std::optional<Date> end;
  for (const auto& held : Live<JuryDecisionRecorded>(c.stream, c.effective())) {
    if (held->enrolment != enrolment) continue;
    const bool ends =
        held->decision == FinalDecision::kRefused || held->decision == FinalDecision::kPartial;
    end = ends ? std::optional(held.entry->effective) : std::nullopt;
  }
  for (const auto& held : Live<AwardIssued>(c.stream, c.effective())) {
    if (held->enrolment == enrolment) end = held.entry->effective;
  }
  const auto leave = [&](const auto& held) {
    if (held->enrolment == enrolment) end = held.entry->effective;
  };
  for (const auto& held : Live<EnrolmentClosed>(c.stream, c.effective())) leave(held);
  for (const auto& held : Live<EnrolmentTransferred>(c.stream, c.effective())) leave(held);
  return end;
}

Refusal CheckNoOverlap(const EnrolmentOpened& fact, const Case& c) {
  for (const Case& one : CasesOfLearner(c)) {
    for (const auto& other : Live<EnrolmentOpened>(one.stream, c.effective())) {
      if (other->certification != fact.certification) continue;
      const auto end = EndOf(one, other->enrolment);
      if (end && *end <= c.effective()) continue;
      return Reject(RejectionCode::kEnrolmentOverlaps,
                    Said("version {0}{1} enrols this learner in {2} from {3}{4}",
                         "la version {0}{1} inscrit cet apprenant à {2} à compter du {3}{4}",
                         other.entry->version, OfRegistration(one, c), fact.certification,
                         other.entry->effective,
                         end ? Said(" to {0}", " jusqu'au {0}", *end)
                             : Said(", and it is open", ", et cette inscription est ouverte")));
    }
  }
  return std::nullopt;
}

// A survey is answered some time around its horizon, not long before it.
int MonthsBeforeAnswer(SurveyHorizon horizon) {
  switch (horizon) {
    case SurveyHorizon::kSixMonths:
      return 3;
    case SurveyHorizon::kTwoYears:
      break;
  }
  return 18;
}

// Two titles of one certification are not one learner's: one of them is withdrawn first.
Refusal CheckOneTitle(const Dossier& other, const Case& c) {
  const Case theirs{c.command, c.context, c.reference, other};
  for (const Case& one : CasesOfLearner(c)) {
    for (const auto& own : Live<AwardIssued>(one.stream, c.effective())) {
      if (!StandsAsAward(own, one)) continue;
      const auto second = FindLive<AwardIssued>(other, c.effective(), [&](const auto& held) {
        return held->certification == own->certification && StandsAsAward(held, theirs);
      });
      if (!second) continue;
      return Reject(RejectionCode::kSecondAward,
                    Said("both hold the title of {0}: {1} and {2}",
                         "les deux dossiers portent le titre {0} : {1} et {2}", own->certification,
                         own->number, (*second)->number));
    }
  }
  return std::nullopt;
}

}  // namespace

Refusal Check(const LearnerRegistered&, const Case& c) {
  if (const auto other = FindLive<LearnerRegistered>(c.stream, c.effective())) {
    return Reject(
        RejectionCode::kRecordedOtherwise,
        Said("registered at version {0}. Correct that",
             "l'enregistrement est à la version {0}. Corrigez ce fait", other->entry->version));
  }
  if (c.context.holder && *c.context.holder != c.command.subject) {
    return Reject(RejectionCode::kNumberTaken,
                  Said("the student number belongs to {0}", "ce numéro d'étudiant est celui de {0}",
                       IdFrom<LearnerId>(*c.context.holder)));
  }
  return std::nullopt;
}

void Complete(EnrolmentOpened& fact, const Case& c) {
  if (!fact.edition.empty()) return;
  const auto edition = EditionInForce(c.reference.Referential(fact.certification), c.effective());
  if (edition) fact.edition = *edition;
}

Refusal Check(const EnrolmentOpened& fact, const Case& c) {
  const FoldedStream& referential = c.reference.Referential(fact.certification);
  if (!FindLive<EditionPublished>(referential, c.effective())) {
    return Reject(RejectionCode::kUnknownCertification,
                  Said("{0} is not published", "la certification {0} n'est pas publiée",
                       fact.certification.text));
  }
  const auto edition = EditionInForce(referential, c.effective());
  if (!edition) {
    return Reject(RejectionCode::kNoEditionInForce,
                  Said("no edition of {0} is in force on {1}",
                       "aucune édition de {0} n'est en vigueur au {1}", fact.certification.text,
                       c.effective()));
  }
  if (fact.edition != *edition) {
    return Reject(RejectionCode::kOtherEdition,
                  Said("an entry on {0} comes under edition {1}, not {2}. Give none",
                       "une entrée au {0} relève de l'édition {1}, non de {2}. N'en donnez aucune",
                       c.effective(), edition->text, fact.edition.text));
  }
  const Referential* rules = RulesOf(c, fact.certification, fact.edition);
  if (rules == nullptr) {
    return Reject(
        RejectionCode::kNoRules,
        Said("edition {0} has no revision", "l'édition {0} n'a aucune révision", edition->text));
  }
  const RouteAccess* route = FindRoute(*rules, fact.route);
  if (route == nullptr || !route->open) {
    return Reject(
        RejectionCode::kRouteClosed,
        Said("the route {0} is closed to {1}", "la voie d'accès « {0} » n'est pas ouverte pour {1}",
             fact.route, fact.certification.text));
  }
  if (fact.level < kEntryLevelMin || kEntryLevelMax < fact.level) {
    return Reject(RejectionCode::kLevelOutOfRange,
                  Said("entry level {0} is not in 3 .. 8",
                       "le niveau d'entrée {0} n'est pas compris entre 3 et 8", fact.level));
  }
  if (auto no = CheckNoOverlap(fact, c)) return no;
  if (const auto other = FindEnrolment(c.stream, fact.enrolment, c.effective())) {
    return Reject(RejectionCode::kRecordedOtherwise, Said("{0} is the enrolment of version {1}",
                                                          "{0} est l'inscription de la version {1}",
                                                          fact.enrolment, other->entry->version));
  }
  return CheckNothingBefore(fact.enrolment, c);
}

Refusal Check(const ContractStarted& fact, const Case& c) {
  if (fact.to < c.effective()) {
    return Reject(RejectionCode::kPeriodReversed,
                  Said("it would end on {0}, before it begins on {1}",
                       "la fin, le {0}, précéderait le début, le {1}", fact.to, c.effective()));
  }
  return std::nullopt;
}

Refusal Check(const ContractEnded& fact, const Case& c) {
  const auto of_enrolment = [&](const auto& held) {
    return held->enrolment == fact.enrolment && held.entry->effective <= c.effective();
  };
  const auto contract = FindLive<ContractStarted>(c.stream, c.effective(), of_enrolment);
  if (!contract) {
    return Reject(
        RejectionCode::kNothingToEnd,
        Said("no contract of this enrolment had begun on {0}",
             "aucun contrat de cette inscription n'avait commencé au {0}", c.effective()));
  }
  const auto ending = FindLive<ContractEnded>(c.stream, c.effective(), [&](const auto& held) {
    return held->enrolment == fact.enrolment && contract->entry->effective <= held.entry->effective;
  });
  if (ending) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  Said("the contract ended on {0}, says version {1}. Correct that",
                       "le contrat a pris fin le {0}, selon la version {1}. Corrigez ce fait",
                       ending->entry->effective, ending->entry->version));
  }
  return std::nullopt;
}

Refusal Check(const TutorAssigned& fact, const Case& c) {
  if (fact.to && *fact.to < c.effective()) {
    return Reject(RejectionCode::kPeriodReversed,
                  Said("it would end on {0}, before it begins on {1}",
                       "la fin, le {0}, précéderait le début, le {1}", *fact.to, c.effective()));
  }
  return std::nullopt;
}

Refusal Check(const TutorEnded& fact, const Case& c) {
  const auto same = [&](const auto& other) {
    return other.enrolment == fact.enrolment && other.person == fact.person &&
           other.role == fact.role;
  };
  const auto tutor = FindLive<TutorAssigned>(c.stream, c.effective(), [&](const auto& held) {
    return same(*held.fact) && held.entry->effective <= c.effective();
  });
  if (!tutor) {
    return Reject(RejectionCode::kNothingToEnd, Said("{0} was not assigned as {1} by {2}",
                                                     "{0} n'était pas affecté comme {1} au {2}",
                                                     fact.person, fact.role, c.effective()));
  }
  const auto ending = FindLive<TutorEnded>(c.stream, c.effective(), [&](const auto& held) {
    return same(*held.fact) && tutor->entry->effective <= held.entry->effective;
  });
  if (ending) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  Said("it ended on {0}, says version {1}. Correct that",
                       "la fin est enregistrée au {0}, à la version {1}. Corrigez ce fait",
                       ending->entry->effective, ending->entry->version));
  }
  return std::nullopt;
}

Refusal Check(const LearnersMerged& fact, const Case& c) {
  const LearnerId self = IdFrom<LearnerId>(c.command.subject);
  if (fact.other == self) {
    return Reject(RejectionCode::kRepeated,
                  Said("{0} is merged with another, not itself",
                       "{0} se fusionne avec un autre dossier, non avec lui-même", self));
  }
  const auto other = c.context.learners.find(fact.other);
  if (other == c.context.learners.end() || other->second == nullptr ||
      !FindLive<LearnerRegistered>(*other->second, c.effective())) {
    return Reject(RejectionCode::kUnknownLearner,
                  Said("{0} is not registered", "{0} n'est pas enregistré", fact.other));
  }
  if (FindLive<LearnersMerged>(*other->second, c.effective())) {
    return Reject(RejectionCode::kLearnerMerged,
                  Said("{0} was merged before", "{0} a déjà été fusionné", fact.other));
  }
  return CheckOneTitle(*other->second, c);
}

Refusal Check(const AccommodationGranted&, const Case&) { return std::nullopt; }

Refusal Check(const AccommodationEnded& fact, const Case& c) {
  const auto granted = FindNamed<AccommodationGranted>(c.stream, fact.accommodation, c.effective());
  if (!granted) {
    return Reject(RejectionCode::kUnknownFact,
                  Said("version {0} is not an accommodation",
                       "la version {0} n'est pas un aménagement", fact.accommodation));
  }
  if (c.effective() < granted->entry->effective) {
    return Reject(RejectionCode::kPeriodReversed,
                  Said("the accommodation begins on {0}", "l'aménagement commence le {0}",
                       granted->entry->effective));
  }
  const auto ending = FindLive<AccommodationEnded>(c.stream, c.effective(), [&](const auto& held) {
    return FindStanding(c.stream, held->accommodation) == granted->entry;
  });
  if (ending) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  Said("it ended on {0}, says version {1}. Correct that",
                       "la fin est enregistrée au {0}, à la version {1}. Corrigez ce fait",
                       ending->entry->effective, ending->entry->version));
  }
  return std::nullopt;
}

Refusal Check(const SurveyAnswered& fact, const Case& c) {
  const auto award = FindLive<AwardIssued>(c.stream, c.effective(), [&](const auto& held) {
    return held->enrolment == fact.enrolment && held.entry->effective <= c.effective();
  });
  if (!award) {
    return Reject(RejectionCode::kNotCertified,
                  Said("the survey asks those who hold the title; none was awarded by {0}",
                       "l'enquête s'adresse aux titulaires du titre ; aucun n'était délivré au {0}",
                       c.effective()));
  }
  const Date first = AddMonths(award->entry->effective, MonthsBeforeAnswer(fact.horizon));
  if (c.effective() < first) {
    return Reject(
        RejectionCode::kPeriodReversed,
        Said("the title is of {0}: the survey at {1} is not answered before {2}",
             "le titre est du {0} : l'enquête à {1} ne reçoit pas de réponse avant le {2}",
             award->entry->effective, fact.horizon, first));
  }
  const auto other = FindLive<SurveyAnswered>(c.stream, c.effective(), [&](const auto& held) {
    return held->enrolment == fact.enrolment && held->horizon == fact.horizon;
  });
  if (other) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  Said("the survey at {0} is answered at version {1}. Correct that",
                       "la réponse à l'enquête à {0} est à la version {1}. Corrigez ce fait",
                       fact.horizon, other->entry->version));
  }
  return std::nullopt;
}

}  // namespace cartulary
