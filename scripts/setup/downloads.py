"""pip, which knows this machine's index, proxy and certificates."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys

import system
from common import Failure


def pip(arguments: list[str], what: str, environment: dict[str, str] | None = None) -> None:
    """Runs pip to fetch `what`. Fails with pip's own cause, in a line."""
    system.provide([PIP], thorough=True)
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    result = subprocess.run(command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if result.returncode == 0:
        return
    got = re.search(r"Got\s+([0-9a-f]{64})", result.stderr)
    if got:
        raise Failure(f"{what} has the wrong SHA-256 and was not used; what arrived has {got[1]}")
    raise Failure(
        f"{what} could not be downloaded: {cause(result.stderr)}\n"
        "  Check the network and `python3 -m pip config list`, then run it again."
    )


def cause(output: str) -> str:
    """The cause in what pip wrote. Without a network, pip's own last word is that there is no such version."""
    if "connection broken by" in output:
        error = re.search(r"\[Errno[^]]*\][^')]*", output)
        return f"no connection to the package index {error[0] if error else ''}".strip()
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR:")]
    return (errors or lines or ["pip gave no reason"])[0]


def pip_exists() -> bool:
    importlib.invalidate_caches()
    return importlib.util.find_spec("pip") is not None


PIP = system.Need(
    what=f"pip for {sys.executable}",
    is_met=pip_exists,
    debian="python3-pip",
    homebrew="brew install python3",
)
