"""Documents as the client has them, and places in them."""

from __future__ import annotations


class Text:
    def __init__(self, text: str, version: int | None):
        self.text = text
        self.version = version

    def lines(self) -> list[str]:
        return self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def change(self, change: dict, encoding: str) -> None:
        place = change.get("range")
        if place is None:
            self.text = change["text"]
            return
        start, end = self.offset(place["start"], encoding), self.offset(place["end"], encoding)
        self.text = self.text[:start] + change["text"] + self.text[end:]

    def offset(self, position: dict, encoding: str) -> int:
        """Behind the end of a line is its end, as the protocol has it for what clients send."""
        index = 0
        for _ in range(position["line"]):
            end = _line_end(self.text, index)
            if end == len(self.text):
                return end
            index = end + (2 if self.text[end : end + 2] == "\r\n" else 1)
        end = _line_end(self.text, index)
        left = position["character"]
        while left > 0 and index < end:
            left -= width(self.text[index], encoding)
            index += 1
        return index

    def problem(self, position: dict, encoding: str) -> str | None:
        """What is wrong with a place that the server names; it must be there, and between two characters."""
        lines = self.lines()
        if position["line"] >= len(lines):
            return f"line {position['line']} of {len(lines)}"
        left = position["character"]
        for character in lines[position["line"]]:
            if left <= 0:
                break
            left -= width(character, encoding)
        if left > 0:
            return f"character {position['character']} is behind the end of line {position['line']}"
        return f"character {position['character']} of line {position['line']} is inside a character" if left else None


def _line_end(text: str, start: int) -> int:
    ends = [index for index in (text.find("\n", start), text.find("\r", start)) if index >= 0]
    return min(ends, default=len(text))


def width(character: str, encoding: str) -> int:
    if encoding == "utf-32":
        return 1
    if encoding == "utf-8":
        return len(character.encode("utf-8", "surrogatepass"))
    return 2 if ord(character) > 0xFFFF else 1
