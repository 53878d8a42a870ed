#!/bin/sh
# Shows the main job on the sample workspace of docs/demo: a review of a change, and a typing session in an editor.
set -eu
cd "$(dirname "$0")/.."
exec python3 scripts/demo "$(swift build --show-bin-path)/lacuna"
