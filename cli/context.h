// What a verb works with: the options that verbs share, the ports, and where its answer goes.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

#include "cli/failure.h"
#include "cli/options.h"
#include "cli/output/rows.h"
#include "core/ports/clock.h"
#include "core/ports/executor.h"
#include "core/text.h"
#include "core/time.h"

namespace cartulary::cli {

struct Ports {
  Clock& clock;
  Random& random;
  Executor& executor;
};

struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool colour = false;  // The output is a terminal that shows colours, and NO_COLOR is not set.
};

// What a command made durable: whoever reports that it failed afterwards says so.
struct Written {
  std::uint64_t events = 0;
  bool projections = false;  // Made anew.
};

// Not thread-safe. Ports and streams outlive it.
class Context {
 public:
  Context(SharedOptions shared_options, Ports the_ports, Streams the_streams)
      : options(std::move(shared_options)), ports(the_ports), streams(the_streams) {}
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  // Today's civil date in Europe/Paris.
  Date Today() const { return ports.clock.CivilDate(ports.clock.Now()); }
  // The date a person's question is about: --on, or today.
  Date On() const { return options.on.value_or(Today()); }

  // A page or a table is asked for, not JSON or CSV: those are for programs, and say codes and
  // names, in no language.
  bool IsForPeople() const { return !options.json && !options.csv; }

  // Prints the answer as --json, --csv or a table. `nothing` is printed in place of an empty table.
  void Print(const Rows& rows, const Text& nothing) const;
  // Prints the answer for --json.
  void Print(const Json& answer) const;
  // One line of text on the output, or on the error output as advice.
  void Say(std::string_view line) const;
  void Say(const Text& line) const;
  void Advise(std::string_view line) const;

  SharedOptions options;
  Ports ports;
  Streams streams;
  const std::shared_ptr<Written> written = std::make_shared<Written>();
};

// Prints why a verb failed, to the error output: words, or one JSON object on one line.
void PrintFailure(const Failure& failure, bool as_json, Language language, std::ostream& err);

}  // namespace cartulary::cli
