// What juries and courts decided of a learner, in the stream of the learner.
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

// A condition of an admission (réserve).
struct Reserve {
  RequirementCode requirement;
  Date deadline;
  Authority lifted_by{};
  friend bool operator==(const Reserve&, const Reserve&) = default;
};
template <typename V, ConstOrNot<Reserve> F>
void Fields(V&& visit, F& fact) {
  visit("requirement", fact.requirement, "requirement to be met");
  visit("deadline", fact.deadline, "last day on which it may be met");
  visit("lifted_by", fact.lifted_by, "who may find that it is met: the jury, or its chair");
}

// Points that the jury added (points de jury).
struct JuryPoints {
  BlockCode block;
  Decimal points;
  friend bool operator==(const JuryPoints&, const JuryPoints&) = default;
};
template <typename V, ConstOrNot<JuryPoints> F>
void Fields(V&& visit, F& fact) {
  visit("block", fact.block, "block of competencies");
  visit("points", fact.points, "points added to its average, above 0");
}

// What the jury decided of one block.
struct BlockOutcome {
  BlockCode block;
  BlockDecision decision{};
  friend bool operator==(const BlockOutcome&, const BlockOutcome&) = default;
};
template <typename V, ConstOrNot<BlockOutcome> F>
void Fields(V&& visit, F& fact) {
  visit("block", fact.block, "block of competencies");
  visit("decision", fact.decision, "validated or refused");
}

// What an award jury decided of a candidate.
struct JuryDecisionRecorded {
  static constexpr FactInfo kInfo{FactType::kJuryDecisionRecorded,
                                  "JuryDecisionRecorded",
                                  StreamKind::kLearner,
                                  "décision du jury",
                                  "day of the deliberation",
                                  "What an award jury decided of a candidate."};

  EnrolmentId enrolment;
  JuryId jury;
  std::vector<BlockOutcome> blocks;
  FinalDecision decision{};
  std::vector<PersonId> deliberated;
  PersonId chair;
  std::vector<JuryPoints> points;
  std::vector<Reserve> reserves;
  friend bool operator==(const JuryDecisionRecorded&, const JuryDecisionRecorded&) = default;
};
template <typename V, ConstOrNot<JuryDecisionRecorded> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("jury", fact.jury, "session of the jury");
  visit("blocks", fact.blocks, "decision on each block that it decided");
  visit("decision", fact.decision, "final decision");
  visit("deliberated", fact.deliberated, "who deliberated on this candidate, chair included");
  visit("chair", fact.chair, "who chaired");
  visit("points", fact.points, "points of jury, by block");
  visit("reserves", fact.reserves, "what a conditional admission is subject to");
}

// A reserve of a conditional admission is lifted.
struct ReserveLifted {
  static constexpr FactInfo kInfo{
      FactType::kReserveLifted,     "ReserveLifted",
      StreamKind::kLearner,         "levée de réserve",
      "day on which it was lifted", "A reserve of a conditional admission is lifted."};

  EnrolmentId enrolment;
  Version decision;
  RequirementCode requirement;
  Authority authority{};
  std::optional<ActCode> act;
  friend bool operator==(const ReserveLifted&, const ReserveLifted&) = default;
};
template <typename V, ConstOrNot<ReserveLifted> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("decision", fact.decision, "version of the JuryDecisionRecorded in this stream");
  visit("requirement", fact.requirement, "requirement reserved");
  visit("authority", fact.authority, "who lifted it: the jury, or its chair");
  visit("act", fact.act, "act that decides it");
}

// A reserve was not lifted in time.
struct ReserveLapsed {
  static constexpr FactInfo kInfo{FactType::kReserveLapsed, "ReserveLapsed",
                                  StreamKind::kLearner,     "réserve non levée",
                                  "day after the deadline", "A reserve was not lifted in time."};

  EnrolmentId enrolment;
  Version decision;
  RequirementCode requirement;
  friend bool operator==(const ReserveLapsed&, const ReserveLapsed&) = default;
};
template <typename V, ConstOrNot<ReserveLapsed> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("decision", fact.decision, "version of the JuryDecisionRecorded in this stream");
  visit("requirement", fact.requirement, "requirement reserved");
}

// A new deliberation takes the place of a decision.
struct JuryDecisionRectified {
  static constexpr FactInfo kInfo{FactType::kJuryDecisionRectified,
                                  "JuryDecisionRectified",
                                  StreamKind::kLearner,
                                  "rectification",
                                  "day of the new decision",
                                  "A new deliberation takes the place of a decision."};

  EnrolmentId enrolment;
  Version decision;
  Version by;
  Authority authority{};
  ActCode act;
  friend bool operator==(const JuryDecisionRectified&, const JuryDecisionRectified&) = default;
};
template <typename V, ConstOrNot<JuryDecisionRectified> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("decision", fact.decision, "version of the JuryDecisionRecorded that is rectified");
  visit("by", fact.by, "version of the JuryDecisionRecorded that takes its place");
  visit("authority", fact.authority, "who ordered it: jury, authority or court");
  visit("act", fact.act, "act that decides it");
}

// A decision is annulled, as if it had never been.
struct JuryDecisionAnnulled {
  static constexpr FactInfo kInfo{FactType::kJuryDecisionAnnulled,
                                  "JuryDecisionAnnulled",
                                  StreamKind::kLearner,
                                  "annulation",
                                  "day of the annulment",
                                  "A decision is annulled, as if it had never been."};

  EnrolmentId enrolment;
  Version decision;
  Authority authority{};
  ActCode act;
  friend bool operator==(const JuryDecisionAnnulled&, const JuryDecisionAnnulled&) = default;
};
template <typename V, ConstOrNot<JuryDecisionAnnulled> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("decision", fact.decision, "version of the JuryDecisionRecorded that is annulled");
  visit("authority", fact.authority, "who annulled it: jury, authority or court");
  visit("act", fact.act, "act that decides it");
}

// A decision is notified to the learner; from then on the time to appeal runs.
struct DecisionNotified {
  static constexpr FactInfo kInfo{
      FactType::kDecisionNotified,
      "DecisionNotified",
      StreamKind::kLearner,
      "notification",
      "day of the notification",
      "A decision is notified to the learner; from then on the time to appeal runs."};

  EnrolmentId enrolment;
  Version decision;
  NotificationMeans means{};
  bool remedies = false;
  friend bool operator==(const DecisionNotified&, const DecisionNotified&) = default;
};
template <typename V, ConstOrNot<DecisionNotified> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("decision", fact.decision, "version of the JuryDecisionRecorded in this stream");
  visit("means", fact.means, "how");
  visit("remedies", fact.remedies, "true if the remedies were stated (voies et délais de recours)");
}

// The learner appeals against a decision.
struct AppealLodged {
  static constexpr FactInfo kInfo{
      FactType::kAppealLodged, "AppealLodged",
      StreamKind::kLearner,    "recours",
      "day it was lodged",     "The learner appeals against a decision."};

  EnrolmentId enrolment;
  Version decision;
  AppealKind kind{};
  friend bool operator==(const AppealLodged&, const AppealLodged&) = default;
};
template <typename V, ConstOrNot<AppealLodged> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("decision", fact.decision, "version of the JuryDecisionRecorded in this stream");
  visit("kind", fact.kind, "to the author, to the superior, or to the court");
}

// An appeal to the author or to the superior is decided.
struct AppealDecided {
  static constexpr FactInfo kInfo{
      FactType::kAppealDecided, "AppealDecided",
      StreamKind::kLearner,     "suite donnée au recours",
      "day of the decision",    "An appeal to the author or to the superior is decided."};

  EnrolmentId enrolment;
  Version appeal;
  AppealOutcome outcome{};
  Authority authority{};
  std::optional<ActCode> act;
  friend bool operator==(const AppealDecided&, const AppealDecided&) = default;
};
template <typename V, ConstOrNot<AppealDecided> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("appeal", fact.appeal, "version of the AppealLodged in this stream");
  visit("outcome", fact.outcome, "outcome");
  visit("authority", fact.authority, "who decided it");
  visit("act", fact.act, "act that decides it");
}

// A court ruled on a decision.
struct CourtRuled {
  static constexpr FactInfo kInfo{FactType::kCourtRuled, "CourtRuled",
                                  StreamKind::kLearner,  "jugement",
                                  "day of the ruling",   "A court ruled on a decision."};

  EnrolmentId enrolment;
  std::optional<Version> appeal;
  Version decision;
  CourtOutcome outcome{};
  RulingScope scope{};
  std::optional<Date> deadline;
  ActCode act;
  friend bool operator==(const CourtRuled&, const CourtRuled&) = default;
};
template <typename V, ConstOrNot<CourtRuled> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("appeal", fact.appeal, "version of the AppealLodged in this stream");
  visit("decision", fact.decision, "version of the JuryDecisionRecorded in this stream");
  visit("outcome", fact.outcome, "outcome");
  visit("scope", fact.scope, "what the ruling bears on");
  visit("deadline", fact.deadline, "last day by which the school must act");
  visit("act", fact.act, "number of the ruling");
}

}  // namespace cartulary
