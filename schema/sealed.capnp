@0xe748b2be41e07b80;
# Personal content: what an event commits to and does not hold. One piece is one canonical message,
# without segment table, with the root SealedContent. docs/spec/events.md is normative.

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("cartulary::schema");

struct SealedContent @0xf46ac5d53208432e {
  # The discriminant is the number of the class (SealedClass in vocabulary.capnp). `vae` is not yet
  # written.
  union {
    reserved @0 :Void;
    register @1 :RegisterContent;
    contact @2 :ContactContent;
    comments @3 :CommentsContent;
    health @4 :HealthContent;
  }
}

struct Identity @0xb6dd26b3ba0f1c11 {
  # Civil identity (identité) of a learner or a person. Texts are UTF-8, at most 4096 bytes.
  birthName @0 :Text;
  # Nom de naissance.
  firstNames @1 :List(Text);
  # Prénoms.
  birthDate :union { none @2 :Void; value @3 :Int32; }
  # Days since 1970-01-01.
  usageName :union { none @4 :Void; value @5 :Text; }
  # Nom d'usage.
  sex :union { none @6 :Void; value @7 :Text; }
  # "F" or "M", as the civil register says.
  birthPlace :union { none @8 :Void; value @9 :Text; }
  # INSEE code of the commune, or of the country.
}

struct RegisterContent @0xa4c5a2c0c6d1e3b5 {
  evidenceSalts @0 :List(Salt);
  # Salts of the event's evidence, in its order.
  identity :union { none @1 :Void; value @2 :Identity; }
  number :union { none @3 :Void; value @4 :Text; }
  # Student, staff or certificate number.
}

struct Salt @0xd9e3c3f4f2c7b6a2 {
  # 16 bytes, in two big-endian halves.
  high @0 :UInt64;
  low @1 :UInt64;
}

struct ContactContent @0xc0ffb1d6a59e4e27 {
  email :union { none @0 :Void; value @1 :Text; }
  phone :union { none @2 :Void; value @3 :Text; }
  address :union { none @4 :Void; value @5 :Text; }
}

struct CommentsContent @0x8f0d7e4a91b2c3d8 {
  reason :union { none @0 :Void; value @1 :Text; }
  # Words of the reason.
  comment :union { none @2 :Void; value @3 :Text; }
  # Anything else that somebody wrote.
}

struct HealthContent @0xd08c1a6f93e7b254 {
  # An accommodation (aménagement): what is granted, never a diagnosis.
  measure @0 :Text;
  # "Tiers temps".
  to :union { none @1 :Void; value @2 :Int32; }
  # Last day, if one is known; days since 1970-01-01.
}
