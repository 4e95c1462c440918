"""Mutants of what is drawn besides text: something painted on, moved, cut or taken away."""

from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Page, Pdf

from briefpress.check import check
from briefpress.check.drawn import strange_drawings
from briefpress.check.opened import Opened
from briefpress.model.document import Drawing
from briefpress.units import mm_to_pt
from tests.mutants.support import BRIEFING, CARD, Change, Script, broken, draw, failing, good, state

CODE = "DRAWING-STRANGE"
WHITE, RED = "1 1 1 rg", "0.8 0.1 0.1 rg"


def picture(word: str) -> tuple[int, Drawing]:
    """The page, from 0, and place of a picture of the briefing."""
    return next(
        (number, drawing)
        for number, page in enumerate(good(BRIEFING).pages)
        for drawing in page.drawings
        if word in drawing.url
    )


def over(word: str, left: float = 0.0, right: float = 1.0, ink: str = WHITE) -> Change:
    """Paint an artifact over a part of a picture, from one side to the other."""
    number, it = picture(word)
    foot = mm_to_pt(good(BRIEFING).pages[number].height - it.y - it.height)
    x, width = mm_to_pt(it.x + left * it.width), mm_to_pt((right - left) * it.width)
    rect = f"{x:.2f} {foot:.2f} {width:.2f} {mm_to_pt(it.height):.2f} re"
    return on(number, f"/Artifact BMC q {ink} {rect} f Q EMC")


def on(number: int, operators: str) -> Change:
    """Draw over a page of the briefing."""
    return lambda pdf: draw(pdf.pages[number], operators)


def changed(number: int, change: Callable[[Script], None]) -> Change:
    """Change the instructions of a page of the briefing."""

    def apply(pdf: Pdf) -> None:
        script = Script(pdf, pdf.pages[number])
        change(script)
        script.save()

    return apply


def without(name: str) -> Callable[[Script], None]:
    """The last such instruction taken away."""

    def apply(script: Script) -> None:
        place = max(at for at, (_, operator) in enumerate(script.lines) if operator == name)
        del script.lines[place]

    return apply


def longer_bar(script: Script) -> None:
    """The last step of a path goes further."""
    place = max(at for at, (_, operator) in enumerate(script.lines) if operator == "l")
    x, y = script.lines[place][0]
    script.lines[place] = ([float(x) + 4, y], "l")


def swapped(script: Script) -> None:
    """What is painted last is painted first."""
    last = max(at for at, (_, operator) in enumerate(script.lines) if operator == "S")
    start = max(at for at, (_, operator) in enumerate(script.lines[:last]) if operator == "m")
    moved = script.lines[start : last + 1]
    del script.lines[start : last + 1]
    script.lines[0:0] = moved


def blacked(script: Script) -> None:
    """What was filled last is filled in black."""
    place = max(at for at, (_, operator) in enumerate(script.lines) if operator in ("f", "f*"))
    script.lines[place:place] = [([0, 0, 0], "rg")]


def clip(script: Script) -> None:
    """Let nothing of a page through but its upper part."""
    script.lines[0:0] = [([0, 300, 600, 600], "re"), ([], "W"), ([], "n")]


def faded(pdf: Pdf) -> None:
    """A page painted at a tenth of its ink."""
    page: Page = pdf.pages[0]
    name = state(pdf, page, ca=0.1, CA=0.1)
    page.contents_add(f"{name} gs".encode(), prepend=True)


def other_picture(pdf: Pdf) -> None:
    """A picture nobody has laid out."""
    page = pdf.pages[0]
    data = pdf.make_stream(bytes(3 * 100 * 100))
    data.stream_dict = pikepdf.Dictionary(
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=100,
        Height=100,
        ColorSpace=pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
    )
    page.Resources.XObject["/Mutant"] = data
    draw(page, "/Artifact BMC q 40 0 0 40 300 400 cm /Mutant Do Q EMC")


def in_a_form(pdf: Pdf) -> None:
    """A drawing within a drawing."""
    page = pdf.pages[0]
    form = pdf.make_stream(b"0 0 40 40 re f")
    form.stream_dict = pikepdf.Dictionary(
        Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 40, 40]
    )
    page.Resources.XObject["/Mutant"] = form
    draw(page, "q 1 0 0 1 300 400 cm /Mutant Do Q")


CHART = picture("what-came")[0]
MUTANTS: dict[str, Change] = {
    "a logo covered": over("logo"),
    "half of a logo covered": over("logo", 0.5),
    "half of a chart covered": over("what-came", 0.0, 0.5),
    "a part of a bar covered in its own colour": over("what-came", 0.9, 1.0, RED),
    "a line through a chart": on(CHART, "0 0 0 RG 2 w 100 300 m 400 500 l S"),
    "a box beside the text": on(1, f"/Artifact BMC q {RED} 10 400 12 40 re f Q EMC"),
    "a hair of a line": on(1, "/Artifact BMC q 0.1 w 10 400 m 12 400 l S Q EMC"),
    "a box in white on paper": on(1, f"/Artifact BMC q {WHITE} 10 400 12 40 re f Q EMC"),
    "a second picture": other_picture,
    "a drawing within a drawing": in_a_form,
    "a bar in another colour": changed(CHART, blacked),
    "a page cut": changed(0, clip),
    "a bar longer": changed(CHART, longer_bar),
    "a rule taken away": changed(2, without("S")),
    "a panel taken away": changed(CHART, without("f")),
    "painted in another order": changed(2, swapped),
    "painted pale": faded,
}


@pytest.mark.parametrize("name", MUTANTS)
def test_a_mutant_is_caught(name: str) -> None:
    assert CODE in failing(broken(good(BRIEFING), MUTANTS[name])), name


def test_files_that_nobody_has_changed_are_let_be() -> None:
    assert CODE not in failing(good(BRIEFING))
    assert CODE not in failing(good(CARD))
    assert CODE not in failing(broken(good(BRIEFING), lambda pdf: None))


def test_it_is_told_what_was_added_and_where() -> None:
    found = check(broken(good(BRIEFING), on(1, "20 400 12 40 re f")))
    (told,) = [one.message for one in found.diagnostics if one.code == CODE]
    assert "page 2: a fill of 4.2 x 14.1 mm, 7 mm from the left and 142 mm from the top" in told


def test_a_page_that_cannot_be_followed_is_no_sound_one() -> None:
    proof = broken(good(BRIEFING), on(1, "/a /b /c /d /e /f cm 20 400 12 40 re f"))
    assert "cannot be read" in strange_drawings(Opened(proof)).faults[0].message
