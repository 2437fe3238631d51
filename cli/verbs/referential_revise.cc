// referential correct, complete: a later text of an edition, published and not applied.
#include <algorithm>
#include <ostream>

#include "cli/context.h"
#include "cli/did_you_mean.h"
#include "cli/evidence_file.h"
#include "cli/option_values.h"
#include "cli/output/text.h"
#include "cli/recorder.h"
#include "cli/render/difference_page.h"
#include "cli/render/rules_page.h"
#include "cli/render/verdict_view.h"
#include "cli/rules_file.h"
#include "cli/verbs/all.h"
#include "core/fold/editions.h"
#include "core/subjects.h"

namespace cartulary::cli {
namespace {

struct ReviseOptions {
  std::string file;
  std::vector<std::string> misread;     // Of a correction.
  std::optional<std::string> settles;   // Of a completion.
  std::optional<std::string> document;  // A file or, of a completion, a hash.
  std::optional<std::string> article;
  std::optional<std::string> author;
  std::optional<std::string> ordered_by;
  std::optional<std::string> reason;
  std::optional<std::string> words;
};

Failure Wrong(const Text& message, const Text& hint) {
  return Failure{.message = message, .hint = hint};
}

Failure MissingOption(const char* option, const Text& what) {
  return Wrong(Said("{0} is missing: {1}", "{0} manque : {1}", option, what),
               Said("`--help` has an example", "`--help` donne un exemple"));
}

// What the options say by themselves.
struct Given {
  RevisionPublished fact;
  std::optional<ReasonCode> reason;
  std::vector<EvidenceFile> evidence;
};

// The document that settles: its bytes, kept as evidence, or their hash alone.
OrFailure<Ok> TakeDocument(const std::string& written, const Hasher& hasher, Given& given) {
  if (const auto hash = ParseHash(written)) {
    given.fact.document = *hash;
    return Ok{};
  }
  auto read = ReadEvidenceFile(written, EvidenceRole::kAct);
  if (const auto* problem = std::get_if<EvidenceProblem>(&read)) {
    return Failure{
        .status = problem->status,
        .message = Said("--document: '{0}' {1}", "--document : « {0} » {1}", written, problem->why),
        .hint =
            Said("name a file, or give its SHA-256", "nommez un fichier, ou donnez son SHA-256")};
  }
  given.evidence.push_back(std::get<EvidenceFile>(std::move(read)));
  if (given.fact.kind == RevisionKind::kCompletion) {
    given.fact.document = hasher.Sha256(given.evidence.back().bytes);
  }
  return Ok{};
}

OrFailure<Given> Parse(const ReviseOptions& options, RevisionKind kind, const Hasher& hasher) {
  Given given;
  given.fact.kind = kind;
  if (options.reason) {
    CARTULARY_ASSIGN_OR_RETURN(given.reason, ParseCode<ReasonCode>("--reason", *options.reason));
  }
  if (kind == RevisionKind::kCorrection && options.misread.empty()) {
    return MissingOption("--misread", Said("the requirement whose sentence was misread",
                                           "l'exigence dont la phrase a été mal lue"));
  }
  if (options.document) {
    CARTULARY_RETURN_IF_ERROR(TakeDocument(*options.document, hasher, given));
  }
  if (kind != RevisionKind::kCompletion) return given;
  if (!options.settles) {
    return MissingOption("--settles", Said("the assumption that the text settles",
                                           "l'hypothèse que le texte tranche"));
  }
  if (!options.document) {
    return MissingOption("--document", Said("what settles it, a file or its SHA-256",
                                            "ce qui la tranche, un fichier ou son SHA-256"));
  }
  if (!options.article) {
    return MissingOption("--article", Said("where the document says so", "où le document le dit"));
  }
  CARTULARY_ASSIGN_OR_RETURN(given.fact.settles,
                             ParseCode<AssumptionCode>("--settles", *options.settles));
  given.fact.article = CodeOfArticle(*options.article);
  if (!given.fact.article) {
    return Wrong(Said("--article: '{0}' is no code, even without its blanks",
                      "--article : « {0} » n'est pas un code, même sans ses espaces",
                      Shortened(*options.article)),
                 Said("shorten it, as in \"art. 18-3\"", "l'abréger, comme « art. 18-3 »"));
  }
  return given;
}

// What is published of the edition, and of the certification as a whole.
struct Chain {
  std::uint32_t revisions = 0;
  std::optional<RevisionPublished> last;  // Of the edition.
  std::optional<RevisionPublished> same;  // With this very text.
  std::optional<std::uint32_t> applied;   // Of the edition.
};

Chain ReadChain(const FoldedStream& stream, const EditionCode& edition, const Hash& text) {
  Chain chain;
  for (const Entry& entry : stream.entries) {
    const auto* revision = std::get_if<RevisionPublished>(&entry.fact);
    if (revision == nullptr || entry.IsOut()) continue;
    ++chain.revisions;
    if (revision->text == text) chain.same = *revision;
    if (revision->edition == edition) chain.last = *revision;
  }
  if (const auto applied = FindAppliedRevision(stream, edition)) chain.applied = applied->number;
  return chain;
}

bool IsOneAct(const RevisionPublished& a, const RevisionPublished& b) {
  return a.kind == b.kind && a.settles == b.settles && a.document == b.document &&
         a.article == b.article;
}

struct Answer {
  RevisionPublished fact;
  std::uint32_t applied = 0;
  std::optional<Index> index;  // Empty: it was published before.
  DifferenceView difference;   // From the revision that it follows.
  std::vector<std::string> misread;
};

// What a correction says was misread, each with its sentence: "english: « … » — fiche, …".
OrFailure<std::vector<std::string>> MisreadIn(const std::vector<std::string>& named,
                                              const DifferenceView& view, Language language) {
  std::vector<std::string> misread;
  for (const std::string& id : named) {
    const auto part =
        std::find_if(view.differences.begin(), view.differences.end(),
                     [&](const PartDifference& one) { return !id.empty() && one.id == id; });
    if (part == view.differences.end()) {
      std::vector<std::string_view> ids;
      for (const PartDifference& one : view.differences) {
        if (!one.id.empty()) ids.push_back(one.id);
      }
      Failure failure = Wrong(
          Said("--misread {0}: the text does not change that; nothing was written",
               "--misread {0} : le texte n'y change rien ; rien n'a été écrit", Shortened(id)),
          {});
      failure.hint = Suggestion(id, ids);
      return failure;
    }
    const Requirement* requirement = FindRequirement(*view.after.rules, RequirementCode{id});
    if (requirement == nullptr) {
      requirement = FindRequirement(*view.before.rules, RequirementCode{id});
    }
    const bool has_sentence =
        part->part == RulesPart::kRequirement && !requirement->source.quote.empty();
    misread.push_back(
        has_sentence ? id + Say(language, ": ", " : ") + SourceOf(*requirement, language) : id);
  }
  if (named.empty()) return misread;  // A completion misread nothing.
  for (const PartDifference& part : view.differences) {
    // What no correction may change is refused by its rule.
    if (part.id.empty() || part.part == RulesPart::kEdition) continue;
    if (std::ranges::find(named, part.id) != named.end()) continue;
    return Wrong(
        Said("the text changes {0} too, and --misread does not name it; nothing was "
             "written",
             "le texte change aussi {0}, que --misread ne nomme pas ; rien n'a été écrit", part.id),
        Said("add --misread {0}, or leave that part as it was",
             "ajoutez --misread {0}, ou laissez cette partie telle quelle", part.id));
  }
  return misread;
}

// Publishes one text; what it needs of the store is read once.
class Revising {
 public:
  Revising(const ReviseOptions& options, Given given, const RulesFile& file, Store& store,
           const Context& context)
      : options_(options),
        given_(std::move(given)),
        file_(file),
        store_(store),
        context_(context),
        sha256_(store.hasher().Sha256(file.bytes)),
        subject_(SubjectOf(store.hasher(), file.rules.certification)) {}

  OrFailure<Answer> Run() {
    CARTULARY_ASSIGN_OR_RETURN(const auto draft, Draft::Begin(context_, store_));
    CARTULARY_ASSIGN_OR_RETURN(const Chain chain, Find(*draft));
    Answer answer;
    answer.applied = chain.applied.value_or(0);
    if (chain.same && IsOneAct(*chain.same, given_.fact)) {
      answer.fact = *chain.same;
      CARTULARY_ASSIGN_OR_RETURN(answer.difference, CompareTo(*chain.same->previous));
      return answer;
    }
    if (chain.last && !chain.same) {
      CARTULARY_ASSIGN_OR_RETURN(answer.difference, CompareTo(chain.last->number));
      CARTULARY_ASSIGN_OR_RETURN(answer.misread, MisreadIn(options_.misread, answer.difference,
                                                           context_.options.language));
      misread_ = answer.misread;
    }
    CARTULARY_ASSIGN_OR_RETURN(
        const RecordedFact recorded,
        RecordOne(context_, store_, [this](Draft& fresh) { return Submit(fresh); }));
    answer.fact = fact_;
    answer.index = recorded.index;
    return answer;
  }

 private:
  OrFailure<Chain> Find(Draft& draft) const {
    CARTULARY_ASSIGN_OR_RETURN(const FoldedStream* stream,
                               draft.Load(StreamKind::kReferential, subject_));
    return ReadChain(*stream, file_.rules.edition.code, sha256_);
  }

  OrFailure<DifferenceView> CompareTo(std::uint32_t revision) const {
    CARTULARY_ASSIGN_OR_RETURN(const RegisterReader reader, store_.Reader());
    CARTULARY_ASSIGN_OR_RETURN(const FoldedStream stream, reader.LoadStream(subject_));
    const auto former = FindRevision(stream, revision);
    CARTULARY_CHECK(former.has_value());
    CARTULARY_ASSIGN_OR_RETURN(const auto rules, store_.rules().Load(former->text));
    return Compare({NameOf(revision), rules},
                   {file_.name, std::make_shared<const Referential>(file_.rules)});
  }

  std::string NameOf(std::uint32_t revision) const {
    return file_.rules.certification.text + "@" + std::to_string(revision);
  }

  OrFailure<PersonId> FindPerson(Draft& draft, const std::string& written) const {
    auto named = draft.FindSubject(StreamKind::kPerson, written);
    if (const auto* subject = std::get_if<Subject>(&named)) return IdFrom<PersonId>(*subject);
    return Failure{.status = ExitStatus::kNotFound,
                   .message = std::get<Text>(named),
                   .hint = Said("`cartulary list persons` shows those that are registered",
                                "`cartulary list persons` montre celles qui sont enregistrées")};
  }

  OrFailure<Submission> Submit(Draft& draft) {
    CARTULARY_ASSIGN_OR_RETURN(const Chain chain, Find(draft));
    Submission submission;
    Command& command = submission.command;
    CARTULARY_ASSIGN_OR_RETURN(command.by.actor, draft.FindActor());
    fact_ = given_.fact;
    fact_.certification = file_.rules.certification;
    fact_.edition = file_.rules.edition.code;
    fact_.number = chain.revisions + 1;
    if (chain.last) fact_.previous = chain.last->number;
    fact_.text = sha256_;
    fact_.author = command.by.actor.person;
    if (options_.author) {
      CARTULARY_ASSIGN_OR_RETURN(fact_.author, FindPerson(draft, *options_.author));
    }
    if (options_.ordered_by) {
      CARTULARY_ASSIGN_OR_RETURN(command.by.on_behalf_of, FindPerson(draft, *options_.ordered_by));
    }
    command.kind = StreamKind::kReferential;
    command.subject = subject_;
    command.fact = fact_;
    command.by.effective = draft.today();
    command.by.reason = given_.reason;
    submission.comments.reason = options_.words;
    for (const std::string& sentence : misread_) {
      std::string& comment =
          submission.comments.comment.emplace(submission.comments.comment.value_or(std::string()));
      comment += (comment.empty() ? "" : "\n") + sentence;
    }
    submission.evidence = given_.evidence;
    submission.blobs.push_back({sha256_, file_.bytes});
    return submission;
  }

  const ReviseOptions& options_;
  const Given given_;
  const RulesFile& file_;
  Store& store_;
  const Context& context_;
  const Hash sha256_;
  const Subject subject_;
  std::vector<std::string> misread_;
  RevisionPublished fact_;
};

Json AnswerJson(const Answer& answer) {
  const RevisionPublished& fact = answer.fact;
  const std::string code = fact.certification.text + "@";
  Json json{{"revision", code + std::to_string(fact.number)},
            {"edition", fact.edition.text},
            {"kind", ToName(fact.kind)},
            {"previous", *fact.previous},
            {"settles", fact.settles ? Json(fact.settles->text) : Json(nullptr)},
            {"sha256", ToText(fact.text)},
            {"already", !answer.index.has_value()},
            {"index", answer.index ? Json(answer.index->value) : Json(nullptr)},
            {"applied", answer.applied == fact.number},
            {"in_use", code + std::to_string(answer.applied)},
            {"difference", ToJson(answer.difference)}};
  return json;
}

std::string AnswerPage(const Answer& answer, const Look& look) {
  const RevisionPublished& fact = answer.fact;
  const Language language = look.language;
  const std::string code = fact.certification.text + "@";
  const std::string name = code + std::to_string(fact.number);
  Page page(look.bold);
  page.Add(0,
           (answer.index ? Say(language, "published ", "publiée : ")
                         : Say(language, "published before: ", "déjà publiée : ")) +
               name + ", " + NatureOf(fact, language) + Say(language, ", edition ", ", édition ") +
               fact.edition.text + ", SHA-256 " + ToText(fact.text) +
               (answer.index ? Say(language, ", event #", ", événement n° ") +
                                   std::to_string(answer.index->value)
                             : ""),
           2);
  for (const std::string& sentence : answer.misread) {
    page.Add(2, Say(language, "misread: ", "mal lu : ") + sentence, 2);
  }
  if (answer.applied != fact.number) {
    page.Add(
        2,
        Say(language, "It is published, NOT applied: standings and awards go on by ",
            "Elle est publiée, NON appliquée : situations et titres suivent toujours ") +
            code + std::to_string(answer.applied) +
            Say(language,
                ". What it would say of a learner: ", ". Ce qu'elle dirait d'un apprenant : ") +
            "`cartulary status " + Say(language, "LEARNER", "APPRENANT") + " --rules " + name + "`",
        2);
  }
  AddDifferences(page, answer.difference, language);
  return page.text();
}

OrFailure<ExitStatus> RunRevise(const ReviseOptions& options, RevisionKind kind, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const RulesFile file, ReadFitRules(options.file));
  CARTULARY_ASSIGN_OR_RETURN(const auto store, Store::Open(context, Access::kWrite));
  CARTULARY_ASSIGN_OR_RETURN(Given given, Parse(options, kind, store->hasher()));
  Revising revising(options, std::move(given), file, *store, context);
  CARTULARY_ASSIGN_OR_RETURN(const Answer answer, revising.Run());
  if (context.options.json) {
    context.Print(AnswerJson(answer));
  } else {
    context.streams.out << AnswerPage(answer, LookOf(context));
  }
  return ExitStatus::kYes;
}

std::vector<ExitNote> ExitsOfRevising() {
  return {{ExitStatus::kYes, Said("published, now or before", "publiée, maintenant ou avant")},
          {ExitStatus::kUsage, Said("the command or the file is wrong; nothing was written",
                                    "la commande ou le fichier est faux ; rien n'a été écrit")},
          {ExitStatus::kNotFound,
           Said("no such file or person", "le fichier ou la personne n'existe pas")},
          {ExitStatus::kRefused},
          {ExitStatus::kConflict},
          {ExitStatus::kWorld},
          {ExitStatus::kIntegrity}};
}

void DeclareShared(ReviseOptions& options, OptionSet& set) {
  set.Option("--author", options.author,
             Said("who wrote the text; default: the actor",
                  "qui a écrit le texte ; par défaut, l'auteur de la commande"));
  set.Option("--ordered-by", options.ordered_by,
             Said("the person on whose order it is published",
                  "la personne sur l'ordre de qui il est publié"));
  set.Option("--reason", options.reason, Said("code of the reason", "code du motif"));
  set.Prose("--reason-text", options.words,
            Said("the reason in words; they are sealed", "le motif en toutes lettres, scellé"));
}

void DeclareFile(ReviseOptions& options, OptionSet& set) {
  set.Argument(Said("FILE", "FICHIER"), options.file,
               Said("file of rules, in YAML", "fichier du référentiel, en YAML"));
}

}  // namespace

Verb ReferentialCorrectVerb() {
  const auto options = std::make_shared<ReviseOptions>();
  return {
      .name = "referential correct",
      .summary = Said("publish a text that puts right what the rules had misread",
                      "publier un texte qui corrige ce que le référentiel avait mal lu"),
      .details = Said(
          "FILE is the whole text of the edition, corrected. It becomes the edition's next "
          "revision, published and not applied: standings and awards go on by the one in use. The "
          "answer tells what it asks otherwise. The edition and its period stay: a reform is a new "
          "edition (`referential publish`). The same text twice changes nothing.",
          "FICHIER est le texte entier de l'édition, corrigé. Il devient la révision suivante de "
          "l'édition, publiée et non appliquée : situations et titres suivent toujours celle qui "
          "s'applique. La réponse dit ce qu'il demande autrement. L'édition et sa période restent "
          ": "
          "une réforme est une nouvelle édition (`referential publish`). Le même texte deux fois "
          "ne change rien."),
      .example =
          "  cartulary referential correct rules-2.yaml --misread english \\\n"
          "    --reason misread --reason-text \"B1 was read for B2\" --ordered-by E001",
      .exits = ExitsOfRevising(),
      .takes = {.actor = true},
      .declare =
          [options](OptionSet& set) {
            DeclareFile(*options, set);
            set.Option("--misread", options->misread,
                       Said("a requirement, or another part, that was misread; may be repeated",
                            "une exigence, ou une autre partie, mal lue ; peut se répéter"));
            set.Option("--document", options->document,
                       Said("file of the act that orders it, if any",
                            "fichier de l'acte qui l'ordonne, s'il y en a un"));
            DeclareShared(*options, set);
          },
      .run =
          [options](Context& context) {
            return RunRevise(*options, RevisionKind::kCorrection, context);
          }};
}

Verb ReferentialCompleteVerb() {
  const auto options = std::make_shared<ReviseOptions>();
  return {
      .name = "referential complete",
      .summary = Said("publish a text that settles what the rules had to assume",
                      "publier un texte qui tranche ce que le référentiel avait dû supposer"),
      .details = Said(
          "FILE is the whole text of the edition with one assumption settled, and nothing else "
          "changed but the document that settles it. It becomes the edition's next revision, "
          "published and not applied. `settled:` in the file says the same document and article.",
          "FICHIER est le texte entier de l'édition où une hypothèse est tranchée, et rien d'autre "
          "n'est changé que le document qui la tranche. Il devient la révision suivante de "
          "l'édition, publiée et non appliquée. `settled:` y dit le même document et le même "
          "article."),
      .example =
          "  cartulary referential complete rules-2.yaml --settles pass_mark \\\n"
          "    --document reglement.pdf --article ART-12",
      .exits = ExitsOfRevising(),
      .takes = {.actor = true},
      .declare =
          [options](OptionSet& set) {
            DeclareFile(*options, set);
            set.Option("--settles", options->settles,
                       Said("the assumption that it settles", "l'hypothèse qu'il tranche"));
            set.Option("--document", options->document,
                       Said("what settles it: a file, kept as evidence by its hash, or its SHA-256",
                            "ce qui la tranche : un fichier, gardé comme pièce par son empreinte, "
                            "ou son SHA-256"));
            set.Option("--article", options->article,
                       Said("where the document says so; a code, blanks apart",
                            "où le document le dit ; un code, espaces mis à part"));
            DeclareShared(*options, set);
          },
      .run =
          [options](Context& context) {
            return RunRevise(*options, RevisionKind::kCompletion, context);
          }};
}

}  // namespace cartulary::cli
