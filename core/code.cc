#include "core/code.h"

namespace cartulary {
namespace {

bool IsAlphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}  // namespace

bool IsCode(std::string_view text) {
  if (text.empty() || text.size() > kCodeLengthMax || !IsAlphanumeric(text.front())) return false;
  for (const char c : text) {
    if (!IsAlphanumeric(c) && std::string_view("._:/@+-").find(c) == std::string_view::npos) {
      return false;
    }
  }
  return true;
}

}  // namespace cartulary
