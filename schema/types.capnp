@0xf4b6e619012ce6b7;
# The small types that facts and envelope share. Bytes are cut in groups of eight, each read as one
# big-endian number: the 16 bytes 00 01 … 0f are high 0x0001020304050607, low 0x08090a0b0c0d0e0f.
# A required one lies in its struct as a group of the same fields; an optional one, or an item of a
# list, is one of these.

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("cartulary::schema");

struct Id @0xd4623614eaf9b7fa {
  # 16 bytes: a subject, learner, person, jury, enrolment, group, log origin or correlation.
  high @0 :UInt64;
  low @1 :UInt64;
}

struct Hash @0xd82a18dd45993458 {
  # 32 bytes: SHA-256, HMAC-SHA256, leaf hash or commitment.
  h0 @0 :UInt64;
  h1 @1 :UInt64;
  h2 @2 :UInt64;
  h3 @3 :UInt64;
}

struct EventRef @0xd88ddb4c44754a16 {
  # Another event, by stream and place in it.
  subject :group { high @0 :UInt64; low @1 :UInt64; }
  version @2 :UInt64;
}
