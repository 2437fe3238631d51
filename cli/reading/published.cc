#include "cli/reading/published.h"

#include <algorithm>
#include <set>
#include <utility>

#include "cli/reading/reading.h"
#include "core/fold/editions.h"
#include "core/subjects.h"

namespace cartulary::cli {
namespace {

// The revision applied to the edition published last.
std::optional<std::uint32_t> LatestApplied(const FoldedStream& stream) {
  std::optional<std::uint32_t> latest;
  for (const Entry& entry : stream.entries) {
    const auto* edition = std::get_if<EditionPublished>(&entry.fact);
    if (edition == nullptr || entry.IsOut()) continue;
    if (const auto applied = FindAppliedRevision(stream, edition->edition)) {
      latest = applied->number;
    }
  }
  return latest;
}

OrFailure<FoldedStream> FindReferential(Reading& reading, const CertificationCode& code) {
  CARTULARY_ASSIGN_OR_RETURN(
      FoldedStream stream, reading.reader().LoadStream(SubjectOf(reading.store().hasher(), code)));
  if (!stream.empty()) return stream;
  return Failure{.status = ExitStatus::kNotFound,
                 .message = Said("no rules of '{0}' are published",
                                 "aucune règle de « {0} » n'est publiée", code.text),
                 .hint = Said("`cartulary referential list` shows those that are",
                              "`cartulary referential list` montre celles qui le sont")};
}

}  // namespace

std::string NameOf(const Published& published) {
  return published.rules->certification.text + "@" + std::to_string(published.revision.fact.number);
}

std::vector<PublishedRevision> RevisionsIn(const FoldedStream& stream, Identities& identities) {
  std::vector<PublishedRevision> revisions;
  for (const Entry& entry : stream.entries) {
    const auto* fact = std::get_if<RevisionPublished>(&entry.fact);
    if (fact == nullptr || entry.IsOut()) continue;
    const auto applied = FindAppliedRevision(stream, fact->edition);
    PublishedRevision revision{*fact, entry.effective, identities.Label(fact->author),
                               applied && applied->number == fact->number, std::nullopt};
    for (const Entry& later : stream.entries) {
      const auto* application = std::get_if<RevisionApplied>(&later.fact);
      if (application == nullptr || application->number != fact->number) continue;
      revision.application = {later.recorded_date, later.index,
                              identities.Label(application->approver)};
    }
    revisions.push_back(std::move(revision));
  }
  return revisions;
}

OrFailure<CertificationCode> OnlyCertification(Reading& reading) {
  std::vector<CertificationCode> codes;
  CARTULARY_RETURN_IF_ERROR(
      reading.ForEachReference(StreamKind::kReferential, [&](const FoldedStream& stream) -> Status {
        for (const Entry& entry : stream.entries) {
          const auto* edition = std::get_if<EditionPublished>(&entry.fact);
          if (edition == nullptr) continue;
          codes.push_back(edition->certification);
          break;
        }
        return Ok{};
      }));
  if (codes.size() == 1) return codes.front();
  if (codes.empty()) {
    return Failure{.status = ExitStatus::kNotFound,
                   .message = Said("no rules are published", "aucune règle n'est publiée"),
                   .hint = Said("`cartulary referential publish FILE` publishes some",
                                "`cartulary referential publish FICHIER` en publie")};
  }
  std::string list;
  for (const auto& code : codes) list += (list.empty() ? "" : ", ") + code.text;
  return Failure{.message = Said("which certification? There are {0}",
                                 "quelle certification ? Il y a {0}", list),
                 .hint = Said("name one of them", "nommez l'une d'elles")};
}

OrFailure<Published> ReadPublished(Reading& reading, const std::optional<std::string>& written) {
  RevisionName name;
  if (written) {
    CARTULARY_ASSIGN_OR_RETURN(name, ParseRevision(*written));
  } else {
    CARTULARY_ASSIGN_OR_RETURN(name.certification, OnlyCertification(reading));
  }
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream stream,
                             FindReferential(reading, name.certification));
  const auto number = name.revision ? name.revision : LatestApplied(stream);
  auto revisions = RevisionsIn(stream, reading.identities());
  CARTULARY_RETURN_IF_ERROR(reading.identities().status());
  const auto revision = std::find_if(revisions.begin(), revisions.end(), [&](const auto& one) {
    return number && one.fact.number == *number;
  });
  if (revision == revisions.end()) {
    return Failure{.status = ExitStatus::kNotFound,
                   .message = number
                                  ? Said("{0} has no revision {1}", "{0} n'a pas de révision {1}",
                                         name.certification, *number)
                                  : Said("{0} has no revision yet",
                                         "{0} n'a encore aucune révision", name.certification),
                   .hint = Said("`cartulary referential list` shows the revisions",
                                "`cartulary referential list` montre les révisions")};
  }
  Published published{std::move(*revision), nullptr};
  CARTULARY_ASSIGN_OR_RETURN(published.rules,
                             reading.store().rules().Load(published.revision.fact.text));
  return published;
}

OrFailure<SettledBy> ReadSettledBy(Reading& reading, const Published& published) {
  const RevisionPublished& last = published.revision.fact;
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream stream,
                             FindReferential(reading, last.certification));
  SettledBy settled_by;
  // Backwards from the text at hand, as long as they say the same of the assumption.
  std::set<AssumptionCode> open;
  for (const Assumption& assumption : published.rules->assumptions) {
    if (assumption.settlement) open.insert(assumption.id);
  }
  const auto revisions = RevisionsIn(stream, reading.identities());
  for (auto one = revisions.rbegin(); one != revisions.rend(); ++one) {
    if (one->fact.edition != last.edition || one->fact.number > last.number) continue;
    CARTULARY_ASSIGN_OR_RETURN(const auto rules, reading.store().rules().Load(one->fact.text));
    std::erase_if(open, [&](const AssumptionCode& id) {
      const Assumption* now = FindAssumption(*published.rules, id);
      const Assumption* then = FindAssumption(*rules, id);
      const bool same = then != nullptr && then->settlement == now->settlement;
      if (same) settled_by[id] = one->fact.number;
      return !same;
    });
  }
  return settled_by;
}

}  // namespace cartulary::cli
