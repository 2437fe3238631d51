// Events as they were written once must be read for ever: tests/golden/events holds, for each fact
// type, the bytes of one event and what they say. A file is made once, when its fact is new, and
// never again: CARTULARY_WRITE_GOLDEN=1 writes those that are missing and touches no other.
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "store/codec/event_codec.h"
#include "tests/support/dump.h"
#include "tests/support/sample.h"

namespace cartulary {
namespace {

namespace fs = std::filesystem;

const CapnpEventCodec kCodec;
const fs::path kFolder = fs::path(CARTULARY_SOURCE_DIR) / "tests/golden/events";

std::string Contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string HexOf(const std::string& bytes) {
  const std::string digits =
      ToHex(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  std::string lines;
  for (std::size_t i = 0; i < digits.size(); i += 64) lines += digits.substr(i, 64) + '\n';
  return lines;
}

std::string BytesOf(std::string hex) {
  std::erase(hex, '\n');
  std::string bytes(hex.size() / 2, '\0');
  EXPECT_TRUE(FromHex(hex, reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()));
  return bytes;
}

std::string DumpOf(const Event& event) {
  sample::Dumper dumper;
  dumper.AddEvent(event);
  return dumper.text;
}

void WriteIfMissing(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  if (!fs::exists(path)) std::ofstream(path, std::ios::binary) << text;
}

TEST(EventGoldenTest, EventsWrittenOnceAreReadForEver) {
  const bool write = std::getenv("CARTULARY_WRITE_GOLDEN") != nullptr;
  ForEachFactType([&](const auto& fact) {
    using F = std::remove_cvref_t<decltype(fact)>;
    const std::string name(F::kInfo.name);
    const fs::path hex = kFolder / (name + ".v1.hex");
    const fs::path dump = kFolder / (name + ".v1.txt");
    if (write) {
      const auto number = static_cast<std::uint64_t>(F::kInfo.type);
      const Event event = sample::EventOf<F>(number, sample::Fill::kEverything);
      WriteIfMissing(hex, HexOf(*kCodec.Encode(event)));
      WriteIfMissing(dump, DumpOf(event));
    }
    ASSERT_TRUE(fs::exists(hex)) << hex << " is missing. If " << name
                                 << " is new, run this test once with CARTULARY_WRITE_GOLDEN=1, "
                                    "look at what it wrote, and commit it; if not, restore it.";

    const std::string message = BytesOf(Contents(hex));
    const Result<Event> event = kCodec.Decode(message);
    ASSERT_TRUE(event) << name << ": " << event.error().detail.en;
    EXPECT_EQ(DumpOf(*event), Contents(dump));
    EXPECT_EQ(InfoOf(event->fact).type, F::kInfo.type);
    EXPECT_EQ(*kCodec.Encode(*event), message) << name;
  });
}

// Also of facts that were renamed, and of v2 files when there are any.
TEST(EventGoldenTest, EveryFileOfTheFolderIsRead) {
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() != ".hex") continue;
    ++files;
    const Result<Event> event = kCodec.Decode(BytesOf(Contents(entry.path())));
    ASSERT_TRUE(event) << entry.path() << ": " << event.error().detail.en;
    fs::path dump = entry.path();
    EXPECT_EQ(DumpOf(*event), Contents(dump.replace_extension(".txt"))) << dump;
  }
  EXPECT_GE(files, std::variant_size_v<FactVariant>);
}

}  // namespace
}  // namespace cartulary
