// The answer of `jury check`: whether a session is lawfully composed, for each candidate.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/output/rows.h"
#include "cli/render/look.h"
#include "core/evaluate/verdict.h"
#include "core/facts/jury.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary::cli {

struct SeatView {
  PersonId person;
  std::string name;
  std::string number;
  College college{};
  MemberCapacity capacity{};
  bool chair = false;
  bool absent = false;  // By --absent.
};

// One candidate of the session.
struct CandidateView {
  std::string number;
  std::string name;
  bool convened = true;
  bool decided = false;  // Judged from those who deliberated, not from those expected.
  std::optional<VerdictNode> verdict;  // Empty: nothing tells how this candidate's jury is judged.
  std::string obstacle;                // Why there is none.
  std::vector<std::string> recused;    // Names.
  std::vector<std::string> conflicts;  // "Bruno Vasseur: academic tutor", to be looked at.
  std::vector<std::string> assessors;  // Members who assessed the candidate; names.
};

struct JuryView {
  JuryAppointed session;
  Date day;
  Date appointed_on;
  std::string appointed_by;
  std::vector<SeatView> seats;
  std::vector<CandidateView> candidates;
};

bool IsRegular(const CandidateView& candidate);
// True if there are candidates and each has a regular jury.
bool IsRegular(const JuryView& view);

std::string JuryPage(const JuryView& view, const Look& look);
Json JuryJson(const JuryView& view);

}  // namespace cartulary::cli
