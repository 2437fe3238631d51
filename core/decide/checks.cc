// What every command and every fact is held to, whatever its type.
#include <algorithm>
#include <string_view>
#include <type_traits>

#include "core/decide/case.h"

namespace cartulary {
namespace {

const Date kDateMin = *Date::FromCivil(1900, 1, 1);
const Date kDateMax = *Date::FromCivil(2199, 12, 31);
constexpr std::uint16_t kAcademicYearMin = 1900;
constexpr std::uint16_t kAcademicYearMax = 2198;

bool IsLanguageForm(std::string_view code) {
  return (code.size() == 2 || code.size() == 3) &&
         std::all_of(code.begin(), code.end(), [](char c) { return 'a' <= c && c <= 'z'; });
}
bool IsCountryForm(std::string_view code) {
  return code.size() == 2 &&
         std::all_of(code.begin(), code.end(), [](char c) { return 'A' <= c && c <= 'Z'; });
}

// The field of a fact that the caller may leave empty, because Complete fills it.
std::string_view CompletedField(FactType type) {
  if (type == FactType::kEnrolmentOpened) return "edition";
  if (type == FactType::kAwardIssued) return "certification";
  return {};
}

// Checks one field after the other, and keeps the first refusal.
class FieldChecker {
 public:
  template <typename Any>
  void CheckFact(const Any& fact) {
    completed_ = CompletedField(fact.kInfo.type);
    Fields(*this, fact);
  }
  template <typename T>
  void operator()(std::string_view name, const T& field, std::string_view) {
    name_ = name;
    Add(field);
  }

  Refusal refusal;

 private:
  void Refuse(RejectionCode code, const std::string& why) {
    if (!refusal) refusal = Reject(code, "field " + std::string(name_) + ": " + why);
  }
  void AddCode(const std::string& text) {
    if (text.empty() && name_ == completed_) return;
    if (!IsCode(text)) Refuse(RejectionCode::kFieldInvalid, "\"" + text + "\" is not a code");
  }
  template <typename Tag>
  void Add(const Code<Tag>& code) {
    AddCode(code.text);
  }
  void Add(const LanguageCode& code) {
    if (!IsLanguageForm(code.text)) {
      Refuse(RejectionCode::kCodeForm,
             "\"" + code.text + "\" is not a code of ISO 639, such as \"en\"");
    }
  }
  void Add(const CountryCode& code) {
    if (!IsCountryForm(code.text)) {
      Refuse(RejectionCode::kCodeForm,
             "\"" + code.text + "\" is not a code of ISO 3166-1 alpha-2, such as \"DE\"");
    }
  }
  template <typename Tag>
  void Add(const Id<Tag>& id) {
    if (id == Id<Tag>{}) Refuse(RejectionCode::kFieldInvalid, "the id is missing");
  }
  void Add(const Hash& hash) {
    if (hash == Hash{}) Refuse(RejectionCode::kFieldInvalid, "the hash is missing");
  }
  void Add(const Lookup& lookup) { Add(lookup.hmac); }
  void Add(Date date) {
    if (date < kDateMin || kDateMax < date) {
      Refuse(RejectionCode::kDateOutOfRange, ToText(date) + " is not in 1900 .. 2199");
    }
  }
  void Add(AcademicYear year) {
    if (year.first < kAcademicYearMin || kAcademicYearMax < year.first) {
      Refuse(RejectionCode::kDateOutOfRange,
             std::to_string(year.first) + " is not in 1900 .. 2198");
    }
  }
  void Add(TimeOfDay time) {
    if (time.minutes >= 24 * 60) Refuse(RejectionCode::kFieldInvalid, "no such time of day");
  }
  template <typename T>
  void Add(const std::optional<T>& field) {
    if (field) Add(*field);
  }
  template <typename T>
  void Add(const std::vector<T>& items) {
    if (items.size() > kListLengthMax) {
      Refuse(RejectionCode::kListTooLong,
             std::to_string(items.size()) + " items, at most " + std::to_string(kListLengthMax));
    }
    for (const T& item : items) Add(item);
  }
  // Its leaf is left to whoever appends: only the committer knows it.
  void Add(const MinutedDecision& minuted) { Add(minuted.learner); }
  void Add(const PlainFact& fact) {
    std::visit([this](const auto& plain) { CheckFact(plain); }, fact);
  }
  template <typename T>
  void Add(const T& field) {
    if constexpr (NamedEnum<T>) {
      if (!IsKnown(field)) Refuse(RejectionCode::kFieldInvalid, "the value is missing");
    } else if constexpr (requires { Fields(*this, field); }) {
      const std::string_view outer = name_;
      Fields(*this, field);
      name_ = outer;
    }
  }

  std::string_view name_;
  std::string_view completed_;
};

// The fact that the command is about: a correction's replacement, or its own.
const FactInfo& InfoOfContent(const Fact& fact) {
  const auto* correction = std::get_if<FactCorrected>(&fact);
  return correction == nullptr ? InfoOf(fact) : InfoOf(correction->replacement);
}

Refusal CheckStream(const Command& command, const FoldedStream* target) {
  const FactInfo& info = InfoOfContent(command.fact);
  const bool of_stream =
      std::holds_alternative<FactVoided>(command.fact) || info.stream == command.kind;
  if (!of_stream) {
    return Reject(RejectionCode::kWrongStream, std::string(info.name) +
                                                   " is a fact of the stream " +
                                                   std::string(ToName(info.stream)) + ", not of " +
                                                   std::string(ToName(command.kind)));
  }
  if (target == nullptr || target->empty()) return std::nullopt;
  if (target->kind != command.kind || target->subject != command.subject) {
    return Reject(RejectionCode::kWrongStream, ToText(command.subject) + " is the stream of a " +
                                                   std::string(ToName(target->kind)) +
                                                   ", not of a " +
                                                   std::string(ToName(command.kind)));
  }
  return std::nullopt;
}

Refusal CheckActors(const Attribution& by) {
  if (by.actor.person == PersonId{} || !IsKnown(by.actor.role) || !IsKnown(by.actor.assurance)) {
    return Reject(RejectionCode::kActorMissing, "it is not said who acts, or in which role");
  }
  if (by.approver && by.approver->person == by.actor.person) {
    return Reject(RejectionCode::kApproverIsActor,
                  ToText(by.actor.person) + " cannot approve what the same person does");
  }
  const bool same_account = by.approver && by.approver->uid == by.actor.uid;
  if (same_account && !by.same_account) {
    return Reject(RejectionCode::kSameAccount, "actor and approver used one account (uid " +
                                                   std::to_string(by.actor.uid) +
                                                   "), and it is not said so");
  }
  if (by.same_account && !same_account) {
    return Reject(RejectionCode::kSameAccount,
                  "--same-account is given, but no approver used the actor's account");
  }
  return std::nullopt;
}

Refusal CheckFields(const Command& command) {
  FieldChecker checker;
  checker(std::string_view("effective"), command.by.effective, std::string_view());
  if (!IsKnown(command.by.entry)) {
    return Reject(RejectionCode::kFieldInvalid, "field entry: the value is missing");
  }
  std::visit([&](const auto& fact) { checker.CheckFact(fact); }, command.fact);
  if (checker.refusal) return checker.refusal;
  if (command.by.evidence.size() > kEvidencePerEventMax) {
    return Reject(RejectionCode::kListTooLong, std::to_string(command.by.evidence.size()) +
                                                   " pieces of evidence, at most " +
                                                   std::to_string(kEvidencePerEventMax));
  }
  return std::nullopt;
}

Refusal CheckPersons(const Command& command, const Reference& reference) {
  // The first persons of a register enter themselves, and its making precedes all of them.
  const bool founding = std::holds_alternative<StoreCreated>(command.fact);
  const bool registers = std::holds_alternative<PersonRegistered>(command.fact);
  for (const PersonId& person : NeedsOf(command).streams.persons) {
    if (founding || (registers && SubjectOf(person) == command.subject)) continue;
    if (!FindLive<PersonRegistered>(reference.Person(person), command.by.effective)) {
      return Reject(RejectionCode::kUnknownPerson, ToText(person) + " is not registered");
    }
  }
  return std::nullopt;
}

std::optional<SealedClass> PieceNeeded(FactType type) {
  switch (type) {
    case FactType::kLearnerRegistered:
    case FactType::kPersonRegistered:
    case FactType::kLanguageCertificateRecorded:
      return SealedClass::kRegister;
    case FactType::kAccommodationGranted:
      return SealedClass::kHealth;
    default:
      return std::nullopt;
  }
}

std::optional<EvidenceRole> EvidenceNeeded(FactType type) {
  if (type == FactType::kMinutesSealed) return EvidenceRole::kMinutes;
  if (type == FactType::kVaeDossierSubmitted) return EvidenceRole::kDossier;
  return std::nullopt;
}

Refusal CheckContent(const Command& command) {
  const FactInfo& info = InfoOfContent(command.fact);
  const auto holds = [&](SealedClass content_class) {
    return std::any_of(command.sealed.begin(), command.sealed.end(), [&](const SealedPiece& piece) {
      return piece.content_class == content_class;
    });
  };
  const auto needed = PieceNeeded(info.type);
  if (needed && !holds(*needed)) {
    return Reject(RejectionCode::kSealedContentMissing,
                  std::string(info.name) + " needs what it seals: " +
                      (*needed == SealedClass::kHealth ? "health" : "identity or number"));
  }
  const auto role = EvidenceNeeded(info.type);
  const auto& evidence = command.by.evidence;
  if (role && std::none_of(evidence.begin(), evidence.end(),
                           [&](const Evidence& piece) { return piece.role == *role; })) {
    return Reject(
        RejectionCode::kEvidenceMissing,
        std::string(info.name) + " needs a document in the role " + std::string(ToName(*role)));
  }
  return std::nullopt;
}

}  // namespace

bool MayBeAhead(FactType type) {
  switch (type) {
    case FactType::kBodyAccredited:
    case FactType::kBodyAccreditationEnded:
    case FactType::kDelegationGranted:
    case FactType::kDelegationEnded:
    case FactType::kOfficeHeld:
    case FactType::kOfficeLeft:
    case FactType::kEditionPublished:
    case FactType::kAssessmentPlanned:
    case FactType::kContractEnded:
    case FactType::kTutorEnded:
    case FactType::kAccreditationRecorded:
    case FactType::kRetentionRuleSet:
    case FactType::kSuccessorDeclared:
    case FactType::kAccommodationGranted:
    case FactType::kAccommodationEnded:
    case FactType::kRouteChanged:
    case FactType::kEnrolmentSuspended:
    case FactType::kEnrolmentResumed:
    case FactType::kEnrolmentClosed:
    case FactType::kEnrolmentTransferred:
    case FactType::kMobilityPlanned:
      return true;
    default:
      return false;
  }
}

Refusal CheckNotAhead(const FactInfo& info, Date effective, Date today) {
  if (effective <= today || MayBeAhead(info.type)) return std::nullopt;
  return Reject(RejectionCode::kFutureDate, std::string(info.name) + " on " + ToText(effective) +
                                                ": today is " + ToText(today) +
                                                ", and what has not happened is not recorded");
}

Refusal CheckCommand(const Command& command, const DecideContext& context,
                     const Reference& reference) {
  if (auto no = CheckStream(command, context.target)) return no;
  if (std::holds_alternative<AwardNumberTaken>(command.fact)) {
    return Reject(RejectionCode::kNotRecordedAlone,
                  "an award number is taken by AwardIssued, in the same commit");
  }
  if (auto no = CheckActors(command.by)) return no;
  if (auto no = CheckFields(command)) return no;
  const FactInfo& info = InfoOfContent(command.fact);
  if (!std::holds_alternative<FactVoided>(command.fact)) {  // Dated by its target.
    if (auto no = CheckNotAhead(info, command.by.effective, context.today)) return no;
  }
  if (auto no = CheckPersons(command, reference)) return no;
  return CheckContent(command);
}

}  // namespace cartulary
