// The rows of decide_refusals_test.cc: a command that would be accepted but for one thing, and the
// code that refuses it. One file for each part of docs/reference/rejections.md.
#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "core/decide/decide.h"
#include "decide_world.h"

namespace cartulary {

struct RefusedRow {
  RejectionCode code;
  const char* why;
  std::function<Command(World&)> command;
};

std::vector<RefusedRow> EnvelopeRows();
std::vector<RefusedRow> CorrectionRows();
std::vector<RefusedRow> UnknownRows();
std::vector<RefusedRow> ValueRows();
std::vector<RefusedRow> StateRows();
std::vector<RefusedRow> CourseRows();
std::vector<RefusedRow> SystemRows();
std::vector<RefusedRow> GuardRows();

inline Command Without(EvidenceRole role, Command command) {
  std::erase_if(command.by.evidence, [&](const Evidence& piece) { return piece.role == role; });
  return command;
}
inline Command Without(SealedClass content, Command command) {
  std::erase_if(command.sealed,
                [&](const SealedPiece& piece) { return piece.content_class == content; });
  return command;
}

// An award that is accepted as it stands.
inline Command AwardCommand(World& w) { return w.OfApprentice(Award("ENSAM-1"), "2024-09-01"); }

inline Command FirstGrade(World& w) { return w.OfApprentice(Grade("EX3", "12"), "2022-02-01"); }

inline Command GradeWith(World& w, const std::function<void(AssessmentRecorded&)>& change) {
  return w.OfApprentice(With(Grade("EX3", "12"), change), "2022-02-01");
}

inline Command DecisionWith(World& w, const std::function<void(JuryDecisionRecorded&)>& change) {
  return w.OfApprentice(With(JuryDecides(kOpenJury, FinalDecision::kDeferred), change),
                        "2024-09-10");
}

inline Command EnrolmentWith(World& w, const std::function<void(EnrolmentOpened&)>& change) {
  return w.OfNewcomer(With(Enrolment(IdOf<EnrolmentId>(62)), change), "2024-09-02");
}

inline Command GridWith(World& w, const std::function<void(TutorGridSigned&)>& change) {
  return w.OfApprentice(With(Grid(), change), "2022-06-27");
}

}  // namespace cartulary
