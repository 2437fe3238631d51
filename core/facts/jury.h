// The facts of one session of an award jury. core/facts/fact_info.h says how a fact is made.
#pragma once

#include <optional>
#include <vector>

#include "core/code.h"
#include "core/facts/fact_info.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary {

// A person appointed to a jury.
struct JuryMember {
  PersonId person;
  College college{};
  MemberCapacity capacity{};
  friend bool operator==(const JuryMember&, const JuryMember&) = default;
};
template <typename V, ConstOrNot<JuryMember> F>
void Fields(V&& visit, F& fact) {
  visit("person", fact.person, "who is appointed");
  visit("college", fact.college, "whom this person represents in this session");
  visit("capacity", fact.capacity, "the ground on which this person sits");
}

// A decision that the minutes contain.
struct MinutedDecision {
  LearnerId learner;
  Version version;
  Hash leaf;
  friend bool operator==(const MinutedDecision&, const MinutedDecision&) = default;
};
template <typename V, ConstOrNot<MinutedDecision> F>
void Fields(V&& visit, F& fact) {
  visit("learner", fact.learner, "learner decided on");
  visit("version", fact.version, "version of the JuryDecisionRecorded in the learner's stream");
  visit("leaf", fact.leaf, "RFC 6962 leaf hash of that event");
}

// A session of a jury is appointed.
struct JuryAppointed {
  static constexpr FactInfo kInfo{FactType::kJuryAppointed, "JuryAppointed",
                                  StreamKind::kJury,        "nomination du jury",
                                  "day of the act",         "A session of a jury is appointed."};

  JuryCode code;
  JuryKind kind{};
  CertificationCode certification;
  CampusCode campus;
  Date session_date;
  std::optional<Date> reference_session;
  PersonId appointed_by;
  std::optional<EventRef> delegation;
  PersonId chair;
  std::vector<JuryMember> members;
  std::optional<ActCode> act;
  friend bool operator==(const JuryAppointed&, const JuryAppointed&) = default;
};
template <typename V, ConstOrNot<JuryAppointed> F>
void Fields(V&& visit, F& fact) {
  visit("code", fact.code, "name of the session");
  visit("kind", fact.kind, "award or VAE");
  visit("certification", fact.certification, "certification concerned");
  visit("campus", fact.campus, "campus");
  visit("session_date", fact.session_date, "day of the deliberation");
  visit("reference_session", fact.reference_session,
        "first day of the assessments it judges, if known");
  visit("appointed_by", fact.appointed_by, "who appointed it");
  visit("delegation", fact.delegation, "delegation of signature under which, if any");
  visit("chair", fact.chair, "chair");
  visit("members", fact.members, "members, chair included");
  visit("act", fact.act, "act of appointment");
}

// A learner is on the session's list.
struct CandidateConvened {
  static constexpr FactInfo kInfo{FactType::kCandidateConvened,
                                  "CandidateConvened",
                                  StreamKind::kJury,
                                  "candidat convoqué",
                                  "day of the convocation",
                                  "A learner is on the session's list."};

  LearnerId learner;
  EnrolmentId enrolment;
  friend bool operator==(const CandidateConvened&, const CandidateConvened&) = default;
};
template <typename V, ConstOrNot<CandidateConvened> F>
void Fields(V&& visit, F& fact) {
  visit("learner", fact.learner, "learner");
  visit("enrolment", fact.enrolment, "enrolment judged");
}

// The composition of a session is amended.
struct JuryAmended {
  static constexpr FactInfo kInfo{
      FactType::kJuryAmended, "JuryAmended",    StreamKind::kJury,
      "jury modifié",         "day of the act", "The composition of a session is amended."};

  std::optional<PersonId> chair;
  std::vector<JuryMember> added;
  std::vector<PersonId> removed;
  ReasonCode ground;
  std::optional<ActCode> act;
  friend bool operator==(const JuryAmended&, const JuryAmended&) = default;
};
template <typename V, ConstOrNot<JuryAmended> F>
void Fields(V&& visit, F& fact) {
  visit("chair", fact.chair, "new chair, if it changes");
  visit("added", fact.added, "members added");
  visit("removed", fact.removed, "members removed");
  visit("ground", fact.ground, "ground: absence, conflict, replacement");
  visit("act", fact.act, "act of amendment");
}

// The attendance of one member, with signature or its absence.
struct AttendanceSigned {
  static constexpr FactInfo kInfo{
      FactType::kAttendanceSigned, "AttendanceSigned",
      StreamKind::kJury,           "émargement",
      "day of the session",        "The attendance of one member, with signature or its absence."};

  PersonId person;
  std::optional<TimeOfDay> from;
  std::optional<TimeOfDay> to;
  SignatureMethod signature{};
  friend bool operator==(const AttendanceSigned&, const AttendanceSigned&) = default;
};
template <typename V, ConstOrNot<AttendanceSigned> F>
void Fields(V&& visit, F& fact) {
  visit("person", fact.person, "who attended");
  visit("from", fact.from, "arrival");
  visit("to", fact.to, "departure");
  visit("signature", fact.signature, "how the list was signed; missing: it was not");
}

// A member does not deliberate on a candidate.
struct RecusalRecorded {
  static constexpr FactInfo kInfo{
      FactType::kRecusalRecorded, "RecusalRecorded",
      StreamKind::kJury,          "déport",
      "day of the recusal",       "A member does not deliberate on a candidate."};

  PersonId person;
  LearnerId candidate;
  friend bool operator==(const RecusalRecorded&, const RecusalRecorded&) = default;
};
template <typename V, ConstOrNot<RecusalRecorded> F>
void Fields(V&& visit, F& fact) {
  visit("person", fact.person, "who stands aside");
  visit("candidate", fact.candidate, "candidate concerned");
}

// The minutes of the session; the document is evidence of the event.
struct MinutesSealed {
  static constexpr FactInfo kInfo{
      FactType::kMinutesSealed,
      "MinutesSealed",
      StreamKind::kJury,
      "procès-verbal",
      "day of the signature",
      "The minutes of the session; the document is evidence of the event."};

  std::vector<PersonId> signed_by;
  std::vector<MinutedDecision> decisions;
  friend bool operator==(const MinutesSealed&, const MinutesSealed&) = default;
};
template <typename V, ConstOrNot<MinutesSealed> F>
void Fields(V&& visit, F& fact) {
  visit("signed_by", fact.signed_by, "who signed");
  visit("decisions", fact.decisions, "decisions that the minutes contain");
}

}  // namespace cartulary
