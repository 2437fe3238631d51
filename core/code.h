// Codes: the short identifiers that facts hold instead of names and free text.
#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace cartulary {

inline constexpr std::size_t kCodeLengthMax = 64;

// 1 to kCodeLengthMax characters of A-Z a-z 0-9 . _ : / @ + -, the first of them a letter or digit.
bool IsCode(std::string_view text);

// A value type, one type for each kind of thing named, so that a block is never taken for a campus.
template <typename Tag>
struct Code {
  std::string text;
  static std::optional<Code> Parse(std::string_view text) {
    if (!IsCode(text)) return std::nullopt;
    return Code{std::string(text)};
  }
  bool empty() const { return text.empty(); }
  friend auto operator<=>(const Code&, const Code&) = default;
};

struct CertificationTag {};  // "RNCP39304"
struct EditionTag {};        // "2024": one edition of a certification's rules
struct BlockTag {};          // "BC01" (bloc de compétences)
struct CompetencyTag {};     // "BC01-C03"
struct RequirementTag {};    // "english": a node of the rules
struct AssumptionTag {};     // "pass_mark"
struct PlanTag {};           // "BC01-EX1": a planned assessment
struct CampusTag {};         // "AIX"
struct CohortTag {};         // "2021" (promotion)
struct JuryCodeTag {};       // "JD-2024-07": a jury session, as people call it
struct AwardNumberTag {};    // "ENSAM-2024-0001" (numéro de diplôme)
struct BodyTag {};           // "ETS": a body that certifies languages
struct LanguageTag {};       // ISO 639: "en"
struct CountryTag {};        // ISO 3166-1 alpha-2: "FR"
struct EmployerTag {};       // SIRET or the school's own code
struct ActTag {};            // number of an act: "ARR-2024-031"
struct QualificationTag {};  // entry qualification: "BUT", "CPGE"
struct TestTag {};           // a language test and its version: "TOEIC-4S"
struct GridTag {};           // version of an assessment grid
struct ReasonTag {};         // reason code of an envelope
struct FindingTag {};        // code of a finding: "JURY_PARITY"

using CertificationCode = Code<CertificationTag>;
using EditionCode = Code<EditionTag>;
using BlockCode = Code<BlockTag>;
using CompetencyCode = Code<CompetencyTag>;
using RequirementCode = Code<RequirementTag>;
using AssumptionCode = Code<AssumptionTag>;
using PlanCode = Code<PlanTag>;
using CampusCode = Code<CampusTag>;
using CohortCode = Code<CohortTag>;
using JuryCode = Code<JuryCodeTag>;
using AwardNumber = Code<AwardNumberTag>;
using BodyCode = Code<BodyTag>;
using LanguageCode = Code<LanguageTag>;
using CountryCode = Code<CountryTag>;
using EmployerCode = Code<EmployerTag>;
using ActCode = Code<ActTag>;
using QualificationCode = Code<QualificationTag>;
using TestCode = Code<TestTag>;
using GridCode = Code<GridTag>;
using ReasonCode = Code<ReasonTag>;
using FindingCode = Code<FindingTag>;

}  // namespace cartulary

template <typename Tag>
struct std::hash<cartulary::Code<Tag>> {
  std::size_t operator()(const cartulary::Code<Tag>& code) const noexcept {
    return std::hash<std::string>()(code.text);
  }
};
