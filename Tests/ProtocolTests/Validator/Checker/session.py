"""Follows a session, and says where the server breaks a rule of the protocol."""

from __future__ import annotations

import json
import re

from lsprotocol import types

from shapes import problems
from texts import Text

#: What a server may send before it has answered `initialize`.
EARLY = {"window/showMessage", "window/logMessage", "telemetry/event", "window/showMessageRequest", "$/progress"}

#: What the client must have declared for the server to ask it.
NEEDED = {
    "workspace/applyEdit": ("workspace", "applyEdit"),
    "workspace/configuration": ("workspace", "configuration"),
    "workspace/workspaceFolders": ("workspace", "workspaceFolders"),
    "workspace/codeLens/refresh": ("workspace", "codeLens", "refreshSupport"),
    "workspace/diagnostic/refresh": ("workspace", "diagnostics", "refreshSupport"),
    "workspace/textDocumentContent/refresh": ("workspace", "textDocumentContent"),
    "window/showDocument": ("window", "showDocument", "support"),
    "window/workDoneProgress/create": ("window", "workDoneProgress"),
}


class Session:
    """Takes the lines of a transcript in order; `found` is what was wrong."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.capabilities: dict = {}
        self.offer: dict | None = None
        self.encoding = "utf-16"
        self.texts: dict[str, Text] = {}
        self.asked: dict[object, dict] = {}
        self.used: set = set()
        self.progress: set = set()
        self.is_shut_down = False
        self.has_raw = False

    def take(self, line: dict) -> None:
        if "client" in line:
            self.client(line["client"])
        elif "server" in line:
            self.server(line["server"])
        elif "raw" in line:
            self.raw(line["raw"])
        elif "exit" in line:
            self.ended(line["exit"])

    def complain(self, text: str) -> None:
        self.found.append(text)

    # What the client says.

    def raw(self, data: str) -> None:
        self.has_raw = True
        # What is in there may be a request.
        for number in re.findall(r'"id": ?(\d+)', data):
            self.asked[int(number)] = {}
        for frame in re.split(r"Content-Length: \d+\r\n\r\n", data):
            try:
                message = json.loads(frame)
            except (ValueError, RecursionError):
                continue
            if isinstance(message, dict) and isinstance(message.get("id"), int) and message["id"] in self.asked:
                self.asked[message["id"]] = message

    def client(self, message: dict) -> None:
        method, identifier = message.get("method"), message.get("id")
        if method is None:
            return
        params = message.get("params") or {}
        if "id" in message:
            self.asked[identifier] = message
        if method == "initialize" and self.offer is None:
            self.capabilities = params.get("capabilities") or {}
        elif method == "shutdown":
            self.is_shut_down = True
        elif method.startswith("textDocument/did") and isinstance(params.get("textDocument"), dict):
            self.follow(method, params)

    def follow(self, method: str, params: dict) -> None:
        document = params["textDocument"]
        uri = document.get("uri")
        if method == "textDocument/didOpen" and self.offer is not None and not self.is_shut_down:
            self.texts[uri] = Text(document["text"], document.get("version"))
        elif method == "textDocument/didClose":
            self.texts.pop(uri, None)
        elif method == "textDocument/didChange" and uri in self.texts:
            self.texts[uri].version = document.get("version")
            for change in params["contentChanges"]:
                self.texts[uri].change(change, self.encoding)

    # What the server says.

    def server(self, message: dict) -> None:
        if message.get("jsonrpc") != "2.0":
            self.complain(f"not JSON-RPC 2.0: {message}")
        if self.is_shut_down and "method" in message and message["method"] not in EARLY:
            self.complain(f"{message['method']} after shutdown")
        if "method" not in message:
            self.response(message)
        elif "id" in message:
            self.request(message)
        else:
            self.notification(message)

    def response(self, message: dict) -> None:
        identifier = message.get("id")
        if ("result" in message) == ("error" in message):
            self.complain(f"an answer with both or neither of result and error: {message}")
        if identifier is None:
            if "error" not in message or not self.has_raw:
                self.complain(f"an answer to nothing: {message}")
            return
        request = self.asked.pop(identifier, None)
        if request is None:
            return self.complain(f"an answer to {identifier!r}, which was not asked, or was answered: {message}")
        method = request.get("method")
        if "error" in message:
            self.shape(message["error"], types.ResponseError, "error")
            return
        if method not in types.METHOD_TO_TYPES:
            return self.complain(f"a result for {method}, which is not in the protocol")
        answer = types.METHOD_TO_TYPES[method][1]
        if not self.shape(message, answer, f"answer to {method}"):
            return
        if method == "initialize":
            self.initialized(message["result"])
        self.result(method, request.get("params") or {}, message["result"])

    def initialized(self, result: dict) -> None:
        self.offer = result["capabilities"]
        offered = (self.capabilities.get("general") or {}).get("positionEncodings") or ["utf-16"]
        self.encoding = self.offer.get("positionEncoding", "utf-16")
        if self.encoding not in [*offered, "utf-16"]:
            self.complain(f"{self.encoding} was not offered")
        if "diagnosticProvider" in self.offer and not self.can("textDocument", "diagnostic"):
            self.complain("diagnostics are to be pulled by a client that cannot")

    def request(self, message: dict) -> None:
        method, identifier = message["method"], message["id"]
        self.early(method)
        if identifier in self.used:
            self.complain(f"the id {identifier!r} a second time")
        self.used.add(identifier)
        if not self.shaped(message):
            return
        if method == "client/registerCapability":
            for registration in message["params"]["registrations"]:
                path = registration["method"].split("/")
                if not self.can(*path, "dynamicRegistration"):
                    self.complain(f"{registration['method']} is registered with a client that cannot")
        elif not self.can(*NEEDED.get(method, ())):
            self.complain(f"{method} is asked of a client that did not declare it")
        if method == "workspace/applyEdit":
            self.edit(message["params"]["edit"])

    def notification(self, message: dict) -> None:
        method = message["method"]
        self.early(method)
        if not self.shaped(message):
            return
        params = message.get("params") or {}
        if method == "textDocument/publishDiagnostics":
            self.published(params)
        elif method == "$/progress":
            self.progressed(params)

    def early(self, method: str) -> None:
        if self.offer is None and method not in EARLY:
            self.complain(f"{method} before the answer to initialize")

    def can(self, *path: str) -> bool:
        value: object = self.capabilities
        for key in path:
            if not isinstance(value, dict) or value.get(key) is None:
                return False
            value = value[key]
        # An empty object is a declaration.
        return value is not False

    def shape(self, value: object, expected: object, place: str) -> bool:
        """Whether it has its type. What has not is not looked at further."""
        found = problems(value, expected, place)
        self.found += found
        return not found

    def shaped(self, message: dict) -> bool:
        method = message["method"]
        if method not in types.METHOD_TO_TYPES:
            self.complain(f"{method} is not in the protocol")
            return False
        return self.shape(message, types.METHOD_TO_TYPES[method][0], method)

    # What it says of documents.

    def result(self, method: str, params: dict, result: object) -> None:
        uri = (params.get("textDocument") or {}).get("uri")
        if result is None:
            return
        if method == "textDocument/codeLens":
            for lens in result:
                self.range(uri, lens["range"], "lens")
                if lens["range"]["start"]["line"] != lens["range"]["end"]["line"]:
                    self.complain("a lens spans lines")
                self.command(lens.get("command"))
        elif method == "textDocument/hover" and "range" in result:
            self.range(uri, result["range"], "hover")
        elif method == "textDocument/diagnostic":
            if "diagnosticProvider" not in self.offer:
                self.complain("diagnostics are pulled, though that was not offered")
            self.diagnostics(uri, result.get("items", []))
        elif method == "textDocument/codeAction":
            for action in result:
                self.action(uri, action)
        elif method == "codeAction/resolve":
            self.action(uri, result)

    def action(self, uri: str | None, action: dict) -> None:
        if isinstance(action.get("command"), str):
            return self.command(action)
        if not self.can("textDocument", "codeAction", "codeActionLiteralSupport"):
            self.complain("an action for a client that takes only commands")
        if "disabled" in action and not self.can("textDocument", "codeAction", "disabledSupport"):
            self.complain("a disabled action for a client that knows none")
        resolvable = "edit" in (self.can("textDocument", "codeAction", "resolveSupport") and
                                self.capabilities["textDocument"]["codeAction"]["resolveSupport"]["properties"] or [])
        if not ({"edit", "command", "disabled"} & action.keys()) and not resolvable:
            self.complain(f"the action `{action['title']}` does nothing")
        self.command(action.get("command"))
        if "edit" in action:
            self.edit(action["edit"])

    def command(self, command: dict | None) -> None:
        declared = (self.offer or {}).get("executeCommandProvider", {}).get("commands", [])
        if command is not None and command["command"] not in declared:
            self.complain(f"the command {command['command']} is not declared")

    def edit(self, edit: dict) -> None:
        if "documentChanges" in edit and not self.can("workspace", "workspaceEdit", "documentChanges"):
            self.complain("document changes for a client that did not declare them")
        for uri, edits in (edit.get("changes") or {}).items():
            self.edits(uri, edits)
        for change in edit.get("documentChanges") or []:
            document = change["textDocument"]
            text = self.texts.get(document["uri"])
            if text and document["version"] != text.version:
                self.complain(f"an edit of version {document['version']}, which is not current")
            self.edits(document["uri"], change["edits"])

    def edits(self, uri: str, edits: list[dict]) -> None:
        for edit in edits:
            self.range(uri, edit["range"], "edit")
        places = sorted(((order(edit["range"]["start"]), order(edit["range"]["end"])) for edit in edits))
        for first, second in zip(places, places[1:]):
            if second[0] < first[1]:
                self.complain(f"edits of {uri} overlap")

    def published(self, params: dict) -> None:
        uri, text = params["uri"], self.texts.get(params["uri"])
        if "diagnosticProvider" in (self.offer or {}):
            self.complain("diagnostics are pushed to a client that pulls them")
        if text is None and params["diagnostics"]:
            self.complain(f"diagnostics for {uri}, which is not open")
        if "version" in params:
            if not self.can("textDocument", "publishDiagnostics", "versionSupport"):
                self.complain("a version for a client that takes none")
            if text and params["version"] != text.version:
                # What was said before the client's last words arrived is no fault; a version yet to come is.
                if text.version is not None and (params["version"] or 0) > text.version:
                    self.complain(f"diagnostics of version {params['version']}, which is yet to come")
                return
        self.diagnostics(uri, params["diagnostics"])

    def diagnostics(self, uri: str, items: list[dict]) -> None:
        if any(item in items[:index] for index, item in enumerate(items)):
            self.complain(f"a diagnostic of {uri} twice")
        for item in items:
            if (item.get("data") or {}).get("version", self.version(uri)) == self.version(uri):
                self.range(uri, item["range"], "diagnostic")
            if "\n" in item["message"]:
                self.complain("a message of more than one line")
            if "severity" not in item or "source" not in item:
                self.complain("a diagnostic without severity or source")
            abilities = "diagnostic" if "diagnosticProvider" in self.offer else "publishDiagnostics"
            for member, ability in (("relatedInformation", "relatedInformation"), ("codeDescription", "codeDescriptionSupport")):
                if member in item and not self.can("textDocument", abilities, ability):
                    self.complain(f"{member} for a client that did not declare it")

    def version(self, uri: str) -> int | None:
        return self.texts[uri].version if uri in self.texts else None

    def range(self, uri: str | None, place: dict, what: str) -> None:
        if order(place["start"]) > order(place["end"]):
            self.complain(f"a {what} ends before it starts: {place}")
        text = self.texts.get(uri)
        if text is None:
            return
        for end in ("start", "end"):
            if problem := text.problem(place[end], self.encoding):
                self.complain(f"a {what} outside of {uri}: {problem}")

    def progressed(self, params: dict) -> None:
        kind, token = (params.get("value") or {}).get("kind"), params.get("token")
        if (kind == "begin") == (token in self.progress):
            self.complain(f"progress {token!r}: {kind} out of order")
        if kind == "begin":
            self.progress.add(token)
        elif kind == "end":
            self.progress.discard(token)

    # The end.

    def ended(self, status: int) -> None:
        if self.is_shut_down:
            if status != 0:
                self.complain(f"status {status} after shutdown")
            for identifier, request in self.asked.items():
                if request:
                    self.complain(f"{request.get('method')} ({identifier!r}) was never answered")
        if status < 0 or status > 1:
            self.complain(f"the server crashed: {status}")
        for token in self.progress:
            self.complain(f"progress {token!r} never ended")


def order(position: dict) -> tuple[int, int]:
    return position["line"], position["character"]
