// One revision of a certification's rules: what a rule file says, as values. Immutable once loaded.
// `Fields` lists each struct's members by the keys of a rule file (docs/spec/rules-format.md).
//
// Evaluate (core/evaluate) reads `requirements` from `root` down; the rest is what a registrar or
// an auditor is shown about the certification. The log keeps the file's bytes, never these values.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/code.h"
#include "core/facts/vocabulary.h"
#include "core/ids.h"
#include "core/rules/node.h"
#include "core/text.h"
#include "core/time.h"

namespace cartulary {

template <typename V, ConstOrNot<Text> N>
void Fields(V&& visit, N& node) {
  visit("fr", node.fr, "in French");
  visit("en", node.en, "in English");
}

// Where a statement comes from.
struct Source {
  std::string document;  // The id of a Document. Empty: see Requirement::assumption.
  std::string place;     // "Modalités d'acquisition, tiret 2"
  std::string quote;     // The exact words, in the document's language.
  friend bool operator==(const Source&, const Source&) = default;
};
template <typename V, ConstOrNot<Source> N>
void Fields(V&& visit, N& node) {
  visit("document", node.document, "id of a document");
  visit("place", node.place, "where in the document");
  visit("quote", node.quote, "the exact words");
}

struct Document {
  std::string id;  // "fiche"
  Text title;
  std::optional<Hash> sha256;  // Empty: to confirm.
  std::optional<std::string> url;
  friend bool operator==(const Document&, const Document&) = default;
};
template <typename V, ConstOrNot<Document> N>
void Fields(V&& visit, N& node) {
  visit("id", node.id, "name by which sources cite it");
  visit("title", node.title, "what it is");
  visit("sha256", node.sha256, "hash of the document, once confirmed");
  visit("url", node.url, "where it is published");
}

// What settled an assumption: an article of a document that the school holds.
struct Settlement {
  std::string document;  // The id of a Document.
  Hash sha256;           // Of the document as it was then.
  std::string article;
  friend bool operator==(const Settlement&, const Settlement&) = default;
};
template <typename V, ConstOrNot<Settlement> N>
void Fields(V&& visit, N& node) {
  visit("document", node.document, "id of a document");
  visit("sha256", node.sha256, "hash of that document");
  visit("article", node.article, "where it says so");
}

// hypothèse: what the text does not say and the rules have to.
struct Assumption {
  AssumptionCode id;
  Text label;  // The question that the text leaves open.
  Text why;    // Why the default is what it is.
  AssumptionKind kind{};
  std::vector<std::string> choices;  // The names allowed, for kChoice only.
  std::string default_value;
  std::string value;  // In force: the default, what settled it, or a trial value.
  std::optional<Settlement> settlement;
  friend bool operator==(const Assumption&, const Assumption&) = default;
};
template <typename V, ConstOrNot<Assumption> N>
void Fields(V&& visit, N& node) {
  visit("id", node.id, "code of the assumption");
  visit("label", node.label, "the question that the text leaves open");
  visit("why", node.why, "why the default is what it is");
  visit("kind", node.kind, "what its value is");
  visit("choices", node.choices, "the names allowed, of a choice");
  visit("default", node.default_value, "what holds until it is settled");
  visit("value", node.value, "what holds");
  visit("settlement", node.settlement, "what settled it");
}

struct Requirement {
  RequirementCode id;
  Text label;
  Source source;
  std::optional<AssumptionCode> assumption;  // When no text asks for it: the assumption that does.
  std::vector<Route> routes;     // Whom it binds. Empty: whoever the requirement above it binds.
  bool jury_discretion = false;  // A jury's decision may prevail over what is computed here.
  std::vector<Authority> waivable_by;  // Who may dispense from it. Empty: nobody.
  Node node;
  friend bool operator==(const Requirement&, const Requirement&) = default;
};
template <typename V, ConstOrNot<Requirement> N>
void Fields(V&& visit, N& node) {
  visit("id", node.id, "code of the requirement");
  visit("label", node.label, "what it asks");
  visit("source", node.source, "the sentence that asks it");
  visit("assumption", node.assumption, "the assumption that asks it, where no text does");
  visit("routes", node.routes, "whom it binds; empty: whoever the requirement above binds");
  visit("jury_discretion", node.jury_discretion, "whether a jury may decide it otherwise");
  visit("waivable_by", node.waivable_by, "who may dispense from it");
  visit("node", node.node, "what is to be satisfied");
}

// A code of a public nomenclature with its label: NSF, Formacode, ROME.
struct CodedLabel {
  std::string code;
  std::string label;
  friend bool operator==(const CodedLabel&, const CodedLabel&) = default;
};
template <typename V, ConstOrNot<CodedLabel> N>
void Fields(V&& visit, N& node) {
  visit("code", node.code, "code of the nomenclature");
  visit("label", node.label, "its label, as published");
}

struct Competency {
  CompetencyCode id;  // "BC01-C01"
  std::string text;   // Word for word, no-break spaces included.
  friend bool operator==(const Competency&, const Competency&) = default;
};
template <typename V, ConstOrNot<Competency> N>
void Fields(V&& visit, N& node) {
  visit("id", node.id, "code of the competency");
  visit("text", node.text, "word for word");
}

// modalité d'évaluation
struct Modality {
  std::string id;    // "BC01-E01"
  std::string text;  // Word for word.
  friend bool operator==(const Modality&, const Modality&) = default;
};
template <typename V, ConstOrNot<Modality> N>
void Fields(V&& visit, N& node) {
  visit("id", node.id, "code of the modality");
  visit("text", node.text, "word for word");
}

struct Block {
  BlockCode id;            // "BC01"
  std::string fiche_code;  // "RNCP39304BC01"
  std::string title;       // Word for word.
  std::vector<Competency> competencies;
  std::vector<Modality> modalities;
  friend bool operator==(const Block&, const Block&) = default;
};
template <typename V, ConstOrNot<Block> N>
void Fields(V&& visit, N& node) {
  visit("id", node.id, "code of the block");
  visit("fiche_code", node.fiche_code, "code in the public register");
  visit("title", node.title, "word for word");
  visit("competencies", node.competencies, "what the block certifies");
  visit("modalities", node.modalities, "how it is assessed");
}

// voie d'accès
struct RouteAccess {
  Route route{};
  bool open = false;
  Reading reading{};             // Whether the source says so or it was inferred.
  std::optional<JuryKind> jury;  // The jury that awards; none for a closed route.
  std::string wording;           // What the source calls the route.
  friend bool operator==(const RouteAccess&, const RouteAccess&) = default;
};
template <typename V, ConstOrNot<RouteAccess> N>
void Fields(V&& visit, N& node) {
  visit("route", node.route, "route");
  visit("open", node.open, "whether it gives access");
  visit("reading", node.reading, "whether the source says so");
  visit("jury", node.jury, "jury that awards");
  visit("wording", node.wording, "what the source calls it");
}

// condition d'acquisition, with the requirements that carry it out.
struct AcquisitionCondition {
  std::string text;           // Word for word.
  std::vector<Route> routes;  // Whom it binds. Empty: everyone.
  std::vector<RequirementCode> requirements;
  friend bool operator==(const AcquisitionCondition&, const AcquisitionCondition&) = default;
};
template <typename V, ConstOrNot<AcquisitionCondition> N>
void Fields(V&& visit, N& node) {
  visit("text", node.text, "word for word");
  visit("routes", node.routes, "whom it binds; empty: everyone");
  visit("requirements", node.requirements, "requirements that carry it out");
}

struct AwardJury {
  JuryKind kind{};
  RequirementCode requirement;           // The `jury` node that tests it.
  std::vector<std::string> composition;  // Paragraphs, word for word.
  friend bool operator==(const AwardJury&, const AwardJury&) = default;
};
template <typename V, ConstOrNot<AwardJury> N>
void Fields(V&& visit, N& node) {
  visit("kind", node.kind, "which jury");
  visit("requirement", node.requirement, "requirement that tests it");
  visit("composition", node.composition, "paragraphs, word for word");
}

// One row of statistics as published. Empty is unknown, never 0. Rates in percent.
struct StatisticsRow {
  int year = 0;
  std::optional<int> certified;
  std::optional<int> certified_by_vae;
  std::optional<int> employed_6_months;
  std::optional<int> in_occupation_6_months;
  std::optional<int> in_occupation_24_months;
  std::optional<Text> doubt;  // Why the published figure is doubtful; it is kept as it is.
  friend bool operator==(const StatisticsRow&, const StatisticsRow&) = default;
};
template <typename V, ConstOrNot<StatisticsRow> N>
void Fields(V&& visit, N& node) {
  visit("year", node.year, "year of award");
  visit("certified", node.certified, "holders");
  visit("certified_by_vae", node.certified_by_vae, "holders by VAE");
  visit("employed_6_months", node.employed_6_months, "employed after 6 months, in percent");
  visit("in_occupation_6_months", node.in_occupation_6_months,
        "in the occupation after 6 months, in percent");
  visit("in_occupation_24_months", node.in_occupation_24_months,
        "in the occupation after 2 years, in percent");
  visit("doubt", node.doubt, "why the figure is doubtful");
}

// What the source does not tell, and why: so that nobody takes silence for "no".
struct Unknown {
  std::string id;  // "delivery_limit"
  Text label;
  Text reason;
  friend bool operator==(const Unknown&, const Unknown&) = default;
};
template <typename V, ConstOrNot<Unknown> N>
void Fields(V&& visit, N& node) {
  visit("id", node.id, "name");
  visit("label", node.label, "what is not known");
  visit("reason", node.reason, "why");
}

struct PartMinimum {
  std::string part;  // "listening"
  Decimal min;
  friend bool operator==(const PartMinimum&, const PartMinimum&) = default;
};
template <typename V, ConstOrNot<PartMinimum> N>
void Fields(V&& visit, N& node) {
  visit("part", node.part, "part of the test");
  visit("min", node.min, "score to reach");
}

// Met when the total and every part named reach their minimum. The total is the score whose part is
// "total"; without one, the sum of the parts.
struct ScoreRow {
  LanguageLevel level{};
  std::optional<Decimal> min_total;
  std::vector<PartMinimum> parts;
  friend bool operator==(const ScoreRow&, const ScoreRow&) = default;
};
template <typename V, ConstOrNot<ScoreRow> N>
void Fields(V&& visit, N& node) {
  visit("level", node.level, "level that the scores give");
  visit("min_total", node.min_total, "total to reach");
  visit("parts", node.parts, "scores to reach in parts");
}

// How scores of a test become a level. The best level whose row is met; below the last, `below_a1`.
struct ScoreTable {
  BodyCode body;
  TestCode test;
  LanguageCode language;
  std::optional<Date> from;    // First test date, included. Empty: no bound.
  std::optional<Date> until;   // Last test date, included. Empty: no bound.
  std::string document;        // The id of a Document.
  std::vector<ScoreRow> rows;  // From the best level down.
  friend bool operator==(const ScoreTable&, const ScoreTable&) = default;
};
template <typename V, ConstOrNot<ScoreTable> N>
void Fields(V&& visit, N& node) {
  visit("body", node.body, "body that certifies");
  visit("test", node.test, "test and version");
  visit("language", node.language, "language");
  visit("from", node.from, "first test date");
  visit("until", node.until, "last test date");
  visit("document", node.document, "id of a document");
  visit("rows", node.rows, "from the best level down");
}

struct Certifier {
  std::string name;
  std::string siret;  // 14 digits
  friend bool operator==(const Certifier&, const Certifier&) = default;
};
template <typename V, ConstOrNot<Certifier> N>
void Fields(V&& visit, N& node) {
  visit("name", node.name, "legal name");
  visit("siret", node.siret, "SIRET number");
}

// The enrolments that these rules bind: those whose date, by `binds_by`, is in from .. until.
struct Edition {
  EditionCode code;
  BindingDate binds_by{};
  std::optional<Date> from;   // Included. Empty: unknown.
  std::optional<Date> until;  // Included. Empty: unknown.
  friend bool operator==(const Edition&, const Edition&) = default;
};
template <typename V, ConstOrNot<Edition> N>
void Fields(V&& visit, N& node) {
  visit("code", node.code, "name of the edition");
  visit("binds_by", node.binds_by, "date of an enrolment that decides");
  visit("from", node.from, "first such date");
  visit("until", node.until, "last such date");
}

struct Referential {
  CertificationCode certification;  // "RNCP39304"
  Edition edition;
  Text title;
  int level = 0;  // European Qualifications Framework, 1 .. 8
  std::vector<CodedLabel> nsf;
  std::vector<CodedLabel> formacodes;
  std::vector<CodedLabel> rome;
  Certifier certifier;
  std::optional<Date> registration_end;  // Last day of the registration. Tests entry, never awards.
  std::optional<Date> delivery_limit;    // Last day to deliver a title. Empty: unknown.
  std::optional<CertificationCode> predecessor;
  std::optional<CertificationCode> successor;
  Source entry_prerequisite;
  std::vector<RouteAccess> routes;
  // Whose conditions hold after a change of route. A file of format 1 cannot say it otherwise.
  Param<BindingRoute> binding_route{BindingRoute::kInForce, std::nullopt};
  std::vector<Block> blocks;
  std::vector<AcquisitionCondition> conditions;
  std::vector<AwardJury> juries;
  std::vector<StatisticsRow> statistics;
  std::vector<Unknown> unknowns;
  std::vector<Document> documents;
  std::vector<Assumption> assumptions;
  std::vector<ScoreTable> score_tables;
  std::map<RequirementCode, Requirement> requirements;
  RequirementCode root;  // "award"
  friend bool operator==(const Referential&, const Referential&) = default;
};
template <typename V, ConstOrNot<Referential> N>
void Fields(V&& visit, N& node) {
  visit("certification", node.certification, "code of the certification");
  visit("edition", node.edition, "whom these rules bind");
  visit("title", node.title, "title of the certification");
  visit("level", node.level, "level, 1 to 8");
  visit("nsf", node.nsf, "NSF codes");
  visit("formacodes", node.formacodes, "Formacodes");
  visit("rome", node.rome, "ROME codes");
  visit("certifier", node.certifier, "who certifies");
  visit("registration_end", node.registration_end, "last day of the registration");
  visit("delivery_limit", node.delivery_limit, "last day to deliver a title");
  visit("predecessor", node.predecessor, "certification replaced");
  visit("successor", node.successor, "certification that replaces it");
  visit("entry_prerequisite", node.entry_prerequisite, "what one has to hold to enter");
  visit("routes", node.routes, "routes of access");
  visit("binding_route", node.binding_route, "whose conditions hold after a change of route");
  visit("blocks", node.blocks, "blocks of competencies");
  visit("conditions", node.conditions, "conditions of acquisition");
  visit("juries", node.juries, "award juries");
  visit("statistics", node.statistics, "as published");
  visit("unknowns", node.unknowns, "what the source does not tell");
  visit("documents", node.documents, "sources");
  visit("assumptions", node.assumptions, "what the source leaves open");
  visit("score_tables", node.score_tables, "how scores become levels");
  visit("root", node.root, "requirement that is the award");
  visit("requirements", node.requirements, "the tree");
}

// nullptr when there is none. The pointer lives as long as the referential is not changed.
const Requirement* FindRequirement(const Referential& rules, const RequirementCode& id);
const Block* FindBlock(const Referential& rules, const BlockCode& id);
const Assumption* FindAssumption(const Referential& rules, const AssumptionCode& id);
const Document* FindDocument(const Referential& rules, std::string_view id);
const RouteAccess* FindRoute(const Referential& rules, Route route);
// The table in force on `test_date`.
const ScoreTable* FindScoreTable(const Referential& rules, const BodyCode& body,
                                 const TestCode& test, const LanguageCode& language,
                                 Date test_date);

// Whether a requirement by itself binds the route; its parents are the caller's business.
bool BindsRoute(const Requirement& requirement, Route route);

// The assumptions that the rules name outside of their requirements.
std::vector<AssumptionCode> AssumptionsOutside(const Referential& rules);
// The assumptions that a requirement names, its own and its parameters', each once, sorted.
std::vector<AssumptionCode> AssumptionsOf(const Requirement& requirement);

}  // namespace cartulary
