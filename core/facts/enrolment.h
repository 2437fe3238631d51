// The facts of an enrolment (parcours) in the stream of a learner.
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

// A learner enters a certification by a route.
struct EnrolmentOpened {
  static constexpr FactInfo kInfo{FactType::kEnrolmentOpened,
                                  "EnrolmentOpened",
                                  StreamKind::kLearner,
                                  "inscription",
                                  "entry date",
                                  "A learner enters a certification by a route."};

  EnrolmentId enrolment;
  CertificationCode certification;
  Route route{};
  CampusCode campus;
  CohortCode cohort;
  QualificationCode qualification;
  std::uint8_t level{};
  EditionCode edition;
  friend bool operator==(const EnrolmentOpened&, const EnrolmentOpened&) = default;
};
template <typename V, ConstOrNot<EnrolmentOpened> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "id of the enrolment, new");
  visit("certification", fact.certification, "certification entered");
  visit("route", fact.route, "route of access");
  visit("campus", fact.campus, "campus");
  visit("cohort", fact.cohort, "cohort (promotion)");
  visit("qualification", fact.qualification, "entry qualification");
  visit("level", fact.level, "its level, 3 to 8");
  visit("edition", fact.edition, "edition that binds; the program chooses it");
}

// A work-study contract starts.
struct ContractStarted {
  static constexpr FactInfo kInfo{FactType::kContractStarted,  "ContractStarted",
                                  StreamKind::kLearner,        "contrat",
                                  "first day of the contract", "A work-study contract starts."};

  EnrolmentId enrolment;
  EmployerCode employer;
  ContractKind kind{};
  Date to;
  friend bool operator==(const ContractStarted&, const ContractStarted&) = default;
};
template <typename V, ConstOrNot<ContractStarted> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("employer", fact.employer, "employer");
  visit("kind", fact.kind, "kind of contract");
  visit("to", fact.to, "last day as agreed");
}

// A work-study contract ends.
struct ContractEnded {
  static constexpr FactInfo kInfo{FactType::kContractEnded,   "ContractEnded",
                                  StreamKind::kLearner,       "fin de contrat",
                                  "last day of the contract", "A work-study contract ends."};

  EnrolmentId enrolment;
  ContractEnding ending{};
  friend bool operator==(const ContractEnded&, const ContractEnded&) = default;
};
template <typename V, ConstOrNot<ContractEnded> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("ending", fact.ending, "at its term, or terminated before");
}

// A tutor or companion is assigned to a learner.
struct TutorAssigned {
  static constexpr FactInfo kInfo{
      FactType::kTutorAssigned,  "TutorAssigned", StreamKind::kLearner,
      "affectation d'un tuteur", "first day",     "A tutor or companion is assigned to a learner."};

  EnrolmentId enrolment;
  PersonId person;
  TutorRole role{};
  std::optional<Date> to;
  friend bool operator==(const TutorAssigned&, const TutorAssigned&) = default;
};
template <typename V, ConstOrNot<TutorAssigned> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("person", fact.person, "who");
  visit("role", fact.role, "in which role");
  visit("to", fact.to, "last day, if one is known");
}

// A tutor or companion stops following a learner.
struct TutorEnded {
  static constexpr FactInfo kInfo{
      FactType::kTutorEnded, "TutorEnded", StreamKind::kLearner,
      "fin de tutorat",      "last day",   "A tutor or companion stops following a learner."};

  EnrolmentId enrolment;
  PersonId person;
  TutorRole role{};
  friend bool operator==(const TutorEnded&, const TutorEnded&) = default;
};
template <typename V, ConstOrNot<TutorEnded> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("person", fact.person, "who");
  visit("role", fact.role, "in which role");
}

// A learner registers for one more year; a year repeated may come under newer rules.
struct AnnualRegistrationRecorded {
  static constexpr FactInfo kInfo{
      FactType::kAnnualRegistrationRecorded,
      "AnnualRegistrationRecorded",
      StreamKind::kLearner,
      "réinscription",
      "day of the registration",
      "A learner registers for one more year; a year repeated may come under newer rules."};

  EnrolmentId enrolment;
  AcademicYear academic_year;
  std::uint8_t year_of_study{};
  bool repeating = false;
  std::optional<EditionCode> edition;
  std::optional<ActCode> act;
  friend bool operator==(const AnnualRegistrationRecorded&,
                         const AnnualRegistrationRecorded&) = default;
};
template <typename V, ConstOrNot<AnnualRegistrationRecorded> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("academic_year", fact.academic_year, "year entered");
  visit("year_of_study", fact.year_of_study, "year of the programme, from 1");
  visit("repeating", fact.repeating, "true if the year is repeated (redoublement)");
  visit("edition", fact.edition, "edition that binds from now on; unset: as before");
  visit("act", fact.act, "act that decides it");
}

// A learner goes on by another route.
struct RouteChanged {
  static constexpr FactInfo kInfo{
      FactType::kRouteChanged,      "RouteChanged",
      StreamKind::kLearner,         "changement de voie",
      "first day by the new route", "A learner goes on by another route."};

  EnrolmentId enrolment;
  Route route{};
  std::optional<ActCode> act;
  friend bool operator==(const RouteChanged&, const RouteChanged&) = default;
};
template <typename V, ConstOrNot<RouteChanged> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("route", fact.route, "new route");
  visit("act", fact.act, "act that decides it");
}

// A learner interrupts the programme.
struct EnrolmentSuspended {
  static constexpr FactInfo kInfo{FactType::kEnrolmentSuspended,
                                  "EnrolmentSuspended",
                                  StreamKind::kLearner,
                                  "interruption",
                                  "first day",
                                  "A learner interrupts the programme."};

  EnrolmentId enrolment;
  LeavingReason ground{};
  std::optional<Date> to;
  std::optional<ActCode> act;
  friend bool operator==(const EnrolmentSuspended&, const EnrolmentSuspended&) = default;
};
template <typename V, ConstOrNot<EnrolmentSuspended> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("ground", fact.ground, "why");
  visit("to", fact.to, "last day as planned, if one is known");
  visit("act", fact.act, "act that decides it");
}

// A learner resumes the programme.
struct EnrolmentResumed {
  static constexpr FactInfo kInfo{FactType::kEnrolmentResumed,
                                  "EnrolmentResumed",
                                  StreamKind::kLearner,
                                  "reprise",
                                  "first day",
                                  "A learner resumes the programme."};

  EnrolmentId enrolment;
  std::optional<ActCode> act;
  friend bool operator==(const EnrolmentResumed&, const EnrolmentResumed&) = default;
};
template <typename V, ConstOrNot<EnrolmentResumed> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("act", fact.act, "act that decides it");
}

// A learner leaves the programme.
struct EnrolmentClosed {
  static constexpr FactInfo kInfo{FactType::kEnrolmentClosed,
                                  "EnrolmentClosed",
                                  StreamKind::kLearner,
                                  "sortie",
                                  "last day",
                                  "A learner leaves the programme."};

  EnrolmentId enrolment;
  LeavingReason ground{};
  std::optional<ActCode> act;
  friend bool operator==(const EnrolmentClosed&, const EnrolmentClosed&) = default;
};
template <typename V, ConstOrNot<EnrolmentClosed> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("ground", fact.ground, "why");
  visit("act", fact.act, "act that decides it");
}

// A learner goes on in another certification, where validated blocks carry over.
struct EnrolmentTransferred {
  static constexpr FactInfo kInfo{
      FactType::kEnrolmentTransferred,
      "EnrolmentTransferred",
      StreamKind::kLearner,
      "transfert",
      "last day",
      "A learner goes on in another certification, where validated blocks carry over."};

  EnrolmentId enrolment;
  EnrolmentId to;
  std::optional<ActCode> act;
  friend bool operator==(const EnrolmentTransferred&, const EnrolmentTransferred&) = default;
};
template <typename V, ConstOrNot<EnrolmentTransferred> F>
void Fields(V&& visit, F& fact) {
  visit("enrolment", fact.enrolment, "enrolment (parcours) concerned");
  visit("to", fact.to, "enrolment, in the other certification, in which the learner goes on");
  visit("act", fact.act, "act that decides it");
}

}  // namespace cartulary
