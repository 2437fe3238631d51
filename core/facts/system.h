// The facts of the system's stream. core/facts/fact_info.h says how a fact is made.
#pragma once

#include <cstdint>
#include <optional>

#include "core/code.h"
#include "core/facts/fact_info.h"
#include "core/ids.h"

namespace cartulary {

// A store was made: always the first event of a log.
struct StoreCreated {
  static constexpr FactInfo kInfo{
      FactType::kStoreCreated,  "StoreCreated",
      StreamKind::kSystem,      "création du registre",
      "day the store was made", "A store was made: always the first event of a log."};

  bool demo = false;
  friend bool operator==(const StoreCreated&, const StoreCreated&) = default;
};
template <typename V, ConstOrNot<StoreCreated> F>
void Fields(V&& visit, F& fact) {
  visit("demo", fact.demo, "true if the store holds invented data and a simulated clock");
}

// An event that cannot be folded may be passed over; every report after says so.
struct SkipWaived {
  static constexpr FactInfo kInfo{
      FactType::kSkipWaived, "SkipWaived",
      StreamKind::kSystem,   "événement écarté",
      "day of the waiver",   "An event that cannot be folded may be passed over."};

  EventRef event;
  Authority authority{};
  friend bool operator==(const SkipWaived&, const SkipWaived&) = default;
};
template <typename V, ConstOrNot<SkipWaived> F>
void Fields(V&& visit, F& fact) {
  visit("event", fact.event, "event that may be passed over");
  visit("authority", fact.authority, "who decided it");
}

// An auditor's answer to a finding (constat). It covers the finding with that evidence only.
struct FindingNoted {
  static constexpr FactInfo kInfo{
      FactType::kFindingNoted, "FindingNoted",
      StreamKind::kSystem,     "constat annoté",
      "day of the note",       "A finding was looked at, and is justified or accepted."};

  FindingCode check;
  Hash finding;
  FindingStatus status{};
  friend bool operator==(const FindingNoted&, const FindingNoted&) = default;
};
template <typename V, ConstOrNot<FindingNoted> F>
void Fields(V&& visit, F& fact) {
  visit("check", fact.check, "check that made the finding");
  visit("finding", fact.finding, "SHA-256 that names the finding, with its evidence");
  visit("status", fact.status, "justified, or accepted as it is");
}

// Something must go to a jury, an authority or a court (dossier à représenter). A case is named by
// the version of this event in its stream.
struct CaseOpened {
  static constexpr FactInfo kInfo{
      FactType::kCaseOpened, "CaseOpened",
      StreamKind::kSystem,   "dossier à représenter",
      "day it was opened",   "Something must go to a jury, an authority or a court."};

  LearnerId learner;
  EnrolmentId enrolment;
  CaseKind kind{};
  CaseDirection direction{};
  std::optional<EventRef> concerns;
  std::optional<EventRef> applied;
  std::optional<FindingCode> finding;
  friend bool operator==(const CaseOpened&, const CaseOpened&) = default;
};
template <typename V, ConstOrNot<CaseOpened> F>
void Fields(V&& visit, F& fact) {
  visit("learner", fact.learner, "learner concerned");
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("kind", fact.kind, "an award, a refusal or another finding");
  visit("direction", fact.direction, "for the learner, or against");
  visit("concerns", fact.concerns, "decision or award concerned");
  visit("applied", fact.applied, "RevisionApplied that is the cause");
  visit("finding", fact.finding, "check whose finding is the cause");
}

struct CaseAssigned {
  static constexpr FactInfo kInfo{FactType::kCaseAssigned, "CaseAssigned",
                                  StreamKind::kSystem,     "dossier attribué",
                                  "day of the assignment", "A case has somebody who sees to it."};

  Version opened;
  PersonId person;
  friend bool operator==(const CaseAssigned&, const CaseAssigned&) = default;
};
template <typename V, ConstOrNot<CaseAssigned> F>
void Fields(V&& visit, F& fact) {
  visit("opened", fact.opened, "version of the CaseOpened in this stream");
  visit("person", fact.person, "who sees to it");
}

struct CaseClosed {
  static constexpr FactInfo kInfo{
      FactType::kCaseClosed, "CaseClosed",        StreamKind::kSystem,
      "dossier clos",        "day it was closed", "A case is closed, by an act or with no change."};

  Version opened;
  CaseClosing by{};
  std::optional<EventRef> event;
  std::optional<ActCode> act;
  friend bool operator==(const CaseClosed&, const CaseClosed&) = default;
};
template <typename V, ConstOrNot<CaseClosed> F>
void Fields(V&& visit, F& fact) {
  visit("opened", fact.opened, "version of the CaseOpened in this stream");
  visit("by", fact.by, "whose act closes it; no_change: none does");
  visit("event", fact.event, "the act, where the register has it");
  visit("act", fact.act, "number of the act");
}

// A reproducible sample for an audit; docs/reference/findings.md says how it is drawn.
struct SampleDrawn {
  static constexpr FactInfo kInfo{FactType::kSampleDrawn,
                                  "SampleDrawn",
                                  StreamKind::kSystem,
                                  "échantillon tiré",
                                  "day to which the population belongs",
                                  "A reproducible sample was drawn for an audit."};

  SamplePopulation population{};
  std::optional<SampleStratum> by;
  std::uint32_t seed{};
  std::uint32_t size{};
  std::uint32_t of{};
  std::uint32_t events{};
  Hash drawn;
  friend bool operator==(const SampleDrawn&, const SampleDrawn&) = default;
};
template <typename V, ConstOrNot<SampleDrawn> F>
void Fields(V&& visit, F& fact) {
  visit("population", fact.population, "what was drawn from");
  visit("by", fact.by, "strata; unset: none");
  visit("seed", fact.seed, "seed of the draw");
  visit("size", fact.size, "number drawn");
  visit("of", fact.of, "number in the population");
  visit("events", fact.events, "number of events that the log had at the draw");
  visit("drawn", fact.drawn, "SHA-256 of what was drawn, in order");
}

}  // namespace cartulary
