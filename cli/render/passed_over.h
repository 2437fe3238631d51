// What is said of events that are passed over (core/fold/passed_over.h).
#pragma once

#include <vector>

#include "cli/output/rows.h"
#include "core/fold/passed_over.h"
#include "core/text.h"

namespace cartulary::cli {

struct PassedOverView {
  EventRef event;
  Unreadable what;
};

// Those of one stream, in its order.
std::vector<PassedOverView> PassedOverOf(const PassedOver& passed_over, const Subject& subject);
std::vector<PassedOverView> AllPassedOver(const PassedOver& passed_over);

// A sentence without its full stop.
Text WordsOf(const PassedOverView& view);
// Nothing if there are none: who reads JSON asks whether the member is there.
void AddPassedOver(const std::vector<PassedOverView>& views, Json& object);

}  // namespace cartulary::cli
