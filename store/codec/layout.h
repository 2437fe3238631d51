// The layout that a schema gives to a canonical message: which words, which pointers, which bits.
#pragma once

#include <capnp/common.h>
#include <capnp/schema.h>
#include <kj/common.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/text.h"

namespace cartulary::codec {

// Made once for a root struct, from its compiled schema. Immutable, so it may be used by several
// threads. A schema must have no defaults but zero, and no far pointers, Data, capabilities or
// lists of lists.
class Layout {
 public:
  explicit Layout(capnp::StructSchema root);

  // Whether `message`, a whole one, has exactly the words that a canonical message of this schema
  // has: everything in preorder, nothing truncated, left over or in the cracks, and no bit that is
  // not of a known field of the active member of each union. None if so, else what is wrong.
  // Afterwards every read of the message is within its bounds.
  std::optional<Text> Check(kj::ArrayPtr<const capnp::word> message) const;

 private:
  friend class LayoutWalk;
  struct Struct;

  enum class PointerKind : std::uint8_t { kText, kStruct, kTexts, kStructs, kNumbers };
  struct Pointer {
    std::string field;
    PointerKind kind{};
    const Struct* target = nullptr;  // Of kStruct and kStructs.
    std::uint64_t element_size = 0;  // Of kNumbers, as the list pointer says it.
  };
  struct Union;
  struct Bits {
    std::size_t word;  // Of the data section.
    std::uint64_t mask;
  };
  struct Slot {
    std::size_t place;  // In the pointer section.
    Pointer pointer;
  };
  // The fields that are there together: those of a struct, or those of a union's active member.
  struct Part {
    std::vector<Bits> bits;
    std::vector<Slot> slots;
    std::vector<Union> unions;
  };
  struct Union {
    std::string field;
    std::size_t word = 0;
    unsigned shift = 0;
    std::vector<Part> members;  // By discriminant.
  };
  struct Struct {
    std::string name;
    Part part;
    // The bits and slots of `part`, by word and by place: what does not depend on a union.
    std::vector<std::uint64_t> bits;
    std::vector<const Pointer*> pointers;
  };

  const Struct* Add(capnp::StructSchema schema);
  void AddFields(capnp::StructSchema schema, const std::string& prefix, Part& part);
  Pointer PointerOf(const std::string& field, capnp::Type type);

  std::map<std::uint64_t, std::unique_ptr<Struct>> structs_;  // By type id.
  const Struct* root_;
};

}  // namespace cartulary::codec
