// The one translation unit with Catch2's main: its headers are what makes test builds slow.
#ifdef TIMSO_CATCH2
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#endif
