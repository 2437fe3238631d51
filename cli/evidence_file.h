// A document behind a fact, read from its file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>

#include "cli/draft.h"
#include "cli/exit_status.h"
#include "core/text.h"

namespace cartulary::cli {

inline constexpr std::uint64_t kEvidenceFileBytesMax = 256 << 20;

// Why a file is no evidence: "cannot be found: …", to follow its name.
struct EvidenceProblem {
  Text why;
  ExitStatus status;
};

// The media type is told by the extension.
std::variant<EvidenceFile, EvidenceProblem> ReadEvidenceFile(const std::filesystem::path& path,
                                                             EvidenceRole role);

}  // namespace cartulary::cli
