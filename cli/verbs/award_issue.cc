// award issue: grants the title that a jury decided.
#include <ostream>

#include "cli/context.h"
#include "cli/option_values.h"
#include "cli/reading/reading.h"
#include "cli/reading/trace_reader.h"
#include "cli/recorder.h"
#include "cli/render/words.h"
#include "cli/verbs/all.h"

namespace cartulary::cli {
namespace {

struct IssueOptions {
  std::string learner;
  std::optional<std::string> number;
  std::optional<std::string> authority;
  std::optional<std::uint64_t> enrolment;
  std::vector<std::string> despite;
  std::optional<std::string> reason;
  std::optional<std::string> words;
  std::optional<std::string> approver;
  std::optional<std::string> approver_role;
  std::optional<std::string> same_account;
  bool historical = false;
};

// What the options say by themselves.
struct Issue {
  AwardNumber number;
  Authority authority{};
  std::vector<FindingCode> despite;
  std::optional<ReasonCode> reason;
  ActorRole approver_role{};  // Unknown without an approver.
};

Failure Missing(const char* option, const Text& what) {
  return Failure{.message = Said("{0} is missing: {1}", "{0} manque : {1}", option, what),
                 .hint = Said("`cartulary award issue --help` has an example",
                              "`cartulary award issue --help` donne un exemple")};
}

OrFailure<Issue> ParseIssue(const IssueOptions& options) {
  if (!options.number)
    return Missing("--number", Said("the number of the award", "le numéro du diplôme"));
  if (!options.authority) return Missing("--authority", Said("who grants it", "qui le délivre"));
  Issue issue;
  CARTULARY_ASSIGN_OR_RETURN(issue.number, ParseCode<AwardNumber>("--number", *options.number));
  CARTULARY_ASSIGN_OR_RETURN(
      issue.authority,
      ParseName<Authority>("--authority", Said("authority", "d'autorité"), *options.authority));
  for (const std::string& finding : options.despite) {
    CARTULARY_ASSIGN_OR_RETURN(issue.despite.emplace_back(),
                               ParseCode<FindingCode>("--despite", finding));
  }
  if (options.reason) {
    CARTULARY_ASSIGN_OR_RETURN(issue.reason, ParseCode<ReasonCode>("--reason", *options.reason));
  }
  if (options.approver && !options.approver_role) {
    return Missing("--approver-role",
                   Said("in which role the approver acts", "en quelle qualité agit l'approbateur"));
  }
  if (options.approver_role && !options.approver)
    return Missing("--approver", Said("who approves", "qui approuve"));
  if (options.approver_role) {
    CARTULARY_ASSIGN_OR_RETURN(issue.approver_role,
                               ParseName<ActorRole>("--approver-role", Said("role", "de qualité"),
                                                    *options.approver_role));
  }
  return issue;
}

// The approver acts from the account that runs the command: --same-account says so.
OrFailure<std::optional<Actor>> FindApprover(const IssueOptions& options, ActorRole role,
                                             const Actor& actor, Draft& draft) {
  if (!options.approver) return std::optional<Actor>();
  CARTULARY_ASSIGN_OR_RETURN(const Subject person,
                             Unwrap(draft.FindSubject(StreamKind::kPerson, *options.approver)));
  return std::optional(Actor{IdFrom<PersonId>(person), role, Assurance::kDeclared, actor.uid});
}

OrFailure<Submission> Submit(const IssueOptions& options, const Issue& issue, Date on,
                             Draft& draft) {
  CARTULARY_ASSIGN_OR_RETURN(const Subject learner,
                             Unwrap(draft.FindSubject(StreamKind::kLearner, options.learner)));
  AwardIssued award;
  CARTULARY_ASSIGN_OR_RETURN(
      award.enrolment,
      Unwrap(draft.FindEnrolment(
                 learner, options.enrolment ? std::to_string(*options.enrolment) : std::string()),
             Said("name one with --enrolment N", "désignez-en une par --enrolment N")));
  award.number = issue.number;
  award.authority = issue.authority;

  Submission submission;
  Command& command = submission.command;
  CARTULARY_ASSIGN_OR_RETURN(command.by.actor, draft.FindActor());
  CARTULARY_ASSIGN_OR_RETURN(command.by.approver,
                             FindApprover(options, issue.approver_role, command.by.actor, draft));
  command.kind = StreamKind::kLearner;
  command.subject = learner;
  command.fact = award;
  command.despite = issue.despite;
  command.by.same_account = options.same_account.has_value();
  command.by.entry = options.historical ? EntryMode::kHistorical : EntryMode::kLive;
  command.by.reason = issue.reason;
  command.by.effective = on;
  submission.comments.reason = options.words;
  submission.comments.comment = options.same_account;
  return submission;
}

// Which command shows what a refusal is about.
Failure WithNextStep(Failure failure, const std::string& learner) {
  constexpr std::pair<std::string_view, std::string_view> kVerbs[] = {
      {"not_decided", "status"},           {"decision_not_favourable", "status"},
      {"decision_not_standing", "status"}, {"minutes_not_sealed", "history"},
      {"finding_absent", "status"},        {"finding_not_named", "status"},
      {"second_award", "history"},
  };
  for (const auto& [code, verb] : kVerbs) {
    if (failure.code != code) continue;
    failure.hint += Said("; `cartulary {0} {1}` shows how it stands",
                         " ; `cartulary {0} {1}` montre où il en est", verb, learner);
  }
  if (failure.code == "number_taken")
    failure.hint +=
        Said("; `cartulary list awards` shows them", " ; `cartulary list awards` les montre");
  return failure;
}

OrFailure<ExitStatus> Report(const Issue& issue, const RecordedFact& fact, Reading& reading,
                             Date on, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const TraceView view,
                             ReadTrace(reading, issue.number.text, on, std::nullopt));
  if (context.options.json) {
    Json json{{"number", issue.number.text}, {"index", fact.index.value}};
    json.update(HeaderJson(view.base));
    context.Print(json);
    return ExitStatus::kYes;
  }
  const Language language = context.options.language;
  context.Say(issue.number.text + Say(language, " issued to ", " délivré à ") + view.base.number +
              " " + view.base.name + Say(language, " on ", " le ") + ToText(on) +
              Say(language, ", event #", ", événement n° ") + std::to_string(fact.index.value));
  if (view.base.decision) {
    const DecisionView& decision = *view.base.decision;
    context.Say(Say(language, "  decision of ", "  décision du jury ") + decision.session.text +
                Say(language, ", #", ", n° ") + std::to_string(decision.index.value) +
                (decision.minutes ? Say(language, "; minutes #", " ; procès-verbal n° ") +
                                        std::to_string(decision.minutes->value)
                                  : ""));
  }
  context.Say(Say(language, "  rules ", "  règles ") + view.base.verdict.certification.text + "@" +
              std::to_string(view.base.verdict.revision) + ", SHA-256 " +
              ToText(view.base.viewpoint.rules.front().sha256));
  for (const FindingCode& finding : view.award.overridden) {
    context.Say(Say(language, "  in spite of ", "  malgré ") + finding.text);
  }
  context.Say(Say(language, "  what it rests on: ", "  ce sur quoi il repose : ") +
              "cartulary trace " + issue.number.text);
  return ExitStatus::kYes;
}

OrFailure<ExitStatus> RunIssue(const IssueOptions& options, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const Issue issue, ParseIssue(options));
  const Date on = context.On();
  RecordedFact fact;
  {
    CARTULARY_ASSIGN_OR_RETURN(const auto store, Store::Open(context, Access::kWrite));
    auto recorded =
        RecordOne(context, *store, [&](Draft& draft) { return Submit(options, issue, on, draft); });
    if (!recorded) return WithNextStep(recorded.error(), options.learner);
    fact = *recorded;
  }
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  return Report(issue, fact, *reading, on, context);
}

}  // namespace

Verb AwardIssueVerb() {
  const auto options = std::make_shared<IssueOptions>();
  return {
      .name = "award issue",
      .summary =
          Said("grant the title that a jury decided", "délivrer le titre décidé par un jury"),
      .details = Said(
          "Refused unless a final favourable decision stands and is in sealed minutes. What "
          "speaks against the award (JURY_IRREGULAR, REQUIREMENT_UNMET, ASSUMPTION_UNSETTLED) "
          "is named with --despite, with a --reason and an --approver who is not the actor, and "
          "in which role (--approver-role). An approver at the same account of this computer is "
          "allowed with --same-account, which `trace` and `history` of the learner show.",
          "Refusé tant qu'une décision favorable définitive n'est pas en vigueur et portée dans "
          "un procès-verbal scellé. Ce qui s'oppose au titre (JURY_IRREGULAR, "
          "REQUIREMENT_UNMET, ASSUMPTION_UNSETTLED) se nomme par --despite, avec un motif "
          "(--reason), un approbateur (--approver) autre que l'auteur et sa qualité "
          "(--approver-role). Un approbateur qui utilise le même compte de cet ordinateur "
          "s'admet par --same-account, que montrent `trace` et l'historique (`history`) de "
          "l'apprenant."),
      .example =
          "  cartulary award issue 22001 --number ENSAM-2025-0001 \\\n"
          "    --authority director_general --on 2025-07-20 \\\n"
          "    --despite ASSUMPTION_UNSETTLED --reason council_decision \\\n"
          "    --approver E001 --approver-role director \\\n"
          "    --same-account \"one workstation at the registry\"",
      .exits = {{ExitStatus::kYes, Said("issued", "délivré")},
                {ExitStatus::kUsage},
                {ExitStatus::kNotFound,
                 Said("no such learner, enrolment or person",
                      "l'apprenant, le parcours ou la personne n'existe pas")},
                {ExitStatus::kRefused},
                {ExitStatus::kConflict},
                {ExitStatus::kWorld},
                {ExitStatus::kIntegrity}},
      .takes = {.actor = true,
                .on = true,
                .on_doc = Said("day on which the award is issued; default: today",
                               "jour de délivrance du titre ; par défaut, aujourd'hui")},
      .declare =
          [options](OptionSet& set) {
            set.Argument(Said("LEARNER", "APPRENANT"), options->learner,
                         Said("student number or id", "numéro d'étudiant ou identifiant"));
            set.Option("--number", options->number,
                       Said("number of the award", "numéro de diplôme"));
            set.Option("--authority", options->authority,
                       Said("who grants it: director_general, …",
                            "autorité qui le délivre : director_general, …"));
            set.Option("--enrolment", options->enrolment,
                       Said("which enrolment, from 1; may be left out when there is only one",
                            "quel parcours, à partir de 1 ; peut être omis s'il n'y en a qu'un"));
            set.Option("--despite", options->despite,
                       Said("a finding in spite of which it is issued; may be repeated",
                            "constat malgré lequel il est délivré ; peut être répété"));
            set.Option("--reason", options->reason,
                       Said("code of the reason for that", "code du motif"));
            set.Prose("--reason-text", options->words,
                      Said("the reason in words; they are sealed",
                           "le motif en toutes lettres ; il est scellé"));
            set.Option("--approver", options->approver,
                       Said("staff number or id of who approves it",
                            "matricule ou identifiant de l'approbateur"));
            set.Option("--approver-role", options->approver_role,
                       Said("in which role: director, …; must be given with --approver",
                            "en quelle qualité : director, … ; obligatoire avec --approver"));
            set.Prose("--same-account", options->same_account,
                      Said("why actor and approver use one account of this computer",
                           "pourquoi l'auteur et l'approbateur utilisent un seul compte de cet "
                           "ordinateur"));
            set.Flag("--historical", options->historical,
                     Said("the award was issued in the past, as it was",
                          "le titre a été délivré par le passé, tel quel"));
          },
      .run = [options](Context& context) { return RunIssue(*options, context); }};
}

}  // namespace cartulary::cli
