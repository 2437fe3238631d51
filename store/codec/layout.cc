#include "store/codec/layout.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "core/check.h"
#include "core/event.h"

namespace cartulary::codec {
namespace {

constexpr std::size_t kDataWordsMax = 64;
constexpr std::size_t kPointersMax = 32;
constexpr unsigned kDepthMax = 8;

constexpr unsigned kBitsPerWord = 64;
constexpr std::uint64_t kEmptyStructPointer = 0xfffffffc;

// Bits of a field of the data section; 0 of one that lies elsewhere or nowhere.
unsigned BitsOf(capnp::Type type) {
  switch (type.which()) {
    case capnp::schema::Type::BOOL:
      return 1;
    case capnp::schema::Type::INT8:
    case capnp::schema::Type::UINT8:
      return 8;
    case capnp::schema::Type::INT16:
    case capnp::schema::Type::UINT16:
    case capnp::schema::Type::ENUM:
      return 16;
    case capnp::schema::Type::INT32:
    case capnp::schema::Type::UINT32:
    case capnp::schema::Type::FLOAT32:
      return 32;
    case capnp::schema::Type::INT64:
    case capnp::schema::Type::UINT64:
    case capnp::schema::Type::FLOAT64:
      return 64;
    default:
      return 0;
  }
}

std::uint64_t MaskOf(unsigned bits, unsigned shift) {
  return (bits == kBitsPerWord ? ~std::uint64_t{0} : (std::uint64_t{1} << bits) - 1) << shift;
}

// The element size of a list pointer, by bits of an element.
std::uint64_t ElementSizeOf(unsigned bits) {
  switch (bits) {
    case 1:
      return 1;
    case 8:
      return 2;
    case 16:
      return 3;
    case 32:
      return 4;
    case 64:
      return 5;
    default:
      return 0;
  }
}
constexpr std::array<unsigned, 6> kBitsOfElementSize = {0, 1, 8, 16, 32, 64};
constexpr std::uint64_t kBytes = 2;
constexpr std::uint64_t kPointers = 6;
constexpr std::uint64_t kComposite = 7;

}  // namespace

Layout::Layout(capnp::StructSchema root) : root_(Add(root)) {}

const Layout::Struct* Layout::Add(capnp::StructSchema schema) {
  const auto node = schema.getProto();
  std::unique_ptr<Struct>& place = structs_[node.getId()];
  if (place != nullptr) return place.get();
  place = std::make_unique<Struct>();
  Struct* const added = place.get();
  added->name = schema.getShortDisplayName().cStr();
  added->bits.resize(node.getStruct().getDataWordCount());
  added->pointers.resize(node.getStruct().getPointerCount());
  CARTULARY_CHECK(added->bits.size() <= kDataWordsMax);
  CARTULARY_CHECK(added->pointers.size() <= kPointersMax);
  AddFields(schema, "", added->part);
  for (const Bits& bits : added->part.bits) added->bits[bits.word] |= bits.mask;
  for (const Slot& slot : added->part.slots) added->pointers[slot.place] = &slot.pointer;
  return added;
}

void Layout::AddFields(capnp::StructSchema schema, const std::string& prefix, Part& part) {
  const auto node = schema.getProto().getStruct();
  std::vector<Part> members(node.getDiscriminantCount());
  for (const capnp::StructSchema::Field field : schema.getFields()) {
    const auto proto = field.getProto();
    const std::string name = prefix + proto.getName().cStr();
    const bool in_union = proto.getDiscriminantValue() != capnp::schema::Field::NO_DISCRIMINANT;
    Part& to = in_union ? members.at(proto.getDiscriminantValue()) : part;
    if (proto.isGroup()) {
      AddFields(field.getType().asStruct(), name + ".", to);
      continue;
    }
    CARTULARY_CHECK(!proto.getSlot().getHadExplicitDefault());
    const unsigned offset = proto.getSlot().getOffset();
    if (const unsigned bits = BitsOf(field.getType()); bits != 0) {
      const unsigned first = offset * bits;
      to.bits.push_back({first / kBitsPerWord, MaskOf(bits, first % kBitsPerWord)});
    } else if (!field.getType().isVoid()) {
      to.slots.push_back({offset, PointerOf(name, field.getType())});
    }
  }
  if (members.empty()) return;
  const unsigned first = node.getDiscriminantOffset() * 16;
  part.bits.push_back({first / kBitsPerWord, MaskOf(16, first % kBitsPerWord)});
  part.unions.push_back({prefix.empty() ? "type" : prefix.substr(0, prefix.size() - 1),
                         first / kBitsPerWord, first % kBitsPerWord, std::move(members)});
}

Layout::Pointer Layout::PointerOf(const std::string& field, capnp::Type type) {
  Pointer pointer;
  pointer.field = field;
  if (type.isText()) {
    pointer.kind = PointerKind::kText;
  } else if (type.isStruct()) {
    pointer.kind = PointerKind::kStruct;
    pointer.target = Add(type.asStruct());
  } else {
    CARTULARY_CHECK(type.isList());
    const capnp::Type element = type.asList().getElementType();
    if (element.isText()) {
      pointer.kind = PointerKind::kTexts;
    } else if (element.isStruct()) {
      pointer.kind = PointerKind::kStructs;
      pointer.target = Add(element.asStruct());
    } else {
      pointer.kind = PointerKind::kNumbers;
      pointer.element_size = ElementSizeOf(BitsOf(element));
      CARTULARY_CHECK(pointer.element_size != 0);
    }
  }
  return pointer;
}

// One pass through one message. Each step returns false once `problem` is said. `cursor_` is the
// first word that nothing has claimed: in preorder, the next object begins there.
class LayoutWalk {
 public:
  explicit LayoutWalk(kj::ArrayPtr<const capnp::word> message)
      : words_(reinterpret_cast<const std::uint64_t*>(message.begin())), size_(message.size()) {}

  bool Root(const Layout::Struct& root) {
    if (!StructAt(0, root, "root")) return false;
    return cursor_ == size_ ||
           Fail(root, "root", Said("words are left over at its end", "il reste des mots à la fin"));
  }
  Text problem;

 private:
  struct Section {
    std::size_t at;
    std::size_t data_words;
    std::size_t pointers;
    std::size_t size() const { return data_words + pointers; }
  };
  // What the active members of a struct's unions make of its sections.
  struct Active {
    std::array<std::uint64_t, kDataWordsMax> bits;
    std::array<const Layout::Pointer*, kPointersMax> pointers;
  };

  bool Fail(const Layout::Struct& where, const std::string& field, const Text& what) {
    problem = Said("{0}.{1}: {2}", "{0}.{1} : {2}", where.name, field, what);
    return false;
  }
  static Text Future() {
    return Said(
        "it holds what this program does not know; a newer one wrote it",
        "il contient ce que ce programme ne connaît pas ; un programme plus récent l'a écrit");
  }

  static_assert(std::endian::native == std::endian::little, "the words of a message are");
  std::uint64_t Word(std::size_t at) const {
    std::uint64_t word;
    std::memcpy(&word, words_ + at, sizeof(word));
    return word;
  }

  // The next object begins where this pointer points, and has `size` words.
  bool Claim(std::size_t at, std::uint64_t pointer, std::uint64_t size) {
    const auto offset = static_cast<std::int32_t>(static_cast<std::uint32_t>(pointer)) >> 2;
    if (offset < 0 || at + 1 + static_cast<std::size_t>(offset) != cursor_) return false;
    if (size > size_ - cursor_) return false;
    cursor_ += size;
    return true;
  }

  bool StructAt(std::size_t at, const Layout::Struct& target, const std::string& field) {
    if (at >= size_) return Fail(target, field, Said("cut short", "tronqué"));
    const std::uint64_t pointer = Word(at);
    if (pointer == 0) return Fail(target, field, Said("missing", "manquant"));
    if ((pointer & 3) != 0)
      return Fail(target, field,
                  Said("no pointer to a struct", "pas un pointeur vers une structure"));
    const Section section{cursor_, pointer >> 32 & 0xffff, pointer >> 48};
    if (section.size() == 0) {
      if (pointer != kEmptyStructPointer)
        return Fail(target, field, Said("not canonical", "non canonique"));
    } else if (!Claim(at, pointer, section.size())) {
      return Fail(target, field, Said("cut short, or not canonical", "tronqué ou non canonique"));
    }
    if (section.data_words > 0 && Word(section.at + section.data_words - 1) == 0) {
      return Fail(
          target, field,
          Said("not canonical: zero words at its end", "non canonique : mots nuls à la fin"));
    }
    if (section.pointers > 0 && Word(section.at + section.size() - 1) == 0) {
      return Fail(target, field,
                  Said("not canonical: null pointers at its end",
                       "non canonique : pointeurs nuls à la fin"));
    }
    return ContentAt(section, target);
  }

  bool ContentAt(const Section& section, const Layout::Struct& type) {
    if (section.data_words > type.bits.size() || section.pointers > type.pointers.size()) {
      return Fail(type, "size", Future());
    }
    if (depth_ == kDepthMax)
      return Fail(type, "depth", Said("nested too deep", "imbrication trop profonde"));
    Active active;
    std::copy(type.bits.begin(), type.bits.end(), active.bits.begin());
    std::copy(type.pointers.begin(), type.pointers.end(), active.pointers.begin());
    if (!Activate(type.part.unions, section, type, active)) return false;
    for (std::size_t i = 0; i < section.data_words; ++i) {
      if ((Word(section.at + i) & ~active.bits[i]) != 0) return Fail(type, "data", Future());
    }
    ++depth_;
    for (std::size_t i = 0; i < type.pointers.size(); ++i) {
      if (!PointerAt(section, i, active.pointers[i], type)) return false;
    }
    --depth_;
    return true;
  }

  // Adds what the active member of each union has.
  bool Activate(const std::vector<Layout::Union>& unions, const Section& section,
                const Layout::Struct& type, Active& active) {
    for (const Layout::Union& one : unions) {
      const std::uint64_t word =
          one.word < section.data_words ? Word(section.at + one.word) : std::uint64_t{0};
      const std::size_t number = word >> one.shift & 0xffff;
      if (number >= one.members.size()) return Fail(type, one.field, Future());
      const Layout::Part& member = one.members[number];
      for (const Layout::Bits& bits : member.bits) active.bits[bits.word] |= bits.mask;
      for (const Layout::Slot& slot : member.slots) active.pointers[slot.place] = &slot.pointer;
      if (!Activate(member.unions, section, type, active)) return false;
    }
    return true;
  }

  // `pointer` is none where no known field is.
  bool PointerAt(const Section& section, std::size_t slot, const Layout::Pointer* pointer,
                 const Layout::Struct& type) {
    const std::size_t at = section.at + section.data_words + slot;
    const bool is_null = slot >= section.pointers || Word(at) == 0;
    if (pointer == nullptr) return is_null || Fail(type, "pointers", Future());
    switch (pointer->kind) {
      case Layout::PointerKind::kText:
        if (is_null) return Fail(type, pointer->field, Said("missing", "manquant"));
        return TextAt(at) || Fail(type, pointer->field,
                                  Said("no text, cut short, or not canonical",
                                       "pas un texte, tronqué ou non canonique"));
      case Layout::PointerKind::kStruct:
        if (is_null) return Fail(type, pointer->field, Said("missing", "manquant"));
        return StructAt(at, *pointer->target, pointer->field);
      case Layout::PointerKind::kTexts:
        return is_null || TextsAt(at) || Fail(type, pointer->field, BadList());
      case Layout::PointerKind::kNumbers:
        return is_null || NumbersAt(at, pointer->element_size) ||
               Fail(type, pointer->field, BadList());
      case Layout::PointerKind::kStructs:
        return is_null || StructsAt(at, *pointer->target, *pointer, type);
    }
    return false;
  }
  static Text BadList() {
    return Said("no such list, too long, empty but there, cut short, or not canonical",
                "pas une telle liste, trop longue, vide mais présente, tronquée ou non canonique");
  }

  // The number of elements of the list at `at`; none unless its elements have that size.
  std::optional<std::uint64_t> CountAt(std::size_t at, std::uint64_t element_size) const {
    const std::uint64_t pointer = Word(at);
    if ((pointer & 3) != 1 || (pointer >> 32 & 7) != element_size) return std::nullopt;
    return pointer >> 35;
  }

  // Claims the words of a list and checks that what its last word has beyond the list is zero.
  bool ClaimBits(std::size_t at, std::uint64_t bits) {
    if (!Claim(at, Word(at), (bits + kBitsPerWord - 1) / kBitsPerWord)) return false;
    const unsigned used = static_cast<unsigned>(bits % kBitsPerWord);
    return used == 0 || Word(cursor_ - 1) >> used == 0;
  }

  bool TextAt(std::size_t at) {
    const auto bytes = CountAt(at, kBytes);
    if (!bytes.has_value() || *bytes == 0) return false;
    const std::size_t first = cursor_;
    if (!ClaimBits(at, *bytes * 8)) return false;
    const std::uint64_t last = *bytes - 1;
    return (Word(first + last / 8) >> (last % 8 * 8) & 0xff) == 0;
  }

  bool TextsAt(std::size_t at) {
    const auto count = CountAt(at, kPointers);
    if (!count.has_value() || *count == 0 || *count > kListLengthMax) return false;
    const std::size_t first = cursor_;
    if (!Claim(at, Word(at), *count)) return false;
    for (std::size_t i = 0; i < *count; ++i) {
      if (!TextAt(first + i)) return false;
    }
    return true;
  }

  bool NumbersAt(std::size_t at, std::uint64_t element_size) {
    const auto count = CountAt(at, element_size);
    if (!count.has_value() || *count == 0 || *count > kListLengthMax) return false;
    return ClaimBits(at, *count * kBitsOfElementSize[element_size]);
  }

  bool StructsAt(std::size_t at, const Layout::Struct& target, const Layout::Pointer& pointer,
                 const Layout::Struct& type) {
    const auto size = CountAt(at, kComposite);
    const std::size_t first = cursor_ + 1;
    if (!size.has_value() || !Claim(at, Word(at), *size + 1)) {
      return Fail(type, pointer.field, BadList());
    }
    const std::uint64_t tag = Word(first - 1);
    const std::uint64_t count = (tag & 0xffffffff) >> 2;
    const Section element{first, tag >> 32 & 0xffff, tag >> 48};
    if ((tag & 3) != 0 || count == 0 || count > kListLengthMax || count * element.size() != *size ||
        !IsNeeded(element, count)) {
      return Fail(type, pointer.field, BadList());
    }
    for (std::size_t i = 0; i < count; ++i) {
      if (!ContentAt({first + i * element.size(), element.data_words, element.pointers}, target)) {
        return false;
      }
    }
    return true;
  }

  // Whether some element fills each section to its last word.
  bool IsNeeded(const Section& element, std::uint64_t count) const {
    bool data = element.data_words == 0;
    bool pointers = element.pointers == 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t at = element.at + i * element.size();
      data = data || Word(at + element.data_words - 1) != 0;
      pointers = pointers || Word(at + element.size() - 1) != 0;
    }
    return data && pointers;
  }

  const std::uint64_t* words_;
  std::size_t size_;
  std::size_t cursor_ = 1;
  unsigned depth_ = 0;
};

std::optional<Text> Layout::Check(kj::ArrayPtr<const capnp::word> message) const {
  LayoutWalk walk(message);
  if (walk.Root(*root_)) return std::nullopt;
  return std::move(walk.problem);
}

}  // namespace cartulary::codec
