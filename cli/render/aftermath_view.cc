#include "cli/render/aftermath_view.h"

#include <algorithm>

#include "cli/render/words.h"

namespace cartulary::cli {
namespace {

std::string Number(Index index) { return " (#" + std::to_string(index.value) + ")"; }

std::string ByAct(Authority authority, const ActCode& act, Language language) {
  return Say(language, ", by ", ", par : ") + Term(language, authority) +
         Say(language, ", act ", ", acte ") + act.text;
}

std::string TextOf(const ReserveView& view, Language language) {
  std::string text = view.reserve.requirement.text + Say(language, ": ", " : ");
  if (view.ended) {
    text += (view.lifted ? Say(language, "lifted on ", "levée le ")
                         : Say(language, "lapsed on ", "non levée, constaté le ")) +
            ToText(*view.ended);
    return text + Number(*view.index);
  }
  text += Say(language, "to be lifted by ", "à lever au plus tard le ") +
          ToText(view.reserve.deadline) + ", " + Term(language, view.reserve.lifted_by);
  if (view.overdue) {
    text += Say(language, "; the deadline has passed", " ; le délai est dépassé");
  }
  return text;
}

std::string TextOf(const Dated<DecisionNotified>& notified, Language language) {
  return ToText(notified.on) + Say(language, ", by ", ", par ") +
         Short(language, notified.fact.means) +
         (notified.fact.remedies
              ? Say(language, ", remedies stated", ", voies et délais de recours indiqués")
              : Say(language, ", without the remedies", ", sans les voies et délais de recours")) +
         Number(notified.index);
}

std::string TextOf(const Dated<CourtRuled>& ruling, Language language) {
  std::string text = ToText(ruling.on) + ", " + ruling.fact.act.text + Say(language, ": ", " : ") +
                     Term(language, ruling.fact.outcome) +
                     Say(language, ", bearing on: ", ", portant sur : ") +
                     Term(language, ruling.fact.scope);
  if (ruling.fact.deadline) {
    text += Say(language, "; to be carried out by ", " ; à exécuter au plus tard le ") +
            ToText(*ruling.fact.deadline);
  }
  return text + Number(ruling.index);
}

std::string TextOf(const AppealView& appeal, Language language) {
  std::string text = Term(language, appeal.lodged.fact.kind) +
                     Say(language, ", since ", ", depuis le ") + ToText(appeal.lodged.on) +
                     Number(appeal.lodged.index);
  if (appeal.decided) {
    return text + Say(language, "; decided on ", " ; décidé le ") + ToText(appeal.decided->on) +
           Say(language, ": ", " : ") + Term(language, appeal.decided->fact.outcome) +
           Number(appeal.decided->index);
  }
  if (appeal.ruled) {
    return text + Say(language, "; ruled on ", " ; jugé le ") + ToText(appeal.ruled->on) +
           Number(appeal.ruled->index);
  }
  return text + Say(language, "; not decided yet", " ; pas encore décidé");
}

bool Annuls(const CourtRuled& ruling) {
  return ruling.outcome == CourtOutcome::kAnnulled ||
         ruling.outcome == CourtOutcome::kPartlyAnnulled;
}

template <typename T>
Json DatedJson(const Dated<T>& dated) {
  return {{"date", ToText(dated.on)}, {"index", dated.index.value}};
}

template <typename T>
Json ActJson(const Dated<T>& dated) {
  Json json = DatedJson(dated);
  json["authority"] = ToName(dated.fact.authority);
  json["act"] = dated.fact.act.text;
  return json;
}

Json ReserveJson(const ReserveView& view) {
  Json json{{"requirement", view.reserve.requirement.text},
            {"deadline", ToText(view.reserve.deadline)},
            {"lifted_by", ToName(view.reserve.lifted_by)}};
  if (!view.ended) {
    json["state"] = view.overdue ? "overdue" : "open";
    return json;
  }
  json["state"] = view.lifted ? "lifted" : "lapsed";
  json["date"] = ToText(*view.ended);
  json["index"] = view.index->value;
  return json;
}

Json RulingJson(const Dated<CourtRuled>& ruling) {
  Json json = DatedJson(ruling);
  json["outcome"] = ToName(ruling.fact.outcome);
  json["scope"] = ToName(ruling.fact.scope);
  json["act"] = ruling.fact.act.text;
  if (ruling.fact.deadline) json["deadline"] = ToText(*ruling.fact.deadline);
  return json;
}

Json AppealJson(const AppealView& appeal) {
  Json json = DatedJson(appeal.lodged);
  json["kind"] = ToName(appeal.lodged.fact.kind);
  if (appeal.decided) {
    json["decided"] = DatedJson(*appeal.decided);
    json["decided"]["outcome"] = ToName(appeal.decided->fact.outcome);
  }
  if (appeal.ruled) json["ruled"] = RulingJson(*appeal.ruled);
  return json;
}

}  // namespace

std::string TextOf(const Dated<AwardWithdrawn>& withdrawn, Language language) {
  return ToText(withdrawn.on) + Say(language, ": ", " : ") + Term(language, withdrawn.fact.ground) +
         ByAct(withdrawn.fact.authority, withdrawn.fact.act, language) + Number(withdrawn.index);
}

std::vector<AftermathLine> LinesOf(const AftermathView& view, Language language) {
  std::vector<AftermathLine> lines;
  const auto add = [&](std::string_view english, std::string_view french, std::string text) {
    lines.push_back({Say(language, english, french), std::move(text)});
  };
  for (const ReserveView& reserve : view.reserves) {
    add("Reserve", "Réserve", TextOf(reserve, language));
  }
  for (const auto& notified : view.notified) {
    add("Notified", "Notifiée le", TextOf(notified, language));
  }
  for (const AppealView& appeal : view.appeals) add("Appeal", "Recours", TextOf(appeal, language));
  for (const auto& ruling : view.rulings) add("Ruling", "Jugement", TextOf(ruling, language));
  if (view.annulled) {
    add("Annulled", "Annulée le",
        ToText(view.annulled->on) +
            ByAct(view.annulled->fact.authority, view.annulled->fact.act, language) +
            Number(view.annulled->index));
  }
  if (view.rectified) {
    add("Rectified", "Rectifiée le",
        ToText(view.rectified->on) +
            ByAct(view.rectified->fact.authority, view.rectified->fact.act, language) +
            Number(view.rectified->index));
  }
  return lines;
}

const Dated<CourtRuled>* UndrawnRuling(const AftermathView& view) {
  for (auto ruling = view.rulings.rbegin(); ruling != view.rulings.rend(); ++ruling) {
    const bool acted = view.last_act_on_title && ruling->on <= *view.last_act_on_title;
    const bool drawn = ruling->fact.scope == RulingScope::kAward ? acted : view.EndedDecision();
    if (Annuls(ruling->fact)) return drawn ? nullptr : &*ruling;
  }
  return nullptr;
}

Json ToJson(const AftermathView& view) {
  Json json{{"reserves", Json::array()},
            {"notified", Json::array()},
            {"appeals", Json::array()},
            {"rulings", Json::array()}};
  for (const ReserveView& reserve : view.reserves) json["reserves"].push_back(ReserveJson(reserve));
  for (const auto& notified : view.notified) {
    Json one = DatedJson(notified);
    one["means"] = ToName(notified.fact.means);
    one["remedies"] = notified.fact.remedies;
    json["notified"].push_back(one);
  }
  for (const AppealView& appeal : view.appeals) json["appeals"].push_back(AppealJson(appeal));
  for (const auto& ruling : view.rulings) json["rulings"].push_back(RulingJson(ruling));
  if (view.annulled) json["annulled"] = ActJson(*view.annulled);
  if (view.rectified) json["rectified"] = ActJson(*view.rectified);
  if (view.support_lost) json["support_lost"] = ActJson(*view.support_lost);
  if (view.withdrawn) {
    json["withdrawn"] = ActJson(*view.withdrawn);
    json["withdrawn"]["ground"] = ToName(view.withdrawn->fact.ground);
  }
  return json;
}

}  // namespace cartulary::cli
