"""The walk through an SVG file: what it draws, or what keeps it from being drawn."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from briefpress.load.findings import Fault
from briefpress.load.logos.flaws import Flaw, Flaws, RefusedError
from briefpress.load.logos.svg.clips import Clips, Parts
from briefpress.load.logos.svg.drawing import Box, Drawing, Group, Shape
from briefpress.load.logos.svg.page import page_of, viewport
from briefpress.load.logos.svg.paints import Paints
from briefpress.load.logos.svg.rules import (
    INHERITED,
    PASSED_OVER,
    PLAIN,
    SHAPES,
    WITHOUT_EFFECT,
    check_safety,
    property_refusal,
    refusal,
)
from briefpress.load.logos.svg.shaping import Shaper
from briefpress.load.logos.svg.style import Styles
from briefpress.load.logos.svg.tree import Tree, name_of
from briefpress.load.logos.svg.uses import Uses
from briefpress.load.logos.svg.values import share, transform
from briefpress.matrices import IDENTITY, Matrix, product

Style = Mapping[str, str]
"""Properties by name, those of the ancestors among them as far as they are inherited."""
_Maker = Callable[[Element, Matrix, Style], Parts]


def draw(tree: Tree) -> tuple[Drawing | None, tuple[Flaw, ...]]:
    """What the file draws; or None, and every reason why it may not be drawn.

    Raises:
        RefusedError: a reason for which no others were looked for.
    """
    flaws = Flaws()
    check_safety(tree, flaws)
    page = page_of(tree.root)
    uses = Uses(tree)
    uses.check()
    parts = _Walk(tree, uses, page, flaws).parts()
    found = flaws.all()
    return (None if found else Drawing(parts, page)), found


class _Walk:
    """Walks one tree from its root."""

    def __init__(self, tree: Tree, uses: Uses, page: Box, flaws: Flaws) -> None:
        size = (page[2] - page[0], page[3] - page[1])
        self._tree = tree
        self._uses = uses
        self._flaws = flaws
        self._styles = Styles(tree, flaws)
        self._shaper = Shaper(size)
        self._paints = Paints(uses, self._styles, size)
        self._clips = Clips(uses, self._styles, self._shaper, self._inside)

    def parts(self) -> Parts:
        """Everything that the file draws."""
        return self._wrapped(self._tree.root, IDENTITY, {}, self._inside)

    def _inside(self, element: Element, matrix: Matrix, style: Style) -> Parts:
        return tuple(part for child in element for part in self._part(child, matrix, style))

    def _part(self, element: Element, matrix: Matrix, style: Style) -> Parts:
        """What one element draws in coordinates that `matrix` takes to those of the page."""
        name = name_of(element)
        if not name or name in PASSED_OVER or element.get("requiredExtensions"):
            return ()
        makers = {"g": self._inside, "switch": self._switched, "use": self._used}
        maker = self._shape if name in SHAPES else makers.get(name)
        if maker is not None:
            return self._wrapped(element, matrix, style, maker)
        if self._styles.of(element).get("display") != "none":
            self._flaws.add(refusal(name), self._tree.lines[element])
        return ()

    def _wrapped(self, element: Element, matrix: Matrix, style: Style, maker: _Maker) -> Parts:
        """What `maker` draws, with the transform, the opacity and the clips of the element."""
        declared = self._styles.of(element)
        if declared.get("display") == "none":
            return ()
        try:
            _refuse_effects(declared)
            inner = product(matrix, transform(declared.get("transform", "none")))
            kept = {name: value for name, value in declared.items() if name in INHERITED}
            parts = maker(element, inner, {**style, **kept})
            parts = _faded(parts, share(declared.get("opacity", "1")))
            return self._clips.laid_over(parts, declared, inner)
        except (RefusedError, ValueError) as error:
            self._tell(element, error)
            return ()

    def _tell(self, element: Element, error: RefusedError | ValueError) -> None:
        """Keep what is wrong with an element, and go on; but not beyond a limit."""
        fault = Fault("LOGO-SVG", f"<{name_of(element)}>: {error}", PLAIN)
        if isinstance(error, RefusedError):
            if error.flaw.fault.code == "LOGO-LIMIT":
                raise error
            fault = error.flaw.fault
        self._flaws.add(fault, self._tree.lines[element])

    def _switched(self, element: Element, matrix: Matrix, style: Style) -> Parts:
        """The first part of a `<switch>` that every program can show."""
        for child in element:
            if name_of(child) and not child.get("requiredExtensions"):
                return self._part(child, matrix, style)
        return ()

    def _used(self, element: Element, matrix: Matrix, style: Style) -> Parts:
        target = self._uses.target(element)
        if target is None:
            return ()
        x, y = self._shaper.place(element)
        placed = product(matrix, (1, 0, 0, 1, x, y))
        if name_of(target) != "symbol":
            return self._part(target, placed, style)
        fitted = product(placed, viewport(target, element.get("width"), element.get("height")))
        return self._wrapped(target, fitted, style, self._inside)

    def _shape(self, element: Element, matrix: Matrix, style: Style) -> Parts:
        if style.get("visibility", "visible") != "visible":
            return ()
        outline = self._shaper.outline(element)
        fill = self._paints.read("fill", style)
        stroke = self._shaper.stroke(self._paints.read("stroke", style), style)
        if not outline or (fill is None and stroke is None):
            return ()
        paint, alpha = fill or (None, 1.0)
        alpha *= share(style.get("fill-opacity", "1"))
        found = Shape(outline, matrix, paint, alpha, style.get("fill-rule") == "evenodd", stroke)
        if fill and stroke and _stroke_comes_first(style.get("paint-order", "normal")):
            return replace(found, fill=None), replace(found, stroke=None)
        return (found,)


def _refuse_effects(declared: Style) -> None:
    for name, harmless in WITHOUT_EFFECT.items():
        if name in declared and declared[name] not in harmless:
            raise RefusedError(property_refusal(name, declared[name]))


def _stroke_comes_first(order: str) -> bool:
    """SVG 2, 13.8: what is not named follows in its usual order, the fill first."""
    named = [word for word in order.split() if word != "markers"]
    return named[:1] == ["stroke"]


def _faded(parts: Parts, alpha: float) -> Parts:
    """The parts with an opacity: together, unless there is only one that is painted only once."""
    if alpha == 1 or not parts:
        return parts
    if alpha == 0:
        return ()
    only = parts[0]
    if len(parts) > 1 or not isinstance(only, Shape) or (only.fill and only.stroke):
        return (Group(parts, alpha, None),)
    if only.stroke is None:
        return (replace(only, fill_alpha=only.fill_alpha * alpha),)
    return (replace(only, stroke=replace(only.stroke, alpha=only.stroke.alpha * alpha)),)
