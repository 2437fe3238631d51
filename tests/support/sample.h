// Made-up values for every fact and every sealed content, derived from their Fields: a new fact is
// covered by the tests of formats without a line here.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/event.h"
#include "core/facts/fact.h"
#include "core/sealed.h"

namespace cartulary::sample {

// The same numbers on every machine (splitmix64): golden files are made from them.
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_(seed) {}
  std::uint64_t Next() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
  }
  std::uint64_t Below(std::uint64_t bound) { return Next() % bound; }

 private:
  std::uint64_t state_;
};

enum class Fill {
  kEverything,  // Each optional value set, two items in each list.
  kLeast,       // No optional value, no item.
  kAnything,    // As it falls.
  kRepeating,   // Likewise, and ids and codes are often some that were there before.
};

// A visitor of Fields that gives every field a value that can be stored.
class Filler {
 public:
  Filler(std::uint64_t seed, Fill fill) : numbers_(seed), fill_(fill) {}

  std::uint64_t Below(std::uint64_t bound) { return numbers_.Below(bound); }

  template <typename T>
  void operator()(const char*, T& value, const char*) {
    Set(value);
  }

  template <NamedEnum E>
  void Set(E& value) {
    value = kEnumNames<E>[numbers_.Below(kEnumNames<E>.size())].value;
  }
  void Set(bool& value) { value = fill_ == Fill::kEverything || numbers_.Below(2) == 1; }
  template <std::unsigned_integral T>
  void Set(T& value) {
    value = static_cast<T>(numbers_.Next() >> numbers_.Below(64));
  }
  void Set(Version& value) { value.value = numbers_.Below(1000); }
  void Set(Date& value) { value.days = static_cast<std::int32_t>(numbers_.Below(40'000)) - 10'000; }
  void Set(Decimal& value) {
    value.hundredths = static_cast<std::int64_t>(numbers_.Below(200'000)) - 100'000;
  }
  void Set(AcademicYear& value) {
    value.first = static_cast<std::uint16_t>(1990 + numbers_.Below(60));
  }
  void Set(TimeOfDay& value) { value.minutes = static_cast<std::uint16_t>(numbers_.Below(1440)); }
  template <typename Tag>
  void Set(Code<Tag>& value) {
    if (fill_ == Fill::kRepeating) {
      value.text = "C-" + std::to_string(numbers_.Below(40));
      return;
    }
    constexpr std::string_view kFirst =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    const std::string all = std::string(kFirst) + "._:/@+-";
    value.text = kFirst[numbers_.Below(kFirst.size())];
    const std::size_t length = 1 + numbers_.Below(fill_ == Fill::kAnything ? kCodeLengthMax : 12);
    while (value.text.size() < length) value.text += all[numbers_.Below(all.size())];
  }
  void Set(std::string& value) {
    value = "d'Hérouville, Anaïs " + std::to_string(numbers_.Below(1000));
  }
  template <std::size_t kSize>
  void Set(std::array<std::uint8_t, kSize>& bytes) {
    // Zero now and then: canonical form cuts zero words off.
    const bool zero = fill_ == Fill::kAnything && numbers_.Below(4) == 0;
    for (std::uint8_t& byte : bytes) byte = zero ? 0 : static_cast<std::uint8_t>(numbers_.Next());
  }
  template <typename Tag>
  void Set(Id<Tag>& value) {
    Set(value.bytes);
    if (fill_ != Fill::kRepeating) return;
    for (std::uint8_t& byte : value.bytes) byte &= 1;
  }
  void Set(Hash& value) { Set(value.bytes); }
  void Set(Lookup& value) { Set(value.hmac); }
  void Set(EventRef& value) {
    Set(value.subject);
    Set(value.version);
  }
  template <typename T>
  void Set(std::optional<T>& value) {
    if (Wants(2)) Set(value.emplace());
  }
  template <typename T>
  void Set(std::vector<T>& values) {
    if (!Wants(2)) return;
    values.resize(fill_ == Fill::kEverything ? 2 : 1 + numbers_.Below(5));
    for (T& value : values) Set(value);
  }
  void Set(PlainFact& fact) {
    ChoosePlain(numbers_.Below(std::variant_size_v<PlainFactVariant>), fact);
    std::visit([&](auto& plain) { Set(plain); }, fact);
  }
  template <typename T>
  auto Set(T& value) -> decltype(Fields(*this, value)) {
    Fields(*this, value);
  }

  void Set(Actor& actor) {
    Set(actor.person);
    Set(actor.role);
    Set(actor.assurance);
    Set(actor.uid);
  }
  void Set(Evidence& evidence) {
    Set(evidence.role);
    Set(evidence.salted_sha256);
    evidence.media_type = "application/pdf";
    Set(evidence.size_bytes);
  }
  void Set(Attribution& by) {
    Set(by.actor);
    Set(by.on_behalf_of);
    Set(by.approver);
    Set(by.same_account);
    Set(by.entry);
    Set(by.reason);
    Set(by.causation);
    Set(by.correlation);
    Set(by.effective);
    Set(by.evidence);
  }
  // Everything but the fact.
  void SetEnvelope(Event& event) {
    Set(event.origin);
    event.index.value = numbers_.Below(1'000'000);
    Set(event.kind);
    Set(event.subject);
    Set(event.version);
    Set(event.link);
    event.recorded.micros = 1'700'000'000'000'000 + numbers_.Below(1'000'000'000'000);
    Set(event.recorded_date);
    Set(event.by);
    for (const auto& name : kEnumNames<SealedClass>) {
      if (!Wants(3)) continue;
      SealedRef& ref = event.sealed.emplace_back();
      ref.content_class = name.value;
      Set(ref.commitment);
    }
  }

 private:
  bool Wants(std::uint64_t one_in) {
    if (fill_ == Fill::kEverything || fill_ == Fill::kLeast) return fill_ == Fill::kEverything;
    return numbers_.Below(one_in) == 0;
  }
  template <std::size_t kIndex = 0>
  static void ChoosePlain(std::size_t index, PlainFact& fact) {
    if constexpr (kIndex < std::variant_size_v<PlainFactVariant>) {
      if (index != kIndex) return ChoosePlain<kIndex + 1>(index, fact);
      fact.template emplace<kIndex>();
    }
  }

  Numbers numbers_;
  Fill fill_;
};

template <typename F>
Event EventOf(std::uint64_t seed, Fill fill) {
  Filler filler(seed, fill);
  Event event;
  filler.SetEnvelope(event);
  filler.Set(event.fact.emplace<F>());
  return event;
}

}  // namespace cartulary::sample
