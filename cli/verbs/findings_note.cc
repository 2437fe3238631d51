// findings note: what an auditor answers to a finding, so that the next audit starts from there.
#include <ostream>

#include "cli/context.h"
#include "cli/option_values.h"
#include "cli/reading/findings_reader.h"
#include "cli/recorder.h"
#include "cli/render/findings_page.h"
#include "cli/verbs/all.h"

namespace cartulary::cli {
namespace {

struct NoteOptions {
  std::string id;
  std::optional<std::string> status;
  std::optional<std::string> reason;
  std::optional<std::string> words;
};

struct Note {
  FindingStatus status{};
  ReasonCode reason;
};

OrFailure<Note> ParseNote(const NoteOptions& options) {
  if (!options.status || !options.reason) {
    return Failure{
        .message = options.status ? Said("--reason is missing", "--reason manque")
                                  : Said("--status is missing", "--status manque"),
        .hint = Said("say why it stays as it is: --status justified or accepted, --reason CODE",
                     "dites pourquoi il reste tel quel : --status justified ou accepted, "
                     "--reason CODE")};
  }
  Note note;
  CARTULARY_ASSIGN_OR_RETURN(
      note.status,
      ParseName<FindingStatus>("--status", Said("status of a finding", "d'état d'un constat"),
                               *options.status));
  CARTULARY_ASSIGN_OR_RETURN(note.reason, ParseCode<ReasonCode>("--reason", *options.reason));
  return note;
}

OrFailure<ExitStatus> RunNote(const NoteOptions& options, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const Note note, ParseNote(options));
  const Date on = context.On();
  FindingNoted fact;
  {
    CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
    CARTULARY_ASSIGN_OR_RETURN(const FindingView view, ReadFinding(*reading, options.id, {}, on));
    fact.check.text = view.finding.check->code;
    fact.finding = NameOf(view.finding, reading->store().hasher());
    fact.status = note.status;
  }
  CARTULARY_ASSIGN_OR_RETURN(const auto store, Store::Open(context, Access::kWrite));
  const auto submit = [&](Draft& draft) -> OrFailure<Submission> {
    CARTULARY_ASSIGN_OR_RETURN(Submission submission, OfSystem(draft, *store, fact, on));
    submission.command.by.reason = note.reason;
    submission.comments.reason = options.words;
    return submission;
  };
  CARTULARY_ASSIGN_OR_RETURN(const RecordedFact recorded, RecordOne(context, *store, submit));
  const std::uint64_t version = recorded.event.version.value;
  if (context.options.json) {
    context.Print(Json{{"id", options.id},
                       {"status", ToName(note.status)},
                       {"reason", note.reason.text},
                       {"on", ToText(on)},
                       {"index", recorded.index.value},
                       {"version", version}});
    return ExitStatus::kYes;
  }
  context.Say(Said("{0}: {1}, noted as event #{2}", "{0} : {1}, annoté par l'événement n° {2}",
                   options.id, note.status, recorded.index.value));
  context.Say(
      Said("  were it an error: `cartulary record FactVoided subject=system target={0} "
           "ground=entry_error authority=registrar`",
           "  si c'était une erreur : `cartulary record FactVoided subject=system target={0} "
           "ground=entry_error authority=registrar`",
           version));
  return ExitStatus::kYes;
}

}  // namespace

Verb FindingsNoteVerb() {
  const auto options = std::make_shared<NoteOptions>();
  return {
      .name = "findings note",
      .summary = Said("answer a finding: justified, or accepted as it is",
                      "répondre à un constat : justifié, ou accepté tel quel"),
      .details = Said(
          "The note covers the finding with the evidence that it has on its day: `findings` then "
          "only counts it, and `--noted` shows it with who noted it and why. When its evidence "
          "changes, or the note is voided, it is open again. Nothing else changes.",
          "La note couvre le constat avec les preuves qu'il a au jour de celle-ci : `findings` ne "
          "fait alors que le compter, et `--noted` le montre avec qui l'a noté et pourquoi. Si ses "
          "preuves changent, ou si la note est annulée, il est de nouveau à examiner. Rien "
          "d'autre ne change."),
      .example =
          "  cartulary findings note ATTENDANCE_UNSIGNED:809 --status accepted \\\n"
          "    --reason paper_list --reason-text \"the signed list is in the archive, box 12\"",
      .exits = {{ExitStatus::kYes, Said("noted", "noté")},
                {ExitStatus::kUsage},
                {ExitStatus::kNotFound,
                 Said("no such finding or person", "le constat ou la personne n'existe pas")},
                {ExitStatus::kRefused},
                {ExitStatus::kConflict},
                {ExitStatus::kWorld},
                {ExitStatus::kIntegrity}},
      .takes = {.actor = true,
                .on = true,
                .on_doc = Said("day of the note, on which the finding is there; default: today",
                               "jour de la note, auquel le constat existe ; par défaut, "
                               "aujourd'hui")},
      .declare =
          [options](OptionSet& set) {
            set.Argument(
                Said("ID", "IDENTIFIANT"), options->id,
                Said("as `cartulary findings` shows it", "tel que `cartulary findings` le montre"));
            set.Option(
                "--status", options->status,
                Said("justified, or accepted", "justified (justifié) ou accepted (accepté)"));
            set.Option("--reason", options->reason, Said("code of the reason", "code du motif"));
            set.Prose("--reason-text", options->words,
                      Said("the reason in words; they are sealed",
                           "le motif en toutes lettres ; il est scellé"));
          },
      .run = [options](Context& context) { return RunNote(*options, context); }};
}

}  // namespace cartulary::cli
