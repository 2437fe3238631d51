// completion: a script that completes the command line in a shell.
#include "cli/completion.h"

#include <ostream>

#include "cli/context.h"
#include "cli/verbs.h"
#include "cli/verbs/all.h"

namespace cartulary::cli {
namespace {

OrFailure<ExitStatus> RunCompletion(const std::string& shell, Context& context) {
  std::string script;
  if (shell == "bash") script = BashCompletion(AllVerbs());
  if (shell == "zsh") script = ZshCompletion(AllVerbs(), context.options.language);
  if (script.empty()) {
    return Failure{.message = Said("there is no completion for the shell '{0}'",
                                   "il n'y a pas de complétion pour l'interpréteur « {0} »", shell),
                   .hint = Said("name bash or zsh", "nommez bash ou zsh")};
  }
  if (context.options.json) {
    context.Print(Json{{"shell", shell}, {"script", script}});
  } else {
    context.streams.out << script;
  }
  return ExitStatus::kYes;
}

}  // namespace

Verb CompletionVerb() {
  const auto shell = std::make_shared<std::string>();
  return {.name = "completion",
          .summary = Said("print a script that completes the command line",
                          "imprimer un script qui complète la ligne de commande"),
          .details = Said(
              "For bash, read it in ~/.bashrc as the example shows; for zsh, keep it as _cartulary "
              "in a folder of fpath.",
              "Pour bash, à lire dans ~/.bashrc comme dans l'exemple ; pour zsh, à garder sous le "
              "nom _cartulary dans un dossier de fpath."),
          .example = "  source <(cartulary completion bash)",
          .exits = {{ExitStatus::kYes}, {ExitStatus::kUsage}},
          .takes = {.store = false},
          .declare =
              [shell](OptionSet& set) {
                set.Argument(Said("SHELL", "SHELL"), *shell, Said("bash or zsh", "bash ou zsh"));
              },
          .run = [shell](Context& context) { return RunCompletion(*shell, context); }};
}

}  // namespace cartulary::cli
