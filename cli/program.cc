#include "cli/program.h"

#include <algorithm>
#include <exception>
#include <ostream>

#include "cli/verbs.h"

namespace cartulary::cli {
namespace {

// What the libraries throw and no adapter expected: the computer has no memory, a pipe is closed.
OrFailure<ExitStatus> RunVerb(const Verb& verb, Context& context) {
  try {
    return verb.run(context);
  } catch (const std::exception& error) {
    return Failure{
        .status = ExitStatus::kWorld,
        .message = Said("stopped unexpectedly: {0}", "arrêt inattendu : {0}", error.what()),
        .hint = Said("run `cartulary log --limit 1` to see whether the store answers, then run the "
                     "command again",
                     "lancez `cartulary log --limit 1` pour voir si le registre répond, puis "
                     "relancez la commande")};
  }
}

Text Recorded(const Written& written) {
  return written.events == 1 ? Said("1 event was recorded", "1 événement a été enregistré")
                             : Said("{0} events were recorded",
                                    "{0} événements ont été enregistrés", written.events);
}

// Of a verb that did what it was asked to.
Failure OutputFailure(const Written& written) {
  Failure failure{.status = ExitStatus::kWorld,
                  .message = Said("the answer could not be written to the output",
                                  "la réponse n'a pas pu être écrite sur la sortie"),
                  .hint = Said("see whether the disk is full or the reader has gone away",
                               "voyez si le disque est plein ou si le lecteur s'est arrêté")};
  if (written.events > 0) {
    failure.message = Said("{0}, but {1}", "{0}, mais {1}", Recorded(written), failure.message);
    failure.hint += Said("; what was recorded stays, do not record it again",
                         " ; ce qui a été enregistré demeure, ne l'enregistrez pas à nouveau");
  } else if (written.projections) {
    failure.message = Said("the projections were rebuilt, but {0}",
                           "les états dérivés ont été refaits, mais {0}", failure.message);
  } else {
    failure.message += Said("; nothing was recorded", " ; rien n'a été enregistré");
  }
  return failure;
}

}  // namespace

ExitStatus RunProgram(const std::vector<std::string>& arguments, Ports ports, Streams streams) {
  const std::vector<Verb> verbs = AllVerbs();
  SharedOptions shared;
  const Request request = ParseCommandLine(arguments, verbs, shared);
  const Language language = shared.language;
  const bool as_json = std::find(arguments.begin(), arguments.end(), "--json") != arguments.end();
  std::shared_ptr<const Written> written = std::make_shared<Written>();
  OrFailure<ExitStatus> ended = Failure{.message = request.wrong, .hint = request.hint};
  if (request.kind == Request::Kind::kHelp) {
    streams.out << request.help;
    ended = ExitStatus::kYes;
  } else if (request.kind == Request::Kind::kRun) {
    Context context(std::move(shared), ports, streams);
    written = context.written;
    ended = RunVerb(*request.verb, context);
  }
  streams.out.flush();
  if (ended && streams.out) return *ended;
  Failure failure = ended ? OutputFailure(*written) : ended.error();
  if (!ended && written->events > 0) {
    failure.message +=
        Said("; before that, {0}, and what was recorded stays",
             " ; avant cela, {0}, et ce qui a été enregistré demeure", Recorded(*written));
  }
  PrintFailure(failure, as_json, language, streams.err);
  return failure.status;
}

}  // namespace cartulary::cli
