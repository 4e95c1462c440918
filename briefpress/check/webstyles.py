"""Styles of a web page applied to its elements: what a reader of a screen is not shown, and why."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from briefpress.check.hearing import without_files
from briefpress.markup import elements

Declared = Mapping[str, str]
"""Values by the names of properties, in small letters, as they apply to one element."""
_NUMBER = re.compile(r"(-?\d*\.?\d+)([a-z%]*)")
_SMALLEST = {"px": 9.0, "pt": 7.0, "rem": 0.55, "em": 0.55, "%": 55.0}
"""Type below this is no longer read."""
_AWAY = {"px": 300.0, "pt": 200.0, "rem": 20.0, "em": 20.0, "%": 100.0, "vw": 60.0, "vh": 60.0}
"""Whatever is moved so far stands on no screen."""
_EDGES = ("left", "top", "right", "bottom", "margin-left", "margin-top", "text-indent", "inset")
_SIDES = ("width", "height", "max-width", "max-height")
ASKED = frozenset(
    {"display", "visibility", "content-visibility", "color", "-webkit-text-fill-color", "clip"}
    | {"clip-path", "text-decoration", "text-decoration-line", "filter", "mix-blend-mode"}
    | {"opacity", "font-size", "letter-spacing", "transform", "overflow", *_SIDES, *_EDGES}
)
"""The properties that can hide words; no others need to be applied."""
_NEVER = re.compile(r"print|speech|forced-colors|prefers-(?!color-scheme)")


class Screen(StrEnum):
    """The screens that a page is judged on."""

    NARROW = "narrow"
    WIDE = "wide"
    DARK = "dark"

    def shows(self, query: str) -> bool:
        """Whether the styles of a media query hold on it, as far as our pages ask."""
        if _NEVER.search(query):
            return False
        if "color-scheme" in query and self is not Screen.DARK:
            return False
        if "min-width" in query and "max-width" in query:
            return False
        return not (
            ("min-width" in query and self is Screen.NARROW)
            or ("max-width" in query and self is not Screen.NARROW)
        )


@dataclass(frozen=True)
class Unseen:
    """An element that is not shown, and the style that hides it."""

    element: Element
    why: str


def unseen(root: Element, screen: Screen) -> Iterator[Unseen]:
    """The outermost elements that a screen does not show."""
    import cssselect2  # noqa: PLC0415 - only who judges web pages pays for it

    matcher = cssselect2.Matcher()
    for style in elements(root, "style"):
        for prelude, declared in _rules(without_files(style.text or ""), screen):
            _add(matcher, prelude, declared)
    yield from _below_of(cssselect2.ElementWrapper.from_html_root(root), matcher)


def _below_of(wrapped: Any, matcher: Any) -> Iterator[Unseen]:  # noqa: ANN401 - without types
    why = _hiding(_applied(matcher.match(wrapped)))
    if why or "hidden" in wrapped.etree_element.attrib:
        yield Unseen(wrapped.etree_element, why or "hidden")
        return
    for child in wrapped.iter_children():
        yield from _below_of(child, matcher)


def _rules(css: str, screen: Screen) -> Iterator[tuple[Any, Any]]:
    """The selectors and declarations that hold on a screen, in order."""
    from tinycss2 import parse_rule_list, serialize  # noqa: PLC0415 - as above

    waiting = list(_parsed(css))
    while waiting:
        rule = waiting.pop(0)
        if rule.type == "qualified-rule":
            yield rule.prelude, rule.content
        elif rule.type == "at-rule" and rule.content is not None:
            query = serialize(rule.prelude).lower()
            is_open = rule.lower_at_keyword in ("supports", "layer")
            if is_open or (rule.lower_at_keyword == "media" and screen.shows(query)):
                inner = parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
                waiting = [*inner, *waiting]


@lru_cache(maxsize=8)
def _parsed(css: str) -> tuple[Any, ...]:
    """The rules of a stylesheet; the pages of a brand share theirs."""
    from tinycss2 import parse_stylesheet  # noqa: PLC0415 - as above

    return tuple(parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def _add(matcher: Any, prelude: Any, content: Any) -> None:  # noqa: ANN401
    from cssselect2 import SelectorError, compile_selector_list  # noqa: PLC0415 - as above
    from tinycss2 import parse_blocks_contents  # noqa: PLC0415 - as above

    declared = [
        one
        for one in parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
        if one.type == "declaration" and one.lower_name in ASKED
    ]
    if not declared:
        return
    try:
        selectors = compile_selector_list(prelude)
    except SelectorError:
        return
    for selector in selectors:
        if selector.pseudo_element is None:
            matcher.add_selector(selector, declared)


def _applied(matches: Any) -> Declared:  # noqa: ANN401
    """What holds for an element of all that matches it (CSS Cascading 4, 6.1)."""
    from tinycss2 import serialize  # noqa: PLC0415 - as above

    found: dict[str, tuple[tuple[Any, ...], str]] = {}
    for specificity, order, _, declared in matches:
        for place, one in enumerate(declared):
            weight = (one.important, specificity, order, place)
            if one.lower_name not in found or found[one.lower_name][0] <= weight:
                found[one.lower_name] = (weight, serialize(one.value).strip().lower())
    return {name: value for name, (_, value) in found.items()}


def _hiding(declared: Declared) -> str:
    """The style that hides an element; empty if it is shown."""
    for name, value in declared.items():
        if _hides(name, value, declared):
            return f"{name}: {value}"
    return ""


def _hides(name: str, value: str, declared: Declared) -> bool:
    plainly = {
        "display": value == "none",
        "visibility": value in ("hidden", "collapse"),
        "content-visibility": value == "hidden",
        "color": value == "transparent",
        "-webkit-text-fill-color": value == "transparent",
        "clip-path": value != "none",
        "clip": value != "auto",
        "text-decoration": "line-through" in value,
        "text-decoration-line": "line-through" in value,
        "filter": value != "none",
        "mix-blend-mode": value != "normal",
        "opacity": _below(value, {"": 0.95, "%": 95.0}),
        "font-size": _below(value, {**_SMALLEST, "": 1.0}),
        "letter-spacing": _below(value, {"em": -0.1, "px": -1.5, "rem": -0.1}),
        "transform": _moves_away(value),
    }
    if name in plainly:
        return plainly[name]
    if name in _SIDES:
        clips = any(word in declared.get("overflow", "") for word in ("hidden", "clip"))
        return clips and _below(value, {"": 1.0, "px": 4.0, "rem": 0.25, "em": 0.25})
    return name in _EDGES and _is_away(value)


def _below(value: str, limits: Mapping[str, float]) -> bool:
    """Whether a length or number is less than the limit for its unit."""
    found = _NUMBER.fullmatch(value)
    return bool(found and found[2] in limits and float(found[1]) < limits[found[2]])


def _is_away(value: str) -> bool:
    return any(float(number) <= -_AWAY.get(unit, 1e9) for number, unit in _NUMBER.findall(value))


def _moves_away(value: str) -> bool:
    """Whether a transform makes nothing of an element, turns it over, or takes it away."""
    if re.search(r"scale\w*\(\s*-?0?\.?[0-4]\d*\s*[,)]", value) or "rotate(180" in value:
        return True
    return any(abs(float(n)) >= _AWAY.get(unit, 1e9) for n, unit in _NUMBER.findall(value))
