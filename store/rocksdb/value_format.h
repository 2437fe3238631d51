// The small values of the store: docs/spec/log-format.md, "Values".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/ids.h"
#include "core/ports/event_log.h"

namespace cartulary {

std::string EncodeStreamHead(const StreamHead& head);
std::string EncodeRequest(const RequestRecord& request);
// Without the origin, which has its own key.
std::string EncodeLogHead(const Head& head);

// None if the bytes are not such a value.
std::optional<StreamHead> DecodeStreamHead(std::string_view value);
std::optional<RequestRecord> DecodeRequest(std::string_view value);
std::optional<Head> DecodeLogHead(std::string_view value, const LogOrigin& origin);

}  // namespace cartulary
