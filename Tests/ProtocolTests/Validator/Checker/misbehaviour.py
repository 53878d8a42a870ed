"""A stand-in server that misbehaves on purpose, in one way at a time: each must be noticed."""

from __future__ import annotations

import copy
from typing import Callable

URI = "file:///w/a.py"
TEXT = 'x = "𝒳"\nrun()\n'


def place(first: int, start: int, last: int, end: int) -> dict:
    return {"start": {"line": first, "character": start}, "end": {"line": last, "character": end}}


def ask(identifier: object, method: str, params: object, result: object) -> list[dict]:
    return [
        {"client": {"jsonrpc": "2.0", "id": identifier, "method": method, "params": params}},
        {"server": {"jsonrpc": "2.0", "id": identifier, "result": result}},
    ]


def tell(side: str, method: str, params: object) -> list[dict]:
    return [{side: {"jsonrpc": "2.0", "method": method, "params": params}}]


def diagnostic() -> dict:
    return {"range": place(1, 0, 1, 5), "message": "a gap", "severity": 2, "source": "lacuna", "code": "rule"}


#: Where what stands in the transcript below.
GREETED, PUBLISHED, LENSES, ACTIONS, REFRESH, BYE, END = 1, 4, 6, 8, 10, 13, 15


def behaved() -> list[dict]:
    capabilities = {
        "general": {"positionEncodings": ["utf-16"]},
        "textDocument": {"codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}}},
        "workspace": {"codeLens": {"refreshSupport": True}},
    }
    offer = {"positionEncoding": "utf-16", "codeLensProvider": {}, "executeCommandProvider": {"commands": ["lacuna.show"]}}
    document = {"uri": URI, "languageId": "python", "version": 1, "text": TEXT}
    edit = {"changes": {URI: [{"range": place(1, 0, 1, 0), "newText": "# why?\n"}]}}
    identified = {"textDocument": {"uri": URI}}
    return [
        *ask(1, "initialize", {"processId": None, "rootUri": None, "capabilities": capabilities}, {"capabilities": offer}),
        *tell("client", "initialized", {}),
        *tell("client", "textDocument/didOpen", {"textDocument": document}),
        *tell("server", "textDocument/publishDiagnostics", {"uri": URI, "diagnostics": [diagnostic()]}),
        *ask(2, "textDocument/codeLens", identified, [
            {"range": place(1, 0, 1, 3), "command": {"title": "1 gap", "command": "lacuna.show"}},
        ]),
        *ask(3, "textDocument/codeAction", {**identified, "range": place(1, 0, 1, 0), "context": {"diagnostics": []}}, [
            {"title": "Ask", "kind": "quickfix", "edit": edit},
        ]),
        *tell("client", "textDocument/didChange", {"textDocument": {"uri": URI, "version": 2}, "contentChanges": [
            {"range": place(0, 0, 0, 0), "text": ""},
        ]}),
        {"server": {"jsonrpc": "2.0", "id": 1, "method": "workspace/codeLens/refresh"}},
        {"client": {"jsonrpc": "2.0", "id": 1, "result": None}},
        *ask(4, "shutdown", None, None),
        *tell("client", "exit", None),
        {"exit": 0},
    ]


Change = Callable[[list[dict]], None]


def set_to(index: int, path: str, value: object) -> Change:
    def change(lines: list[dict]) -> None:
        *keys, last = path.split(".")
        part: object = lines[index]
        for key in keys:
            part = part[int(key) if isinstance(part, list) else key]
        part[int(last) if isinstance(part, list) else last] = value

    return change


def insert(index: int, line: dict) -> Change:
    return lambda lines: lines.insert(index, line)


def server(method: str, params: object = None, identifier: object = None) -> dict:
    message = {"jsonrpc": "2.0", "method": method}
    if params is not None:
        message["params"] = params
    if identifier is not None:
        message["id"] = identifier
    return {"server": message}


FOUND = "server.params.diagnostics.0"
ITEM = "server.result.0"
EDITS = f"{ITEM}.edit"

#: What a server does wrong, and what must be said of it.
FAULTS: list[tuple[str, Change, str]] = [
    ("a text where a number belongs", set_to(PUBLISHED, f"{FOUND}.range.start.line", "1"), "instead of int"),
    ("true where a number belongs", set_to(PUBLISHED, f"{FOUND}.range.start.line", True), "instead of int"),
    ("a negative number", set_to(PUBLISHED, f"{FOUND}.range.start.character", -1), "character"),
    ("an unknown severity", set_to(PUBLISHED, f"{FOUND}.severity", 9), "DiagnosticSeverity"),
    ("an unknown member", set_to(PUBLISHED, f"{FOUND}.colour", "red"), "no such member"),
    ("a missing member", lambda lines: lines[PUBLISHED]["server"]["params"].pop("uri"), "missing"),
    ("a wrong member in a union", set_to(ACTIONS, f"{ITEM}.title", 3), "instead of str"),
    ("a message without jsonrpc", lambda lines: lines[PUBLISHED]["server"].pop("jsonrpc"), "JSON-RPC"),
    ("result and error", set_to(LENSES, "server.error", {"code": 1, "message": ""}), "both"),
    ("an error that is none", lambda lines: lines[LENSES].update(server={"jsonrpc": "2.0", "id": 2, "error": 5}), "ResponseError"),
    ("a range behind the text", set_to(PUBLISHED, f"{FOUND}.range.end.line", 9), "line 9 of 3"),
    ("a range behind its line", set_to(PUBLISHED, f"{FOUND}.range.end.character", 9), "behind the end"),
    ("a range inside a character", set_to(PUBLISHED, f"{FOUND}.range", place(0, 6, 1, 0)), "inside a character"),
    ("a range the wrong way round", set_to(PUBLISHED, f"{FOUND}.range", place(1, 5, 1, 0)), "before it starts"),
    ("a diagnostic twice", lambda lines: lines[PUBLISHED]["server"]["params"]["diagnostics"].append(diagnostic()), "twice"),
    ("a message of two lines", set_to(PUBLISHED, f"{FOUND}.message", "a\nb"), "more than one line"),
    ("a diagnostic without source", lambda lines: lines[PUBLISHED]["server"]["params"]["diagnostics"][0].pop("source"), "source"),
    ("a version nobody takes", set_to(PUBLISHED, "server.params.version", 1), "takes none"),
    ("related information nobody takes", set_to(PUBLISHED, f"{FOUND}.relatedInformation", []), "did not declare"),
    ("diagnostics of what is not open", set_to(PUBLISHED, "server.params.uri", "file:///w/b.py"), "not open"),
    ("a notification before the answer", insert(1, server("textDocument/publishDiagnostics", {"uri": URI, "diagnostics": []})), "before the answer"),
    ("a message that does not exist", insert(5, server("textDocument/frobnicate")), "not in the protocol"),
    ("a request nobody declared", insert(5, server("workspace/applyEdit", {"edit": {}}, 7)), "did not declare"),
    ("an unannounced registration", insert(5, server("client/registerCapability", {"registrations": [{"id": "a", "method": "textDocument/hover"}]}, 7)), "registered"),
    ("an id used twice", insert(REFRESH, server("workspace/codeLens/refresh", None, 1)), "second time"),
    ("an answer twice", lambda lines: lines.insert(LENSES, copy.deepcopy(lines[LENSES])), "was answered"),
    ("an answer to nothing", insert(5, {"server": {"jsonrpc": "2.0", "id": 77, "result": None}}), "not asked"),
    ("no answer", lambda lines: lines.pop(LENSES), "never answered"),
    ("a command nobody declared", set_to(LENSES, f"{ITEM}.command.command", "lacuna.other"), "not declared"),
    ("a lens over two lines", set_to(LENSES, f"{ITEM}.range", place(0, 0, 1, 0)), "spans lines"),
    ("an action that does nothing", lambda lines: lines[ACTIONS]["server"]["result"][0].pop("edit"), "does nothing"),
    ("an edit outside of the text", set_to(ACTIONS, f"{EDITS}.changes", {URI: [{"range": place(7, 0, 7, 0), "newText": ""}]}), "line 7 of 3"),
    ("edits that overlap", set_to(ACTIONS, f"{EDITS}.changes", {URI: [{"range": place(1, 0, 1, 3), "newText": ""}, {"range": place(1, 1, 1, 4), "newText": ""}]}), "overlap"),
    ("document changes nobody takes", set_to(ACTIONS, EDITS, {"documentChanges": []}), "document changes"),
    ("an edit of another version", set_to(ACTIONS, EDITS, {"documentChanges": [{"textDocument": {"uri": URI, "version": 0}, "edits": []}]}), "not current"),
    ("an encoding nobody offered", set_to(GREETED, "server.result.capabilities.positionEncoding", "utf-8"), "not offered"),
    ("pulled diagnostics nobody asks for", set_to(GREETED, "server.result.capabilities.diagnosticProvider", {"interFileDependencies": False, "workspaceDiagnostics": False}), "pull"),
    ("progress that never began", insert(5, server("$/progress", {"token": "t", "value": {"kind": "end"}})), "out of order"),
    ("progress that never ends", insert(5, server("$/progress", {"token": "t", "value": {"kind": "begin", "title": ""}})), "never ended"),
    ("something after shutdown", insert(BYE + 1, server("textDocument/publishDiagnostics", {"uri": URI, "diagnostics": []})), "after shutdown"),
    ("a failure at the end", set_to(END, "exit", 1), "status 1"),
    ("a crash", set_to(END, "exit", -11), "crashed"),
]


def main(check: Callable[[list[dict]], list[str]]) -> int:
    missed = [f"a server that behaves is said to be wrong: {problem}" for problem in check(behaved())]
    for name, change, expected in FAULTS:
        lines = behaved()
        change(lines)
        try:
            found = check(lines)
        except Exception as error:  # noqa: BLE001: whatever it is, the checker must not stumble.
            found = []
            missed.append(f"{name}: the checker fails: {error!r}")
            continue
        if not any(expected in problem for problem in found):
            missed.append(f"{name}: not noticed: {found}")
    for line in missed:
        print(line)
    print(f"{len(FAULTS)} faults, {len(missed)} missed")
    return 1 if missed else 0
