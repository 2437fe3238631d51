#include "core/subjects.h"

#include <algorithm>
#include <string>

namespace cartulary {

Subject NamedSubject(const Hasher& hasher, StreamKind kind, std::string_view key) {
  std::string bytes(ToName(kind));
  bytes += '\0';
  bytes += key;
  const Hash hash = hasher.Sha256(bytes);
  Subject subject;
  std::copy_n(hash.bytes.begin(), subject.bytes.size(), subject.bytes.begin());
  return subject;
}

Subject InstitutionSubject(const Hasher& hasher) {
  return NamedSubject(hasher, StreamKind::kInstitution, "");
}

Subject SystemSubject(const Hasher& hasher) {
  return NamedSubject(hasher, StreamKind::kSystem, "");
}

Subject SubjectOf(const Hasher& hasher, const CertificationCode& certification) {
  return NamedSubject(hasher, StreamKind::kReferential, certification.text);
}

Subject SubjectOf(const Hasher& hasher, const AwardNumber& number) {
  return NamedSubject(hasher, StreamKind::kAwardNumber, number.text);
}

}  // namespace cartulary
