"""Clips: clip paths, and those masks that do no more than a clip path would."""

from collections.abc import Callable, Iterator, Mapping
from xml.etree.ElementTree import Element

from briefpress.load.logos.flaws import RefusedError
from briefpress.load.logos.svg.drawing import Group, Outline, Shape, moved
from briefpress.load.logos.svg.rules import INHERITED, SHAPES, mask_refusal, property_refusal
from briefpress.load.logos.svg.shaping import Shaper
from briefpress.load.logos.svg.style import Styles
from briefpress.load.logos.svg.tree import name_of
from briefpress.load.logos.svg.uses import Uses
from briefpress.load.logos.svg.values import reference, transform
from briefpress.matrices import Matrix, product

WHITE = "#ffffff"
Parts = tuple[Shape | Group, ...]
DrawInside = Callable[[Element, Matrix, Mapping[str, str]], Parts]
"""Draws what stands inside an element."""


class Clips:
    """Reads the clips of one file, each as one outline in the coordinates of the page."""

    def __init__(self, uses: Uses, styles: Styles, shaper: Shaper, inside: DrawInside) -> None:
        """Read with what the walk reads with."""
        self._uses = uses
        self._styles = styles
        self._shaper = shaper
        self._inside = inside
        self._is_in_mask = False

    def laid_over(self, parts: Parts, declared: Mapping[str, str], matrix: Matrix) -> Parts:
        """The parts of an element as its clip path and its mask show them.

        Raises:
            RefusedError: a clip or a mask cannot be drawn.
            ValueError: a value in it is broken.
        """
        readers = (("clip-path", "clipPath", self._clip), ("mask", "mask", self._mask))
        for name, kind, read in readers:
            value = declared.get(name, "none")
            if value == "none" or not parts:
                continue
            link = reference(value)
            element = self._uses.find(link[0]) if link else None
            if element is None or name_of(element) != kind:
                raise RefusedError(property_refusal(name, value))
            self._uses.check_clip(element)
            parts = (Group(parts, 1.0, read(element, matrix)),)
        return parts

    def _clip(self, element: Element, matrix: Matrix) -> Outline:
        if element.get("clipPathUnits") == "objectBoundingBox":
            raise RefusedError(property_refusal("clipPathUnits", "objectBoundingBox"))
        inner = product(matrix, transform(element.get("transform", "")))
        return tuple(
            segment
            for child in element
            for outline in self._clip_outlines(child, inner)
            for segment in outline
        )

    def _clip_outlines(self, element: Element, matrix: Matrix) -> Iterator[Outline]:
        """What a child of a clip path adds to it: a shape, be it painted or not."""
        declared = self._styles.of(element)
        name = name_of(element)
        if declared.get("clip-path", "none") != "none":
            raise RefusedError(property_refusal("clip-path", "in a clip path"))
        inner = product(matrix, transform(declared.get("transform", "")))
        if name == "use":
            target = self._uses.target(element)
            if target is not None and name_of(target) in SHAPES:
                x, y = self._shaper.place(element)
                yield from self._clip_outlines(target, product(inner, (1, 0, 0, 1, x, y)))
        elif name in SHAPES and declared.get("display") != "none":
            outline = self._shaper.outline(element)
            if declared.get("clip-rule") == "evenodd" and _parts_of(outline) > 1:
                raise RefusedError(property_refusal("clip-rule", "evenodd"))
            yield moved(outline, inner)

    def _mask(self, element: Element, matrix: Matrix) -> Outline:
        """A mask of whole white shapes (or, by alpha, of any whole shapes) is a clip path.

        What is masked is no whole shape, so a mask in a mask is refused before it is read: it might
        lead back to the first.
        """
        if self._is_in_mask or element.get("maskContentUnits") == "objectBoundingBox":
            raise RefusedError(mask_refusal())
        declared = self._styles.of(element)
        kept = {name: value for name, value in declared.items() if name in INHERITED}
        by_alpha = declared.get("mask-type") == "alpha"
        self._is_in_mask = True
        try:
            parts = self._inside(element, matrix, kept)
        finally:
            self._is_in_mask = False
        outline: Outline = ()
        for part in parts:
            if not _is_whole(part, by_alpha=by_alpha):
                raise RefusedError(mask_refusal())
            assert isinstance(part, Shape)  # noqa: S101 - a group is never whole
            outline += moved(part.outline, part.matrix)
        return outline


def _is_whole(part: Shape | Group, *, by_alpha: bool) -> bool:
    """Whether a part of a mask shows all that is behind it, and has no holes."""
    return (
        isinstance(part, Shape)
        and isinstance(part.fill, str)
        and (by_alpha or part.fill == WHITE)
        and part.fill_alpha == 1
        and part.stroke is None
        and not (part.even_odd and _parts_of(part.outline) > 1)
    )


def _parts_of(outline: Outline) -> int:
    return sum(letter == "M" for letter, _ in outline)
