// Personal content: what an event commits to and does not hold. Each class is one struct, stored as
// one canonical Cap'n Proto message (schema/sealed.capnp), and is erased as a whole (design 10).
// Texts are UTF-8, at most kSealedTextBytesMax.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/facts/fact_info.h"
#include "core/time.h"

namespace cartulary {

inline constexpr std::size_t kSealedTextBytesMax = 4096;

using Salt = std::array<std::uint8_t, 16>;

// Civil identity of a learner or a person.
struct Identity {
  std::string birth_name;
  std::optional<std::string> usage_name;
  std::vector<std::string> first_names;
  std::optional<std::string> sex;  // "F" or "M", as the civil register says.
  std::optional<Date> birth_date;
  std::optional<std::string> birth_place;  // INSEE code of the commune, or of the country.
  friend bool operator==(const Identity&, const Identity&) = default;
};
template <typename V, ConstOrNot<Identity> F>
void Fields(V&& visit, F& sealed) {
  visit("birth_name", sealed.birth_name, "nom de naissance");
  visit("usage_name", sealed.usage_name, "nom d'usage");
  visit("first_names", sealed.first_names, "prénoms");
  visit("sex", sealed.sex, "F or M");
  visit("birth_date", sealed.birth_date, "birth date");
  visit("birth_place", sealed.birth_place, "INSEE code of the commune or country of birth");
}

// Class register.
struct RegisterContent {
  std::optional<Identity> identity;
  std::optional<std::string> number;  // Student, staff or certificate number, as given.
  std::vector<Salt> evidence_salts;   // In the order of the event's evidence.
  friend bool operator==(const RegisterContent&, const RegisterContent&) = default;
};
template <typename V, ConstOrNot<RegisterContent> F>
void Fields(V&& visit, F& sealed) {
  visit("identity", sealed.identity, "civil identity");
  visit("number", sealed.number, "student, staff or certificate number");
  visit("evidence_salts", sealed.evidence_salts, "salts of the evidence, in its order");
}

// Class contact.
struct ContactContent {
  std::optional<std::string> email;
  std::optional<std::string> phone;
  std::optional<std::string> address;
  friend bool operator==(const ContactContent&, const ContactContent&) = default;
};
template <typename V, ConstOrNot<ContactContent> F>
void Fields(V&& visit, F& sealed) {
  visit("email", sealed.email, "e-mail address");
  visit("phone", sealed.phone, "telephone number");
  visit("address", sealed.address, "postal address");
}

// Class comments: every free text.
struct CommentsContent {
  std::optional<std::string> reason;   // Words of the reason.
  std::optional<std::string> comment;  // Anything else that somebody wrote.
  friend bool operator==(const CommentsContent&, const CommentsContent&) = default;
};
template <typename V, ConstOrNot<CommentsContent> F>
void Fields(V&& visit, F& sealed) {
  visit("reason", sealed.reason, "words of the reason");
  visit("comment", sealed.comment, "comment");
}

// Class health: an accommodation (aménagement). What is done, never why: no diagnosis.
struct HealthContent {
  std::string measure;     // "tiers temps"
  std::optional<Date> to;  // Last day, if one is known.
  friend bool operator==(const HealthContent&, const HealthContent&) = default;
};
template <typename V, ConstOrNot<HealthContent> F>
void Fields(V&& visit, F& sealed) {
  visit("measure", sealed.measure, "what is granted, never a diagnosis");
  visit("to", sealed.to, "last day, if one is known");
}

using SealedContent = std::variant<RegisterContent, ContactContent, CommentsContent, HealthContent>;

}  // namespace cartulary
