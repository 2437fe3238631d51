// The vocabulary of the facts: every enumeration that an event can hold, with its number (stored,
// for ever), its name (JSON and rule files) and its French term. Append only, never renumber.
#pragma once

#include "core/facts/enums.h"

namespace cartulary {

// What a stream is about (flux).
enum class StreamKind : std::uint8_t {
  kInstitution = 1,
  kReferential = 2,
  kPerson = 3,
  kLearner = 4,
  kJury = 5,
  kAwardNumber = 6,
  kSystem = 7,
};
constexpr auto NamesOf(StreamKind) {
  return std::to_array<EnumName<StreamKind>>({
      {StreamKind::kInstitution, "institution", "établissement"},
      {StreamKind::kReferential, "referential", "référentiel"},
      {StreamKind::kPerson, "person", "personne"},
      {StreamKind::kLearner, "learner", "apprenant"},
      {StreamKind::kJury, "jury", "jury"},
      {StreamKind::kAwardNumber, "award_number", "numéro de diplôme"},
      {StreamKind::kSystem, "system", "système"},
  });
}

// voie d'accès: how the learner comes to the certification.
enum class Route : std::uint8_t {
  kApprenticeship = 1,
  kContinuingEducation = 2,
  kProfessionalContract = 3,
  kVae = 4,
  kStudent = 5,
  kIndividual = 6,
};
constexpr auto NamesOf(Route) {
  return std::to_array<EnumName<Route>>({
      {Route::kApprenticeship, "apprenticeship", "contrat d'apprentissage"},
      {Route::kContinuingEducation, "continuing_education", "formation continue"},
      {Route::kProfessionalContract, "professional_contract", "contrat de professionnalisation"},
      {Route::kVae, "vae", "validation des acquis de l'expérience"},
      {Route::kStudent, "student", "statut d'élève ou d'étudiant"},
      {Route::kIndividual, "individual", "candidature individuelle"},
  });
}

// In which capacity a person acted.
enum class ActorRole : std::uint8_t {
  kRegistrar = 1,
  kProgrammeHead = 2,
  kTeacher = 3,
  kTutor = 4,
  kJuryChair = 5,
  kDirector = 6,
  kComplianceOfficer = 7,
  kOperator = 8,
};
constexpr auto NamesOf(ActorRole) {
  return std::to_array<EnumName<ActorRole>>({
      {ActorRole::kRegistrar, "registrar", "scolarité"},
      {ActorRole::kProgrammeHead, "programme_head", "responsable de formation"},
      {ActorRole::kTeacher, "teacher", "enseignant"},
      {ActorRole::kTutor, "tutor", "tuteur"},
      {ActorRole::kJuryChair, "jury_chair", "président de jury"},
      {ActorRole::kDirector, "director", "directeur"},
      {ActorRole::kComplianceOfficer, "compliance_officer", "auditeur"},
      {ActorRole::kOperator, "operator", "exploitant"},
  });
}

// How the log knows who acted.
enum class Assurance : std::uint8_t {
  kDeclared = 1,
  kOsAccount = 2,
};
constexpr auto NamesOf(Assurance) {
  return std::to_array<EnumName<Assurance>>({
      {Assurance::kDeclared, "declared", "déclaré"},
      {Assurance::kOsAccount, "os_account", "compte du système"},
  });
}

// How an event came to be entered.
enum class EntryMode : std::uint8_t {
  kLive = 1,
  kHistorical = 2,
  kMigration = 3,
  kDemo = 4,
};
constexpr auto NamesOf(EntryMode) {
  return std::to_array<EnumName<EntryMode>>({
      {EntryMode::kLive, "live", "au fil de l'eau"},
      {EntryMode::kHistorical, "historical", "historique"},
      {EntryMode::kMigration, "migration", "reprise"},
      {EntryMode::kDemo, "demo", "démonstration"},
  });
}

// Classes of personal content (design 10): each is erased on its own.
enum class SealedClass : std::uint8_t {
  kRegister = 1,
  kContact = 2,
  kComments = 3,
  kHealth = 4,
  kVae = 5,
};
constexpr auto NamesOf(SealedClass) {
  return std::to_array<EnumName<SealedClass>>({
      {SealedClass::kRegister, "register", "registre"},
      {SealedClass::kContact, "contact", "coordonnées"},
      {SealedClass::kComments, "comments", "commentaires"},
      {SealedClass::kHealth, "health", "santé"},
      {SealedClass::kVae, "vae", "dossier de VAE"},
  });
}

// What a document is to the event that cites it.
enum class EvidenceRole : std::uint8_t {
  kAct = 1,
  kMinutes = 2,
  kAttendance = 3,
  kDossier = 4,
  kCertificate = 5,
  kGrid = 6,
  kReport = 7,
  kTranscript = 8,
  kRules = 9,
  kOther = 10,
};
constexpr auto NamesOf(EvidenceRole) {
  return std::to_array<EnumName<EvidenceRole>>({
      {EvidenceRole::kAct, "act", "acte"},
      {EvidenceRole::kMinutes, "minutes", "procès-verbal"},
      {EvidenceRole::kAttendance, "attendance", "feuille d'émargement"},
      {EvidenceRole::kDossier, "dossier", "dossier"},
      {EvidenceRole::kCertificate, "certificate", "attestation"},
      {EvidenceRole::kGrid, "grid", "grille"},
      {EvidenceRole::kReport, "report", "rapport"},
      {EvidenceRole::kTranscript, "transcript", "relevé de notes"},
      {EvidenceRole::kRules, "rules", "référentiel"},
      {EvidenceRole::kOther, "other", "autre"},
  });
}

// fonction
enum class Office : std::uint8_t {
  kDirectorGeneral = 1,
  kCampusDirector = 2,
  kProgrammeHead = 3,
};
constexpr auto NamesOf(Office) {
  return std::to_array<EnumName<Office>>({
      {Office::kDirectorGeneral, "director_general", "directeur général"},
      {Office::kCampusDirector, "campus_director", "directeur de campus"},
      {Office::kProgrammeHead, "programme_head", "responsable de formation"},
  });
}

// signature: to appoint a jury; representation: to chair one.
enum class DelegationKind : std::uint8_t {
  kSignature = 1,
  kRepresentation = 2,
};
constexpr auto NamesOf(DelegationKind) {
  return std::to_array<EnumName<DelegationKind>>({
      {DelegationKind::kSignature, "signature", "délégation de signature"},
      {DelegationKind::kRepresentation, "representation", "désignation du représentant"},
  });
}

// nature d'évaluation
enum class AssessmentKind : std::uint8_t {
  kWritten = 1,
  kOral = 2,
  kPractical = 3,
  kCaseStudy = 4,
  kProject = 5,
  kSeriousGame = 6,
  kFollowUpTalk = 7,
  kReport = 8,
};
constexpr auto NamesOf(AssessmentKind) {
  return std::to_array<EnumName<AssessmentKind>>({
      {AssessmentKind::kWritten, "written", "écrit"},
      {AssessmentKind::kOral, "oral", "oral"},
      {AssessmentKind::kPractical, "practical", "travaux pratiques"},
      {AssessmentKind::kCaseStudy, "case_study", "étude de cas"},
      {AssessmentKind::kProject, "project", "projet"},
      {AssessmentKind::kSeriousGame, "serious_game", "jeu sérieux"},
      {AssessmentKind::kFollowUpTalk, "follow_up_talk", "séance de suivi de projet"},
      {AssessmentKind::kReport, "report", "rapport écrit"},
  });
}

// Only a summative result counts towards a block.
enum class AssessmentUse : std::uint8_t {
  kSummative = 1,
  kFormative = 2,
};
constexpr auto NamesOf(AssessmentUse) {
  return std::to_array<EnumName<AssessmentUse>>({
      {AssessmentUse::kSummative, "summative", "sommative"},
      {AssessmentUse::kFormative, "formative", "formative"},
  });
}

// session
enum class AssessmentSession : std::uint8_t {
  kFirst = 1,
  kResit = 2,
};
constexpr auto NamesOf(AssessmentSession) {
  return std::to_array<EnumName<AssessmentSession>>({
      {AssessmentSession::kFirst, "first", "première session"},
      {AssessmentSession::kResit, "resit", "rattrapage"},
  });
}

// Absent is not zero: a grade stands only beside `graded`.
enum class AssessmentStatus : std::uint8_t {
  kGraded = 1,
  kAbsentUnjustified = 2,
  kAbsentJustified = 3,
  kExempt = 4,
  kNeutralised = 5,
  kFraud = 6,
};
constexpr auto NamesOf(AssessmentStatus) {
  return std::to_array<EnumName<AssessmentStatus>>({
      {AssessmentStatus::kGraded, "graded", "noté"},
      {AssessmentStatus::kAbsentUnjustified, "absent_unjustified", "ABI"},
      {AssessmentStatus::kAbsentJustified, "absent_justified", "ABJ"},
      {AssessmentStatus::kExempt, "exempt", "dispensé"},
      {AssessmentStatus::kNeutralised, "neutralised", "neutralisé"},
      {AssessmentStatus::kFraud, "fraud", "fraude"},
  });
}

// échelle d'acquisition
enum class AcquiredLevel : std::uint8_t {
  kAcquired = 1,
  kPartlyAcquired = 2,
  kNotAcquired = 3,
};
constexpr auto NamesOf(AcquiredLevel) {
  return std::to_array<EnumName<AcquiredLevel>>({
      {AcquiredLevel::kAcquired, "acquired", "acquis"},
      {AcquiredLevel::kPartlyAcquired, "partly_acquired", "partiellement acquis"},
      {AcquiredLevel::kNotAcquired, "not_acquired", "non acquis"},
  });
}

// tutorat
enum class TutorRole : std::uint8_t {
  kAcademic = 1,
  kCompany = 2,
  kVaeCompanion = 3,
};
constexpr auto NamesOf(TutorRole) {
  return std::to_array<EnumName<TutorRole>>({
      {TutorRole::kAcademic, "academic", "tuteur académique"},
      {TutorRole::kCompany, "company", "maître d'apprentissage"},
      {TutorRole::kVaeCompanion, "vae_companion", "accompagnateur VAE"},
  });
}

// contrat
enum class ContractKind : std::uint8_t {
  kApprenticeship = 1,
  kProfessional = 2,
};
constexpr auto NamesOf(ContractKind) {
  return std::to_array<EnumName<ContractKind>>({
      {ContractKind::kApprenticeship, "apprenticeship", "contrat d'apprentissage"},
      {ContractKind::kProfessional, "professional", "contrat de professionnalisation"},
  });
}

// fin de contrat
enum class ContractEnding : std::uint8_t {
  kNormal = 1,
  kTerminated = 2,
};
constexpr auto NamesOf(ContractEnding) {
  return std::to_array<EnumName<ContractEnding>>({
      {ContractEnding::kNormal, "normal", "à son terme"},
      {ContractEnding::kTerminated, "terminated", "rupture"},
  });
}

// soutenance
enum class DefenceKind : std::uint8_t {
  kCompany = 1,
  kMobility = 2,
  kVae = 3,
};
constexpr auto NamesOf(DefenceKind) {
  return std::to_array<EnumName<DefenceKind>>({
      {DefenceKind::kCompany, "company", "soutenance d'entreprise"},
      {DefenceKind::kMobility, "mobility", "soutenance de mobilité"},
      {DefenceKind::kVae, "vae", "soutenance de VAE"},
  });
}

// avis
enum class Appraisal : std::uint8_t {
  kFavourable = 1,
  kUnfavourable = 2,
};
constexpr auto NamesOf(Appraisal) {
  return std::to_array<EnumName<Appraisal>>({
      {Appraisal::kFavourable, "favourable", "favorable"},
      {Appraisal::kUnfavourable, "unfavourable", "défavorable"},
  });
}

// collège: whom a juror represents. Neither: unattached.
enum class College : std::uint8_t {
  kProfessional = 1,
  kAcademic = 2,
  kUnattached = 3,
};
constexpr auto NamesOf(College) {
  return std::to_array<EnumName<College>>({
      {College::kProfessional, "professional", "monde socio-économique"},
      {College::kAcademic, "academic", "académique"},
      {College::kUnattached, "unattached", "hors collège"},
  });
}

// qualité: the ground on which a person sits.
enum class MemberCapacity : std::uint8_t {
  kProgrammeTeacher = 1,
  kOtherTeacher = 2,
  kProfessional = 3,
  kOfficer = 4,
  kOther = 5,
};
constexpr auto NamesOf(MemberCapacity) {
  return std::to_array<EnumName<MemberCapacity>>({
      {MemberCapacity::kProgrammeTeacher, "programme_teacher",
       "enseignant de l'établissement intervenant dans la formation"},
      {MemberCapacity::kOtherTeacher, "other_teacher", "enseignant"},
      {MemberCapacity::kProfessional, "professional", "professionnel"},
      {MemberCapacity::kOfficer, "officer", "direction"},
      {MemberCapacity::kOther, "other", "autre"},
  });
}

// CECRL (CEFR). Ordered: a greater number is a better level.
enum class LanguageLevel : std::uint8_t {
  kBelowA1 = 1,
  kA1 = 2,
  kA2 = 3,
  kB1 = 4,
  kB2 = 5,
  kC1 = 6,
  kC2 = 7,
};
constexpr auto NamesOf(LanguageLevel) {
  return std::to_array<EnumName<LanguageLevel>>({
      {LanguageLevel::kBelowA1, "below_a1", "insuffisant"},
      {LanguageLevel::kA1, "a1", "A1"},
      {LanguageLevel::kA2, "a2", "A2"},
      {LanguageLevel::kB1, "b1", "B1"},
      {LanguageLevel::kB2, "b2", "B2"},
      {LanguageLevel::kC1, "c1", "C1"},
      {LanguageLevel::kC2, "c2", "C2"},
  });
}

// mobilité
enum class MobilityKind : std::uint8_t {
  kCompany = 1,
  kAcademic = 2,
  kResearch = 3,
};
constexpr auto NamesOf(MobilityKind) {
  return std::to_array<EnumName<MobilityKind>>({
      {MobilityKind::kCompany, "company", "en entreprise"},
      {MobilityKind::kAcademic, "academic", "académique"},
      {MobilityKind::kResearch, "research", "recherche"},
  });
}

// fin de mobilité
enum class MobilityEnding : std::uint8_t {
  kNormal = 1,
  kInterrupted = 2,
  kForceMajeure = 3,
};
constexpr auto NamesOf(MobilityEnding) {
  return std::to_array<EnumName<MobilityEnding>>({
      {MobilityEnding::kNormal, "normal", "à son terme"},
      {MobilityEnding::kInterrupted, "interrupted", "interrompue"},
      {MobilityEnding::kForceMajeure, "force_majeure", "force majeure"},
  });
}

// Which award jury of the fiche.
enum class JuryKind : std::uint8_t {
  kAward = 1,
  kVae = 2,
};
constexpr auto NamesOf(JuryKind) {
  return std::to_array<EnumName<JuryKind>>({
      {JuryKind::kAward, "award", "jury de délivrance"},
      {JuryKind::kVae, "vae", "jury de VAE"},
  });
}

// décision sur un bloc
enum class BlockDecision : std::uint8_t {
  kValidated = 1,
  kRefused = 2,
};
constexpr auto NamesOf(BlockDecision) {
  return std::to_array<EnumName<BlockDecision>>({
      {BlockDecision::kValidated, "validated", "validé"},
      {BlockDecision::kRefused, "refused", "non validé"},
  });
}

// décision finale
enum class FinalDecision : std::uint8_t {
  kAdmitted = 1,
  kPartial = 2,
  kDeferred = 3,
  kRefused = 4,
  kConditional = 5,
};
constexpr auto NamesOf(FinalDecision) {
  return std::to_array<EnumName<FinalDecision>>({
      {FinalDecision::kAdmitted, "admitted", "admis"},
      {FinalDecision::kPartial, "partial", "validation partielle"},
      {FinalDecision::kDeferred, "deferred", "ajourné"},
      {FinalDecision::kRefused, "refused", "refusé"},
      {FinalDecision::kConditional, "conditional", "admis sous réserve"},
  });
}

// signature; `missing`: the list was not signed.
enum class SignatureMethod : std::uint8_t {
  kHandwritten = 1,
  kElectronic = 2,
  kMissing = 3,
};
constexpr auto NamesOf(SignatureMethod) {
  return std::to_array<EnumName<SignatureMethod>>({
      {SignatureMethod::kHandwritten, "handwritten", "manuscrite"},
      {SignatureMethod::kElectronic, "electronic", "électronique"},
      {SignatureMethod::kMissing, "missing", "absente"},
  });
}

// Who decided an act.
enum class Authority : std::uint8_t {
  kJury = 1,
  kJuryChair = 2,
  kDirectorGeneral = 3,
  kCampusDirector = 4,
  kProgrammeHead = 5,
  kRegistrar = 6,
  kIssuingBody = 7,
  kCourt = 8,
};
constexpr auto NamesOf(Authority) {
  return std::to_array<EnumName<Authority>>({
      {Authority::kJury, "jury", "jury"},
      {Authority::kJuryChair, "jury_chair", "président de jury"},
      {Authority::kDirectorGeneral, "director_general", "directeur général"},
      {Authority::kCampusDirector, "campus_director", "directeur de campus"},
      {Authority::kProgrammeHead, "programme_head", "responsable de formation"},
      {Authority::kRegistrar, "registrar", "scolarité"},
      {Authority::kIssuingBody, "issuing_body", "organisme émetteur"},
      {Authority::kCourt, "court", "juridiction"},
  });
}

// Why a fact is corrected or voided.
enum class CorrectionGround : std::uint8_t {
  kEntryError = 1,
  kMaterialError = 2,
  kMarkingError = 3,
  kDuplicate = 4,
  kFraud = 5,
  kAppeal = 6,
  kCourtRuling = 7,
  kAnnulledByIssuer = 8,
};
constexpr auto NamesOf(CorrectionGround) {
  return std::to_array<EnumName<CorrectionGround>>({
      {CorrectionGround::kEntryError, "entry_error", "erreur de saisie"},
      {CorrectionGround::kMaterialError, "material_error", "erreur matérielle"},
      {CorrectionGround::kMarkingError, "marking_error", "erreur de correction"},
      {CorrectionGround::kDuplicate, "duplicate", "doublon"},
      {CorrectionGround::kFraud, "fraud", "fraude"},
      {CorrectionGround::kAppeal, "appeal", "recours"},
      {CorrectionGround::kCourtRuling, "court_ruling", "décision de justice"},
      {CorrectionGround::kAnnulledByIssuer, "annulled_by_issuer", "annulé par l'émetteur"},
  });
}

// révision
enum class RevisionKind : std::uint8_t {
  kFirst = 1,
  kCorrection = 2,
  kCompletion = 3,
};
constexpr auto NamesOf(RevisionKind) {
  return std::to_array<EnumName<RevisionKind>>({
      {RevisionKind::kFirst, "first", "première"},
      {RevisionKind::kCorrection, "correction", "correction"},
      {RevisionKind::kCompletion, "completion", "complément"},
  });
}

// Which date decides the edition that binds an enrolment.
enum class BindingDate : std::uint8_t {
  kEntryDate = 1,
  kAcademicYear = 2,
};
constexpr auto NamesOf(BindingDate) {
  return std::to_array<EnumName<BindingDate>>({
      {BindingDate::kEntryDate, "entry_date", "date d'entrée"},
      {BindingDate::kAcademicYear, "academic_year", "année universitaire"},
  });
}

// sortie, interruption
enum class LeavingReason : std::uint8_t {
  kResignation = 1,
  kExclusion = 2,
  kContractEnded = 3,
  kOtherCertification = 4,
  kGapYear = 5,
  kCompleted = 6,
  kOther = 7,
};
constexpr auto NamesOf(LeavingReason) {
  return std::to_array<EnumName<LeavingReason>>({
      {LeavingReason::kResignation, "resignation", "démission"},
      {LeavingReason::kExclusion, "exclusion", "exclusion"},
      {LeavingReason::kContractEnded, "contract_ended", "rupture du contrat"},
      {LeavingReason::kOtherCertification, "other_certification", "autre certification"},
      {LeavingReason::kGapYear, "gap_year", "césure"},
      {LeavingReason::kCompleted, "completed", "fin de parcours"},
      {LeavingReason::kOther, "other", "autre motif"},
  });
}

// mode de notification
enum class NotificationMeans : std::uint8_t {
  kLetter = 1,
  kRegisteredLetter = 2,
  kEmail = 3,
  kPortal = 4,
  kInPerson = 5,
};
constexpr auto NamesOf(NotificationMeans) {
  return std::to_array<EnumName<NotificationMeans>>({
      {NotificationMeans::kLetter, "letter", "lettre simple"},
      {NotificationMeans::kRegisteredLetter, "registered_letter", "lettre recommandée"},
      {NotificationMeans::kEmail, "email", "courriel"},
      {NotificationMeans::kPortal, "portal", "espace personnel"},
      {NotificationMeans::kInPerson, "in_person", "remise en main propre"},
  });
}

// recours
enum class AppealKind : std::uint8_t {
  kToTheAuthor = 1,
  kToTheSuperior = 2,
  kToTheCourt = 3,
};
constexpr auto NamesOf(AppealKind) {
  return std::to_array<EnumName<AppealKind>>({
      {AppealKind::kToTheAuthor, "to_the_author", "recours gracieux"},
      {AppealKind::kToTheSuperior, "to_the_superior", "recours hiérarchique"},
      {AppealKind::kToTheCourt, "to_the_court", "recours contentieux"},
  });
}

// suite donnée à un recours
enum class AppealOutcome : std::uint8_t {
  kGranted = 1,
  kPartlyGranted = 2,
  kRejected = 3,
  kWithdrawn = 4,
};
constexpr auto NamesOf(AppealOutcome) {
  return std::to_array<EnumName<AppealOutcome>>({
      {AppealOutcome::kGranted, "granted", "accueilli"},
      {AppealOutcome::kPartlyGranted, "partly_granted", "accueilli en partie"},
      {AppealOutcome::kRejected, "rejected", "rejeté"},
      {AppealOutcome::kWithdrawn, "withdrawn", "désistement"},
  });
}

// sens du jugement
enum class CourtOutcome : std::uint8_t {
  kAnnulled = 1,
  kPartlyAnnulled = 2,
  kSuspended = 3,
  kRejected = 4,
};
constexpr auto NamesOf(CourtOutcome) {
  return std::to_array<EnumName<CourtOutcome>>({
      {CourtOutcome::kAnnulled, "annulled", "annulation"},
      {CourtOutcome::kPartlyAnnulled, "partly_annulled", "annulation partielle"},
      {CourtOutcome::kSuspended, "suspended", "suspension"},
      {CourtOutcome::kRejected, "rejected", "rejet"},
  });
}

// portée du jugement
enum class RulingScope : std::uint8_t {
  kDecision = 1,
  kAward = 2,
  kSession = 3,
};
constexpr auto NamesOf(RulingScope) {
  return std::to_array<EnumName<RulingScope>>({
      {RulingScope::kDecision, "decision", "décision du jury"},
      {RulingScope::kAward, "award", "délivrance du titre"},
      {RulingScope::kSession, "session", "session du jury"},
  });
}

// motif de retrait
enum class WithdrawalGround : std::uint8_t {
  kIllegality = 1,
  kFraud = 2,
  kOnRequest = 3,
  kCourtRuling = 4,
};
constexpr auto NamesOf(WithdrawalGround) {
  return std::to_array<EnumName<WithdrawalGround>>({
      {WithdrawalGround::kIllegality, "illegality", "illégalité"},
      {WithdrawalGround::kFraud, "fraud", "fraude"},
      {WithdrawalGround::kOnRequest, "on_request", "à la demande de l'intéressé"},
      {WithdrawalGround::kCourtRuling, "court_ruling", "décision de justice"},
  });
}

// échéance de l'enquête
enum class SurveyHorizon : std::uint8_t {
  kSixMonths = 1,
  kTwoYears = 2,
};
constexpr auto NamesOf(SurveyHorizon) {
  return std::to_array<EnumName<SurveyHorizon>>({
      {SurveyHorizon::kSixMonths, "six_months", "6 mois"},
      {SurveyHorizon::kTwoYears, "two_years", "24 mois"},
  });
}

// réponse
enum class SurveyAnswer : std::uint8_t {
  kYes = 1,
  kNo = 2,
  kUnknown = 3,
};
constexpr auto NamesOf(SurveyAnswer) {
  return std::to_array<EnumName<SurveyAnswer>>({
      {SurveyAnswer::kYes, "yes", "oui"},
      {SurveyAnswer::kNo, "no", "non"},
      {SurveyAnswer::kUnknown, "unknown", "sans réponse"},
  });
}

// constat : suite donnée
enum class FindingStatus : std::uint8_t {
  kJustified = 1,
  kAccepted = 2,
};
constexpr auto NamesOf(FindingStatus) {
  return std::to_array<EnumName<FindingStatus>>({
      {FindingStatus::kJustified, "justified", "justifié"},
      {FindingStatus::kAccepted, "accepted", "accepté"},
  });
}

// ce qui est à représenter
enum class CaseKind : std::uint8_t {
  kAward = 1,
  kRefusal = 2,
  kFinding = 3,
};
constexpr auto NamesOf(CaseKind) {
  return std::to_array<EnumName<CaseKind>>({
      {CaseKind::kAward, "award", "titre délivré"},
      {CaseKind::kRefusal, "refusal", "refus"},
      {CaseKind::kFinding, "finding", "constat"},
  });
}

// sens : pour ou contre l'apprenant
enum class CaseDirection : std::uint8_t {
  kFavourable = 1,
  kContestable = 2,
};
constexpr auto NamesOf(CaseDirection) {
  return std::to_array<EnumName<CaseDirection>>({
      {CaseDirection::kFavourable, "favourable", "favorable"},
      {CaseDirection::kContestable, "contestable", "contestable"},
  });
}

// ce qui clôt le dossier
enum class CaseClosing : std::uint8_t {
  kJury = 1,
  kAuthority = 2,
  kCourt = 3,
  kNoChange = 4,
};
constexpr auto NamesOf(CaseClosing) {
  return std::to_array<EnumName<CaseClosing>>({
      {CaseClosing::kJury, "jury", "jury"},
      {CaseClosing::kAuthority, "authority", "autorité"},
      {CaseClosing::kCourt, "court", "juridiction"},
      {CaseClosing::kNoChange, "no_change", "sans changement"},
  });
}

// population d'un échantillon
enum class SamplePopulation : std::uint8_t {
  kAwards = 1,
  kRefusals = 2,
  kLearners = 3,
};
constexpr auto NamesOf(SamplePopulation) {
  return std::to_array<EnumName<SamplePopulation>>({
      {SamplePopulation::kAwards, "awards", "titres délivrés"},
      {SamplePopulation::kRefusals, "refusals", "refus"},
      {SamplePopulation::kLearners, "learners", "apprenants"},
  });
}

// strate d'un échantillon
enum class SampleStratum : std::uint8_t {
  kRoute = 1,
  kCampus = 2,
  kCohort = 3,
  kYear = 4,
};
constexpr auto NamesOf(SampleStratum) {
  return std::to_array<EnumName<SampleStratum>>({
      {SampleStratum::kRoute, "route", "voie d'accès"},
      {SampleStratum::kCampus, "campus", "campus"},
      {SampleStratum::kCohort, "cohort", "promotion"},
      {SampleStratum::kYear, "year", "année"},
  });
}

}  // namespace cartulary
