#include "cli/reading/identities.h"

#include <algorithm>
#include <variant>

#include "store/codec/sealed_codec.h"

namespace cartulary::cli {
namespace {

bool HoldsIdentity(const Entry& entry) {
  const bool registers = std::holds_alternative<LearnerRegistered>(entry.fact) ||
                         std::holds_alternative<PersonRegistered>(entry.fact);
  return registers && !entry.IsOut();
}

std::string NameOf(const Identity& identity) {
  std::string name;
  for (const std::string& first : identity.first_names) name += first + ' ';
  return name + identity.usage_name.value_or(identity.birth_name);
}

}  // namespace

Result<std::optional<SealedContent>> Identities::ReadContent(const Subject& subject,
                                                             Version version,
                                                             SealedClass content_class) {
  if (sealer_ == nullptr) return std::optional<SealedContent>();
  std::optional<SealedRef> ref;
  CARTULARY_RETURN_IF_ERROR(
      log_.ReadStream(subject, version, [&](const Event& event, std::string_view) -> Result<Visit> {
        const auto found =
            std::find_if(event.sealed.begin(), event.sealed.end(),
                         [&](const SealedRef& r) { return r.content_class == content_class; });
        if (event.version == version && found != event.sealed.end()) ref = *found;
        return Visit::kStop;
      }));
  if (!ref) return std::optional<SealedContent>();
  CARTULARY_ASSIGN_OR_RETURN(const auto stored, log_.FindSealed(subject, version, content_class));
  if (!stored) return std::optional<SealedContent>();
  CARTULARY_ASSIGN_OR_RETURN(const auto bytes, sealer_->Open(*ref, *stored));
  CARTULARY_ASSIGN_OR_RETURN(auto content, DecodeSealed(content_class, bytes));
  return std::optional(std::move(content));
}

Result<Identified> Identities::FindIn(const FoldedStream& stream) {
  if (const auto known = known_.find(stream.subject); known != known_.end()) return known->second;
  Identified identified;
  const auto entry = std::find_if(stream.entries.rbegin(), stream.entries.rend(), HoldsIdentity);
  // A correction of the number alone leaves the content where it was.
  std::optional<Version> version;
  if (entry != stream.entries.rend()) version = entry->version;
  while (version && (identified.name.empty() || identified.number.empty())) {
    CARTULARY_ASSIGN_OR_RETURN(const auto sealed,
                               ReadContent(stream.subject, *version, SealedClass::kRegister));
    const auto* content = sealed ? &std::get<RegisterContent>(*sealed) : nullptr;
    if (content != nullptr && content->identity && identified.name.empty()) {
      identified.name = NameOf(*content->identity);
    }
    if (content != nullptr && content->number && identified.number.empty()) {
      identified.number = *content->number;
    }
    const Entry* at = FindEntry(stream, *version);
    version = at == nullptr ? std::nullopt : at->replaces;
  }
  known_.emplace(stream.subject, identified);
  return identified;
}

Result<Identified> Identities::Find(const Subject& subject) {
  if (const auto known = known_.find(subject); known != known_.end()) return known->second;
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream stream, reader_.LoadStream(subject));
  if (stream.empty()) return Identified();
  return FindIn(stream);
}

std::string Identities::Label(const PersonId& person) {
  const auto identified = Find(SubjectOf(person));
  if (!identified) {
    if (!error_) error_ = identified.error();
    return ToText(person);
  }
  if (!identified->name.empty()) return identified->name;
  return identified->number.empty() ? ToText(person) : identified->number;
}

Text Identities::ChangeOf(const Subject& subject, Version former, Version corrected) {
  const RegisterContent before = RegisterOf(subject, former);
  const RegisterContent after = RegisterOf(subject, corrected);
  Text changes;
  const auto add = [&](const Phrase& field, const std::string& old_text, const std::string& text) {
    if (old_text == text) return;
    if (!changes.empty()) changes += Said("; ", " ; ");
    changes += Said("{0}: {1} -> {2}", "{0} : {1} -> {2}", WordsOf(field),
                    old_text.empty() ? "—" : old_text, text.empty() ? "—" : text);
  };
  if (!after.identity && !after.number) {
    return Said("what it changed cannot be read", "ce qui a changé est illisible");
  }
  const auto joined = [](const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : " ") + name;
    return text;
  };
  const auto date = [](const std::optional<Date>& day) { return day ? ToText(*day) : ""; };
  if (after.number) add({"number", "numéro"}, before.number.value_or(""), *after.number);
  if (!after.identity) return changes;  // The number alone was corrected.
  const Identity was = before.identity.value_or(Identity{});
  const Identity& is = *after.identity;
  add({"birth name", "nom de naissance"}, was.birth_name, is.birth_name);
  add({"usage name", "nom d'usage"}, was.usage_name.value_or(""), is.usage_name.value_or(""));
  add({"first names", "prénoms"}, joined(was.first_names), joined(is.first_names));
  add({"sex", "sexe"}, was.sex.value_or(""), is.sex.value_or(""));
  add({"birth date", "date de naissance"}, date(was.birth_date), date(is.birth_date));
  add({"birth place", "lieu de naissance"}, was.birth_place.value_or(""),
      is.birth_place.value_or(""));
  return changes;
}

RegisterContent Identities::RegisterOf(const Subject& subject, Version version) {
  const auto content = ReadContent(subject, version, SealedClass::kRegister);
  if (!content && !error_) error_ = content.error();
  if (!content || !*content) return {};
  return std::get<RegisterContent>(**content);
}

std::string Identities::WithNames(const std::string& text) {
  constexpr std::size_t kIdLength = 34;  // "P-" and 32 hexadecimal digits.
  std::string named;
  for (std::size_t at = 0; at < text.size();) {
    const std::string id = text.substr(at, kIdLength);
    if (const auto person = ParseId<PersonTag>(id)) {
      named += Label(*person);
    } else if (const auto learner = ParseId<LearnerTag>(id)) {
      const auto who = Find(SubjectOf(*learner));
      if (!who && !error_) error_ = who.error();
      named += who && !who->number.empty() ? who->number : id;
    } else {
      named += text[at++];
      continue;
    }
    at += id.size();
  }
  return named;
}

Text Identities::WithNames(Text text) { return {WithNames(text.fr), WithNames(text.en)}; }

CommentsContent Identities::CommentsOn(const Subject& subject, Version version) {
  const auto content = ReadContent(subject, version, SealedClass::kComments);
  if (!content && !error_) error_ = content.error();
  if (!content || !*content) return {};
  return std::get<CommentsContent>(**content);
}

std::string Identities::CommentOn(const Subject& subject, Version version) {
  return CommentsOn(subject, version).comment.value_or("");
}

std::string Identities::ReasonWordsOf(const Subject& subject, Version version) {
  return CommentsOn(subject, version).reason.value_or("");
}

Status Identities::status() const {
  if (error_) return *error_;
  return Ok{};
}

}  // namespace cartulary::cli
