#include "cli/reading/cases_reader.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "cli/output/text.h"
#include "cli/reading/reading.h"
#include "core/evaluate/impact.h"
#include "core/fold/editions.h"
#include "core/subjects.h"

namespace cartulary::cli {
namespace {

Result<FoldedStream> LoadSystem(Reading& reading) {
  return reading.reader().LoadStream(SystemSubject(reading.store().hasher()));
}

// The last fact of type T about a case that holds on a date.
template <typename T>
std::optional<Held<T>> LastOf(const FoldedStream& system, Version id, Date on) {
  std::optional<Held<T>> last;
  for (const Held<T>& held : HeldOn<T>(system, on)) {
    if (held->opened == id) last = held;
  }
  return last;
}

// Reads each stream once.
class CaseReader {
 public:
  CaseReader(Reading& reading, const FoldedStream& system, Date on)
      : reading_(reading), system_(system), on_(on) {}

  OrFailure<CaseView> View(const Held<CaseOpened>& opened) {
    CaseView view;
    view.id = opened.entry->version;
    view.index = opened.entry->index;
    view.opened = opened.entry->effective;
    view.fact = *opened.fact;
    CARTULARY_ASSIGN_OR_RETURN(view.learner,
                               reading_.identities().Find(SubjectOf(opened->learner)));
    CARTULARY_RETURN_IF_ERROR(AddConcerns(view));
    if (opened->applied) {
      CARTULARY_ASSIGN_OR_RETURN(const auto applied, FindApplied(*opened->applied));
      if (applied) {
        view.revision = (*applied)->certification.text + "@" + std::to_string((*applied)->number);
      }
    }
    if (const auto given = LastOf<CaseAssigned>(system_, view.id, on_)) {
      view.given = {given->entry->index, given->entry->effective,
                    reading_.identities().Label((*given)->person), (*given)->person};
    }
    CARTULARY_RETURN_IF_ERROR(AddEnd(view));
    CARTULARY_RETURN_IF_ERROR(reading_.identities().status());
    return view;
  }

  // Borrowed from this reader.
  Result<std::optional<Held<RevisionApplied>>> FindApplied(const EventRef& where) {
    CARTULARY_ASSIGN_OR_RETURN(const FoldedStream* stream, Load(where.subject));
    const Entry* entry = FindEntry(*stream, where.version);
    const auto* fact = entry == nullptr ? nullptr : std::get_if<RevisionApplied>(&entry->fact);
    if (fact == nullptr) return std::optional<Held<RevisionApplied>>();
    return std::optional(Held<RevisionApplied>{entry, fact});
  }

  Result<const FoldedStream*> Load(const Subject& subject) {
    const auto known = streams_.find(subject);
    if (known != streams_.end()) return static_cast<const FoldedStream*>(&known->second);
    CARTULARY_ASSIGN_OR_RETURN(FoldedStream stream, reading_.reader().LoadStream(subject));
    return static_cast<const FoldedStream*>(&(streams_[subject] = std::move(stream)));
  }

 private:
  Status AddConcerns(CaseView& view) {
    if (!view.fact.concerns) return Ok{};
    CARTULARY_ASSIGN_OR_RETURN(const FoldedStream* stream, Load(view.fact.concerns->subject));
    const Entry* entry = FindEntry(*stream, view.fact.concerns->version);
    if (entry == nullptr) return Ok{};
    view.concerns = entry->index;
    const Entry* decision = entry;
    if (const auto* award = std::get_if<AwardIssued>(&entry->fact)) {
      view.award = award->number;
      decision = FindEntry(*stream, award->decision);
    }
    if (decision != nullptr && std::holds_alternative<JuryDecisionRecorded>(decision->fact)) {
      view.decided = decision->effective;
    }
    return Ok{};
  }

  Status AddEnd(CaseView& view) {
    const auto closed = LastOf<CaseClosed>(system_, view.id, on_);
    if (!closed) return Ok{};
    CaseEnd end{closed->entry->version, closed->entry->index, closed->entry->effective,
                *closed->fact,          std::nullopt,         std::nullopt};
    if (end.fact.event) {
      CARTULARY_ASSIGN_OR_RETURN(const FoldedStream* stream, Load(end.fact.event->subject));
      const Entry* act = FindEntry(*stream, end.fact.event->version);
      if (act != nullptr) end.event = act->index;
    }
    CARTULARY_RETURN_IF_ERROR(reading_.store().log().ReadStream(
        system_.subject, closed->entry->version,
        [&](const Event& event, std::string_view) -> Result<Visit> {
          end.reason = event.by.reason;
          return Visit::kStop;
        }));
    view.end = std::move(end);
    return Ok{};
  }

  Reading& reading_;
  const FoldedStream& system_;
  const Date on_;
  std::map<Subject, FoldedStream> streams_;
};

// The replay that was approved, of one enrolment: what the register was before the revision was
// applied, judged under both on the day of the report.
OrFailure<std::optional<ReplayView>> ReplayOf(Reading& reading, CaseReader& cases,
                                              const CaseView& view) {
  const std::optional<ReplayView> none;
  if (!view.fact.applied) return none;
  CARTULARY_ASSIGN_OR_RETURN(const auto applied, cases.FindApplied(*view.fact.applied));
  if (!applied || (*applied).entry->index.value == 0) return none;
  const RevisionApplied& fact = *applied->fact;
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream* now, cases.Load(view.fact.applied->subject));
  FoldedStream then = *now;
  std::erase_if(then.entries,
                [&](const Entry& entry) { return entry.version >= applied->entry->version; });
  const auto former = FindAppliedRevision(then, fact.edition);
  if (!former) return none;

  Store& store = reading.store();
  CARTULARY_ASSIGN_OR_RETURN(const StateStore* state, store.CurrentState());
  CARTULARY_ASSIGN_OR_RETURN(
      const RegisterReader reader,
      RegisterReader::Open(store.projections(), *state, Index{applied->entry->index.value - 1}));
  const Date on = applied->entry->effective;
  const auto judge = [&](std::uint32_t revision) {
    return reader.EvaluateNow(view.fact.learner, view.fact.enrolment,
                              {.on = on, .revision = revision, .rules = nullptr});
  };
  const auto before = judge(former->number);
  const auto after = judge(fact.number);
  for (const auto* judged : {&before, &after}) {
    if (*judged) continue;
    if (judged->error().code == ErrorCode::kNotFound) return none;
    return judged->error();
  }
  auto impact = ImpactOf(before->verdict, after->verdict, before->dossier);
  if (!impact) return none;
  const std::string code = fact.certification.text + "@";
  ReplayView replay;
  replay.report.certification = fact.certification;
  replay.report.edition = fact.edition;
  replay.report.applied = former->number;
  replay.report.revision = fact.number;
  replay.report.on = on;
  replay.report.enrolments = 1;
  replay.report.impacts.push_back(*std::move(impact));
  replay.digest = fact.report;
  replay.before = {code + std::to_string(former->number), before->rules};
  replay.after = {code + std::to_string(fact.number), after->rules};
  replay.log_size = reader.size();
  replay.learners[view.fact.learner] = view.learner;
  return std::optional(std::move(replay));
}

}  // namespace

OrFailure<Version> ParseCaseId(std::string_view written) {
  Version id;
  const auto [end, error] =
      std::from_chars(written.data(), written.data() + written.size(), id.value);
  if (!written.empty() && error == std::errc() && end == written.data() + written.size()) return id;
  return Failure{
      .message = Said("'{0}' is no case: a case is named by its number",
                      "« {0} » n'est pas un dossier : un dossier est désigné par son "
                      "numéro",
                      Shortened(written)),
      .hint = Said("`cartulary cases --all` shows them", "`cartulary cases --all` les montre")};
}

OrFailure<std::vector<CaseView>> ReadCases(Reading& reading, Date on) {
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream system, LoadSystem(reading));
  CaseReader reader(reading, system, on);
  std::vector<CaseView> cases;
  for (const auto& opened : HeldOn<CaseOpened>(system, on)) {
    CARTULARY_ASSIGN_OR_RETURN(cases.emplace_back(), reader.View(opened));
  }
  return cases;
}

OrFailure<WholeCase> ReadCase(Reading& reading, std::string_view written, Date on) {
  CARTULARY_ASSIGN_OR_RETURN(const Version id, ParseCaseId(written));
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream system, LoadSystem(reading));
  const Entry* entry = FindEntry(system, id);
  const auto* fact = entry == nullptr ? nullptr : std::get_if<CaseOpened>(&entry->fact);
  if (fact == nullptr || !entry->HoldsOn(on)) {
    return Failure{
        .status = ExitStatus::kNotFound,
        .message = Said("there was no case {0} on {1}", "il n'y avait pas de dossier {0} au {1}",
                        id.value, on),
        .hint = Said("`cartulary cases --all` shows them", "`cartulary cases --all` les montre")};
  }
  CaseReader reader(reading, system, on);
  WholeCase whole;
  whole.on = on;
  CARTULARY_ASSIGN_OR_RETURN(whole.base, reader.View({entry, fact}));
  CARTULARY_ASSIGN_OR_RETURN(whole.replay, ReplayOf(reading, reader, whole.base));
  return whole;
}

OrFailure<AppliedView> ReadApplied(Reading& reading, const EventRef& event) {
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream system, LoadSystem(reading));
  CaseReader reader(reading, system, kEndOfTime);
  CARTULARY_ASSIGN_OR_RETURN(const auto applied, reader.FindApplied(event));
  CARTULARY_CHECK(applied.has_value());  // It was recorded just now.
  AppliedView view{*applied->fact,
                   applied->entry->index,
                   applied->entry->recorded_date,
                   reading.identities().Label((*applied)->approver),
                   {}};
  for (const auto& opened : HeldOn<CaseOpened>(system, kEndOfTime)) {
    if (opened->applied != event) continue;
    CARTULARY_ASSIGN_OR_RETURN(view.cases.emplace_back(), reader.View(opened));
  }
  CARTULARY_RETURN_IF_ERROR(reading.identities().status());
  return view;
}

OrFailure<std::vector<OpenCase>> ReadOpenCases(Reading& reading, const EnrolmentId& enrolment,
                                               Date on) {
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream system, LoadSystem(reading));
  std::vector<OpenCase> open;
  for (const auto& opened : HeldOn<CaseOpened>(system, on)) {
    if (opened->enrolment != enrolment) continue;
    if (LastOf<CaseClosed>(system, opened.entry->version, on)) continue;
    open.push_back({opened.entry->version, opened.entry->effective, *opened.fact});
  }
  return open;
}

}  // namespace cartulary::cli
