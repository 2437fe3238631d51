// What a verb takes from the command line: it declares options and binds them to variables; parsing
// and --help follow from that.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"
#include "core/time.h"

namespace cartulary::cli {

enum class Language : std::uint8_t { kEnglish, kFrench };

// "en" and "fr".
std::optional<Language> ParseLanguage(std::string_view text);

// The options that verbs share. A verb says which of them it takes (cli/verb.h).
struct SharedOptions {
  std::optional<std::string> store;  // Directory of the store.
  std::optional<std::string> keys;   // Key file; default: the store's name + ".keys".
  std::optional<std::string> actor;  // Person id or staff number.
  std::optional<std::string> role;   // Default: registrar.
  bool json = false;
  bool csv = false;
  std::optional<Date> on;
  std::optional<std::string> as_of;  // An index, or a moment.
  std::optional<std::string> rules;  // CODE@REVISION; of replay, a file too.
  Language language = Language::kEnglish;
};

// An option is named "--limit", in every language; an argument by its place, "LEARNER" or
// "APPRENANT". What is bound must live until the verb has run. `doc` is one sentence fragment,
// without a full stop.
class OptionSet {
 public:
  virtual ~OptionSet() = default;
  virtual void Flag(const char* name, bool& value, const Text& doc) = 0;
  virtual void Option(const char* name, std::optional<std::string>& value, const Text& doc) = 0;
  // Words that are kept: not blank, UTF-8, without what Printable (cli/output/text.h) escapes.
  virtual void Prose(const char* name, std::optional<std::string>& value, const Text& doc) = 0;
  virtual void Prose(const char* name, std::vector<std::string>& value, const Text& doc) = 0;
  virtual void Option(const char* name, std::optional<std::uint64_t>& value, const Text& doc) = 0;
  virtual void Option(const char* name, std::optional<Date>& value, const Text& doc) = 0;
  // May be given several times.
  virtual void Option(const char* name, std::vector<std::string>& value, const Text& doc) = 0;
  virtual void Argument(const Text& name, std::string& value, const Text& doc) = 0;  // Required.
  virtual void Argument(const Text& name, std::optional<std::string>& value, const Text& doc) = 0;
  // All that follow; may be none.
  virtual void Arguments(const Text& name, std::vector<std::string>& value, const Text& doc) = 0;
};

struct Verb;
struct Failure;

// What the command line asks for.
struct Request {
  enum class Kind : std::uint8_t { kRun, kHelp, kWrong };
  Kind kind = Kind::kHelp;
  const Verb* verb = nullptr;  // To run; borrowed from `verbs`.
  std::string help{};          // To print, in the language asked for.
  Text wrong{};                // What is wrong with the command line.
  Text hint{};                 // What to do about it.
};

// Parses and binds. `shared` receives the shared options, from the environment too
// (CARTULARY_STORE, CARTULARY_KEYS, CARTULARY_ACTOR, CARTULARY_ROLE, CARTULARY_LANG); its language
// even if the command line is wrong.
Request ParseCommandLine(const std::vector<std::string>& arguments, const std::vector<Verb>& verbs,
                         SharedOptions& shared);

// What `cartulary VERB --help` prints.
std::string HelpOf(const Verb& verb, Language language);

// The options of a verb, shared ones included: "--limit" and what it says.
struct OptionInfo {
  std::string name;
  std::string doc;
};
std::vector<OptionInfo> OptionsOf(const Verb& verb, Language language);

}  // namespace cartulary::cli
