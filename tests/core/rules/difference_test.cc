#include "core/rules/difference.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "tests/support/small_rules.h"

namespace cartulary {
namespace {

using testing_support::Rule;
using testing_support::SmallRules;

Assumption Open(const char* id, const char* value) {
  Assumption assumption;
  assumption.id = {id};
  assumption.kind = AssumptionKind::kInteger;
  assumption.default_value = value;
  assumption.value = value;
  return assumption;
}

Referential Rules() {
  Referential rules = SmallRules();
  rules.documents = {{"fiche", {"Fiche", "Record"}, std::nullopt, std::nullopt}};
  rules.assumptions = {Open("week_days", "7"), Open("pass_mark", "10")};
  return rules;
}

// What the loader does: every parameter that names the assumption has its value.
void Settle(Referential& rules, const char* value) {
  rules.assumptions[0].value = value;
  rules.assumptions[0].settlement = Settlement{"fiche", Hash{{7}}, "ART-12"};
  Rule<Mobility>(rules, "mobility_length").days_per_week.value = std::stoi(value);
}

std::string Shown(const std::optional<FieldValue>& value) {
  if (!value) return "-";
  return value->text + (value->assumption ? " (" + value->assumption->text + ")" : "");
}

// "changed requirement english: language_certificate.min b2 > b1"
std::vector<std::string> Shown(const std::vector<PartDifference>& differences) {
  std::vector<std::string> lines;
  for (const PartDifference& part : differences) {
    std::string line = std::string(ToName(part.change)) + " " + std::string(ToName(part.part));
    if (!part.id.empty()) line += " " + part.id;
    line += ":";
    // What was added or removed has many fields: their number will do.
    if (part.change != PartChange::kChanged && part.fields.size() > 3) {
      line += " " + std::to_string(part.fields.size()) + " fields";
    } else {
      for (const FieldDifference& field : part.fields) {
        line += " " + field.field + " " + Shown(field.before) + " > " + Shown(field.after);
      }
    }
    lines.push_back(line);
  }
  return lines;
}

using Bend = std::function<void(Referential&)>;
using Lines = std::vector<std::string>;

TEST(DifferenceTest, EachPartTellsItsFieldsWithBothValues) {
  const struct {
    const char* what;
    Bend bend;
    Lines expected;
  } kRows[] = {
      {"nothing", [](Referential&) {}, {}},
      {"a literal parameter",
       [](Referential& r) {
         Rule<LanguageCertificate>(r, "english").min.value = LanguageLevel::kB1;
       },
       {"changed requirement english: language_certificate.min b2 > b1"}},
      {"a parameter that was absent",
       [](Referential& r) {
         Rule<LanguageCertificate>(r, "english").valid_months = Param<int>{24, std::nullopt};
       },
       {"changed requirement english: language_certificate.valid_months - > 24"}},
      {"what was assumed is of the text, the value being the same",
       [](Referential& r) {
         Rule<Mobility>(r, "mobility_length").days_per_week.assumption.reset();
       },
       {"changed requirement mobility_length: mobility.days_per_week 7 (week_days) > 7"}},
      {"another assumption",
       [](Referential& r) {
         Rule<Mobility>(r, "mobility_length").days_per_week.assumption->text = "pass_mark";
       },
       {"changed requirement mobility_length: "
        "mobility.days_per_week 7 (week_days) > 7 (pass_mark)"}},
      {"a minimum within a list",
       [](Referential& r) { Rule<Jury>(r, "jury_vae").at_least[0].members.value = 3; },
       {"changed requirement jury_vae: jury.at_least.professional.members 2 > 3"}},
      {"a share",
       [](Referential& r) {
         Rule<Jury>(r, "jury_vae").min_share->share.value = {1, 3};
       },
       {"changed requirement jury_vae: jury.min_share.share 1/4 > 1/3"}},
      {"a list of requirements",
       [](Referential& r) { Rule<AllOf>(r, "vae").of.pop_back(); },
       {"changed requirement vae: all_of.of [vae_dossier, vae_defence] > [vae_dossier]"}},
      {"whom it binds: nobody named is everybody",
       [](Referential& r) { r.requirements.at({"english"}).routes.clear(); },
       {"changed requirement english: routes [apprenticeship] > all"}},
      {"another kind",
       [](Referential& r) { r.requirements.at({"vae_dossier"}).node = Equivalence{{{"RNCP1"}}}; },
       {"changed requirement vae_dossier: kind vae_dossier > equivalence "
        "vae_dossier.admissible true (vae_admissibility) > - vae_dossier.submitted true > - "
        "equivalence.from - > [RNCP1]"}},
      {"a requirement more",
       [](Referential& r) { testing_support::Require(r, "sport", EntryWindow{}); },
       {"added requirement sport: 10 fields"}},
      {"a requirement less",
       [](Referential& r) { r.requirements.erase({"equivalence"}); },
       {"removed requirement equivalence: 10 fields"}},
      {"an assumption is settled: what leans on it does not differ",
       [](Referential& r) { Settle(r, "5"); },
       {"changed assumption week_days: value 7 > 5 settlement.document - > fiche "
        "settlement.sha256 - > "
        "0700000000000000000000000000000000000000000000000000000000000000 "
        "settlement.article - > ART-12"}},
      {"the period of the edition",
       [](Referential& r) { r.edition.until = testing_support::Day("2025-08-31"); },
       {"changed edition: until - > 2025-08-31"}},
      {"a route is closed",
       [](Referential& r) { r.routes[0].open = false; },
       {"changed route apprenticeship: open true > false"}},
      {"a competency of a block",
       [](Referential& r) { r.blocks[1].competencies[0].text = "Diriger"; },
       {"changed block BC02: competencies.BC02-C01.text  > Diriger"}},
      {"the order of blocks is none",
       [](Referential& r) { std::swap(r.blocks[0], r.blocks[1]); },
       {}},
      {"the root",
       [](Referential& r) { r.root = {"blocks"}; },
       {"changed rules: root award > blocks"}},
      {"two statistics of one year",
       [](Referential& r) {
         r.statistics = {StatisticsRow{}, StatisticsRow{}};
       },
       {"added statistics 0: year - > 0", "added statistics 0 (2): year - > 0"}},
  };
  for (const auto& row : kRows) {
    Referential after = Rules();
    row.bend(after);
    EXPECT_EQ(Shown(DifferenceOf(Rules(), after)), row.expected) << row.what;
  }
}

TEST(DifferenceTest, TheOtherWayRoundEveryValueChangesItsSide) {
  Referential after = Rules();
  Settle(after, "5");
  after.requirements.erase({"equivalence"});
  Rule<LanguageCertificate>(after, "english").min.value = LanguageLevel::kB1;
  auto forth = DifferenceOf(Rules(), after);
  const auto back = DifferenceOf(after, Rules());
  ASSERT_EQ(forth.size(), back.size());
  for (PartDifference& part : forth) {
    if (part.change != PartChange::kChanged) {
      part.change = part.change == PartChange::kAdded ? PartChange::kRemoved : PartChange::kAdded;
    }
    for (FieldDifference& field : part.fields) std::swap(field.before, field.after);
    const auto same = std::find_if(back.begin(), back.end(), [&](const PartDifference& other) {
      return other.part == part.part && other.id == part.id;
    });
    ASSERT_NE(same, back.end()) << part.id;
    EXPECT_EQ(same->change, part.change);
    EXPECT_TRUE(std::is_permutation(part.fields.begin(), part.fields.end(), same->fields.begin(),
                                    same->fields.end()))
        << part.id;
  }
}

TEST(DifferenceTest, AnArticleIsACodeWithoutItsBlanks) {
  EXPECT_EQ(CodeOfArticle("art. 18-3"), ActCode{"art.18-3"});
  EXPECT_EQ(CodeOfArticle("art.\u00a018"), ActCode{"art.18"});
  EXPECT_EQ(CodeOfArticle("article 4, alinéa 2"), std::nullopt);
  EXPECT_EQ(CodeOfArticle(" "), std::nullopt);
}

TEST(DifferenceTest, ACompletionMaySettleItsAssumptionAndNothingElse) {
  const struct {
    const char* what;
    Bend bend;
    Lines beyond;
  } kRows[] = {
      {"the settlement alone", [](Referential&) {}, {}},
      {"with the document that settles it",
       [](Referential& r) {
         r.documents.push_back({"reglement", {"Règlement", "Rules"}, Hash{{7}}, std::nullopt});
         r.assumptions[0].settlement->document = "reglement";
       },
       {}},
      {"with the hash of the document, which was to confirm",
       [](Referential& r) { r.documents[0].sha256 = Hash{{7}}; },
       {}},
      {"another document",
       [](Referential& r) {
         r.documents.push_back({"tract", {}, std::nullopt, std::nullopt});
       },
       {"added document tract: title.fr - >  title.en - > "}},
      {"the title of the document",
       [](Referential& r) { r.documents[0].title.fr = "Autre"; },
       {"changed document fiche: title.fr Fiche > Autre"}},
      {"the default that it is compared with",
       [](Referential& r) { r.assumptions[0].default_value = "5"; },
       {"changed assumption week_days: default 7 > 5"}},
      {"another assumption",
       [](Referential& r) { r.assumptions[1].value = "9"; },
       {"changed assumption pass_mark: value 10 > 9"}},
      {"a requirement",
       [](Referential& r) {
         Rule<LanguageCertificate>(r, "english").min.value = LanguageLevel::kB1;
       },
       {"changed requirement english: language_certificate.min b2 > b1"}},
  };
  for (const auto& row : kRows) {
    Referential after = Rules();
    Settle(after, "5");
    row.bend(after);
    const auto beyond = BeyondSettling(DifferenceOf(Rules(), after), after, {"week_days"});
    EXPECT_EQ(Shown(beyond), row.beyond) << row.what;
  }
}

}  // namespace
}  // namespace cartulary
