"""Marks on a sheet: where to cut, where corners are round, and where a slot is punched."""

from collections.abc import Iterator

from briefpress.impose.drawing import Arc, Line, Shape
from briefpress.impose.plan import MARK_GAP, MARK_LENGTH, Place, SheetPlan
from briefpress.model.size import CardSize, Opening


def crop_marks(plan: SheetPlan, places: tuple[Place, ...]) -> Iterator[Line]:
    """Two marks for each trim line, outside everything that is printed on the sheet."""
    width, height = plan.card
    lefts, tops = sorted({p.x for p in places}), sorted({p.y for p in places})
    gap = plan.bleed + MARK_GAP
    left, right = lefts[0] - gap, lefts[-1] + width + gap
    top, bottom = tops[0] - gap, tops[-1] + height + gap
    for x in (edge for start in lefts for edge in (start, start + width)):
        yield Line(x, top - MARK_LENGTH, x, top)
        yield Line(x, bottom, x, bottom + MARK_LENGTH)
    for y in (edge for start in tops for edge in (start, start + height)):
        yield Line(left - MARK_LENGTH, y, left, y)
        yield Line(right, y, right + MARK_LENGTH, y)


def corners(place: Place, size: CardSize) -> Iterator[Arc]:
    """The round corners of one card."""
    left, top = place.x, place.y
    right, bottom = left + size.trim.width, top + size.trim.height
    r = size.corner
    for x, y, inward, down in (
        (left, top, r, r),
        (right, top, -r, r),
        (right, bottom, -r, -r),
        (left, bottom, r, -r),
    ):
        yield Arc((x, y + down), (x, y), (x + inward, y))


def opening(place: Place, size: CardSize, slot: Opening) -> Iterator[Shape]:
    """The slot or hole of one card: a lying stadium, or a circle where it is as high as wide."""
    middle = place.x + size.trim.width / 2
    top = place.y + slot.top
    if place.turned:
        top = place.y + size.trim.height - slot.top - slot.height
    r = min(slot.width, slot.height) / 2
    left, right, bottom = middle - slot.width / 2, middle + slot.width / 2, top + slot.height
    if slot.width > slot.height:
        yield Line(left + r, top, right - r, top)
        yield Line(left + r, bottom, right - r, bottom)
    yield Arc((left, top + r), (left, top), (left + r, top))
    yield Arc((right - r, top), (right, top), (right, top + r))
    yield Arc((right, bottom - r), (right, bottom), (right - r, bottom))
    yield Arc((left + r, bottom), (left, bottom), (left, bottom - r))
