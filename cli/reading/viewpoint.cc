#include "cli/reading/viewpoint.h"

#include <charconv>
#include <utility>
#include <variant>

#include "cli/context.h"
#include "cli/moment.h"
#include "cli/output/text.h"
#include "cli/reading/reading.h"
#include "cli/render/page.h"
#include "cli/render/words.h"
#include "core/fold/editions.h"
#include "core/subjects.h"

namespace cartulary::cli {
namespace {

Failure EmptyLog() {
  return Failure{
      .status = ExitStatus::kNotFound,
      .message = Said("the log has no event yet", "le journal n'a encore aucun événement"),
      .hint = Said("leave --as-of out", "omettez --as-of")};
}

// When an event was recorded; none if there is no such event.
Result<std::optional<Instant>> RecordedOf(const EventLog& log, Index index) {
  std::optional<Instant> recorded;
  CARTULARY_RETURN_IF_ERROR(
      log.ReadLog(index, [&](const Event& event, std::string_view) -> Result<Visit> {
        recorded = event.recorded;
        return Visit::kStop;
      }));
  return recorded;
}

std::string NameOf(const RulesUsed& rules) {
  return rules.certification.text + "@" + std::to_string(rules.number);
}

Text StateOf(const RulesUsed& rules) {
  if (rules.number == 0) {
    return Said("a text of {0} that is not published", "un texte de {0} qui n'est pas publié",
                rules.certification);
  }
  if (rules.applied) return cartulary::WordsOf(NameOf(rules));
  return Said("{0} (not applied)", "{0} (non appliquée)", NameOf(rules));
}

Text WordsOf(const std::vector<RulesUsed>& rules) {
  if (rules.empty()) return Said("under no rules", "hors de toute règle");
  Text list;
  for (const RulesUsed& one : rules) {
    list = list.empty() ? StateOf(one) : Said("{0}, {1}", "{0}, {1}", list, StateOf(one));
  }
  return Said("under {0}", "selon {0}", list);
}

}  // namespace

Text WordsOf(const Viewpoint& viewpoint) {
  const Text known = viewpoint.as_of ? Said("As of event #{0} ({1})", "À l'événement #{0} ({1})",
                                            viewpoint.as_of->value, viewpoint.recorded)
                                     : Said("As of an empty log", "Journal encore vide");
  const Text day = viewpoint.on ? Said("on {0}", "au {0}", *viewpoint.on)
                                : Said("whatever the day", "à toute date");
  const Text line = Said("{0}, {1}, {2}.", "{0}, {1}, {2}.", known, day, WordsOf(viewpoint.rules));
  if (!viewpoint.bound || viewpoint.bound->others == 0) return line;
  const Bound& bound = *viewpoint.bound;
  if (bound.bound + bound.others == 1) {
    return Said("{0} It does not bind this enrolment, which comes under other rules.",
                "{0} Elle ne lie pas ce parcours, qui relève d'autres règles.", line);
  }
  return Said("{0} It binds {1} of {2} enrolments; the others come under other rules.",
              "{0} Elle lie {1} parcours sur {2} ; les autres relèvent d'autres règles.", line,
              bound.bound, bound.bound + bound.others);
}

Json Stated(const Viewpoint& viewpoint, Json answer) {
  Json stated = Json::object();
  stated["as_of"] = nullptr;
  if (viewpoint.as_of) {
    stated["as_of"] = {{"index", viewpoint.as_of->value}, {"recorded", ToText(viewpoint.recorded)}};
  }
  stated["on"] = viewpoint.on ? Json(ToText(*viewpoint.on)) : Json();
  stated["rules"] = Json::array();
  for (const RulesUsed& rules : viewpoint.rules) {
    stated["rules"].push_back({{"revision", rules.number == 0 ? Json() : Json(NameOf(rules))},
                               {"edition", rules.edition.text},
                               {"sha256", ToText(rules.sha256)},
                               {"applied", rules.applied}});
  }
  if (viewpoint.bound) {
    stated["bound"] = {{"bound", viewpoint.bound->bound}, {"others", viewpoint.bound->others}};
  }
  for (auto& [key, value] : answer.items()) stated[key] = std::move(value);
  return stated;
}

void SayViewpoint(const Viewpoint& viewpoint, const Context& context) {
  if (!context.IsForPeople()) return;
  Page page;
  page.Add(0, Say(context.options.language, WordsOf(viewpoint)), 2);
  context.streams.out << '\n' << page.text();
}

OrFailure<std::optional<Index>> AsOfIndex(const Context& context, const Store& store) {
  if (!context.options.as_of) return std::optional<Index>();
  const std::string& text = *context.options.as_of;
  CARTULARY_ASSIGN_OR_RETURN(const Head head, store.log().ReadHead());
  std::uint64_t index = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), index);
  if (!text.empty() && parsed.ec == std::errc() && parsed.ptr == text.data() + text.size()) {
    if (index < head.size) return std::optional<Index>(Index{index});
    if (head.size == 0) return EmptyLog();
    return Failure{.status = ExitStatus::kNotFound,
                   .message = Said("the log has {0} events; {1} is not the index of one",
                                   "le journal a {0} événements ; {1} n'est le numéro d'aucun",
                                   head.size, Shortened(text)),
                   .hint = Said("indexes count from 0", "les numéros commencent à 0")};
  }
  const auto moment = ParseMoment(text);
  if (!moment) {
    return Failure{
        .message = Said("--as-of: '{0}' is neither an index nor a moment",
                        "--as-of : « {0} » n'est ni un numéro ni un instant", Shortened(text)),
        .hint = Said("write a moment as 2026-02-28T09:30:00Z, or a day as 2026-02-28",
                     "écrivez un instant comme 2026-02-28T09:30:00Z, ou un jour comme 2026-02-28")};
  }
  CARTULARY_ASSIGN_OR_RETURN(const auto found, FindLastRecorded(store.log(), *moment));
  if (!found) {
    CARTULARY_ASSIGN_OR_RETURN(const auto first, RecordedOf(store.log(), Index{0}));
    if (!first) return EmptyLog();
    return Failure{.status = ExitStatus::kNotFound,
                   .message = Said("nothing was recorded at or before {0}",
                                   "rien n'était enregistré à l'instant {0}", text),
                   .hint = Said("the log begins on {0}", "le journal commence le {0}", *first)};
  }
  return found;
}

OrFailure<std::optional<Published>> AskedRules(Reading& reading, const Context& context) {
  if (!context.options.rules) return std::optional<Published>();
  const std::string& written = *context.options.rules;
  CARTULARY_ASSIGN_OR_RETURN(const RevisionName name, ParseRevision(written));
  if (!name.revision) {
    return Failure{
        .message = Said("--rules {0}: names no revision; write CODE@N",
                        "--rules {0} : ne désigne aucune révision ; écrivez CODE@N", written),
        .hint =
            Said("`cartulary referential list` shows the revisions; `cartulary replay` tries a "
                 "file",
                 "`cartulary referential list` montre les révisions ; `cartulary replay` essaie "
                 "un fichier")};
  }
  // At the head, and not at the cut.
  CARTULARY_ASSIGN_OR_RETURN(const RegisterReader head, reading.store().Reader());
  CARTULARY_ASSIGN_OR_RETURN(auto published, FindPublished(reading, head, name));
  return std::optional(std::move(published));
}

Text NotBoundBy(const Published& asked) {
  return Said("not judged: {0} is of edition {1}, which does not bind this enrolment",
              "non jugé : {0} est de l'édition {1}, qui ne lie pas ce parcours", NameOf(asked),
              asked.revision.fact.edition);
}

Result<Viewpoint> ViewpointOf(const EventLog& log, std::optional<Index> as_of) {
  Viewpoint viewpoint;
  CARTULARY_ASSIGN_OR_RETURN(const Head head, log.ReadHead());
  viewpoint.as_of = as_of;
  if (!as_of && head.size > 0) viewpoint.as_of = Index{head.size - 1};
  if (!viewpoint.as_of) return viewpoint;
  CARTULARY_ASSIGN_OR_RETURN(const auto recorded, RecordedOf(log, *viewpoint.as_of));
  if (recorded) viewpoint.recorded = *recorded;
  return viewpoint;
}

Viewpoint ViewpointOf(const RegisterReader& reader, std::optional<Date> on) {
  Viewpoint viewpoint;
  if (reader.size() > 0) viewpoint.as_of = Index{reader.size() - 1};
  viewpoint.recorded = reader.recorded();
  viewpoint.on = on;
  return viewpoint;
}

RulesUsed UsedRules(const FoldedStream& referential, const RevisionPublished& revision) {
  const auto applied = FindAppliedRevision(referential, revision.edition);
  return {revision.certification, revision.number, revision.edition, revision.text,
          applied && applied->number == revision.number};
}

OrFailure<std::vector<RulesUsed>> AppliedRules(Reading& reading,
                                               const std::set<CertificationCode>& certifications) {
  std::vector<RulesUsed> used;
  for (const CertificationCode& certification : certifications) {
    const Subject subject = SubjectOf(reading.store().hasher(), certification);
    CARTULARY_ASSIGN_OR_RETURN(const FoldedStream stream, reading.reader().LoadStream(subject));
    for (const Entry& entry : stream.entries) {
      const auto* revision = std::get_if<RevisionPublished>(&entry.fact);
      if (revision == nullptr || entry.IsOut()) continue;
      const RulesUsed one = UsedRules(stream, *revision);
      if (one.applied) used.push_back(one);
    }
  }
  return used;
}

OrFailure<std::vector<RulesUsed>> AppliedRules(Reading& reading) {
  std::set<CertificationCode> all;
  CARTULARY_RETURN_IF_ERROR(
      reading.ForEachReference(StreamKind::kReferential, [&](const FoldedStream& stream) -> Status {
        for (const Entry& entry : stream.entries) {
          const auto* edition = std::get_if<EditionPublished>(&entry.fact);
          if (edition != nullptr) all.insert(edition->certification);
        }
        return Ok{};
      }));
  return AppliedRules(reading, all);
}

OrFailure<std::vector<RulesUsed>> RulesOf(Reading& reading, const std::optional<Published>& asked,
                                          const std::set<CertificationCode>& certifications) {
  if (!asked) return AppliedRules(reading, certifications);
  const RevisionPublished& revision = asked->revision.fact;
  const Subject subject = SubjectOf(reading.store().hasher(), revision.certification);
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream stream, reading.reader().LoadStream(subject));
  return std::vector<RulesUsed>{UsedRules(stream, revision)};
}

}  // namespace cartulary::cli
