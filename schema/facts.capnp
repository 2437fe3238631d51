@0x9e4becaf652ceee9;
# What each fact type holds. docs/spec/events.md is normative; README.md says how this may change.
# A Text here is a code (docs/spec/events.md, "Values"): a short identifier, never a name or a
# sentence.
# An optional value is a union of `none` and `value`, so that unset is never taken for a default.

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("cartulary::schema");
using Types = import "types.capnp";
using Vocabulary = import "vocabulary.capnp";

# --- system ---

struct StoreCreated @0xb9bf4c1993a618cc {
  # A store was made: always the first event of a log.
  demo @0 :Bool;
  # True if the store holds invented data and a simulated clock.
}

struct SkipWaived @0xfdbedf195343ff8d {
  # An event that cannot be folded may be passed over.
  event :group {
    subject :group { high @0 :UInt64; low @1 :UInt64; }
    version @2 :UInt64;
  }
  # Event that may be passed over.
  authority @3 :Vocabulary.Authority;
  # Who decided it.
}

struct FindingNoted @0xdda0add586ea5052 {
  # A finding was looked at, and is justified or accepted.
  check @0 :Text;
  # Check that made the finding.
  finding :group { h0 @1 :UInt64; h1 @2 :UInt64; h2 @3 :UInt64; h3 @4 :UInt64; }
  # SHA-256 that names the finding, with its evidence.
  status @5 :Vocabulary.FindingStatus;
  # Justified, or accepted as it is.
}

struct CaseOpened @0xc26be34a1474284e {
  # Something must go to a jury, an authority or a court.
  learner :group { high @0 :UInt64; low @1 :UInt64; }
  # Learner concerned.
  enrolment :group { high @2 :UInt64; low @3 :UInt64; }
  # Enrolment (parcours) concerned.
  kind @4 :Vocabulary.CaseKind;
  # An award, a refusal or another finding.
  direction @5 :Vocabulary.CaseDirection;
  # For the learner, or against.
  concerns :union { none @6 :Void; value @7 :Types.EventRef; }
  # Decision or award concerned.
  applied :union { none @8 :Void; value @9 :Types.EventRef; }
  # RevisionApplied that is the cause.
  finding :union { none @10 :Void; value @11 :Text; }
  # Check whose finding is the cause.
}

struct CaseAssigned @0xdddba841379b9d98 {
  # A case has somebody who sees to it.
  opened @0 :UInt64;
  # Version of the CaseOpened in this stream.
  person :group { high @1 :UInt64; low @2 :UInt64; }
  # Who sees to it.
}

struct CaseClosed @0xa2fcffa7a43b26b3 {
  # A case is closed, by an act or with no change.
  opened @0 :UInt64;
  # Version of the CaseOpened in this stream.
  by @1 :Vocabulary.CaseClosing;
  # Whose act closes it; no_change: none does.
  event :union { none @2 :Void; value @3 :Types.EventRef; }
  # The act, where the register has it.
  act :union { none @4 :Void; value @5 :Text; }
  # Number of the act.
}

struct SampleDrawn @0xa55380f21544f530 {
  # A reproducible sample was drawn for an audit.
  population @0 :Vocabulary.SamplePopulation;
  # What was drawn from.
  by :union { none @1 :Void; value @2 :Vocabulary.SampleStratum; }
  # Strata; unset: none.
  seed @3 :UInt32;
  # Seed of the draw.
  size @4 :UInt32;
  # Number drawn.
  of @5 :UInt32;
  # Number in the population.
  events @6 :UInt32;
  # Number of events that the log had at the draw.
  drawn :group { h0 @7 :UInt64; h1 @8 :UInt64; h2 @9 :UInt64; h3 @10 :UInt64; }
  # SHA-256 of what was drawn, in order.
}

# --- institution ---

struct BodyAccredited @0xe4a5b0c4424e3af0 {
  # A body is accredited to certify a level in a language.
  body @0 :Text;
  # Certification body.
  language @1 :Text;
  # Language it may certify.
  to :union { none @2 :Void; value @3 :Int32; }
  # Last day, if one is known; days since 1970-01-01.
  act :union { none @4 :Void; value @5 :Text; }
  # Act that says so.
}

struct BodyAccreditationEnded @0xa9a246329f2dd6fa {
  # A body is no longer accredited for a language.
  body @0 :Text;
  # Certification body.
  language @1 :Text;
  # Language concerned.
  act :union { none @2 :Void; value @3 :Text; }
  # Act that says so.
}

struct DelegationGranted @0xca6369b5c5afa8e3 {
  # A person may sign, or chair a jury, in place of another.
  from :group { high @0 :UInt64; low @1 :UInt64; }
  # Who delegates.
  delegate :group { high @2 :UInt64; low @3 :UInt64; }
  # To whom.
  kind @4 :Vocabulary.DelegationKind;
  # Signature: to appoint a jury; representation: to chair one.
  certification :union { none @5 :Void; value @6 :Text; }
  # Only for this certification; unset: for all.
  campus :union { none @7 :Void; value @8 :Text; }
  # Only for this campus; unset: for all.
  to :union { none @9 :Void; value @10 :Int32; }
  # Last day, if one is known; days since 1970-01-01.
  act :union { none @11 :Void; value @12 :Text; }
  # Act that delegates.
}

struct DelegationEnded @0xaab4b026aebb3b0b {
  # A delegation is ended.
  delegation @0 :UInt64;
  # Version of the DelegationGranted in this stream.
  act :union { none @1 :Void; value @2 :Text; }
  # Act that ends it.
}

struct OfficeHeld @0xa3833de883dcd06b {
  # A person takes an office.
  person :group { high @0 :UInt64; low @1 :UInt64; }
  # Who holds it.
  office @2 :Vocabulary.Office;
  # Office held.
  campus :union { none @3 :Void; value @4 :Text; }
  # Campus, for an office of a campus.
  to :union { none @5 :Void; value @6 :Int32; }
  # Last day, if one is known; days since 1970-01-01.
  act :union { none @7 :Void; value @8 :Text; }
  # Act of appointment.
}

struct OfficeLeft @0xd171faaadc75b532 {
  # A person leaves an office.
  person :group { high @0 :UInt64; low @1 :UInt64; }
  # Who held it.
  office @2 :Vocabulary.Office;
  # Office left.
  campus :union { none @3 :Void; value @4 :Text; }
  # Campus, for an office of a campus.
  act :union { none @5 :Void; value @6 :Text; }
  # Act that ends it.
}

struct AccreditationRecorded @0xa20904c04842876c {
  # An authority accredits the school to grant the title; it is not the registration in the RNCP.
  authority @0 :Text;
  # Who accredits: CTI.
  certification :union { none @1 :Void; value @2 :Text; }
  # Only for this certification; unset: for all.
  to :union { none @3 :Void; value @4 :Int32; }
  # Last day, if one is known; days since 1970-01-01.
  act :union { none @5 :Void; value @6 :Text; }
  # Act that says so.
}

struct RetentionRuleSet @0xac69b34dbc99ad1e {
  # How long a class of personal data is kept.
  dataClass @0 :Vocabulary.SealedClass;
  # Class of personal content.
  years @1 :UInt16;
  # Years to keep it, from the last fact about the learner.
  act :union { none @2 :Void; value @3 :Text; }
  # Act that sets it.
}

struct RevisionApplied @0x95c98d07e208bb80 {
  # A revision became the one by which the enrolments of its edition are judged.
  certification @0 :Text;
  # Certification concerned.
  edition @1 :Text;
  # Edition concerned.
  number @2 :UInt32;
  # Revision applied.
  report :group { h0 @3 :UInt64; h1 @4 :UInt64; h2 @5 :UInt64; h3 @6 :UInt64; }
  # Digest of the impact report approved.
  approver :group { high @7 :UInt64; low @8 :UInt64; }
  # Who approved it.
  cases @9 :UInt32;
  # Number of cases opened in the same commit.
}

# --- person ---

struct PersonRegistered @0xb35ef59c743fd012 {
  # A member of staff, tutor, juror or companion is known to the register. Identity is sealed.
  number :union { none @0 :Void; value @1 :Types.Hash; }
  # Lookup of the staff number or other number by which people name this person.
}

# --- referential ---

struct EditionPublished @0xcf03a7391f881014 {
  # The rules that bind the enrolments of a period.
  certification @0 :Text;
  # Certification concerned.
  edition @1 :Text;
  # Name of the edition.
  binding @2 :Vocabulary.BindingDate;
  # Which date of an enrolment decides.
  adopted @3 :Int32;
  # Day of adoption; days since 1970-01-01.
  to :union { none @4 :Void; value @5 :Int32; }
  # Last day on which an enrolment comes under it, if one is known; days since 1970-01-01.
  teachingStarts :union { none @6 :Void; value @7 :Int32; }
  # First day of teaching under it; days since 1970-01-01.
  act :union { none @8 :Void; value @9 :Text; }
  # Act of adoption.
}

struct RevisionPublished @0x82883e4e26531d6e {
  # One text of an edition's rules; the text is a blob of the log.
  certification @0 :Text;
  # Certification concerned.
  edition @1 :Text;
  # Edition concerned.
  number @2 :UInt32;
  # From 1 along the stream.
  text :group { h0 @3 :UInt64; h1 @4 :UInt64; h2 @5 :UInt64; h3 @6 :UInt64; }
  # SHA-256 of the rules file.
  kind @7 :Vocabulary.RevisionKind;
  # First, correction or completion.
  author :group { high @8 :UInt64; low @9 :UInt64; }
  # Who wrote the revision.
  previous :union { none @10 :Void; value @11 :UInt32; }
  # Revision that this one follows, in the same edition.
  settles :union { none @12 :Void; value @13 :Text; }
  # Assumption that a completion settles.
  document :union { none @14 :Void; value @15 :Types.Hash; }
  # SHA-256 of the document that settles it.
  article :union { none @16 :Void; value @17 :Text; }
  # Place in that document.
}

struct AssessmentPlanned @0xde969f98f0328e4a {
  # An assessment that an edition, year or cohort provides for.
  certification @0 :Text;
  # Certification concerned.
  edition @1 :Text;
  # Edition concerned.
  plan @2 :Text;
  # Code of the planned assessment.
  block @3 :Text;
  # Block that it counts for.
  competencies @4 :List(Text);
  # Competencies that it touches.
  kind @5 :Vocabulary.AssessmentKind;
  # Nature.
  weight @6 :Int64;
  # Weight in the block's average, above 0; hundredths.
  use @7 :Vocabulary.AssessmentUse;
  # Summative or formative.
  mandatory @8 :Bool;
  # True if the block cannot be validated without it.
  academicYear :union { none @9 :Void; value @10 :UInt16; }
  # Only for this year; unset: for all; its first civil year.
  cohort :union { none @11 :Void; value @12 :Text; }
  # Only for this cohort; unset: for all.
}

struct BlockCorrespondence @0x81b5102f47f6846c {
  # A block of one certification and the block of another that it stands for.
  from @0 :Text;
  # Block held.
  to @1 :Text;
  # Block that it stands for.
}

struct SuccessorDeclared @0xb48abc8a4c74e704 {
  # Another certification takes the place of this one.
  certification @0 :Text;
  # Certification concerned.
  successor @1 :Text;
  # Certification that succeeds it.
  blocks @2 :List(BlockCorrespondence);
  # Which of its blocks stand for which.
  act :union { none @3 :Void; value @4 :Text; }
  # Act that says so.
}

struct StatisticsPublished @0xc1fca0a6d8566374 {
  # The figures of a year as the school published them; an unknown figure is not 0.
  certification @0 :Text;
  # Certification concerned.
  year @1 :UInt16;
  # Civil year of the awards.
  certified :union { none @2 :Void; value @3 :UInt32; }
  # Number certified.
  byVae :union { none @4 :Void; value @5 :UInt32; }
  # Of these, by VAE.
  employedSixMonths :union { none @6 :Void; value @7 :Int64; }
  # Employed at 6 months, percent; in hundredths.
  inTargetOccupationSixMonths :union { none @8 :Void; value @9 :Int64; }
  # In the target occupation at 6 months, percent; in hundredths.
  inTargetOccupationTwoYears :union { none @10 :Void; value @11 :Int64; }
  # In the target occupation at 24 months, percent; in hundredths.
}

# --- learner ---

struct CompetencyLevel @0xd8176b6723e26f63 {
  # A line of a grid: how far a competency is mastered.
  competency @0 :Text;
  # Competency of the block.
  level @1 :UInt8;
  # 0 (not met) to 4 (autonomous), the scale of the grid.
}

struct Signature @0xbbe0ba54f2d65e21 {
  # Who signed, and when.
  person :group { high @0 :UInt64; low @1 :UInt64; }
  # Who signed.
  date @2 :Int32;
  # Day of the signature; days since 1970-01-01.
}

struct PanelMember @0xa727f2505f757b05 {
  # A member of a defence panel (jury de soutenance).
  person :group { high @0 :UInt64; low @1 :UInt64; }
  # Who sat.
  college @2 :Vocabulary.College;
  # Whom this person represents.
}

struct ScorePart @0x99324c0ff648d49f {
  # The score of one part of a language test.
  part @0 :Text;
  # Name of the part: listening, reading, writing, speaking, total.
  score @1 :Int64;
  # Score of that part; hundredths.
}

struct BlockOutcome @0xd30af91e94d21171 {
  # What the jury decided of one block.
  block @0 :Text;
  # Block of competencies.
  decision @1 :Vocabulary.BlockDecision;
  # Validated or refused.
}

struct LearnerRegistered @0x8418a79efacb9057 {
  # A learner is known to the register. Identity and contact are sealed.
  number :group { h0 @0 :UInt64; h1 @1 :UInt64; h2 @2 :UInt64; h3 @3 :UInt64; }
  # Lookup of the student or candidate number.
}

struct EnrolmentOpened @0xfe385a7daf56d741 {
  # A learner enters a certification by a route.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Id of the enrolment, new.
  certification @2 :Text;
  # Certification entered.
  route @3 :Vocabulary.Route;
  # Route of access.
  campus @4 :Text;
  # Campus.
  cohort @5 :Text;
  # Cohort (promotion).
  qualification @6 :Text;
  # Entry qualification.
  level @7 :UInt8;
  # Its level, 3 to 8.
  edition @8 :Text;
  # Edition that binds; the program chooses it.
}

struct ContractStarted @0xc77805bcd1f8d7d5 {
  # A work-study contract starts.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  employer @2 :Text;
  # Employer.
  kind @3 :Vocabulary.ContractKind;
  # Kind of contract.
  to @4 :Int32;
  # Last day as agreed; days since 1970-01-01.
}

struct ContractEnded @0xc7cd22af9f0cfe74 {
  # A work-study contract ends.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  ending @2 :Vocabulary.ContractEnding;
  # At its term, or terminated before.
}

struct TutorAssigned @0x88fb6620f613e72c {
  # A tutor or companion is assigned to a learner.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  person :group { high @2 :UInt64; low @3 :UInt64; }
  # Who.
  role @4 :Vocabulary.TutorRole;
  # In which role.
  to :union { none @5 :Void; value @6 :Int32; }
  # Last day, if one is known; days since 1970-01-01.
}

struct TutorEnded @0xfb6cbc8ac1951e9b {
  # A tutor or companion stops following a learner.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  person :group { high @2 :UInt64; low @3 :UInt64; }
  # Who.
  role @4 :Vocabulary.TutorRole;
  # In which role.
}

struct AssessmentRecorded @0xff8d7583116834c7 {
  # The result of a learner in a planned assessment.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  plan @2 :Text;
  # Planned assessment.
  session @3 :Vocabulary.AssessmentSession;
  # First session or resit.
  attempt @4 :UInt8;
  # From 1.
  status @5 :Vocabulary.AssessmentStatus;
  # Graded, or why there is no grade.
  assessors @6 :List(Types.Id);
  # Who assessed.
  accommodated @7 :Bool;
  # True if an accommodation was applied.
  grade :union { none @8 :Void; value @9 :Int64; }
  # Grade of 20, beside status graded; or else the level; hundredths.
  level :union { none @10 :Void; value @11 :Vocabulary.AcquiredLevel; }
  # Acquired, partly, not acquired, beside status graded.
  group :union { none @12 :Void; value @13 :Types.Id; }
  # Group assessed together; unset: individual work.
  grid :union { none @14 :Void; value @15 :Text; }
  # Version of the assessment grid.
}

struct AbsenceJustified @0xa203f348446a5ff0 {
  # An absence is justified after the fact.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  assessment @2 :UInt64;
  # Version of the AssessmentRecorded in this stream.
  ground @3 :Text;
  # Ground accepted: medical, duty, transport.
}

struct TutorGridSigned @0xba3680fadeee6c5b {
  # The yearly grid, filled jointly by both tutors.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  academicYear @2 :UInt16;
  # Year that the grid is about; its first civil year.
  levels @3 :List(CompetencyLevel);
  # Level reached in each competency.
  academic :union { none @4 :Void; value @5 :Signature; }
  # Signature of the academic tutor.
  company :union { none @6 :Void; value @7 :Signature; }
  # Signature of the company tutor.
}

struct AlternanceReportAssessed @0xe866b5c88fdd89fa {
  # A work-study report, assessed by the company tutor and by the programme head.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  academicYear @2 :UInt16;
  # Year that the report is about; its first civil year.
  companyTutor :union { none @3 :Void; value @4 :Types.Id; }
  # Company tutor.
  companyOutcome :union { none @5 :Void; value @6 :Vocabulary.Appraisal; }
  # Appraisal of the company tutor.
  programmeHead :union { none @7 :Void; value @8 :Types.Id; }
  # Programme head.
  headOutcome :union { none @9 :Void; value @10 :Vocabulary.Appraisal; }
  # Appraisal of the programme head.
}

struct DefenceHeld @0x8c0892745a5e7b72 {
  # A defence before a panel.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  kind @2 :Vocabulary.DefenceKind;
  # Company, mobility or VAE.
  panel @3 :List(PanelMember);
  # Who sat, and for which college.
  outcome @4 :Vocabulary.Appraisal;
  # Outcome.
  stays @5 :List(UInt64);
  # Versions of the mobility periods that it is about.
}

struct LanguageCertificateRecorded @0xcbe6fde2260255b8 {
  # A certificate of level in a language. Its number is sealed.
  body @0 :Text;
  # Certification body.
  test @1 :Text;
  # Test and version.
  language @2 :Text;
  # Language tested.
  scores @3 :List(ScorePart);
  # Scores by part.
  number :group { h0 @4 :UInt64; h1 @5 :UInt64; h2 @6 :UInt64; h3 @7 :UInt64; }
  # Lookup of the certificate number.
  level :union { none @8 :Void; value @9 :Vocabulary.LanguageLevel; }
  # Level that the certificate states.
}

struct LanguageCertificateRevoked @0xc34d38342a51baf4 {
  # The body revoked a certificate.
  certificate @0 :UInt64;
  # Version of the LanguageCertificateRecorded in this stream.
  ground @1 :Vocabulary.CorrectionGround;
  # Ground.
}

struct MobilityPeriodRecorded @0xe039e7ead0865a07 {
  # A stay abroad, as it took place.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  country @2 :Text;
  # Country of the stay, ISO 3166-1 alpha-2.
  from @3 :Int32;
  # First day of the stay; days since 1970-01-01.
  kind @4 :Vocabulary.MobilityKind;
  # Kind of stay.
  ending @5 :Vocabulary.MobilityEnding;
  # How it ended.
}

struct MobilityReportAssessed @0x85a3167cde34b660 {
  # The report on a mobility.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  stays @2 :List(UInt64);
  # Versions of the mobility periods that it is about.
  outcome @3 :Vocabulary.Appraisal;
  # Outcome.
  assessors @4 :List(Types.Id);
  # Who assessed.
}

struct VaeAdmissibilityDecided @0xaf973aaea1263fb9 {
  # A VAE application is admissible, or not.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  outcome @2 :Vocabulary.Appraisal;
  # Outcome.
}

struct VaeDossierSubmitted @0x9715cc8f842d69dc {
  # The VAE dossier was handed in; it is evidence of the event.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
}

struct JuryDecisionRecorded @0x92e3dbb66b72ebb3 {
  # What an award jury decided of a candidate.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  jury :group { high @2 :UInt64; low @3 :UInt64; }
  # Session of the jury.
  blocks @4 :List(BlockOutcome);
  # Decision on each block that it decided.
  decision @5 :Vocabulary.FinalDecision;
  # Final decision.
  deliberated @6 :List(Types.Id);
  # Who deliberated on this candidate, chair included.
  chair :group { high @7 :UInt64; low @8 :UInt64; }
  # Who chaired.
  points @9 :List(JuryPoints);
  # Points of jury, by block.
  reserves @10 :List(Reserve);
  # What a conditional admission is subject to.
}

struct AwardIssued @0x81c401386f1739f4 {
  # The title is granted, on a jury's decision.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  number @2 :Text;
  # Number of the award.
  certification @3 :Text;
  # Certification granted.
  revision @4 :UInt32;
  # Revision of the rules applied at issue.
  decision @5 :UInt64;
  # Version of the JuryDecisionRecorded in this stream.
  overridden @6 :List(Text);
  # Findings in spite of which it was issued.
  authority @7 :Vocabulary.Authority;
  # Who granted it.
  logOrigin :union { none @8 :Void; value @9 :Types.Id; }
  # Log whose root is cited; unset until the log has a tree.
  logSize :union { none @10 :Void; value @11 :UInt64; }
  # Size of the log at issue.
  logRoot :union { none @12 :Void; value @13 :Types.Hash; }
  # Its root.
}

struct Reserve @0x9f0ee4811a3c5b48 {
  # A condition of an admission (réserve).
  requirement @0 :Text;
  # Requirement to be met.
  deadline @1 :Int32;
  # Last day on which it may be met; days since 1970-01-01.
  liftedBy @2 :Vocabulary.Authority;
  # Who may find that it is met: the jury, or its chair.
}

struct JuryPoints @0xff141b5302742bcf {
  # Points that the jury added (points de jury).
  block @0 :Text;
  # Block of competencies.
  points @1 :Int64;
  # Points added to its average, above 0; in hundredths.
}

struct LearnersMerged @0x9889bc2620dc7113 {
  # Two registrations are one learner; in the streams of both, in one commit.
  other :group { high @0 :UInt64; low @1 :UInt64; }
  # The other registration.
  survivor @2 :Bool;
  # True in the stream that goes on.
  act :union { none @3 :Void; value @4 :Text; }
  # Act that decides it.
}

struct AccommodationGranted @0xbbe4307f2ae5fd68 {
  # An accommodation is granted. The measure is sealed; a diagnosis is never recorded.
}

struct AccommodationEnded @0xc9423b3f0c73b3b1 {
  # An accommodation ends.
  accommodation @0 :UInt64;
  # Version of the AccommodationGranted in this stream.
}

struct AnnualRegistrationRecorded @0xb40cb8e71d63ac85 {
  # A learner registers for one more year; a year repeated may come under newer rules.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  academicYear @2 :UInt16;
  # Year entered; its first civil year.
  yearOfStudy @3 :UInt8;
  # Year of the programme, from 1.
  repeating @4 :Bool;
  # True if the year is repeated (redoublement).
  edition :union { none @5 :Void; value @6 :Text; }
  # Edition that binds from now on; unset: as before.
  act :union { none @7 :Void; value @8 :Text; }
  # Act that decides it.
}

struct RouteChanged @0xf01a8c65d71c87b7 {
  # A learner goes on by another route.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  route @2 :Vocabulary.Route;
  # New route.
  act :union { none @3 :Void; value @4 :Text; }
  # Act that decides it.
}

struct EnrolmentSuspended @0xa779f58eef7b985f {
  # A learner interrupts the programme.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  ground @2 :Vocabulary.LeavingReason;
  # Why.
  to :union { none @3 :Void; value @4 :Int32; }
  # Last day as planned, if one is known; days since 1970-01-01.
  act :union { none @5 :Void; value @6 :Text; }
  # Act that decides it.
}

struct EnrolmentResumed @0xe9d1864dc4a0e22c {
  # A learner resumes the programme.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  act :union { none @2 :Void; value @3 :Text; }
  # Act that decides it.
}

struct EnrolmentClosed @0xc20e0a653d8ff705 {
  # A learner leaves the programme.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  ground @2 :Vocabulary.LeavingReason;
  # Why.
  act :union { none @3 :Void; value @4 :Text; }
  # Act that decides it.
}

struct EnrolmentTransferred @0xb6d08c3d9bd491de {
  # A learner goes on in another certification, where validated blocks carry over.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  to :group { high @2 :UInt64; low @3 :UInt64; }
  # Enrolment, in the other certification, in which the learner goes on.
  act :union { none @4 :Void; value @5 :Text; }
  # Act that decides it.
}

struct MobilityPlanned @0xf29f589f059f89af {
  # A stay abroad is planned.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  country @2 :Text;
  # Country of the stay, ISO 3166-1 alpha-2.
  to @3 :Int32;
  # Last day as planned; days since 1970-01-01.
  kind @4 :Vocabulary.MobilityKind;
  # Kind of stay.
}

struct EquivalenceGranted @0xe3f961429c953642 {
  # A block of another certification stands for one of this.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  certification @2 :Text;
  # Certification that the learner holds the block of.
  from @3 :Text;
  # Block held.
  block @4 :Text;
  # Block that it stands for.
  authority @5 :Vocabulary.Authority;
  # Who decided it.
  act @6 :Text;
  # Act that decides it.
}

struct WaiverGranted @0xd6beb021cc3f52b5 {
  # A requirement is waived, where its rule says who may.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  requirement @2 :Text;
  # Requirement waived.
  ground @3 :Text;
  # Ground.
  authority @4 :Vocabulary.Authority;
  # Who decided it.
  act @5 :Text;
  # Act that decides it.
}

struct ReserveLifted @0xb031c9d0f4db0937 {
  # A reserve of a conditional admission is lifted.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  decision @2 :UInt64;
  # Version of the JuryDecisionRecorded in this stream.
  requirement @3 :Text;
  # Requirement reserved.
  authority @4 :Vocabulary.Authority;
  # Who lifted it: the jury, or its chair.
  act :union { none @5 :Void; value @6 :Text; }
  # Act that decides it.
}

struct ReserveLapsed @0xe7aa86a41f93bfcb {
  # A reserve was not lifted in time.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  decision @2 :UInt64;
  # Version of the JuryDecisionRecorded in this stream.
  requirement @3 :Text;
  # Requirement reserved.
}

struct JuryDecisionRectified @0x980e1e6854407f5a {
  # A new deliberation takes the place of a decision.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  decision @2 :UInt64;
  # Version of the JuryDecisionRecorded that is rectified.
  by @3 :UInt64;
  # Version of the JuryDecisionRecorded that takes its place.
  authority @4 :Vocabulary.Authority;
  # Who ordered it: jury, authority or court.
  act @5 :Text;
  # Act that decides it.
}

struct JuryDecisionAnnulled @0xd7895b13fd193ad7 {
  # A decision is annulled, as if it had never been.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  decision @2 :UInt64;
  # Version of the JuryDecisionRecorded that is annulled.
  authority @3 :Vocabulary.Authority;
  # Who annulled it: jury, authority or court.
  act @4 :Text;
  # Act that decides it.
}

struct DecisionNotified @0xccbcbfa52ccb95c1 {
  # A decision is notified to the learner; from then on the time to appeal runs.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  decision @2 :UInt64;
  # Version of the JuryDecisionRecorded in this stream.
  means @3 :Vocabulary.NotificationMeans;
  # How.
  remedies @4 :Bool;
  # True if the remedies were stated (voies et délais de recours).
}

struct AppealLodged @0xe4c883cd7f6af344 {
  # The learner appeals against a decision.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  decision @2 :UInt64;
  # Version of the JuryDecisionRecorded in this stream.
  kind @3 :Vocabulary.AppealKind;
  # To the author, to the superior, or to the court.
}

struct AppealDecided @0x80958f1cef52535b {
  # An appeal to the author or to the superior is decided.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  appeal @2 :UInt64;
  # Version of the AppealLodged in this stream.
  outcome @3 :Vocabulary.AppealOutcome;
  # Outcome.
  authority @4 :Vocabulary.Authority;
  # Who decided it.
  act :union { none @5 :Void; value @6 :Text; }
  # Act that decides it.
}

struct CourtRuled @0xa2472750528149e7 {
  # A court ruled on a decision.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  appeal :union { none @2 :Void; value @3 :UInt64; }
  # Version of the AppealLodged in this stream.
  decision @4 :UInt64;
  # Version of the JuryDecisionRecorded in this stream.
  outcome @5 :Vocabulary.CourtOutcome;
  # Outcome.
  scope @6 :Vocabulary.RulingScope;
  # What the ruling bears on.
  deadline :union { none @7 :Void; value @8 :Int32; }
  # Last day by which the school must act; days since 1970-01-01.
  act @9 :Text;
  # Number of the ruling.
}

struct AwardWithdrawn @0xfc6fd23c4960749e {
  # A title is withdrawn.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  award @2 :UInt64;
  # Version of the AwardIssued in this stream.
  ground @3 :Vocabulary.WithdrawalGround;
  # Ground.
  authority @4 :Vocabulary.Authority;
  # Who decided it.
  act @5 :Text;
  # Act that decides it.
}

struct AwardReinstated @0xdc0d2d217fb6b19e {
  # A title that was withdrawn is granted again.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  withdrawal @2 :UInt64;
  # Version of the AwardWithdrawn in this stream.
  authority @3 :Vocabulary.Authority;
  # Who decided it.
  act @4 :Text;
  # Act that decides it.
}

struct DuplicateIssued @0x926a7d1e28428d04 {
  # A duplicate of the diploma is issued.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  award @2 :UInt64;
  # Version of the AwardIssued in this stream.
  ground @3 :Text;
  # Ground: lost, damaged, name_changed.
  authority @4 :Vocabulary.Authority;
  # Who issued it.
  act :union { none @5 :Void; value @6 :Text; }
  # Act that decides it.
}

struct BlockCertificateIssued @0xbb84f024185f319c {
  # A certificate of a validated block is issued.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  block @2 :Text;
  # Block validated.
  decision @3 :UInt64;
  # Version of the JuryDecisionRecorded that validated it.
  authority @4 :Vocabulary.Authority;
  # Who issued it.
  act :union { none @5 :Void; value @6 :Text; }
  # Act that decides it.
}

struct SurveyAnswered @0xd538c97d9e1fdeb7 {
  # What became of a certified learner.
  enrolment :group { high @0 :UInt64; low @1 :UInt64; }
  # Enrolment (parcours) concerned.
  horizon @2 :Vocabulary.SurveyHorizon;
  # How long after the award.
  employed @3 :Vocabulary.SurveyAnswer;
  # Employed.
  inTargetOccupation @4 :Vocabulary.SurveyAnswer;
  # Employed in the target occupation (métier visé).
  inFurtherStudy @5 :Vocabulary.SurveyAnswer;
  # In further study.
}

# --- jury ---

struct JuryMember @0xb437671124118c58 {
  # A person appointed to a jury.
  person :group { high @0 :UInt64; low @1 :UInt64; }
  # Who is appointed.
  college @2 :Vocabulary.College;
  # Whom this person represents in this session.
  capacity @3 :Vocabulary.MemberCapacity;
  # The ground on which this person sits.
}

struct MinutedDecision @0x971e18761b1504c1 {
  # A decision that the minutes contain.
  learner :group { high @0 :UInt64; low @1 :UInt64; }
  # Learner decided on.
  version @2 :UInt64;
  # Version of the JuryDecisionRecorded in the learner's stream.
  leaf :group { h0 @3 :UInt64; h1 @4 :UInt64; h2 @5 :UInt64; h3 @6 :UInt64; }
  # RFC 6962 leaf hash of that event.
}

struct JuryAppointed @0xe166c721318c97de {
  # A session of a jury is appointed.
  code @0 :Text;
  # Name of the session.
  kind @1 :Vocabulary.JuryKind;
  # Award or VAE.
  certification @2 :Text;
  # Certification concerned.
  campus @3 :Text;
  # Campus.
  sessionDate @4 :Int32;
  # Day of the deliberation; days since 1970-01-01.
  appointedBy :group { high @5 :UInt64; low @6 :UInt64; }
  # Who appointed it.
  chair :group { high @7 :UInt64; low @8 :UInt64; }
  # Chair.
  members @9 :List(JuryMember);
  # Members, chair included.
  referenceSession :union { none @10 :Void; value @11 :Int32; }
  # First day of the assessments it judges, if known; days since 1970-01-01.
  delegation :union { none @12 :Void; value @13 :Types.EventRef; }
  # Delegation of signature under which, if any.
  act :union { none @14 :Void; value @15 :Text; }
  # Act of appointment.
}

struct CandidateConvened @0xd7b7b613211ffe1e {
  # A learner is on the session's list.
  learner :group { high @0 :UInt64; low @1 :UInt64; }
  # Learner.
  enrolment :group { high @2 :UInt64; low @3 :UInt64; }
  # Enrolment judged.
}

struct JuryAmended @0xdddbd1bb52aa3c5d {
  # The composition of a session is amended.
  added @0 :List(JuryMember);
  # Members added.
  removed @1 :List(Types.Id);
  # Members removed.
  ground @2 :Text;
  # Ground: absence, conflict, replacement.
  chair :union { none @3 :Void; value @4 :Types.Id; }
  # New chair, if it changes.
  act :union { none @5 :Void; value @6 :Text; }
  # Act of amendment.
}

struct AttendanceSigned @0xe23a6fde1deb8e49 {
  # The attendance of one member, with signature or its absence.
  person :group { high @0 :UInt64; low @1 :UInt64; }
  # Who attended.
  signature @2 :Vocabulary.SignatureMethod;
  # How the list was signed; missing: it was not.
  from :union { none @3 :Void; value @4 :UInt16; }
  # Arrival; minutes from midnight.
  to :union { none @5 :Void; value @6 :UInt16; }
  # Departure; minutes from midnight.
}

struct RecusalRecorded @0xd9cab866a0b652ec {
  # A member does not deliberate on a candidate.
  person :group { high @0 :UInt64; low @1 :UInt64; }
  # Who stands aside.
  candidate :group { high @2 :UInt64; low @3 :UInt64; }
  # Candidate concerned.
}

struct MinutesSealed @0xc25cbb6c1bdcb783 {
  # The minutes of the session; the document is evidence of the event.
  signedBy @0 :List(Types.Id);
  # Who signed.
  decisions @1 :List(MinutedDecision);
  # Decisions that the minutes contain.
}

# --- award number ---

struct AwardNumberTaken @0xff70b12310399aa4 {
  # A number is taken by an award; in the same commit.
  certification @0 :Text;
  # Certification granted.
  award :group {
    subject :group { high @1 :UInt64; low @2 :UInt64; }
    version @3 :UInt64;
  }
  # The AwardIssued in the learner's stream.
}
