#include "cli/verbs/replay_apply.h"

#include <ostream>
#include <utility>
#include <vector>

#include "cli/output/text.h"
#include "cli/reading/cases_reader.h"
#include "cli/reading/published.h"
#include "cli/reading/reading.h"
#include "cli/recorder.h"
#include "cli/render/cases_page.h"
#include "core/fold/editions.h"
#include "core/subjects.h"
#include "projections/replay.h"

namespace cartulary::cli {
namespace {

OrFailure<Hash> ParseDigest(const std::string& written) {
  if (const auto digest = ParseHash(written)) return *digest;
  return Failure{.message = Said("--apply: '{0}' is no digest",
                                 "--apply : « {0} » n'est pas une "
                                 "empreinte",
                                 Shortened(written)),
                 .hint = Said("`cartulary replay --rules CODE@N` prints the one to approve",
                              "`cartulary replay --rules CODE@N` affiche celle à approuver")};
}

// The revision to apply: one of the register, by its number.
OrFailure<Published> ReadToApply(const ApplyOptions& options, const Context& context) {
  const bool named = options.rules && options.rules->find('@') != std::string::npos;
  if (!named) {
    return Failure{
        .message = Said("--apply: only a published revision is applied: --rules CODE@N",
                        "--apply : on n'applique qu'une révision publiée : --rules CODE@N"),
        .hint = Said("`cartulary referential correct` or `complete` publishes a text; "
                     "`cartulary referential list` shows the revisions",
                     "`cartulary referential correct` ou `complete` publie un texte ; "
                     "`cartulary referential list` montre les révisions")};
  }
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  return ReadPublished(*reading, options.rules);
}

class Applying {
 public:
  Applying(const Published& published, const Hash& digest, std::optional<std::string> same_account,
           const Context& context, Store& store)
      : published_(published),
        digest_(digest),
        same_account_(std::move(same_account)),
        context_(context),
        store_(store) {}

  OrFailure<Submission> Submit(Draft& draft) {
    const RevisionPublished& revision = published_.revision.fact;
    Submission submission;
    Command& command = submission.command;
    CARTULARY_ASSIGN_OR_RETURN(command.by.actor, draft.FindActor());
    command.kind = StreamKind::kReferential;
    command.subject = SubjectOf(store_.hasher(), revision.certification);
    command.by.effective = context_.On();
    command.by.same_account = same_account_.has_value();
    submission.comments.comment = same_account_;
    CARTULARY_ASSIGN_OR_RETURN(const FoldedStream* stream,
                               draft.Load(StreamKind::kReferential, command.subject));
    const auto applied = FindAppliedRevision(*stream, revision.edition);
    // What is applied already is refused as it is: nothing is left to compare it with.
    if (!applied || applied->number != revision.number) {
      CARTULARY_ASSIGN_OR_RETURN(command.cases, ApprovedCases(draft.today()));
    }
    command.fact = RevisionApplied{.certification = revision.certification,
                                   .edition = revision.edition,
                                   .number = revision.number,
                                   .report = digest_,
                                   .approver = command.by.actor.person,
                                   .cases = static_cast<std::uint32_t>(command.cases.size())};
    return submission;
  }

 private:
  OrFailure<ReplayReport> ReportOn(Date on) {
    CARTULARY_ASSIGN_OR_RETURN(const StateStore* state, store_.CurrentState());
    CARTULARY_ASSIGN_OR_RETURN(const RegisterReader reader, store_.Reader());
    const RevisionPublished& revision = published_.revision.fact;
    CARTULARY_ASSIGN_OR_RETURN(ReplayReport report, Replay(store_.projections(), *state, reader,
                                                           {.rules = published_.rules,
                                                            .revision = revision.number,
                                                            .on = on,
                                                            .text = revision.text,
                                                            .settings = {}}));
    return report;
  }

  // Those of the report that the digest names, if today's names the same.
  OrFailure<std::vector<CaseOpened>> ApprovedCases(Date today) {
    const Date on = context_.On();
    CARTULARY_ASSIGN_OR_RETURN(const ReplayReport report, ReportOn(on));
    const Hash digest = DigestOf(report, store_.hasher());
    if (digest != digest_) {
      return Differs(Said("the report of {0} on {1} has the digest {2}, not {3}",
                          "le rapport de {0} au {1} a l'empreinte {2}, non {3}", NameOf(published_),
                          on, digest, digest_),
                     on);
    }
    std::vector<CaseOpened> cases = CasesOf(report);
    if (on >= today) return cases;
    CARTULARY_ASSIGN_OR_RETURN(const ReplayReport now, ReportOn(today));
    if (CasesOf(now) == cases) return cases;
    return Differs(Said("the report of {0} on {1} concerns {2} awards and refusals, that on {3} "
                        "others: {4}",
                        "le rapport de {0} au {1} concerne {2} titres et refus ; celui du {3}, "
                        "d'autres : {4}",
                        NameOf(published_), on, cases.size(), today, CasesOf(now).size()),
                   today);
  }

  Failure Differs(const Text& message, Date on) const {
    return Failure{
        .status = ExitStatus::kConflict,
        .code = "report_differs",
        .message = Said("{0}; nothing was written", "{0} ; rien n'a été écrit", message),
        .hint = Said("the register, the date or the rules are others than those that were "
                     "approved: read `cartulary replay --rules {0} --on {1}` again, and approve "
                     "the digest that it prints",
                     "le registre, la date ou les règles ne sont pas ceux qui ont été approuvés : "
                     "relisez `cartulary replay --rules {0} --on {1}`, et approuvez l'empreinte "
                     "affichée",
                     NameOf(published_), on)};
  }

  const Published& published_;
  const Hash digest_;
  const std::optional<std::string> same_account_;
  const Context& context_;
  Store& store_;
};

Failure WithNextStep(Failure failure) {
  if (failure.code == "list_too_long") {
    failure.hint = Said(
        "publish and apply the correction in parts that concern fewer, one after "
        "the other (docs/howto/correct-rules.md)",
        "publiez et appliquez la correction en parties qui concernent moins de "
        "monde, l'une après l'autre (docs/howto/correct-rules.md)");
  } else if (failure.code == "same_account") {
    failure.hint = Said(
        "apply it from another account than it was published with, or give "
        "`--same-account` with its reason (an auditor will see it)",
        "appliquez-la depuis un autre compte que celui de la publication, ou "
        "donnez `--same-account` avec son motif (un auditeur le verra)");
  } else if (failure.code == "nothing_changed" || failure.code == "already_recorded") {
    failure.hint = Said(
        "`cartulary referential list` says since when; `cartulary cases` what it "
        "opened",
        "`cartulary referential list` dit depuis quand ; `cartulary cases`, ce "
        "qu'elle a ouvert");
  }
  return failure;
}

}  // namespace

OrFailure<ExitStatus> RunApply(const ApplyOptions& options, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const Hash digest, ParseDigest(options.digest));
  if (context.options.as_of) {
    return Failure{
        .message = Said("--apply is for the register as it is: --as-of cannot be given with it",
                        "--apply porte sur le registre tel qu'il est : --as-of ne peut "
                        "l'accompagner"),
        .hint = Said("leave --as-of out", "retirez --as-of")};
  }
  CARTULARY_ASSIGN_OR_RETURN(const Published published, ReadToApply(options, context));
  std::optional<RecordedFact> recorded;
  {
    CARTULARY_ASSIGN_OR_RETURN(const auto store, Store::Open(context, Access::kWrite));
    Applying applying(published, digest, options.same_account, context, *store);
    auto made = RecordOne(context, *store, [&](Draft& draft) { return applying.Submit(draft); });
    if (!made) return WithNextStep(made.error());
    recorded = *made;
  }
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  CARTULARY_ASSIGN_OR_RETURN(const AppliedView view, ReadApplied(*reading, recorded->event));
  if (context.options.json) {
    context.Print(ToJson(view));
  } else if (context.options.csv) {
    context.Print(CaseRows(view.cases, context.options.language, /*for_people=*/false), {});
  } else {
    context.streams.out << AppliedPage(view, LookOf(context));
  }
  return ExitStatus::kYes;
}

}  // namespace cartulary::cli
