#!/usr/bin/env bash
# Installs the Debian packages that timso builds with, those that are missing only.
set -euo pipefail

packages=(g++ cmake ninja-build pkg-config libxapian-dev libicu-dev libcli11-dev nlohmann-json3-dev catch2
          libzstd-dev zlib1g-dev libgumbo-dev libncurses-dev liblinear-dev)

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
  echo "timso needs these Debian packages or their like: ${missing[*]}" >&2
  exit 1
fi
sudo=()
[ "$(id -u)" -eq 0 ] || sudo=(sudo)
echo "Installing ${missing[*]}"
"${sudo[@]}" apt-get update -q
DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -q -y --no-install-recommends "${missing[@]}"
