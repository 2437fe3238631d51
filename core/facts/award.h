// The title and what becomes of it, in the stream of the learner.
// core/facts/fact_info.h says how a fact is made.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/code.h"
#include "core/decimal.h"
#include "core/facts/fact_info.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary {

// The title is granted, on a jury's decision.
struct AwardIssued {
  static constexpr FactInfo kInfo{
      FactType::kAwardIssued, "AwardIssued",      StreamKind::kLearner,
      "délivrance du titre",  "day of the award", "The title is granted, on a jury's decision."};

  EnrolmentId enrolment;
  AwardNumber number;
  CertificationCode certification;
  std::uint32_t revision{};
  Version decision;
  std::vector<FindingCode> overridden;
  Authority authority{};
  std::optional<LogOrigin> log_origin;
  std::optional<std::uint64_t> log_size;
  std::optional<Hash> log_root;
  friend bool operator==(const AwardIssued&, const AwardIssued&) = default;
};
template <typename V, ConstOrNot<AwardIssued> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("number", fact.number, "number of the award");
  visit("certification", fact.certification, "certification granted");
  visit("revision", fact.revision, "revision of the rules applied at issue");
  visit("decision", fact.decision, "version of the JuryDecisionRecorded in this stream");
  visit("overridden", fact.overridden, "findings in spite of which it was issued");
  visit("authority", fact.authority, "who granted it");
  visit("log_origin", fact.log_origin, "log whose root is cited; unset until the log has a tree");
  visit("log_size", fact.log_size, "size of the log at issue");
  visit("log_root", fact.log_root, "its root");
}

// A title is withdrawn.
struct AwardWithdrawn {
  static constexpr FactInfo kInfo{FactType::kAwardWithdrawn, "AwardWithdrawn",
                                  StreamKind::kLearner,      "retrait",
                                  "day of the withdrawal",   "A title is withdrawn."};

  EnrolmentId enrolment;
  Version award;
  WithdrawalGround ground{};
  Authority authority{};
  ActCode act;
  friend bool operator==(const AwardWithdrawn&, const AwardWithdrawn&) = default;
};
template <typename V, ConstOrNot<AwardWithdrawn> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("award", fact.award, "version of the AwardIssued in this stream");
  visit("ground", fact.ground, "ground");
  visit("authority", fact.authority, "who decided it");
  visit("act", fact.act, "act that decides it");
}

// A title that was withdrawn is granted again.
struct AwardReinstated {
  static constexpr FactInfo kInfo{
      FactType::kAwardReinstated, "AwardReinstated",
      StreamKind::kLearner,       "rétablissement",
      "day of the decision",      "A title that was withdrawn is granted again."};

  EnrolmentId enrolment;
  Version withdrawal;
  Authority authority{};
  ActCode act;
  friend bool operator==(const AwardReinstated&, const AwardReinstated&) = default;
};
template <typename V, ConstOrNot<AwardReinstated> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("withdrawal", fact.withdrawal, "version of the AwardWithdrawn in this stream");
  visit("authority", fact.authority, "who decided it");
  visit("act", fact.act, "act that decides it");
}

// A duplicate of the diploma is issued.
struct DuplicateIssued {
  static constexpr FactInfo kInfo{FactType::kDuplicateIssued,
                                  "DuplicateIssued",
                                  StreamKind::kLearner,
                                  "duplicata",
                                  "day of issue",
                                  "A duplicate of the diploma is issued."};

  EnrolmentId enrolment;
  Version award;
  ReasonCode ground;
  Authority authority{};
  std::optional<ActCode> act;
  friend bool operator==(const DuplicateIssued&, const DuplicateIssued&) = default;
};
template <typename V, ConstOrNot<DuplicateIssued> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("award", fact.award, "version of the AwardIssued in this stream");
  visit("ground", fact.ground, "ground: lost, damaged, name_changed");
  visit("authority", fact.authority, "who issued it");
  visit("act", fact.act, "act that decides it");
}

// A certificate of a validated block is issued.
struct BlockCertificateIssued {
  static constexpr FactInfo kInfo{FactType::kBlockCertificateIssued,
                                  "BlockCertificateIssued",
                                  StreamKind::kLearner,
                                  "attestation de bloc",
                                  "day of issue",
                                  "A certificate of a validated block is issued."};

  EnrolmentId enrolment;
  BlockCode block;
  Version decision;
  Authority authority{};
  std::optional<ActCode> act;
  friend bool operator==(const BlockCertificateIssued&, const BlockCertificateIssued&) = default;
};
template <typename V, ConstOrNot<BlockCertificateIssued> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("block", fact.block, "block validated");
  visit("decision", fact.decision, "version of the JuryDecisionRecorded that validated it");
  visit("authority", fact.authority, "who issued it");
  visit("act", fact.act, "act that decides it");
}

}  // namespace cartulary
