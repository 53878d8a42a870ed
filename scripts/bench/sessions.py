"""How long after a keystroke its findings are there, and which of them a half-typed statement costs."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

from server import Server
from keystrokes import Edit


class Session:
    """One document in one server."""

    def __init__(self, server: Server, path: Path, language: str, source: str, quiet: float | None = None):
        self.server = server
        self.uri = path.as_uri()
        self.version = 1
        self.findings: Counter = Counter()
        server.notify(
            "textDocument/didOpen",
            {"textDocument": {"uri": self.uri, "languageId": language, "version": 1, "text": source}},
        )
        self.has_indexed = False
        self.indexed_at: float | None = None
        self.first_findings = self._open(quiet or 3.0 + len(source) / 500_000)

    def _open(self, limit: float) -> float | None:
        """Waits until the document has been read: for a first set, then for as long again as a third of the limit.

        Gives the time of the first set that has findings; None where none came.
        """
        first, quiet = None, limit
        while (item := self.server.receive(quiet)) is not None:
            if self._take(item[1], item[0]) is None:
                continue
            quiet = limit / 3
            if self.findings and first is None:
                first = item[0]
        return first

    def _take(self, message: dict, arrived: float | None = None) -> int | None:
        """The version of a published set, after taking note of it; 0 where it names none."""
        if message.get("method") == "$/progress" and message["params"]["value"]["kind"] == "end":
            self.has_indexed = True
            self.indexed_at = arrived
        if message.get("method") != "textDocument/publishDiagnostics":
            return None
        params = message["params"]
        if params["uri"] != self.uri:
            return None
        self.findings = Counter((str(item.get("code")), item["message"]) for item in params["diagnostics"])
        return params.get("version") or 0

    def drain(self, quiet: float) -> float | None:
        """Takes messages until none came for a while; when the last one came."""
        last = None
        while (item := self.server.receive(quiet)) is not None:
            if self._take(item[1]) is not None:
                last = item[0]
        return last

    def wait_for_index(self, limit: float) -> None:
        end = time.perf_counter() + limit
        while not self.has_indexed and (item := self.server.receive(max(0.1, end - time.perf_counter()))) is not None:
            self._take(item[1], item[0])

    def change(self, edit: Edit) -> None:
        self.version += 1
        place = {
            "start": {"line": edit.start[0], "character": edit.start[1]},
            "end": {"line": edit.end[0], "character": edit.end[1]},
        }
        self.server.notify(
            "textDocument/didChange",
            {
                "textDocument": {"uri": self.uri, "version": self.version},
                "contentChanges": [{"range": place, "text": edit.text}],
            },
        )

    def keystroke(self, edit: Edit) -> float:
        """Seconds from the edit to its findings.

        A server need not publish a set that did not change. So a request is sent right behind the edit: a server that
        answers it has, if it works in order, said what it had to say. What comes first counts, the set of this version
        or that answer; for a server that always publishes, the answer does not count, since it may overtake the set.
        """
        sent = time.perf_counter()
        self.change(edit)
        barrier = self.server.request("textDocument/hover", self._somewhere(edit))
        published = answered = None
        while answered is None or (self.always_publishes and published is None):
            item = self.server.receive(20)
            if item is None:
                break
            version = self._take(item[1])
            if version is not None and version in (0, self.version):
                published = published or item[0]
            if item[1].get("id") == barrier:
                answered = item[0]
        end = published or answered
        return (end or time.perf_counter()) - sent

    always_publishes = False

    def _somewhere(self, edit: Edit) -> dict:
        return {"textDocument": {"uri": self.uri}, "position": {"line": 0, "character": 0}}


def run(server: Server, session: Session, edits: list[Edit], pause: float) -> dict:
    """Types the trace at human speed or faster; `pause` is the time between keystrokes."""
    latencies: list[float] = []
    kept: list[bool] = []
    baseline = session.findings
    cpu = server.cpu_seconds()
    for edit in edits:
        latencies.append(session.keystroke(edit))
        total = sum(baseline.values())
        still = sum((session.findings & baseline).values())
        kept.append(total == 0 or still >= 0.8 * total)
        session.drain(pause)
        if edit.whole:
            baseline = session.findings
    cpu = server.cpu_seconds() - cpu
    return {
        "latencies": latencies,
        "kept": kept,
        "cpu_ms_per_edit": 1000 * cpu / max(1, len(edits)),
        "findings": sum(baseline.values()),
    }


def burst(session: Session, edits: list[Edit], spacing: float = 0.03) -> float:
    """Seconds from the last of some edits, sent without waiting, to the last set that is published."""
    for edit in edits:
        session.change(edit)
        time.sleep(spacing)
    last_sent = time.perf_counter() - spacing
    last = session.drain(1.0)
    return max(0.0, (last or last_sent) - last_sent)
