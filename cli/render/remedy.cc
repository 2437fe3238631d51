// What a registrar does about a part that is missing, by the kind of its requirement.
#include <string>
#include <variant>

#include "cli/render/missing.h"
#include "cli/render/verdict_view.h"
#include "cli/render/words.h"

namespace cartulary::cli {
namespace {

class Remedy {
 public:
  Remedy(const Missing& missing, Language language)
      : requirement_(*missing.requirement),
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
    return pending_ ? Tell("record the defence once it is held (DefenceHeld)",
                           "enregistrer la soutenance dès qu'elle a eu lieu (DefenceHeld)")
                    : Tell("hold it again and record it (DefenceHeld)",
                           "la tenir de nouveau et l'enregistrer (DefenceHeld)");
  }

  std::string Of(const Report& node) const {
    const char* const fact = node.report == ReportKind::kMobility ? " (MobilityReportAssessed)"
                                                                  : " (AlternanceReportAssessed)";
    return Tell("have the report assessed and record it",
                "faire évaluer le rapport et l'enregistrer") +
           fact;
  }

  std::string Of(const LanguageCertificate& node) const {
    return Tell("record a certificate in “", "enregistrer un certificat en « ") +
           node.language.text + Tell("”, ", " », ") + std::string(ToFrench(node.min.value)) +
           Tell(" or above, of an accredited body (LanguageCertificateRecorded)",
                " ou mieux, d'un organisme accrédité (LanguageCertificateRecorded)");
  }

  std::string Of(const Mobility&) const {
    return Tell("record the stays that are still to be made (MobilityPeriodRecorded)",
                "enregistrer les séjours qui restent à faire (MobilityPeriodRecorded)");
  }

  std::string Of(const Jury&) const {
    return pending_ ? Tell(
                          "convene the candidate before a jury; `cartulary jury check SESSION` "
                          "judges it before the day",
                          "convoquer le candidat devant un jury ; `cartulary jury check SESSION` "
                          "en juge avant le jour")
                    : Tell("`cartulary jury check SESSION` shows what is irregular",
                           "`cartulary jury check SESSION` montre ce qui est irrégulier");
  }

  std::string Of(const JuryDecision&) const {
    return pending_ ? Tell("record the decision once the jury has sat (JuryDecisionRecorded)",
                           "enregistrer la décision dès que le jury a siégé (JuryDecisionRecorded)")
                    : Tell("only another deliberation can decide otherwise",
                           "seule une nouvelle délibération peut en décider autrement");
  }

  std::string Of(const VaeDossier&) const {
    return pending_ ? Tell(
                          "record the admissibility and the dossier (VaeAdmissibilityDecided, "
                          "VaeDossierSubmitted)",
                          "enregistrer la recevabilité et le dossier (VaeAdmissibilityDecided, "
                          "VaeDossierSubmitted)")
                    : "";
  }

  std::string Of(const Equivalence&) const {
    return Tell("only an act can grant an equivalence", "seul un acte peut accorder l'équivalence");
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

  std::string Results() const {
    if (pending_) {
      return Tell("record the results that are missing (AssessmentRecorded)",
                  "enregistrer les résultats qui manquent (AssessmentRecorded)");
    }
    std::string text = Tell("a resit (AssessmentRecorded, session resit)",
                            "un rattrapage (AssessmentRecorded, session resit)");
    if (requirement_.jury_discretion) {
      text += Tell("; or the jury validates it all the same",
                   " ; ou bien le jury le valide malgré tout");
    }
    return text;
  }

  const Requirement& requirement_;
  bool pending_;
  Language language_;
};

}  // namespace

std::string RemedyFor(const Missing& missing, Language language) {
  if (missing.requirement == nullptr || !missing.ways.empty()) return "";
  return std::visit([&](const auto& node) { return Remedy(missing, language).Of(node); },
                    missing.requirement->node);
}

}  // namespace cartulary::cli
