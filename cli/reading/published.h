// The rules as the log has them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/failure.h"
#include "cli/reading/identities.h"
#include "cli/render/rules_page.h"
#include "core/code.h"
#include "core/fold/dossier.h"
#include "core/rules/referential.h"
#include "core/time.h"

namespace cartulary {
class RegisterReader;
}

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

// "CODE@REVISION". Errors: usage.
struct RevisionName {
  CertificationCode certification;
  std::optional<std::uint32_t> revision;  // None: "CODE" alone.
};
OrFailure<RevisionName> ParseRevision(std::string_view text);

// That revision, as far as `reader` sees the log. Without a number, the one applied to the edition
// that binds who enters on `on` or, without a day, to the edition published last.
// Errors: not found.
OrFailure<Published> FindPublished(Reading& reading, const RegisterReader& reader,
                                   const RevisionName& name, std::optional<Date> on = {});

// What is written names, as of the reading; nothing: the only certification.
// Errors: usage, not found.
OrFailure<Published> ReadPublished(Reading& reading, const std::optional<std::string>& written,
                                   std::optional<Date> on = {});

// Every revision of one certification, out of its stream, in the order of their numbers.
std::vector<PublishedRevision> RevisionsIn(const FoldedStream& stream, Identities& identities);

// Since which revision each assumption of a text is settled. Errors: those of the store.
OrFailure<SettledBy> ReadSettledBy(Reading& reading, const Published& published);

}  // namespace cartulary::cli
