#include "core/rules/referential.h"

#include <algorithm>

namespace cartulary {
namespace {

template <typename Range, typename Predicate>
auto* FindIn(Range& range, Predicate predicate) {
  const auto found = std::find_if(range.begin(), range.end(), predicate);
  return found == range.end() ? nullptr : &*found;
}

struct ChildCollector {
  std::vector<RequirementCode> children;

  template <typename T>
  void operator()(std::string_view, const T& field, std::string_view) {
    Add(field);
  }

 private:
  void Add(const RequirementCode& child) { children.push_back(child); }
  void Add(const std::vector<RequirementCode>& many) {
    children.insert(children.end(), many.begin(), many.end());
  }
  template <typename T>
  void Add(const T&) {}  // Names no requirement.
};

struct AssumptionCollector {
  std::vector<AssumptionCode> codes;

  template <typename T>
  void operator()(std::string_view, const T& field, std::string_view) {
    Add(field);
  }

 private:
  template <typename T>
  void Add(const Param<T>& param) {
    if (param.assumption) codes.push_back(*param.assumption);
  }
  template <typename T>
  void Add(const std::optional<T>& field) {
    if (field) Add(*field);
  }
  template <typename T>
  void Add(const std::vector<T>& fields) {
    for (const T& field : fields) Add(field);
  }
  void Add(const CollegeMinimum& part) { Fields(*this, part); }
  void Add(const CollegeShare& part) { Fields(*this, part); }
  template <typename T>
  void Add(const T&) {}  // Leans on nothing.
};

}  // namespace

std::vector<RequirementCode> ChildrenOf(const Node& node) {
  ChildCollector collector;
  std::visit([&](const auto& kind) { Fields(collector, kind); }, node);
  return std::move(collector.children);
}

bool IsOfBlock(const Node& node) {
  switch (KindOf(node)) {
    case NodeKind::kWeightedAverage:
    case NodeKind::kAcquiredScale:
    case NodeKind::kTutorGrid:
    case NodeKind::kEquivalence:
      return true;
    case NodeKind::kJuryDecision:
      return std::get<JuryDecision>(node).on == DecisionScope::kBlock;
    case NodeKind::kAllOf:
    case NodeKind::kAnyOf:
    case NodeKind::kAtLeastN:
    case NodeKind::kEachBlock:
    case NodeKind::kDefence:
    case NodeKind::kReport:
    case NodeKind::kLanguageCertificate:
    case NodeKind::kMobility:
    case NodeKind::kJury:
    case NodeKind::kVaeDossier:
    case NodeKind::kEntryWindow:
      return false;
  }
  return false;
}

const Requirement* FindRequirement(const Referential& rules, const RequirementCode& id) {
  const auto found = rules.requirements.find(id);
  return found == rules.requirements.end() ? nullptr : &found->second;
}

const Block* FindBlock(const Referential& rules, const BlockCode& id) {
  return FindIn(rules.blocks, [&](const Block& block) { return block.id == id; });
}

const Assumption* FindAssumption(const Referential& rules, const AssumptionCode& id) {
  return FindIn(rules.assumptions,
                [&](const Assumption& assumption) { return assumption.id == id; });
}

const Document* FindDocument(const Referential& rules, std::string_view id) {
  return FindIn(rules.documents, [&](const Document& document) { return document.id == id; });
}

const RouteAccess* FindRoute(const Referential& rules, Route route) {
  return FindIn(rules.routes, [&](const RouteAccess& access) { return access.route == route; });
}

const ScoreTable* FindScoreTable(const Referential& rules, const BodyCode& body,
                                 const TestCode& test, const LanguageCode& language,
                                 Date test_date) {
  return FindIn(rules.score_tables, [&](const ScoreTable& table) {
    return table.body == body && table.test == test && table.language == language &&
           (!table.from || *table.from <= test_date) && (!table.until || test_date <= *table.until);
  });
}

bool BindsRoute(const Requirement& requirement, Route route) {
  return requirement.routes.empty() ||
         std::find(requirement.routes.begin(), requirement.routes.end(), route) !=
             requirement.routes.end();
}

std::vector<AssumptionCode> AssumptionsOutside(const Referential& rules) {
  if (!rules.binding_route.assumption) return {};
  return {*rules.binding_route.assumption};
}

std::vector<AssumptionCode> AssumptionsOf(const Requirement& requirement) {
  AssumptionCollector collector;
  std::visit([&](const auto& kind) { Fields(collector, kind); }, requirement.node);
  std::vector<AssumptionCode> codes = std::move(collector.codes);
  if (requirement.assumption) codes.push_back(*requirement.assumption);
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

}  // namespace cartulary
