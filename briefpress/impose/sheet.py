"""A sheet of cards: finished cards set side by side on fronts and backs, as vectors."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from briefpress.impose.drawing import Pen, operators
from briefpress.impose.labels import instruction, label
from briefpress.impose.laying import film_cuts, inserts
from briefpress.impose.lettering import Letters
from briefpress.impose.marks import corners, crop_marks, opening
from briefpress.impose.plan import Place, SheetPlan
from briefpress.model.printing import Cutting
from briefpress.model.size import CardSize
from briefpress.units import mm_to_pt

GUIDE = Pen(grey=0.5)
FILM = Pen(dashes=(2.0, 1.5))


@dataclass(frozen=True)
class SheetSpec:
    """What a sheet is made by: its plan, the size of its cards, how it is cut, and its label."""

    plan: SheetPlan
    size: CardSize
    cutting: Cutting
    title: str
    label: str
    language: str
    laying: SheetPlan | None = None
    """How inserts are laid in a pouch, if there is to be a guide for it."""
    laying_label: str = ""

    def pages(self, cards: int) -> int:
        """How many pages so many different cards take, with the guide."""
        sheets = -(-cards // len(self.plan.fronts))
        return 2 * sheets + (self.laying is not None)


def impose(cards: Sequence[bytes], spec: SheetSpec, letters: Letters) -> bytes:
    """Cards of two pages each, dealt out in turn over as many sheets as it takes to show them all.

    Each sheet is two pages. What of a card goes beyond the bleed of the plan is clipped.
    """
    import pikepdf  # noqa: PLC0415 - only sheets are put together

    sheet = pikepdf.new()
    opened = [pikepdf.open(BytesIO(card)) for card in cards]
    sides = (spec.plan.fronts, spec.plan.backs)
    told = operators(label(spec.label, spec.plan, letters), spec.plan.height, GUIDE)
    forms = [
        [_form(sheet, card.pages[side], spec.plan.bleed) for card in opened] for side in (0, 1)
    ]
    for dealt in _dealt(len(cards), len(spec.plan.fronts)):
        for side, places in enumerate(sides):
            content = b"\n".join(_side(spec, places, dealt, told if side == 0 else b""))
            _add_page(sheet, spec.plan, content, {n: forms[side][n] for n in dealt})
    if spec.laying is not None:
        guide = _guide(spec.laying, spec.size.seal, spec.laying_label, letters)
        _add_page(sheet, spec.laying, guide, {})
    sheet.docinfo["/Title"] = spec.title
    sheet.Root.Lang = pikepdf.String(spec.language)
    out = BytesIO()
    sheet.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _dealt(cards: int, places: int) -> Iterator[tuple[int, ...]]:
    """Which card goes to each place, sheet by sheet; the last sheet begins again to be full."""
    for first in range(0, cards, places):
        yield tuple((first + place) % cards for place in range(places))


def _form(sheet: Any, page: Any, bleed: float) -> Any:  # noqa: ANN401 - pikepdf's own objects
    """One side of a card as a form whose origin is the bottom left corner of its trim."""
    import pikepdf  # noqa: PLC0415 - as above

    left, bottom, right, top = (float(value) for value in page.trimbox)
    form = sheet.copy_foreign(page.as_form_xobject())
    edge = mm_to_pt(bleed)
    form.BBox = pikepdf.Array([left - edge, bottom - edge, right + edge, top + edge])
    form.Matrix = pikepdf.Array([1, 0, 0, 1, -left, -bottom])
    return form


def _side(
    spec: SheetSpec,
    places: tuple[Place, ...],
    dealt: tuple[int, ...],
    told: bytes,
) -> Iterator[bytes]:
    """What is drawn on one side of the sheet, moved against the drift if it is the back.

    Only the front is `told` what it is.
    """
    plan = spec.plan
    right, down = (0.0, 0.0) if told else plan.shift
    yield f"q 1 0 0 1 {mm_to_pt(right):.4f} {mm_to_pt(-down):.4f} cm".encode()
    for number, place in zip(dealt, places, strict=True):
        yield f"q {_matrix(place, plan)} cm /C{number} Do Q".encode()
    yield from _cuts(spec, places)
    yield told
    yield b"Q"


def _matrix(place: Place, plan: SheetPlan) -> str:
    """The way from a card's trim to its place on the page, whose origin is at the bottom left."""
    width, height = plan.card
    x, y = place.x, plan.height - place.y - height
    if place.turned:
        return f"-1 0 0 -1 {mm_to_pt(x + width):.4f} {mm_to_pt(y + height):.4f}"
    return f"1 0 0 1 {mm_to_pt(x):.4f} {mm_to_pt(y):.4f}"


def _cuts(spec: SheetSpec, places: tuple[Place, ...]) -> Iterator[bytes]:
    """The marks that were asked for."""
    height = spec.plan.height
    if spec.cutting.marks:
        yield operators(crop_marks(spec.plan, places), height)
    if spec.cutting.corners and spec.size.corner:
        arcs = (arc for place in places for arc in corners(place, spec.size))
        yield operators(arcs, height, GUIDE)
    slot = spec.size.opening
    if spec.cutting.openings and slot is not None:
        shapes = (shape for place in places for shape in opening(place, spec.size, slot))
        yield operators(shapes, height, GUIDE)


@lru_cache(maxsize=16)
def _guide(plan: SheetPlan, seal: float, text: str, letters: Letters) -> bytes:
    """The page that shows how to lay inserts in a pouch: the same for every board."""
    words = instruction(text, plan.fronts[0], plan, letters)
    return b"\n".join(
        (
            operators(inserts(plan), plan.height),
            operators(film_cuts(plan, seal), plan.height, FILM),
            operators(words, plan.height),
        )
    )


def _add_page(sheet: Any, plan: SheetPlan, content: bytes, forms: Mapping[int, Any]) -> None:  # noqa: ANN401
    import pikepdf  # noqa: PLC0415 - as above

    page = sheet.add_blank_page(page_size=(mm_to_pt(plan.width), mm_to_pt(plan.height)))
    names = {f"/C{number}": form for number, form in forms.items()}
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(names))
    page.Contents = sheet.make_stream(content)
