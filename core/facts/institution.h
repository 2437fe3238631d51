// The facts of the institution's stream (établissement). core/facts/fact_info.h says how a fact is
// made.
#pragma once

#include <cstdint>
#include <optional>

#include "core/code.h"
#include "core/facts/fact_info.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary {

// A body is accredited to certify a level in a language.
struct BodyAccredited {
  static constexpr FactInfo kInfo{
      FactType::kBodyAccredited,        "BodyAccredited",
      StreamKind::kInstitution,         "organisme accrédité",
      "first day of the accreditation", "A body is accredited to certify a level in a language."};

  BodyCode body;
  LanguageCode language;
  std::optional<Date> to;
  std::optional<ActCode> act;
  friend bool operator==(const BodyAccredited&, const BodyAccredited&) = default;
};
template <typename V, ConstOrNot<BodyAccredited> F>
void Fields(V&& visit, F& fact) {
  visit("body", fact.body, "certification body");
  visit("language", fact.language, "language it may certify");
  visit("to", fact.to, "last day, if one is known");
  visit("act", fact.act, "act that says so");
}

// A body is no longer accredited for a language.
struct BodyAccreditationEnded {
  static constexpr FactInfo kInfo{
      FactType::kBodyAccreditationEnded, "BodyAccreditationEnded",
      StreamKind::kInstitution,          "fin d'accréditation",
      "last day of the accreditation",   "A body is no longer accredited for a language."};

  BodyCode body;
  LanguageCode language;
  std::optional<ActCode> act;
  friend bool operator==(const BodyAccreditationEnded&, const BodyAccreditationEnded&) = default;
};
template <typename V, ConstOrNot<BodyAccreditationEnded> F>
void Fields(V&& visit, F& fact) {
  visit("body", fact.body, "certification body");
  visit("language", fact.language, "language concerned");
  visit("act", fact.act, "act that says so");
}

// A person may sign, or chair a jury, in place of another.
struct DelegationGranted {
  static constexpr FactInfo kInfo{
      FactType::kDelegationGranted,  "DelegationGranted",
      StreamKind::kInstitution,      "délégation",
      "first day of the delegation", "A person may sign, or chair a jury, in place of another."};

  PersonId from;
  PersonId delegate;
  DelegationKind kind{};
  std::optional<CertificationCode> certification;
  std::optional<CampusCode> campus;
  std::optional<Date> to;
  std::optional<ActCode> act;
  friend bool operator==(const DelegationGranted&, const DelegationGranted&) = default;
};
template <typename V, ConstOrNot<DelegationGranted> F>
void Fields(V&& visit, F& fact) {
  visit("from", fact.from, "who delegates");
  visit("delegate", fact.delegate, "to whom");
  visit("kind", fact.kind, "signature: to appoint a jury; representation: to chair one");
  visit("certification", fact.certification, "only for this certification; unset: for all");
  visit("campus", fact.campus, "only for this campus; unset: for all");
  visit("to", fact.to, "last day, if one is known");
  visit("act", fact.act, "act that delegates");
}

// A delegation is ended.
struct DelegationEnded {
  static constexpr FactInfo kInfo{FactType::kDelegationEnded,   "DelegationEnded",
                                  StreamKind::kInstitution,     "fin de délégation",
                                  "last day of the delegation", "A delegation is ended."};

  Version delegation;
  std::optional<ActCode> act;
  friend bool operator==(const DelegationEnded&, const DelegationEnded&) = default;
};
template <typename V, ConstOrNot<DelegationEnded> F>
void Fields(V&& visit, F& fact) {
  visit("delegation", fact.delegation, "version of the DelegationGranted in this stream");
  visit("act", fact.act, "act that ends it");
}

// A person takes an office.
struct OfficeHeld {
  static constexpr FactInfo kInfo{FactType::kOfficeHeld,    "OfficeHeld",
                                  StreamKind::kInstitution, "prise de fonction",
                                  "first day in office",    "A person takes an office."};

  PersonId person;
  Office office{};
  std::optional<CampusCode> campus;
  std::optional<Date> to;
  std::optional<ActCode> act;
  friend bool operator==(const OfficeHeld&, const OfficeHeld&) = default;
};
template <typename V, ConstOrNot<OfficeHeld> F>
void Fields(V&& visit, F& fact) {
  visit("person", fact.person, "who holds it");
  visit("office", fact.office, "office held");
  visit("campus", fact.campus, "campus, for an office of a campus");
  visit("to", fact.to, "last day, if one is known");
  visit("act", fact.act, "act of appointment");
}

// A person leaves an office.
struct OfficeLeft {
  static constexpr FactInfo kInfo{FactType::kOfficeLeft,    "OfficeLeft",
                                  StreamKind::kInstitution, "fin de fonction",
                                  "last day in office",     "A person leaves an office."};

  PersonId person;
  Office office{};
  std::optional<CampusCode> campus;
  std::optional<ActCode> act;
  friend bool operator==(const OfficeLeft&, const OfficeLeft&) = default;
};
template <typename V, ConstOrNot<OfficeLeft> F>
void Fields(V&& visit, F& fact) {
  visit("person", fact.person, "who held it");
  visit("office", fact.office, "office left");
  visit("campus", fact.campus, "campus, for an office of a campus");
  visit("act", fact.act, "act that ends it");
}

// An authority accredits the school to grant the title; it is not the registration in the RNCP.
struct AccreditationRecorded {
  static constexpr FactInfo kInfo{FactType::kAccreditationRecorded,
                                  "AccreditationRecorded",
                                  StreamKind::kInstitution,
                                  "habilitation",
                                  "first day of the accreditation",
                                  "An authority accredits the school to grant the title; it is not "
                                  "the registration in the RNCP."};

  BodyCode authority;
  std::optional<CertificationCode> certification;
  std::optional<Date> to;
  std::optional<ActCode> act;
  friend bool operator==(const AccreditationRecorded&, const AccreditationRecorded&) = default;
};
template <typename V, ConstOrNot<AccreditationRecorded> F>
void Fields(V&& visit, F& fact) {
  visit("authority", fact.authority, "who accredits: CTI");
  visit("certification", fact.certification, "only for this certification; unset: for all");
  visit("to", fact.to, "last day, if one is known");
  visit("act", fact.act, "act that says so");
}

// How long a class of personal data is kept.
struct RetentionRuleSet {
  static constexpr FactInfo kInfo{
      FactType::kRetentionRuleSet, "RetentionRuleSet",
      StreamKind::kInstitution,    "durée de conservation",
      "first day of the rule",     "How long a class of personal data is kept."};

  SealedClass data_class{};
  std::uint16_t years{};
  std::optional<ActCode> act;
  friend bool operator==(const RetentionRuleSet&, const RetentionRuleSet&) = default;
};
template <typename V, ConstOrNot<RetentionRuleSet> F>
void Fields(V&& visit, F& fact) {
  visit("data_class", fact.data_class, "class of personal content");
  visit("years", fact.years, "years to keep it, from the last fact about the learner");
  visit("act", fact.act, "act that sets it");
}

}  // namespace cartulary
