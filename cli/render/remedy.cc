// What a registrar does about a part that is missing, by the kind of its requirement.
#include <string>
#include <variant>

#include "cli/render/verdict_view.h"
#include "cli/render/words.h"
#include "core/decide/decide.h"
#include "core/evaluate/missing.h"

namespace cartulary::cli {
namespace {

// What becomes of the reserves of a conditional admission.
std::string AfterConditional(const VerdictView& view, Language language) {
  for (const ReserveView& reserve : view.aftermath.reserves) {
    if (reserve.ended) continue;
    if (reserve.overdue) {
      return Say(language, "the deadline of the reserve ", "le délai de la réserve ") +
             reserve.reserve.requirement.text +
             Say(language, " has passed: record it (ReserveLapsed)",
                 " est dépassé : le constater (ReserveLapsed)");
    }
    return Say(language, "have the reserve ", "faire lever la réserve ") +
           reserve.reserve.requirement.text + Say(language, " lifted by ", " au plus tard le ") +
           ToText(reserve.reserve.deadline) + " (ReserveLifted)";
  }
  return "";
}

class Remedy {
 public:
  Remedy(const Missing& missing, const VerdictView& view, Language language)
      : requirement_(*missing.requirement),
        view_(view),
        reason_(missing.node->reason),
        pending_(missing.node->outcome() == Outcome::kPending),
        language_(language) {}

  std::string Of(const AllOf&) const { return ""; }
  std::string Of(const AnyOf&) const { return ""; }
  std::string Of(const AtLeastN&) const { return ""; }
  std::string Of(const EachBlock&) const { return ""; }

  std::string Of(const WeightedAverage&) const { return Results(); }
  std::string Of(const AcquiredScale&) const { return Results(); }

  std::string Of(const TutorGrid& node) const {
    std::string who;
    for (const TutorRole role : node.signed_by) {
      who += (who.empty() ? "" : Say(language_, " and ", " et ")) + Term(language_, role);
    }
    return Tell("record the grid of each year, signed by ",
                "enregistrer la grille de chaque année, signée par : ") +
           who + " (TutorGridSigned)";
  }

  std::string Of(const Defence&) const {
    if (reason_ == Reason::kDefenceOfOtherStay || reason_ == Reason::kDefenceOfNoStay) {
      return NameTheStay("DefenceHeld");
    }
    return pending_ ? Tell("record the defence once it is held (DefenceHeld)",
                           "enregistrer la soutenance dès qu'elle a eu lieu (DefenceHeld)")
                    : Tell("hold it again and record it (DefenceHeld)",
                           "la tenir de nouveau et l'enregistrer (DefenceHeld)");
  }

  std::string Of(const Report& node) const {
    if (reason_ == Reason::kReportOfOtherStay || reason_ == Reason::kReportOfNoStay) {
      return NameTheStay("MobilityReportAssessed");
    }
    const char* const fact = node.report == ReportKind::kMobility ? " (MobilityReportAssessed)"
                                                                  : " (AlternanceReportAssessed)";
    return Tell("have the report assessed and record it",
                "faire évaluer le rapport et l'enregistrer") +
           fact;
  }

  std::string Of(const LanguageCertificate& node) const {
    if (reason_ == Reason::kTestUnknown) {
      return Tell(
          "correct the code of the test (FactCorrected): `cartulary referential show` lists those "
          "that the rules know",
          "corriger le code du test (FactCorrected) : `cartulary referential show` donne ceux que "
          "les règles connaissent");
    }
    return Tell("record a certificate in “", "enregistrer un certificat en « ") +
           node.language.text + Tell("”, ", " », ") + std::string(ToFrench(node.min.value)) +
           Tell(" or above, of an accredited body (LanguageCertificateRecorded)",
                " ou mieux, d'un organisme accrédité (LanguageCertificateRecorded)");
  }

  std::string Of(const Mobility& node) const {
    if (reason_ == Reason::kStayLongestShort) {
      const std::string open =
          node.sum_periods.assumption
              ? Tell(", as ", ", selon ") + node.sum_periods.assumption->text + Tell(" has it", "")
              : "";
      return Tell("record one stay that is long enough: shorter ones are not added up",
                  "enregistrer un séjour assez long : les plus courts ne s'additionnent pas") +
             open;
    }
    return Tell("record the stays that are still to be made (MobilityPeriodRecorded)",
                "enregistrer les séjours qui restent à faire (MobilityPeriodRecorded)");
  }

  std::string Of(const Jury&) const {
    if (!pending_) {
      const bool known = view_.decision && !view_.decision->session.empty();
      const std::string session = known ? view_.decision->session.text : "SESSION";
      return "`cartulary jury check " + session +
             Tell("` shows what is irregular", "` montre ce qui est irrégulier");
    }
    if (!view_.convened) {
      return Tell(
          "convene the candidate before a jury (CandidateConvened); `cartulary jury check SESSION` "
          "judges it before the day",
          "convoquer le candidat devant un jury (CandidateConvened) ; `cartulary jury check "
          "SESSION` en juge avant le jour");
    }
    const std::string check = "`cartulary jury check " + view_.convened->session.text + "`";
    return Convened() + Tell("; ", " ; ") + check +
           (HasSat() ? Tell(" judges it as composed on that day", " en juge au jour de la session")
                     : Tell(" judges it before the day", " en juge avant le jour"));
  }

  std::string Of(const JuryDecision&) const {
    if (reason_ == Reason::kReservesOpen || reason_ == Reason::kReserveOverdue) {
      return AfterConditional(view_, language_);
    }
    if (!view_.convened && reason_ == Reason::kDecisionAnnulled) {
      return Tell(
          "convene the candidate before another session (CandidateConvened), which decides anew",
          "convoquer le candidat devant une autre session (CandidateConvened), qui statue à "
          "nouveau");
    }
    if (!view_.convened) {
      return pending_ ? Tell(
                            "convene the candidate, and record the decision once the jury has sat "
                            "(JuryDecisionRecorded)",
                            "convoquer le candidat, et enregistrer la décision dès que le jury a "
                            "siégé (JuryDecisionRecorded)")
                      : Tell("only another deliberation can decide otherwise",
                             "seule une nouvelle délibération peut en décider autrement");
    }
    return Convened() +
           (HasSat() ? Tell("; record what it decided (JuryDecisionRecorded)",
                            " ; enregistrer ce qu'il a décidé (JuryDecisionRecorded)")
                     : Tell("; record the decision once it has sat (JuryDecisionRecorded)",
                            " ; enregistrer la décision dès qu'il a siégé (JuryDecisionRecorded)"));
  }

  std::string Of(const VaeDossier&) const {
    if (reason_ == Reason::kVaeInadmissible) {
      return Tell(
          "a new request that is found admissible (VaeAdmissibilityDecided); without one, close "
          "the enrolment (EnrolmentClosed)",
          "une nouvelle demande, si elle est recevable (VaeAdmissibilityDecided) ; à défaut, "
          "clore l'inscription (EnrolmentClosed)");
    }
    return pending_ ? Tell(
                          "record the admissibility and the dossier (VaeAdmissibilityDecided, "
                          "VaeDossierSubmitted)",
                          "enregistrer la recevabilité et le dossier (VaeAdmissibilityDecided, "
                          "VaeDossierSubmitted)")
                    : "";
  }

  std::string Of(const Equivalence&) const {
    return Tell("only an act can grant an equivalence (EquivalenceGranted)",
                "seul un acte peut accorder l'équivalence (EquivalenceGranted)");
  }

  std::string Of(const EntryWindow&) const {
    return Tell(
        "correct the enrolment if it was entered wrongly; otherwise ask who may admit an "
        "exception",
        "rectifier l'inscription si elle a été mal saisie ; sinon, demander qui peut "
        "admettre une exception");
  }

 private:
  std::string Tell(std::string_view english, std::string_view french) const {
    return Say(language_, english, french);
  }

  // What was assessed was another stay, or the fact does not say which.
  std::string NameTheStay(const std::string& fact) const {
    return Tell("have the stay that counts assessed, and name it in `stays` (",
                "faire évaluer le séjour qui compte, et le nommer dans `stays` (") +
           fact +
           Tell("); or correct the fact, if it was about that stay (FactCorrected)",
                ") ; ou rectifier le fait, s'il portait sur ce séjour (FactCorrected)");
  }

  std::string Results() const {
    if (reason_ == Reason::kNothingPlanned) {
      return Tell(
          "plan the assessments of the block first (AssessmentPlanned); no result is taken "
          "without",
          "prévoir d'abord les évaluations du bloc (AssessmentPlanned) ; sans elles, aucun "
          "résultat n'est accepté");
    }
    if (pending_) {
      return Tell("record the results that are missing (AssessmentRecorded)",
                  "enregistrer les résultats qui manquent (AssessmentRecorded)") +
             (view_.uncounted.results.empty()
                  ? ""
                  : Tell("; some are recorded and count for nothing: see below",
                         " ; certains sont enregistrés et ne comptent pas : voir plus bas"));
    }
    std::string text = Tell("a resit (AssessmentRecorded, session resit)",
                            "un rattrapage (AssessmentRecorded, session resit)");
    if (requirement_.jury_discretion) {
      text += Tell("; or the jury validates it all the same",
                   " ; ou bien le jury le valide malgré tout");
    }
    return text;
  }

  bool HasSat() const { return view_.convened->session_date <= view_.verdict.on; }

  // "convened before JD-2026-07, which sits on 2026-07-10"
  std::string Convened() const {
    return Tell("convened before ", "convoqué devant ") + view_.convened->session.text +
           (HasSat() ? Tell(", which sat on ", ", qui a siégé le ")
                     : Tell(", which sits on ", ", qui siège le ")) +
           ToText(view_.convened->session_date);
  }

  const Requirement& requirement_;
  const VerdictView& view_;
  Reason reason_;
  bool pending_;
  Language language_;
};

// Who may dispense from it; empty where nobody may.
std::string WaiverOf(const Requirement& requirement, Language language) {
  std::string who;
  for (const Authority authority : requirement.waivable_by) {
    who += (who.empty() ? "" : ", ") + Term(language, authority);
  }
  if (who.empty()) return "";
  return Say(language, "a waiver (WaiverGranted), by: ", "une dispense (WaiverGranted), par : ") +
         who;
}

}  // namespace

std::string RemedyFor(const Missing& missing, const VerdictView& view, Language language) {
  if (missing.requirement == nullptr || !missing.ways.empty()) return "";
  // What a learner who left can still be given is said once.
  if (view.left && !missing.is_act_of_jury) return "";
  if (IsMet(missing.node->computed)) {
    return Say(language, "only another deliberation can decide otherwise",
               "seule une nouvelle délibération peut en décider autrement");
  }
  const std::string remedy =
      std::visit([&](const auto& node) { return Remedy(missing, view, language).Of(node); },
                 missing.requirement->node);
  const std::string waiver = WaiverOf(*missing.requirement, language);
  if (remedy.empty() || waiver.empty()) return remedy + waiver;
  return remedy + Say(language, "; or ", " ; ou ") + waiver;
}

namespace {

// "a jury must decide anew by 2028-05-01"
std::string DecideAnew(const VerdictView& view, Language language) {
  std::string text = Say(language, "a jury must decide anew", "un jury doit de nouveau statuer");
  const auto& rulings = view.aftermath.rulings;
  if (rulings.empty()) return text;
  const CourtRuled& last = rulings.back().fact;
  if (last.deadline && last.scope != RulingScope::kAward) {
    text += Say(language, " by ", ", au plus tard le ") + ToText(*last.deadline);
  }
  return text;
}

// What draws the consequence of a court's ruling, which ends nothing itself.
std::string AfterRuling(const CourtRuled& ruling, const VerdictView& view, Language language) {
  const std::string told =
      Say(language, "draw the consequence of the ruling ", "tirer les conséquences du jugement ") +
      ruling.act.text + Say(language, ": ", " : ");
  if (ruling.scope != RulingScope::kAward) {
    return told +
           Say(language, "record the annulment (JuryDecisionAnnulled); ",
               "enregistrer l'annulation (JuryDecisionAnnulled) ; ") +
           DecideAnew(view, language);
  }
  // A ruling names no withdrawal: on a title that was withdrawn before it, it can mean either. So
  // it can on one that was reinstated before it.
  const std::string act =
      view.aftermath.withdrawn
          ? Say(language,
                "the title stays withdrawn, unless it is the withdrawal that was annulled: then "
                "reinstate the title (AwardReinstated)",
                "le titre reste retiré, sauf si c'est le retrait qui est annulé : alors rétablir "
                "le titre (AwardReinstated)")
      : view.aftermath.last_act_on_title
          ? Say(language,
                "withdraw the title (AwardWithdrawn), unless it is its withdrawal that was "
                "annulled: the title was reinstated since, and nothing is left to do",
                "retirer le titre (AwardWithdrawn), sauf si c'est son retrait qui est annulé : le "
                "titre a été rétabli depuis, et il ne reste rien à faire")
          : Say(language, "withdraw the title (AwardWithdrawn)",
                "retirer le titre (AwardWithdrawn)");
  return told + act +
         (ruling.deadline ? Say(language, ", by ", ", au plus tard le ") + ToText(*ruling.deadline)
                          : "");
}

// A title whose decision was annulled: it stands until an act withdraws it.
std::string WithdrawTitle(const VerdictView& view, Language language) {
  const std::string annulled = ToText(view.aftermath.support_lost->on);
  const std::string number = view.verdict.award_number ? view.verdict.award_number->text : "";
  return Say(language, "the decision on which ", "la décision qui fondait le titre ") + number +
         Say(language, " was granted was annulled on ", " a été annulée le ") + annulled +
         Say(language, ": withdraw the title (AwardWithdrawn), or bring it before the authority",
             " : retirer le titre (AwardWithdrawn), ou saisir l'autorité") +
         (view.aftermath.EndedDecision() ? Say(language, "; ", " ; ") + DecideAnew(view, language)
                                         : Say(language, "; another is issued only then",
                                               " ; un autre ne se délivre qu'ensuite"));
}

// What an appeal that was granted asks for, as long as the decision stands.
bool IsAppealGranted(const AftermathView& aftermath) {
  if (aftermath.EndedDecision() || aftermath.appeals.empty()) return false;
  const auto& decided = aftermath.appeals.back().decided;
  return decided && (decided->fact.outcome == AppealOutcome::kGranted ||
                     decided->fact.outcome == AppealOutcome::kPartlyGranted);
}

// What makes a finding go away, where something still can.
std::string Clear(const FindingCode& finding, const JuryCode& session, Language language) {
  if (finding.text == kFindingJuryIrregular) {
    return Say(language, "record what is lacking by ", "enregistrer ce qui manque d'après ") +
           "`cartulary jury check " + session.text + "`" +
           Say(language, ", or have a lawful jury decide anew",
               ", ou faire de nouveau statuer un jury régulier");
  }
  if (finding.text == kFindingRequirementUnmet) {
    return Say(language, "meet what is missing below", "réunir ce qui manque ci-dessous");
  }
  return Say(language, "settle the assumptions below (`cartulary referential complete`)",
             "arrêter les hypothèses ci-dessous (`cartulary referential complete`)");
}

// The command that Decide accepts, and what to do first where it speaks against the award.
std::string IssueAward(const VerdictView& view, Language language) {
  const auto& [findings, held] = view.obstacles;
  if (held) {
    return Say(language, "none: the title is held already, as ",
               "rien : le titre est déjà détenu, sous le numéro ") +
           held->text;
  }
  const std::string& learner = view.registration.empty() ? view.number : view.registration;
  std::string command =
      "cartulary award issue " + (learner.empty() ? ToText(view.verdict.learner) : learner);
  if (view.ordinal_in_registration) {
    command += " --enrolment " + std::to_string(*view.ordinal_in_registration);
  }
  if (findings.empty()) {
    return Say(language, "issue the award: ", "délivrer le titre : ") + "`" + command + "`";
  }
  std::string first;
  for (const FindingCode& finding : findings) {
    first += (first.empty() ? "" : Say(language, ", and ", ", et ")) +
             Clear(finding, view.decision->session, language);
    command += " --despite " + finding.text;
  }
  return Say(language, "first ", "d'abord ") + first +
         Say(language, "; or else issue the award in spite of that: ",
             " ; ou bien délivrer le titre malgré cela : ") +
         "`" + command + "`" +
         Say(language, ", with a --reason and an --approver", ", avec --reason et --approver");
}

}  // namespace

std::string NextActOf(const VerdictView& view, Language language) {
  const AftermathView& aftermath = view.aftermath;
  const CertificationStanding standing = view.verdict.standing;
  if (const auto* ruling = UndrawnRuling(aftermath)) {
    return AfterRuling(ruling->fact, view, language);
  }
  if (IsAppealGranted(aftermath)) {
    return Say(language,
               "the appeal was granted: record the annulment or the new decision "
               "(JuryDecisionAnnulled, JuryDecisionRectified)",
               "le recours est accueilli : enregistrer l'annulation ou la nouvelle décision "
               "(JuryDecisionAnnulled, JuryDecisionRectified)");
  }
  if (aftermath.support_lost) return WithdrawTitle(view, language);
  if (aftermath.EndedDecision()) return DecideAnew(view, language);
  const bool titled = standing == CertificationStanding::kAwarded ||
                      standing == CertificationStanding::kAwardWithdrawn;
  if (!view.decision || titled) return "";
  const DecisionView& decision = *view.decision;
  if (!decision.minutes) {
    return Say(language, "seal the minutes of ", "sceller le procès-verbal de ") +
           decision.session.text + " (MinutesSealed)";
  }
  if (standing == CertificationStanding::kConditional) return AfterConditional(view, language);
  if (standing != CertificationStanding::kAdmitted) return "";
  return IssueAward(view, language);
}

}  // namespace cartulary::cli
