// Random valid logs: learners, persons, juries, an institution and a certification with the real
// rules, everything interleaved, with corrections and voidings. One seed gives one log.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "core/event.h"
#include "core/fold/dossier.h"
#include "core/fold/fold.h"
#include "core/ports/hasher.h"
#include "tests/projections/plain_log.h"

namespace cartulary {

inline const CertificationCode kCertification{"RNCP39304"};
inline const EditionCode kEdition{"2024"};
inline const EditionCode kNextEdition{"2026"};
// It has no rules, and so its enrolments no verdict.
inline const CertificationCode kPredecessor{"RNCP37484"};

class RandomLog {
 public:
  // Publishes the rules file of the project.
  RandomLog(const Hasher& hasher, std::uint64_t seed);

  // Adds one event, or the two or three of one act.
  void Step();

  PlainLog& log() { return log_; }
  const PlainLog& log() const { return log_; }
  // How many events of each fact type there are.
  const std::map<FactType, int>& counts() const { return counts_; }

  struct Learner {
    LearnerId id;
    std::vector<EnrolmentId> enrolments;
    bool merged = false;  // Into another.
  };
  const std::vector<Learner>& learners() const { return learners_; }
  const std::vector<JuryId>& juries() const { return juries_; }
  const std::vector<PersonId>& persons() const { return persons_; }
  const std::vector<PlanCode>& plans() const { return plans_; }
  Date today() const { return today_; }

  // Adds an event whose fact is effective on `effective`. Checks that it can be folded.
  Version Add(StreamKind kind, const Subject& subject, Fact fact, Date effective);

  // Draws the day after what the fact holds: compilers differ in the order of arguments, and one
  // seed must give one log.
  Version AddOnSomeDay(StreamKind kind, const Subject& subject, Fact fact);

  // A correction asks something else than the first text.
  void PublishRevision(const EditionCode& edition, RevisionKind kind);
  // One of those published for the edition, with the cases that it opens.
  void ApplyRevision(const EditionCode& edition);
  LearnerId RegisterLearner();
  EnrolmentId OpenEnrolment(Learner& learner, Date entry);
  PersonId RegisterPerson();
  JuryId AppointJury();
  void PlanAssessment();
  // What an apprentice leaves in three years, about 100 facts, day by day.
  LearnerId AddWholeDossier();

 private:
  std::uint64_t Below(std::uint64_t bound) { return random_() % bound; }
  bool Chance(std::uint64_t percent) { return Below(100) < percent; }
  template <typename T>
  T Pick(const std::vector<T>& from) {
    return from.at(Below(from.size()));
  }
  template <typename IdType>
  IdType NewId() {
    IdType id;
    for (auto& byte : id.bytes) byte = static_cast<std::uint8_t>(random_());
    return id;
  }
  Lookup NewNumber();
  Date SomeDay();  // Mostly in the past, sometimes in the future.
  Learner& SomeLearner();
  std::vector<PersonId> SomePersons(std::size_t count);

  void PublishEdition(const EditionCode& edition, const char* from);
  void AddInstitutionFact();
  void AddJuryFact();
  void AddLearnerFact();
  void AddAftermath(const Subject& subject);
  void Follow(const Subject& subject, Version version, const JuryDecisionRecorded& decision);
  void AddAssessment(Learner& learner, const EnrolmentId& enrolment);
  void AddStay(Learner& learner, const EnrolmentId& enrolment);
  void AddDecision(Learner& learner, const EnrolmentId& enrolment);
  void AddCourseFact(Learner& learner, const EnrolmentId& enrolment);
  void AddTransfer(Learner& learner, const EnrolmentId& enrolment);
  void DeclareSuccessor();
  void Correct();
  void MergeLearners();
  // Another fact of the same type, about the same things.
  Fact Altered(const PlainFact& fact);

  const Hasher& hasher_;
  std::mt19937_64 random_;
  Date today_;
  PlainLog log_;
  std::map<FactType, int> counts_;
  std::map<Subject, FoldedStream> streams_;
  std::vector<Learner> learners_;
  std::vector<PersonId> persons_;
  std::vector<JuryId> juries_;
  std::vector<PlanCode> plans_;
  std::vector<Version> delegations_;
  std::map<EditionCode, std::vector<std::uint32_t>> revisions_;
  std::uint32_t last_revision_ = 0;
  std::uint64_t awards_ = 0;
};

}  // namespace cartulary
