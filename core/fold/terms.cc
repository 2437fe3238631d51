#include "core/fold/terms.h"

#include <algorithm>
#include <tuple>
#include <variant>

namespace cartulary {
namespace {

bool IsLater(const Entry* entry, const Entry* other) {
  if (entry == nullptr || other == nullptr) return other == nullptr;
  return std::tie(other->effective, other->version) < std::tie(entry->effective, entry->version);
}

// The last entry of each kind, as they come in.
struct Course {
  const EnrolmentId& enrolment;
  Date on;
  const Entry* opened = nullptr;
  const Entry* route_changed = nullptr;
  const Entry* registered = nullptr;
  const Entry* repinned = nullptr;
  const Entry* suspended = nullptr;
  const Entry* resumed = nullptr;
  const Entry* left = nullptr;

  void Take(const Entry& entry, const EnrolmentOpened& fact) {
    if (fact.enrolment != enrolment) return;
    if (opened == nullptr || entry.HoldsOn(on) || !opened->HoldsOn(on)) opened = &entry;
  }
  void Take(const Entry& entry, const RouteChanged& fact) { Keep(entry, fact, route_changed); }
  void Take(const Entry& entry, const AnnualRegistrationRecorded& fact) {
    Keep(entry, fact, registered);
    if (fact.edition) Keep(entry, fact, repinned);
  }
  void Take(const Entry& entry, const EnrolmentSuspended& fact) { Keep(entry, fact, suspended); }
  void Take(const Entry& entry, const EnrolmentResumed& fact) { Keep(entry, fact, resumed); }
  void Take(const Entry& entry, const EnrolmentClosed& fact) { Keep(entry, fact, left); }
  void Take(const Entry& entry, const EnrolmentTransferred& fact) { Keep(entry, fact, left); }
  template <typename T>
  void Take(const Entry&, const T&) {}  // Does not bear on the terms.

 private:
  template <typename T>
  void Keep(const Entry& entry, const T& fact, const Entry*& last) const {
    if (fact.enrolment != enrolment || !entry.HoldsOn(on) || !IsLater(&entry, last)) return;
    last = &entry;
  }
};

}  // namespace

std::vector<EnrolmentId> EnrolmentsIn(const Dossier& dossier) {
  std::vector<EnrolmentId> enrolments;
  for (const Entry& entry : dossier.entries) {
    const auto* opened = std::get_if<EnrolmentOpened>(&entry.fact);
    if (opened == nullptr || std::ranges::count(enrolments, opened->enrolment) != 0) continue;
    enrolments.push_back(opened->enrolment);
  }
  return enrolments;
}

std::optional<EnrolmentTerms> TermsOf(const Dossier& dossier, const EnrolmentId& enrolment,
                                      Date on) {
  Course course{enrolment, on};
  for (const Entry& entry : dossier.entries) {
    std::visit([&](const auto& fact) { course.Take(entry, fact); }, entry.fact);
  }
  if (course.opened == nullptr) return std::nullopt;

  EnrolmentTerms terms;
  terms.opened = {course.opened, std::get_if<EnrolmentOpened>(&course.opened->fact)};
  terms.route = terms.opened->route;
  terms.route_changed = course.route_changed;
  if (course.route_changed != nullptr) {
    terms.route = std::get<RouteChanged>(course.route_changed->fact).route;
  }
  terms.edition = terms.opened->edition;
  terms.repinned = course.repinned;
  if (course.repinned != nullptr) {
    terms.edition = *std::get<AnnualRegistrationRecorded>(course.repinned->fact).edition;
  }
  const bool repeats = course.registered != nullptr &&
                       std::get<AnnualRegistrationRecorded>(course.registered->fact).repeating;
  if (repeats) terms.repeating = course.registered;
  if (IsLater(course.suspended, course.resumed)) terms.suspended = course.suspended;
  terms.left = course.left;
  return terms;
}

}  // namespace cartulary
