// A small rule file in which every kind of requirement occurs once, for tests to read and to spoil.
#pragma once

#include <string_view>

namespace cartulary {

inline constexpr std::string_view kRulesOfEveryKind = R"(format: cartulary-rules/1
certification: RNCP1
edition: {code: "2024", binds_by: entry_date, from: 2024-09-01, until: unknown}
title: {fr: Titre, en: Title}
level: 7
nsf: [{code: "200", label: Technologies}]
formacodes: []
rome: []
certifier: {name: ENSAM, siret: "19753472000010"}
registration_end: 2026-08-31
delivery_limit: unknown
predecessor: RNCP0
successor: unknown
entry_prerequisite: {document: fiche, place: p. 1, quote: niveau 5}
routes:
  - {route: apprenticeship, open: true, reading: read, jury: award, wording: apprentissage}
  - {route: student, open: false, reading: inferred, jury: none, wording: étudiant}
blocks:
  - id: BC01
    fiche_code: RNCP1BC01
    title: Concevoir
    competencies: [{id: BC01-C01, text: Dessiner}]
    modalities: [{id: BC01-E01, text: Écrit}]
conditions:
  - {text: Les blocs, routes: all, requirements: [blocks]}
juries:
  - {kind: award, requirement: jury, composition: [Le jury]}
statistics:
  - year: 2019
    certified: 11
    certified_by_vae: unknown
    employed_6_months: 100
    in_occupation_6_months: unknown
    in_occupation_24_months: unknown
    doubt: none
unknowns:
  - {id: limit, label: {fr: Limite, en: Limit}, reason: {fr: Absente, en: Absent}}
documents:
  - {id: fiche, title: {fr: Fiche, en: Record}, sha256: to_confirm, url: none}
assumptions:
  pass_mark:
    label: {fr: Moyenne, en: Average}
    why: {fr: Usage, en: Custom}
    kind: decimal
    default: 10
    settled: none
  sum:
    label: {fr: Somme, en: Sum}
    why: {fr: Usage, en: Custom}
    kind: choice
    choices: [longest, all]
    default: longest
    settled: none
score_tables:
  - body: ETS
    test: TOEIC
    language: en
    from: unknown
    until: none
    document: fiche
    rows:
      - {level: b2, min_total: 785, parts: [{part: listening, min: 400}]}
      - {level: b1, min_total: 550, parts: []}
root: award
requirements:
  award:
    label: {fr: La award, en: The award}
    source: {document: fiche, place: award, quote: Le award}
    routes: all
    jury_discretion: false
    waivable_by: []
    all_of: [blocks, entry, options, english, stay, jury, decision]
  blocks:
    label: {fr: La blocks, en: The blocks}
    source: {document: fiche, place: blocks, quote: Le blocks}
    routes: all
    jury_discretion: true
    waivable_by: []
    each_block: {of: block, blocks: []}
  block:
    label: {fr: La block, en: The block}
    source: {document: fiche, place: block, quote: Le block}
    routes: all
    jury_discretion: false
    waivable_by: []
    any_of: [average, scale, grid, granted]
  average:
    label: {fr: La average, en: The average}
    source: {document: fiche, place: average, quote: Le average}
    routes: all
    jury_discretion: false
    waivable_by: []
    weighted_average:
      min: {assume: pass_mark}
      floor: none
      compensation: within_block
      missing: pending
      absent_justified: neutral
      absent_unjustified: fail
      fraud: zero
      resit: best
      rounding: exact
      require_mandatory: true
  scale:
    label: {fr: La scale, en: The scale}
    source: {document: fiche, place: scale, quote: Le scale}
    routes: all
    jury_discretion: false
    waivable_by: []
    acquired_scale: {min_level: acquired, partly_tolerated: 0, resit: last}
  grid:
    label: {fr: La grid, en: The grid}
    source: {document: fiche, place: grid, quote: Le grid}
    routes: all
    jury_discretion: false
    waivable_by: []
    tutor_grid: {years: 3, signed_by: [academic, company], min_level: 2, level_at: last}
  granted:
    label: {fr: La granted, en: The granted}
    source: {document: fiche, place: granted, quote: Le granted}
    routes: all
    jury_discretion: false
    waivable_by: []
    equivalence: {from: [RNCP0]}
  entry:
    label: {fr: La entry, en: The entry}
    source: {document: fiche, place: entry, quote: Le entry}
    routes: all
    jury_discretion: false
    waivable_by: []
    entry_window: {from: none, until: 2026-08-31, levels: [5, 6]}
  options:
    label: {fr: La options, en: The options}
    source: {document: fiche, place: options, quote: Le options}
    routes: all
    jury_discretion: false
    waivable_by: []
    at_least_n: {n: 1, of: [dossier, defence, report]}
  dossier:
    label: {fr: La dossier, en: The dossier}
    source: {document: fiche, place: dossier, quote: Le dossier}
    routes: all
    jury_discretion: false
    waivable_by: []
    vae_dossier: {admissible: true, submitted: true}
  defence:
    label: {fr: La defence, en: The defence}
    source: {document: fiche, place: defence, quote: Le defence}
    routes: all
    jury_discretion: false
    waivable_by: []
    defence: {defence: company, panel: [professional, academic], panel_each: 1}
  report:
    label: {fr: La report, en: The report}
    source: {document: fiche, place: report, quote: Le report}
    routes: all
    jury_discretion: false
    waivable_by: []
    report: {report: alternance, min_count: 2, assessed_by: [company_tutor]}
  english:
    label: {fr: La english, en: The english}
    source: {document: fiche, place: english, quote: Le english}
    routes: [apprenticeship]
    jury_discretion: false
    waivable_by: []
    language_certificate:
      language: en
      min: b2
      accredited: true
      accredited_on: test_date
      score_tables: true
      stated_level: false
      valid_months: none
  stay:
    label: {fr: La stay, en: The stay}
    source: {document: fiche, place: stay, quote: Le stay}
    routes: [apprenticeship]
    jury_discretion: false
    waivable_by: []
    mobility:
      min_weeks: 12
      days_per_week: 7
      count_end_day: true
      sum_periods: {assume: sum}
      overlapping_once: true
      abroad_only: true
      home: FR
      interrupted: days_done
      force_majeure: not_counted
  jury:
    label: {fr: La jury, en: The jury}
    source: {document: fiche, place: jury, quote: Le jury}
    routes: all
    jury_discretion: false
    waivable_by: []
    jury:
      jury: award
      chair: [director_general]
      representative: true
      min_members: 4
      parity: tolerance_1
      at_least: [{college: professional, members: 2}]
      min_share: {college: professional, share: 1/4}
      academic_capacities: [programme_teacher]
      chair_counts_as: by_declaration
      count: deliberating
  decision:
    label: {fr: La decision, en: The decision}
    source: {document: fiche, place: decision, quote: Le decision}
    routes: all
    jury_discretion: false
    waivable_by: []
    jury_decision: {on: final, outcomes: [admitted], jury: none}
)";

}  // namespace cartulary
