// The rules of the institution's, the system's and the persons' streams.
#include "core/decide/case.h"

namespace cartulary {
namespace {

constexpr int kRetentionYearsMax = 200;

// The last fact of type T that `matches`, began by `end` and was not over before it.
template <typename T, typename Matches>
std::optional<Held<T>> FindOpen(const Case& c, Matches matches) {
  const auto open = FindLive<T>(c.stream, c.effective(), [&](const Held<T>& held) {
    return held.entry->effective <= c.effective() && matches(*held.fact);
  });
  return open && (*open)->to && *(*open)->to < c.effective() ? std::nullopt : open;
}

// The fact of type T that `matches` and ended, on or after `begun`, what began then.
template <typename T, typename Matches>
std::optional<Held<T>> FindEnding(const Case& c, Date begun, Matches matches) {
  return FindLive<T>(c.stream, c.effective(), [&](const Held<T>& held) {
    return begun <= held.entry->effective && matches(*held.fact);
  });
}

template <typename T>
bool EndsBeforeItBegins(const T& fact, const Case& c) {
  return fact.to && *fact.to < c.effective();
}

template <typename T>
Rejection PeriodReversed(const T& fact, const Case& c) {
  return Reject(
      RejectionCode::kPeriodReversed,
      "it would end on " + ToText(*fact.to) + ", before it begins on " + ToText(c.effective()));
}

template <typename T>
Rejection EndedAlready(const Held<T>& ending) {
  return Reject(RejectionCode::kRecordedOtherwise,
                "it ended on " + ToText(ending.entry->effective) + ", says version " +
                    ToText(ending.entry->version) + ". If that is wrong, correct it");
}

}  // namespace

Refusal Check(const StoreCreated&, const Case& c) {
  if (!c.stream.empty()) {
    return Reject(RejectionCode::kRecordedOtherwise, "the store was made before");
  }
  return std::nullopt;
}

Refusal Check(const BodyAccredited& fact, const Case& c) {
  if (EndsBeforeItBegins(fact, c)) return PeriodReversed(fact, c);
  return std::nullopt;
}

Refusal Check(const BodyAccreditationEnded& fact, const Case& c) {
  const auto same = [&](const auto& other) {
    return other.body == fact.body && other.language == fact.language;
  };
  const auto open = FindOpen<BodyAccredited>(c, same);
  if (!open) {
    return Reject(RejectionCode::kNothingToEnd, fact.body.text + " has no accreditation for " +
                                                    fact.language.text + " on " +
                                                    ToText(c.effective()));
  }
  const auto ending = FindEnding<BodyAccreditationEnded>(c, open->entry->effective, same);
  if (ending) return EndedAlready(*ending);
  return std::nullopt;
}

Refusal Check(const DelegationGranted& fact, const Case& c) {
  if (EndsBeforeItBegins(fact, c)) return PeriodReversed(fact, c);
  if (fact.from == fact.delegate) {
    return Reject(RejectionCode::kDelegateIsSelf,
                  ToText(fact.from) + " needs no delegation from the same person");
  }
  return std::nullopt;
}

Refusal Check(const DelegationEnded& fact, const Case& c) {
  const auto granted = FindNamed<DelegationGranted>(c.stream, fact.delegation, c.effective());
  if (!granted) {
    return Reject(RejectionCode::kUnknownFact,
                  "version " + ToText(fact.delegation) + " is not a delegation that stands");
  }
  if (c.effective() < granted->entry->effective) {
    return Reject(RejectionCode::kPeriodReversed,
                  "the delegation begins on " + ToText(granted->entry->effective));
  }
  const auto ending = FindLive<DelegationEnded>(c.stream, c.effective(), [&](const auto& held) {
    return FindStanding(c.stream, held->delegation) == granted->entry;
  });
  if (ending) return EndedAlready(*ending);
  return std::nullopt;
}

Refusal Check(const OfficeHeld& fact, const Case& c) {
  if (fact.office == Office::kCampusDirector && !fact.campus) {
    return Reject(RejectionCode::kFieldInvalid, "field campus: of which campus?");
  }
  if (EndsBeforeItBegins(fact, c)) return PeriodReversed(fact, c);
  return std::nullopt;
}

Refusal Check(const OfficeLeft& fact, const Case& c) {
  const auto same = [&](const auto& other) {
    return other.person == fact.person && other.office == fact.office &&
           other.campus == fact.campus;
  };
  const auto open = FindOpen<OfficeHeld>(c, same);
  if (!open) {
    return Reject(RejectionCode::kNothingToEnd, ToText(fact.person) + " is not " +
                                                    std::string(ToName(fact.office)) + " on " +
                                                    ToText(c.effective()));
  }
  const auto ending = FindEnding<OfficeLeft>(c, open->entry->effective, same);
  if (ending) return EndedAlready(*ending);
  return std::nullopt;
}

Refusal Check(const PersonRegistered&, const Case& c) {
  if (const auto other = FindLive<PersonRegistered>(c.stream, c.effective())) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  "registered at version " + ToText(other->entry->version) + ". Correct that");
  }
  if (c.context.holder && *c.context.holder != c.command.subject) {
    return Reject(RejectionCode::kNumberTaken,
                  "the number belongs to " + ToText(IdFrom<PersonId>(*c.context.holder)));
  }
  return std::nullopt;
}

Refusal Check(const AccreditationRecorded& fact, const Case& c) {
  if (EndsBeforeItBegins(fact, c)) return PeriodReversed(fact, c);
  return std::nullopt;
}

Refusal Check(const RetentionRuleSet& fact, const Case& c) {
  if (fact.years == 0 || kRetentionYearsMax < fact.years) {
    return Reject(RejectionCode::kFigureOutOfRange, std::to_string(fact.years) +
                                                        " years are not in 1 .. " +
                                                        std::to_string(kRetentionYearsMax));
  }
  const auto other = FindLive<RetentionRuleSet>(c.stream, c.effective(), [&](const auto& held) {
    return held->data_class == fact.data_class && held.entry->effective == c.effective();
  });
  if (other) {
    return Reject(RejectionCode::kRecordedOtherwise, "version " + ToText(other->entry->version) +
                                                         " sets the same class from the same day. "
                                                         "Correct that");
  }
  return std::nullopt;
}

}  // namespace cartulary
