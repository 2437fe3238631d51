#include "cli/render/jury_page.h"

#include <algorithm>

#include "cli/render/page.h"
#include "cli/render/verdict_view.h"
#include "cli/render/words.h"

namespace cartulary::cli {
namespace {

bool Fails(const CheckView& check) { return check.outcome == Outcome::kNotSatisfied; }

void AddSession(Page& page, const JuryView& view, Language language) {
  const JuryAppointed& session = view.session;
  page.Add(0, Say(language, "Jury ", "Jury ") + session.code.text + ", " +
                  Term(language, session.kind) + ", " + session.certification.text + ", campus " +
                  session.campus.text);
  page.Add(0, Say(language, "Appointed on ", "Nommé le ") + ToText(view.appointed_on) +
                  Say(language, " by ", " par ") + view.appointed_by +
                  (session.act ? Say(language, ", act ", ", acte ") + session.act->text : "") +
                  Say(language, "; sits on ", " ; siège le ") + ToText(session.session_date));
  page.Add(0, Say(language, "Judged as composed on ", "Jugé dans sa composition au ") +
                  ToText(view.day) +
                  (view.day == session.session_date
                       ? Say(language, ", the day of the session", ", jour de la session")
                       : ""));
}

void AddSeats(Page& page, const JuryView& view, Language language) {
  page.AddHeading(Say(language, "Members", "Membres") + " (" + std::to_string(view.seats.size()) +
                  ")");
  for (const SeatView& seat : view.seats) {
    std::string text = Term(language, seat.college) + ", " + Short(language, seat.capacity);
    if (seat.chair) text += Say(language, ", chair", ", présidence");
    if (seat.absent) text += Say(language, ", ABSENT in this trial", ", ABSENT dans cet essai");
    page.AddLabelled(2, 34, Padded(seat.number, 7) + seat.name, text);
  }
}

std::string EventsText(const std::vector<Index>& events) {
  constexpr std::size_t kShown = 6;
  std::string text;
  for (std::size_t i = 0; i < std::min(kShown, events.size()); ++i) {
    text += (text.empty() ? "#" : " #") + std::to_string(events[i].value);
  }
  if (events.size() > kShown) text += " … (" + std::to_string(events.size()) + ")";
  return text.empty() ? text : "  [" + text + "]";
}

std::string LineOf(const CheckView& check, Language language) {
  return Say(language, check.label) + Say(language, ": ", " : ") + Say(language, check.found) +
         EventsText(check.events);
}

// Below what is held against a session, the text that asks for it.
void AddSource(Page& page, std::size_t indent, const CheckView& check, Language language) {
  if (!check.source.empty()) page.Add(indent, Say(language, check.source), 2);
}

void AddCheck(Page& page, std::size_t indent, const CheckView& check, Language language) {
  page.Add(indent, (Fails(check) ? "- " : "") + LineOf(check, language), 2);
  if (Fails(check)) AddSource(page, indent + 2, check, language);
}

void AddNote(Page& page, std::size_t indent, const CheckView& note, Language language) {
  page.Add(indent, Say(language, "note: ", "à noter : ") + LineOf(note, language), 2);
}

void AddSessionChecks(Page& page, const JuryView& view, Language language) {
  page.AddHeading(Say(language, "The session", "La séance"));
  for (const CheckView& check : view.checks) {
    page.AddLabelled(
        2, 16,
        Say(language, Text{std::string(ToFrench(check.outcome)), Plain(ToName(check.outcome))}),
        LineOf(check, language));
    if (Fails(check)) AddSource(page, 18, check, language);
  }
  for (const CheckView& note : view.notes) AddNote(page, 2, note, language);
}

void AddCandidate(Page& page, const CandidateView& candidate, Language language) {
  std::string text = IsRegular(candidate) ? Say(language, "regular", "régulier")
                                          : Say(language, "IRREGULAR", "IRRÉGULIER");
  if (candidate.decided) {
    text +=
        Say(language, " (judged from those who deliberated)", " (d'après ceux qui ont délibéré)");
  }
  page.AddLabelled(
      2, 34,
      Padded(RegistrationText(candidate.number, candidate.now, language) + ' ', 7) + candidate.name,
      text);
  if (!candidate.composition) {
    page.Add(6, "- " + Say(language, candidate.obstacle), 2);
  } else if (!Fails(*candidate.composition) || candidate.checks.empty()) {
    AddCheck(page, 6, *candidate.composition, language);
  }
  for (const CheckView& check : candidate.checks) {
    if (Fails(check)) AddCheck(page, 6, check, language);
  }
  for (const CheckView& recusal : candidate.recused) AddCheck(page, 6, recusal, language);
  for (const CheckView& note : candidate.notes) AddNote(page, 6, note, language);
}

std::string Conclusion(const JuryView& view, Language language) {
  const auto regular = std::ranges::count_if(
      view.candidates, [](const CandidateView& candidate) { return IsRegular(candidate); });
  if (view.candidates.empty()) {
    return Say(language, "No candidate is convened: there is nobody to judge the jury for.",
               "Aucun candidat n'est convoqué : rien ne permet de juger du jury.");
  }
  const bool session_fails = std::ranges::any_of(view.checks, Fails);
  return (session_fails ? Say(language, "The session is irregular. ", "La séance est irrégulière. ")
                        : "") +
         Say(language, "Regular for ", "Régulier pour ") + std::to_string(regular) +
         Say(language, " of ", " des ") + std::to_string(view.candidates.size()) +
         Say(language, " candidates.", " candidats.");
}

Json ToJson(const Text& text) { return {{"fr", text.fr}, {"en", text.en}}; }

Json ToJson(const CheckView& check) {
  Json events = Json::array();
  for (const Index index : check.events) events.push_back(index.value);
  return {{"rule", check.rule},
          {"label", ToJson(check.label)},
          {"source", ToJson(check.source)},
          {"outcome", ToName(check.outcome)},
          {"text", ToJson(check.found)},
          {"events", events}};
}

Json ToJson(const std::vector<CheckView>& checks) {
  Json list = Json::array();
  for (const CheckView& check : checks) list.push_back(ToJson(check));
  return list;
}

}  // namespace

bool IsRegular(const CandidateView& candidate) {
  return candidate.composition && !Fails(*candidate.composition) &&
         std::ranges::none_of(candidate.checks, Fails);
}

bool IsRegular(const JuryView& view) {
  return !view.candidates.empty() && std::ranges::none_of(view.checks, Fails) &&
         std::ranges::all_of(view.candidates,
                             [](const CandidateView& candidate) { return IsRegular(candidate); });
}

std::string JuryPage(const JuryView& view, const Look& look) {
  Page page(look.bold);
  AddSession(page, view, look.language);
  AddSeats(page, view, look.language);
  AddSessionChecks(page, view, look.language);
  page.AddHeading(Say(look.language, "Candidates", "Candidats") + " (" +
                  std::to_string(view.candidates.size()) + ")");
  for (const CandidateView& candidate : view.candidates) {
    AddCandidate(page, candidate, look.language);
  }
  page.AddHeading(Conclusion(view, look.language));
  page.AddBlank();
  page.Add(0, Say(look.language, WordsOf(view.viewpoint)), 2);
  return page.text();
}

Json JuryJson(const JuryView& view) {
  Json json{{"session", view.session.code.text},
            {"kind", ToName(view.session.kind)},
            {"certification", view.session.certification.text},
            {"campus", view.session.campus.text},
            {"session_date", ToText(view.session.session_date)},
            {"regular", IsRegular(view)}};
  json["members"] = Json::array();
  for (const SeatView& seat : view.seats) {
    json["members"].push_back({{"person", ToText(seat.person)},
                               {"number", seat.number},
                               {"name", seat.name},
                               {"college", ToName(seat.college)},
                               {"capacity", ToName(seat.capacity)},
                               {"chair", seat.chair},
                               {"absent", seat.absent}});
  }
  json["checks"] = ToJson(view.checks);
  json["notes"] = ToJson(view.notes);
  json["candidates"] = Json::array();
  for (const CandidateView& candidate : view.candidates) {
    Json row{{"number", candidate.number},
             {"now", candidate.now.empty() ? Json() : Json(candidate.now)},
             {"name", candidate.name},
             {"regular", IsRegular(candidate)},
             {"convened", candidate.convened},
             {"decided", candidate.decided}};
    if (candidate.composition) {
      row["composition"] = ToJson(*candidate.composition);
    } else {
      row["obstacle"] = ToJson(candidate.obstacle);
    }
    row["checks"] = ToJson(candidate.checks);
    row["recused"] = ToJson(candidate.recused);
    row["notes"] = ToJson(candidate.notes);
    json["candidates"].push_back(std::move(row));
  }
  return Stated(view.viewpoint, std::move(json));
}

}  // namespace cartulary::cli
