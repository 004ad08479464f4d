#!/usr/bin/env bash
# Installs what is missing, builds and runs all tests: under ThreadSanitizer what uses threads, everything under
# AddressSanitizer and UndefinedBehaviorSanitizer, and everything optimised, last.
#
# usage: tools/test.sh [PRESET…]     (default: tsan asan release)
set -euo pipefail
cd "$(dirname "$0")/.."

tools/install_dependencies.sh
[ $# -gt 0 ] || set -- tsan asan release
if [ ! -d ../shared ]; then
  echo "../shared is not here: the tests that measure on it say so and are passed over."
fi

for preset in "$@"; do
  echo "== $preset"
  cmake --preset "$preset"
  if [ "$preset" = tsan ]; then
    cmake --build --preset tsan --target threaded_tests
    ctest --preset tsan -L threads
  else
    cmake --build --preset "$preset"
    ctest --preset "$preset"
  fi
done
