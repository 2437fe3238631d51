#include "cli/reading/jury_reader.h"

#include <algorithm>
#include <map>
#include <set>

#include "cli/finder.h"
#include "cli/output/text.h"
#include "cli/reading/sessions.h"
#include "core/evaluate/jury.h"

namespace cartulary::cli {
namespace {

// What ties persons to a candidate, by the facts of the candidate's dossier on a day.
struct Ties {
  std::map<PersonId, std::set<TutorRole>> tutors;
  std::set<PersonId> assessors;
};

// "academic tutor (tuteur académique)"
std::string TutorTerm(TutorRole role) {
  const std::string name = Plain(ToName(role)) + (role == TutorRole::kVaeCompanion ? "" : " tutor");
  return name + " (" + std::string(ToFrench(role)) + ")";
}

Ties TiesOf(const Dossier& dossier, Date day) {
  Ties ties;
  const auto assess = [&](const auto& persons) {
    ties.assessors.insert(persons.begin(), persons.end());
  };
  for (const auto& tutor : HeldOn<TutorAssigned>(dossier, day)) {
    ties.tutors[tutor->person].insert(tutor->role);
  }
  for (const auto& result : HeldOn<AssessmentRecorded>(dossier, day)) assess(result->assessors);
  for (const auto& report : HeldOn<MobilityReportAssessed>(dossier, day)) assess(report->assessors);
  for (const auto& report : HeldOn<AlternanceReportAssessed>(dossier, day)) {
    if (report->company_tutor) ties.assessors.insert(*report->company_tutor);
    if (report->programme_head) ties.assessors.insert(*report->programme_head);
  }
  for (const auto& defence : HeldOn<DefenceHeld>(dossier, day)) {
    for (const PanelMember& member : defence->panel) ties.assessors.insert(member.person);
  }
  return ties;
}

const VerdictNode* FindNode(const VerdictNode& node, const RequirementCode& requirement) {
  if (node.requirement == requirement) return &node;
  for (const VerdictNode& child : node.children) {
    if (const VerdictNode* found = FindNode(child, requirement)) return found;
  }
  return nullptr;
}

class JuryReader {
 public:
  JuryReader(Reading& reading, const FoldedStream& stream, const Session& session, Date day)
      : reading_(reading), stream_(stream), session_(session), day_(day) {}

  OrFailure<Ok> Absent(const std::vector<std::string>& written) {
    Finder finder(reading_.store());
    for (const std::string& name : written) {
      CARTULARY_ASSIGN_OR_RETURN(const Subject person, finder.Find(StreamKind::kPerson, name));
      const auto id = IdFrom<PersonId>(person);
      const bool is_member = std::any_of(session_.members.begin(), session_.members.end(),
                                         [&](const JuryMember& m) { return m.person == id; });
      if (!is_member) {
        return Failure{
            .message = "--absent " + name + ": not a member of this session on " + ToText(day_),
            .hint = "`cartulary jury check` without --absent shows the members"};
      }
      absent_.insert(id);
    }
    return Ok{};
  }

  OrFailure<JuryView> Read() {
    JuryView view{*session_.appointed.fact, day_, session_.appointed.entry->effective, {}, {}, {}};
    view.appointed_by = reading_.identities().Label(view.session.appointed_by);
    for (const JuryMember& member : session_.members) {
      CARTULARY_ASSIGN_OR_RETURN(const auto who,
                                 reading_.identities().Find(SubjectOf(member.person)));
      view.seats.push_back({member.person, reading_.identities().Label(member.person), who.number,
                            member.college, member.capacity, member.person == session_.chair,
                            absent_.contains(member.person)});
    }
    const std::vector<CandidateConvened> convened = CandidatesOn(stream_, day_);
    for (const CandidateConvened& candidate : convened) {
      CARTULARY_ASSIGN_OR_RETURN(view.candidates.emplace_back(), Judge(candidate));
    }
    CARTULARY_ASSIGN_OR_RETURN(const auto others, FindDecidedUnconvened(convened));
    for (const CandidateConvened& candidate : others) {
      CARTULARY_ASSIGN_OR_RETURN(view.candidates.emplace_back(), Judge(candidate));
      view.candidates.back().convened = false;
    }
    CARTULARY_RETURN_IF_ERROR(reading_.identities().status());
    return view;
  }

 private:
  OrFailure<CandidateView> Judge(const CandidateConvened& convened) {
    CandidateView view;
    const Subject learner = SubjectOf(convened.learner);
    CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier, reading_.reader().LoadStream(learner));
    CARTULARY_ASSIGN_OR_RETURN(const auto who, reading_.identities().FindIn(dossier));
    view.number = who.number.empty() ? ToText(convened.learner) : who.number;
    view.name = who.name;
    AddConflicts(convened.learner, dossier, view);
    const EvaluateOptions options{.on = day_, .revision = std::nullopt, .rules = nullptr};
    const auto evaluated =
        reading_.reader().EvaluateNow(convened.learner, convened.enrolment, options);
    if (!evaluated && evaluated.error().code != ErrorCode::kNotFound) return evaluated.error();
    if (!evaluated) {
      view.obstacle = evaluated.error().detail;
      return view;
    }
    const JuryKind kind = session_.appointed->kind;
    const Requirement* requirement = FindJuryRequirement(*evaluated->rules, kind);
    const VerdictNode* node =
        requirement == nullptr ? nullptr : FindNode(evaluated->verdict.root, requirement->id);
    if (node == nullptr || node->reason == Reason::kNotBound) {
      view.obstacle = "a jury of this kind does not decide on the route \"" +
                      Plain(ToName(evaluated->verdict.route)) + "\" (" +
                      std::string(ToFrench(evaluated->verdict.route)) + ")";
      return view;
    }
    const FoldedStream& institution = evaluated->reference.institution;
    const auto decision = DecisionOf(stream_, evaluated->dossier, convened.enrolment, day_);
    view.decided = decision && absent_.empty();
    view.verdict =
        view.decided
            ? JudgeDeliberation(*requirement, stream_, institution, evaluated->dossier, *decision)
            : JudgeJury(*requirement, stream_, institution, convened.learner, absent_, day_);
    return view;
  }

  // Those on whom the session decided though it had not convened them, in the order of their ids.
  OrFailure<std::vector<CandidateConvened>> FindDecidedUnconvened(
      const std::vector<CandidateConvened>& convened) {
    std::vector<CandidateConvened> others;
    CARTULARY_ASSIGN_OR_RETURN(const StateStore* state, reading_.store().CurrentState());
    CARTULARY_ASSIGN_OR_RETURN(const auto citing, FindCiting(*state, stream_.subject));
    for (const LearnerId& learner : citing) {
      CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier,
                                 reading_.reader().LoadStream(SubjectOf(learner)));
      for (const auto& decision : HeldOn<JuryDecisionRecorded>(dossier, day_)) {
        const CandidateConvened candidate{learner, decision->enrolment};
        const bool known = std::ranges::count(convened, candidate) != 0 ||
                           std::ranges::count(others, candidate) != 0;
        const bool decided = DecisionOf(stream_, dossier, decision->enrolment, day_).has_value();
        if (decided && !known) others.push_back(candidate);
      }
    }
    return others;
  }

  void AddConflicts(const LearnerId& learner, const Dossier& dossier, CandidateView& view) {
    std::set<PersonId> recused;
    for (const auto& recusal : HeldOn<RecusalRecorded>(stream_, day_)) {
      if (recusal->candidate != learner) continue;
      recused.insert(recusal->person);
      view.recused.push_back(reading_.identities().Label(recusal->person));
    }
    const Ties ties = TiesOf(dossier, day_);
    for (const JuryMember& member : session_.members) {
      if (recused.contains(member.person)) continue;
      const std::string name = reading_.identities().Label(member.person);
      if (const auto found = ties.tutors.find(member.person); found != ties.tutors.end()) {
        for (const TutorRole role : found->second) {
          view.conflicts.push_back(name + ": " + TutorTerm(role));
        }
      }
      if (ties.assessors.contains(member.person)) view.assessors.push_back(name);
    }
  }

  Reading& reading_;
  const FoldedStream& stream_;
  const Session& session_;
  Date day_;
  std::set<PersonId> absent_;
};

}  // namespace

OrFailure<FoundJury> FindJury(Reading& reading, std::string_view session) {
  Finder finder(reading.store());
  const Failure unknown{.status = ExitStatus::kNotFound,
                        .message = "no session has the code or id '" + Shortened(session) + "'",
                        .hint = "`cartulary list juries` shows those that are appointed"};
  const auto subject = finder.Find(StreamKind::kJury, session);
  if (!subject && subject.error().status == ExitStatus::kNotFound) return unknown;
  if (!subject) return subject.error();
  FoundJury found;
  CARTULARY_ASSIGN_OR_RETURN(found.stream, reading.reader().LoadStream(*subject));
  bool appointed = false;
  for (const Entry& entry : found.stream.entries) {
    const auto* fact = std::get_if<JuryAppointed>(&entry.fact);
    if (fact == nullptr || entry.superseded) continue;
    found.session_date = fact->session_date;
    appointed = true;
  }
  if (!appointed) return unknown;
  return found;
}

OrFailure<JuryView> ReadJury(Reading& reading, std::string_view session, std::optional<Date> day,
                             const std::vector<std::string>& absent) {
  CARTULARY_ASSIGN_OR_RETURN(const FoundJury jury, FindJury(reading, session));
  const Date on = day.value_or(jury.session_date);
  const auto composed = SessionOn(jury.stream, on);
  if (!composed) {
    return Failure{.status = ExitStatus::kNotFound,
                   .message = "the session is not appointed on " + ToText(on),
                   .hint = "`cartulary history " + std::string(session) + "` shows since when"};
  }
  JuryReader reader(reading, jury.stream, *composed, on);
  CARTULARY_RETURN_IF_ERROR(reader.Absent(absent));
  return reader.Read();
}

}  // namespace cartulary::cli
