@0xea2dd938f283fb2e;
# The enumerations of the facts. The number of an enumerant is what is stored, for ever: append with
# the next number, never remove, rename into another meaning or renumber. 0 says nothing and is
# never stored; a number that a reader does not know is of the future, and it stops.

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("cartulary::schema");

enum StreamKind @0xda71793c36e99397 {
  # What a stream is about (flux).
  none @0;
  institution @1;  # établissement
  referential @2;  # référentiel
  person @3;  # personne
  learner @4;  # apprenant
  jury @5;  # jury
  awardNumber @6;  # numéro de diplôme
  system @7;  # système
}

enum Route @0xdbb3f1a3fa279b8d {
  # Voie d'accès: how the learner comes to the certification.
  none @0;
  apprenticeship @1;  # contrat d'apprentissage
  continuingEducation @2;  # formation continue
  professionalContract @3;  # contrat de professionnalisation
  vae @4;  # validation des acquis de l'expérience
  student @5;  # statut d'élève ou d'étudiant
  individual @6;  # candidature individuelle
}

enum ActorRole @0x8f85137e1b88a13d {
  # In which capacity a person acted.
  none @0;
  registrar @1;  # scolarité
  programmeHead @2;  # responsable de formation
  teacher @3;  # enseignant
  tutor @4;  # tuteur
  juryChair @5;  # président de jury
  director @6;  # directeur
  complianceOfficer @7;  # auditeur
  operator @8;  # exploitant
}

enum Assurance @0xf42a3a827b04c2ac {
  # How the log knows who acted.
  none @0;
  declared @1;  # déclaré
  osAccount @2;  # compte du système
}

enum EntryMode @0xd30e137db2adce9a {
  # How an event came to be entered.
  none @0;
  live @1;  # au fil de l'eau
  historical @2;  # historique
  migration @3;  # reprise
  demo @4;  # démonstration
}

enum SealedClass @0x89ce2cebd9d71042 {
  # Classes of personal content (design 10): each is erased on its own.
  none @0;
  register @1;  # registre
  contact @2;  # coordonnées
  comments @3;  # commentaires
  health @4;  # santé
  vae @5;  # dossier de VAE
}

enum EvidenceRole @0xa6b694966f34cf1a {
  # What a document is to the event that cites it.
  none @0;
  act @1;  # acte
  minutes @2;  # procès-verbal
  attendance @3;  # feuille d'émargement
  dossier @4;  # dossier
  certificate @5;  # attestation
  grid @6;  # grille
  report @7;  # rapport
  transcript @8;  # relevé de notes
  rules @9;  # référentiel
  other @10;  # autre
}

enum Office @0xb8d2050a776cfcb1 {
  # Fonction.
  none @0;
  directorGeneral @1;  # directeur général
  campusDirector @2;  # directeur de campus
  programmeHead @3;  # responsable de formation
}

enum DelegationKind @0x8977e972993429f2 {
  # Signature: to appoint a jury; representation: to chair one.
  none @0;
  signature @1;  # délégation de signature
  representation @2;  # désignation du représentant
}

enum AssessmentKind @0x8202d447f3c2140d {
  # Nature d'évaluation.
  none @0;
  written @1;  # écrit
  oral @2;  # oral
  practical @3;  # travaux pratiques
  caseStudy @4;  # étude de cas
  project @5;  # projet
  seriousGame @6;  # jeu sérieux
  followUpTalk @7;  # séance de suivi de projet
  report @8;  # rapport écrit
}

enum AssessmentUse @0x98ffc5559587856a {
  # Only a summative result counts towards a block.
  none @0;
  summative @1;  # sommative
  formative @2;  # formative
}

enum AssessmentSession @0xbe6f02b1b1d7bbf3 {
  # Session.
  none @0;
  first @1;  # première session
  resit @2;  # rattrapage
}

enum AssessmentStatus @0xafa82d377a2a3906 {
  # Absent is not zero: a grade stands only beside `graded`.
  none @0;
  graded @1;  # noté
  absentUnjustified @2;  # ABI
  absentJustified @3;  # ABJ
  exempt @4;  # dispensé
  neutralised @5;  # neutralisé
  fraud @6;  # fraude
}

enum AcquiredLevel @0x95a8fcf7a0d71a19 {
  # Échelle d'acquisition.
  none @0;
  acquired @1;  # acquis
  partlyAcquired @2;  # partiellement acquis
  notAcquired @3;  # non acquis
}

enum TutorRole @0xe4c4deaecf205bd5 {
  # Tutorat.
  none @0;
  academic @1;  # tuteur académique
  company @2;  # maître d'apprentissage
  vaeCompanion @3;  # accompagnateur VAE
}

enum ContractKind @0xbe6bc95f9cc34787 {
  # Contrat.
  none @0;
  apprenticeship @1;  # contrat d'apprentissage
  professional @2;  # contrat de professionnalisation
}

enum ContractEnding @0xdf0fe21e3c18e790 {
  # Fin de contrat.
  none @0;
  normal @1;  # à son terme
  terminated @2;  # rupture
}

enum DefenceKind @0x8d441a439253c08e {
  # Soutenance.
  none @0;
  company @1;  # soutenance d'entreprise
  mobility @2;  # soutenance de mobilité
  vae @3;  # soutenance de VAE
}

enum Appraisal @0xcc83a68b326a97a4 {
  # Avis.
  none @0;
  favourable @1;  # favorable
  unfavourable @2;  # défavorable
}

enum College @0xcf9d9e5505264c49 {
  # Collège: whom a juror represents. Neither: unattached.
  none @0;
  professional @1;  # monde socio-économique
  academic @2;  # académique
  unattached @3;  # hors collège
}

enum MemberCapacity @0xd709a3f26baa60b4 {
  # Qualité: the ground on which a person sits.
  none @0;
  programmeTeacher @1;  # enseignant de l'établissement intervenant dans la formation
  otherTeacher @2;  # enseignant
  professional @3;  # professionnel
  officer @4;  # direction
  other @5;  # autre
}

enum LanguageLevel @0xf6e90221535b7ef6 {
  # CECRL (CEFR). Ordered: a greater number is a better level.
  none @0;
  belowA1 @1;  # insuffisant
  a1 @2;  # A1
  a2 @3;  # A2
  b1 @4;  # B1
  b2 @5;  # B2
  c1 @6;  # C1
  c2 @7;  # C2
}

enum MobilityKind @0xebff2012f49916ac {
  # Mobilité.
  none @0;
  company @1;  # en entreprise
  academic @2;  # académique
  research @3;  # recherche
}

enum MobilityEnding @0xb0d8afebcbaa8772 {
  # Fin de mobilité.
  none @0;
  normal @1;  # à son terme
  interrupted @2;  # interrompue
  forceMajeure @3;  # force majeure
}

enum JuryKind @0xe92cccb606862ebc {
  # Which award jury of the fiche.
  none @0;
  award @1;  # jury de délivrance
  vae @2;  # jury de VAE
}

enum BlockDecision @0xd491d0e9f6ad7eba {
  # Décision sur un bloc.
  none @0;
  validated @1;  # validé
  refused @2;  # non validé
}

enum FinalDecision @0x839698efca2c3e13 {
  # Décision finale.
  none @0;
  admitted @1;  # admis
  partial @2;  # validation partielle
  deferred @3;  # ajourné
  refused @4;  # refusé
  conditional @5;  # admis sous réserve
}

enum SignatureMethod @0xb5282ec2eca0ef5e {
  # Signature; `missing`: the list was not signed.
  none @0;
  handwritten @1;  # manuscrite
  electronic @2;  # électronique
  missing @3;  # absente
}

enum Authority @0x989891969226f88f {
  # Who decided an act.
  none @0;
  jury @1;  # jury
  juryChair @2;  # président de jury
  directorGeneral @3;  # directeur général
  campusDirector @4;  # directeur de campus
  programmeHead @5;  # responsable de formation
  registrar @6;  # scolarité
  issuingBody @7;  # organisme émetteur
  court @8;  # juridiction
}

enum CorrectionGround @0x90cc2c7300f89a27 {
  # Why a fact is corrected or voided.
  none @0;
  entryError @1;  # erreur de saisie
  materialError @2;  # erreur matérielle
  markingError @3;  # erreur de correction
  duplicate @4;  # doublon
  fraud @5;  # fraude
  appeal @6;  # recours
  courtRuling @7;  # décision de justice
  annulledByIssuer @8;  # annulé par l'émetteur
}

enum RevisionKind @0xd257a9df88d3a3fb {
  # Révision.
  none @0;
  first @1;  # première
  correction @2;  # correction
  completion @3;  # complément
}

enum BindingDate @0x800fd18b9bb69b2f {
  # Which date decides the edition that binds an enrolment.
  none @0;
  entryDate @1;  # date d'entrée
  academicYear @2;  # année universitaire
}

enum LeavingReason @0xfe4980d06b09c8c4 {
  # Sortie, interruption.
  none @0;
  resignation @1;  # démission
  exclusion @2;  # exclusion
  contractEnded @3;  # rupture du contrat
  otherCertification @4;  # autre certification
  gapYear @5;  # césure
  completed @6;  # fin de parcours
  other @7;  # autre motif
}

enum NotificationMeans @0xc867076038bfd4a4 {
  # Mode de notification.
  none @0;
  letter @1;  # lettre simple
  registeredLetter @2;  # lettre recommandée
  email @3;  # courriel
  portal @4;  # espace personnel
  inPerson @5;  # remise en main propre
}

enum AppealKind @0xb3a6d77adc6ae441 {
  # Recours.
  none @0;
  toTheAuthor @1;  # recours gracieux
  toTheSuperior @2;  # recours hiérarchique
  toTheCourt @3;  # recours contentieux
}

enum AppealOutcome @0xe529425a20242a79 {
  # Suite donnée à un recours.
  none @0;
  granted @1;  # accueilli
  partlyGranted @2;  # accueilli en partie
  rejected @3;  # rejeté
  withdrawn @4;  # désistement
}

enum CourtOutcome @0xa339976d71807344 {
  # Sens du jugement.
  none @0;
  annulled @1;  # annulation
  partlyAnnulled @2;  # annulation partielle
  suspended @3;  # suspension
  rejected @4;  # rejet
}

enum RulingScope @0xd2e951628883c976 {
  # Portée du jugement.
  none @0;
  decision @1;  # décision du jury
  award @2;  # délivrance du titre
  session @3;  # session du jury
}

enum WithdrawalGround @0xea0f8a220fb7a20b {
  # Motif de retrait.
  none @0;
  illegality @1;  # illégalité
  fraud @2;  # fraude
  onRequest @3;  # à la demande de l'intéressé
  courtRuling @4;  # décision de justice
}

enum SurveyHorizon @0x8a0f575327e62d05 {
  # Échéance de l'enquête.
  none @0;
  sixMonths @1;  # 6 mois
  twoYears @2;  # 24 mois
}

enum SurveyAnswer @0x973406ed3c6eee8c {
  # Réponse.
  none @0;
  yes @1;  # oui
  no @2;  # non
  unknown @3;  # sans réponse
}

enum FindingStatus @0xe56eb00c288fc279 {
  # Constat : suite donnée.
  none @0;
  justified @1;  # justifié
  accepted @2;  # accepté
}

enum CaseKind @0xe2ff914ded159a15 {
  # Ce qui est à représenter.
  none @0;
  award @1;  # titre délivré
  refusal @2;  # refus
  finding @3;  # constat
}

enum CaseDirection @0x97f6bcd6e9cec9fa {
  # Sens : pour ou contre l'apprenant.
  none @0;
  favourable @1;  # favorable
  contestable @2;  # contestable
}

enum CaseClosing @0xa4fa05a3f74308aa {
  # Ce qui clôt le dossier.
  none @0;
  jury @1;  # jury
  authority @2;  # autorité
  court @3;  # juridiction
  noChange @4;  # sans changement
}

enum SamplePopulation @0xc9a6be7ac02eaeda {
  # Population d'un échantillon.
  none @0;
  awards @1;  # titres délivrés
  refusals @2;  # refus
  learners @3;  # apprenants
}

enum SampleStratum @0x86ec457b7574b321 {
  # Strate d'un échantillon.
  none @0;
  route @1;  # voie d'accès
  campus @2;  # campus
  cohort @3;  # promotion
  year @4;  # année
}
