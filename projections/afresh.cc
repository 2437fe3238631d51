#include "projections/afresh.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "core/binary/stream.h"
#include "core/evaluate/evaluate.h"
#include "core/fold/join.h"
#include "projections/dossier_rows.h"
#include "projections/parallel.h"
#include "projections/references.h"
#include "projections/registrations.h"

namespace cartulary {
namespace {

// Judges the learners of one part. Not thread-safe.
class BoardPass {
 public:
  BoardPass(const ProjectionPorts& ports, const RegisterReader& reader,
            const BoardQuestion& question)
      : ports_(ports),
        reader_(reader),
        question_(question),
        references_(ports.hasher,
                    [this](const Subject& subject) { return reader_.LoadStream(subject); }) {}

  // Of a registration that was merged, the survivor has the rows.
  Status Visit(Dossier own, FreshBoard& board) {
    const Date on = question_.on;
    if (SurvivorOf(own, on)) return Ok{};
    CARTULARY_ASSIGN_OR_RETURN(
        const Dossier dossier,
        JoinRegistrations(std::move(own), on,
                          [this](const Subject& subject) { return reader_.LoadStream(subject); }));
    bool gathered = false;
    for (const auto& opened : EnrolmentsOn(dossier, on)) {
      if (!IsAsked(*opened.fact)) continue;
      const auto terms = TermsOf(dossier, opened->enrolment, on);
      if (question_.rules && !Binds(*question_.rules->rules, *terms)) {
        ++board.not_bound;
        continue;
      }
      if (!std::exchange(gathered, true)) {
        CARTULARY_RETURN_IF_ERROR(references_.Gather(CitationsOf(dossier)));
      }
      const Reference& reference = references_.reference();
      std::optional<BindingRules> binding = question_.rules;
      if (!binding) {
        CARTULARY_ASSIGN_OR_RETURN(binding, FindBindingRules(*terms, reference, ports_.rules));
      }
      if (!binding) continue;
      const Verdict verdict = Evaluate(*binding->rules, binding->revision.number, dossier,
                                       opened->enrolment, reference, on);
      board.rows.push_back(BoardRowOf(verdict, *binding->rules, *opened.fact));
    }
    return Ok{};
  }

 private:
  bool IsAsked(const EnrolmentOpened& opened) const {
    const BoardFilter& of = question_.of;
    return (!of.certification || opened.certification == *of.certification) &&
           (!of.campus || opened.campus == *of.campus) &&
           (!of.cohort || opened.cohort == *of.cohort);
  }

  const ProjectionPorts& ports_;
  const RegisterReader& reader_;
  const BoardQuestion& question_;
  ReferenceGatherer references_;
};

}  // namespace

Status ForEachLearner(const ProjectionPorts& ports, const StateStore& state,
                      const RegisterReader& reader,
                      const std::function<Status(std::size_t, Dossier&&)>& visit) {
  return ForEach(ports.executor, kLearnerParts, [&](std::size_t part) -> Status {
    const std::string prefix(1, static_cast<char>(part));
    return state.Scan(Table::kDossiers, prefix, prefix,
                      [&](std::string_view, std::string_view value) -> Result<Visit> {
                        CARTULARY_ASSIGN_OR_RETURN(Dossier own, DecodeStream(value));
                        if (own.last_index.value >= reader.size()) {
                          CARTULARY_ASSIGN_OR_RETURN(own, reader.LoadStream(own.subject));
                        }
                        if (!own.empty()) CARTULARY_RETURN_IF_ERROR(visit(part, std::move(own)));
                        return Visit::kGoOn;
                      });
  });
}

Result<FreshBoard> JudgeBoard(const ProjectionPorts& ports, const StateStore& state,
                              const RegisterReader& reader, const BoardQuestion& question) {
  std::array<std::optional<BoardPass>, kLearnerParts> passes;
  std::array<FreshBoard, kLearnerParts> parts;
  CARTULARY_RETURN_IF_ERROR(
      ForEachLearner(ports, state, reader, [&](std::size_t part, Dossier&& own) -> Status {
        if (!passes[part]) passes[part].emplace(ports, reader, question);
        return passes[part]->Visit(std::move(own), parts[part]);
      }));
  FreshBoard board;
  for (FreshBoard& part : parts) {
    std::ranges::move(part.rows, std::back_inserter(board.rows));
    board.not_bound += part.not_bound;
  }
  return board;
}

Result<std::vector<AwardRow>> AwardsSeen(const ProjectionPorts& ports, const StateStore& state,
                                         const RegisterReader& reader) {
  std::vector<AwardRow> rows;
  if (reader.at_head()) {
    CARTULARY_RETURN_IF_ERROR(ScanAwards(state, [&](const AwardRow& row) -> Result<Visit> {
      rows.push_back(row);
      return Visit::kGoOn;
    }));
    return rows;
  }
  std::array<std::map<std::string, AwardRow>, kLearnerParts> parts;
  CARTULARY_RETURN_IF_ERROR(
      ForEachLearner(ports, state, reader, [&](std::size_t part, Dossier&& own) -> Status {
        for (auto& [key, row] : AwardRowsOf(own)) {
          if (row) parts[part].emplace(key, *std::move(row));
        }
        return Ok{};
      }));
  std::map<std::string, AwardRow> all;
  for (auto& part : parts) all.merge(part);
  for (auto& [key, row] : all) rows.push_back(std::move(row));
  return rows;
}

}  // namespace cartulary
