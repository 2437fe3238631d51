// The subjects that are derived, because their stream must be found or be unique. All others are
// random.
#pragma once

#include <string_view>

#include "core/code.h"
#include "core/facts/vocabulary.h"
#include "core/ids.h"
#include "core/ports/hasher.h"

namespace cartulary {

// The first 16 bytes of SHA-256 over the name of the kind ("award_number"), one zero byte and
// `key`.
Subject NamedSubject(const Hasher& hasher, StreamKind kind, std::string_view key);

Subject InstitutionSubject(const Hasher& hasher);  // The key is empty, as for the system.
Subject SystemSubject(const Hasher& hasher);
Subject SubjectOf(const Hasher& hasher, const CertificationCode& certification);
Subject SubjectOf(const Hasher& hasher, const AwardNumber& number);

}  // namespace cartulary
