// What tutors, programme heads and panels appraise: grids, reports, defences.
#include <set>

#include "core/evaluate/nodes.h"
#include "core/evaluate/offices.h"

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

// For each academic year, the last grid that all signed or, while there is none, the last one.
struct YearGrid {
  Held<TutorGridSigned> grid;
  std::optional<TutorRole> unsigned_by;
};
std::map<AcademicYear, YearGrid> GridsByYear(const TutorGrid& rule, const NodeContext& context) {
  std::map<AcademicYear, YearGrid> years;
  for (const auto held : context.evaluation.facts.Of<TutorGridSigned>()) {
    if (!IsAbout(*held.fact, context.BlockAtHand())) continue;
    const YearGrid grid{held, MissingSignature(*held.fact, rule.signed_by)};
    const auto [at, added] = years.try_emplace(held->academic_year, grid);
    if (!added && (!grid.unsigned_by || at->second.unsigned_by)) at->second = grid;
  }
  return years;
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
  int years = 0;
  const std::pair<const AcademicYear, YearGrid>* incomplete = nullptr;
  const std::pair<const AcademicYear, YearGrid>* last = nullptr;
  const auto by_year = GridsByYear(rule, context);
  for (const auto& year : by_year) {
    node.Cite(context.evaluation.dossier, *year.second.grid.entry);
    if (year.second.unsigned_by) {
      if (incomplete == nullptr) incomplete = &year;
      continue;
    }
    ++years;
    last = &year;
    if (node.Read(rule.level_at) == GridLevelAt::kLast) continue;
    const auto shortfall =
        FirstShortfall(*year.second.grid.fact, context.BlockAtHand(), node.Read(rule.min_level));
    if (shortfall) return ShortOfLevel(node, year.first, *shortfall, rule.min_level.value);
  }

  const int min = node.Read(rule.years);
  node.With("years", years).With("min", min);
  if (years < min && incomplete != nullptr) {
    node.With("academic_year", ToText(incomplete->first));
    node.With("tutor", *incomplete->second.unsigned_by);
    return node.Done(Outcome::kPending, Reason::kGridUnsigned);
  }
  if (years < min) {
    return node.With("missing", min - years).Done(Outcome::kPending, Reason::kGridMissing);
  }
  if (last != nullptr && node.Read(rule.level_at) == GridLevelAt::kLast) {
    const auto shortfall =
        FirstShortfall(*last->second.grid.fact, context.BlockAtHand(), node.Read(rule.min_level));
    if (shortfall) return ShortOfLevel(node, last->first, *shortfall, rule.min_level.value);
  }
  return node.Done(Outcome::kSatisfied, Reason::kGridsSigned);
}

namespace {

// One report, as those who have to appraise it found it.
struct Appraised {
  const Entry* entry;
  std::optional<ReportAssessor> missing;  // Who has not appraised it yet.
  bool unfavourable = false;
};

bool IsFavourable(const Appraised& report) { return !report.missing && !report.unfavourable; }

Appraised Appraise(const Held<AlternanceReportAssessed>& report,
                   const std::vector<ReportAssessor>& assessed_by) {
  Appraised appraised{report.entry, {}, false};
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
                   const std::vector<ReportAssessor>& assessed_by, const Evaluation& evaluation) {
  Appraised appraised{report.entry, {}, report->outcome == Appraisal::kUnfavourable};
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

std::vector<Appraised> AppraisedReports(const Report& rule, const Evaluation& evaluation) {
  std::vector<Appraised> reports;
  switch (rule.report) {
    case ReportKind::kAlternance:
      for (const auto report : evaluation.facts.Of<AlternanceReportAssessed>()) {
        reports.push_back(Appraise(report, rule.assessed_by));
      }
      break;
    case ReportKind::kMobility:
      for (const auto report : evaluation.facts.Of<MobilityReportAssessed>()) {
        reports.push_back(Appraise(report, rule.assessed_by, evaluation));
      }
      break;
  }
  std::ranges::stable_sort(reports, {}, [](const Appraised& r) { return r.entry->effective; });
  return reports;
}

}  // namespace

VerdictNode EvaluateReport(const Report& rule, const NodeContext& context) {
  NodeBuilder node(context);
  const std::vector<Appraised> reports = AppraisedReports(rule, context.evaluation);
  int favourable = 0;
  const Appraised* other = nullptr;  // The last that is not.
  for (const Appraised& report : reports) {
    node.Cite(context.evaluation.dossier, *report.entry);
    if (IsFavourable(report)) {
      ++favourable;
    } else {
      other = &report;
    }
  }
  const int min = node.Read(rule.min_count);
  node.With("reports", favourable).With("min", min);
  if (favourable >= min) return node.Done(Outcome::kSatisfied, Reason::kReportsReached);
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
  std::vector<Held<DefenceHeld>> defences;
  for (const auto held : context.evaluation.facts.Of<DefenceHeld>()) {
    if (held->kind == rule.defence) defences.push_back(held);
  }
  std::ranges::stable_sort(defences, {}, [](const auto& held) { return held.entry->effective; });

  node.With("defence", rule.defence);
  if (defences.empty()) return node.Done(Outcome::kPending, Reason::kDefenceMissing);
  for (const auto& held : defences) {
    if (held->outcome != Appraisal::kFavourable || GapOfPanel(*held.fact, rule, node)) continue;
    node.Cite(context.evaluation.dossier, *held.entry);
    return node.With("date", held.entry->effective)
        .Done(Outcome::kSatisfied, Reason::kDefencePassed);
  }
  const Held<DefenceHeld>& last = defences.back();
  node.Cite(context.evaluation.dossier, *last.entry);
  node.With("date", last.entry->effective);
  if (last->outcome != Appraisal::kFavourable) {
    return node.Done(Outcome::kNotSatisfied, Reason::kDefenceRefused);
  }
  const auto gap = GapOfPanel(*last.fact, rule, node);
  node.With("college", gap->college).With("members", gap->members).With("min", gap->min);
  return node.Done(Outcome::kNotSatisfied, Reason::kPanelIncomplete);
}

}  // namespace cartulary
