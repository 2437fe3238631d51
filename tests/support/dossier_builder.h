// Folded streams made by hand, through Fold itself, for tests of what reads them.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/check.h"
#include "core/fold/dossier.h"
#include "core/fold/fold.h"

namespace cartulary::testing_support {

inline Date Day(std::string_view text) {
  const auto date = Date::Parse(text);
  CARTULARY_CHECK(date.has_value());
  return *date;
}

inline Decimal Grade(std::string_view text) {
  const auto grade = Decimal::Parse(text);
  CARTULARY_CHECK(grade.has_value());
  return *grade;
}

template <typename SomeId>
SomeId IdNumber(int number) {
  SomeId id;
  id.bytes[14] = static_cast<std::uint8_t>(number >> 8);
  id.bytes[15] = static_cast<std::uint8_t>(number);
  return id;
}
inline PersonId Person(int number) { return IdNumber<PersonId>(number); }

inline const EnrolmentId kEnrolment = IdNumber<EnrolmentId>(1);
inline const EnrolmentId kOtherEnrolment = IdNumber<EnrolmentId>(2);
inline const CertificationCode kCertification{"RNCP39304"};
inline const EditionCode kEdition{"2024"};
inline const JuryId kJury = IdNumber<JuryId>(7);
inline const LearnerId kLearner = IdNumber<LearnerId>(1000);

// A dossier and what it refers to, grown event by event in the order of the log.
class World {
 public:
  World() {
    institution().kind = StreamKind::kInstitution;
    dossier.subject = SubjectOf(kLearner);
  }

  Dossier dossier;
  Reference reference;

  FoldedStream& institution() { return reference.institution; }
  FoldedStream& referential() { return reference.referentials[kCertification]; }
  FoldedStream& jury(const JuryId& id = kJury) { return reference.juries[id]; }

  // Of the learner.
  Version Record(std::string_view day, Fact fact) {
    return Append(dossier, StreamKind::kLearner, SubjectOf(kLearner), Day(day), std::move(fact));
  }
  Version Correct(Version target, PlainFact replacement) {
    const Date day = FindEntry(dossier, target)->effective;
    return Append(dossier, StreamKind::kLearner, SubjectOf(kLearner), day,
                  FactCorrected{target, std::move(replacement), CorrectionGround::kEntryError,
                                Authority::kRegistrar});
  }
  Version Void(Version target, std::optional<Date> from = std::nullopt) {
    const Date day = from.value_or(FindEntry(dossier, target)->effective);
    return Append(dossier, StreamKind::kLearner, SubjectOf(kLearner), day,
                  FactVoided{target, CorrectionGround::kEntryError, Authority::kRegistrar});
  }

  Version Establish(std::string_view day, Fact fact) {
    return Append(institution(), StreamKind::kInstitution, IdNumber<Subject>(1), Day(day),
                  std::move(fact));
  }
  Version Plan(std::string_view day, AssessmentPlanned plan) {
    return Append(referential(), StreamKind::kReferential, IdNumber<Subject>(2), Day(day),
                  std::move(plan));
  }
  // Of another certification.
  Version Declare(const CertificationCode& certification, std::string_view day, Fact fact) {
    return Append(reference.referentials[certification], StreamKind::kReferential,
                  IdNumber<Subject>(3), Day(day), std::move(fact));
  }
  Version Convene(std::string_view day, Fact fact, const JuryId& id = kJury) {
    return Append(jury(id), StreamKind::kJury, SubjectOf(id), Day(day), std::move(fact));
  }

 private:
  Version Append(FoldedStream& stream, StreamKind kind, Subject subject, Date effective,
                 Fact fact) {
    Event event;
    event.kind = kind;
    event.subject = subject;
    event.index.value = next_index_++;
    event.version.value = stream.next_version;
    event.recorded_date = effective;
    event.by.effective = effective;
    event.fact = std::move(fact);
    CARTULARY_CHECK(Fold(stream, event).has_value());
    return event.version;
  }

  std::uint64_t next_index_ = 1;
};

// ---- The institution, its plans and its jury ----

inline AssessmentPlanned Planned(std::string plan, std::string block,
                                 AssessmentUse use = AssessmentUse::kSummative,
                                 std::string_view weight = "1") {
  AssessmentPlanned planned;
  planned.certification = kCertification;
  planned.edition = kEdition;
  planned.plan.text = std::move(plan);
  planned.block.text = std::move(block);
  planned.kind = AssessmentKind::kWritten;
  planned.weight = Grade(weight);
  planned.use = use;
  planned.mandatory = use == AssessmentUse::kSummative;
  return planned;
}

inline constexpr int kDirector = 1;        // Director general.
inline constexpr int kCampusDirector = 2;  // Of AIX.
inline constexpr int kDelegate = 3;        // May be made the director's representative.
inline constexpr int kAcademicTutor = 20;
inline constexpr int kCompanyTutor = 21;

inline JuryMember Member(int person, College college) {
  return {Person(person), college,
          college == College::kAcademic ? MemberCapacity::kProgrammeTeacher
                                        : MemberCapacity::kProfessional};
}

inline JuryAppointed Appointed(std::vector<JuryMember> members, int chair = kDirector,
                               JuryKind kind = JuryKind::kAward) {
  JuryAppointed appointed;
  appointed.code.text = "JD-2027";
  appointed.kind = kind;
  appointed.certification = kCertification;
  appointed.campus.text = "AIX";
  appointed.session_date = Day("2027-10-15");
  appointed.appointed_by = Person(kDirector);
  appointed.chair = Person(chair);
  appointed.members = std::move(members);
  return appointed;
}

// The director general in the chair, two academics with that, two professionals.
inline std::vector<JuryMember> RegularMembers() {
  return {Member(kDirector, College::kAcademic), Member(10, College::kAcademic),
          Member(11, College::kProfessional), Member(12, College::kProfessional)};
}

inline std::vector<PersonId> PersonsOf(const std::vector<JuryMember>& members) {
  std::vector<PersonId> persons;
  for (const JuryMember& member : members) persons.push_back(member.person);
  return persons;
}

inline JuryDecisionRecorded Decided(FinalDecision decision, std::vector<BlockOutcome> blocks = {},
                                    std::vector<JuryMember> members = RegularMembers(),
                                    int chair = kDirector) {
  JuryDecisionRecorded decided;
  decided.enrolment = kEnrolment;
  decided.jury = kJury;
  decided.blocks = std::move(blocks);
  decided.decision = decision;
  decided.deliberated = PersonsOf(members);
  decided.chair = Person(chair);
  return decided;
}

// Offices, an accredited body, and two summative plans and a formative one for each block.
inline World Founded() {
  World world;
  const auto body = [&](std::string language) {
    world.Establish("2020-01-01", BodyAccredited{{"ETS"}, {std::move(language)}, {}, {}});
  };
  body("en");
  body("de");
  world.Establish("2020-01-01",
                  OfficeHeld{Person(kDirector), Office::kDirectorGeneral, {}, {}, {}});
  world.Establish(
      "2020-01-01",
      OfficeHeld{Person(kCampusDirector), Office::kCampusDirector, CampusCode{"AIX"}, {}, {}});
  for (const std::string block : {"BC01", "BC02", "BC03"}) {
    world.Plan("2024-09-01", Planned(block + "-EX1", block, AssessmentUse::kSummative, "2"));
    world.Plan("2024-09-01", Planned(block + "-EX2", block));
    world.Plan("2024-09-01", Planned(block + "-FORM", block, AssessmentUse::kFormative));
  }
  return world;
}

// ---- What a learner goes through ----

inline EnrolmentOpened Opened(Route route, int level = 5,
                              const EnrolmentId& enrolment = kEnrolment) {
  EnrolmentOpened opened;
  opened.enrolment = enrolment;
  opened.certification = kCertification;
  opened.route = route;
  opened.campus.text = "AIX";
  opened.cohort.text = "2024";
  opened.qualification.text = "BUT";
  opened.level = static_cast<std::uint8_t>(level);
  opened.edition = kEdition;
  return opened;
}

inline World Enrolled(Route route = Route::kApprenticeship, int level = 5) {
  World world = Founded();
  world.Record("2024-09-01", Opened(route, level));
  return world;
}

inline AssessmentRecorded Taken(std::string plan, AssessmentStatus status) {
  AssessmentRecorded result;
  result.enrolment = kEnrolment;
  result.plan.text = std::move(plan);
  result.session = AssessmentSession::kFirst;
  result.attempt = 1;
  result.status = status;
  return result;
}
inline AssessmentRecorded Graded(std::string plan, std::string_view grade, int attempt = 1) {
  AssessmentRecorded result = Taken(std::move(plan), AssessmentStatus::kGraded);
  result.grade = Grade(grade);
  result.attempt = static_cast<std::uint8_t>(attempt);
  if (attempt > 1) result.session = AssessmentSession::kResit;
  return result;
}

inline TutorGridSigned Grid(int year, bool academic = true, bool company = true, int level = 3) {
  TutorGridSigned grid;
  grid.enrolment = kEnrolment;
  grid.academic_year.first = static_cast<std::uint16_t>(year);
  for (const char* block : {"BC01", "BC02", "BC03"}) {
    for (const char* competency : {"-C01", "-C02"}) {
      grid.levels.push_back({{std::string(block) + competency}, static_cast<std::uint8_t>(level)});
    }
  }
  if (academic) grid.academic = Signature{Person(kAcademicTutor), Day("2025-06-30")};
  if (company) grid.company = Signature{Person(kCompanyTutor), Day("2025-06-30")};
  return grid;
}

inline AlternanceReportAssessed AlternanceReport(
    int year, std::optional<Appraisal> company = Appraisal::kFavourable,
    std::optional<Appraisal> head = Appraisal::kFavourable) {
  AlternanceReportAssessed report;
  report.enrolment = kEnrolment;
  report.academic_year.first = static_cast<std::uint16_t>(year);
  if (company) report.company_tutor = Person(kCompanyTutor);
  report.company_outcome = company;
  if (head) report.programme_head = Person(30);
  report.head_outcome = head;
  return report;
}

inline DefenceHeld Defended(DefenceKind kind, Appraisal outcome = Appraisal::kFavourable,
                            std::vector<Version> stays = {}) {
  DefenceHeld held;
  held.stays = std::move(stays);
  held.enrolment = kEnrolment;
  held.kind = kind;
  held.panel = {{Person(40), College::kProfessional}, {Person(41), College::kAcademic}};
  held.outcome = outcome;
  return held;
}

inline LanguageCertificateRecorded Certificate(std::string language, LanguageLevel level) {
  LanguageCertificateRecorded certificate;
  certificate.body.text = "ETS";
  certificate.test.text = "LILATE";
  certificate.language.text = std::move(language);
  certificate.level = level;
  return certificate;
}

// The last day is the effective date of the event.
inline MobilityPeriodRecorded Stay(std::string_view from, std::string country = "DE",
                                   MobilityEnding ending = MobilityEnding::kNormal) {
  MobilityPeriodRecorded stay;
  stay.enrolment = kEnrolment;
  stay.country.text = std::move(country);
  stay.from = Day(from);
  stay.kind = MobilityKind::kCompany;
  stay.ending = ending;
  return stay;
}

inline MobilityReportAssessed MobilityReport(Appraisal outcome = Appraisal::kFavourable,
                                             std::vector<Version> stays = {}) {
  MobilityReportAssessed report;
  report.stays = std::move(stays);
  report.enrolment = kEnrolment;
  report.outcome = outcome;
  report.assessors = {Person(kAcademicTutor)};
  return report;
}

// The stays that a fact names; nullptr for a fact of a type that names none.
inline std::vector<Version>* StaysNamedBy(PlainFact& fact) {
  if (auto* report = std::get_if<MobilityReportAssessed>(&fact)) return &report->stays;
  if (auto* held = std::get_if<DefenceHeld>(&fact)) return &held->stays;
  return nullptr;
}

inline void RecordResults(World& world, std::string_view grade = "12") {
  for (const std::string block : {"BC01", "BC02", "BC03"}) {
    world.Record("2025-06-15", Graded(block + "-EX1", grade));
    world.Record("2026-06-15", Graded(block + "-EX2", grade));
  }
}

// Everything that is asked of a work-study learner in the company.
inline void RecordCompany(World& world) {
  world.Record("2025-06-30", Grid(2024));
  world.Record("2026-06-30", Grid(2025));
  world.Record("2027-06-30", Grid(2026));
  world.Record("2027-06-30", AlternanceReport(2026));
  world.Record("2027-09-15", Defended(DefenceKind::kCompany));
}

// An apprentice who has done everything by 2027-09-20; no jury yet.
inline World Apprentice() {
  World world = Founded();
  world.Record("2024-09-01", Opened(Route::kApprenticeship));
  RecordResults(world);
  RecordCompany(world);
  world.Record("2026-03-15", Certificate("en", LanguageLevel::kB2));
  const Version stay = world.Record("2026-08-23", Stay("2026-06-01"));  // 84 days with the last.
  world.Record("2026-09-20", MobilityReport(Appraisal::kFavourable, {stay}));
  world.Record("2026-09-20", Defended(DefenceKind::kMobility, Appraisal::kFavourable, {stay}));
  return world;
}

// Appoints the regular jury and has it decide on 2027-10-15.
inline void RecordDecision(World& world, JuryDecisionRecorded decided) {
  world.Convene("2027-09-01", Appointed(RegularMembers()));
  world.Record("2027-10-15", std::move(decided));
}

}  // namespace cartulary::testing_support
