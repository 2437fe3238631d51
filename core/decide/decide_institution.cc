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
  return Reject(RejectionCode::kPeriodReversed,
                Said("it would end on {0}, before it begins on {1}",
                     "la fin, le {0}, précéderait le début, le {1}", *fact.to, c.effective()));
}

template <typename T>
Rejection EndedAlready(const Held<T>& ending) {
  return Reject(
      RejectionCode::kRecordedOtherwise,
      Said("it ended on {0}, says version {1}. If that is wrong, correct it",
           "la fin est enregistrée au {0}, à la version {1}. Si c'est une erreur, corrigez ce fait",
           ending.entry->effective, ending.entry->version));
}

}  // namespace

Refusal Check(const StoreCreated&, const Case& c) {
  if (!c.stream.empty()) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  Said("the store was made before", "le registre a déjà été créé"));
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
    return Reject(RejectionCode::kNothingToEnd,
                  Said("{0} has no accreditation for {1} on {2}",
                       "{0} n'a pas d'accréditation pour {1} au {2}", fact.body.text,
                       fact.language.text, c.effective()));
  }
  const auto ending = FindEnding<BodyAccreditationEnded>(c, open->entry->effective, same);
  if (ending) return EndedAlready(*ending);
  return std::nullopt;
}

Refusal Check(const DelegationGranted& fact, const Case& c) {
  if (EndsBeforeItBegins(fact, c)) return PeriodReversed(fact, c);
  if (fact.from == fact.delegate) {
    return Reject(RejectionCode::kDelegateIsSelf,
                  Said("{0} needs no delegation from the same person",
                       "{0} ne reçoit pas délégation de soi-même", fact.from));
  }
  return std::nullopt;
}

Refusal Check(const DelegationEnded& fact, const Case& c) {
  const auto granted = FindNamed<DelegationGranted>(c.stream, fact.delegation, c.effective());
  if (!granted) {
    return Reject(RejectionCode::kUnknownFact,
                  Said("version {0} is not a delegation that stands",
                       "la version {0} n'est pas une délégation en vigueur", fact.delegation));
  }
  if (c.effective() < granted->entry->effective) {
    return Reject(RejectionCode::kPeriodReversed,
                  Said("the delegation begins on {0}", "la délégation commence le {0}",
                       granted->entry->effective));
  }
  const auto ending = FindLive<DelegationEnded>(c.stream, c.effective(), [&](const auto& held) {
    return FindStanding(c.stream, held->delegation) == granted->entry;
  });
  if (ending) return EndedAlready(*ending);
  return std::nullopt;
}

Refusal Check(const OfficeHeld& fact, const Case& c) {
  if (fact.office == Office::kCampusDirector && !fact.campus) {
    return Reject(RejectionCode::kFieldInvalid,
                  Said("field campus: of which campus?", "champ campus : de quel campus ?"));
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
    return Reject(RejectionCode::kNothingToEnd,
                  Said("{0} is not {1} on {2}", "{0} n'exerce pas la fonction « {1} » au {2}",
                       fact.person, fact.office, c.effective()));
  }
  const auto ending = FindEnding<OfficeLeft>(c, open->entry->effective, same);
  if (ending) return EndedAlready(*ending);
  return std::nullopt;
}

Refusal Check(const PersonRegistered&, const Case& c) {
  if (const auto other = FindLive<PersonRegistered>(c.stream, c.effective())) {
    return Reject(
        RejectionCode::kRecordedOtherwise,
        Said("registered at version {0}. Correct that",
             "l'enregistrement est à la version {0}. Corrigez ce fait", other->entry->version));
  }
  if (c.context.holder && *c.context.holder != c.command.subject) {
    return Reject(RejectionCode::kNumberTaken,
                  Said("the number belongs to {0}", "ce numéro est celui de {0}",
                       IdFrom<PersonId>(*c.context.holder)));
  }
  return std::nullopt;
}

Refusal Check(const AccreditationRecorded& fact, const Case& c) {
  if (EndsBeforeItBegins(fact, c)) return PeriodReversed(fact, c);
  return std::nullopt;
}

Refusal Check(const RetentionRuleSet& fact, const Case& c) {
  if (fact.years == 0 || kRetentionYearsMax < fact.years) {
    return Reject(RejectionCode::kFigureOutOfRange,
                  Said("{0} years are not in 1 .. {1}",
                       "la durée, {0} ans, n'est pas comprise entre 1 et {1}", fact.years,
                       kRetentionYearsMax));
  }
  const auto other = FindLive<RetentionRuleSet>(c.stream, c.effective(), [&](const auto& held) {
    return held->data_class == fact.data_class && held.entry->effective == c.effective();
  });
  if (other) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  Said("version {0} sets the same class from the same day. Correct that",
                       "la version {0} fixe la durée de la même classe à compter du même jour. "
                       "Corrigez ce fait",
                       other->entry->version));
  }
  return std::nullopt;
}

}  // namespace cartulary
