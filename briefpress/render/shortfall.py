"""The shortfall of a slot: what of its text has no room at its floor, and what would have to go."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any
from xml.etree.ElementTree import Element

from briefpress.model.document import Fitted, Shortfall, TextBlock
from briefpress.model.layout import Slot
from briefpress.render.boxes import named_boxes, upper_edge
from briefpress.render.lines import LineReader
from briefpress.render.measure import slot_extents
from briefpress.units import px_to_mm

LayOut = Callable[[frozenset[str]], Any]
"""Lays out the slot alone at its floor, as high as it likes, without the elements of these ids."""


def shortfall(
    fitted: Fitted,
    messages: Sequence[str],
    laid: Any,  # noqa: ANN401 - the engine has no types
    lay_out: LayOut,
) -> Shortfall:
    """What is known of a slot that does not fit; `laid` is the document as it will be written.

    `messages` are its key messages, best first. Each set is tried by laying it out, the smallest
    first, so that nothing is left to arithmetic.
    """
    slot = fitted.slot
    spot = slot_extents(laid, (slot.id,))[slot.id].spot
    blocks = tuple(_blocks(lay_out(frozenset()), slot))
    held = {name for block in blocks for name in block.within}
    inside = [message for message in messages if message in held]
    for count in range(1, len(inside)):
        surplus = tuple(inside[-count:])
        rest = slot_extents(lay_out(frozenset(surplus)), (slot.id,))[slot.id].height
        if rest <= slot.height:
            return Shortfall(spot, blocks, surplus, rest)
    return Shortfall(spot, blocks)


def take_out(root: Element, names: frozenset[str]) -> None:
    """Take the elements of these ids out of a document, as if they had never been in it."""
    for parent in root.iter():
        for child in [child for child in parent if child.get("id") in names]:
            parent.remove(child)


def _blocks(laid: Any, slot: Slot) -> Iterator[TextBlock]:  # noqa: ANN401
    """The blocks of text of a slot, over all the pages that it runs on."""
    reader, before = LineReader(), 0.0
    for page in laid.pages:
        for _, box in named_boxes(page, frozenset({slot.id})):
            shift = before - upper_edge(box)
            for _, group in groupby(reader.lines(box), key=lambda line: line.block):
                lines = list(group)
                yield TextBlock(
                    text=" ".join(line.text for line in lines),
                    top=lines[0].y + shift,
                    bottom=lines[-1].y + lines[-1].height + shift,
                    within=lines[0].within,
                )
            before += px_to_mm(box.height)
