#include "store/codec/key_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

#include "core/ids.h"
#include "store/codec/openssl_hasher.h"

namespace cartulary {
namespace {

constexpr std::string_view kHeader =
    "# Keys of a Cartulary store. Secret. Without them nobody can be found by number: keep a copy "
    "apart.\n"
    "cartulary-keys: 01\n";
constexpr std::string_view kChecksum = "sha256: ";
constexpr std::size_t kKeyBytesMax = 1024;

std::string HexOf(std::string_view bytes) {
  return ToHex(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

bool IsKeyName(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

Error World(const std::filesystem::path& path, const Text& what) {
  return Error{ErrorCode::kWorld, Said("key file {0}: {1}: {2}", "fichier de clés {0} : {1} : {2}",
                                       path.string(), what, std::strerror(errno))};
}

Error Broken(const std::filesystem::path& path, const Text& what) {
  return Error{
      ErrorCode::kIntegrity,
      Said("key file {0}: {1}; restore it from its copy",
           "fichier de clés {0} : {1} ; restaurez-le depuis sa copie", path.string(), what)};
}

class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  bool IsOpen() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

std::string TextOf(const Keys& keys) {
  std::string text(kHeader);
  for (const auto& [name, bytes] : keys)
    text.append(name).append(": ").append(HexOf(bytes)) += '\n';
  const Hash hash = OpensslHasher().Sha256(text);
  return text.append(kChecksum).append(ToText(hash)) += '\n';
}

// The keys of the text between header and checksum. None if a line is not `name: hex`, or if a name
// comes twice.
std::optional<Keys> KeysOf(std::string_view lines) {
  Keys keys;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    const std::size_t colon = lines.find(": ");
    if (end == std::string_view::npos || colon >= end) return std::nullopt;
    const std::string_view name = lines.substr(0, colon);
    const std::string_view hex = lines.substr(colon + 2, end - colon - 2);
    std::string bytes(hex.size() / 2, '\0');
    if (!IsKeyName(name) || bytes.empty() ||
        !FromHex(hex, reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()) ||
        !keys.emplace(name, std::move(bytes)).second) {
      return std::nullopt;
    }
    lines.remove_prefix(end + 1);
  }
  return keys;
}

bool WriteAll(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

Result<std::string> ReadAll(const File& file, const std::filesystem::path& path) {
  std::string text;
  std::array<char, 4096> buffer;
  while (true) {
    const ssize_t count = ::read(file.descriptor(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return World(path, Said("cannot be read", "lecture impossible"));
    if (count == 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(count));
    if (text.size() > kKeyFileBytesMax)
      return Broken(path, Said("too long for a key file", "trop long pour un fichier de clés"));
  }
}

Status SyncFolder(const std::filesystem::path& path) {
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  const File file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!file.IsOpen() || ::fsync(file.descriptor()) != 0)
    return World(path, Said("cannot be synced", "synchronisation impossible"));
  return Ok{};
}

// Writes the whole text beside `path`, then calls put_in_place(temporary path).
template <typename PutInPlace>
Status WriteBeside(const std::filesystem::path& path, const Keys& keys, PutInPlace&& put_in_place) {
  for (const auto& [name, bytes] : keys) {
    if (!IsKeyName(name) || bytes.empty() || bytes.size() > kKeyBytesMax) {
      return Error{ErrorCode::kInvalidArgument,
                   Said("\"{0}\" is no key that can be kept",
                        "« {0} » n'est pas une clé qui puisse être conservée", name)};
    }
  }
  const std::filesystem::path temporary = path.string() + ".new." + std::to_string(::getpid());
  {
    const File file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
                           S_IRUSR | S_IWUSR));
    if (!file.IsOpen()) return World(path, Said("cannot be created", "création impossible"));
    if (!WriteAll(file.descriptor(), TextOf(keys)) || ::fsync(file.descriptor()) != 0) {
      Error error = World(path, Said("cannot be written", "écriture impossible"));
      ::unlink(temporary.c_str());
      return error;
    }
  }
  Status done = put_in_place(temporary);
  ::unlink(temporary.c_str());
  CARTULARY_RETURN_IF_ERROR(std::move(done));
  return SyncFolder(path);
}

}  // namespace

Result<Keys> ReadKeyFile(const std::filesystem::path& path) {
  const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.IsOpen() && errno == ENOENT) {
    return Error{
        ErrorCode::kNotFound,
        Said("key file {0}: there is none; name it by --keys or restore it",
             "fichier de clés {0} : il n'existe pas ; indiquez-le par --keys ou restaurez-le",
             path.string())};
  }
  if (!file.IsOpen()) return World(path, Said("cannot be opened", "ouverture impossible"));
  struct stat info {};
  if (::fstat(file.descriptor(), &info) != 0)
    return World(path, Said("cannot be examined", "examen impossible"));
  if ((info.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return Error{
        ErrorCode::kWorld,
        Said("key file {0}: others than its owner may read or change it; chmod 600 it, and "
             "consider whether its keys are still secret",
             "fichier de clés {0} : d'autres que son propriétaire peuvent le lire ou le modifier ; "
             "faites chmod 600, et demandez-vous si ses clés sont encore secrètes",
             path.string())};
  }
  CARTULARY_ASSIGN_OR_RETURN(const std::string text, ReadAll(file, path));

  const std::size_t checksum = text.rfind(kChecksum);
  if (!text.starts_with(kHeader) || checksum == std::string::npos) {
    return Broken(path, Said("no key file, or cut short", "pas un fichier de clés, ou tronqué"));
  }
  const std::string_view covered = std::string_view(text).substr(0, checksum);
  if (text.substr(checksum) !=
      std::string(kChecksum) + ToText(OpensslHasher().Sha256(covered)) + "\n") {
    return Broken(path, Said("its checksum does not hold", "sa somme de contrôle est fausse"));
  }
  auto keys = KeysOf(covered.substr(kHeader.size()));
  if (!keys.has_value())
    return Broken(path, Said("a line is not \"name: hexadecimal digits\"",
                             "une ligne n'est pas « nom: chiffres hexadécimaux »"));
  return *std::move(keys);
}

Status CreateKeyFile(const std::filesystem::path& path, const Keys& keys) {
  return WriteBeside(path, keys, [&](const std::filesystem::path& temporary) -> Status {
    if (::link(temporary.c_str(), path.c_str()) == 0) return Ok{};
    if (errno == EEXIST) {
      return Error{ErrorCode::kConflict,
                   Said("key file {0}: it is there already, and may be all that still finds the "
                        "people of another store",
                        "fichier de clés {0} : il existe déjà, et lui seul permet peut-être encore "
                        "de retrouver les personnes d'un autre registre",
                        path.string()),
                   Said("give another --keys; if only the folder of its store is lost, restore "
                        "that folder and keep this key file",
                        "donnez un autre --keys ; si seul le dossier de son registre est perdu, "
                        "restaurez ce dossier et gardez ce fichier de clés")};
    }
    return World(path, Said("cannot be created", "création impossible"));
  });
}

Status ReplaceKeyFile(const std::filesystem::path& path, const Keys& keys) {
  return WriteBeside(path, keys, [&](const std::filesystem::path& temporary) -> Status {
    if (::rename(temporary.c_str(), path.c_str()) == 0) return Ok{};
    return World(path, Said("cannot be replaced", "remplacement impossible"));
  });
}

}  // namespace cartulary
