// Certificates of level in a language.
#include "core/evaluate/nodes.h"
#include "core/evaluate/offices.h"

namespace cartulary {
namespace {

std::optional<Decimal> ScoreOf(const LanguageCertificateRecorded& certificate,
                               std::string_view part) {
  for (const ScorePart& score : certificate.scores) {
    if (score.part.text == part) return score.score;
  }
  return std::nullopt;
}

Decimal TotalOf(const LanguageCertificateRecorded& certificate) {
  if (const auto total = ScoreOf(certificate, "total")) return *total;
  Decimal sum;
  for (const ScorePart& score : certificate.scores) sum.hundredths += score.score.hundredths;
  return sum;
}

bool IsMet(const ScoreRow& row, const LanguageCertificateRecorded& certificate) {
  if (row.min_total && TotalOf(certificate) < *row.min_total) return false;
  return std::ranges::all_of(row.parts, [&](const PartMinimum& part) {
    const auto score = ScoreOf(certificate, part.part);
    return score && *score >= part.min;
  });
}

// "listening 395 < 400; total 740 < 785": what the scores lack for a level that the table gives;
// empty where it has no such level.
std::string ScoresLacking(const ScoreTable& table, LanguageLevel level,
                          const LanguageCertificateRecorded& certificate) {
  const ScoreRow* wanted = nullptr;
  for (const ScoreRow& row : table.rows) {
    if (level <= row.level && (wanted == nullptr || row.level < wanted->level)) wanted = &row;
  }
  std::string lacking;
  if (wanted == nullptr) return lacking;
  const auto compare = [&](std::string_view part, std::optional<Decimal> score, Decimal min) {
    if (score && min <= *score) return;
    lacking += (lacking.empty() ? "" : "; ") + std::string(part) + " " +
               (score ? ToText(*score) : "–") + " < " + ToText(min);
  };
  if (wanted->min_total) compare("total", TotalOf(certificate), *wanted->min_total);
  for (const PartMinimum& part : wanted->parts) {
    compare(part.part, ScoreOf(certificate, part.part), part.min);
  }
  return lacking;
}

LanguageLevel LevelByTable(const ScoreTable& table,
                           const LanguageCertificateRecorded& certificate) {
  for (const ScoreRow& row : table.rows) {
    if (IsMet(row, certificate)) return row.level;
  }
  return LanguageLevel::kBelowA1;
}

struct LevelFound {
  std::optional<LanguageLevel> level;
  bool lacks_table = false;  // There are scores, and the rules do not know the test.
  std::string lacking{};     // What the scores lack for the level asked for.
};

LevelFound LevelOf(const Held<LanguageCertificateRecorded>& certificate,
                   const LanguageCertificate& rule, NodeBuilder& node, const Referential& rules) {
  bool lacks_table = false;
  if (!certificate->scores.empty() && node.Read(rule.score_tables)) {
    const ScoreTable* table = FindScoreTable(rules, certificate->body, certificate->test,
                                             certificate->language, certificate.entry->effective);
    if (table != nullptr) {
      return {.level = LevelByTable(*table, *certificate.fact),
              .lacking = ScoresLacking(*table, rule.min.value, *certificate.fact)};
    }
    lacks_table = true;
  }
  if (!certificate->level || !node.Read(rule.stated_level)) return {std::nullopt, lacks_table};
  return {certificate->level};
}

const Entry* RevocationOf(const Entry& certificate, const Evaluation& evaluation) {
  for (const auto revoked : evaluation.facts.Of<LanguageCertificateRevoked>()) {
    if (FindStanding(evaluation.dossier, revoked->certificate) == &certificate) {
      return revoked.entry;
    }
  }
  return nullptr;
}

// When the accreditation of a body can start or end. The day of an end is the last day.
void ConsiderAccreditations(const FoldedStream& institution, const BodyCode& body,
                            Horizon& horizon) {
  for (const Entry& entry : institution.entries) {
    const auto* accredited = std::get_if<BodyAccredited>(&entry.fact);
    const auto* ended = std::get_if<BodyAccreditationEnded>(&entry.fact);
    if (accredited != nullptr && accredited->body == body) {
      horizon.Consider(entry);
      if (accredited->to) horizon.Consider(DayAfter(*accredited->to));
    } else if (ended != nullptr && ended->body == body) {
      horizon.Consider(entry);
      horizon.Consider(DayAfter(entry.effective));
    }
  }
}

// How far a certificate comes: the checks in their order. Of several certificates that fall short,
// the reason speaks of the one that came furthest.
enum class Progress {
  kNone,
  kOtherLanguage,
  kRevoked,
  kNotAccredited,
  kNoLevel,
  kNoTable,
  kBelow,
  kExpired,
  kCounts
};

struct Examined {
  Progress progress = Progress::kNone;
  std::optional<LanguageLevel> level;
  std::string lacking;
  Date accredited_on;
  std::optional<Date> until;
  const Entry* revocation = nullptr;
  const Entry* accreditation = nullptr;
};

Examined Examine(const Held<LanguageCertificateRecorded>& certificate,
                 const LanguageCertificate& rule, NodeBuilder& node, const Evaluation& evaluation) {
  Examined examined;
  examined.progress = Progress::kOtherLanguage;
  if (certificate->language != rule.language) return examined;

  examined.progress = Progress::kRevoked;
  examined.revocation = RevocationOf(*certificate.entry, evaluation);
  if (examined.revocation != nullptr) return examined;

  examined.progress = Progress::kNotAccredited;
  if (node.Read(rule.accredited)) {
    const FoldedStream& institution = evaluation.reference.institution;
    const bool on_test_date = node.Read(rule.accredited_on) == AccreditedOn::kTestDate;
    examined.accredited_on = on_test_date ? certificate.entry->effective : evaluation.on;
    if (!on_test_date) ConsiderAccreditations(institution, certificate->body, evaluation.horizon);
    examined.accreditation = AccreditationOn(institution, certificate->body, certificate->language,
                                             examined.accredited_on);
    if (examined.accreditation == nullptr) return examined;
  }

  LevelFound found = LevelOf(certificate, rule, node, evaluation.rules);
  examined.progress = found.lacks_table ? Progress::kNoTable : Progress::kNoLevel;
  examined.level = found.level;
  examined.lacking = std::move(found.lacking);
  if (!examined.level) return examined;

  examined.progress = Progress::kBelow;
  if (*examined.level < node.Read(rule.min)) return examined;

  examined.progress = Progress::kExpired;
  if (rule.valid_months) {
    examined.until = AddMonths(certificate.entry->effective, node.Read(*rule.valid_months));
    evaluation.horizon.Consider(DayAfter(*examined.until));
    if (*examined.until < evaluation.on) return examined;
  }
  examined.progress = Progress::kCounts;
  return examined;
}

VerdictNode Conclude(NodeBuilder& node, const Examined& best) {
  switch (best.progress) {
    case Progress::kNone:
      break;
    case Progress::kOtherLanguage:
      return node.Done(Outcome::kPending, Reason::kLanguageOther);
    case Progress::kRevoked:
      return node.Done(Outcome::kPending, Reason::kLanguageRevoked);
    case Progress::kNotAccredited:
      return node.Done(Outcome::kPending, Reason::kBodyNotAccredited);
    case Progress::kNoLevel:
      return node.Done(Outcome::kPending, Reason::kLevelUnknown);
    case Progress::kNoTable:
      return node.Done(Outcome::kPending, Reason::kTestUnknown);
    case Progress::kBelow:
      if (best.lacking.empty()) return node.Done(Outcome::kPending, Reason::kLanguageBelow);
      return node.With("scores", best.lacking).Done(Outcome::kPending, Reason::kLanguageScoreBelow);
    case Progress::kExpired:
      return node.Done(Outcome::kPending, Reason::kLanguageExpired);
    case Progress::kCounts:
      return node.Done(Outcome::kSatisfied, Reason::kLanguageReached);
  }
  return node.Done(Outcome::kPending, Reason::kLanguageMissing);
}

}  // namespace

VerdictNode EvaluateLanguageCertificate(const LanguageCertificate& rule,
                                        const NodeContext& context) {
  NodeBuilder node(context);
  const Evaluation& evaluation = context.evaluation;
  node.With("language", rule.language).With("min_cefr", node.Read(rule.min));

  Examined best;
  std::optional<Held<LanguageCertificateRecorded>> certificate;
  for (const auto held : evaluation.facts.Of<LanguageCertificateRecorded>()) {
    const Examined examined = Examine(held, rule, node, evaluation);
    if (certificate &&
        std::pair(examined.progress, examined.level) <= std::pair(best.progress, best.level)) {
      continue;
    }
    best = examined;
    certificate = held;
  }
  if (certificate) {
    node.Cite(evaluation.dossier, *certificate->entry);
    node.With("date", certificate->entry->effective).With("body", (*certificate)->body);
    node.With("found", (*certificate)->language);
    const bool stated_elsewhere = best.progress == Progress::kOtherLanguage;
    const auto level = stated_elsewhere ? (*certificate)->level : best.level;
    if (level) node.With("cefr", *level);
    if (best.progress == Progress::kNotAccredited) node.With("accredited_on", best.accredited_on);
    if (best.progress == Progress::kNoTable) node.With("test", (*certificate)->test);
    if (best.until) node.With("until", *best.until);
    if (best.revocation != nullptr) node.Cite(evaluation.dossier, *best.revocation);
    if (best.accreditation != nullptr) {
      node.Cite(evaluation.reference.institution, *best.accreditation);
    }
  }
  return Conclude(node, best);
}

}  // namespace cartulary
