// Who a learner or a person is: names and numbers, from personal content.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/ids.h"
#include "core/ports/event_log.h"
#include "core/result.h"
#include "core/sealed.h"
#include "core/text.h"
#include "projections/reader.h"
#include "store/codec/sealer.h"

namespace cartulary::cli {

// Empty where nothing is recorded, or it was erased.
struct Identified {
  std::string name;    // "Élodie Martin"
  std::string number;  // Student, candidate or staff number.
};

// Each subject is read once. Not thread-safe; what it is made with outlives it.
class Identities {
 public:
  // Without a sealer nobody is known.
  Identities(const EventLog& log, const Sealer* sealer, const RegisterReader& reader)
      : log_(log), sealer_(sealer), reader_(reader) {}

  // Of the stream of a learner or person; nobody for a stream that holds neither.
  // Errors: those of the log; kIntegrity if the content is not what the event committed to.
  Result<Identified> Find(const Subject& subject);
  // Likewise, of a stream that is loaded already.
  Result<Identified> FindIn(const FoldedStream& stream);

  // A name, or else a number, or else the id: for a page. What goes wrong is kept for `status`.
  std::string Label(const PersonId& person);
  // What a correction of an identity at a version changed in the one at another, "birth name: A ->
  // B"; what cannot be read is said to be so. What goes wrong is kept for `status`.
  Text ChangeOf(const Subject& subject, Version former, Version corrected);
  // `text` with the ids of persons as Label has them, and those of learners as their numbers.
  Text WithNames(Text text);
  // What was written beside an event (`comment`); empty if nothing was, it was erased, or nobody
  // can read it. What goes wrong is kept for `status`.
  std::string CommentOn(const Subject& subject, Version version);
  // Likewise, the words of the reason.
  std::string ReasonWordsOf(const Subject& subject, Version version);
  // The first error that Label and these met.
  Status status() const;

 private:
  CommentsContent CommentsOn(const Subject& subject, Version version);
  std::string WithNames(const std::string& text);
  RegisterContent RegisterOf(const Subject& subject, Version version);
  Result<std::optional<SealedContent>> ReadContent(const Subject& subject, Version version,
                                                   SealedClass content_class);

  const EventLog& log_;
  const Sealer* sealer_;
  const RegisterReader& reader_;
  std::map<Subject, Identified> known_;
  std::optional<Error> error_;
};

}  // namespace cartulary::cli
