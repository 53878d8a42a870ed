"""A language server behind a pipe, spoken to as an editor would, with a clock on every answer."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import threading
import time
from pathlib import Path


class Server:
    def __init__(self, command: list[str], folder: Path):
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.messages: queue.Queue[tuple[float, dict] | None] = queue.Queue()
        self.identifier = 0
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        stream = self.process.stdout
        while True:
            length = 0
            while (line := stream.readline()) not in (b"\r\n", b""):
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if not length:
                self.messages.put(None)
                return
            body = stream.read(length)
            arrived = time.perf_counter()
            self.messages.put((arrived, json.loads(body)))

    def send(self, message: dict) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def notify(self, method: str, params: dict) -> None:
        self.send({"method": method, "params": params})

    def request(self, method: str, params: dict | None) -> int:
        self.identifier += 1
        self.send({"id": self.identifier, "method": method, "params": params})
        return self.identifier

    def receive(self, timeout: float) -> tuple[float, dict] | None:
        try:
            item = self.messages.get(timeout=timeout)
        except queue.Empty:
            return None
        if item is None:
            raise RuntimeError(f"the server ended with status {self.process.wait()}")
        arrived, message = item
        # A request of the server's: nothing is configured, everything may be registered.
        if "id" in message and "method" in message:
            count = len((message.get("params") or {}).get("items", []) or [])
            self.send({"id": message["id"], "result": [None] * count if count else None})
            return self.receive(timeout)
        return arrived, message

    def wait_for(self, identifier: int, timeout: float = 30) -> tuple[float, dict]:
        end = time.perf_counter() + timeout
        while (left := end - time.perf_counter()) > 0:
            item = self.receive(left)
            if item and item[1].get("id") == identifier:
                return item
        raise RuntimeError("no answer in time")

    def initialize(self, folder: Path, settings: dict | None = None, progress: bool = False) -> float:
        """Seconds from the start of the process to the answer."""
        capabilities = {
            "window": {"workDoneProgress": progress},
            "general": {"positionEncodings": ["utf-16"]},
            "textDocument": {
                "synchronization": {"didSave": True},
                "publishDiagnostics": {"versionSupport": True, "relatedInformation": True},
                "hover": {"contentFormat": ["markdown"]},
                "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["", "quickfix"]}}},
            },
        }
        uri = folder.as_uri()
        identifier = self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": uri,
                "capabilities": capabilities,
                "workspaceFolders": [{"uri": uri, "name": "bench"}],
                "initializationOptions": settings,
            },
        )
        arrived, _ = self.wait_for(identifier)
        self.notify("initialized", {})
        return arrived - self.started

    def cpu_seconds(self) -> float:
        """Of the process and its children that have ended; threads included."""
        total = 0.0
        for pid in [self.process.pid, *_children(self.process.pid)]:
            try:
                fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            total += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        return total

    def peak_megabytes(self) -> float:
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
        return 0.0

    def stop(self) -> None:
        try:
            self.wait_for(self.request("shutdown", None), 10)
            self.notify("exit", {})
            self.process.wait(5)
        except (RuntimeError, OSError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []
