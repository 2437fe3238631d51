// jury prepare: what a session will look at, candidate by candidate.
#include <algorithm>
#include <memory>
#include <ostream>

#include "cli/context.h"
#include "cli/reading/jury_reader.h"
#include "cli/reading/sessions.h"
#include "cli/render/page.h"
#include "cli/render/words.h"
#include "cli/verbs/all.h"
#include "core/evaluate/missing.h"
#include "core/text.h"

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

// What is missing, and whether a conditional admission could be subject to it. Borrows from the
// verdict.
struct Gap {
  std::string name;
  const VerdictNode* node = nullptr;
  bool for_jury = false;  // Only a jury's decision on the block meets it.
  Text decides;           // Why that is so.
  bool reservable = false;
  Text reserve;  // Why it could be a reserve, or why not.
  Text planned;  // Of a mobility: the stays that are planned, and whether they would suffice.
};

// Of a block, not of the certification: it is there to be decided by the session.
bool IsDecisionOnBlock(const Missing& missing) {
  if (!missing.ways.empty()) return std::ranges::all_of(missing.ways, IsDecisionOnBlock);
  const auto* asked = missing.requirement == nullptr
                          ? nullptr
                          : std::get_if<JuryDecision>(&missing.requirement->node);
  return asked != nullptr && asked->on == DecisionScope::kBlock;
}

Gap GapOf(const Missing& missing) {
  const VerdictNode& node = *missing.node;
  Gap gap{.name = NameOf(node), .node = &node, .decides = {}, .reserve = {}, .planned = {}};
  if (IsMet(node.computed)) {
    gap.for_jury = true;
    gap.decides = Said(
        "met by the rules, but a jury decided otherwise ({0}): another may decide "
        "anew",
        "acquis selon les règles, mais un jury en a décidé autrement ({0}) : un "
        "autre peut de nouveau en décider",
        node.outcome());
  } else if (IsDecisionOnBlock(missing)) {
    gap.for_jury = true;
    gap.decides = Said("this jury decides on it, nothing else does",
                       "ce jury en décide, rien d'autre n'y satisfait");
  }
  if (node.block) {
    gap.reserve = Said("no reserve: the jury decides on the block itself",
                       "pas de réserve : le jury statue sur le bloc lui-même");
  } else if (missing.requirement == nullptr) {
    gap.reserve = Said("no reserve: the rules have no such requirement",
                       "pas de réserve : les règles n'ont pas cette exigence");
  } else if (node.outcome() != Outcome::kPending) {
    gap.reserve = Said("no reserve: by the rules, nothing to come can satisfy it",
                       "pas de réserve : selon les règles, rien à venir ne peut y satisfaire");
  } else {
    gap.reservable = true;
    gap.reserve = Said("could be a reserve: by the rules, evidence can still satisfy it",
                       "réserve possible : selon les règles, une pièce peut encore y satisfaire");
  }
  return gap;
}

// One candidate, as far as the rules tell.
struct Prepared {
  std::string number;
  std::string name;
  std::shared_ptr<const VerdictView> view;  // Null: nothing says how the enrolment is judged.
  Text obstacle;                            // Why there is none.
  Leaves leaves;
  std::vector<Gap> gaps;

  bool Ready() const { return view != nullptr && view->verdict.conditions_met; }
  // What is missing is there for a jury to decide, all of it.
  bool ForJury() const { return !gaps.empty() && std::ranges::all_of(gaps, &Gap::for_jury); }
};

OrFailure<Prepared> Prepare(Reading& reading, const CandidateConvened& candidate,
                            const std::optional<Published>& asked, Date on) {
  Prepared prepared;
  const Subject learner = SubjectOf(candidate.learner);
  CARTULARY_ASSIGN_OR_RETURN(const Identified who, reading.identities().Find(learner));
  prepared.number = who.number.empty() ? ToText(candidate.learner) : who.number;
  prepared.name = who.name;
  CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier, reading.reader().LoadStream(learner));
  const VerdictQuestion question{.enrolment = {}, .on = on, .rules = asked};
  auto view = ReadVerdict(reading, dossier, candidate.enrolment, question);
  if (!view && view.error().status != ExitStatus::kNotFound) return view.error();
  if (!view) {
    prepared.obstacle = view.error().message;
    return prepared;
  }
  if (asked && view->viewpoint.bound->bound == 0) {
    prepared.obstacle = NotBoundBy(*asked);
    return prepared;
  }
  prepared.view = std::make_shared<VerdictView>(*std::move(view));
  const Verdict& verdict = prepared.view->verdict;
  const Referential& rules = *prepared.view->rules;
  Collect(verdict.root, rules, prepared.leaves);
  for (const Missing& part : MissingIn(verdict.root, rules)) {
    if (part.is_act_of_jury && !IsDecisionOnBlock(part)) continue;
    Gap& gap = prepared.gaps.emplace_back(GapOf(part));
    const UncountedView& uncounted = prepared.view->uncounted;
    if (const auto* once_made = FindOnceMade(uncounted, part.node->requirement)) {
      gap.planned = PlannedText(uncounted, *once_made);
    }
  }
  return prepared;
}

std::vector<std::string> NamesOf(const std::vector<Gap>& gaps, bool only_reservable) {
  std::vector<std::string> names;
  for (const Gap& gap : gaps) {
    if (gap.reservable || !only_reservable) names.push_back(gap.name);
  }
  return names;
}

// "mobility_length: 77 days, 84 are needed [#41]; could be a reserve: …"
std::string LineOf(const Gap& gap, Language language) {
  const std::string events = EventsOf(gap.node->events);
  return gap.name + Say(language, ": ", " : ") + ExplainText(*gap.node, LangOf(language)) +
         (events.empty() ? "" : " [" + events + "]") + Say(language, "; ", " ; ") +
         (gap.decides.empty() ? "" : Say(language, gap.decides) + Say(language, "; ", " ; ")) +
         (gap.planned.empty() ? "" : Say(language, gap.planned) + Say(language, "; ", " ; ")) +
         Say(language, gap.reserve);
}

Json ToJson(const Gap& gap) {
  const VerdictNode& node = *gap.node;
  Json events = Json::array();
  for (const Cited& cited : node.events) events.push_back(cited.index.value);
  const auto both = [](const Text& text) { return Json{{"fr", text.fr}, {"en", text.en}}; };
  return {{"requirement", node.requirement.text},
          {"block", node.block ? Json(node.block->text) : Json()},
          {"outcome", ToName(node.outcome())},
          {"reason", ToName(node.reason)},
          {"text",
           {{"fr", ExplainText(node, Lang::kFrench)}, {"en", ExplainText(node, Lang::kEnglish)}}},
          {"events", events},
          {"for_jury", gap.for_jury},
          {"decides", gap.decides.empty() ? Json() : both(gap.decides)},
          {"reservable", gap.reservable},
          {"reserve", both(gap.reserve)},
          {"planned", gap.planned.empty() ? Json() : both(gap.planned)}};
}

Json WhyOf(const Prepared& prepared, const Context& context) {
  if (context.options.json) {
    Json list = Json::array();
    for (const Gap& gap : prepared.gaps) list.push_back(ToJson(gap));
    return list;
  }
  std::string text = Say(context.options.language, prepared.obstacle);
  for (const Gap& gap : prepared.gaps) {
    text += (text.empty() ? "" : " | ") + LineOf(gap, context.options.language);
  }
  return text;
}

Json ListOr(const std::vector<std::string>& names, bool for_people) {
  if (!for_people) return names;
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : " ") + name;
  return text;
}

Rows TableOf(const std::vector<Prepared>& candidates, const Context& context) {
  const Language language = context.options.language;
  const bool for_people = !context.options.json && !context.options.csv;
  Rows rows;
  rows.columns = {
      {"learner", Said("LEARNER", "APPRENANT")},
      {"name", Said("NAME", "NOM")},
      {"route", Said("ROUTE", "VOIE")},
      {"standing", Said("STANDING", "SITUATION")},
      {"conditions_met", Said("CONDITIONS", "CONDITIONS")},
      {"met", Said("MET", "ACQUIS"), for_people ? Column::Align::kRight : Column::Align::kLeft},
      {"missing", Said("MISSING", "MANQUE")},
      {"reservable", Said("COULD BE A RESERVE", "RÉSERVE POSSIBLE")}};
  if (!for_people) rows.columns.push_back({"why", {}});
  const auto word = [&](auto value) {
    return for_people ? Short(language, value) : std::string(ToName(value));
  };
  for (const Prepared& prepared : candidates) {
    const Verdict* verdict = prepared.view ? &prepared.view->verdict : nullptr;
    const Leaves& leaves = prepared.leaves;
    const std::string count =
        std::to_string(leaves.met.size()) + "/" + std::to_string(leaves.applicable);
    const std::string conditions = prepared.ForJury() ? Say(language, "for the jury", "au jury")
                                   : prepared.Ready() ? Say(language, "met", "réunies")
                                                      : Say(language, "not met", "non réunies");
    rows.rows.push_back({prepared.number, prepared.name.empty() ? Json() : Json(prepared.name),
                         verdict ? Json(word(verdict->route)) : Json(),
                         verdict ? Json(word(verdict->standing)) : Json(),
                         for_people ? Json(conditions) : Json(prepared.Ready()),
                         for_people ? Json(count) : Json(leaves.met),
                         ListOr(NamesOf(prepared.gaps, false), for_people),
                         ListOr(NamesOf(prepared.gaps, true), for_people)});
    if (!for_people) rows.rows.back().push_back(WhyOf(prepared, context));
  }
  return rows;
}

// Below the table: why each thing is missing, and whether it could be a reserve.
std::string WhyPage(const std::vector<Prepared>& candidates, const Look& look) {
  Page page(look.bold);
  for (const Prepared& prepared : candidates) {
    if (prepared.gaps.empty() && prepared.obstacle.empty()) continue;
    page.AddBlank();
    page.Add(0, prepared.number + "  " + prepared.name);
    if (!prepared.obstacle.empty()) page.Add(2, Say(look.language, prepared.obstacle), 2);
    for (const Gap& gap : prepared.gaps) page.Add(2, LineOf(gap, look.language), 2);
  }
  return page.text();
}

// The day asked for; else that of the session once it is past, and before it the day of asking.
Date PreparedOn(const FoundJury& jury, const Context& context) {
  return context.options.on.value_or(std::min(jury.session_date, context.Today()));
}

// "2025-07-10, the day of the session", "2025-07-01; the session sits on 2025-07-10"
std::string DayOf(const FoundJury& jury, Date on, Language language) {
  const std::string sits = ToText(jury.session_date);
  if (on == jury.session_date) {
    return ToText(on) + Say(language, ", the day of the session", ", jour de la session");
  }
  return ToText(on) +
         (on < jury.session_date
              ? Say(language, "; the session sits on ", " ; la session siège le ")
              : Say(language, "; the session sat on ", " ; la session a siégé le ")) +
         sits;
}

OrFailure<ExitStatus> RunJuryPrepare(const std::string& session, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  CARTULARY_ASSIGN_OR_RETURN(const FoundJury jury, FindJury(*reading, session));
  const Date on = PreparedOn(jury, context);
  const Language language = context.options.language;
  CARTULARY_ASSIGN_OR_RETURN(const auto asked, AskedRules(*reading, context));
  Viewpoint viewpoint = ViewpointOf(reading->reader(), on);
  std::vector<Prepared> candidates;
  for (const CandidateConvened& candidate : CandidatesOn(jury.stream, on)) {
    CARTULARY_ASSIGN_OR_RETURN(candidates.emplace_back(), Prepare(*reading, candidate, asked, on));
  }
  CARTULARY_ASSIGN_OR_RETURN(viewpoint.rules, RulesOf(*reading, asked, {jury.certification}));
  if (asked) {
    const auto bound = static_cast<std::size_t>(std::ranges::count_if(
        candidates, [](const Prepared& prepared) { return prepared.view != nullptr; }));
    viewpoint.bound = Bound{bound, candidates.size() - bound};
  }
  Rows rows = TableOf(candidates, context);
  rows.about =
      Stated(viewpoint, Json{{"session", session}, {"session_date", ToText(jury.session_date)}});
  context.Print(rows, Said("no candidate is convened", "aucun candidat convoqué"));
  const auto ready = static_cast<std::size_t>(std::ranges::count_if(candidates, &Prepared::Ready));
  if (!context.options.json && !context.options.csv && !candidates.empty()) {
    context.streams.out << "\n" << WhyPage(candidates, LookOf(context));
    if (ready < candidates.size()) context.Say("");
    context.Say(Say(language, "Conditions met by ", "Conditions réunies pour ") +
                std::to_string(ready) + Say(language, " of ", " des ") +
                std::to_string(candidates.size()) +
                Say(language, " candidates on ", " candidats au ") + DayOf(jury, on, language) +
                Say(language, ". `cartulary status` says all of one.",
                    ". `cartulary status` dit tout de l'un d'eux."));
  }
  SayViewpoint(viewpoint, context);
  return ready == candidates.size() && ready > 0 ? ExitStatus::kYes : ExitStatus::kNo;
}

}  // namespace

Verb JuryPrepareVerb() {
  const auto session = std::make_shared<std::string>();
  return {
      .name = "jury prepare",
      .summary = Said("what a session will look at, candidate by candidate",
                      "ce qu'une session examinera, candidat par candidat"),
      .details = Said(
          "For each candidate convened: how many requirements are met of those that apply, what "
          "is missing and why, and what an admission could be subject to: what is pending by "
          "the rules, since evidence can still come after the session. What has failed, or is "
          "of a block, is for the jury to decide. With --csv or --json, what is met by name. "
          "Acts of a jury are left out, but for the blocks that it decides itself. --on: the day "
          "at "
          "which the candidates are judged; default: that of the session once it is past, as "
          "`jury check` does, and today before it.",
          "Pour chaque candidat convoqué : combien d'exigences sont acquises sur celles qui "
          "s'appliquent, ce qui manque et pourquoi, et ce dont une admission pourrait être "
          "assortie : ce que les règles laissent en attente, puisque des pièces peuvent encore "
          "arriver après la session. Ce qui est non acquis, ou relève d'un bloc, revient au "
          "jury. Avec --csv ou --json, ce qui est acquis, nommément. Les actes d'un jury n'y "
          "figurent pas, hormis les blocs dont il décide lui-même. --on : le jour auquel les "
          "candidats sont jugés ; par défaut, celui de la session une fois passée, comme `jury "
          "check`, et aujourd'hui avant."),
      .example =
          "  cartulary jury prepare JD-2025-07\n"
          "  cartulary jury prepare JD-2025-07 --csv > jury.csv",
      .exits = {{ExitStatus::kYes, Said("every candidate meets the conditions",
                                        "chaque candidat réunit les conditions")},
                {ExitStatus::kNo,
                 Said("some candidate does not, or nobody is convened",
                      "un candidat au moins ne les réunit pas, ou personne n'est convoqué")},
                {ExitStatus::kUsage},
                {ExitStatus::kNotFound, Said("no such session", "la session n'existe pas")},
                {ExitStatus::kWorld},
                {ExitStatus::kIntegrity}},
      .takes = {.on = true, .as_of = true, .rules = true, .csv = true},
      .declare =
          [session](OptionSet& set) {
            set.Argument(Said("SESSION", "SESSION"), *session,
                         Said("session code or id", "code ou identifiant de la session"));
          },
      .run = [session](Context& context) { return RunJuryPrepare(*session, context); }};
}

}  // namespace cartulary::cli
