#include "cli/reading/board.h"

#include "core/fold/terms.h"

namespace cartulary::cli {

Status ForEachBoardRow(Reading& reading, const Context& context, const BoardFilter& filter,
                       const std::function<Status(const BoardRow&)>& visit) {
  const auto state = reading.store().CurrentState();
  if (!state) return Error{ErrorCode::kWorld, state.error().message};
  const bool afresh = context.options.on || context.options.as_of;
  const Date on = context.options.on.value_or(reading.reader().recorded_date());
  return ScanBoard(
      **state, afresh ? BoardFilter{} : filter, [&](const BoardRow& row) -> Result<Visit> {
        if (!afresh) {
          CARTULARY_RETURN_IF_ERROR(visit(row));
          return Visit::kGoOn;
        }
        const EvaluateOptions options{.on = on, .revision = {}, .rules = nullptr};
        const auto now = reading.reader().EvaluateNow(row.learner, row.enrolment, options);
        if (!now && now.error().code == ErrorCode::kNotFound) return Visit::kGoOn;
        if (!now) return now.error();
        const auto terms = TermsOf(now->dossier, row.enrolment, options.on);
        CARTULARY_RETURN_IF_ERROR(
            visit(BoardRowOf(now->verdict, *now->rules, *terms->opened.fact)));
        return Visit::kGoOn;
      });
}

}  // namespace cartulary::cli
