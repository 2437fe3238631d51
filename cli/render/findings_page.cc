#include "cli/render/findings_page.h"

#include <algorithm>
#include <map>

#include "cli/render/page.h"
#include "cli/render/verdict_view.h"
#include "cli/render/words.h"

namespace cartulary::cli {
namespace {

constexpr std::size_t kLabelWidth = 16;

// Whom or what it is about: a learner, a session, a certification.
std::string SubjectOf(const FindingView& view, Language language) {
  const std::string number = RegistrationText(view.number, view.now, language);
  if (!number.empty()) return view.name.empty() ? number : number + " " + view.name;
  if (!view.session.empty()) return view.session;
  return view.finding.certification ? view.finding.certification->text : "";
}

// "3 serious, 5 warning"
std::string CountsOf(const std::vector<const FindingView*>& findings, Language language) {
  std::map<Severity, std::size_t, std::greater<>> counts;
  for (const FindingView* view : findings) ++counts[view->finding.check->severity];
  std::string text;
  for (const auto& [severity, count] : counts) {
    text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + Short(language, severity);
  }
  return text;
}

void AddFinding(Page& page, const FindingView& view, Language language) {
  const CheckInfo& check = *view.finding.check;
  const std::string subject = SubjectOf(view, language);
  page.Add(0,
           view.finding.id + "  " + Short(language, check.severity) +
               (subject.empty() ? "" : "  " + subject),
           4);
  page.Add(4, Say(language, WordsOf(check.label)) + Say(language, ": ", " : ") +
                  SentenceOf(view, language) + " (" + EventsOf(view.finding.evidence) + ")");
}

// "justified by Claire Martin on 2026-11-25 (#1093): paper_list"
std::string AnswerText(const FindingAnswer& answer, Language language) {
  return Short(language, answer.status) + Say(language, " by ", " par ") + answer.actor +
         Say(language, " on ", " le ") + ToText(answer.noted) + " (#" +
         std::to_string(answer.index.value) + ")" + Say(language, ": ", " : ") + answer.reason;
}

std::vector<const FindingView*> BySeverity(const FindingsView& view, bool answered) {
  std::vector<const FindingView*> sorted;
  for (const FindingView& finding : view.findings) {
    if (finding.answer.has_value() == answered) sorted.push_back(&finding);
  }
  std::ranges::stable_sort(sorted, std::greater<>(), [](const FindingView* finding) {
    return finding->finding.check->severity;
  });
  return sorted;
}

Json IndexesOf(const std::vector<Cited>& events) {
  Json list = Json::array();
  for (const Cited& cited : events) list.push_back(cited.index.value);
  return list;
}

Json OrNull(const std::string& text) { return text.empty() ? Json() : Json(text); }

// "chair_counts_as = by_declaration, settled by reglement, article 12"
std::string AssumptionText(const AssumptionCode& code, const Referential& rules,
                           Language language) {
  const Assumption* assumption = FindAssumption(rules, code);
  if (assumption == nullptr) return code.text;
  std::string text = code.text + " = " + assumption->value;
  if (!assumption->settlement) return text + Say(language, ", not settled", ", non tranchée");
  return text + Say(language, ", settled by ", ", tranchée par ") +
         assumption->settlement->document + ", " + assumption->settlement->article;
}

void AddRule(Page& page, const Finding& finding, Language language) {
  page.AddLabelled(0, kLabelWidth, Say(language, "Source", "Source"),
                   Say(language, WordsOf(finding.check->source)));
  if (finding.requirement != nullptr) {
    page.AddLabelled(
        0, kLabelWidth, Say(language, "Requirement", "Exigence"),
        Say(language, finding.requirement->label) + " (" + finding.rules->certification.text + "@" +
            std::to_string(finding.revision) + ", " + finding.requirement->id.text + ")");
    page.AddLabelled(0, kLabelWidth, Say(language, "Rule", "Règle"),
                     SourceOf(*finding.requirement, language));
  }
  page.AddLabelled(0, kLabelWidth, Say(language, "Reading", "Lecture retenue"),
                   Say(language, WordsOf(finding.check->reading)));
  for (const AssumptionCode& code : finding.assumptions) {
    page.AddLabelled(0, kLabelWidth, Say(language, "Assumption", "Hypothèse"),
                     AssumptionText(code, *finding.rules, language));
  }
}

std::string SumOf(const std::vector<const FindingView*>& open, Language language) {
  return Count(open.size(), Say(language, "finding", "constat"),
               Say(language, "findings", "constats")) +
         Say(language, ": ", " : ") + CountsOf(open, language) +
         Say(language, ". `cartulary findings show ID` tells the whole of one.",
             ". `cartulary findings show ID` dit tout de l'un d'eux.");
}

}  // namespace

std::size_t OpenIn(const std::vector<FindingView>& findings) {
  return static_cast<std::size_t>(
      std::ranges::count_if(findings, [](const FindingView& found) { return !found.answer; }));
}

std::string SentenceOf(const FindingView& view, Language language) {
  const std::string& text = Say(language, view.finding.text);
  return view.persons.empty() ? text : text + Say(language, ": ", " : ") + view.persons;
}

void AddAgainst(Page& page, const std::vector<FindingView>& findings, const VerdictView& view,
                Language language) {
  if (findings.empty()) return;
  page.AddHeading(Say(language, "Serious findings", "Constats graves") + " (" +
                  std::to_string(findings.size()) + ")");
  for (const FindingView& found : findings) {
    page.Add(
        2,
        std::string(found.finding.check->code) + Say(language, ": ", " : ") +
            SentenceOf(found, language) + Say(language, "; ", " ; ") + "`cartulary findings show " +
            found.finding.id + "`" +
            (found.answer ? Say(language, "; ", " ; ") + AnswerText(*found.answer, language) : ""),
        2);
  }
  if (!view.decision || view.decision->session.empty()) return;
  page.Add(2, Say(language, "the whole session: ", "toute la session : ") +
                  "`cartulary jury check " + view.decision->session.text + "`");
}

Json AgainstJson(const std::vector<FindingView>& findings) {
  Json list = Json::array();
  for (const FindingView& found : findings) {
    list.push_back({{"id", found.finding.id},
                    {"code", found.finding.check->code},
                    {"finding", SentenceOf(found, Language::kEnglish)},
                    {"evidence", IndexesOf(found.finding.evidence)},
                    {"status", found.answer ? ToName(found.answer->status) : "open"}});
  }
  return list;
}

std::string FindingsPage(const FindingsView& view, const Look& look) {
  const Language language = look.language;
  Page page(look.bold);
  const auto open = BySeverity(view, false);
  const auto answered = BySeverity(view, true);
  for (const FindingView* finding : open) {
    page.AddBlank();
    AddFinding(page, *finding, language);
  }
  if (!answered.empty()) {
    page.AddHeading(Say(language, "Noted", "Constats annotés") + " (" +
                    std::to_string(answered.size()) + ")");
  }
  for (const FindingView* finding : answered) {
    AddFinding(page, *finding, language);
    page.Add(4, AnswerText(*finding->answer, language));
  }
  page.AddBlank();
  page.Add(0, open.empty() ? Say(language, "nothing to look at", "rien à examiner")
                           : SumOf(open, language));
  if (view.noted != answered.size()) {
    const bool one = view.noted == 1;
    page.Add(0, Count(view.noted, Say(language, "finding is noted", "constat est annoté"),
                      Say(language, "findings are noted", "constats sont annotés")) +
                    (one ? Say(language, ": `--noted` shows it", " : `--noted` le montre")
                         : Say(language, ": `--noted` shows them", " : `--noted` les montre")));
  }
  return page.text();
}

Rows FindingsRows(const FindingsView& view) {
  Rows rows;
  rows.columns = {{"id", Said("ID", "IDENTIFIANT")},
                  {"code", Said("CODE", "CODE")},
                  {"severity", Said("SEVERITY", "GRAVITÉ")},
                  {"learner", Said("LEARNER", "APPRENANT")},
                  {"now", Said("NOW", "AUJOURD'HUI")},
                  {"name", Said("NAME", "NOM")},
                  {"session", Said("SESSION", "SESSION")},
                  {"certification", Said("CERTIFICATION", "CERTIFICATION")},
                  {"finding", Said("FINDING", "CONSTAT")},
                  {"evidence", Said("EVIDENCE", "PREUVES")},
                  {"source", Said("SOURCE", "SOURCE")},
                  {"requirement", Said("REQUIREMENT", "EXIGENCE")},
                  {"status", Said("STATUS", "ÉTAT")},
                  {"reason", Said("REASON", "MOTIF")}};
  std::map<std::string, std::size_t> counts;
  auto sorted = BySeverity(view, false);
  const auto answered = BySeverity(view, true);
  sorted.insert(sorted.end(), answered.begin(), answered.end());
  for (const FindingView* found : sorted) {
    const Finding& finding = found->finding;
    const CheckInfo& check = *finding.check;
    rows.rows.push_back(
        {finding.id, check.code, ToName(check.severity), OrNull(found->number), OrNull(found->now),
         OrNull(found->name), OrNull(found->session),
         finding.certification ? Json(finding.certification->text) : Json(),
         SentenceOf(*found, Language::kEnglish), IndexesOf(finding.evidence), check.source.en,
         finding.requirement == nullptr ? Json() : Json(finding.requirement->id.text),
         found->answer ? ToName(found->answer->status) : "open",
         found->answer ? Json(found->answer->reason) : Json()});
    ++counts[std::string(ToName(check.severity))];
  }
  rows.about =
      Stated(view.viewpoint,
             Json{{"count", view.findings.size()}, {"noted", view.noted}, {"severities", counts}});
  return rows;
}

std::string FindingPage(const FindingView& view, const EventNotes& notes, const Look& look) {
  const Language language = look.language;
  const Finding& finding = view.finding;
  const CheckInfo& check = *finding.check;
  Page page(look.bold);
  page.AddHeading(finding.id + "  " + Short(language, check.severity));
  const auto row = [&](std::string_view english, std::string_view french, std::string_view text) {
    if (!text.empty()) page.AddLabelled(0, kLabelWidth, Say(language, english, french), text);
  };
  row("Check", "Contrôle", Say(language, WordsOf(check.label)));
  row("About", "Concerne", SubjectOf(view, language));
  row("Found", "Constat", SentenceOf(view, language));
  AddRule(page, finding, language);
  row("What next", "Suites", Say(language, WordsOf(check.next)));
  row("Answer", "Réponse", view.answer ? AnswerText(*view.answer, language) : "");
  page.AddHeading(Say(language, "Evidence", "Preuves") + " (" +
                  std::to_string(finding.evidence.size()) + ")");
  for (const Cited& cited : finding.evidence) {
    const auto note = notes.find(cited.index);
    if (note != notes.end()) AddEvent(page, "  ", note->second, language);
  }
  return page.text();
}

Json FindingJson(const FindingView& view, const EventNotes& notes) {
  const Finding& finding = view.finding;
  const CheckInfo& check = *finding.check;
  Json json{{"id", finding.id},
            {"code", check.code},
            {"severity", ToName(check.severity)},
            {"label", check.label.en},
            {"learner", OrNull(view.number)},
            {"now", OrNull(view.now)},
            {"name", OrNull(view.name)},
            {"session", OrNull(view.session)},
            {"finding", SentenceOf(view, Language::kEnglish)},
            {"source", check.source.en},
            {"reading", check.reading.en},
            {"next", check.next.en}};
  json["certification"] = finding.certification ? Json(finding.certification->text) : Json();
  json["revision"] = finding.rules == nullptr ? Json() : Json(finding.revision);
  json["requirement"] = Json();
  if (finding.requirement != nullptr) {
    const Source& source = finding.requirement->source;
    json["requirement"] = {{"id", finding.requirement->id.text},
                           {"document", OrNull(source.document)},
                           {"place", OrNull(source.place)},
                           {"quote", OrNull(source.quote)}};
  }
  json["assumptions"] = Json::array();
  for (const AssumptionCode& code : finding.assumptions) {
    const Assumption* assumption = FindAssumption(*finding.rules, code);
    json["assumptions"].push_back(
        {{"id", code.text},
         {"value", assumption == nullptr ? Json() : Json(assumption->value)},
         {"settled", assumption != nullptr && assumption->settlement.has_value()}});
  }
  json["answer"] = Json();
  if (view.answer) {
    json["answer"] = {{"status", ToName(view.answer->status)},
                      {"index", view.answer->index.value},
                      {"noted", ToText(view.answer->noted)},
                      {"actor", view.answer->actor},
                      {"reason", view.answer->reason}};
  }
  json["evidence"] = Json::array();
  for (const Cited& cited : finding.evidence) {
    const auto note = notes.find(cited.index);
    if (note != notes.end()) json["evidence"].push_back(ToJson(note->second));
  }
  return json;
}

}  // namespace cartulary::cli
