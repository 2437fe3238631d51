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
    return Failure{.status = ExitStatus::kWorld,
                   .message = "stopped unexpectedly: " + std::string(error.what()),
                   .hint =
                       "run `cartulary log --limit 1` to see whether the store answers, then run "
                       "the command again"};
  }
}

}  // namespace

ExitStatus RunProgram(const std::vector<std::string>& arguments, Ports ports, Streams streams) {
  const std::vector<Verb> verbs = AllVerbs();
  SharedOptions shared;
  const Request request = ParseCommandLine(arguments, verbs, shared);
  const bool as_json = std::find(arguments.begin(), arguments.end(), "--json") != arguments.end();
  OrFailure<ExitStatus> ended = Failure{.message = request.text, .hint = request.hint};
  if (request.kind == Request::Kind::kHelp) {
    streams.out << request.text;
    ended = ExitStatus::kYes;
  } else if (request.kind == Request::Kind::kRun) {
    Context context(std::move(shared), ports, streams);
    ended = RunVerb(*request.verb, context);
  }
  streams.out.flush();
  if (ended && !streams.out) {
    ended = Failure{.status = ExitStatus::kWorld,
                    .message = "the answer could not be written to the output",
                    .hint = "see whether the disk is full or the reader has gone away"};
  }
  if (ended) return *ended;
  PrintFailure(ended.error(), as_json, streams.err);
  return ended.error().status;
}

}  // namespace cartulary::cli
