// Tells two sets of texts apart, and in which part, in memory that does not grow with them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.h"
#include "core/ports/hasher.h"

namespace cartulary {

// The exclusive or of salted SHA-256, for each of some buckets. Two sketches under a salt that was
// drawn after the sets were made are equal only if the sets are (but for a chance of 2^-256).
class Sketch {
 public:
  explicit Sketch(std::size_t buckets) : buckets_(buckets) {}

  std::size_t size() const { return buckets_.size(); }
  void Add(std::size_t bucket, const Hash& hash);
  // Of as many buckets.
  void Add(const Sketch& other);
  // The least bucket that is not the same in both.
  std::optional<std::size_t> FirstDiffering(const Sketch& other) const;
  // Makes one bucket of each two neighbours. Of an even number of buckets.
  void Halve();
  void AddBucket() { buckets_.emplace_back(); }

 private:
  struct Bucket {
    Hash sum;
    std::uint64_t count = 0;
    friend bool operator==(const Bucket&, const Bucket&) = default;
  };
  static void Add(const Bucket& from, Bucket& to);

  std::vector<Bucket> buckets_;
};

// Hashes lists of texts under one salt. Not thread-safe.
class SaltedHasher {
 public:
  SaltedHasher(const Hasher& hasher, const Hash& salt) : hasher_(hasher), salt_(salt) {}
  // No other key and value give the same text.
  Hash Of(std::uint64_t number, std::string_view key, std::string_view value);

 private:
  const Hasher& hasher_;
  const Hash salt_;
  std::string text_;
};

}  // namespace cartulary
