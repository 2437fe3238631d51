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

std::string Recorded(const Written& written) {
  return written.events == 1 ? "1 event was recorded"
                             : std::to_string(written.events) + " events were recorded";
}

// Of a verb that did what it was asked to.
Failure OutputFailure(const Written& written) {
  Failure failure{.status = ExitStatus::kWorld,
                  .message = "the answer could not be written to the output",
                  .hint = "see whether the disk is full or the reader has gone away"};
  if (written.events > 0) {
    failure.message = Recorded(written) + ", but " + failure.message;
    failure.hint += "; what was recorded stays, do not record it again";
  } else if (written.projections) {
    failure.message = "the projections were rebuilt, but " + failure.message;
  } else {
    failure.message += "; nothing was recorded";
  }
  return failure;
}

}  // namespace

ExitStatus RunProgram(const std::vector<std::string>& arguments, Ports ports, Streams streams) {
  const std::vector<Verb> verbs = AllVerbs();
  SharedOptions shared;
  const Request request = ParseCommandLine(arguments, verbs, shared);
  const bool as_json = std::find(arguments.begin(), arguments.end(), "--json") != arguments.end();
  std::shared_ptr<const Written> written = std::make_shared<Written>();
  OrFailure<ExitStatus> ended = Failure{.message = request.text, .hint = request.hint};
  if (request.kind == Request::Kind::kHelp) {
    streams.out << request.text;
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
    failure.message += "; before that, " + Recorded(*written) + ", and what was recorded stays";
  }
  PrintFailure(failure, as_json, streams.err);
  return failure.status;
}

}  // namespace cartulary::cli
