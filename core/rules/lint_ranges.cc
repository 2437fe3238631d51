#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/rules/lint_parts.h"

namespace cartulary::lint {
namespace {

constexpr int kMembersMax = 50;

class RangeCheck {
 public:
  RangeCheck(const Requirement& requirement, std::vector<LintProblem>& problems)
      : requirement_(requirement), problems_(problems) {}

  void operator()(const AllOf& node) { NotEmpty("of", node.of.empty()); }
  void operator()(const AnyOf& node) { NotEmpty("of", node.of.empty()); }
  void operator()(const AtLeastN& node) {
    NotEmpty("of", node.of.empty());
    Between("n", node.n.value, 1, static_cast<int>(node.of.size()));
  }
  void operator()(const EachBlock&) {}
  void operator()(const WeightedAverage& node) {
    Grade("min", node.min.value);
    if (node.min.value == Decimal{})
      Report(Said("min is 0: every average would do", "min vaut 0 : toute moyenne conviendrait"));
    if (!node.floor) return;
    Grade("floor", node.floor->value);
    if (node.floor->value > node.min.value)
      Report(Said("floor is above min", "floor est supérieur à min"));
  }
  void operator()(const AcquiredScale& node) {
    Between("partly_tolerated", node.partly_tolerated.value, 0, 100);
    if (node.min_level.value == AcquiredLevel::kNotAcquired) {
      Report(Said("min_level is not_acquired: every result would do",
                  "min_level vaut not_acquired : tout résultat conviendrait"));
    }
  }
  void operator()(const TutorGrid& node) {
    Between("years", node.years.value, 1, 10);
    Between("min_level", node.min_level.value, 1, 4);
    NotEmpty("signed_by", node.signed_by.empty());
  }
  void operator()(const Defence& node) {
    if (node.panel.empty() == node.panel_each.has_value()) {
      Report(Said("panel and panel_each are given together or not at all",
                  "panel et panel_each se donnent ensemble ou pas du tout"));
    }
    if (node.panel_each) Between("panel_each", node.panel_each->value, 1, 10);
  }
  void operator()(const cartulary::Report& node) {
    Between("min_count", node.min_count.value, 1, 10);
  }
  void operator()(const LanguageCertificate& node) {
    if (node.min.value <= LanguageLevel::kBelowA1)
      Report(
          Said("min is below_a1: everybody has it", "min vaut below_a1 : tout le monde l'atteint"));
    if (!node.score_tables.value && !node.stated_level.value) {
      Report(Said("neither score_tables nor stated_level: no certificate could have a level",
                  "ni score_tables ni stated_level : aucun certificat n'aurait de niveau"));
    }
    if (node.valid_months) Between("valid_months", node.valid_months->value, 1, 240);
  }
  void operator()(const Mobility& node) {
    Between("min_weeks", node.min_weeks.value, 1, 104);
    Between("days_per_week", node.days_per_week.value, 1, 7);
    const std::string& home = node.home.text;
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (home.size() != 2 || !std::all_of(home.begin(), home.end(), is_capital)) {
      Report(Said("home is not a country of ISO 3166-1, such as FR",
                  "home n'est pas un code de pays ISO 3166-1, tel que FR"));
    }
  }
  void operator()(const Jury& node) {
    NotEmpty("chair", node.chair.empty());
    Between("min_members", node.min_members.value, 1, kMembersMax);
    for (const CollegeMinimum& part : node.at_least) {
      Between("at_least.members", part.members.value, 1, kMembersMax);
    }
    if (!node.min_share) return;
    const Fraction share = node.min_share->share.value;
    Between(Said("min_share.share, the denominator", "le dénominateur de min_share.share"),
            share.denominator, 1, 100);
    Between(Said("min_share.share, the numerator", "le numérateur de min_share.share"),
            share.numerator, 1, share.denominator);
  }
  void operator()(const JuryDecision& node) {
    const bool final = node.on == DecisionScope::kFinal;
    if (final == node.outcomes.empty()) {
      Report(final
                 ? Said("outcomes is empty: no decision would do",
                        "outcomes est vide : aucune décision ne conviendrait")
                 : Said("outcomes is for the final decision; a block is validated or not",
                        "outcomes ne concerne que la décision finale ; un bloc est validé ou non"));
    }
  }
  void operator()(const VaeDossier& node) {
    if (!node.admissible.value && !node.submitted.value)
      Report(Said("it asks for nothing", "elle ne demande rien"));
  }
  void operator()(const Equivalence&) {}
  void operator()(const EntryWindow& node) {
    if (!node.from && !node.until && node.levels.empty())
      Report(Said("it asks for nothing", "elle ne demande rien"));
    if (node.from && node.until && *node.until < *node.from)
      Report(Said("until is before from", "until est antérieur à from"));
    for (const int level : node.levels) Between("levels", level, 1, 8);
  }

 private:
  void Report(const Text& what) {
    problems_.push_back({LintCode::kOutOfRange, requirement_.id,
                         Said("{0}: {1}", "{0} : {1}", Named(requirement_.id), what)});
  }
  void NotEmpty(const std::string& name, bool empty) {
    if (empty) Report(Said("{0} is empty", "{0} est vide", name));
  }
  void Between(std::string_view name, int value, int least, int greatest) {
    Between(WordsOf(name), value, least, greatest);
  }
  void Between(const Text& name, int value, int least, int greatest) {
    if (value >= least && value <= greatest) return;
    Report(Said("{0} is {1}, expected {2} to {3}",
                "{0} vaut {1} ; la valeur attendue va de {2} à {3}", name, value, least, greatest));
  }
  void Grade(const std::string& name, Decimal value) {
    if (value >= Decimal{} && value <= Decimal::Of(20)) return;
    Report(Said("{0} is {1}, expected 0 to 20", "{0} vaut {1} ; la valeur attendue va de 0 à 20",
                name, value));
  }

  const Requirement& requirement_;
  std::vector<LintProblem>& problems_;
};

struct Composition {
  int professionals = 0;         // Without the chair.
  int academics = 0;             // Likewise.
  std::optional<College> chair;  // The college in which the chair counts; none: neutral.

  int Members(College college) const {
    const int members = college == College::kProfessional ? professionals
                        : college == College::kAcademic   ? academics
                                                          : 0;
    return members + (chair == college ? 1 : 0);
  }
  int Total() const { return professionals + academics + 1; }
};

bool Satisfies(const Jury& jury, const Composition& composition) {
  const int difference =
      composition.Members(College::kProfessional) - composition.Members(College::kAcademic);
  if (jury.parity.value == Parity::kStrict && difference != 0) return false;
  if (jury.parity.value == Parity::kTolerance1 && std::abs(difference) > 1) return false;
  for (const CollegeMinimum& part : jury.at_least) {
    if (composition.Members(part.college) < part.members.value) return false;
  }
  if (!jury.min_share) return true;
  const Fraction share = jury.min_share->share.value;
  return composition.Members(jury.min_share->college) * share.denominator >=
         composition.Total() * share.numerator;
}

std::vector<std::optional<College>> ChairColleges(ChairCountsAs counts) {
  switch (counts) {
    case ChairCountsAs::kByDeclaration:
      return {College::kProfessional, College::kAcademic, std::nullopt};
    case ChairCountsAs::kAcademic:
      return {College::kAcademic};
    case ChairCountsAs::kNeutral:
      return {std::nullopt};
  }
  return {};
}

// Members of the smallest jury that the rules allow, or nothing up to kMembersMax.
std::optional<int> SmallestJury(const Jury& jury) {
  for (int total = std::max(1, jury.min_members.value); total <= kMembersMax; ++total) {
    for (int professionals = 0; professionals < total; ++professionals) {
      for (const auto& chair : ChairColleges(jury.chair_counts_as.value)) {
        if (Satisfies(jury, {professionals, total - 1 - professionals, chair})) return total;
      }
    }
  }
  return std::nullopt;
}

}  // namespace

void CheckRanges(const Requirement& requirement, std::vector<LintProblem>& problems) {
  std::visit(RangeCheck(requirement, problems), requirement.node);
}

void CheckJury(const Requirement& requirement, const Jury& jury,
               std::vector<LintProblem>& problems) {
  const std::optional<int> smallest = SmallestJury(jury);
  if (!smallest) {
    problems.push_back({LintCode::kJuryInfeasible, requirement.id,
                        Said("{0}: no jury of {1} members or fewer can meet its parity, colleges "
                             "and share together",
                             "{0} : aucun jury d'au plus {1} membres ne peut respecter à la fois "
                             "la parité, les collèges et la proportion demandés",
                             Named(requirement.id), kMembersMax)});
  } else if (*smallest > jury.min_members.value) {
    problems.push_back(
        {LintCode::kJuryInfeasible, requirement.id,
         Said("{0}: min_members is {1}, but the smallest jury that meets the rest has {2} members",
              "{0} : min_members vaut {1}, mais le plus petit jury qui respecte le reste compte "
              "{2} membres",
              Named(requirement.id), jury.min_members.value, *smallest)});
  }
}

}  // namespace cartulary::lint
