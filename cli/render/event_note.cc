#include "cli/render/event_note.h"

namespace cartulary::cli {
namespace {

constexpr std::size_t kNumberWidth = 6;  // "#12345"

std::string Recorded(const EventNote& note, Language language) {
  std::string text = Say(language, "recorded ", "enregistré le ") + ToText(note.recorded) +
                     Say(language, " by ", " par ") + note.actor + ", " + Term(language, note.role);
  if (note.approver) text += Say(language, ", approved by ", ", approuvé par ") + *note.approver;
  if (note.same_account) {
    text += Say(language, "; actor and approver used one account",
                " ; auteur et approbateur ont utilisé un seul compte") +
            (note.same_account->empty() ? "" : Say(language, ": ", " : ") + *note.same_account);
  }
  if (note.entry != EntryMode::kLive) text += ", " + Term(language, note.entry);
  if (note.evidence > 0) {
    text +=
        Say(language, "; ", " ; ") + Count(note.evidence, Say(language, "document", "pièce jointe"),
                                           Say(language, "documents", "pièces jointes"));
  }
  return text;
}

std::string Why(Language language, CorrectionGround ground, Authority authority) {
  return Term(language, ground) + Say(language, ", decided by: ", ", décidé par : ") +
         Term(language, authority);
}

// " from 2025-06-30"; empty where it never was so.
std::string FromDay(const Change& change, Language language) {
  return change.from ? Say(language, " from ", " à partir du ") + ToText(*change.from) : "";
}

std::string NumberOf(const EventNote& note) {
  return Padded("#" + std::to_string(note.index.value), kNumberWidth) + " ";
}

}  // namespace

void AddEventLine(Page& page, std::string_view margin, const EventNote& note, Language language) {
  std::string text = Say(language, note.type, note.french) + " " + ToText(note.effective) +
                     Say(language, ", by ", ", par ") + note.actor + Say(language, " on ", " le ") +
                     ToText(note.recorded);
  if (note.replaces) {
    text +=
        Say(language, "; corrects #", " ; corrige #") + std::to_string(note.replaces->index.value);
  }
  if (note.changed) {
    text += (note.changed->voided ? Say(language, "; voided by #", " ; annulé par #")
                                  : Say(language, "; corrected by #", " ; corrigé par #")) +
            std::to_string(note.changed->by.value) + FromDay(*note.changed, language);
  }
  page.AddPrefixed(std::string(margin) + NumberOf(note),
                   std::string(margin) + std::string(kNumberWidth + 1, ' '), text);
}

void AddEvent(Page& page, std::string_view margin, const EventNote& note, Language language) {
  AddEvent(page, margin, margin, note, language);
}

void AddEvent(Page& page, std::string_view first_margin, std::string_view margin,
              const EventNote& note, Language language) {
  const std::string colon = Say(language, ": ", " : ");
  const std::string first = std::string(first_margin) + NumberOf(note);
  const std::string rest = std::string(margin) + std::string(kNumberWidth + 1, ' ');
  page.AddPrefixed(
      first, rest,
      Say(language, note.type, note.french) + ", " + ToText(note.effective) +
          (Say(language, note.summary).empty() ? "" : colon + Say(language, note.summary)));
  page.AddPrefixed(rest, rest, Recorded(note, language));
  if (note.replaces) {
    const Replaced& former = *note.replaces;
    const std::string verb = former.voided ? Say(language, "voids #", "annule #")
                                           : Say(language, "corrects #", "corrige #");
    page.AddPrefixed(rest, rest,
                     verb + std::to_string(former.index.value) + " (" +
                         Say(language, former.type, former.french) + colon +
                         Say(language, former.summary) + ")" + colon +
                         Why(language, former.ground, former.authority));
  }
  if (!note.identity.empty()) page.AddPrefixed(rest, rest, Say(language, note.identity));
  if (note.changed) {
    const Change& change = *note.changed;
    const std::string verb = change.voided ? Say(language, "voided by #", "annulé par #")
                                           : Say(language, "corrected by #", "corrigé par #");
    page.AddPrefixed(rest, rest,
                     verb + std::to_string(change.by.value) + FromDay(change, language) +
                         Say(language, ", recorded ", ", enregistré le ") +
                         ToText(change.recorded) + Say(language, " by ", " par ") + change.actor +
                         colon + Why(language, change.ground, change.authority));
  }
  if (!note.uncounted.empty()) page.AddPrefixed(rest, rest, Say(language, note.uncounted));
}

Json ToJson(const EventNote& note) {
  Json json{{"index", note.index.value},
            {"type", note.type},
            {"effective", ToText(note.effective)},
            {"recorded", ToText(note.recorded)},
            {"actor", note.actor},
            {"role", ToName(note.role)}};
  if (note.approver) json["approver"] = *note.approver;
  if (note.same_account) json["same_account"] = *note.same_account;
  if (note.entry != EntryMode::kLive) json["entry"] = ToName(note.entry);
  if (note.evidence > 0) json["evidence"] = note.evidence;
  json["summary"] = note.summary.en;
  if (!note.identity.empty()) json["identity"] = note.identity.en;
  if (note.replaces) {
    json[note.replaces->voided ? "voids" : "corrects"] = {
        {"index", note.replaces->index.value},
        {"type", note.replaces->type},
        {"summary", note.replaces->summary.en},
        {"ground", ToName(note.replaces->ground)},
        {"authority", ToName(note.replaces->authority)}};
  }
  if (note.changed) {
    Json& changed = json[note.changed->voided ? "voided_by" : "corrected_by"] = {
        {"index", note.changed->by.value},
        {"ground", ToName(note.changed->ground)},
        {"authority", ToName(note.changed->authority)},
        {"recorded", ToText(note.changed->recorded)},
        {"actor", note.changed->actor}};
    if (note.changed->from) changed["from"] = ToText(*note.changed->from);
  }
  return json;
}

}  // namespace cartulary::cli
