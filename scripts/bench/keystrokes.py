"""A typing session: the same edits for every tool.

An edit is what one `didChange` carries: a range as (line, character) pairs and the text that takes its place. All text
is ASCII, so that a character is a byte is a UTF-16 code unit. `whole` says that the text parses again after the edit.
"""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass
class Edit:
    start: tuple[int, int]
    end: tuple[int, int]
    text: str
    whole: bool


class Text:
    """The document as the trace sees it."""

    def __init__(self, text: str):
        self.lines = text.split("\n")

    def apply(self, edit: Edit) -> None:
        (start, column), (end, end_column) = edit.start, edit.end
        first, last = self.lines[start][:column], self.lines[end][end_column:]
        self.lines[start : end + 1] = (first + edit.text + last).split("\n")

    def __str__(self) -> str:
        return "\n".join(self.lines)


class Typist:
    def __init__(self, text: str):
        self.text = Text(text)
        self.edits: list[Edit] = []
        self.cursor = (0, 0)

    def edit(self, start, end, text: str, whole: bool) -> None:
        edit = Edit(start, end, text, whole)
        self.text.apply(edit)
        self.edits.append(edit)
        lines = text.split("\n")
        self.cursor = (start[0] + len(lines) - 1, len(lines[-1]) + (start[1] if len(lines) == 1 else 0))

    def type(self, text: str, whole: bool) -> None:
        """Character by character; the text is whole, if at all, after the last."""
        for index, character in enumerate(text):
            self.edit(self.cursor, self.cursor, character, whole and index == len(text) - 1)

    def delete(self, count: int, whole: bool) -> None:
        for index in range(count):
            line, column = self.cursor
            self.edit((line, column - 1), (line, column), "", whole and index == count - 1)

    def go_to_end_of(self, line: int) -> None:
        self.cursor = (line, len(self.text.lines[line]))


def make(language: str, source: str, keystrokes: int, seed: int = 7) -> list[Edit]:
    rng = random.Random(seed)
    typist = Typist(source)
    scripts = _PYTHON if language == "python" else _TYPESCRIPT
    step = 0
    while len(typist.edits) < keystrokes:
        site = _site(language, typist.text.lines, rng)
        if site is None:
            break
        line, indent = site
        typist.go_to_end_of(line)
        scripts[step % len(scripts)](typist, indent)
        step += 1
    return typist.edits[:keystrokes]


def _site(language: str, lines: list[str], rng: random.Random) -> tuple[int, str] | None:
    """A line in a body, after which a statement may stand."""
    wanted = "return" if language == "typescript" else "total = 0"
    for _ in range(2_000):
        line = rng.randrange(len(lines))
        text = lines[line]
        bare = text.strip()
        if language == "python" and bare == wanted:
            return line, text[: len(text) - len(text.lstrip())]
        if language == "typescript" and bare.startswith("if (") and bare.endswith(".length === 0) {"):
            return line - 1, text[: len(text) - len(text.lstrip())]
    return None


def _py_statement(typist: Typist, indent: str) -> None:
    typist.type(f"\n{indent}ratio = compute(limit, 3) + 1", True)


def _py_condition(typist: Typist, indent: str) -> None:
    typist.type(f"\n{indent}if limit == 3 and", False)
    typist.type(f" total > 2:\n{indent}    return None", True)


def _py_string(typist: Typist, indent: str) -> None:
    typist.type(f'\n{indent}label = "an open string', False)
    typist.type('"', True)


def _py_bracket(typist: Typist, indent: str) -> None:
    typist.type(f"\n{indent}value = compute(limit, (total, [1, 2", False)
    typist.type("]))", True)


def _py_delete(typist: Typist, indent: str) -> None:
    typist.type(f"\n{indent}answer = limit * 2", True)
    typist.delete(3, False)
    typist.type("+ 3", True)


def _py_newlines(typist: Typist, indent: str) -> None:
    typist.type("\n\n\n", True)
    typist.delete(2, True)


def _py_docstring(typist: Typist, indent: str) -> None:
    typist.type(f'\n{indent}text = """open', False)
    typist.type('"""', True)


def _py_paste(typist: Typist, indent: str) -> None:
    body = f"\n{indent}for index in range(limit):\n{indent}    if index > 3:\n{indent}        total += index"
    typist.edit(typist.cursor, typist.cursor, body, True)


_PYTHON = [_py_statement, _py_condition, _py_string, _py_bracket, _py_delete, _py_newlines, _py_docstring, _py_paste]


def _ts_statement(typist: Typist, indent: str) -> None:
    typist.type(f"\n{indent}const ratio = compute(limit, 3) + 1;", True)


def _ts_condition(typist: Typist, indent: str) -> None:
    typist.type(f"\n{indent}if (limit === 3 &&", False)
    typist.type(f" limit > 2) {{\n{indent}  return [];\n{indent}}}", True)


def _ts_string(typist: Typist, indent: str) -> None:
    typist.type(f'\n{indent}const label = "an open string', False)
    typist.type('";', True)


def _ts_bracket(typist: Typist, indent: str) -> None:
    typist.type(f"\n{indent}const value = compute(limit, (limit, [1, 2", False)
    typist.type("]));", True)


def _ts_delete(typist: Typist, indent: str) -> None:
    typist.type(f"\n{indent}const answer = limit * 2;", True)
    typist.delete(4, False)
    typist.type("+ 3;", True)


def _ts_newlines(typist: Typist, indent: str) -> None:
    typist.type("\n\n\n", True)
    typist.delete(2, True)


def _ts_template(typist: Typist, indent: str) -> None:
    typist.type(f"\n{indent}const text = `open ${{limit", False)
    typist.type("}`;", True)


def _ts_paste(typist: Typist, indent: str) -> None:
    body = f"\n{indent}for (let index = 0; index < limit; index += 1) {{\n{indent}  console.info(index);\n{indent}}}"
    typist.edit(typist.cursor, typist.cursor, body, True)


_TYPESCRIPT = [_ts_statement, _ts_condition, _ts_string, _ts_bracket, _ts_delete, _ts_newlines, _ts_template, _ts_paste]
