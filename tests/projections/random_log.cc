#include "tests/projections/random_log.h"

#include <fstream>
#include <iterator>
#include <utility>
#include <variant>

#include "core/check.h"
#include "core/subjects.h"

namespace cartulary {
namespace {

const RequirementCode kReserved{"english"};
const std::vector<BlockCode> kBlocks{{"BC01"}, {"BC02"}, {"BC03"}};
const std::vector<CampusCode> kCampuses{{"AIX"}, {"LILLE"}};
const std::vector<CohortCode> kCohorts{{"2021"}, {"2022"}, {"2023"}};

std::string ReadRules() {
  std::ifstream file(CARTULARY_SOURCE_DIR "/referentials/rncp39304.yaml", std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

CompetencyCode CompetencyOf(const BlockCode& block, std::uint64_t number) {
  return {block.text + "-C0" + std::to_string(1 + number % 7)};
}

std::vector<CompetencyLevel> Levels(std::uint8_t level) {
  const std::map<std::string, int> counts{{"BC01", 7}, {"BC02", 8}, {"BC03", 11}};
  std::vector<CompetencyLevel> levels;
  for (const auto& [block, count] : counts) {
    for (int i = 1; i <= count; ++i) {
      levels.push_back({{block + (i < 10 ? "-C0" : "-C") + std::to_string(i)}, level});
    }
  }
  return levels;
}

}  // namespace

RandomLog::RandomLog(const Hasher& hasher, std::uint64_t seed)
    : hasher_(hasher), random_(seed), today_(*Date::Parse("2021-06-01")) {
  Add(StreamKind::kSystem, SystemSubject(hasher_), StoreCreated{.demo = true}, today_);
  PublishEdition(kEdition, "2020-01-01");
  PublishRevision(kEdition, RevisionKind::kFirst);
  for (int i = 0; i < 6; ++i) RegisterPerson();
  for (int i = 0; i < 4; ++i) PlanAssessment();
  PublishEdition(kNextEdition, "2026-09-01");
  PublishRevision(kNextEdition, RevisionKind::kFirst);
}

Version RandomLog::Add(StreamKind kind, const Subject& subject, Fact fact, Date effective) {
  const Event& event = log_.Add(kind, subject, std::move(fact), effective, today_);
  const Status folded = Fold(streams_[subject], event);
  CARTULARY_CHECK(folded.has_value());
  ++counts_[InfoOf(event.fact).type];
  return event.version;
}

Version RandomLog::AddOnSomeDay(StreamKind kind, const Subject& subject, Fact fact) {
  return Add(kind, subject, std::move(fact), SomeDay());
}

void RandomLog::PublishEdition(const EditionCode& edition, const char* from) {
  Add(StreamKind::kReferential, SubjectOf(hasher_, kCertification),
      EditionPublished{.certification = kCertification,
                       .edition = edition,
                       .to = {},
                       .binding = BindingDate::kEntryDate,
                       .adopted = today_,
                       .teaching_starts = {},
                       .act = {}},
      *Date::Parse(from));
}

void RandomLog::PublishRevision(const EditionCode& edition, RevisionKind kind) {
  std::string rules = ReadRules();
  CARTULARY_CHECK(!rules.empty());
  if (kind == RevisionKind::kCorrection) {
    const std::string weeks = "min_weeks: 12";
    const std::size_t at = rules.find(weeks);
    CARTULARY_CHECK(at != std::string::npos);
    rules.replace(at, weeks.size(), "min_weeks: " + std::to_string(5 + Below(12)));
  }
  RevisionPublished revision;
  revision.certification = kCertification;
  revision.edition = edition;
  revision.number = ++last_revision_;
  revisions_[edition].push_back(revision.number);
  revision.text = hasher_.Sha256(rules);
  revision.kind = kind;
  log_.AddBlob(revision.text, rules);
  Add(StreamKind::kReferential, SubjectOf(hasher_, kCertification), revision, today_);
}

void RandomLog::ApplyRevision(const EditionCode& edition) {
  RevisionApplied applied;
  applied.certification = kCertification;
  applied.edition = edition;
  applied.number = Pick(revisions_.at(edition));
  applied.approver = persons_.front();
  std::vector<CaseOpened> cases;
  for (const Learner& learner : learners_) {
    if (learner.enrolments.empty() || !Chance(15)) continue;
    CaseOpened opened;
    opened.learner = learner.id;
    opened.enrolment = learner.enrolments.front();
    opened.kind = CaseKind::kAward;
    opened.direction = CaseDirection::kContestable;
    cases.push_back(opened);
  }
  applied.cases = static_cast<std::uint32_t>(cases.size());
  const Subject subject = SubjectOf(hasher_, kCertification);
  const Version version = Add(StreamKind::kReferential, subject, applied, today_);
  for (CaseOpened& opened : cases) {
    opened.applied = EventRef{subject, version};
    Add(StreamKind::kSystem, SystemSubject(hasher_), opened, today_);
  }
}

void RandomLog::DeclareSuccessor() {
  SuccessorDeclared declared;
  declared.certification = kPredecessor;
  declared.successor = kCertification;
  for (const BlockCode& from : kBlocks) {
    const BlockCode to = Pick(kBlocks);
    if (Chance(70)) declared.blocks.push_back({from, to});
  }
  AddOnSomeDay(StreamKind::kReferential, SubjectOf(hasher_, kPredecessor), declared);
}

Lookup RandomLog::NewNumber() {
  Lookup number;
  for (auto& byte : number.hmac.bytes) byte = static_cast<std::uint8_t>(random_());
  return number;
}

Date RandomLog::SomeDay() {
  const auto back = static_cast<std::int32_t>(Below(500));
  return Date{today_.days + 100 - back};
}

PersonId RandomLog::RegisterPerson() {
  const auto person = NewId<PersonId>();
  PersonRegistered registered;
  if (Chance(70)) registered.number = NewNumber();
  Add(StreamKind::kPerson, SubjectOf(person), registered, today_);
  persons_.push_back(person);
  return person;
}

LearnerId RandomLog::RegisterLearner() {
  Learner learner{NewId<LearnerId>(), {}};
  Add(StreamKind::kLearner, SubjectOf(learner.id), LearnerRegistered{.number = NewNumber()},
      today_);
  learners_.push_back(learner);
  return learner.id;
}

EnrolmentId RandomLog::OpenEnrolment(Learner& learner, Date entry) {
  const auto enrolment = NewId<EnrolmentId>();
  const std::vector<Route> routes{Route::kApprenticeship, Route::kApprenticeship,
                                  Route::kContinuingEducation, Route::kVae};
  Add(StreamKind::kLearner, SubjectOf(learner.id),
      EnrolmentOpened{.enrolment = enrolment,
                      .certification = kCertification,
                      .route = Pick(routes),
                      .campus = Pick(kCampuses),
                      .cohort = Pick(kCohorts),
                      .qualification = {"BUT"},
                      .level = 6,
                      .edition = kEdition},
      entry);
  learner.enrolments.push_back(enrolment);
  return enrolment;
}

void RandomLog::PlanAssessment() {
  AssessmentPlanned plan;
  plan.certification = kCertification;
  plan.edition = Chance(85) ? kEdition : kNextEdition;
  plan.block = Pick(kBlocks);
  plan.plan = {plan.block.text + "-P" + std::to_string(plans_.size())};
  plan.competencies = {CompetencyOf(plan.block, Below(7))};
  plan.kind = AssessmentKind::kWritten;
  plan.weight = Decimal::Of(static_cast<std::int64_t>(1 + Below(3)));
  plan.use = Chance(80) ? AssessmentUse::kSummative : AssessmentUse::kFormative;
  plan.mandatory = Chance(40);
  if (Chance(20)) plan.cohort = Pick(kCohorts);
  AddOnSomeDay(StreamKind::kReferential, SubjectOf(hasher_, kCertification), plan);
  plans_.push_back(plan.plan);
}

std::vector<PersonId> RandomLog::SomePersons(std::size_t count) {
  std::vector<PersonId> persons;
  for (std::size_t i = 0; i < count; ++i) persons.push_back(Pick(persons_));
  return persons;
}

RandomLog::Learner& RandomLog::SomeLearner() { return learners_.at(Below(learners_.size())); }

JuryId RandomLog::AppointJury() {
  const auto jury = NewId<JuryId>();
  JuryAppointed appointed;
  appointed.code = {"JD-" + std::to_string(juries_.size())};
  appointed.kind = Chance(80) ? JuryKind::kAward : JuryKind::kVae;
  appointed.certification = kCertification;
  appointed.campus = Pick(kCampuses);
  appointed.session_date = SomeDay();
  appointed.appointed_by = Pick(persons_);
  if (!delegations_.empty() && Chance(60)) {
    appointed.delegation = EventRef{InstitutionSubject(hasher_), Pick(delegations_)};
  }
  for (std::size_t i = 0; i < 4 && i < persons_.size(); ++i) {
    appointed.members.push_back(
        {persons_[i], i % 2 ? College::kAcademic : College::kProfessional, MemberCapacity::kOther});
  }
  appointed.chair = persons_.front();
  AddOnSomeDay(StreamKind::kJury, SubjectOf(jury), appointed);
  juries_.push_back(jury);
  return jury;
}

void RandomLog::AddInstitutionFact() {
  const Subject subject = InstitutionSubject(hasher_);
  switch (Below(6)) {
    case 0:
      AddOnSomeDay(StreamKind::kInstitution, subject, BodyAccredited{{"ETS"}, {"en"}, {}, {}});
      break;
    case 1:
      AddOnSomeDay(StreamKind::kInstitution, subject, BodyAccreditationEnded{{"ETS"}, {"en"}, {}});
      break;
    case 2: {
      DelegationGranted granted;
      granted.from = Pick(persons_);
      granted.delegate = Pick(persons_);
      granted.kind = Chance(50) ? DelegationKind::kSignature : DelegationKind::kRepresentation;
      delegations_.push_back(AddOnSomeDay(StreamKind::kInstitution, subject, granted));
      break;
    }
    case 3:
      if (delegations_.empty()) break;
      AddOnSomeDay(StreamKind::kInstitution, subject, DelegationEnded{Pick(delegations_), {}});
      break;
    case 4:
      AddOnSomeDay(StreamKind::kInstitution, subject,
                   OfficeHeld{Pick(persons_), Office::kDirectorGeneral, {}, {}, {}});
      break;
    default:
      AddOnSomeDay(StreamKind::kInstitution, subject,
                   OfficeLeft{Pick(persons_), Office::kDirectorGeneral, {}, {}});
  }
}

void RandomLog::AddJuryFact() {
  const Subject subject = SubjectOf(Pick(juries_));
  switch (Below(5)) {
    case 4: {
      if (learners_.empty()) break;
      const Learner& learner = SomeLearner();
      if (learner.enrolments.empty()) break;
      AddOnSomeDay(StreamKind::kJury, subject,
                   CandidateConvened{learner.id, Pick(learner.enrolments)});
      break;
    }
    case 0:
      AddOnSomeDay(StreamKind::kJury, subject,
                   AttendanceSigned{Pick(persons_), {}, {}, SignatureMethod::kHandwritten});
      break;
    case 1:
      if (learners_.empty()) break;
      AddOnSomeDay(StreamKind::kJury, subject, RecusalRecorded{Pick(persons_), SomeLearner().id});
      break;
    case 2: {
      JuryAmended amended;
      amended.added = {{Pick(persons_), College::kAcademic, MemberCapacity::kOtherTeacher}};
      if (Chance(30)) amended.chair = Pick(persons_);
      amended.ground = {"absence"};
      AddOnSomeDay(StreamKind::kJury, subject, amended);
      break;
    }
    default: {
      MinutesSealed minutes;
      minutes.signed_by = SomePersons(2);
      for (const Learner& learner : learners_) {
        for (const Entry& entry : streams_[SubjectOf(learner.id)].entries) {
          if (!std::holds_alternative<JuryDecisionRecorded>(entry.fact)) continue;
          minutes.decisions.push_back({learner.id, entry.version, {}});
        }
      }
      AddOnSomeDay(StreamKind::kJury, subject, minutes);
    }
  }
}

void RandomLog::AddAssessment(Learner& learner, const EnrolmentId& enrolment) {
  AssessmentRecorded assessment;
  assessment.enrolment = enrolment;
  assessment.plan = Pick(plans_);
  assessment.session = Chance(80) ? AssessmentSession::kFirst : AssessmentSession::kResit;
  assessment.attempt = static_cast<std::uint8_t>(1 + Below(2));
  assessment.status = Chance(85) ? AssessmentStatus::kGraded : AssessmentStatus::kAbsentUnjustified;
  if (assessment.status == AssessmentStatus::kGraded) {
    assessment.grade = Decimal{static_cast<std::int64_t>(Below(41) * 50)};
  }
  assessment.assessors = SomePersons(1);
  AddOnSomeDay(StreamKind::kLearner, SubjectOf(learner.id), assessment);
}

void RandomLog::AddStay(Learner& learner, const EnrolmentId& enrolment) {
  const Subject subject = SubjectOf(learner.id);
  const Date end = SomeDay();
  const Version stay =
      Add(StreamKind::kLearner, subject,
          MobilityPeriodRecorded{enrolment,
                                 {"DE"},
                                 Date{end.days - static_cast<std::int32_t>(40 + Below(80))},
                                 MobilityKind::kCompany,
                                 MobilityEnding::kNormal},
          end);
  if (Chance(50)) {
    AddOnSomeDay(StreamKind::kLearner, subject,
                 MobilityReportAssessed{enrolment, {stay}, Appraisal::kFavourable, SomePersons(1)});
  }
  if (Chance(50)) {
    AddOnSomeDay(StreamKind::kLearner, subject,
                 DefenceHeld{enrolment,
                             DefenceKind::kMobility,
                             {{Pick(persons_), College::kAcademic},
                              {Pick(persons_), College::kProfessional}},
                             Appraisal::kFavourable,
                             {stay}});
  }
}

void RandomLog::AddDecision(Learner& learner, const EnrolmentId& enrolment) {
  if (juries_.empty()) AppointJury();
  const Subject subject = SubjectOf(learner.id);
  JuryDecisionRecorded decision;
  decision.enrolment = enrolment;
  decision.jury = Pick(juries_);
  for (const BlockCode& block : kBlocks) {
    if (Chance(70)) decision.blocks.push_back({block, BlockDecision::kValidated});
  }
  decision.decision = Chance(60) ? FinalDecision::kAdmitted : FinalDecision::kDeferred;
  decision.deliberated = SomePersons(4);
  decision.chair = decision.deliberated.front();
  if (Chance(25)) decision.points.push_back({kBlocks.front(), Decimal{100}});
  if (Chance(25)) {
    decision.decision = FinalDecision::kConditional;
    decision.reserves.push_back({kReserved, SomeDay(), Authority::kJury});
  }
  const Version version = AddOnSomeDay(StreamKind::kLearner, subject, decision);
  if (decision.decision != FinalDecision::kAdmitted || !Chance(60)) return;

  AwardIssued award;
  award.enrolment = enrolment;
  award.number = {"ENSAM-" + std::to_string(++awards_)};
  award.certification = kCertification;
  award.revision = 1;
  award.decision = version;
  award.authority = Authority::kDirectorGeneral;
  const Version issued = AddOnSomeDay(StreamKind::kLearner, subject, award);
  Add(StreamKind::kAwardNumber, SubjectOf(hasher_, award.number),
      AwardNumberTaken{kCertification, {subject, issued}}, today_);
}

// The learner comes from the predecessor, where a jury validated some blocks.
void RandomLog::AddTransfer(Learner& learner, const EnrolmentId& enrolment) {
  if (juries_.empty()) AppointJury();
  const Subject subject = SubjectOf(learner.id);
  EnrolmentOpened opened;
  opened.enrolment = NewId<EnrolmentId>();
  opened.certification = kPredecessor;
  opened.route = Route::kContinuingEducation;
  opened.campus = Pick(kCampuses);
  opened.cohort = Pick(kCohorts);
  opened.qualification = {"BUT"};
  opened.level = 6;
  opened.edition = kEdition;
  AddOnSomeDay(StreamKind::kLearner, subject, opened);
  JuryDecisionRecorded decision;
  decision.enrolment = opened.enrolment;
  decision.jury = Pick(juries_);
  for (const BlockCode& block : kBlocks) {
    if (Chance(70)) decision.blocks.push_back({block, BlockDecision::kValidated});
  }
  decision.decision = FinalDecision::kPartial;
  decision.deliberated = SomePersons(4);
  decision.chair = decision.deliberated.front();
  AddOnSomeDay(StreamKind::kLearner, subject, decision);
  AddOnSomeDay(StreamKind::kLearner, subject,
               EnrolmentTransferred{opened.enrolment, enrolment, {}});
}

void RandomLog::AddCourseFact(Learner& learner, const EnrolmentId& enrolment) {
  const std::vector<Route> routes{Route::kApprenticeship, Route::kContinuingEducation, Route::kVae};
  const std::vector<RequirementCode> requirements{{"entry_level"}, {"english"}, {"company"}};
  const auto add = [&](Fact fact) {
    AddOnSomeDay(StreamKind::kLearner, SubjectOf(learner.id), std::move(fact));
  };
  switch (Below(8)) {
    case 0: {
      AnnualRegistrationRecorded registered;
      registered.enrolment = enrolment;
      registered.academic_year = {static_cast<std::uint16_t>(2021 + Below(4))};
      registered.year_of_study = 2;
      registered.repeating = Chance(60);
      if (Chance(50)) registered.edition = Chance(70) ? kNextEdition : kEdition;
      add(registered);
      break;
    }
    case 1:
      add(RouteChanged{enrolment, Pick(routes), {}});
      break;
    case 2:
      add(EnrolmentSuspended{enrolment, LeavingReason::kGapYear, {}, {}});
      break;
    case 3:
      add(EnrolmentResumed{enrolment, {}});
      break;
    case 4:
      add(EnrolmentClosed{enrolment, LeavingReason::kResignation, {}});
      break;
    case 5:
      add(EquivalenceGranted{
          enrolment, kPredecessor, {"BC04"}, Pick(kBlocks), Authority::kDirectorGeneral, {"D-1"}});
      break;
    case 6: {
      WaiverGranted waiver;
      waiver.enrolment = enrolment;
      waiver.requirement = Pick(requirements);
      waiver.ground = {"HEALTH"};
      waiver.authority = Chance(60) ? Authority::kProgrammeHead : Authority::kRegistrar;
      waiver.act = {"D-2"};
      add(waiver);
      break;
    }
    default:
      AddTransfer(learner, enrolment);
  }
}

void RandomLog::Follow(const Subject& subject, Version version,
                       const JuryDecisionRecorded& decision) {
  const auto add = [&](Fact fact) { AddOnSomeDay(StreamKind::kLearner, subject, std::move(fact)); };
  const EnrolmentId& enrolment = decision.enrolment;
  switch (Below(4)) {
    case 0:
      add(ReserveLifted{enrolment, version, kReserved, Authority::kJury, {}});
      break;
    case 1:
      add(ReserveLapsed{enrolment, version, kReserved});
      break;
    case 2:
      add(JuryDecisionAnnulled{enrolment, version, Authority::kCourt, {"TA-1"}});
      break;
    default: {
      const Date day = SomeDay();
      JuryDecisionRecorded anew = decision;
      anew.decision = FinalDecision::kRefused;
      anew.reserves.clear();
      const Version by = Add(StreamKind::kLearner, subject, anew, day);
      Add(StreamKind::kLearner, subject,
          JuryDecisionRectified{enrolment, version, by, Authority::kJury, {"PV-1"}}, day);
    }
  }
}

// What follows a decision, an award or a withdrawal of the learner.
void RandomLog::AddAftermath(const Subject& subject) {
  std::vector<Entry> followed;
  for (const Entry& entry : streams_[subject].entries) {
    if (std::holds_alternative<JuryDecisionRecorded>(entry.fact) ||
        std::holds_alternative<AwardIssued>(entry.fact) ||
        std::holds_alternative<AwardWithdrawn>(entry.fact)) {
      followed.push_back(entry);
    }
  }
  if (followed.empty()) return;
  const Entry entry = Pick(followed);
  if (const auto* decision = std::get_if<JuryDecisionRecorded>(&entry.fact)) {
    Follow(subject, entry.version, *decision);
  } else if (const auto* award = std::get_if<AwardIssued>(&entry.fact)) {
    AddOnSomeDay(StreamKind::kLearner, subject,
                 AwardWithdrawn{award->enrolment,
                                entry.version,
                                WithdrawalGround::kFraud,
                                Authority::kCourt,
                                {"TA-2"}});
  } else if (const auto* withdrawal = std::get_if<AwardWithdrawn>(&entry.fact)) {
    AddOnSomeDay(
        StreamKind::kLearner, subject,
        AwardReinstated{withdrawal->enrolment, entry.version, Authority::kCourt, {"CAA-1"}});
  }
}

void RandomLog::AddLearnerFact() {
  Learner& learner = SomeLearner();
  const Subject subject = SubjectOf(learner.id);
  if (learner.enrolments.empty() || Chance(4)) {
    OpenEnrolment(learner, SomeDay());
    return;
  }
  const EnrolmentId enrolment = Pick(learner.enrolments);
  switch (Below(12)) {
    case 10:
    case 11:
      AddCourseFact(learner, enrolment);
      break;
    case 0:
      AddStay(learner, enrolment);
      break;
    case 1:
      AddDecision(learner, enrolment);
      break;
    case 2:
      AddOnSomeDay(StreamKind::kLearner, subject,
                   LanguageCertificateRecorded{
                       {"ETS"},
                       {"TOEIC-4S"},
                       {"en"},
                       {{{"total"}, Decimal::Of(static_cast<std::int64_t>(700 + 5 * Below(60)))}},
                       LanguageLevel::kB2,
                       NewNumber()});
      break;
    case 3:
      AddOnSomeDay(StreamKind::kLearner, subject,
                   TutorAssigned{enrolment,
                                 Pick(persons_),
                                 Chance(50) ? TutorRole::kAcademic : TutorRole::kCompany,
                                 {}});
      break;
    case 4: {
      TutorGridSigned grid;
      grid.enrolment = enrolment;
      grid.academic_year = {static_cast<std::uint16_t>(2021 + Below(4))};
      grid.levels = Levels(static_cast<std::uint8_t>(1 + Below(4)));
      grid.academic = Signature{Pick(persons_), today_};
      if (Chance(80)) grid.company = Signature{Pick(persons_), today_};
      AddOnSomeDay(StreamKind::kLearner, subject, grid);
      break;
    }
    case 5: {
      AlternanceReportAssessed report;
      report.enrolment = enrolment;
      report.academic_year = {static_cast<std::uint16_t>(2021 + Below(4))};
      report.company_tutor = Pick(persons_);
      report.company_outcome = Appraisal::kFavourable;
      report.programme_head = Pick(persons_);
      report.head_outcome = Chance(80) ? Appraisal::kFavourable : Appraisal::kUnfavourable;
      AddOnSomeDay(StreamKind::kLearner, subject, report);
      break;
    }
    case 6:
      AddAftermath(subject);
      break;
    default:
      AddAssessment(learner, enrolment);
  }
}

Fact RandomLog::Altered(const PlainFact& fact) {
  PlainFact altered = fact;
  if (auto* assessment = std::get_if<AssessmentRecorded>(&altered); assessment != nullptr) {
    if (assessment->grade) assessment->grade = Decimal{static_cast<std::int64_t>(Below(2001))};
  } else if (auto* opened = std::get_if<EnrolmentOpened>(&altered)) {
    opened->cohort = Pick(kCohorts);
    opened->campus = Pick(kCampuses);
  } else if (auto* learner = std::get_if<LearnerRegistered>(&altered)) {
    learner->number = NewNumber();
  } else if (auto* plan = std::get_if<AssessmentPlanned>(&altered)) {
    plan->weight = Decimal::Of(static_cast<std::int64_t>(1 + Below(5)));
  } else if (auto* changed = std::get_if<RouteChanged>(&altered)) {
    changed->route = Route::kContinuingEducation;
  } else if (auto* waiver = std::get_if<WaiverGranted>(&altered)) {
    waiver->authority = Authority::kProgrammeHead;
  } else if (auto* jury = std::get_if<JuryAppointed>(&altered)) {
    jury->chair = Pick(persons_);
  } else if (auto* decision = std::get_if<JuryDecisionRecorded>(&altered)) {
    if (!juries_.empty()) decision->jury = Pick(juries_);
  }
  return FactCorrected{
      {}, std::move(altered), CorrectionGround::kEntryError, Authority::kRegistrar};
}

void RandomLog::Correct() {
  const std::vector<Event>& events = log_.events();
  const Event& some = events[Below(events.size())];
  const FoldedStream& stream = streams_.at(some.subject);
  const Entry* entry = FindEntry(stream, some.version);
  if (entry == nullptr || entry->superseded) return;
  // A merger is never corrected, and the rules of the one edition stay, or nothing would have a
  // verdict.
  if (std::holds_alternative<RevisionPublished>(entry->fact) ||
      std::holds_alternative<RevisionApplied>(entry->fact) ||
      std::holds_alternative<LearnersMerged>(entry->fact)) {
    return;
  }
  const Date effective = Chance(60) ? entry->effective : SomeDay();
  if (Chance(50)) {
    Fact altered = Altered(entry->fact);
    std::get<FactCorrected>(altered).target = entry->version;
    Add(stream.kind, stream.subject, std::move(altered), effective);
  } else {
    Add(stream.kind, stream.subject,
        FactVoided{entry->version, CorrectionGround::kEntryError, Authority::kRegistrar},
        effective);
  }
}

// Sometimes ahead of the day; a registration into which others were merged may be merged too.
void RandomLog::MergeLearners() {
  Learner& survivor = SomeLearner();
  Learner& other = SomeLearner();
  if (survivor.merged || other.merged || survivor.id == other.id) return;
  other.merged = true;
  const Date day = SomeDay();
  Add(StreamKind::kLearner, SubjectOf(survivor.id), LearnersMerged{other.id, true, {}}, day);
  Add(StreamKind::kLearner, SubjectOf(other.id), LearnersMerged{survivor.id, false, {}}, day);
}

void RandomLog::Step() {
  // Slowly enough that part of what was recorded ahead is still ahead at the end.
  if (Chance(10)) today_.days += static_cast<std::int32_t>(Below(20));
  if (Chance(1)) today_.days += static_cast<std::int32_t>(Below(300));
  const std::uint64_t what = Below(100);
  if (what < 5 || learners_.empty()) {
    RegisterLearner();
  } else if (what < 8) {
    RegisterPerson();
  } else if (what < 12) {
    PlanAssessment();
  } else if (what < 18) {
    AddInstitutionFact();
  } else if (what < 22) {
    AppointJury();
  } else if (what < 32 && !juries_.empty()) {
    AddJuryFact();
  } else if (what < 34) {
    const EditionCode& edition = Chance(70) ? kEdition : kNextEdition;
    if (Chance(50)) PublishRevision(edition, RevisionKind::kCorrection);
    if (Chance(60)) ApplyRevision(edition);
  } else if (what < 36) {
    DeclareSuccessor();
  } else if (what < 37) {
    MergeLearners();
  } else if (what < 48) {
    Correct();
  } else {
    AddLearnerFact();
  }
}

LearnerId RandomLog::AddWholeDossier() {
  const LearnerId id = RegisterLearner();
  Learner& learner = learners_.back();
  const Subject subject = SubjectOf(id);
  const Date entry = *Date::FromCivil(static_cast<int>(2021 + Below(3)), 9, 1);
  const auto day = [&](std::uint64_t offset) {
    return Date{entry.days + static_cast<std::int32_t>(offset)};
  };
  const EnrolmentId enrolment = OpenEnrolment(learner, entry);
  const PersonId academic = Pick(persons_), company = Pick(persons_);
  Add(StreamKind::kLearner, subject,
      ContractStarted{enrolment, {"SIRET-00000000042"}, ContractKind::kApprenticeship, day(1095)},
      entry);
  Add(StreamKind::kLearner, subject, TutorAssigned{enrolment, academic, TutorRole::kAcademic, {}},
      entry);
  Add(StreamKind::kLearner, subject, TutorAssigned{enrolment, company, TutorRole::kCompany, {}},
      entry);
  std::uint64_t offset = 30;
  for (const PlanCode& plan : plans_) {
    AssessmentRecorded assessment;
    assessment.enrolment = enrolment;
    assessment.plan = plan;
    assessment.session = AssessmentSession::kFirst;
    assessment.attempt = 1;
    assessment.status = AssessmentStatus::kGraded;
    assessment.grade = Decimal{static_cast<std::int64_t>(800 + 50 * Below(24))};
    assessment.assessors = SomePersons(1);
    Add(StreamKind::kLearner, subject, assessment, day(offset += 11));
  }
  for (std::uint16_t year = 0; year < 3; ++year) {
    TutorGridSigned grid;
    grid.enrolment = enrolment;
    grid.academic_year = {static_cast<std::uint16_t>(entry.Year() + year)};
    grid.levels = Levels(static_cast<std::uint8_t>(year + 2));
    grid.academic = Signature{academic, day(285u + 365u * year)};
    grid.company = Signature{company, day(290u + 365u * year)};
    Add(StreamKind::kLearner, subject, grid, day(290u + 365u * year));
    AlternanceReportAssessed report;
    report.enrolment = enrolment;
    report.academic_year = grid.academic_year;
    report.company_tutor = company;
    report.company_outcome = Appraisal::kFavourable;
    report.programme_head = persons_.front();
    report.head_outcome = Appraisal::kFavourable;
    Add(StreamKind::kLearner, subject, report, day(295u + 365u * year));
  }
  Add(StreamKind::kLearner, subject,
      LanguageCertificateRecorded{{"ETS"},
                                  {"TOEIC-4S"},
                                  {"en"},
                                  {{{"total"}, Decimal::Of(815)}},
                                  LanguageLevel::kB2,
                                  NewNumber()},
      day(500));
  AddStay(learner, enrolment);
  if (Chance(60)) AddDecision(learner, enrolment);
  return id;
}

}  // namespace cartulary
