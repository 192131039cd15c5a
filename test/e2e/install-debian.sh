#!/usr/bin/env bash
# What the end-to-end tests open the service with: a browser, a spreadsheet and its Python bridge, on Debian or Ubuntu.
set -euo pipefail
packages=(chromium curl fonts-noto-core libreoffice-calc poppler-utils python3-uno)
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0
asRoot=()
[ "$(id -u)" = 0 ] || asRoot=(sudo)
export DEBIAN_FRONTEND=noninteractive
"${asRoot[@]}" apt-get update -q
"${asRoot[@]}" apt-get install -yq --no-install-recommends "${missing[@]}"
