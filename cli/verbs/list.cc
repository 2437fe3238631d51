// list: learners, awards, juries and persons, as rows.
#include <algorithm>
#include <map>
#include <ostream>
#include <set>

#include "cli/context.h"
#include "cli/did_you_mean.h"
#include "cli/option_values.h"
#include "cli/output/text.h"
#include "cli/reading/board.h"
#include "cli/reading/reading.h"
#include "cli/reading/sessions.h"
#include "cli/verbs/all.h"
#include "core/evaluate/aftermath.h"
#include "core/evaluate/offices.h"
#include "core/subjects.h"
#include "projections/afresh.h"

namespace cartulary::cli {
namespace {

// As written on the command line.
struct ListOptions {
  std::optional<std::string> certification;
  std::optional<std::string> campus;
  std::optional<std::string> cohort;
  std::optional<std::string> route;
  std::optional<std::string> standing;
};

// What is written, and what it means. A name of neither axis cannot be asked for.
struct Filter {
  std::optional<CertificationCode> certification;
  std::optional<CampusCode> campus;
  std::optional<CohortCode> cohort;
  std::optional<Route> route;
  std::optional<EnrolmentStanding> enrolment;
  std::optional<CertificationStanding> standing;

  bool IsOfEnrolment(const EnrolmentOpened& opened) const {
    return (!certification || opened.certification == *certification) &&
           (!campus || opened.campus == *campus) && (!cohort || opened.cohort == *cohort) &&
           (!route || opened.route == *route);
  }
  bool IsOfStanding(EnrolmentStanding where, CertificationStanding what) const {
    return (!enrolment || where == *enrolment) && (!standing || what == *standing);
  }
};

// By its name or its French term.
template <NamedEnum E>
std::optional<E> ParseTerm(std::string_view text) {
  for (const auto& entry : kEnumNames<E>) {
    if (entry.name == text || entry.french == text) return entry.value;
  }
  return std::nullopt;
}

template <NamedEnum E>
void AddNames(std::vector<std::string_view>& names) {
  for (const auto& entry : kEnumNames<E>) names.push_back(entry.name);
}

OrFailure<Filter> ParseFilter(const ListOptions& options) {
  Filter filter;
  CARTULARY_ASSIGN_OR_RETURN(
      filter.certification, ParseCode<CertificationCode>("--certification", options.certification));
  CARTULARY_ASSIGN_OR_RETURN(filter.campus, ParseCode<CampusCode>("--campus", options.campus));
  CARTULARY_ASSIGN_OR_RETURN(filter.cohort, ParseCode<CohortCode>("--cohort", options.cohort));
  if (options.route) {
    filter.route = ParseTerm<Route>(*options.route);
    if (!filter.route) {
      return NoSuch<Route>("--route", Said("route", "de voie d'accès"), *options.route);
    }
  }
  if (options.standing) {
    filter.enrolment = ParseTerm<EnrolmentStanding>(*options.standing);
    filter.standing = ParseTerm<CertificationStanding>(*options.standing);
    std::vector<std::string_view> names;
    AddNames<CertificationStanding>(names);
    AddNames<EnrolmentStanding>(names);
    if (!filter.enrolment && !filter.standing) {
      return Failure{.message = Said("--standing: there is no standing '{0}'",
                                     "--standing : il n'y a pas de situation « {0} »",
                                     Shortened(*options.standing)),
                     .hint = Suggestion(*options.standing, names)};
    }
  }
  return filter;
}

void DeclareFilter(OptionSet& set, ListOptions& options) {
  set.Option("--certification", options.certification,
             Said("only of this certification", "seulement de cette certification"));
  set.Option("--campus", options.campus, Said("only of this campus", "seulement de ce campus"));
  set.Option("--cohort", options.cohort,
             Said("only of this cohort (promotion)", "seulement de cette promotion"));
  set.Option("--route", options.route,
             Said("only by this route: apprenticeship, vae, …",
                  "seulement par cette voie : apprentissage, VAE, …"));
}

std::vector<ExitNote> ExitsOfList() {
  return {
      {ExitStatus::kYes, Said("the rows, if any", "les lignes, s'il y en a")},
      {ExitStatus::kUsage},
      {ExitStatus::kNotFound, Said("there is no such store, or it had no event then",
                                   "le registre n'existe pas, ou n'avait alors aucun événement")},
      {ExitStatus::kWorld},
      {ExitStatus::kIntegrity}};
}

Json OrNull(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

// What a table says in words, other programs get as a name that stays.
template <NamedEnum E>
std::string WordOf(const Context& context, E value) {
  return context.IsForPeople() ? Short(context.options.language, value)
                               : std::string(ToName(value));
}

// For programs, the registration that goes on has a column of its own.
std::string LearnerCell(const Context& context, const RegistrationName& who) {
  return context.IsForPeople() ? RegistrationText(who.number, who.now, context.options.language)
                               : who.number;
}

// "12 admitted, 3 in progress", most first.
std::string CountsText(const std::map<std::string, std::size_t>& counts) {
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text;
  for (const auto& [name, count] : sorted) {
    text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + name;
  }
  return text;
}

// Rows sorted by the columns named first, which are texts, numbers or null.
void SortRows(Rows& rows, std::vector<std::size_t> columns) {
  std::stable_sort(rows.rows.begin(), rows.rows.end(), [&](const auto& a, const auto& b) {
    for (const std::size_t column : columns) {
      if (a[column] != b[column]) return a[column] < b[column];
    }
    return false;
  });
}

// Of those that judge nobody.
void PrintList(Rows& rows, const Text& nothing, const Reading& reading, Date on,
               const Context& context, const Text& summary = {}) {
  const Viewpoint viewpoint = ViewpointOf(reading.reader(), on);
  rows.about = Stated(viewpoint, Json{{"count", rows.rows.size()}});
  context.Print(rows, nothing);
  if (context.IsForPeople() && !rows.rows.empty() && !summary.empty()) {
    context.Say("");
    context.Say(summary);
  }
  SayViewpoint(viewpoint, context);
}

Text NobodyIsJudged() {
  return Said(
      "nobody is judged in this list; `cartulary list learners` and `cartulary trace` judge "
      "by them",
      "cette liste ne juge personne ; `cartulary list learners` et `cartulary trace` jugent "
      "selon elles");
}

// ---- Learners

Json MissingCell(const BoardRow& row) {
  Json cell = Json::array();
  for (const MissingRow& missing : row.missing) {
    cell.push_back(missing.block ? missing.block->text + "/" + missing.requirement.text
                                 : missing.requirement.text);
  }
  return cell;
}

// For a table: a block as one, the first few, and how many more.
std::string MissingText(const BoardRow& row) {
  constexpr std::size_t kShown = 4;
  std::vector<std::string> names;
  for (const MissingRow& missing : row.missing) {
    const std::string& name = missing.block ? missing.block->text : missing.requirement.text;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kShown); ++i) {
    text += (i == 0 ? "" : " ") + names[i];
  }
  return names.size() > kShown ? text + " +" + std::to_string(names.size() - kShown) : text;
}

OrFailure<ExitStatus> RunListLearners(const ListOptions& options, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const Filter filter, ParseFilter(options));
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  const Language language = context.options.language;
  Rows rows;
  rows.columns = {{"learner", Said("LEARNER", "APPRENANT")},
                  {"name", Said("NAME", "NOM")},
                  {"certification", Said("CERTIFICATION", "CERTIFICATION")},
                  {"route", Said("ROUTE", "VOIE")},
                  {"campus", Said("CAMPUS", "CAMPUS")},
                  {"cohort", Said("COHORT", "PROMOTION")},
                  {"enrolled", Said("ENROLLED", "INSCRIPTION")},
                  {"standing", Said("STANDING", "SITUATION")},
                  {"missing", Said("MISSING", "MANQUE")}};
  // Which of several a line is, `status --enrolment` asks of programs only.
  if (!context.IsForPeople()) {
    rows.columns.push_back({"enrolment", Said("NO", "N°")});
    rows.columns.push_back({"now", Said("NOW", "AUJOURD'HUI")});
  }
  std::map<std::string, std::size_t> counts;
  const Date on = context.options.on.value_or(reading->reader().recorded_date());
  const auto add = [&](const BoardRow& row) -> Status {
    EnrolmentOpened opened;
    opened.certification = row.certification;
    opened.campus = row.campus;
    opened.cohort = row.cohort;
    opened.route = row.route;
    if (!filter.IsOfEnrolment(opened) ||
        !filter.IsOfStanding(row.enrolment_standing, row.standing)) {
      return Ok{};
    }
    CARTULARY_ASSIGN_OR_RETURN(const auto who,
                               NameRegistrationOf(*reading, row.learner, row.enrolment, on));
    std::vector<Json> cells{LearnerCell(context, who),
                            OrNull(who.name),
                            row.certification.text,
                            WordOf(context, row.route),
                            row.campus.text,
                            row.cohort.text,
                            WordOf(context, row.enrolment_standing),
                            WordOf(context, row.standing),
                            context.IsForPeople() ? Json(MissingText(row)) : MissingCell(row)};
    if (!context.IsForPeople()) {
      CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier,
                                 reading->reader().LoadDossier(row.learner, on));
      cells.push_back(OrdinalOf(dossier, row.enrolment));
      cells.push_back(OrNull(who.now));
    }
    rows.rows.push_back(std::move(cells));
    ++counts[WordOf(context, row.standing)];
    return Ok{};
  };
  CARTULARY_ASSIGN_OR_RETURN(
      const Board board,
      ReadBoard(*reading, context, {filter.certification, filter.campus, filter.cohort}));
  for (const BoardRow& row : board.rows) CARTULARY_RETURN_IF_ERROR(add(row));
  SortRows(rows, {2, 5, 0});
  rows.about = Stated(board.viewpoint, Json{{"count", rows.rows.size()}, {"standings", counts}});
  context.Print(rows, Said("no learner matches", "aucun apprenant ne correspond"));
  if (context.IsForPeople() && !rows.rows.empty()) {
    context.Say("");
    context.Say(Count(rows.rows.size(), Say(language, "enrolment", "parcours"),
                      Say(language, "enrolments", "parcours")) +
                Say(language, ": ", " : ") + CountsText(counts));
  }
  SayViewpoint(board.viewpoint, context);
  return ExitStatus::kYes;
}

// ---- Awards

OrFailure<ExitStatus> RunListAwards(const ListOptions& options, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const Filter filter, ParseFilter(options));
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  const Date on = context.options.on.value_or(reading->reader().recorded_date());
  Rows rows;
  rows.columns = {{"number", Said("AWARD", "TITRE")},
                  {"issued", Said("ISSUED", "DÉLIVRÉ")},
                  {"learner", Said("LEARNER", "APPRENANT")},
                  {"name", Said("NAME", "NOM")},
                  {"certification", Said("CERTIFICATION", "CERTIFICATION")},
                  {"route", Said("ROUTE", "VOIE")},
                  {"cohort", Said("COHORT", "PROMOTION")},
                  {"overridden", Said("DESPITE", "MALGRÉ")},
                  {"voided_from", Said("VOIDED", "ANNULÉ")},
                  {"withdrawn_from", Said("WITHDRAWN", "RETIRÉ")},
                  {"entry", Said("ENTRY", "SAISIE")}};
  if (!context.IsForPeople()) rows.columns.push_back({"now", Said("NOW", "AUJOURD'HUI")});
  const auto add = [&](const AwardRow& row) -> Status {
    CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier,
                               reading->reader().LoadStream(SubjectOf(row.learner)));
    const Entry* entry = FindEntry(dossier, row.version);
    const auto* issued = entry == nullptr ? nullptr : std::get_if<AwardIssued>(&entry->fact);
    if (issued == nullptr || on < entry->effective) return Ok{};
    const auto enrolments = EnrolmentsOf(dossier);
    const auto at = std::find_if(enrolments.begin(), enrolments.end(), [&](const auto& held) {
      return held->enrolment == issued->enrolment;
    });
    if (at == enrolments.end()) return Ok{};
    EnrolmentOpened opened = *at->fact;
    opened.route = RouteOf(dossier, {entry, issued});
    if (!filter.IsOfEnrolment(opened)) return Ok{};
    CARTULARY_ASSIGN_OR_RETURN(const auto who, NameRegistration(*reading, row.learner, on));
    Json despite = Json::array();
    for (const FindingCode& finding : issued->overridden) despite.push_back(finding.text);
    Json voided;
    if (entry->superseded) {
      voided = ToText(entry->superseded->from.value_or(entry->effective));
    }
    Json withdrawn;
    if (const Entry* withdrawal = WithdrawalOf(dossier, *entry, on)) {
      withdrawn = ToText(withdrawal->effective);
    }
    rows.rows.push_back({row.number.text, ToText(entry->effective), LearnerCell(context, who),
                         OrNull(who.name), issued->certification.text,
                         WordOf(context, opened.route), opened.cohort.text, despite, voided,
                         withdrawn, WordOf(context, entry->entry)});
    if (!context.IsForPeople()) rows.rows.back().push_back(OrNull(who.now));
    return Ok{};
  };
  CARTULARY_ASSIGN_OR_RETURN(const StateStore* state, reading->store().CurrentState());
  CARTULARY_ASSIGN_OR_RETURN(const auto awards,
                             AwardsSeen(reading->store().projections(), *state, reading->reader()));
  for (const AwardRow& row : awards) CARTULARY_RETURN_IF_ERROR(add(row));
  PrintList(
      rows, Said("no award matches", "aucun titre ne correspond"), *reading, on, context,
      {Count(rows.rows.size(), "titre", "titres"), Count(rows.rows.size(), "award", "awards")});
  return ExitStatus::kYes;
}

// ---- Juries

OrFailure<ExitStatus> RunListJuries(const ListOptions& options, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const Filter filter, ParseFilter(options));
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  const Date on = context.options.on.value_or(reading->reader().recorded_date());
  Rows rows;
  rows.columns = {{"session", Said("SESSION", "SESSION")},
                  {"date", Said("DATE", "DATE")},
                  {"kind", Said("KIND", "NATURE")},
                  {"certification", Said("CERTIFICATION", "CERTIFICATION")},
                  {"campus", Said("CAMPUS", "CAMPUS")},
                  {"chair", Said("CHAIR", "PRÉSIDENCE")},
                  {"members", Said("MEMBERS", "MEMBRES"), Column::Align::kRight},
                  {"candidates", Said("CANDIDATES", "CANDIDATS"), Column::Align::kRight},
                  {"minuted", Said("MINUTED", "AU PV"), Column::Align::kRight}};
  const auto add = [&](const FoldedStream& stream) -> Status {
    const auto session = SessionOn(stream, on);
    if (!session) return Ok{};
    const JuryAppointed& jury = *session->appointed.fact;
    if (filter.certification && jury.certification != *filter.certification) return Ok{};
    if (filter.campus && jury.campus != *filter.campus) return Ok{};
    std::size_t minuted = 0;
    for (const auto& minutes : HeldOn<MinutesSealed>(stream, on)) {
      minuted += minutes->decisions.size();
    }
    rows.rows.push_back({jury.code.text, ToText(jury.session_date), WordOf(context, jury.kind),
                         jury.certification.text, jury.campus.text,
                         reading->identities().Label(session->chair), session->members.size(),
                         CandidatesOn(stream, on).size(), minuted});
    return reading->identities().status();
  };
  CARTULARY_RETURN_IF_ERROR(reading->ForEachReference(StreamKind::kJury, add));
  SortRows(rows, {1, 0});
  PrintList(rows, Said("no jury matches", "aucun jury ne correspond"), *reading, on, context);
  return ExitStatus::kYes;
}

// ---- Persons

// The offices that a person holds on a day.
Json OfficesOn(const FoldedStream& institution, const PersonId& person, Date on,
               const Context& context) {
  Json offices = Json::array();
  std::set<std::pair<Office, std::optional<CampusCode>>> seen;
  for (const auto& held : HeldOn<OfficeHeld>(institution, on)) {
    if (held->person != person || !seen.emplace(held->office, held->campus).second) continue;
    if (OfficeOn(institution, person, held->office, held->campus, on) == nullptr) continue;
    offices.push_back(WordOf(context, held->office) +
                      (held->campus ? " " + held->campus->text : ""));
  }
  return offices;
}

OrFailure<ExitStatus> RunListPersons(Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  const Date on = context.options.on.value_or(reading->reader().recorded_date());
  CARTULARY_ASSIGN_OR_RETURN(
      const FoldedStream institution,
      reading->reader().LoadStream(InstitutionSubject(reading->store().hasher())));
  Rows rows;
  rows.columns = {{"number", Said("NUMBER", "MATRICULE")},
                  {"name", Said("NAME", "NOM")},
                  {"offices", Said("OFFICES", "FONCTIONS")},
                  {"id", Said("ID", "ID")}};
  const auto add = [&](const FoldedStream& stream) -> Status {
    if (HeldOn<PersonRegistered>(stream, on).empty()) return Ok{};
    CARTULARY_ASSIGN_OR_RETURN(const auto who, reading->identities().FindIn(stream));
    const auto person = IdFrom<PersonId>(stream.subject);
    rows.rows.push_back({OrNull(who.number), OrNull(who.name),
                         OfficesOn(institution, person, on, context), ToText(person)});
    return Ok{};
  };
  CARTULARY_RETURN_IF_ERROR(reading->ForEachReference(StreamKind::kPerson, add));
  SortRows(rows, {0, 3});
  PrintList(rows, Said("nobody is registered", "personne n'est enregistré"), *reading, on, context);
  return ExitStatus::kYes;
}

}  // namespace

Verb ListPersonsVerb() {
  return {.name = "list persons",
          .summary = Said("staff, tutors and jurors, with the offices that they hold",
                          "personnels, tuteurs et jurés, avec les fonctions qu'ils exercent"),
          .details = Said(
              "Numbers and names are read with the store's key file (--keys); without it only ids "
              "are known.",
              "Les matricules et les noms se lisent avec le fichier de clés du registre (--keys) ; "
              "sans lui, on ne connaît que les identifiants."),
          .example = "  cartulary list persons --on 2025-07-10",
          .exits = ExitsOfList(),
          .takes = {.on = true, .as_of = true, .csv = true, .no_rules = NobodyIsJudged()},
          .declare = [](OptionSet&) {},
          .run = [](Context& context) { return RunListPersons(context); }};
}

Verb ListLearnersVerb() {
  const auto options = std::make_shared<ListOptions>();
  return {
      .name = "list learners",
      .summary = Said("learners and where each stands", "les apprenants et la situation de chacun"),
      .details = Said(
          "Without --on, as judged at the date of the last event of the log. Each enrolment of a "
          "learner has its line; --json and --csv give the number that `status --enrolment` takes. "
          "With --rules, the enrolments that its edition binds, and how many are left out.",
          "Sans --on, telle que jugée à la date du dernier événement du journal. Chaque parcours "
          "d'un apprenant a sa ligne ; --json et --csv donnent le numéro que prend `status "
          "--enrolment`. Avec --rules, les parcours que lie son édition, et combien sont omis."),
      .example =
          "  cartulary list learners --cohort 2022 --standing conditions_met\n"
          "  cartulary list learners --route apprenticeship --csv > apprentis.csv",
      .exits = ExitsOfList(),
      .takes = {.on = true, .as_of = true, .rules = true, .csv = true},
      .declare =
          [options](OptionSet& set) {
            DeclareFilter(set, *options);
            set.Option("--standing", options->standing,
                       Said("only those of this standing, of either axis: conditions_met, left, …",
                            "seulement ceux dans cette situation, sur l'un ou l'autre axe : "
                            "conditions réunies, "
                            "sorti, …"));
          },
      .run = [options](Context& context) { return RunListLearners(*options, context); }};
}

Verb ListAwardsVerb() {
  const auto options = std::make_shared<ListOptions>();
  return {.name = "list awards",
          .summary = Said("the register of awards", "le registre des titres"),
          .example = "  cartulary list awards --certification RNCP39304",
          .exits = ExitsOfList(),
          .takes = {.on = true, .as_of = true, .csv = true, .no_rules = NobodyIsJudged()},
          .declare = [options](OptionSet& set) { DeclareFilter(set, *options); },
          .run = [options](Context& context) { return RunListAwards(*options, context); }};
}

Verb ListJuriesVerb() {
  const auto options = std::make_shared<ListOptions>();
  return {.name = "list juries",
          .summary = Said("sessions of juries, by date", "les sessions de jury, par date"),
          .example = "  cartulary list juries --campus AIX",
          .exits = ExitsOfList(),
          .takes = {.on = true, .as_of = true, .csv = true, .no_rules = NobodyIsJudged()},
          .declare =
              [options](OptionSet& set) {
                set.Option("--certification", options->certification,
                           Said("only of this certification", "seulement de cette certification"));
                set.Option("--campus", options->campus,
                           Said("only of this campus", "seulement de ce campus"));
              },
          .run = [options](Context& context) { return RunListJuries(*options, context); }};
}

}  // namespace cartulary::cli
