// One canonical message of a single segment, without segment table: how events and sealed contents
// are stored.
#pragma once

#include <capnp/common.h>
#include <capnp/message.h>
#include <capnp/schema.h>
#include <capnp/serialize.h>
#include <kj/array.h>
#include <kj/exception.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "store/codec/fields.h"
#include "store/codec/layout.h"

namespace cartulary::codec {

// `bytes` as words, in a buffer of the calling thread, aligned as Cap'n Proto 0.9.2 demands; valid
// until the next call in that thread. None if they are no whole number of words or more than
// kEventSizeBytesMax.
std::optional<kj::ArrayPtr<const capnp::word>> AlignedWords(std::string_view bytes);

// The canonical bytes of the root that `fill(root, put)` writes.
// Errors: kInvalidArgument if a value cannot be stored or the message would be too large.
template <typename Root, typename Fill>
Result<std::string> BuildMessage(Fill&& fill) try {
  capnp::word scratch[512] = {};
  capnp::MallocMessageBuilder builder(kj::arrayPtr(scratch, 512));
  Problem problem;
  Put put(problem);
  typename Root::Builder root = builder.initRoot<Root>();
  fill(root, put);
  if (problem.Found()) return Error{ErrorCode::kInvalidArgument, problem.text()};
  const kj::Array<capnp::word> words = capnp::canonicalize(root.asReader());
  const kj::ArrayPtr<const char> chars = words.asChars();
  if (chars.size() > kEventSizeBytesMax) {
    return Error{ErrorCode::kInvalidArgument,
                 Said("its message would have {0} bytes; at most {1} can be stored",
                      "son message aurait {0} octets ; {1} au plus peuvent être conservés",
                      chars.size(), kEventSizeBytesMax)};
  }
  return std::string(chars.begin(), chars.size());
} catch (const kj::Exception& exception) {
  return Error{ErrorCode::kInvalidArgument, WordsOf(exception.getDescription().cStr())};
}

// Calls `read(root, get)` on a message that has the form that this program's schema gives its root.
// Errors: kIntegrity, with the place. What `read` made is then not to be used.
template <typename Root, typename Read>
Status ReadMessage(std::string_view bytes, Read&& read) try {
  const auto words = AlignedWords(bytes);
  if (!words.has_value()) {
    return Error{
        ErrorCode::kIntegrity,
        Said("a message of {0} bytes is no message: cut short or of another kind",
             "{0} octets ne font pas un message : tronqué, ou d'une autre nature", bytes.size())};
  }
  static const Layout layout(capnp::Schema::from<Root>());
  if (auto problem = layout.Check(*words)) return Error{ErrorCode::kIntegrity, *std::move(problem)};

  Problem problem;
  Get get(problem);
  // Unchecked, which is several times faster: the layout proves that every read is within bounds.
  read(capnp::readMessageUnchecked<Root>(words->begin()), get);
  if (problem.Found()) return Error{ErrorCode::kIntegrity, problem.text()};
  return Ok{};
} catch (const kj::Exception& exception) {
  return Error{ErrorCode::kIntegrity, WordsOf(exception.getDescription().cStr())};
}

}  // namespace cartulary::codec
