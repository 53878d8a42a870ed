"""The third-party C sources that Lacuna is built from, in Vendor/."""

from __future__ import annotations

import json
import shutil
import tarfile
import tempfile
from pathlib import Path, PurePosixPath

import archives
from common import Failure, digest, remove, say

# Package.swift declares a target at this path, first of all: on a tree without it, what SwiftPM says is this text.
MARKER = "run make setup first"


class Sources:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.vendor = root / "Vendor"
        pins = (root / "scripts" / "setup" / "pins.json").read_bytes()
        self.pins = json.loads(pins)
        # Whatever decides what Vendor/ holds: the pins and the code below.
        self.stamp = digest(pins + Path(__file__).read_bytes())

    def is_ready(self) -> bool:
        try:
            return (self.vendor / ".complete").read_text(encoding="utf-8") == self.stamp
        except FileNotFoundError:
            return False

    def make_ready(self, cache: Path) -> None:
        files = {name: archives.obtain(cache, archive) for name, archive in self.pins["archives"].items()}
        for leftover in self.root.glob(".vendor-*"):  # of a set-up that was killed
            remove(leftover)
        # Made beside its place and moved there whole, so that Vendor/ is never half of anything.
        fresh = Path(tempfile.mkdtemp(dir=self.root, prefix=".vendor-"))
        old = fresh.with_name(fresh.name + "-old")
        try:
            fresh.chmod(0o755)
            self.fill(fresh, files)
            if self.vendor.is_symlink() or self.vendor.exists():
                self.vendor.rename(old)
            fresh.rename(self.vendor)
        finally:
            remove(fresh)
            remove(old)
        say(f"{self.vendor} is complete")

    def fill(self, folder: Path, files: dict[str, Path]) -> None:
        wanted: dict[str, list[tuple[PurePosixPath, Path]]] = {name: [] for name in files}

        def want(part: dict, place: Path) -> None:
            wanted[part["archive"]].append((PurePosixPath(part["folder"]), place))

        grammars = self.pins["grammars"]
        want(self.pins["core"], folder / "CTreeSitter")
        for name, grammar in grammars.items():
            # Where nothing but the sources is wanted of an archive, they keep the folder that they stand in.
            place = "src" if PurePosixPath(grammar["folder"]).name == "src" else "."
            want(grammar, folder / "Grammars" / name / place)
            if "headers" in grammar:  # published without the headers that it was generated for
                want(grammar["headers"], folder / "Grammars" / name / "src" / "tree_sitter")
        for name, file in files.items():
            unpack(file, wanted[name], licence=folder / "Licences" / f"{self.pins['archives'][name]['name']}.txt")
        for name, grammar in grammars.items():
            for change in grammar.get("edits", []):
                edit(folder / "Grammars" / name / change["file"], change["from"], change["to"])

        write(folder / "CTreeSitter" / "include" / "module.modulemap", module_map("CTreeSitter", "tree_sitter/api.h"))
        for name, grammar in grammars.items():
            include = folder / "Grammars" / name / "include"
            write(include / f"Grammar{name}.h", grammar_header(grammar["symbol"]))
            write(include / "module.modulemap", module_map(f"Grammar{name}", f"Grammar{name}.h"))
        write(folder / MARKER / "module.modulemap", "module Vendor {}\n")
        write(folder / ".complete", self.stamp)


def unpack(archive: Path, wanted: list[tuple[PurePosixPath, Path]], licence: Path) -> None:
    """Unpacks the C files below each wanted folder to the place beside it, and the archive's own licence."""
    missing = {folder for folder, _ in wanted} | {PurePosixPath("LICENSE")}
    with tarfile.open(archive) as tar:
        for member in tar:
            # The first part is the archive's one top folder.
            path = PurePosixPath(*PurePosixPath(member.name).parts[1:])
            if not member.isfile() or ".." in path.parts:
                continue
            if path == PurePosixPath("LICENSE"):
                copy(tar, member, licence)
                missing.discard(path)
            elif path.suffix in (".c", ".h") or path.name == "LICENSE":
                for folder, place in wanted:
                    if folder in path.parents:
                        copy(tar, member, place / path.relative_to(folder))
                        missing.discard(folder)
    if missing:
        raise Failure(f"{archive.name} does not contain {', '.join(sorted(map(str, missing)))}")


def copy(tar: tarfile.TarFile, member: tarfile.TarInfo, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with tar.extractfile(member) as source, open(place, "wb") as file:
        shutil.copyfileobj(source, file)


def edit(file: Path, old: str, new: str) -> None:
    """Puts a text in the place of another that must be there once: what a grammar's own scanner must not do."""
    text = file.read_text(encoding="utf-8")
    if text.count(old) != 1:
        raise Failure(f"{file.name} does not have the line to change: {old}")
    write(file, text.replace(old, new))


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def module_map(module: str, header: str) -> str:
    return f'module {module} {{\n  header "{header}"\n  export *\n}}\n'


def grammar_header(symbol: str) -> str:
    return f"#pragma once\n\ntypedef struct TSLanguage TSLanguage;\n\nconst TSLanguage *{symbol}(void);\n"
