// history: the time line of one subject.
#include "cli/context.h"
#include "cli/finder.h"
#include "cli/json/write.h"
#include "cli/store.h"
#include "cli/verbs/all.h"
#include "core/fold/fold.h"

namespace cartulary::cli {
namespace {

struct History {
  FoldedStream folded;
  std::vector<Event> events;
  std::vector<Hash> leaf_hashes;
};

OrFailure<History> Load(const Store& store, const Subject& subject, std::optional<Index> as_of) {
  History history;
  const auto visit = [&](const Event& event, std::string_view message) -> Result<Visit> {
    if (as_of && event.index > *as_of) return Visit::kStop;
    CARTULARY_RETURN_IF_ERROR(Fold(history.folded, event));
    history.events.push_back(event);
    history.leaf_hashes.push_back(store.hasher().LeafHash(message));
    return Visit::kGoOn;
  };
  CARTULARY_RETURN_IF_ERROR(store.log().ReadStream(subject, Version{}, visit));
  return history;
}

// What later events did to the fact at a version; empty if it stands.
std::string FateOf(const History& history, Version version) {
  const Entry* entry = FindEntry(history.folded, version);
  if (entry == nullptr || !entry->superseded) return "";
  const Version by = entry->superseded->by;
  const bool voided = std::holds_alternative<FactVoided>(history.events[by.value].fact);
  std::string fate = (voided ? "voided by " : "corrected by ") + std::to_string(by.value);
  if (entry->superseded->from) fate += " from " + ToText(*entry->superseded->from);
  return fate;
}

// "name value" of each member but the type, joined: enough to tell events apart.
std::string Summary(const Json& fact) {
  std::string text;
  for (const auto& [name, value] : fact.items()) {
    if (name == "type") continue;
    const std::string shown = value.is_string() ? value.get<std::string>() : value.dump();
    constexpr std::size_t kShownBytesMax = 80;
    text +=
        (text.empty() ? "" : ", ") + name + " " + (shown.size() <= kShownBytesMax ? shown : "…");
  }
  return text;
}

Rows RowsOf(const History& history) {
  Rows rows{.columns = {{"version", "Version", Column::Align::kRight},
                        {"index", "Index", Column::Align::kRight},
                        {"effective", "Effective"},
                        {"recorded", "Recorded"},
                        {"type", "Type"},
                        {"fate", "Fate"},
                        {"actor", "Actor"},
                        {"fact", "Fact"}},
            .rows = {},
            .about = {}};
  for (const Event& event : history.events) {
    rows.rows.push_back({event.version.value, event.index.value, ToText(event.by.effective),
                         ToText(event.recorded_date), std::string(InfoOf(event.fact).name),
                         FateOf(history, event.version), ToText(event.by.actor.person),
                         Summary(JsonOf(event.fact))});
  }
  return rows;
}

OrFailure<ExitStatus> RunHistory(const std::string& who, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto store, Store::Open(context, Access::kRead));
  CARTULARY_ASSIGN_OR_RETURN(const auto as_of, AsOfIndex(context, *store));
  CARTULARY_ASSIGN_OR_RETURN(const FoundStream found, Finder(*store).FindAny(who));
  CARTULARY_ASSIGN_OR_RETURN(const History history, Load(*store, found.subject, as_of));
  if (!context.options.json) {
    context.Print(RowsOf(history), "nothing was recorded by then");
    return ExitStatus::kYes;
  }
  Json answer{{"kind", std::string(ToName(found.kind))},
              {"subject", IdText(found.kind, found.subject)},
              {"events", Json::array()}};
  for (std::size_t i = 0; i < history.events.size(); ++i) {
    Json event = JsonOf(history.events[i], history.leaf_hashes[i]);
    const std::string fate = FateOf(history, history.events[i].version);
    if (!fate.empty()) event["fate"] = fate;
    answer["events"].push_back(std::move(event));
  }
  context.Print(answer);
  return ExitStatus::kYes;
}

}  // namespace

Verb HistoryVerb() {
  const auto who = std::make_shared<std::string>();
  return {.name = "history",
          .summary = "show the time line of a learner, person, jury, certification or award",
          .details =
              "Every event of one subject in its order, with the date on which it was so and the\n"
              "one on which it was recorded; what was corrected or voided says by which version.",
          .example =
              "  cartulary history 20240001\n"
              "  cartulary history jury:JD-2024-07 --json",
          .exits = {{ExitStatus::kYes, ""},
                    {ExitStatus::kUsage, "the command is wrong, or several things have that name"},
                    {ExitStatus::kNotFound, ""},
                    {ExitStatus::kConflict, "a number is held by several"},
                    {ExitStatus::kWorld, ""},
                    {ExitStatus::kIntegrity, ""}},
          .takes = {.as_of = true, .csv = true},
          .declare =
              [who](OptionSet& set) {
                set.Argument(
                    "SUBJECT", *who,
                    "a number, a code or an id; its kind may stand before it, as in jury:X");
              },
          .run = [who](Context& context) { return RunHistory(*who, context); }};
}

}  // namespace cartulary::cli
