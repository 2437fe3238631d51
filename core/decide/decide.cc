#include "core/decide/decide.h"

#include <algorithm>
#include <type_traits>

#include "core/check.h"
#include "core/decide/case.h"
#include "core/fold/editions.h"

namespace cartulary {
namespace {

const FoldedStream kNoStream;
const Reference kNoReference;

Case CaseOf(const Command& command, const DecideContext& context) {
  return Case{command, context, context.reference == nullptr ? kNoReference : *context.reference,
              context.target == nullptr ? kNoStream : *context.target};
}

// The stream as a correction of `target` finds it.
FoldedStream Without(FoldedStream stream, Version target) {
  for (Entry& entry : stream.entries) {
    if (entry.version != target) continue;
    entry.superseded = Superseded{{stream.next_version}, {}, std::nullopt};
  }
  return stream;
}

template <typename T>
inline constexpr bool kOpensStream =
    std::is_same_v<T, LearnerRegistered> || std::is_same_v<T, JuryAppointed>;

// What follows an event of a registration is recorded with it, even after that registration was
// merged; what begins then, with the one that goes on.
template <typename T>
inline constexpr bool kBegins =
    std::is_same_v<T, EnrolmentOpened> || std::is_same_v<T, LanguageCertificateRecorded> ||
    std::is_same_v<T, AccommodationGranted> || std::is_same_v<T, LearnersMerged>;

Rejection UnknownEnrolment(const EnrolmentId& enrolment, const Case& c) {
  for (const Dossier* other : c.context.other_registrations) {
    if (!FindEnrolment(*other, enrolment, c.effective())) continue;
    return Reject(RejectionCode::kUnknownEnrolment,
                  Said("the enrolment was opened under the registration {0}; record it there",
                       "l'inscription a été ouverte sous le dossier {0} ; enregistrez-y le fait",
                       IdFrom<LearnerId>(other->subject)));
  }
  return Reject(RejectionCode::kUnknownEnrolment, Said("this learner has no such enrolment",
                                                       "cet apprenant n'a pas cette inscription"));
}

// Facts of a learner's enrolment, but for the one that opens it.
template <typename T>
inline constexpr bool kOfEnrolment =
    T::kInfo.stream == StreamKind::kLearner && !std::is_same_v<T, EnrolmentOpened> &&
    requires(const T& fact) {
  fact.enrolment;
};

template <typename T>
Refusal CheckSubject(const T& fact, const Case& c) {
  if constexpr (T::kInfo.stream == StreamKind::kLearner && !kOpensStream<T>) {
    if (!FindLive<LearnerRegistered>(c.stream, c.effective())) {
      return Reject(RejectionCode::kUnknownLearner,
                    Said("{0} is not registered", "{0} n'est pas enregistré",
                         IdFrom<LearnerId>(c.command.subject)));
    }
  }
  if constexpr (T::kInfo.stream == StreamKind::kJury && !kOpensStream<T>) {
    if (!FindLive<JuryAppointed>(c.stream, c.effective())) {
      return Reject(RejectionCode::kUnknownJury, Said("{0} is not appointed", "{0} n'est pas nommé",
                                                      IdFrom<JuryId>(c.command.subject)));
    }
  }
  if constexpr (kOfEnrolment<T>) {
    if (!FindEnrolment(c.stream, fact.enrolment, c.effective())) {
      return UnknownEnrolment(fact.enrolment, c);
    }
  }
  if constexpr (kBegins<T>) {
    const auto merged = FindLive<LearnersMerged>(c.stream, c.effective(),
                                                 [](const auto& held) { return !held->survivor; });
    if (merged && !std::holds_alternative<FactCorrected>(c.command.fact)) {
      return Reject(
          RejectionCode::kLearnerMerged,
          Said("this registration was merged into {0}; record it there",
               "ce dossier a été fusionné dans {0} ; enregistrez-y le fait", (*merged)->other));
    }
  }
  return std::nullopt;
}

template <typename T>
Refusal CheckNotRecorded(const T& fact, const Case& c) {
  const auto same = FindLive<T>(c.stream, c.effective(), [&](const Held<T>& held) {
    return held.entry->effective == c.effective() && *held.fact == fact;
  });
  if (!same) return std::nullopt;
  if constexpr (std::is_same_v<T, JuryDecisionRecorded>) {
    if (const Entry* end = EndOfDecision(same->entry->version, c)) {
      return Reject(
          RejectionCode::kDecisionMinuted,
          Said("this session decided exactly this, at version {0}, and that ended on {1}, "
               "by version {2}: another session decides anew",
               "cette session a décidé cela même, à la version {0}, et cela a pris fin le "
               "{1}, par la version {2} : une autre session statue à nouveau",
               same->entry->version, end->effective, end->version));
    }
  }
  return Reject(RejectionCode::kAlreadyRecorded,
                Said("exactly this is recorded at version {0} of the stream",
                     "ce même fait est enregistré à la version {0} du flux", same->entry->version));
}

// The fact as it may be recorded, completed.
template <typename T>
std::variant<T, Rejection> DecidePlain(T fact, const Case& c) {
  if (auto no = CheckSubject(fact, c)) return *no;
  Complete(fact, c);
  if (auto no = CheckNotRecorded(fact, c)) return *no;
  if constexpr (kOfEnrolment<T>) {
    if (auto no = CheckNotLeft(T::kInfo.type, fact.enrolment, c)) return *no;
  }
  if (auto no = Check(fact, c)) return *no;
  if (auto no = CheckRecordedAlone(T::kInfo.type, SessionOf(fact, c), c)) return *no;
  return fact;
}

// What follows from a fact in other streams.
template <typename T>
void AddConsequences(const T&, const Case&, std::vector<Decided>&) {}
void AddConsequences(const AwardIssued& award, const Case& c, std::vector<Decided>& decided) {
  decided.push_back(
      {StreamKind::kAwardNumber, c.context.award_number,
       AwardNumberTaken{award.certification, {c.command.subject, {c.stream.next_version}}}});
}

void AddConsequences(const RevisionApplied&, const Case& c, std::vector<Decided>& decided) {
  for (CaseOpened opened : c.command.cases) {
    opened.applied = EventRef{c.command.subject, {c.stream.next_version}};
    decided.push_back({StreamKind::kSystem, c.context.system, opened});
  }
}
void AddConsequences(const LearnersMerged& merged, const Case& c, std::vector<Decided>& decided) {
  decided.push_back(
      {StreamKind::kLearner, SubjectOf(merged.other),
       LearnersMerged{IdFrom<LearnerId>(c.command.subject), !merged.survivor, merged.act}});
}

template <typename T>
Decision DecideFact(const T& fact, const Case& c) {
  auto plain = DecidePlain(fact, c);
  if (const auto* no = std::get_if<Rejection>(&plain)) return *no;
  const T& completed = *std::get_if<T>(&plain);
  std::vector<Decided> decided = {{c.command.kind, c.command.subject, completed}};
  AddConsequences(completed, c, decided);
  return decided;
}

Decision DecideFact(const FactCorrected& fact, const Case& c) {
  if (auto no = CheckCorrection(fact, c)) return *no;
  const FoldedStream stream = Without(c.stream, fact.target);
  const Case without{c.command, c.context, c.reference, stream};
  return std::visit(
      [&](const auto& replacement) -> Decision {
        auto plain = DecidePlain(replacement, without);
        if (const auto* no = std::get_if<Rejection>(&plain)) return *no;
        FactCorrected completed = fact;
        completed.replacement = *std::get_if<std::decay_t<decltype(replacement)>>(&plain);
        return std::vector<Decided>{{c.command.kind, c.command.subject, completed}};
      },
      fact.replacement);
}

Decision DecideFact(const FactVoided& fact, const Case& c) {
  if (auto no = CheckVoiding(fact, c)) return *no;
  return std::vector<Decided>{{c.command.kind, c.command.subject, fact}};
}

// Which rules the Check of a fact reads.
template <typename T>
std::optional<RulesKey> RulesFor(const T& fact, const Case& c) {
  if constexpr (std::is_same_v<T, AssessmentPlanned>) {
    return RulesKey{fact.certification, fact.edition, {}};
  } else if constexpr (std::is_same_v<T, RevisionPublished>) {
    if (!fact.previous) return std::nullopt;
    return RulesKey{fact.certification, fact.edition, fact.previous};
  } else if constexpr (std::is_same_v<T, EnrolmentOpened>) {
    const auto edition = EditionInForce(c.reference.Referential(fact.certification), c.effective());
    if (!edition) return std::nullopt;
    return RulesKey{fact.certification, *edition, {}};
  } else if constexpr (std::is_same_v<T, TutorGridSigned> ||
                       std::is_same_v<T, JuryDecisionRecorded> || std::is_same_v<T, AwardIssued> ||
                       std::is_same_v<T, RouteChanged> || std::is_same_v<T, EquivalenceGranted> ||
                       std::is_same_v<T, WaiverGranted>) {
    if (!FindEnrolment(c.stream, fact.enrolment, c.effective())) return std::nullopt;
    const EnrolmentTerms terms = TermsOf(c, fact.enrolment);
    return RulesKey{terms.opened->certification, terms.edition, {}};
  } else if constexpr (std::is_same_v<T, FactCorrected>) {
    return std::visit([&](const auto& replacement) { return RulesFor(replacement, c); },
                      fact.replacement);
  } else {
    return std::nullopt;
  }
}

template <typename T>
std::optional<Claim> ClaimOf(const T& fact) {
  if constexpr (std::is_same_v<T, LearnerRegistered>) {
    return Claim{ClaimKind::kStudentNumber, fact.number, {}};
  } else if constexpr (std::is_same_v<T, PersonRegistered>) {
    if (!fact.number) return std::nullopt;
    return Claim{ClaimKind::kStaffNumber, *fact.number, {}};
  } else if constexpr (std::is_same_v<T, JuryAppointed>) {
    return Claim{ClaimKind::kJuryCode, {}, fact.code.text};
  } else if constexpr (std::is_same_v<T, AwardIssued>) {
    return Claim{ClaimKind::kAwardNumber, {}, fact.number.text};
  } else if constexpr (std::is_same_v<T, FactCorrected>) {
    return std::visit([](const auto& replacement) { return ClaimOf(replacement); },
                      fact.replacement);
  } else {
    return std::nullopt;
  }
}

}  // namespace

std::optional<Held<EnrolmentOpened>> FindEnrolment(const FoldedStream& learner,
                                                   const EnrolmentId& enrolment, Date on) {
  return FindLive<EnrolmentOpened>(
      learner, on, [&](const Held<EnrolmentOpened>& held) { return held->enrolment == enrolment; });
}

Held<EnrolmentOpened> EnrolmentOf(const Case& c, const EnrolmentId& enrolment) {
  const auto found = FindEnrolment(c.stream, enrolment, c.effective());
  CARTULARY_CHECK(found.has_value());
  return *found;
}

bool IsOfEnrolment(const PlainFact& fact, const EnrolmentId& enrolment) {
  return std::visit(
      [&]<typename T>([[maybe_unused]] const T& any) {
        if constexpr (kOfEnrolment<T>) return any.enrolment == enrolment;
        return false;
      },
      static_cast<const PlainFactVariant&>(fact));
}

EnrolmentTerms TermsOf(const Case& c, const EnrolmentId& enrolment) {
  const auto terms = TermsOf(c.stream, enrolment, c.effective());
  CARTULARY_CHECK(terms.has_value());
  return *terms;
}

const Referential* RulesOf(const Case& c, const CertificationCode& certification,
                           const EditionCode& edition) {
  const Referential* rules = c.context.rules;
  if (rules == nullptr) return nullptr;
  CARTULARY_CHECK(rules->certification == certification);
  CARTULARY_CHECK(rules->edition.code == edition);
  return rules;
}

const Referential* RulesOf(const Case& c, const EnrolmentId& enrolment) {
  const EnrolmentTerms terms = TermsOf(c, enrolment);
  return RulesOf(c, terms.opened->certification, terms.edition);
}

Needs NeedsOf(const Command& command) {
  Needs needs;
  needs.streams = CitationsOf(command.fact);
  needs.streams.persons.insert(command.by.actor.person);
  if (command.by.approver) needs.streams.persons.insert(command.by.approver->person);
  if (command.by.on_behalf_of) needs.streams.persons.insert(*command.by.on_behalf_of);
  needs.claim = std::visit([](const auto& fact) { return ClaimOf(fact); }, command.fact);
  needs.verdict = std::holds_alternative<AwardIssued>(command.fact);
  return needs;
}

std::optional<RulesKey> RulesNeeded(const Command& command, const DecideContext& context) {
  const Case c = CaseOf(command, context);
  return std::visit([&](const auto& fact) { return RulesFor(fact, c); }, command.fact);
}

Decision Decide(const Command& command, const DecideContext& context) {
  const Case c = CaseOf(command, context);
  if (auto no = CheckCommand(command, context, c.reference)) return *no;
  return std::visit([&](const auto& fact) { return DecideFact(fact, c); }, command.fact);
}

}  // namespace cartulary
