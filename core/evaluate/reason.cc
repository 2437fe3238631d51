#include "core/evaluate/reason.h"

#include <algorithm>
#include <array>

#include "core/decimal.h"
#include "core/evaluate/verdict.h"
#include "core/facts/vocabulary.h"
#include "core/rules/policies.h"

namespace cartulary {
namespace {

constexpr auto kTexts = std::to_array<ReasonText>({
    {Reason::kAllSatisfied, "all_satisfied", "every condition that applies is met ({of})",
     "conditions réunies : {of} sur {of}"},
    {Reason::kChildMissing, "child_missing", "conditions that await evidence: {pending} of {of}",
     "en attente : {pending} condition(s) sur {of}"},
    {Reason::kChildFailed, "child_failed", "conditions that are not met: {failed} of {of}",
     "non acquises : {failed} condition(s) sur {of}"},
    {Reason::kNotBound, "not_bound", "not required by the route “{route}”",
     "n'est pas exigé par la voie « {route} »"},
    {Reason::kNothingApplies, "nothing_applies", "none of its conditions applies",
     "aucune de ses conditions ne s'applique"},
    {Reason::kOneSatisfied, "one_satisfied", "{satisfied} of {of} alternatives is met",
     "{satisfied} possibilité(s) acquise(s) sur {of}"},
    {Reason::kEnoughSatisfied, "enough_satisfied", "{satisfied} conditions met, {min} required",
     "{satisfied} condition(s) acquise(s) pour {min} demandée(s)"},
    {Reason::kTooFewSatisfied, "too_few_satisfied",
     "{satisfied} conditions met, {min} required, {pending} await evidence",
     "{satisfied} condition(s) acquise(s) pour {min} demandée(s), {pending} en attente"},
    {Reason::kRouteClosed, "route_closed", "the certification is not open to the route “{route}”",
     "la certification n'est pas ouverte à la voie « {route} »"},
    {Reason::kNotEnrolled, "not_enrolled", "no enrolment in force on {on}",
     "pas d'inscription en vigueur au {on}"},

    {Reason::kAverageReached, "average_reached",
     "average {average}, minimum {min} (average shown to the hundredth; compared: {points} "
     "weighted points, {points_min} needed)",
     "moyenne {average} pour un minimum de {min} (moyenne affichée au centième ; comparaison : "
     "{points} points pondérés pour {points_min} requis)"},
    {Reason::kAverageBelow, "average_below",
     "average {average}, below the minimum {min} (average shown to the hundredth; compared: "
     "{points} weighted points, {points_min} needed)",
     "moyenne {average}, inférieure au minimum de {min} (moyenne affichée au centième ; "
     "comparaison : {points} points pondérés pour {points_min} requis)"},
    {Reason::kResultBelowFloor, "result_below_floor",
     "eliminatory result: {grade} in {plan}, below {floor}",
     "note éliminatoire : {grade} à {plan}, inférieure à {floor}"},
    {Reason::kResultBelowMin, "result_below_min",
     "{grade} in {plan}, below {min}, and no result compensates for another",
     "{grade} à {plan}, inférieur à {min}, sans compensation possible"},
    {Reason::kResultMissing, "result_missing",
     "{missing} of {of} assessments without a result; first missing: {plan}",
     "il manque {missing} résultat(s) sur {of}, dont {plan}"},
    {Reason::kAbsencePending, "absence_pending",
     "justified absence from {plan}: the assessment is to be taken again",
     "absence justifiée à {plan} : l'évaluation reste à passer"},
    {Reason::kAbsenceFails, "absence_fails", "unjustified absence from {plan}: eliminatory",
     "absence injustifiée à {plan} : éliminatoire"},
    {Reason::kFraudFails, "fraud_fails", "fraud in {plan}: eliminatory",
     "fraude à {plan} : éliminatoire"},
    {Reason::kNothingPlanned, "nothing_planned",
     "no summative assessment is planned for block {block}",
     "aucune évaluation sommative n'est prévue pour le bloc {block}"},
    {Reason::kNothingCounts, "nothing_counts",
     "none of the {of} results counts: exempt, neutralised or justified absence",
     "aucun des {of} résultats ne compte : dispense, neutralisation ou absence justifiée"},
    {Reason::kOtherScale, "other_scale", "none of the {of} results of the block is on this scale",
     "aucun des {of} résultats du bloc n'est sur cette échelle"},
    {Reason::kLevelsReached, "levels_reached", "{results} results at “{min_acquired}” or better",
     "{results} résultat(s) au niveau « {min_acquired} » ou mieux"},
    {Reason::kLevelBelow, "level_below",
     "“{acquired}” in {plan}, “{min_acquired}” required ({partly} below, {tolerated} tolerated)",
     "« {acquired} » à {plan}, « {min_acquired} » demandé ({partly} en dessous, {tolerated} "
     "toléré(s))"},
    {Reason::kNoLevel, "no_level", "no level in {plan}: {status}",
     "pas de niveau à {plan} : {status}"},
    {Reason::kAverageReachedAndPoints, "average_reached_and_points",
     "average {average}, minimum {min} (average shown to the hundredth; compared: {points} "
     "weighted points, {points_min} needed); the jury adds: {without_points} + {jury_points} "
     "points of jury = {with_points}",
     "moyenne {average} pour un minimum de {min} (moyenne affichée au centième ; comparaison : "
     "{points} points pondérés pour {points_min} requis) ; le jury ajoute : {without_points} + "
     "{jury_points} point(s) de jury = {with_points}"},
    {Reason::kAverageBelowAndPoints, "average_below_and_points",
     "average {average}, below the minimum {min} (average shown to the hundredth; compared: "
     "{points} weighted points, {points_min} needed); the jury adds: {without_points} + "
     "{jury_points} points of jury = {with_points}",
     "moyenne {average}, inférieure au minimum de {min} (moyenne affichée au centième ; "
     "comparaison : {points} points pondérés pour {points_min} requis) ; le jury ajoute : "
     "{without_points} + {jury_points} point(s) de jury = {with_points}"},

    {Reason::kGridsSigned, "grids_signed",
     "grids signed for {years} years, {min} required: {counted}",
     "grilles signées pour {years} année(s) sur {min} : {counted}"},
    {Reason::kGridMissing, "grid_missing",
     "grids signed for {years} years of {min} ({counted}): {missing} missing ({lacking})",
     "grilles signées pour {years} année(s) sur {min} ({counted}) : il en manque {missing} "
     "({lacking})"},
    {Reason::kGridUnsigned, "grid_unsigned",
     "grids signed for {years} years of {min}; that of {academic_year} lacks the signature of the "
     "{tutor}",
     "grilles signées pour {years} année(s) sur {min} ; à celle de {academic_year} manque la "
     "signature : {tutor}"},
    {Reason::kGridLevelBelow, "grid_level_below",
     "grid of {academic_year}: level {level} in {competency}, {min_level} required",
     "grille {academic_year} : niveau {level} en {competency}, {min_level} demandé"},
    {Reason::kGridLevelAbsent, "grid_level_absent",
     "grid of {academic_year}: no level for {competency}, {min_level} required",
     "grille {academic_year} : pas de niveau pour {competency}, {min_level} demandé"},
    {Reason::kReportsReached, "reports_reached", "{reports} favourable reports, {min} required",
     "{reports} rapport(s) favorable(s) pour {min} demandé(s)"},
    {Reason::kReportMissing, "report_missing",
     "{reports} favourable reports of {min}: {missing} missing",
     "{reports} rapport(s) favorable(s) sur {min} : il en manque {missing}"},
    {Reason::kAppraisalMissing, "appraisal_missing",
     "{reports} favourable reports of {min}; that of {date} lacks the appraisal of the {assessor}",
     "{reports} rapport(s) favorable(s) sur {min} ; à celui du {date} manque l'avis : {assessor}"},
    {Reason::kReportRefused, "report_refused",
     "{reports} favourable reports of {min}; that of {date} was found unfavourable",
     "{reports} rapport(s) favorable(s) sur {min} ; celui du {date} a reçu un avis défavorable"},
    {Reason::kDefencePassed, "defence_passed", "{defence} defence passed on {date}",
     "{defence} réussie le {date}"},
    {Reason::kDefenceMissing, "defence_missing", "{defence} defence not held yet",
     "{defence} pas encore tenue"},
    {Reason::kDefenceRefused, "defence_refused", "{defence} defence of {date}: unfavourable",
     "{defence} du {date} : défavorable"},
    {Reason::kPanelIncomplete, "panel_incomplete",
     "{defence} defence of {date}: {members} members of the {college} college on the panel, {min} "
     "required",
     "{defence} du {date} : {members} membre(s) du collège « {college} » au jury, {min} "
     "demandé(s)"},

    {Reason::kLanguageReached, "language_reached",
     "{cefr} in “{language}” on {date} ({body}), {min_cefr} required",
     "{cefr} en « {language} » le {date} ({body}), {min_cefr} demandé"},
    {Reason::kLanguageMissing, "language_missing",
     "no certificate in “{language}”; {min_cefr} required",
     "aucun certificat en « {language} » ; {min_cefr} demandé"},
    {Reason::kLanguageOther, "language_other",
     "no certificate in “{language}” ({min_cefr} required): the one of {date} is in “{found}”",
     "aucun certificat en « {language} » ({min_cefr} demandé) : celui du {date} est en « {found} "
     "»"},
    {Reason::kLanguageRevoked, "language_revoked",
     "the certificate of {date} ({body}) was revoked; {min_cefr} in “{language}” required",
     "le certificat du {date} ({body}) a été annulé ; {min_cefr} en « {language} » demandé"},
    {Reason::kBodyNotAccredited, "body_not_accredited",
     "{body} was not accredited for “{language}” on {accredited_on}",
     "{body} n'était pas accrédité pour « {language} » le {accredited_on}"},
    {Reason::kLevelUnknown, "level_unknown",
     "the certificate of {date} ({body}) gives no level that counts; {min_cefr} in “{language}” "
     "required",
     "le certificat du {date} ({body}) ne donne aucun niveau qui compte ; {min_cefr} en "
     "« {language} » demandé"},
    {Reason::kLanguageBelow, "language_below",
     "{cefr} in “{language}” on {date} ({body}), {min_cefr} required",
     "{cefr} en « {language} » le {date} ({body}), {min_cefr} demandé"},
    {Reason::kLanguageExpired, "language_expired",
     "the certificate of {date} ({body}) was valid until {until}",
     "le certificat du {date} ({body}) était valable jusqu'au {until}"},

    {Reason::kStayReached, "stay_reached", "{days} days, {min} required",
     "{days} jours pour {min} demandés"},
    {Reason::kStayMissing, "stay_missing", "no stay recorded; {min} days required",
     "aucun séjour enregistré ; {min} jours demandés"},
    {Reason::kStayShort, "stay_short", "{days} days of {min}: short by {missing}",
     "{days} jours sur {min} : il manque {missing} jour(s)"},
    {Reason::kStayAtHome, "stay_at_home",
     "no stay abroad: {home_days} days in {home} do not count; {min} days required",
     "aucun séjour à l'étranger : {home_days} jours en {home} ne comptent pas ; {min} jours "
     "demandés"},
    {Reason::kStayNotCounted, "stay_not_counted",
     "no stay that counts: {left_out} shortened stays do not; {min} days required",
     "aucun séjour qui compte : {left_out} séjour(s) écourté(s) écarté(s) ; {min} jours demandés"},

    {Reason::kJuryRegular, "jury_regular",
     "jury lawfully composed: {members} members, {professionals} professional, {academics} "
     "academic",
     "jury régulièrement composé : {members} membres, dont {professionals} du monde "
     "socio-économique et {academics} académique(s)"},
    {Reason::kJuryNoDecision, "jury_no_decision", "no jury has decided yet",
     "aucun jury n'a encore délibéré"},
    {Reason::kJuryNotAppointed, "jury_not_appointed",
     "no appointment of the jury in force on {date}",
     "pas de nomination du jury en vigueur au {date}"},
    {Reason::kJuryOtherKind, "jury_other_kind", "{found_jury} jury, where {jury} is required",
     "{found_jury}, alors qu'il faut : {jury}"},
    {Reason::kJuryStranger, "jury_stranger",
     "{strangers} of those who deliberated were not appointed",
     "{strangers} personne(s) ayant délibéré sans être nommée(s)"},
    {Reason::kJuryMembersAppointed, "jury_members_appointed",
     "all {members} members were appointed", "les {members} membres étaient nommés"},
    {Reason::kJurySizeReached, "jury_size_reached", "{members} members, {min} required",
     "{members} membres pour {min} demandés"},
    {Reason::kJuryTooSmall, "jury_too_small", "{members} members of {min}: {missing} missing",
     "{members} membres sur {min} : il en manque {missing}"},
    {Reason::kParityHeld, "parity_held",
     "parity: {professionals} professional, {academics} academic",
     "parité respectée : {professionals} du monde socio-économique, {academics} académique(s)"},
    {Reason::kParityBroken, "parity_broken",
     "no parity: {professionals} professional, {academics} academic",
     "parité non respectée : {professionals} du monde socio-économique, {academics} académique(s)"},
    {Reason::kCollegeReached, "college_reached",
     "{college} college: {members} members, {min} required",
     "collège « {college} » : {members} membre(s) pour {min} demandé(s)"},
    {Reason::kCollegeTooFew, "college_too_few",
     "{college} college: {members} members of {min}: {missing} missing",
     "collège « {college} » : {members} membre(s) sur {min} : il en manque {missing}"},
    {Reason::kShareReached, "share_reached",
     "{college} college: {members} of {of} members, share of {share} required",
     "collège « {college} » : {members} membre(s) sur {of}, part de {share} demandée"},
    {Reason::kShareTooLow, "share_too_low",
     "{college} college: {members} of {of} members, below the share of {share}",
     "collège « {college} » : {members} membre(s) sur {of}, part inférieure à {share}"},
    {Reason::kCapacitiesHeld, "capacities_held", "the academic members are entitled to sit as such",
     "les membres académiques ont qualité pour siéger"},
    {Reason::kCapacityLacking, "capacity_lacking",
     "{lacking} academic members are not entitled to sit as such",
     "{lacking} membre(s) académique(s) sans qualité pour siéger"},
    {Reason::kChairInOffice, "chair_in_office", "the chair holds the office: {office}",
     "présidence par la fonction : {office}"},
    {Reason::kChairDelegated, "chair_delegated",
     "the chair represents the holder of the office: {office}",
     "présidence par représentation de la fonction : {office}"},
    {Reason::kChairUnentitled, "chair_unentitled",
     "on {date} the chair neither held the office ({office}) nor represented its holder",
     "le {date}, la personne qui préside n'avait ni la fonction ({office}) ni délégation de son "
     "titulaire"},
    {Reason::kChairAbsent, "chair_absent", "the chair did not deliberate",
     "la personne qui préside n'a pas délibéré"},

    {Reason::kDecided, "decided", "decision of {date}: {decision}",
     "décision du {date} : {decision}"},
    {Reason::kDecidedOtherwise, "decided_otherwise", "decision of {date}: {decision}",
     "décision du {date} : {decision}"},
    {Reason::kNotDecided, "not_decided", "no decision of a jury yet",
     "pas encore de décision du jury"},
    {Reason::kDecidedByOtherJury, "decided_by_other_jury",
     "decision of {date} by another jury than the one required ({jury})",
     "décision du {date} par un autre jury que celui demandé ({jury})"},
    {Reason::kBlockValidated, "block_validated", "validated by the jury on {date}",
     "validé par le jury le {date}"},
    {Reason::kBlockRefused, "block_refused", "not validated by the jury on {date}",
     "non validé par le jury le {date}"},
    {Reason::kBlockNotDecided, "block_not_decided", "no jury has decided on the block yet",
     "aucun jury ne s'est encore prononcé sur le bloc"},
    {Reason::kBlockCarriedOver, "block_carried_over", "validated on {date} in an earlier enrolment",
     "validé le {date} au titre d'un parcours précédent"},
    {Reason::kVaeComplete, "vae_complete", "VAE application admissible and dossier submitted",
     "recevabilité (livret 1) et dossier (livret 2) en règle"},
    {Reason::kVaeUndecided, "vae_undecided", "admissibility (livret 1) not decided yet",
     "recevabilité (livret 1) non encore décidée"},
    {Reason::kVaeInadmissible, "vae_inadmissible", "found inadmissible (livret 1) on {date}",
     "déclaré non recevable (livret 1) le {date}"},
    {Reason::kVaeNotSubmitted, "vae_not_submitted", "dossier (livret 2) not submitted yet",
     "dossier (livret 2) non encore déposé"},
    {Reason::kNoEquivalence, "no_equivalence", "no act grants an equivalence for block {block}",
     "aucun acte n'accorde d'équivalence pour le bloc {block}"},
    {Reason::kEntryAdmitted, "entry_admitted", "entered on {date}, entry level {level}",
     "entrée le {date} avec un niveau {level}"},
    {Reason::kEntryTooEarly, "entry_too_early", "entered on {date}, before {from}",
     "entrée le {date}, avant le {from}"},
    {Reason::kEntryTooLate, "entry_too_late", "entered on {date}, after {until}",
     "entrée le {date}, après le {until}"},
    {Reason::kEntryLevel, "entry_level", "entry level {level}; admitted: {levels}",
     "entrée avec un niveau {level} ; admis : {levels}"},
    {Reason::kBlockTransferred, "block_transferred",
     "validated on {date} under {certification}, which this certification succeeds",
     "validé le {date} au titre de {certification}, à laquelle cette certification succède"},
    {Reason::kEquivalenceGranted, "equivalence_granted",
     "granted on {date} for {held} of {certification} (act {act})",
     "accordé le {date} pour {held} de {certification} (acte {act})"},
    {Reason::kEquivalenceNotNamed, "equivalence_not_named",
     "granted on {date} for {held} of {certification}, which the rules do not accept (act {act})",
     "accordé le {date} pour {held} de {certification}, que les règles n'admettent pas (acte "
     "{act})"},
    {Reason::kWaived, "waived", "waived on {date} by the {authority}: {ground} (act {act})",
     "dispense accordée le {date}, par : {authority} ; motif : {ground} (acte {act})"},
    {Reason::kWaiverNotProvided, "waiver_not_provided",
     "a waiver of {date} counts for nothing: the rules do not let the {authority} grant it (act "
     "{act})",
     "une dispense du {date} est sans effet : les règles ne permettent pas de l'accorder à : "
     "{authority} (acte {act})"},

    {Reason::kReservesLifted, "reserves_lifted",
     "decision of {date}: {decision}; every reserve is lifted",
     "décision du {date} : {decision} ; toutes les réserves sont levées"},
    {Reason::kReservesOpen, "reserves_open",
     "decision of {date}: {decision}; to be lifted by {deadline}: {reserves}",
     "décision du {date} : {decision} ; réserve(s) à lever au plus tard le {deadline} : "
     "{reserves}"},
    {Reason::kReserveOverdue, "reserve_overdue",
     "decision of {date}: {decision}; still to be lifted: {reserves}; the deadline {deadline} has "
     "passed for {overdue}",
     "décision du {date} : {decision} ; réserve(s) encore à lever : {reserves} ; délai du "
     "{deadline} dépassé pour {overdue}"},
    {Reason::kReserveLapsed, "reserve_lapsed",
     "decision of {date}: {decision}; not lifted by {deadline}: {reserves}",
     "décision du {date} : {decision} ; réserve(s) non levée(s) au {deadline} : {reserves}"},
    {Reason::kDecisionAnnulled, "decision_annulled",
     "the decision of {date} was annulled on {annulled_on}: a jury must decide anew",
     "la décision du {date} a été annulée le {annulled_on} : un jury doit de nouveau statuer"},
    {Reason::kStayLongestShort, "stay_longest_short",
     "{days} days of {min}: short by {missing}; of {stays} stays only the longest counts",
     "{days} jours sur {min} : il manque {missing} jour(s) ; de {stays} séjours, seul le plus long "
     "compte"},
    {Reason::kTestUnknown, "test_unknown",
     "the rules have no scores for the test {test} of {body} on {date}; {min_cefr} in “{language}” "
     "required",
     "les règles n'ont pas de barème pour le test {test} de {body} au {date} ; {min_cefr} en "
     "« {language} » demandé"},
    {Reason::kGridNone, "grid_none", "no grid signed yet; {min} years required: {lacking}",
     "aucune grille signée ; {min} année(s) demandée(s) : {lacking}"},
    {Reason::kGridRepeated, "grid_repeated",
     "grids signed for {years} years of {min} ({counted}): {missing} missing ({lacking}); "
     "{repeated} repeats a year, and its grid counts for that one",
     "grilles signées pour {years} année(s) sur {min} ({counted}) : il en manque {missing} "
     "({lacking}) ; {repeated} redouble une année, et sa grille compte pour celle-ci"},
    {Reason::kReportOfOtherStay, "report_of_other_stay",
     "{reports} favourable reports of {min}; that of {date} is not about the stay that counts, of "
     "{from} to {until}",
     "{reports} rapport(s) favorable(s) sur {min} ; celui du {date} ne porte pas sur le séjour qui "
     "compte, du {from} au {until}"},
    {Reason::kReportOfNoStay, "report_of_no_stay",
     "{reports} favourable reports of {min}; that of {date} is about no stay that counts",
     "{reports} rapport(s) favorable(s) sur {min} ; celui du {date} ne porte sur aucun séjour qui "
     "compte"},
    {Reason::kDefenceOfOtherStay, "defence_of_other_stay",
     "{defence} defence of {date}: not about the stay that counts, of {from} to {until}",
     "{defence} du {date} : ne porte pas sur le séjour qui compte, du {from} au {until}"},
    {Reason::kDefenceOfNoStay, "defence_of_no_stay",
     "{defence} defence of {date}: about no stay that counts",
     "{defence} du {date} : ne porte sur aucun séjour qui compte"},
    {Reason::kFraudIsZero, "fraud_is_zero",
     "fraud in {plan}, which counts as {grade}: eliminatory below {min}",
     "fraude à {plan}, comptée {grade} : éliminatoire en dessous de {min}"},
    {Reason::kAbsenceIsZero, "absence_is_zero",
     "unjustified absence from {plan}, which counts as {grade}: eliminatory below {min}",
     "absence injustifiée à {plan}, comptée {grade} : éliminatoire en dessous de {min}"},
    {Reason::kExcusedIsZero, "excused_is_zero",
     "justified absence from {plan}, which counts as {grade}: eliminatory below {min}",
     "absence justifiée à {plan}, comptée {grade} : éliminatoire en dessous de {min}"},
    {Reason::kLanguageScoreBelow, "language_score_below",
     "{cefr} in “{language}” on {date} ({body}), {min_cefr} required: {scores}",
     "{cefr} en « {language} » le {date} ({body}), {min_cefr} demandé : {scores}"},
});

template <NamedEnum E>
std::optional<std::string> InWords(std::string_view name, Lang lang) {
  const std::optional<E> value = ParseEnum<E>(name);
  if (!value) return std::nullopt;
  if (lang == Lang::kFrench) return std::string(ToFrench(*value));
  std::string words(name);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

// As people write it in both languages: "B2".
std::optional<std::string> CefrInWords(std::string_view name, Lang lang) {
  const auto level = ParseEnum<LanguageLevel>(name);
  if (level == LanguageLevel::kBelowA1 && lang == Lang::kEnglish) return "below A1";
  return InWords<LanguageLevel>(name, Lang::kFrench);
}

// The values that hold the name of an enumerator, and of which enumeration.
constexpr struct {
  std::string_view value;
  std::optional<std::string> (*in_words)(std::string_view, Lang);
} kEnumValues[] = {
    {"route", InWords<Route>},
    {"acquired", InWords<AcquiredLevel>},
    {"min_acquired", InWords<AcquiredLevel>},
    {"status", InWords<AssessmentStatus>},
    {"tutor", InWords<TutorRole>},
    {"assessor", InWords<ReportAssessor>},
    {"defence", InWords<DefenceKind>},
    {"college", InWords<College>},
    {"cefr", CefrInWords},
    {"min_cefr", CefrInWords},
    {"jury", InWords<JuryKind>},
    {"found_jury", InWords<JuryKind>},
    {"office", InWords<Office>},
    {"decision", InWords<FinalDecision>},
    {"authority", InWords<Authority>},
};

constexpr std::string_view kDateValues[] = {"date",          "on",       "from",       "until",
                                            "accredited_on", "deadline", "annulled_on"};
constexpr std::string_view kDecimalValues[] = {
    "average",        "min",         "points",      "points_min", "grade", "floor",
    "without_points", "jury_points", "with_points", "scores"};

template <std::size_t kSize>
bool IsOneOf(std::string_view name, const std::string_view (&names)[kSize]) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// Whether what is counted is more than one, as French counts; none if the value is no number.
std::optional<bool> IsPlural(std::string_view value) {
  const std::string_view whole = value.substr(0, value.find('.'));
  const bool number = !value.empty() && value.find_first_not_of("0123456789.") == value.npos;
  if (!number) return std::nullopt;
  return whole.size() > 1 || whole > "1";
}

// The text, with what agrees in number with the value before it: "jour(s)" is "jours" or "jour".
void AppendAgreeing(std::string& sentence, std::string_view text, std::optional<bool> plural) {
  constexpr std::string_view kPlural = "(s)";
  for (std::size_t at = plural ? text.find(kPlural) : text.npos; at != text.npos;
       at = text.find(kPlural)) {
    sentence += text.substr(0, at);
    if (*plural) sentence += 's';
    text.remove_prefix(at + kPlural.size());
  }
  sentence += text;
}

const ReasonText* Find(Reason reason) {
  const auto found = std::find_if(kTexts.begin(), kTexts.end(),
                                  [&](const ReasonText& text) { return text.reason == reason; });
  return found == kTexts.end() ? nullptr : &*found;
}

}  // namespace

std::string InWords(const ReadValue& value, Lang lang) {
  for (const auto& entry : kEnumValues) {
    if (entry.value != value.name) continue;
    if (const auto words = entry.in_words(value.text, lang)) return *words;
  }
  if (lang == Lang::kEnglish) return value.text;
  std::string text = value.text;
  if (IsOneOf(value.name, kDateValues) && text.size() == 10) {
    return text.substr(8, 2) + '/' + text.substr(5, 2) + '/' + text.substr(0, 4);
  }
  if (IsOneOf(value.name, kDecimalValues)) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::span<const ReasonText> ReasonTexts() { return kTexts; }

std::string_view ToName(Reason reason) {
  const ReasonText* text = Find(reason);
  return text == nullptr ? std::string_view("?") : text->code;
}

std::optional<Reason> ParseReason(std::string_view code) {
  for (const ReasonText& text : kTexts) {
    if (text.code == code) return text.reason;
  }
  return std::nullopt;
}

std::string ExplainText(const VerdictNode& node, Lang lang) {
  const ReasonText* text = Find(node.reason);
  if (text == nullptr) return "?";
  std::string_view rest = lang == Lang::kFrench ? text->french : text->english;
  std::string sentence;
  std::optional<bool> plural;
  while (true) {
    const std::size_t open = rest.find('{');
    AppendAgreeing(sentence, rest.substr(0, open), plural);
    if (open == std::string_view::npos) return sentence;
    const std::size_t close = rest.find('}', open);
    const std::string_view name = rest.substr(open + 1, close - open - 1);
    const auto value = std::find_if(node.values.begin(), node.values.end(),
                                    [&](const ReadValue& read) { return read.name == name; });
    sentence += value == node.values.end() ? std::string(rest.substr(open, close - open + 1))
                                           : InWords(*value, lang);
    plural = value == node.values.end() ? std::nullopt : IsPlural(value->text);
    rest.remove_prefix(close + 1);
  }
}

}  // namespace cartulary
