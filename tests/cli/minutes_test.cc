// The documents of a jury: what is given never becomes markup, and the pages stay what they were.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "cli/render/html.h"
#include "cli/render/minutes_page.h"

namespace cartulary::cli {
namespace {

Date Day(const char* text) { return *Date::Parse(text); }

template <typename Id>
Id IdOf(std::uint8_t number) {
  Id id;
  id.bytes[15] = number;
  return id;
}

std::shared_ptr<const Referential> Rules() {
  Referential rules;
  rules.certification = CertificationCode{"RNCP1"};
  rules.title = {"Titre d'essai", "Trial title"};
  rules.level = 7;
  rules.certifier.name = "ÉCOLE & ATELIERS";
  rules.blocks = {{BlockCode{"BC01"}, "RNCP1BC01", "Concevoir <bien>", {}, {}},
                  {BlockCode{"BC02"}, "RNCP1BC02", "Réaliser", {}, {}}};
  Requirement english;
  english.id = RequirementCode{"english"};
  english.label = {"Anglais B2", "English B2"};
  rules.requirements.emplace(english.id, english);
  return std::make_shared<const Referential>(rules);
}

CheckView Found(const char* rule, const char* label, Outcome outcome, const char* french,
                std::vector<Index> events) {
  return {.rule = rule,
          .label = {label, label},
          .outcome = outcome,
          .found = {french, french},
          .events = std::move(events)};
}

MinutesView Draft(const std::string& name) {
  MinutesView view;
  view.rules = Rules();
  view.log_size = 42;
  view.last_leaf.bytes[0] = 0xab;
  view.appointed = Index{7};
  JuryView& jury = view.jury;
  jury.session.code = JuryCode{"J-1"};
  jury.session.kind = JuryKind::kAward;
  jury.session.certification = CertificationCode{"RNCP1"};
  jury.session.campus = CampusCode{"AIX"};
  jury.session.session_date = Day("2025-07-01");
  jury.session.act = ActCode{"ARR-1"};
  jury.day = Day("2025-07-01");
  jury.appointed_on = Day("2025-04-15");
  jury.appointed_by = name;
  jury.seats = {{IdOf<PersonId>(1), name, "E1", College::kAcademic,
                 MemberCapacity::kProgrammeTeacher, true, false},
                {IdOf<PersonId>(2), "Marc Fontaine", "X2", College::kProfessional,
                 MemberCapacity::kProfessional, false, false}};
  jury.checks = {Found("session/attendance", "émargement", Outcome::kPending,
                       "personne n'a encore délibéré ; 0 ont signé", {})};
  CandidateView candidate;
  candidate.learner = IdOf<LearnerId>(3);
  candidate.number = "22001";
  candidate.name = name;
  candidate.composition =
      Found("jury", "jury", Outcome::kSatisfied, "régulièrement composé", {Index{7}});
  candidate.recused = {
      Found("session/recusal", "déport", Outcome::kSatisfied, name.c_str(), {Index{9}})};
  jury.candidates = {candidate};
  ExtractView extract;
  extract.route = Route::kApprenticeship;
  extract.revision = "RNCP1@1";
  extract.rules = view.rules;
  extract.convened = Index{8};
  view.extracts = {extract};
  return view;
}

MinutesView Decided(const std::string& name) {
  MinutesView view = Draft(name);
  MinutedView decision;
  decision.fact.blocks = {{BlockCode{"BC01"}, BlockDecision::kValidated}};
  decision.fact.points = {{BlockCode{"BC01"}, *Decimal::Parse("0.50")}};
  decision.fact.decision = FinalDecision::kConditional;
  decision.fact.reserves = {{RequirementCode{"english"}, Day("2025-12-31"), Authority::kJuryChair}};
  decision.on = Day("2025-07-01");
  decision.index = Index{12};
  decision.chair = name;
  decision.deliberated = {name, "Marc Fontaine"};
  view.extracts[0].decision = decision;
  AttendanceSigned attended;
  attended.person = IdOf<PersonId>(1);
  attended.from = *TimeOfDay::Parse("09:00");
  attended.signature = SignatureMethod::kHandwritten;
  view.attendance.push_back({attended.person, name, "E1", attended, Index{10}});
  attended.person = IdOf<PersonId>(4);
  attended.signature = SignatureMethod::kMissing;
  view.attendance.push_back({attended.person, "Zoé Invitée", "X4", attended, Index{11}});
  return view;
}

bool Says(const std::string& page, std::string_view text) {
  return page.find(text) != std::string::npos;
}

TEST(HtmlTest, EscapesAllThatCouldBeMarkup) {
  const struct {
    std::string_view given;
    std::string_view escaped;
  } kCases[] = {
      {"Élodie", "Élodie"},      {"<b>", "&lt;b&gt;"},
      {"a & b", "a &amp; b"},    {"&amp;", "&amp;amp;"},
      {"\"'", "&quot;&#39;"},    {"</style><script>", "&lt;/style&gt;&lt;script&gt;"},
      {"\x1b[2J", "\\u001b[2J"}, {"\u202Eabc", "\\u202eabc"},
      {"\xff", "\\xff"},
  };
  for (const auto& test : kCases) EXPECT_EQ(Escaped(test.given), test.escaped);
}

TEST(HtmlTest, AFootCannotLeaveItsString) {
  const std::string page = Html().Page("titre", "a\" } </style><script>\n");
  EXPECT_FALSE(Says(page, "<script>"));
  EXPECT_TRUE(Says(page, R"(a\22  \7d  \3c /style\3e \3c script\3e )")) << page.substr(0, 500);
}

TEST(HtmlTest, ClosesWhatIsOpen) {
  Html html;
  html.Open("section").OpenTable({"a"});
  const std::string page = std::move(html).Page("t", "f");
  EXPECT_LT(page.find("</tbody>"), page.find("</table>"));
  EXPECT_LT(page.find("</table>"), page.find("</section>"));
}

TEST(MinutesPageTest, NoNameBecomesMarkup) {
  const std::string hostile = "<script>alert('&\"')</script>";
  for (const MinutesView& view : {Draft(hostile), Decided(hostile)}) {
    for (const std::string& page :
         {MinutesPage(view), AttendancePage(view), ExtractPage(view, 0)}) {
      EXPECT_FALSE(Says(page, "<script"));
      EXPECT_TRUE(Says(page, "&lt;script&gt;alert(&#39;&amp;&quot;&#39;)"));
      EXPECT_FALSE(Says(page, "<bien>"));
    }
  }
}

TEST(MinutesPageTest, IsAFormMarkedSoUntilADecisionIsRecorded) {
  EXPECT_TRUE(IsDraft(Draft("A")));
  EXPECT_FALSE(IsDraft(Decided("A")));
  const std::string draft = MinutesPage(Draft("A"));
  EXPECT_TRUE(Says(draft, "PROJET"));
  EXPECT_TRUE(Says(draft, "☐ admis sous réserve"));
  const std::string decided = MinutesPage(Decided("A"));
  EXPECT_FALSE(Says(decided, "PROJET"));
  EXPECT_FALSE(Says(decided, "☐"));
}

TEST(MinutesPageTest, SaysTheReserveAndWhoLiftsIt) {
  EXPECT_TRUE(Says(ExtractPage(Decided("A"), 0),
                   "Anglais B2 (english), au plus tard le 31 décembre 2025, levée par : président "
                   "de jury"));
}

TEST(MinutesPageTest, TellsThoseWhoDidNotSign) {
  const std::string page = AttendancePage(Decided("A"));
  EXPECT_TRUE(Says(page, "présence non signée, de 09:00 (événement n° 11)"));
  EXPECT_TRUE(Says(page, "sans être membre du jury"));
  EXPECT_TRUE(Says(MinutesPage(Decided("A")), "aucune présence enregistrée"));
}

// Where a page is to change, run with CARTULARY_WRITE_GOLDEN=1 and read the difference.
TEST(MinutesPageTest, IsWhatItWas) {
  const std::filesystem::path folder =
      std::filesystem::path(CARTULARY_SOURCE_DIR) / "tests/golden/minutes";
  const MinutesView draft = Draft("Françoise Aubigné");
  const MinutesView decided = Decided("Françoise Aubigné");
  const std::pair<const char*, std::string> kPages[] = {
      {"projet.html", MinutesPage(draft)},
      {"proces-verbal.html", MinutesPage(decided)},
      {"emargement.html", AttendancePage(decided)},
      {"extrait.html", ExtractPage(decided, 0)},
  };
  for (const auto& [name, page] : kPages) {
    if (std::getenv("CARTULARY_WRITE_GOLDEN") != nullptr) {
      std::ofstream(folder / name, std::ios::binary) << page;
    }
    std::ifstream file(folder / name, std::ios::binary);
    const std::string golden(std::istreambuf_iterator<char>(file), {});
    EXPECT_EQ(page, golden) << name;
  }
}

}  // namespace
}  // namespace cartulary::cli
