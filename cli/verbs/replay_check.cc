#include "cli/verbs/replay_check.h"

#include <ostream>
#include <string>

#include "cli/output/long_work.h"
#include "cli/ports/random.h"
#include "cli/reading/identities.h"
#include "cli/render/look.h"
#include "cli/render/page.h"
#include "cli/render/passed_over.h"
#include "cli/render/stored_row.h"
#include "cli/render/words.h"
#include "cli/store.h"
#include "core/binary/stream.h"
#include "projections/check.h"
#include "store/memory/memory_state_stores.h"

namespace cartulary::cli {
namespace {

// A row that differs, as people read it.
struct DifferenceView {
  std::string_view table;
  RowKey key;
  std::string who;  // The number and name of the learner, where they can be read.
  ValueDifference values;
  bool stored = false;  // Whether there is such a row.
  bool made = false;
};

// Of the stream in a row of references, where either side tells it.
std::optional<StreamKind> KindIn(const StateDifference& difference) {
  for (const auto& value : {difference.left, difference.right}) {
    if (!value || difference.table != Table::kReferences) continue;
    const auto stream = DecodeStream(*value);
    if (stream) return stream->kind;
  }
  return std::nullopt;
}

// From the histories: what is stored is what is doubted. Empty if nobody can tell.
std::string WhoIs(const Store& store, const LearnerId& learner) {
  MemoryStateStores nothing;
  const auto state = nothing.Begin();
  const auto sealer = store.FindSealer();
  if (!state || !sealer) return {};
  const auto reader = RegisterReader::Open(store.projections(), **state);
  if (!reader) return {};
  const auto who = Identities(store.log(), *sealer, *reader).Find(SubjectOf(learner));
  if (!who) return {};
  return who->number + (who->number.empty() || who->name.empty() ? "" : ", ") + who->name;
}

DifferenceView ViewOf(const Store& store, const StateDifference& found) {
  DifferenceView view{.table = NameOf(found.table),
                      .key = KeyOf(found.table, found.key, KindIn(found)),
                      .who = {},
                      .values = {},
                      .stored = found.left.has_value(),
                      .made = found.right.has_value()};
  if (view.key.learner) view.who = WhoIs(store, *view.key.learner);
  const auto value_of = [&](const std::optional<std::string>& value) {
    return value ? ValueOf(found.table, *value) : Json();
  };
  view.values = FirstDifference(value_of(found.left), value_of(found.right));
  return view;
}

std::string Shown(const Json& value, bool is_there, Language language) {
  if (!is_there) return Say(language, "no such row", "pas de telle ligne");
  if (value.is_null()) return Say(language, "nothing", "rien");
  const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
  return text.empty() ? Say(language, "the row is there", "la ligne y est") : text;
}

class CheckPage {
 public:
  CheckPage(Look look, std::vector<PassedOverView> passed_over)
      : language_(look.language), page_(look.bold), passed_over_(std::move(passed_over)) {}

  void AddSame(const CheckReport& report) {
    AddEvents(report);
    page_.Add(0, Say(language_, Said("What is stored is what comes out of them, row by row.",
                                     "Ce qui est conservé est ce qui en résulte, ligne à ligne.")));
    Label(Said("Digest", "Empreinte"), ToText(report.digest));
  }

  void AddOther(const CheckReport& report, const DifferenceView& view) {
    AddEvents(report);
    page_.Add(0, Say(language_, Said("What is stored is not what comes out of them. First row:",
                                     "Ce qui est conservé n'est pas ce qui en résulte. Première "
                                     "ligne :")));
    Label(Said("Table", "Table"), view.table);
    for (const auto& [what, text] : view.key.parts) Label(WordsOf(what), text);
    if (!view.who.empty()) Label(Said("who", "qui"), view.who);
    if (view.stored && view.made) {
      const bool same = view.values.left == view.values.right;
      Label(Said("Differs", "Diffère"),
            same ? Say(language_, "only in how it is written", "seulement dans son écriture")
                 : view.values.path);
    }
    Label(Said("Stored", "Conservé"), Shown(view.values.left, view.stored, language_));
    Label(Said("Comes out", "Résultat"), Shown(view.values.right, view.made, language_));
    Label(Said("Digest", "Empreinte"),
          ToText(report.digest) + Say(language_, " of what is stored", " de ce qui est conservé"));
    page_.AddBlank();
    page_.Add(
        0, Say(language_, Said("Next: `cartulary rebuild` makes it anew; the log is not concerned.",
                               "Ensuite : `cartulary rebuild` le refait ; le journal n'est pas en "
                               "cause.")));
  }

  const std::string& text() const { return page_.text(); }

 private:
  void AddEvents(const CheckReport& report) {
    page_.Add(0, Say(language_,
                     Said("The histories hold the {0} events of the log, byte for byte.",
                          "Les historiques contiennent les {0} événements du journal, à l'octet "
                          "près.",
                          report.log_size - passed_over_.size())));
    for (const PassedOverView& one : passed_over_) {
      page_.Add(0, Say(language_, Said("But {0}.", "Mais {0}.", WordsOf(one))));
    }
    if (report.size == report.log_size) return;
    page_.Add(0, Say(language_, Said("Stored answers take in the first {0}; who reads folds the "
                                     "others.",
                                     "Les réponses conservées tiennent compte des {0} premiers ; "
                                     "qui lit intègre les autres.",
                                     report.size)));
  }
  void Label(const Text& label, std::string_view text) {
    page_.AddLabelled(0, 12, Say(language_, label), text);
  }

  Language language_;
  Page page_;
  std::vector<PassedOverView> passed_over_;
};

Json JsonOf(const CheckReport& report, const std::optional<DifferenceView>& view) {
  Json object{{"events", report.size},
              {"log_events", report.log_size},
              {"digest", ToText(report.digest)},
              {"equal", !view.has_value()}};
  if (!view) return object;
  Json key = Json::object();
  for (const auto& [what, text] : view->key.parts) key[std::string(what.en)] = text;
  object["difference"] = Json{{"table", std::string(view->table)}, {"key", std::move(key)},
                              {"path", view->values.path},         {"is_stored", view->stored},
                              {"stored", view->values.left},       {"comes_out", view->made},
                              {"made", view->values.right}};
  return object;
}

}  // namespace

OrFailure<ExitStatus> RunReplayCheck(Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto store, Store::Open(context, Access::kRead));
  CARTULARY_ASSIGN_OR_RETURN(const auto state, store->StoredState());
  CARTULARY_ASSIGN_OR_RETURN(const Head head, store->log().ReadHead());
  CheckReport report;
  {
    LongWork work(context.streams.err, context.streams.err_is_terminal, context.options.language,
                  Said("checking", "contrôle"), 2 * head.size);
    ProjectionPorts ports = store->projections();
    ports.watch = &work;
    Hash salt;
    context.ports.random.Fill(salt.bytes);
    CARTULARY_ASSIGN_OR_RETURN(report, Check(ports, *state, salt));
  }
  const auto passed_over = AllPassedOver(store->log().passed_over());
  std::optional<DifferenceView> view;
  if (report.difference) view = ViewOf(*store, *report.difference);
  if (context.options.json) {
    Json answer = JsonOf(report, view);
    AddPassedOver(passed_over, answer);
    context.Print(answer);
  } else {
    CheckPage page(LookOf(context), passed_over);
    if (view) {
      page.AddOther(report, *view);
    } else {
      page.AddSame(report);
    }
    context.streams.out << page.text();
  }
  return view ? ExitStatus::kNo : ExitStatus::kYes;
}

}  // namespace cartulary::cli
