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
  void Refuse(RejectionCode code, const Text& why) {
    if (!refusal) refusal = Reject(code, Said("field {0}: {1}", "champ {0} : {1}", name_, why));
  }
  void AddCode(const std::string& text) {
    if (text.empty() && name_ == completed_) return;
    if (!IsCode(text))
      Refuse(RejectionCode::kFieldInvalid,
             Said("\"{0}\" is not a code", "« {0} » n'est pas un code", text));
  }
  template <typename Tag>
  void Add(const Code<Tag>& code) {
    AddCode(code.text);
  }
  void Add(const LanguageCode& code) {
    if (!IsLanguageForm(code.text)) {
      Refuse(RejectionCode::kCodeForm,
             Said("\"{0}\" is not a code of ISO 639, such as \"en\"",
                  "« {0} » n'est pas un code ISO 639, tel que « en »", code));
    }
  }
  void Add(const CountryCode& code) {
    if (!IsCountryForm(code.text)) {
      Refuse(RejectionCode::kCodeForm,
             Said("\"{0}\" is not a code of ISO 3166-1 alpha-2, such as \"DE\"",
                  "« {0} » n'est pas un code ISO 3166-1 alpha-2, tel que « DE »", code));
    }
  }
  template <typename Tag>
  void Add(const Id<Tag>& id) {
    if (id == Id<Tag>{})
      Refuse(RejectionCode::kFieldInvalid, Said("the id is missing", "l'identifiant manque"));
  }
  void Add(const Hash& hash) {
    if (hash == Hash{})
      Refuse(RejectionCode::kFieldInvalid, Said("the hash is missing", "l'empreinte manque"));
  }
  void Add(const Lookup& lookup) { Add(lookup.hmac); }
  void Add(Date date) {
    if (date < kDateMin || kDateMax < date) {
      Refuse(RejectionCode::kDateOutOfRange,
             Said("{0} is not in 1900 .. 2199", "{0} n'est pas compris entre 1900 et 2199", date));
    }
  }
  void Add(AcademicYear year) {
    if (year.first < kAcademicYearMin || kAcademicYearMax < year.first) {
      Refuse(RejectionCode::kDateOutOfRange,
             Said("{0} is not in 1900 .. 2198", "{0} n'est pas compris entre 1900 et 2198",
                  year.first));
    }
  }
  void Add(TimeOfDay time) {
    if (time.minutes >= 24 * 60)
      Refuse(RejectionCode::kFieldInvalid, Said("no such time of day", "cette heure n'existe pas"));
  }
  template <typename T>
  void Add(const std::optional<T>& field) {
    if (field) Add(*field);
  }
  template <typename T>
  void Add(const std::vector<T>& items) {
    if (items.size() > kListLengthMax) {
      Refuse(RejectionCode::kListTooLong,
             Said("{0} items, at most {1}", "{0} éléments, pour un maximum de {1}", items.size(),
                  kListLengthMax));
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
      if (!IsKnown(field))
        Refuse(RejectionCode::kFieldInvalid, Said("the value is missing", "la valeur manque"));
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
    return Reject(RejectionCode::kWrongStream,
                  Said("{0} is a fact of the stream {1}, not of {2}",
                       "{0} est un fait du flux « {1} », non du flux « {2} »", info.name,
                       info.stream, command.kind));
  }
  if (target == nullptr || target->empty()) return std::nullopt;
  if (target->kind != command.kind || target->subject != command.subject) {
    return Reject(RejectionCode::kWrongStream, Said("{0} is the stream of a {1}, not of a {2}",
                                                    "{0} est un flux de type « {1} », non « {2} »",
                                                    command.subject, target->kind, command.kind));
  }
  return std::nullopt;
}

// The second pair of eyes: the approver or, where a revision is applied, who had published it.
std::optional<Actor> OtherActor(const Command& command, const DecideContext& context) {
  if (command.by.approver) return command.by.approver;
  if (std::holds_alternative<RevisionApplied>(command.fact)) return context.publisher;
  return std::nullopt;
}

Refusal CheckActors(const Command& command, const DecideContext& context) {
  const Attribution& by = command.by;
  if (by.actor.person == PersonId{} || !IsKnown(by.actor.role) || !IsKnown(by.actor.assurance)) {
    return Reject(RejectionCode::kActorMissing,
                  Said("it is not said who acts, or in which role",
                       "il n'est pas dit qui agit, ni en quelle qualité"));
  }
  const std::optional<Actor> other = OtherActor(command, context);
  if (other && other->person == by.actor.person && !by.approver) {
    return Reject(RejectionCode::kApproverIsActor,
                  Said("who applies a revision is another person than the one who published it",
                       "qui applique une révision n'est pas la personne qui l'a publiée"));
  }
  if (other && other->person == by.actor.person) {
    return Reject(RejectionCode::kApproverIsActor,
                  Said("{0} cannot approve what the same person does",
                       "{0} ne peut pas approuver son propre acte", by.actor.person));
  }
  const bool same_account = other && other->uid == by.actor.uid;
  if (same_account && !by.same_account) {
    return Reject(RejectionCode::kSameAccount,
                  Said("actor and approver used one account (uid {0}), and it is not said so",
                       "l'auteur et l'approbateur ont utilisé le même compte (uid {0}) sans que ce "
                       "soit déclaré",
                       by.actor.uid));
  }
  if (by.same_account && !same_account) {
    return Reject(
        RejectionCode::kSameAccount,
        Said("--same-account is given, but no approver used the actor's account",
             "--same-account est donné, mais aucun approbateur n'a utilisé le compte de l'auteur"));
  }
  return std::nullopt;
}

Refusal CheckFields(const Command& command) {
  FieldChecker checker;
  checker(std::string_view("effective"), command.by.effective, std::string_view());
  if (!IsKnown(command.by.entry)) {
    return Reject(RejectionCode::kFieldInvalid,
                  Said("field entry: the value is missing", "champ entry : la valeur manque"));
  }
  std::visit([&](const auto& fact) { checker.CheckFact(fact); }, command.fact);
  if (checker.refusal) return checker.refusal;
  if (command.by.evidence.size() > kEvidencePerEventMax) {
    return Reject(RejectionCode::kListTooLong,
                  Said("{0} pieces of evidence, at most {1}", "{0} pièces, pour un maximum de {1}",
                       command.by.evidence.size(), kEvidencePerEventMax));
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
      return Reject(RejectionCode::kUnknownPerson,
                    Said("{0} is not registered", "{0} n'est pas enregistré", person));
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
    return Reject(
        RejectionCode::kSealedContentMissing,
        Said("{0} needs what it seals: {1}", "{0} demande ce qu'il scelle : {1}", info.name,
             *needed == SealedClass::kHealth ? Said("health", "santé")
                                             : Said("identity or number", "identité ou numéro")));
  }
  const auto role = EvidenceNeeded(info.type);
  const auto& evidence = command.by.evidence;
  if (role && std::none_of(evidence.begin(), evidence.end(),
                           [&](const Evidence& piece) { return piece.role == *role; })) {
    return Reject(RejectionCode::kEvidenceMissing,
                  Said("{0} needs a document in the role {1}",
                       "{0} demande une pièce de type « {1} »", info.name, *role));
  }
  return std::nullopt;
}

// An award of the past is held to no four eyes: it is one only if it was before this register.
Refusal CheckAwardOfThePast(const Command& command, const DecideContext& context) {
  const EntryMode entry = command.by.entry;
  const bool of_the_past = entry == EntryMode::kHistorical || entry == EntryMode::kMigration;
  if (!of_the_past || !std::holds_alternative<AwardIssued>(command.fact)) return std::nullopt;
  if (!context.store_made || command.by.effective < *context.store_made) return std::nullopt;
  return Reject(
      RejectionCode::kNotHistorical,
      Said("an award of {0}, entered as {1}: this register is there since {2}. Record it live",
           "une délivrance du {0}, saisie en mode « {1} » : ce registre existe depuis le {2}. "
           "Enregistrez-la en saisie directe",
           command.by.effective, entry, *context.store_made));
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
  return Reject(
      RejectionCode::kFutureDate,
      Said("{0} on {1}: today is {2}, and what has not happened is not recorded",
           "{0} au {1} : nous sommes le {2}, et ce qui n'a pas eu lieu ne s'enregistre pas",
           info.name, effective, today));
}

Refusal CheckCommand(const Command& command, const DecideContext& context,
                     const Reference& reference) {
  if (auto no = CheckStream(command, context.target)) return no;
  if (std::holds_alternative<AwardNumberTaken>(command.fact)) {
    return Reject(RejectionCode::kNotRecordedAlone,
                  Said("an award number is taken by AwardIssued, in the same commit",
                       "un numéro de diplôme est pris par AwardIssued, dans le même lot"));
  }
  if (auto no = CheckActors(command, context)) return no;
  if (auto no = CheckFields(command)) return no;
  const FactInfo& info = InfoOfContent(command.fact);
  if (!std::holds_alternative<FactVoided>(command.fact)) {  // Dated by its target.
    if (auto no = CheckNotAhead(info, command.by.effective, context.today)) return no;
  }
  if (auto no = CheckAwardOfThePast(command, context)) return no;
  if (auto no = CheckPersons(command, reference)) return no;
  return CheckContent(command);
}

}  // namespace cartulary
