@0xf4143946ec927d6b;
# The stored form of an event. docs/spec/events.md is normative; README.md says how this may change.

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("cartulary::schema");
using Types = import "types.capnp";
using Vocabulary = import "vocabulary.capnp";
using Facts = import "facts.capnp";

struct Event @0xe210652c753b9fd6 {
  # One event: one canonical message, without segment table, at most 65,535 bytes. Its bytes are
  # what is hashed, for ever.

  # --- envelope: set by the committer, but for kind and subject ---
  formatVersion @0 :UInt16;
  # 1.
  streamKind @1 :Vocabulary.StreamKind;
  recordedDate @2 :Int32;
  # Civil date of `recorded` in Europe/Paris, in days since 1970-01-01.
  index @3 :UInt64;
  # Place in the log, from 0, no gaps.
  version @4 :UInt64;
  # Place in the stream, from 0, no gaps.
  recorded @5 :UInt64;
  # When the log took it: microseconds since 1970-01-01T00:00:00Z. Never decreases along the log.
  origin :group { high @6 :UInt64; low @7 :UInt64; }
  # The log, by the 16 random bytes that were drawn when it was made.
  subject :group { high @8 :UInt64; low @9 :UInt64; }
  # The stream.
  link :group { h0 @10 :UInt64; h1 @11 :UInt64; h2 @12 :UInt64; h3 @13 :UInt64; }
  # Leaf hash of the stream's previous event; zero at version 0.

  # --- who and why ---
  actor :group {
    # Who acted.
    person :group { high @14 :UInt64; low @15 :UInt64; }
    role @16 :Vocabulary.ActorRole;
    assurance @17 :Vocabulary.Assurance;
    uid @18 :UInt32;
    # User id that the operating system gave to whoever ran the command.
  }
  entry @19 :Vocabulary.EntryMode;
  sameAccount @20 :Bool;
  # Actor and approver used one account of the operating system.
  effective @21 :Int32;
  # The civil date on which the fact was so, in days since 1970-01-01.

  # --- what, and what it rests on ---
  fact @22 :Fact;
  sealed @23 :List(SealedRef);
  # In the order of their class, at most one of each.
  evidence @24 :List(Evidence);
  # At most 32, in the order given.

  # --- who and why, where there is more to say ---
  reason :union { none @25 :Void; value @26 :Text; }
  # Code of the reason; its words are sealed.
  causation :union { none @27 :Void; value @28 :Types.EventRef; }
  # The event that led to this one.
  correlation :union { none @29 :Void; value @30 :Types.Id; }
  # What belongs together: one import, one session.
  approver :union { none @31 :Void; value @32 :Approver; }
  # The second person of an act that needs two.
  onBehalfOf :union { none @33 :Void; value @34 :Types.Id; }
  # The person for whom the actor acted.
}

struct Approver @0x9f915126a1fc6322 {
  # As Event.actor.
  person :group { high @0 :UInt64; low @1 :UInt64; }
  role @2 :Vocabulary.ActorRole;
  assurance @3 :Vocabulary.Assurance;
  uid @4 :UInt32;
}

struct Evidence @0xb0002179dbc228d5 {
  # A document behind the event.
  role @0 :Vocabulary.EvidenceRole;
  saltedSha256 :group { h0 @1 :UInt64; h1 @2 :UInt64; h2 @3 :UInt64; h3 @4 :UInt64; }
  # SHA-256 over the 16 bytes of the salt, then the document. The salt is sealed.
  sizeBytes @5 :UInt64;
  mediaType @6 :Text;
  # "application/pdf".
}

struct SealedRef @0xe0a3523601f10e94 {
  # A piece of personal content, stored beside the log: schema/sealed.capnp.
  contentClass @0 :Vocabulary.SealedClass;
  commitment :group { h0 @1 :UInt64; h1 @2 :UInt64; h2 @3 :UInt64; h3 @4 :UInt64; }
}

struct Fact @0xe2f9849b70e74eba {
  # The discriminant is the number of the fact type: append only, never renumber.
  union {
    reserved @0 :Void;
    # Never stored.
    factCorrected @1 :FactCorrected;
    factVoided @2 :FactVoided;
    storeCreated @3 :Facts.StoreCreated;
    bodyAccredited @4 :Facts.BodyAccredited;
    bodyAccreditationEnded @5 :Facts.BodyAccreditationEnded;
    delegationGranted @6 :Facts.DelegationGranted;
    delegationEnded @7 :Facts.DelegationEnded;
    officeHeld @8 :Facts.OfficeHeld;
    officeLeft @9 :Facts.OfficeLeft;
    personRegistered @10 :Facts.PersonRegistered;
    editionPublished @11 :Facts.EditionPublished;
    revisionPublished @12 :Facts.RevisionPublished;
    assessmentPlanned @13 :Facts.AssessmentPlanned;
    learnerRegistered @14 :Facts.LearnerRegistered;
    enrolmentOpened @15 :Facts.EnrolmentOpened;
    contractStarted @16 :Facts.ContractStarted;
    contractEnded @17 :Facts.ContractEnded;
    tutorAssigned @18 :Facts.TutorAssigned;
    tutorEnded @19 :Facts.TutorEnded;
    assessmentRecorded @20 :Facts.AssessmentRecorded;
    absenceJustified @21 :Facts.AbsenceJustified;
    tutorGridSigned @22 :Facts.TutorGridSigned;
    alternanceReportAssessed @23 :Facts.AlternanceReportAssessed;
    defenceHeld @24 :Facts.DefenceHeld;
    languageCertificateRecorded @25 :Facts.LanguageCertificateRecorded;
    languageCertificateRevoked @26 :Facts.LanguageCertificateRevoked;
    mobilityPeriodRecorded @27 :Facts.MobilityPeriodRecorded;
    mobilityReportAssessed @28 :Facts.MobilityReportAssessed;
    vaeAdmissibilityDecided @29 :Facts.VaeAdmissibilityDecided;
    vaeDossierSubmitted @30 :Facts.VaeDossierSubmitted;
    juryDecisionRecorded @31 :Facts.JuryDecisionRecorded;
    awardIssued @32 :Facts.AwardIssued;
    juryAppointed @33 :Facts.JuryAppointed;
    candidateConvened @34 :Facts.CandidateConvened;
    juryAmended @35 :Facts.JuryAmended;
    attendanceSigned @36 :Facts.AttendanceSigned;
    recusalRecorded @37 :Facts.RecusalRecorded;
    minutesSealed @38 :Facts.MinutesSealed;
    awardNumberTaken @39 :Facts.AwardNumberTaken;
    accreditationRecorded @40 :Facts.AccreditationRecorded;
    retentionRuleSet @41 :Facts.RetentionRuleSet;
    successorDeclared @42 :Facts.SuccessorDeclared;
    statisticsPublished @43 :Facts.StatisticsPublished;
    learnersMerged @44 :Facts.LearnersMerged;
    accommodationGranted @45 :Facts.AccommodationGranted;
    accommodationEnded @46 :Facts.AccommodationEnded;
    annualRegistrationRecorded @47 :Facts.AnnualRegistrationRecorded;
    routeChanged @48 :Facts.RouteChanged;
    enrolmentSuspended @49 :Facts.EnrolmentSuspended;
    enrolmentResumed @50 :Facts.EnrolmentResumed;
    enrolmentClosed @51 :Facts.EnrolmentClosed;
    enrolmentTransferred @52 :Facts.EnrolmentTransferred;
    mobilityPlanned @53 :Facts.MobilityPlanned;
    equivalenceGranted @54 :Facts.EquivalenceGranted;
    waiverGranted @55 :Facts.WaiverGranted;
    reserveLifted @56 :Facts.ReserveLifted;
    reserveLapsed @57 :Facts.ReserveLapsed;
    juryDecisionRectified @58 :Facts.JuryDecisionRectified;
    juryDecisionAnnulled @59 :Facts.JuryDecisionAnnulled;
    decisionNotified @60 :Facts.DecisionNotified;
    appealLodged @61 :Facts.AppealLodged;
    appealDecided @62 :Facts.AppealDecided;
    courtRuled @63 :Facts.CourtRuled;
    awardWithdrawn @64 :Facts.AwardWithdrawn;
    awardReinstated @65 :Facts.AwardReinstated;
    duplicateIssued @66 :Facts.DuplicateIssued;
    blockCertificateIssued @67 :Facts.BlockCertificateIssued;
    surveyAnswered @68 :Facts.SurveyAnswered;
    revisionApplied @69 :Facts.RevisionApplied;
    skipWaived @70 :Facts.SkipWaived;
    findingNoted @71 :Facts.FindingNoted;
    caseOpened @72 :Facts.CaseOpened;
    caseAssigned @73 :Facts.CaseAssigned;
    caseClosed @74 :Facts.CaseClosed;
    sampleDrawn @75 :Facts.SampleDrawn;
  }
}

struct FactCorrected @0x841f3c2840e20e54 {
  # A fact was recorded wrongly; the replacement, of the same type, stands in its place.
  target @0 :UInt64;
  # Version, in this stream, of the fact corrected.
  ground @1 :Vocabulary.CorrectionGround;
  # Why.
  authority @2 :Vocabulary.Authority;
  # Who decided it.
  replacement @3 :Fact;
  # The whole fact as it should have been; never a FactCorrected or a FactVoided.
}

struct FactVoided @0xc23628767685a3c8 {
  # A fact should not have been recorded; it no longer counts.
  target @0 :UInt64;
  # Version, in this stream, of the fact voided.
  ground @1 :Vocabulary.CorrectionGround;
  # Why.
  authority @2 :Vocabulary.Authority;
  # Who decided it.
}
