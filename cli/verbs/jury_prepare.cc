// jury prepare: what a session will look at, candidate by candidate.
#include <algorithm>
#include <ostream>

#include "cli/context.h"
#include "cli/reading/jury_reader.h"
#include "cli/reading/sessions.h"
#include "cli/render/words.h"
#include "cli/verbs/all.h"
#include "core/evaluate/missing.h"

namespace cartulary::cli {
namespace {

// The smallest requirements that were met, and how many apply; acts of a jury apart.
struct Leaves {
  std::vector<std::string> met;
  std::size_t applicable = 0;
};

std::string NameOf(const VerdictNode& node) {
  return node.block ? node.block->text + "/" + node.requirement.text : node.requirement.text;
}

// A jury, its decision, or made of nothing else. What the rules do not have tells of its parent: a
// check of a jury, what a waived requirement would have come to.
bool IsActOfJury(const VerdictNode& node, const Referential& rules) {
  const Requirement* requirement = FindRequirement(rules, node.requirement);
  if (requirement == nullptr) return true;
  const NodeKind kind = KindOf(requirement->node);
  if (kind == NodeKind::kJury || kind == NodeKind::kJuryDecision) return true;
  const bool combines = !ChildrenOf(requirement->node).empty();
  return combines && node.outcome() != Outcome::kWaived && !node.children.empty() &&
         std::ranges::all_of(node.children,
                             [&](const VerdictNode& child) { return IsActOfJury(child, rules); });
}

// Whether its parts count, and not it: alternatives are one requirement, and so is what was waived.
bool IsMadeOfParts(const VerdictNode& node, const Referential& rules) {
  const NodeKind kind = KindOf(FindRequirement(rules, node.requirement)->node);
  return (kind == NodeKind::kAllOf || kind == NodeKind::kEachBlock) &&
         node.outcome() != Outcome::kWaived && !node.children.empty();
}

void Collect(const VerdictNode& node, const Referential& rules, Leaves& leaves) {
  if (IsActOfJury(node, rules)) return;
  if (IsMadeOfParts(node, rules)) {
    for (const VerdictNode& child : node.children) Collect(child, rules, leaves);
    return;
  }
  if (node.outcome() == Outcome::kNotApplicable) return;
  ++leaves.applicable;
  if (IsMet(node.outcome())) leaves.met.push_back(NameOf(node));
}

// What a conditional admission could be subject to: of no block, and evidence can still come.
bool MayBeReserved(const Missing& missing) {
  return !missing.node->block && missing.node->outcome() == Outcome::kPending;
}

Json ListOr(const std::vector<std::string>& names, bool for_people) {
  if (!for_people) return names;
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : " ") + name;
  return text;
}

OrFailure<ExitStatus> RunJuryPrepare(const std::string& session, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  CARTULARY_ASSIGN_OR_RETURN(const FoundJury jury, FindJury(*reading, session));
  const Date on = context.On();
  const Language language = context.options.language;
  const bool for_people = !context.options.json && !context.options.csv;
  Rows rows;
  rows.columns = {{"learner", Say(language, "LEARNER", "APPRENANT")},
                  {"name", Say(language, "NAME", "NOM")},
                  {"route", Say(language, "ROUTE", "VOIE")},
                  {"standing", Say(language, "STANDING", "SITUATION")},
                  {"conditions_met", Say(language, "CONDITIONS", "CONDITIONS")},
                  {"met", Say(language, "MET", "ACQUIS"),
                   for_people ? Column::Align::kRight : Column::Align::kLeft},
                  {"missing", Say(language, "MISSING", "MANQUE")},
                  {"reservable", Say(language, "COULD BE A RESERVE", "RÉSERVE POSSIBLE")}};
  std::size_t ready = 0;
  for (const CandidateConvened& candidate : CandidatesOn(jury.stream, on)) {
    CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier,
                               reading->reader().LoadStream(SubjectOf(candidate.learner)));
    const VerdictQuestion question{.enrolment = {}, .on = on, .rules = {}};
    CARTULARY_ASSIGN_OR_RETURN(const VerdictView view,
                               ReadVerdict(*reading, dossier, candidate.enrolment, question));
    Leaves leaves;
    Collect(view.verdict.root, *view.rules, leaves);
    std::vector<std::string> missing;
    std::vector<std::string> reservable;
    for (const Missing& part : MissingIn(view.verdict.root, *view.rules)) {
      if (part.is_act_of_jury) continue;
      missing.push_back(NameOf(*part.node));
      if (MayBeReserved(part)) reservable.push_back(NameOf(*part.node));
    }
    if (view.verdict.conditions_met) ++ready;
    const std::string count =
        std::to_string(leaves.met.size()) + "/" + std::to_string(leaves.applicable);
    rows.rows.push_back(
        {view.number.empty() ? ToText(candidate.learner) : view.number,
         view.name.empty() ? Json() : Json(view.name),
         for_people ? Short(language, view.verdict.route) : std::string(ToName(view.verdict.route)),
         for_people ? Short(language, view.verdict.standing)
                    : std::string(ToName(view.verdict.standing)),
         for_people ? Json(view.verdict.conditions_met ? Say(language, "met", "réunies")
                                                       : Say(language, "not met", "non réunies"))
                    : Json(view.verdict.conditions_met),
         for_people ? Json(count) : Json(leaves.met), ListOr(missing, for_people),
         ListOr(reservable, for_people)});
  }
  rows.about = {{"session", session},
                {"session_date", ToText(jury.session_date)},
                {"on", ToText(on)},
                {"log_size", reading->reader().size()}};
  const std::size_t candidates = rows.rows.size();
  context.Print(rows, Say(language, "no candidate is convened", "aucun candidat convoqué"));
  if (for_people && candidates > 0) {
    context.Say("");
    context.Say(Say(language, "Conditions met by ", "Conditions réunies pour ") +
                std::to_string(ready) + Say(language, " of ", " des ") +
                std::to_string(candidates) + Say(language, " candidates on ", " candidats au ") +
                ToText(on) +
                Say(language, ". `cartulary status` says why, one by one.",
                    ". `cartulary status` dit pourquoi, un par un."));
  }
  return ready == candidates && candidates > 0 ? ExitStatus::kYes : ExitStatus::kNo;
}

}  // namespace

Verb JuryPrepareVerb() {
  const auto session = std::make_shared<std::string>();
  return {
      .name = "jury prepare",
      .summary = "what a session will look at, candidate by candidate",
      .details =
          "For each candidate convened: how many requirements are met of those that apply, what "
          "is\nmissing, and what an admission could be subject to, since evidence can still come "
          "after\nthe session. With --csv or --json, what is met by name. Acts of a jury are left "
          "out.",
      .example =
          "  cartulary jury prepare JD-2025-07\n"
          "  cartulary jury prepare JD-2025-07 --csv > jury.csv",
      .exits = {{ExitStatus::kYes, "every candidate meets the conditions"},
                {ExitStatus::kNo, "some candidate does not, or nobody is convened"},
                {ExitStatus::kUsage, ""},
                {ExitStatus::kNotFound, "no such session"},
                {ExitStatus::kWorld, ""},
                {ExitStatus::kIntegrity, ""}},
      .takes = {.on = true, .as_of = true, .csv = true},
      .declare =
          [session](OptionSet& set) { set.Argument("SESSION", *session, "session code or id"); },
      .run = [session](Context& context) { return RunJuryPrepare(*session, context); }};
}

}  // namespace cartulary::cli
