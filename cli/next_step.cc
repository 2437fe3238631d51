#include "cli/next_step.h"

namespace cartulary::cli {

std::string_view NextStepOf(RejectionCode code) {
  switch (code) {
    case RejectionCode::kWrongStream:
      return "look up the id with `cartulary history`, and name the subject that the fact is about";
    case RejectionCode::kNotRecordedAlone:
      return "record the award (`cartulary award issue`): it takes its number with it";
    case RejectionCode::kActorMissing:
      return "give `--actor` (or `CARTULARY_ACTOR`) and `--role`";
    case RejectionCode::kApproverIsActor:
      return "have somebody else approve: four eyes are those of two persons";
    case RejectionCode::kSameAccount:
      return "approve from another account, or give `--same-account` with its reason (an auditor "
             "will see it)";
    case RejectionCode::kFieldInvalid:
      return "correct the field named; `cartulary help facts` lists the values of each";
    case RejectionCode::kListTooLong:
      return "split it into several facts";
    case RejectionCode::kCodeForm:
      return "write the language as in `en`, the country as in `DE`";
    case RejectionCode::kDateOutOfRange:
      return "correct the date";
    case RejectionCode::kFutureDate:
      return "wait until it has happened, or correct the date";
    case RejectionCode::kUnknownPerson:
      return "record `PersonRegistered` first, or correct the id";
    case RejectionCode::kSealedContentMissing:
      return "add `identity`, or the `number` of the certificate";
    case RejectionCode::kEvidenceMissing:
      return "add the document to `evidence`";
    case RejectionCode::kUnknownTarget:
      return "look up the version with `cartulary history`; what was voided is recorded anew";
    case RejectionCode::kTargetSuperseded:
      return "correct what stands in its place, at the version named";
    case RejectionCode::kTargetOtherType:
      return "void that fact (`FactVoided`), and record the other";
    case RejectionCode::kNeverCorrected:
      return "let a new act follow it: another edition or revision, further minutes, a withdrawal";
    case RejectionCode::kDecisionMinuted:
      return "convene a session of the jury, and record what it decides";
    case RejectionCode::kTargetInUse:
      return "void those first, or correct the fact instead";
    case RejectionCode::kIdentityChanged:
      return "keep the id; for another enrolment, record another";
    case RejectionCode::kNothingChanged:
      return "nothing is to be done, unless something else was meant";
    case RejectionCode::kUnknownLearner:
      return "look up the number with `cartulary list learners`, or record `LearnerRegistered`";
    case RejectionCode::kUnknownJury:
      return "look up the code with `cartulary list juries`, or record `JuryAppointed`";
    case RejectionCode::kUnknownEnrolment:
      return "leave it out, or give one that `cartulary history` of the learner shows";
    case RejectionCode::kLearnerMerged:
      return "record the fact with the other registration, which the detail names";
    case RejectionCode::kAlreadyRecorded:
      return "nothing is to be done; if it happened twice, give what tells the two apart";
    case RejectionCode::kUnknownCertification:
      return "publish its rules first (`cartulary referential publish`), or correct the code";
    case RejectionCode::kUnknownEdition:
      return "publish it first (`cartulary referential publish`), or correct its name";
    case RejectionCode::kNoEditionInForce:
      return "correct the entry date, or publish the edition that was in force";
    case RejectionCode::kOtherEdition:
      return "give none: the program chooses";
    case RejectionCode::kNoRules:
      return "publish a revision (`cartulary referential publish`)";
    case RejectionCode::kRouteClosed:
      return "correct the route; `cartulary referential show` lists those that are open";
    case RejectionCode::kRouteMismatch:
      return "name the enrolment by that route";
    case RejectionCode::kUnknownPlan:
      return "record `AssessmentPlanned` first, or correct the code";
    case RejectionCode::kPlanOutOfScope:
      return "correct the code or the date";
    case RejectionCode::kUnknownBlock:
      return "look up the code with `cartulary referential show`";
    case RejectionCode::kUnknownCompetency:
      return "look up the code, and its block, with `cartulary referential show`";
    case RejectionCode::kUnknownRequirement:
      return "look up the code with `cartulary referential show`";
    case RejectionCode::kUnknownFact:
      return "look up the version with `cartulary history`";
    case RejectionCode::kOtherCertification:
      return "name two of the same certification";
    case RejectionCode::kBeforeEntry:
      return "correct the date, or the enrolment";
    case RejectionCode::kEnrolmentEnded:
      return "open a new enrolment, or correct the fact that ended this one";
    case RejectionCode::kPeriodReversed:
      return "correct the dates";
    case RejectionCode::kLevelOutOfRange:
      return "give a level within these limits";
    case RejectionCode::kAttemptOutOfRange:
      return "give 1 for the first attempt";
    case RejectionCode::kGradeAndLevel:
      return "give one of them";
    case RejectionCode::kGradeMissing:
      return "give the grade or the level; or, as an absence is not a grade of 0, the status that "
             "is so";
    case RejectionCode::kGradeUnexpected:
      return "leave the grade or level out, or give the status `graded`";
    case RejectionCode::kGradeOutOfRange:
      return "correct the grade; one on another scale is to be brought to 20 first";
    case RejectionCode::kScoreMissing:
      return "add the scores, or the level as the certificate states it";
    case RejectionCode::kScoreOutOfRange:
      return "correct the score";
    case RejectionCode::kWeightOutOfRange:
      return "correct the weight, or plan it as `formative`";
    case RejectionCode::kResitWithoutFirst:
      return "record the first session first, even an absence, or give `entry` as `historical` or "
             "`migration`";
    case RejectionCode::kNotAnAbsence:
      return "correct the result instead (`FactCorrected`)";
    case RejectionCode::kGridUnsigned:
      return "add the signature of a tutor";
    case RejectionCode::kSignatureDate:
      return "correct the effective date or the signatures";
    case RejectionCode::kAppraisalMissing:
      return "give each appraisal together with its person";
    case RejectionCode::kReserveMissing:
      return "name each requirement reserved, its deadline and who lifts it";
    case RejectionCode::kReserveUnexpected:
      return "leave them out, or give the decision as conditional";
    case RejectionCode::kNotReserved:
      return "look up its reserves with `cartulary history`";
    case RejectionCode::kReserveDeadline:
      return "compare the date with the deadline; after it only a jury decides anew";
    case RejectionCode::kPointsOutOfRange:
      return "correct the points, or leave them out";
    case RejectionCode::kStaysUnexpected:
      return "leave the stays out, or record a defence of the kind `mobility`";
    case RejectionCode::kNotAMember:
      return "look up the members with `cartulary jury check`";
    case RejectionCode::kRepeated:
      return "take one of the two out";
    case RejectionCode::kNothingSaid:
      return "add what the fact is to say, or do not record it";
    case RejectionCode::kChairNotMember:
      return "name a chair who is a member";
    case RejectionCode::kChairNotDeliberating:
      return "add the chair to them, or name who took the chair";
    case RejectionCode::kAdmittedWithRefusedBlock:
      return "compare it with the minutes, and correct the decision or the block";
    case RejectionCode::kPartialWithoutBlock:
      return "add the block, or give the decision as a refusal";
    case RejectionCode::kAuthorityNotAllowed:
      return "bring the act before one whom the detail names";
    case RejectionCode::kBlockNotValidated:
      return "name the decision that validates it; `cartulary history` shows them";
    case RejectionCode::kNotCertified:
      return "correct the date, or the enrolment";
    case RejectionCode::kFigureOutOfRange:
      return "correct the figure; leave out what is not known, since unknown is not 0";
    case RejectionCode::kRevisionOutOfOrder:
      return "look with `cartulary referential list` whether somebody published meanwhile, and "
             "renumber";
    case RejectionCode::kSettlementMismatch:
      return "give the three with a completion, and none of them otherwise";
    case RejectionCode::kNothingToEnd:
      return "correct the date, or whom it concerns";
    case RejectionCode::kDelegateIsSelf:
      return "name another person";
    case RejectionCode::kEnrolmentOverlaps:
      return "end the other enrolment first, or correct the entry date";
    case RejectionCode::kRecordedOtherwise:
      return "correct that one (`FactCorrected`), or change what tells the new one apart";
    case RejectionCode::kOtherRevision:
      return "give none: the program fills it in";
    case RejectionCode::kNotDecided:
      return "record `JuryDecisionRecorded` first, and the minutes (`MinutesSealed`)";
    case RejectionCode::kDecisionNotFavourable:
      return "issue no award; reserves are lifted first, and only another deliberation can decide "
             "otherwise";
    case RejectionCode::kDecisionNotStanding:
      return "leave the decision out, so that the one that stands is taken; or correct the date";
    case RejectionCode::kMinutesNotSealed:
      return "record `MinutesSealed` first";
    case RejectionCode::kSecondAward:
      return "issue nothing; a copy of the title is a duplicate";
    case RejectionCode::kAwardWithdrawnAlready:
      return "record `AwardReinstated` first, if it was reinstated";
    case RejectionCode::kNumberTaken:
      return "look the number up with `cartulary history`, and take another";
    case RejectionCode::kFindingAbsent:
      return "leave it out";
    case RejectionCode::kFindingNotNamed:
      return "clear each finding; or issue the award `--despite` each of them, with a reason, an "
             "authority and an approver";
    case RejectionCode::kReasonMissing:
      return "give `--reason`";
    case RejectionCode::kApproverMissing:
      return "give `--approver`";
  }
  return "";
}

}  // namespace cartulary::cli
