// Where projections get the rules from: the texts published in the log, so that a replay needs no
// file.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "core/ids.h"
#include "core/ports/event_log.h"
#include "core/ports/rules_loader.h"
#include "core/result.h"
#include "core/rules/referential.h"

namespace cartulary {

// Thread-safe.
class RulesSource {
 public:
  virtual ~RulesSource() = default;
  // The rules of the text that a RevisionPublished names.
  // Errors: kIntegrity if there is no such text or it is not a rule file.
  virtual Result<std::shared_ptr<const Referential>> Load(const Hash& text) const = 0;
};

// Reads them from the blobs of a log, each once.
class LogRulesSource final : public RulesSource {
 public:
  LogRulesSource(const EventLog& log, const RulesLoader& loader) : log_(log), loader_(loader) {}
  Result<std::shared_ptr<const Referential>> Load(const Hash& text) const override;

 private:
  const EventLog& log_;
  const RulesLoader& loader_;
  mutable std::mutex mutex_;  // Guards loaded_.
  mutable std::map<Hash, std::shared_ptr<const Referential>> loaded_;
};

}  // namespace cartulary
