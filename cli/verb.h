// A verb of the command line. docs/howto/add-command.md is the recipe for one more.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "cli/exit_status.h"
#include "cli/failure.h"
#include "cli/options.h"
#include "core/text.h"

namespace cartulary::cli {

class Context;

// Which of the shared options, beside --store, --keys, --json and --lang, a verb takes. One that
// reads takes each of --as-of, --on and --rules (cli/reading/viewpoint.h), or says why it cannot
// mean anything: what is asked is never left out of account in silence.
struct Takes {
  bool actor = false;  // It writes: --actor, --role
  bool on = false;     // It answers at a date: --on
  bool as_of = false;  // It answers as of an earlier moment: --as-of
  bool rules = false;  // It judges: --rules
  bool csv = false;    // Rows are its answer: --csv
  bool store = true;   // False: it needs no store at all.
  const char* on_names = "--on";
  Text on_doc = Said("answer as on this day", "répondre à la date de ce jour");  // What --on says.
  Text rules_doc = Said("judge by this revision, CODE@N, whatever is applied",
                        "juger selon cette révision, CODE@N, quelle que soit celle appliquée");
  Text no_as_of{};  // Why there is no --as-of, no --on, no --rules.
  Text no_on{};
  Text no_rules{};
};

// What a status of this verb means, where the common meaning does not say enough.
struct ExitNote {
  ExitStatus status;
  Text note{};  // Empty: the common meaning (cli/exit_status.h).
};

struct Verb {
  std::string_view name;  // "import", or with its group "jury check"
  Text summary;
  Text details{};            // Paragraphs for --help, a blank line between them; may be empty.
  std::string_view example;  // One or more lines that work as they stand.
  std::vector<ExitNote> exits{};
  Takes takes{};
  std::function<void(OptionSet&)> declare;
  std::function<OrFailure<ExitStatus>(Context&)> run;
};

}  // namespace cartulary::cli
