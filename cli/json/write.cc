#include "cli/json/write.h"

#include <variant>

namespace cartulary::cli {
namespace {

template <typename AnyFact>
Json JsonOfFact(const AnyFact& fact) {
  Json object{{"type", std::string(InfoOf(fact).name)}};
  std::visit([&](const auto& f) { AddFields(f, object); }, fact);
  return object;
}

Json JsonOf(const Actor& actor) {
  return Json{{"person", ToText(actor.person)},
              {"role", cli::JsonOf(actor.role)},
              {"assurance", cli::JsonOf(actor.assurance)},
              {"uid", actor.uid}};
}

Json JsonOf(const Attribution& by) {
  Json object{{"actor", JsonOf(by.actor)}};
  if (by.on_behalf_of) object["on_behalf_of"] = ToText(*by.on_behalf_of);
  if (by.approver) object["approver"] = JsonOf(*by.approver);
  if (by.same_account) object["same_account"] = true;
  object["entry"] = cli::JsonOf(by.entry);
  if (by.reason) object["reason"] = by.reason->text;
  if (by.causation) object["causation"] = cli::JsonOf(*by.causation);
  if (by.correlation) object["correlation"] = ToText(*by.correlation);
  object["effective"] = ToText(by.effective);
  for (const Evidence& evidence : by.evidence) {
    object["evidence"].push_back(Json{{"role", cli::JsonOf(evidence.role)},
                                      {"salted_sha256", ToText(evidence.salted_sha256)},
                                      {"media_type", evidence.media_type},
                                      {"size_bytes", evidence.size_bytes}});
  }
  return object;
}

}  // namespace

std::string IdText(StreamKind kind, const Subject& subject) {
  switch (kind) {
    case StreamKind::kLearner:
      return ToText(IdFrom<LearnerId>(subject));
    case StreamKind::kPerson:
      return ToText(IdFrom<PersonId>(subject));
    case StreamKind::kJury:
      return ToText(IdFrom<JuryId>(subject));
    case StreamKind::kInstitution:
    case StreamKind::kReferential:
    case StreamKind::kAwardNumber:
    case StreamKind::kSystem:
      return ToText(subject);
  }
  return ToText(subject);
}

Json JsonOf(const PlainFact& fact) { return JsonOfFact(fact); }
Json JsonOf(const Fact& fact) { return JsonOfFact(fact); }

Json JsonOf(const Event& event, const Hash& leaf_hash) {
  Json object{{"index", event.index.value},
              {"origin", ToText(event.origin)},
              {"kind", JsonOf(event.kind)},
              {"subject", IdText(event.kind, event.subject)},
              {"version", event.version.value},
              {"link", ToText(event.link)},
              {"leaf_hash", ToText(leaf_hash)},
              {"recorded", ToText(event.recorded)},
              {"recorded_date", ToText(event.recorded_date)},
              {"by", JsonOf(event.by)},
              {"fact", JsonOf(event.fact)}};
  for (const SealedRef& sealed : event.sealed) {
    object["sealed"].push_back(
        Json{{"class", JsonOf(sealed.content_class)}, {"commitment", ToText(sealed.commitment)}});
  }
  return object;
}

}  // namespace cartulary::cli
