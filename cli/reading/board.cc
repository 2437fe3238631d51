#include "cli/reading/board.h"

#include <set>
#include <utility>

#include "projections/afresh.h"

namespace cartulary::cli {

OrFailure<Board> ReadBoard(Reading& reading, const Context& context, const BoardFilter& of) {
  const RegisterReader& reader = reading.reader();
  CARTULARY_ASSIGN_OR_RETURN(const StateStore* state, reading.store().CurrentState());
  CARTULARY_ASSIGN_OR_RETURN(const auto asked, AskedRules(reading, context));
  const Date on = context.options.on.value_or(reader.recorded_date());
  Board board{{}, ViewpointOf(reader, on)};
  if (!asked && reader.at_head() && on == reader.recorded_date()) {
    CARTULARY_RETURN_IF_ERROR(ScanBoard(*state, of, [&](const BoardRow& row) -> Result<Visit> {
      board.rows.push_back(row);
      return Visit::kGoOn;
    }));
  } else {
    BoardQuestion question{.on = on, .rules = {}, .of = of};
    if (asked) {
      const RevisionPublished& revision = asked->revision.fact;
      question.rules = BindingRules{{revision.number, revision.text}, asked->rules};
    }
    CARTULARY_ASSIGN_OR_RETURN(FreshBoard fresh,
                               JudgeBoard(reading.store().projections(), *state, reader, question));
    board.rows = std::move(fresh.rows);
    if (asked) board.viewpoint.bound = Bound{board.rows.size(), fresh.not_bound};
  }
  std::set<CertificationCode> certifications;
  for (const BoardRow& row : board.rows) certifications.insert(row.certification);
  CARTULARY_ASSIGN_OR_RETURN(board.viewpoint.rules, RulesOf(reading, asked, certifications));
  return board;
}

}  // namespace cartulary::cli
