#include "cli/finder.h"

#include <vector>

#include "cli/output/text.h"
#include "core/facts/enums.h"
#include "core/subjects.h"
#include "projections/lookups.h"

namespace cartulary::cli {
namespace {

template <typename Tag>
std::optional<Subject> SubjectOfText(std::string_view written) {
  const auto id = ParseId<Tag>(written);
  if (!id) return std::nullopt;
  return Subject{id->bytes};
}

// The verb that lists what a stream of this kind can be named by.
std::string_view ListingOf(StreamKind kind) {
  switch (kind) {
    case StreamKind::kLearner:
      return "list learners";
    case StreamKind::kPerson:
      return "list persons";
    case StreamKind::kJury:
      return "list juries";
    case StreamKind::kReferential:
      return "referential list";
    case StreamKind::kAwardNumber:
      return "list awards";
    case StreamKind::kInstitution:
    case StreamKind::kSystem:
      return "log";
  }
  return "log";
}

Failure NotFound(StreamKind kind, std::string_view written) {
  return Failure{.status = ExitStatus::kNotFound,
                 .message = Said("no {0} has the {1} '{2}'", "{1} inconnu ({0}) : « {2} »", kind,
                                 NumberWord(kind), Shortened(written)),
                 .hint = Said("check how it is written; `cartulary {0}` shows what is there",
                              "vérifiez l'orthographe ; `cartulary {0}` montre ce qui existe",
                              ListingOf(kind))};
}

}  // namespace

Text NumberWord(StreamKind kind) {
  switch (kind) {
    case StreamKind::kLearner:
      return Said("student number or id", "numéro d'étudiant ou identifiant");
    case StreamKind::kPerson:
      return Said("staff number or id", "matricule ou identifiant");
    case StreamKind::kJury:
      return Said("session code or id", "code de session ou identifiant");
    case StreamKind::kReferential:
      return Said("certification code", "code de certification");
    case StreamKind::kAwardNumber:
      return Said("award number", "numéro de diplôme");
    case StreamKind::kInstitution:
    case StreamKind::kSystem:
      return Said("name", "nom");
  }
  return Said("name", "nom");
}

std::optional<Subject> SubjectOfId(StreamKind kind, std::string_view written) {
  switch (kind) {
    case StreamKind::kLearner:
      return SubjectOfText<LearnerTag>(written);
    case StreamKind::kPerson:
      return SubjectOfText<PersonTag>(written);
    case StreamKind::kJury:
      return SubjectOfText<JuryTag>(written);
    case StreamKind::kReferential:
    case StreamKind::kAwardNumber:
    case StreamKind::kInstitution:
    case StreamKind::kSystem:
      return std::nullopt;
  }
  return std::nullopt;
}

OrFailure<std::vector<Subject>> Finder::Holders(StreamKind kind, std::string_view written) {
  const auto by_number = [&](LookupKind lookup_kind,
                             NumberKind number_kind) -> OrFailure<std::vector<Subject>> {
    CARTULARY_ASSIGN_OR_RETURN(const Sealer* sealer, store_.FindSealer());
    CARTULARY_ASSIGN_OR_RETURN(const StateStore* state, store_.CurrentState());
    CARTULARY_ASSIGN_OR_RETURN(
        auto holders, FindHolders(*state, lookup_kind, sealer->LookupOf(number_kind, written)));
    return holders;
  };
  switch (kind) {
    case StreamKind::kLearner:
      return by_number(LookupKind::kStudentNumber, NumberKind::kStudent);
    case StreamKind::kPerson:
      return by_number(LookupKind::kStaffNumber, NumberKind::kStaff);
    case StreamKind::kJury: {
      const auto code = JuryCode::Parse(written);
      if (!code) return std::vector<Subject>();
      CARTULARY_ASSIGN_OR_RETURN(const StateStore* state, store_.CurrentState());
      CARTULARY_ASSIGN_OR_RETURN(auto holders, FindHolders(*state, *code));
      return holders;
    }
    case StreamKind::kReferential: {
      const auto code = CertificationCode::Parse(written);
      if (!code) return std::vector<Subject>();
      return std::vector<Subject>{SubjectOf(store_.hasher(), *code)};
    }
    case StreamKind::kAwardNumber: {
      const auto number = AwardNumber::Parse(written);
      if (!number) return std::vector<Subject>();
      return std::vector<Subject>{SubjectOf(store_.hasher(), *number)};
    }
    case StreamKind::kInstitution:
    case StreamKind::kSystem: {
      if (written != ToName(kind)) return std::vector<Subject>();
      return std::vector<Subject>{NamedSubject(store_.hasher(), kind, "")};
    }
  }
  return std::vector<Subject>();
}

OrFailure<Subject> Finder::Find(StreamKind kind, std::string_view written) {
  if (const auto subject = SubjectOfId(kind, written)) return *subject;
  CARTULARY_ASSIGN_OR_RETURN(const auto holders, Holders(kind, written));
  if (holders.empty()) return NotFound(kind, written);
  if (holders.size() > 1) {
    return Failure{
        .status = ExitStatus::kConflict,
        .message = Said("{0} hold the {1} '{2}'", "{0} portent le même {1} : « {2} »",
                        holders.size(), NumberWord(kind), Shortened(written)),
        .hint = Said("name one by its id; correct the registration that is wrong",
                     "désignez l'un d'eux par son identifiant ; corrigez l'enregistrement erroné")};
  }
  return holders.front();
}

OrFailure<FoundStream> Finder::FindAny(std::string_view written) {
  std::vector<FoundStream> found;
  std::optional<Failure> keyless;  // Numbers cannot be looked up; the name may be another's.
  for (const auto& entry : kEnumNames<StreamKind>) {
    std::string_view name = written;
    const std::string prefix = std::string(entry.name) + ":";
    if (name.starts_with(prefix)) {
      name.remove_prefix(prefix.size());
    } else if (written.find(':') != std::string_view::npos) {
      continue;
    }
    std::vector<Subject> subjects;
    if (const auto subject = SubjectOfId(entry.value, name)) {
      subjects = {*subject};
    } else if (auto holders = Holders(entry.value, name)) {
      subjects = *std::move(holders);
    } else if (holders.error().status == ExitStatus::kNotFound) {
      keyless = std::move(holders).error();
    } else {
      return std::move(holders).error();
    }
    for (const Subject& subject : subjects) {
      CARTULARY_ASSIGN_OR_RETURN(const auto head, store_.log().FindStream(subject));
      if (head && head->kind == entry.value) found.push_back({entry.value, subject});
    }
  }
  if (const auto subject = ParseId<SubjectTag>(written)) {
    CARTULARY_ASSIGN_OR_RETURN(const auto head, store_.log().FindStream(*subject));
    if (head) found.push_back({head->kind, *subject});
  }
  if (found.empty() && keyless) return *std::move(keyless);
  if (found.empty()) {
    return Failure{.status = ExitStatus::kNotFound,
                   .message = Said("nothing is called '{0}'", "rien ne porte le nom « {0} »",
                                   Shortened(written)),
                   .hint = Said("give a student number, staff number, session code, certification "
                                "code, award number or id",
                                "donnez un numéro d'étudiant, un matricule, un code de session, un "
                                "code de certification, un numéro de diplôme ou un identifiant")};
  }
  if (found.size() > 1) {
    Text kinds;
    for (const FoundStream& stream : found) {
      kinds += kinds.empty() ? WordsOf(stream.kind) : Said(", {0}", ", {0}", stream.kind);
    }
    return Failure{.message = Said("'{0}' is several things: {1}",
                                   "« {0} » désigne plusieurs choses : {1}", written, kinds),
                   .hint = Said("put the kind before it, as in learner:{0}",
                                "faites précéder du type, comme dans learner:{0}", written)};
  }
  return found.front();
}

}  // namespace cartulary::cli
