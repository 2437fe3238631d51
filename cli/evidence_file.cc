#include "cli/evidence_file.h"

#include <array>
#include <fstream>
#include <string_view>
#include <utility>

namespace cartulary::cli {
namespace {

struct MediaType {
  std::string_view extension;
  std::string_view type;
};
constexpr auto kMediaTypes = std::to_array<MediaType>({
    {".pdf", "application/pdf"},
    {".json", "application/json"},
    {".xml", "application/xml"},
    {".zip", "application/zip"},
    {".csv", "text/csv"},
    {".txt", "text/plain"},
    {".html", "text/html"},
    {".md", "text/markdown"},
    {".yaml", "application/yaml"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".png", "image/png"},
    {".tif", "image/tiff"},
    {".tiff", "image/tiff"},
    {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {".odt", "application/vnd.oasis.opendocument.text"},
    {".ods", "application/vnd.oasis.opendocument.spreadsheet"},
});

std::string MediaTypeOf(const std::filesystem::path& file) {
  std::string extension = file.extension().string();
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const MediaType& known : kMediaTypes) {
    if (known.extension == extension) return std::string(known.type);
  }
  return "application/octet-stream";
}

}  // namespace

std::variant<EvidenceFile, EvidenceProblem> ReadEvidenceFile(const std::filesystem::path& path,
                                                             EvidenceRole role) {
  std::error_code error;
  const auto kind = std::filesystem::status(path, error);
  if (!std::filesystem::exists(kind)) {
    return EvidenceProblem{Said("cannot be found: {0}; check its name",
                                "est introuvable : {0} ; vérifiez son nom", error.message()),
                           ExitStatus::kNotFound};
  }
  if (!std::filesystem::is_regular_file(kind)) {
    return EvidenceProblem{Said("is a folder or a device; name a document",
                                "est un dossier ou un périphérique ; nommez un document"),
                           ExitStatus::kUsage};
  }
  const std::uint64_t size = std::filesystem::file_size(path, error);
  if (!error && size > kEvidenceFileBytesMax) {
    return EvidenceProblem{
        Said("has {0} bytes; at most {1} are allowed", "a {0} octets ; {1} au plus sont admis",
             size, kEvidenceFileBytesMax),
        ExitStatus::kUsage};
  }
  std::ifstream file(path, std::ios::binary);
  std::string bytes(size + 1, '\0');  // One more, to see that it ends there.
  if (file) file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (error || file.bad() || static_cast<std::uint64_t>(file.gcount()) != size) {
    return EvidenceProblem{Said("cannot be read; check who may read it",
                                "ne peut pas être lu ; vérifiez qui peut le lire"),
                           ExitStatus::kNotFound};
  }
  bytes.resize(size);
  return EvidenceFile{role, MediaTypeOf(path), std::move(bytes)};
}

}  // namespace cartulary::cli
