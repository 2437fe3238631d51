#include "core/evaluate/jury.h"

#include <algorithm>
#include <utility>

#include "core/check.h"
#include "core/evaluate/combine.h"
#include "core/evaluate/nodes.h"
#include "core/evaluate/offices.h"
#include "core/fold/join.h"

namespace cartulary {
namespace {

void Amend(Session& session, const JuryAmended& amendment) {
  const auto leave = [&](const PersonId& person) {
    std::erase_if(session.members,
                  [&](const JuryMember& member) { return member.person == person; });
  };
  for (const PersonId& removed : amendment.removed) leave(removed);
  for (const JuryMember& added : amendment.added) {
    leave(added.person);
    session.members.push_back(added);
  }
  if (amendment.chair) session.chair = *amendment.chair;
}

// Those who judge, or judged, one candidate on a day.
struct Sitting {
  const FoldedStream& jury;
  const FoldedStream& institution;
  Date day;
  std::vector<Held<RecusalRecorded>> recusals;  // For the candidate.
  std::set<PersonId> deliberating;              // Recusals taken off.
  std::optional<PersonId> chair;                // Who chaired; empty: who is appointed to.
};

bool IsRecused(const Sitting& sitting, const PersonId& person) {
  return std::ranges::any_of(sitting.recusals,
                             [&](const auto& recusal) { return recusal->person == person; });
}

// Takes off who is recused.
Sitting SittingOf(const FoldedStream& jury, const FoldedStream& institution,
                  const Dossier& candidate, Date day, std::set<PersonId> deliberating,
                  std::optional<PersonId> chair) {
  Sitting sitting{
      jury, institution, day, RecusalsFor(candidate, jury, day), std::move(deliberating), chair};
  for (const auto& recusal : sitting.recusals) sitting.deliberating.erase(recusal->person);
  return sitting;
}

// What the checks look at, worked out once.
struct Bench {
  const Jury& rule;
  const Sitting& sitting;
  const Session& session;
  PersonId chair;
  std::vector<JuryMember> members;  // Whose numbers are judged, in their college.
  int strangers = 0;                // Deliberated without being appointed.

  int Count(College college) const {
    return static_cast<int>(std::ranges::count(members, college, &JuryMember::college));
  }
  int size() const { return static_cast<int>(members.size()); }
  bool IsRegular(const JuryMember& member) const {
    return member.college != College::kAcademic || member.person == chair ||
           std::ranges::count(rule.academic_capacities, member.capacity) > 0;
  }
};

College CollegeOfChair(ChairCountsAs counts_as, College declared) {
  switch (counts_as) {
    case ChairCountsAs::kByDeclaration:
      return declared;
    case ChairCountsAs::kAcademic:
      return College::kAcademic;
    case ChairCountsAs::kNeutral:
      break;
  }
  return College::kUnattached;
}

Bench Seat(const Jury& rule, const Sitting& sitting, const Session& session, NodeBuilder& node) {
  Bench bench{rule, sitting, session, sitting.chair.value_or(session.chair), {}, 0};
  const bool deliberating_only = node.Read(rule.count) == JuryCount::kDeliberating;
  std::set<PersonId> appointed;
  for (JuryMember member : session.members) {
    appointed.insert(member.person);
    if (IsRecused(sitting, member.person) ||
        (deliberating_only && !sitting.deliberating.contains(member.person)))
      continue;
    if (member.person == bench.chair) {
      member.college = CollegeOfChair(node.Read(rule.chair_counts_as), member.college);
    }
    bench.members.push_back(member);
  }
  for (const PersonId& person : sitting.deliberating) {
    if (!appointed.contains(person)) ++bench.strangers;
  }
  for (const Entry* act : session.acts) node.Cite(sitting.jury, *act);
  for (const auto& recusal : sitting.recusals) node.Cite(sitting.jury, *recusal.entry);
  return bench;
}

NodeBuilder Check(const RequirementCode& requirement, std::string_view name) {
  return NodeBuilder(RequirementCode{requirement.text + '/' + std::string(name)}, nullptr);
}

VerdictNode Judged(NodeBuilder& check, bool holds, Reason when_so, Reason when_not) {
  return holds ? check.Done(Outcome::kSatisfied, when_so)
               : check.Done(Outcome::kNotSatisfied, when_not);
}

VerdictNode CheckAppointed(const Bench& bench, NodeBuilder check) {
  check.With("members", bench.size()).With("strangers", bench.strangers);
  return Judged(check, bench.strangers == 0, Reason::kJuryMembersAppointed, Reason::kJuryStranger);
}

VerdictNode CheckSize(const Bench& bench, NodeBuilder check) {
  const int min = check.Read(bench.rule.min_members);
  check.With("members", bench.size()).With("min", min);
  if (bench.size() < min) check.With("missing", min - bench.size());
  return Judged(check, bench.size() >= min, Reason::kJurySizeReached, Reason::kJuryTooSmall);
}

VerdictNode CheckParity(const Bench& bench, int tolerance, NodeBuilder check) {
  const int professionals = bench.Count(College::kProfessional);
  const int academics = bench.Count(College::kAcademic);
  check.With("professionals", professionals).With("academics", academics);
  const int difference = std::max(professionals, academics) - std::min(professionals, academics);
  return Judged(check, difference <= tolerance, Reason::kParityHeld, Reason::kParityBroken);
}

VerdictNode CheckCollege(const Bench& bench, const CollegeMinimum& minimum, NodeBuilder check) {
  const int members = bench.Count(minimum.college);
  const int min = check.Read(minimum.members);
  check.With("college", minimum.college).With("members", members).With("min", min);
  if (members < min) check.With("missing", min - members);
  return Judged(check, members >= min, Reason::kCollegeReached, Reason::kCollegeTooFew);
}

VerdictNode CheckShare(const Bench& bench, const CollegeShare& minimum, NodeBuilder check) {
  const int members = bench.Count(minimum.college);
  const Fraction share = check.Read(minimum.share);
  check.With("college", minimum.college).With("members", members).With("of", bench.size());
  check.With("share", std::to_string(share.numerator) + '/' + std::to_string(share.denominator));
  const bool reached = share.denominator * members >= share.numerator * bench.size();
  return Judged(check, reached, Reason::kShareReached, Reason::kShareTooLow);
}

VerdictNode CheckCapacities(const Bench& bench, NodeBuilder check) {
  const auto lacking = std::ranges::count_if(
      bench.members, [&](const JuryMember& member) { return !bench.IsRegular(member); });
  check.With("lacking", lacking);
  return Judged(check, lacking == 0, Reason::kCapacitiesHeld, Reason::kCapacityLacking);
}

VerdictNode CheckChair(const Bench& bench, NodeBuilder check) {
  const Sitting& sitting = bench.sitting;
  const JuryAppointed& appointed = *bench.session.appointed.fact;
  check.With("date", sitting.day);
  if (IsRecused(sitting, bench.chair) || !sitting.deliberating.contains(bench.chair)) {
    return check.Done(Outcome::kNotSatisfied, Reason::kChairAbsent);
  }
  for (const Office office : bench.rule.chair) {
    const Entry* held =
        OfficeOn(sitting.institution, bench.chair, office, appointed.campus, sitting.day);
    if (held == nullptr) continue;
    check.Cite(sitting.institution, *held);
    return check.With("office", office).Done(Outcome::kSatisfied, Reason::kChairInOffice);
  }
  for (const Office office : bench.rule.chair) {
    if (!check.Read(bench.rule.representative)) break;
    const auto represented =
        DelegationsOn(sitting.institution, DelegationKind::kRepresentation, bench.chair, office,
                      appointed.certification, appointed.campus, sitting.day);
    if (represented.empty()) continue;
    check.Cite(sitting.institution, *represented.front().delegation);
    check.Cite(sitting.institution, *represented.front().office);
    return check.With("office", office).Done(Outcome::kSatisfied, Reason::kChairDelegated);
  }
  if (!bench.rule.chair.empty()) check.With("office", bench.rule.chair.front());
  return check.Done(Outcome::kNotSatisfied, Reason::kChairUnentitled);
}

std::vector<VerdictNode> Checks(const RequirementCode& requirement, const Bench& bench,
                                NodeBuilder& node) {
  const Jury& rule = bench.rule;
  std::vector<VerdictNode> checks;
  checks.push_back(CheckAppointed(bench, Check(requirement, "appointed")));
  checks.push_back(CheckSize(bench, Check(requirement, "size")));
  switch (node.Read(rule.parity)) {
    case Parity::kStrict:
      checks.push_back(CheckParity(bench, 0, Check(requirement, "parity")));
      break;
    case Parity::kTolerance1:
      checks.push_back(CheckParity(bench, 1, Check(requirement, "parity")));
      break;
    case Parity::kNone:
      break;
  }
  for (const CollegeMinimum& minimum : rule.at_least) {
    const std::string name = "college-" + std::string(ToName(minimum.college));
    checks.push_back(CheckCollege(bench, minimum, Check(requirement, name)));
  }
  if (rule.min_share) {
    checks.push_back(CheckShare(bench, *rule.min_share, Check(requirement, "share")));
  }
  if (!rule.academic_capacities.empty()) {
    checks.push_back(CheckCapacities(bench, Check(requirement, "capacity")));
  }
  checks.push_back(CheckChair(bench, Check(requirement, "chair")));
  return checks;
}

// The whole stands or falls with its checks; it says why in the words of the first that fails, and
// leans on what they read.
VerdictNode Conclude(NodeBuilder& node, const Bench& bench, std::vector<VerdictNode> checks) {
  const auto failed = std::ranges::find(checks, Outcome::kNotSatisfied, &VerdictNode::computed);
  const bool regular = failed == checks.end();
  if (regular) {
    node.With("members", bench.size());
    node.With("professionals", bench.Count(College::kProfessional));
    node.With("academics", bench.Count(College::kAcademic));
  } else {
    for (const ReadValue& value : failed->values) node.With(value.name, value.text);
  }
  const Reason reason = regular ? Reason::kJuryRegular : failed->reason;
  node.Adopt(std::move(checks));
  return node.Done(regular ? Outcome::kSatisfied : Outcome::kNotSatisfied, reason);
}

VerdictNode JudgeComposition(NodeBuilder& node, const RequirementCode& requirement,
                             const Jury& rule, const Sitting& sitting) {
  const auto session = SessionOn(sitting.jury, sitting.day);
  if (!session) {
    return node.With("date", sitting.day).Done(Outcome::kNotSatisfied, Reason::kJuryNotAppointed);
  }
  if (session->appointed->kind != rule.jury) {
    node.Cite(sitting.jury, *session->appointed.entry);
    node.With("jury", rule.jury).With("found_jury", session->appointed->kind);
    return node.Done(Outcome::kNotSatisfied, Reason::kJuryOtherKind);
  }
  const Bench bench = Seat(rule, sitting, *session, node);
  return Conclude(node, bench, Checks(requirement, bench, node));
}

const Jury& RuleOf(const Requirement& requirement) {
  const Jury* rule = std::get_if<Jury>(&requirement.node);
  CARTULARY_CHECK(rule != nullptr);
  return *rule;
}

// Those who deliberated as the decision says, and who chaired.
VerdictNode JudgeDeliberation(NodeBuilder& node, const RequirementCode& requirement,
                              const Jury& rule, const FoldedStream& jury,
                              const FoldedStream& institution, const Dossier& dossier,
                              const Held<JuryDecisionRecorded>& decision) {
  node.Cite(dossier, *decision.entry);
  return JudgeComposition(
      node, requirement, rule,
      SittingOf(jury, institution, dossier, decision.entry->effective,
                {decision->deliberated.begin(), decision->deliberated.end()}, decision->chair));
}

}  // namespace

std::optional<Held<JuryAppointed>> AppointmentOn(const FoldedStream& jury, Date day) {
  const auto appointments = HeldOn<JuryAppointed>(jury, day);
  if (appointments.empty()) return std::nullopt;
  return appointments.back();
}

std::optional<Session> SessionOn(const FoldedStream& jury, Date day) {
  const auto appointed = AppointmentOn(jury, day);
  if (!appointed) return std::nullopt;
  Session session{*appointed, (*appointed)->chair, (*appointed)->members, {appointed->entry}};
  auto amendments = HeldOn<JuryAmended>(jury, day);
  std::ranges::stable_sort(amendments, {}, [](const auto& held) { return held.entry->effective; });
  for (const auto& amendment : amendments) {
    Amend(session, *amendment.fact);
    session.acts.push_back(amendment.entry);
  }
  return session;
}

const Requirement* FindJuryRequirement(const Referential& rules, JuryKind kind) {
  for (const auto& [id, requirement] : rules.requirements) {
    const Jury* jury = std::get_if<Jury>(&requirement.node);
    if (jury != nullptr && jury->jury == kind) return &requirement;
  }
  return nullptr;
}

std::vector<Held<RecusalRecorded>> RecusalsFor(const Dossier& candidate, const FoldedStream& jury,
                                               Date day) {
  auto recusals = HeldOn<RecusalRecorded>(jury, day);
  if (recusals.empty()) return recusals;
  const auto registrations = RegistrationsIn(candidate);
  std::erase_if(recusals,
                [&](const auto& recusal) { return !registrations.contains(recusal->candidate); });
  return recusals;
}

Unproven UnprovenPresence(const FoldedStream& jury, const std::set<PersonId>& deliberated,
                          Date day) {
  Unproven unproven{{}, deliberated};
  for (const auto& attendance : HeldOn<AttendanceSigned>(jury, day)) {
    unproven.unrecorded.erase(attendance->person);
    const bool is_unsigned = attendance->signature == SignatureMethod::kMissing;
    if (is_unsigned && deliberated.contains(attendance->person)) {
      unproven.unsigned_by.insert(attendance->person);
    }
  }
  return unproven;
}

VerdictNode JudgeJury(const Requirement& requirement, const FoldedStream& jury,
                      const FoldedStream& institution, const Dossier& dossier,
                      const std::set<PersonId>& absent, Date day) {
  std::set<PersonId> expected;
  if (const auto session = SessionOn(jury, day)) {
    for (const JuryMember& member : session->members) {
      if (!absent.contains(member.person)) expected.insert(member.person);
    }
  }
  NodeBuilder node(requirement.id, nullptr);
  return JudgeComposition(
      node, requirement.id, RuleOf(requirement),
      SittingOf(jury, institution, dossier, day, std::move(expected), std::nullopt));
}

VerdictNode JudgeDeliberation(const Requirement& requirement, const FoldedStream& jury,
                              const FoldedStream& institution, const Dossier& dossier,
                              const Held<JuryDecisionRecorded>& decision) {
  NodeBuilder node(requirement.id, nullptr);
  return JudgeDeliberation(node, requirement.id, RuleOf(requirement), jury, institution, dossier,
                           decision);
}

VerdictNode EvaluateJury(const Jury& rule, const NodeContext& context) {
  NodeBuilder node(context);
  const Evaluation& evaluation = context.evaluation;
  if (evaluation.annulled) return Annulled(*evaluation.annulled, node, evaluation);
  if (evaluation.decisions.empty()) return node.Done(Outcome::kPending, Reason::kJuryNoDecision);

  const Held<JuryDecisionRecorded>& decision = evaluation.decisions.back();
  return JudgeDeliberation(node, context.requirement.id, rule,
                           evaluation.reference.Jury(decision->jury),
                           evaluation.reference.institution, evaluation.dossier, decision);
}

}  // namespace cartulary
