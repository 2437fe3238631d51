#include "cli/render/rules_page.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "cli/render/node_parameters.h"
#include "cli/render/page.h"
#include "cli/render/verdict_view.h"

namespace cartulary::cli {
namespace {

constexpr std::size_t kLabelWidth = 22;

template <NamedEnum E>
std::string List(const std::vector<E>& values, Language language) {
  std::string text;
  for (const E value : values) text += (text.empty() ? "" : ", ") + Term(language, value);
  return text;
}

std::string List(const std::vector<CodedLabel>& labels, Language language) {
  std::string text;
  for (const CodedLabel& label : labels) {
    text += (text.empty() ? "" : Say(language, "; ", " ; ")) + label.code + " " + label.label;
  }
  return text;
}

std::string OrUnknown(const std::optional<Date>& date, Language language) {
  return date ? ToText(*date) : Say(language, "unknown", "inconnue");
}

std::string Period(const Edition& edition, Language language) {
  std::string text;
  if (edition.from) text += Say(language, ", from ", ", à partir du ") + ToText(*edition.from);
  if (edition.until) text += Say(language, ", until ", ", jusqu'au ") + ToText(*edition.until);
  return text;
}

std::string WhomItBinds(const Requirement& requirement, Language language) {
  return requirement.routes.empty() ? ""
                                    : Say(language, "binds only: ", "ne concerne que : ") +
                                          List(requirement.routes, language);
}

// " since 2026-11-13 (#1101), on the report approved by …"
std::string ApplicationOf(const PublishedRevision& revision, Language language) {
  if (!revision.application) return "";
  const auto& application = *revision.application;
  const std::string on =
      ToText(application.since) + " (#" + std::to_string(application.index.value) + ")" +
      Say(language, ", on the report approved by ", ", sur le rapport approuvé par ") +
      application.approver;
  return revision.applied ? Say(language, " since ", " depuis le ") + on
                          : Say(language, "; it did from ", " ; elle l'a été à partir du ") + on;
}

// "2, completion of revision 1: settles week_days by ART-12; published on … by …; not applied"
std::string TextOf(const PublishedRevision& revision, Language language) {
  return std::to_string(revision.fact.number) + ", " + NatureOf(revision.fact, language) +
         Say(language, "; published on ", " ; publiée le ") + ToText(revision.published) +
         Say(language, " by ", " par ") + revision.author +
         (revision.applied
              ? Say(language, "; applied", " ; appliquée")
              : Say(language, "; NOT applied: it judges nobody but on request (--rules)",
                    " ; NON appliquée : elle ne juge personne, sauf demande (--rules)")) +
         ApplicationOf(revision, language);
}

void AddIdentity(Page& page, const Referential& rules, const PublishedRevision& revision,
                 Language language) {
  const auto row = [&](std::string_view english, std::string_view french, const std::string& text) {
    if (!text.empty()) page.AddLabelled(0, kLabelWidth, Say(language, english, french), text);
  };
  page.Add(0, rules.certification.text + "@" + std::to_string(revision.fact.number) + "  " +
                  Say(language, rules.title));
  page.AddBlank();
  row("Edition", "Édition",
      rules.edition.code.text + Say(language, ", binds by ", ", fixée par : ") +
          Term(language, rules.edition.binds_by) + Period(rules.edition, language));
  row("Revision", "Révision", TextOf(revision, language));
  row("Text", "Texte", "SHA-256 " + ToText(revision.fact.text));
  row("Level", "Niveau", std::to_string(rules.level));
  row("Certifier", "Certificateur", rules.certifier.name + ", SIRET " + rules.certifier.siret);
  row("Registration ends", "Fin d'enregistrement", OrUnknown(rules.registration_end, language));
  row("Delivery limit", "Limite de délivrance", OrUnknown(rules.delivery_limit, language));
  row("Replaces", "Remplace", rules.predecessor ? rules.predecessor->text : "");
  row("Replaced by", "Remplacé par", rules.successor ? rules.successor->text : "");
  row("NSF", "NSF", List(rules.nsf, language));
  row("Formacode", "Formacode", List(rules.formacodes, language));
  row("ROME", "ROME", List(rules.rome, language));
  row("Entry", "Prérequis d'entrée",
      rules.entry_prerequisite.quote.empty() ? "" : Quoted(rules.entry_prerequisite.quote));
}

void AddRoutes(Page& page, const Referential& rules, Language language) {
  page.AddHeading(Say(language, "Routes", "Voies d'accès"));
  for (const RouteAccess& access : rules.routes) {
    std::string text =
        access.open ? Say(language, "open", "ouverte") : Say(language, "closed", "fermée");
    if (access.jury) text += ", " + Term(language, *access.jury);
    if (access.reading == cartulary::Reading::kInferred) {
      text += Say(language, ", inferred: the text lost it", ", déduit : le texte ne le dit plus");
    }
    page.AddLabelled(2, 62, Term(language, access.route), text);
  }
}

void AddBlocks(Page& page, const Referential& rules, Language language) {
  page.AddHeading(Say(language, "Blocks", "Blocs de compétences"));
  for (const Block& block : rules.blocks) {
    page.AddLabelled(2, 6, block.id.text,
                     block.title + " (" + std::to_string(block.competencies.size()) +
                         Say(language, " competencies, ", " compétences, ") +
                         std::to_string(block.modalities.size()) +
                         Say(language, " modalities)", " modalités d'évaluation)"));
  }
}

// The tree from the root down; a requirement that several name is drawn under each.
class RulesTree {
 public:
  RulesTree(Page& page, const Referential& rules, Language language)
      : page_(page), rules_(rules), language_(language) {}

  void Add(const RequirementCode& id, const std::vector<Route>& bound, const std::string& above,
           const std::string& below) {
    const Requirement* requirement = FindRequirement(rules_, id);
    if (requirement == nullptr) return;
    const auto children = ChildrenOf(requirement->node);
    const std::string margin = below + (children.empty() ? "   " : "│  ");
    page_.AddPrefixed(above, below, Say(language_, requirement->label) + "  [" + id.text + "]");
    const auto line = [&](const std::string& text) {
      if (!text.empty()) page_.AddPrefixed(margin, margin + "  ", text);
    };
    line(What(*requirement));
    if (requirement->routes != bound) line(WhomItBinds(*requirement, language_));
    if (!requirement->waivable_by.empty()) {
      line(Say(language_, "may be waived by: ", "dispense par : ") +
           List(requirement->waivable_by, language_));
    }
    line(SourceOf(*requirement, language_));
    for (std::size_t i = 0; i < children.size(); ++i) {
      const bool last = i + 1 == children.size();
      Add(children[i], requirement->routes.empty() ? bound : requirement->routes,
          below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "));
    }
  }

 private:
  std::string What(const Requirement& requirement) const {
    const NodeKind kind = KindOf(requirement.node);
    std::string text = Term(language_, kind);
    for (const Parameter& parameter : ParametersOf(requirement.node, language_)) {
      if (parameter.is_structure || parameter.value.empty()) continue;
      text += Say(language_, "; ", " ; ") + parameter.label + " " + parameter.value;
      if (!parameter.assumption.empty()) text += " *";
    }
    return text;
  }

  Page& page_;
  const Referential& rules_;
  Language language_;
};

// The tests that the rules know, by the codes that a certificate names them by.
void AddScoreTables(Page& page, const Referential& rules, Language language) {
  if (rules.score_tables.empty()) return;
  page.AddHeading(Say(language, "Scores of language tests (body, test, language)",
                      "Barèmes des tests de langue (organisme, test, langue)"));
  for (const ScoreTable& table : rules.score_tables) {
    std::string text;
    for (const ScoreRow& row : table.rows) {
      text += (text.empty() ? "" : ", ") + std::string(ToFrench(row.level));
      if (row.min_total) text += Say(language, " from ", " à partir de ") + ToText(*row.min_total);
      for (const PartMinimum& part : row.parts) text += " " + part.part + " " + ToText(part.min);
    }
    if (table.from) text += Say(language, "; from ", " ; du ") + ToText(*table.from);
    if (table.until) text += Say(language, "; until ", " ; jusqu'au ") + ToText(*table.until);
    page.AddLabelled(2, 28, table.body.text + " " + table.test.text + " " + table.language.text,
                     text);
  }
}

void AddOpenQuestions(Page& page, const Referential& rules, Language language) {
  const auto settled = std::count_if(rules.assumptions.begin(), rules.assumptions.end(),
                                     [](const Assumption& a) { return a.settlement.has_value(); });
  page.AddHeading(Say(language, "Sources", "Sources"));
  for (const Document& document : rules.documents) {
    page.AddLabelled(2, 12, document.id,
                     Say(language, document.title) +
                         (document.sha256 ? ", SHA-256 " + ToText(*document.sha256)
                                          : Say(language, ", not confirmed", ", à confirmer")));
  }
  page.AddHeading(Say(language, "What the text leaves open", "Ce que le texte ne dit pas"));
  page.Add(2, std::to_string(rules.assumptions.size()) +
                  Say(language, " assumptions, ", " hypothèses, dont ") + std::to_string(settled) +
                  Say(language, " settled (marked * above): `cartulary referential assumptions ",
                      " tranchées (marquées * ci-dessus) : `cartulary referential assumptions ") +
                  rules.certification.text + "`");
  for (const Unknown& unknown : rules.unknowns) {
    page.Add(
        2,
        Say(language, unknown.label) + Say(language, ": ", " : ") + Say(language, unknown.reason),
        2);
  }
}

Json TextJson(const Text& text) { return {{"fr", text.fr}, {"en", text.en}}; }

}  // namespace

std::string NatureOf(const RevisionPublished& revision, Language language) {
  std::string text = Term(language, revision.kind);
  if (revision.previous) {
    text += Say(language, " of revision ", " de la révision ") + std::to_string(*revision.previous);
  }
  if (revision.settles && revision.article) {
    text += Say(language, ": settles ", " : tranche ") + revision.settles->text +
            Say(language, " by ", " par ") + revision.article->text;
  }
  return text;
}

std::string RulesPage(const Referential& rules, const PublishedRevision& revision,
                      const Look& look) {
  const Language language = look.language;
  Page page(look.bold);
  AddIdentity(page, rules, revision, language);
  AddRoutes(page, rules, language);
  AddBlocks(page, rules, language);
  page.AddHeading(Say(language, "Requirements", "Exigences"));
  RulesTree(page, rules, language).Add(rules.root, {}, "", "");
  AddScoreTables(page, rules, language);
  AddOpenQuestions(page, rules, language);
  return page.text();
}

std::string RequirementPage(const Referential& rules, const Requirement& requirement,
                            const Look& look) {
  const Language language = look.language;
  Page page(look.bold);
  const auto row = [&](std::string_view english, std::string_view french, const std::string& text) {
    if (!text.empty()) page.AddLabelled(0, kLabelWidth, Say(language, english, french), text);
  };
  row("Requirement", "Exigence", requirement.id.text);
  row("French", "En français", requirement.label.fr);
  row("English", "En anglais", requirement.label.en);
  row("Kind", "Nature", Term(language, KindOf(requirement.node)));
  row("Binds", "Concerne",
      requirement.routes.empty()
          ? Say(language, "whoever what is above it binds", "ceux que concerne ce qui la contient")
          : List(requirement.routes, language));
  row("Jury", "Jury",
      requirement.jury_discretion
          ? Say(language, "may decide otherwise than the rules compute",
                "peut en décider autrement que le calcul")
          : Say(language, "cannot decide otherwise", "ne peut en décider autrement"));
  row("May be waived by", "Dispense par",
      requirement.waivable_by.empty() ? Say(language, "nobody", "personne")
                                      : List(requirement.waivable_by, language));
  row("Source", "Source", SourceOf(requirement, language));
  if (const Document* document = FindDocument(rules, requirement.source.document)) {
    row("Document", "Document", Say(language, document->title));
  }
  page.AddHeading(Say(language, "Parameters", "Paramètres"));
  for (const Parameter& parameter : ParametersOf(requirement.node, language)) {
    std::string text = parameter.value.empty() ? Say(language, "none", "aucun") : parameter.value;
    if (!parameter.assumption.empty()) {
      text += Say(language, " (assumption ", " (hypothèse ") + parameter.assumption + ")";
    }
    page.AddLabelled(2, kLabelWidth, parameter.label,
                     text + Say(language, ": ", " : ") + std::string(parameter.doc));
  }
  return page.text();
}

std::string BlockPage(const Block& block, const Look& look) {
  const Language language = look.language;
  Page page(look.bold);
  page.Add(0, block.id.text + "  " + block.fiche_code + "  " + block.title);
  page.AddHeading(Say(language, "Competencies", "Compétences"));
  for (const Competency& competency : block.competencies) {
    page.AddLabelled(2, 10, competency.id.text, competency.text);
  }
  page.AddHeading(Say(language, "Modalities", "Modalités d'évaluation"));
  for (const Modality& modality : block.modalities) {
    page.AddLabelled(2, 10, modality.id, modality.text);
  }
  return page.text();
}

std::string LeaningOn(const Referential& rules, const AssumptionCode& id) {
  std::string text;
  if (rules.binding_route.assumption == id) text = "binding_route";
  for (const auto& [code, requirement] : rules.requirements) {
    const auto ids = AssumptionsOf(requirement);
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) {
      text += (text.empty() ? "" : " ") + code.text;
    }
  }
  return text;
}

Rows AssumptionRows(const Referential& rules, const SettledBy& settled_by, Language language,
                    bool for_people) {
  const std::string not_settled = for_people ? Say(language, "no", "non") : "no";
  Rows rows;
  rows.columns = {{"id", Said("ASSUMPTION", "HYPOTHÈSE")},
                  {"value", Said("VALUE", "VALEUR")},
                  {"settled", Said("SETTLED", "TRANCHÉE")},
                  {"document", Said("DOCUMENT", "DOCUMENT")},
                  {"since", Said("SINCE REVISION", "DEPUIS LA RÉVISION"), Column::Align::kRight},
                  {"requirements", Said("REQUIREMENTS", "EXIGENCES")},
                  {"label", Said("QUESTION", "QUESTION")}};
  rows.about = {{"certification", rules.certification.text}, {"edition", rules.edition.code.text}};
  for (const Assumption& assumption : rules.assumptions) {
    const auto& settlement = assumption.settlement;
    const auto since = settled_by.find(assumption.id);
    rows.rows.push_back({assumption.id.text, assumption.value,
                         settlement ? Json(settlement->article) : Json(not_settled),
                         settlement ? Json(settlement->document) : Json(),
                         since == settled_by.end() ? Json() : Json(since->second),
                         LeaningOn(rules, assumption.id), Say(language, assumption.label)});
  }
  return rows;
}

Json ToJson(const Requirement& requirement) {
  Json json{{"id", requirement.id.text},
            {"label", TextJson(requirement.label)},
            {"kind", ToName(KindOf(requirement.node))},
            {"source",
             {{"document", requirement.source.document},
              {"place", requirement.source.place},
              {"quote", requirement.source.quote}}}};
  json["assumption"] = requirement.assumption ? Json(requirement.assumption->text) : Json(nullptr);
  json["routes"] = Json::array();
  for (const Route route : requirement.routes) json["routes"].push_back(ToName(route));
  json["jury_discretion"] = requirement.jury_discretion;
  json["parameters"] = Json::object();
  for (const Parameter& parameter : ParametersOf(requirement.node, Language::kEnglish)) {
    json["parameters"][std::string(parameter.name)] = {
        {"value", parameter.value.empty() ? Json(nullptr) : Json(parameter.value)},
        {"assumption", parameter.assumption.empty() ? Json(nullptr) : Json(parameter.assumption)}};
  }
  json["children"] = Json::array();
  for (const RequirementCode& child : ChildrenOf(requirement.node)) {
    json["children"].push_back(child.text);
  }
  json["assumptions"] = Json::array();
  for (const AssumptionCode& id : AssumptionsOf(requirement))
    json["assumptions"].push_back(id.text);
  return json;
}

Json ToJson(const Block& block) {
  Json json{{"id", block.id.text}, {"fiche_code", block.fiche_code}, {"title", block.title}};
  json["competencies"] = Json::array();
  for (const Competency& competency : block.competencies) {
    json["competencies"].push_back({{"id", competency.id.text}, {"text", competency.text}});
  }
  json["modalities"] = Json::array();
  for (const Modality& modality : block.modalities) {
    json["modalities"].push_back({{"id", modality.id}, {"text", modality.text}});
  }
  return json;
}

Json ToJson(const Referential& rules, const PublishedRevision& revision) {
  const RevisionPublished& fact = revision.fact;
  Json json{{"certification", rules.certification.text}, {"edition", rules.edition.code.text}};
  json["revision"] = fact.number;
  json["sha256"] = ToText(fact.text);
  json["kind"] = ToName(fact.kind);
  json["previous"] = fact.previous ? Json(*fact.previous) : Json(nullptr);
  json["settles"] = fact.settles ? Json(fact.settles->text) : Json(nullptr);
  json["published"] = ToText(revision.published);
  json["author"] = revision.author;
  json["applied"] = revision.applied;
  json["applied_on"] = nullptr;
  if (revision.application) {
    json["applied_on"] = {{"date", ToText(revision.application->since)},
                          {"event", revision.application->index.value},
                          {"approver", revision.application->approver}};
  }
  json["title"] = TextJson(rules.title);
  json["level"] = rules.level;
  json["certifier"] = {{"name", rules.certifier.name}, {"siret", rules.certifier.siret}};
  json["registration_end"] =
      rules.registration_end ? Json(ToText(*rules.registration_end)) : Json(nullptr);
  json["routes"] = Json::array();
  for (const RouteAccess& access : rules.routes) {
    json["routes"].push_back({{"route", ToName(access.route)},
                              {"open", access.open},
                              {"reading", ToName(access.reading)},
                              {"jury", access.jury ? Json(ToName(*access.jury)) : Json(nullptr)},
                              {"wording", access.wording}});
  }
  const auto& binding = rules.binding_route;
  json["binding_route"] = {
      {"value", ToName(binding.value)},
      {"assumption", binding.assumption ? Json(binding.assumption->text) : Json(nullptr)}};
  json["blocks"] = Json::array();
  for (const Block& block : rules.blocks) json["blocks"].push_back(ToJson(block));
  json["root"] = rules.root.text;
  json["requirements"] = Json::array();
  for (const auto& [id, requirement] : rules.requirements) {
    json["requirements"].push_back(ToJson(requirement));
  }
  json["assumptions"] = Json::array();
  for (const Assumption& assumption : rules.assumptions) {
    const auto& settlement = assumption.settlement;
    json["assumptions"].push_back({{"id", assumption.id.text},
                                   {"label", TextJson(assumption.label)},
                                   {"why", TextJson(assumption.why)},
                                   {"default", assumption.default_value},
                                   {"value", assumption.value},
                                   {"settled", settlement.has_value()}});
    if (!settlement) continue;
    json["assumptions"].back()["settlement"] = {{"document", settlement->document},
                                                {"sha256", ToText(settlement->sha256)},
                                                {"article", settlement->article}};
  }
  json["unknowns"] = Json::array();
  for (const Unknown& unknown : rules.unknowns) {
    json["unknowns"].push_back({{"id", unknown.id},
                                {"label", TextJson(unknown.label)},
                                {"reason", TextJson(unknown.reason)}});
  }
  return json;
}

}  // namespace cartulary::cli
