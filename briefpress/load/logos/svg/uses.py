"""How much `<use>` makes of a file: counted before anything is drawn."""

from xml.etree.ElementTree import Element

from briefpress.load.findings import Fault
from briefpress.load.logos.flaws import RefusedError
from briefpress.load.logos.svg.rules import PASSED_OVER, SHAPES
from briefpress.load.logos.svg.tree import ELEMENTS, XLINK_HREF, Tree, name_of

SHAPE_LIMIT = 2_000
"""Drawn shapes. Above it a logo costs the engine a tenth of a second on every page that has it."""
NESTED = 20
"""How deep one `<use>` may lead to another."""


class Uses:
    """The elements of a file by their ids, and how many shapes each draws.

    A `<use>` of what draws nothing counts as a shape: ten of ten of them take as long to walk.
    """

    def __init__(self, tree: Tree) -> None:
        """Find every element that has an id; the first of two is the one that counts."""
        self._tree = tree
        self._ids: dict[str, Element] = {}
        for element in tree.lines:
            self._ids.setdefault(element.get("id", ""), element)
        self._ids.pop("", None)
        self._counts: dict[Element, int] = {}
        self._clipped = 0

    def find(self, name: str) -> Element | None:
        """The element of this id."""
        return self._ids.get(name)

    def target(self, use: Element) -> Element | None:
        """The element that a `<use>` shows, if it stands in the file."""
        link = use.get("href") or use.get(XLINK_HREF) or ""
        return self._ids.get(link[1:]) if link.startswith("#") else None

    def check(self) -> None:
        """Count everything that would be drawn.

        Raises:
            RefusedError: there is too much of it, or something shows itself.
        """
        count = self._inside(self._tree.root, ())
        if count > SHAPE_LIMIT:
            used = any(name_of(element) == "use" for element in self._tree.lines)
            raise _too_much(count, " through <use>" if used else "", SHAPE_LIMIT)

    def check_clip(self, element: Element) -> None:
        """Count what a clip path or a mask has in it, anew for each part that it is laid over.

        Raises:
            RefusedError: with what those before it have, there is too much of it.
        """
        self._clipped += max(self._inside(element, ()), sum(1 for _ in element.iter()))
        if self._clipped > ELEMENTS:
            raise _too_much(self._clipped, " in clip paths and masks", ELEMENTS)

    def _count(self, element: Element, path: tuple[Element, ...]) -> int:
        name = name_of(element)
        if name in SHAPES:
            return 1
        if name == "use":
            return self._count_used(element, path)
        return 0 if not name or name in PASSED_OVER else self._inside(element, path)

    def _inside(self, element: Element, path: tuple[Element, ...]) -> int:
        return sum(self._count(child, path) for child in element)

    def _count_used(self, use: Element, path: tuple[Element, ...]) -> int:
        target = self.target(use)
        if target is None:
            return 0
        if target in path or len(path) >= NESTED:
            same = "shows itself" if target in path else f"leads on more than {NESTED} deep"
            fault = Fault("LOGO-LIMIT", f"a <use> {same}", "export the logo again as plain SVG")
            raise RefusedError(fault, self._tree.lines[use])
        if target not in self._counts:
            inner = (*path, target)
            symbol = name_of(target) == "symbol"
            count = self._inside(target, inner) if symbol else self._count(target, inner)
            self._counts[target] = max(count, 1)
        return self._counts[target]


def _too_much(count: int, place: str, limit: int) -> RefusedError:
    message = f"{count:,} drawn objects{place}; limit {limit:,}"
    hint = "combine its paths in the drawing program, or give the logo as PNG"
    return RefusedError(Fault("LOGO-LIMIT", message, hint))
