// The table of the checks. A row more, and a function (check_functions.h), is a check more;
// docs/reference/findings.md has a line for each, which a test compares with this.
#include <algorithm>
#include <array>

#include "core/decide/decide.h"
#include "core/findings/check_functions.h"
#include "core/findings/checks.h"

namespace cartulary {
namespace {

constexpr Severity kInfo = Severity::kInfo;
constexpr Severity kWarning = Severity::kWarning;
constexpr Severity kSerious = Severity::kSerious;

// ---- What asks for it

constexpr Phrase kRules{"the rules of the certification, as quoted",
                        "le référentiel de la certification, comme cité"};
constexpr Phrase kMinutesBind{"CAA Toulouse, 15 April 2025, no. 23TL01063",
                              "CAA Toulouse, 15 avril 2025, n° 23TL01063"};
constexpr Phrase kJurySovereign{
    "CE, 29 July 1983, no. 31842: only a new deliberation can draw the "
    "consequences of an error",
    "CE, 29 juillet 1983, n° 31842 : seule une nouvelle délibération "
    "peut tirer les conséquences d'une erreur"};
constexpr Phrase kRegistration{"code du travail, art. L. 6113-9",
                               "code du travail, art. L. 6113-9"};
constexpr Phrase kRemedies{"code de justice administrative, art. R. 421-5",
                           "code de justice administrative, art. R. 421-5"};
constexpr Phrase kProcedures{
    "code du travail, art. R. 6113-9: procedures that control the "
    "organisation of the assessments",
    "code du travail, art. R. 6113-9 : procédures de contrôle de "
    "l'organisation des épreuves"};
constexpr Phrase kFixedInTime{
    "code de l'éducation, art. L. 613-1: fixed by the end of the first "
    "month of the year of teaching",
    "code de l'éducation, art. L. 613-1 : arrêtées au plus tard à la fin "
    "du premier mois de l'année d'enseignement"};
constexpr Phrase kSettledTexts{
    "the rules of the certification, where they assume what no text says",
    "le référentiel de la certification, là où il suppose ce qu'aucun "
    "texte ne dit"};
constexpr Phrase kFourEyes{"the register's own rule: who approves is another than who acts",
                           "règle du registre : qui approuve est autre que qui agit"};
constexpr Phrase kFourMonths{
    "code des relations entre le public et l'administration, art. L. 242-1",
    "code des relations entre le public et l'administration, art. L. 242-1"};
constexpr Phrase kOnlyAnAct{
    "the register's own rule: only an act undoes what an authority, a jury or a court decided",
    "règle du registre : seul un acte défait ce qu'une autorité, un jury ou un juge a décidé"};
constexpr Phrase kTruePublication{"code du travail, art. R. 6113-9: figures of the holders",
                                  "code du travail, art. R. 6113-9 : données sur les titulaires"};

// ---- Which reading

constexpr Phrase kDeliberating{
    "those who deliberated on this candidate, less those recused; further readings are the "
    "assumptions named",
    "ceux qui ont délibéré sur ce candidat, moins ceux qui se sont déportés ; les autres lectures "
    "sont les hypothèses nommées"};
constexpr Phrase kWhoSat{
    "those whom the decision names as having deliberated; ties that have ended "
    "count",
    "ceux que la décision nomme comme ayant délibéré ; les liens qui ont pris "
    "fin comptent"};
constexpr Phrase kOfSession{"over all candidates on whom the session decided",
                            "sur l'ensemble des candidats sur lesquels la session a statué"};
constexpr Phrase kMinuted{
    "minutes sealed by the date of the question; they name decisions, and a "
    "decision keeps its place in them when it is corrected",
    "procès-verbal scellé à la date de la question ; il nomme les décisions, "
    "et une décision rectifiée y garde sa place"};
constexpr Phrase kToday{
    "by what is known now, under the revision applied, on the date of the "
    "question; what a jury may decide counts as it decided",
    "d'après ce que l'on sait aujourd'hui, sous la révision appliquée, à la "
    "date de la question ; ce qu'un jury peut décider compte comme il l'a "
    "décidé"};
constexpr Phrase kTodayWithJury{
    "by what is known now, under the revision applied, on the date of the question, the "
    "composition of the jury included; what a jury may decide counts as it decided",
    "d'après ce que l'on sait aujourd'hui, sous la révision appliquée, à la date de la question, "
    "composition du jury comprise ; ce qu'un jury peut décider compte comme il l'a décidé"};
constexpr Phrase kByRules{
    "the conditions as the rules alone give them, on the day of the decision, "
    "by what is known now; what a jury decides itself, as the VAE jury does "
    "blocks, is not held against it",
    "les conditions telles que les seules règles les donnent, au jour de la "
    "décision, d'après ce que l'on sait aujourd'hui ; ce qu'un jury décide "
    "lui-même, comme le jury de VAE les blocs, ne lui est pas opposé"};
constexpr Phrase kNotAdmitted{
    "decisions that do not admit, or only subject to reserves, while no title is held; 30 days "
    "are left for the notification",
    "décisions qui n'admettent pas, ou seulement sous réserve, tant qu'aucun titre n'est détenu ; "
    "30 jours sont laissés pour notifier"};
constexpr Phrase kGridYears{
    "as many years as the rules ask of the route on the day asked, from that "
    "of entry, which are over and on whose 30 June the learner followed the "
    "course, under contract where contracts are recorded; who went over to a "
    "route without grids owes none, not even for the years before",
    "autant d'années que le référentiel en demande à la voie suivie au jour "
    "de la question, depuis l'entrée, achevées, et au 30 juin desquelles "
    "l'apprenant suivait le parcours, sous contrat là où des contrats sont "
    "enregistrés ; qui est passé à une voie sans grille n'en doit aucune, "
    "même pour les années d'avant"};
constexpr Phrase kLate{
    "more than 90 days between the day of the fact, or of before the register the day on which it "
    "was made, and its recording; corrections are left out, and history taken over of before the "
    "register",
    "plus de 90 jours entre le jour du fait, ou pour ce qui précède le registre le jour de sa "
    "création, et son enregistrement ; les rectifications sont exclues, et la reprise d'historique "
    "d'avant le registre"};
constexpr Phrase kLateOfSchool{
    "more than 90 days between the day of the fact, or of before the register the day on which it "
    "was made, and its recording; what others tell the school (identity, contracts, stays, "
    "certificates, rulings, surveys) and corrections are left out, and history taken over of "
    "before "
    "the register",
    "plus de 90 jours entre le jour du fait, ou pour ce qui précède le registre le jour de sa "
    "création, et son enregistrement ; ce que d'autres apprennent à l'école (identité, contrats, "
    "séjours, certificats, jugements, enquêtes) et les rectifications sont exclus, ainsi que la "
    "reprise d'historique d'avant le registre"};
constexpr Phrase kLateGrounds{
    "late as for any entry, and after the decision, the title, the appointment of a session that "
    "decided or, of a notification, the outcome of the appeal; corrections count, history taken "
    "over of before the register does not",
    "tard comme pour toute saisie, et après la décision, le titre, la nomination d'une session qui "
    "a statué ou, d'une notification, la suite du recours ; les rectifications comptent, la "
    "reprise "
    "d'historique d'avant le registre non"};
constexpr Phrase kAddedLater{
    "recorded after the minutes that were sealed first, history taken over left out; a correction "
    "is an addition; a decision that takes the place of one rectified, and its minutes, are none",
    "enregistré après le procès-verbal scellé en premier, hors reprise d'historique ; une "
    "rectification est un ajout ; une décision qui en remplace une autre, et son procès-verbal, "
    "n'en sont pas"};
constexpr Phrase kEachAct{
    "every event of the log that has an approver, and every revision applied, with the event that "
    "published it",
    "chaque événement du journal qui a un approbateur, et chaque révision appliquée, avec "
    "l'événement qui l'a publiée"};

// ---- What one may do

constexpr Phrase kDeliberateAnew{
    "bring it before a lawfully composed jury, whose new deliberation is recorded "
    "(JuryDecisionRectified); a favourable decision may be taken back within four months only, "
    "fraud excepted",
    "la porter devant un jury régulier, dont la nouvelle délibération s'enregistre "
    "(JuryDecisionRectified) ; une décision favorable ne se retire que dans les quatre mois, sauf "
    "fraude"};
constexpr Phrase kProve{
    "record the act or the signature if there is one; what does not exist is not made afterwards: "
    "then only a new deliberation mends it",
    "enregistrer l'acte ou la signature s'ils existent ; ce qui n'existe pas ne se fait pas après "
    "coup : alors seule une nouvelle délibération y remédie"};
constexpr Phrase kSealMinutes{"seal minutes that contain the decision as it stands (MinutesSealed)",
                              "sceller un procès-verbal qui contient la décision telle qu'elle "
                              "vaut (MinutesSealed)"};
constexpr Phrase kJudgeAward{
    "`cartulary trace` shows what the title rests on; only a jury, an authority or a court takes "
    "it away, within four months of it, fraud excepted (AwardWithdrawn)",
    "`cartulary trace` montre ce sur quoi le titre repose ; seuls un jury, une autorité ou un juge "
    "le retirent, dans les quatre mois, sauf fraude (AwardWithdrawn)"};
constexpr Phrase kSettle{
    "settle the assumption with the document that says so (`referential "
    "complete`)",
    "trancher l'hypothèse par le document qui le dit (`referential complete`)"};
constexpr Phrase kPresent{"convene the learner before the next session (CandidateConvened)",
                          "convoquer l'apprenant devant la prochaine session (CandidateConvened)"};
constexpr Phrase kLift{
    "record that the reserve is lifted or has lapsed (ReserveLifted, "
    "ReserveLapsed)",
    "enregistrer que la réserve est levée ou caduque (ReserveLifted, "
    "ReserveLapsed)"};
constexpr Phrase kNotify{"notify the decision, with the remedies (DecisionNotified)",
                         "notifier la décision, avec les voies et délais de recours "
                         "(DecisionNotified)"};
constexpr Phrase kTellJury{"tell the jury: only a new deliberation draws the consequences",
                           "saisir le jury : seule une nouvelle délibération en tire les "
                           "conséquences"};
constexpr Phrase kObtain{"obtain the document that is missing, and record it",
                         "obtenir la pièce qui manque, et l'enregistrer"};
constexpr Phrase kKnow{"know it: nothing need follow",
                       "en prendre connaissance : rien n'a à s'ensuivre"};
constexpr Phrase kPublish{"publish the figure anew, or record what the register lacks",
                          "publier à nouveau la donnée, ou enregistrer ce qui manque au registre"};
constexpr Phrase kVerifyCertificate{
    "ask the body that issued it; correct the number, or record that "
    "it is revoked",
    "interroger l'organisme qui l'a délivré ; rectifier le numéro, "
    "ou enregistrer son annulation"};
constexpr Phrase kApproveAnew{"have another person confirm the act",
                              "faire confirmer l'acte par une autre personne"};

constexpr auto kChecks = std::to_array<Check>({
    // ---- The jury of each candidate
    {{"JURY_NOT_APPOINTED",
      kSerious,
      {"decision of a session that was not appointed", "décision d'une session non nommée"},
      kHeadAppoints,
      {"appointed by the day of the decision", "nommée au jour de la décision"},
      kDeliberateAnew},
     JuryNotAppointed},
    {{"JURY_OTHER_KIND",
      kSerious,
      {"decision of a jury of another route", "décision d'un jury d'une autre voie"},
      kRules,
      {"the jury that the rules name for the route followed on the day of the decision",
       "le jury que le référentiel désigne pour la voie suivie au jour de la décision"},
      kDeliberateAnew},
     JuryOfOtherKind},
    {{"JURY_STRANGER",
      kSerious,
      {"deliberated without being appointed", "a délibéré sans être nommé"},
      kHeadAppoints,
      kDeliberating,
      kDeliberateAnew},
     JuryStranger},
    {{"JURY_SIZE",
      kSerious,
      {"too few members", "membres trop peu nombreux"},
      kRules,
      kDeliberating,
      kDeliberateAnew},
     JurySize},
    {{"JURY_PARITY",
      kSerious,
      {"no parity of the colleges", "parité des collèges non respectée"},
      kRules,
      kDeliberating,
      kDeliberateAnew},
     JuryParity},
    {{"JURY_COLLEGE",
      kSerious,
      {"too few members of a college", "collège insuffisamment représenté"},
      kRules,
      kDeliberating,
      kDeliberateAnew},
     JuryCollege},
    {{"JURY_SHARE",
      kSerious,
      {"share of a college too low", "proportion d'un collège insuffisante"},
      kRules,
      kDeliberating,
      kDeliberateAnew},
     JuryShare},
    {{"JURY_CAPACITY",
      kWarning,
      {"academic member without the capacity asked for",
       "membre académique sans la qualité requise"},
      kRules,
      kDeliberating,
      kDeliberateAnew},
     JuryCapacity},
    {{"JURY_CHAIR",
      kSerious,
      {"chair absent or not entitled", "présidence absente ou non habilitée"},
      kRules,
      {"in office on the day of the decision, or representing who is by a delegation valid that "
       "day",
       "en fonction au jour de la décision, ou représentant qui l'est par une délégation valable "
       "ce "
       "jour-là"},
      kDeliberateAnew},
     JuryChair},
    {{"RECUSED_DELIBERATED",
      kSerious,
      {"deliberated in spite of a recusal", "a délibéré malgré son déport"},
      kImpartiality,
      kWhoSat,
      kDeliberateAnew},
     RecusedDeliberated},
    {{"COMPANION_DELIBERATED",
      kSerious,
      {"companion of the VAE among the jury", "accompagnateur de la VAE dans le jury"},
      kNoAccompaniment,
      kWhoSat,
      kDeliberateAnew},
     CompanionDeliberated},
    {{"TUTOR_DELIBERATED",
      kWarning,
      {"tutor of the candidate among the jury", "tuteur du candidat dans le jury"},
      kImpartiality,
      kWhoSat,
      kDeliberateAnew},
     TutorDeliberated},
    {{"ASSESSOR_DELIBERATED",
      kInfo,
      {"assessor of the candidate among the jury", "évaluateur du candidat dans le jury"},
      kImpartiality,
      {"a teacher who graded the candidate may sit; it is told so that it is known",
       "un enseignant qui a noté le candidat peut siéger ; c'est dit pour être su"},
      kKnow},
     AssessorDeliberated},
    {{"DECIDED_UNCONVENED",
      kInfo,
      {"decided on without being convened", "décision sans convocation"},
      kProcedures,
      {"a convocation in force on the day of the decision",
       "une convocation valable au jour de la décision"},
      kObtain},
     DecidedUnconvened},
    {{"MINUTES_LACK_DECISION",
      kSerious,
      {"minutes without the decision", "procès-verbal sans la décision"},
      kMinutesBind,
      kMinuted,
      kSealMinutes},
     MinutesLackDecision},
    {{"MINUTES_DIFFER",
      kSerious,
      {"minutes unlike the decision", "procès-verbal différent de la décision"},
      kMinutesBind,
      kMinuted,
      kSealMinutes},
     MinutesDiffer},

    // ---- A session as a whole
    {{"JURY_POWER",
      kSerious,
      {"delegation absent or expired", "délégation absente ou expirée"},
      kHeadAppoints,
      {"the head of the establishment, or a delegation of signature in force on the day of the "
       "act; "
       "where the act names one, that one",
       "le chef d'établissement, ou une délégation de signature en vigueur au jour de l'acte ; "
       "celle que vise l'acte, s'il en vise une"},
      kProve},
     AppointedWithoutPower},
    {{"JURY_APPOINTED_LATE",
      kSerious,
      {"jury appointed after its reference session", "jury nommé après sa session de référence"},
      kAppointedBefore,
      {"appointed by the first day of the assessments that it judges, where that is recorded, and "
       "by "
       "the day of the deliberation in any case",
       "nommé au plus tard le premier jour des évaluations jugées, s'il est enregistré, et en tout "
       "cas le jour de la délibération"},
      kDeliberateAnew},
     AppointedLate},
    {{"JURY_AMENDED_LATE",
      kInfo,
      {"jury amended once the assessments had begun",
       "jury modifié après le début des évaluations"},
      kAppointedBefore,
      {"an absence for a lawful reason allows it: the ground is told",
       "une absence légitime le permet : le motif est dit"},
      kKnow},
     AmendedLate},
    {{"ATTENDANCE_MISSING",
      kSerious,
      {"no record of attendance", "présence non enregistrée"},
      kPresenceIsProven,
      kOfSession,
      kProve},
     AttendanceMissing},
    {{"ATTENDANCE_UNSIGNED",
      kSerious,
      {"attendance list not signed", "émargement non signé"},
      kPresenceIsProven,
      kOfSession,
      kProve},
     AttendanceUnsigned},
    {{"MINUTES_ABSENT",
      kSerious,
      {"no minutes", "procès-verbal absent"},
      kMinutesBind,
      kMinuted,
      kSealMinutes},
     MinutesAbsent},
    {{"MINUTES_UNSIGNED",
      kSerious,
      {"minutes not signed by the chair", "procès-verbal non signé par la présidence"},
      kMinutesBind,
      {"whoever chaired a decision that the minutes contain or, if they contain none, was to "
       "chair, "
       "is among those who signed",
       "qui a présidé une décision que contient le procès-verbal ou, s'il n'en contient aucune, "
       "devait présider, est parmi les signataires"},
      kProve},
     MinutesUnsigned},
    {{"SESSION_ENTERED_LATE",
      kInfo,
      {"act of a session recorded late", "acte d'une session enregistré tard"},
      kProcedures,
      kLate,
      kKnow},
     SessionEnteredLate},

    {{"ATTENDANCE_AFTER_MINUTES",
      kSerious,
      {"attendance recorded after the minutes", "émargement enregistré après le procès-verbal"},
      kPresenceIsProven,
      kAddedLater,
      kProve},
     AttendanceAfterMinutes},
    {{"SESSION_REOPENED",
      kSerious,
      {"added to a session whose minutes were sealed",
       "ajouté à une session dont le procès-verbal était scellé"},
      kMinutesBind,
      kAddedLater,
      kDeliberateAnew},
     SessionReopened},
    {{"MINUTES_BEFORE_SESSION",
      kWarning,
      {"minutes of a day before the session", "procès-verbal antérieur à la séance"},
      kMinutesBind,
      {"the day of the signature, beside that of the session as appointed",
       "le jour de la signature, comparé à celui de la séance telle que nommée"},
      kProve},
     MinutesBeforeSession},
    {{"SESSION_RULED_ON",
      kSerious,
      {"session annulled or suspended by a court", "session annulée ou suspendue par un juge"},
      {"authority of what is judged", "autorité de la chose jugée"},
      {"rulings on the session as a whole (scope session), but for rejections, whichever candidate "
       "they are recorded of",
       "jugements portant sur toute la session (portée : session), sauf rejets, quel que soit le "
       "candidat au dossier duquel ils sont enregistrés"},
      {"annul what the session decided (JuryDecisionAnnulled), candidate by candidate, and have a "
       "lawful jury decide anew",
       "annuler ce que la session a décidé (JuryDecisionAnnulled), candidat par candidat, et faire "
       "de nouveau statuer un jury régulier"}},
     SessionRuledOn},

    // ---- Awards and decisions
    {{"AWARD_WITHOUT_DECISION",
      kSerious,
      {"title without a decision that admits", "titre sans décision qui admet"},
      kMinutesBind,
      {"the last decision that stands on the date of the question, its reserves counted",
       "la dernière décision qui vaut à la date de la question, réserves comprises"},
      kJudgeAward},
     AwardWithoutDecision},
    {{kFindingRequirementUnmet,
      kSerious,
      {"title of which a requirement is not met", "titre dont une exigence n'est pas remplie"},
      kRules,
      kTodayWithJury,
      kJudgeAward},
     AwardUnmet},
    {{kFindingAssumptionUnsettled,
      kInfo,
      {"title that leans on an unsettled assumption",
       "titre reposant sur une hypothèse non tranchée"},
      kSettledTexts,
      kToday,
      kSettle},
     AwardUnsettled},
    {{"AWARD_AFTER_WINDOW",
      kInfo,
      {"title issued after the registration ended", "titre délivré après l'échéance"},
      kRegistration,
      {"the registration tests entry, never the award; the last day to deliver titles is unknown",
       "l'enregistrement conditionne l'entrée, jamais le titre ; la date limite de délivrance est "
       "inconnue"},
      kKnow},
     AwardAfterWindow},
    {{"AWARD_AFTER_LIMIT",
      kSerious,
      {"title issued after the last day to deliver it", "titre délivré après la date limite"},
      kRegistration,
      {"the limit of the rules applied", "la limite que portent les règles appliquées"},
      kJudgeAward},
     AwardAfterLimit},
    {{"AWARD_DESPITE",
      kWarning,
      {"title issued in spite of a finding", "titre délivré malgré un constat"},
      kFourEyes,
      {"what was named when the title was issued, whether or not it speaks against it today",
       "ce qui a été nommé à la délivrance, que cela s'oppose encore au titre ou non"},
      kKnow},
     AwardDespite},
    {{"ADMITTED_UNMET",
      kSerious,
      {"admitted, and a requirement is not met", "admis, et une exigence n'est pas remplie"},
      kRules,
      kToday,
      kTellJury},
     AdmittedUnmet},
    {{"MET_AND_REFUSED",
      kWarning,
      {"every requirement met and yet refused",
       "toutes les exigences remplies, et pourtant refusé"},
      kJurySovereign,
      kByRules,
      kTellJury},
     MetAndRefused},
    {{"MET_SINCE_DECISION",
      kWarning,
      {"every requirement met since the decision",
       "toutes les exigences remplies depuis la décision"},
      kJurySovereign,
      kByRules,
      kPresent},
     MetSinceDecision},
    {{"NEVER_PRESENTED",
      kWarning,
      {"every requirement met and never presented",
       "toutes les exigences remplies, jamais présenté"},
      kProcedures,
      {"for more than 180 days, with no session to come that convened the learner; by the rules "
       "alone",
       "depuis plus de 180 jours, sans session à venir qui ait convoqué l'apprenant ; selon les "
       "seules règles"},
      kPresent},
     NeverPresented},
    {{"RESERVE_OVERDUE",
      kWarning,
      {"reserve overdue", "réserve échue"},
      kRules,
      {"the deadline that the decision states; a day that passes ends nothing by itself",
       "le terme que fixe la décision ; un jour qui passe ne met fin à rien par lui-même"},
      kLift},
     ReserveOverdue},
    {{"DECISION_NOT_NOTIFIED",
      kWarning,
      {"decision not notified", "décision non notifiée"},
      kRemedies,
      kNotAdmitted,
      kNotify},
     DecisionNotNotified},
    {{"NOTIFIED_WITHOUT_REMEDIES",
      kWarning,
      {"decision notified without the remedies", "décision notifiée sans les voies de recours"},
      kRemedies,
      {"decisions that do not admit, or only subject to reserves, while no title is held; one "
       "notification that states the remedies is enough",
       "décisions qui n'admettent pas, ou seulement sous réserve, tant qu'aucun titre n'est détenu "
       "; "
       "une notification qui énonce les voies de recours suffit"},
      kNotify},
     NotifiedWithoutRemedies},

    {{"WITHDRAWN_LATE",
      kSerious,
      {"title or decision taken back after four months",
       "titre ou décision retirés après quatre mois"},
      kFourMonths,
      {"from the day of the decision that admitted; fraud, the holder's request and courts are not "
       "bound; an annulment does not say whether there was fraud",
       "à compter du jour de la décision qui admet ; la fraude, la demande de l'intéressé et le "
       "juge "
       "n'y sont pas tenus ; une annulation ne dit pas s'il y a eu fraude"},
      {"reinstate the title (AwardReinstated), unless there was fraud",
       "rétablir le titre (AwardReinstated), sauf fraude"}},
     WithdrawnLate},
    {{"RESERVE_LIFTED_LATE",
      kWarning,
      {"reserve lifted in time, and recorded after", "réserve levée à temps, enregistrée après"},
      kRules,
      {"recorded after the deadline, with a day before it",
       "enregistrée après le terme, avec un jour antérieur à celui-ci"},
      kProve},
     ReserveLiftedLate},
    {{"ACT_VOIDED",
      kSerious,
      {"act of an authority voided", "acte d'une autorité annulé par la saisie"},
      kOnlyAnAct,
      {"withdrawals, reinstatements, annulments, rectifications, outcomes of appeals, rulings, and "
       "revocations of certificates, taken out as never having been or from a day on",
       "retraits, rétablissements, annulations, rectifications, suites de recours, jugements et "
       "annulations de certificats, ôtés comme n'ayant jamais été ou à compter d'un jour"},
      {"look at the act itself: if it was taken, record it again; if not, note why (`findings "
       "note`)",
       "voir l'acte lui-même : s'il a été pris, l'enregistrer à nouveau ; sinon, noter pourquoi "
       "(`findings note`)"}},
     ActVoided},
    {{"IDENTITY_CORRECTED",
      kWarning,
      {"identity corrected after the title", "identité rectifiée après le titre"},
      kProcedures,
      {"corrections of the registration recorded after a title",
       "rectifications de l'inscription au registre enregistrées après un titre"},
      {"compare it with the civil register: `cartulary history` shows what was changed",
       "la comparer à l'état civil : `cartulary history` montre ce qui a changé"}},
     IdentityCorrected},
    {{"MERGED_WITH_TITLE",
      kInfo,
      {"registrations merged after a title", "dossiers réunis après un titre"},
      kProcedures,
      {"titles of either registration recorded before the merger",
       "titres de l'un ou l'autre dossier enregistrés avant la réunion"},
      kKnow},
     MergedWithTitle},

    // ---- Results
    {{"RESULT_AFTER_DECISION",
      kWarning,
      {"result recorded or changed after the decision",
       "résultat enregistré ou modifié après la décision"},
      kJurySovereign,
      {"results of days before the last decision that stands, recorded, corrected or voided once "
       "it "
       "was recorded; certificates of languages included",
       "résultats antérieurs à la dernière décision qui vaut, enregistrés, rectifiés ou annulés "
       "une "
       "fois celle-ci enregistrée ; certificats de langue compris"},
      kTellJury},
     ResultAfterDecision},
    {{"GRID_MISSING",
      kWarning,
      {"a year without its grid", "année sans grille"},
      kRules,
      kGridYears,
      kObtain},
     GridMissing},
    {{"GRID_ONE_SIGNATURE",
      kWarning,
      {"grid with one signature", "grille à une seule signature"},
      kRules,
      {"one grid that both tutors sign: two grids with one signature each are not one",
       "une grille que signent les deux tuteurs : deux grilles à une signature n'en font pas une"},
      kObtain},
     GridOneSignature},
    {{"GRID_TUTOR_NOT_IN_OFFICE",
      kWarning,
      {"grid signed by who was not tutor", "grille signée par qui n'était pas tuteur"},
      kRules,
      {"tutor of that role for this enrolment on the day of the signature",
       "tuteur en cette qualité, pour ce parcours, au jour de la signature"},
      kObtain},
     GridTutorNotInOffice},
    {{"BODY_NOT_ACCREDITED",
      kWarning,
      {"body not accredited on the day of the test", "organisme non accrédité au jour du test"},
      kRules,
      {"the day of the test, whatever the rules say of it; certificates that were revoked are left "
       "out",
       "le jour du test, quoi qu'en disent les règles ; les certificats annulés sont exclus"},
      kVerifyCertificate},
     BodyNotAccredited},
    {{"WAIVER_NOT_PROVIDED",
      kWarning,
      {"waiver by who may not grant it", "dispense accordée par qui ne le peut pas"},
      kRules,
      {"the authorities that the rules applied let waive the requirement; another's waiver counts "
       "for nothing",
       "les autorités que les règles appliquées laissent dispenser de l'exigence ; la dispense "
       "d'une autre est sans effet"},
      {"have whoever may grant it decide (WaiverGranted), or void it as recorded in error",
       "faire décider qui peut l'accorder (WaiverGranted), ou l'annuler si elle a été enregistrée "
       "par erreur"}},
     WaiverNotProvided},
    {{"ENTERED_LATE",
      kInfo,
      {"recorded long after its day", "enregistré longtemps après son jour"},
      kProcedures,
      kLateOfSchool,
      kKnow},
     EnteredLate},

    {{"ENTRY_LEVEL",
      kWarning,
      {"entry level that the rules do not admit", "niveau d'entrée que les règles n'admettent pas"},
      kRules,
      kToday,
      kObtain},
     EntryLevel},

    // ---- The register as a whole
    {{kGroundEnteredLate,
      kSerious,
      {"entered late, after an act that leans on it",
       "enregistré tard, après un acte qui en dépend"},
      kProcedures,
      kLateGrounds,
      kProve},
     GroundEnteredLate},
    {{"INSTITUTION_ENTERED_LATE",
      kInfo,
      {"office, delegation or accreditation entered late",
       "fonction, délégation ou accréditation enregistrée tard"},
      kProcedures,
      kLate,
      kKnow},
     InstitutionEnteredLate},
    {{"OFFICE_HELD_TWICE",
      kWarning,
      {"one office held by two persons at once",
       "une fonction exercée par deux personnes à la fois"},
      kHeadAppoints,
      {"director general, and director of one campus; the day of the handover may be both's",
       "directeur général, et directeur d'un campus ; le jour de la passation peut être aux deux"},
      {"record when the former left (OfficeLeft), or correct the dates",
       "enregistrer la fin de la première (OfficeLeft), ou rectifier les dates"}},
     OfficeHeldTwice},
    {{"RULES_ADOPTED_LATE",
      kSerious,
      {"rules adopted after the first month of teaching",
       "règles adoptées après le premier mois d'enseignement"},
      kFixedInTime,
      {"one month from the first day of teaching that the edition states",
       "un mois à compter du premier jour d'enseignement qu'indique l'édition"},
      {"they cannot bind that year: publish an edition for the next, and let the former bind",
       "elles ne peuvent régir cette année : publier une édition pour la suivante, la précédente "
       "demeurant applicable"}},
     RulesAdoptedLate},
    {{"PLAN_ADOPTED_LATE",
      kWarning,
      {"assessments of a year planned after its first month",
       "évaluations d'une année prévues après son premier mois"},
      kFixedInTime,
      {"plans of one year, from 1 September, by the day they take effect; corrections are left out",
       "évaluations prévues pour une année, à compter du 1er septembre, selon leur prise d'effet ; "
       "les rectifications sont exclues"},
      kKnow},
     PlansAdoptedLate},
    {{"STATISTICS_CONTRADICTED",
      kWarning,
      {"published figures that the register contradicts",
       "données publiées que le registre contredit"},
      kTruePublication,
      {"years of which the register holds a title; rates where it holds answers, from one point "
       "apart; a figure that was not published is unknown, not 0",
       "années dont le registre contient un titre ; taux là où il contient des réponses, à partir "
       "d'un point d'écart ; une donnée non publiée est inconnue, non nulle"},
      kPublish},
     StatisticsContradicted},
    {{"CERTIFICATE_NUMBER_SHARED",
      kSerious,
      {"one certificate number of several learners",
       "un numéro de certificat pour plusieurs apprenants"},
      kProcedures,
      {"registrations merged into one learner are one",
       "les dossiers réunis en un seul apprenant n'en font qu'un"},
      kVerifyCertificate},
     NumberShared},
    {{"SAME_PERSON_APPROVED",
      kSerious,
      {"one person on both sides of an act", "une même personne des deux côtés d'un acte"},
      kFourEyes,
      kEachAct,
      kApproveAnew},
     SamePerson},
    {{"SAME_ACCOUNT_APPROVED",
      kWarning,
      {"one account on both sides of an act", "un même compte des deux côtés d'un acte"},
      kFourEyes,
      kEachAct,
      kApproveAnew},
     SameAccount},
});

}  // namespace

std::span<const Check> Checks() { return kChecks; }

const Check* FindCheck(std::string_view code) {
  const auto found =
      std::ranges::find_if(kChecks, [&](const Check& check) { return check.info.code == code; });
  return found == kChecks.end() ? nullptr : &*found;
}

}  // namespace cartulary
