// history: the time line of one subject.
#include <algorithm>
#include <map>
#include <ostream>
#include <set>

#include "cli/context.h"
#include "cli/finder.h"
#include "cli/json/write.h"
#include "cli/reading/reading.h"
#include "cli/reading/uncounted_reader.h"
#include "cli/render/event_note.h"
#include "cli/render/look.h"
#include "cli/render/passed_over.h"
#include "cli/store.h"
#include "cli/verbs/all.h"
#include "core/fold/fold.h"

namespace cartulary::cli {
namespace {

struct History {
  FoldedStream folded;
  std::vector<Event> events;
  std::vector<Hash> leaf_hashes;
  std::vector<PassedOverView> passed_over;  // Likewise of this stream, and as of then.
};

OrFailure<History> Load(Reading& reading, const Subject& subject) {
  History history;
  const Store& store = reading.store();
  const auto visit = [&](const Event& event, std::string_view message) -> Result<Visit> {
    if (event.index.value >= reading.reader().size()) return Visit::kStop;
    CARTULARY_RETURN_IF_ERROR(Fold(history.folded, event, store.log().passed_over()));
    history.events.push_back(event);
    history.leaf_hashes.push_back(store.hasher().LeafHash(message));
    return Visit::kGoOn;
  };
  CARTULARY_RETURN_IF_ERROR(store.log().ReadStream(subject, Version{}, visit));
  history.passed_over = PassedOverOf(store.log().passed_over(), subject);
  std::erase_if(history.passed_over, [&](const PassedOverView& one) {
    return one.what.index.value >= reading.reader().size();
  });
  return history;
}

// What counts for nothing on the day.
struct Uncounted {
  std::map<Index, Text> why;                   // By the events.
  std::set<CertificationCode> certifications;  // Whose rules had a part in it.
  Bound bound;                                 // Of the rules that are asked for.
};

// What is so from a later day only; of a learner also results that the rules leave out of account:
// those asked for, or else those applied.
OrFailure<Uncounted> UncountedOf(Reading& reading, const FoldedStream& stream,
                                 const std::optional<Published>& asked, Date on) {
  Uncounted uncounted;
  for (const Entry& entry : stream.entries) {
    if (entry.superseded || entry.effective <= on) continue;
    uncounted.why.emplace(entry.index, Said("not yet so on {0}", "ne vaut pas encore au {0}", on));
  }
  if (stream.kind != StreamKind::kLearner) return uncounted;
  for (const auto& enrolment : EnrolmentsOf(stream)) {
    if (!enrolment.entry->HoldsOn(on)) continue;
    const bool binds = !asked || Binds(*asked->rules, *TermsOf(stream, enrolment->enrolment, on));
    ++(binds ? uncounted.bound.bound : uncounted.bound.others);
    if (!binds) continue;
    const auto evaluated = reading.reader().EvaluateNow(
        IdFrom<LearnerId>(stream.subject), enrolment->enrolment, EvaluateBy(asked, on));
    if (!evaluated && evaluated.error().code == ErrorCode::kNotFound) continue;  // Not judged.
    if (!evaluated) return evaluated.error();
    uncounted.certifications.insert(enrolment->certification);
    const UncountedView view = ReadUncounted(*evaluated);
    for (const UncountedResult& result : view.results) {
      uncounted.why.emplace(result.event.index, WhyUncounted(result, view));
    }
  }
  return uncounted;
}

// What later events did to the fact at a version; empty if it stands.
std::string FateOf(const History& history, Version version) {
  const Entry* entry = FindEntry(history.folded, version);
  if (entry == nullptr || !entry->superseded) return "";
  const Version by = entry->superseded->by;
  const auto event = std::ranges::find(history.events, by, &Event::version);
  const bool voided =
      event != history.events.end() && std::holds_alternative<FactVoided>(event->fact);
  std::string fate = (voided ? "voided by " : "corrected by ") + std::to_string(by.value);
  if (entry->superseded->from) fate += " from " + ToText(*entry->superseded->from);
  return fate;
}

Rows RowsOf(const History& history, const std::vector<EventNote>& notes) {
  Rows rows{.columns = {{"version", Said("Version", "Version"), Column::Align::kRight},
                        {"index", Said("Index", "Numéro"), Column::Align::kRight},
                        {"effective", Said("Effective", "Effet")},
                        {"recorded", Said("Recorded", "Enregistré")},
                        {"type", Said("Type", "Type")},
                        {"fate", Said("Fate", "Devenir")},
                        {"actor", Said("Actor", "Auteur")},
                        {"fact", Said("Fact", "Fait")}},
            .rows = {},
            .about = {}};
  for (std::size_t i = 0; i < history.events.size(); ++i) {
    const Event& event = history.events[i];
    rows.rows.push_back(
        {event.version.value, event.index.value, ToText(event.by.effective),
         ToText(event.recorded_date), std::string(InfoOf(event.fact).name),
         notes[i].uncounted.empty() ? FateOf(history, event.version) : notes[i].uncounted.en,
         notes[i].actor, notes[i].summary.en});
  }
  return rows;
}

// The registrations that are one with this one, and where to look for what was recorded there.
struct MergedHistory {
  std::string number;
  bool survives = false;
  Index index;
};
OrFailure<std::vector<MergedHistory>> MergedWith(Reading& reading, const FoldedStream& stream,
                                                 Date on) {
  std::vector<MergedHistory> merged;
  for (const auto& held : HeldOn<LearnersMerged>(stream, on)) {
    CARTULARY_ASSIGN_OR_RETURN(const auto who, NameRegistration(reading, held->other, on));
    merged.push_back({who.number, !held->survivor, held.entry->index});
  }
  return merged;
}

// A version is what a correction names as its target.
std::string PageOf(const History& history, const std::vector<EventNote>& notes,
                   const std::vector<MergedHistory>& merged, const Look& look) {
  Page page(look.bold);
  const std::size_t width = std::to_string(notes.size() + history.passed_over.size()).size() + 2;
  const std::string rest(width + 1, ' ');
  const auto label = [&](Version version) {
    return Padded("v" + std::to_string(version.value), width) + " ";
  };
  auto left_out = history.passed_over.begin();
  const auto add_left_out = [&](std::optional<Version> before) {
    for (; left_out != history.passed_over.end(); ++left_out) {
      if (before && left_out->event.version > *before) return;
      page.AddPrefixed(label(left_out->event.version), rest,
                       Say(look.language, WordsOf(*left_out)));
    }
  };
  for (std::size_t i = 0; i < notes.size(); ++i) {
    add_left_out(history.events[i].version);
    AddEvent(page, label(history.events[i].version), rest, notes[i], look.language);
  }
  add_left_out(std::nullopt);
  if (!merged.empty()) page.AddBlank();
  for (const auto& [number, survives, index] : merged) {
    const std::string there = "`cartulary history " + number + "`";
    page.Add(0, survives ? Say(look.language,
                               Said("This registration goes on as {0} (#{1}); {2} shows what was "
                                    "recorded there.",
                                    "Ce dossier se poursuit sous le numéro {0} (n° {1}) ; {2} "
                                    "montre ce qui y a été enregistré.",
                                    number, index.value, there))
                         : Say(look.language,
                               Said("{0} was merged into this registration (#{1}); {2} shows what "
                                    "was recorded there, decisions and titles included.",
                                    "{0} a été réuni à ce dossier (n° {1}) ; {2} montre ce qui y a "
                                    "été enregistré, décisions et titres compris.",
                                    number, index.value, there)));
  }
  return page.text();
}

Failure NobodyJudged(const FoundStream& found) {
  return Failure{
      .message = Said("--rules: the rules judge learners, and {0} is of another kind: {1}",
                      "--rules : les règles jugent des apprenants, et {0} est d'une autre "
                      "nature : {1}",
                      IdText(found.kind, found.subject), found.kind),
      .hint = Said("leave --rules out", "omettez --rules")};
}

// Also by a number or a code that was corrected since.
OrFailure<FoundStream> FindSubject(Reading& reading, const std::string& who) {
  auto found = Finder(reading.store()).FindAny(who);
  if (found || found.error().status != ExitStatus::kNotFound) return found;
  const std::string name = who.substr(who.find(':') == who.npos ? 0 : who.find(':') + 1);
  for (const StreamKind kind : {StreamKind::kLearner, StreamKind::kPerson, StreamKind::kJury}) {
    const auto formerly = reading.FindFormerly(kind, name);
    if (formerly && *formerly) return FoundStream{kind, **formerly};
  }
  return found;
}

OrFailure<ExitStatus> RunHistory(const std::string& who, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  CARTULARY_ASSIGN_OR_RETURN(const FoundStream found, FindSubject(*reading, who));
  if (context.options.rules && found.kind != StreamKind::kLearner) return NobodyJudged(found);
  CARTULARY_ASSIGN_OR_RETURN(const auto asked, AskedRules(*reading, context));
  CARTULARY_ASSIGN_OR_RETURN(const History history, Load(*reading, found.subject));
  CARTULARY_ASSIGN_OR_RETURN(const Uncounted uncounted,
                             UncountedOf(*reading, history.folded, asked, context.On()));
  Viewpoint viewpoint = ViewpointOf(reading->reader(), context.On());
  CARTULARY_ASSIGN_OR_RETURN(viewpoint.rules, RulesOf(*reading, asked, uncounted.certifications));
  if (asked) viewpoint.bound = uncounted.bound;
  CARTULARY_ASSIGN_OR_RETURN(const auto merged, MergedWith(*reading, history.folded, context.On()));
  if (!context.options.json) {
    CARTULARY_ASSIGN_OR_RETURN(auto notes, reading->notes().ReadAll(found.subject));
    for (EventNote& note : notes) {
      if (const auto why = uncounted.why.find(note.index); why != uncounted.why.end()) {
        note.uncounted = why->second;
      }
    }
    if (context.options.csv || notes.empty()) {
      context.Print(RowsOf(history, notes),
                    Said("nothing was recorded by then", "rien n'était alors enregistré"));
    } else {
      context.streams.out << PageOf(history, notes, merged, LookOf(context));
    }
    SayViewpoint(viewpoint, context);
    return ExitStatus::kYes;
  }
  Json answer{{"kind", std::string(ToName(found.kind))},
              {"subject", IdText(found.kind, found.subject)},
              {"events", Json::array()}};
  for (const auto& [number, survives, index] : merged) {
    answer["merged"].push_back(
        {{"number", number}, {"survives", survives}, {"index", index.value}});
  }
  for (std::size_t i = 0; i < history.events.size(); ++i) {
    Json event = JsonOf(history.events[i], history.leaf_hashes[i]);
    const std::string fate = FateOf(history, history.events[i].version);
    if (!fate.empty()) event["fate"] = fate;
    const auto why = uncounted.why.find(history.events[i].index);
    if (why != uncounted.why.end()) {
      event["uncounted"] = {{"fr", why->second.fr}, {"en", why->second.en}};
    }
    answer["events"].push_back(std::move(event));
  }
  AddPassedOver(history.passed_over, answer);
  context.Print(Stated(viewpoint, std::move(answer)));
  return ExitStatus::kYes;
}

}  // namespace

Verb HistoryVerb() {
  const auto who = std::make_shared<std::string>();
  return {
      .name = "history",
      .summary = Said(
          "show the time line of a learner, person, jury, certification or award",
          "montrer l'historique d'un apprenant, d'une personne, d'un jury, d'une certification "
          "ou d'un titre"),
      .details = Said(
          "Every event of one subject in its order, with the date on which it was so and the "
          "one on which it was recorded; what was corrected or voided says by which version. --on: "
          "what is so from a later day only, and what the rules leave out of account on that "
          "day, says so (default: today).",
          "Chaque événement d'un sujet dans l'ordre, avec la date à laquelle il en était ainsi "
          "et celle de son enregistrement ; ce qui a été corrigé ou annulé dit par quelle "
          "version. --on : ce qui ne vaut qu'à partir d'un jour ultérieur, et ce dont les "
          "règles ne tiennent pas compte ce jour-là, le dit (par défaut, aujourd'hui)."),
      .example =
          "  cartulary history 20240001\n"
          "  cartulary history jury:JD-2024-07 --json",
      .exits = {{ExitStatus::kYes},
                {ExitStatus::kUsage,
                 Said("the command is wrong, or several things have that name",
                      "la commande est incorrecte, ou plusieurs choses portent ce nom")},
                {ExitStatus::kNotFound},
                {ExitStatus::kConflict,
                 Said("a number is held by several", "plusieurs portent le même numéro")},
                {ExitStatus::kWorld},
                {ExitStatus::kIntegrity}},
      .takes = {.on = true, .as_of = true, .rules = true, .csv = true},
      .declare =
          [who](OptionSet& set) {
            set.Argument(
                Said("SUBJECT", "SUJET"), *who,
                Said("a number, a code or an id; its kind may stand before it, as in jury:X",
                     "un numéro, un code ou un identifiant ; sa nature peut précéder, comme "
                     "dans jury:X"));
          },
      .run = [who](Context& context) { return RunHistory(*who, context); }};
}

}  // namespace cartulary::cli
