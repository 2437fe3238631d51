#include "decide_world.h"

#include <algorithm>
#include <set>

#include "core/check.h"

namespace cartulary {
namespace {

// Stands for the derived subjects of core/subjects.h.
Subject Derived(const std::string& text) {
  Subject subject{{200}};
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto& byte = subject.bytes[1 + i % 15];
    byte = static_cast<std::uint8_t>(byte * 31 + static_cast<std::uint8_t>(text[i]));
  }
  return subject;
}

std::string KeyOf(const Claim& claim) {
  return std::string(ToName(claim.kind)) + '/' + ToText(claim.number.hmac) + '/' + claim.code;
}

}  // namespace

BodyAccredited Accreditation(const char* body) { return {{body}, {"en"}, std::nullopt, {}}; }

EditionPublished NewEdition(const char* code) {
  EditionPublished fact;
  fact.certification = kTitle;
  fact.edition = {code};
  fact.binding = BindingDate::kEntryDate;
  fact.adopted = Day("2020-06-01");
  return fact;
}

RevisionPublished Revision(const char* edition, std::uint32_t number) {
  RevisionPublished fact;
  fact.certification = kTitle;
  fact.edition = {edition};
  fact.number = number;
  fact.text = HashOf(static_cast<std::uint8_t>(number));
  fact.kind = RevisionKind::kFirst;
  fact.author = kHead;
  return fact;
}

RevisionPublished Correction() {
  RevisionPublished fact = Revision("2020", 2);
  fact.previous = 1;
  fact.kind = RevisionKind::kCorrection;
  return fact;
}

RevisionPublished Completion() {
  RevisionPublished fact = Correction();
  fact.kind = RevisionKind::kCompletion;
  fact.settles = AssumptionCode{"pass_mark"};
  fact.document = HashOf(3);
  fact.article = ActCode{"ART-12"};
  return fact;
}

AssessmentPlanned Plan(const char* code) {
  AssessmentPlanned fact;
  fact.certification = kTitle;
  fact.edition = {"2020"};
  fact.plan = {code};
  fact.block = {"BC01"};
  fact.competencies = {{"BC01-C01"}};
  fact.kind = AssessmentKind::kWritten;
  fact.weight = Decimal::Of(1);
  fact.use = AssessmentUse::kSummative;
  return fact;
}

EnrolmentOpened Enrolment(const EnrolmentId& id, Route route) {
  EnrolmentOpened fact;
  fact.enrolment = id;
  fact.certification = kTitle;
  fact.route = route;
  fact.campus = {"AIX"};
  fact.cohort = {"2021"};
  fact.qualification = {"BUT"};
  fact.level = 6;
  return fact;
}

AssessmentRecorded Attempt(const char* plan, AssessmentStatus status) {
  AssessmentRecorded fact;
  fact.enrolment = kEnrolment;
  fact.plan = {plan};
  fact.session = AssessmentSession::kFirst;
  fact.attempt = 1;
  fact.status = status;
  fact.assessors = {kHead};
  return fact;
}

AssessmentRecorded Grade(const char* plan, const char* grade) {
  AssessmentRecorded fact = Attempt(plan, AssessmentStatus::kGraded);
  fact.grade = Decimal::Parse(grade).value();
  return fact;
}

TutorGridSigned Grid() {
  TutorGridSigned fact;
  fact.enrolment = kEnrolment;
  fact.academic_year = {2021};
  fact.levels = {{{"BC01-C01"}, 2}, {{"BC02-C01"}, 3}};
  fact.academic = Signature{kAcademicTutor, Day("2022-06-20")};
  fact.company = Signature{kCompanyTutor, Day("2022-06-27")};
  return fact;
}

AlternanceReportAssessed NewReport() {
  AlternanceReportAssessed fact;
  fact.enrolment = kEnrolment;
  fact.academic_year = {2021};
  fact.company_tutor = kCompanyTutor;
  fact.company_outcome = Appraisal::kFavourable;
  fact.programme_head = kHead;
  fact.head_outcome = Appraisal::kFavourable;
  return fact;
}

DefenceHeld NewDefence(DefenceKind kind) {
  DefenceHeld fact;
  fact.enrolment = kEnrolment;
  fact.kind = kind;
  fact.panel = {{kHead, College::kAcademic}, {kProfessional, College::kProfessional}};
  fact.outcome = Appraisal::kFavourable;
  return fact;
}

LanguageCertificateRecorded Certificate(std::uint8_t number) {
  LanguageCertificateRecorded fact;
  fact.body = {"ETS"};
  fact.test = {"TOEIC-4S"};
  fact.language = {"en"};
  fact.scores = {{{"total"}, Decimal::Of(850)}};
  fact.number = Lookup{HashOf(number)};
  return fact;
}

MobilityPeriodRecorded Stay() {
  MobilityPeriodRecorded fact;
  fact.enrolment = kEnrolment;
  fact.country = {"DE"};
  fact.from = Day("2023-03-01");
  fact.kind = MobilityKind::kCompany;
  fact.ending = MobilityEnding::kNormal;
  return fact;
}

JuryAppointed Appointment(const char* code) {
  JuryAppointed fact;
  fact.code = {code};
  fact.kind = JuryKind::kAward;
  fact.certification = kTitle;
  fact.campus = {"AIX"};
  fact.session_date = Day("2024-07-10");
  fact.appointed_by = kDirector;
  fact.chair = kDirector;
  fact.members = {{kDirector, College::kAcademic, MemberCapacity::kOfficer},
                  {kHead, College::kAcademic, MemberCapacity::kProgrammeTeacher},
                  {kProfessional, College::kProfessional, MemberCapacity::kProfessional}};
  return fact;
}

JuryDecisionRecorded JuryDecides(const JuryId& jury, FinalDecision decision) {
  JuryDecisionRecorded fact;
  fact.enrolment = kEnrolment;
  fact.jury = jury;
  fact.decision = decision;
  fact.deliberated = {kDirector, kHead, kProfessional};
  fact.chair = kDirector;
  return fact;
}

JuryDecisionRecorded ConditionalDecision() {
  JuryDecisionRecorded fact = JuryDecides(kOpenJury, FinalDecision::kConditional);
  fact.points = {{{"BC01"}, Decimal::Of(1)}};
  fact.reserves = {{{"stay"}, Day("2024-12-31"), Authority::kJuryChair}};
  return fact;
}

AwardWithdrawn Withdrawal() {
  return {kEnrolment, kNext, WithdrawalGround::kFraud, Authority::kDirectorGeneral, {"ACT-3"}};
}

AwardIssued Award(const char* number) {
  AwardIssued fact;
  fact.enrolment = kEnrolment;
  fact.number = {number};
  fact.decision = kDecision;
  fact.authority = Authority::kDirectorGeneral;
  return fact;
}

RevisionApplied Applied() {
  RevisionApplied fact;
  fact.certification = kTitle;
  fact.edition = {"2020"};
  fact.number = 2;
  fact.report = HashOf(8);
  fact.approver = kRegistrar;
  return fact;
}

CaseOpened AwardCase() {
  CaseOpened fact;
  fact.learner = kApprentice;
  fact.enrolment = kEnrolment;
  fact.kind = CaseKind::kAward;
  fact.direction = CaseDirection::kContestable;
  fact.concerns = EventRef{SubjectOf(kApprentice), kDecision};
  fact.finding = FindingCode{"award_unsupported"};
  return fact;
}

FactCorrected Correct(Version target, PlainFact replacement) {
  return {target, std::move(replacement), CorrectionGround::kEntryError, Authority::kRegistrar};
}

FactVoided Void(Version target) {
  return {target, CorrectionGround::kDuplicate, Authority::kRegistrar};
}

Command Approved(Command command) {
  command.by.approver = Actor{kDirector, ActorRole::kDirector, Assurance::kOsAccount, 1001};
  return command;
}

World::World() {
  FillRules();
  Append(Of(StreamKind::kSystem, kSystem, StoreCreated{}, "2024-09-05"));
  for (const PersonId& person :
       {kRegistrar, kHead, kAcademicTutor, kCompanyTutor, kDirector, kProfessional}) {
    PersonRegistered fact;
    fact.number = Lookup{HashOf(person.bytes[0])};
    Append(Of(StreamKind::kPerson, SubjectOf(person), fact, "2019-01-01"));
  }

  Append(OfInstitution(Accreditation("ETS"), "2019-01-01"));
  DelegationGranted delegation{kDirector, kHead, DelegationKind::kSignature, {}, {}, {}, {}};
  Append(OfInstitution(delegation, "2020-01-01"));
  Append(OfInstitution(OfficeHeld{kDirector, Office::kDirectorGeneral, {}, {}, {}}, "2019-01-01"));

  Append(OfTitle(NewEdition("2020"), "2020-09-01"));
  Append(OfTitle(Revision("2020", 1), "2020-06-15"));
  for (const char* plan : {"EX1", "EX2", "EX3"}) Append(OfTitle(Plan(plan), "2020-09-01"));
  AssessmentPlanned of_others = Plan("EX-2022");
  of_others.cohort = CohortCode{"2022"};
  Append(OfTitle(of_others, "2020-09-01"));
  AssessmentPlanned of_year = Plan("EX-Y1");
  of_year.academic_year = AcademicYear{2021};
  Append(OfTitle(of_year, "2020-09-01"));
  EditionPublished other = NewEdition("2019");
  other.certification = kOtherTitle;
  Append(Of(StreamKind::kReferential, Derived(kOtherTitle.text), other, "2019-09-01"));

  std::uint8_t number = 100;
  for (const LearnerId& learner : {kApprentice, kCandidate, kNewcomer}) {
    Append(Of(StreamKind::kLearner, SubjectOf(learner), LearnerRegistered{Lookup{HashOf(++number)}},
              "2021-06-01"));
  }
  EnrolmentOpened enrolment = Enrolment(kEnrolment);
  enrolment.edition = {"2020"};
  Append(OfApprentice(enrolment, "2021-09-01"));
  enrolment = Enrolment(kVaeEnrolment, Route::kVae);
  enrolment.edition = {"2020"};
  Append(OfCandidate(enrolment, "2021-09-01"));

  Append(OfApprentice(
      ContractStarted{kEnrolment, {"ACME"}, ContractKind::kApprenticeship, Day("2024-08-31")},
      "2021-09-01"));
  Append(OfApprentice(TutorAssigned{kEnrolment, kAcademicTutor, TutorRole::kAcademic, {}},
                      "2021-09-01"));
  Append(OfApprentice(Grade("EX1", "12"), "2022-01-15"));
  Append(OfApprentice(Attempt("EX2", AssessmentStatus::kAbsentUnjustified), "2022-01-16"));
  Append(OfApprentice(Stay(), "2023-05-23"));
  Append(OfApprentice(Certificate(110), "2023-10-01"));

  Append(OfJury(kSealedJury, Appointment("JD-2024-07"), "2024-05-01"));
  const auto in_september = [](auto& f) { f.session_date = Day("2024-09-10"); };
  Append(OfJury(kOpenJury, With(Appointment("JD-2024-09"), in_september), "2024-05-01"));
  JuryAppointed other_jury = Appointment("JD-OTHER");
  other_jury.certification = kOtherTitle;
  Append(OfJury(kOtherJury, other_jury, "2024-05-01"));
  Append(OfApprentice(JuryDecides(kSealedJury, FinalDecision::kAdmitted), "2024-07-10"));
  CARTULARY_CHECK(Stream(SubjectOf(kApprentice)).next_version == kDecision.value + 1);
  MinutesSealed minutes{{kDirector}, {{kApprentice, kDecision, HashOf(9)}}};
  Append(OfJury(kSealedJury, minutes, "2024-07-12"));
  SignAttendance(kSealedJury, "2024-07-10");

  verdict.learner = kApprentice;
  verdict.enrolment = kEnrolment;
  verdict.certification = kTitle;
  verdict.edition = {"2020"};
  verdict.revision = 1;
  verdict.conditions_met = true;
  verdict.root = {{"award"}, {}, Outcome::kSatisfied, {}, {}, {}, {}, {}, {}};
  verdict.root.children = {{{"jury_1"}, {}, Outcome::kSatisfied, {}, {}, {}, {}, {}, {}}};
  verdict.assumptions = {{"settled"}};
  verdict.decision = Cited{SubjectOf(kApprentice), kDecision, {}};
}

void World::SignAttendance(const JuryId& jury, const char* day) {
  for (const PersonId& person : {kDirector, kHead, kProfessional}) {
    Append(OfJury(jury, AttendanceSigned{person, {}, {}, SignatureMethod::kHandwritten}, day));
  }
}

Command World::AwardUnderReserve(const char* effective) {
  Append(OfApprentice(ConditionalDecision(), "2024-09-10"));
  Append(OfJury(kOpenJury, MinutesSealed{{kDirector}, {{kApprentice, kNext, HashOf(9)}}},
                "2024-09-12"));
  SignAttendance(kOpenJury, "2024-09-10");
  verdict.decision->version = kNext;
  AwardIssued award = Award("ENSAM-1");
  award.decision = kNext;
  return OfApprentice(award, effective);
}

void World::FillRules() {
  rules.certification = kTitle;
  rules.edition.code = {"2020"};
  const auto block = [](const char* id, const char* competency) {
    Block made;
    made.id = {id};
    made.competencies = {{{competency}, ""}};
    return made;
  };
  rules.blocks = {block("BC01", "BC01-C01"), block("BC02", "BC02-C01")};
  const auto route = [](Route which, bool open) {
    RouteAccess made;
    made.route = which;
    made.open = open;
    return made;
  };
  rules.routes = {route(Route::kApprenticeship, true),
                  route(Route::kContinuingEducation, true),
                  route(Route::kProfessionalContract, true),
                  route(Route::kVae, true),
                  route(Route::kStudent, false),
                  route(Route::kIndividual, false)};
  Assumption settled;
  settled.id = {"settled"};
  settled.settlement = Settlement{};
  Assumption unsettled;
  unsettled.id = {"pass_mark"};
  rules.assumptions = {settled, unsettled};
  Requirement award;
  award.id = {"award"};
  award.node = AllOf{{{"jury_1"}}};
  Requirement jury;
  jury.id = {"jury_1"};
  jury.node = Jury{};
  Requirement stay;
  stay.id = {"stay"};
  stay.waivable_by = {Authority::kProgrammeHead};
  stay.node = Mobility{};
  rules.requirements = {{award.id, award}, {jury.id, jury}, {stay.id, stay}};
  rules.root = award.id;
  text = rules;
  text.level = 7;
}

Command World::Of(StreamKind kind, Subject subject, Fact fact, const char* effective) const {
  Command command;
  command.kind = kind;
  command.subject = subject;
  command.fact = std::move(fact);
  command.by.actor = {kRegistrar, ActorRole::kRegistrar, Assurance::kOsAccount, 1000};
  command.by.effective = Day(effective);
  for (const auto& role : kEnumNames<EvidenceRole>) {
    command.by.evidence.push_back({role.value, HashOf(7), "application/pdf", 10});
  }
  for (const auto& content : kEnumNames<SealedClass>) {
    command.sealed.push_back({content.value, HashOf(6), "sealed"});
  }
  return command;
}

Command World::OfApprentice(Fact fact, const char* effective) const {
  return Of(StreamKind::kLearner, SubjectOf(kApprentice), std::move(fact), effective);
}
Command World::OfCandidate(Fact fact, const char* effective) const {
  return Of(StreamKind::kLearner, SubjectOf(kCandidate), std::move(fact), effective);
}
Command World::OfNewcomer(Fact fact, const char* effective) const {
  return Of(StreamKind::kLearner, SubjectOf(kNewcomer), std::move(fact), effective);
}
Command World::OfJury(const JuryId& jury, Fact fact, const char* effective) const {
  return Of(StreamKind::kJury, SubjectOf(jury), std::move(fact), effective);
}
Command World::OfInstitution(Fact fact, const char* effective) const {
  return Of(StreamKind::kInstitution, kInstitution, std::move(fact), effective);
}
Command World::OfTitle(Fact fact, const char* effective) const {
  return Of(StreamKind::kReferential, Derived(kTitle.text), std::move(fact), effective);
}

Command World::OfSystem(Fact fact, const char* effective) const {
  return Of(StreamKind::kSystem, kSystem, std::move(fact), effective);
}

Command World::CorrectsRules(RevisionPublished fact) const {
  Command command = OfTitle(std::move(fact), "2025-01-10");
  command.by.reason = ReasonCode{"misread"};
  command.by.on_behalf_of = kDirector;
  return command;
}
Command World::CompletesRules(RevisionPublished fact) {
  text = rules;
  Assumption& settled = text.assumptions[1];
  settled.value = "9.5";
  settled.settlement = Settlement{"fiche", HashOf(3), "ART- 12"};
  return OfTitle(std::move(fact), "2025-01-10");
}

Command World::AppliesRules(RevisionApplied fact) {
  Command published = CorrectsRules(Correction());
  published.by.actor.person = kHead;
  published.by.actor.uid = 1001;
  Append(published);
  return OfTitle(std::move(fact), "2025-01-12");
}

Command World::DirectorApplies(RevisionApplied fact) const {
  fact.approver = kDirector;
  Command command = OfTitle(std::move(fact), "2025-01-13");
  command.by.actor.person = kDirector;
  command.by.actor.uid = 1002;
  return command;
}

std::optional<Date> World::LastEntry() const {
  std::optional<Date> last;
  for (const auto& [subject, stream] : streams_) {
    for (const Entry& entry : stream.entries) {
      const auto* opened = std::get_if<EnrolmentOpened>(&entry.fact);
      if (opened == nullptr || opened->certification != kTitle) continue;
      last = std::max(last.value_or(entry.effective), entry.effective);
    }
  }
  return last;
}

Decision World::Decide(const Command& command) const {
  const Needs needs = NeedsOf(command);
  const FoldedStream& target = Stream(command.subject);
  const Citations cited = CitationsOf(target);

  Reference reference;
  reference.institution = Stream(kInstitution);
  const auto load = [&](const Citations& named) {
    for (const auto& code : named.referentials) {
      reference.referentials[code] = Stream(Derived(code.text));
    }
    for (const auto& jury : named.juries) reference.juries[jury] = Stream(SubjectOf(jury));
  };
  load(needs.streams);
  load(cited);
  for (const PersonId& person : needs.streams.persons) {
    reference.persons[person] = Stream(SubjectOf(person));
  }

  DecideContext context;
  context.target = &target;
  context.reference = &reference;
  std::set<LearnerId> learners = needs.streams.learners;
  if (command.kind == StreamKind::kJury) learners.merge(Citations(cited).learners);
  for (const LearnerId& learner : learners) {
    context.learners[learner] = &Stream(SubjectOf(learner));
  }
  for (const auto& merged : HeldOn<LearnersMerged>(target, command.by.effective)) {
    context.other_registrations.push_back(&Stream(SubjectOf(merged->other)));
  }
  if (needs.claim) {
    const auto holder = holders_.find(KeyOf(*needs.claim));
    if (holder != holders_.end()) context.holder = holder->second;
    if (needs.claim->kind == ClaimKind::kAwardNumber) {
      context.award_number = Derived(needs.claim->code);
      if (!Stream(context.award_number).empty()) context.holder = context.award_number;
    }
  }
  context.system = kSystem;
  if (const auto* applied = std::get_if<RevisionApplied>(&command.fact)) {
    const auto publisher = publishers_.find(applied->number);
    if (publisher != publishers_.end()) context.publisher = publisher->second;
  }
  if (const auto* closed = std::get_if<CaseClosed>(&command.fact)) {
    const Entry* opened = FindEntry(target, closed->opened);
    const auto* fact = opened == nullptr ? nullptr : std::get_if<CaseOpened>(&opened->fact);
    if (fact != nullptr) {
      const LearnerId registration = RegistrationOf(*fact);
      context.learners[registration] = &Stream(SubjectOf(registration));
    }
  }
  context.today = today;
  if (std::holds_alternative<EditionPublished>(command.fact)) context.last_entry = LastEntry();
  context.store_made = Stream(kSystem).entries.front().effective;
  const auto key = RulesNeeded(command, context);
  const bool have = key && key->certification == rules.certification &&
                    key->edition == rules.edition.code && key->revision.value_or(1) == 1;
  if (have && rules_published) context.rules = &rules;
  const bool publishes = std::holds_alternative<RevisionPublished>(command.fact);
  if (publishes && text_readable) context.text = &text;
  Verdict evaluated = verdict;
  if (needs.verdict && context.rules != nullptr) {
    evaluated.on = command.by.effective;
    context.verdict = &evaluated;
  }
  return cartulary::Decide(command, context);
}

void World::Take(const Command& command, const std::vector<Decided>& decided) {
  for (const Decided& one : decided) {
    FoldedStream& stream = streams_[one.subject];
    Event event;
    event.kind = one.kind;
    event.subject = one.subject;
    event.version = {stream.next_version};
    event.index = {next_index_++};
    event.recorded_date = today;
    event.by = command.by;
    event.fact = one.fact;
    if (const auto* published = std::get_if<RevisionPublished>(&event.fact)) {
      publishers_[published->number] = event.by.actor;
    }
    const Status status = Fold(stream, event);
    if (!status) std::fprintf(stderr, "%s\n", status.error().detail.en.c_str());
    CARTULARY_CHECK(status.has_value());
  }
  if (const auto claim = NeedsOf(command).claim) holders_[KeyOf(*claim)] = command.subject;
}

bool World::Record(const Command& command) {
  const Decision decision = Decide(command);
  const auto* decided = std::get_if<std::vector<Decided>>(&decision);
  if (decided != nullptr) Take(command, *decided);
  return decided != nullptr;
}

void World::Append(const Command& command) {
  Take(command, {{command.kind, command.subject, command.fact}});
}

const FoldedStream& World::Stream(const Subject& subject) const {
  static const FoldedStream kEmpty;
  const auto found = streams_.find(subject);
  return found == streams_.end() ? kEmpty : found->second;
}

std::string Answer(const Decision& decision) {
  const auto* rejection = std::get_if<Rejection>(&decision);
  return rejection == nullptr ? "accepted" : std::string(ToName(rejection->code));
}

}  // namespace cartulary
