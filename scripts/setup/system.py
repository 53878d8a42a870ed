"""What must come from the system: checked, and installed where that needs no password."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from common import Failure, say

SWIFT = (6, 2)


@dataclass(frozen=True)
class Need:
    what: str
    is_met: Callable[[], bool]
    debian: str
    homebrew: str
    # Slow to look at, so looked at only when there is something else to do.
    slow: bool = False


def provide(needs: list[Need], thorough: bool) -> None:
    """Fails unless every need is met in the end."""
    missing = unmet(needs, thorough)
    if missing and may_install():
        packages = [need.debian for need in missing]
        say(f"installing {' '.join(packages)}")
        environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        install = [*as_root(), "apt-get", "install", "-qq", "--no-install-recommends", *packages]
        if subprocess.run(install, env=environment, capture_output=True).returncode != 0:
            # The list of packages may be old, or was never fetched.
            subprocess.run([*as_root(), "apt-get", "update", "-qq"], env=environment, capture_output=True)
            subprocess.run(install, env=environment, capture_output=True)
        missing = unmet(missing, thorough)
    if missing:
        raise Failure(f"missing: {', '.join(need.what for need in missing)}\n  To install: {instructions(missing)}")


def unmet(needs: list[Need], thorough: bool) -> list[Need]:
    return [need for need in needs if (thorough or not need.slow) and not need.is_met()]


def instructions(missing: list[Need]) -> str:
    if shutil.which("apt-get"):
        return f"sudo apt-get install {' '.join(need.debian for need in missing)}"
    if shutil.which("brew"):
        return " && ".join(need.homebrew for need in missing)
    return "with your system's package manager"


def may_install() -> bool:
    if not shutil.which("apt-get"):
        return False
    if os.geteuid() == 0:
        return True
    if not shutil.which("sudo"):
        return False
    return subprocess.run(["sudo", "--non-interactive", "true"], capture_output=True).returncode == 0


def as_root() -> list[str]:
    return [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]


def check_swift(thorough: bool) -> None:
    wanted = "Swift {}.{} or newer".format(*SWIFT)
    if not shutil.which("swift"):
        raise Failure(f"no `swift` on the PATH; {wanted} is needed, see https://www.swift.org/install")
    if not thorough:
        return
    said = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    version = re.search(r"Swift version (\d+)\.(\d+)", said)
    if not version or (int(version[1]), int(version[2])) < SWIFT:
        found = version[0] if version else "no version"
        raise Failure(f"{wanted} is needed, `swift --version` says {found}; see https://www.swift.org/install")


def can_compile_c() -> bool:
    return compiles("#include <stdio.h>\n#include <wctype.h>\nint main(void) { return puts(\"\") < 0; }\n")


def has_sqlite() -> bool:
    """Looks where the package puts it first: that costs nothing, and is looked at every time."""
    if Path("/usr/include/sqlite3.h").exists():
        return True
    return compiles("#include <sqlite3.h>\nint main(void) { return sqlite3_libversion_number() == 0; }\n", "-lsqlite3")


def compiles(program: str, *libraries: str) -> bool:
    """Compiles and links a program as SwiftPM would: with the compiler beside `swift`, else with the system's."""
    beside = Path(shutil.which("swift") or "").resolve().with_name("clang")
    compiler = os.environ.get("CC") or (str(beside) if beside.exists() else shutil.which("clang"))
    if not compiler:
        return False
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "probe.c"
        source.write_text(program, encoding="utf-8")
        command = [compiler, str(source), "-o", str(Path(folder) / "probe"), *libraries]
        try:
            return subprocess.run(command, capture_output=True).returncode == 0
        except OSError:
            return False


BUILD = [
    Need(
        what="a C compiler and the C library's headers",
        is_met=can_compile_c,
        debian="build-essential",
        homebrew="xcode-select --install",
        slow=True,
    ),
    Need(
        what="SQLite with its header",
        is_met=has_sqlite,
        debian="libsqlite3-dev",
        homebrew="brew install sqlite",
    ),
]

TEST = [
    Need(
        what="git",
        is_met=lambda: shutil.which("git") is not None,
        debian="git",
        homebrew="brew install git",
    ),
    Need(
        what="Neovim",
        is_met=lambda: shutil.which("nvim") is not None,
        debian="neovim",
        homebrew="brew install neovim",
    ),
]
