#include "cli/render/replay_page.h"

#include <algorithm>
#include <array>
#include <optional>

#include "cli/render/page.h"
#include "cli/render/verdict_view.h"
#include "cli/render/words.h"
#include "core/evaluate/missing.h"
#include "core/evaluate/reason.h"

namespace cartulary::cli {
namespace {

constexpr std::size_t kLabelWidth = 12;

struct Group {
  ImpactOn act;
  std::optional<Direction> direction;
};
// First what must go to somebody.
constexpr std::array<Group, 12> kGroups = {{
    {ImpactOn::kAward, Direction::kContestable},
    {ImpactOn::kAdmission, Direction::kContestable},
    {ImpactOn::kRefusal, Direction::kFavourable},
    {ImpactOn::kNone, Direction::kContestable},
    {ImpactOn::kNone, Direction::kFavourable},
    {ImpactOn::kAward, Direction::kFavourable},
    {ImpactOn::kAdmission, Direction::kFavourable},
    {ImpactOn::kRefusal, Direction::kContestable},
    {ImpactOn::kAward, std::nullopt},
    {ImpactOn::kAdmission, std::nullopt},
    {ImpactOn::kRefusal, std::nullopt},
    {ImpactOn::kNone, std::nullopt},
}};

Text HeadingOf(const Group& group) {
  const bool contestable = group.direction == Direction::kContestable;
  if (!group.direction) {
    if (group.act == ImpactOn::kNone) {
      return Said("no act stands: what is still asked differs",
                  "sans acte : ce qui reste exigé diffère");
    }
    return Said("{0}: requirements differ, what counts does not",
                "{0} : des exigences diffèrent, ce qui compte non", group.act);
  }
  switch (group.act) {
    case ImpactOn::kAward:
      return contestable
                 ? Said("awards no longer supported: contestable",
                        "titres qui ne sont plus fondés : contestables")
                 : Said("awards supported now: favourable", "titres désormais fondés : favorable");
    case ImpactOn::kAdmission:
      return contestable ? Said("admissions no longer supported: contestable",
                                "admissions qui ne sont plus fondées : contestables")
                         : Said("admissions supported now: favourable",
                                "admissions désormais fondées : favorable");
    case ImpactOn::kRefusal:
      return contestable ? Said("refusals of whom the conditions no longer speak for",
                                "refus de ceux qui ne remplissent plus les conditions")
                         : Said("refusals no longer supported: favourable",
                                "refus qui ne sont plus fondés : favorable");
    case ImpactOn::kNone:
      break;
  }
  return contestable
             ? Said("no act stands, conditions no longer met",
                    "sans acte, conditions qui ne sont plus réunies")
             : Said("no act stands, conditions met now", "sans acte, conditions désormais réunies");
}

std::string Capital(std::string text) {
  if (!text.empty() && 'a' <= text.front() && text.front() <= 'z') {
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  }
  return text;
}

std::string NameOf(const ReplayView& view, const LearnerId& learner) {
  const auto known = view.learners.find(learner);
  if (known == view.learners.end()) return ToText(learner);
  const Identified& identified = known->second;
  if (identified.number.empty()) return ToText(learner);
  return identified.number + (identified.name.empty() ? "" : " " + identified.name);
}

// By number, as people look for them.
std::vector<const Impact*> ImpactsOf(const ReplayView& view, const Group& group) {
  std::vector<const Impact*> impacts;
  for (const Impact& impact : view.report.impacts) {
    if (impact.act == group.act && impact.direction == group.direction) impacts.push_back(&impact);
  }
  std::ranges::stable_sort(impacts, {},
                           [&](const Impact* impact) { return NameOf(view, impact->learner); });
  return impacts;
}

// The requirement as a text that asks it says, the one after first.
struct Asked {
  const VerdictNode& node;
  const Referential& rules;
};
Asked AskedIn(const Flip& flip, const ReplayView& view) {
  if (flip.after) return {*flip.after, *view.after.rules};
  return {*flip.before, *view.before.rules};
}

std::string OutcomeOf(const std::optional<VerdictNode>& node, Language language) {
  if (!node) return Say(language, "not asked", "non exigé");
  return Term(language, node->computed);
}

std::string WhyOf(const std::optional<VerdictNode>& node, Language language) {
  if (!node) return Say(language, "this text does not ask it", "ce texte ne l'exige pas");
  std::string text = ExplainText(*node, LangOf(language));
  const std::string events = EventsOf(node->events);
  if (!events.empty()) text += "  [" + events + "]";
  return text;
}

class ReasonsWriter {
 public:
  ReasonsWriter(Page& page, const ReplayView& view, Language language)
      : page_(page), view_(view), language_(language) {}

  void Add(const Impact& impact, std::size_t indent) {
    if (impact.standing_before != impact.standing_after) {
      page_.Add(indent, Term(language_, impact.standing_before) + " -> " +
                            Term(language_, impact.standing_after));
    }
    for (const Flip& flip : impact.flips) {
      if (flip.is_cause) AddCause(flip, indent);
    }
    AddConsequences(impact, indent);
  }

 private:
  void AddCause(const Flip& flip, std::size_t indent) {
    const Asked asked = AskedIn(flip, view_);
    page_.Add(indent,
              "- " + LabelOf(asked.node, asked.rules, language_) + Say(language_, ": ", " : ") +
                  OutcomeOf(flip.before, language_) + " -> " + OutcomeOf(flip.after, language_),
              2);
    const std::string was = WhyOf(flip.before, language_);
    const std::string is = WhyOf(flip.after, language_);
    page_.AddLabelled(indent + 2, 8, Say(language_, "before", "avant"), was);
    page_.AddLabelled(indent + 2, 8, Say(language_, "after", "après"), is);
    if (flip.is_appreciation) {
      page_.Add(indent + 2,
                Say(language_, "the jury decided it: its appreciation (appréciation), not a fault",
                    "le jury en a décidé : c'est son appréciation, non une faute"));
    }
    const Requirement* requirement = FindRequirement(asked.rules, flip.requirement);
    if (requirement == nullptr) return;
    const std::string source = ShortSourceOf(*requirement, language_);
    if (!source.empty()) page_.Add(indent + 2, source, 2);
  }

  // What follows from the causes, by code alone.
  void AddConsequences(const Impact& impact, std::size_t indent) {
    std::string list;
    for (const Flip& flip : impact.flips) {
      if (flip.is_cause) continue;
      list += (list.empty() ? "" : ", ") + flip.requirement.text;
      if (flip.block) list += " " + flip.block->text;
    }
    if (list.empty()) return;
    page_.Add(indent, Say(language_, "with it: ", "et avec elle : ") + list, 2);
  }

  Page& page_;
  const ReplayView& view_;
  Language language_;
};

class Writer {
 public:
  Writer(const ReplayView& view, const Look& look)
      : view_(view), language_(look.language), page_(look.bold) {}

  std::string Take() {
    AddHead();
    AddRules();
    AddCounts();
    for (const Group& group : kGroups) AddGroup(group);
    AddNext();
    return page_.text();
  }

 private:
  std::string In(const Text& text) const { return Say(language_, text); }
  void Label(std::string_view label, const std::string& text) {
    page_.AddLabelled(0, kLabelWidth, label, text);
  }

  void AddHead() {
    const ReplayReport& report = view_.report;
    page_.Add(0, In(Said("Replay of {0}, edition {1}, on {2}: nothing is written",
                         "Rejeu de {0}, édition {1}, au {2} : rien n'est écrit",
                         report.certification, report.edition, report.on)));
    Label(Say(language_, "Applied", "Appliquée"), view_.before.name);
    std::string tried = view_.after.name;
    for (const std::string& setting : view_.settings) tried += ", " + setting;
    Label(Say(language_, "Tried", "Essayée"), tried);
    Label(Say(language_, "Register", "Registre"),
          In(Said("as it was after {0} events", "tel qu'après {0} événements", view_.log_size)));
    Label(Say(language_, "Digest", "Empreinte"), ToText(view_.digest));
  }

  void AddRules() {
    page_.AddHeading(Say(language_, "What differs in the rules", "Ce qui diffère dans les règles"));
    AddDifferences(page_, Compare(view_.before, view_.after), language_);
  }

  void AddCounts() {
    const ReplayReport& report = view_.report;
    page_.AddHeading(Say(language_, "Whom it concerns", "Qui est concerné"));
    page_.Add(2, In(Said("{0} enrolments judged under both: {1} unchanged, {2} differ",
                         "{0} parcours jugés selon les deux : {1} inchangés, {2} diffèrent",
                         report.enrolments, report.unchanged(), report.impacts.size())));
    for (const Group& group : kGroups) {
      const auto count = ImpactsOf(view_, group).size();
      if (count > 0) page_.Add(4, In(HeadingOf(group)) + " (" + std::to_string(count) + ")", 3);
    }
  }

  void AddGroup(const Group& group) {
    const auto impacts = ImpactsOf(view_, group);
    if (impacts.empty()) return;
    page_.AddHeading(Capital(In(HeadingOf(group))) + " (" + std::to_string(impacts.size()) + ")");
    std::size_t number = 0;
    for (const Impact* impact : impacts) AddImpact(++number, *impact);
  }

  void AddImpact(std::size_t number, const Impact& impact) {
    const std::string bullet = "  " + std::to_string(number) + ". ";
    std::string line = NameOf(view_, impact.learner) + ", " + Short(language_, impact.route);
    if (impact.award_number) line += ", " + impact.award_number->text;
    if (impact.award) line += " (#" + std::to_string(impact.award->index.value) + ")";
    if (impact.decision && impact.decided) {
      line += In(Said(", decided on {0} (#{1})", ", décidé le {0} (#{1})", *impact.decided,
                      impact.decision->index.value));
    }
    const std::string indent(bullet.size(), ' ');
    page_.AddPrefixed(bullet, indent, line);
    AddReasons(page_, view_, impact, bullet.size(), language_);
    page_.AddPrefixed(indent + "-> ", indent + "   ", In(FollowUpOf(impact, view_.report.on)));
  }

  void AddNext() {
    if (view_.report.impacts.empty() && view_.report.revision == 0) return;
    page_.AddHeading(Say(language_, "Next", "Ensuite"));
    const std::string revision = view_.report.revision == 0
                                     ? ""
                                     : " --rules " + view_.report.certification.text + "@" +
                                           std::to_string(view_.report.revision);
    page_.Add(
        2, revision.empty()
               ? Say(language_,
                     "These rules are not published: `cartulary referential correct` or "
                     "`complete` publishes a text.",
                     "Ces règles ne sont pas publiées : `cartulary referential correct` ou "
                     "`complete` publie un texte.")
               : Say(language_, "One learner: `cartulary status LEARNER --full" + revision + "`.",
                     "Un apprenant : `cartulary status APPRENANT --full" + revision + "`."));
    if (!revision.empty()) AddHowToApply(revision);
  }

  void AddHowToApply(const std::string& revision) {
    page_.Add(2,
              Say(language_, "Let it judge, by another person than the one who published it: ",
                  "La faire juger, par une autre personne que celle qui l'a publiée : ") +
                  "`cartulary replay" + revision + " --on " + ToText(view_.report.on) +
                  " --apply " + Say(language_, "DIGEST", "EMPREINTE") + " --actor " +
                  Say(language_, "PERSON", "PERSONNE") + "`.",
              2);
  }

  const ReplayView& view_;
  Language language_;
  Page page_;
};

Json NodeJson(const std::optional<VerdictNode>& node) {
  if (!node) return nullptr;
  Json json{{"computed", ToName(node->computed)}};
  json["decided"] = node->decided ? Json(ToName(*node->decided)) : Json();
  json["reason"] = ToName(node->reason);
  json["text"] = {{"fr", ExplainText(*node, Lang::kFrench)},
                  {"en", ExplainText(*node, Lang::kEnglish)}};
  json["values"] = Json::object();
  for (const ReadValue& value : node->values) json["values"][value.name] = value.text;
  json["events"] = Json::array();
  for (const Cited& cited : node->events) json["events"].push_back(cited.index.value);
  return json;
}

Json FlipJson(const Flip& flip, const ReplayView& view) {
  Json json{{"requirement", flip.requirement.text}};
  if (flip.block) json["block"] = flip.block->text;
  json["cause"] = flip.is_cause;
  json["appreciation"] = flip.is_appreciation;
  json["before"] = NodeJson(flip.before);
  json["after"] = NodeJson(flip.after);
  const Requirement* requirement = FindRequirement(AskedIn(flip, view).rules, flip.requirement);
  if (requirement != nullptr) {
    json["source"] = {{"fr", SourceOf(*requirement, Language::kFrench)},
                      {"en", SourceOf(*requirement, Language::kEnglish)}};
  }
  return json;
}

template <typename T>
Json TextOrNull(const std::optional<T>& value) {
  return value ? Json(ToText(*value)) : Json();
}

bool LimitPassed(const Impact& impact, Date on) {
  return impact.decided && LastDayToWithdraw(*impact.decided) < on;
}

// "english, BC01/average": the requirements whose flips cause the others, met before or after.
std::string Causes(const Impact& impact, bool met_before) {
  std::string list;
  for (const Flip& flip : impact.flips) {
    const bool met = flip.before && IsMet(flip.before->computed);
    const bool meets = flip.after && IsMet(flip.after->computed);
    if (!flip.is_cause || met == meets || met != met_before) continue;
    list += (list.empty() ? "" : ", ") + (flip.block ? flip.block->text + "/" : "") +
            flip.requirement.text;
  }
  return list;
}

// Of an enrolment without an act, what a jury would ask for or no longer would.
Text StillAsked(const Impact& impact) {
  const std::string now = Causes(impact, /*met_before=*/true);
  const std::string no_more = Causes(impact, /*met_before=*/false);
  Text text = Said("no act is concerned", "aucun acte n'est en cause");
  if (!now.empty()) text += Said("; would now need {0}", " ; il faudrait désormais {0}", now);
  if (!no_more.empty()) {
    text += Said("; would no longer need {0}", " ; il ne faudrait plus {0}", no_more);
  }
  return text;
}

}  // namespace

Text FollowUpOf(const Impact& impact, Date on) {
  const bool granted = impact.act == ImpactOn::kAward || impact.act == ImpactOn::kAdmission;
  if (granted && impact.direction == Direction::kContestable) {
    if (!impact.decided) {
      return Said("only an authority or a court can draw the consequence",
                  "seule une autorité ou une juridiction peut en tirer la conséquence");
    }
    const Date last = LastDayToWithdraw(*impact.decided);
    const Phrase what = impact.act == ImpactOn::kAward ? Phrase("the title", "le titre")
                                                       : Phrase("the admission", "l'admission");
    if (on <= last) {
      return Said(
          "until {0}, four months from the decision, the authority may withdraw {1}, the "
          "learner heard first (CRPA, L121-1 and L242-1)",
          "jusqu'au {0}, quatre mois après la décision, l'autorité peut retirer {1}, "
          "l'intéressé entendu (CRPA, L121-1 et L242-1)",
          last, what);
    }
    return Said(
        "{1} stays: the four months from the decision ended on {0}. Only fraud (CRPA, "
        "L241-2), the holder's own request (L242-4) or a court can end it",
        "{1} demeure : les quatre mois suivant la décision ont pris fin le {0}. Seules la "
        "fraude (CRPA, L241-2), la demande de l'intéressé (L242-4) ou une juridiction "
        "peuvent y mettre fin",
        last, what);
  }
  if (impact.act == ImpactOn::kRefusal && impact.direction == Direction::kFavourable) {
    return Said(
        "a jury may deliberate anew; only a new deliberation draws the consequence of an "
        "error (CE, 29 July 1983, n° 31842)",
        "un jury peut délibérer à nouveau ; seule une nouvelle délibération tire les "
        "conséquences d'une erreur (CE, 29 juillet 1983, n° 31842)");
  }
  if (impact.act == ImpactOn::kNone && impact.direction) {
    return Said("no act is concerned: a jury looks at it under the rules that are applied then",
                "aucun acte n'est en cause : le jury en jugera selon les règles alors appliquées");
  }
  if (impact.act == ImpactOn::kNone) return StillAsked(impact);
  return Said("nothing follows: what was decided stays",
              "rien ne s'ensuit : ce qui a été décidé demeure");
}

void AddReasons(Page& page, const ReplayView& view, const Impact& impact, std::size_t indent,
                Language language) {
  ReasonsWriter(page, view, language).Add(impact, indent);
}

std::string ReplayPage(const ReplayView& view, const Look& look) {
  return Writer(view, look).Take();
}

Rows ReplayRows(const ReplayView& view) {
  Rows rows;
  const auto column = [&](const char* key, const Text& heading) {
    rows.columns.push_back({key, heading});
  };
  column("number", Said("NUMBER", "NUMÉRO"));
  column("learner", Said("LEARNER", "APPRENANT"));
  column("enrolment", Said("ENROLMENT", "PARCOURS"));
  column("route", Said("ROUTE", "VOIE"));
  column("act", Said("ACT", "ACTE"));
  column("direction", Said("DIRECTION", "SENS"));
  column("award", Said("AWARD", "TITRE"));
  column("decided", Said("DECIDED", "DÉCIDÉ"));
  column("limit_passed", Said("LIMIT PASSED", "DÉLAI PASSÉ"));
  column("requirement", Said("REQUIREMENT", "EXIGENCE"));
  column("block", Said("BLOCK", "BLOC"));
  column("cause", Said("CAUSE", "CAUSE"));
  column("appreciation", Said("APPRECIATION", "APPRÉCIATION"));
  column("before", Said("BEFORE", "AVANT"));
  column("before_reason", Said("WHY BEFORE", "RAISON AVANT"));
  column("after", Said("AFTER", "APRÈS"));
  column("after_reason", Said("WHY AFTER", "RAISON APRÈS"));
  column("events", Said("EVENTS", "ÉVÉNEMENTS"));
  const auto outcome = [](const std::optional<VerdictNode>& node) {
    return node ? Json(ToName(node->computed)) : Json();
  };
  const auto reason = [](const std::optional<VerdictNode>& node) {
    return node ? Json(ToName(node->reason)) : Json();
  };
  for (const Impact& impact : view.report.impacts) {
    const auto known = view.learners.find(impact.learner);
    const std::vector<Json> of_impact = {
        known == view.learners.end() ? Json() : Json(known->second.number),
        ToText(impact.learner),
        ToText(impact.enrolment),
        ToName(impact.route),
        ToName(impact.act),
        impact.direction ? Json(ToName(*impact.direction)) : Json(),
        impact.award_number ? Json(impact.award_number->text) : Json(),
        TextOrNull(impact.decided),
        impact.decided ? Json(LimitPassed(impact, view.report.on)) : Json()};
    const auto add = [&](std::vector<Json> rest) {
      rows.rows.push_back(of_impact);
      auto& row = rows.rows.back();
      row.insert(row.end(), rest.begin(), rest.end());
      row.resize(rows.columns.size());
    };
    if (impact.flips.empty()) add({});
    for (const Flip& flip : impact.flips) {
      add({flip.requirement.text, flip.block ? Json(flip.block->text) : Json(), flip.is_cause,
           flip.is_appreciation, outcome(flip.before), reason(flip.before), outcome(flip.after),
           reason(flip.after), EventsOf(AskedIn(flip, view).node.events)});
    }
  }
  return rows;
}

Json ImpactJson(const Impact& impact, const ReplayView& view) {
  Json one{{"learner", ToText(impact.learner)}};
  const auto known = view.learners.find(impact.learner);
  one["number"] = known == view.learners.end() ? Json() : Json(known->second.number);
  one["enrolment"] = ToText(impact.enrolment);
  one["route"] = ToName(impact.route);
  one["act"] = ToName(impact.act);
  one["direction"] = impact.direction ? Json(ToName(*impact.direction)) : Json();
  one["standing"] = {{"before", ToName(impact.standing_before)},
                     {"after", ToName(impact.standing_after)}};
  one["conditions_met"] = {{"before", impact.met_before}, {"after", impact.met_after}};
  one["award"] = impact.award_number ? Json(impact.award_number->text) : Json();
  one["award_event"] = impact.award ? Json(impact.award->index.value) : Json();
  one["decision_event"] = impact.decision ? Json(impact.decision->index.value) : Json();
  one["decided"] = TextOrNull(impact.decided);
  if (impact.decided) {
    one["last_day_to_withdraw"] = ToText(LastDayToWithdraw(*impact.decided));
    one["limit_passed"] = LimitPassed(impact, view.report.on);
  }
  const Text follow_up = FollowUpOf(impact, view.report.on);
  one["follow_up"] = {{"fr", follow_up.fr}, {"en", follow_up.en}};
  one["flips"] = Json::array();
  for (const Flip& flip : impact.flips) one["flips"].push_back(FlipJson(flip, view));
  return one;
}

Json ToJson(const ReplayView& view) {
  const ReplayReport& report = view.report;
  Json json{{"certification", report.certification.text},
            {"edition", report.edition.text},
            {"on", ToText(report.on)},
            {"events", view.log_size},
            {"applied", view.before.name},
            {"tried", view.after.name},
            {"set", view.settings},
            {"digest", ToText(view.digest)},
            {"enrolments", report.enrolments},
            {"unchanged", report.unchanged()}};
  json["difference"] = ToJson(Compare(view.before, view.after));
  json["impacts"] = Json::array();
  for (const Impact& impact : report.impacts) {
    json["impacts"].push_back(ImpactJson(impact, view));
  }
  return json;
}

}  // namespace cartulary::cli
