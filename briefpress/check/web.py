"""Preflight rules on web pages: sound HTML that stands alone, and that all can find through."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from xml.etree.ElementTree import Element

from briefpress.check.claims import forgotten, named
from briefpress.check.judged import Judged, counted, judged
from briefpress.check.leaks import leaks_of_audiences, leaks_of_brands
from briefpress.check.presence import items_of
from briefpress.check.reading.plain import plain
from briefpress.check.webpage import WebPage
from briefpress.check.webshown import hidden, words_of_styles
from briefpress.markup import elements, text_of
from briefpress.model.checked import Fault

LOADING = ("src", "srcset", "poster", "data", "background", "action", "formaction", "ping")
"""Attributes by which a page asks for a file, or sends something off."""
LINKS = ("https:", "mailto:", "tel:", "#")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
POLICY = "default-src 'none'"
SHOWN = 60
_CSS_ASKS = re.compile(r"url\(\s*[\"']?(?!data:)([^\"')]*)|@import\s+([^;]*)")
_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*:|//|/)", re.IGNORECASE)
_REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "for")


def missing(page: WebPage) -> Judged:
    """Every claim stands in the text of the page."""
    body = next(iter(page.all("body")), page.root)
    said = plain("".join(body.itertext()))
    claims = page.document.claims
    gone = [number for number, claim in enumerate(claims) if plain(claim.text) not in said]
    faults = (
        Fault(f"{named(claims[number])} is not on the page", (), claims[number].where)
        for number in items_of(claims, gone)
    )
    figure = f"{len(claims) - len(gone):,} of {counted(len(claims), 'claim')}"
    return judged(figure, faults)


def syntax(page: WebPage) -> Judged:
    """A strict reader of HTML finds no mistake."""
    count = counted(len(page.all()), "element")
    return judged(count, (Fault(mistake) for mistake in page.markup.mistakes))


def outside(page: WebPage) -> Judged:
    """All that the page needs is in it, its policy says so, and its links lead where links may."""
    faults = (*_asked(page), *_policy(page), *_odd_links(page))
    size = counted(len(page.document.html.encode()) // 1024, "KB", "KB")
    return judged(size, (Fault(message) for message in faults))


def structure(page: WebPage) -> Judged:
    """Language, title, landmarks, a way past what stands on top, and headings without a gap."""
    headings = page.all(*HEADINGS)
    faults = (*_head_faults(page), *_landmark_faults(page), *_heading_faults(headings))
    return judged(counted(len(headings), "heading"), (Fault(message) for message in faults))


def places(page: WebPage) -> Judged:
    """No id is given twice, and whatever points to one finds it."""
    ids = Counter(e.get("id", "") for e in page.all() if e.get("id") is not None)
    faults = [
        Fault(f"id {name!r} is given {count} times") for name, count in ids.items() if count > 1
    ]
    faults += [
        Fault(f"{_shown(e)} points to #{name}, which is not there")
        for e in page.all()
        for name in _pointed(e)
        if name not in ids
    ]
    return judged(counted(len(ids), "place"), faults)


def names(page: WebPage) -> Judged:
    """Everything that can be pressed, filled in or seen has a name that can be heard."""
    named = page.all("a", "button", "summary", "img", "svg", "input", "select", "textarea", "table")
    labelled = {e.get("for", "") for e in page.all("label")}
    faults = [f"{_shown(e)} {lack}" for e in named if (lack := _lack(e, labelled))]
    faults += [f"{_shown(e)} has no aria-label" for e in page.all() if _is_mute_picture(e)]
    faults += [f"{_shown(svg)} is neither named nor hidden" for svg in _bare_drawings(page.root)]
    return judged(counted(len(named), "name"), map(Fault, faults))


WebRule = Callable[[WebPage], Judged]
WEB_RULES: Mapping[str, WebRule] = {
    "LAYOUT-FORGETS": forgotten,
    "CLAIM-MISSING": missing,
    "TEXT-HIDDEN": hidden,
    "STYLE-WORDS": words_of_styles,
    "LEAK-AUDIENCE": leaks_of_audiences,
    "LEAK-BRAND": leaks_of_brands,
    "WEB-SYNTAX": syntax,
    "WEB-OUTSIDE": outside,
    "WEB-STRUCTURE": structure,
    "WEB-PLACE": places,
    "WEB-NAME": names,
}


def _asked(page: WebPage) -> Iterator[str]:
    """What a browser would ask for, or run, that does not stand in the page."""
    for element in page.all():
        loading = (*LOADING, "href") if element.tag == "link" else LOADING
        for name, value in element.attrib.items():
            if name in loading and not value.startswith("data:"):
                yield f"{_shown(element)} asks for {value[:SHOWN]!r}"
            elif name == "style" or name.startswith("on"):
                yield f"{_shown(element)} has {name}=, which its policy forbids"
        if element.tag == "style":
            for found in _CSS_ASKS.finditer(element.text or ""):
                yield f"a stylesheet asks for {(found[1] or found[2])[:SHOWN]!r}"


def _policy(page: WebPage) -> Iterator[str]:
    """The policy stands before all that it is to hold for."""
    for element in page.all("meta", "style", "script", "img", "link"):
        if element.get("http-equiv", "").lower() == "content-security-policy":
            if not element.get("content", "").startswith(POLICY):
                yield "the content security policy does not begin by refusing everything"
            return
        if element.tag != "meta":
            yield f"{_shown(element)} stands before any content security policy"
            return
    yield "there is no content security policy"


def _odd_links(page: WebPage) -> Iterator[str]:
    for link in page.all("a"):
        address = link.get("href", "")
        if _SCHEME.match(address) and not address.lower().startswith(LINKS):
            yield f"{_shown(link)} leads to {address[:SHOWN]!r}"


def _head_faults(page: WebPage) -> Iterator[str]:
    if not page.root.get("lang"):
        yield "the page does not say its language"
    titles = page.all("title")
    if not titles or not (titles[0].text or "").strip():
        yield "the page has no title"
    if not any(meta.get("name") == "viewport" for meta in page.all("meta")):
        yield "the page does not say how wide it is on a telephone"


def _landmark_faults(page: WebPage) -> Iterator[str]:
    mains = page.all("main")
    if len(mains) != 1:
        yield f"{counted(len(mains), 'main part')}, 1 expected"
    body = next(iter(page.all("body")), None)
    for name in ("header", "footer"):
        if body is None or sum(child.tag == name for child in body) != 1:
            yield f"the page needs one {name}, directly in its body"
    for nav in page.all("nav"):
        if not (nav.get("aria-label") or nav.get("aria-labelledby")):
            yield "a nav has no name"
    first = next(iter(page.all("a")), None)
    if mains and (first is None or first.get("href") != f"#{mains[0].get('id')}"):
        yield "the first link does not lead to the main part"


def _heading_faults(headings: list[Element]) -> Iterator[str]:
    levels = [int(str(heading.tag)[1]) for heading in headings]
    if levels.count(1) != 1:
        yield f"{counted(levels.count(1), 'heading')} of level 1, 1 expected"
    elif levels[0] != 1:
        yield f"{_shown(headings[0])} stands before the heading of level 1"
    for upper, lower in pairwise(headings):
        if int(str(lower.tag)[1]) > int(str(upper.tag)[1]) + 1:
            yield f"{_shown(lower)} follows {_shown(upper)}"
    for heading in headings:
        if not text_of(heading):
            yield f"an empty {heading.tag}"


def _pointed(element: Element) -> Iterator[str]:
    """The ids that an element points to."""
    address = element.get("href", "")
    if element.tag == "a" and address.startswith("#"):
        yield address[1:]
    for name in _REFERENCES:
        yield from element.get(name, "").split()


def _lack(element: Element, labelled: set[str]) -> str:
    """What an element lacks for those who hear the page; empty if nothing."""
    named = bool(element.get("aria-label") or element.get("aria-labelledby"))
    if element.tag == "img":
        return "" if element.get("alt") is not None else "has no alt"
    if element.tag == "table":
        return "" if next(elements(element, "th"), None) is not None else "has no head cells"
    if element.tag in ("input", "select", "textarea"):
        return "" if named or element.get("id") in labelled else "has no label"
    if element.tag in ("a", "button", "summary"):
        return "" if named or text_of(element) else "has no words"
    return ""


def _is_mute_picture(element: Element) -> bool:
    return element.get("role") == "img" and not element.get("aria-label")


def _bare_drawings(element: Element) -> Iterator[Element]:
    """Drawings that are read out piece by piece."""
    if element.get("aria-hidden") == "true" or element.get("role") == "img":
        return
    if str(element.tag).endswith("}svg"):
        yield element
        return
    for child in element:
        yield from _bare_drawings(child)


def _shown(element: Element) -> str:
    """An element as a designer finds it."""
    name = str(element.tag).rpartition("}")[2]
    place = element.get("id") or element.get("class") or ""
    words = text_of(element)[:SHOWN]
    return f"<{name}{f' {place!r}' if place else ''}>{f' {words!r}' if words else ''}"
