// Catch2 2 (Debian 12) and 3 (Debian 13) under one name.
#pragma once
#ifdef TIMSO_CATCH3
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
