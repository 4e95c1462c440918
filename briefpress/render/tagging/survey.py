"""The survey of laid-out pages: what was drawn for each element, and what is only decoration."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pydyf

from briefpress.render.library import AbsolutePlaceholder, boxes
from briefpress.render.tagging.marks import Mark
from briefpress.render.tagging.roles import is_decoration

Rectangle = tuple[float, float, float, float]
OWN = ""
"""The part of an element that is its own text; the others are its pseudo-elements."""
_PARTS_OF_TEXT = ("first-letter", "first-line")
_SHAPED = re.compile("[\u0590-\u1cff\ua800-\uabff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
"""Letters of Hebrew, Arabic and the scripts of India and beyond, as Unicode has them."""
POINTS = 0.75
"""To a pixel of CSS (ISO 32000-1 measures in points, from the foot of the page)."""


@dataclass
class Run:
    """A piece of text, or a picture, on one page; `box` is where it stands, in points."""

    page: int
    mark: Mark
    text: str = ""
    hyphen: str = ""
    box: Rectangle = (0.0, 0.0, 0.0, 0.0)
    is_block: bool = False
    turned: bool = False
    """Whether it runs from right to left; it is drawn the other way."""


@dataclass(frozen=True)
class Area:
    """Where a link can be clicked on one page: the annotation that the engine wrote."""

    page: int
    annotation: pydyf.Dictionary

    def say(self, words: str) -> None:
        """What is heard of it (ISO 14289-1, 7.18.5)."""
        self.annotation["Contents"] = pydyf.String(words)


@dataclass
class Shown:
    """What was laid out for one element, in the order of the pages."""

    style: Any = None
    is_block: bool = False
    apart: set[str] = field(default_factory=set)
    """The parts that are blocks, in a line too: no word goes on from there into what is beside."""
    parts: dict[str, list[Run]] = field(default_factory=dict)
    picture: Run | None = None
    links: list[Area] = field(default_factory=list)

    @property
    def is_something(self) -> bool:
        """Whether there is anything to be told of."""
        return bool(self.parts or self.picture or self.links)

    def part(self, name: str) -> list[Run]:
        """The runs of its text, or of one of its pseudo-elements."""
        return self.parts.get(name, [])


@dataclass(frozen=True)
class Artifact:
    """What decoration is, as a property list (ISO 32000-1, table 330)."""

    properties: Mapping[str, object]


LAYOUT = Artifact({"Type": "/Layout"})
AGAIN = Artifact({"Type": "/Pagination"})
HEADER = Artifact({"Type": "/Pagination", "Subtype": "/Header"})
FOOTER = Artifact({"Type": "/Pagination", "Subtype": "/Footer"})
MARGINS = {"@top": HEADER, "@bottom": FOOTER}


class Survey:
    """Looks at pages one after another, and sets aside what readers are not to be told of."""

    def __init__(self) -> None:
        """Start with nothing seen."""
        self.shown: dict[Any, Shown] = {}
        self._first: dict[Any, object] = {}
        self._page = 0
        self._height = 0.0
        self._tags: dict[Any, Any] = {}
        self._marks: Mapping[int, Mark] = {}
        self.shaped: list[tuple[Any, Mark]] = []
        """The boxes of text in which letters are drawn as what stands beside them asks."""

    def page(self, page: Any, tags: dict[Any, Any], marks: Mapping[int, Mark]) -> None:  # noqa: ANN401
        """Look at the next page: its boxes, the number that each was drawn under, its marks."""
        self._height, self._tags, self._marks = page.height, tags, marks
        self._walk(page._page_box, None)  # noqa: SLF001
        for drawn in tags.values():
            marks[drawn["mcid"]].set_aside(**LAYOUT.properties)
        tags.clear()
        self._page += 1

    def _walk(self, box: Any, artifact: Artifact | None) -> None:  # noqa: ANN401
        if isinstance(box, AbsolutePlaceholder):
            box = box._box  # noqa: SLF001
        artifact = artifact or self._kind(box)
        shown = None if artifact or box.element is None else self._shown(box)
        drawn = self._tags.pop(box, None)
        if drawn is not None:
            mark = self._marks[drawn["mcid"]]
            if shown is None or not _is_seen(box):
                mark.set_aside(**(artifact or LAYOUT).properties)
            elif isinstance(box, boxes.ReplacedBox):
                self._picture(box, shown, mark)
            else:
                self._text(box, shown, mark)
        for child in getattr(box, "children", ()):
            self._walk(child, artifact)

    def _kind(self, box: Any) -> Artifact | None:  # noqa: ANN401
        """Which kind of decoration a box begins, if it does."""
        if isinstance(box, boxes.MarginBox):
            return MARGINS.get(box.at_keyword.partition("-")[0], AGAIN)
        element = box.element
        if box.is_leader or (element is not None and is_decoration(element)):
            return LAYOUT
        return AGAIN if element is not None and self._is_again(box, element) else None

    def _is_again(self, box: Any, element: Any) -> bool:  # noqa: ANN401
        """Whether it repeats what an earlier page shows: the head of a table, a fixed box."""
        if isinstance(box, boxes.TableRowGroupBox) and (box.is_header or box.is_footer):
            return self._first.setdefault(element, box) is not box
        if box.style["position"] == "fixed":
            return self._first.setdefault(element, self._page) != self._page
        return False

    def _shown(self, box: Any) -> Shown:  # noqa: ANN401
        shown = self.shown.setdefault(box.element, Shown())
        part = box.element_tag.partition("::")[2]
        is_block = isinstance(box, boxes.BlockLevelBox)
        if is_block or isinstance(box, boxes.AtomicInlineLevelBox):
            shown.apart.add(part)
        if part == OWN:
            shown.style = shown.style or box.style
            shown.is_block = shown.is_block or is_block
        if box.link_annotation is not None:
            shown.links.append(Area(self._page, box.link_annotation))
        return shown

    def _text(self, box: Any, shown: Shown, mark: Mark) -> None:  # noqa: ANN401
        if not box.text.strip():
            mark.set_aside(**LAYOUT.properties)
            return
        part = box.element_tag.partition("::")[2]
        runs = shown.parts.setdefault(OWN if part in _PARTS_OF_TEXT else part, [])
        turned = box.style["direction"] == "rtl"
        if turned or _SHAPED.search(box.text):
            self.shaped.append((box, mark))
        hyphen = box.style["hyphenate_character"]
        runs.append(Run(self._page, mark, box.text, hyphen, turned=turned))

    def _picture(self, box: Any, shown: Shown, mark: Mark) -> None:  # noqa: ANN401
        if "::" in box.element_tag:
            mark.set_aside(**LAYOUT.properties)  # A bullet that is a picture.
            return
        left, right = box.content_box_x(), box.content_box_x() + box.width
        top, foot = box.content_box_y(), box.content_box_y() + box.height
        shown.picture = Run(
            self._page,
            mark,
            box=(
                POINTS * left,
                POINTS * (self._height - foot),
                POINTS * right,
                POINTS * (self._height - top),
            ),
            is_block=isinstance(box, boxes.BlockLevelBox),
        )


def _is_seen(box: Any) -> bool:  # noqa: ANN401
    seen: bool = box.style["visibility"] == "visible"
    return seen
