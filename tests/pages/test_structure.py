"""What a screen reader hears of every edition is what its manuscript says, in the same order."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest

from briefpress.compose.blocks import Makers
from briefpress.compose.notation import Register
from briefpress.compose.prose import Prose
from briefpress.render.library import weasyprint
from tests.pages.support import Rendered, editions, library, plain, rendered, squeezed
from tests.structure import Structure, Tag, structure_of

ALL = editions()
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
BLOCKS = frozenset({"div", "p", "li", "ul", "ol", "dl", "dt", "dd", "section", "br", "figure"})
NAMES = {
    "th": "TH",
    "td": "TD",
    "caption": "Caption",
    "figcaption": "Caption",
    "blockquote": "BlockQuote",
    "dt": "Lbl",
    "dd": "LBody",
}
BULLET, PICTURE = "•", "a picture"
ADDED = re.compile(r"\d+|[•“”‘’]|\d+\.")
"""Words that styles add: page numbers of the contents, bullets, numbers of lists."""
Item = tuple[str, str]


@pytest.fixture(params=ALL, ids=[edition.id for edition in ALL])
def made(request: pytest.FixtureRequest) -> Rendered:
    found: Rendered = rendered(request.param)
    return found


@pytest.fixture
def told(made: Rendered) -> Structure:
    return _told(made.proof.pdf)


_told = cache(structure_of)


def source_of(made: Rendered) -> Element:
    """The body of the document, without what is not to be told."""
    root = weasyprint.HTML(string=made.proof.document.html).etree_element
    body: Element = root.find("body")
    for parent in list(body.iter()):
        for child in list(parent):
            if child.get("aria-hidden") == "true" or "running" in child.get("class", "").split():
                parent.remove(child)
    return body


def said(element: Element) -> str:
    """The text of a part of the source, blocks apart."""
    parts = [element.text or ""]
    for child in element:
        apart = child.tag in BLOCKS or str(child.tag)[:1] == "h" or child.get("class") == "n"
        gap = " " if apart else ""
        parts += [gap, "" if "svg" in child.tag else said(child), gap, child.tail or ""]
    return "".join(parts)


def outline_of_source(body: Element) -> Iterator[Item]:
    """Headings, items, cells, pictures and links in their order, as HTML has them."""
    contents = {below for nav in body.iter("nav") for below in nav.iter()}
    for element in body.iter():
        kind, text = str(element.tag), squeezed(said(element))
        if re.fullmatch("h[1-6]", kind) or kind in NAMES:
            yield NAMES.get(kind, kind.upper()), text
        elif kind == "li":
            yield ("TOCI", text) if element in contents else ("LI", without_labels(text))
        elif kind == "img" and element.get("alt"):
            yield "Figure", squeezed(element.get("alt", ""))
        elif kind == "a" and element not in contents:
            yield "Link", text or PICTURE


def without_labels(text: str) -> str:
    """Bullets and numbers of lists come from styles or from the source."""
    return squeezed(re.sub(rf"{BULLET}|(?<!\S)\d+\.?(?!\S)", "", text))


def outline_of_tags(root: Tag, *, contents: bool = False) -> Iterator[Item]:
    """The same, as the finished file has them."""
    if root.role in (*HEADINGS, *NAMES.values()) and root.role not in ("Lbl", "LBody"):
        yield root.role, root.text
    elif root.role == "TOCI":
        yield "TOCI", re.sub(r" ?\d+$", "", root.text)
    elif root.role == "Figure":
        yield "Figure", root.keys["Alt"]
    elif root.role == "Link" and not contents:
        yield "Link", root.text or PICTURE
    elif root.role == "LI":
        yield "LI", without_labels(root.text)
    is_terms = root.role == "L" and "ListNumbering" not in root.attributes
    for kid in root.below:
        if is_terms and any(part.role == "Lbl" for part in kid.below):
            for part in kid.below:
                yield part.role, part.text
                yield from _inside(part, contents=contents)
        else:
            yield from outline_of_tags(kid, contents=contents or root.role == "TOC")


def _inside(tag: Tag, *, contents: bool) -> Iterator[Item]:
    for kid in tag.below:
        yield from outline_of_tags(kid, contents=contents)


def test_its_outline_is_that_of_the_source(made: Rendered, told: Structure) -> None:
    assert list(outline_of_tags(told.root)) == list(outline_of_source(source_of(made)))


def test_every_word_of_the_source_is_told_in_its_order(made: Rendered, told: Structure) -> None:
    heard = iter(told.root.text.split())
    added = []
    for word in said(source_of(made)).split():
        for candidate in heard:
            if candidate == word:
                break
            added.append(candidate)
        else:
            pytest.fail(f"{word!r} is not told in its place")
    assert [word for word in (*added, *heard) if not ADDED.fullmatch(word)] == []


def test_each_mark_is_held_once_and_artifacts_hold_nothing_of_it(
    made: Rendered, told: Structure
) -> None:
    assert set(told.uses.values()) == {1}
    running = {squeezed(a.text) for a in told.artifacts if a.text.strip()}
    assert {a.kind for a in told.artifacts if a.text.strip()} <= {
        "Pagination/Header",
        "Pagination/Footer",
    }
    title = made.manuscript.publication.title
    allowed = f"{title} {made.manuscript.brand.data.name} {made.proof.document.html}"
    assert all(text in plain(allowed) or re.match(r"\w+ \d+ \w+ \d+$", text) for text in running)


def test_the_manuscript_is_what_is_heard(made: Rendered, told: Structure) -> None:
    """Straight from the source files: titles, key messages, charts, numbers to call."""
    manuscript, root = made.manuscript, told.root
    headings = [tag.text for tag in root.all(*HEADINGS)]
    levels = [int(tag.role[1]) for tag in root.all(*HEADINGS)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    labels = [tag.text for tag in root.all("Lbl")]
    for contact in manuscript.contacts:
        if contact.label in root.text:
            assert contact.label in labels
    if made.proof.document.edition.layout == "briefing":
        titles = [selected.section.front.title for selected in manuscript.sections]
        assert [heading for heading in headings if heading in titles] == titles
        prose = Prose(Makers(Register(library().facts, manuscript.audience), str, str))
        charts = [tag.keys["Alt"] for tag in root.all("Figure")]
        for name, figure in library().figures.items():
            described = plain(prose.inline(figure.description))
            assert (described in charts) == (f"figure-{name}" in made.proof.document.html)


def test_every_link_says_where_it_leads(told: Structure) -> None:
    for link in told.root.all("Link"):
        assert link.links
        assert all(len(area["says"]) > 2 for area in link.links)
        assert not any(area["says"].startswith(("http", "mailto", "tel:")) for area in link.links)


def test_pictures_stand_where_they_are_said_to_stand(made: Rendered, told: Structure) -> None:
    for figure in told.root.all("Figure"):
        (page,) = figure.pages
        size = made.proof.pages[page]
        left, foot, right, top = (value * 25.4 / 72 for value in figure.attributes["BBox"])
        assert 0 <= left < right <= size.width + 0.1
        assert 0 <= foot < top <= size.height + 0.1
