#include "cli/json/describe.h"

#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

#include "cli/json/fields.h"
#include "cli/render/fact_words.h"
#include "cli/render/words.h"

namespace cartulary::cli {
namespace {

// What a field of each type is called, for somebody who writes JSON. One overload for each type.
template <typename Tag>
Text TypeName(const Code<Tag>&) {
  return Said("code", "code");
}
Text TypeName(const LearnerId&) {
  return Said("student number, or id", "numéro d'étudiant, ou identifiant");
}
Text TypeName(const PersonId&) { return Said("staff number, or id", "matricule, ou identifiant"); }
Text TypeName(const JuryId&) {
  return Said("code of a session, or id", "code d'une session, ou identifiant");
}
Text TypeName(const EnrolmentId&) {
  return Said("1, 2 …, or id; the only one if left out",
              "1, 2 …, ou identifiant ; le seul s'il est omis");
}
Text TypeName(const GroupId&) {
  return Said("id, `G-` and 32 digits", "identifiant, `G-` et 32 chiffres");
}
Text TypeName(const LogOrigin&) {
  return Said("id, `O-` and 32 digits", "identifiant, `O-` et 32 chiffres");
}
Text TypeName(const Hash&) { return Said("SHA-256, 64 digits", "SHA-256, 64 chiffres"); }
Text TypeName(const Lookup&) {
  return Said("the number itself; it is sealed", "le numéro lui-même ; il est scellé");
}
Text TypeName(const Version&) { return Said("version, or `row:ID`", "version, ou `row:ID`"); }
Text TypeName(const EventRef&) {
  return Said("`row:ID` or `WHO@VERSION`", "`row:ID` ou `QUI@VERSION`");
}
Text TypeName(const Date&) { return Said("date, `YYYY-MM-DD`", "date, `AAAA-MM-JJ`"); }
Text TypeName(const TimeOfDay&) { return Said("time, `HH:MM`", "heure, `HH:MM`"); }
Text TypeName(const AcademicYear&) {
  return Said("academic year, `2024-2025`", "année universitaire, `2024-2025`");
}
Text TypeName(const Decimal&) { return Said("decimal, two places", "décimal, deux chiffres"); }
Text TypeName(const std::string&) { return Said("text", "texte"); }
Text TypeName(const PlainFact&) {
  return Said("a fact: its `type` and fields", "un fait : son `type` et ses champs");
}
template <std::same_as<bool> Bool>
Text TypeName(const Bool&) {
  return Said("true or false; false if left out", "true ou false ; false si omis");
}
template <Unsigned Number>
Text TypeName(const Number&) {
  return Said("whole number", "nombre entier");
}
template <NamedEnum E>
Text TypeName(const E&) {
  Text text;
  for (const auto& entry : kEnumNames<E>) {
    if (!text.empty()) text += Said(", ", ", ");
    text += Said("`{0}`", "`{0}`", entry.name);
  }
  return text;
}
template <HasFields T>
Text TypeName(const T&);
template <typename T>
Text TypeName(const std::vector<T>&) {
  return Said("list of: {0}", "liste de : {0}", TypeName(T{}));
}

// Of a field inside an object, what its name does not say: the values, or the fields again.
template <typename T>
Text ValuesIn(const T& field) {
  if constexpr (NamedEnum<T>) return Said(" ({0})", " ({0})", TypeName(field));
  if constexpr (HasFields<T>) return Said(" {0}", " {0}", TypeName(field));
  return {};
}
template <typename T>
Text ValuesIn(const std::optional<T>&) {
  return ValuesIn(T{});
}
template <typename T>
Text ValuesIn(const std::vector<T>&) {
  return ValuesIn(T{});
}

template <HasFields T>
Text TypeName(const T&) {
  T value{};
  Text text;
  Fields(
      [&](std::string_view name, const auto& field, std::string_view) {
        if (!text.empty()) text += Said(", ", ", ");
        text += Said("`{0}`{1}", "`{0}`{1}", name, ValuesIn(field));
      },
      value);
  return Said("{{0}}", "{{0}}", text);
}

class RowWriter {
 public:
  RowWriter(std::string& page, Language language, bool (*is_filled_in)(std::string_view))
      : page_(page), language_(language), is_filled_in_(is_filled_in) {}

  template <typename T>
  void operator()(std::string_view name, const T& field, std::string_view doc) const {
    const bool left_out = is_filled_in_(name) || std::is_same_v<T, bool>;
    Add(name, TypeName(field), !left_out, doc);
  }
  template <typename T>
  void operator()(std::string_view name, const std::optional<T>&, std::string_view doc) const {
    Add(name, TypeName(T{}), /*needed=*/false, doc);
  }
  template <typename T>
  void operator()(std::string_view name, const std::vector<T>& field, std::string_view doc) const {
    Add(name, TypeName(field), /*needed=*/false, doc);
  }

 private:
  void Add(std::string_view name, const Text& type, bool needed, std::string_view doc) const {
    page_ += "| `" + std::string(name) + "` | " + Say(language_, type) + " | " +
             (needed ? Say(language_, "yes", "oui") : "") + " | " +
             std::string(FieldDoc(language_, doc)) + " |\n";
  }

  std::string& page_;
  Language language_;
  bool (*is_filled_in_)(std::string_view);
};

template <typename T>
void AddTable(std::string& page, Language language) {
  if constexpr (std::is_empty_v<T>) {
    page += Say(language, "No field of its own: what it says is sealed, under `health`.\n\n",
                "Aucun champ propre : ce qu'il dit est scellé, sous `health`.\n\n");
    return;
  }
  T value{};
  page +=
      Say(language, "| field | is | needed | meaning |\n", "| champ | est | requis | sens |\n") +
      "|---|---|---|---|\n";
  Fields(RowWriter(page, language, &IsFilledIn<T>), value);
  page += '\n';
}

// What people would look for in a type, and it cannot say.
Text LimitOf(FactType type) {
  if (type != FactType::kCourtRuled) return {};
  return Said(
      "Limit: a ruling names a decision of a jury, and bears on that, its session or the title\n"
      "granted on it. None names a withdrawal. One that annuls the withdrawal of a title is "
      "recorded\n"
      "with the scope `award` and, of the same day or a later one, the AwardReinstated that "
      "carries\n"
      "it out; where the title had been reinstated before, `status` cannot tell what was "
      "annulled,\n"
      "and says so.\n\n",
      "Limite : un jugement vise une décision de jury, et porte sur elle, sur sa session ou sur "
      "le\n"
      "titre délivré d'après elle. Aucun ne vise un retrait. Celui qui annule le retrait d'un "
      "titre\n"
      "s'enregistre avec la portée `award`, suivi, du même jour ou d'un jour postérieur, de\n"
      "l'AwardReinstated qui l'exécute ; si le titre était déjà rétabli, `status` ne peut savoir "
      "ce\n"
      "qui est annulé, et le dit.\n\n");
}

template <typename T>
void AddFact(std::string& page, Language language) {
  const std::string doc(FactDoc(language, T::kInfo.doc));
  const std::string effective(EffectiveDoc(language, T::kInfo.effective));
  const std::string french(T::kInfo.french);
  page += "### " + std::string(T::kInfo.name) + "\n\n";
  page += language == Language::kFrench
              ? doc + " (" + french + ".) Date d'effet : " + effective + ".\n\n"
              : doc + " (" + french + ".) Effective: " + effective + ".\n\n";
  AddTable<T>(page, language);
  page += Say(language, LimitOf(T::kInfo.type));
}

std::string HeadingOf(StreamKind kind, Language language) {
  const std::string name(ToName(kind));
  const std::string french(ToFrench(kind));
  return "## " + Say(language, name + " (" + french + ")", french + " (" + name + ")") + "\n\n";
}

Text Introduction() {
  return Said(
      "# Facts\n\n"
      "Every type of fact, with the fields that `record` and `import` take. This page is what\n"
      "`cartulary help facts` prints; a test compares the two. `cartulary help facts TYPE` prints "
      "one\n"
      "type.\n\n"
      "A row is one JSON object on one line: `type`, `subject`, `effective` and the fields below.\n"
      "See [import.md](import.md) for what else a row may hold and for how people and events are\n"
      "named, and [acts.md](acts.md) for the type that records an act: to convene, to withdraw "
      "…\n\n"
      "Codes are letters, digits and `. _ : / @ + -`. A code of the rules (`block`, `competency`,\n"
      "`requirement`, `points`, a `body` and a `test` of their score tables) is written as the "
      "rules\n"
      "write it: `cartulary referential show` lists them. A `plan` is the code that an\n"
      "AssessmentPlanned gave; every other code is yours.\n\n",
      "# Faits\n\n"
      "Chaque type de fait, avec les champs que prennent `record` et `import`.\n"
      "`cartulary help facts TYPE` imprime un seul type.\n\n"
      "Une ligne est un objet JSON : `type`, `subject`, `effective` et les champs ci-dessous.\n"
      "docs/reference/import.md dit ce qu'elle peut encore contenir, et comment nommer personnes\n"
      "et événements ; `cartulary help acts` donne le type qui enregistre un acte : convoquer,\n"
      "retirer …\n\n"
      "Un code est fait de lettres, de chiffres et de `. _ : / @ + -`. Un code du référentiel\n"
      "(`block`, `competency`, `requirement`, `points`, un `body` et un `test` de ses barèmes)\n"
      "s'écrit comme le référentiel l'écrit : `cartulary referential show` les énumère. Un `plan`\n"
      "est le code qu'un AssessmentPlanned a donné ; tout autre code est le vôtre.\n\n");
}

}  // namespace

std::optional<std::string> DescribeFact(std::string_view name, Language language) {
  std::optional<std::string> page;
  ForEachFactType([&]<typename T>(const T&) {
    if (T::kInfo.name == name) AddFact<T>(page.emplace(), language);
  });
  if (page) page->pop_back();
  return page;
}

std::string DescribeFacts(Language language) {
  std::string page = Say(language, Introduction());
  for (const auto& kind : kEnumNames<StreamKind>) {
    page += HeadingOf(kind.value, language);
    ForEachFactType([&]<typename T>(const T&) {
      if (T::kInfo.stream == kind.value) AddFact<T>(page, language);
    });
  }
  page += Say(language, "## any stream\n\n", "## tout flux\n\n");
  ForEachFactType([&]<typename T>(const T&) {
    if (!IsKnown(T::kInfo.stream)) AddFact<T>(page, language);
  });
  page += Say(language,
              "## Personal content\n\nStands beside a fact, and is sealed.\n\n### identity\n\n",
              "## Données personnelles\n\nÀ côté d'un fait, et scellées.\n\n### identity\n\n");
  AddTable<Identity>(page, language);
  page += "### contact\n\n";
  AddTable<ContactContent>(page, language);
  page += "### health\n\n";
  AddTable<HealthContent>(page, language);
  page.pop_back();
  return page;
}

}  // namespace cartulary::cli
