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
                    "version " + ToText(other.entry->version) + OfRegistration(one, c) +
                        " enrols this learner in " + fact.certification.text + " from " +
                        ToText(other.entry->effective) +
                        (end ? " to " + ToText(*end) : ", and it is open"));
    }
  }
  return std::nullopt;
}

}  // namespace

Refusal Check(const LearnerRegistered&, const Case& c) {
  if (const auto other = FindLive<LearnerRegistered>(c.stream, c.effective())) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  "registered at version " + ToText(other->entry->version) + ". Correct that");
  }
  if (c.context.holder && *c.context.holder != c.command.subject) {
    return Reject(RejectionCode::kNumberTaken,
                  "the student number belongs to " + ToText(IdFrom<LearnerId>(*c.context.holder)));
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
                  fact.certification.text + " is not published");
  }
  const auto edition = EditionInForce(referential, c.effective());
  if (!edition) {
    return Reject(RejectionCode::kNoEditionInForce, "no edition of " + fact.certification.text +
                                                        " is in force on " + ToText(c.effective()));
  }
  if (fact.edition != *edition) {
    return Reject(RejectionCode::kOtherEdition, "an entry on " + ToText(c.effective()) +
                                                    " comes under edition " + edition->text +
                                                    ", not " + fact.edition.text + ". Give none");
  }
  const Referential* rules = RulesOf(c, fact.certification, fact.edition);
  if (rules == nullptr) {
    return Reject(RejectionCode::kNoRules, "edition " + edition->text + " has no revision");
  }
  const RouteAccess* route = FindRoute(*rules, fact.route);
  if (route == nullptr || !route->open) {
    return Reject(RejectionCode::kRouteClosed, "the route " + std::string(ToName(fact.route)) +
                                                   " is closed to " + fact.certification.text);
  }
  if (fact.level < kEntryLevelMin || kEntryLevelMax < fact.level) {
    return Reject(RejectionCode::kLevelOutOfRange,
                  "entry level " + std::to_string(fact.level) + " is not in 3 .. 8");
  }
  if (auto no = CheckNoOverlap(fact, c)) return no;
  if (const auto other = FindEnrolment(c.stream, fact.enrolment, c.effective())) {
    return Reject(
        RejectionCode::kRecordedOtherwise,
        ToText(fact.enrolment) + " is the enrolment of version " + ToText(other->entry->version));
  }
  return std::nullopt;
}

Refusal Check(const ContractStarted& fact, const Case& c) {
  if (fact.to < c.effective()) {
    return Reject(
        RejectionCode::kPeriodReversed,
        "it would end on " + ToText(fact.to) + ", before it begins on " + ToText(c.effective()));
  }
  return std::nullopt;
}

Refusal Check(const ContractEnded& fact, const Case& c) {
  const auto of_enrolment = [&](const auto& held) {
    return held->enrolment == fact.enrolment && held.entry->effective <= c.effective();
  };
  const auto contract = FindLive<ContractStarted>(c.stream, c.effective(), of_enrolment);
  if (!contract) {
    return Reject(RejectionCode::kNothingToEnd,
                  "no contract of this enrolment had begun on " + ToText(c.effective()));
  }
  const auto ending = FindLive<ContractEnded>(c.stream, c.effective(), [&](const auto& held) {
    return held->enrolment == fact.enrolment && contract->entry->effective <= held.entry->effective;
  });
  if (ending) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  "the contract ended on " + ToText(ending->entry->effective) + ", says version " +
                      ToText(ending->entry->version) + ". Correct that");
  }
  return std::nullopt;
}

Refusal Check(const TutorAssigned& fact, const Case& c) {
  if (fact.to && *fact.to < c.effective()) {
    return Reject(
        RejectionCode::kPeriodReversed,
        "it would end on " + ToText(*fact.to) + ", before it begins on " + ToText(c.effective()));
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
    return Reject(RejectionCode::kNothingToEnd, ToText(fact.person) + " was not assigned as " +
                                                    std::string(ToName(fact.role)) + " by " +
                                                    ToText(c.effective()));
  }
  const auto ending = FindLive<TutorEnded>(c.stream, c.effective(), [&](const auto& held) {
    return same(*held.fact) && tutor->entry->effective <= held.entry->effective;
  });
  if (ending) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  "it ended on " + ToText(ending->entry->effective) + ", says version " +
                      ToText(ending->entry->version) + ". Correct that");
  }
  return std::nullopt;
}

Refusal Check(const LearnersMerged& fact, const Case& c) {
  const LearnerId self = IdFrom<LearnerId>(c.command.subject);
  if (fact.other == self) {
    return Reject(RejectionCode::kRepeated, ToText(self) + " is merged with another, not itself");
  }
  const auto other = c.context.learners.find(fact.other);
  if (other == c.context.learners.end() || other->second == nullptr ||
      !FindLive<LearnerRegistered>(*other->second, c.effective())) {
    return Reject(RejectionCode::kUnknownLearner, ToText(fact.other) + " is not registered");
  }
  if (FindLive<LearnersMerged>(*other->second, c.effective())) {
    return Reject(RejectionCode::kLearnerMerged, ToText(fact.other) + " was merged before");
  }
  return std::nullopt;
}

Refusal Check(const AccommodationGranted&, const Case&) { return std::nullopt; }

Refusal Check(const AccommodationEnded& fact, const Case& c) {
  const auto granted = FindNamed<AccommodationGranted>(c.stream, fact.accommodation, c.effective());
  if (!granted) {
    return Reject(RejectionCode::kUnknownFact,
                  "version " + ToText(fact.accommodation) + " is not an accommodation");
  }
  if (c.effective() < granted->entry->effective) {
    return Reject(RejectionCode::kPeriodReversed,
                  "the accommodation begins on " + ToText(granted->entry->effective));
  }
  const auto ending = FindLive<AccommodationEnded>(c.stream, c.effective(), [&](const auto& held) {
    return FindStanding(c.stream, held->accommodation) == granted->entry;
  });
  if (ending) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  "it ended on " + ToText(ending->entry->effective) + ", says version " +
                      ToText(ending->entry->version) + ". Correct that");
  }
  return std::nullopt;
}

Refusal Check(const SurveyAnswered& fact, const Case& c) {
  const auto award = FindLive<AwardIssued>(c.stream, c.effective(), [&](const auto& held) {
    return held->enrolment == fact.enrolment && held.entry->effective <= c.effective();
  });
  if (!award) {
    return Reject(
        RejectionCode::kNotCertified,
        "the survey asks those who hold the title; none was awarded by " + ToText(c.effective()));
  }
  const auto other = FindLive<SurveyAnswered>(c.stream, c.effective(), [&](const auto& held) {
    return held->enrolment == fact.enrolment && held->horizon == fact.horizon;
  });
  if (other) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  "the survey at " + std::string(ToName(fact.horizon)) +
                      " is answered at version " + ToText(other->entry->version) +
                      ". Correct that");
  }
  return std::nullopt;
}

}  // namespace cartulary
