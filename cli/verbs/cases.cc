// cases: what must go to a jury, an authority or a court; list, show, assign, close.
#include <algorithm>
#include <ostream>

#include "cli/context.h"
#include "cli/option_values.h"
#include "cli/reading/cases_reader.h"
#include "cli/reading/reading.h"
#include "cli/recorder.h"
#include "cli/render/cases_page.h"
#include "cli/verbs/all.h"
#include "core/subjects.h"

namespace cartulary::cli {
namespace {

// ---- list

struct ListOptions {
  bool open = false;
  bool closed = false;
  bool all = false;
  std::optional<std::string> assigned;
};

// Under the rules that are applied: a case is of their revision, and of no other.
OrFailure<Viewpoint> CasesViewpoint(Reading& reading, Date on) {
  Viewpoint viewpoint = ViewpointOf(reading.reader(), on);
  CARTULARY_ASSIGN_OR_RETURN(viewpoint.rules, AppliedRules(reading));
  return viewpoint;
}

Text CasesAreOfWhatIsApplied() {
  return Said(
      "a case is of the revision that was applied; `cartulary replay --rules` tells whom "
      "another would concern",
      "un dossier est celui de la révision qui a été appliquée ; `cartulary replay --rules` "
      "dit qui une autre concernerait");
}

OrFailure<ExitStatus> RunList(const ListOptions& options, Context& context) {
  if (options.open + options.closed + options.all > 1) {
    return Failure{.message = Said("--open, --closed and --all exclude one another",
                                   "--open, --closed et --all s'excluent"),
                   .hint = Said("without any, those that are open are shown",
                                "sans aucun, ceux qui sont ouverts sont montrés")};
  }
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  std::optional<Subject> person;
  if (options.assigned) {
    Finder finder(reading->store());
    CARTULARY_ASSIGN_OR_RETURN(person, finder.Find(StreamKind::kPerson, *options.assigned));
  }
  const Date on = context.options.on.value_or(reading->reader().recorded_date());
  CARTULARY_ASSIGN_OR_RETURN(auto cases, ReadCases(*reading, on));
  std::erase_if(cases, [&](const CaseView& view) {
    const bool hidden = !options.all && view.end.has_value() != options.closed;
    return hidden || (person && (!view.given || SubjectOf(view.given->person) != *person));
  });
  Rows rows = CaseRows(cases, context.options.language, context.IsForPeople());
  CARTULARY_ASSIGN_OR_RETURN(const Viewpoint viewpoint, CasesViewpoint(*reading, on));
  rows.about = Stated(viewpoint, std::move(rows.about));
  context.Print(rows, options.closed ? Said("no case is closed", "aucun dossier n'est clos")
                      : options.all  ? Said("no case was opened", "aucun dossier n'a été ouvert")
                                     : Said("no case is open", "aucun dossier n'est ouvert"));
  SayViewpoint(viewpoint, context);
  const bool any_open =
      std::any_of(cases.begin(), cases.end(), [](const CaseView& view) { return !view.end; });
  return any_open ? ExitStatus::kNo : ExitStatus::kYes;
}

// ---- show

OrFailure<ExitStatus> RunShow(const std::string& id, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  CARTULARY_ASSIGN_OR_RETURN(const WholeCase view, ReadCase(*reading, id, context.On()));
  CARTULARY_ASSIGN_OR_RETURN(const Viewpoint viewpoint, CasesViewpoint(*reading, context.On()));
  if (context.options.json) {
    context.Print(Stated(viewpoint, ToJson(view)));
  } else {
    context.streams.out << CasePage(view, LookOf(context));
  }
  SayViewpoint(viewpoint, context);
  return ExitStatus::kYes;
}

// ---- assign, close

Failure WithNextStep(Failure failure) {
  constexpr std::string_view kOfCases[] = {"unknown_fact", "recorded_otherwise",
                                           "authority_not_allowed"};
  if (std::ranges::find(kOfCases, failure.code) != std::end(kOfCases)) {
    failure.hint = Said(
        "`cartulary cases --all` shows the cases, `cartulary history LEARNER` the "
        "acts with their versions",
        "`cartulary cases --all` montre les dossiers, `cartulary history "
        "APPRENANT` les actes et leurs versions");
  }
  return failure;
}

// Records a fact about a case and says what became of it.
OrFailure<ExitStatus> Record(const std::function<OrFailure<Submission>(Store&, Draft&)>& make,
                             const std::string& id, Context& context) {
  std::optional<RecordedFact> fact;
  {
    CARTULARY_ASSIGN_OR_RETURN(const auto store, Store::Open(context, Access::kWrite));
    auto recorded = RecordOne(context, *store, [&](Draft& draft) { return make(*store, draft); });
    if (!recorded) return WithNextStep(recorded.error());
    fact = *recorded;
  }
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  CARTULARY_ASSIGN_OR_RETURN(const WholeCase view, ReadCase(*reading, id, context.On()));
  if (context.options.json) {
    Json json{{"recorded", fact->index.value}};
    json.update(ToJson(view));
    context.Print(json);
    return ExitStatus::kYes;
  }
  const CaseView& base = view.base;
  const Text done = base.end ? Said("case {0} is closed: {1}", "dossier {0} clos : {1}",
                                    base.id.value, base.end->fact.by)
                             : Said("case {0} is assigned to {1}", "dossier {0} confié à {1}",
                                    base.id.value, base.given->name);
  context.Say(Said("{0}; event #{1}", "{0} ; événement n° {1}", done, fact->index.value));
  return ExitStatus::kYes;
}

struct AssignOptions {
  std::string id;
  std::optional<std::string> person;
};

OrFailure<ExitStatus> RunAssign(const AssignOptions& options, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const Version id, ParseCaseId(options.id));
  if (!options.person) {
    return Failure{
        .message = Said("--to is missing: who sees to it?", "--to manque : qui s'en charge ?"),
        .hint = Said("`cartulary list persons` shows those that are registered",
                     "`cartulary list persons` montre celles qui sont enregistrées")};
  }
  const auto make = [&](Store& store, Draft& draft) -> OrFailure<Submission> {
    CARTULARY_ASSIGN_OR_RETURN(const Subject person,
                               Unwrap(draft.FindSubject(StreamKind::kPerson, *options.person)));
    return OfSystem(draft, store, CaseAssigned{id, IdFrom<PersonId>(person)}, context.On());
  };
  return Record(make, options.id, context);
}

struct CloseOptions {
  std::string id;
  std::optional<std::string> by;
  std::optional<std::string> event;
  std::optional<std::string> act;
  std::optional<std::string> reason;
  std::optional<std::string> words;
};

// "12", a version of the learner's stream; or an event as `record` names them.
OrFailure<EventRef> FindAct(const std::string& written, Version id, Store& store, Draft& draft) {
  if (!written.empty() && written.find_first_not_of("0123456789") == std::string::npos) {
    CARTULARY_ASSIGN_OR_RETURN(const FoldedStream* system,
                               draft.Load(StreamKind::kSystem, SystemSubject(store.hasher())));
    const Entry* entry = FindEntry(*system, id);
    const auto* opened = entry == nullptr ? nullptr : std::get_if<CaseOpened>(&entry->fact);
    const std::string learner = opened == nullptr ? std::string() : ToText(RegistrationOf(*opened));
    return Unwrap(draft.FindEvent(learner + "@" + written));
  }
  return Unwrap(draft.FindEvent(written));
}

OrFailure<ExitStatus> RunClose(const CloseOptions& options, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const Version id, ParseCaseId(options.id));
  CaseClosed closed{.opened = id, .by = {}, .event = std::nullopt, .act = std::nullopt};
  if (!options.by) {
    return Failure{.message = Said("--by is missing: jury, authority, court or no_change",
                                   "--by manque : jury, authority, court ou no_change"),
                   .hint = Said("a case is closed by an act, or with no change and a --reason",
                                "un dossier est clos par un acte, ou sans changement et avec un "
                                "motif (--reason)")};
  }
  CARTULARY_ASSIGN_OR_RETURN(
      closed.by,
      ParseName<CaseClosing>("--by", Said("way to close a case", "de clôture"), *options.by));
  CARTULARY_ASSIGN_OR_RETURN(closed.act, ParseCode<ActCode>("--act", options.act));
  CARTULARY_ASSIGN_OR_RETURN(const auto reason, ParseCode<ReasonCode>("--reason", options.reason));
  const auto make = [&](Store& store, Draft& draft) -> OrFailure<Submission> {
    if (options.event) {
      CARTULARY_ASSIGN_OR_RETURN(closed.event, FindAct(*options.event, id, store, draft));
    }
    CARTULARY_ASSIGN_OR_RETURN(Submission submission, OfSystem(draft, store, closed, context.On()));
    submission.command.by.reason = reason;
    submission.comments.reason = options.words;
    return submission;
  };
  return Record(make, options.id, context);
}

Verb ListVerb(std::string_view name) {
  const auto options = std::make_shared<ListOptions>();
  return {
      .name = name,
      .summary = Said("the cases; those that are open, unless others are asked for",
                      "les dossiers, par défaut ceux qui sont ouverts"),
      .details = Said(
          "A case (dossier à représenter) is an award, an admission or a refusal that a revision "
          "of the rules leaves without support, or a finding that must go to a jury, an authority "
          "or a court. `replay --apply` opens those of a revision; nothing changes for the learner "
          "until one of these acts.",
          "Un dossier à représenter est un titre, une admission ou un refus qu'une révision du "
          "référentiel ne fonde plus, ou un constat à porter devant un jury, une autorité ou une "
          "juridiction. `replay --apply` ouvre ceux d'une révision ; rien ne change pour "
          "l'apprenant tant que l'un d'eux n'a pas statué."),
      .example =
          "  cartulary cases\n"
          "  cartulary cases list --all --csv\n"
          "  cartulary cases --assigned E002",
      .exits = {{ExitStatus::kYes, Said("none of those shown is open",
                                        "aucun de ceux qui sont montrés n'est ouvert")},
                {ExitStatus::kNo, Said("some are open", "il y en a d'ouverts")},
                {ExitStatus::kUsage},
                {ExitStatus::kNotFound, Said("no such person", "la personne n'existe pas")},
                {ExitStatus::kWorld},
                {ExitStatus::kIntegrity}},
      .takes = {.on = true,
                .as_of = true,
                .csv = true,
                .on_doc = Said("answer as on this day; default: the day on which the last event "
                               "was recorded",
                               "répondre à la date de ce jour ; par défaut, celui du dernier "
                               "enregistrement"),
                .no_rules = CasesAreOfWhatIsApplied()},
      .declare =
          [options](OptionSet& set) {
            set.Flag(
                "--open", options->open,
                Said("those that are open: the default", "ceux qui sont ouverts : par défaut"));
            set.Flag("--closed", options->closed,
                     Said("those that are closed", "ceux qui sont clos"));
            set.Flag("--all", options->all, Said("all", "tous"));
            set.Option("--assigned", options->assigned,
                       Said("only those of this person: staff number or id",
                            "seulement ceux de cette personne : matricule ou identifiant"));
          },
      .run = [options](Context& context) { return RunList(*options, context); }};
}

void DeclareCase(OptionSet& set, std::string& id) {
  set.Argument(Said("CASE", "DOSSIER"), id,
               Said("its number, as `cartulary cases` shows it",
                    "son numéro, tel que `cartulary cases` le montre"));
}

std::vector<ExitNote> ExitsOfRecording() {
  return {{ExitStatus::kYes, Said("recorded", "enregistré")},
          {ExitStatus::kUsage},
          {ExitStatus::kNotFound,
           Said("no such event or person", "l'événement ou la personne n'existe pas")},
          {ExitStatus::kRefused},
          {ExitStatus::kConflict},
          {ExitStatus::kWorld},
          {ExitStatus::kIntegrity}};
}

}  // namespace

Verb CasesVerb() { return ListVerb("cases"); }
Verb CasesListVerb() { return ListVerb("cases list"); }

Verb CasesShowVerb() {
  const auto id = std::make_shared<std::string>();
  return {.name = "cases show",
          .summary = Said("the whole of one case", "tout d'un dossier"),
          .details = Said(
              "Whom it concerns, the award or decision, why, as the replay that was approved "
              "showed it, with both explanations, what may lawfully follow on the day of --on, and "
              "what has become of it.",
              "Qui il concerne, le titre ou la décision, pourquoi, tel que l'a montré le rejeu "
              "approuvé, avec les deux explications, ce qui peut légalement s'ensuivre au jour de "
              "--on, et ce qu'il est devenu."),
          .example = "  cartulary cases show 3",
          .exits = {{ExitStatus::kYes},
                    {ExitStatus::kUsage},
                    {ExitStatus::kNotFound,
                     Said("no such case on that day", "pas de tel dossier à cette date")},
                    {ExitStatus::kWorld},
                    {ExitStatus::kIntegrity}},
          .takes = {.on = true, .as_of = true, .no_rules = CasesAreOfWhatIsApplied()},
          .declare = [id](OptionSet& set) { DeclareCase(set, *id); },
          .run = [id](Context& context) { return RunShow(*id, context); }};
}

Verb CasesAssignVerb() {
  const auto options = std::make_shared<AssignOptions>();
  return {.name = "cases assign",
          .summary = Said("say who sees to a case", "dire qui est chargé d'un dossier"),
          .details = Said("The last to whom it was assigned sees to it. A closed case stays as it "
                          "is.",
                          "Le dernier à qui il a été confié en est chargé. Un dossier clos reste "
                          "tel quel."),
          .example = "  cartulary cases assign 3 --to E002",
          .exits = ExitsOfRecording(),
          .takes = {.actor = true,
                    .on = true,
                    .on_doc = Said("day of the assignment; default: today",
                                   "jour de l'attribution ; par défaut, aujourd'hui")},
          .declare =
              [options](OptionSet& set) {
                DeclareCase(set, options->id);
                set.Option("--to", options->person,
                           Said("staff number or id of who sees to it",
                                "matricule ou identifiant de qui s'en charge"));
              },
          .run = [options](Context& context) { return RunAssign(*options, context); }};
}

Verb CasesCloseVerb() {
  const auto options = std::make_shared<CloseOptions>();
  return {
      .name = "cases close",
      .summary = Said("close a case by the act that answers it, or with no change",
                      "clore un dossier par l'acte qui y répond, ou sans changement"),
      .details = Said(
          "The act is an event of the learner recorded since the case was opened (--event, its "
          "version as `cartulary history LEARNER` shows it) and of the kind that --by says, or an "
          "act that the register does not have, by its number (--act). Closing a case changes "
          "nothing else: the act is recorded by itself.",
          "L'acte est un événement de l'apprenant enregistré depuis l'ouverture du dossier "
          "(--event, sa version telle que `cartulary history APPRENANT` la montre) et de la nature "
          "que dit --by, ou un acte que le registre n'a pas, par son numéro (--act). La clôture ne "
          "change rien d'autre : l'acte s'enregistre de son côté."),
      .example =
          "  cartulary cases close 3 --by jury --event 41\n"
          "  cartulary cases close 3 --by no_change --reason four_months_passed",
      .exits = ExitsOfRecording(),
      .takes = {.actor = true,
                .on = true,
                .on_doc = Said("day on which it is closed; default: today",
                               "jour de la clôture ; par défaut, aujourd'hui")},
      .declare =
          [options](OptionSet& set) {
            DeclareCase(set, options->id);
            set.Option("--by", options->by,
                       Said("whose act answers it: jury, authority, court; or no_change",
                            "de qui est l'acte qui y répond : jury, authority, court ; ou "
                            "no_change"));
            set.Option("--event", options->event,
                       Said("the act, where the register has it: its version in the learner's "
                            "stream, or WHO@VERSION",
                            "l'acte, si le registre le contient : sa version dans le flux de "
                            "l'apprenant, ou QUI@VERSION"));
            set.Option("--act", options->act, Said("number of the act", "numéro de l'acte"));
            set.Option("--reason", options->reason,
                       Said("code of the reason, needed with no_change",
                            "code du motif, nécessaire avec no_change"));
            set.Prose("--reason-text", options->words,
                      Said("the reason in words; they are sealed",
                           "le motif en toutes lettres ; il est scellé"));
          },
      .run = [options](Context& context) { return RunClose(*options, context); }};
}

}  // namespace cartulary::cli
