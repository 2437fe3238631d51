// What may be corrected or voided, and when.
#include <optional>
#include <string>
#include <vector>

#include "core/decide/case.h"

namespace cartulary {
namespace {

// A correction would rewrite what others already rely on, outside this stream: only a new act
// undoes it.
bool IsNeverCorrected(FactType type) {
  switch (type) {
    case FactType::kStoreCreated:
    case FactType::kEditionPublished:
    case FactType::kRevisionPublished:
    case FactType::kRevisionApplied:
    case FactType::kCaseOpened:
    case FactType::kSampleDrawn:
    case FactType::kMinutesSealed:
    case FactType::kAwardIssued:
    case FactType::kAwardNumberTaken:
    case FactType::kLearnersMerged:
    case FactType::kDuplicateIssued:
    case FactType::kBlockCertificateIssued:
      return true;
    default:
      return false;
  }
}

Refusal CheckTarget(Version target, const Case& c) {
  const FoldedStream& stream = c.stream;
  const Entry* entry = FindEntry(stream, target);
  if (entry == nullptr) {
    return Reject(RejectionCode::kUnknownTarget,
                  Said("version {0} of this stream is not a fact to correct",
                       "la version {0} de ce flux n'est pas un fait à corriger", target));
  }
  if (entry->superseded) {
    const Entry* standing = FindStanding(stream, target);
    const Text instead = standing == nullptr || standing == entry
                             ? Text{}
                             : Said("; correct version {0} instead",
                                    " ; corrigez plutôt la version {0}", standing->version);
    return Reject(RejectionCode::kTargetSuperseded,
                  Said("version {0} was taken out by version {1}{2}",
                       "la version {0} a été remplacée ou annulée par la version {1}{2}", target,
                       entry->superseded->by, instead));
  }
  return std::nullopt;
}

Refusal CheckCorrectable(const Entry& target, const Case& c) {
  const FactInfo& info = InfoOf(target.fact);
  if (IsNeverCorrected(info.type)) {
    return Reject(RejectionCode::kNeverCorrected,
                  Said("{0} is never corrected or voided; only a new act follows",
                       "{0} ne se corrige ni ne s'annule jamais ; seul un nouvel acte peut suivre",
                       info.name));
  }
  const auto* decision = std::get_if<JuryDecisionRecorded>(&target.fact);
  if (decision != nullptr && IsMinuted(c, *decision, target.version, std::nullopt)) {
    return Reject(
        RejectionCode::kDecisionMinuted,
        Said("sealed minutes contain this decision. Only a new deliberation of a jury can draw the "
             "consequences of an error (CE, 29 July 1983, n° 31842)",
             "un procès-verbal scellé contient cette décision. Seule une nouvelle délibération du "
             "jury peut tirer les conséquences d'une erreur (CE, 29 juillet 1983, n° 31842)"));
  }
  return std::nullopt;
}

// Finds whether a fact names a version of its stream.
class VersionFinder {
 public:
  explicit VersionFinder(const FoldedStream& stream, const Entry& target)
      : stream_(stream), target_(target) {}
  template <typename T>
  void operator()(const char*, const T& field, const char*) {
    Add(field);
  }
  bool found = false;

 private:
  void Add(Version version) {
    if (FindStanding(stream_, version) == &target_) found = true;
  }
  void Add(const std::optional<Version>& version) {
    if (version) Add(*version);
  }
  void Add(const std::vector<Version>& versions) {
    for (const Version version : versions) Add(version);
  }
  template <typename T>
  void Add(const T&) {}  // Names no event of this stream.

  const FoldedStream& stream_;
  const Entry& target_;
};

bool DependsOn(const Entry& entry, const Entry& target, const FoldedStream& stream) {
  const FactType type = InfoOf(target.fact).type;
  if (type == FactType::kLearnerRegistered || type == FactType::kJuryAppointed) return true;
  const auto* opened = std::get_if<EnrolmentOpened>(&target.fact);
  if (opened != nullptr && IsOfEnrolment(entry.fact, opened->enrolment)) return true;
  return std::visit(
      [&](const auto& fact) {
        VersionFinder finder(stream, target);
        Fields(finder, fact);
        return finder.found;
      },
      entry.fact);
}

Refusal CheckNotInUse(const Entry& target, const Case& c) {
  const FoldedStream& stream = c.stream;
  if (std::holds_alternative<PersonRegistered>(target.fact)) {
    return Reject(
        RejectionCode::kTargetInUse,
        Said("facts of other streams may name this person; correct the registration instead",
             "des faits d'autres flux peuvent citer cette personne ; corrigez plutôt son "
             "enregistrement"));
  }
  for (const Entry& entry : stream.entries) {
    if (&entry == &target || !IsLive(entry, c.effective())) continue;
    if (!DependsOn(entry, target, stream)) continue;
    return Reject(
        RejectionCode::kTargetInUse,
        Said("{0} (version {1}) rests on it. Void that first, or correct instead",
             "{0} (version {1}) en dépend. Annulez d'abord ce fait, ou corrigez au lieu d'annuler",
             InfoOf(entry.fact).name, entry.version));
  }
  return std::nullopt;
}

// What took place in a session is not before it, if a correction moves it.
Refusal CheckNothingBefore(const JuryAppointed& before, const JuryAppointed& after, const Case& c) {
  if (after.session_date <= before.session_date) return std::nullopt;
  const auto check = [&](const FoldedStream& stream, auto is_of_session) -> Refusal {
    for (const Entry& entry : stream.entries) {
      const bool early = IsLive(entry, c.effective()) && entry.effective < after.session_date;
      if (!early || !is_of_session(entry.fact)) continue;
      return Reject(RejectionCode::kPeriodReversed,
                    Said("{0} of {1} would be before the session of {2}",
                         "{0}, du {1}, serait avant la session du {2}", InfoOf(entry.fact).name,
                         entry.effective, after.session_date));
    }
    return std::nullopt;
  };
  const auto of_session = [](const PlainFact& fact) {
    return std::holds_alternative<AttendanceSigned>(fact) ||
           std::holds_alternative<MinutesSealed>(fact);
  };
  if (auto no = check(c.stream, of_session)) return no;
  const JuryId jury = IdFrom<JuryId>(c.command.subject);
  const auto decided_there = [&](const PlainFact& fact) {
    const auto* decision = std::get_if<JuryDecisionRecorded>(&fact);
    return decision != nullptr && decision->jury == jury;
  };
  for (const auto& [learner, dossier] : c.context.learners) {
    if (dossier == nullptr) continue;
    if (auto no = check(*dossier, decided_there)) return no;
  }
  return std::nullopt;
}

bool KeepsIdentity(const PlainFact& before, const PlainFact& after) {
  const auto* old_enrolment = std::get_if<EnrolmentOpened>(&before);
  const auto* new_enrolment = std::get_if<EnrolmentOpened>(&after);
  return old_enrolment == nullptr || old_enrolment->enrolment == new_enrolment->enrolment;
}

}  // namespace

Refusal CheckCorrection(const FactCorrected& fact, const Case& c) {
  if (auto no = CheckTarget(fact.target, c)) return no;
  const Entry& target = *FindEntry(c.stream, fact.target);
  if (target.fact.index() != fact.replacement.index()) {
    return Reject(RejectionCode::kTargetOtherType,
                  Said("version {0} is {1}, the replacement {2}. Void it, and record anew",
                       "la version {0} est {1}, le remplacement {2}. Annulez-la, puis enregistrez "
                       "le nouveau fait",
                       fact.target, InfoOf(target.fact).name, InfoOf(fact.replacement).name));
  }
  if (auto no = CheckCorrectable(target, c)) return no;
  if (!KeepsIdentity(target.fact, fact.replacement)) {
    return Reject(
        RejectionCode::kIdentityChanged,
        Said("a corrected enrolment keeps its id: other facts name it",
             "une inscription corrigée garde son identifiant : d'autres faits la citent"));
  }
  if (const auto* before = std::get_if<JuryAppointed>(&target.fact)) {
    const auto& after = std::get<JuryAppointed>(fact.replacement);
    if (auto no = CheckNothingBefore(*before, after, c)) return no;
  }
  if (target.fact == fact.replacement && target.effective == c.effective() &&
      c.command.sealed.empty() && c.command.by.evidence.empty()) {
    return Reject(RejectionCode::kNothingChanged,
                  Said("version {0} already says exactly this",
                       "la version {0} dit déjà exactement cela", fact.target));
  }
  return CheckChangedAlone(target, c);
}

Refusal CheckVoiding(const FactVoided& fact, const Case& c) {
  if (auto no = CheckTarget(fact.target, c)) return no;
  const Entry& target = *FindEntry(c.stream, fact.target);
  if (auto no = CheckCorrectable(target, c)) return no;
  if (c.effective() != target.effective) {
    if (auto no = CheckNotAhead(InfoOf(target.fact), c.effective(), c.context.today)) return no;
  }
  if (auto no = CheckNotInUse(target, c)) return no;
  if (c.effective() < target.effective) {
    return Reject(
        RejectionCode::kPeriodReversed,
        Said("voided from {0}, before it was so ({1}). Give that date, or none",
             "annulé à compter du {0}, avant sa date d'effet ({1}). Donnez celle-ci, ou aucune",
             c.effective(), target.effective));
  }
  return CheckChangedAlone(target, c);
}

}  // namespace cartulary
