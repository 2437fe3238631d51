#include "cli/reading/reading.h"

#include <algorithm>
#include <array>

#include "cli/finder.h"
#include "cli/output/text.h"
#include "cli/reading/aftermath_reader.h"
#include "cli/reading/cases_reader.h"
#include "cli/reading/sessions.h"
#include "cli/reading/uncounted_reader.h"
#include "core/check.h"
#include "core/decide/decide.h"
#include "core/evaluate/aftermath.h"
#include "core/findings/session_law.h"
#include "core/fold/editions.h"
#include "core/fold/join.h"
#include "core/fold/terms.h"
#include "projections/afresh.h"

namespace cartulary::cli {
namespace {

Failure NoLearner(std::string_view written) {
  return Failure{
      .status = ExitStatus::kNotFound,
      .message = Said("no learner has the number or id '{0}'",
                      "aucun apprenant n'a le numéro ou l'identifiant « {0} »", Shortened(written)),
      .hint = Said("`cartulary list learners` shows those that are registered",
                   "`cartulary list learners` montre ceux qui sont enregistrés")};
}

OrFailure<EnrolmentId> ChooseEnrolment(const Dossier& dossier, const VerdictQuestion& question) {
  const auto standing = EnrolmentsOf(dossier);
  if (standing.empty()) {
    return Failure{
        .status = ExitStatus::kNotFound,
        .message = Said("this learner has no enrolment", "cet apprenant n'a aucune inscription"),
        .hint = Said("record one (EnrolmentOpened)", "enregistrez-en une (EnrolmentOpened)")};
  }
  const auto all = EnrolmentsIn(dossier);
  if (question.enrolment && (*question.enrolment == 0 || *question.enrolment > all.size())) {
    return Failure{.status = ExitStatus::kNotFound,
                   .message = Said("there is no enrolment {0}: this learner has {1}",
                                   "il n'y a pas d'inscription {0} : cet apprenant en a {1}",
                                   *question.enrolment, all.size()),
                   .hint = Said("they are counted from 1, in the order in which they were opened",
                                "elles se comptent à partir de 1, dans l'ordre de leur ouverture")};
  }
  if (question.enrolment) return all[*question.enrolment - 1];
  // The last one that has begun, or else the first: its entry date says why it cannot be judged.
  const auto begun = std::find_if(standing.rbegin(), standing.rend(), [&](const auto& held) {
    return held.entry->HoldsOn(question.on);
  });
  return begun == standing.rend() ? standing.front()->enrolment : (*begun)->enrolment;
}

OrFailure<EvaluateOptions> OptionsOf(const VerdictQuestion& question,
                                     const CertificationCode& certification) {
  if (question.rules && question.rules->rules->certification != certification) {
    return Failure{
        .message = Said("--rules {0}: the enrolment is on {1}; name one of its revisions",
                        "--rules {0} : l'inscription porte sur {1} ; nommez l'une de ses révisions",
                        NameOf(*question.rules), certification.text),
        .hint = Said("write --rules {0}@1; `cartulary referential list` shows the revisions",
                     "écrivez --rules {0}@1 ; `cartulary referential list` montre les révisions",
                     certification.text)};
  }
  return EvaluateBy(question.rules, question.on);
}

// How many enrolments the rules that were asked for bind: this one, or not.
Bound BoundOf(const Published& asked, const EvaluatedEnrolment& evaluated) {
  const auto terms = TermsOf(evaluated.dossier, evaluated.verdict.enrolment, evaluated.verdict.on);
  const bool binds = Binds(*asked.rules, *terms);
  return {binds ? std::size_t{1} : 0, binds ? std::size_t{0} : 1};
}

// The rules that judged, as they stand in the log.
RulesUsed RulesOf(const EvaluatedEnrolment& evaluated, const std::optional<Published>& asked) {
  const Verdict& verdict = evaluated.verdict;
  const FoldedStream& referential = evaluated.reference.Referential(verdict.certification);
  if (asked) return UsedRules(referential, asked->revision.fact);
  RevisionPublished revision;
  revision.certification = verdict.certification;
  revision.edition = evaluated.rules->edition.code;
  revision.number = verdict.revision;
  if (const auto found = FindRevision(referential, verdict.revision)) revision.text = found->text;
  return UsedRules(referential, revision);
}

// The decision that the verdict names or, where none stands, the last of all.
std::optional<Held<JuryDecisionRecorded>> DecisionShown(const EvaluatedEnrolment& evaluated) {
  const Verdict& verdict = evaluated.verdict;
  std::optional<Held<JuryDecisionRecorded>> last;
  for (const auto& [decision, end] :
       DecisionsOn(evaluated.dossier, verdict.enrolment, verdict.on)) {
    last = decision;
    if (verdict.decision && verdict.decision->index == decision.entry->index) break;
  }
  return last;
}

// The title as it is held under any enrolment, be it of another registration.
std::optional<AwardNumber> TitleHeld(const Dossier& dossier, const CertificationCode& certification,
                                     Date on) {
  for (const auto& award : HeldOn<AwardIssued>(dossier, on)) {
    if (award->certification != certification) continue;
    if (WithdrawalOf(dossier, *award.entry, on) == nullptr) return award->number;
  }
  return std::nullopt;
}

void AddOtherEnrolments(const Dossier& whole, const EnrolmentId& enrolment, Date on,
                        VerdictView& view) {
  const auto all = EnrolmentsIn(whole);
  // None if the event that opened it is passed over.
  const auto ordinal_of = [&](const EnrolmentId& other) -> std::optional<std::size_t> {
    const auto at = std::ranges::find(all, other);
    if (at == all.end()) return std::nullopt;
    return static_cast<std::size_t>(at - all.begin()) + 1;
  };
  const auto terms = TermsOf(whole, enrolment, on);
  if (terms && terms->left != nullptr) {
    view.left = Leaving{terms->left->index, terms->left->effective, std::nullopt};
    const auto* transferred = std::get_if<EnrolmentTransferred>(&terms->left->fact);
    if (transferred != nullptr) view.left->goes_on = ordinal_of(transferred->to);
  }
  for (const auto& decision : HeldOn<JuryDecisionRecorded>(whole, on)) {
    const auto ordinal = ordinal_of(decision->enrolment);
    if (!ordinal || decision->enrolment == enrolment) continue;
    view.decided_elsewhere[decision.entry->index] = *ordinal;
  }
}

void AddDecision(const EvaluatedEnrolment& evaluated, VerdictView& view) {
  const Dossier& dossier = evaluated.dossier;
  const Verdict& verdict = evaluated.verdict;
  const auto decision = DecisionShown(evaluated);
  if (decision) {
    const FoldedStream& jury = evaluated.reference.Jury((*decision)->jury);
    view.decision = DecisionViewOf(dossier, *decision, jury, verdict.on);
    view.obstacles = {
        FindingsAgainst(verdict, *evaluated.rules, dossier, *decision, evaluated.reference),
        TitleHeld(dossier, verdict.certification, verdict.on)};
  }
  const Entry* award = verdict.award ? FindEntry(dossier, verdict.award->index) : nullptr;
  view.aftermath = ReadAftermath(dossier, decision ? &*decision : nullptr, award, verdict.on);
}

}  // namespace

DecisionView DecisionViewOf(const Dossier& dossier, const Held<JuryDecisionRecorded>& decision,
                            const FoldedStream& jury, Date on) {
  const Entry& entry = *decision.entry;
  DecisionView view{*decision.fact, entry.effective, entry.index, {}, std::nullopt, std::nullopt};
  const auto appointed = HeldOn<JuryAppointed>(jury, on);
  if (!appointed.empty()) {
    view.session = appointed.back()->code;
    view.appointed = appointed.back().entry->index;
  }
  const Entry* minutes = MinutesOf(jury, dossier, entry);
  if (minutes != nullptr && minutes->HoldsOn(on)) view.minutes = minutes->index;
  return view;
}

EvaluateOptions EvaluateBy(const std::optional<Published>& asked, Date on) {
  if (!asked) return {.on = on, .revision = std::nullopt, .rules = nullptr};
  return {.on = on, .revision = asked->revision.fact.number, .rules = asked->rules};
}

std::vector<Held<EnrolmentOpened>> EnrolmentsOf(const Dossier& dossier) {
  std::vector<Held<EnrolmentOpened>> enrolments;
  for (const Entry& entry : dossier.entries) {
    const auto* opened = std::get_if<EnrolmentOpened>(&entry.fact);
    if (opened != nullptr && !entry.IsOut()) {
      enrolments.push_back({&entry, opened});
    }
  }
  return enrolments;
}

std::size_t OrdinalOf(const Dossier& dossier, const EnrolmentId& enrolment) {
  const auto all = EnrolmentsIn(dossier);
  const auto at = std::ranges::find(all, enrolment);
  CARTULARY_CHECK(at != all.end());
  return static_cast<std::size_t>(at - all.begin()) + 1;
}

Reading::Reading(std::unique_ptr<Store> store, RegisterReader reader, const Sealer* sealer)
    : store_(std::move(store)),
      reader_(std::move(reader)),
      identities_(store_->log(), sealer, reader_),
      notes_(store_->log(), identities_, reader_.size()) {}

OrFailure<std::unique_ptr<Reading>> Reading::Open(const Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(auto store, Store::Open(context, Access::kRead));
  CARTULARY_ASSIGN_OR_RETURN(const auto as_of, AsOfIndex(context, *store));
  CARTULARY_ASSIGN_OR_RETURN(auto reader, store->Reader(as_of));
  // Without the key file names stay unread; what needs it says so itself.
  const auto sealer = store->FindSealer();
  const Sealer* const found = sealer ? *sealer : nullptr;
  return std::unique_ptr<Reading>(new Reading(std::move(store), std::move(reader), found));
}

OrFailure<Dossier> Reading::FindLearner(std::string_view written) {
  Finder finder(*store_);
  auto subject = finder.Find(StreamKind::kLearner, written);
  if (!subject && subject.error().status == ExitStatus::kNotFound) {
    if (!store_->FindSealer()) return subject.error();  // It says what is missing.
    CARTULARY_ASSIGN_OR_RETURN(const auto formerly, FindFormerly(StreamKind::kLearner, written));
    if (!formerly) return NoLearner(written);
    subject = *formerly;
  }
  if (!subject) return subject.error();
  CARTULARY_ASSIGN_OR_RETURN(Dossier dossier, reader_.LoadStream(*subject));
  if (dossier.empty() || dossier.kind != StreamKind::kLearner) return NoLearner(written);
  return dossier;
}

OrFailure<std::optional<Subject>> Reading::FindFormerly(StreamKind kind, std::string_view written) {
  std::optional<Subject> found;
  if (reader_.at_head()) return found;
  if (kind == StreamKind::kLearner) {
    CARTULARY_ASSIGN_OR_RETURN(const Sealer* sealer, store_->FindSealer());
    const Lookup number = sealer->LookupOf(NumberKind::kStudent, written);
    CARTULARY_ASSIGN_OR_RETURN(const StateStore* state, store_->CurrentState());
    std::array<std::optional<Subject>, kLearnerParts> holders;
    CARTULARY_RETURN_IF_ERROR(ForEachLearner(
        store_->projections(), *state, reader_, [&](std::size_t part, Dossier&& own) -> Status {
          for (const auto& registered : HeldOn<LearnerRegistered>(own, kEndOfTime)) {
            if (registered->number == number) holders[part] = own.subject;
          }
          return Ok{};
        }));
    for (const auto& holder : holders) {
      if (holder) found = holder;
    }
    return found;
  }
  std::optional<Lookup> number;
  if (kind == StreamKind::kPerson) {
    CARTULARY_ASSIGN_OR_RETURN(const Sealer* sealer, store_->FindSealer());
    number = sealer->LookupOf(NumberKind::kStaff, written);
  }
  CARTULARY_RETURN_IF_ERROR(ForEachReference(kind, [&](const FoldedStream& stream) -> Status {
    for (const auto& registered : HeldOn<PersonRegistered>(stream, kEndOfTime)) {
      if (number && registered->number == number) found = stream.subject;
    }
    for (const auto& appointed : HeldOn<JuryAppointed>(stream, kEndOfTime)) {
      if (appointed->code.text == written) found = stream.subject;
    }
    return Ok{};
  }));
  return found;
}

Status Reading::ForEachReference(StreamKind kind,
                                 const std::function<Status(const FoldedStream&)>& visit) {
  const auto state = store_->CurrentState();
  if (!state) return Error{ErrorCode::kWorld, state.error().message};
  return (*state)->Scan(
      Table::kReferences, "", "", [&](std::string_view key, std::string_view) -> Result<Visit> {
        Subject subject;
        if (key.size() != subject.bytes.size()) return Visit::kGoOn;
        std::copy(key.begin(), key.end(), subject.bytes.begin());
        CARTULARY_ASSIGN_OR_RETURN(const FoldedStream stream, reader_.LoadStream(subject));
        if (stream.kind == kind && !stream.empty()) CARTULARY_RETURN_IF_ERROR(visit(stream));
        return Visit::kGoOn;
      });
}

Result<RegistrationName> NameRegistration(Reading& reading, const LearnerId& registration,
                                          Date on) {
  const auto number_of = [&](const Identified& who, const Subject& subject) {
    return who.number.empty() ? ToText(IdFrom<LearnerId>(subject)) : who.number;
  };
  CARTULARY_ASSIGN_OR_RETURN(const Dossier own,
                             reading.reader().LoadStream(SubjectOf(registration)));
  CARTULARY_ASSIGN_OR_RETURN(const Identified who, reading.identities().FindIn(own));
  RegistrationName named{number_of(who, SubjectOf(registration)), {}, who.name};
  if (!SurvivorOf(own, on)) return named;
  CARTULARY_ASSIGN_OR_RETURN(const Dossier whole, reading.reader().LoadDossier(registration, on));
  CARTULARY_ASSIGN_OR_RETURN(const Identified survivor, reading.identities().Find(whole.subject));
  named.now = number_of(survivor, whole.subject);
  return named;
}

Result<RegistrationName> NameRegistrationOf(Reading& reading, const LearnerId& learner,
                                            const EnrolmentId& enrolment, Date on) {
  CARTULARY_ASSIGN_OR_RETURN(const Dossier own, reading.reader().LoadStream(SubjectOf(learner)));
  if (MergedInto(own, on).empty()) return NameRegistration(reading, learner, on);
  CARTULARY_ASSIGN_OR_RETURN(const Dossier whole, reading.reader().LoadDossier(learner, on));
  const auto terms = TermsOf(whole, enrolment, on);
  if (!terms) return NameRegistration(reading, learner, on);
  const Subject registration = RecordedAt(whole, *terms->opened.entry).subject;
  return NameRegistration(reading, IdFrom<LearnerId>(registration), on);
}

namespace {

// The edition under which an enrolment was opened, if a correction changed it.
std::optional<OpenedOtherwise> OpenedBefore(const Dossier& dossier,
                                            const Held<EnrolmentOpened>& standing) {
  const Entry* entry = standing.entry;
  while (entry != nullptr && entry->replaces) entry = FindEntry(dossier, *entry->replaces);
  const auto* opened = entry == nullptr ? nullptr : std::get_if<EnrolmentOpened>(&entry->fact);
  if (opened == nullptr || opened->edition == standing->edition) return std::nullopt;
  return OpenedOtherwise{opened->edition, standing.entry->index};
}

// The last session to sit before which the enrolment is convened and which has not decided on it.
OrFailure<std::optional<Convocation>> ConvocationOf(Reading& reading, const Dossier& dossier,
                                                    const EnrolmentId& enrolment, Date on) {
  std::optional<Convocation> last;
  const auto look = [&](const FoldedStream& jury) -> Status {
    const auto session = SessionOn(jury, on);
    // No session decides a second time, whatever became of what it decided.
    if (!session || HasDecided(jury, dossier, enrolment, on)) return Ok{};
    const Convocation found{session->appointed->code, session->appointed->session_date};
    for (const CandidateConvened& candidate : CandidatesOn(jury, on)) {
      const bool later = !last || last->session_date <= found.session_date;
      if (candidate.enrolment == enrolment && later) last = found;
    }
    return Ok{};
  };
  CARTULARY_ASSIGN_OR_RETURN(const StateStore* state, reading.store().CurrentState());
  const Subject registration =
      RecordedAt(dossier, *TermsOf(dossier, enrolment, on)->opened.entry).subject;
  CARTULARY_ASSIGN_OR_RETURN(const auto convening,
                             FindConvening(*state, IdFrom<LearnerId>(registration)));
  for (const JuryId& jury : convening) {
    CARTULARY_ASSIGN_OR_RETURN(const FoldedStream stream,
                               reading.reader().LoadStream(SubjectOf(jury)));
    CARTULARY_RETURN_IF_ERROR(look(stream));
  }
  return last;
}

}  // namespace

OrFailure<VerdictView> ReadVerdict(Reading& reading, const Dossier& dossier,
                                   const VerdictQuestion& question) {
  const auto learner = IdFrom<LearnerId>(dossier.subject);
  CARTULARY_ASSIGN_OR_RETURN(const Dossier whole,
                             reading.reader().LoadDossier(learner, question.on));
  CARTULARY_ASSIGN_OR_RETURN(const auto chosen, ChooseEnrolment(whole, question));
  return ReadVerdict(reading, dossier, chosen, question);
}

OrFailure<VerdictView> ReadVerdict(Reading& reading, const Dossier& dossier,
                                   const EnrolmentId& enrolment, const VerdictQuestion& question) {
  const auto learner = IdFrom<LearnerId>(dossier.subject);
  CARTULARY_ASSIGN_OR_RETURN(const Dossier whole,
                             reading.reader().LoadDossier(learner, question.on));
  const auto enrolments = EnrolmentsOf(whole);
  const auto at = std::find_if(enrolments.begin(), enrolments.end(),
                               [&](const auto& held) { return held->enrolment == enrolment; });
  if (at == enrolments.end()) {
    return Failure{.status = ExitStatus::kNotFound,
                   .message = Said("the enrolment was voided", "l'inscription a été annulée"),
                   .hint = Said("`cartulary history` shows by which event",
                                "`cartulary history` montre par quel événement")};
  }
  CARTULARY_ASSIGN_OR_RETURN(const auto options, OptionsOf(question, (*at)->certification));
  if (!at->entry->HoldsOn(question.on)) {
    return Failure{.status = ExitStatus::kNotFound,
                   .message = Said("the enrolment begins on {0}, after {1}",
                                   "l'inscription commence le {0}, après le {1}",
                                   at->entry->effective, question.on),
                   .hint = Said("ask about a later day with --on",
                                "interrogez à une date ultérieure par --on")};
  }
  CARTULARY_ASSIGN_OR_RETURN(auto evaluated,
                             reading.reader().EvaluateNow(learner, enrolment, options));
  VerdictView view;
  CARTULARY_ASSIGN_OR_RETURN(const Identified who, reading.identities().Find(whole.subject));
  view.number = who.number;
  view.name = who.name;
  view.enrolment = *at->fact;
  view.entry = at->entry->effective;
  view.ordinal = OrdinalOf(whole, enrolment);
  view.enrolments = EnrolmentsIn(whole).size();
  view.rules = evaluated.rules;
  view.viewpoint = ViewpointOf(reading.reader(), question.on);
  view.viewpoint.rules = {RulesOf(evaluated, question.rules)};
  if (question.rules) view.viewpoint.bound = BoundOf(*question.rules, evaluated);
  AddDecision(evaluated, view);
  AddOtherEnrolments(whole, enrolment, question.on, view);
  view.uncounted = ReadUncounted(evaluated);
  CARTULARY_ASSIGN_OR_RETURN(view.convened, ConvocationOf(reading, whole, enrolment, question.on));
  const auto number_of = [&](const LearnerId& registration) -> OrFailure<std::string> {
    CARTULARY_ASSIGN_OR_RETURN(const Identified found,
                               reading.identities().Find(SubjectOf(registration)));
    return found.number.empty() ? ToText(registration) : found.number;
  };
  const Subject registration = RecordedAt(whole, *at->entry).subject;
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream own, reading.reader().LoadStream(registration));
  if (EnrolmentsIn(own).size() > 1) view.ordinal_in_registration = OrdinalOf(own, enrolment);
  if (registration != whole.subject) {
    CARTULARY_ASSIGN_OR_RETURN(view.registration, number_of(IdFrom<LearnerId>(registration)));
  }
  for (const LearnerId& one : RegistrationsIn(whole)) {
    for (auto& left_out : PassedOverOf(reading.store().log().passed_over(), SubjectOf(one))) {
      view.passed_over.push_back(std::move(left_out));
    }
  }
  view.opened_otherwise = OpenedBefore(whole, *at);
  for (const auto& merged : HeldOn<LearnersMerged>(whole, question.on)) {
    CARTULARY_ASSIGN_OR_RETURN(const std::string other, number_of(merged->other));
    view.merged.push_back({other, merged.entry->index});
  }
  CARTULARY_ASSIGN_OR_RETURN(view.cases, ReadOpenCases(reading, enrolment, question.on));
  CARTULARY_ASSIGN_OR_RETURN(view.notes, reading.notes().Read(CitedBy(evaluated.verdict)));
  view.verdict = std::move(evaluated.verdict);
  return view;
}

}  // namespace cartulary::cli
