#include "cli/next_step.h"

namespace cartulary::cli {

Text NextStepOf(RejectionCode code) {
  switch (code) {
    case RejectionCode::kWrongStream:
      return Said(
          "look up the id with `cartulary history`, and name the subject that the fact is about",
          "cherchez l'identifiant par `cartulary history`, et nommez le sujet que le fait "
          "concerne");
    case RejectionCode::kNotRecordedAlone:
      return Said(
          "record the award (`cartulary award issue`): it takes its number with it",
          "enregistrez la délivrance (`cartulary award issue`) : elle prend son numéro avec elle");
    case RejectionCode::kActorMissing:
      return Said("give `--actor` (or `CARTULARY_ACTOR`) and `--role`",
                  "donnez `--actor` (ou `CARTULARY_ACTOR`) et `--role`");
    case RejectionCode::kApproverIsActor:
      return Said("have somebody else approve: four eyes are those of two persons",
                  "faites approuver par quelqu'un d'autre : un double contrôle est celui de deux "
                  "personnes");
    case RejectionCode::kSameAccount:
      return Said(
          "approve from another account, or give `--same-account` (in a row, `same_account`) with "
          "its reason (an auditor will see it)",
          "approuvez depuis un autre compte, ou donnez `--same-account` (dans une ligne, "
          "`same_account`) avec son motif (un auditeur le verra)");
    case RejectionCode::kFieldInvalid:
      return Said("correct the field named; `cartulary help facts` lists the values of each",
                  "corrigez le champ nommé ; `cartulary help facts` liste les valeurs de chacun");
    case RejectionCode::kListTooLong:
      return Said("split it into several facts", "répartissez-le sur plusieurs faits");
    case RejectionCode::kCodeForm:
      return Said("write the language as in `en`, the country as in `DE`",
                  "écrivez la langue comme `en`, le pays comme `DE`");
    case RejectionCode::kDateOutOfRange:
      return Said("correct the date", "corrigez la date");
    case RejectionCode::kFutureDate:
      return Said("wait until it has happened, or correct the date",
                  "attendez qu'il ait eu lieu, ou corrigez la date");
    case RejectionCode::kNotHistorical:
      return Said("record it live; despite findings, with a reason and an approver",
                  "enregistrez-la en saisie directe ; malgré des constats, avec un motif et un "
                  "approbateur");
    case RejectionCode::kUnknownPerson:
      return Said("record `PersonRegistered` first, or correct the id",
                  "enregistrez d'abord `PersonRegistered`, ou corrigez l'identifiant");
    case RejectionCode::kSealedContentMissing:
      return Said(
          "add what the detail names: `identity`, the `number` of the certificate, or "
          "`health`",
          "ajoutez ce que nomme le détail : `identity`, le numéro (`number`) de "
          "l'attestation, ou `health`");
    case RejectionCode::kEvidenceMissing:
      return Said("add the document to `evidence`", "ajoutez le document à `evidence`");
    case RejectionCode::kUnknownTarget:
      return Said("look up the version with `cartulary history`; what was voided is recorded anew",
                  "cherchez la version par `cartulary history` ; ce qui a été annulé s'enregistre "
                  "à nouveau");
    case RejectionCode::kTargetSuperseded:
      return Said("correct what stands in its place, at the version named",
                  "corrigez ce qui en tient lieu, à la version indiquée");
    case RejectionCode::kTargetOtherType:
      return Said("void that fact (`FactVoided`), and record the other",
                  "annulez ce fait (`FactVoided`), et enregistrez l'autre");
    case RejectionCode::kNeverCorrected:
      return Said(
          "let a new act follow it: another edition or revision, further minutes, a withdrawal",
          "faites-le suivre d'un nouvel acte : une autre édition ou révision, un autre "
          "procès-verbal, un retrait");
    case RejectionCode::kDecisionMinuted:
      return Said("convene a session of the jury, and record what it decides",
                  "convoquez une session du jury, et enregistrez ce qu'elle décide");
    case RejectionCode::kTargetInUse:
      return Said("void those first, or correct the fact instead",
                  "annulez d'abord ceux-là, ou corrigez plutôt le fait");
    case RejectionCode::kIdentityChanged:
      return Said("keep the id; for another enrolment, record another",
                  "gardez l'identifiant ; pour une autre inscription, enregistrez-en une autre");
    case RejectionCode::kNothingChanged:
      return Said("nothing is to be done, unless something else was meant",
                  "il n'y a rien à faire, sauf si vous vouliez dire autre chose");
    case RejectionCode::kUnknownLearner:
      return Said(
          "look up the number with `cartulary list learners`, or record `LearnerRegistered`",
          "cherchez le numéro par `cartulary list learners`, ou enregistrez `LearnerRegistered`");
    case RejectionCode::kUnknownJury:
      return Said("look up the code with `cartulary list juries`, or record `JuryAppointed`",
                  "cherchez le code par `cartulary list juries`, ou enregistrez `JuryAppointed`");
    case RejectionCode::kUnknownEnrolment:
      return Said(
          "leave it out, or give one that `cartulary history` of the learner shows",
          "omettez-la, ou donnez l'une de celles que montre `cartulary history` de l'apprenant");
    case RejectionCode::kLearnerMerged:
      return Said("record the fact with the other registration, which the detail names",
                  "enregistrez le fait dans l'autre dossier, que le détail nomme");
    case RejectionCode::kAlreadyRecorded:
      return Said("nothing is to be done; if it happened twice, give what tells the two apart",
                  "il n'y a rien à faire ; si cela a eu lieu deux fois, donnez ce qui distingue "
                  "l'une de l'autre");
    case RejectionCode::kUnknownCertification:
      return Said(
          "publish its rules first (`cartulary referential publish`), or correct the code",
          "publiez d'abord ses règles (`cartulary referential publish`), ou corrigez le code");
    case RejectionCode::kUnknownEdition:
      return Said("publish it first (`cartulary referential publish`), or correct its name",
                  "publiez-la d'abord (`cartulary referential publish`), ou corrigez son nom");
    case RejectionCode::kNoEditionInForce:
      return Said("correct the entry date, or publish the edition that was in force",
                  "corrigez la date d'entrée, ou publiez l'édition qui était en vigueur");
    case RejectionCode::kOtherEdition:
      return Said("give none: the program chooses", "n'en donnez pas : le programme choisit");
    case RejectionCode::kNoRules:
      return Said("publish a revision (`cartulary referential publish`)",
                  "publiez une révision (`cartulary referential publish`)");
    case RejectionCode::kRouteClosed:
      return Said(
          "correct the route; `cartulary referential show` lists those that are open",
          "corrigez la voie d'accès ; `cartulary referential show` liste celles qui sont ouvertes");
    case RejectionCode::kRouteMismatch:
      return Said("name the enrolment by that route", "désignez l'inscription par cette voie");
    case RejectionCode::kUnknownPlan:
      return Said("record `AssessmentPlanned` first, or correct the code",
                  "enregistrez d'abord `AssessmentPlanned`, ou corrigez le code");
    case RejectionCode::kPlanOutOfScope:
      return Said("correct the code or the date", "corrigez le code ou la date");
    case RejectionCode::kUnknownBlock:
      return Said("look up the code with `cartulary referential show`",
                  "cherchez le code par `cartulary referential show`");
    case RejectionCode::kUnknownCompetency:
      return Said("look up the code, and its block, with `cartulary referential show`",
                  "cherchez le code, et son bloc, par `cartulary referential show`");
    case RejectionCode::kUnknownRequirement:
      return Said("look up the code with `cartulary referential show`",
                  "cherchez le code par `cartulary referential show`");
    case RejectionCode::kUnknownFact:
      return Said("look up the version with `cartulary history`",
                  "cherchez la version par `cartulary history`");
    case RejectionCode::kOtherCertification:
      return Said("name two of the same certification",
                  "désignez-en deux de la même certification");
    case RejectionCode::kBeforeEntry:
      return Said("correct the date, or the enrolment", "corrigez la date, ou l'inscription");
    case RejectionCode::kEnrolmentEnded:
      return Said("open a new enrolment, or correct the fact that ended this one",
                  "ouvrez une nouvelle inscription, ou corrigez le fait qui a mis fin à celle-ci");
    case RejectionCode::kPeriodReversed:
      return Said("correct the dates", "corrigez les dates");
    case RejectionCode::kLevelOutOfRange:
      return Said("give a level within these limits", "donnez un niveau dans ces limites");
    case RejectionCode::kAttemptOutOfRange:
      return Said("give 1 for the first attempt", "donnez 1 pour la première tentative");
    case RejectionCode::kGradeAndLevel:
      return Said("give one of them", "donnez l'un des deux");
    case RejectionCode::kGradeMissing:
      return Said(
          "give the grade or the level; or, as an absence is not a grade of 0, the status that is "
          "so",
          "donnez la note ou le niveau ; ou bien, une absence n'étant pas un 0, le statut qui "
          "convient");
    case RejectionCode::kGradeUnexpected:
      return Said("leave the grade or level out, or give the status `graded`",
                  "omettez la note ou le niveau, ou donnez le statut `graded`");
    case RejectionCode::kGradeOutOfRange:
      return Said("correct the grade; one on another scale is to be brought to 20 first",
                  "corrigez la note ; une note sur une autre échelle se ramène d'abord à 20");
    case RejectionCode::kScoreMissing:
      return Said("add the scores, or the level as the certificate states it",
                  "ajoutez les scores, ou le niveau tel que l'attestation l'indique");
    case RejectionCode::kScoreOutOfRange:
      return Said("correct the score", "corrigez le score");
    case RejectionCode::kWeightOutOfRange:
      return Said("correct the weight, or plan it as `formative`",
                  "corrigez le coefficient, ou prévoyez-la comme `formative`");
    case RejectionCode::kResitWithoutFirst:
      return Said(
          "record the first session first, even an absence, or give `entry` as `historical` or "
          "`migration`",
          "enregistrez d'abord la première session, même une absence, ou donnez `historical` ou "
          "`migration` pour `entry`");
    case RejectionCode::kNotAnAbsence:
      return Said("correct the result instead (`FactCorrected`)",
                  "corrigez plutôt le résultat (`FactCorrected`)");
    case RejectionCode::kGridUnsigned:
      return Said("add the signature of a tutor", "ajoutez la signature d'un tuteur");
    case RejectionCode::kSignatureDate:
      return Said("correct the effective date or the signatures",
                  "corrigez la date d'effet ou les signatures");
    case RejectionCode::kAppraisalMissing:
      return Said("give each appraisal together with its person",
                  "donnez chaque avis avec la personne qui le donne");
    case RejectionCode::kReserveMissing:
      return Said("name each requirement reserved, its deadline and who lifts it",
                  "nommez chaque exigence réservée, son échéance et qui lève la réserve");
    case RejectionCode::kReserveUnexpected:
      return Said("leave them out, or give the decision as conditional",
                  "omettez-les, ou donnez la décision comme admission sous réserve");
    case RejectionCode::kNotReserved:
      return Said("look up its reserves with `cartulary history`",
                  "cherchez ses réserves par `cartulary history`");
    case RejectionCode::kReserveDeadline:
      return Said("compare the date with the deadline; after it only a jury decides anew",
                  "comparez la date à l'échéance ; passé celle-ci, seul un jury statue à nouveau");
    case RejectionCode::kPointsOutOfRange:
      return Said("correct the points, or leave them out", "corrigez les points, ou omettez-les");
    case RejectionCode::kStaysUnexpected:
      return Said("leave the stays out, or record a defence of the kind `mobility`",
                  "omettez les séjours, ou enregistrez une soutenance de type `mobility`");
    case RejectionCode::kNotAMember:
      return Said("look up the members with `cartulary jury check`",
                  "cherchez les membres par `cartulary jury check`");
    case RejectionCode::kRepeated:
      return Said("take one of the two out", "retirez l'un des deux");
    case RejectionCode::kNothingSaid:
      return Said("add what the fact is to say, or do not record it",
                  "ajoutez ce que le fait doit dire, ou ne l'enregistrez pas");
    case RejectionCode::kChairNotMember:
      return Said("name a chair who is a member", "désignez un président qui soit membre");
    case RejectionCode::kChairNotDeliberating:
      return Said("add the chair to them, or name who took the chair",
                  "ajoutez-leur le président, ou nommez qui a présidé");
    case RejectionCode::kChairNotSigning:
      return Said("have the chair sign, or correct who signed",
                  "faites signer le président, ou corrigez les signataires");
    case RejectionCode::kAdmittedWithRefusedBlock:
      return Said("compare it with the minutes, and correct the decision or the block",
                  "comparez avec le procès-verbal, et corrigez la décision ou le bloc");
    case RejectionCode::kPartialWithoutBlock:
      return Said("add the block, or give the decision as a refusal",
                  "ajoutez le bloc, ou donnez la décision comme un refus");
    case RejectionCode::kAuthorityNotAllowed:
      return Said(
          "bring the act before one whom the detail names; where that is nobody, no act can do it "
          "under these rules",
          "portez l'acte devant l'une des autorités que le détail nomme ; s'il n'en nomme aucune, "
          "aucun acte n'y peut rien sous ces règles");
    case RejectionCode::kBlockNotValidated:
      return Said("name the decision that validates it; `cartulary history` shows them",
                  "citez la décision qui le valide ; `cartulary history` les montre");
    case RejectionCode::kNotCertified:
      return Said("correct the date, or the enrolment", "corrigez la date, ou l'inscription");
    case RejectionCode::kFigureOutOfRange:
      return Said("correct the figure; leave out what is not known, since unknown is not 0",
                  "corrigez le chiffre ; omettez ce qui n'est pas connu, car inconnu n'est pas 0");
    case RejectionCode::kRevisionOutOfOrder:
      return Said(
          "look with `cartulary referential list` whether somebody published meanwhile, and "
          "renumber",
          "voyez par `cartulary referential list` si quelqu'un a publié entre-temps, et "
          "renumérotez");
    case RejectionCode::kSettlementMismatch:
      return Said(
          "give the three with a completion, as its text has them, and none of them otherwise",
          "donnez les trois pour un complément, comme son texte les a, aucun sinon");
    case RejectionCode::kRevisionScope:
      return Said(
          "`cartulary referential diff` shows what the text changes; take the rest back, or "
          "publish it as what it is",
          "`cartulary referential diff` montre ce que le texte change ; retirez-en le reste, "
          "ou publiez-le pour ce qu'il est");
    case RejectionCode::kNothingToEnd:
      return Said("correct the date, or whom it concerns",
                  "corrigez la date, ou la personne concernée");
    case RejectionCode::kDelegateIsSelf:
      return Said("name another person", "désignez une autre personne");
    case RejectionCode::kEnrolmentOverlaps:
      return Said("end the other enrolment first, or correct the entry date",
                  "mettez d'abord fin à l'autre inscription, ou corrigez la date d'entrée");
    case RejectionCode::kRecordedOtherwise:
      return Said("correct that one (`FactCorrected`), or change what tells the new one apart",
                  "corrigez celui-là (`FactCorrected`), ou changez ce qui en distingue le nouveau");
    case RejectionCode::kOtherRevision:
      return Said("give none: the program fills it in",
                  "n'en donnez pas : le programme la complète");
    case RejectionCode::kNotDecided:
      return Said(
          "record `JuryDecisionRecorded` first, and the minutes (`MinutesSealed`)",
          "enregistrez d'abord `JuryDecisionRecorded`, et le procès-verbal (`MinutesSealed`)");
    case RejectionCode::kDecisionNotFavourable:
      return Said(
          "issue no award; reserves are lifted first, and only another deliberation can decide "
          "otherwise",
          "ne délivrez pas de titre ; les réserves se lèvent d'abord, et seule une autre "
          "délibération peut en décider autrement");
    case RejectionCode::kDecisionNotStanding:
      return Said(
          "leave the decision out, so that the one that stands is taken; or correct the date",
          "omettez la décision, pour que celle qui vaut soit prise ; ou corrigez la date");
    case RejectionCode::kMinutesNotSealed:
      return Said("record `MinutesSealed` first", "enregistrez d'abord `MinutesSealed`");
    case RejectionCode::kSecondAward:
      return Said(
          "issue nothing while that title stands, a copy of it is a duplicate; a title whose "
          "decision was annulled is withdrawn first, and so is one of two that a merger would "
          "join; a title that was withdrawn is reinstated, or a jury decides anew",
          "ne délivrez rien tant que ce titre vaut, une copie en est un duplicata ; un titre dont "
          "la décision a été annulée est d'abord retiré, comme l'un des deux qu'une fusion "
          "réunirait ; un titre retiré est rétabli, ou un jury statue à nouveau");
    case RejectionCode::kAwardWithdrawnAlready:
      return Said("record `AwardReinstated` first, if it was reinstated",
                  "enregistrez d'abord `AwardReinstated`, si le titre a été rétabli");
    case RejectionCode::kNumberTaken:
      return Said("look the number up with `cartulary history`, and take another",
                  "cherchez le numéro par `cartulary history`, et prenez-en un autre");
    case RejectionCode::kFindingAbsent:
      return Said("leave it out", "omettez-le");
    case RejectionCode::kFindingNotNamed:
      return Said(
          "clear each finding; or issue the award `--despite` each of them, with a reason, an "
          "authority and an approver",
          "levez chaque constat ; ou délivrez le titre `--despite` chacun d'eux, avec un motif, "
          "une autorité et un approbateur");
    case RejectionCode::kReasonMissing:
      return Said(
          "give `--reason` with a code, or the field `reason` of a row: "
          "`error_found`",
          "donnez `--reason` avec un code, ou le champ `reason` d'une ligne : "
          "`error_found`");
    case RejectionCode::kOrderMissing:
      return Said("give `--ordered-by` with who ordered it, another person than `--actor`",
                  "donnez `--ordered-by` avec la personne qui l'a ordonnée, autre que `--actor`");
    case RejectionCode::kApproverMissing:
      return Said(
          "give `--approver`, or the field `approver` of a row: "
          "`{\"person\":\"E001\",\"role\":\"director\"}`, with `same_account`, its reason",
          "donnez `--approver`, ou le champ `approver` d'une ligne : "
          "`{\"person\":\"E001\",\"role\":\"director\"}`, avec `same_account`, son motif");
  }
  return {};
}

}  // namespace cartulary::cli
