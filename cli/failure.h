// How a verb ends badly: what the user is told, in words or, with --json, as an object.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "cli/exit_status.h"
#include "core/check.h"
#include "core/decide/rejection.h"
#include "core/result.h"

namespace cartulary::cli {

// One thing wrong in the input. Lines and columns count from 1, columns in characters; 0: no place.
struct Problem {
  std::string file{};
  int line = 0;
  int column = 0;
  std::string path{};  // "levels[2].competency"; empty: the whole row.
  std::string message{};
};

struct Failure {
  ExitStatus status = ExitStatus::kUsage;
  std::string code{};  // Stable; empty: that of the status.
  std::string message{};
  std::string hint{};  // What to do next; may be empty.
  std::vector<Problem> problems{};
};

Failure FailureFrom(Error error);
Failure FailureFrom(const Rejection& rejection);

// A T, or why there is none. Made from an Error too, so that CARTULARY_ASSIGN_OR_RETURN and
// CARTULARY_RETURN_IF_ERROR serve in a function that returns it.
template <typename T>
class [[nodiscard]] OrFailure {
 public:
  OrFailure(T value) : state_(std::in_place_index<0>, std::move(value)) {}            // NOLINT
  OrFailure(Failure failure) : state_(std::in_place_index<1>, std::move(failure)) {}  // NOLINT
  OrFailure(Error error) : OrFailure(FailureFrom(std::move(error))) {}                // NOLINT

  bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  // Precondition: has_value().
  T& operator*() & { return Get<0>(state_); }
  const T& operator*() const& { return Get<0>(state_); }
  T&& operator*() && { return std::move(Get<0>(state_)); }
  T* operator->() { return &Get<0>(state_); }
  const T* operator->() const { return &Get<0>(state_); }

  // Precondition: !has_value().
  const Failure& error() const& { return Get<1>(state_); }
  Failure&& error() && { return std::move(Get<1>(state_)); }

 private:
  template <std::size_t kIndex, typename State>
  static auto& Get(State& state) {
    CARTULARY_CHECK(state.index() == kIndex);
    return *std::get_if<kIndex>(&state);
  }

  std::variant<T, Failure> state_;
};

}  // namespace cartulary::cli
