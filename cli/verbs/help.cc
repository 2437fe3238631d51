// help: pages that the program derives from itself.
#include <ostream>

#include "cli/acts.h"
#include "cli/context.h"
#include "cli/did_you_mean.h"
#include "cli/json/describe.h"
#include "cli/json/read.h"
#include "cli/json/schema.h"
#include "cli/output/text.h"
#include "cli/render/words.h"
#include "cli/verbs.h"
#include "cli/verbs/all.h"

namespace cartulary::cli {
namespace {

std::string DescribeExitStatuses(Language language) {
  std::string text;
  for (const ExitText& exit : kExitTexts) {
    text += std::to_string(static_cast<int>(exit.status)) + "  " + Say(language, exit.en, exit.fr) +
            "\n";
  }
  return text + Say(language, "Any other status is a failure.\n",
                    "Tout autre code de retour est un échec.\n");
}

std::string DescribeVerbs(Language language) {
  std::string text;
  for (const Verb& verb : AllVerbs()) {
    text += "cartulary " + std::string(verb.name) + Say(language, ": ", " : ") +
            Say(language, verb.summary) + "\n";
  }
  return text;
}

OrFailure<std::string> DescribeOne(const std::string& type, Language language) {
  if (auto text = DescribeFact(type, language)) return *std::move(text);
  return Failure{
      .status = ExitStatus::kNotFound,
      .message = Said("there is no fact '{0}'", "il n'y a pas de fait « {0} »", Shortened(type)),
      .hint = Suggestion(type, FactNames())};
}

OrFailure<ExitStatus> RunHelp(const std::string& topic, const std::optional<std::string>& type,
                              Context& context) {
  const Language language = context.options.language;
  std::string text;
  if (type && topic != "facts") {
    return Failure{
        .message = Said("only `help facts` takes a TYPE", "seul `help facts` prend un TYPE"),
        .hint = Said("cartulary help facts AssessmentRecorded",
                     "par exemple : cartulary help facts AssessmentRecorded")};
  }
  if (type) {
    CARTULARY_ASSIGN_OR_RETURN(text, DescribeOne(*type, language));
  } else if (topic == "facts") {
    text = DescribeFacts(language);
  }
  if (topic == "acts") text = DescribeActs(language);
  if (topic == "schema") text = FactsSchema(language).dump(1) + "\n";
  if (topic == "exit-status") text = DescribeExitStatuses(language);
  if (topic == "verbs") text = DescribeVerbs(language);
  if (text.empty()) {
    for (const Verb& verb : AllVerbs()) {
      if (verb.name == topic) text = HelpOf(verb, language);
    }
  }
  if (text.empty()) text = WaysOf(ActsNamed(topic), language);
  if (text.empty()) {
    return Failure{
        .status = ExitStatus::kNotFound,
        .message = Said("there is no help on '{0}'", "il n'y a pas d'aide sur « {0} »", topic),
        .hint = Said("{0}, a verb, or a word of an act", "{0}, un verbe ou un mot d'un acte",
                     Suggestion(topic, {"facts", "acts", "schema", "exit-status", "verbs"}))};
  }
  if (context.options.json) {
    context.Print(Json{{"topic", topic}, {"text", text}});
  } else {
    context.streams.out << text;
  }
  return ExitStatus::kYes;
}

}  // namespace

Verb HelpVerb() {
  const auto topic = std::make_shared<std::optional<std::string>>();
  const auto type = std::make_shared<std::optional<std::string>>();
  return {
      .name = "help",
      .summary = Said("explain the facts, the exit statuses or a verb",
                      "expliquer les faits, les codes de retour ou un verbe"),
      .details = Said(
          "Topics: facts (every type of fact and its fields, as Markdown), acts (the way of each "
          "act), schema (the facts as JSON Schema, for editors), exit-status, verbs, the name of a "
          "verb, or a word of an act: convene, withdraw.",
          "Rubriques : facts (chaque type de fait et ses champs, en Markdown), acts (la voie de "
          "chaque acte), schema (les faits en JSON Schema, pour les éditeurs), exit-status, verbs, "
          "le nom d'un verbe, ou un mot d'un acte : convoquer, retirer."),
      .example =
          "  cartulary help facts\n"
          "  cartulary help facts AssessmentRecorded\n"
          "  cartulary help convene",
      .exits = {{ExitStatus::kYes}, {ExitStatus::kUsage}, {ExitStatus::kNotFound}},
      .takes = {.store = false},
      .declare =
          [topic, type](OptionSet& set) {
            set.Argument(
                Said("TOPIC", "RUBRIQUE"), *topic,
                Said("facts, acts, schema, exit-status, verbs, a verb, or a word of an act",
                     "facts, acts, schema, exit-status, verbs, un verbe, ou un mot d'un acte"));
            set.Argument(
                Said("TYPE", "TYPE"), *type,
                Said("of help facts: one type of fact", "pour help facts : un type de fait"));
          },
      .run = [topic, type](
                 Context& context) { return RunHelp(topic->value_or("verbs"), *type, context); }};
}

}  // namespace cartulary::cli
