#include "cli/founding.h"

#include <unistd.h>

#include "cli/draft.h"
#include "cli/ports/random.h"
#include "cli/recorder.h"
#include "core/subjects.h"

namespace cartulary::cli {
namespace {

OrFailure<PersonId> RecordBeginning(const Context& context, Store& store, const Founder& founder,
                                    bool demo) {
  CARTULARY_ASSIGN_OR_RETURN(const auto draft, Draft::Begin(context, store));
  const auto person = NewId<PersonId>(context.ports.random);
  Attribution by;
  by.actor = Actor{
      .person = person, .role = founder.role, .assurance = Assurance::kDeclared, .uid = getuid()};
  by.entry = demo ? EntryMode::kDemo : EntryMode::kLive;
  by.effective = draft->today();

  Submission created;
  created.command.kind = StreamKind::kSystem;
  created.command.subject = SystemSubject(store.hasher());
  created.command.fact = StoreCreated{.demo = demo};
  created.command.by = by;
  CARTULARY_RETURN_IF_ERROR(draft->Take(std::move(created)));

  Submission registered;
  registered.command.kind = StreamKind::kPerson;
  registered.command.subject = SubjectOf(person);
  registered.command.fact =
      PersonRegistered{.number = draft->LookupOf(FactType::kPersonRegistered, founder.number)};
  registered.command.by = by;
  registered.registered.identity = founder.identity;
  registered.registered.number = founder.number;
  CARTULARY_RETURN_IF_ERROR(draft->Take(std::move(registered)));

  CARTULARY_RETURN_IF_ERROR(Append(store, draft->Drain(), [](const Recorded&) {}));
  CARTULARY_RETURN_IF_ERROR(store.CurrentState());
  return person;
}

}  // namespace

OrFailure<Founded> FoundStore(const Context& context, const Founder& founder, bool demo) {
  CARTULARY_ASSIGN_OR_RETURN(auto store, Store::Create(context));
  auto person = RecordBeginning(context, *store, founder, demo);
  if (!person) {
    Store::Discard(std::move(store));
    return std::move(person).error();
  }
  return Founded{std::move(store), *person};
}

}  // namespace cartulary::cli
