"""The main job, on a small order service whose rewrite lost what it had: see docs/demo.

Makes a git repository of the service as it was, lays the rewrite over it, reviews the change, then plays an editor:
types a function, sees a diagnostic, has the question inserted, answers it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "shared"))

from server import Server  # noqa: E402

DEMO = HERE.parents[1] / "docs" / "demo"


def main() -> int:
    lacuna = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="lacuna-demo-") as folder:
        workspace = Path(folder) / "shop"
        os.environ["LACUNA_CACHE"] = str(Path(folder) / "cache")  # what a demo leaves behind is nothing
        prepare(workspace)
        heading("A review: what did the rewrite lose?", "lacuna review --base HEAD")
        subprocess.run([str(lacuna), "review", "--base", "HEAD"], cwd=workspace, check=True)
        heading("A typing session: an editor and `lacuna lsp`")
        return Editor(lacuna, workspace).play()


def prepare(workspace: Path) -> None:
    shutil.copytree(DEMO / "before", workspace)
    identity = ["-c", "user.name=Demo", "-c", "user.email=demo@localhost", "-c", "init.defaultBranch=main"]
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "The service as it was"]):
        subprocess.run(["git", *identity, *words], cwd=workspace, check=True, env=environment)
    shutil.copytree(DEMO / "after", workspace, dirs_exist_ok=True)


def heading(title: str, command: str = "") -> None:
    rule = "─" * 78
    print(f"\n{rule}\n{title}{f'    $ {command}' if command else ''}\n{rule}\n", flush=True)


class Editor:
    """Just enough of an editor to show what one would."""

    def __init__(self, lacuna: Path, workspace: Path):
        self.path = workspace / "orders" / "shipping.py"
        self.path.write_text("import requests\n")
        self.lines = ["import requests", ""]
        self.version = 1
        self.diagnostics: list[dict] = []
        self.server = Server([str(lacuna), "lsp"], workspace)
        self.server.initialize(workspace)
        self.uri = self.path.as_uri()
        self.server.notify(
            "textDocument/didOpen",
            {"textDocument": {"uri": self.uri, "languageId": "python", "version": 1, "text": "\n".join(self.lines)}},
        )

    def play(self) -> int:
        self.type('\n\ndef label(order_id):\n    answer = requests.post("https://carrier.example/labels", json={"order": order_id})')
        self.type("\n    answer.raise_for_status()\n    return answer.json()\n")
        found = self.wait(lambda: any(item["code"] == "missing-timeout" for item in self.diagnostics))
        self.show()
        if not found:
            return self.fail("no diagnostic appeared")
        for item in self.diagnostics:
            print(f"  {item['range']['start']['line'] + 1}: {item['code']}: {item['message']}\n")

        title, edit = self.action("Insert question", self.diagnostics[0]["range"])
        print(f"code action: {title}\n")
        self.apply(edit)
        self.wait(lambda: any("requests.post(" in self.lines[line] for line in self.marks()))
        self.show()

        line = next(index for index, text in enumerate(self.lines) if "- [ ] missing-timeout" in text)
        print("a person answers it\n")
        answered = self.lines[line].replace("[ ]", "[x]") + " The worker pool kills a job after 30 s."
        self.change((line, 0), (line, len(self.lines[line])), answered)
        gone = self.wait(lambda: not any(item["code"] == "missing-timeout" for item in self.diagnostics))
        self.show()
        page = self.command("lacuna.showLedger", [self.uri, "label"])
        print("the unit's ledger\n")
        print("\n".join(f"  {text}" for text in page.splitlines()))
        self.server.stop()
        return 0 if gone else self.fail("the finding is still there")

    # What an editor does.

    def type(self, text: str) -> None:
        for character in text:
            end = (len(self.lines) - 1, len(self.lines[-1]))
            self.change(end, end, character)

    def change(self, start: tuple[int, int], end: tuple[int, int], text: str) -> None:
        first, last = self.lines[start[0]][: start[1]], self.lines[end[0]][end[1] :]
        self.lines[start[0] : end[0] + 1] = (first + text + last).split("\n")
        self.version += 1
        place = {"start": position(start), "end": position(end)}
        self.server.notify(
            "textDocument/didChange",
            {
                "textDocument": {"uri": self.uri, "version": self.version},
                "contentChanges": [{"range": place, "text": text}],
            },
        )

    def wait(self, condition) -> bool:
        while not condition():
            item = self.server.receive(10)
            if item is None:
                return False
            self.take(item[1])
        # What is still on its way belongs to this moment too.
        while (item := self.server.receive(0.3)) is not None:
            self.take(item[1])
        return condition()

    def take(self, message: dict) -> None:
        if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == self.uri:
            self.diagnostics = message["params"]["diagnostics"]

    def answer(self, method: str, params: dict):
        identifier = self.server.request(method, params)
        while (item := self.server.receive(10)) is not None:
            self.take(item[1])
            if item[1].get("id") == identifier:
                return item[1].get("result")
        raise SystemExit(f"demo: no answer to {method}")

    def action(self, words: str, place: dict) -> tuple[str, list[dict]]:
        actions = self.answer(
            "textDocument/codeAction",
            {"textDocument": {"uri": self.uri}, "range": place, "context": {"diagnostics": []}},
        )
        chosen = next(item for item in actions if words in item["title"])
        if "edit" not in chosen:
            chosen = self.answer("codeAction/resolve", chosen)
        edit = chosen["edit"]
        changes = edit.get("changes", {}).get(self.uri) or edit["documentChanges"][0]["edits"]
        return chosen["title"], changes

    def apply(self, edits: list[dict]) -> None:
        for edit in sorted(edits, key=lambda item: item["range"]["start"]["line"], reverse=True):
            start, end = edit["range"]["start"], edit["range"]["end"]
            self.change((start["line"], start["character"]), (end["line"], end["character"]), edit["newText"])

    def command(self, name: str, arguments: list) -> str:
        result = self.answer("workspace/executeCommand", {"command": name, "arguments": arguments})
        return result if isinstance(result, str) else str(result)

    def marks(self) -> set[int]:
        """The lines that are underlined."""
        return {item["range"]["start"]["line"] for item in self.diagnostics}

    def show(self) -> None:
        marks = self.marks()
        for number, text in enumerate(self.lines, 1):
            print(f"  {'▸' if number - 1 in marks else ' '}{number:>3} │ {text}")
        print()

    @staticmethod
    def fail(why: str) -> int:
        print(f"demo: {why}", file=sys.stderr)
        return 1


def position(place: tuple[int, int]) -> dict:
    return {"line": place[0], "character": place[1]}


if __name__ == "__main__":
    sys.exit(main())
