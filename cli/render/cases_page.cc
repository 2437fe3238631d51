#include "cli/render/cases_page.h"

#include "cli/render/verdict_view.h"
#include "cli/render/words.h"
#include "core/evaluate/impact.h"

namespace cartulary::cli {
namespace {

std::string Numbered(Index index) { return "#" + std::to_string(index.value); }

std::string NameOf(const CaseView& view) {
  if (view.learner.number.empty()) return ToText(view.fact.learner);
  return view.learner.number + (view.learner.name.empty() ? "" : " " + view.learner.name);
}

std::string RevisionOf(const AppliedView& view) {
  return view.fact.certification.text + "@" + std::to_string(view.fact.number);
}

// "ENSAM-2025-0001 (#843), decided on 2025-07-10", "decision of 2025-07-10 (#828)"
std::string ConcernsOf(const CaseView& view, Language language) {
  const std::string event = view.concerns ? " (" + Numbered(*view.concerns) + ")" : "";
  const std::string day = view.decided ? ToText(*view.decided) : "";
  if (!view.award) return Say(language, "decision of ", "décision du ") + day + event;
  return view.award->text + event + Say(language, ", decided on ", ", décidé le ") + day;
}

std::string CauseOf(const CaseView& view) {
  if (!view.revision.empty()) return view.revision;
  return view.fact.finding ? view.fact.finding->text : std::string();
}

// What a replay would say may follow.
Text FollowUpOf(const CaseView& view, Date on) {
  const bool granted = view.fact.kind == CaseKind::kAward;
  Impact impact;
  impact.act = !granted ? ImpactOn::kRefusal : view.award ? ImpactOn::kAward : ImpactOn::kAdmission;
  impact.direction = view.fact.direction == CaseDirection::kContestable ? Direction::kContestable
                                                                        : Direction::kFavourable;
  impact.decided = view.decided;
  return cli::FollowUpOf(impact, on);
}

bool HasFollowUp(const CaseView& view) { return view.fact.kind != CaseKind::kFinding; }

std::string EndOf(const CaseEnd& end, Language language) {
  std::string text = Term(language, end.fact.by) + Say(language, ", on ", ", le ") +
                     ToText(end.on) + " (" + Numbered(end.index) + ")";
  if (end.event) text += Say(language, "; its act: ", " ; son acte : ") + Numbered(*end.event);
  if (end.fact.act) text += Say(language, "; act ", " ; acte ") + end.fact.act->text;
  if (end.reason) text += Say(language, "; reason ", " ; motif ") + end.reason->text;
  return text;
}

// The commands that go on from a case.
void AddNext(Page& page, const CaseView& view, Language language) {
  const std::string id = std::to_string(view.id.value);
  page.AddHeading(Say(language, "Next", "Ensuite"));
  const std::string learner =
      view.learner.number.empty() ? ToText(view.fact.learner) : view.learner.number;
  page.Add(2,
           Say(language, "The learner: ", "L'apprenant : ") + "`cartulary status " + learner + "`" +
               (view.award ? ", `cartulary trace " + view.award->text + "`" : ""),
           2);
  if (view.end) return;
  if (!view.given) {
    page.Add(2,
             Say(language, "Who sees to it: ", "Qui s'en charge : ") + "`cartulary cases assign " +
                 id + " --to " + Say(language, "PERSON", "PERSONNE") + "`",
             2);
  }
  page.Add(2,
           Say(language, "Once a jury, an authority or a court has decided: ",
               "Une fois qu'un jury, une autorité ou une juridiction a statué : ") +
               "`cartulary cases close " + id + " --by jury --event VERSION`" +
               Say(language, "; if nothing is to change: ", " ; si rien n'est à changer : ") +
               "`cartulary cases close " + id + " --by no_change --reason CODE`",
           2);
}

Json OrNull(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json CaseJson(const CaseView& view) {
  Json json{{"case", view.id.value},
            {"index", view.index.value},
            {"opened", ToText(view.opened)},
            {"learner", ToText(view.fact.learner)},
            {"number", OrNull(view.learner.number)},
            {"enrolment", ToText(view.fact.enrolment)},
            {"kind", ToName(view.fact.kind)},
            {"direction", ToName(view.fact.direction)}};
  json["award"] = view.award ? Json(view.award->text) : Json();
  json["concerns"] = view.concerns ? Json(view.concerns->value) : Json();
  json["decided"] = view.decided ? Json(ToText(*view.decided)) : Json();
  json["revision"] = OrNull(view.revision);
  json["finding"] = view.fact.finding ? Json(view.fact.finding->text) : Json();
  json["assigned"] = view.given ? Json{{"person", ToText(view.given->person)},
                                       {"name", view.given->name},
                                       {"on", ToText(view.given->on)},
                                       {"event", view.given->index.value}}
                                : Json();
  if (!view.end) {
    json["closed"] = nullptr;
    return json;
  }
  const CaseEnd& end = *view.end;
  json["closed"] = {{"by", ToName(end.fact.by)},
                    {"on", ToText(end.on)},
                    {"event", end.index.value},
                    {"version", end.version.value},
                    {"act_event", end.event ? Json(end.event->value) : Json()},
                    {"act", end.fact.act ? Json(end.fact.act->text) : Json()},
                    {"reason", end.reason ? Json(end.reason->text) : Json()}};
  return json;
}

}  // namespace

std::string NatureOf(const CaseOpened& fact, Language language) {
  return Short(language, fact.kind) + Say(language, ", ", ", ") + Short(language, fact.direction);
}

std::string AppliedPage(const AppliedView& view, const Look& look) {
  const Language language = look.language;
  Page page(look.bold);
  page.Add(0,
           RevisionOf(view) + Say(language, " is applied to edition ", " s'applique à l'édition ") +
               view.fact.edition.text + Say(language, " since ", " depuis le ") +
               ToText(view.recorded) + Say(language, ", event ", ", événement ") +
               Numbered(view.index),
           2);
  page.Add(2,
           Say(language, "report ", "rapport ") + ToText(view.fact.report) +
               Say(language, ", approved by ", ", approuvé par ") + view.approver,
           2);
  page.Add(2, Say(language,
                  "Awards and decisions stay as they were: only an act of a jury, an authority or "
                  "a court changes one.",
                  "Titres et décisions demeurent : seul un acte d'un jury, d'une autorité ou d'une "
                  "juridiction en change un."));
  if (view.cases.empty()) {
    page.AddHeading(
        Say(language, "No case: no award loses its ground, no refusal is answered.",
            "Aucun dossier : aucun titre ne perd son fondement, aucun refus n'est levé."));
    return page.text();
  }
  page.AddHeading(Say(language, "Cases opened", "Dossiers ouverts") + " (" +
                  std::to_string(view.cases.size()) + ")");
  for (const CaseView& one : view.cases) {
    const std::string id = std::to_string(one.id.value);
    page.AddPrefixed("  " + Padded(id, 6), std::string(8, ' '),
                     NameOf(one) + Say(language, ": ", " : ") + NatureOf(one.fact, language) +
                         Say(language, "; ", " ; ") + ConcernsOf(one, language));
  }
  page.AddHeading(Say(language, "Next", "Ensuite"));
  const std::string first = std::to_string(view.cases.front().id.value);
  page.Add(2, "`cartulary cases`, `cartulary cases show " + first + "`, `cartulary cases assign " +
                  first + " --to " + Say(language, "PERSON", "PERSONNE") + "`");
  return page.text();
}

Json ToJson(const AppliedView& view) {
  Json json{{"revision", RevisionOf(view)},       {"edition", view.fact.edition.text},
            {"index", view.index.value},          {"applied", ToText(view.recorded)},
            {"report", ToText(view.fact.report)}, {"approver", view.approver}};
  json["cases"] = Json::array();
  for (const CaseView& one : view.cases) json["cases"].push_back(CaseJson(one));
  return json;
}

std::string CasePage(const WholeCase& view, const Look& look) {
  const Language language = look.language;
  const CaseView& base = view.base;
  Page page(look.bold);
  const auto row = [&](const Text& label, const std::string& text) {
    if (!text.empty()) page.AddLabelled(0, kHeadLabelWidth, Say(language, label), text);
  };
  row(Said("Case", "Dossier"), std::to_string(base.id.value) + Say(language, ": ", " : ") +
                                   NatureOf(base.fact, language) +
                                   Say(language, "; opened on ", " ; ouvert le ") +
                                   ToText(base.opened) + " (" + Numbered(base.index) + ")");
  row(Said("Learner", "Apprenant"), NameOf(base));
  if (base.concerns) row(Said("Concerns", "Concerne"), ConcernsOf(base, language));
  std::string cause = CauseOf(base);
  if (view.replay) {
    cause += Say(language, ", in place of ", ", à la place de ") + view.replay->before.name +
             Say(language, "; report of ", " ; rapport du ") + ToText(view.replay->report.on) +
             ", " + ToText(view.replay->digest);
  }
  row(Said("Cause", "Cause"), cause);
  if (base.given) {
    row(Said("Assigned to", "Confié à"), base.given->name + Say(language, ", on ", ", le ") +
                                             ToText(base.given->on) + " (" +
                                             Numbered(base.given->index) + ")");
  }
  row(Said("State", "État"), base.end
                                 ? Say(language, "closed: ", "clos : ") + EndOf(*base.end, language)
                                 : Say(language, "open", "ouvert"));
  if (view.replay) {
    page.AddHeading(Say(language, "Why", "Pourquoi"));
    AddReasons(page, *view.replay, view.replay->report.impacts.front(), 2, language);
  }
  if (HasFollowUp(base) && !base.end) {
    page.AddHeading(Say(language, "What may lawfully follow", "Ce qui peut légalement s'ensuivre"));
    page.Add(2, Say(language, FollowUpOf(base, view.on)));
  }
  AddNext(page, base, language);
  return page.text();
}

Json ToJson(const WholeCase& view) {
  Json json = CaseJson(view.base);
  if (view.base.decided && view.base.fact.kind == CaseKind::kAward) {
    const Date last = LastDayToWithdraw(*view.base.decided);
    json["last_day_to_withdraw"] = ToText(last);
    json["limit_passed"] = last < view.on;
  }
  if (HasFollowUp(view.base)) {
    const Text follow_up = FollowUpOf(view.base, view.on);
    json["follow_up"] = {{"fr", follow_up.fr}, {"en", follow_up.en}};
  }
  json["impact"] =
      view.replay ? ImpactJson(view.replay->report.impacts.front(), *view.replay) : Json();
  return json;
}

Rows CaseRows(const std::vector<CaseView>& cases, Language language, bool for_people) {
  Rows rows;
  rows.columns = {{"case", Said("CASE", "DOSSIER"), Column::Align::kRight},
                  {"opened", Said("OPENED", "OUVERT LE")},
                  {"learner", Said("LEARNER", "APPRENANT")},
                  {"name", Said("NAME", "NOM")},
                  {"kind", Said("KIND", "OBJET")},
                  {"direction", Said("DIRECTION", "SENS")},
                  {"award", Said("AWARD", "TITRE")},
                  {"decided", Said("DECIDED", "DÉCIDÉ LE")},
                  {"cause", Said("CAUSE", "CAUSE")},
                  {"assigned", Said("ASSIGNED TO", "CONFIÉ À")},
                  {"closed", Said("CLOSED", "CLOS LE")},
                  {"by", Said("BY", "PAR")}};
  const auto word = [&](auto value) {
    return for_people ? Short(language, value) : std::string(ToName(value));
  };
  for (const CaseView& view : cases) {
    rows.rows.push_back(
        {view.id.value, ToText(view.opened),
         view.learner.number.empty() ? ToText(view.fact.learner) : view.learner.number,
         OrNull(view.learner.name), word(view.fact.kind), word(view.fact.direction),
         view.award ? Json(view.award->text) : Json(),
         view.decided ? Json(ToText(*view.decided)) : Json(), OrNull(CauseOf(view)),
         view.given ? Json(view.given->name) : Json(),
         view.end ? Json(ToText(view.end->on)) : Json(),
         view.end ? Json(word(view.end->fact.by)) : Json()});
  }
  return rows;
}

}  // namespace cartulary::cli
