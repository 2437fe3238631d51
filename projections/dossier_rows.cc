#include "projections/dossier_rows.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <variant>

#include "core/binary/stream.h"
#include "core/evaluate/aftermath.h"
#include "core/fold/fold.h"
#include "core/subjects.h"
#include "projections/lookups.h"
#include "projections/rows.h"

namespace cartulary {
namespace {

void AddCitations(const Dossier& dossier, const Hasher& hasher, std::vector<StateChange>& changes) {
  const LearnerId learner = IdFrom<LearnerId>(dossier.subject);
  const auto add = [&](const Subject& cited) {
    changes.push_back({Table::kCitations, CitationKey(cited, learner), std::string()});
  };
  const Citations citations = CitationsOf(dossier);
  for (const auto& certification : citations.referentials) add(SubjectOf(hasher, certification));
  for (const auto& jury : citations.juries) add(SubjectOf(jury));
}

// Of those taken out too: as of an earlier moment they stand.
void AddConvocations(const FoldedStream& jury, std::vector<StateChange>& changes) {
  std::set<LearnerId> learners;
  for (const Entry& entry : jury.entries) {
    const auto* convened = std::get_if<CandidateConvened>(&entry.fact);
    if (convened == nullptr) continue;
    if (!learners.insert(convened->learner).second) continue;
    const auto key = ConvocationKey(convened->learner, IdFrom<JuryId>(jury.subject));
    changes.push_back({Table::kConvocations, key, std::string()});
  }
}

}  // namespace

std::map<std::string, std::optional<AwardRow>> AwardRowsOf(const Dossier& dossier) {
  const LearnerId learner = IdFrom<LearnerId>(dossier.subject);
  std::map<std::string, std::optional<AwardRow>> rows;
  for (const Entry& entry : dossier.entries) {
    const auto* award = std::get_if<AwardIssued>(&entry.fact);
    if (award == nullptr) continue;
    auto& row = rows[AwardKey(award->number, learner)];
    if (entry.IsOut()) continue;
    row = AwardRow{.number = award->number,
                   .learner = learner,
                   .enrolment = award->enrolment,
                   .certification = award->certification,
                   .revision = award->revision,
                   .issued = entry.effective,
                   .version = entry.version,
                   .index = entry.index,
                   .voided_from = std::nullopt,
                   .withdrawn_from = std::nullopt};
    if (entry.superseded) row->voided_from = entry.superseded->from;
    const Entry* withdrawal = WithdrawalOf(dossier, entry, kEndOfTime);
    if (withdrawal != nullptr) row->withdrawn_from = withdrawal->effective;
  }
  return rows;
}

std::vector<StateChange> StreamChanges(const FoldedStream& stream, const Hasher& hasher) {
  const bool is_learner = stream.kind == StreamKind::kLearner;
  std::vector<StateChange> changes = LookupChanges(stream);
  changes.push_back({is_learner ? Table::kDossiers : Table::kReferences, SubjectKey(stream.subject),
                     EncodeStream(stream)});
  if (is_learner) {
    AddCitations(stream, hasher, changes);
    for (const auto& [key, row] : AwardRowsOf(stream)) {
      changes.push_back({Table::kAwards, key, row ? std::optional(EncodeRow(*row)) : std::nullopt});
    }
  }
  if (stream.kind == StreamKind::kJury) AddConvocations(stream, changes);
  return changes;
}

}  // namespace cartulary
