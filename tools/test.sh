#!/usr/bin/env bash
# Installs what is missing, builds and runs the tests: everything, optimised; what reads bytes from outside, the whole
# program among it, under AddressSanitizer and UndefinedBehaviorSanitizer; what starts threads under ThreadSanitizer.
#
# usage: tools/test.sh [PRESET…]     (default: release asan tsan; also dev)
set -euo pipefail
cd "$(dirname "$0")/.."

tools/install_dependencies.sh
[ $# -gt 0 ] || set -- release asan tsan
if [ ! -d ../shared ]; then
  echo "../shared is not here: the tests that measure on it say so and are passed over."
fi

for preset in "$@"; do
  target=all
  label=
  case "$preset" in
    asan) target=sanitized_tests label=sanitized ;;
    tsan) target=threaded_tests label=threads ;;
  esac
  echo "== $preset"
  began=$SECONDS
  cmake --preset "$preset"
  cmake --build --preset "$preset" --target "$target"
  echo "== $preset: built in $((SECONDS - began)) s"
  began=$SECONDS
  ctest --preset "$preset" ${label:+-L "$label"}
  echo "== $preset: tested in $((SECONDS - began)) s"
done
