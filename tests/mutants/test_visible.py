"""Mutants of how text is painted: a finished file broken so that words are lost; all caught."""

from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Pdf

from tests.mutants.support import (
    BRIEFING,
    CARD,
    Change,
    Line,
    Script,
    broken,
    drawn,
    entry,
    failing,
    good,
    scripted,
    state,
)

COMMAND = Line(CARD, "Test every plug")
LINE = Line(CARD, "Leads go along the wall.")
PHONE = Line(CARD, "01632 960 101")
LABEL = Line(CARD, "The hall")
FOOT = Line(CARD, "Running a repair café. Source")
FIGURE = Line(BRIEFING, "65%")
POINT = Line(BRIEFING, "Share the figures")
FOLIO = Line(BRIEFING, "Network · review by")
WHITE, PLUM = "1 1 1 rg", "0.29 0.145 0.27 rg"


def covered(line: Line, left: float = 0.0, right: float = 1.0, ink: str = WHITE) -> Change:
    return drawn(line, f"{ink} {line.rect(left, right)} f")


def around(line: Line, operators: str) -> Change:
    return scripted(line, lambda script: script.around(line.text, operators))


def inside(line: Line, operators: str) -> Change:
    return scripted(line, lambda s: s.before(line.text, operators, outside=False))


def matrix(line: Line, change: Callable[[list[float]], list[float]]) -> Change:
    def apply(script: Script) -> None:
        operands = script.back_to(line.text, "Tm")
        operands[:] = change([float(value) for value in operands])

    return scripted(line, apply)


def with_state(line: Line, **entries: object) -> Change:
    def apply(pdf: Pdf) -> None:
        name = state(pdf, line.page_of(pdf), **entries)
        around(line, f"{name} gs")(pdf)

    return apply


def masked(pdf: Pdf) -> None:
    """Print a line through a soft mask that lets a third of it through."""
    box = [0, 0, 600, 900]
    group = pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceGray)
    form = pdf.make_stream(
        b"0.3 g 0 0 600 900 re f",
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=box,
        Group=group,
    )
    mask = pikepdf.Dictionary(S=pikepdf.Name.Luminosity, G=form)
    with_state(LINE, SMask=mask)(pdf)


def annotated(pdf: Pdf) -> None:
    """Cover a line by a note, which viewers paint over the page."""
    page = LINE.page_of(pdf)
    x, y, width, height = (float(n) for n in LINE.rect().split()[:4])
    look = pdf.make_stream(
        f"1 1 1 rg 0 0 {width} {height} re f".encode(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=[0, 0, width, height],
    )
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Square,
        Rect=[x, y, x + width, y + height],
        F=4,
        AP=pikepdf.Dictionary(N=look),
    )
    if "/Annots" not in page.obj:
        page.obj["/Annots"] = pikepdf.Array()
    page.obj.Annots.append(pdf.make_indirect(note))


def in_a_form(pdf: Pdf) -> None:
    """Cover a line by an image that stands in a form."""
    page = LINE.page_of(pdf)
    x, y, width, height = LINE.rect().split()[:4]
    image = pdf.make_stream(
        b"\xff",
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=1,
        Height=1,
        BitsPerComponent=8,
        ColorSpace=pikepdf.Name.DeviceGray,
    )
    form = pdf.make_stream(
        f"q {width} 0 0 {height} {x} {y} cm /I Do Q".encode(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=[0, 0, 900, 900],
        Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=image)),
    )
    entry(page.Resources, "/XObject")["/Cover"] = form
    drawn(LINE, "/Cover Do")(pdf)


def upper_edge(line: Line) -> tuple[str, str, str]:
    """Where a strip over the tops of the capitals begins, and how wide it is."""
    x, y, width, height = line.rect().split()[:4]
    return x, f"{float(y) + float(height) - 8.2:.2f}", width


MUTANTS: dict[str, tuple[Line, str, Change]] = {
    "a line under white": (LINE, "TEXT-HIDDEN", covered(LINE)),
    "a command under its own colour": (COMMAND, "TEXT-HIDDEN", covered(COMMAND, ink=PLUM)),
    "half a number": (PHONE, "TEXT-HIDDEN", covered(PHONE, 0.5)),
    "one figure of a number": (PHONE, "TEXT-HIDDEN", covered(PHONE, 0.93)),
    "the first figure of a number": (PHONE, "TEXT-HIDDEN", covered(PHONE, 0, 0.07)),
    "a figure in the flow": (FIGURE, "TEXT-HIDDEN", covered(FIGURE)),
    "running matter": (FOLIO, "TEXT-HIDDEN", covered(FOLIO)),
    "under a note": (LINE, "TEXT-HIDDEN", annotated),
    "under an image in a form": (LINE, "TEXT-HIDDEN", in_a_form),
    "a thin strip through the letters": (
        LINE,
        "TEXT-HIDDEN",
        drawn(LINE, "1 1 1 RG 4 w 0 {y} m 600 {y} l S".format(y=float(LINE.rect().split()[1]) + 8)),
    ),
    "white on white": (LINE, "TEXT-HIDDEN", around(LINE, WHITE)),
    "nearly white": (LINE, "TEXT-HIDDEN", around(LINE, "0.97 0.97 0.97 rg")),
    "pale": (LINE, "TEXT-FAINT", around(LINE, "0.6 0.6 0.6 rg")),
    "pale figure": (FIGURE, "TEXT-FAINT", around(FIGURE, "0.6 0.6 0.6 rg")),
    "the colour of its field": (
        Line(CARD, "What to hold on to"),
        "TEXT-HIDDEN",
        around(Line(CARD, "What to hold on to"), PLUM),
    ),
    "invisible": (LINE, "TEXT-HIDDEN", inside(LINE, "3 Tr")),
    "a clip of letters": (LINE, "TEXT-HIDDEN", inside(LINE, "7 Tr")),
    "outlines": (LINE, "TEXT-HIDDEN", inside(LINE, "0.1 w 1 Tr")),
    "no opacity": (LINE, "TEXT-HIDDEN", with_state(LINE, ca=0)),
    "a little opacity": (LINE, "TEXT-FAINT", with_state(LINE, ca=0.3)),
    "a soft mask": (LINE, "TEXT-HIDDEN", masked),
    "clipped away": (LINE, "TEXT-CLIPPED", around(LINE, "0 0 10 10 re W n")),
    "clipped by nothing": (LINE, "TEXT-CLIPPED", around(LINE, "0 0 m W n")),
    "tiny": (LINE, "TYPE-SIZE", matrix(LINE, lambda m: [m[0] / 4, 0, 0, m[3] / 4, *m[4:]])),
    "narrow": (PHONE, "TYPE-SIZE", inside(PHONE, "30 Tz")),
    "flat": (LINE, "TYPE-SIZE", matrix(LINE, lambda m: [m[0], 0, 0, m[3] / 3, *m[4:]])),
    "a contact at 9pt": (
        Line(CARD, "Ask for the key."),
        "TYPE-SIZE",
        matrix(Line(CARD, "Ask for the key."), lambda m: [0.69, 0, 0, -0.69, *m[4:]]),
    ),
    "off the page": (LINE, "TEXT-OFF-PAGE", matrix(LINE, lambda m: [*m[:4], m[4] + 900, m[5]])),
    "half off the page": (
        LINE,
        "TEXT-OFF-PAGE",
        matrix(LINE, lambda m: [*m[:4], m[4] + 350, m[5]]),
    ),
    "at the edge": (FOOT, "TEXT-UNSAFE", matrix(FOOT, lambda m: [*m[:4], m[4] - 33, m[5]])),
    "moved to another line": (
        PHONE,
        "TEXT-STRANGE",
        matrix(PHONE, lambda m: [*m[:4], m[4], m[5] + 90]),
    ),
    "moved a little": (POINT, "TEXT-STRANGE", matrix(POINT, lambda m: [*m[:4], m[4], m[5] + 9])),
    "mirrored": (
        LINE,
        "TEXT-HIDDEN",
        matrix(LINE, lambda m: [-m[0], 0, 0, m[3], m[4] + 200, m[5]]),
    ),
    "upside down": (
        LINE,
        "TEXT-HIDDEN",
        matrix(LINE, lambda m: [-m[0], 0, 0, -m[3], m[4] + 150, m[5] - 5]),
    ),
    "on its side": (LINE, "TEXT-HIDDEN", matrix(LINE, lambda m: [0, m[0], -m[3], 0, *m[4:]])),
    "slanted": (LINE, "TEXT-HIDDEN", matrix(LINE, lambda m: [m[0], 0, m[3], m[3], *m[4:]])),
    "the upper third of the letters": (
        LINE,
        "TEXT-HIDDEN",
        drawn(LINE, "1 1 1 rg {} {} {} 4.2 re f".format(*upper_edge(LINE))),
    ),
    "letters in a heap": (PHONE, "TEXT-STRANGE", inside(PHONE, "-14 Tc")),
    "on other text": (
        LABEL,
        "TEXT-OVERLAP",
        matrix(LABEL, lambda m: [*m[:4], m[4] + 150, m[5] + 1]),
    ),
    "one digit for another": (
        PHONE,
        "CLAIM-MISSING",
        scripted(PHONE, lambda s: s.set_codes(PHONE.text, lambda c: [c[1], c[0], *c[2:]])),
    ),
    "a figure changed": (
        FIGURE,
        "CLAIM-MISSING",
        scripted(FIGURE, lambda s: s.set_codes("65%", lambda c: [c[1], c[0], c[2]])),
    ),
    "a line gone": (
        LINE,
        "CLAIM-MISSING",
        scripted(LINE, lambda s: s.set_codes(LINE.text, lambda _: [])),
    ),
    "a line cut short": (
        LINE,
        "CLAIM-MISSING",
        scripted(LINE, lambda s: s.set_codes(LINE.text, lambda c: c[:12])),
    ),
    "the folio changed": (
        FOLIO,
        "TEXT-STRANGE",
        scripted(FOLIO, lambda s: s.set_codes("page", lambda c: c[::-1])),
    ),
    "a line twice": (
        LINE,
        "TEXT-STRANGE",
        scripted(LINE, lambda s: s.repeat(LINE.text, "1 0 0 1 0 12 cm")),
    ),
}


def test_the_files_are_good_before_they_are_broken() -> None:
    assert failing(good(CARD)) == set()
    assert failing(good(BRIEFING)) == set()


@pytest.mark.parametrize("name", MUTANTS)
def test_a_mutant_is_caught(name: str) -> None:
    line, code, change = MUTANTS[name]
    assert code in failing(broken(good(line.edition), change)), name
