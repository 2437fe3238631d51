// The one file that meets CLI11, which is slow to compile.
#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>
#include <memory>

#include "cli/acts.h"
#include "cli/did_you_mean.h"
#include "cli/moment.h"
#include "cli/option_values.h"
#include "cli/output/text.h"
#include "cli/parser_words.h"
#include "cli/render/page.h"
#include "cli/render/words.h"
#include "cli/verb.h"
#include "cli/verbs.h"
#include "core/check.h"

namespace cartulary::cli {
namespace {

constexpr std::size_t kHelpWidth = 90;  // Columns.

Text ProgramText() {
  return Said(
      "cartulary: the register of a professional certification. It records what happens to "
      "learners, says where each one stands and why, and traces every award to what it rests on.",
      "cartulary : le registre d'une certification professionnelle. Il enregistre ce qui arrive "
      "aux apprenants, dit la situation de chacun et pourquoi, et remonte de chaque titre à ce qui "
      "le fonde.");
}

Text ProgramFooter() {
  return Said(
      "`cartulary VERB --help` explains a verb, with an example and its exit statuses.\n\n"
      "A question may be asked again of any earlier moment (--as-of: what was known), of any day "
      "(--on: what was so) and under any revision of the rules (--rules): "
      "docs/reference/time.md.\n\n"
      "CARTULARY_STORE, CARTULARY_KEYS, CARTULARY_ACTOR and CARTULARY_LANG stand for --store, "
      "--keys, --actor and --lang.",
      "`cartulary VERBE --help` explique un verbe, avec un exemple et ses codes de retour.\n\n"
      "Une question peut être reposée à tout moment antérieur (--as-of : ce que l'on savait), à "
      "toute date (--on : ce qui était) et selon toute révision du référentiel (--rules) : "
      "docs/reference/time.md.\n\n"
      "CARTULARY_STORE, CARTULARY_KEYS, CARTULARY_ACTOR et CARTULARY_LANG valent --store, --keys, "
      "--actor et --lang.");
}

Text NoLanguage(std::string_view written) {
  return Said("'{0}' is not en or fr", "« {0} » n'est ni en ni fr", Shortened(written));
}

// A value that an option does not take; said in both languages, which CLI11 would not carry.
struct WrongValue : CLI::ValidationError {
  WrongValue(const std::string& name, const Text& why)
      : CLI::ValidationError(name, why.en), text(Said("{0}: {1}", "{0} : {1}", name, why)) {}
  Text text;
};

void CheckProse(const std::string& name, const std::string& text) {
  if (IsBlank(text)) {
    throw WrongValue(name, Said("the text is blank; write it, or leave the option out",
                                "le texte est vide ; écrivez-le, ou omettez l'option"));
  }
  if (!IsUtf8(text)) {
    throw WrongValue(name, Said("the text is not UTF-8; set a UTF-8 locale",
                                "le texte n'est pas en UTF-8 ; choisissez une locale UTF-8"));
  }
  if (HoldsControl(text)) {
    throw WrongValue(name, Said("the text holds a control character; remove it",
                                "le texte contient un caractère de commande ; enlevez-le"));
  }
}

class CliOptionSet final : public OptionSet {
 public:
  CliOptionSet(CLI::App& app, Language language) : app_(app), language_(language) {}

  void Flag(const char* name, bool& value, const Text& doc) override {
    app_.add_flag(name, value, Words(doc));
  }
  void Option(const char* name, std::optional<std::string>& value, const Text& doc) override {
    app_.add_option(name, value, Words(doc))->type_name("TEXT");
  }
  void Prose(const char* name, std::optional<std::string>& value, const Text& doc) override {
    AddParsed(name, doc, "TEXT", [&value, name](const std::string& text) {
      CheckProse(name, text);
      value = text;
    });
  }
  void Prose(const char* name, std::vector<std::string>& value, const Text& doc) override {
    const auto check = [&value, name](const std::vector<std::string>& texts) {
      for (const std::string& text : texts) CheckProse(name, text);
      value = texts;
    };
    app_.add_option_function<std::vector<std::string>>(name, check, Words(doc))
        ->type_name("TEXT")
        ->expected(1)
        ->take_all();
  }
  void Option(const char* name, std::optional<std::uint64_t>& value, const Text& doc) override {
    AddParsed(name, doc, "NUMBER", [&value, name](const std::string& text) {
      const bool digits =
          !text.empty() && text.size() <= 18 &&
          std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (!digits) {
        throw WrongValue(name, Said("'{0}' is no whole number",
                                    "« {0} » n'est pas un nombre entier", Shortened(text)));
      }
      value = std::stoull(text);
    });
  }
  void Option(const char* name, std::optional<Date>& value, const Text& doc) override {
    AddParsed(name, doc, "DATE", [&value, name](const std::string& text) {
      value = Date::Parse(text);
      if (!value) {
        throw WrongValue(name, Said("'{0}' {1}", "« {0} » {1}", Shortened(text), WhyNoDate(text)));
      }
    });
  }
  void Option(const char* name, std::vector<std::string>& value, const Text& doc) override {
    app_.add_option(name, value, Words(doc))->type_name("TEXT")->expected(1)->take_all();
  }
  void Argument(const Text& name, std::string& value, const Text& doc) override {
    app_.add_option(Words(name), value, Words(doc))->type_name("")->required();
  }
  void Argument(const Text& name, std::optional<std::string>& value, const Text& doc) override {
    app_.add_option(Words(name), value, Words(doc))->type_name("");
  }
  void Arguments(const Text& name, std::vector<std::string>& value, const Text& doc) override {
    app_.add_option(Words(name), value, Words(doc))->type_name("")->expected(0, -1);
  }
  // Known, and without a meaning here: not in the help, and told why where it is given.
  void Refuse(const char* name, const Text& why) {
    AddParsed(name, Text{}, "TEXT",
              [name, why](const std::string&) { throw WrongValue(name, why); });
    app_.get_option(name)->group("");
  }

 private:
  void AddParsed(const char* name, const Text& doc, const char* type,
                 std::function<void(const std::string&)> parse) {
    app_.add_option_function<std::string>(name, parse, Words(doc))->type_name(type);
  }

  const std::string& Words(const Text& text) const { return Say(language_, text); }

  CLI::App& app_;
  Language language_;
};

// For what the command line does not say. Not left to CLI11, which would read the environment for
// the verbs that are not given too, and bind it last.
void ReadEnvironment(SharedOptions& shared) {
  const auto stand_in = [](std::optional<std::string>& value, const char* variable) {
    const char* const text = std::getenv(variable);
    if (!value && text != nullptr && *text != '\0') value = text;
  };
  stand_in(shared.store, "CARTULARY_STORE");
  stand_in(shared.keys, "CARTULARY_KEYS");
  stand_in(shared.actor, "CARTULARY_ACTOR");
  stand_in(shared.role, "CARTULARY_ROLE");
}

// The last --lang of the command line, or CARTULARY_LANG; empty for none. Looked for before
// anything is parsed: help, and what is wrong with the command line, are said in it.
struct WrittenLanguage {
  std::string text;
  bool of_environment = false;
};
WrittenLanguage LanguageWritten(const std::vector<std::string>& arguments) {
  constexpr std::string_view kOption = "--lang";
  for (std::size_t i = arguments.size(); i-- > 0;) {
    const std::string_view argument = arguments[i];
    if (argument == kOption && i + 1 < arguments.size()) return {arguments[i + 1]};
    if (argument.starts_with("--lang=")) return {std::string(argument.substr(kOption.size() + 1))};
  }
  const char* const text = std::getenv("CARTULARY_LANG");
  return text == nullptr ? WrittenLanguage{} : WrittenLanguage{text, /*of_environment=*/true};
}

void AddLanguage(CLI::App& app, Language language, const std::string& group) {
  const auto check = [](const std::string& text) {
    if (!ParseLanguage(text)) throw WrongValue("--lang", NoLanguage(text));
  };
  const Text doc = Said("language of what people read: en or fr; default: en",
                        "langue de ce que lisent les personnes : en ou fr ; par défaut, en");
  app.add_option_function<std::string>("--lang", check, Say(language, doc))
      ->type_name(Say(language, "LANG (CARTULARY_LANG)", "LANGUE (CARTULARY_LANG)"))
      ->group(group);
}

void AddShared(CLI::App& app, const Takes& takes, Language language, SharedOptions& shared) {
  CliOptionSet set(app, language);
  const std::string group = Say(language, "Options of all verbs", "Options de tous les verbes ");
  const auto add = [&](const char* name, std::optional<std::string>& value, const Text& type,
                       const Text& doc) {
    set.Option(name, value, doc);
    app.get_option(name)->type_name(Say(language, type))->group(group);
  };
  if (takes.store) {
    add("--store", shared.store, Said("DIR (CARTULARY_STORE)", "DOSSIER (CARTULARY_STORE)"),
        Said("directory of the store", "dossier du registre"));
    add("--keys", shared.keys, Said("FILE (CARTULARY_KEYS)", "FICHIER (CARTULARY_KEYS)"),
        Said("key file; default: the store's name and .keys",
             "fichier de clés ; par défaut, le nom du registre et .keys"));
  }
  if (takes.actor) {
    add("--actor", shared.actor, Said("PERSON (CARTULARY_ACTOR)", "PERSONNE (CARTULARY_ACTOR)"),
        Said("who acts: a person's id or staff number",
             "qui agit : identifiant ou matricule d'une personne"));
    add("--role", shared.role, Said("ROLE (CARTULARY_ROLE)", "QUALITÉ (CARTULARY_ROLE)"),
        Said("in which role the actor acts; default: registrar",
             "en quelle qualité agit l'auteur ; par défaut, registrar"));
  }
  if (takes.on) {
    set.Option(takes.on_names, shared.on, takes.on_doc);
    app.get_option("--on")->group(group);
  }
  if (takes.as_of) {
    add("--as-of", shared.as_of, Said("INDEX|TIME", "N|INSTANT"),
        Said("answer as of an earlier moment: the index of an event, or a time like "
             "2026-02-28T09:30:00Z",
             "répondre comme à un moment antérieur : le numéro d'un événement, ou un instant comme "
             "2026-02-28T09:30:00Z"));
  }
  if (takes.rules) {
    add("--rules", shared.rules, Said("CODE@N", "CODE@N"), takes.rules_doc);
  }
  const std::pair<const char*, const Text&> refused[] = {
      {"--as-of", takes.no_as_of}, {"--on", takes.no_on}, {"--rules", takes.no_rules}};
  for (const auto& [name, why] : refused) {
    if (!why.empty()) set.Refuse(name, why);
  }
  set.Flag("--json", shared.json,
           Said("answer, and errors, as JSON", "la réponse, et les erreurs, en JSON"));
  app.get_option("--json")->group(group);
  if (takes.csv) {
    set.Flag("--csv", shared.csv, Said("rows as CSV", "les lignes en CSV"));
    app.get_option("--csv")->group(group);
  }
  AddLanguage(app, language, group);
}

// Paragraphs, with a blank line between them.
std::string Filled(std::string_view paragraphs) {
  std::string text;
  while (!paragraphs.empty()) {
    const std::size_t end = std::min(paragraphs.find("\n\n"), paragraphs.size());
    if (!text.empty()) text += '\n';
    for (const std::string& line : Wrapped(paragraphs.substr(0, end), kHelpWidth)) {
      text += line + '\n';
    }
    paragraphs.remove_prefix(std::min(end + 2, paragraphs.size()));
  }
  return text;
}

std::string FooterOf(const Verb& verb, Language language) {
  std::string text;
  if (!verb.details.empty()) text += Filled(Say(language, verb.details)) + "\n";
  text += Say(language, "Example:\n", "Exemple :\n") + std::string(verb.example) + "\n\n" +
          Say(language, "Exit status:\n", "Code de retour :\n");
  for (const ExitNote& exit : verb.exits) {
    const ExitText& common = TextOf(exit.status);
    text += "  " + std::to_string(static_cast<int>(exit.status)) + "  " +
            (exit.note.empty() ? Say(language, common.en, common.fr) : Say(language, exit.note)) +
            "\n";
  }
  return text;
}

std::pair<std::string, std::string> GroupAndName(std::string_view name) {
  const std::size_t blank = name.find(' ');
  if (blank == std::string_view::npos) return {"", std::string(name)};
  return {std::string(name.substr(0, blank)), std::string(name.substr(blank + 1))};
}

class Parser {
 public:
  Parser(const std::vector<Verb>& verbs, Language language, SharedOptions& shared)
      : language_(language), app_(Filled(Words(ProgramText())), "cartulary") {
    const auto formatter = std::make_shared<CLI::Formatter>();
    for (const auto& [key, word] : WordsOfHelp()) formatter->label(key, Words(word));
    app_.formatter(formatter);
    app_.option_defaults()->group(Options());
    app_.set_help_flag("-h,--help", Words(HelpDoc()));
    app_.get_help_ptr()->group(Options());
    app_.require_subcommand(0, 1);
    app_.footer(Filled(Words(ProgramFooter())));
    AddLanguage(app_, language_, Options());
    for (const Verb& verb : verbs) Add(verb, verbs, shared);
  }

  Request Parse(std::vector<std::string> arguments) {
    if (const auto wrong = UnknownVerb(arguments)) return *wrong;
    std::reverse(arguments.begin(), arguments.end());  // As CLI11 takes them.
    try {
      app_.parse(arguments);
    } catch (const CLI::CallForHelp&) {
      return Request{.help = app_.help() + "\n"};
    } catch (const WrongValue& error) {
      return Wrong(error.text);
    } catch (const CLI::ExtrasError&) {  // Its own words have them the other way round.
      return Wrong(Unexpected(app_.remaining(/*recurse=*/true)));
    } catch (const CLI::ParseError& error) {
      return Wrong(ParserWords(error.what()));
    }
    for (const auto& [app, verb] : verbs_) {
      if (app->parsed()) return Request{.kind = Request::Kind::kRun, .verb = verb};
    }
    return Request{.help = app_.help() + "\n"};
  }

  const CLI::App& AppOf(const Verb& verb) const {
    const auto found = std::find_if(verbs_.begin(), verbs_.end(),
                                    [&](const auto& known) { return known.second == &verb; });
    CARTULARY_CHECK(found != verbs_.end());
    return *found->first;
  }

  static Request Wrong(Text text) {
    return Request{.kind = Request::Kind::kWrong,
                   .wrong = std::move(text),
                   .hint = Said("see cartulary --help, or cartulary VERB --help",
                                "voyez cartulary --help, ou cartulary VERBE --help")};
  }

 private:
  static Text Unexpected(const std::vector<std::string>& arguments) {
    std::string list;
    for (const std::string& argument : arguments) list += (list.empty() ? "" : " ") + argument;
    return Said("'{0}' was not expected", "« {0} » n'est pas attendu", list);
  }

  const std::string& Words(const Text& text) const { return Say(language_, text); }

  // A heading is followed by a colon, which French sets apart.
  std::string Options() const { return Say(language_, "Options", "Options "); }

  static Text HelpDoc() { return Said("print this help and exit", "afficher cette aide"); }

  // What the formatter of CLI11 says by itself.
  static std::vector<std::pair<std::string, Text>> WordsOfHelp() {
    return {{"Usage", Said("Usage", "Usage ")},
            {"Positionals", Said("Positionals", "Arguments ")},
            {"OPTIONS", Said("OPTIONS", "OPTIONS")},
            {"SUBCOMMAND", Said("SUBCOMMAND", "VERBE")},
            {"TEXT", Said("TEXT", "TEXTE")},
            {"NUMBER", Said("NUMBER", "NOMBRE")},
            {"REQUIRED", Said("REQUIRED", "OBLIGATOIRE")}};
  }

  CLI::App* AddApp(CLI::App& parent, const std::string& name, const Text& summary) {
    CLI::App* app = parent.add_subcommand(name, Words(summary));
    app->group(Say(language_, "Subcommands", "Verbes "));
    app->get_help_ptr()->group(Options());
    return app;
  }

  // A group may be a verb too, as `findings` is beside `findings show`: its own options come with
  // that verb, which stands after those of the group.
  CLI::App* AddGroup(const std::string& group, const std::vector<Verb>& verbs) {
    CLI::App* app = AddApp(app_, group, SummaryOfGroup(group));
    if (std::any_of(verbs.begin(), verbs.end(),
                    [&](const Verb& verb) { return verb.name == group; })) {
      app->require_subcommand(0, 1);
      return app;
    }
    app->require_subcommand(1);
    app->footer(ActsOfGroup(group, language_));
    AddLanguage(*app, language_, Options());
    return app;
  }

  void Add(const Verb& verb, const std::vector<Verb>& verbs, SharedOptions& shared) {
    const auto [group, name] = GroupAndName(verb.name);
    CLI::App* parent = &app_;
    if (!group.empty()) {
      CLI::App*& of_group = groups_[group];
      if (of_group == nullptr) of_group = AddGroup(group, verbs);
      parent = of_group;
    }
    const auto same = group.empty() ? groups_.find(name) : groups_.end();
    CLI::App* app = same == groups_.end() ? AddApp(*parent, name, verb.summary) : same->second;
    app->footer(FooterOf(verb, language_));
    CliOptionSet set(*app, language_);
    verb.declare(set);
    AddShared(*app, verb.takes, language_, shared);
    verbs_.emplace_back(app, &verb);
  }

  std::optional<Request> UnknownVerb(const std::vector<std::string>& arguments) const {
    auto verb = arguments.begin();  // Only the language may be said before it.
    while (verb != arguments.end() && verb->starts_with("--lang")) {
      const bool is_split = *verb == "--lang" && std::next(verb) != arguments.end();
      verb += is_split ? 2 : 1;
    }
    if (verb == arguments.end() || verb->starts_with('-')) return std::nullopt;
    std::vector<std::string_view> names;
    for (const CLI::App* app : app_.get_subcommands({})) names.push_back(app->get_name());
    if (std::find(names.begin(), names.end(), *verb) != names.end()) {
      return UnknownInGroup(*verb, {std::next(verb), arguments.end()});
    }
    Request request =
        Wrong(Said("there is no verb '{0}'", "il n'y a pas de verbe « {0} »", Shortened(*verb)));
    request.hint = Suggestion(*verb, names);
    return request;
  }

  // An act that is no verb leads to the way in which it is recorded.
  std::optional<Request> UnknownInGroup(const std::string& name,
                                        const std::vector<std::string>& after) const {
    const auto group = groups_.find(name);
    if (group == groups_.end() || after.empty() || after.front().starts_with('-')) {
      return std::nullopt;
    }
    std::vector<std::string_view> names;
    for (const CLI::App* app : group->second->get_subcommands({})) names.push_back(app->get_name());
    const std::string& word = after.front();
    if (std::find(names.begin(), names.end(), word) != names.end()) return std::nullopt;
    Request request = Wrong(Said("there is no verb '{0} {1}'", "il n'y a pas de verbe « {0} {1} »",
                                 name, Shortened(word)));
    request.hint =
        ActsNamed(word).empty()
            ? Suggestion(word, names)
            : Said("it is an act, recorded as a fact: see `cartulary help {0}`",
                   "c'est un acte, enregistré comme un fait : voyez `cartulary help {0}`", word);
    return request;
  }

  Language language_;
  CLI::App app_;
  std::map<std::string, CLI::App*> groups_;
  std::vector<std::pair<CLI::App*, const Verb*>> verbs_;
};

}  // namespace

std::optional<Language> ParseLanguage(std::string_view text) {
  if (text == "en") return Language::kEnglish;
  if (text == "fr") return Language::kFrench;
  return std::nullopt;
}

Request ParseCommandLine(const std::vector<std::string>& arguments, const std::vector<Verb>& verbs,
                         SharedOptions& shared) {
  const WrittenLanguage written = LanguageWritten(arguments);
  const auto language = ParseLanguage(written.text);
  shared.language = language.value_or(Language::kEnglish);
  if (written.of_environment && !written.text.empty() && !language) {
    return Parser::Wrong(
        Said("CARTULARY_LANG: {0}", "CARTULARY_LANG : {0}", NoLanguage(written.text)));
  }
  Request request = Parser(verbs, shared.language, shared).Parse(arguments);
  ReadEnvironment(shared);
  return request;
}

std::string HelpOf(const Verb& verb, Language language) {
  SharedOptions shared;
  const std::vector<Verb> verbs{verb};
  return Parser(verbs, language, shared).AppOf(verbs.front()).help();
}

std::vector<OptionInfo> OptionsOf(const Verb& verb, Language language) {
  SharedOptions shared;
  const std::vector<Verb> verbs{verb};
  const Parser parser(verbs, language, shared);
  std::vector<OptionInfo> options;
  for (const CLI::Option* option : parser.AppOf(verbs.front()).get_options()) {
    if (option->get_lnames().empty()) continue;  // An argument.
    if (option->get_group().empty()) continue;   // Refused.
    options.push_back({"--" + option->get_lnames().front(), option->get_description()});
  }
  return options;
}

}  // namespace cartulary::cli
