// Finds what people name: learners and persons by number, juries and certifications by code, all of
// them by id, events by their place.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/failure.h"
#include "cli/store.h"
#include "core/code.h"
#include "core/facts/vocabulary.h"
#include "core/ids.h"

namespace cartulary::cli {

struct FoundStream {
  StreamKind kind{};
  Subject subject;
};

// Borrows the store. Not thread-safe.
class Finder {
 public:
  explicit Finder(Store& store) : store_(store) {}

  // The stream of this kind that `written` names, by its id (which need not exist) or by number or
  // code. Errors: not found; conflict if several hold the number.
  OrFailure<Subject> Find(StreamKind kind, std::string_view written);
  // Likewise, of any kind: an id ("L-…", "P-…", "J-…", "S-…"), "institution", "system", or a number
  // or code, with its kind before it where it is not clear ("jury:2024-07"). It exists.
  OrFailure<FoundStream> FindAny(std::string_view written);

 private:
  OrFailure<std::vector<Subject>> Holders(StreamKind kind, std::string_view written);

  Store& store_;
};

// The subject of an id of this kind, if `written` is one.
std::optional<Subject> SubjectOfId(StreamKind kind, std::string_view written);

// "learner", "person", … with the word for its number or code: for messages.
Text NumberWord(StreamKind kind);

}  // namespace cartulary::cli
