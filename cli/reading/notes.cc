#include "cli/reading/notes.h"

#include <utility>

#include "cli/render/fact_summary.h"

namespace cartulary::cli {
namespace {

// The notes of one stream, as its events come in.
class StreamNotes {
 public:
  StreamNotes(const EventLog& log, Identities& identities)
      : log_(log),
        identities_(identities),
        name_([&identities](const PersonId& person) { return identities.Label(person); }),
        event_([this](Version version) { return NumberOf(version); }) {}

  void Add(const Event& event) {
    EventNote note;
    note.index = event.index;
    note.effective = event.by.effective;
    note.recorded = event.recorded_date;
    note.actor = name_(event.by.actor.person);
    note.role = event.by.actor.role;
    if (event.by.approver) note.approver = name_(event.by.approver->person);
    if (event.by.same_account) {
      note.same_account = identities_.CommentOn(event.subject, event.version);
    }
    note.entry = event.by.entry;
    note.evidence = event.by.evidence.size();
    std::visit([&](const auto& fact) { Describe(fact, event, note); }, event.fact);
    by_version_.emplace(event.version, notes_.size());
    notes_.push_back(std::move(note));
  }

  std::vector<EventNote> Take() { return std::move(notes_); }
  // The first error that a note met.
  const Status& status() const { return status_; }

 private:
  template <typename T>
  void Describe(const T& fact, const Event&, EventNote& note) {
    note.type = T::kInfo.name;
    note.french = T::kInfo.french;
    note.summary = SummaryOf(PlainFact(fact), name_, event_);
  }

  // To whom it was issued and where, as the learner's own history shows it.
  void Describe(const AwardNumberTaken& fact, const Event&, EventNote& note) {
    note.type = AwardNumberTaken::kInfo.name;
    note.french = AwardNumberTaken::kInfo.french;
    const EventRef& award = fact.award;
    const auto learner = identities_.Find(award.subject);
    std::optional<Index> index;
    const Status read = log_.ReadStream(award.subject, award.version,
                                        [&](const Event& event, std::string_view) -> Result<Visit> {
                                          index = event.index;
                                          return Visit::kStop;
                                        });
    if (!learner) status_ = learner.error();
    if (!read) status_ = read.error();
    const bool has_number = learner && !learner->number.empty();
    note.summary = Said("certification {0}, award of {1} v{2}{3}",
                        "certification {0}, titre de {1} v{2}{3}", fact.certification,
                        has_number ? learner->number : ToText(IdFrom<LearnerId>(award.subject)),
                        award.version.value, index ? " #" + std::to_string(index->value) : "");
  }

  void Describe(const FactCorrected& fact, const Event& event, EventNote& note) {
    note.type = InfoOf(fact.replacement).name;
    note.french = InfoOf(fact.replacement).french;
    note.summary = SummaryOf(fact.replacement, name_, event_);
    const bool is_identity = std::holds_alternative<LearnerRegistered>(fact.replacement) ||
                             std::holds_alternative<PersonRegistered>(fact.replacement);
    if (is_identity) {
      note.identity = identities_.ChangeOf(event.subject, fact.target, event.version);
    }
    Replace(fact.target, fact.ground, fact.authority, event, /*voids=*/false, note);
  }

  void Describe(const FactVoided& fact, const Event& event, EventNote& note) {
    note.type = FactVoided::kInfo.name;
    note.french = FactVoided::kInfo.french;
    Replace(fact.target, fact.ground, fact.authority, event, /*voids=*/true, note);
  }

  void Replace(Version target, CorrectionGround ground, Authority authority, const Event& event,
               bool voids, EventNote& note) {
    const auto at = by_version_.find(target);
    if (at == by_version_.end()) return;  // Fold refuses such an event before a page shows it.
    EventNote& former = notes_[at->second];
    note.replaces = Replaced{former.index,   voids,  former.type, former.french,
                             former.summary, ground, authority};
    const bool dated = voids && event.by.effective != former.effective;
    former.changed = Change{.by = event.index,
                            .voided = voids,
                            .ground = ground,
                            .authority = authority,
                            .from = dated ? std::optional(event.by.effective) : std::nullopt,
                            .recorded = event.recorded_date,
                            .actor = note.actor};
  }

  std::string NumberOf(Version version) const {
    const auto at = by_version_.find(version);
    if (at == by_version_.end()) return "v" + std::to_string(version.value);
    return "#" + std::to_string(notes_[at->second].index.value);
  }

  const EventLog& log_;
  Identities& identities_;
  NamePerson name_;
  NameEvent event_;
  std::map<Version, std::size_t> by_version_;
  std::vector<EventNote> notes_;
  Status status_ = Ok{};
};

void Collect(const VerdictNode& node, std::set<Cited>& cited) {
  cited.insert(node.events.begin(), node.events.end());
  for (const VerdictNode& child : node.children) Collect(child, cited);
}

}  // namespace

Result<std::vector<EventNote>> NoteReader::ReadAll(const Subject& subject) {
  if (const auto known = read_.find(subject); known != read_.end()) return known->second;
  StreamNotes notes(log_, identities_);
  CARTULARY_RETURN_IF_ERROR(log_.ReadStream(
      subject, Version{0}, [&](const Event& event, std::string_view) -> Result<Visit> {
        if (event.index.value >= log_size_) return Visit::kStop;
        notes.Add(event);
        return Visit::kGoOn;
      }));
  CARTULARY_RETURN_IF_ERROR(notes.status());
  CARTULARY_RETURN_IF_ERROR(identities_.status());
  return read_.emplace(subject, notes.Take()).first->second;
}

Result<EventNotes> NoteReader::Read(const std::set<Cited>& cited) {
  std::set<Index> wanted;
  std::set<Subject> subjects;
  for (const Cited& event : cited) {
    wanted.insert(event.index);
    subjects.insert(event.subject);
  }
  EventNotes notes;
  for (const Subject& subject : subjects) {
    CARTULARY_ASSIGN_OR_RETURN(const auto all, ReadAll(subject));
    for (const EventNote& note : all) {
      if (wanted.contains(note.index)) notes.emplace(note.index, note);
    }
  }
  return notes;
}

std::set<Cited> CitedBy(const Verdict& verdict) {
  std::set<Cited> cited;
  Collect(verdict.root, cited);
  cited.insert(verdict.course.begin(), verdict.course.end());
  for (const UncountedResult& result : verdict.uncounted) cited.insert(result.event);
  if (verdict.decision) cited.insert(*verdict.decision);
  if (verdict.award) cited.insert(*verdict.award);
  return cited;
}

}  // namespace cartulary::cli
