// One revision of a certification's rules: what a rule file says, as values. Immutable once loaded.
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
#include "core/time.h"

namespace cartulary {

// Words for people, in both languages of the program.
struct Text {
  std::string fr;
  std::string en;
  friend bool operator==(const Text&, const Text&) = default;
};

// Where a statement comes from.
struct Source {
  std::string document;  // The id of a Document. Empty: see Requirement::assumption.
  std::string place;     // "Modalités d'acquisition, tiret 2"
  std::string quote;     // The exact words, in the document's language.
  friend bool operator==(const Source&, const Source&) = default;
};

struct Document {
  std::string id;  // "fiche"
  Text title;
  std::optional<Hash> sha256;  // Empty: to confirm.
  std::string url;             // May be empty.
  friend bool operator==(const Document&, const Document&) = default;
};

// What settled an assumption: an article of a document that the school holds.
struct Settlement {
  std::string document;  // The id of a Document.
  Hash sha256;           // Of the document as it was then.
  std::string article;
  friend bool operator==(const Settlement&, const Settlement&) = default;
};

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

// A code of a public nomenclature with its label: NSF, Formacode, ROME.
struct CodedLabel {
  std::string code;
  std::string label;
  friend bool operator==(const CodedLabel&, const CodedLabel&) = default;
};

struct Competency {
  CompetencyCode id;  // "BC01-C01"
  std::string text;   // Word for word, no-break spaces included.
  friend bool operator==(const Competency&, const Competency&) = default;
};

// modalité d'évaluation
struct Modality {
  std::string id;    // "BC01-E01"
  std::string text;  // Word for word.
  friend bool operator==(const Modality&, const Modality&) = default;
};

struct Block {
  BlockCode id;            // "BC01"
  std::string fiche_code;  // "RNCP39304BC01"
  std::string title;       // Word for word.
  std::vector<Competency> competencies;
  std::vector<Modality> modalities;
  friend bool operator==(const Block&, const Block&) = default;
};

// voie d'accès
struct RouteAccess {
  Route route{};
  bool open = false;
  Reading reading{};             // Whether the source says so or it was inferred.
  std::optional<JuryKind> jury;  // The jury that awards; none for a closed route.
  std::string wording;           // What the source calls the route.
  friend bool operator==(const RouteAccess&, const RouteAccess&) = default;
};

// condition d'acquisition, with the requirements that carry it out.
struct AcquisitionCondition {
  std::string text;           // Word for word.
  std::vector<Route> routes;  // Whom it binds. Empty: everyone.
  std::vector<RequirementCode> requirements;
  friend bool operator==(const AcquisitionCondition&, const AcquisitionCondition&) = default;
};

struct AwardJury {
  JuryKind kind{};
  RequirementCode requirement;           // The `jury` node that tests it.
  std::vector<std::string> composition;  // Paragraphs, word for word.
  friend bool operator==(const AwardJury&, const AwardJury&) = default;
};

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

// What the source does not tell, and why: so that nobody takes silence for "no".
struct Unknown {
  std::string id;  // "delivery_limit"
  Text label;
  Text reason;
  friend bool operator==(const Unknown&, const Unknown&) = default;
};

struct PartMinimum {
  std::string part;  // "listening"
  Decimal min;
  friend bool operator==(const PartMinimum&, const PartMinimum&) = default;
};

// Met when the total and every part named reach their minimum. The total is the score whose part is
// "total"; without one, the sum of the parts.
struct ScoreRow {
  LanguageLevel level{};
  std::optional<Decimal> min_total;
  std::vector<PartMinimum> parts;
  friend bool operator==(const ScoreRow&, const ScoreRow&) = default;
};

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

struct Certifier {
  std::string name;
  std::string siret;  // 14 digits
  friend bool operator==(const Certifier&, const Certifier&) = default;
};

// The enrolments that these rules bind: those whose date, by `binds_by`, is in from .. until.
struct Edition {
  EditionCode code;
  BindingDate binds_by{};
  std::optional<Date> from;   // Included. Empty: unknown.
  std::optional<Date> until;  // Included. Empty: unknown.
  friend bool operator==(const Edition&, const Edition&) = default;
};

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

// The assumptions that a requirement names, its own and its parameters', each once, sorted.
std::vector<AssumptionCode> AssumptionsOf(const Requirement& requirement);

}  // namespace cartulary
