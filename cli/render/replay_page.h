// A replay as a registrar reads it: whom other rules concern, why, and what may lawfully follow.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/output/rows.h"
#include "cli/reading/identities.h"
#include "cli/render/difference_page.h"
#include "cli/render/look.h"
#include "cli/render/page.h"
#include "core/ids.h"
#include "core/text.h"
#include "projections/replay.h"

namespace cartulary::cli {

struct ReplayView {
  ReplayReport report;
  Hash digest;
  NamedRules before;                         // Those applied.
  NamedRules after;                          // Those tried.
  std::vector<std::string> settings;         // "ID=VALUE", as they were tried.
  std::uint64_t log_size = 0;                // How many events the answer takes in.
  std::map<LearnerId, Identified> learners;  // Of the impacts.
};

// What may follow for the learner, and under which text of law; only an act does it.
Text FollowUpOf(const Impact& impact, Date on);

// Why an impact of the replay is one: how the standing changes, the requirements that flip with
// both explanations, and what follows from them.
void AddReasons(Page& page, const ReplayView& view, const Impact& impact, std::size_t indent,
                Language language);

std::string ReplayPage(const ReplayView& view, const Look& look);
// One row for each requirement that flips, and one for an impact without any.
Rows ReplayRows(const ReplayView& view);
Json ToJson(const ReplayView& view);
// One impact of it.
Json ImpactJson(const Impact& impact, const ReplayView& view);

}  // namespace cartulary::cli
