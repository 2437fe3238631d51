// init: makes a store.
#include <ostream>

#include "cli/context.h"
#include "cli/did_you_mean.h"
#include "cli/founding.h"
#include "cli/json/read.h"
#include "cli/verbs/all.h"

namespace cartulary::cli {
namespace {

struct InitOptions {
  std::optional<std::string> number;
  std::optional<std::string> name;
  std::vector<std::string> first_names;
  std::optional<std::string> role;
};

OrFailure<Founder> FounderOf(const InitOptions& options) {
  const char* missing = !options.number ? "--number" : !options.name ? "--name" : nullptr;
  if (missing != nullptr) {
    return Failure{
        .message =
            Said("{0} is missing: every event names who acts, and the first events name you",
                 "{0} manque : chaque événement nomme son auteur, et les premiers vous nomment",
                 missing),
        .hint = Said("give --number STAFF-NUMBER --name BIRTH-NAME --first-name NAME",
                     "donnez --number MATRICULE --name NOM-DE-NAISSANCE --first-name PRÉNOM")};
  }
  if (const Text why = WhyNoNumber(*options.number); !why.empty()) {
    return Failure{.message = Said("--number: {0}", "--number : {0}", why),
                   .hint = Said("give your staff number", "donnez votre matricule")};
  }
  Founder founder;
  founder.number = *options.number;
  founder.identity.birth_name = *options.name;
  founder.identity.first_names = options.first_names;
  const auto role = ParseEnum<ActorRole>(options.role.value_or("registrar"));
  if (!role) {
    std::vector<std::string_view> names;
    for (const auto& entry : kEnumNames<ActorRole>) names.push_back(entry.name);
    return Failure{.message = Said("--role: '{0}' is not known", "--role : « {0} » est inconnu",
                                   *options.role),
                   .hint = Suggestion(*options.role, names)};
  }
  founder.role = *role;
  return founder;
}

OrFailure<ExitStatus> RunInit(const InitOptions& options, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const Founder founder, FounderOf(options));
  CARTULARY_ASSIGN_OR_RETURN(const Founded founded, FoundStore(context, founder, /*demo=*/false));
  CARTULARY_ASSIGN_OR_RETURN(const Head head, founded.store->log().ReadHead());
  if (context.options.json) {
    context.Print(Json{{"store", *context.options.store},
                       {"keys", founded.store->keys_path()},
                       {"origin", ToText(head.origin)},
                       {"person", ToText(founded.founder)},
                       {"size", head.size}});
    return ExitStatus::kYes;
  }
  context.Say("made the store " + *context.options.store + " (" + ToText(head.origin) + ")");
  context.Say("made its key file " + founded.store->keys_path() +
              ": keep it apart from the store, and keep a copy");
  context.Say("registered you as " + ToText(founded.founder));
  context.Say("next: export CARTULARY_STORE=" + *context.options.store +
              " CARTULARY_ACTOR=" + founder.number);
  return ExitStatus::kYes;
}

}  // namespace

Verb InitVerb() {
  const auto options = std::make_shared<InitOptions>();
  return {.name = "init",
          .summary = "make a store, with you as its first person",
          .details =
              "Makes the folder that --store names, the key file beside it (--keys) and the\n"
              "first two events: the store was made, and you are registered. The lookup key\n"
              "in the key file is what finds people by their numbers: without it they are\n"
              "found by id only.",
          .example =
              "  cartulary init --store registre --number S001 --name Martin "
              "--first-name Claire",
          .exits = {{ExitStatus::kYes, ""},
                    {ExitStatus::kUsage, "something is there already, or an option is wrong"},
                    {ExitStatus::kNotFound, "the folder above the store does not exist"},
                    {ExitStatus::kRefused, ""},
                    {ExitStatus::kConflict, "there is a key file of this name"},
                    {ExitStatus::kWorld, ""},
                    {ExitStatus::kIntegrity, ""}},
          .declare =
              [options](OptionSet& set) {
                set.Text("--number", options->number, "your staff number");
                set.Text("--name", options->name, "your birth name; it is sealed");
                set.Text("--first-name", options->first_names, "a first name; may be repeated");
                set.Option("--role", options->role, "in which role you act; default: registrar");
              },
          .run = [options](Context& context) { return RunInit(*options, context); }};
}

}  // namespace cartulary::cli
