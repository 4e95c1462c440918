"""Natural heights: only the slots of a document laid out, on a page that does not end."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from xml.etree.ElementTree import Element

from briefpress.model.document import Document
from briefpress.model.layout import Layout
from briefpress.render.boxes import Extent, extents
from briefpress.render.fault import RenderFaultError
from briefpress.render.fit import Sizes
from briefpress.render.library import laying

ASIDE = "data-aside"
"""Marks what is left out while slots are measured. No stylesheet but ours may use it."""
ENDLESS = "5000mm"
SAME_WIDTH = 0.01
"""mm. Far below anything that could wrap a line differently."""
NONE_SPARE: Mapping[str, float] = {}
_STYLE_TAGS = ("style", "link")

LayOut = Callable[[str], Any]
"""Lays the document out with one more stylesheet."""


class Ruler:
    """Measures the slots of one document. Remembers how wide each was."""

    def __init__(self, layout: Layout, lay_out: LayOut) -> None:
        """Measure what `lay_out` lays out."""
        self._layout = layout
        self._lay_out = lay_out
        self._fixed: dict[str, float] = {}
        self._widths: dict[str, float] = {}

    def heights(self, sizes: Sizes) -> Mapping[str, float]:
        """The natural heights (mm) of these slots at these sizes (pt).

        Raises:
            RenderFaultError: the template has no such element.
        """
        found = slot_extents(self.laid(sizes), sizes)
        self._widths |= {name: extent.width for name, extent in found.items()}
        return {name: extent.height for name, extent in found.items()}

    def laid(self, sizes: Sizes) -> Any:  # noqa: ANN401 - the engine has no types
        """These slots at these sizes (pt), laid out as high as they like."""
        self._fixed |= sizes
        css = measuring_css(self._layout, sizes) + fitting_css(self._layout, self._fixed)
        with _unpainted():
            return self._lay_out(css)

    def agrees_with(self, laid: Any) -> bool:  # noqa: ANN401
        """Whether each slot that was measured is as wide there as it was when measured."""
        found = slot_extents(laid, self._widths)
        return all(
            abs(found[name].width - width) < SAME_WIDTH for name, width in self._widths.items()
        )


@contextmanager
def _unpainted() -> Iterator[None]:
    """While this lasts, the engine prepares no backgrounds: what is measured is not drawn."""
    prepare = laying.layout_backgrounds
    laying.layout_backgrounds = lambda *_: None
    try:
        yield
    finally:
        laying.layout_backgrounds = prepare


def slot_extents(laid: Any, names: Iterable[str]) -> Mapping[str, Extent]:  # noqa: ANN401
    """How wide and high each of these slots was laid out.

    Raises:
        RenderFaultError: there is no such element.
    """
    found = extents(laid, frozenset(names))
    for name in names:
        if name not in found:
            message = f"the template shows no element with the id {name!r} of a slot"
            raise RenderFaultError(message)
    return found


def fitting_css(layout: Layout, sizes: Sizes, spare: Mapping[str, float] = NONE_SPARE) -> str:
    """What styles read of the slots: their rooms, the sizes chosen, and the room left over (mm).

    While sizes are looked for, nothing is left over.
    """
    rows = [f"--fit-{slot.id}-height:{slot.height:.4f}mm" for slot in layout.slots]
    rows += [f"--fit-{name}:{size:.4f}pt" for name, size in sizes.items()]
    rows += [f"--fit-{s.id}-spare:{spare.get(s.id, 0.0):.4f}mm" for s in layout.slots]
    return f":root{{{';'.join(rows)}}}"


def is_spare_read(document: Document) -> bool:
    """Whether styles read what a slot leaves over, which nobody knows before it is fitted."""
    texts = (document.html, *document.styles.values())
    names = [f"--fit-{slot.id}-spare" for slot in document.layout.slots]
    return any(name in text for text in texts for name in names)


def measuring_css(layout: Layout, names: Iterable[str]) -> str:
    """These slots as high as they like, on a page that does not end; nothing else is there."""
    wanted = frozenset(names)
    others = [f"#{slot.id}" for slot in layout.slots if slot.id not in wanted]
    gone = ",".join((f"[{ASIDE}]", *others))
    free = ",".join(f"#{name}" for name in sorted(wanted))
    return (
        f"@page{{size:{layout.page.width:.4f}mm {ENDLESS} !important}}"
        f"{gone}{{display:none !important}}"
        f"{free}{{height:auto !important;min-height:0 !important;max-height:none !important;"
        "bottom:auto !important}"
    )


def set_aside(element: Element, slots: frozenset[str]) -> None:
    """Mark and empty everything that neither is, holds nor stands inside a slot.

    The marked elements stay where they are, so that selectors still count them.
    """
    for child in element:
        if child.get("id") in slots or child.tag in _STYLE_TAGS:
            continue
        if any(below.get("id") in slots for below in child.iter()):
            set_aside(child, slots)
        else:
            del child[:]
            child.text = None
            child.set(ASIDE, "")
