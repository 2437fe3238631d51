// The rules as the log has them.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/failure.h"
#include "cli/render/rules_page.h"
#include "core/code.h"
#include "core/rules/referential.h"

namespace cartulary::cli {

class Reading;

struct Published {
  RulesOrigin origin;
  std::shared_ptr<const Referential> rules;
};

// The certification of the register, where there is one only. Errors: usage if there are several,
// not found if there is none.
OrFailure<CertificationCode> OnlyCertification(Reading& reading);

// What "CODE@REVISION" names; "CODE", the revision applied to the edition published last; nothing,
// that of the only certification. Errors: usage, not found.
OrFailure<Published> ReadPublished(Reading& reading, const std::optional<std::string>& written);

}  // namespace cartulary::cli
