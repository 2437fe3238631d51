// The rules as the log has them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/failure.h"
#include "cli/reading/identities.h"
#include "cli/render/rules_page.h"
#include "core/code.h"
#include "core/fold/dossier.h"
#include "core/rules/referential.h"

namespace cartulary::cli {

class Reading;

struct Published {
  PublishedRevision revision;
  std::shared_ptr<const Referential> rules;
};

// "RNCP39304@2"
std::string NameOf(const Published& published);

// The certification of the register, where there is one only. Errors: usage if there are several,
// not found if there is none.
OrFailure<CertificationCode> OnlyCertification(Reading& reading);

// What "CODE@REVISION" names; "CODE", the revision applied to the edition published last; nothing,
// that of the only certification. Errors: usage, not found.
OrFailure<Published> ReadPublished(Reading& reading, const std::optional<std::string>& written);

// Every revision of one certification, out of its stream, in the order of their numbers.
std::vector<PublishedRevision> RevisionsIn(const FoldedStream& stream, Identities& identities);

// Since which revision each assumption of a text is settled. Errors: those of the store.
OrFailure<SettledBy> ReadSettledBy(Reading& reading, const Published& published);

}  // namespace cartulary::cli
