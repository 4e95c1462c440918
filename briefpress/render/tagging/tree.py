"""The tree grown: the elements of a document in the order of its source, with what was laid out."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from briefpress.render.log import complain
from briefpress.render.tagging import roles
from briefpress.render.tagging.nodes import Node
from briefpress.render.tagging.speech import ITSELF, Speech
from briefpress.render.tagging.survey import OWN, Run, Shown
from briefpress.render.tagging.wording import Laid, Wording, align

_NOTHING = Shown()
_CELLS = ("th", "td")


@dataclass(frozen=True)
class Place:
    """Where what comes next goes: into `node`, its own text in a paragraph if it `wraps`."""

    node: Node
    wraps: bool = False


Maker = Callable[["Grower", Element, Place], None]
"""Hangs an element into a place."""


class Grower:
    """Walks the source and hangs what was laid out for each element into the tree."""

    def __init__(
        self, shown: Mapping[Element, Shown], body: Element, makers: Mapping[str, Maker]
    ) -> None:
        """`makers` are by the role that an element has; the one of "P" makes all others."""
        self._shown = shown
        self._live = _live(body, shown)
        self._makers = makers
        self._loose: Node | None = None
        self._called: list[Element] = []
        self.names: dict[Element, str] = {}
        """Of elements that others refer to."""
        self.speech = Speech()
        self.attributes: dict[Element, dict[str, Mapping[str, object]]] = {}
        """What is known of elements that are still to come: the cells of a table."""
        self.in_contents = False
        """Whether this is in the list of contents."""

    def shown(self, element: Element) -> Shown:
        """What was laid out for an element."""
        return self._shown.get(element, _NOTHING)

    def name_of(self, element: Element) -> str:
        """A name for its structure element, the same each time."""
        return self.names.setdefault(element, f"id-{len(self.names) + 1}")

    def own(self, element: Element, node: Node, *, wraps: bool = False) -> None:
        """Fill a node that an element has for itself; the notes called in it end it."""
        self.fill(element, Place(node, wraps))
        if node.role not in roles.LINES:
            self.part(node)

    def fill(self, element: Element, place: Place) -> None:
        """Hang the contents of an element into a place, in the order of the source."""
        shown = self.shown(element)
        self.say_all(shown.part("before"), place)
        self._pause_at(element, "before")
        texts = [element.text, *(child.tail for child in element)]
        runs = shown.part(OWN)
        wordings = align(texts, [Laid(run.text, run.hyphen) for run in runs])
        by_slot: dict[int, list[tuple[Run, Wording]]] = {}
        for run, wording in zip(runs, wordings, strict=True):
            by_slot.setdefault(wording.slot, []).append((run, wording))
        for slot, text in enumerate(texts):
            if slot:
                self._hang(element[slot - 1], place)
            for run, wording in by_slot.get(slot, ()):
                self.say(run, place, wording)
            if text and slot not in by_slot:
                self.speech.pause()
        self._pause_at(element, "after")
        self.say_all(shown.part("after"), place)

    def _hang(self, element: Element, place: Place) -> None:
        if element.get(roles.HOLE) is not None:
            self._hang_in_hole(element, place)
        elif element.tag == "br":
            self.speech.pause()
        elif element in self._live:
            self._hang_itself(element, place)

    def _hang_in_hole(self, element: Element, place: Place) -> None:
        """A hole is an element like the one around it, under its own name, be it empty or not."""
        self.part(place.node)
        hole = place.node.hold(place.node.role, T=element.get(roles.HOLE, ""))
        if element in self._live:
            self._hang_itself(element, Place(hole, place.wraps))
        self.part(hole)

    def _hang_itself(self, element: Element, place: Place) -> None:
        if self.shown(element).part("footnote-call"):
            self._call(element, place)
        else:
            if element.get(roles.ROLE, "P") not in roles.KNOWN:
                complain(f"{roles.ROLE}={element.get(roles.ROLE)!r} is no role")
            maker = self._makers.get(roles.role_of(element), self._makers["P"])
            self._pause_at(element, OWN)
            maker(self, element, place)
            self._pause_at(element, OWN)

    def _pause_at(self, element: Element, part: str) -> None:
        """Words end where a block begins or ends, and before a page number of the contents."""
        if part in self.shown(element).apart or (self.in_contents and part == "after"):
            self.speech.pause()

    def say_all(self, runs: Iterable[Run], place: Place) -> None:
        """Text that styles make."""
        for run in runs:
            self.say(run, place)

    def say(self, run: Run, place: Place, wording: Wording = ITSELF) -> None:
        """Hang a run of text into a place."""
        node = self.line(place)
        if run.turned:
            node = node.hold("Span")
        node.kids.append(run)
        self.speech.say(run, wording, written=node if run.turned else None)

    def line(self, place: Place) -> Node:
        """What takes text in a place: its node, or the paragraph of text that stands loose."""
        node = place.node.home()
        if not (place.wraps or node.role in roles.GROUPS):
            return node
        if self._loose is None or self._loose.parent is not node:
            self._loose = node.hold("P")
        return self._loose

    def part(self, node: Node) -> None:
        """A block begins or ends in a node. In a line that only parts words."""
        if node.role in roles.LINES:
            self.speech.pause()
            return
        self.speech.stop()
        self._loose = None
        if node.role not in roles.HOLDS:
            while self._called:
                self._note(self._called.pop(0), node)

    def _call(self, element: Element, place: Place) -> None:
        """A footnote is called here, and stands after the block that calls it."""
        label = self.line(place).hold("Reference").hold("Lbl")
        self.say_all(self.shown(element).part("footnote-call"), Place(label))
        self._called.append(element)

    def _note(self, element: Element, node: Node) -> None:
        note = node.hold("Note", ID=self.name_of(element))
        dress(note, element, self)
        marker = self.shown(element).part("footnote-marker")
        if marker:
            self.say_all(marker, Place(note.hold("Lbl")))
            self.speech.stop()
        self.own(element, note, wraps=True)


def dress(node: Node, element: Element, grower: Grower) -> None:
    """What an element says of itself besides its text: its language, what it is short for."""
    language = language_of(element, node.parent)
    if language:
        node.keys["Lang"] = language
    long = element.get("title") if element.tag == "abbr" else None
    if long and not grower.speech.text.casefold().endswith(f"{long} (".casefold()):
        node.keys["E"] = long


def language_of(element: Element, node: Node | None) -> str:
    """The language of an element, if it is another than that of the node that it goes into."""
    own = element.get("lang", "").strip()
    while node is not None and "Lang" not in node.keys:
        node = node.parent
    return "" if node is not None and node.keys["Lang"].casefold() == own.casefold() else own


def _live(body: Element, shown: Mapping[Element, Shown]) -> frozenset[Any]:
    """The elements with something to show, what holds them, and the empty cells of tables."""
    parents = {child: parent for parent in body.iter() for child in parent}
    live: set[Element] = set()
    for element, seen in shown.items():
        if not (seen.is_something or element.tag in _CELLS):
            continue
        above: Element | None = element
        while above is not None and above not in live:
            live.add(above)
            above = parents.get(above)
    return frozenset(live)
