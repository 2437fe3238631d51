// The stored form of a folded stream: docs/spec/state-format.md.
#pragma once

#include <string>
#include <string_view>

#include "core/fold/dossier.h"
#include "core/result.h"

namespace cartulary {

// Deterministic: equal streams give equal bytes.
std::string EncodeStream(const FoldedStream& stream);

// Errors: kIntegrity if the bytes are not those of a stream, or of a later format version.
Result<FoldedStream> DecodeStream(std::string_view bytes);

}  // namespace cartulary
