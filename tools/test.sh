#!/usr/bin/env bash
# Installs what is missing, builds and runs the tests. First under AddressSanitizer and UndefinedBehaviorSanitizer what
# reads text from outside (the analyzers, the readers), and the whole screen; then everything, optimised. By name: `asan`,
# the searcher and the commands too; `tsan`, what starts threads, under ThreadSanitizer; `dev`.
#
# usage: tools/test.sh [PRESET…]     (default: sanitized release)
set -euo pipefail
cd "$(dirname "$0")/.."

tools/install_dependencies.sh
[ $# -gt 0 ] || set -- sanitized release
if [ ! -d ../shared ]; then
  echo "../shared is not here: the tests that measure on it say so and are passed over."
fi

for name in "$@"; do
  preset=$name
  targets=all
  tests=()
  case "$name" in
    sanitized)
      preset=asan targets="fuzz_text fuzz_encoding fuzz_html fuzz_jsonl test_analyzers test_indexer test_terminal"
      tests=(-R '^(analyzers|indexer|terminal|fuzz_(text|encoding|html|jsonl))$')
      ;;
    asan) targets=sanitized_tests tests=(-L sanitized) ;;
    tsan) targets=threaded_tests tests=(-L threads) ;;
  esac
  echo "== $name"
  began=$SECONDS
  cmake --preset "$preset"
  # shellcheck disable=SC2086  # several targets are several words
  cmake --build --preset "$preset" --target $targets
  echo "== $name: built in $((SECONDS - began)) s"
  ctest --preset "$preset" "${tests[@]}"
done
