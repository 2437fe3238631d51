// Put and Get: how the values of core are written to and read from Cap'n Proto, each checked in
// both directions, so that what one program writes every other can read.
//
// Both note the first thing that is wrong and go on; the caller asks at the end. Names of fields
// are for the message only.
#pragma once

#include <capnp/blob.h>
#include <capnp/list.h>

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/code.h"
#include "core/decimal.h"
#include "core/event.h"
#include "core/facts/vocabulary.h"
#include "core/ids.h"
#include "core/text.h"
#include "core/time.h"
#include "schema/vocabulary.capnp.h"

namespace cartulary {

// The enumeration of schema/vocabulary.capnp that stores one of core. Declared only.
schema::StreamKind SchemaOf(StreamKind);
schema::Route SchemaOf(Route);
schema::ActorRole SchemaOf(ActorRole);
schema::Assurance SchemaOf(Assurance);
schema::EntryMode SchemaOf(EntryMode);
schema::SealedClass SchemaOf(SealedClass);
schema::EvidenceRole SchemaOf(EvidenceRole);
schema::Office SchemaOf(Office);
schema::DelegationKind SchemaOf(DelegationKind);
schema::AssessmentKind SchemaOf(AssessmentKind);
schema::AssessmentUse SchemaOf(AssessmentUse);
schema::AssessmentSession SchemaOf(AssessmentSession);
schema::AssessmentStatus SchemaOf(AssessmentStatus);
schema::AcquiredLevel SchemaOf(AcquiredLevel);
schema::TutorRole SchemaOf(TutorRole);
schema::ContractKind SchemaOf(ContractKind);
schema::ContractEnding SchemaOf(ContractEnding);
schema::DefenceKind SchemaOf(DefenceKind);
schema::Appraisal SchemaOf(Appraisal);
schema::College SchemaOf(College);
schema::MemberCapacity SchemaOf(MemberCapacity);
schema::LanguageLevel SchemaOf(LanguageLevel);
schema::MobilityKind SchemaOf(MobilityKind);
schema::MobilityEnding SchemaOf(MobilityEnding);
schema::JuryKind SchemaOf(JuryKind);
schema::BlockDecision SchemaOf(BlockDecision);
schema::FinalDecision SchemaOf(FinalDecision);
schema::SignatureMethod SchemaOf(SignatureMethod);
schema::Authority SchemaOf(Authority);
schema::CorrectionGround SchemaOf(CorrectionGround);
schema::RevisionKind SchemaOf(RevisionKind);
schema::BindingDate SchemaOf(BindingDate);
schema::LeavingReason SchemaOf(LeavingReason);
schema::NotificationMeans SchemaOf(NotificationMeans);
schema::AppealKind SchemaOf(AppealKind);
schema::AppealOutcome SchemaOf(AppealOutcome);
schema::CourtOutcome SchemaOf(CourtOutcome);
schema::RulingScope SchemaOf(RulingScope);
schema::WithdrawalGround SchemaOf(WithdrawalGround);
schema::SurveyHorizon SchemaOf(SurveyHorizon);
schema::SurveyAnswer SchemaOf(SurveyAnswer);
schema::FindingStatus SchemaOf(FindingStatus);
schema::CaseKind SchemaOf(CaseKind);
schema::CaseDirection SchemaOf(CaseDirection);
schema::CaseClosing SchemaOf(CaseClosing);
schema::SamplePopulation SchemaOf(SamplePopulation);
schema::SampleStratum SchemaOf(SampleStratum);

namespace codec {

template <NamedEnum E>
using SchemaEnum = decltype(SchemaOf(E{}));

// The first thing found wrong in one message.
class Problem {
 public:
  // The struct that is being written or read; lives as long as this.
  void Enter(std::string_view name) { where_ = name; }
  void Note(std::string_view field, const Text& what) {
    if (Found()) return;
    text_ = Said("{0}.{1}: {2}", "{0}.{1} : {2}", where_, field, what);
  }
  bool Found() const { return !text_.empty(); }
  const Text& text() const { return text_; }

 private:
  std::string_view where_;
  Text text_;
};

// Eight bytes as one big-endian number, and back.
inline std::uint64_t BigEndian(std::uint64_t value) {
  return std::endian::native == std::endian::little ? __builtin_bswap64(value) : value;
}
inline void StoreHalf(std::uint64_t value, std::uint8_t* bytes) {
  value = BigEndian(value);
  std::memcpy(bytes, &value, sizeof(value));
}
inline std::uint64_t LoadHalf(const std::uint8_t* bytes) {
  std::uint64_t value;
  std::memcpy(&value, bytes, sizeof(value));
  return BigEndian(value);
}

// A text as the program takes it: UTF-8, at most kSealedTextBytesMax bytes.
bool IsSealedText(std::string_view text);
// type "/" subtype of RFC 6838, at most kMediaTypeBytesMax bytes.
inline constexpr std::size_t kMediaTypeBytesMax = 127;
bool IsMediaType(std::string_view text);

class Put {
 public:
  explicit Put(Problem& problem) : problem_(problem) {}

  template <NamedEnum E>
  SchemaEnum<E> operator()(const char* field, E value) {
    if (!IsKnown(value)) NoteEnum(field, static_cast<unsigned>(value));
    return static_cast<SchemaEnum<E>>(value);
  }
  template <typename Tag>
  capnp::Text::Reader operator()(const char* field, const Code<Tag>& code) {
    if (!IsCode(code.text)) problem_.Note(field, Said("not a code", "pas un code"));
    return AsText(code.text);
  }
  capnp::Text::Reader SealedText(const char* field, const std::string& text) {
    if (!IsSealedText(text))
      problem_.Note(field, Said("not UTF-8, or too long", "pas en UTF-8, ou trop long"));
    return AsText(text);
  }
  capnp::Text::Reader MediaType(const char* field, const std::string& text) {
    if (!IsMediaType(text)) problem_.Note(field, Said("not a media type", "pas un type de média"));
    return AsText(text);
  }

  template <typename Tag, typename Builder>
  void operator()(const Id<Tag>& id, Builder out) {
    PutBytes16(id.bytes, out);
  }
  template <typename Builder>
  void operator()(const Hash& hash, Builder out) {
    out.setH0(LoadHalf(hash.bytes.data()));
    out.setH1(LoadHalf(hash.bytes.data() + 8));
    out.setH2(LoadHalf(hash.bytes.data() + 16));
    out.setH3(LoadHalf(hash.bytes.data() + 24));
  }
  template <typename Builder>
  void operator()(const Lookup& lookup, Builder out) {
    (*this)(lookup.hmac, out);
  }
  template <typename Builder>
  void operator()(const EventRef& ref, Builder out) {
    (*this)(ref.subject, out.initSubject());
    out.setVersion(ref.version.value);
  }
  template <typename Builder>
  void PutBytes16(const std::array<std::uint8_t, 16>& bytes, Builder out) {
    out.setHigh(LoadHalf(bytes.data()));
    out.setLow(LoadHalf(bytes.data() + 8));
  }

  // An optional value: a union of none and value, still at none.
  template <typename T, typename Union>
  void operator()(const char* field, const std::optional<T>& value, Union out) {
    if (value.has_value()) PutValue(field, *value, out);
  }

  // A list; `init(size)` makes it. An empty one is not made.
  template <typename T, typename Init>
  void operator()(const char* field, const std::vector<T>& values, Init&& init) {
    if (values.empty()) return;
    if (values.size() > kListLengthMax)
      return problem_.Note(field, Said("too many items", "trop d'éléments"));
    auto out = init(static_cast<unsigned>(values.size()));
    for (unsigned i = 0; i < out.size(); ++i) PutItem(field, values[i], out, i);
  }

  Problem& problem() { return problem_; }

 private:
  static capnp::Text::Reader AsText(const std::string& text) { return {text.c_str(), text.size()}; }
  void NoteEnum(const char* field, unsigned number);

  template <NamedEnum E, typename Union>
  void PutValue(const char* field, const E& value, Union out) {
    out.setValue((*this)(field, value));
  }
  template <typename Tag, typename Union>
  void PutValue(const char* field, const Code<Tag>& code, Union out) {
    out.setValue((*this)(field, code));
  }
  template <typename Union>
  void PutValue(const char* field, const std::string& text, Union out) {
    out.setValue(SealedText(field, text));
  }
  template <std::integral T, typename Union>
  void PutValue(const char*, const T& value, Union out) {
    out.setValue(value);
  }
  template <typename Union>
  void PutValue(const char*, const Date& date, Union out) {
    out.setValue(date.days);
  }
  template <typename Union>
  void PutValue(const char*, const Decimal& decimal, Union out) {
    out.setValue(decimal.hundredths);
  }
  template <typename Union>
  void PutValue(const char*, const AcademicYear& year, Union out) {
    out.setValue(year.first);
  }
  template <typename Union>
  void PutValue(const char*, const TimeOfDay& time, Union out) {
    out.setValue(time.minutes);
  }
  template <typename Union>
  void PutValue(const char*, const Version& version, Union out) {
    out.setValue(version.value);
  }
  template <typename T, typename Union>
  void PutValue(const char*, const T& value, Union out) {
    PutStruct(value, out.initValue());
  }

  template <typename List>
  void PutItem(const char*, const Version& version, List& out, unsigned i) {
    out.set(i, version.value);
  }
  template <typename Tag, typename List>
  void PutItem(const char* field, const Code<Tag>& code, List& out, unsigned i) {
    out.set(i, (*this)(field, code));
  }
  template <typename List>
  void PutItem(const char* field, const std::string& text, List& out, unsigned i) {
    out.set(i, SealedText(field, text));
  }
  template <typename T, typename List>
  void PutItem(const char*, const T& value, List& out, unsigned i) {
    PutStruct(value, out[i]);
  }

  template <typename T, typename Builder>
  void PutStruct(const T& value, Builder out) {
    if constexpr (requires { (*this)(value, out); }) {
      (*this)(value, out);
    } else {
      Write(value, out, *this);
    }
  }

  Problem& problem_;
};

class Get {
 public:
  explicit Get(Problem& problem) : problem_(problem) {}

  template <NamedEnum E>
  void operator()(const char* field, SchemaEnum<E> in, E& value) {
    const auto number = static_cast<std::uint16_t>(in);
    value = static_cast<E>(number);
    if (number > 0xff || !IsKnown(value)) NoteEnum(field, number);
  }
  template <std::integral T>
  void operator()(const char*, T in, T& value) {
    value = in;
  }
  void operator()(const char*, std::uint64_t in, Version& value) { value.value = in; }
  void operator()(const char*, std::int32_t in, Date& value) { value.days = in; }
  void operator()(const char*, std::int64_t in, Decimal& value) { value.hundredths = in; }
  void operator()(const char*, std::uint16_t in, AcademicYear& value) { value.first = in; }
  void operator()(const char*, std::uint16_t in, TimeOfDay& value) { value.minutes = in; }

  template <typename Tag>
  void operator()(const char* field, capnp::Text::Reader in, Code<Tag>& code) {
    code.text.assign(in.begin(), in.size());
    if (!IsCode(code.text)) problem_.Note(field, Said("not a code", "pas un code"));
  }
  void operator()(const char* field, capnp::Text::Reader in, std::string& text) {
    text.assign(in.begin(), in.size());
    if (!IsSealedText(text))
      problem_.Note(field, Said("not UTF-8, or too long", "pas en UTF-8, ou trop long"));
  }
  void MediaType(const char* field, capnp::Text::Reader in, std::string& text) {
    text.assign(in.begin(), in.size());
    if (!IsMediaType(text)) problem_.Note(field, Said("not a media type", "pas un type de média"));
  }

  template <typename Reader, typename Tag>
  void operator()(const char*, Reader in, Id<Tag>& id) {
    GetBytes16(in, id.bytes);
  }
  template <typename Reader>
  void operator()(const char*, Reader in, Hash& hash) {
    StoreHalf(in.getH0(), hash.bytes.data());
    StoreHalf(in.getH1(), hash.bytes.data() + 8);
    StoreHalf(in.getH2(), hash.bytes.data() + 16);
    StoreHalf(in.getH3(), hash.bytes.data() + 24);
  }
  template <typename Reader>
  void operator()(const char* field, Reader in, Lookup& lookup) {
    (*this)(field, in, lookup.hmac);
  }
  template <typename Reader>
  void operator()(const char* field, Reader in, EventRef& ref) {
    (*this)(field, in.getSubject(), ref.subject);
    ref.version.value = in.getVersion();
  }
  template <typename Reader>
  void GetBytes16(Reader in, std::array<std::uint8_t, 16>& bytes) {
    StoreHalf(in.getHigh(), bytes.data());
    StoreHalf(in.getLow(), bytes.data() + 8);
  }

  template <typename Union, typename T>
  void operator()(const char* field, Union in, std::optional<T>& value) {
    if (in.isNone()) return;
    (*this)(field, in.getValue(), value.emplace());
  }
  template <typename List, typename T>
  void operator()(const char* field, List in, std::vector<T>& values) {
    values.resize(in.size());
    for (unsigned i = 0; i < in.size(); ++i) (*this)(field, in[i], values[i]);
  }

  // Any other struct has its own Read.
  template <typename Reader, typename T>
  auto operator()(const char*, Reader in, T& value) -> decltype(Read(in, value, *this)) {
    Read(in, value, *this);
  }

  Problem& problem() { return problem_; }

 private:
  void NoteEnum(const char* field, unsigned number);

  Problem& problem_;
};

}  // namespace codec
}  // namespace cartulary
