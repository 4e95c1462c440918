"""Naming: which files a layout's template is made of, and which values it asks for.

A value is asked for by its name, which stands in the text of a template. So a document of a
template that never says `sections` does not change with their text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

_CODE = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_STRING = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_NAME = re.compile(r"\b(?:brand|local)\.\w+|[A-Za-z_]\w*")
"""What is asked of a brand, or of its notes, is one name with it: messages have a `line`, too."""
_OVER_NOTES = re.compile(r"\{%[-+]?\s*for\s+(\w+)\s+in\s+local\([^()]*\)\s*[-+]?%\}")
_KEEPS_NOTE = re.compile(r"\{\{|\{%[-+]?\s*(?:if|endif)\b")
"""What may stand in a loop over notes and leaves its variable what it is."""
_OTHER_NOTES = re.compile(r"\blocal\b(?!\s*\()|\bmacro\s+local\b|\{%[-+]?\s*raw\b")
"""Where `local` may be something else than the board's notes, and where code is only shown."""
_FIELD = re.compile(r"\b(?:brand|local)\.\w+|\.\s*([A-Za-z_]\w*)")
_CALLED = re.compile(r"\{%-?\s*(?:include|import|from|extends)\s+(?:\"([^\"]+)\"|'([^']+)'|(\S))")
_ATTRIBUTE = re.compile(
    r"(?:attribute\s*=|\battr\(|selectattr\(|rejectattr\(|groupby\(|\[)\s*[\"']([\w.,]+)[\"']"
)
_AT_WILL = re.compile(
    r"\battr\(\s*[^\"'\s]|\battribute\s*=\s*[^\"'\s]"
    r"|\b(?:publication|audience|wording|section)\[\s*[^\"']"
)
"""An attribute whose name is not known before the template is filled."""


@dataclass(frozen=True)
class Named:
    """The texts that a template is made of, by name, and the names in their code.

    `fields` are those names that are asked of something. Without `certain` it may ask for anything.
    """

    texts: Mapping[str, str]
    names: frozenset[str]
    fields: frozenset[str] = frozenset()
    certain: bool = True

    def asks_for(self, name: str) -> bool:
        """Whether it may ask for a value, or for a field, of this name."""
        return not self.certain or name in self.names

    def asks_for_field(self, name: str) -> bool:
        """Whether it may ask something, but not the brand itself, for a field of this name."""
        return not self.certain or name in self.fields


def named_by(texts: Mapping[str, str], templates: Iterable[str]) -> Named:
    """What the templates call, and what they call in their turn, out of all texts of a layout."""
    found, certain = _called(texts, templates)
    codes = {name: [*_codes(text)] for name, text in found.items()}
    plain = [_STRING.sub(" ", code) for every in codes.values() for code in every]
    with_notes = not any(map(_OTHER_NOTES.search, plain))
    names: set[str] = set()
    fields: set[str] = set()
    for every in codes.values():
        for code in _with_notes(every) if with_notes else every:
            bare = _STRING.sub(" ", code)
            named = re.split("[.,]", ".".join(_ATTRIBUTE.findall(code)))
            fields.update(named, _FIELD.findall(bare))
            names.update(named, _NAME.findall(bare))
            certain = certain and not _AT_WILL.search(code)
    return Named(found if certain else texts, frozenset(names), frozenset(fields), certain)


def _called(texts: Mapping[str, str], templates: Iterable[str]) -> tuple[dict[str, str], bool]:
    """The texts of the templates and of those that they call, and whether that is all of them."""
    found: dict[str, str] = {}
    waiting, certain = list(templates), True
    while waiting:
        name = waiting.pop()
        if name in found or name not in texts:
            continue
        text = found[name] = texts[name]
        for one, other, at_will in _CALLED.findall(text):
            waiting.append(one or other)
            certain = certain and not at_will
    return found, certain


def _codes(text: str) -> Iterator[str]:
    """The code of a template, tag by tag; a remark is none."""
    return (code for code in _CODE.findall(text) if not code.startswith("{#"))


def _with_notes(codes: Iterable[str]) -> Iterator[str]:
    """The same code, but what is asked of a board's note is asked of `local`.

    A note has a `text`, and so has a message: without this, each card would count as one that may
    print the text of messages. Whatever could make the variable of the loop another thing ends it.
    """
    note = ""
    for code in codes:
        over = _OVER_NOTES.fullmatch(code)
        if over is not None:
            note = over[1]
        elif not _KEEPS_NOTE.match(code):
            note = ""
        yield re.sub(rf"(?<![\w.]){note}\.(?=\w)", "local.", code) if note else code
