#!/usr/bin/env bash
# Installs what is missing, builds and runs the tests. First the readers of text from outside under AddressSanitizer and
# UndefinedBehaviorSanitizer, then everything, optimised. Other presets by name: `tools/test.sh asan` runs everything
# under the sanitizers, `tools/test.sh tsan` what starts threads under ThreadSanitizer.
#
# usage: tools/test.sh [PRESET…]     (default: sanitized release)
set -euo pipefail
cd "$(dirname "$0")/.."

tools/install_dependencies.sh
[ $# -gt 0 ] || set -- sanitized release
if [ ! -d ../shared ]; then
  echo "../shared is not here: the tests that measure on it say so and are passed over."
fi

for preset in "$@"; do
  echo "== $preset"
  case "$preset" in
    sanitized)
      cmake --preset asan
      cmake --build --preset asan --target fuzz_text fuzz_encoding
      ctest --preset asan -R '^fuzz_(text|encoding)$'
      ;;
    tsan)
      cmake --preset tsan
      cmake --build --preset tsan --target threaded_tests
      ctest --preset tsan -L threads
      ;;
    *)
      cmake --preset "$preset"
      cmake --build --preset "$preset"
      # The screen's tests wait for a real program on a real terminal: a busy machine may need a second try.
      ctest --preset "$preset" --repeat until-pass:3
      ;;
  esac
done
