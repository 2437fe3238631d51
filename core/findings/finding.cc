#include "core/findings/finding.h"

#include "core/check.h"
#include "core/evaluate/node_context.h"

namespace cartulary {

std::string IdOf(std::string_view check, const Found& found) {
  std::string id = std::string(check) + ':' + std::to_string(found.about.value);
  if (!found.part.empty()) id += ':' + found.part;
  return id;
}

std::string NotedText(const Finding& finding) {
  std::string text = finding.id + '\n';
  for (const Cited& cited : finding.evidence) {
    text += ToText(cited.subject) + '@' + std::to_string(cited.version.value) + '\n';
  }
  return text;
}

Finding FindingOf(const CheckInfo& check, Found found) {
  Finding finding;
  finding.check = &check;
  finding.id = IdOf(check.code, found);
  finding.about = found.about;
  finding.text = std::move(found.text);
  finding.persons = std::move(found.persons);
  finding.registrations = std::move(found.registrations);
  finding.evidence = std::move(found.evidence);
  CARTULARY_CHECK(!finding.evidence.empty());
  SortEvents(finding.evidence);
  finding.requirement = found.requirement;
  finding.assumptions = std::move(found.assumptions);
  return finding;
}

}  // namespace cartulary
