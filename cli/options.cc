// The one file that meets CLI11, which is slow to compile.
#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <map>

#include "cli/acts.h"
#include "cli/did_you_mean.h"
#include "cli/moment.h"
#include "cli/output/text.h"
#include "cli/verb.h"
#include "cli/verbs.h"
#include "core/check.h"

namespace cartulary::cli {
namespace {

constexpr const char* kProgramText =
    "cartulary: the register of a professional certification. It records what happens to "
    "learners,\n"
    "says where each one stands and why, and traces every award to what it rests on.";
constexpr const char* kProgramFooter =
    "`cartulary VERB --help` explains a verb, with an example and its exit statuses.\n"
    "CARTULARY_STORE, CARTULARY_KEYS and CARTULARY_ACTOR stand for --store, --keys and --actor.";

// As CLI11 asks: empty for a text that may be kept.
std::string WhyNoText(const std::string& text) {
  if (!IsUtf8(text)) return "the text is not UTF-8; set a UTF-8 locale";
  return HoldsControl(text) ? "the text holds a control character; remove it" : "";
}

class CliOptionSet final : public OptionSet {
 public:
  explicit CliOptionSet(CLI::App& app) : app_(app) {}

  void Flag(const char* name, bool& value, const char* doc) override {
    app_.add_flag(name, value, doc);
  }
  void Option(const char* name, std::optional<std::string>& value, const char* doc) override {
    app_.add_option(name, value, doc)->type_name("TEXT");
  }
  void Text(const char* name, std::optional<std::string>& value, const char* doc) override {
    app_.add_option(name, value, doc)->type_name("TEXT")->check(WhyNoText);
  }
  void Text(const char* name, std::vector<std::string>& value, const char* doc) override {
    Option(name, value, doc);
    app_.get_option(name)->check(WhyNoText);
  }
  void Option(const char* name, std::optional<std::uint64_t>& value, const char* doc) override {
    AddParsed(name, doc, "NUMBER", [&value, name](const std::string& text) {
      const bool digits =
          !text.empty() && text.size() <= 18 &&
          std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (!digits) throw CLI::ValidationError(name, "'" + Shortened(text) + "' is no whole number");
      value = std::stoull(text);
    });
  }
  void Option(const char* name, std::optional<Date>& value, const char* doc) override {
    AddParsed(name, doc, "DATE", [&value, name](const std::string& text) {
      value = Date::Parse(text);
      if (!value) {
        throw CLI::ValidationError(name, "'" + Shortened(text) + "' " + WhyNoDate(text).en);
      }
    });
  }
  void Option(const char* name, std::vector<std::string>& value, const char* doc) override {
    app_.add_option(name, value, doc)->type_name("TEXT")->expected(1)->take_all();
  }
  void Argument(const char* name, std::string& value, const char* doc) override {
    app_.add_option(name, value, doc)->type_name("")->required();
  }
  void Argument(const char* name, std::optional<std::string>& value, const char* doc) override {
    app_.add_option(name, value, doc)->type_name("");
  }
  void Arguments(const char* name, std::vector<std::string>& value, const char* doc) override {
    app_.add_option(name, value, doc)->type_name("")->expected(0, -1);
  }

 private:
  void AddParsed(const char* name, const char* doc, const char* type,
                 std::function<void(const std::string&)> parse) {
    app_.add_option_function<std::string>(name, parse, doc)->type_name(type);
  }

  CLI::App& app_;
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

void AddShared(CLI::App& app, const Takes& takes, SharedOptions& shared) {
  CliOptionSet set(app);
  const std::string group = "Options of all verbs";
  const auto move_to_group = [&](const char* name) { app.get_option(name)->group(group); };
  if (takes.store) {
    app.add_option("--store", shared.store, "directory of the store")
        ->type_name("DIR (CARTULARY_STORE)")
        ->group(group);
    app.add_option("--keys", shared.keys, "key file; default: the store's name and .keys")
        ->type_name("FILE (CARTULARY_KEYS)")
        ->group(group);
  }
  if (takes.actor) {
    app.add_option("--actor", shared.actor, "who acts: a person's id or staff number")
        ->type_name("PERSON (CARTULARY_ACTOR)")
        ->group(group);
    app.add_option("--role", shared.role, "in which role the actor acts; default: registrar")
        ->type_name("ROLE (CARTULARY_ROLE)")
        ->group(group);
  }
  if (takes.on) {
    set.Option("--on", shared.on, takes.on_doc);
    move_to_group("--on");
  }
  if (takes.as_of) {
    app.add_option("--as-of", shared.as_of,
                   "answer as of an earlier moment: the index of an event, or a time like "
                   "2026-02-28T09:30:00Z")
        ->type_name("INDEX|TIME")
        ->group(group);
  }
  app.add_flag("--json", shared.json, "answer, and errors, as JSON")->group(group);
  if (takes.csv) app.add_flag("--csv", shared.csv, "rows as CSV")->group(group);
  app.add_option_function<std::string>(
         "--lang",
         [&shared](const std::string& text) {
           if (text != "en" && text != "fr") {
             throw CLI::ValidationError("--lang", "'" + Shortened(text) + "' is not en or fr");
           }
           shared.language = text == "fr" ? Language::kFrench : Language::kEnglish;
         },
         "language of the text: en or fr; default: en")
      ->type_name("LANG")
      ->group(group);
}

std::string FooterOf(const Verb& verb) {
  std::string text;
  if (!verb.details.empty()) text += std::string(verb.details) + "\n\n";
  text += "Example:\n" + std::string(verb.example) + "\n\nExit status:\n";
  for (const ExitNote& exit : verb.exits) {
    text += "  " + std::to_string(static_cast<int>(exit.status)) + "  " +
            std::string(exit.note.empty() ? TextOf(exit.status).text : exit.note) + "\n";
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
  Parser(const std::vector<Verb>& verbs, SharedOptions& shared) : app_(kProgramText, "cartulary") {
    app_.require_subcommand(0, 1);
    app_.footer(kProgramFooter);
    for (const Verb& verb : verbs) Add(verb, shared);
  }

  Request Parse(std::vector<std::string> arguments) {
    if (const auto wrong = UnknownVerb(arguments)) return *wrong;
    std::reverse(arguments.begin(), arguments.end());  // As CLI11 takes them.
    try {
      app_.parse(arguments);
    } catch (const CLI::CallForHelp&) {
      return Request{.text = app_.help() + "\n"};
    } catch (const CLI::ParseError& error) {
      return Wrong(error.what());
    }
    for (const auto& [app, verb] : verbs_) {
      if (app->parsed()) return Request{.kind = Request::Kind::kRun, .verb = verb};
    }
    if (arguments.empty()) return Request{.text = app_.help() + "\n"};
    return Wrong("a verb is missing");
  }

  const CLI::App& AppOf(const Verb& verb) const {
    const auto found = std::find_if(verbs_.begin(), verbs_.end(),
                                    [&](const auto& known) { return known.second == &verb; });
    CARTULARY_CHECK(found != verbs_.end());
    return *found->first;
  }

 private:
  void Add(const Verb& verb, SharedOptions& shared) {
    const auto [group, name] = GroupAndName(verb.name);
    CLI::App* parent = &app_;
    if (!group.empty()) {
      CLI::App*& of_group = groups_[group];
      if (of_group == nullptr) {
        of_group = app_.add_subcommand(group, std::string(SummaryOfGroup(group)));
        of_group->require_subcommand(1);
        of_group->footer(ActsOfGroup(group, shared.language));
      }
      parent = of_group;
    }
    CLI::App* app = parent->add_subcommand(name, std::string(verb.summary));
    app->footer(FooterOf(verb));
    CliOptionSet set(*app);
    verb.declare(set);
    AddShared(*app, verb.takes, shared);
    verbs_.emplace_back(app, &verb);
  }

  std::optional<Request> UnknownVerb(const std::vector<std::string>& arguments) const {
    if (arguments.empty() || arguments.front().starts_with('-')) return std::nullopt;
    std::vector<std::string_view> names;
    for (const CLI::App* app : app_.get_subcommands({})) names.push_back(app->get_name());
    if (std::find(names.begin(), names.end(), arguments.front()) != names.end()) {
      return UnknownInGroup(arguments);
    }
    Request request = Wrong("there is no verb '" + Shortened(arguments.front()) + "'");
    request.hint = Suggestion(arguments.front(), names).en;
    return request;
  }

  // An act that is no verb leads to the way in which it is recorded.
  std::optional<Request> UnknownInGroup(const std::vector<std::string>& arguments) const {
    const auto group = groups_.find(arguments.front());
    if (group == groups_.end() || arguments.size() < 2 || arguments[1].starts_with('-')) {
      return std::nullopt;
    }
    std::vector<std::string_view> names;
    for (const CLI::App* app : group->second->get_subcommands({})) names.push_back(app->get_name());
    const std::string& word = arguments[1];
    if (std::find(names.begin(), names.end(), word) != names.end()) return std::nullopt;
    Request request = Wrong("there is no verb '" + group->first + " " + Shortened(word) + "'");
    request.hint = ActsNamed(word).empty()
                       ? Suggestion(word, names).en
                       : "it is an act, recorded as a fact: see `cartulary help " + word + "`";
    return request;
  }

  static Request Wrong(std::string text) {
    return Request{.kind = Request::Kind::kWrong,
                   .text = std::move(text),
                   .hint = "see cartulary --help, or cartulary VERB --help"};
  }

  CLI::App app_;
  std::map<std::string, CLI::App*> groups_;
  std::vector<std::pair<CLI::App*, const Verb*>> verbs_;
};

}  // namespace

Request ParseCommandLine(const std::vector<std::string>& arguments, const std::vector<Verb>& verbs,
                         SharedOptions& shared) {
  Request request = Parser(verbs, shared).Parse(arguments);
  ReadEnvironment(shared);
  return request;
}

std::string HelpOf(const Verb& verb) {
  SharedOptions shared;
  const std::vector<Verb> verbs{verb};
  return Parser(verbs, shared).AppOf(verbs.front()).help();
}

std::vector<OptionInfo> OptionsOf(const Verb& verb) {
  SharedOptions shared;
  const std::vector<Verb> verbs{verb};
  const Parser parser(verbs, shared);
  std::vector<OptionInfo> options;
  for (const CLI::Option* option : parser.AppOf(verbs.front()).get_options()) {
    if (option->get_lnames().empty()) continue;  // An argument.
    options.push_back({"--" + option->get_lnames().front(), option->get_description()});
  }
  return options;
}

}  // namespace cartulary::cli
