#include "cli/render/passed_over.h"

#include "cli/json/write.h"

namespace cartulary::cli {

std::vector<PassedOverView> PassedOverOf(const PassedOver& passed_over, const Subject& subject) {
  std::vector<PassedOverView> views;
  for (auto i = passed_over.lower_bound({subject, {}});
       i != passed_over.end() && i->first.subject == subject; ++i) {
    views.push_back({i->first, i->second});
  }
  return views;
}

std::vector<PassedOverView> AllPassedOver(const PassedOver& passed_over) {
  std::vector<PassedOverView> views;
  for (const auto& [event, what] : passed_over) views.push_back({event, what});
  return views;
}

Text WordsOf(const PassedOverView& view) {
  return Said(
      "event {0} (version {1} of {2}) cannot be read and is passed over, as event {3} "
      "allows: {4}",
      "l'événement {0} (version {1} de {2}) est illisible et écarté, comme l'événement {3} "
      "le permet : {4}",
      view.what.index.value, view.event.version.value, view.event.subject, view.what.waiver.value,
      view.what.why);
}

void AddPassedOver(const std::vector<PassedOverView>& views, Json& object) {
  for (const PassedOverView& view : views) {
    object["passed_over"].push_back(Json{{"index", view.what.index.value},
                                         {"event", JsonOf(view.event)},
                                         {"waiver", view.what.waiver.value},
                                         {"why", view.what.why.en}});
  }
}

}  // namespace cartulary::cli
