#!/usr/bin/env python3
"""Stands between an editor and a language server, and writes down what both say.

    record.py --to FILE -- lacuna lsp          as the server of an editor
    record.py --fixture FILE --workspace DIR   turns what was written into the steps of a fixture
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import threading
from pathlib import Path


def read_message(stream) -> bytes | None:
    """The body of the next message; None at the end."""
    length = None
    while (line := stream.readline()) not in (b"", b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    return stream.read(length) if length is not None else None


def record(command: list[str], target: Path) -> int:
    lock = threading.Lock()
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with target.open("w", encoding="utf-8") as file:

        def write(line: dict) -> None:
            with lock:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
                # Some editors kill their server, and this with it.
                file.flush()

        def pass_on(source, sink, side: str) -> None:
            while (body := read_message(source)) is not None:
                # Written down first: the answer must not come before the question.
                write({side: json.loads(body)})
                try:
                    sink.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
                    sink.flush()
                except OSError:
                    return
            if side == "client":
                sink.close()

        threading.Thread(target=pass_on, args=(sys.stdin.buffer, server.stdin, "client"), daemon=True).start()
        pass_on(server.stdout, sys.stdout.buffer, "server")
        status = server.wait()
        write({"exit": status})
    return status


def steps(source: Path, workspace: Path) -> list[dict]:
    """A recording as a fixture: what the client said is sent, what the server said is expected."""
    result = []
    for line in source.read_text(encoding="utf-8").splitlines():
        line = json.loads(line.replace(workspace.as_uri(), "{{workspace}}").replace(str(workspace), "{{path}}"))
        if "exit" in line:
            result.append(line)
            continue
        (side, message), = line.items()
        message.pop("jsonrpc", None)
        information = (message.get("result") or {}) if isinstance(message.get("result"), dict) else {}
        if "serverInfo" in information:
            information["serverInfo"]["version"] = "{{version}}"
        if message.get("method") == "initialize":
            message["params"]["processId"] = None
        result.append({"send" if side == "client" else "receive": message})
    return result


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, help="where to write")
    parser.add_argument("--fixture", type=Path, help="a recording to print as a fixture")
    parser.add_argument("--workspace", type=Path, default=Path.cwd())
    parser.add_argument("command", nargs="*")
    given = parser.parse_args()
    if given.fixture:
        for step in steps(given.fixture, given.workspace.resolve()):
            print(json.dumps(step, ensure_ascii=False))
        return 0
    if not given.to or not given.command:
        parser.error("either --to FILE -- COMMAND or --fixture FILE")
    return record(given.command, given.to)


if __name__ == "__main__":
    sys.exit(main())
