#!/bin/sh
# Installs what packages-debian.txt lists and is not there yet. Asks for nothing; uses sudo when not run as root.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

missing=
for package in $(sed 's/#.*//' "$here/packages-debian.txt"); do
  status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing="$missing $package"
done
if [ -z "$missing" ]; then
  echo "All packages are installed."
  exit 0
fi

as_root=
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "Run this as root, or install sudo. Missing:$missing" >&2; exit 1; }
  as_root=sudo
fi

install_missing() {
  # shellcheck disable=SC2086  # the list is meant to fall apart into words
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
}

echo "Installing:$missing"
# The package lists may be absent or too old to install from; fetching them costs time, so only then.
# shellcheck disable=SC2086
if ! apt-cache show $missing >/dev/null 2>&1 || ! install_missing; then
  $as_root apt-get update
  install_missing
fi
