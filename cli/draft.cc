#include "cli/draft.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <set>

#include "cli/did_you_mean.h"
#include "cli/output/text.h"
#include "cli/ports/random.h"
#include "cli/reading/identities.h"
#include "core/check.h"
#include "core/evaluate/evaluate.h"
#include "core/fold/editions.h"
#include "core/fold/fold.h"
#include "core/subjects.h"
#include "projections/lookups.h"
#include "projections/reader.h"
#include "projections/registrations.h"
#include "store/codec/sealed_codec.h"

namespace cartulary::cli {
namespace {

NumberKind NumberKindOf(FactType type) {
  if (type == FactType::kLearnerRegistered) return NumberKind::kStudent;
  if (type == FactType::kPersonRegistered) return NumberKind::kStaff;
  CARTULARY_CHECK(type == FactType::kLanguageCertificateRecorded);
  return NumberKind::kCertificate;
}

StreamKind KindOf(ClaimKind claim) {
  switch (claim) {
    case ClaimKind::kStudentNumber:
      return StreamKind::kLearner;
    case ClaimKind::kStaffNumber:
      return StreamKind::kPerson;
    case ClaimKind::kJuryCode:
      return StreamKind::kJury;
    case ClaimKind::kAwardNumber:
      return StreamKind::kAwardNumber;
  }
  return StreamKind{};
}

std::pair<StreamKind, std::string> KeyOf(const Claim& claim) {
  return {KindOf(claim.kind), claim.code.empty() ? ToText(claim.number.hmac) : claim.code};
}

// The certification that a referential's stream is about.
std::optional<CertificationCode> CertificationOf(const FoldedStream& stream) {
  for (const Entry& entry : stream.entries) {
    if (const auto* edition = std::get_if<EditionPublished>(&entry.fact)) {
      return edition->certification;
    }
  }
  return std::nullopt;
}

std::optional<std::uint64_t> ParseCount(std::string_view text) {
  std::uint64_t value = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) {
    return std::nullopt;
  }
  return value;
}

// The ids of a learner's enrolments in the order of their opening, and those that still stand.
struct Enrolments {
  std::vector<EnrolmentId> all;
  std::set<EnrolmentId> standing;
};
Enrolments EnrolmentsOf(const FoldedStream& learner) {
  Enrolments enrolments{EnrolmentsIn(learner), {}};
  for (const Entry& entry : learner.entries) {
    const auto* opened = std::get_if<EnrolmentOpened>(&entry.fact);
    if (opened != nullptr && !entry.IsOut()) enrolments.standing.insert(opened->enrolment);
  }
  return enrolments;
}

}  // namespace

Draft::Draft(const Context& context, Store& store, const Sealer& sealer, RegisterReader reader,
             const Head& head)
    : context_(context),
      store_(store),
      sealer_(sealer),
      reader_(reader),
      finder_(store),
      head_(head),
      now_(context.ports.clock.Now()),
      today_(context.ports.clock.CivilDate(now_)),
      size_(head.size) {}

OrFailure<std::unique_ptr<Draft>> Draft::Begin(const Context& context, Store& store) {
  CARTULARY_ASSIGN_OR_RETURN(const Sealer* sealer, store.FindSealer());
  CARTULARY_ASSIGN_OR_RETURN(const RegisterReader reader, store.Reader());
  CARTULARY_ASSIGN_OR_RETURN(const Head head, store.log().ReadHead());
  std::unique_ptr<Draft> draft(new Draft(context, store, *sealer, reader, head));
  CARTULARY_RETURN_IF_ERROR(
      draft->Reach(StreamKind::kInstitution, InstitutionSubject(store.hasher())));
  return draft;
}

OrFailure<Actor> Draft::FindActor() {
  const SharedOptions& options = context_.options;
  if (!options.actor) {
    return Failure{.message = Said("who acts? --actor is missing", "qui agit ? --actor manque"),
                   .hint = Said("give --actor PERSON, or set CARTULARY_ACTOR",
                                "donnez --actor PERSONNE, ou définissez CARTULARY_ACTOR")};
  }
  const auto role = ParseEnum<ActorRole>(options.role.value_or("registrar"));
  if (!role) {
    std::vector<std::string_view> names;
    for (const auto& entry : kEnumNames<ActorRole>) names.push_back(entry.name);
    return Failure{.message = Said("--role: '{0}' is not known", "--role : « {0} » est inconnu",
                                   *options.role),
                   .hint = Suggestion(*options.role, names)};
  }
  CARTULARY_ASSIGN_OR_RETURN(const Subject subject,
                             finder_.Find(StreamKind::kPerson, *options.actor));
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream* person, Load(StreamKind::kPerson, subject));
  if (person->empty()) {
    return Failure{.status = ExitStatus::kNotFound,
                   .message = Said("--actor: {0} is not registered",
                                   "--actor : {0} n'est pas enregistré", *options.actor)};
  }
  return Actor{.person = IdFrom<PersonId>(subject),
               .role = *role,
               .assurance = Assurance::kDeclared,
               .uid = getuid()};
}

// --- Streams ---------------------------------------------------------------------------------

OrFailure<FoldedStream*> Draft::Reach(StreamKind kind, const Subject& subject,
                                      const CertificationCode* code) {
  const auto known = streams_.find(subject);
  if (known != streams_.end()) return known->second;
  CARTULARY_ASSIGN_OR_RETURN(FoldedStream loaded, reader_.LoadStream(subject));
  FoldedStream* place = nullptr;
  switch (kind) {
    case StreamKind::kInstitution:
      place = &reference_.institution;
      break;
    case StreamKind::kReferential: {
      const auto certification = code != nullptr ? *code : CertificationOf(loaded);
      // Under no code, a stream without an edition is no referential yet.
      place = certification ? &reference_.referentials[*certification] : &others_[subject];
      break;
    }
    case StreamKind::kPerson:
      place = &reference_.persons[IdFrom<PersonId>(subject)];
      break;
    case StreamKind::kJury:
      place = &reference_.juries[IdFrom<JuryId>(subject)];
      break;
    case StreamKind::kLearner:
    case StreamKind::kAwardNumber:
    case StreamKind::kSystem:
      place = &others_[subject];
      break;
  }
  *place = std::move(loaded);
  streams_[subject] = place;
  return place;
}

OrFailure<const FoldedStream*> Draft::Load(StreamKind kind, const Subject& subject) {
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream* stream, Reach(kind, subject));
  return stream;
}

OrFailure<Ok> Draft::LoadCited(const Citations& citations) {
  for (const CertificationCode& code : citations.referentials) {
    CARTULARY_RETURN_IF_ERROR(
        Reach(StreamKind::kReferential, SubjectOf(store_.hasher(), code), &code));
  }
  for (const JuryId& jury : citations.juries) {
    CARTULARY_RETURN_IF_ERROR(Reach(StreamKind::kJury, SubjectOf(jury)));
  }
  for (const PersonId& person : citations.persons) {
    CARTULARY_RETURN_IF_ERROR(Reach(StreamKind::kPerson, SubjectOf(person)));
  }
  for (const LearnerId& learner : citations.learners) {
    CARTULARY_RETURN_IF_ERROR(Reach(StreamKind::kLearner, SubjectOf(learner)));
  }
  return Ok{};
}

// --- Names -----------------------------------------------------------------------------------

Text Draft::Broken(Failure failure) {
  Text message = failure.message;
  if (!broken_) broken_ = std::move(failure);
  return message;
}

Named<Subject> Draft::FindSubject(StreamKind kind, std::string_view written) {
  if (const auto subject = SubjectOfId(kind, written)) {
    if (kind != StreamKind::kLearner) return *subject;
    const auto stream = Load(kind, *subject);
    if (!stream) return Broken(stream.error());
    if (!(*stream)->empty()) return *subject;
    return Said("unknown learner: {0} is not registered",
                "apprenant inconnu : {0} n'est pas enregistré", IdFrom<LearnerId>(*subject));
  }
  std::pair<StreamKind, std::string> name(kind, written);
  if (const auto known = names_.find(name); known != names_.end()) return known->second;
  std::string claim(written);
  if (kind == StreamKind::kLearner) {
    claim = ToText(sealer_.LookupOf(NumberKind::kStudent, written).hmac);
  } else if (kind == StreamKind::kPerson) {
    claim = ToText(sealer_.LookupOf(NumberKind::kStaff, written).hmac);
  }
  const auto pending = claims_.find({kind, claim});
  if (pending != claims_.end()) {
    names_[std::move(name)] = pending->second;
    return pending->second;
  }
  auto found = finder_.Find(kind, written);
  if (found) {
    names_[std::move(name)] = *found;
    return *found;
  }
  if (found.error().status != ExitStatus::kNotFound) return Broken(std::move(found).error());
  if (spoilt_names_.contains(name)) return RestsOnWrongRow();
  return Said("{0}; {1}", "{0} ; {1}", found.error().message, found.error().hint);
}

OrFailure<FoundStream> Draft::FindAny(std::string_view written) {
  std::vector<FoundStream> found;
  bool spoilt = false;
  for (const auto& entry : kEnumNames<StreamKind>) {
    const auto named = FindSubject(entry.value, written);
    if (broken_) return *broken_;
    const auto* subject = std::get_if<Subject>(&named);
    if (subject == nullptr) {
      spoilt = spoilt || std::get<Text>(named) == RestsOnWrongRow();
      continue;
    }
    CARTULARY_ASSIGN_OR_RETURN(const FoldedStream* stream, Load(entry.value, *subject));
    if (stream->kind == entry.value) found.push_back({entry.value, *subject});
  }
  if (found.size() == 1) return found.front();
  if (found.empty() && spoilt) return Failure{.message = RestsOnWrongRow()};
  return finder_.FindAny(written);  // Other forms of a name; or why there is not one.
}

Named<EnrolmentId> Draft::FindEnrolment(const Subject& learner, std::string_view written) {
  if (const auto id = ParseId<EnrolmentTag>(written)) return *id;
  if (learner == Subject{}) return RestsOnWrongRow();  // The learner was not found.
  const auto stream = Load(StreamKind::kLearner, learner);
  if (!stream) return Broken(stream.error());
  const Enrolments enrolments = EnrolmentsOf(**stream);
  if (written.empty()) {
    if (enrolments.standing.size() == 1) return *enrolments.standing.begin();
    if (spoilt_enrolments_.contains(learner)) return RestsOnWrongRow();
    if (enrolments.standing.empty()) {
      return Said("the learner has no enrolment; record EnrolmentOpened first",
                  "l'apprenant n'a aucune inscription ; enregistrez d'abord EnrolmentOpened");
    }
    return Said("the learner has {0} enrolments; say which: 1, 2 …",
                "l'apprenant a {0} inscriptions ; dites laquelle : 1, 2 …",
                enrolments.standing.size());
  }
  const auto ordinal = ParseCount(written);
  if (ordinal && *ordinal >= 1 && *ordinal <= enrolments.all.size()) {
    return enrolments.all[*ordinal - 1];
  }
  if (spoilt_enrolments_.contains(learner)) return RestsOnWrongRow();
  const bool merged = !HeldOn<LearnersMerged>(**stream, kEndOfTime).empty();
  return Said("there is no enrolment '{0}'; the learner has {1}{2}",
              "il n'y a pas d'inscription « {0} » ; l'apprenant en a {1}{2}", Shortened(written),
              enrolments.all.size(),
              merged ? Said(" under this registration: name the one that opened it",
                            " sous ce dossier : désignez celui qui l'a ouverte")
                     : Text{});
}

std::string Draft::RequestOf(std::string_view row) const { return RequestOf(source_, row); }

std::string Draft::RequestOf(std::string_view source, std::string_view row) const {
  constexpr std::size_t kSourceDigits = 32;
  return ToText(store_.hasher().Sha256(source)).substr(0, kSourceDigits) + ":" + std::string(row);
}

// The log knows a source by its hash only, so this looks for the names that a file beside would
// have given. Ignored because it only makes a message better: what cannot be read is not there.
std::optional<std::string> Draft::FindSourceOf(std::string_view row) const {
  constexpr std::size_t kFilesMax = 1000;
  std::set<std::string> sources{std::string(kDemoSource), "record"};
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(
           beside_.empty() ? std::filesystem::path(".") : beside_, error)) {
    if (sources.size() == kFilesMax) break;
    if (entry.is_regular_file(error)) sources.insert(entry.path().filename().string());
  }
  for (const std::string& source : sources) {
    const auto request = store_.log().FindRequest(RequestOf(source, row));
    if (request && *request) return source;
  }
  return std::nullopt;
}

Named<EventRef> Draft::FindRow(std::string_view row) {
  if (const auto pending = rows_.find(row); pending != rows_.end()) return pending->second;
  if (spoilt_rows_.contains(row)) return RestsOnWrongRow();
  const auto request = store_.log().FindRequest(RequestOf(row));
  if (!request) return Broken(FailureFrom(request.error()));
  if (!*request) {
    if (const auto source = FindSourceOf(row)) {
      return Said(
          "row '{0}' is not of the source '{1}' but of '{2}': give --source {2}, or name the "
          "event as WHO@VERSION (`cartulary history WHO` shows the versions)",
          "la ligne « {0} » n'est pas de la source « {1} » mais de « {2} » : donnez --source "
          "{2}, ou désignez l'événement par QUI@VERSION (`cartulary history QUI` montre les "
          "versions)",
          Shortened(row), Shortened(source_), Shortened(*source));
    }
    return Said(
        "no row '{0}' of the source '{1}' comes before this one; a row of another file is found "
        "with the --source of that file, and any event as WHO@VERSION (`cartulary history WHO` "
        "shows the versions)",
        "aucune ligne « {0} » de la source « {1} » ne précède celle-ci ; une ligne d'un autre "
        "fichier se retrouve avec le --source de ce fichier, et tout événement sous la forme "
        "QUI@VERSION (`cartulary history QUI` montre les versions)",
        Shortened(row), Shortened(source_));
  }
  std::optional<EventRef> found;
  const auto read = store_.log().ReadLog(
      (*request)->first, [&](const Event& event, std::string_view) -> Result<Visit> {
        found = EventRef{event.subject, event.version};
        return Visit::kStop;
      });
  if (!read) return Broken(FailureFrom(read.error()));
  CARTULARY_CHECK(found.has_value());
  rows_.emplace(row, *found);
  return *found;
}

Named<EventRef> Draft::FindEvent(std::string_view written) {
  constexpr std::string_view kRow = "row:";
  if (written.starts_with(kRow)) return FindRow(written.substr(kRow.size()));
  const std::size_t at = written.rfind('@');
  const auto version =
      at == std::string_view::npos ? std::nullopt : ParseCount(written.substr(at + 1));
  if (!version) {
    return Said("'{0}' names no event; write row:ID, or WHO@VERSION",
                "« {0} » ne désigne aucun événement ; écrivez row:ID, ou QUI@VERSION",
                Shortened(written));
  }
  const auto stream = FindAny(written.substr(0, at));
  if (broken_) return broken_->message;
  if (!stream) return stream.error().message;
  const auto folded = Load(stream->kind, stream->subject);
  if (!folded) return Broken(folded.error());
  if (*version >= (*folded)->next_version) {
    return Said("'{0}': there are versions 0 to {1}", "« {0} » : il y a les versions 0 à {1}",
                Shortened(written), (*folded)->next_version - 1);
  }
  return EventRef{stream->subject, Version{*version}};
}

Lookup Draft::LookupOf(FactType type, std::string_view number) {
  return sealer_.LookupOf(NumberKindOf(type), number);
}

EnrolmentId Draft::NewEnrolment() { return NewId<EnrolmentId>(context_.ports.random); }

void Draft::Spoil(std::string_view row, StreamKind kind, std::string_view number) {
  if (!row.empty()) spoilt_rows_[std::string(row)] = true;
  if (!number.empty()) spoilt_names_[{kind, std::string(number)}] = true;
}

// --- Taking ----------------------------------------------------------------------------------

OrFailure<Known> Draft::FindRequest(const std::string& request, const Hash& command_mac) {
  CARTULARY_ASSIGN_OR_RETURN(const auto record, store_.log().FindRequest(request));
  if (!record) return Known::kNo;
  return record->command_mac == command_mac ? Known::kYes : Known::kOtherwise;
}

Status Draft::Seal(Submission& submission) {
  auto& sealed = submission.command.sealed;
  for (const EvidenceFile& file : submission.evidence) {
    Salt salt;
    random().Fill(salt);
    submission.registered.evidence_salts.push_back(salt);
    submission.command.by.evidence.push_back(
        Evidence{.role = file.role,
                 .salted_sha256 = sealer_.EvidenceHash(salt, file.bytes),
                 .media_type = file.media_type,
                 .size_bytes = file.bytes.size()});
  }
  const auto seal = [&](const auto& content) -> Status {
    if (content == std::decay_t<decltype(content)>{}) return Ok{};
    CARTULARY_ASSIGN_OR_RETURN(SealedPiece piece, sealer_.Seal(SealedContent(content), random()));
    sealed.push_back(std::move(piece));
    return Ok{};
  };
  // In the order of the classes.
  CARTULARY_RETURN_IF_ERROR(seal(submission.registered));
  CARTULARY_RETURN_IF_ERROR(seal(submission.contact));
  CARTULARY_RETURN_IF_ERROR(seal(submission.comments));
  CARTULARY_RETURN_IF_ERROR(seal(submission.health));
  return Ok{};
}

OrFailure<std::optional<Subject>> Draft::HolderOf(const Claim& claim) {
  if (const auto pending = claims_.find(KeyOf(claim)); pending != claims_.end()) {
    return std::optional<Subject>(pending->second);
  }
  if (claim.kind == ClaimKind::kAwardNumber) {
    const Subject subject = SubjectOf(store_.hasher(), AwardNumber{claim.code});
    CARTULARY_ASSIGN_OR_RETURN(const auto* stream, Load(StreamKind::kAwardNumber, subject));
    return stream->empty() ? std::optional<Subject>() : std::optional<Subject>(subject);
  }
  CARTULARY_ASSIGN_OR_RETURN(const StateStore* state, store_.CurrentState());
  std::vector<Subject> holders;
  if (claim.kind == ClaimKind::kJuryCode) {
    CARTULARY_ASSIGN_OR_RETURN(holders, FindHolders(*state, JuryCode{claim.code}));
  } else {
    const LookupKind kind = claim.kind == ClaimKind::kStudentNumber ? LookupKind::kStudentNumber
                                                                    : LookupKind::kStaffNumber;
    CARTULARY_ASSIGN_OR_RETURN(holders, FindHolders(*state, kind, claim.number));
  }
  return holders.empty() ? std::optional<Subject>() : std::optional<Subject>(holders.front());
}

OrFailure<std::optional<Date>> Draft::LastEntryIn(const CertificationCode& certification) {
  CARTULARY_ASSIGN_OR_RETURN(const StateStore* state, store_.CurrentState());
  std::optional<Date> last;
  CARTULARY_RETURN_IF_ERROR(ScanDossiers(*state, [&](Dossier&& dossier) -> Result<Visit> {
    for (const Entry& entry : dossier.entries) {
      const auto* opened = std::get_if<EnrolmentOpened>(&entry.fact);
      if (opened == nullptr || entry.IsOut() || opened->certification != certification) continue;
      last = std::max(last.value_or(entry.effective), entry.effective);
    }
    return Visit::kGoOn;
  }));
  return last;
}

OrFailure<Draft::Registrations> Draft::LoadRegistrations(const FoldedStream& target, Date on) {
  Registrations found;
  const auto load = [this](const Subject& subject) -> Result<FoldedStream> {
    auto loaded = Load(StreamKind::kLearner, subject);
    if (!loaded) {
      return Error{ErrorCode::kWorld, Broken(std::move(loaded).error())};
    }
    return **loaded;
  };
  const bool alone =
      target.kind != StreamKind::kLearner || HeldOn<LearnersMerged>(target, on).empty();
  if (alone) return found;
  const auto survivor = FollowMergers(target, on, load);
  if (!survivor) return *broken_;
  auto merged = LoadMerged(*survivor, on, load);
  if (!merged) return *broken_;
  found.joined = Join(*survivor, *merged);
  found.others = *std::move(merged);
  found.others.push_back(*survivor);
  std::erase_if(found.others, [&](const Dossier& one) { return one.subject == target.subject; });
  for (const Dossier& other : found.others) {
    CARTULARY_RETURN_IF_ERROR(LoadCited(CitationsOf(other)));
  }
  return found;
}

std::optional<Referential> Draft::TextOf(const Submission& submission) const {
  const auto* revision = std::get_if<RevisionPublished>(&submission.command.fact);
  if (revision == nullptr) return std::nullopt;
  for (const Blob& blob : submission.blobs) {
    if (blob.sha256 != revision->text) continue;
    LoadedRules loaded = store_.rules_loader().Load(blob.bytes);
    if (auto* rules = std::get_if<Referential>(&loaded)) return std::move(*rules);
  }
  return std::nullopt;
}

OrFailure<std::optional<Actor>> Draft::PublisherOf(const FoldedStream& referential,
                                                   std::uint32_t revision) const {
  std::optional<Actor> publisher;
  for (const auto& published : HeldOn<RevisionPublished>(referential, kEndOfTime)) {
    if (published->number != revision) continue;
    CARTULARY_RETURN_IF_ERROR(
        store_.log().ReadStream(referential.subject, published.entry->version,
                                [&](const Event& event, std::string_view) -> Result<Visit> {
                                  publisher = event.by.actor;
                                  return Visit::kStop;
                                }));
  }
  return publisher;
}

OrFailure<Decision> Draft::Ask(const Submission& submission, const FoldedStream& target) {
  Command command = submission.command;
  const Needs needs = NeedsOf(command);
  DecideContext context;
  context.target = &target;
  context.reference = &reference_;
  context.today = today_;
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream* system,
                             Load(StreamKind::kSystem, SystemSubject(store_.hasher())));
  if (!system->entries.empty()) context.store_made = system->entries.front().effective;
  std::set<LearnerId> learners = needs.streams.learners;
  if (command.kind == StreamKind::kJury) learners.merge(CitationsOf(target).learners);
  for (const LearnerId& learner : learners) {
    CARTULARY_ASSIGN_OR_RETURN(context.learners[learner],
                               Load(StreamKind::kLearner, SubjectOf(learner)));
  }
  CARTULARY_ASSIGN_OR_RETURN(const Registrations registrations,
                             LoadRegistrations(target, command.by.effective));
  for (const Dossier& other : registrations.others) {
    context.other_registrations.push_back(&other);
  }
  if (needs.claim) {
    CARTULARY_ASSIGN_OR_RETURN(context.holder, HolderOf(*needs.claim));
    if (needs.claim->kind == ClaimKind::kAwardNumber) {
      context.award_number = SubjectOf(store_.hasher(), AwardNumber{needs.claim->code});
    }
  }
  const auto* edition = std::get_if<EditionPublished>(&command.fact);
  // Nobody enters ahead of today: only an edition that begins by then can bind who entered.
  if (edition != nullptr && command.by.effective <= today_) {
    CARTULARY_ASSIGN_OR_RETURN(context.last_entry, LastEntryIn(edition->certification));
  }
  context.system = SystemSubject(store_.hasher());
  if (const auto* applied = std::get_if<RevisionApplied>(&command.fact)) {
    CARTULARY_ASSIGN_OR_RETURN(context.publisher, PublisherOf(target, applied->number));
  }
  if (const auto* closed = std::get_if<CaseClosed>(&command.fact); closed != nullptr) {
    const Entry* opened = FindEntry(target, closed->opened);
    const auto* fact = opened == nullptr ? nullptr : std::get_if<CaseOpened>(&opened->fact);
    if (fact != nullptr) {
      const LearnerId registration = RegistrationOf(*fact);
      CARTULARY_ASSIGN_OR_RETURN(context.learners[registration],
                                 Load(StreamKind::kLearner, SubjectOf(registration)));
    }
  }
  const auto text = TextOf(submission);
  if (text) context.text = &*text;
  std::shared_ptr<const Referential> rules;
  std::optional<Verdict> verdict;
  if (const auto key = RulesNeeded(command, context)) {
    const FoldedStream& referential = reference_.Referential(key->certification);
    const auto revision = key->revision ? FindRevision(referential, *key->revision)
                                        : FindAppliedRevision(referential, key->edition);
    if (revision) {
      CARTULARY_ASSIGN_OR_RETURN(rules, store_.rules().Load(revision->text));
      context.rules = rules.get();
    }
    auto* award = std::get_if<AwardIssued>(&command.fact);
    if (revision && needs.verdict && award != nullptr) {
      const Dossier& dossier = registrations.joined ? *registrations.joined : target;
      verdict = Evaluate(*rules, revision->number, dossier, award->enrolment, reference_,
                         command.by.effective);
      context.verdict = &*verdict;
      // Version 0 registers the learner: no decision was named.
      const bool own = verdict->decision && verdict->decision->subject == target.subject;
      if (award->decision == Version{} && own) {
        award->decision = verdict->decision->version;
      }
    }
  }
  return Decide(command, context);
}

Event Draft::EventOf(const NewEvent& event, Version version) const {
  return Event{.origin = head_.origin,
               .index = Index{size_},
               .kind = event.kind,
               .subject = event.subject,
               .version = version,
               .link = {},
               .recorded = now_,
               .recorded_date = today_,
               .by = event.by,
               .fact = event.fact,
               .sealed = {}};
}

void Draft::Accept(Submission submission, std::vector<Decided> decided) {
  Drafted drafted{.request = std::move(submission.request),
                  .command_mac = submission.command_mac,
                  .events = {},
                  .versions = {},
                  .blobs = std::move(submission.blobs)};
  for (Decided& one : decided) {
    FoldedStream& stream = *streams_.at(one.subject);
    NewEvent event{.kind = one.kind,
                   .subject = one.subject,
                   .by = submission.command.by,
                   .fact = std::move(one.fact),
                   .sealed = drafted.events.empty() ? std::move(submission.command.sealed)
                                                    : std::vector<SealedPiece>()};
    const Version version{stream.next_version};
    // Decide lets only what can be folded through.
    CARTULARY_CHECK(Fold(stream, EventOf(event, version)).has_value());
    ++size_;
    drafted.versions.push_back(version);
    drafted.events.push_back(std::move(event));
  }
  drafted_.push_back(std::move(drafted));
}

Failure Draft::Refused(Rejection rejection) {
  Identities identities(store_.log(), &sealer_, reader_);
  rejection.detail = identities.WithNames(std::move(rejection.detail));
  const Status status = identities.status();
  return status ? FailureFrom(rejection) : FailureFrom(status.error());
}

OrFailure<EventRef> Draft::Take(Submission submission) {
  Command& command = submission.command;
  CARTULARY_RETURN_IF_ERROR(LoadCited(NeedsOf(command).streams));
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream* target, Reach(command.kind, command.subject));
  // Names may have loaded the stream already, without what it cites.
  // What the system's stream names is named by number, and need not be there.
  if (command.kind != StreamKind::kSystem && completed_.insert(command.subject).second) {
    CARTULARY_RETURN_IF_ERROR(LoadCited(CitationsOf(*target)));
  }
  CARTULARY_RETURN_IF_ERROR(Seal(submission));
  CARTULARY_ASSIGN_OR_RETURN(Decision decision, Ask(submission, *target));
  if (auto* rejection = std::get_if<Rejection>(&decision)) return Refused(std::move(*rejection));
  auto& decided = std::get<std::vector<Decided>>(decision);
  CARTULARY_CHECK(!decided.empty());
  for (const Decided& one : decided) CARTULARY_RETURN_IF_ERROR(Reach(one.kind, one.subject));
  const EventRef made{command.subject, Version{target->next_version}};
  if (const auto claim = NeedsOf(command).claim) claims_[KeyOf(*claim)] = command.subject;
  if (!submission.row.empty()) rows_[submission.row] = made;
  Accept(std::move(submission), std::move(decided));
  return made;
}

}  // namespace cartulary::cli
