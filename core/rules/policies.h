// The words of a rule file: what a parameter of a requirement can be set to. Numbered and named as
// the vocabulary of the facts is (core/facts/enums.h), since digests may hold the numbers.
#pragma once

#include "core/facts/enums.h"

namespace cartulary {

// The kinds of requirement. The number is the place in `Node` (core/rules/node.h) plus one.
enum class NodeKind : std::uint8_t {
  kAllOf = 1,
  kAnyOf = 2,
  kAtLeastN = 3,
  kEachBlock = 4,
  kWeightedAverage = 5,
  kAcquiredScale = 6,
  kTutorGrid = 7,
  kDefence = 8,
  kReport = 9,
  kLanguageCertificate = 10,
  kMobility = 11,
  kJury = 12,
  kJuryDecision = 13,
  kVaeDossier = 14,
  kEquivalence = 15,
  kEntryWindow = 16,
};
constexpr auto NamesOf(NodeKind) {
  return std::to_array<EnumName<NodeKind>>({
      {NodeKind::kAllOf, "all_of", "toutes"},
      {NodeKind::kAnyOf, "any_of", "l'une au moins"},
      {NodeKind::kAtLeastN, "at_least_n", "un nombre minimal"},
      {NodeKind::kEachBlock, "each_block", "chaque bloc"},
      {NodeKind::kWeightedAverage, "weighted_average", "moyenne pondérée"},
      {NodeKind::kAcquiredScale, "acquired_scale", "échelle d'acquisition"},
      {NodeKind::kTutorGrid, "tutor_grid", "grille de montée en compétences"},
      {NodeKind::kDefence, "defence", "soutenance"},
      {NodeKind::kReport, "report", "rapport"},
      {NodeKind::kLanguageCertificate, "language_certificate", "certificat de langue"},
      {NodeKind::kMobility, "mobility", "mobilité internationale"},
      {NodeKind::kJury, "jury", "composition du jury"},
      {NodeKind::kJuryDecision, "jury_decision", "décision du jury"},
      {NodeKind::kVaeDossier, "vae_dossier", "dossier de VAE"},
      {NodeKind::kEquivalence, "equivalence", "équivalence"},
      {NodeKind::kEntryWindow, "entry_window", "condition d'entrée"},
  });
}

// What an assumption's value is, and so how its text is read.
enum class AssumptionKind : std::uint8_t {
  kDecimal = 1,  // "10", "9.5"
  kInteger = 2,  // a count: "3"
  kDays = 3,     // a number of days: "7"
  kBool = 4,     // "true" or "false"
  kChoice = 5,   // one of the names that the assumption lists
};
constexpr auto NamesOf(AssumptionKind) {
  return std::to_array<EnumName<AssumptionKind>>({
      {AssumptionKind::kDecimal, "decimal", "nombre décimal"},
      {AssumptionKind::kInteger, "integer", "nombre entier"},
      {AssumptionKind::kDays, "days", "nombre de jours"},
      {AssumptionKind::kBool, "bool", "oui ou non"},
      {AssumptionKind::kChoice, "choice", "choix"},
  });
}

// How a statement of the file was got from its source.
enum class Reading : std::uint8_t {
  kRead = 1,      // The text says so.
  kInferred = 2,  // The text lost it; what surrounds it leaves no other sense.
};
constexpr auto NamesOf(Reading) {
  return std::to_array<EnumName<Reading>>({
      {Reading::kRead, "read", "lu"},
      {Reading::kInferred, "inferred", "déduit"},
  });
}

// Whether a good result makes up for a poor one of the same block.
enum class Compensation : std::uint8_t {
  kNone = 1,         // Every result reaches the minimum.
  kWithinBlock = 2,  // The average does.
};
constexpr auto NamesOf(Compensation) {
  return std::to_array<EnumName<Compensation>>({
      {Compensation::kNone, "none", "aucune"},
      {Compensation::kWithinBlock, "within_block", "au sein du bloc"},
  });
}

// What a planned assessment counts for while it has no result.
enum class MissingResult : std::uint8_t {
  kPending = 1,
  kZero = 2,
};
constexpr auto NamesOf(MissingResult) {
  return std::to_array<EnumName<MissingResult>>({
      {MissingResult::kPending, "pending", "en attente"},
      {MissingResult::kZero, "zero", "zéro"},
  });
}

// absence justifiée (ABJ)
enum class JustifiedAbsence : std::uint8_t {
  kNeutral = 1,  // The assessment leaves the average, with its weight.
  kZero = 2,
  kPending = 3,
};
constexpr auto NamesOf(JustifiedAbsence) {
  return std::to_array<EnumName<JustifiedAbsence>>({
      {JustifiedAbsence::kNeutral, "neutral", "neutralisée"},
      {JustifiedAbsence::kZero, "zero", "zéro"},
      {JustifiedAbsence::kPending, "pending", "en attente"},
  });
}

// absence injustifiée (ABI), fraude
enum class Penalty : std::uint8_t {
  kZero = 1,
  kFail = 2,  // The requirement fails, whatever the average.
};
constexpr auto NamesOf(Penalty) {
  return std::to_array<EnumName<Penalty>>({
      {Penalty::kZero, "zero", "zéro"},
      {Penalty::kFail, "fail", "éliminatoire"},
  });
}

// Which result of one planned assessment counts, when there are several attempts.
enum class ResitPolicy : std::uint8_t {
  kBest = 1,
  kLast = 2,
  kReplaces = 3,  // Any result of a resit replaces that of the first session, absence included.
};
constexpr auto NamesOf(ResitPolicy) {
  return std::to_array<EnumName<ResitPolicy>>({
      {ResitPolicy::kBest, "best", "la meilleure"},
      {ResitPolicy::kLast, "last", "la dernière"},
      {ResitPolicy::kReplaces, "replaces", "le rattrapage remplace"},
  });
}

// Before an average is compared with its minimum. Half a unit is rounded up.
enum class Rounding : std::uint8_t {
  kExact = 1,  // No rounding: fractions are compared.
  kHundredth = 2,
  kTenth = 3,
};
constexpr auto NamesOf(Rounding) {
  return std::to_array<EnumName<Rounding>>({
      {Rounding::kExact, "exact", "aucun"},
      {Rounding::kHundredth, "hundredth", "au centième"},
      {Rounding::kTenth, "tenth", "au dixième"},
  });
}

// Which of the yearly grids has to reach the level.
enum class GridLevelAt : std::uint8_t {
  kLast = 1,  // The one of the last year: the grid shows a progression.
  kEvery = 2,
};
constexpr auto NamesOf(GridLevelAt) {
  return std::to_array<EnumName<GridLevelAt>>({
      {GridLevelAt::kLast, "last", "la dernière année"},
      {GridLevelAt::kEvery, "every", "chaque année"},
  });
}

enum class ReportKind : std::uint8_t {
  kAlternance = 1,
  kMobility = 2,
};
constexpr auto NamesOf(ReportKind) {
  return std::to_array<EnumName<ReportKind>>({
      {ReportKind::kAlternance, "alternance", "rapport d'alternance"},
      {ReportKind::kMobility, "mobility", "rapport de mobilité"},
  });
}

// Who has to find a report favourable.
enum class ReportAssessor : std::uint8_t {
  kCompanyTutor = 1,
  kProgrammeHead = 2,
};
constexpr auto NamesOf(ReportAssessor) {
  return std::to_array<EnumName<ReportAssessor>>({
      {ReportAssessor::kCompanyTutor, "company_tutor", "tuteur en entreprise"},
      {ReportAssessor::kProgrammeHead, "programme_head", "responsable de la formation"},
  });
}

// The day on which the body that certifies a language has to be accredited.
enum class AccreditedOn : std::uint8_t {
  kTestDate = 1,
  kEvaluationDate = 2,  // the date `on` of the question
};
constexpr auto NamesOf(AccreditedOn) {
  return std::to_array<EnumName<AccreditedOn>>({
      {AccreditedOn::kTestDate, "test_date", "à la date du test"},
      {AccreditedOn::kEvaluationDate, "evaluation_date", "à la date de l'examen du dossier"},
  });
}

// What is compared with the length required.
enum class StaySum : std::uint8_t {
  kLongest = 1,  // the longest single stay
  kAll = 2,      // all stays together
};
constexpr auto NamesOf(StaySum) {
  return std::to_array<EnumName<StaySum>>({
      {StaySum::kLongest, "longest", "le plus long séjour"},
      {StaySum::kAll, "all", "tous les séjours"},
  });
}

// What a stay counts for that ended before its time.
enum class ShortenedStay : std::uint8_t {
  kDaysDone = 1,
  kNotCounted = 2,
};
constexpr auto NamesOf(ShortenedStay) {
  return std::to_array<EnumName<ShortenedStay>>({
      {ShortenedStay::kDaysDone, "days_done", "les jours accomplis"},
      {ShortenedStay::kNotCounted, "not_counted", "non compté"},
  });
}

// parité between the professional and the academic college.
enum class Parity : std::uint8_t {
  kStrict = 1,      // equal numbers
  kTolerance1 = 2,  // numbers that differ by one at most
  kNone = 3,
};
constexpr auto NamesOf(Parity) {
  return std::to_array<EnumName<Parity>>({
      {Parity::kStrict, "strict", "stricte"},
      {Parity::kTolerance1, "tolerance_1", "à un membre près"},
      {Parity::kNone, "none", "aucune"},
  });
}

// In which college the chair is counted. The chair always counts as a member.
enum class ChairCountsAs : std::uint8_t {
  kByDeclaration = 1,  // in the college with which the appointment declares the chair
  kAcademic = 2,
  kNeutral = 3,  // in neither
};
constexpr auto NamesOf(ChairCountsAs) {
  return std::to_array<EnumName<ChairCountsAs>>({
      {ChairCountsAs::kByDeclaration, "by_declaration", "selon sa déclaration"},
      {ChairCountsAs::kAcademic, "academic", "académique"},
      {ChairCountsAs::kNeutral, "neutral", "hors collège"},
  });
}

// Whose numbers are judged.
enum class JuryCount : std::uint8_t {
  kDeliberating = 1,  // those who deliberated on the candidate
  kAppointed = 2,
};
constexpr auto NamesOf(JuryCount) {
  return std::to_array<EnumName<JuryCount>>({
      {JuryCount::kDeliberating, "deliberating", "membres ayant délibéré"},
      {JuryCount::kAppointed, "appointed", "membres nommés"},
  });
}

// Whose conditions hold for an enrolment that went on by another route.
enum class BindingRoute : std::uint8_t {
  kInForce = 1,  // the route followed on the date of the question
  kEntry = 2,    // the route by which the learner entered
};
constexpr auto NamesOf(BindingRoute) {
  return std::to_array<EnumName<BindingRoute>>({
      {BindingRoute::kInForce, "in_force", "la voie suivie à la date"},
      {BindingRoute::kEntry, "entry", "la voie d'entrée"},
  });
}

// What a jury decides on.
enum class DecisionScope : std::uint8_t {
  kFinal = 1,
  kBlock = 2,
};
constexpr auto NamesOf(DecisionScope) {
  return std::to_array<EnumName<DecisionScope>>({
      {DecisionScope::kFinal, "final", "la certification"},
      {DecisionScope::kBlock, "block", "un bloc"},
  });
}

}  // namespace cartulary
