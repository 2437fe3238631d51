// Checks of the register as a whole: editions, published figures, numbers used twice, who acted.
#include <algorithm>
#include <map>

#include "core/evaluate/node_context.h"
#include "core/findings/check_functions.h"
#include "core/fold/editions.h"

namespace cartulary {
namespace {

// What somebody published of a year, and where.
struct PublishedFigures {
  std::optional<std::uint32_t> certified;
  std::optional<std::uint32_t> by_vae;
  const Entry* source = nullptr;
};

std::optional<std::uint32_t> Unsigned(const std::optional<int>& figure) {
  if (!figure) return std::nullopt;
  return static_cast<std::uint32_t>(*figure);
}

// Those recorded as published and, for other years, those of the rules.
std::multimap<int, PublishedFigures> PublishedOf(const CertificationScope& scope) {
  std::multimap<int, PublishedFigures> published;
  for (const auto& held : HeldOn<StatisticsPublished>(scope.referential, scope.on)) {
    published.insert({held->year, {held->certified, held->by_vae, held.entry}});
  }
  for (const auto& [entry, rules] : scope.rules) {
    for (const StatisticsRow& row : rules->statistics) {
      if (published.contains(row.year)) continue;
      published.insert(
          {row.year, {Unsigned(row.certified), Unsigned(row.certified_by_vae), entry}});
    }
  }
  return published;
}

}  // namespace

std::vector<Found> RulesAdoptedLate(const CertificationScope& scope) {
  std::vector<Found> all;
  for (const auto& edition : HeldOn<EditionPublished>(scope.referential, scope.on)) {
    if (!edition->teaching_starts) continue;
    if (edition->adopted <= AddMonths(*edition->teaching_starts, 1)) continue;
    Found& found = all.emplace_back();
    found.about = edition.entry->index;
    found.text = Said("the rules of edition {0} were adopted on {1}; teaching began on {2}",
                      "les règles de l'édition {0} ont été adoptées le {1} ; l'enseignement a "
                      "commencé le {2}",
                      edition->edition, edition->adopted, *edition->teaching_starts);
    found.evidence = {CitedOf(scope.referential, *edition.entry)};
  }
  return all;
}

std::vector<Found> PlansAdoptedLate(const CertificationScope& scope) {
  std::map<AcademicYear, Found> by_year;
  for (const auto& plan : HeldOn<AssessmentPlanned>(scope.referential, scope.on)) {
    if (!plan->academic_year || plan.entry->replaces) continue;
    if (plan.entry->effective <= AddMonths(FirstDayOf(*plan->academic_year), 1)) continue;
    Found& found = by_year[*plan->academic_year];
    if (found.evidence.empty()) {
      found.about = plan.entry->index;
      found.part = ToText(*plan->academic_year);
    }
    found.evidence.push_back(CitedOf(scope.referential, *plan.entry));
  }
  std::vector<Found> all;
  for (auto& [year, found] : by_year) {
    found.text = Said("assessments of {0} were planned after its first month: {1}",
                      "des évaluations de {0} ont été prévues après le premier mois : {1}", year,
                      found.evidence.size());
    all.push_back(std::move(found));
  }
  return all;
}

std::vector<Found> StatisticsContradicted(const CertificationScope& scope) {
  std::vector<Found> all;
  for (const auto& [year, published] : PublishedOf(scope)) {
    const auto own = scope.figures.find(year);
    if (own == scope.figures.end()) continue;
    const auto contradict = [&, &source = *published.source](const char* part, std::uint32_t said,
                                                             std::uint32_t counted, Text text) {
      if (said == counted) return;
      Found& found = all.emplace_back();
      found.about = source.index;
      found.part = std::to_string(own->first) + '-' + part;
      found.text = std::move(text);
      found.evidence = {CitedOf(scope.referential, source), scope.last_awards.at(own->first)};
    };
    if (published.certified) {
      contradict("certified", *published.certified, own->second.certified,
                 Said("{0} holders were published for {1}, and the register has {2}",
                      "{0} certifiés ont été publiés pour {1}, et le registre en a {2}",
                      *published.certified, year, own->second.certified));
    }
    if (published.by_vae) {
      contradict("by_vae", *published.by_vae, own->second.by_vae,
                 Said("{0} holders by VAE were published for {1}, and the register has {2}",
                      "{0} certifiés par VAE ont été publiés pour {1}, et le registre en a {2}",
                      *published.by_vae, year, own->second.by_vae));
    }
  }
  return all;
}

std::vector<Found> NumberShared(const SharedNumberScope& scope) {
  if (scope.certificates.size() < 2) return {};
  Found found;
  found.evidence = scope.certificates;
  SortEvents(found.evidence);
  found.about = found.evidence.front().index;
  found.text = Said("one certificate number is recorded of {0} learners",
                    "un même numéro de certificat est enregistré pour {0} apprenants",
                    scope.certificates.size());
  return {std::move(found)};
}

namespace {

// Who approved the event; nullptr if nobody did, or if it only goes along with another of its
// commit, as the number of a title does with the title.
const Actor* ApproverOf(const Event& event) {
  const bool goes_along = event.kind == StreamKind::kAwardNumber;
  return goes_along || !event.by.approver ? nullptr : &*event.by.approver;
}

Found AboutEvent(const Event& event, Text text, std::vector<PersonId> persons) {
  Found found;
  found.about = event.index;
  found.text = std::move(text);
  found.persons = std::move(persons);
  found.evidence = {{event.subject, event.version, event.index}};
  return found;
}

}  // namespace

std::vector<Found> SamePerson(const Event& event) {
  const Actor* approver = ApproverOf(event);
  if (approver == nullptr || approver->person != event.by.actor.person) return {};
  return {AboutEvent(event,
                     Said("one person acted and approved", "une même personne a agi et approuvé"),
                     {approver->person})};
}

std::vector<Found> SameAccount(const Event& event) {
  const Actor* approver = ApproverOf(event);
  if (approver == nullptr || approver->person == event.by.actor.person) return {};
  if (!event.by.same_account && approver->uid != event.by.actor.uid) return {};
  return {AboutEvent(event,
                     Said("actor and approver used one account of the computer",
                          "l'auteur et l'approbateur ont utilisé le même compte de l'ordinateur"),
                     {event.by.actor.person, approver->person})};
}

}  // namespace cartulary
