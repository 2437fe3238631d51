#include "cli/reading/published.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "cli/output/text.h"
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

// The revision applied to the edition that binds who enters on a day. Errors: not found.
OrFailure<std::optional<std::uint32_t>> AppliedOn(const FoldedStream& stream,
                                                  const CertificationCode& code, Date on) {
  const auto edition = EditionInForce(stream, on);
  if (!edition) {
    return Failure{
        .status = ExitStatus::kNotFound,
        .message = Said("no edition of {0} binds who enters on {1}",
                        "aucune édition de {0} ne lie qui entre le {1}", code, on),
        .hint = Said("`cartulary referential list` shows from when to when each does; {0}@N names "
                     "one whatever the day",
                     "`cartulary referential list` montre de quand à quand chacune le fait ; {0}@N "
                     "en désigne une quel que soit le jour",
                     code)};
  }
  const auto applied = FindAppliedRevision(stream, *edition);
  return applied ? std::optional(applied->number) : std::nullopt;
}

OrFailure<FoldedStream> FindReferential(Reading& reading, const RegisterReader& reader,
                                        const CertificationCode& code) {
  CARTULARY_ASSIGN_OR_RETURN(FoldedStream stream,
                             reader.LoadStream(SubjectOf(reading.store().hasher(), code)));
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

OrFailure<RevisionName> ParseRevision(std::string_view text) {
  const std::size_t at = text.find('@');
  const auto certification = CertificationCode::Parse(text.substr(0, at));
  RevisionName name;
  bool good = certification.has_value();
  if (good) name.certification = *certification;
  if (at != std::string_view::npos) {
    const std::string_view digits = text.substr(at + 1);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    good = good && error == std::errc() && end == digits.data() + digits.size() && number > 0;
    name.revision = number;
  }
  if (good) return name;
  return Failure{
      .message = Said("'{0}' names no rules", "« {0} » ne désigne aucune règle", Shortened(text)),
      .hint =
          Said("write a certification and, after @, the number of a revision: RNCP39304@1",
               "écrivez une certification et, après @, le numéro d'une révision : RNCP39304@1")};
}

OrFailure<Published> FindPublished(Reading& reading, const RegisterReader& reader,
                                   const RevisionName& name, std::optional<Date> on) {
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream stream,
                             FindReferential(reading, reader, name.certification));
  std::optional<std::uint32_t> number = name.revision;
  if (!number && on) {
    CARTULARY_ASSIGN_OR_RETURN(number, AppliedOn(stream, name.certification, *on));
  } else if (!number) {
    number = LatestApplied(stream);
  }
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

OrFailure<Published> ReadPublished(Reading& reading, const std::optional<std::string>& written,
                                   std::optional<Date> on) {
  RevisionName name;
  if (written) {
    CARTULARY_ASSIGN_OR_RETURN(name, ParseRevision(*written));
  } else {
    CARTULARY_ASSIGN_OR_RETURN(name.certification, OnlyCertification(reading));
  }
  return FindPublished(reading, reading.reader(), name, on);
}

OrFailure<SettledBy> ReadSettledBy(Reading& reading, const Published& published) {
  const RevisionPublished& last = published.revision.fact;
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream stream,
                             FindReferential(reading, reading.reader(), last.certification));
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
