// referential publish: puts the rules of an edition into the log.
#include <algorithm>
#include <ostream>

#include "cli/context.h"
#include "cli/option_values.h"
#include "cli/recorder.h"
#include "cli/render/words.h"
#include "cli/rules_file.h"
#include "cli/verbs/all.h"
#include "core/subjects.h"

namespace cartulary::cli {
namespace {

struct PublishOptions {
  std::string file;
  std::optional<std::string> edition;
  std::optional<Date> from;
  std::optional<Date> to;
  std::optional<Date> adopted;
  std::optional<Date> teaching_starts;
  std::optional<std::string> act;
};

// Where the options and the file contradict one another, or say too little.
OrFailure<EditionPublished> EditionOf(const PublishOptions& options, const Referential& rules) {
  const Edition& edition = rules.edition;
  if (options.edition && *options.edition != edition.code.text) {
    return Failure{
        .message = Said("--edition {0}: the file is of edition {1}",
                        "--edition {0} : le fichier est de l'édition {1}", *options.edition,
                        edition.code.text),
        .hint = Said("name that edition, or change `edition: code:` in the file",
                     "nommez cette édition, ou modifiez `edition: code:` dans le fichier")};
  }
  const auto contradicts = [](const std::optional<Date>& given, const std::optional<Date>& said) {
    return given && said && *given != *said;
  };
  if (contradicts(options.from, edition.from) || contradicts(options.to, edition.until)) {
    return Failure{
        .message = Said("--from or --to is not what the file says of its edition",
                        "--from ou --to ne concorde pas avec ce que le fichier dit de son édition"),
        .hint = Said("leave them out, or change `edition:` in the file",
                     "omettez-les, ou modifiez `edition:` dans le fichier")};
  }
  if (!options.from && !edition.from) {
    return Failure{
        .message = Said("--from is missing: from which day does the edition bind?",
                        "--from manque : à compter de quel jour l'édition s'applique-t-elle ?"),
        .hint = Said("the file leaves it open; give --from DATE",
                     "le fichier ne le dit pas ; donnez --from DATE")};
  }
  if (!options.adopted) {
    return Failure{
        .message = Said("--adopted is missing: on which day were these rules adopted?",
                        "--adopted manque : quel jour ces règles ont-elles été adoptées ?"),
        .hint = Said("give --adopted DATE", "donnez --adopted DATE")};
  }
  EditionPublished published;
  published.certification = rules.certification;
  published.edition = edition.code;
  published.to = options.to ? options.to : edition.until;
  published.binding = edition.binds_by;
  published.adopted = *options.adopted;
  published.teaching_starts = options.teaching_starts;
  CARTULARY_ASSIGN_OR_RETURN(published.act, ParseCode<ActCode>("--act", options.act));
  return published;
}

struct Publishing {
  std::uint32_t revision = 0;
  bool already = false;
};

// The edition and its first revision, in one commit; what is published already is left alone.
class Publication {
 public:
  Publication(const PublishOptions& options, const RulesFile& file, const Hash& sha256,
              const Context& context, Store& store)
      : options_(options), file_(file), sha256_(sha256), context_(context), store_(store) {}

  OrFailure<Publishing> Run() {
    CARTULARY_ASSIGN_OR_RETURN(const EditionPublished edition, EditionOf(options_, file_.rules));
    CARTULARY_ASSIGN_OR_RETURN(const auto draft, Draft::Begin(context_, store_));
    subject_ = SubjectOf(store_.hasher(), edition.certification);
    CARTULARY_ASSIGN_OR_RETURN(const FoldedStream* stream,
                               draft->Load(StreamKind::kReferential, subject_));
    const Known known = Look(*stream, edition.edition);
    if (known.same) return Publishing{*known.same, /*already=*/true};
    if (known.last) {
      return Failure{
          .status = ExitStatus::kRefused,
          .code = "edition_published",
          .message =
              Said("edition {0} of {1} is published, as revision {2}, with another text",
                   "l'édition {0} de {1} est publiée, comme révision {2}, avec un autre texte",
                   edition.edition.text, edition.certification.text, *known.last),
          .hint =
              Said("a reform is a new edition: give the file another `edition: code:`; a text that "
                   "was misread is put right by `referential correct`, one that was silent by "
                   "`referential complete`",
                   "une réforme est une nouvelle édition : donnez au fichier un autre "
                   "`edition: code:` ; un texte mal lu se corrige par `referential correct`, un "
                   "texte muet se complète par `referential complete`")};
    }
    CARTULARY_ASSIGN_OR_RETURN(actor_, draft->FindActor());
    if (!known.edition) {
      const Date from = options_.from ? *options_.from : *file_.rules.edition.from;
      CARTULARY_RETURN_IF_ERROR(draft->Take(Submit(edition, from)));
    }
    RevisionPublished revision;
    revision.certification = edition.certification;
    revision.edition = edition.edition;
    revision.number = known.revisions + 1;
    revision.text = sha256_;
    revision.kind = RevisionKind::kFirst;
    revision.author = actor_.person;
    Submission submission = Submit(revision, draft->today());
    submission.blobs.push_back({sha256_, file_.bytes});
    CARTULARY_RETURN_IF_ERROR(draft->Take(std::move(submission)));
    CARTULARY_RETURN_IF_ERROR(Append(store_, draft->Drain(), [](const Recorded&) {}));
    CARTULARY_RETURN_IF_ERROR(store_.CurrentState());
    return Publishing{revision.number, /*already=*/false};
  }

 private:
  struct Known {
    bool edition = false;
    std::uint32_t revisions = 0;        // Of the certification.
    std::optional<std::uint32_t> last;  // Of the edition.
    std::optional<std::uint32_t> same;  // The revision of the edition with this very text.
  };

  Known Look(const FoldedStream& stream, const EditionCode& edition) const {
    Known known;
    for (const Entry& entry : stream.entries) {
      if (entry.IsOut()) continue;
      const auto* published = std::get_if<EditionPublished>(&entry.fact);
      if (published != nullptr && published->edition == edition) known.edition = true;
      const auto* revision = std::get_if<RevisionPublished>(&entry.fact);
      if (revision == nullptr) continue;
      ++known.revisions;
      if (revision->edition != edition) continue;
      known.last = revision->number;
      if (revision->text == sha256_) known.same = revision->number;
    }
    return known;
  }

  Submission Submit(Fact fact, Date effective) const {
    Submission submission;
    submission.command.kind = StreamKind::kReferential;
    submission.command.subject = subject_;
    submission.command.fact = std::move(fact);
    submission.command.by.actor = actor_;
    submission.command.by.effective = effective;
    return submission;
  }

  const PublishOptions& options_;
  const RulesFile& file_;
  const Hash sha256_;
  const Context& context_;
  Store& store_;
  Subject subject_;
  Actor actor_;
};

OrFailure<ExitStatus> RunPublish(const PublishOptions& options, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const RulesFile file, ReadFitRules(options.file));
  CARTULARY_ASSIGN_OR_RETURN(const auto store, Store::Open(context, Access::kWrite));
  const Hash sha256 = store->hasher().Sha256(file.bytes);
  Publication publication(options, file, sha256, context, *store);
  CARTULARY_ASSIGN_OR_RETURN(const Publishing outcome, publication.Run());
  const std::string name = file.rules.certification.text + "@" + std::to_string(outcome.revision);
  if (context.options.json) {
    context.Print(Json{{"revision", name},
                       {"edition", file.rules.edition.code.text},
                       {"sha256", ToText(sha256)},
                       {"already", outcome.already}});
    return ExitStatus::kYes;
  }
  const Language language = context.options.language;
  context.Say((outcome.already ? Say(language, "published before: ", "déjà publiée : ")
                               : Say(language, "published ", "publiée : ")) +
              name + Say(language, ", edition ", ", édition ") + file.rules.edition.code.text +
              ", SHA-256 " + ToText(sha256));
  return ExitStatus::kYes;
}

}  // namespace

Verb ReferentialPublishVerb() {
  const auto options = std::make_shared<PublishOptions>();
  return {
      .name = "referential publish",
      .summary = Said("put the rules of an edition into the log",
                      "inscrire au journal le référentiel d'une édition"),
      .details =
          Said("Checks FILE as `referential lint` does, keeps its text in the log, and records the "
               "edition and its first revision, which is applied from then on. The same text twice "
               "changes nothing.",
               "Vérifie FICHIER comme le fait `referential lint`, garde son texte dans le journal, "
               "et enregistre l'édition et sa première révision, appliquée dès lors. Le même texte "
               "deux fois ne change rien."),
      .example =
          "  cartulary referential publish referentials/rncp39304.yaml \\\n"
          "    --from 2022-09-01 --adopted 2022-06-15",
      .exits = {{ExitStatus::kYes,
                 Said("published, now or before", "publié, maintenant ou auparavant")},
                {ExitStatus::kUsage,
                 Said("the command or the file is wrong; nothing was written",
                      "la commande ou le fichier est incorrect ; rien n'a été écrit")},
                {ExitStatus::kNotFound,
                 Said("no such file or person", "le fichier ou la personne n'existe pas")},
                {ExitStatus::kRefused},
                {ExitStatus::kConflict},
                {ExitStatus::kWorld},
                {ExitStatus::kIntegrity}},
      .takes = {.actor = true},
      .declare =
          [options](OptionSet& set) {
            set.Argument(Said("FILE", "FICHIER"), options->file,
                         Said("file of rules, in YAML", "fichier de référentiel, en YAML"));
            set.Option("--edition", options->edition,
                       Said("the edition that the file must be of; default: what it says",
                            "l'édition dont le fichier doit être ; par défaut, celle qu'il dit"));
            set.Option(
                "--from", options->from,
                Said("first day on which the edition binds; default: what the file says",
                     "premier jour où l'édition s'impose ; par défaut, ce que dit le fichier"));
            set.Option("--to", options->to,
                       Said("last such day; default: what the file says",
                            "dernier jour où elle s'impose ; par défaut, ce que dit le fichier"));
            set.Option("--adopted", options->adopted,
                       Said("day on which the rules were adopted; must be given",
                            "jour d'adoption du référentiel ; obligatoire"));
            set.Option("--teaching-starts", options->teaching_starts,
                       Said("first day of teaching under it",
                            "premier jour des enseignements sous cette édition"));
            set.Option("--act", options->act, Said("act of adoption", "acte d'adoption"));
          },
      .run = [options](Context& context) { return RunPublish(*options, context); }};
}

}  // namespace cartulary::cli
