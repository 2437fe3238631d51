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
                 .message = "no " + std::string(ToName(kind)) + " has the " +
                            std::string(NumberWord(kind)) + " '" + Shortened(written) + "'",
                 .hint = "check how it is written; `cartulary " + std::string(ListingOf(kind)) +
                         "` shows what is there"};
}

}  // namespace

std::string_view NumberWord(StreamKind kind) {
  switch (kind) {
    case StreamKind::kLearner:
      return "student number or id";
    case StreamKind::kPerson:
      return "staff number or id";
    case StreamKind::kJury:
      return "session code or id";
    case StreamKind::kReferential:
      return "certification code";
    case StreamKind::kAwardNumber:
      return "award number";
    case StreamKind::kInstitution:
    case StreamKind::kSystem:
      return "name";
  }
  return "name";
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
    return Failure{.status = ExitStatus::kConflict,
                   .message = std::to_string(holders.size()) + " hold the " +
                              std::string(NumberWord(kind)) + " '" + Shortened(written) + "'",
                   .hint = "name one by its id; correct the registration that is wrong"};
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
                   .message = "nothing is called '" + Shortened(written) + "'",
                   .hint =
                       "give a student number, staff number, session code, certification code, "
                       "award number or id"};
  }
  if (found.size() > 1) {
    std::string kinds;
    for (const FoundStream& stream : found) {
      kinds += (kinds.empty() ? "" : ", ") + std::string(ToName(stream.kind));
    }
    return Failure{.message = "'" + std::string(written) + "' is several things: " + kinds,
                   .hint = "put the kind before it, as in learner:" + std::string(written)};
  }
  return found.front();
}

}  // namespace cartulary::cli
