#!/usr/bin/env bash
# Makes tools/screenshot/screen.svg: the interactive screen over the small corpus of the tests.
#
# usage: tools/screenshot/make.sh [BUILD]     (default: build/release, else build/dev)
set -euo pipefail
cd "$(dirname "$0")/../.."

build=${1:-build/release}
[ -x "$build/timso" ] || build=build/dev
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$build/timso" --index "$scratch/index" index -q - < tests/terminal/corpus.jsonl
"$build/screenshot" "$scratch/index" 30x118 svg "huyện vượt chỉ tiêu kết nạp đảng viên năm 2023" '\r\e[B' \
  > tools/screenshot/screen.svg
echo "tools/screenshot/screen.svg"
