#include "projections/sketch.h"

#include "core/check.h"

namespace cartulary {
namespace {

void AppendNumber(std::uint64_t number, std::string& text) {
  for (int shift = 0; shift < 64; shift += 8) text += static_cast<char>(number >> shift & 0xff);
}

}  // namespace

void Sketch::Add(const Bucket& from, Bucket& to) {
  for (std::size_t i = 0; i < to.sum.bytes.size(); ++i) to.sum.bytes[i] ^= from.sum.bytes[i];
  to.count += from.count;
}

void Sketch::Add(std::size_t bucket, const Hash& hash) { Add({hash, 1}, buckets_.at(bucket)); }

void Sketch::Add(const Sketch& other) {
  CARTULARY_CHECK(other.size() == size());
  for (std::size_t i = 0; i < size(); ++i) Add(other.buckets_[i], buckets_[i]);
}

std::optional<std::size_t> Sketch::FirstDiffering(const Sketch& other) const {
  CARTULARY_CHECK(other.size() == size());
  for (std::size_t i = 0; i < size(); ++i) {
    if (buckets_[i] != other.buckets_[i]) return i;
  }
  return std::nullopt;
}

void Sketch::Halve() {
  CARTULARY_CHECK(size() % 2 == 0);
  for (std::size_t i = 0; i < size() / 2; ++i) {
    buckets_[i] = buckets_[2 * i];
    Add(Bucket(buckets_[2 * i + 1]), buckets_[i]);
  }
  buckets_.resize(size() / 2);
}

Hash SaltedHasher::Of(std::uint64_t number, std::string_view key, std::string_view value) {
  text_.assign(salt_.bytes.begin(), salt_.bytes.end());
  AppendNumber(number, text_);
  AppendNumber(key.size(), text_);
  text_ += key;
  text_ += value;
  return hasher_.Sha256(text_);
}

}  // namespace cartulary
