// What the program answers to its caller. docs/reference/exit-status.md explains each; the numbers
// from 2 on are those of ErrorCode (core/result.h), which are stable.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/result.h"

namespace cartulary::cli {

enum class ExitStatus : std::uint8_t {
  kYes = 0,
  kNo = 1,  // A negative answer: differences, findings, conditions not met.
  kUsage = 2,
  kNotFound = 3,
  kRefused = 4,  // By a rule of the domain; nothing was written.
  kConflict = 5,
  kWorld = 6,
  kIntegrity = 7,
};

struct ExitText {
  ExitStatus status;
  std::string_view code;  // In a JSON error that has no code of its own.
  std::string_view en;
  std::string_view fr;
};

inline constexpr auto kExitTexts = std::to_array<ExitText>({
    {ExitStatus::kYes, "done", "yes, or done", "oui, ou fait"},
    {ExitStatus::kNo, "no", "a negative answer: conditions not met, differences, findings",
     "réponse négative : conditions non réunies, différences, constats"},
    {ExitStatus::kUsage, "invalid_argument",
     "the command or its input is wrong; nothing was written",
     "la commande ou ce qu'elle lit est incorrect ; rien n'a été écrit"},
    {ExitStatus::kNotFound, "not_found", "what was named does not exist",
     "ce qui est nommé n'existe pas"},
    {ExitStatus::kRefused, "refused", "a rule of the domain says no; nothing was written",
     "une règle du domaine s'y oppose ; rien n'a été écrit"},
    {ExitStatus::kConflict, "conflict", "somebody else came first, or an id is taken",
     "quelqu'un est passé avant, ou un identifiant est pris"},
    {ExitStatus::kWorld, "world", "the world failed: disk, permission, lock",
     "défaillance extérieure : disque, droits, verrou"},
    {ExitStatus::kIntegrity, "integrity",
     "stored bytes are not what they should be: stop, call someone",
     "des octets conservés ne sont pas ce qu'ils devraient être : arrêter, prévenir quelqu'un"},
});

constexpr const ExitText& TextOf(ExitStatus status) {
  return kExitTexts[static_cast<std::size_t>(status)];
}

constexpr ExitStatus ExitStatusOf(ErrorCode code) {
  return static_cast<ExitStatus>(static_cast<std::uint8_t>(code));
}

}  // namespace cartulary::cli
