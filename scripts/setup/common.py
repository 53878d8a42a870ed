"""What every step shares."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path


class Failure(Exception):
    """Set-up cannot go on; the text is for the user and says what to do."""


def say(text: str) -> None:
    print(f"setup: {text}", file=sys.stderr)


def cache_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "lacuna"


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def remove(path: Path) -> None:
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def pip(arguments: list[str], what: str, environment: dict[str, str] | None = None) -> None:
    """Runs pip, which knows this machine's index, proxy and certificates. Fails with pip's own reason."""
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    result = subprocess.run(command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if result.returncode == 0:
        return
    if "No module named pip" in result.stderr:
        raise Failure(f"pip is missing for {sys.executable}; install it (Debian: `apt-get install python3-pip`)")
    got = re.search(r"Got\s+([0-9a-f]{64})", result.stderr)
    if got:
        raise Failure(f"{what} has the wrong SHA-256 and was not used; what arrived has {got[1]}")
    raise Failure(
        f"{what} could not be downloaded: {reason(result.stderr)}\n"
        "  Check the network and `python3 -m pip config list`, then run it again."
    )


def reason(output: str) -> str:
    """The cause in what pip wrote. Without a network, pip's own last word is that there is no such version."""
    if "connection broken by" in output:
        cause = re.search(r"\[Errno[^]]*\][^')]*", output)
        return f"no connection to the package index {cause[0] if cause else ''}".strip()
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR:")]
    return (errors or lines or ["pip gave no reason"])[0]
