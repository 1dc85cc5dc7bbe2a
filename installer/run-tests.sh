#!/bin/sh
# From a clean clone on Debian 12 to passed tests: installs what is missing, builds, tests. Arguments go to ctest,
# for example: installer/run-tests.sh -L quick
set -eu
cd "$(dirname "$0")/.."
installer/setup-debian.sh
cmake --preset release
cmake --build --preset release
ctest --preset release --output-on-failure "$@"
