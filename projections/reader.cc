#include "projections/reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/binary/stream.h"
#include "core/evaluate/evaluate.h"
#include "projections/references.h"
#include "projections/registrations.h"

namespace cartulary {
namespace {

Result<std::optional<Event>> ReadOne(const EventLog& log, Index index) {
  std::optional<Event> found;
  CARTULARY_RETURN_IF_ERROR(
      log.ReadLog(index, [&](const Event& event, std::string_view) -> Result<Visit> {
        found = event;
        return Visit::kStop;
      }));
  return found;
}

}  // namespace

Result<RegisterReader> RegisterReader::Open(const ProjectionPorts& ports, const StateStore& state,
                                            std::optional<Index> as_of) {
  RegisterReader reader(ports, state);
  CARTULARY_ASSIGN_OR_RETURN(const Head head, ports.log.ReadHead());
  reader.size_ = head.size;
  CARTULARY_ASSIGN_OR_RETURN(reader.stored_size_, state.Checkpoint());
  reader.recorded_date_ = head.recorded_date;
  reader.recorded_ = head.recorded;
  if (!as_of || as_of->value + 1 == head.size) return reader;
  if (as_of->value >= head.size) {
    return Error{ErrorCode::kNotFound,
                 Said("the log has {0} events: there is no event {1} yet.",
                      "le journal a {0} événements : il n'y a pas encore d'événement {1}.",
                      head.size, as_of->value)};
  }
  const Index shown{LastShown(ports.log.passed_over(), as_of->value + 1)};
  CARTULARY_ASSIGN_OR_RETURN(const auto last, ReadOne(ports.log, shown));
  if (!last)
    return Error{ErrorCode::kIntegrity, Said("an event of the log cannot be found.",
                                             "un événement du journal est introuvable.")};
  reader.size_ = as_of->value + 1;
  reader.at_head_ = false;
  reader.recorded_date_ = last->recorded_date;
  reader.recorded_ = last->recorded;
  return reader;
}

Result<FoldedStream> RegisterReader::LoadStream(const Subject& subject) const {
  CARTULARY_ASSIGN_OR_RETURN(FoldedStream stream, LoadStored(*state_, Table::kDossiers, subject));
  if (stream.empty()) {
    CARTULARY_ASSIGN_OR_RETURN(stream, LoadStored(*state_, Table::kReferences, subject));
  }
  if (!stream.empty() && stream.last_index.value >= size_) stream = {};
  const bool is_whole = !stream.empty() && stored_size_ >= size_;  // The history has no more of it.
  const PassedOver& passed_over = ports_.log.passed_over();
  const auto take = [&](const Event& event, std::string_view) -> Result<Visit> {
    if (event.index.value >= size_) return Visit::kStop;
    CARTULARY_RETURN_IF_ERROR(Fold(stream, event, passed_over));
    return Visit::kGoOn;
  };
  if (!is_whole) {
    CARTULARY_RETURN_IF_ERROR(ports_.log.ReadStream(subject, {stream.next_version}, take));
  }
  if (!stream.empty()) {
    // Those at its end count as versions, so that whoever appends takes the next one.
    stream.next_version = NextShown(passed_over, subject, stream.next_version).value;
  }
  return stream;
}

Result<Dossier> RegisterReader::LoadDossier(const LearnerId& learner, Date on) const {
  const auto load = [this](const Subject& subject) { return LoadStream(subject); };
  CARTULARY_ASSIGN_OR_RETURN(Dossier own, load(SubjectOf(learner)));
  CARTULARY_ASSIGN_OR_RETURN(own, FollowMergers(std::move(own), on, load));
  return JoinRegistrations(std::move(own), on, load);
}

Result<Reference> RegisterReader::LoadReference(const Citations& citations) const {
  ReferenceGatherer gatherer(ports_.hasher,
                             [this](const Subject& subject) { return LoadStream(subject); });
  CARTULARY_RETURN_IF_ERROR(gatherer.Gather(citations));
  return gatherer.Take();
}

Result<BindingRules> RegisterReader::ChooseRules(const EnrolmentTerms& terms,
                                                 const Reference& reference,
                                                 const EvaluateOptions& options) const {
  if (options.rules != nullptr) {
    return BindingRules{{options.revision.value_or(0), {}}, options.rules};
  }
  const CertificationCode& certification = terms.opened->certification;
  const FoldedStream& referential = reference.Referential(certification);
  const auto revision = options.revision ? FindRevision(referential, *options.revision)
                                         : FindAppliedRevision(referential, terms.edition);
  if (!revision) {
    const Text none = options.revision
                          ? Said("no {0}@{1} is published", "{0}@{1} n'est pas publiée",
                                 certification, *options.revision)
                          : Said("no revision of edition {0} of {1} is published",
                                 "aucune révision de l'édition {0} de {1} n'est publiée",
                                 terms.edition, certification);
    return Error{ErrorCode::kNotFound,
                 Said("{0}. `cartulary referential list` shows those that are.",
                      "{0}. `cartulary referential list` montre celles qui le sont.", none)};
  }
  CARTULARY_ASSIGN_OR_RETURN(auto rules, ports_.rules.Load(revision->text));
  return BindingRules{*revision, std::move(rules)};
}

Result<EvaluatedEnrolment> RegisterReader::EvaluateNow(const LearnerId& learner,
                                                       const EnrolmentId& enrolment,
                                                       const EvaluateOptions& options) const {
  EvaluatedEnrolment evaluated;
  CARTULARY_ASSIGN_OR_RETURN(evaluated.dossier, LoadDossier(learner, options.on));
  const auto terms = TermsOf(evaluated.dossier, enrolment, options.on);
  if (!terms || !terms->opened.entry->HoldsOn(options.on)) {
    return Error{ErrorCode::kNotFound, Said("the enrolment is not open on {0}.",
                                            "l'inscription n'est pas ouverte au {0}.", options.on)};
  }
  CARTULARY_ASSIGN_OR_RETURN(evaluated.reference, LoadReference(CitationsOf(evaluated.dossier)));
  CARTULARY_ASSIGN_OR_RETURN(auto binding, ChooseRules(*terms, evaluated.reference, options));
  evaluated.rules = std::move(binding.rules);
  evaluated.verdict = Evaluate(*evaluated.rules, binding.revision.number, evaluated.dossier,
                               enrolment, evaluated.reference, options.on);
  return evaluated;
}

Result<std::optional<Index>> FindLastRecorded(const EventLog& log, Instant instant) {
  CARTULARY_ASSIGN_OR_RETURN(const Head head, log.ReadHead());
  std::uint64_t first_later = 0;  // Everything below was recorded in time,
  std::uint64_t end = head.size;  // nothing from here on.
  while (first_later < end) {
    const std::uint64_t middle = first_later + (end - first_later) / 2;
    CARTULARY_ASSIGN_OR_RETURN(const auto event, ReadOne(log, {middle}));
    if (!event)
      return Error{ErrorCode::kIntegrity, Said("an event of the log cannot be found.",
                                               "un événement du journal est introuvable.")};
    if (event->recorded <= instant) {
      first_later = middle + 1;
    } else {
      end = middle;
    }
  }
  if (first_later == 0) return std::optional<Index>();
  return std::optional(Index{first_later - 1});
}

Status ScanBoard(const StateStore& state, const BoardFilter& filter,
                 const std::function<Result<Visit>(const BoardRow&)>& visit) {
  std::string prefix;
  if (filter.certification) {
    prefix += CodePart(*filter.certification);
    if (filter.campus) prefix += CodePart(*filter.campus);
    if (filter.campus && filter.cohort) prefix += CodePart(*filter.cohort);
  }
  return state.Scan(Table::kBoard, prefix, prefix,
                    [&](std::string_view, std::string_view value) -> Result<Visit> {
                      CARTULARY_ASSIGN_OR_RETURN(const BoardRow row, DecodeBoardRow(value));
                      if (filter.certification && row.certification != *filter.certification) {
                        return Visit::kGoOn;
                      }
                      if (filter.campus && row.campus != *filter.campus) return Visit::kGoOn;
                      if (filter.cohort && row.cohort != *filter.cohort) return Visit::kGoOn;
                      return visit(row);
                    });
}

Status ScanAwards(const StateStore& state,
                  const std::function<Result<Visit>(const AwardRow&)>& visit) {
  return state.Scan(Table::kAwards, "", "",
                    [&](std::string_view, std::string_view value) -> Result<Visit> {
                      CARTULARY_ASSIGN_OR_RETURN(const AwardRow row, DecodeAwardRow(value));
                      return visit(row);
                    });
}

Result<std::vector<AwardRow>> FindAwards(const StateStore& state, const AwardNumber& number) {
  std::vector<AwardRow> rows;
  const std::string prefix = CodePart(number);
  CARTULARY_RETURN_IF_ERROR(
      state.Scan(Table::kAwards, prefix, prefix,
                 [&](std::string_view, std::string_view value) -> Result<Visit> {
                   CARTULARY_ASSIGN_OR_RETURN(rows.emplace_back(), DecodeAwardRow(value));
                   return Visit::kGoOn;
                 }));
  return rows;
}

Status ScanVerdicts(const StateStore& state,
                    const std::function<Result<Visit>(const LearnerId&, const EnrolmentId&,
                                                      const VerdictRow&)>& visit) {
  return state.Scan(
      Table::kVerdicts, "", "", [&](std::string_view key, std::string_view value) -> Result<Visit> {
        constexpr std::size_t kIdBytes = sizeof(LearnerId::bytes);
        CARTULARY_ASSIGN_OR_RETURN(const auto learner, LearnerOfKey(key.substr(0, kIdBytes)));
        CARTULARY_ASSIGN_OR_RETURN(const auto enrolment, LearnerOfKey(key));
        CARTULARY_ASSIGN_OR_RETURN(const VerdictRow row, DecodeVerdictRow(value));
        return visit(learner, EnrolmentId{enrolment.bytes}, row);
      });
}

Result<std::optional<VerdictRow>> FindVerdict(const StateStore& state, const LearnerId& learner,
                                              const EnrolmentId& enrolment) {
  CARTULARY_ASSIGN_OR_RETURN(const auto value,
                             state.Get(Table::kVerdicts, VerdictKey(learner, enrolment)));
  if (!value) return std::optional<VerdictRow>();
  CARTULARY_ASSIGN_OR_RETURN(auto row, DecodeVerdictRow(*value));
  return std::optional(std::move(row));
}

Result<std::vector<LearnerId>> FindCiting(const StateStore& state, const Subject& cited) {
  std::vector<LearnerId> learners;
  const std::string prefix = SubjectKey(cited);
  CARTULARY_RETURN_IF_ERROR(
      state.Scan(Table::kCitations, prefix, prefix,
                 [&](std::string_view key, std::string_view) -> Result<Visit> {
                   CARTULARY_ASSIGN_OR_RETURN(learners.emplace_back(), LearnerOfKey(key));
                   return Visit::kGoOn;
                 }));
  return learners;
}

Result<std::vector<JuryId>> FindConvening(const StateStore& state, const LearnerId& learner) {
  std::vector<JuryId> juries;
  const std::string prefix = SubjectKey(SubjectOf(learner));
  CARTULARY_RETURN_IF_ERROR(
      state.Scan(Table::kConvocations, prefix, prefix,
                 [&](std::string_view key, std::string_view) -> Result<Visit> {
                   CARTULARY_ASSIGN_OR_RETURN(juries.emplace_back(), JuryOfKey(key));
                   return Visit::kGoOn;
                 }));
  return juries;
}

Status ScanDossiers(const StateStore& state, const std::function<Result<Visit>(Dossier&&)>& visit) {
  return state.Scan(Table::kDossiers, "", "",
                    [&](std::string_view, std::string_view value) -> Result<Visit> {
                      CARTULARY_ASSIGN_OR_RETURN(Dossier dossier, DecodeStream(value));
                      return visit(std::move(dossier));
                    });
}

}  // namespace cartulary
