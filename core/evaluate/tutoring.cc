// What tutors, programme heads and panels appraise: grids, reports, defences.
#include <set>

#include "core/evaluate/nodes.h"
#include "core/evaluate/offices.h"
#include "core/fold/editions.h"
#include "core/fold/study_years.h"

namespace cartulary {
namespace {

bool SignedBy(const TutorGridSigned& grid, TutorRole role) {
  switch (role) {
    case TutorRole::kAcademic:
      return grid.academic.has_value();
    case TutorRole::kCompany:
      return grid.company.has_value();
    case TutorRole::kVaeCompanion:
      break;
  }
  return false;  // A companion signs no grid.
}

std::optional<TutorRole> MissingSignature(const TutorGridSigned& grid,
                                          const std::vector<TutorRole>& roles) {
  for (const TutorRole role : roles) {
    if (!SignedBy(grid, role)) return role;
  }
  return std::nullopt;
}

std::optional<int> LevelOf(const TutorGridSigned& grid, const CompetencyCode& competency) {
  for (const CompetencyLevel& line : grid.levels) {
    if (line.competency == competency) return line.level;
  }
  return std::nullopt;
}

// A grid is about the block if it says something of one of its competencies.
bool IsAbout(const TutorGridSigned& grid, const Block& block) {
  return std::ranges::any_of(block.competencies, [&](const Competency& competency) {
    return LevelOf(grid, competency.id).has_value();
  });
}

// The grid of a year of study: the last that all signed or, while there is none, the last one. One
// of a year that was repeated since gives way to that of the repetition.
struct YearGrid {
  Held<TutorGridSigned> grid;
  std::optional<TutorRole> unsigned_by;

  AcademicYear year() const { return grid->academic_year; }
  bool GivesWayTo(const YearGrid& other) const {
    if (unsigned_by.has_value() != other.unsigned_by.has_value()) return unsigned_by.has_value();
    return year() <= other.year();
  }
};

struct StudyGrids {
  std::map<AcademicYear, YearGrid> by_first_taken;
  std::optional<AcademicYear> repeated;  // The last of which an earlier year has a grid too.
};
StudyGrids GridsByStudyYear(const TutorGrid& rule, const StudyYears& years,
                            const NodeContext& context) {
  StudyGrids grids;
  for (const auto held : context.evaluation.facts.Of<TutorGridSigned>()) {
    if (!IsAbout(*held.fact, context.BlockAtHand())) continue;
    const YearGrid grid{held, MissingSignature(*held.fact, rule.signed_by)};
    const auto [at, added] = grids.by_first_taken.try_emplace(years.FirstTaken(grid.year()), grid);
    if (added) continue;
    YearGrid& other = at->second;
    if (other.year() != grid.year()) {
      const AcademicYear later = std::max(other.year(), grid.year());
      grids.repeated = std::max(later, grids.repeated.value_or(later));
    }
    if (other.GivesWayTo(grid)) other = grid;
  }
  return grids;
}

std::string ListOf(const std::vector<AcademicYear>& years) {
  std::string list;
  for (const AcademicYear year : years) list += (list.empty() ? "" : ", ") + ToText(year);
  return list;
}

// The years of study to come or past that lack a grid which all signed, as many as are missing.
std::vector<AcademicYear> Lacking(const StudyGrids& grids, const StudyYears& years, std::size_t min,
                                  std::size_t missing) {
  std::vector<AcademicYear> lacking;
  for (const AcademicYear year : years.First(min)) {
    const auto found = grids.by_first_taken.find(years.FirstTaken(year));
    const bool counts = found != grids.by_first_taken.end() && !found->second.unsigned_by;
    if (!counts && lacking.size() < missing) lacking.push_back(year);
  }
  return lacking;
}

struct Shortfall {
  CompetencyCode competency;
  std::optional<int> level;  // Empty: the grid says nothing of it.
};
std::optional<Shortfall> FirstShortfall(const TutorGridSigned& grid, const Block& block,
                                        int min_level) {
  for (const Competency& competency : block.competencies) {
    const auto level = LevelOf(grid, competency.id);
    if (!level || *level < min_level) return Shortfall{competency.id, level};
  }
  return std::nullopt;
}

VerdictNode ShortOfLevel(NodeBuilder& node, AcademicYear year, const Shortfall& shortfall,
                         int min_level) {
  node.With("academic_year", ToText(year)).With("competency", shortfall.competency);
  node.With("min_level", min_level);
  if (!shortfall.level) return node.Done(Outcome::kPending, Reason::kGridLevelAbsent);
  return node.With("level", *shortfall.level).Done(Outcome::kNotSatisfied, Reason::kGridLevelBelow);
}

}  // namespace

VerdictNode EvaluateTutorGrid(const TutorGrid& rule, const NodeContext& context) {
  NodeBuilder node(context);
  const Evaluation& evaluation = context.evaluation;
  const StudyYears years(evaluation.dossier, evaluation.enrolment(), evaluation.on);
  if (evaluation.terms.suspended != nullptr) {
    AcademicYear next = AcademicYearOf(evaluation.on);
    evaluation.horizon.Consider(FirstDayOf({++next.first}));
  }
  const StudyGrids grids = GridsByStudyYear(rule, years, context);
  std::vector<AcademicYear> counted;
  const YearGrid* incomplete = nullptr;
  const YearGrid* last = nullptr;
  for (const auto& [first_taken, grid] : grids.by_first_taken) {
    node.Cite(evaluation.dossier, *grid.grid.entry);
    if (const Entry* repeats = years.RepeatedBy(grid.year())) {
      node.Cite(evaluation.dossier, *repeats);
    }
    if (grid.unsigned_by) {
      if (incomplete == nullptr) incomplete = &grid;
      continue;
    }
    counted.push_back(grid.year());
    last = &grid;
    if (node.Read(rule.level_at) == GridLevelAt::kLast) continue;
    const auto shortfall =
        FirstShortfall(*grid.grid.fact, context.BlockAtHand(), node.Read(rule.min_level));
    if (shortfall) return ShortOfLevel(node, grid.year(), *shortfall, rule.min_level.value);
  }

  const int min = node.Read(rule.years);
  const int signed_years = static_cast<int>(counted.size());
  node.With("years", signed_years).With("min", min);
  if (!counted.empty()) node.With("counted", ListOf(counted));
  if (signed_years < min && incomplete != nullptr) {
    node.With("academic_year", ToText(incomplete->year()));
    node.With("tutor", *incomplete->unsigned_by);
    return node.Done(Outcome::kPending, Reason::kGridUnsigned);
  }
  if (signed_years < min) {
    const int missing = min - signed_years;
    node.With("missing", missing);
    node.With("lacking", ListOf(Lacking(grids, years, static_cast<std::size_t>(min),
                                        static_cast<std::size_t>(missing))));
    if (grids.repeated) {
      return node.With("repeated", ToText(*grids.repeated))
          .Done(Outcome::kPending, Reason::kGridRepeated);
    }
    return node.Done(Outcome::kPending, counted.empty() ? Reason::kGridNone : Reason::kGridMissing);
  }
  if (last != nullptr && node.Read(rule.level_at) == GridLevelAt::kLast) {
    const auto shortfall =
        FirstShortfall(*last->grid.fact, context.BlockAtHand(), node.Read(rule.min_level));
    if (shortfall) return ShortOfLevel(node, last->year(), *shortfall, rule.min_level.value);
  }
  return node.Done(Outcome::kSatisfied, Reason::kGridsSigned);
}

namespace {

// One report, as those who have to appraise it found it.
struct Appraised {
  const Entry* entry;
  std::optional<ReportAssessor> missing;  // Who has not appraised it yet.
  bool unfavourable = false;
  bool of_other_stay = false;  // Of a mobility: about none of the stays that count.
};

bool IsFavourable(const Appraised& report) { return !report.missing && !report.unfavourable; }

Appraised Appraise(const Held<AlternanceReportAssessed>& report,
                   const std::vector<ReportAssessor>& assessed_by) {
  Appraised appraised{report.entry, {}, false, false};
  const auto add = [&](ReportAssessor assessor, const std::optional<Appraisal>& outcome) {
    const bool asked = std::ranges::count(assessed_by, assessor) > 0;
    if (asked && !outcome && !appraised.missing) appraised.missing = assessor;
    const bool counts = asked || assessed_by.empty();
    appraised.unfavourable |= counts && outcome == Appraisal::kUnfavourable;
  };
  add(ReportAssessor::kCompanyTutor, report->company_outcome);
  add(ReportAssessor::kProgrammeHead, report->head_outcome);
  return appraised;
}

bool TutoredOn(const Evaluation& evaluation, const PersonId& person, Date day) {
  for (const auto tutor : evaluation.facts.Of<TutorAssigned>()) {
    if (tutor->person != person || tutor->role != TutorRole::kCompany) continue;
    if (tutor.entry->effective > day || (tutor->to && *tutor->to < day)) continue;
    bool over = false;
    for (const auto end : evaluation.facts.Of<TutorEnded>()) {
      over |= end->person == person && end->role == TutorRole::kCompany &&
              tutor.entry->effective <= end.entry->effective && end.entry->effective < day;
    }
    if (!over) return true;
  }
  return false;
}

Appraised Appraise(const Held<MobilityReportAssessed>& report,
                   const std::vector<ReportAssessor>& assessed_by, const Evaluation& evaluation,
                   const std::optional<CountedStays>& stays) {
  Appraised appraised{report.entry,
                      {},
                      report->outcome == Appraisal::kUnfavourable,
                      stays && !stays->AnyOf(report->stays, evaluation.dossier)};
  const Date day = report.entry->effective;
  for (const ReportAssessor asked : assessed_by) {
    const bool took_part = std::ranges::any_of(report->assessors, [&](const PersonId& person) {
      return asked == ReportAssessor::kCompanyTutor
                 ? TutoredOn(evaluation, person, day)
                 : OfficeOn(evaluation.reference.institution, person, Office::kProgrammeHead,
                            std::nullopt, day) != nullptr;
    });
    if (!took_part && !appraised.missing) appraised.missing = asked;
  }
  return appraised;
}

std::vector<Appraised> AppraisedReports(const Report& rule, const Evaluation& evaluation,
                                        const std::optional<CountedStays>& stays) {
  std::vector<Appraised> reports;
  switch (rule.report) {
    case ReportKind::kAlternance:
      for (const auto report : evaluation.facts.Of<AlternanceReportAssessed>()) {
        reports.push_back(Appraise(report, rule.assessed_by));
      }
      break;
    case ReportKind::kMobility:
      for (const auto report : evaluation.facts.Of<MobilityReportAssessed>()) {
        reports.push_back(Appraise(report, rule.assessed_by, evaluation, stays));
      }
      break;
  }
  std::ranges::stable_sort(reports, {}, [](const Appraised& r) { return r.entry->effective; });
  return reports;
}

// A report or a defence that is about none of the stays that count; its date is said already.
VerdictNode OfOtherStay(NodeBuilder& node, const CountedStays& stays, Reason when_any_counts,
                        Reason when_none_does) {
  if (!stays.longest) return node.Done(Outcome::kPending, when_none_does);
  node.Cite(*stays.longest);
  node.With("from", stays.from).With("until", stays.until);
  return node.Done(Outcome::kPending, when_any_counts);
}

}  // namespace

VerdictNode EvaluateReport(const Report& rule, const NodeContext& context) {
  NodeBuilder node(context);
  const Evaluation& evaluation = context.evaluation;
  std::optional<CountedStays> stays;
  if (rule.report == ReportKind::kMobility) stays = StaysThatCount(evaluation, node);
  const std::vector<Appraised> reports = AppraisedReports(rule, evaluation, stays);
  int favourable = 0;
  const Appraised* other = nullptr;      // The last that is not.
  const Appraised* elsewhere = nullptr;  // The last about another stay.
  for (const Appraised& report : reports) {
    if (report.of_other_stay) {
      elsewhere = &report;
      continue;
    }
    node.Cite(evaluation.dossier, *report.entry);
    if (IsFavourable(report)) {
      ++favourable;
    } else {
      other = &report;
    }
  }
  const int min = node.Read(rule.min_count);
  node.With("reports", favourable).With("min", min);
  if (favourable >= min) return node.Done(Outcome::kSatisfied, Reason::kReportsReached);
  if (other == nullptr && elsewhere != nullptr) {
    node.Cite(evaluation.dossier, *elsewhere->entry);
    node.With("date", elsewhere->entry->effective);
    return OfOtherStay(node, *stays, Reason::kReportOfOtherStay, Reason::kReportOfNoStay);
  }
  if (other == nullptr) {
    return node.With("missing", min - favourable).Done(Outcome::kPending, Reason::kReportMissing);
  }
  node.With("date", other->entry->effective);
  if (other->unfavourable) return node.Done(Outcome::kNotSatisfied, Reason::kReportRefused);
  node.With("assessor", *other->missing);
  return node.Done(Outcome::kPending, Reason::kAppraisalMissing);
}

namespace {

struct Gap {
  College college;
  int members;
  int min;
};
// The first college of which too few sat.
std::optional<Gap> GapOfPanel(const DefenceHeld& held, const Defence& rule, NodeBuilder& node) {
  if (rule.panel.empty()) return std::nullopt;
  const int min = rule.panel_each ? node.Read(*rule.panel_each) : 1;
  for (const College college : rule.panel) {
    std::set<PersonId> members;
    for (const PanelMember& member : held.panel) {
      if (member.college == college) members.insert(member.person);
    }
    const int count = static_cast<int>(members.size());
    if (count < min) return Gap{college, count, min};
  }
  return std::nullopt;
}

}  // namespace

VerdictNode EvaluateDefence(const Defence& rule, const NodeContext& context) {
  NodeBuilder node(context);
  const Evaluation& evaluation = context.evaluation;
  std::optional<CountedStays> stays;
  if (rule.defence == DefenceKind::kMobility) stays = StaysThatCount(evaluation, node);
  std::vector<Held<DefenceHeld>> defences;
  std::optional<Held<DefenceHeld>> elsewhere;  // The last about another stay.
  std::vector<Held<DefenceHeld>> held_in_order;
  for (const auto held : evaluation.facts.Of<DefenceHeld>()) {
    if (held->kind == rule.defence) held_in_order.push_back(held);
  }
  std::ranges::stable_sort(held_in_order, {},
                           [](const auto& held) { return held.entry->effective; });
  for (const auto& held : held_in_order) {
    if (stays && !stays->AnyOf(held->stays, evaluation.dossier)) {
      elsewhere = held;
    } else {
      defences.push_back(held);
    }
  }

  node.With("defence", rule.defence);
  if (defences.empty() && elsewhere) {
    node.Cite(evaluation.dossier, *elsewhere->entry);
    node.With("date", elsewhere->entry->effective);
    return OfOtherStay(node, *stays, Reason::kDefenceOfOtherStay, Reason::kDefenceOfNoStay);
  }
  if (defences.empty()) return node.Done(Outcome::kPending, Reason::kDefenceMissing);
  for (const auto& held : defences) {
    if (held->outcome != Appraisal::kFavourable || GapOfPanel(*held.fact, rule, node)) continue;
    node.Cite(evaluation.dossier, *held.entry);
    return node.With("date", held.entry->effective)
        .Done(Outcome::kSatisfied, Reason::kDefencePassed);
  }
  const Held<DefenceHeld>& last = defences.back();
  node.Cite(evaluation.dossier, *last.entry);
  node.With("date", last.entry->effective);
  if (last->outcome != Appraisal::kFavourable) {
    return node.Done(Outcome::kNotSatisfied, Reason::kDefenceRefused);
  }
  const auto gap = GapOfPanel(*last.fact, rule, node);
  node.With("college", gap->college).With("members", gap->members).With("min", gap->min);
  return node.Done(Outcome::kNotSatisfied, Reason::kPanelIncomplete);
}

}  // namespace cartulary
