// Checks of the register as a whole: editions, published figures, numbers used twice, who acted.
#include <algorithm>
#include <cstdlib>
#include <iterator>
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
  std::optional<Decimal> employed_six_months;  // In percent, as those below.
  std::optional<Decimal> in_target_occupation_six_months;
  std::optional<Decimal> in_target_occupation_two_years;
  const Entry* source = nullptr;
};

std::optional<std::uint32_t> Unsigned(const std::optional<int>& figure) {
  if (!figure) return std::nullopt;
  return static_cast<std::uint32_t>(*figure);
}

std::optional<Decimal> Percent(const std::optional<int>& figure) {
  if (!figure) return std::nullopt;
  return Decimal::Of(*figure);
}

// Those recorded as published and, for other years, those of the rules.
std::multimap<int, PublishedFigures> PublishedOf(const CertificationScope& scope) {
  std::multimap<int, PublishedFigures> published;
  for (const auto& held : HeldOn<StatisticsPublished>(scope.referential, scope.on)) {
    published.insert({held->year,
                      {held->certified, held->by_vae, held->employed_six_months,
                       held->in_target_occupation_six_months, held->in_target_occupation_two_years,
                       held.entry}});
  }
  for (const auto& [entry, rules] : scope.rules) {
    for (const StatisticsRow& row : rules->statistics) {
      if (published.contains(row.year)) continue;
      published.insert(
          {row.year,
           {Unsigned(row.certified), Unsigned(row.certified_by_vae), Percent(row.employed_6_months),
            Percent(row.in_occupation_6_months), Percent(row.in_occupation_24_months), entry}});
    }
  }
  return published;
}

// Whether a published rate is a point or more from that of the answers. Both ways to round it are
// within a point.
bool Contradicts(Decimal published, const SurveyRate& counted) {
  const std::int64_t answered = counted.answered;
  const std::int64_t apart = published.hundredths * answered - std::int64_t{10000} * counted.yes;
  return answered != 0 && 100 * answered <= std::abs(apart);
}

// Of one year, compared figure by figure.
class YearComparison {
 public:
  YearComparison(const CertificationScope& scope, int year, const PublishedFigures& published,
                 std::vector<Found>& all)
      : scope_(scope), year_(year), published_(published), all_(all) {}

  void Count(const char* part, std::optional<std::uint32_t> said, std::uint32_t counted,
             const Phrase& what) {
    if (!said || *said == counted) return;
    Add(part, Said("{0}: {1} were published for {2}, and the register has {3}",
                   "{0} : {1} ont été publiés pour {2}, et le registre en a {3}", WordsOf(what),
                   *said, year_, counted));
  }
  void Rate(const char* part, std::optional<Decimal> said, const SurveyRate& counted,
            const Phrase& what) {
    if (!said || !Contradicts(*said, counted)) return;
    Add(part, Said("{0}: {1}% was published for {2}; in the register, {3} of {4} who answered",
                   "{0} : {1} % a été publié pour {2} ; dans le registre, {3} sur {4} réponses",
                   WordsOf(what), *said, year_, counted.yes, counted.answered));
  }

 private:
  void Add(const char* part, Text text) {
    Found& found = all_.emplace_back();
    found.about = published_.source->index;
    found.part = std::to_string(year_) + '-' + part;
    found.text = std::move(text);
    found.evidence = {CitedOf(scope_.referential, *published_.source),
                      scope_.last_awards.at(year_)};
  }

  const CertificationScope& scope_;
  int year_;
  const PublishedFigures& published_;
  std::vector<Found>& all_;
};

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
    const YearFigures& counted = own->second;
    YearComparison compare(scope, year, published, all);
    compare.Count("certified", published.certified, counted.certified, {"holders", "certifiés"});
    compare.Count("by_vae", published.by_vae, counted.by_vae,
                  {"holders by VAE", "certifiés par VAE"});
    compare.Rate("employed_six_months", published.employed_six_months, counted.employed_six_months,
                 {"employed after 6 months", "en emploi à 6 mois"});
    compare.Rate("in_target_occupation_six_months", published.in_target_occupation_six_months,
                 counted.in_target_occupation_six_months,
                 {"in the occupation aimed at after 6 months", "dans le métier visé à 6 mois"});
    compare.Rate("in_target_occupation_two_years", published.in_target_occupation_two_years,
                 counted.in_target_occupation_two_years,
                 {"in the occupation aimed at after 2 years", "dans le métier visé à 2 ans"});
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

Cited CitedOf(const Event& event) { return {event.subject, event.version, event.index}; }

std::vector<PersonId> OnBothSides(const FourEyesAct& act) {
  std::vector<PersonId> both;
  std::ranges::set_intersection(act.doing, act.approving, std::back_inserter(both));
  return both;
}

Found AboutAct(const FourEyesAct& act, Text text, std::vector<PersonId> persons) {
  Found found;
  found.about = act.act.index;
  found.text = std::move(text);
  found.persons = std::move(persons);
  found.evidence = {act.act};
  if (act.prepared) found.evidence.push_back(*act.prepared);
  return found;
}

}  // namespace

std::optional<FourEyesAct> FourEyesActOf(const Event& event) {
  const Attribution& by = event.by;
  if (!by.approver || event.kind == StreamKind::kAwardNumber) return std::nullopt;
  FourEyesAct act{.act = CitedOf(event)};
  act.doing = {by.actor.person};
  act.approving = {by.approver->person};
  act.one_account = by.same_account || by.approver->uid == by.actor.uid;
  return act;
}

FourEyesAct FourEyesActOf(const Event& published, const Event& applied) {
  FourEyesAct act{.act = CitedOf(applied), .prepared = CitedOf(published)};
  act.doing = {published.by.actor.person, std::get<RevisionPublished>(published.fact).author};
  act.approving = {applied.by.actor.person, std::get<RevisionApplied>(applied.fact).approver};
  act.one_account = applied.by.same_account || applied.by.actor.uid == published.by.actor.uid;
  return act;
}

std::vector<Found> SamePerson(const FourEyesAct& act) {
  std::vector<PersonId> both = OnBothSides(act);
  if (both.empty()) return {};
  return {AboutAct(
      act,
      act.prepared ? Said("who applied the revision had published it",
                          "qui a appliqué la révision l'avait publiée")
                   : Said("one person acted and approved", "une même personne a agi et approuvé"),
      std::move(both))};
}

std::vector<Found> SameAccount(const FourEyesAct& act) {
  if (!act.one_account || !OnBothSides(act).empty()) return {};
  std::vector<PersonId> all(act.doing.begin(), act.doing.end());
  all.insert(all.end(), act.approving.begin(), act.approving.end());
  return {AboutAct(act,
                   act.prepared ? Said("the revision was published and applied from one account of "
                                       "the computer",
                                       "la révision a été publiée et appliquée depuis un même "
                                       "compte de l'ordinateur")
                                : Said("actor and approver used one account of the computer",
                                       "l'auteur et l'approbateur ont utilisé le même compte de "
                                       "l'ordinateur"),
                   std::move(all))};
}

}  // namespace cartulary
