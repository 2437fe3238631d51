#include "cli/render/jury_page.h"

#include <algorithm>

#include "cli/render/page.h"
#include "cli/render/words.h"
#include "core/evaluate/missing.h"

namespace cartulary::cli {
namespace {

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
                  ToText(view.day));
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

// What each check found; of a regular jury, only its summary.
void AddChecks(Page& page, const VerdictNode& node, Language language) {
  if (IsMet(node.outcome()) || node.children.empty()) {
    page.Add(6, ExplainText(node, LangOf(language)), 2);
    return;
  }
  for (const VerdictNode& check : node.children) {
    if (IsMet(check.outcome())) continue;
    page.Add(6, "- " + ExplainText(check, LangOf(language)), 2);
  }
}

void AddCandidate(Page& page, const CandidateView& candidate, Language language) {
  const std::string word = IsRegular(candidate) ? Say(language, "regular", "régulier")
                                                : Say(language, "IRREGULAR", "IRRÉGULIER");
  std::string text = word;
  if (candidate.decided) {
    text +=
        Say(language, " (judged from those who deliberated)", " (d'après ceux qui ont délibéré)");
  }
  page.AddLabelled(2, 34, Padded(candidate.number, 7) + candidate.name, text);
  if (candidate.verdict) {
    AddChecks(page, *candidate.verdict, language);
  } else {
    page.Add(6, candidate.obstacle, 2);
  }
  if (!candidate.convened) {
    page.Add(6,
             Say(language, "note: decided on, though not convened",
                 "à noter : a fait l'objet d'une décision sans avoir été convoqué"),
             2);
  }
  for (const std::string& name : candidate.recused) {
    page.Add(6, Say(language, "recused: ", "déport : ") + name, 2);
  }
  for (const std::string& conflict : candidate.conflicts) {
    page.Add(6, Say(language, "note: ", "à noter : ") + conflict, 2);
  }
  std::string assessors;
  for (const std::string& name : candidate.assessors) {
    assessors += (assessors.empty() ? "" : ", ") + name;
  }
  if (!assessors.empty()) {
    page.Add(
        6,
        Say(language, "note: assessed this candidate: ", "à noter, ont évalué ce candidat : ") +
            assessors,
        2);
  }
}

std::string Conclusion(const JuryView& view, Language language) {
  const auto regular = std::count_if(view.candidates.begin(), view.candidates.end(),
                                     [](const CandidateView& c) { return IsRegular(c); });
  if (view.candidates.empty()) {
    return Say(language, "No candidate is convened: there is nobody to judge the jury for.",
               "Aucun candidat n'est convoqué : rien ne permet de juger du jury.");
  }
  return Say(language, "Regular for ", "Régulier pour ") + std::to_string(regular) +
         Say(language, " of ", " des ") + std::to_string(view.candidates.size()) +
         Say(language, " candidates.", " candidats.");
}

}  // namespace

bool IsRegular(const CandidateView& candidate) {
  return candidate.verdict && IsMet(candidate.verdict->outcome());
}

bool IsRegular(const JuryView& view) {
  return !view.candidates.empty() &&
         std::all_of(view.candidates.begin(), view.candidates.end(),
                     [](const CandidateView& c) { return IsRegular(c); });
}

std::string JuryPage(const JuryView& view, const Look& look) {
  Page page(look.bold);
  AddSession(page, view, look.language);
  AddSeats(page, view, look.language);
  page.AddHeading(Say(look.language, "Candidates", "Candidats") + " (" +
                  std::to_string(view.candidates.size()) + ")");
  for (const CandidateView& candidate : view.candidates) {
    AddCandidate(page, candidate, look.language);
  }
  page.AddHeading(Conclusion(view, look.language));
  return page.text();
}

Json JuryJson(const JuryView& view) {
  Json json{{"session", view.session.code.text},
            {"kind", ToName(view.session.kind)},
            {"certification", view.session.certification.text},
            {"campus", view.session.campus.text},
            {"session_date", ToText(view.session.session_date)},
            {"day", ToText(view.day)},
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
  json["candidates"] = Json::array();
  for (const CandidateView& candidate : view.candidates) {
    Json row{{"number", candidate.number},
             {"name", candidate.name},
             {"regular", IsRegular(candidate)},
             {"convened", candidate.convened},
             {"decided", candidate.decided}};
    row["checks"] = Json::array();
    if (candidate.verdict) {
      for (const VerdictNode& check : candidate.verdict->children) {
        row["checks"].push_back({{"check", check.requirement.text},
                                 {"outcome", ToName(check.outcome())},
                                 {"reason", ToName(check.reason)},
                                 {"text",
                                  {{"fr", ExplainText(check, Lang::kFrench)},
                                   {"en", ExplainText(check, Lang::kEnglish)}}}});
      }
      row["reason"] = ToName(candidate.verdict->reason);
    } else {
      row["obstacle"] = candidate.obstacle;
    }
    row["recused"] = candidate.recused;
    row["conflicts"] = candidate.conflicts;
    row["assessors"] = candidate.assessors;
    json["candidates"].push_back(std::move(row));
  }
  return json;
}

}  // namespace cartulary::cli
