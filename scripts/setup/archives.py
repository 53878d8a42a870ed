"""Source archives: from the cache where they are, else through pip; their hash checked every time."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from common import Failure, digest, say
from downloads import pip


def obtain(cache: Path, archive: dict[str, str]) -> Path:
    """The archive's file, whose bytes have the pinned hash now."""
    folder = cache / "archives"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / archive["file"]
    if file.exists():
        if digest(file.read_bytes()) == archive["sha256"]:
            return file
        say(f"{file} does not have the pinned SHA-256, downloading it again")
    with tempfile.TemporaryDirectory(dir=folder, prefix=".download-") as fresh:
        arrived = download(Path(fresh), archive)
        if digest(arrived.read_bytes()) != archive["sha256"]:
            raise Failure(f"{archive['file']} has the wrong SHA-256 and was not used")
        return arrived.replace(file)


def download(folder: Path, archive: dict[str, str]) -> Path:
    """Downloads one source archive with pip, running nothing from it.

    pip asks the build system that an archive names for the archive's metadata, which would run code and takes
    minutes for a large one. All it wants is a name and a version, so a stand-in for the build system answers.
    """
    name, version = archive["name"], archive["version"]
    say(f"downloading {name} {version}")
    backend = folder / "backend" / "setuptools"
    backend.mkdir(parents=True)
    (backend / "__init__.py").touch()
    (backend / "build_meta.py").write_text(STAND_IN, encoding="utf-8")
    requirements = folder / "requirements.txt"
    requirements.write_text(f"{name}=={version} --hash=sha256:{archive['sha256']}\n", encoding="utf-8")
    arguments = ["download", "--require-hashes", "--no-deps", "--no-binary", ":all:", "--no-build-isolation"]
    arguments += ["--use-pep517", "--no-cache-dir", "--dest", str(folder), "--requirement", str(requirements)]
    environment = dict(os.environ, SETUP_NAME=name, SETUP_VERSION=version)
    environment["PYTHONPATH"] = os.pathsep.join(
        [str(backend.parent)] + [path for path in [os.environ.get("PYTHONPATH")] if path]
    )
    pip(arguments, f"{name} {version}", environment)
    arrived = folder / archive["file"]
    if not arrived.exists():
        raise Failure(f"{name} {version} arrived, but not as {archive['file']}")
    return arrived


STAND_IN = """\
import os


def get_requires_for_build_wheel(config_settings=None):
    return []


def prepare_metadata_for_build_wheel(directory, config_settings=None):
    name, version = os.environ["SETUP_NAME"], os.environ["SETUP_VERSION"]
    folder = f"{name.replace('-', '_')}-{version}.dist-info"
    os.makedirs(os.path.join(directory, folder))
    with open(os.path.join(directory, folder, "METADATA"), "w") as file:
        file.write(f"Metadata-Version: 2.1\\nName: {name}\\nVersion: {version}\\n")
    return folder


def build_wheel(directory, config_settings=None, metadata_directory=None):
    raise NotImplementedError
"""
