"""What every step shares."""

from __future__ import annotations

import hashlib
import os
import shutil
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
