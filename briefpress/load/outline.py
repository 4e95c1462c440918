"""The shape of a section's text: headings, lists, tables, and what would be read as code."""

import re
from collections.abc import Iterable, Iterator

from briefpress.load.findings import Fault

FIRST_LEVEL = 2
"""A section's title is its heading of level 1, so headings inside it start at `##`."""
LIST_DEPTH = 3
ROW_LIMIT = 100
"""Table rows. A longer table is a data file, and no reader of a briefing will read it."""
INDENT = 4
"""Markdown: four spaces make a level of a list; outside a list they make code."""

_HEADING = re.compile(r"^(#{1,6})(.*)$")
_NEAR_HEADING = re.compile(r"^\s+#{1,6}\s")
_UNDERLINE = re.compile(r"^(=+|-+)\s*$")
_ITEM = re.compile(r"^(?:[*+-]|[0-9]{1,3}\.)\s")

Lines = Iterable[tuple[int, str]]


def outline_faults(lines: Lines) -> Iterator[tuple[int, Fault]]:
    """Headings as one audience meets them: they begin at level 2 and skip no level."""
    level = FIRST_LEVEL - 1
    for number, text in lines:
        match = _HEADING.match(text)
        if match is not None:
            found = len(match[1])
            if found < FIRST_LEVEL:
                hint = "the section's title is its first heading; write ##"
                message = "headings inside a section start at ##"
                yield number, Fault("HEADING-LEVEL", message, hint)
            elif found > level + 1:
                message = f"heading level jumps from {level} to {found}"
                yield number, Fault("HEADING-LEVEL", message, "do not skip a level")
            level = max(found, FIRST_LEVEL)


def structure_faults(lines: Lines) -> Iterator[tuple[int, Fault]]:
    """What is wrong with single lines, or with a line after the one before it."""
    depth = 0
    rows = 0
    previous = ""
    for number, text in lines:
        rows = rows + 1 if text.startswith("|") else 0
        if rows == ROW_LIMIT + 1:
            yield number, Fault("TABLE-LONG", f"a table of more than {ROW_LIMIT} rows", "cut it")
        for fault in _heading_faults(text, previous):
            yield number, fault
        indent = _indent(text)
        if text.strip() and indent >= INDENT * (depth + 1):
            yield number, _too_deep(depth)
        depth = _depth_after(text, indent, previous, depth)
        if depth > LIST_DEPTH:
            message = f"a list more than {LIST_DEPTH} levels deep"
            yield number, Fault("TEXT-MARKUP", message, "make it flatter")
        previous = text


def list_faults(lines: Lines) -> Iterator[tuple[int, Fault]]:
    """Items that Markdown would not take for items, or for items of another list.

    It looks for a list where a passage begins; what stands further left than that is lost on it.
    """
    first = ""
    for number, text in lines:
        if not text.strip() or _HEADING.match(text) or text.startswith("///"):
            first = ""
        elif not first:
            first = text
        elif _ITEM.match(text.lstrip()):
            if not _ITEM.match(first.lstrip()):
                yield number, _unseen("an item of a list in the middle of a paragraph")
            elif _indent(text) // INDENT < _indent(first) // INDENT:
                yield (
                    number,
                    _unseen("an item further left than the one that its passage begins with"),
                )


def _unseen(what: str) -> Fault:
    return Fault("TEXT-MARKUP", what, "leave an empty line before it")


def _indent(text: str) -> int:
    """How many spaces stand before the words of a line."""
    return len(text.expandtabs(INDENT)) - len(text.lstrip())


def _heading_faults(text: str, previous: str) -> Iterator[Fault]:
    match = _HEADING.match(text)
    if match is not None and not match[2].strip(" #"):
        yield Fault("HEADING-LEVEL", "a heading without words", "write ## Heading")
    if _NEAR_HEADING.match(text):
        yield Fault(
            "HEADING-LEVEL", "a heading begins at the start of its line", "write ## Heading"
        )
    if _UNDERLINE.match(text) and previous.strip():
        yield Fault("HEADING-LEVEL", "a line of dashes makes no heading here", "write ## Heading")


def _too_deep(depth: int) -> Fault:
    where = "after a list item of this level" if depth else "outside a list"
    message = f"a line indented this deep {where} would be printed as code"
    return Fault("TEXT-MARKUP", message, "begin it further left")


def _depth_after(text: str, indent: int, previous: str, depth: int) -> int:
    """How many levels of a list are open after a line."""
    if _ITEM.match(text.lstrip()):
        return indent // INDENT + 1
    if text.strip() and not previous.strip() and not indent:
        return 0
    return depth
