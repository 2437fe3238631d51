// CARTULARY_CHECK aborts on a programmer error, in every build type: after a broken invariant the
// next write could be a wrong event, and events are never rewritten. Never use it on input
// (commands, files, stored bytes); bad input is an Error, see core/result.h.
#pragma once

#include <cstdio>
#include <cstdlib>

#define CARTULARY_CHECK(condition)                                                       \
  do {                                                                                   \
    if (!(condition)) [[unlikely]] {                                                     \
      std::fprintf(stderr, "%s:%d: check failed: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                      \
    }                                                                                    \
  } while (false)
