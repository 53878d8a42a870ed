#!/usr/bin/env python3
"""Brings the third-party C sources that Lacuna is built from into Vendor/.

The archives are pinned by version and SHA-256, fetched through pip (so that whatever index, proxy or
certificate this machine uses holds here too), and kept in a user cache: a second clone downloads nothing.
Nothing from an archive is executed.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent


class SetupError(Exception):
    """Something the user must know, in one sentence."""


def main(arguments: list[str]) -> int:
    root = Path(arguments[0]).resolve() if arguments else ROOT
    pins_file = root / "scripts" / "vendor.json"
    try:
        pins = json.loads(pins_file.read_text(encoding="utf-8"))
        # The stamp names everything that decides what Vendor/ holds: the pins, and this script.
        stamp = digest(pins_file.read_bytes() + Path(__file__).read_bytes())
        set_up(root, pins, stamp)
    except SetupError as error:
        print(f"setup: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"setup: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("setup: interrupted; nothing was changed", file=sys.stderr)
        return 130
    return 0


def set_up(root: Path, pins: dict, stamp: str) -> None:
    vendor = root / "Vendor"
    if is_complete(vendor, stamp):
        return
    archives = cache_folder() / "archives"
    archives.mkdir(parents=True, exist_ok=True)
    with open(archives / ".lock", "w") as lock:
        # Two clones set up at once take turns, so that an archive is downloaded once.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if is_complete(vendor, stamp):
            return
        files = {name: obtain(archives, archive) for name, archive in pins["archives"].items()}
        build_vendor(root, vendor, pins, files, stamp)
    print(f"setup: {vendor} is ready", file=sys.stderr)


def is_complete(vendor: Path, stamp: str) -> bool:
    try:
        return (vendor / ".complete").read_text(encoding="utf-8").strip() == stamp
    except FileNotFoundError:
        return False


def cache_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "lacuna"


# Archives


def obtain(archives: Path, archive: dict) -> Path:
    """The archive's file in the cache, its hash verified now; downloaded first where it is not there yet."""
    file = archives / archive["file"]
    if file.exists():
        found = digest(file.read_bytes())
        if found == archive["sha256"]:
            return file
        print(f"setup: {file} is damaged (its hash is wrong), downloading it again", file=sys.stderr)
        file.unlink()
    return download(archives, archive)


def download(archives: Path, archive: dict) -> Path:
    name, version = archive["name"], archive["version"]
    print(f"setup: downloading {name} {version}", file=sys.stderr)
    with tempfile.TemporaryDirectory(dir=archives, prefix=".download-") as folder:
        result = pip_download(Path(folder), name, version)
        arrived = Path(folder) / "archives" / archive["file"]
        if result.returncode != 0 or not arrived.exists():
            raise SetupError(
                f"could not download {name} {version}: {last_error(result.stderr)}\n"
                "  Check the network and pip's index settings (`python3 -m pip config list`), "
                "then run `make setup` again."
            )
        found = digest(arrived.read_bytes())
        if found != archive["sha256"]:
            raise SetupError(
                f"{archive['file']} has the wrong SHA-256, so it was not used:\n"
                f"  expected {archive['sha256']}\n  received {found}"
            )
        return Path(shutil.move(arrived, archives / archive["file"]))


def pip_download(folder: Path, name: str, version: str) -> subprocess.CompletedProcess:
    """Downloads one source archive with pip.

    pip asks a downloaded archive's own build system for its metadata, which would run code from the archive
    and takes minutes for a large one. All it wants is a name and a version, so a stand-in for the build
    system answers.
    """
    backend = folder / "backend" / "setuptools"
    backend.mkdir(parents=True)
    (backend / "__init__.py").write_text("")
    (backend / "build_meta.py").write_text(METADATA_ONLY_BACKEND)
    environment = dict(os.environ)
    environment["PYTHONPATH"] = str(backend.parent)
    environment["LACUNA_NAME"], environment["LACUNA_VERSION"] = name, version
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    command += ["--no-deps", "--no-binary", ":all:", "--no-build-isolation", "--no-cache-dir"]
    command += ["--dest", str(folder / "archives"), f"{name}=={version}"]
    return subprocess.run(command, env=environment, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


METADATA_ONLY_BACKEND = '''\
import os

def get_requires_for_build_wheel(config_settings=None):
    return []

def prepare_metadata_for_build_wheel(directory, config_settings=None):
    name, version = os.environ["LACUNA_NAME"], os.environ["LACUNA_VERSION"]
    folder = f"{name.replace('-', '_')}-{version}.dist-info"
    os.makedirs(os.path.join(directory, folder))
    with open(os.path.join(directory, folder, "METADATA"), "w") as file:
        file.write(f"Metadata-Version: 2.1\\nName: {name}\\nVersion: {version}\\n")
    return folder

def build_wheel(directory, config_settings=None, metadata_directory=None):
    raise NotImplementedError
'''


def last_error(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith("error")]
    return (errors or lines or ["pip said nothing"])[-1].removeprefix("ERROR: ")


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


# Vendor/


def build_vendor(root: Path, vendor: Path, pins: dict, files: dict[str, Path], stamp: str) -> None:
    """Builds the folder beside its place and moves it there whole."""
    fresh = Path(tempfile.mkdtemp(dir=root, prefix=".vendor-new-"))
    fresh.chmod(0o755)
    old = fresh.with_name(fresh.name + "-old")
    try:
        wanted: dict[str, dict[PurePosixPath, Path]] = {name: {} for name in files}
        plan_core(pins["core"], fresh / "CTreeSitter", wanted)
        for module, grammar in pins["grammars"].items():
            plan_grammar(module, grammar, fresh / "Grammars" / module, wanted)
        for name, folders in wanted.items():
            unpack(files[name], folders)
        write_core_module(fresh / "CTreeSitter")
        for module, grammar in pins["grammars"].items():
            write_grammar_module(module, grammar, fresh / "Grammars" / module)
        (fresh / ".complete").write_text(stamp + "\n", encoding="utf-8")
        if vendor.is_symlink() or vendor.exists():
            vendor.rename(old)
        fresh.rename(vendor)
    finally:
        remove(fresh)
        remove(old)


def plan_core(core: dict, target: Path, wanted: dict) -> None:
    wanted[core["archive"]][PurePosixPath(core["folder"])] = target


def plan_grammar(module: str, grammar: dict, target: Path, wanted: dict) -> None:
    wanted[grammar["archive"]][PurePosixPath(grammar["folder"])] = target


def unpack(archive: Path, folders: dict[PurePosixPath, Path]) -> None:
    """Unpacks the C sources, headers and licences below `folders` (inside the archive's one top folder)."""
    seen: set[PurePosixPath] = set()
    with tarfile.open(archive) as tar:
        for member in tar:
            path = PurePosixPath(member.name)
            if not member.isfile() or ".." in path.parts or len(path.parts) < 2:
                continue
            inner = PurePosixPath(*path.parts[1:])
            if inner.suffix not in (".c", ".h") and not inner.name.startswith("LICEN"):
                continue
            for folder, target in folders.items():
                if folder in inner.parents:
                    place = target.joinpath(*inner.relative_to(folder).parts)
                    place.parent.mkdir(parents=True, exist_ok=True)
                    source = tar.extractfile(member)
                    with source, open(place, "wb") as file:
                        shutil.copyfileobj(source, file)
                    seen.add(folder)
    for folder in folders:
        if folder not in seen:
            raise SetupError(f"{archive.name} does not contain {folder}")


def write_core_module(folder: Path) -> None:
    (folder / "include" / "module.modulemap").write_text(
        'module CTreeSitter {\n  header "tree_sitter/api.h"\n  export *\n}\n', encoding="utf-8"
    )


def write_grammar_module(module: str, grammar: dict, folder: Path) -> None:
    include = folder / "include"
    include.mkdir()
    (include / f"Grammar{module}.h").write_text(
        "#pragma once\n\n"
        "typedef struct TSLanguage TSLanguage;\n\n"
        f"const TSLanguage *{grammar['symbol']}(void);\n",
        encoding="utf-8",
    )
    (include / "module.modulemap").write_text(
        f'module Grammar{module} {{\n  header "Grammar{module}.h"\n  export *\n}}\n', encoding="utf-8"
    )


def remove(path: Path) -> None:
    if path.is_symlink():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
