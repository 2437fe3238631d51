#include "cli/store.h"

#include <csignal>
#include <filesystem>

#include "cli/ports/random.h"
#include "cli/render/passed_over.h"
#include "cli/render/words.h"
#include "projections/catch_up.h"
#include "projections/waivers.h"
#include "store/codec/event_codec.h"
#include "store/codec/key_file.h"
#include "store/codec/openssl_hasher.h"
#include "store/codec/rules_yaml.h"
#include "store/memory/overlay_state_store.h"
#include "store/rocksdb/rocksdb_event_log.h"
#include "store/rocksdb/rocksdb_state_stores.h"
#include "store/rocksdb/store_files.h"

namespace cartulary::cli {
namespace {

// Ties a key file to its store, so that a lookup never fails for the wrong key unnoticed.
constexpr const char* kOriginName = "origin";

struct Place {
  std::string store;
  std::string keys;
};

OrFailure<Place> PlaceOf(const SharedOptions& options) {
  if (!options.store || options.store->empty()) {
    return Failure{
        .message = Said("which store? --store is missing", "quel registre ? --store manque"),
        .hint = Said(
            "give --store DIR or set CARTULARY_STORE; `cartulary init` makes one",
            "donnez --store DOSSIER ou définissez CARTULARY_STORE ; `cartulary init` en crée un")};
  }
  std::string store = *options.store;
  while (store.size() > 1 && store.back() == '/') store.pop_back();
  return Place{store, options.keys.value_or(store + ".keys")};
}

// Errors: not found, if there is no folder in which `file` could be made.
OrFailure<Ok> CheckFolderOf(const std::string& file) {
  const auto folder = std::filesystem::path(file).parent_path();
  std::error_code
      unknown;  // A folder that cannot be looked at is reported by whoever writes there.
  if (folder.empty() || std::filesystem::exists(folder, unknown) || unknown) return Ok{};
  return Failure{.status = ExitStatus::kNotFound,
                 .message = Said("cannot make {0}: there is no folder {1}",
                                 "création de {0} impossible : il n'y a pas de dossier {1}", file,
                                 folder.string()),
                 .hint = Said("make that folder first, or correct its name",
                              "créez d'abord ce dossier, ou corrigez son nom")};
}

std::string BytesOf(const LogOrigin& origin) {
  return std::string(origin.bytes.begin(), origin.bytes.end());
}

}  // namespace

struct Store::Parts {
  explicit Parts(const Context& context)
      : clock(context.ports.clock), executor(context.ports.executor), written(context.written) {}

  LogPorts log_ports() const { return {codec, hasher, clock}; }

  Clock& clock;
  Executor& executor;
  std::shared_ptr<Written> written;
  OpensslHasher hasher;
  CapnpEventCodec codec;
  YamlRulesLoader loader;
  Place place;
  std::optional<std::string> lookup_key;
  std::unique_ptr<Sealer> sealer;  // None without a key file.
  bool writes = false;
  std::unique_ptr<RocksDbEventLog> log;
  std::unique_ptr<RocksDbStateStores> states;
  std::unique_ptr<LogRulesSource> rules;
  std::unique_ptr<StateStore> state;  // Opened when it is first asked for.
  std::optional<std::uint64_t> state_size;

  Status UseKeys(const Keys& keys);
};

Status Store::Parts::UseKeys(const Keys& keys) {
  const auto lookup = keys.find(kLookupKeyName);
  if (lookup == keys.end() || lookup->second.size() != kLookupKeyBytes) {
    return Error{
        ErrorCode::kIntegrity,
        Said("{0} holds no lookup key", "{0} ne contient pas de clé de recherche", place.keys)};
  }
  CARTULARY_ASSIGN_OR_RETURN(const Head head, log->ReadHead());
  const auto origin = keys.find(kOriginName);
  if (origin != keys.end() && origin->second != BytesOf(head.origin)) {
    return Error{ErrorCode::kInvalidArgument,
                 Said("{0} is the key file of another store: no number of this one can be looked "
                      "up, and nothing recorded, under its key",
                      "{0} est le fichier de clés d'un autre registre : avec sa clé, aucun numéro "
                      "de celui-ci ne peut être retrouvé, ni rien enregistré",
                      place.keys),
                 Said("give this store's own with --keys FILE or CARTULARY_KEYS; where neither is "
                      "given it is {0}.keys",
                      "donnez celui de ce registre par --keys FICHIER ou CARTULARY_KEYS ; à "
                      "défaut, c'est {0}.keys",
                      place.store)};
  }
  lookup_key = lookup->second;
  sealer = std::make_unique<Sealer>(hasher, *lookup_key);
  return Ok{};
}

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {
  parts_->states = std::make_unique<RocksDbStateStores>(*parts_->log);
  parts_->rules = std::make_unique<LogRulesSource>(*parts_->log, parts_->loader);
}

Store::~Store() = default;

OrFailure<std::unique_ptr<Store>> Store::Create(const Context& context) {
  auto parts = std::make_unique<Parts>(context);
  CARTULARY_ASSIGN_OR_RETURN(parts->place, PlaceOf(context.options));
  std::error_code absent;  // A folder that cannot be looked into is the log's to report.
  if (!std::filesystem::is_empty(parts->place.store, absent) && !absent) {
    return Failure{
        .message = Said("{0} is there already, and holds something",
                        "{0} existe déjà et n'est pas vide", parts->place.store),
        .hint =
            Said("if it is your store, use it as it is; or give another --store",
                 "si c'est votre registre, utilisez-le tel quel ; sinon, donnez un autre --store")};
  }
  for (const std::string& file : {parts->place.store, parts->place.keys}) {
    CARTULARY_RETURN_IF_ERROR(CheckFolderOf(file));
  }
  const auto origin = NewId<LogOrigin>(context.ports.random);
  std::string key(kLookupKeyBytes, '\0');
  context.ports.random.Fill({reinterpret_cast<std::uint8_t*>(key.data()), key.size()});
  const Keys keys{{kLookupKeyName, key}, {kOriginName, BytesOf(origin)}};
  // The keys first: without them a store is of no use, the other way round nothing is lost.
  CARTULARY_RETURN_IF_ERROR(CreateKeyFile(parts->place.keys, keys));
  auto log = RocksDbEventLog::Create(parts->place.store, origin, parts->log_ports());
  if (!log) {
    std::error_code ignored;  // The error of the log is the one to report.
    std::filesystem::remove(parts->place.keys, ignored);
    return std::move(log).error();
  }
  parts->log = *std::move(log);
  parts->writes = true;
  CARTULARY_RETURN_IF_ERROR(parts->UseKeys(keys));
  return std::unique_ptr<Store>(new Store(std::move(parts)));
}

void Store::Discard(std::unique_ptr<Store> store) {
  const Place place = store->parts_->place;
  store->parts_->written->events = 0;
  store.reset();
  const StorePaths paths(place.store);
  // Errors are ignored: what made the store unwanted is what is reported.
  std::error_code ignored;
  std::filesystem::remove_all(paths.database, ignored);
  std::filesystem::remove(paths.head, ignored);
  std::filesystem::remove(paths.lock, ignored);
  std::filesystem::remove(place.keys, ignored);
}

OrFailure<std::unique_ptr<Store>> Store::Open(const Context& context, Access access) {
  auto parts = std::make_unique<Parts>(context);
  CARTULARY_ASSIGN_OR_RETURN(parts->place, PlaceOf(context.options));
  const std::string& store = parts->place.store;
  parts->writes = access != Access::kRead;
  auto log = access == Access::kRead
                 ? RocksDbEventLog::OpenReadOnly(store, parts->log_ports())
                 : RocksDbEventLog::OpenForAppend(
                       store, parts->log_ports(),
                       LogOptions{.bulk_import = access == Access::kBulkImport,
                                  .accept_head = access == Access::kAcceptHead});
  if (!log && log.error().code == ErrorCode::kNotFound) {
    Failure failure = FailureFrom(std::move(log).error());
    failure.hint = Said("check --store and CARTULARY_STORE", "vérifiez --store et CARTULARY_STORE");
    return failure;
  }
  if (!log) return std::move(log).error();
  parts->log = *std::move(log);
  for (const Text& warning : parts->log->Warnings())
    context.Advise(
        Say(context.options.language, Said("warning: {0}", "avertissement : {0}", warning)));
  CARTULARY_RETURN_IF_ERROR(PassOverWaived(*parts->log, parts->hasher));
  for (const PassedOverView& one : AllPassedOver(parts->log->passed_over()))
    context.Advise(
        Say(context.options.language, Said("warning: {0}", "avertissement : {0}", WordsOf(one))));
  const auto keys = ReadKeyFile(parts->place.keys);
  // Ignored when there is none, because much can be read without: FindSealer asks for it.
  if (!keys && keys.error().code != ErrorCode::kNotFound) return Error(keys.error());
  if (keys) CARTULARY_RETURN_IF_ERROR(parts->UseKeys(*keys));
  return std::unique_ptr<Store>(new Store(std::move(parts)));
}

const EventLog& Store::log() const { return *parts_->log; }
const Hasher& Store::hasher() const { return parts_->hasher; }
const RulesLoader& Store::rules_loader() const { return parts_->loader; }
const RulesSource& Store::rules() const { return *parts_->rules; }
const std::string& Store::keys_path() const { return parts_->place.keys; }
StateStores& Store::state_stores() { return *parts_->states; }

Status Store::PassOver(const EventRef& event) {
  CARTULARY_ASSIGN_OR_RETURN(const Head head, parts_->log->ReadHead());
  return PassOverWaived(*parts_->log, parts_->hasher, {{event, Index{head.size}}});
}

ProjectionPorts Store::projections() const {
  return {*parts_->log, *parts_->rules, parts_->hasher, parts_->executor};
}

OrFailure<const Sealer*> Store::FindSealer() const {
  if (parts_->sealer == nullptr) {
    return Failure{
        .status = ExitStatus::kNotFound,
        .message =
            Said("there is no key file {0}, and numbers are looked up under its key",
                 "il n'y a pas de fichier de clés {0}, et les numéros se recherchent sous sa clé",
                 parts_->place.keys),
        .hint = Said(
            "give --keys FILE, or name learners and persons by their ids",
            "donnez --keys FICHIER, ou désignez apprenants et personnes par leurs identifiants")};
  }
  return parts_->sealer.get();
}

OrFailure<Hash> Store::MacOf(std::string_view bytes) const {
  CARTULARY_RETURN_IF_ERROR(FindSealer());
  return parts_->hasher.HmacSha256(*parts_->lookup_key, bytes);
}

OrFailure<const StateStore*> Store::CurrentState() {
  if (parts_->state == nullptr) {
    CARTULARY_ASSIGN_OR_RETURN(auto active, parts_->states->Active());
    if (!parts_->writes) active = std::make_unique<OverlayStateStore>(std::move(active));
    parts_->state = std::move(active);
  }
  CARTULARY_ASSIGN_OR_RETURN(const Head head, parts_->log->ReadHead());
  if (parts_->state_size != head.size) {
    CARTULARY_ASSIGN_OR_RETURN(const CaughtUp caught_up, CatchUp(projections(), *parts_->state));
    parts_->state_size = caught_up.size;
  }
  return parts_->state.get();
}

OrFailure<std::unique_ptr<const StateStore>> Store::StoredState() const {
  CARTULARY_ASSIGN_OR_RETURN(auto active, parts_->states->Active());
  return std::unique_ptr<const StateStore>(std::move(active));
}

OrFailure<RegisterReader> Store::Reader(std::optional<Index> as_of) {
  CARTULARY_ASSIGN_OR_RETURN(const StateStore* state, CurrentState());
  CARTULARY_ASSIGN_OR_RETURN(auto reader, RegisterReader::Open(projections(), *state, as_of));
  return reader;
}

Result<Appended> Store::Append(const Batch& batch) {
  // From now on there is something to tell: a reader who went away is a failed write, not the end.
  std::signal(SIGPIPE, SIG_IGN);
  auto appended = parts_->log->Append(batch);
  if (appended) parts_->written->events += appended->count;
  return appended;
}

}  // namespace cartulary::cli
