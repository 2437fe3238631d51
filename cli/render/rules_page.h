// The rules of a certification as a registrar or an auditor reads them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "cli/output/rows.h"
#include "cli/render/look.h"
#include "cli/render/words.h"
#include "core/facts/referential.h"
#include "core/ids.h"
#include "core/rules/referential.h"

namespace cartulary::cli {

// A revision in the log.
struct PublishedRevision {
  RevisionPublished fact;
  Date published;
  std::string author;  // A name, or the id.
  bool applied = false;
  // Since when, by which event and by whom; empty for the first of an edition, applied on
  // publication.
  struct Application {
    Date since;
    Index index;
    std::string approver;
  };
  std::optional<Application> application;  // The last, be another applied since.
};

// "completion of revision 1: settles week_days by ART-12"
std::string NatureOf(const RevisionPublished& revision, Language language);

// The revision that settled each assumption of a text, by its number; one that the first text of
// the edition settled has that of the first.
using SettledBy = std::map<AssumptionCode, std::uint32_t>;

// The certification, its routes, blocks and juries, the tree of requirements with their sentences,
// and what the text leaves open.
std::string RulesPage(const Referential& rules, const PublishedRevision& revision,
                      const Look& look);

// One requirement: its parameters, whom it binds, who may decide otherwise, its sentence.
std::string RequirementPage(const Referential& rules, const Requirement& requirement,
                            const Look& look);

// One block: its title, competencies and modalities, word for word.
std::string BlockPage(const Block& block, const Look& look);

// The requirements that name the assumption, "a b"; also "binding_route".
std::string LeaningOn(const Referential& rules, const AssumptionCode& id);

// The assumptions, each with its value, by what it is settled and since which revision, and what
// leans on it. Where it is not for people, "no" is a name that stays, whatever the language.
Rows AssumptionRows(const Referential& rules, const SettledBy& settled_by, Language language,
                    bool for_people);

Json ToJson(const Referential& rules, const PublishedRevision& revision);
Json ToJson(const Requirement& requirement);
Json ToJson(const Block& block);

}  // namespace cartulary::cli
