"""Python packages for tests and benchmarks, pinned by hash, in .tools/PURPOSE (a link into the cache).

Use them with `PYTHONPATH=.tools/test python3 …`; programs stand in `.tools/PURPOSE/bin`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from common import digest, remove, say
from downloads import pip


class Packages:
    def __init__(self, root: Path, purpose: str) -> None:
        self.purpose = purpose
        self.requirements = root / "scripts" / "setup" / f"requirements-{purpose}.txt"
        self.link = root / ".tools" / purpose
        version = "{}.{}".format(*sys.version_info)
        self.key = f"{purpose}-{version}-{digest(self.requirements.read_bytes())[:16]}"

    def is_ready(self) -> bool:
        return self.link.is_dir() and self.link.resolve().name == self.key

    def make_ready(self, cache: Path) -> None:
        folder = cache / "python" / self.key
        if not folder.is_dir():
            self.install(folder)
        self.link.parent.mkdir(exist_ok=True)
        remove(self.link)
        self.link.symlink_to(folder, target_is_directory=True)
        say(f"{self.link} is complete")

    def install(self, folder: Path) -> None:
        say(f"installing the Python packages of {self.requirements.name}")
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".install-") as fresh:
            packages = Path(fresh) / "packages"
            arguments = ["install", "--require-hashes", "--only-binary", ":all:", "--target", str(packages)]
            pip(arguments + ["--requirement", str(self.requirements)], f"what {self.requirements.name} lists")
            os.rename(packages, folder)
