// The key file: the secrets of a store, kept outside it (`<store>.keys`, docs/spec/events.md,
// "Key file").
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/result.h"

namespace cartulary {

inline constexpr const char* kLookupKeyName = "lookup";
inline constexpr std::size_t kLookupKeyBytes = 32;
inline constexpr std::size_t kKeyFileBytesMax = 64 << 10;

// Name (lower-case letters, digits, '-' and '_') -> bytes (1 to 1024 of them).
using Keys = std::map<std::string, std::string>;

// Errors: kNotFound if there is no such file; kWorld if it cannot be read, or if anybody but its
// owner may read or change it; kIntegrity if its text is not that of a key file or its checksum
// does not hold.
Result<Keys> ReadKeyFile(const std::filesystem::path& path);

// Writes a new file, readable by its owner only; whole and durable when this returns.
// Errors (nothing was written): kInvalidArgument for a bad name or no bytes; kConflict if the file
// is there already: keys are never overwritten by accident; kWorld.
Status CreateKeyFile(const std::filesystem::path& path, const Keys& keys);

// Likewise, in place of the file that is there.
Status ReplaceKeyFile(const std::filesystem::path& path, const Keys& keys);

}  // namespace cartulary
