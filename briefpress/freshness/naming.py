"""Naming: which files a layout's template is made of, and which values it asks for.

A value is asked for by its name, which stands in the text of a template. So a document of a
template that never says `sections` does not change with their text.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_STRING = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_NAME = re.compile(r"\bbrand\.\w+|[A-Za-z_]\w*")
"""What is asked of a brand is one name with it: messages have a `line`, too."""
_CALLED = re.compile(r"\{%-?\s*(?:include|import|from|extends)\s+(?:\"([^\"]+)\"|'([^']+)'|(\S))")
_ATTRIBUTE = re.compile(
    r"(?:attribute\s*=|\battr\(|selectattr\(|rejectattr\(|groupby\(|\[)\s*[\"'](\w+)[\"']"
)
_AT_WILL = re.compile(r"\battr\(\s*[^\"'\s]|\b(?:publication|audience|wording|section)\[\s*[^\"']")
"""An attribute whose name is not known before the template is filled."""


@dataclass(frozen=True)
class Named:
    """The texts that a template is made of, by name, and the names in their code.

    Without `certain` it may ask for anything.
    """

    texts: Mapping[str, str]
    names: frozenset[str]
    certain: bool = True

    def asks_for(self, name: str) -> bool:
        """Whether it may ask for a value, or for a field, of this name."""
        return not self.certain or name in self.names


def named_by(texts: Mapping[str, str], templates: Iterable[str]) -> Named:
    """What the templates call, and what they call in their turn, out of all texts of a layout."""
    found: dict[str, str] = {}
    names: set[str] = set()
    waiting, certain = list(templates), True
    while waiting:
        name = waiting.pop()
        if name in found or name not in texts:
            continue
        text = found[name] = texts[name]
        for code in _CODE.findall(text):
            names.update(_ATTRIBUTE.findall(code), _NAME.findall(_STRING.sub(" ", code)))
            certain = certain and not _AT_WILL.search(code)
        for one, other, at_will in _CALLED.findall(text):
            waiting.append(one or other)
            certain = certain and not at_will
    return Named(found if certain else texts, frozenset(names), certain)
