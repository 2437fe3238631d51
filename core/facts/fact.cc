#include "core/facts/fact.h"

namespace cartulary {

PlainFact::PlainFact() = default;
PlainFact::PlainFact(const PlainFact& other) = default;
PlainFact::PlainFact(PlainFact&& other) noexcept = default;
PlainFact& PlainFact::operator=(const PlainFact& other) = default;
PlainFact& PlainFact::operator=(PlainFact&& other) noexcept = default;
PlainFact::~PlainFact() = default;
bool operator==(const PlainFact& one, const PlainFact& other) {
  return static_cast<const PlainFactVariant&>(one) == static_cast<const PlainFactVariant&>(other);
}

Fact::Fact() = default;
Fact::Fact(const Fact& other) = default;
Fact::Fact(Fact&& other) noexcept = default;
Fact& Fact::operator=(const Fact& other) = default;
Fact& Fact::operator=(Fact&& other) noexcept = default;
Fact::~Fact() = default;
bool operator==(const Fact& one, const Fact& other) {
  return static_cast<const FactVariant&>(one) == static_cast<const FactVariant&>(other);
}

const FactInfo& InfoOf(const Fact& fact) {
  return std::visit([](const auto& f) -> const FactInfo& { return f.kInfo; }, fact);
}
const FactInfo& InfoOf(const PlainFact& fact) {
  return std::visit([](const auto& f) -> const FactInfo& { return f.kInfo; }, fact);
}

Fact ToFact(PlainFact fact) {
  return std::visit([](auto&& f) -> Fact { return std::forward<decltype(f)>(f); }, std::move(fact));
}

}  // namespace cartulary
