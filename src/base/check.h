// SPDX-License-Identifier: Apache-2.0
// RASID_CHECK(condition): stops the program on our own bug, in debug and test builds only.
#pragma once
#include <cstdio>
#include <cstdlib>

#ifdef NDEBUG
#define RASID_CHECK(condition) ((void)0)
#else
#define RASID_CHECK(condition)                                                               \
  ((condition)                                                                               \
       ? (void)0                                                                             \
       : (std::fprintf(stderr, "%s:%d: check failed: %s\n", __FILE__, __LINE__, #condition), \
          std::abort()))
#endif
