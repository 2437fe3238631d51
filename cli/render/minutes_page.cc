#include "cli/render/minutes_page.h"

#include <algorithm>
#include <array>

#include "cli/render/html.h"
#include "cli/render/words.h"
#include "core/facts/enums.h"

namespace cartulary::cli {
namespace {

constexpr const char* kUnknownName = "(nom illisible)";

// "1er juillet 2025"
std::string InFrench(Date date) {
  constexpr std::array<std::string_view, 12> kMonths{
      "janvier", "février", "mars",      "avril",   "mai",      "juin",
      "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
  const std::string iso = ToText(date);
  const std::size_t year_end = iso.size() - 6;
  const int month = std::stoi(iso.substr(year_end + 1, 2));
  const int day = std::stoi(iso.substr(year_end + 4, 2));
  return std::to_string(day) + (day == 1 ? "er " : " ") +
         std::string(kMonths[static_cast<std::size_t>(month - 1)]) + " " + iso.substr(0, year_end);
}

std::string Numbers(const std::vector<Index>& events) {
  std::string text;
  for (const Index index : events) {
    text += (text.empty() ? "n° " : ", ") + std::to_string(index.value);
  }
  return text;
}

std::string Number(Index index) { return Numbers({index}); }

template <NamedEnum E>
std::string French(E value) {
  return std::string(ToFrench(value));
}

std::string Joined(const std::vector<std::string>& parts, std::string_view between = ", ") {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : std::string(between)) + part;
  return text;
}

std::string NameOf(const CandidateView& candidate) {
  return candidate.name.empty() ? kUnknownName : candidate.name;
}

std::string SeatName(const SeatView& seat) {
  return seat.name + (seat.chair ? ", présidence" : "");
}

std::string SignatureText(const AttendanceView& attendance) {
  std::string text = attendance.fact.signature == SignatureMethod::kMissing
                         ? std::string("présence non signée")
                         : "signature " + French(attendance.fact.signature);
  if (attendance.fact.from) text += ", de " + ToText(*attendance.fact.from);
  if (attendance.fact.to) text += " à " + ToText(*attendance.fact.to);
  return text + " (événement " + Number(attendance.index) + ")";
}

std::string AttendanceOf(const MinutesView& view, const PersonId& person) {
  std::vector<std::string> texts;
  for (const AttendanceView& attendance : view.attendance) {
    if (attendance.person == person) texts.push_back(SignatureText(attendance));
  }
  return texts.empty() ? "aucune présence enregistrée" : Joined(texts, " ; ");
}

// Those who attended without a seat, each once.
std::vector<const AttendanceView*> Others(const MinutesView& view) {
  std::vector<const AttendanceView*> others;
  for (const AttendanceView& attendance : view.attendance) {
    const bool seated = std::ranges::any_of(
        view.jury.seats, [&](const SeatView& seat) { return seat.person == attendance.person; });
    const bool known = std::ranges::any_of(
        others, [&](const AttendanceView* other) { return other->person == attendance.person; });
    if (!seated && !known) others.push_back(&attendance);
  }
  return others;
}

void AddFact(Html& html, std::string_view label, std::string_view text) {
  html.Open("tr").Add("th", label).Add("td", text).Close();
}

void OpenFacts(Html& html) { html.Open("table", "facts").Open("tbody"); }
void CloseFacts(Html& html) { html.Close().Close(); }

void AddHead(Html& html, const MinutesView& view, std::string_view title) {
  const JuryAppointed& session = view.jury.session;
  html.Open("header");
  if (view.rules) html.Add("p", view.rules->certifier.name, "issuer");
  html.Add("h1", title);
  if (IsDraft(view)) {
    html.Add("p", "PROJET — aucune décision n'est enregistrée : formulaire à remplir en séance",
             "draft");
  }
  html.Close();
  OpenFacts(html);
  AddFact(html, "Séance", session.code.text);
  AddFact(html, "Jury", French(session.kind));
  AddFact(html, "Certification",
          session.certification.text + (view.rules ? ", " + view.rules->title.fr + ", niveau " +
                                                         std::to_string(view.rules->level)
                                                   : ""));
  AddFact(html, "Campus", session.campus.text);
  AddFact(html, "Délibération", InFrench(session.session_date));
  CloseFacts(html);
}

void AddAppointment(Html& html, const MinutesView& view) {
  const JuryAppointed& session = view.jury.session;
  html.Add("h2", "Nomination du jury");
  OpenFacts(html);
  AddFact(html, "Acte",
          (session.act ? session.act->text : std::string("non enregistré")) + ", du " +
              InFrench(view.jury.appointed_on) + " (événement " + Number(view.appointed) + ")");
  AddFact(html, "Nommé par", view.jury.appointed_by);
  AddFact(html, "Évaluations jugées",
          session.reference_session ? "à partir du " + InFrench(*session.reference_session)
                                    : std::string("premier jour non enregistré"));
  for (const AmendmentView& amendment : view.amendments) {
    std::vector<std::string> parts;
    if (!amendment.removed.empty()) parts.push_back("retirés : " + Joined(amendment.removed));
    if (!amendment.added.empty()) parts.push_back("ajoutés : " + Joined(amendment.added));
    if (!amendment.chair.empty()) parts.push_back("présidence : " + amendment.chair);
    parts.push_back("motif : " + amendment.fact.ground.text);
    if (amendment.fact.act) parts.push_back("acte " + amendment.fact.act->text);
    AddFact(html, "Modifié le " + InFrench(amendment.on),
            Joined(parts, " ; ") + " (événement " + Number(amendment.index) + ")");
  }
  CloseFacts(html);
}

void AddChecks(Html& html, const std::vector<CheckView>& checks) {
  html.OpenTable({"Règle", "Constat", "Ce qui a été trouvé", "Événements"});
  for (const CheckView& check : checks) {
    html.AddRow({check.label.fr, French(check.outcome), check.found.fr,
                 check.events.empty() ? "—" : Numbers(check.events)});
  }
  html.CloseTable();
}

void AddMembers(Html& html, const MinutesView& view) {
  html.Add("h2", "Composition et présence");
  html.OpenTable({"Membre", "Collège", "Qualité", "Présence"});
  for (const SeatView& seat : view.jury.seats) {
    html.AddRow({SeatName(seat), French(seat.college), French(seat.capacity),
                 AttendanceOf(view, seat.person)});
  }
  for (const AttendanceView* other : Others(view)) {
    html.AddRow({other->name, "—", "sans être membre du jury", AttendanceOf(view, other->person)});
  }
  html.CloseTable();
}

void AddRecusals(Html& html, const MinutesView& view) {
  html.Add("h2", "Déports");
  const bool any = std::ranges::any_of(view.jury.candidates,
                                       [](const CandidateView& c) { return !c.recused.empty(); });
  if (!any) {
    html.Add("p", "Aucun déport n'est enregistré.");
    return;
  }
  html.OpenTable({"Candidat", "Ne délibère pas", "Événement"});
  for (const CandidateView& candidate : view.jury.candidates) {
    for (const CheckView& recusal : candidate.recused) {
      html.AddRow(
          {candidate.number + " " + NameOf(candidate), recusal.found.fr, Numbers(recusal.events)});
    }
  }
  html.CloseTable();
}

// The blocks of the rules and, should the decision name others, those too.
struct BlockLine {
  std::string code;
  std::string title;
  std::optional<BlockDecision> decision;
  std::optional<Decimal> points;
};

std::vector<BlockLine> BlocksOf(const ExtractView& extract) {
  std::vector<BlockLine> lines;
  if (extract.rules) {
    for (const Block& block : extract.rules->blocks) {
      lines.push_back({block.id.text, block.title, {}, {}});
    }
  }
  const auto line_of = [&](const BlockCode& block) -> BlockLine& {
    const auto known = std::ranges::find(lines, block.text, &BlockLine::code);
    return known != lines.end() ? *known : lines.emplace_back(BlockLine{block.text, "", {}, {}});
  };
  if (!extract.decision) return lines;
  for (const BlockOutcome& outcome : extract.decision->fact.blocks) {
    line_of(outcome.block).decision = outcome.decision;
  }
  for (const JuryPoints& points : extract.decision->fact.points) {
    line_of(points.block).points = points.points;
  }
  return lines;
}

std::string BlocksText(const ExtractView& extract) {
  std::vector<std::string> parts;
  for (const BlockLine& line : BlocksOf(extract)) {
    if (line.decision) parts.push_back(line.code + " " + French(*line.decision));
  }
  return parts.empty() ? "—" : Joined(parts);
}

constexpr const char* kChoices = "☐ ";

std::string FinalText(const ExtractView& extract) {
  if (extract.decision) return French(extract.decision->fact.decision);
  return "aucune décision enregistrée";
}

std::string FinalChoices() {
  std::vector<std::string> choices;
  for (const auto& name : kEnumNames<FinalDecision>) {
    choices.push_back(kChoices + std::string(name.french));
  }
  return Joined(choices, "   ");
}

std::string ReserveText(const Reserve& reserve, const ExtractView& extract) {
  const Requirement* requirement =
      extract.rules ? FindRequirement(*extract.rules, reserve.requirement) : nullptr;
  return (requirement == nullptr ? reserve.requirement.text
                                 : requirement->label.fr + " (" + reserve.requirement.text + ")") +
         ", au plus tard le " + InFrench(reserve.deadline) +
         ", levée par : " + French(reserve.lifted_by);
}

void AddBlocks(Html& html, const ExtractView& extract) {
  const bool blank = !extract.decision;
  html.OpenTable({"Bloc", "Intitulé", "Décision", "Points de jury"});
  for (const BlockLine& line : BlocksOf(extract)) {
    std::string decision = blank ? kChoices + French(BlockDecision::kValidated) + "   " + kChoices +
                                       French(BlockDecision::kRefused)
                           : line.decision ? French(*line.decision)
                                           : std::string("sans décision dans cette séance");
    html.AddRow({line.code, line.title.empty() ? "—" : line.title, decision,
                 line.points ? "+ " + ToText(*line.points)
                 : blank     ? ""
                             : "—"});
  }
  html.CloseTable();
}

void AddDecision(Html& html, const ExtractView& extract) {
  OpenFacts(html);
  if (!extract.decision) {
    AddFact(html, "Décision finale", FinalChoices());
    AddFact(html, "Réserves", "exigence, date limite, levée par (jury ou président de jury) :");
    html.Open("tr").Add("th", "").Add("td", "", "box").Close();
    CloseFacts(html);
    return;
  }
  const MinutedView& decision = *extract.decision;
  AddFact(html, "Décision finale",
          French(decision.fact.decision) + ", le " + InFrench(decision.on) + " (événement " +
              Number(decision.index) + ")");
  for (const Reserve& reserve : decision.fact.reserves) {
    AddFact(html, "Sous réserve", ReserveText(reserve, extract));
  }
  AddFact(html, "Ont délibéré", Joined(decision.deliberated));
  AddFact(html, "Sous la présidence de", decision.chair);
  CloseFacts(html);
}

// What the decision was taken under, and how the jury was composed for it.
void AddGrounds(Html& html, const CandidateView& candidate, const ExtractView& extract) {
  OpenFacts(html);
  AddFact(html, "Voie d'accès", extract.revision.empty() ? "—" : French(extract.route));
  AddFact(html, "Règles appliquées",
          extract.revision.empty()
              ? "aucune : " + candidate.obstacle.fr
              : extract.revision + ", SHA-256 " + ToText(extract.rules_sha256));
  AddFact(
      html, "Convocation",
      extract.convened ? "événement " + Number(*extract.convened) : std::string("non enregistrée"));
  std::vector<std::string> recused;
  for (const CheckView& recusal : candidate.recused) {
    recused.push_back(recusal.found.fr + " (événement " + Numbers(recusal.events) + ")");
  }
  AddFact(html, "Déports", recused.empty() ? "aucun" : Joined(recused, " ; "));
  if (candidate.composition) {
    AddFact(html, "Composition jugée",
            (IsRegular(candidate) ? "régulière : " : "IRRÉGULIÈRE : ") +
                candidate.composition->found.fr + " (événements " +
                Numbers(candidate.composition->events) + ")");
  } else {
    AddFact(html, "Composition jugée", candidate.obstacle.fr);
  }
  for (const CheckView& check : candidate.checks) {
    const bool chair = check.rule.ends_with("/chair");
    if (check.outcome == Outcome::kSatisfied && !chair) continue;
    AddFact(html, check.label.fr,
            check.found.fr +
                (check.events.empty() ? "" : " (événements " + Numbers(check.events) + ")"));
  }
  CloseFacts(html);
}

void AddSummary(Html& html, const MinutesView& view) {
  html.Add("h2", IsDraft(view) ? "Candidats convoqués" : "Décisions");
  html.OpenTable({"Rang", "Numéro", "Candidat", "Blocs", "Décision", "Événement"});
  for (std::size_t i = 0; i < view.extracts.size(); ++i) {
    const CandidateView& candidate = view.jury.candidates[i];
    const ExtractView& extract = view.extracts[i];
    html.AddRow({std::to_string(i + 1), candidate.number, NameOf(candidate), BlocksText(extract),
                 FinalText(extract), extract.decision ? Number(extract.decision->index) : "—"});
  }
  html.CloseTable();
}

std::string StateOf(const MinutesView& view) {
  return std::to_string(view.log_size) + " événements, empreinte du dernier " +
         ToText(view.last_leaf);
}

void AddFoot(Html& html, const MinutesView& view) {
  html.Open("footer").Add("p", "État du registre : " + StateOf(view) +
                                   ". Les numéros d'événement sont ceux du registre ; chacun y dit "
                                   "qui l'a enregistré et quand.");
  html.Close();
}

void AddBoxes(Html& html, const std::vector<std::string>& who) {
  html.Open("table", "signatures").Open("tbody");
  for (std::size_t i = 0; i < who.size(); i += 2) {
    html.Open("tr").Add("td", who[i]).Add("td", i + 1 < who.size() ? who[i + 1] : "").Close();
  }
  html.Close().Close();
}

void AddSignatures(Html& html, const MinutesView& view) {
  html.Add("h2", "Signatures");
  std::vector<std::string> who;
  for (const SeatView& seat : view.jury.seats) who.push_back(SeatName(seat));
  AddBoxes(html, who);
}

std::string Finished(Html&& html, const MinutesView& view, const std::string& title) {
  return std::move(html).Page(
      title + " — " + view.jury.session.code.text,
      (IsDraft(view) ? "PROJET - " : "") + view.jury.session.code.text + " - " + StateOf(view));
}

}  // namespace

bool IsDraft(const MinutesView& view) {
  return std::ranges::none_of(
      view.extracts, [](const ExtractView& extract) { return extract.decision.has_value(); });
}

std::string MinutesPage(const MinutesView& view) {
  Html html;
  AddHead(html, view, "Procès-verbal de délibération du jury");
  AddAppointment(html, view);
  AddMembers(html, view);
  AddRecusals(html, view);
  html.Add("h2", "Vérifications de la séance");
  AddChecks(html, view.jury.checks);
  AddSummary(html, view);
  html.Add("h2", "Détail par candidat");
  for (std::size_t i = 0; i < view.extracts.size(); ++i) {
    const CandidateView& candidate = view.jury.candidates[i];
    html.Open("section").Add(
        "h3", std::to_string(i + 1) + ". " + candidate.number + " " + NameOf(candidate));
    AddBlocks(html, view.extracts[i]);
    AddDecision(html, view.extracts[i]);
    AddGrounds(html, candidate, view.extracts[i]);
    html.Close();
  }
  html.Add("h2", "Observations du jury").Open("div", "blank").Close();
  AddSignatures(html, view);
  AddFoot(html, view);
  return Finished(std::move(html), view, "Procès-verbal");
}

std::string AttendancePage(const MinutesView& view) {
  Html html;
  AddHead(html, view, "Liste d'émargement du jury");
  html.OpenTable({"Membre", "Collège", "Qualité", "Arrivée", "Départ", "Signature"});
  const auto add = [&](const std::string& name, const std::string& college,
                       const std::string& capacity, const PersonId& person) {
    bool recorded = false;
    for (const AttendanceView& attendance : view.attendance) {
      if (attendance.person != person) continue;
      const AttendanceSigned& fact = attendance.fact;
      html.AddRow({name, college, capacity, fact.from ? ToText(*fact.from) : "—",
                   fact.to ? ToText(*fact.to) : "—", SignatureText(attendance)});
      recorded = true;
    }
    if (!recorded) html.AddRow({name, college, capacity, "", "", ""});
  };
  for (const SeatView& seat : view.jury.seats) {
    add(SeatName(seat), French(seat.college), French(seat.capacity), seat.person);
  }
  for (const AttendanceView* other : Others(view)) {
    add(other->name, "—", "sans être membre du jury", other->person);
  }
  html.CloseTable();
  html.Add("p", "Chaque membre signe lui-même ; personne ne signe pour un autre.");
  html.Add("h2", "La présidence du jury certifie la liste");
  std::vector<std::string> chair;
  for (const SeatView& seat : view.jury.seats) {
    if (seat.chair) chair.push_back(SeatName(seat));
  }
  AddBoxes(html, chair);
  AddFoot(html, view);
  return Finished(std::move(html), view, "Liste d'émargement");
}

std::string ExtractPage(const MinutesView& view, std::size_t index) {
  const CandidateView& candidate = view.jury.candidates[index];
  const ExtractView& extract = view.extracts[index];
  Html html;
  AddHead(html, view, "Extrait du procès-verbal de délibération du jury");
  html.Add("h2", candidate.number + " " + NameOf(candidate));
  AddBlocks(html, extract);
  AddDecision(html, extract);
  AddGrounds(html, candidate, extract);
  html.Add("h2", "Vérifications de la séance");
  AddChecks(html, view.jury.checks);
  html.Add("h2", IsDraft(view) ? "Signature" : "Pour extrait conforme au procès-verbal");
  AddBoxes(html, {extract.decision ? extract.decision->chair : "Présidence du jury", "Fait à, le"});
  AddFoot(html, view);
  return Finished(std::move(html), view, "Extrait du procès-verbal");
}

}  // namespace cartulary::cli
