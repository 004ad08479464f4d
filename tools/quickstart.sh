#!/usr/bin/env bash
# From a clean clone to a first answer: installs what is missing, builds, indexes corpus/ and asks a question.
set -euo pipefail
cd "$(dirname "$0")/.."

tools/install_dependencies.sh
cmake --preset release
cmake --build --preset release --target timso

timso=build/release/timso
export TIMSO_INDEX="${TIMSO_INDEX:-$PWD/build/quickstart-index}"
# An index that older data made is brought up to date first.
"$timso" index corpus/documents || { "$timso" rebuild && "$timso" index corpus/documents; }
echo
echo '$ timso search "districts over 100% quota in 2023"'
"$timso" search "districts over 100% quota in 2023"
echo "The index is $TIMSO_INDEX. Ask more with:"
echo "  export TIMSO_INDEX=$TIMSO_INDEX"
echo "  $timso search \"huyện vượt chỉ tiêu năm 2023\""
