#include "cli/row.h"

#include <algorithm>
#include <string_view>

#include "cli/evidence_file.h"
#include "cli/json/read.h"
#include "cli/option_values.h"
#include "cli/output/text.h"
#include "cli/ports/random.h"
#include "core/subjects.h"

namespace cartulary::cli {
namespace {

using Kind = JsonValue::Kind;

// What a row may hold beside the fields of its fact.
const std::vector<std::string_view> kRowMembers{
    "id",          "type",         "subject",  "effective",    "entry",     "reason",
    "reason_text", "on_behalf_of", "approver", "same_account", "causation", "correlation",
    "evidence",    "comment",      "identity", "contact",      "health",    "despite"};

bool IsCreatedByItsFact(FactType type) {
  return type == FactType::kLearnerRegistered || type == FactType::kPersonRegistered ||
         type == FactType::kJuryAppointed;
}

// Who approves: beside the actor, by the same process, and so from the account of the actor.
struct Approver {
  PersonId person;
  ActorRole role{};
};
template <typename V, ConstOrNot<Approver> F>
void Fields(V&& visit, F& approver) {
  visit("person", approver.person, "who approves");
  visit("role", approver.role, "in which role");
}

struct EvidenceName {
  EvidenceRole role{};
  std::string file;
};
template <typename V, ConstOrNot<EvidenceName> F>
void Fields(V&& visit, F& evidence) {
  visit("role", evidence.role, "what the document is to the fact");
  visit("file", evidence.file, "its file");
}

class RowReader {
 public:
  RowReader(const JsonValue& row, Draft& draft, const RowDefaults& defaults)
      : row_(row), draft_(draft), defaults_(defaults) {}

  std::variant<Submission, std::vector<RowProblem>> Read() {
    if (row_.kind != Kind::kObject) {
      Report(row_, "",
             Said("is {0}; a row is an object, {…}", "est {0} ; une ligne est un objet, {…}",
                  NameOf(row_.kind)));
      return std::move(problems_);
    }
    ReadId();
    if (const auto type = ReadType()) {
      ReadSubject(*type);
      ReadFact(*type);
      ReadEnvelope(*type);
    }
    if (!problems_.empty()) return std::move(problems_);
    return std::move(submission_);
  }

 private:
  void Report(const JsonValue& at, std::string path, Text message,
              ExitStatus status = ExitStatus::kUsage) {
    problems_.push_back({at.offset, std::move(path), std::move(message), status});
  }

  // Takes over what a reader found wrong.
  void Report(FactReader& reader) {
    for (FieldProblem& problem : reader.problems()) {
      problems_.push_back({problem.offset, std::move(problem.path), std::move(problem.message),
                           problem.unknown_name ? ExitStatus::kNotFound : ExitStatus::kUsage});
    }
    reader.problems().clear();
  }

  const JsonValue* Member(std::string_view name) const {
    const JsonValue* member = row_.Find(name);
    return member == nullptr || member->kind == Kind::kNull ? nullptr : member;
  }

  // Reads a member, if it is there, as a value of type T.
  template <typename T>
  std::optional<T> ReadMember(std::string_view name) {
    const JsonValue* member = Member(name);
    if (member == nullptr) return std::nullopt;
    FactReader reader(draft_, FactType{}, submission_.command.subject);
    const FactReader::Step step(reader, name);
    T value{};
    reader.Read(*member, value);
    const bool right = reader.problems().empty();
    Report(reader);
    return right ? std::optional<T>(std::move(value)) : std::nullopt;
  }

  // A reason in words.
  std::optional<std::string> ReadReason(std::string_view name) {
    auto words = ReadMember<std::string>(name);
    if (words && IsBlank(*words)) {
      Report(*Member(name), std::string(name), Said("is blank", "est vide"));
    }
    return words;
  }

  void ReadId() {
    const auto id = ReadMember<std::string>("id");
    if (!id) return;
    if (id->empty() || id->size() > kRowIdBytesMax) {
      Report(*Member("id"), "id",
             Said("has 1 to {0} bytes", "a de 1 à {0} octets", kRowIdBytesMax));
    }
    submission_.row = *id;
  }

  std::optional<Fact> ReadType() {
    if (Member("type") == nullptr) {
      Report(row_, "type",
             Said("is missing: the type of the fact, as `cartulary help facts` lists them",
                  "manque : le type du fait, parmi ceux que liste `cartulary help facts`"));
      return std::nullopt;
    }
    const auto name = ReadMember<std::string>("type");
    if (!name) return std::nullopt;
    auto fact = MakeFact(*name);
    if (!fact) {
      const auto nearest = Nearest(*name, FactNames());
      Report(*Member("type"), "type",
             Said("there is no type \"{0}\"; {1}", "il n'y a pas de type « {0} » ; {1}",
                  Shortened(*name),
                  nearest.empty() ? Said("`cartulary help facts` lists them",
                                         "`cartulary help facts` les liste")
                                  : Said("did you mean {0}?", "vouliez-vous dire {0} ?", nearest)));
      return std::nullopt;
    }
    const FactType type = InfoOf(*fact).type;
    const Text instead =
        type == FactType::kStoreCreated
            ? Said("`cartulary init` records it", "`cartulary init` l'enregistre")
        : type == FactType::kEditionPublished || type == FactType::kRevisionPublished
            ? Said("`cartulary referential publish` records it, with the text of the rules",
                   "`cartulary referential publish` l'enregistre, avec le texte des règles")
        : type == FactType::kRevisionApplied
            ? Said("`cartulary replay --apply` records it, with the cases that it opens",
                   "`cartulary replay --apply` l'enregistre, avec les dossiers qu'il ouvre")
        : type == FactType::kFindingNoted
            ? Said("`cartulary findings note` records it", "`cartulary findings note` l'enregistre")
        : type == FactType::kSampleDrawn ? Said("`cartulary findings --sample` records it",
                                                "`cartulary findings --sample` l'enregistre")
        : type == FactType::kCaseAssigned
            ? Said("`cartulary cases assign` records it", "`cartulary cases assign` l'enregistre")
        : type == FactType::kCaseClosed
            ? Said("`cartulary cases close` records it", "`cartulary cases close` l'enregistre")
        : type == FactType::kAwardNumberTaken
            ? Said("AwardIssued brings it along", "AwardIssued l'apporte")
            : Text{};
    if (instead.empty()) return fact;
    Report(*Member("type"), "type",
           Said("{0} is not recorded by hand: {1}", "{0} ne s'enregistre pas à la main : {1}",
                *name, instead));
    return std::nullopt;
  }

  void ReadSubject(const Fact& fact) {
    Command& command = submission_.command;
    const FactInfo& info = InfoOf(fact);
    const JsonValue* written = Member("subject");
    command.kind = info.stream;
    if (IsCreatedByItsFact(info.type)) {
      draft_.random().Fill(command.subject.bytes);
      if (written != nullptr) {
        Report(*written, "subject",
               Said("the program gives a new subject its id; leave it out",
                    "le programme donne son identifiant à un nouveau sujet ; omettez-le"));
      }
      return;
    }
    if (written == nullptr && info.stream == StreamKind::kReferential) {
      written = Member("certification");
      if (written == nullptr) return;  // Reported with the fact's fields.
    }
    if (written == nullptr &&
        (info.stream == StreamKind::kInstitution || info.stream == StreamKind::kSystem)) {
      TakeSubject(row_, draft_.FindSubject(info.stream, ToName(info.stream)));
      return;
    }
    if (written == nullptr) {
      Report(
          row_, "subject",
          IsKnown(info.stream)
              ? Said("is missing: the {0}", "manque : {0}", NumberWord(info.stream))
              : Said("is missing: whose fact is corrected (a number, a code or an id)",
                     "manque : de qui le fait est corrigé (un numéro, un code ou un identifiant)"));
      return;
    }
    if (written->kind != Kind::kText && written->kind != Kind::kBare) {
      Report(*written, "subject",
             Said("is {0}; a text in quotes is wanted",
                  "est {0} ; il faut un texte entre guillemets", NameOf(written->kind)));
      return;
    }
    if (IsKnown(info.stream)) {
      TakeSubject(*written, draft_.FindSubject(info.stream, written->text));
      return;
    }
    const auto found = draft_.FindAny(written->text);
    if (!found) {
      Report(*written, "subject", found.error().message, ExitStatus::kNotFound);
      return;
    }
    command.kind = found->kind;
    command.subject = found->subject;
  }

  void TakeSubject(const JsonValue& at, Named<Subject> found) {
    if (const auto* subject = std::get_if<Subject>(&found)) {
      submission_.command.subject = *subject;
    } else {
      Report(at, "subject", std::get<Text>(std::move(found)), ExitStatus::kNotFound);
    }
  }

  void ReadFact(Fact fact) {
    FactReader reader(draft_, InfoOf(fact).type, submission_.command.subject);
    std::visit([&](auto& f) { reader.ReadObject(row_, f, kRowMembers); }, fact);
    submission_.registered.number = reader.number();
    Report(reader);
    submission_.command.fact = std::move(fact);
  }

  void ReadEnvelope(const Fact& type) {
    Attribution& by = submission_.command.by;
    by.actor = defaults_.actor;
    by.entry = ReadMember<EntryMode>("entry").value_or(defaults_.entry);
    by.on_behalf_of = ReadMember<PersonId>("on_behalf_of");
    if (const auto approver = ReadMember<Approver>("approver")) {
      by.approver = Actor{.person = approver->person,
                          .role = approver->role,
                          .assurance = Assurance::kDeclared,
                          .uid = by.actor.uid};
    }
    const auto same_account = ReadReason("same_account");
    by.same_account = same_account.has_value();
    by.reason = ReadMember<ReasonCode>("reason");
    by.causation = ReadMember<EventRef>("causation");
    by.correlation = ReadMember<CorrelationId>("correlation");
    ReadEffective(InfoOf(type));
    if (auto despite = ReadMember<std::vector<FindingCode>>("despite")) {
      submission_.command.despite = *std::move(despite);
    }
    submission_.registered.identity = ReadMember<Identity>("identity");
    const auto& identity = submission_.registered.identity;
    if (identity && IsBlank(identity->birth_name)) {
      Report(*Member("identity"), "identity.birth_name", Said("is empty", "est vide"));
    }
    if (auto contact = ReadMember<ContactContent>("contact")) {
      submission_.contact = *std::move(contact);
    }
    if (auto health = ReadMember<HealthContent>("health")) {
      submission_.health = *std::move(health);
    }
    submission_.comments.comment = ReadMember<std::string>("comment");
    if (same_account && submission_.comments.comment) {
      Report(*Member("comment"), "comment",
             Said("is of an approved row what same_account says; say both there",
                  "est, pour une ligne approuvée, ce que dit same_account ; dites-y les deux"));
    }
    if (same_account) submission_.comments.comment = same_account;
    submission_.comments.reason = ReadReason("reason_text");
    if (const auto evidence = ReadMember<std::vector<EvidenceName>>("evidence")) {
      for (std::size_t i = 0; i < evidence->size(); ++i) ReadEvidence((*evidence)[i], i);
    }
  }

  void ReadEffective(const FactInfo& info) {
    Date& effective = submission_.command.by.effective;
    if (const auto written = ReadMember<Date>("effective")) {
      effective = *written;
    } else if (Member("effective") != nullptr) {
      return;  // Reported.
    } else if (const auto target = EffectiveOfTarget()) {
      effective = *target;
    } else if (IsKnown(info.stream)) {
      Report(row_, "effective",
             Text("manque : la date d'effet, AAAA-MM-JJ",
                  "is missing: " + std::string(info.effective) + ", YYYY-MM-DD"));
    } else {
      effective = draft_.today();  // There is no such target; Decide says so.
    }
  }

  std::optional<Date> EffectiveOfTarget() {
    const Command& command = submission_.command;
    const Version* target = nullptr;
    if (const auto* corrected = std::get_if<FactCorrected>(&command.fact)) {
      target = &corrected->target;
    } else if (const auto* voided = std::get_if<FactVoided>(&command.fact)) {
      target = &voided->target;
    }
    if (target == nullptr || command.subject == Subject{}) return std::nullopt;
    const auto stream = draft_.Load(command.kind, command.subject);
    if (!stream) return std::nullopt;
    const Entry* entry = FindEntry(**stream, *target);
    return entry == nullptr ? std::nullopt : std::optional<Date>(entry->effective);
  }

  void ReadEvidence(const EvidenceName& name, std::size_t position) {
    const std::filesystem::path path = defaults_.folder / name.file;
    const std::string where = "evidence[" + std::to_string(position) + "].file";
    auto read = ReadEvidenceFile(path, name.role);
    if (const auto* problem = std::get_if<EvidenceProblem>(&read)) {
      Report(*Member("evidence"), where,
             Said("'{0}' {1}", "« {0} » {1}", path.string(), problem->why), problem->status);
      return;
    }
    submission_.evidence.push_back(std::get<EvidenceFile>(std::move(read)));
  }

  const JsonValue& row_;
  Draft& draft_;
  const RowDefaults& defaults_;
  Submission submission_;
  std::vector<RowProblem> problems_;
};

std::string_view TextOfMember(const JsonValue& row, std::string_view name) {
  const JsonValue* member = row.Find(name);
  if (member == nullptr || (member->kind != Kind::kText && member->kind != Kind::kBare)) return "";
  return member->text;
}

}  // namespace

std::variant<Submission, std::vector<RowProblem>> ReadRow(const JsonValue& row, Draft& draft,
                                                          const RowDefaults& defaults) {
  return RowReader(row, draft, defaults).Read();
}

std::string RowIdOf(const JsonValue& row) { return std::string(TextOfMember(row, "id")); }

void SpoilRow(const JsonValue& row, Draft& draft) {
  const std::string_view type = TextOfMember(row, "type");
  const std::string_view id = TextOfMember(row, "id");
  if (type == LearnerRegistered::kInfo.name) {
    draft.Spoil(id, StreamKind::kLearner, TextOfMember(row, "number"));
  } else if (type == PersonRegistered::kInfo.name) {
    draft.Spoil(id, StreamKind::kPerson, TextOfMember(row, "number"));
  } else if (type == JuryAppointed::kInfo.name) {
    draft.Spoil(id, StreamKind::kJury, TextOfMember(row, "code"));
  } else {
    draft.Spoil(id, StreamKind{}, "");
  }
  if (type != EnrolmentOpened::kInfo.name) return;
  const auto learner = draft.FindSubject(StreamKind::kLearner, TextOfMember(row, "subject"));
  if (const auto* subject = std::get_if<Subject>(&learner)) draft.SpoilEnrolments(*subject);
}

}  // namespace cartulary::cli
