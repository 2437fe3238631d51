#include "cli/reading/jury_reader.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "cli/finder.h"
#include "cli/output/text.h"
#include "cli/reading/session_checks.h"
#include "cli/reading/sessions.h"
#include "cli/render/verdict_view.h"
#include "cli/render/words.h"
#include "core/evaluate/jury.h"
#include "core/findings/checks.h"
#include "core/text.h"

namespace cartulary::cli {
namespace {

// Of a check of a composition, by the part of its code after '/'.
Text CheckLabel(std::string_view name) {
  static constexpr std::array<std::array<std::string_view, 3>, 6> kLabels{{
      {"appointed", "membres nommés", "members appointed"},
      {"size", "effectif", "size"},
      {"parity", "parité", "parity"},
      {"share", "part d'un collège", "share of a college"},
      {"capacity", "qualités", "capacities"},
      {"chair", "présidence", "chair"},
  }};
  for (const auto& [known, french, english] : kLabels) {
    if (known == name) return {std::string(french), std::string(english)};
  }
  return {"collège", "college"};
}

CheckView CheckViewOf(const VerdictNode& node, Text label, const Requirement& rule) {
  CheckView check{
      .rule = node.requirement.text,
      .label = std::move(label),
      .source = {ShortSourceOf(rule, Language::kFrench), ShortSourceOf(rule, Language::kEnglish)},
      .outcome = node.outcome(),
      .found = {ExplainText(node, Lang::kFrench), ExplainText(node, Lang::kEnglish)}};
  for (const Cited& cited : node.events) check.events.push_back(cited.index);
  return check;
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
  JuryReader(Reading& reading, const FoldedStream& stream, const FoldedStream& institution,
             const Session& session, Date day, Date known, const std::optional<Published>& asked)
      : reading_(reading),
        stream_(stream),
        institution_(institution),
        session_(session),
        day_(day),
        known_(known),
        asked_(asked),
        checks_(stream, institution, session, day,
                [&](const PersonId& person) { return reading.identities().Label(person); }) {}

  OrFailure<Ok> Absent(const std::vector<std::string>& written) {
    Finder finder(reading_.store());
    for (const std::string& name : written) {
      CARTULARY_ASSIGN_OR_RETURN(const Subject person, finder.Find(StreamKind::kPerson, name));
      const auto id = IdFrom<PersonId>(person);
      const bool is_member = std::any_of(session_.members.begin(), session_.members.end(),
                                         [&](const JuryMember& m) { return m.person == id; });
      if (!is_member) {
        return Failure{
            .message = Said("--absent {0}: not a member of this session on {1}",
                            "--absent {0} : n'est pas membre de cette session au {1}", name, day_),
            .hint = Said("`cartulary jury check` without --absent shows the members",
                         "`cartulary jury check` sans --absent montre les membres")};
      }
      absent_.insert(id);
    }
    return Ok{};
  }

  OrFailure<JuryView> Read() {
    JuryView view;
    view.session = *session_.appointed.fact;
    view.day = day_;
    view.appointed_on = session_.appointed.entry->effective;
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
      CandidateView& candidate_view = view.candidates.back();
      candidate_view.convened = false;
      candidate_view.notes.push_back(
          {.rule = "session/convened",
           .label = {"convocation", "convocation"},
           .found = Said("decided on, though not convened",
                         "a fait l'objet d'une décision sans avoir été convoqué")});
    }
    view.checks = {checks_.AppointingPower(), checks_.AppointedInTime(),
                   checks_.Attendance(deliberated_)};
    const auto rulings = checks_.Rulings(deliberations_[IdFrom<JuryId>(stream_.subject)].rulings);
    view.checks.insert(view.checks.end(), rulings.begin(), rulings.end());
    view.notes = checks_.Amendments();
    view.viewpoint = ViewpointOf(reading_.reader(), day_);
    CARTULARY_ASSIGN_OR_RETURN(view.viewpoint.rules,
                               RulesOf(reading_, asked_, {view.session.certification}));
    if (asked_) view.viewpoint.bound = bound_;
    CARTULARY_RETURN_IF_ERROR(reading_.identities().status());
    return view;
  }

 private:
  OrFailure<CandidateView> Judge(const CandidateConvened& convened) {
    CandidateView view;
    view.learner = convened.learner;
    view.enrolment = convened.enrolment;
    CARTULARY_ASSIGN_OR_RETURN(const auto who,
                               NameRegistration(reading_, convened.learner, known_));
    view.number = who.number;
    view.now = who.now;
    view.name = who.name;
    CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier,
                               reading_.reader().LoadDossier(convened.learner, day_));
    AddDeliberations(deliberations_, dossier, known_);
    const auto decision = DecisionOf(stream_, dossier, convened.enrolment, day_);
    view.decided = decision && absent_.empty();
    if (view.decided) {
      deliberated_.insert((*decision)->deliberated.begin(), (*decision)->deliberated.end());
    }
    CARTULARY_RETURN_IF_ERROR(
        JudgeComposition(dossier, view.decided ? decision : std::nullopt, view));
    AddChecks(dossier, view.decided ? &*decision : nullptr, view);
    return view;
  }

  // How the rules judge the composition, or the obstacle.
  OrFailure<Ok> JudgeComposition(const Dossier& dossier,
                                 const std::optional<Held<JuryDecisionRecorded>>& decision,
                                 CandidateView& view) {
    const Date on = decision ? decision->entry->effective : day_;
    const auto terms = TermsOf(dossier, view.enrolment, on);
    const bool binds = !asked_ || (terms && Binds(*asked_->rules, *terms));
    ++(binds ? bound_.bound : bound_.others);
    if (!binds) {
      view.obstacle = NotBoundBy(*asked_);
      return Ok{};
    }
    const auto evaluated =
        reading_.reader().EvaluateNow(view.learner, view.enrolment, EvaluateBy(asked_, on));
    if (!evaluated && evaluated.error().code != ErrorCode::kNotFound) return evaluated.error();
    if (!evaluated) {
      view.obstacle = evaluated.error().detail;
      return Ok{};
    }
    const Requirement* requirement =
        FindJuryRequirement(*evaluated->rules, session_.appointed->kind);
    const VerdictNode* node =
        requirement == nullptr ? nullptr : FindNode(evaluated->verdict.root, requirement->id);
    if (node == nullptr || node->reason == Reason::kNotBound) {
      const Route route = evaluated->verdict.route;
      view.obstacle = Said("a jury of this kind does not decide on the route {0}",
                           "un jury de cette nature ne statue pas sur la voie {0}",
                           Text{"« " + std::string(ToFrench(route)) + " »",
                                Plain(ToName(route)) + " (" + std::string(ToFrench(route)) + ")"});
      return Ok{};
    }
    const VerdictNode judged =
        decision ? JudgeDeliberation(*requirement, stream_, institution_, dossier, *decision)
                 : JudgeJury(*requirement, stream_, institution_, dossier, absent_, day_);
    view.composition = CheckViewOf(judged, requirement->label, *requirement);
    for (const VerdictNode& check : judged.children) {
      const std::string& code = check.requirement.text;
      view.checks.push_back(
          CheckViewOf(check, CheckLabel(code.substr(code.find('/') + 1)), *requirement));
    }
    return Ok{};
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

  // Of those who deliberated or, before that, of those expected.
  void AddChecks(const Dossier& dossier, const Held<JuryDecisionRecorded>* decision,
                 CandidateView& view) {
    std::set<PersonId> recused;
    for (const auto& recusal : RecusalsFor(dossier, stream_, day_)) {
      recused.insert(recusal->person);
      view.recused.push_back(
          {.rule = "session/recusal",
           .label = {"déport", "recusal"},
           .found = Said("{0}", "{0}", reading_.identities().Label(recusal->person)),
           .events = {recusal.entry->index}});
    }
    std::set<PersonId> sitting;
    if (decision != nullptr) {
      sitting.insert((*decision)->deliberated.begin(), (*decision)->deliberated.end());
    } else {
      for (const JuryMember& member : session_.members) {
        const bool away = recused.contains(member.person) || absent_.contains(member.person);
        if (!away) sitting.insert(member.person);
      }
    }
    const Ties ties = TiesOf(dossier, day_);
    view.checks.push_back(checks_.RecusalsKept(dossier, sitting));
    view.checks.push_back(checks_.NoCompanion(ties, sitting));
    view.notes = checks_.Conflicts(ties, sitting);
  }

  Reading& reading_;
  const FoldedStream& stream_;
  const FoldedStream& institution_;
  const Session& session_;
  Date day_;
  Date known_;  // What came later is told as far as it was so by then.
  const std::optional<Published>& asked_;
  Bound bound_;  // Of the rules that are asked for.
  SessionChecks checks_;
  std::set<PersonId> absent_;
  std::set<PersonId> deliberated_;  // On any candidate.
  std::map<JuryId, Deliberations> deliberations_;
};

}  // namespace

OrFailure<FoundJury> FindJury(Reading& reading, std::string_view session) {
  Finder finder(reading.store());
  const Failure unknown{
      .status = ExitStatus::kNotFound,
      .message = Said("no session has the code or id '{0}'",
                      "aucune session n'a le code ou l'identifiant « {0} »", Shortened(session)),
      .hint = Said("`cartulary list juries` shows those that are appointed",
                   "`cartulary list juries` montre celles qui sont nommées")};
  auto subject = finder.Find(StreamKind::kJury, session);
  if (!subject && subject.error().status == ExitStatus::kNotFound) {
    CARTULARY_ASSIGN_OR_RETURN(const auto formerly,
                               reading.FindFormerly(StreamKind::kJury, session));
    if (!formerly) return unknown;
    subject = *formerly;
  }
  if (!subject) return subject.error();
  FoundJury found;
  CARTULARY_ASSIGN_OR_RETURN(found.stream, reading.reader().LoadStream(*subject));
  bool appointed = false;
  for (const Entry& entry : found.stream.entries) {
    const auto* fact = std::get_if<JuryAppointed>(&entry.fact);
    if (fact == nullptr || entry.superseded) continue;
    found.session_date = fact->session_date;
    found.certification = fact->certification;
    appointed = true;
  }
  if (!appointed) return unknown;
  return found;
}

OrFailure<JuryView> ReadJury(Reading& reading, std::string_view session, std::optional<Date> day,
                             const std::vector<std::string>& absent,
                             const std::optional<Published>& asked) {
  CARTULARY_ASSIGN_OR_RETURN(const FoundJury jury, FindJury(reading, session));
  const Date on = day.value_or(jury.session_date);
  const auto composed = SessionOn(jury.stream, on);
  if (!composed) {
    return Failure{.status = ExitStatus::kNotFound,
                   .message = Said("the session is not appointed on {0}",
                                   "la session n'est pas nommée au {0}", on),
                   .hint = Said("`cartulary history {0}` shows since when",
                                "`cartulary history {0}` montre depuis quand", session)};
  }
  CARTULARY_ASSIGN_OR_RETURN(const Reference reference, reading.reader().LoadReference({}));
  JuryReader reader(reading, jury.stream, reference.institution, *composed, on,
                    day.value_or(reading.reader().recorded_date()), asked);
  CARTULARY_RETURN_IF_ERROR(reader.Absent(absent));
  return reader.Read();
}

}  // namespace cartulary::cli
