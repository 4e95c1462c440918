"""Natural heights read off rooms: as they are measured, or not told at all."""

import pytest

from briefpress.model.document import Proof
from briefpress.render import engine
from briefpress.render.naturals import natural_heights
from tests.unit.render.support import SITE, proof, slot

ROOM = "#a { height: var(--fit-a-height); font-size: var(--fit-a); overflow: hidden }"
LINES = "<p>One line of text that is long enough to be broken when it stands in a room.</p>"
SLOT = slot("a", height=40.0)
PICTURE = f"{SITE}/dot.svg"
DOT = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0H9V9z"/></svg>'


def both(
    body: str, css: str, monkeypatch: pytest.MonkeyPatch, told: list[object]
) -> tuple[Proof, Proof]:
    """The document laid out at once, and with its slots measured; `told` gets what is read off."""

    def telling(*given: object) -> object:
        told.append(natural_heights(*given))  # type: ignore[arg-type]
        return told[-1]

    monkeypatch.setattr(engine, "natural_heights", telling)
    assets = {"dot.svg": DOT}
    at_once = proof(body, ROOM + css, slots=(SLOT,), assets=assets)
    monkeypatch.setattr(engine, "LITTLE", 0)
    return at_once, proof(body, ROOM + css, slots=(SLOT,), assets=assets)


def same(one: Proof, other: Proof) -> bool:
    parts = [(p.pdf, p.pages, p.lost, p.log, p.fitted) for p in (one, other)]
    return parts[0] == parts[1]


@pytest.mark.parametrize(
    ("inside", "css"),
    [
        (LINES, ""),
        (LINES * 5, ""),
        (f'{LINES}<img src="{PICTURE}">', "img { display: block; height: 30mm }"),
        ("", ""),
        (LINES, "p { margin: 3mm 0 7mm }"),
        (f"<div>{LINES}</div>", "p { margin-bottom: 7mm } div { margin-bottom: 3mm }"),
        (f"<div>{LINES}</div>", "p { margin-bottom: 7mm } div { padding-bottom: 2mm }"),
        (LINES, "#a { padding: 2mm; border: 1mm solid; box-sizing: border-box }"),
        (LINES, "#a { padding: 2mm; border: 1mm solid }"),
        (LINES, "#a { overflow: visible } p { margin: 2mm 0 6mm }"),
        (f'<p class="f">A</p>{LINES}', ".f { float: left; font-size: 30mm; line-height: 1 }"),
        (f'<div><p class="f">A</p>{LINES}</div>', ".f { float: left; font-size: 30mm }"),
        (
            f'<div><p class="f">A</p>{LINES}</div>',
            ".f { float: left; font-size: 30mm } #a { overflow: visible }",
        ),
        (f"{LINES}<table><tr><td>1<td>2</table>", "table { margin-bottom: 4mm }"),
        (f'{LINES}<p class="g">A</p>', ".g { display: grid; padding: 2mm }"),
        (f'{LINES}<p class="p">A</p>', ".p { position: absolute; bottom: 0 }"),
        (f"<div>{LINES}</div>", "div { height: 5mm } p { margin-bottom: 7mm }"),
        ("Text without an element.", ""),
    ],
)
def test_what_is_read_off_is_what_is_measured(
    inside: str, css: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    one, other = both(f'<div id="a">{inside}</div>', css, monkeypatch, told)
    assert len(told) == 1
    assert told[0] is not None
    assert same(one, other)


@pytest.mark.parametrize(
    ("inside", "css"),
    [
        (LINES, "#a { display: flex }"),
        (LINES, "p { position: relative; top: 3mm }"),
        (f"{LINES}<p></p>", "p { margin: 4mm 0 }"),
        (LINES, "#a { margin-top: 55mm }"),
        (LINES * 60, ""),
        (LINES * 30, "#a { margin-top: 39mm } p { break-inside: avoid }"),
        (
            f'{LINES * 12}<img src="{PICTURE}">',
            "#a { margin-top: 39mm } img { display: block; height: 30mm; width: 2mm }",
        ),
    ],
    ids=[
        "flex",
        "moved",
        "nothing last",
        "past the foot",
        "too much",
        "text gone",
        "picture gone",
    ],
)
def test_what_is_not_clear_is_measured(
    inside: str, css: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    one, other = both(f'<div id="a">{inside}</div>', css, monkeypatch, told)
    assert told == [None]
    assert same(one, other)


def test_what_hangs_on_what_is_spare_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    css = "p { padding-top: var(--fit-a-spare) }"
    one, other = both(f'<div id="a">{LINES}</div>', css, monkeypatch, told)
    assert told == []
    assert same(one, other)
