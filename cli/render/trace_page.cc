#include "cli/render/trace_page.h"

#include <algorithm>
#include <set>

namespace cartulary::cli {
namespace {

constexpr std::size_t kLabelWidth = 16;

// What has become of the award since.
bool Stands(const TraceView& view) {
  return !view.withdrawn && view.base.verdict.standing == CertificationStanding::kAwarded &&
         view.base.verdict.award_number == view.award.number;
}

void CollectEvents(const VerdictNode& node, std::set<Index>& events) {
  for (const Cited& cited : node.events) events.insert(cited.index);
  for (const VerdictNode& child : node.children) CollectEvents(child, events);
}

// The events that the award rests on: those of the tree, the decision and the award.
std::set<Index> EventsOf(const TraceView& view) {
  std::set<Index> events{view.issued.index};
  CollectEvents(view.base.verdict.root, events);
  for (const auto* note : {&view.decision, &view.appointment, &view.minutes}) {
    if (*note) events.insert((*note)->index);
  }
  return events;
}

void AddAward(Page& page, const TraceView& view, Language language) {
  const auto row = [&](std::string_view english, std::string_view french, const std::string& text) {
    if (!text.empty()) page.AddLabelled(0, kLabelWidth, Say(language, english, french), text);
  };
  row("Award", "Titre",
      view.award.number.text + ", " + view.award.certification.text + ", " +
          Say(language, view.base.rules->title));
  row("Issued", "Délivré le",
      ToText(view.issued.effective) + Say(language, " by ", " par ") +
          Term(language, view.award.authority));
  if (view.award.revision != view.applied) {
    const std::string code = view.award.certification.text + "@";
    row("Issued under", "Délivré selon",
        code + std::to_string(view.award.revision) +
            Say(language, "; now applied: ", " ; s'applique aujourd'hui : ") + code +
            std::to_string(view.applied));
  }
  std::string despite;
  for (const FindingCode& finding : view.award.overridden) despite += " " + finding.text;
  if (!despite.empty()) row("In spite of", "Malgré", despite.substr(1));
  AddHeader(page, view.base, language);
  if (view.base.decision) row("Decision", "Décision", TextOf(*view.base.decision, language));
  for (const auto& [label, text] : LinesOf(view.base.aftermath, language)) row(label, label, text);
  if (view.withdrawn) row("Withdrawn", "Retiré le", TextOf(*view.withdrawn, language));
}

void AddActs(Page& page, const TraceView& view, Language language) {
  page.AddHeading(Say(language, "Acts", "Actes"));
  for (const auto* note : {&view.appointment, &view.decision, &view.minutes}) {
    if (*note) AddEvent(page, "  ", **note, language);
  }
  AddEvent(page, "  ", view.issued, language);
  if (!view.decision)
    page.Add(2, Say(language, "no decision of a jury", "aucune décision de jury"));
  if (!view.minutes) {
    page.Add(2, Say(language, "no sealed minutes contain the decision",
                    "aucun procès-verbal scellé ne contient la décision"));
  }
}

void AddFollowing(Page& page, const TraceView& view, Language language) {
  if (view.following.empty()) return;
  page.AddHeading(Say(language, "What followed", "Suites") + " (" +
                  std::to_string(view.following.size()) + ")");
  for (const EventNote& note : view.following) AddEvent(page, "  ", note, language);
}

void AddMembers(Page& page, const TraceView& view, Language language) {
  if (view.members.empty()) return;
  page.AddHeading(Say(language, "Jury as appointed", "Jury tel que nommé"));
  for (const MemberView& member : view.members) {
    std::string text = Term(language, member.college) + ", " + Short(language, member.capacity);
    if (member.chair) text += Say(language, ", chair", ", présidence");
    if (!member.deliberated) text += Say(language, ", did not deliberate", ", n'a pas délibéré");
    page.AddLabelled(2, 28, member.name, text);
  }
}

// Each event of the tree once, with what it says.
void AddEvents(Page& page, const TraceView& view, Language language) {
  std::set<Index> events;
  CollectEvents(view.base.verdict.root, events);
  page.AddHeading(Say(language, "Events", "Événements") + " (" + std::to_string(events.size()) +
                  ")");
  for (const Index index : events) {
    const auto note = view.base.notes.find(index);
    if (note != view.base.notes.end()) AddEvent(page, "  ", note->second, language);
  }
}

void AddCorrections(Page& page, const TraceView& view, Language language) {
  if (view.corrections.empty()) return;
  page.AddHeading(
      Say(language, "Corrections in the learner's record", "Rectifications du dossier") + " (" +
      std::to_string(view.corrections.size()) + ")");
  for (const EventNote& note : view.corrections) AddEvent(page, "  ", note, language);
}

// Their labels, one after the other.
std::string LabelsOf(const std::vector<const VerdictNode*>& nodes, const TraceView& view,
                     Language language) {
  std::string list;
  for (const VerdictNode* node : nodes) {
    list += (list.empty() ? "" : Say(language, "; ", " ; ")) +
            LabelOf(*node, *view.base.rules, language);
  }
  return list;
}

// The jury's decision carries the award over what was corrected since; the reader is told.
std::string Undone(const TraceView& view, Language language) {
  std::vector<const VerdictNode*> nodes;
  for (const VerdictNode& node : view.undone) nodes.push_back(&node);
  return Say(language, "By what was recorded since the award, the rules alone no longer hold met: ",
             "D'après ce qui a été enregistré depuis la délivrance, les règles seules ne tiennent "
             "plus pour acquis : ") +
         LabelsOf(nodes, view, language) + ".";
}

std::string Conclusion(const TraceView& view, Language language) {
  const Verdict& verdict = view.base.verdict;
  const std::string date = ToText(verdict.on);
  if (IsUncontested(view)) {
    return Say(language, "SUPPORTED: on ", "FONDÉ : au ") + date +
           Say(language, " the award stands and every requirement that applies is met.",
               ", le titre vaut et toutes les conditions applicables sont réunies.");
  }
  if (IsSupported(view)) {
    return Say(language, "SUPPORTED by every requirement, with ",
               "FONDÉ par toutes les exigences, avec ") +
           Count(OpenIn(view.against), Say(language, "serious finding", "constat grave"),
                 Say(language, "serious findings", "constats graves")) +
           Say(language, ": on ", " : au ") + date +
           Say(language, " the award stands and every requirement that applies is met.",
               ", le titre vaut et toutes les conditions applicables sont réunies.");
  }
  std::string text = Say(language, "NOT SUPPORTED: on ", "NON FONDÉ : au ") + date;
  if (!Stands(view)) {
    text += Say(language, " the award does not stand: ", ", le titre ne vaut pas : ") +
            (view.withdrawn
                 ? Say(language, "withdrawn on ", "retiré le ") + TextOf(*view.withdrawn, language)
                 : Term(language, verdict.standing)) +
            ".";
  } else if (const auto& annulled = view.base.aftermath.support_lost) {
    text +=
        Say(language, " the award was not withdrawn, but the decision that it names was ",
            ", le titre n'est pas retiré, mais la décision qu'il cite a été ") +
        Say(language, "annulled on ", "annulée le ") + ToText(annulled->on) +
        Say(language, " (#", " (n° ") + std::to_string(annulled->index.value) +
        Say(language, "). Withdraw the title (AwardWithdrawn), or bring it before the authority.",
            "). Retirez le titre (AwardWithdrawn), ou saisissez l'autorité.");
  } else {
    text += Say(language, " the award stands, but these are not met: ",
                ", le titre vaut, mais ne sont pas réunies : ");
    std::vector<const VerdictNode*> nodes;
    for (const Missing& part : MissingIn(verdict.root, *view.base.rules))
      nodes.push_back(part.node);
    text += LabelsOf(nodes, view, language) + ".";
  }
  const bool met = IsMet(view.on_issue);
  text += Say(language, " On the day of the award, by what is known now, ",
              " Au jour de la délivrance, d'après ce que l'on sait aujourd'hui, ");
  return text +
         (met ? Say(language, "every requirement was met.", "toutes les conditions l'étaient.")
              : Say(language, "they were not all met.", "elles ne l'étaient pas toutes."));
}

void AddFoundation(Page& page, const TraceView& view, Language language) {
  const Verdict& verdict = view.base.verdict;
  page.AddHeading(Say(language, "Rests on", "Repose sur"));
  page.Add(2, std::to_string(EventsOf(view).size()) +
                  Say(language, " events among the first ", " événements parmi les ") +
                  std::to_string(view.base.viewpoint.as_of->value + 1) +
                  Say(language, " of the log", " premiers du registre"));
  page.Add(2, Say(language, "the last of these: #", "le dernier de ceux-ci : n° ") +
                  std::to_string(view.base.viewpoint.as_of->value) +
                  Say(language, ", leaf hash ", ", empreinte ") + ToText(view.head_leaf));
  page.Add(2, Say(language, "rules ", "règles ") + verdict.certification.text + "@" +
                  std::to_string(verdict.revision) + ", SHA-256 " +
                  ToText(view.base.viewpoint.rules.front().sha256));
}

}  // namespace

bool IsSupported(const TraceView& view) {
  return Stands(view) && !view.base.aftermath.support_lost &&
         IsMet(view.base.verdict.root.outcome());
}

bool IsUncontested(const TraceView& view) { return IsSupported(view) && OpenIn(view.against) == 0; }

std::string TracePage(const TraceView& view, const Look& look) {
  const Language language = look.language;
  Page page(look.bold);
  AddAward(page, view, language);
  page.AddHeading(Conclusion(view, language));
  if (!view.undone.empty()) page.Add(0, Undone(view, language), 0);
  AddAgainst(page, view.against, view.base, language);
  AddActs(page, view, language);
  AddFollowing(page, view, language);
  AddMembers(page, view, language);
  page.AddHeading(Say(language, "Requirements", "Exigences"));
  AddTree(page, view.base, TreeDetail::kEvidence, language);
  AddEvents(page, view, language);
  AddCorrections(page, view, language);
  if (!view.base.verdict.assumptions.empty()) {
    page.AddHeading(
        Say(language, "Assumptions it leans on", "Hypothèses sur lesquelles il repose"));
    AddAssumptions(page, view.base, AssumptionDetail::kAll, language);
  }
  AddFoundation(page, view, language);
  return page.text();
}

Json TraceJson(const TraceView& view) {
  Json json = HeaderJson(view.base);
  json["award"] = {{"number", view.award.number.text},
                   {"certification", view.award.certification.text},
                   {"issued", ToText(view.issued.effective)},
                   {"authority", ToName(view.award.authority)},
                   {"revision", view.award.revision},
                   {"applied", view.applied},
                   {"stands", Stands(view)},
                   {"event", ToJson(view.issued)}};
  json["award"]["overridden"] = Json::array();
  for (const FindingCode& finding : view.award.overridden) {
    json["award"]["overridden"].push_back(finding.text);
  }
  json["supported"] = IsSupported(view);
  json["serious_findings"] = AgainstJson(view.against);
  json["met_on_issue"] = IsMet(view.on_issue);
  json["undone_since"] = Json::array();
  for (const VerdictNode& node : view.undone) {
    Json undone{{"requirement", node.requirement.text}};
    if (node.block) undone["block"] = node.block->text;
    json["undone_since"].push_back(undone);
  }
  const auto note_or_null = [](const std::optional<EventNote>& note) {
    return note ? ToJson(*note) : Json(nullptr);
  };
  json["acts"] = {{"decision", note_or_null(view.decision)},
                  {"appointment", note_or_null(view.appointment)},
                  {"minutes", note_or_null(view.minutes)}};
  json["following"] = Json::array();
  for (const EventNote& note : view.following) json["following"].push_back(ToJson(note));
  json["members"] = Json::array();
  for (const MemberView& member : view.members) {
    json["members"].push_back({{"name", member.name},
                               {"college", ToName(member.college)},
                               {"capacity", ToName(member.capacity)},
                               {"chair", member.chair},
                               {"deliberated", member.deliberated}});
  }
  json["tree"] = TreeJson(view.base.verdict.root, view.base);
  json["events"] = Json::array();
  for (const Index index : EventsOf(view)) {
    const auto note = view.base.notes.find(index);
    if (note != view.base.notes.end()) json["events"].push_back(ToJson(note->second));
  }
  json["corrections"] = Json::array();
  for (const EventNote& note : view.corrections) json["corrections"].push_back(ToJson(note));
  json["assumptions"] = AssumptionsJson(view.base);
  json["rests_on"] = {{"events", EventsOf(view).size()},
                      {"log_size", view.base.viewpoint.as_of->value + 1},
                      {"last_leaf", ToText(view.head_leaf)},
                      {"revision", view.base.verdict.revision},
                      {"rules_sha256", ToText(view.base.viewpoint.rules.front().sha256)}};
  return json;
}

}  // namespace cartulary::cli
