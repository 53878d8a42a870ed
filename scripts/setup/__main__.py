"""Brings in what Lacuna is built, tested and measured with.

    python3 scripts/setup build   third-party C sources, into Vendor/
    python3 scripts/setup test    also Neovim, and Python packages into .tools/test/
    python3 scripts/setup bench   also ruff, into .tools/bench/

Everything fetched is pinned by version and SHA-256 and kept in a user cache, so a second clone needs no network.
What is in place already is left alone. A failure is one message, a non-zero exit, and nothing half-done.
"""

import sys

sys.dont_write_bytecode = True  # the clone stays as it was checked out

if sys.version_info < (3, 9):
    sys.exit(f"setup: Python 3.9 or newer is needed, this is {sys.version.split()[0]}")

import argparse
import fcntl
import signal
from pathlib import Path

import python_packages
import system
import vendor
from common import Failure, cache_folder


def main() -> int:
    parser = argparse.ArgumentParser(prog="setup", description="Brings in what Lacuna needs.")
    parser.add_argument("purpose", choices=["build", "test", "bench"])
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2], help="the clone to set up")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that a kill cleans up too
    try:
        set_up(options.purpose, options.root.resolve())
    except (Failure, OSError) as error:
        print(f"setup: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("setup: interrupted, nothing was changed", file=sys.stderr)
        return 130
    return 0


def set_up(purpose: str, root: Path) -> None:
    steps = [vendor.Sources(root)]
    needs = system.BUILD
    if purpose == "test":
        steps.append(python_packages.Packages(root, "test"))
        needs = needs + system.TEST
    elif purpose == "bench":
        steps.append(python_packages.Packages(root, "bench"))

    missing = [step for step in steps if not step.is_ready()]
    system.check_swift(thorough=bool(missing))
    system.provide(needs, thorough=bool(missing))
    if not missing:
        return
    cache = cache_folder()
    cache.mkdir(parents=True, exist_ok=True)
    with open(cache / ".lock", "w") as lock:
        # Clones set up at once take turns: an archive is downloaded once, a folder replaced by one.
        fcntl.flock(lock, fcntl.LOCK_EX)
        for step in missing:
            if not step.is_ready():
                step.make_ready(cache)


if __name__ == "__main__":
    sys.exit(main())
