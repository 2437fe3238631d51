// Personal content as bytes: one canonical Cap'n Proto message a piece (schema/sealed.capnp).
#pragma once

#include <string>
#include <string_view>

#include "core/facts/vocabulary.h"
#include "core/result.h"
#include "core/sealed.h"

namespace cartulary {

SealedClass ClassOf(const SealedContent& content);

// Errors: kInvalidArgument for a text that is not UTF-8 or over kSealedTextBytesMax, a list over
// its limit, or a message over kEventSizeBytesMax.
Result<std::string> EncodeSealed(const SealedContent& content);

// Errors: kIntegrity unless `bytes` is what EncodeSealed makes of a content of that class.
Result<SealedContent> DecodeSealed(SealedClass content_class, std::string_view bytes);

}  // namespace cartulary
