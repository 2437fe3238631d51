#include "projections/findings.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "core/binary/stream.h"
#include "core/evaluate/evaluate.h"
#include "core/findings/checks.h"
#include "core/fold/join.h"
#include "core/statistics.h"
#include "core/subjects.h"
#include "projections/lookups.h"
#include "projections/parallel.h"
#include "projections/references.h"
#include "projections/registrations.h"
#include "projections/rows.h"
#include "projections/verdicts.h"

namespace cartulary {
namespace {

// Subjects are spread evenly over their first byte.
constexpr std::size_t kRanges = 256;

const FoldedStream kNoStream;

struct CertificationYears {
  Figures figures;
  std::map<int, Cited> last_awards;
};

// What one range of learners comes to.
struct Gathered {
  std::vector<Finding> findings;
  std::map<JuryId, Deliberations> deliberations;
  std::map<CertificationCode, CertificationYears> years;
  LateGrounds late_grounds;
};

void Merge(Deliberations& into, Deliberations from) {
  std::ranges::move(from.decisions, std::back_inserter(into.decisions));
  std::ranges::move(from.first_decisions, std::back_inserter(into.first_decisions));
  std::ranges::move(from.rulings, std::back_inserter(into.rulings));
  for (const auto& [person, decision] : from.persons) {
    const auto [at, added] = into.persons.emplace(person, decision);
    if (!added && decision.index < at->second.index) at->second = decision;
  }
  into.chairs.merge(from.chairs);
}

void Add(SurveyRate& into, const SurveyRate& from) {
  into.yes += from.yes;
  into.answered += from.answered;
}

void Merge(CertificationYears& into, const CertificationYears& from) {
  for (const auto& [year, figures] : from.figures) {
    YearFigures& sum = into.figures[year];
    sum.certified += figures.certified;
    sum.by_vae += figures.by_vae;
    Add(sum.employed_six_months, figures.employed_six_months);
    Add(sum.in_target_occupation_six_months, figures.in_target_occupation_six_months);
    Add(sum.in_target_occupation_two_years, figures.in_target_occupation_two_years);
  }
  for (const auto& [year, award] : from.last_awards) {
    const auto [at, added] = into.last_awards.emplace(year, award);
    if (!added && at->second.index < award.index) at->second = award;
  }
}

void Merge(Gathered& into, Gathered from) {
  std::ranges::move(from.findings, std::back_inserter(into.findings));
  for (auto& [jury, deliberations] : from.deliberations) {
    Merge(into.deliberations[jury], std::move(deliberations));
  }
  for (const auto& [certification, years] : from.years) Merge(into.years[certification], years);
  for (auto& [ground, late] : from.late_grounds) {
    LateGround& all = into.late_grounds[ground];
    all.lateness = std::move(late.lateness);
    std::ranges::move(late.acts, std::back_inserter(all.acts));
  }
}

void AddYears(std::map<CertificationCode, CertificationYears>& all, const Dossier& dossier,
              Date on) {
  std::set<CertificationCode> certifications;
  for (const auto& award : HeldOn<AwardIssued>(dossier, on)) {
    certifications.insert(award->certification);
    if (WithdrawalOf(dossier, *award.entry, on) != nullptr) continue;
    const EventRef at = RecordedAt(dossier, *award.entry);
    const Cited cited{at.subject, at.version, award.entry->index};
    auto& last = all[award->certification].last_awards;
    const auto [found, added] = last.emplace(award.entry->effective.Year(), cited);
    if (!added && found->second.index < cited.index) found->second = cited;
  }
  for (const CertificationCode& certification : certifications) {
    AddFigures(all[certification].figures, dossier, certification, on);
  }
}

// Looks at one range of learners, or at one of them. Not thread-safe; one for each task.
class LearnerPass {
 public:
  LearnerPass(const ProjectionPorts& ports, const StateStore& state, const RegisterReader& reader,
              const FindingsQuestion& question, std::optional<Date> store_made)
      : ports_(ports),
        state_(state),
        reader_(reader),
        question_(question),
        store_made_(store_made),
        references_(ports.hasher,
                    [&reader](const Subject& subject) { return reader.LoadStream(subject); }) {}

  // Of a registration that was merged, the survivor speaks.
  Status Visit(Dossier own) {
    if (own.empty() || SurvivorOf(own, question_.on)) return Ok{};
    CARTULARY_ASSIGN_OR_RETURN(
        const Dossier dossier,
        JoinRegistrations(std::move(own), question_.on,
                          [&](const Subject& subject) { return reader_.LoadStream(subject); }));
    CARTULARY_RETURN_IF_ERROR(references_.Gather(CitationsOf(dossier)));
    const Reference& reference = references_.reference();
    RunChecks(LearnerScope{dossier, reference.institution, question_.on, store_made_},
              [&](Finding finding) { Take(dossier, std::nullopt, std::move(finding)); });
    for (const auto& opened : EnrolmentsOn(dossier, question_.on)) {
      CARTULARY_RETURN_IF_ERROR(Judge(dossier, opened->enrolment));
    }
    AddDeliberations(gathered_.deliberations, dossier, question_.on, store_made_);
    AddYears(gathered_.years, dossier, question_.on);
    return Ok{};
  }

  Gathered Take() { return std::move(gathered_); }

 private:
  Status Judge(const Dossier& dossier, const EnrolmentId& enrolment) {
    const Reference& reference = references_.reference();
    const auto terms = TermsOf(dossier, enrolment, question_.on);
    std::optional<BindingRules> binding = question_.rules;
    if (!binding || !Binds(*binding->rules, *terms)) {
      CARTULARY_ASSIGN_OR_RETURN(binding, FindBindingRules(*terms, reference, ports_.rules));
    }
    if (!binding) return Ok{};
    const Verdict verdict = Evaluate(*binding->rules, binding->revision.number, dossier, enrolment,
                                     reference, question_.on);
    EnrolmentScope scope = ScopeOf(dossier, reference, *binding->rules, verdict);
    scope.store_made = store_made_;
    std::vector<FoldedStream> sessions;
    if (AsksForSessions(scope)) {
      CARTULARY_ASSIGN_OR_RETURN(sessions, SessionsOf(dossier, enrolment));
      for (const FoldedStream& session : sessions) scope.sessions.push_back(&session);
    }
    RunChecks(scope, [&](Finding finding) {
      finding.rules = binding->rules;
      finding.revision = binding->revision.number;
      finding.certification = verdict.certification;
      Take(dossier, enrolment, std::move(finding));
    });
    AddLateGrounds(gathered_.late_grounds, scope);
    return Ok{};
  }

  // The sessions that convened the registration which opened the enrolment.
  Result<std::vector<FoldedStream>> SessionsOf(const Dossier& dossier,
                                               const EnrolmentId& enrolment) {
    const auto terms = TermsOf(dossier, enrolment, question_.on);
    const Subject registration = RecordedAt(dossier, *terms->opened.entry).subject;
    CARTULARY_ASSIGN_OR_RETURN(const auto juries,
                               FindConvening(state_, IdFrom<LearnerId>(registration)));
    std::vector<FoldedStream> sessions;
    for (const JuryId& jury : juries) {
      CARTULARY_ASSIGN_OR_RETURN(sessions.emplace_back(), reader_.LoadStream(SubjectOf(jury)));
    }
    return sessions;
  }

  void Take(const Dossier& dossier, std::optional<EnrolmentId> enrolment, Finding finding) {
    finding.learner = IdFrom<LearnerId>(dossier.subject);
    if (const Entry* about = FindEntry(dossier, finding.about)) {
      finding.registration = IdFrom<LearnerId>(RecordedAt(dossier, *about).subject);
    }
    finding.enrolment = enrolment;
    if (!question_.keep || question_.keep(finding)) {
      gathered_.findings.push_back(std::move(finding));
    }
  }

  const ProjectionPorts& ports_;
  const StateStore& state_;
  const RegisterReader& reader_;
  const FindingsQuestion& question_;
  std::optional<Date> store_made_;
  ReferenceGatherer references_;
  Gathered gathered_;
};

// One question, answered part by part.
class Collection {
 public:
  Collection(const ProjectionPorts& ports, const StateStore& state, const RegisterReader& reader,
             const FindingsQuestion& question, std::optional<Date> store_made)
      : ports_(ports),
        state_(state),
        reader_(reader),
        question_(question),
        store_made_(store_made) {}

  Result<std::vector<Finding>> OfRegister() {
    CARTULARY_RETURN_IF_ERROR(VisitLearners());
    CARTULARY_RETURN_IF_ERROR(VisitReferences());
    CARTULARY_ASSIGN_OR_RETURN(const Reference reference, reader_.LoadReference({}));
    CheckInstitution(reference.institution);
    CARTULARY_RETURN_IF_ERROR(VisitNumbers());
    CARTULARY_RETURN_IF_ERROR(VisitEvents());
    return Sorted();
  }

  Result<std::vector<Finding>> OfSession(const JuryId& session) {
    CARTULARY_RETURN_IF_ERROR(VisitSession(session));
    return Sorted();
  }

  Result<std::vector<Finding>> OfLearner(const LearnerId& learner) {
    CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier, reader_.LoadDossier(learner, question_.on));
    LearnerPass pass(ports_, state_, reader_, question_, store_made_);
    CARTULARY_ASSIGN_OR_RETURN(Dossier own, reader_.LoadStream(dossier.subject));
    CARTULARY_RETURN_IF_ERROR(pass.Visit(std::move(own)));
    gathered_ = pass.Take();
    std::set<JuryId> juries;
    for (const auto& [jury, deliberations] : gathered_.deliberations) juries.insert(jury);
    for (const JuryId& jury : juries) CARTULARY_RETURN_IF_ERROR(VisitSession(jury));
    CheckInstitution(kNoStream);
    for (const auto& held : HeldOn<LanguageCertificateRecorded>(dossier, question_.on)) {
      CARTULARY_RETURN_IF_ERROR(VisitNumber(held->number));
    }
    std::set<Subject> registrations{dossier.subject};
    for (const Entry& entry : dossier.entries) {
      registrations.insert(RecordedAt(dossier, entry).subject);
    }
    for (const Subject& registration : registrations) {
      CARTULARY_RETURN_IF_ERROR(
          ports_.log.ReadStream(registration, {}, EventVisitorInto(gathered_.findings)));
    }
    return Sorted();
  }

 private:
  void Take(Finding finding, std::vector<Finding>& findings) const {
    if (!question_.keep || question_.keep(finding)) findings.push_back(std::move(finding));
  }

  std::vector<Finding> Sorted() {
    std::vector<Finding>& all = gathered_.findings;
    std::ranges::sort(all, {},
                      [](const Finding& finding) { return std::tie(finding.about, finding.id); });
    return std::move(all);
  }

  // Of a range, what stands at the cut.
  Status VisitRange(std::size_t range, LearnerPass& pass) const {
    const std::string prefix(1, static_cast<char>(range));
    return state_.Scan(Table::kDossiers, prefix, prefix,
                       [&](std::string_view, std::string_view value) -> Result<Visit> {
                         CARTULARY_ASSIGN_OR_RETURN(Dossier own, DecodeStream(value));
                         if (own.last_index.value >= reader_.size()) {
                           CARTULARY_ASSIGN_OR_RETURN(own, reader_.LoadStream(own.subject));
                         }
                         CARTULARY_RETURN_IF_ERROR(pass.Visit(std::move(own)));
                         return Visit::kGoOn;
                       });
  }

  Status VisitLearners() {
    std::vector<Gathered> ranges(kRanges);
    const auto visit = [&](std::size_t range) -> Status {
      LearnerPass pass(ports_, state_, reader_, question_, store_made_);
      CARTULARY_RETURN_IF_ERROR(VisitRange(range, pass));
      ranges[range] = pass.Take();
      return Ok{};
    };
    CARTULARY_RETURN_IF_ERROR(ForEach(ports_.executor, kRanges, visit));
    for (Gathered& range : ranges) Merge(gathered_, std::move(range));
    return Ok{};
  }

  Status VisitReferences() {
    CARTULARY_ASSIGN_OR_RETURN(const Reference institution, reader_.LoadReference({}));
    return state_.Scan(
        Table::kReferences, "", "", [&](std::string_view, std::string_view value) -> Result<Visit> {
          CARTULARY_ASSIGN_OR_RETURN(FoldedStream stream, DecodeStream(value));
          const bool is_checked =
              stream.kind == StreamKind::kJury || stream.kind == StreamKind::kReferential;
          if (!is_checked) return Visit::kGoOn;
          if (stream.last_index.value >= reader_.size()) {
            CARTULARY_ASSIGN_OR_RETURN(stream, reader_.LoadStream(stream.subject));
          }
          if (stream.empty()) return Visit::kGoOn;
          if (stream.kind == StreamKind::kJury) {
            const auto found = gathered_.deliberations.find(IdFrom<JuryId>(stream.subject));
            CheckSession(stream, institution.institution,
                         found == gathered_.deliberations.end() ? Deliberations()
                                                                : std::move(found->second));
          } else {
            CARTULARY_RETURN_IF_ERROR(CheckCertification(stream));
          }
          return Visit::kGoOn;
        });
  }

  void CheckSession(const FoldedStream& jury, const FoldedStream& institution,
                    const Deliberations& deliberations) {
    const auto session = SessionOn(jury, question_.on);
    if (!session) return;
    const SessionScope scope{jury, institution, *session, deliberations, question_.on, store_made_};
    AddLateGrounds(gathered_.late_grounds, scope);
    RunChecks(scope, [&](Finding finding) {
      finding.jury = IdFrom<JuryId>(jury.subject);
      Take(std::move(finding), gathered_.findings);
    });
  }

  // After those whose acts lean on something. Without the institution's stream, only what they do.
  void CheckInstitution(const FoldedStream& institution) {
    RunChecks(InstitutionScope{institution, gathered_.late_grounds, question_.on, store_made_},
              [&](Finding finding) { Take(std::move(finding), gathered_.findings); });
  }

  // One session with all that it decided, on whomever.
  Status VisitSession(const JuryId& jury) {
    std::map<JuryId, Deliberations> all;
    std::set<Subject> seen;
    CARTULARY_ASSIGN_OR_RETURN(const auto citing, FindCiting(state_, SubjectOf(jury)));
    for (const LearnerId& learner : citing) {
      CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier, reader_.LoadDossier(learner, question_.on));
      if (!seen.insert(dossier.subject).second) continue;
      AddDeliberations(all, dossier, question_.on, store_made_);
    }
    CARTULARY_ASSIGN_OR_RETURN(const FoldedStream stream, reader_.LoadStream(SubjectOf(jury)));
    CARTULARY_ASSIGN_OR_RETURN(const Reference institution, reader_.LoadReference({}));
    CheckSession(stream, institution.institution, all[jury]);
    return Ok{};
  }

  Status CheckCertification(const FoldedStream& referential) {
    static const CertificationYears kNone;
    std::vector<std::shared_ptr<const Referential>> loaded;
    std::vector<std::pair<const Entry*, const Referential*>> rules;
    std::optional<CertificationCode> certification;
    for (const auto& edition : HeldOn<EditionPublished>(referential, question_.on)) {
      certification = edition->certification;
      const auto applied = FindAppliedRevision(referential, edition->edition);
      if (!applied) continue;
      CARTULARY_ASSIGN_OR_RETURN(loaded.emplace_back(), ports_.rules.Load(applied->text));
      for (const auto& revision : HeldOn<RevisionPublished>(referential, question_.on)) {
        if (revision->number == applied->number) {
          rules.emplace_back(revision.entry, loaded.back().get());
        }
      }
    }
    if (!certification) return Ok{};
    const auto years = gathered_.years.find(*certification);
    const CertificationYears& own = years == gathered_.years.end() ? kNone : years->second;
    RunChecks(CertificationScope{referential, rules, own.figures, own.last_awards, question_.on},
              [&](Finding finding) {
                finding.certification = certification;
                Take(std::move(finding), gathered_.findings);
              });
    return Ok{};
  }

  // Numbers of certificates that several streams hold.
  Status VisitNumbers() {
    const std::string prefix(1, static_cast<char>(LookupKind::kCertificateNumber));
    const std::size_t number_end = prefix.size() + sizeof(Hash::bytes);
    std::string last;
    std::set<Lookup> shared;
    CARTULARY_RETURN_IF_ERROR(
        state_.Scan(Table::kLookups, prefix, prefix,
                    [&](std::string_view key, std::string_view) -> Result<Visit> {
                      const std::string_view number = key.substr(0, number_end);
                      if (number == last && key.size() > number_end) {
                        Lookup lookup;
                        std::ranges::copy(number.substr(prefix.size()), lookup.hmac.bytes.begin());
                        shared.insert(lookup);
                      }
                      last = number;
                      return Visit::kGoOn;
                    }));
    for (const Lookup& number : shared) CARTULARY_RETURN_IF_ERROR(VisitNumber(number));
    return Ok{};
  }

  Status VisitNumber(const Lookup& number) {
    CARTULARY_ASSIGN_OR_RETURN(const auto holders,
                               FindHolders(state_, LookupKind::kCertificateNumber, number));
    std::map<Subject, Cited> certificates;  // By the learner that goes on.
    for (const Subject& holder : holders) {
      CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier,
                                 reader_.LoadDossier(IdFrom<LearnerId>(holder), question_.on));
      for (const auto& held : HeldOn<LanguageCertificateRecorded>(dossier, question_.on)) {
        if (held->number != number) continue;
        const EventRef at = RecordedAt(dossier, *held.entry);
        certificates.emplace(dossier.subject, Cited{at.subject, at.version, held.entry->index});
      }
    }
    SharedNumberScope scope;
    for (const auto& [learner, cited] : certificates) scope.certificates.push_back(cited);
    RunChecks(scope, [&](Finding finding) { Take(std::move(finding), gathered_.findings); });
    return Ok{};
  }

  // Of whole streams, each in its own order. Keeps the revisions published that it has seen.
  EventVisitor EventVisitorInto(std::vector<Finding>& findings) const {
    using Revisions = std::map<std::pair<Subject, std::uint32_t>, Event>;
    const auto published = std::make_shared<Revisions>();
    return [this, &findings, published](const Event& event, std::string_view) -> Result<Visit> {
      if (event.index.value >= reader_.size()) return Visit::kGoOn;
      if (const auto* revision = std::get_if<RevisionPublished>(&event.fact)) {
        published->emplace(std::pair(event.subject, revision->number), event);
      }
      if (question_.on < event.by.effective) return Visit::kGoOn;
      auto act = FourEyesActOf(event);
      if (const auto* applied = std::get_if<RevisionApplied>(&event.fact)) {
        const auto revision = published->find({event.subject, applied->number});
        if (revision != published->end()) act = FourEyesActOf(revision->second, event);
      }
      if (!act) return Visit::kGoOn;
      RunChecks(*act, [&](Finding finding) {
        if (event.kind == StreamKind::kLearner) finding.learner = IdFrom<LearnerId>(event.subject);
        Take(std::move(finding), findings);
      });
      return Visit::kGoOn;
    };
  }

  Status VisitEvents() {
    std::vector<std::vector<Finding>> ranges(kRanges);
    const auto visit = [&](std::size_t range) -> Status {
      Subject first, last;
      last.bytes.fill(0xff);
      first.bytes[0] = last.bytes[0] = static_cast<std::uint8_t>(range);
      return ports_.log.ReadStreams(first, last, EventVisitorInto(ranges[range]));
    };
    CARTULARY_RETURN_IF_ERROR(ForEach(ports_.executor, kRanges, visit));
    for (auto& range : ranges) std::ranges::move(range, std::back_inserter(gathered_.findings));
    return Ok{};
  }

  const ProjectionPorts& ports_;
  const StateStore& state_;
  const RegisterReader& reader_;
  const FindingsQuestion& question_;
  std::optional<Date> store_made_;
  Gathered gathered_;
};

// The day of the first event of the log; none of a log that does not say it.
Result<std::optional<Date>> DayMade(const ProjectionPorts& ports, const RegisterReader& reader) {
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream system,
                             reader.LoadStream(SystemSubject(ports.hasher)));
  for (const auto& created : HeldOn<StoreCreated>(system, kEndOfTime)) {
    return std::optional(created.entry->effective);
  }
  return std::optional<Date>();
}

}  // namespace

Result<std::vector<Finding>> CollectFindings(const ProjectionPorts& ports, const StateStore& state,
                                             const RegisterReader& reader,
                                             const FindingsQuestion& question) {
  CARTULARY_ASSIGN_OR_RETURN(const auto store_made, DayMade(ports, reader));
  Collection collection(ports, state, reader, question, store_made);
  if (question.session) return collection.OfSession(*question.session);
  if (question.learner) return collection.OfLearner(*question.learner);
  return collection.OfRegister();
}

}  // namespace cartulary
