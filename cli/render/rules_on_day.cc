#include "cli/render/rules_on_day.h"

#include <utility>
#include <variant>
#include <vector>

#include "cli/render/page.h"
#include "cli/render/words.h"
#include "core/text.h"

namespace cartulary::cli {
namespace {

constexpr std::size_t kLabelWidth = 28;

bool IsWithin(const std::optional<Date>& from, const std::optional<Date>& until, Date on) {
  return (!from || *from <= on) && (!until || on <= *until);
}

// "from 2022-09-01 until 2026-08-31"; empty without bounds.
Text PeriodOf(const std::optional<Date>& from, const std::optional<Date>& until) {
  Text text;
  if (from) text = Said(", from {0}", ", à partir du {0}", *from);
  if (until) text = Said("{0}, until {1}", "{0}, jusqu'au {1}", text, *until);
  return text;
}

Text EditionText(const RulesOnDay& day) {
  const EditionCode& own = day.rules.edition.code;
  if (!day.in_force) {
    return Said("none: nobody who enters on that day is bound by an edition",
                "aucune : qui entre ce jour-là n'est lié par aucune édition");
  }
  if (*day.in_force == own) {
    return Said("{0}: this text binds who enters on that day",
                "{0} : ce texte lie qui entre ce jour-là", own);
  }
  return Said("{0}: this text, of edition {1}, binds on that day only who entered under it",
              "{0} : ce texte, de l'édition {1}, ne lie ce jour-là que qui est entré sous elle",
              *day.in_force, own);
}

Text UntilText(const std::optional<Date>& last, Date on) {
  if (!last) return Said("unknown", "inconnue");
  return on <= *last ? Said("not passed, it is {0}", "non passée, c'est le {0}", *last)
                     : Said("passed, it was {0}", "passée, c'était le {0}", *last);
}

// The windows that bound the day of an entry.
std::vector<std::pair<const Requirement*, const EntryWindow*>> WindowsOf(const Referential& rules) {
  std::vector<std::pair<const Requirement*, const EntryWindow*>> windows;
  for (const auto& [id, requirement] : rules.requirements) {
    const auto* window = std::get_if<EntryWindow>(&requirement.node);
    if (window != nullptr && (window->from || window->until)) {
      windows.emplace_back(&requirement, window);
    }
  }
  return windows;
}

std::string ScoresOf(const ScoreTable& table, Language language) {
  std::string text;
  for (const ScoreRow& row : table.rows) {
    text += (text.empty() ? "" : ", ") + std::string(ToFrench(row.level));
    if (row.min_total) text += Say(language, " from ", " à partir de ") + ToText(*row.min_total);
    for (const PartMinimum& part : row.parts) text += " " + part.part + " " + ToText(part.min);
  }
  return text + Say(language, PeriodOf(table.from, table.until));
}

Json DateOrNull(const std::optional<Date>& date) { return date ? Json(ToText(*date)) : Json(); }

Json ToJson(const ScoreTable& table) {
  Json json{{"body", table.body.text},          {"test", table.test.text},
            {"language", table.language.text},  {"from", DateOrNull(table.from)},
            {"until", DateOrNull(table.until)}, {"rows", Json::array()}};
  for (const ScoreRow& row : table.rows) {
    Json parts = Json::object();
    for (const PartMinimum& part : row.parts) parts[part.part] = ToText(part.min);
    json["rows"].push_back({{"level", ToName(row.level)},
                            {"min_total", row.min_total ? Json(ToText(*row.min_total)) : Json()},
                            {"parts", parts}});
  }
  return json;
}

}  // namespace

std::string RulesOnDayPage(const RulesOnDay& day, const Look& look) {
  const Language language = look.language;
  const Referential& rules = day.rules;
  Page page(look.bold);
  const auto row = [&](const std::string& label, const std::string& text) {
    page.AddLabelled(2, kLabelWidth, label, text);
  };
  page.AddHeading(Say(language, "On ", "Au ") + ToText(day.on));
  row(Say(language, "Edition in force", "Édition en vigueur"), Say(language, EditionText(day)));
  for (const auto& [requirement, window] : WindowsOf(rules)) {
    const bool open = IsWithin(window->from, window->until, day.on);
    row(requirement->id.text,
        Say(language, open ? Said("one may enter", "on peut entrer")
                           : Said("one may not enter", "on ne peut pas entrer")) +
            Say(language, PeriodOf(window->from, window->until)));
  }
  row(Say(language, "End of registration", "Fin d'enregistrement"),
      Say(language, UntilText(rules.registration_end, day.on)));
  row(Say(language, "Delivery limit", "Limite de délivrance"),
      Say(language, UntilText(rules.delivery_limit, day.on)));
  page.AddHeading(Say(language, "Scores of tests taken on ", "Barèmes des tests passés le ") +
                  ToText(day.on));
  for (const ScoreTable& table : rules.score_tables) {
    if (!IsWithin(table.from, table.until, day.on)) continue;
    row(table.body.text + " " + table.test.text + " " + table.language.text,
        ScoresOf(table, language));
  }
  return page.text();
}

Json ToJson(const RulesOnDay& day) {
  const Referential& rules = day.rules;
  Json json{{"on", ToText(day.on)},
            {"edition_in_force", day.in_force ? Json(day.in_force->text) : Json()},
            {"binds_who_enters", day.in_force == rules.edition.code},
            {"registration_end", DateOrNull(rules.registration_end)},
            {"delivery_limit", DateOrNull(rules.delivery_limit)},
            {"entry", Json::array()},
            {"score_tables", Json::array()}};
  for (const auto& [requirement, window] : WindowsOf(rules)) {
    json["entry"].push_back({{"requirement", requirement->id.text},
                             {"from", DateOrNull(window->from)},
                             {"until", DateOrNull(window->until)},
                             {"open", IsWithin(window->from, window->until, day.on)}});
  }
  for (const ScoreTable& table : rules.score_tables) {
    if (IsWithin(table.from, table.until, day.on)) json["score_tables"].push_back(ToJson(table));
  }
  return json;
}

}  // namespace cartulary::cli
