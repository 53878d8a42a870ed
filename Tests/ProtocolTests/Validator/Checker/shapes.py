"""Holds JSON against the types of the protocol, strictly.

`lsprotocol` has the types; its own reader is lenient ("2" passes for 2, and what a type does not name is dropped), so
the types are walked here: primitives by identity, unions by finding an arm that takes all of it, objects without
members that the type does not have.
"""

from __future__ import annotations

import collections.abc
import enum
import functools
import typing

import attrs
from lsprotocol import types

ANY = {typing.Any, object, types.LSPAny}


def _resolve() -> None:
    for item in list(types.ALL_TYPES_MAP.values()):
        if isinstance(item, type) and attrs.has(item):
            attrs.resolve_types(item, types.ALL_TYPES_MAP, {})


_resolve()


def wire_name(name: str) -> str:
    first, *rest = name.strip("_").split("_")
    return first + "".join(word.capitalize() for word in rest)


@functools.cache
def members(cls: type) -> dict[str, attrs.Attribute]:
    return {wire_name(field.name): field for field in attrs.fields(cls)}


def problems(value: object, expected: object, place: str) -> list[str]:
    """What is wrong, each with its place; empty when the value is of the type."""
    if expected in ANY or isinstance(expected, typing.ForwardRef):
        return []
    if expected is None or expected is type(None):
        return [] if value is None else [f"{place}: {value!r} instead of null"]
    origin = typing.get_origin(expected)
    if origin is typing.Union:
        return _union(value, typing.get_args(expected), place)
    if origin is typing.Literal:
        return [] if value in typing.get_args(expected) else [f"{place}: {value!r} is none of {expected}"]
    if origin in (collections.abc.Sequence, list):
        return _sequence(value, typing.get_args(expected)[0], place)
    if origin is tuple:
        return _tuple(value, typing.get_args(expected), place)
    if origin in (collections.abc.Mapping, dict):
        return _mapping(value, typing.get_args(expected)[1], place)
    if attrs.has(expected):
        return _object(value, expected, place)
    if issubclass(expected, enum.Enum):
        return _enumeration(value, expected, place)
    return _primitive(value, expected, place)


def _primitive(value: object, expected: type, place: str) -> list[str]:
    # An integer is a number; a boolean is neither.
    fits = type(value) is expected or (expected is float and type(value) is int)
    return [] if fits else [f"{place}: {value!r} instead of {expected.__name__}"]


def _enumeration(value: object, expected: type[enum.Enum], place: str) -> list[str]:
    known = [item.value for item in expected]
    return [] if any(type(value) is type(item) and value == item for item in known) else [
        f"{place}: {value!r} is no {expected.__name__}"
    ]


def _union(value: object, arms: tuple, place: str) -> list[str]:
    attempts = [problems(value, arm, place) for arm in arms]
    if not all(attempts):
        return []
    # The arm that got furthest says best what is wrong.
    return max(attempts, key=lambda attempt: (len(attempt[0].partition(": ")[0]), -len(attempt)))


def _sequence(value: object, item: object, place: str) -> list[str]:
    if not isinstance(value, list):
        return [f"{place}: {value!r} instead of an array"]
    return [problem for index, part in enumerate(value) for problem in problems(part, item, f"{place}[{index}]")]


def _tuple(value: object, items: tuple, place: str) -> list[str]:
    if not isinstance(value, list) or len(value) != len(items):
        return [f"{place}: {value!r} instead of {len(items)} items"]
    return [problem for part, item in zip(value, items) for problem in problems(part, item, place)]


def _mapping(value: object, item: object, place: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{place}: {value!r} instead of an object"]
    return [problem for key, part in value.items() for problem in problems(part, item, f"{place}.{key}")]


def _object(value: object, expected: type, place: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{place}: {value!r} instead of {expected.__name__}"]
    known = members(expected)
    found = [f"{place}.{key}: {expected.__name__} has no such member" for key in value.keys() - known.keys()]
    for key, field in known.items():
        if key in value:
            found += problems(value[key], field.type, f"{place}.{key}")
            # Null stands for absence only where the type says so; ranges are checked by the types' own validators.
            if field.validator is not None and type(value[key]) is int:
                found += _validated(field, value[key], f"{place}.{key}")
        elif field.default is attrs.NOTHING:
            found.append(f"{place}.{key}: missing from {expected.__name__}")
    return found


def _validated(field: attrs.Attribute, value: int, place: str) -> list[str]:
    try:
        field.validator(None, field, value)
    except (ValueError, TypeError) as error:
        return [f"{place}: {error}"]
    return []
