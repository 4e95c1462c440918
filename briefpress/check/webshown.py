"""Preflight rules on what a web page shows: all its words, and none that its styles make."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from briefpress.check.hearing import without_files
from briefpress.check.judged import SHOWN, Judged, judged
from briefpress.check.reading.plain import plain
from briefpress.check.setting import says_something
from briefpress.check.webpage import WebPage
from briefpress.check.webstyles import Screen, unseen
from briefpress.markup import HIDDEN, classes, is_element, text_of
from briefpress.model.checked import Fault

PRINTED = "address"
"""The class of the address behind a link: paper shows it, a screen has the link itself."""
SIGNS = ":;,.·()"
"""What joins two pieces of text, and is not missed where each stands by itself."""
_MADE = re.compile(r"(?:content|list-style(?:-type)?)\s*:\s*([^;}]*)", re.IGNORECASE)
_STRING = re.compile(r"\"([^\"]*)\"|'([^']*)'")


def hidden(page: WebPage) -> Judged:
    """No style hides words that the page says nowhere else, on any screen."""
    faults = [fault for screen in Screen for fault in _hidden(page, screen)]
    return judged(f"{len(faults)} hidden", faults)


def _hidden(page: WebPage, screen: Screen) -> Iterator[Fault]:
    body = next(iter(page.all("body")), page.root)
    found = list(unseen(page.root, screen))
    gone = {id(one.element) for one in found}
    shown = plain(text_of(body, lambda element: id(element) in gone))
    for one in found:
        if any(piece not in shown for piece in _pieces(one.element)) and not _is_press(one.element):
            yield Fault(f"{_named(one.element)} is not shown on a {screen} screen ({one.why})")


def _pieces(element: Element) -> Iterator[str]:
    """The pieces of text of an element that a page has to show somewhere."""
    if not is_element(element) or PRINTED in classes(element) or element.tag in HIDDEN:
        return
    yield plain(element.text or "").strip(SIGNS)
    for child in element:
        yield from _pieces(child)
        yield plain(child.tail or "").strip(SIGNS)


def _is_press(element: Element) -> bool:
    """Whether it comes into view when it is reached with the keyboard: the way past the head."""
    return element.tag == "a" and element.get("href", "").startswith("#")


def words_of_styles(page: WebPage) -> Judged:
    """No style adds words to the page."""
    made = [
        text
        for style in page.all("style")
        for value in _MADE.findall(without_files(style.text or ""))
        for text in ("".join(pair) for pair in _STRING.findall(value))
        if says_something(text)
    ]
    faults = (Fault(f"{text[:SHOWN]!r} is added by a style") for text in made)
    return judged(f"{len(made)} made", faults)


def _named(element: Element) -> str:
    words = text_of(element)
    text = words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"
    return f"<{element.tag}> {text!r}"
