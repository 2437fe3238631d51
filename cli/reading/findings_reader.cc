#include "cli/reading/findings_reader.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "cli/moment.h"
#include "cli/option_values.h"
#include "cli/output/text.h"
#include "core/evaluate/jury.h"
#include "core/findings/checks.h"
#include "core/subjects.h"
#include "projections/findings.h"

namespace cartulary::cli {
namespace {

std::optional<std::uint64_t> ParseNumber(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// The index of the first event at or after what `since` names.
OrFailure<Index> FirstSince(const EventLog& log, const std::string& since) {
  if (const auto index = ParseNumber(since)) return Index{*index};
  // A day stands for its last moment: since the 3rd is after the 2nd.
  const auto day = Date::Parse(since);
  const std::string before = day ? ToText(Date{day->days - 1}) : since;
  if (day && !Date::Parse(before)) return Index{0};
  const auto moment = ParseMoment(before);
  if (!moment) {
    return Failure{
        .message = Said("--since: '{0}' is no index, day or moment",
                        "--since : « {0} » n'est ni un numéro, ni un jour, ni un instant",
                        Shortened(since)),
        .hint = Said("write the index of an event, or 2026-02-28, or 2026-02-28T09:30:00Z",
                     "écrivez le numéro d'un événement, ou 2026-02-28, ou 2026-02-28T09:30:00Z")};
  }
  CARTULARY_ASSIGN_OR_RETURN(const auto last, FindLastRecorded(log, *moment));
  return last ? Index{last->value + 1} : Index{0};
}

OrFailure<Ok> CheckCodes(const std::vector<std::string>& codes) {
  for (const std::string& code : codes) {
    if (FindCheck(code) != nullptr) continue;
    std::vector<std::string_view> known;
    for (const Check& check : Checks()) known.push_back(check.info.code);
    return Failure{.message = Said("--code: there is no check '{0}'",
                                   "--code : il n'y a pas de contrôle « {0} »", Shortened(code)),
                   .hint = Suggestion(code, known)};
  }
  return Ok{};
}

std::optional<BindingRules> RulesOf(const std::optional<Published>& asked) {
  if (!asked) return std::nullopt;
  return BindingRules{{asked->revision.fact.number, asked->revision.fact.text}, asked->rules};
}

OrFailure<std::vector<Finding>> Collect(Reading& reading, const FindingsQuestion& question) {
  CARTULARY_ASSIGN_OR_RETURN(const StateStore* state, reading.store().CurrentState());
  auto findings =
      CollectFindings(reading.store().projections(), *state, reading.reader(), question);
  if (!findings) return findings.error();
  return *std::move(findings);
}

// The answers that stand on a date, by what they name; of several, the last.
using Answers = std::map<Hash, FindingAnswer>;
OrFailure<Answers> ReadAnswers(Reading& reading, Date on) {
  const Subject system = SystemSubject(reading.store().hasher());
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream stream, reading.reader().LoadStream(system));
  Answers answers;
  for (const auto& noted : HeldOn<FindingNoted>(stream, on)) {
    answers[noted->finding] = {noted->status, noted.entry->index, noted.entry->effective, {}, {}};
  }
  if (answers.empty()) return answers;
  std::map<Index, FindingAnswer*> wanted;
  for (auto& [finding, answer] : answers) wanted[answer.index] = &answer;
  CARTULARY_RETURN_IF_ERROR(reading.store().log().ReadStream(
      system, {}, [&](const Event& event, std::string_view) -> Result<Visit> {
        const auto at = wanted.find(event.index);
        if (at == wanted.end()) return Visit::kGoOn;
        FindingAnswer& answer = *at->second;
        answer.actor = reading.identities().Label(event.by.actor.person);
        if (event.by.reason) answer.reason = event.by.reason->text;
        const std::string words = reading.identities().ReasonWordsOf(system, event.version);
        if (!words.empty()) answer.reason += " (" + words + ")";
        return Visit::kGoOn;
      }));
  return answers;
}

// The answer that covers the finding; none: it is open.
std::optional<FindingAnswer> AnswerTo(Reading& reading, const Finding& finding,
                                      const Answers& answers) {
  if (answers.empty()) return std::nullopt;
  const auto answer = answers.find(NameOf(finding, reading.store().hasher()));
  if (answer == answers.end()) return std::nullopt;
  return answer->second;
}

OrFailure<FindingView> ViewOf(Reading& reading, Finding finding,
                              std::optional<FindingAnswer> answer, Date on) {
  FindingView view;
  view.answer = std::move(answer);
  if (finding.learner) {
    const LearnerId& registration = finding.registration ? *finding.registration : *finding.learner;
    CARTULARY_ASSIGN_OR_RETURN(const auto who, NameRegistration(reading, registration, on));
    view.number = who.number;
    view.now = who.now;
    view.name = who.name;
  }
  if (finding.jury) {
    CARTULARY_ASSIGN_OR_RETURN(const FoldedStream stream,
                               reading.reader().LoadStream(SubjectOf(*finding.jury)));
    for (const Entry& entry : stream.entries) {
      const auto* appointed = std::get_if<JuryAppointed>(&entry.fact);
      if (appointed != nullptr && !entry.IsOut()) view.session = appointed->code.text;
    }
  }
  std::vector<std::string> names;
  for (const LearnerId& registration : finding.registrations) {
    CARTULARY_ASSIGN_OR_RETURN(const auto who, reading.identities().Find(SubjectOf(registration)));
    names.push_back(who.number.empty() ? ToText(registration) : who.number);
  }
  for (const PersonId& person : finding.persons)
    names.push_back(reading.identities().Label(person));
  std::ranges::sort(names);
  for (const std::string& name : names) view.persons += (view.persons.empty() ? "" : ", ") + name;
  CARTULARY_RETURN_IF_ERROR(reading.identities().status());
  view.finding = std::move(finding);
  return view;
}

Failure NoFinding(std::string_view id, Date on) {
  return Failure{.status = ExitStatus::kNotFound,
                 .message = Said("there is no finding '{0}' on {1}",
                                 "il n'y a pas de constat « {0} » au {1}", Shortened(id), on),
                 .hint = Said("`cartulary findings` lists them; one whose cause was corrected is "
                              "there no more, and is as of then (--as-of)",
                              "`cartulary findings` les énumère ; celui dont la cause a été "
                              "rectifiée n'y est plus, mais l'est à la date d'alors (--as-of)")};
}

// Narrows the question to the stream of the event that an id names; none if it names none.
OrFailure<std::optional<FindingsQuestion>> QuestionOf(Reading& reading, std::string_view id,
                                                      const std::optional<Published>& asked,
                                                      Date on) {
  const std::size_t colon = id.find(':');
  if (FindCheck(id.substr(0, colon)) == nullptr || colon == id.npos) {
    return std::optional<FindingsQuestion>();
  }
  const std::string_view rest = id.substr(colon + 1);
  const auto index = ParseNumber(rest.substr(0, rest.find(':')));
  if (!index || *index >= reading.reader().size()) return std::optional<FindingsQuestion>();
  FindingsQuestion question{
      .on = on, .learner = {}, .session = {}, .rules = RulesOf(asked), .keep = {}};
  question.keep = [id](const Finding& finding) { return finding.id == id; };
  // What leans on a ground is in other streams than the ground.
  if (id.substr(0, colon) == kGroundEnteredLate) return std::optional(std::move(question));
  CARTULARY_RETURN_IF_ERROR(reading.store().log().ReadLog(
      {*index}, [&](const Event& event, std::string_view) -> Result<Visit> {
        if (event.kind == StreamKind::kLearner) {
          question.learner = IdFrom<LearnerId>(event.subject);
        } else if (event.kind == StreamKind::kJury) {
          question.session = IdFrom<JuryId>(event.subject);
        }
        return Visit::kStop;
      }));
  return std::optional(std::move(question));
}

}  // namespace

Hash NameOf(const Finding& finding, const Hasher& hasher) {
  return hasher.Sha256(NotedText(finding));
}

OrFailure<Viewpoint> FindingsViewpoint(Reading& reading, const std::optional<Published>& asked,
                                       Date on) {
  Viewpoint viewpoint = ViewpointOf(reading.reader(), on);
  CARTULARY_ASSIGN_OR_RETURN(viewpoint.rules, AppliedRules(reading));
  if (!asked) return viewpoint;
  const RevisionPublished& fact = asked->revision.fact;
  CARTULARY_ASSIGN_OR_RETURN(const auto used, cli::RulesOf(reading, asked, {}));
  for (RulesUsed& rules : viewpoint.rules) {
    if (rules.certification == fact.certification && rules.edition == fact.edition) {
      rules = used.front();
    }
  }
  return viewpoint;
}

OrFailure<FindingsView> ReadFindings(Reading& reading, const FindingsFilter& filter,
                                     const std::optional<Published>& asked, Date on) {
  FindingsQuestion question{
      .on = on, .learner = {}, .session = {}, .rules = RulesOf(asked), .keep = {}};
  Index since;
  if (filter.since) {
    CARTULARY_ASSIGN_OR_RETURN(since, FirstSince(reading.store().log(), *filter.since));
  }
  Severity least = Severity::kInfo;
  if (filter.severity) {
    CARTULARY_ASSIGN_OR_RETURN(
        least, ParseName<Severity>("--severity", Said("severity", "de gravité"), *filter.severity));
  }
  CARTULARY_RETURN_IF_ERROR(CheckCodes(filter.codes));
  if (filter.learner) {
    CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier, reading.FindLearner(*filter.learner));
    question.learner = IdFrom<LearnerId>(dossier.subject);
  }
  const std::set<std::string, std::less<>> codes(filter.codes.begin(), filter.codes.end());
  question.keep = [&](const Finding& finding) {
    return since <= finding.last_event() && least <= finding.check->severity &&
           (codes.empty() || codes.contains(finding.check->code));
  };
  CARTULARY_ASSIGN_OR_RETURN(auto findings, Collect(reading, question));
  CARTULARY_ASSIGN_OR_RETURN(const Answers answers, ReadAnswers(reading, on));
  FindingsView view;
  CARTULARY_ASSIGN_OR_RETURN(view.viewpoint, FindingsViewpoint(reading, asked, on));
  for (Finding& finding : findings) {
    auto answer = AnswerTo(reading, finding, answers);
    if (answer) ++view.noted;
    if (answer && !filter.noted) continue;
    CARTULARY_ASSIGN_OR_RETURN(view.findings.emplace_back(),
                               ViewOf(reading, std::move(finding), std::move(answer), on));
  }
  return view;
}

OrFailure<std::vector<FindingView>> ReadAgainst(Reading& reading, const VerdictView& verdict) {
  std::vector<FindingView> views;
  if (!verdict.decision) return views;
  const Date on = verdict.verdict.on;
  const JuryId& jury = verdict.decision->fact.jury;
  CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier,
                             reading.reader().LoadDossier(verdict.verdict.learner, on));
  std::set<Index> others;  // Decisions, with findings of their own.
  for (const auto& decision : HeldOn<JuryDecisionRecorded>(dossier, on)) {
    others.insert(decision.entry->index);
  }
  others.erase(verdict.decision->index);
  const RulesUsed& used = verdict.viewpoint.rules.front();
  FindingsQuestion question{.on = on,
                            .learner = verdict.verdict.learner,
                            .session = {},
                            .rules = BindingRules{{used.number, used.sha256}, verdict.rules},
                            .keep = {}};
  question.keep = [&](const Finding& finding) {
    return finding.check->severity == Severity::kSerious && !others.contains(finding.about) &&
           finding.enrolment.value_or(verdict.verdict.enrolment) == verdict.verdict.enrolment &&
           finding.jury.value_or(jury) == jury;
  };
  CARTULARY_ASSIGN_OR_RETURN(auto findings, Collect(reading, question));
  CARTULARY_ASSIGN_OR_RETURN(const Answers answers, ReadAnswers(reading, on));
  for (Finding& finding : findings) {
    auto answer = AnswerTo(reading, finding, answers);
    CARTULARY_ASSIGN_OR_RETURN(views.emplace_back(),
                               ViewOf(reading, std::move(finding), std::move(answer), on));
  }
  return views;
}

OrFailure<FindingView> ReadFinding(Reading& reading, std::string_view id,
                                   const std::optional<Published>& asked, Date on) {
  CARTULARY_ASSIGN_OR_RETURN(const auto question, QuestionOf(reading, id, asked, on));
  if (!question) return NoFinding(id, on);
  CARTULARY_ASSIGN_OR_RETURN(auto findings, Collect(reading, *question));
  if (findings.empty()) return NoFinding(id, on);
  CARTULARY_ASSIGN_OR_RETURN(const Answers answers, ReadAnswers(reading, on));
  Finding& finding = findings.front();
  auto answer = AnswerTo(reading, finding, answers);
  return ViewOf(reading, std::move(finding), std::move(answer), on);
}

}  // namespace cartulary::cli
