#!/bin/sh
# Measures typing, review, start-up and memory of the release binary; `--help` lists the options.
set -eu
cd "$(dirname "$0")/.."
exec python3 scripts/bench "$@"
