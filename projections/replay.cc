#include "projections/replay.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "core/binary/writer.h"
#include "core/evaluate/evaluate.h"
#include "core/fold/editions.h"
#include "core/fold/join.h"
#include "core/fold/terms.h"
#include "core/subjects.h"
#include "projections/parallel.h"
#include "projections/references.h"
#include "projections/registrations.h"
#include "projections/steps.h"
#include "projections/verdicts.h"

namespace cartulary {
namespace {

constexpr std::size_t kLearnersPerTask = 256;  // Share the juries and persons that they cite.

struct TwoRules {
  std::shared_ptr<const Referential> before;
  std::uint32_t before_number = 0;
  std::shared_ptr<const Referential> after;
  std::uint32_t after_number = 0;
};

// What a task finds, in the order of its learners.
struct Found {
  std::uint64_t enrolments = 0;
  std::vector<Impact> impacts;
  std::vector<LearnerId> survivors;  // Of registrations that were merged: judged with these.
};

class Task {
 public:
  Task(const ProjectionPorts& ports, const RegisterReader& reader, const TwoRules& rules, Date on)
      : reader_(reader),
        rules_(rules),
        on_(on),
        references_(ports.hasher,
                    [this](const Subject& subject) { return reader_.LoadStream(subject); }),
        steps_(ports.watch) {}

  Status Take(std::span<const LearnerId> learners, Found& found) {
    for (const LearnerId& learner : learners) {
      CARTULARY_RETURN_IF_ERROR(TakeOne(learner, found));
      CARTULARY_RETURN_IF_ERROR(steps_.Take());
    }
    return steps_.Tell();
  }

 private:
  Status TakeOne(const LearnerId& learner, Found& found) {
    const auto load = [this](const Subject& subject) { return reader_.LoadStream(subject); };
    CARTULARY_ASSIGN_OR_RETURN(Dossier own, load(SubjectOf(learner)));
    if (const auto survivor = SurvivorOf(own, on_)) {
      found.survivors.push_back(*survivor);
      return Ok{};
    }
    CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier, JoinRegistrations(std::move(own), on_, load));
    bool gathered = false;
    for (const auto& opened : EnrolmentsOn(dossier, on_)) {
      const auto terms = TermsOf(dossier, opened->enrolment, on_);
      if (opened->certification != rules_.after->certification ||
          terms->edition != rules_.after->edition.code) {
        continue;
      }
      if (!std::exchange(gathered, true)) {
        CARTULARY_RETURN_IF_ERROR(references_.Gather(CitationsOf(dossier)));
      }
      const auto judge = [&](const Referential& rules, std::uint32_t number) {
        return Evaluate(rules, number, dossier, opened->enrolment, references_.reference(), on_);
      };
      ++found.enrolments;
      auto impact = ImpactOf(judge(*rules_.before, rules_.before_number),
                             judge(*rules_.after, rules_.after_number), dossier);
      if (impact) found.impacts.push_back(*std::move(impact));
    }
    return Ok{};
  }

  const RegisterReader& reader_;
  const TwoRules& rules_;
  const Date on_;
  ReferenceGatherer references_;
  Steps steps_;
};

void WriteNode(const std::optional<VerdictNode>& node, BinaryWriter& writer) {
  writer.Write(node.has_value());
  if (!node) return;
  writer.Write(node->computed);
  writer.Write(node->decided);
  writer.Write(node->reason);
  writer.Write(node->values.size());
  for (const ReadValue& value : node->values) {
    writer.Write(value.name);
    writer.Write(value.text);
  }
  writer.Write(node->events.size());
  for (const Cited& cited : node->events) writer.Write(EventRef{cited.subject, cited.version});
}

void WriteCited(const std::optional<Cited>& cited, BinaryWriter& writer) {
  writer.Write(cited ? std::optional(EventRef{cited->subject, cited->version}) : std::nullopt);
}

void WriteImpact(const Impact& impact, BinaryWriter& writer) {
  writer.Write(impact.learner);
  writer.Write(impact.enrolment);
  writer.Write(impact.route);
  writer.Write(impact.standing_before);
  writer.Write(impact.standing_after);
  writer.Write(impact.met_before);
  writer.Write(impact.met_after);
  writer.Write(impact.act);
  writer.Write(impact.direction);
  WriteCited(impact.decision, writer);
  writer.Write(impact.decided);
  WriteCited(impact.award, writer);
  writer.Write(impact.award_number);
  writer.Write(impact.flips.size());
  for (const Flip& flip : impact.flips) {
    writer.Write(flip.requirement);
    writer.Write(flip.block);
    WriteNode(flip.before, writer);
    WriteNode(flip.after, writer);
    writer.Write(flip.is_cause);
    writer.Write(flip.is_appreciation);
  }
}

}  // namespace

Result<ReplayReport> Replay(const ProjectionPorts& ports, const StateStore& state,
                            const RegisterReader& reader, const ReplayQuestion& question) {
  ReplayReport report{.certification = question.rules->certification,
                      .edition = question.rules->edition.code,
                      .applied = 0,
                      .revision = question.revision,
                      .on = question.on,
                      .text = question.text,
                      .settings = question.settings,
                      .enrolments = 0,
                      .impacts = {}};
  const Subject subject = SubjectOf(ports.hasher, report.certification);
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream referential, reader.LoadStream(subject));
  const auto applied = FindAppliedRevision(referential, report.edition);
  if (!applied) {
    return Error{ErrorCode::kNotFound,
                 Said("no revision of edition {0} of {1} is published.",
                      "aucune révision de l'édition {0} de {1} n'est publiée.", report.edition,
                      report.certification)};
  }
  report.applied = applied->number;
  TwoRules rules{nullptr, applied->number, question.rules, question.revision};
  CARTULARY_ASSIGN_OR_RETURN(rules.before, ports.rules.Load(applied->text));

  CARTULARY_ASSIGN_OR_RETURN(std::vector<LearnerId> learners, FindCiting(state, subject));
  std::set<LearnerId> asked(learners.begin(), learners.end());
  while (!learners.empty()) {
    const std::size_t tasks = (learners.size() + kLearnersPerTask - 1) / kLearnersPerTask;
    std::vector<Found> found(tasks);
    CARTULARY_RETURN_IF_ERROR(ForEach(ports.executor, tasks, [&](std::size_t i) -> Status {
      const std::size_t first = i * kLearnersPerTask;
      const std::size_t count = std::min(kLearnersPerTask, learners.size() - first);
      return Task(ports, reader, rules, question.on)
          .Take({learners.data() + first, count}, found[i]);
    }));
    learners.clear();
    for (Found& one : found) {
      report.enrolments += one.enrolments;
      std::move(one.impacts.begin(), one.impacts.end(), std::back_inserter(report.impacts));
      for (const LearnerId& survivor : one.survivors) {
        if (asked.insert(survivor).second) learners.push_back(survivor);
      }
    }
  }
  std::ranges::sort(report.impacts, {}, [](const Impact& impact) {
    return std::pair(impact.learner, impact.enrolment);
  });
  return report;
}

std::vector<CaseOpened> CasesOf(const ReplayReport& report) {
  std::vector<CaseOpened> cases;
  for (const Impact& impact : report.impacts) {
    if (auto opened = CaseOf(impact)) cases.push_back(*std::move(opened));
  }
  return cases;
}

Hash DigestOf(const ReplayReport& report, const Hasher& hasher) {
  BinaryWriter writer;
  writer.Write(report.certification);
  writer.Write(report.edition);
  writer.Write(report.applied);
  writer.Write(report.revision);
  writer.Write(report.on);
  writer.Write(report.text);
  writer.Write(report.settings.size());
  for (const auto& [assumption, value] : report.settings) {
    writer.Write(assumption);
    writer.Write(value);
  }
  writer.Write(report.enrolments);
  writer.Write(report.impacts.size());
  for (const Impact& impact : report.impacts) WriteImpact(impact, writer);
  return hasher.Sha256(writer.Take());
}

}  // namespace cartulary
