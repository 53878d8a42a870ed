"""Checks what a language server sent: `python Checker TRANSCRIPT…`, with `lsprotocol` on the path.

A transcript has one JSON object a line: {"client": message}, {"server": message}, {"raw": text} for what a client sent
that need not be a message, {"exit": status}. Prints what is wrong, and ends with status 1 if anything is.
`--self-test` lets a stand-in server misbehave in every way that is checked, and fails where that goes unnoticed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from session import Session


def check(lines: list[dict]) -> list[str]:
    session = Session()
    for line in lines:
        session.take(line)
    return session.found


def main(names: list[str]) -> int:
    if names == ["--self-test"]:
        import misbehaviour

        return misbehaviour.main(check)
    if not names:
        print("usage: Checker [--self-test | TRANSCRIPT…]", file=sys.stderr)
        return 2
    count = messages = 0
    for name in names:
        lines = [json.loads(line) for line in Path(name).read_text(encoding="utf-8").split("\n") if line]
        messages += sum("server" in line for line in lines)
        for problem in check(lines):
            count += 1
            print(f"{Path(name).stem}: {problem[:2000]}")
    print(f"{messages} messages in {len(names)} sessions, {count} problems")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
