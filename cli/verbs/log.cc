// log: the events as they are, in the log's order.
#include <deque>
#include <ostream>

#include "cli/context.h"
#include "cli/did_you_mean.h"
#include "cli/json/read.h"
#include "cli/json/write.h"
#include "cli/output/text.h"
#include "cli/reading/viewpoint.h"
#include "cli/store.h"
#include "cli/verbs/all.h"

namespace cartulary::cli {
namespace {

constexpr std::uint64_t kLimitDefault = 50;

struct LogOptions {
  std::optional<std::uint64_t> from;
  std::optional<std::uint64_t> limit;
  std::optional<std::string> type;
};

struct Shown {
  Event event;
  Hash leaf_hash;
};

const std::vector<Column> kColumns{{"index", Said("Index", "Numéro"), Column::Align::kRight},
                                   {"recorded", Said("Recorded", "Enregistré")},
                                   {"type", Said("Type", "Type")},
                                   {"effective", Said("Effective", "Effet")},
                                   {"subject", Said("Subject", "Sujet")},
                                   {"version", Said("Version", "Version"), Column::Align::kRight},
                                   {"actor", Said("Actor", "Auteur")}};

std::vector<Json> RowOf(const Event& event) {
  return {event.index.value,
          ToText(event.recorded),
          std::string(InfoOf(event.fact).name),
          ToText(event.by.effective),
          IdText(event.kind, event.subject),
          event.version.value,
          ToText(event.by.actor.person)};
}

// Errors: not found, if there is no event at --from.
OrFailure<Ok> CheckFrom(const LogOptions& options, const Store& store, std::optional<Index> as_of) {
  CARTULARY_ASSIGN_OR_RETURN(const Head head, store.log().ReadHead());
  const std::uint64_t size = as_of ? as_of->value + 1 : head.size;
  if (!options.from || *options.from < size) return Ok{};
  return Failure{
      .status = ExitStatus::kNotFound,
      .message = Said("--from: the log has {0} events{1}; {2} is not the index of one",
                      "--from : le journal a {0} événements{1} ; {2} n'est le numéro d'aucun", size,
                      as_of ? Said(" as of then", " à cet instant") : Text{}, *options.from),
      .hint = Said("indexes count from 0", "les numéros commencent à 0")};
}

// The first `limit` matching events from an index, or the last of the whole log without one.
OrFailure<std::deque<Shown>> Collect(const LogOptions& options, const Store& store,
                                     std::optional<Index> as_of) {
  CARTULARY_ASSIGN_OR_RETURN(const Head head, store.log().ReadHead());
  const std::uint64_t end = as_of ? as_of->value + 1 : head.size;
  const std::uint64_t limit = options.limit.value_or(kLimitDefault);
  std::uint64_t from = options.from.value_or(0);
  // Without a filter it is known where the last events begin.
  if (!options.from && !options.type && limit > 0 && end > limit) from = end - limit;
  std::deque<Shown> shown;
  const auto visit = [&](const Event& event, std::string_view message) -> Result<Visit> {
    if (event.index.value >= end) return Visit::kStop;
    if (options.type && InfoOf(event.fact).name != *options.type) return Visit::kGoOn;
    if (limit > 0 && shown.size() == limit) {
      if (options.from) return Visit::kStop;
      shown.pop_front();
    }
    shown.push_back({event, store.hasher().LeafHash(message)});
    return Visit::kGoOn;
  };
  if (from < end) CARTULARY_RETURN_IF_ERROR(store.log().ReadLog(Index{from}, visit));
  return shown;
}

OrFailure<ExitStatus> RunLog(const LogOptions& options, Context& context) {
  if (options.type && !MakeFact(*options.type)) {
    return Failure{
        .message = Said("--type: there is no fact '{0}'", "--type : il n'y a pas de fait « {0} »",
                        Shortened(*options.type)),
        .hint = Suggestion(*options.type, FactNames())};
  }
  CARTULARY_ASSIGN_OR_RETURN(const auto store, Store::Open(context, Access::kRead));
  CARTULARY_ASSIGN_OR_RETURN(const auto as_of, AsOfIndex(context, *store));
  CARTULARY_ASSIGN_OR_RETURN(const Viewpoint viewpoint, ViewpointOf(store->log(), as_of));
  CARTULARY_RETURN_IF_ERROR(CheckFrom(options, *store, as_of));
  CARTULARY_ASSIGN_OR_RETURN(const auto shown, Collect(options, *store, as_of));
  CARTULARY_ASSIGN_OR_RETURN(const Head head, store->log().ReadHead());
  Json about{
      {"origin", ToText(head.origin)}, {"size", head.size}, {"last_leaf", ToText(head.last_leaf)}};
  if (context.options.json) {
    about["events"] = Json::array();
    for (const Shown& one : shown) about["events"].push_back(JsonOf(one.event, one.leaf_hash));
    context.Print(Stated(viewpoint, std::move(about)));
    return ExitStatus::kYes;
  }
  Rows rows{.columns = kColumns, .rows = {}, .about = {}};
  for (const Shown& one : shown) rows.rows.push_back(RowOf(one.event));
  context.Print(rows, Said("no such event", "aucun événement de ce genre"));
  SayViewpoint(viewpoint, context);
  return ExitStatus::kYes;
}

}  // namespace

Verb LogVerb() {
  const auto options = std::make_shared<LogOptions>();
  return {.name = "log",
          .summary = Said("show the raw log", "montrer le journal tel qu'il est"),
          .details = Said(
              "Shows the last events, or with --from those from an index on. --json shows them "
              "whole, with the hash of each as it is stored, and the size of the log.",
              "Montre les derniers événements ou, avec --from, ceux à partir d'un numéro. --json "
              "les montre en entier, avec l'empreinte de chacun tel qu'il est conservé, et la "
              "taille du journal."),
          .example =
              "  cartulary log --limit 10\n"
              "  cartulary log --from 100 --type AwardIssued --json",
          .exits = {{ExitStatus::kYes},
                    {ExitStatus::kUsage},
                    {ExitStatus::kNotFound},
                    {ExitStatus::kWorld},
                    {ExitStatus::kIntegrity}},
          .takes = {.as_of = true,
                    .csv = true,
                    .no_on = Said("the log is what was recorded, in its order; `cartulary history` "
                                  "tells what of a subject is so on a day",
                                  "le journal est ce qui fut enregistré, dans l'ordre ; `cartulary "
                                  "history` dit ce qui d'un sujet vaut à une date"),
                    .no_rules = Said("the log is what was recorded, whatever the rules ask; "
                                     "`cartulary status` judges by them",
                                     "le journal est ce qui fut enregistré, quoi que demandent les "
                                     "règles ; `cartulary status` juge selon elles")},
          .declare =
              [options](OptionSet& set) {
                set.Option("--from", options->from,
                           Said("the index of the first event to show",
                                "numéro du premier événement à montrer"));
                set.Option("--limit", options->limit,
                           Said("how many to show; 0: all; default: 50",
                                "combien en montrer ; 0 : tous ; par défaut, 50"));
                set.Option("--type", options->type,
                           Said("only facts of this type", "seulement les faits de ce type"));
              },
          .run = [options](Context& context) { return RunLog(*options, context); }};
}

}  // namespace cartulary::cli
