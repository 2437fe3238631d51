// Result<T> is what an operation returns when it can fail because the world failed.
//
// It holds a T or an Error. Either has the member names of C++23's std::expected, to become an
// alias of it when the toolchain allows. A bug is a CARTULARY_CHECK (core/check.h); a domain rule
// that says "no" is a Rejection (core/decide/rejection.h). Neither is an Error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <variant>

#include "core/check.h"
#include "core/text.h"

namespace cartulary {

// What the caller can do about it, not where it happened. The numbers are exit statuses of the
// command line (docs/reference/exit-status.md): append only, never renumber.
enum class ErrorCode : std::uint8_t {
  kInvalidArgument = 2,  // The request can never succeed as it is. Correct it.
  kNotFound = 3,         // What was named does not exist. Look it up.
  kConflict = 5,         // Another writer came first, or the request id is taken. Reload, retry.
  kWorld = 6,            // Disk, permission, lock. The detail says whether anything was written.
  kIntegrity = 7,        // Stored bytes fail verification, or are of the future. Stop.
};

struct Error {
  ErrorCode code;
  Text detail;  // For people: what, where, why and what to do next. Never parsed.
  // What to do next, where it is not what the code alone says; may be empty.
  Text next_step{};
};

struct Ok {};

// A T, or the E that says why there is none. Precondition: they are two types.
template <typename T, typename E>
class [[nodiscard]] Either {
 public:
  Either(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: implicit.
  Either(E error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit.

  bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  // Precondition: has_value().
  T& operator*() & { return Get<0>(state_); }
  const T& operator*() const& { return Get<0>(state_); }
  T&& operator*() && { return std::move(Get<0>(state_)); }
  T* operator->() { return &Get<0>(state_); }
  const T* operator->() const { return &Get<0>(state_); }

  // Precondition: !has_value().
  const E& error() const& { return Get<1>(state_); }
  E&& error() && { return std::move(Get<1>(state_)); }

 private:
  template <std::size_t kIndex, typename State>
  static auto& Get(State& state) {
    CARTULARY_CHECK(state.index() == kIndex);
    return *std::get_if<kIndex>(&state);
  }

  std::variant<T, E> state_;
};

template <typename T>
using Result = Either<T, Error>;
using Status = Result<Ok>;

}  // namespace cartulary

// Returns the error of `expression` from the enclosing function, or goes on.
#define CARTULARY_RETURN_IF_ERROR(expression)                    \
  do {                                                           \
    if (auto cartulary_status = (expression); !cartulary_status) \
      return std::move(cartulary_status).error();                \
  } while (false)

// Likewise, or binds the value: CARTULARY_ASSIGN_OR_RETURN(const auto head, log.Head());
#define CARTULARY_ASSIGN_OR_RETURN(declaration, expression)                                 \
  CARTULARY_ASSIGN_OR_RETURN_IMPL(CARTULARY_JOIN(cartulary_result_, __LINE__), declaration, \
                                  expression)
#define CARTULARY_ASSIGN_OR_RETURN_IMPL(result, declaration, expression) \
  auto result = (expression);                                            \
  if (!result) return std::move(result).error();                         \
  declaration = *std::move(result)
#define CARTULARY_JOIN(a, b) CARTULARY_JOIN_IMPL(a, b)
#define CARTULARY_JOIN_IMPL(a, b) a##b
