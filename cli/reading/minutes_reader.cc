#include "cli/reading/minutes_reader.h"

#include <algorithm>

#include "cli/reading/jury_reader.h"
#include "cli/reading/sessions.h"
#include "core/fold/editions.h"

namespace cartulary::cli {
namespace {

class MinutesReader {
 public:
  MinutesReader(Reading& reading, const FoldedStream& stream) : reading_(reading), jury_(stream) {}

  OrFailure<Date> LastDay(Date session_date) const {
    Date last = session_date;
    CARTULARY_ASSIGN_OR_RETURN(const StateStore* state, reading_.store().CurrentState());
    CARTULARY_ASSIGN_OR_RETURN(const auto citing, FindCiting(*state, jury_.subject));
    for (const LearnerId& learner : citing) {
      CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier,
                                 reading_.reader().LoadStream(SubjectOf(learner)));
      for (const auto& decision : HeldOn<JuryDecisionRecorded>(dossier, kEndOfTime)) {
        if (SubjectOf(decision->jury) != jury_.subject) continue;
        last = std::max(last, decision.entry->effective);
      }
    }
    return last;
  }

  OrFailure<MinutesView> Read(JuryView jury) {
    MinutesView view;
    day_ = jury.day;
    view.jury = std::move(jury);
    const auto session = SessionOn(jury_, day_);
    view.appointed = session->appointed.entry->index;
    for (const Entry* act : session->acts) {
      if (const auto* amended = std::get_if<JuryAmended>(&act->fact)) {
        view.amendments.push_back(AmendmentOf(*amended, *act));
      }
    }
    CARTULARY_RETURN_IF_ERROR(ReadAttendance(view));
    for (const CandidateView& candidate : view.jury.candidates) {
      CARTULARY_ASSIGN_OR_RETURN(view.extracts.emplace_back(), ReadExtract(candidate));
      if (!view.rules) view.rules = view.extracts.back().rules;
    }
    CARTULARY_RETURN_IF_ERROR(ReadLogState(view));
    CARTULARY_RETURN_IF_ERROR(reading_.identities().status());
    return view;
  }

 private:
  std::string Name(const PersonId& person) { return reading_.identities().Label(person); }

  AmendmentView AmendmentOf(const JuryAmended& fact, const Entry& entry) {
    AmendmentView view{fact, entry.effective, entry.index, {}, {}, ""};
    for (const JuryMember& member : fact.added) view.added.push_back(Name(member.person));
    for (const PersonId& person : fact.removed) view.removed.push_back(Name(person));
    if (fact.chair) view.chair = Name(*fact.chair);
    return view;
  }

  OrFailure<Ok> ReadAttendance(MinutesView& view) {
    for (const auto& attendance : HeldOn<AttendanceSigned>(jury_, day_)) {
      CARTULARY_ASSIGN_OR_RETURN(const Identified who,
                                 reading_.identities().Find(SubjectOf(attendance->person)));
      view.attendance.push_back({attendance->person, Name(attendance->person), who.number,
                                 *attendance.fact, attendance.entry->index});
    }
    return Ok{};
  }

  OrFailure<ExtractView> ReadExtract(const CandidateView& candidate) {
    ExtractView view;
    for (const auto& convened : HeldOn<CandidateConvened>(jury_, day_)) {
      const bool same =
          convened->learner == candidate.learner && convened->enrolment == candidate.enrolment;
      if (same) view.convened = convened.entry->index;
    }
    const RegisterReader& reader = reading_.reader();
    CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier, reader.LoadDossier(candidate.learner, day_));
    if (const auto decision = DecisionOf(jury_, dossier, candidate.enrolment, day_)) {
      view.decision = MinutedOf(dossier, *decision);
    }
    const EvaluateOptions options{.on = day_, .revision = std::nullopt, .rules = nullptr};
    const auto evaluated = reader.EvaluateNow(candidate.learner, candidate.enrolment, options);
    if (!evaluated && evaluated.error().code != ErrorCode::kNotFound) return evaluated.error();
    if (!evaluated) return view;
    const Verdict& verdict = evaluated->verdict;
    view.route = verdict.route;
    view.rules = evaluated->rules;
    view.revision = verdict.certification.text + "@" + std::to_string(verdict.revision);
    const FoldedStream& referential = evaluated->reference.Referential(verdict.certification);
    if (const auto revision = FindRevision(referential, verdict.revision)) {
      view.rules_sha256 = revision->text;
    }
    return view;
  }

  MinutedView MinutedOf(const Dossier& dossier, const Held<JuryDecisionRecorded>& decision) {
    const Entry& entry = *decision.entry;
    MinutedView view{*decision.fact,
                     RecordedAt(dossier, entry),
                     entry.effective,
                     entry.index,
                     Name(decision->chair),
                     {},
                     {}};
    for (const PersonId& person : decision->deliberated) view.deliberated.push_back(Name(person));
    view.minutes = DecisionViewOf(dossier, decision, jury_, day_).minutes;
    return view;
  }

  Status ReadLogState(MinutesView& view) const {
    view.log_size = reading_.reader().size();
    const Hasher& hasher = reading_.store().hasher();
    return reading_.store().log().ReadLog(
        Index{view.log_size - 1}, [&](const Event&, std::string_view message) -> Result<Visit> {
          view.last_leaf = hasher.LeafHash(message);
          return Visit::kStop;
        });
  }

  Reading& reading_;
  const FoldedStream& jury_;
  Date day_;
};

}  // namespace

OrFailure<MinutesView> ReadMinutes(Reading& reading, std::string_view session,
                                   std::optional<Date> day) {
  CARTULARY_ASSIGN_OR_RETURN(const FoundJury jury, FindJury(reading, session));
  MinutesReader reader(reading, jury.stream);
  if (!day) {
    CARTULARY_ASSIGN_OR_RETURN(day, reader.LastDay(jury.session_date));
  }
  CARTULARY_ASSIGN_OR_RETURN(JuryView view, ReadJury(reading, session, day, {}));
  return reader.Read(std::move(view));
}

}  // namespace cartulary::cli
