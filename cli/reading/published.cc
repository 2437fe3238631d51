#include "cli/reading/published.h"

#include <vector>

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
                 .message = "no rules of '" + code.text + "' are published",
                 .hint = "`cartulary referential list` shows those that are"};
}

}  // namespace

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
                   .message = "no rules are published",
                   .hint = "`cartulary referential publish FILE` publishes some"};
  }
  std::string list;
  for (const auto& code : codes) list += (list.empty() ? "" : ", ") + code.text;
  return Failure{.message = "which certification? There are " + list, .hint = "name one of them"};
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
  const auto revision = number ? FindRevision(stream, *number) : std::nullopt;
  if (!revision) {
    return Failure{.status = ExitStatus::kNotFound,
                   .message = name.certification.text + " has no revision " +
                              (number ? std::to_string(*number) : "yet"),
                   .hint = "`cartulary referential list` shows the revisions"};
  }
  Published published{{revision->number, revision->text}, nullptr};
  CARTULARY_ASSIGN_OR_RETURN(published.rules, reading.store().rules().Load(revision->text));
  return published;
}

}  // namespace cartulary::cli
