#include "cli/acts.h"

#include <algorithm>
#include <array>

#include "cli/render/words.h"
#include "core/check.h"
#include "core/facts/fact.h"

namespace cartulary::cli {
namespace {

// Who, where several acts say the same.
const Text kRegistry{"scolarité", "registry"};
const Text kRegistryOnTheAct{"scolarité, au vu de l'acte", "registry, on the act"};
const Text kMayDecide{"jury, directeur général ou juridiction (contrôlé)",
                      "jury, director general or court (checked)"};
const Text kMayWithdraw{"directeur général ou juridiction (contrôlé)",
                        "director general or court (checked)"};
const Text kCompliance{"conformité", "compliance officer"};
const Text kOperator{"exploitant", "operator"};
const Text kProgrammeHead{"responsable de formation", "programme head"};
const Text kBothTutors{"les deux tuteurs en fonction (contrôlé à l'évaluation)",
                       "both tutors in office (checked when it is judged)"};
const Text kIssuingBody{"scolarité, au vu de l'attestation de l'organisme",
                        "registry, on the certificate of the body"};

const std::vector<Act>& Table() {
  static const std::vector<Act> acts{
      {FactType::kStoreCreated,
       {"créer le registre", "make the store"},
       kOperator,
       "cartulary init"},
      {FactType::kBodyAccredited,
       {"constater l'accréditation d'un organisme", "record that a body is accredited"},
       kRegistryOnTheAct},
      {FactType::kBodyAccreditationEnded,
       {"constater la fin d'une accréditation", "record that an accreditation ended"},
       kRegistryOnTheAct},
      {FactType::kDelegationGranted,
       {"déléguer sa signature ou la présidence d'un jury",
        "delegate one's signature, or the chair of a jury"},
       {"titulaire de la fonction (contrôlé par `jury check`)",
        "holder of the office (checked by `jury check`)"}},
      {FactType::kDelegationEnded,
       {"mettre fin à une délégation", "end a delegation"},
       {"titulaire de la fonction", "holder of the office"}},
      {FactType::kOfficeHeld, {"prendre une fonction", "take an office"}, kRegistryOnTheAct},
      {FactType::kOfficeLeft, {"quitter une fonction", "leave an office"}, kRegistryOnTheAct},
      {FactType::kPersonRegistered, {"enregistrer une personne", "register a person"}, kRegistry},
      {FactType::kEditionPublished,
       {"publier une édition du référentiel", "publish an edition of the rules"},
       {"établissement, après adoption", "school, after adoption"},
       "cartulary referential publish"},
      {FactType::kRevisionPublished,
       {"publier une révision du référentiel", "publish a revision of the rules"},
       {"établissement", "school"},
       "cartulary referential publish"},
      {FactType::kAssessmentPlanned,
       {"prévoir une évaluation", "plan an assessment"},
       kProgrammeHead},
      {FactType::kLearnerRegistered, {"enregistrer un apprenant", "register a learner"}, kRegistry},
      {FactType::kEnrolmentOpened, {"inscrire", "enrol"}, kRegistry},
      {FactType::kContractStarted,
       {"commencer un contrat d'alternance", "start a work-study contract"},
       kRegistryOnTheAct},
      {FactType::kContractEnded,
       {"terminer ou rompre un contrat", "end or break a contract"},
       kRegistryOnTheAct},
      {FactType::kTutorAssigned, {"affecter un tuteur", "assign a tutor"}, kProgrammeHead},
      {FactType::kTutorEnded, {"mettre fin à un tutorat", "end a tutorship"}, kProgrammeHead},
      {FactType::kAssessmentRecorded,
       {"saisir une note ou un résultat", "record a grade or result"},
       {"enseignants, scolarité", "teachers, registry"}},
      {FactType::kAbsenceJustified, {"justifier une absence", "justify an absence"}, kRegistry},
      {FactType::kTutorGridSigned,
       {"signer la grille annuelle", "sign the yearly grid"},
       kBothTutors},
      {FactType::kAlternanceReportAssessed,
       {"évaluer un rapport d'alternance", "assess a work-study report"},
       {"maître d'apprentissage et responsable de formation", "company tutor and programme head"}},
      {FactType::kDefenceHeld,
       {"tenir une soutenance", "hold a defence"},
       {"jury de soutenance", "panel of the defence"}},
      {FactType::kLanguageCertificateRecorded,
       {"enregistrer un certificat de langue", "record a language certificate"},
       kIssuingBody},
      {FactType::kLanguageCertificateRevoked,
       {"annuler un certificat de langue", "revoke a language certificate"},
       {"organisme émetteur", "issuing body"}},
      {FactType::kMobilityPeriodRecorded,
       {"constater un séjour à l'étranger", "record a stay abroad"},
       kRegistry},
      {FactType::kMobilityReportAssessed,
       {"évaluer un rapport de mobilité", "assess a report on a mobility"},
       {"enseignants", "teachers"}},
      {FactType::kVaeAdmissibilityDecided,
       {"statuer sur la recevabilité d'une VAE (livret 1)", "decide whether a VAE is admissible"},
       {"certificateur", "certifier"}},
      {FactType::kVaeDossierSubmitted,
       {"déposer le dossier de VAE (livret 2)", "submit the VAE dossier"},
       {"candidat ; la scolarité joint le dossier (contrôlé)",
        "candidate; the registry joins the dossier (checked)"}},
      {FactType::kJuryAppointed,
       {"nommer un jury", "appoint a jury"},
       {"directeur général, ou par délégation de signature (contrôlé par `jury check`)",
        "director general, or by delegation of signature (checked by `jury check`)"},
       "",
       "jury",
       "cartulary record JuryAppointed code=JD-2027-07 kind=award certification=RNCP39304 \\\n"
       "  campus=AIX session_date=2027-07-08 reference_session=2027-04-26 appointed_by=E001 \\\n"
       "  chair=E001 'members=[{\"person\":\"E001\",\"college\":\"academic\","
       "\"capacity\":\"programme_teacher\"},\n"
       "  {\"person\":\"X020\",\"college\":\"professional\",\"capacity\":\"professional\"}]' "
       "\\\n  act=ARR-2026-060 effective=2026-11-20"},
      {FactType::kCandidateConvened,
       {"convoquer un candidat", "convene a candidate"},
       kRegistry,
       "",
       "jury",
       "cartulary record CandidateConvened subject=JD-2026-12 learner=24001 effective=2026-11-20"},
      {FactType::kJuryAmended,
       {"modifier un jury", "amend a jury"},
       {"comme pour la nomination", "as for the appointment"},
       "",
       "jury",
       "cartulary record JuryAmended subject=JD-2026-12 'removed=[\"X021\"]' \\\n"
       "  'added=[{\"person\":\"X022\",\"college\":\"professional\",\"capacity\":"
       "\"professional\"}]' \\\n"
       "  ground=absence act=ARR-2026-061 effective=2026-11-20"},
      {FactType::kAttendanceSigned,
       {"émarger, ou assister sans émarger", "attend, signing or not"},
       {"membre du jury (contrôlé)", "member of the jury (checked)"},
       "",
       "jury",
       "cartulary record AttendanceSigned subject=JD-2026-10 person=X026 from=14:00 to=16:00 \\\n"
       "  signature=electronic effective=2026-10-08 \\\n"
       "  'approver={\"person\":\"E002\",\"role\":\"director\"}' same_account=\"one desk\""},
      {FactType::kRecusalRecorded,
       {"se déporter pour un candidat", "recuse oneself for a candidate"},
       {"membre du jury (contrôlé)", "member of the jury (checked)"},
       "",
       "jury",
       "cartulary record RecusalRecorded subject=JD-2026-12 person=E010 candidate=23003 \\\n"
       "  effective=2026-11-20"},
      {FactType::kJuryDecisionRecorded,
       {"décider d'un candidat", "decide on a candidate"},
       {"jury ; la scolarité enregistre", "jury; the registry records"},
       "",
       "jury",
       "cartulary record JuryDecisionRecorded subject=24001 jury=JD-2026-10 decision=deferred \\\n"
       "  'deliberated=[\"E004\",\"E011\",\"X020\",\"X026\"]' chair=E004 effective=2026-10-08 \\\n"
       "  'approver={\"person\":\"E002\",\"role\":\"director\"}' same_account=\"one desk\""},
      {FactType::kMinutesSealed,
       {"sceller le procès-verbal", "seal the minutes"},
       {"président et membres signataires ; la scolarité joint le document (contrôlé)",
        "chair and members who sign; the registry joins the document (checked)"},
       "",
       "jury",
       "# `cartulary jury minutes SESSION` writes the document and prints this row;\n"
       "# of further minutes, as of all that follows minutes, another person approves\n"
       "echo signed > pv.txt\n"
       "cartulary record MinutesSealed subject=JD-2026-10 'signed_by=[\"E004\"]' \\\n"
       "  'decisions=[{\"learner\":\"23001\",\"version\":\"row:JD-2026-10-decision-23001\"}]' \\\n"
       "  'evidence=[{\"role\":\"minutes\",\"file\":\"pv.txt\"}]' effective=2026-10-09 \\\n"
       "  'approver={\"person\":\"E002\",\"role\":\"director\"}' same_account=\"one desk\" "
       "--source sample"},
      {FactType::kAwardIssued,
       {"délivrer le titre", "issue the title"},
       {"directeur général, sur décision favorable au procès-verbal scellé (contrôlé)",
        "director general, on a favourable decision in sealed minutes (checked)"},
       "cartulary award issue",
       "award"},
      {FactType::kAwardNumberTaken,
       {"prendre le numéro du titre", "take the number of the title"},
       {"le programme, avec le titre", "the program, with the title"},
       "cartulary award issue"},
      {FactType::kAccreditationRecorded,
       {"constater l'habilitation de l'école", "record the accreditation of the school"},
       kRegistryOnTheAct},
      {FactType::kRetentionRuleSet,
       {"fixer une durée de conservation", "set how long data is kept"},
       {"directeur général", "director general"}},
      {FactType::kSuccessorDeclared,
       {"déclarer la certification qui succède", "declare the successor certification"},
       {"certificateur", "certifier"}},
      {FactType::kStatisticsPublished,
       {"publier les statistiques d'une année", "publish the statistics of a year"},
       {"établissement", "school"}},
      {FactType::kLearnersMerged,
       {"fusionner deux dossiers d'apprenant", "merge two registrations of a learner"},
       {"scolarité ; une autre personne approuve (contrôlé)",
        "registry; another person approves (checked)"}},
      {FactType::kAccommodationGranted,
       {"accorder un aménagement", "grant an accommodation"},
       kRegistryOnTheAct},
      {FactType::kAccommodationEnded,
       {"mettre fin à un aménagement", "end an accommodation"},
       kRegistryOnTheAct},
      {FactType::kAnnualRegistrationRecorded,
       {"réinscrire, redoubler", "register for one more year, repeat a year"},
       kRegistry},
      {FactType::kRouteChanged, {"changer de voie", "change the route"}, kRegistryOnTheAct},
      {FactType::kEnrolmentSuspended,
       {"interrompre une inscription (césure)", "suspend an enrolment"},
       kRegistryOnTheAct},
      {FactType::kEnrolmentResumed,
       {"reprendre une inscription", "resume an enrolment"},
       kRegistry},
      {FactType::kEnrolmentClosed,
       {"clore une inscription (démission, exclusion)", "close an enrolment"},
       kRegistryOnTheAct},
      {FactType::kEnrolmentTransferred,
       {"transférer dans une autre certification", "transfer to another certification"},
       kRegistryOnTheAct},
      {FactType::kMobilityPlanned, {"prévoir une mobilité", "plan a stay abroad"}, kProgrammeHead},
      {FactType::kEquivalenceGranted,
       {"accorder une équivalence", "grant an equivalence"},
       kMayDecide},
      {FactType::kWaiverGranted,
       {"dispenser d'une exigence", "waive a requirement"},
       {"autorité que nomme la règle (contrôlé)", "authority that the rule names (checked)"}},
      {FactType::kReserveLifted,
       {"lever une réserve", "lift a reserve"},
       {"celui que nomme la décision, ou le jury (contrôlé)",
        "whom the decision names, or the jury (checked)"}},
      {FactType::kReserveLapsed,
       {"constater qu'une réserve n'est pas levée", "record that a reserve lapsed"},
       {"scolarité, l'échéance passée (contrôlé)", "registry, past the deadline (checked)"}},
      {FactType::kJuryDecisionRectified,
       {"rectifier une décision", "rectify a decision"},
       kMayDecide},
      {FactType::kJuryDecisionAnnulled, {"annuler une décision", "annul a decision"}, kMayDecide},
      {FactType::kDecisionNotified, {"notifier une décision", "notify a decision"}, kRegistry},
      {FactType::kAppealLodged,
       {"former un recours", "lodge an appeal"},
       {"apprenant ; la scolarité enregistre", "learner; the registry records"}},
      {FactType::kAppealDecided,
       {"statuer sur un recours gracieux ou hiérarchique",
        "decide an appeal to the author or superior"},
       {"auteur de la décision, ou son supérieur", "author of the decision, or the superior"}},
      {FactType::kCourtRuled, {"juger", "rule, as a court"}, {"juridiction", "court"}},
      {FactType::kAwardWithdrawn,
       {"retirer un titre", "withdraw a title"},
       kMayWithdraw,
       "",
       "award",
       "cartulary record AwardWithdrawn subject=22001 award=row:22001-titre ground=fraud \\\n"
       "  authority=director_general act=ARR-2026-062 effective=2026-11-20 \\\n"
       "  --source sample id=22001-retrait"},
      {FactType::kAwardReinstated,
       {"rétablir un titre", "reinstate a title"},
       kMayWithdraw,
       "",
       "award",
       "cartulary record AwardReinstated subject=22001 withdrawal=row:22001-retrait \\\n"
       "  authority=court \\\n"
       "  act=TA-2026-41 effective=2026-11-23 --source sample"},
      {FactType::kDuplicateIssued,
       {"délivrer un duplicata", "issue a duplicate"},
       kRegistry,
       "",
       "award",
       "cartulary record DuplicateIssued subject=22001 award=row:22001-titre ground=lost "
       "\\\n"
       "  authority=registrar effective=2026-11-24 --source sample"},
      {FactType::kBlockCertificateIssued,
       {"délivrer une attestation de bloc", "certify a block"},
       kRegistry,
       "",
       "award",
       "cartulary record BlockCertificateIssued subject=V2403 enrolment=1 block=BC01 \\\n"
       "  decision=row:VAE-2025-06-decision-V2403 authority=registrar effective=2026-11-20 \\\n"
       "  --source sample"},
      {FactType::kSurveyAnswered,
       {"répondre à l'enquête d'insertion", "answer the survey"},
       {"diplômé ; la scolarité enregistre", "graduate; the registry records"}},
      {FactType::kRevisionApplied,
       {"appliquer une révision du référentiel", "apply a revision of the rules"},
       {"autre que celui qui l'a publiée, au vu du rapport (contrôlé)",
        "another than who published it, on the report (checked)"},
       "cartulary replay --apply"},
      {FactType::kSkipWaived,
       {"écarter un événement illisible", "pass over an event that cannot be folded"},
       {"autorité que nomme le fait", "authority that the fact names"}},
      {FactType::kFindingNoted,
       {"annoter un constat", "note a finding"},
       kCompliance,
       "cartulary findings note"},
      {FactType::kCaseOpened,
       {"ouvrir un dossier à représenter", "open a case"},
       {"conformité ; `replay --apply` ouvre ceux d'une révision",
        "compliance officer; `replay --apply` opens those of a revision"}},
      {FactType::kCaseAssigned,
       {"attribuer un dossier", "assign a case"},
       kCompliance,
       "cartulary cases assign",
       "cases"},
      {FactType::kCaseClosed,
       {"clore un dossier", "close a case"},
       {"scolarité, sur l'acte d'un jury, d'une autorité ou d'une juridiction",
        "registry, on the act of a jury, an authority or a court"},
       "cartulary cases close",
       "cases"},
      {FactType::kSampleDrawn,
       {"tirer un échantillon", "draw a sample"},
       kCompliance,
       "cartulary findings --sample"},
      {FactType::kFactCorrected,
       {"corriger un fait mal saisi", "correct a fact recorded wrongly"},
       {"qui l'a saisi, ou l'autorité que nomme la correction ; ni décision au procès-verbal ni "
        "titre ; ce dont dépend une décision ou un titre, avec approbation d'une autre personne "
        "(contrôlé)",
        "who recorded it, or the authority that the correction names; no minuted decision, no "
        "title; that by which a decision or a title stands or falls, with the approval of another "
        "person (checked)"}},
      {FactType::kFactVoided,
       {"annuler un fait saisi à tort", "void a fact recorded by mistake"},
       {"de même", "likewise"}},
  };
  return acts;
}

std::string_view NameOf(FactType type) {
  std::string_view name;
  ForEachFactType([&](const auto& fact) {
    if (fact.kInfo.type == type) name = fact.kInfo.name;
  });
  return name;
}

std::string CommandOf(const Act& act) {
  if (!act.verb.empty()) return std::string(act.verb);
  return "cartulary record " + std::string(NameOf(act.type));
}

std::string_view FrenchOf(FactType type) {
  std::string_view french;
  ForEachFactType([&](const auto& fact) {
    if (fact.kInfo.type == type) french = fact.kInfo.french;
  });
  return french;
}

// In small letters without accents, so that either way of typing a word finds it.
std::string Folded(std::string_view text) {
  constexpr std::pair<std::string_view, char> kAccents[] = {
      {"éèêëÉÈÊ", 'e'}, {"àâäÀÂ", 'a'}, {"îïÎ", 'i'}, {"ôöÔ", 'o'}, {"ùûüÛ", 'u'}, {"çÇ", 'c'}};
  std::string folded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const auto accent = std::ranges::find_if(kAccents, [&](const auto& letters) {
      return letters.first.find(text.substr(at, 2)) % 2 == 0;  // Two bytes each.
    });
    if (static_cast<unsigned char>(c) < 0x80 || accent == std::end(kAccents)) {
      folded += 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    } else {
      folded += accent->second;
      ++at;
    }
  }
  return folded;
}

// The word, or its plural.
bool HasWord(std::string_view written, std::string_view asked) {
  const std::string text = Folded(written);
  const std::string word = Folded(asked);
  constexpr std::string_view kAround = " ,'()";
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    std::size_t end = at + word.size();
    if (end < text.size() && (text[end] == 's' || text[end] == 'x')) ++end;
    const bool begins = at == 0 || kAround.find(text[at - 1]) != std::string_view::npos;
    const bool ends = end == text.size() || kAround.find(text[end]) != std::string_view::npos;
    if (begins && ends) return true;
  }
  return false;
}

std::string Indented(std::string_view lines, std::string_view margin) {
  std::string text(margin);
  for (const char c : lines) {
    text += c;
    if (c == '\n') text += margin;
  }
  return text + '\n';
}

void AddStream(std::string& page, StreamKind kind, std::string_view heading, Language language) {
  page += "\n## " + std::string(heading) + "\n\n" +
          Say(language, "| act | French | way | who |", "| acte | en anglais | voie | qui |") +
          "\n|---|---|---|---|\n";
  const Language other = language == Language::kFrench ? Language::kEnglish : Language::kFrench;
  ForEachFactType([&](const auto& fact) {
    if (fact.kInfo.stream != kind) return;
    const Act& act = ActOf(fact.kInfo.type);
    page += "| " + Say(language, act.name) + " | " + Say(other, act.name) + " | `" +
            CommandOf(act) + "` | " + Say(language, act.who) + " |\n";
  });
}

}  // namespace

std::span<const Act> Acts() { return Table(); }

const Act& ActOf(FactType type) {
  const auto found = std::ranges::find(Table(), type, &Act::type);
  CARTULARY_CHECK(found != Table().end());
  return *found;
}

std::vector<const Act*> ActsNamed(std::string_view word) {
  std::vector<const Act*> named;
  for (const Act& act : Table()) {
    const bool has = HasWord(act.name.en, word) || HasWord(act.name.fr, word) ||
                     HasWord(FrenchOf(act.type), word);
    if (has) named.push_back(&act);
  }
  return named;
}

std::string ActsOfGroup(std::string_view group, Language language) {
  std::string text;
  for (const Act& act : Table()) {
    if (act.group != group) continue;
    text += "  " + Say(language, act.name) + "\n";
    text += Indented(act.example.empty() ? CommandOf(act) : act.example, "    ");
  }
  if (text.empty()) return text;
  return Say(language,
             "Acts, each as it is recorded; `cartulary help facts TYPE` shows the fields:\n",
             "Les actes, tels qu'ils s'enregistrent ; `cartulary help facts TYPE` montre les "
             "champs :\n") +
         text;
}

std::string WaysOf(std::span<const Act* const> acts, Language language) {
  std::string text;
  for (const Act* act : acts) {
    text += Say(language, act->name) + "\n" +
            Indented(act->example.empty() ? CommandOf(*act) : act->example, "  ");
  }
  return text;
}

std::string DescribeActs(Language language) {
  std::string page = Say(language,
                         R"(# Acts

What a school does, and the one way in which each act enters the register. This page is what
`cartulary help acts` prints; a test compares the two. `cartulary help WORD` finds an act by a word
of its name, in English or French.

An act is recorded by `cartulary record TYPE`, many at once by a file (`cartulary import`,
[import.md](import.md)); [facts.md](facts.md) lists the fields. A few acts have a verb of their own,
which composes the fact from what the register holds; `record` does not take those.

Who records is the actor of the event, with a role; no role is refused. "Who" says whose act it is;
"checked" means that `record` refuses it otherwise.
)",
                         R"(# Les actes

Ce que fait une école, et la voie unique par laquelle chaque acte entre au registre. C'est ce
qu'affiche `cartulary help acts --lang fr`. `cartulary help MOT` trouve un acte par un mot de son
nom, en français ou en anglais.

Un acte s'enregistre par `cartulary record TYPE`, ou en nombre par un fichier (`cartulary import`) ;
`cartulary help facts` donne les champs. Quelques actes ont leur propre verbe, qui compose le fait
d'après le registre ; `record` ne les prend pas.

Qui enregistre est l'auteur de l'événement, en une qualité ; aucune n'est refusée. « Qui » dit de
qui est l'acte ; « contrôlé » veut dire que `record` le refuse autrement.
)");
  for (const auto& kind : kEnumNames<StreamKind>) {
    AddStream(page, kind.value, Term(language, kind.value), language);
  }
  AddStream(page, StreamKind{}, Say(language, "any stream", "tout flux"), language);
  return page;
}

}  // namespace cartulary::cli
