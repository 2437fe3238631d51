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
  if (options.name->find_first_not_of(" \t") == std::string::npos) {
    return Failure{.message = Said("--name is empty", "--name est vide"),
                   .hint = Said("give your birth name", "donnez votre nom de naissance")};
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
  context.Say(Said("made the store {0} ({1})", "registre {0} créé ({1})", *context.options.store,
                   head.origin));
  context.Say(
      Said("made its key file {0}: keep it apart from the store, and keep a copy",
           "fichier de clés {0} créé : gardez-le à part du registre, et gardez-en une copie",
           founded.store->keys_path()));
  context.Say(Said("registered you as {0}", "vous êtes enregistré comme {0}", founded.founder));
  context.Say(Said("next: export CARTULARY_STORE={0} CARTULARY_ACTOR={1}",
                   "ensuite : export CARTULARY_STORE={0} CARTULARY_ACTOR={1}",
                   *context.options.store, founder.number));
  return ExitStatus::kYes;
}

}  // namespace

Verb InitVerb() {
  const auto options = std::make_shared<InitOptions>();
  return {
      .name = "init",
      .summary = Said("make a store, with you as its first person",
                      "créer un registre, dont vous êtes la première personne"),
      .details = Said(
          "Makes the folder that --store names, the key file beside it (--keys) and the first "
          "two events: the store was made, and you are registered. The lookup key in the key "
          "file is what finds people by their numbers: without it they are found by id only.",
          "Crée le dossier que nomme --store, le fichier de clés à côté (--keys) et les deux "
          "premiers événements : le registre est créé, et vous y êtes enregistré. C'est la clé "
          "de recherche du fichier de clés qui retrouve les personnes par leur numéro : sans "
          "elle, on ne les retrouve que par leur identifiant."),
      .example =
          "  cartulary init --store registre --number S001 --name Martin "
          "--first-name Claire",
      .exits = {{ExitStatus::kYes},
                {ExitStatus::kUsage,
                 Said("something is there already, or an option is wrong",
                      "il y a déjà quelque chose à cet endroit, ou une option est incorrecte")},
                {ExitStatus::kNotFound,
                 Said("the folder above the store does not exist",
                      "le dossier qui doit contenir le registre n'existe pas")},
                {ExitStatus::kRefused},
                {ExitStatus::kConflict,
                 Said("there is a key file of this name", "un fichier de clés porte déjà ce nom")},
                {ExitStatus::kWorld},
                {ExitStatus::kIntegrity}},
      .declare =
          [options](OptionSet& set) {
            set.Prose("--number", options->number, Said("your staff number", "votre matricule"));
            set.Prose(
                "--name", options->name,
                Said("your birth name; it is sealed", "votre nom de naissance ; il est scellé"));
            set.Prose("--first-name", options->first_names,
                      Said("a first name; may be repeated", "un prénom ; peut être répété"));
            set.Option("--role", options->role,
                       Said("in which role you act; default: registrar",
                            "en quelle qualité vous agissez ; par défaut, registrar"));
          },
      .run = [options](Context& context) { return RunInit(*options, context); }};
}

}  // namespace cartulary::cli
