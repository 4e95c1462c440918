"""Styles: presentation attributes, style sheets and `style` attributes as one set of properties."""

import re
from collections import defaultdict
from functools import lru_cache
from xml.etree.ElementTree import Element

import tinycss2

from briefpress.load.findings import Fault
from briefpress.load.logos.flaws import Flaws
from briefpress.load.logos.svg.rules import PLAIN, PROPERTIES, reference_refusal
from briefpress.load.logos.svg.tree import Tree, name_of
from briefpress.load.logos.svg.values import reference

RULES = 1_000
"""Rules of style sheets. One for each colour and width is usual."""
_SELECTOR = re.compile(r"(\*|[a-zA-Z]+)?((?:[.#][\w-]+)*)")
_PART = re.compile(r"([.#])([\w-]+)")
_QUIET_RULES = ("charset", "namespace")

Declared = tuple[tuple[str, str, bool], ...]
"""Property, value, whether it is important."""
_Weight = tuple[bool, int, int]
"""Important; how specific its selector is; its place in the file."""


class Styles:
    """The style sheets of one file, and from them the properties of each element."""

    def __init__(self, tree: Tree, flaws: Flaws) -> None:
        """Read every `<style>`; report what is refused in it."""
        self._flaws = flaws
        self._lines = tree.lines
        self._rules: dict[str, list[tuple[_Weight, frozenset[str], Declared]]] = defaultdict(list)
        """By the first part of a selector; then what else it asks for, and what it declares."""
        self._count = 0
        for element in tree.lines:
            if name_of(element) == "style":
                self._read(element)

    def of(self, element: Element) -> dict[str, str]:
        """The properties that are declared for an element, by name."""
        found: dict[str, tuple[_Weight, str]] = {
            name: ((False, 0, 0), value)
            for name, value in element.attrib.items()
            if name in PROPERTIES
        }
        for weight, declared in self._matching(element):
            _lay_over(found, weight, declared)
        style = element.get("style", "")
        if style:
            self._refuse_addresses(style, self._lines[element])
            _lay_over(found, (False, 1_000, 0), declarations(style))
        return {
            name: value.strip() for name, (_, value) in found.items() if value.strip() != "inherit"
        }

    def _matching(self, element: Element) -> list[tuple[_Weight, Declared]]:
        if not self._rules:
            return []
        marks = {"*", name_of(element), f"#{element.get('id', '')}"}
        marks |= {f".{name}" for name in element.get("class", "").split()}
        return sorted(
            (weight, declared)
            for mark in marks
            for weight, others, declared in self._rules.get(mark, ())
            if others <= marks
        )

    def _read(self, element: Element) -> None:
        line = self._lines[element]
        text = "".join(element.itertext())
        for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
            if rule.type == "qualified-rule":
                self._add(rule, line + rule.source_line - 1)
            elif rule.type == "at-rule" and rule.lower_at_keyword not in _QUIET_RULES:
                message = f"@{rule.lower_at_keyword} is not allowed in <style>"
                self._flaws.add(Fault("LOGO-SVG", message, PLAIN), line + rule.source_line - 1)

    def _add(self, rule: tinycss2.ast.QualifiedRule, line: int) -> None:
        text = tinycss2.serialize(rule.content)
        self._refuse_addresses(text, line)
        declared = declarations(text)
        for selector in tinycss2.serialize(rule.prelude).split(","):
            match = _SELECTOR.fullmatch(selector.strip())
            if match is None or not match[0] or self._count >= RULES:
                message = f"the selector {selector.strip()[:40]!r} is not understood"
                self._flaws.add(Fault("LOGO-SVG", message, PLAIN), line)
                continue
            parts = [f"{sign}{name}" for sign, name in _PART.findall(match[2])]
            marks = [*parts, *([match[1]] if match[1] else [])]
            ids = sum(part.startswith("#") for part in parts)
            specific = 100 * ids + 10 * (len(parts) - ids) + (match[1] not in (None, "*"))
            self._count += 1
            weight = (False, specific, self._count)
            self._rules[marks[0]].append((weight, frozenset(marks[1:]), declared))

    def _refuse_addresses(self, text: str, line: int) -> None:
        """Style sheets can fetch: nothing but `url(#id)` stands in one."""
        for piece in re.findall(r"url\([^)]*\)?", text, re.IGNORECASE):
            if reference(piece) is None:
                self._flaws.add(reference_refusal(piece), line)


@lru_cache(maxsize=512)
def declarations(text: str) -> Declared:
    """The properties that a piece of CSS declares, as far as they change how a shape looks."""
    return tuple(
        (found.lower_name, tinycss2.serialize(found.value).strip(), found.important)
        for found in tinycss2.parse_blocks_contents(text)
        if found.type == "declaration" and found.lower_name in PROPERTIES
    )


def _lay_over(found: dict[str, tuple[_Weight, str]], weight: _Weight, declared: Declared) -> None:
    for name, value, important in declared:
        mine = (important, *weight[1:])
        if name not in found or found[name][0] <= mine:
            found[name] = (mine, value)
