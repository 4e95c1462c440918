"""Preflight rules on rendered pages: each fires on its fault, and stays quiet without it."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from briefpress.catalogue import rule_of
from briefpress.check import check
from briefpress.check.judged import Judged
from briefpress.check.rules import LAYOUT_RULES, RULES
from briefpress.diagnostics import Diagnostic, Severity, Where
from briefpress.model.checked import FAIL, PASS, WARNING, Fault, Result, Spot
from briefpress.model.claims import Claim, ClaimKind
from briefpress.model.document import Fitted, PageProof, Proof, TextRun
from briefpress.model.layout import PageCount, Slot
from tests.unit.render.support import SIDE, document, lines, proof, slot

BOX = "p{position:absolute; left:10mm; width:40mm; height:20mm; overflow:hidden}"
FIT = "#a{height:var(--fit-a-height); font-size:var(--fit-a); overflow:hidden}"
SLOTS = (slot("a"),)
HALF_FULL = Fitted(SLOTS[0], 9.0, SLOTS[0].height / 2)
TWO = PageCount(least=2, most=2)


def told(found: Proof) -> list[Diagnostic]:
    """What is wrong with a layout of which no file was made."""
    return [fault for fault in check(found).diagnostics if fault.code != "PDF-BROKEN"]


def faults(found: Proof) -> list[str]:
    """The codes that fail, of those on layouts."""
    verdicts = check(found).verdicts
    return [code for code in LAYOUT_RULES if verdicts[code] == FAIL and code != "PDF-BROKEN"]


@pytest.mark.parametrize(
    ("body", "css", "more"),
    [
        ("<p>text</p>", "", {}),
        (f"<p>{lines(300)}</p>", "", {}),
        ("<p>short</p>", BOX, {}),
        (f'<div id="a">{lines(20)}</div>', FIT, {"slots": SLOTS}),
        ("<p>one</p><p>two</p>", "p + p{break-before:page}", {"pages": TWO}),
        ("<p>tight<br>lines<br>here</p>", "p{font-size:14pt; line-height:1}", {}),
        ("<p>at the edge</p>", "@page{margin:0} p{position:absolute; right:0; bottom:0}", {}),
        ("<p>a<sup>2</sup>b<sub>3</sub> <b>c</b></p>", "p{font-size:12pt}", {}),
        ("<p>kept</p><p>in<br>line</p>", "p{margin-bottom:-.4mm}", {}),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "table{border-collapse:collapse}", {}),
        (
            f"<h1>Head</h1><p>{lines(300)}</p>",
            "h1{position:running(h)} @page{@top-left{content:element(h)}}",
            {},
        ),
    ],
)
def test_a_sound_page_passes_every_rule(body: str, css: str, more: Mapping[str, object]) -> None:
    checked = check(proof(body, css, **more))
    assert checked.diagnostics == ()
    assert checked.verdicts == dict.fromkeys(RULES, PASS)


@pytest.mark.parametrize(
    ("code", "message", "body", "css", "more"),
    [
        ("ENGINE-LOG", "colour", "<p>x</p>", "p{colour:red}", {}),
        ("ENGINE-LOG", "notdef", "<p>❯</p>", "", {}),
        ("ENGINE-LOG", "No anchor #nope", '<p><a href="#nope">x</a></p>', "", {}),
        (
            "FETCH-REFUSED",
            "file:///a.png was asked for and refused",
            "<p>x</p>",
            "p{background:url(file:///a.png)}",
            {},
        ),
        ("PAGE-COUNT", "1 pages, 2 expected", "<p>x</p>", "", {"pages": TWO}),
        (
            "PAGE-COUNT",
            "3 pages, 1 to 2 expected",
            "<p>x</p><p>y</p><p>z</p>",
            "p + p{break-before:page}",
            {"pages": PageCount(least=1, most=2)},
        ),
        (
            "PAGE-SIZE",
            "page 1 is 120.0 x 100.0 mm, 100 x 100 mm expected",
            "<p>x</p>",
            "@page{size:120mm 100mm}",
            {},
        ),
        (
            "COPYFIT",
            "a is 43.2 mm too high at its smallest type, 8pt",
            f'<div id="a">{lines(120)}</div>',
            FIT,
            {"slots": SLOTS},
        ),
        (
            "TEXT-LOST",
            "characters are on no page: gone",
            "<p>x <b>gone</b></p>",
            "b{display:none}",
            {},
        ),
        ("TEXT-LOST", "1 character is on no page: y", "<p>x <b>y</b></p>", "b{display:none}", {}),
        (
            "TEXT-LOST",
            "1275 characters are on no page: word3",
            f"<p>{lines(200)}</p>",
            f"{BOX} p{{top:75mm}}",
            {},
        ),
        ("TEXT-CLIPPED", "page 1: 'word12 ", f"<p>{lines(60)}</p>", BOX, {}),
        ("TEXT-CLIPPED", " more", f"<p>{lines(60)}</p>", BOX, {}),
        ("TEXT-CLIPPED", "'unbreakable'", "<p>unbreakable</p>", f"{BOX} p{{width:9mm}}", {}),
        (
            "TEXT-CLIPPED",
            "word0 word1",
            f"<p>{lines(9)}</p>",
            f"{BOX} p{{white-space:nowrap; text-overflow:ellipsis}}",
            {},
        ),
        ("TEXT-OFF-PAGE", "page 1: 'far'", "<p>far</p>", "p{position:absolute; left:-30mm}", {}),
        ("TEXT-OFF-PAGE", "page 1", "<p>unbreakable</p>", "p{margin-left:75mm}", {}),
        (
            "TEXT-OVERLAP",
            "page 1: 'two' stands on 'one'",
            "<p>one</p><p>two</p>",
            "p + p{margin-top:-3mm}",
            {},
        ),
    ],
)
def test_a_fault_is_found(
    code: str, message: str, body: str, css: str, more: Mapping[str, object]
) -> None:
    checked = check(proof(body, css, **more))
    found = [d for d in checked.diagnostics if d.code == code]
    assert any(message in d.message for d in found), checked.diagnostics
    assert checked.verdicts[code] == FAIL


CARD = "<div class='side'><div id='routes'>{}</div><p class='foot'>The board, issue 1.</p></div>"
CARD_CSS = (
    "@page{margin:0} .side{position:relative; width:100mm; height:100mm}"
    "#routes{position:absolute; top:10mm; left:10mm; width:80mm; height:var(--fit-routes-height);"
    " font-size:var(--fit-routes); overflow:hidden}"
    ".foot{position:absolute; bottom:7mm; left:10mm}"
)


@pytest.mark.parametrize(("height", "overlaps"), [(82.0, True), (75.0, False)])
def test_a_slot_that_reaches_into_the_foot_of_a_card(height: float, *, overlaps: bool) -> None:
    text = "<br>".join(["Front door 01632 960000"] * 14)
    one = Slot(id="routes", height=height, floor=9.0, ceiling=13.0)
    found = faults(proof(CARD.format(text), CARD_CSS, slots=(one,)))
    assert found == (["TEXT-OVERLAP"] if overlaps else [])


def run(text: str, x: float, y: float, width: float = 10.0, **more: object) -> TextRun:
    values: dict[str, object] = {"text": text, "x": x, "y": y, "width": width, "height": 4.0}
    return TextRun(**{**values, "size": 10.0, **more})  # type: ignore[arg-type]


def page_of(*runs: TextRun) -> Proof:
    return Proof(document("x"), b"", (PageProof(SIDE, SIDE, runs),))


@pytest.mark.parametrize(
    ("one", "other", "overlaps"),
    [
        (run("a", 10, 10), run("b", 10, 10), True),
        (run("a", 10, 10), run("b", 15, 12), True),
        (run("a", 10, 10), run("b", 10, 12.5), True),
        (run("a", 10, 10), run("b", 10, 12.7), False),
        (run("a", 10, 10), run("b", 19.8, 10), False),
        (run("a", 10, 10), run("b", 19.6, 10), True),
        (run("a", 10, 10), run("b", 30, 10), False),
        (run("a", 10, 10, height=20.0), run("b", 12, 28), True),
        (run("a", 10, 10, height=20.0), run("b", 12, 29), False),
    ],
)
def test_how_much_lines_may_share(one: TextRun, other: TextRun, *, overlaps: bool) -> None:
    for runs in ((one, other), (other, one)):
        assert faults(page_of(*runs)) == (["TEXT-OVERLAP"] if overlaps else [])


@pytest.mark.parametrize(
    ("top", "overlaps"), [(0.0, True), (12.5, True), (13.0, False), (40.0, False)]
)
def test_only_what_a_clip_lets_through_can_stand_on_other_text(
    top: float, *, overlaps: bool
) -> None:
    found = faults(page_of(run("a", 10, 10), run("b", 10, 12, clip=(0.0, top, 99.0, 99.0))))
    assert ("TEXT-OVERLAP" in found) == overlaps


def test_each_pair_is_told_once_and_pages_do_not_mix() -> None:
    lower, upper, apart = run("low", 10, 11), run("up", 10, 10), run("apart", 60, 10)
    pages = (
        PageProof(SIDE, SIDE, (lower, apart)),
        PageProof(SIDE, SIDE, (lower, apart, upper)),
    )
    found = replace(page_of(), pages=pages)
    assert [d.message for d in told(found)] == ["page 2: 'low' stands on 'up'"]


@pytest.mark.parametrize(
    ("place", "fault"),
    [
        ({"x": -0.1, "y": 0.0}, None),
        ({"x": -0.3, "y": 0.0}, "TEXT-OFF-PAGE"),
        ({"x": 90.1, "y": 0.0}, None),
        ({"x": 90.3, "y": 0.0}, "TEXT-OFF-PAGE"),
        ({"x": 0.0, "y": 96.3}, "TEXT-OFF-PAGE"),
        ({"x": 10.0, "y": 10.0, "clip": (10.0, 10.0, 20.0, 14.0)}, None),
        ({"x": 10.0, "y": 10.0, "clip": (10.0, 10.0, 19.0, 14.0)}, "TEXT-CLIPPED"),
        ({"x": 10.0, "y": 10.0, "clip": (10.0, 10.3, 20.0, 14.0)}, "TEXT-CLIPPED"),
    ],
)
def test_a_hair_over_an_edge_is_let_through(place: dict[str, float], fault: str | None) -> None:
    assert faults(page_of(run("a", **place))) == ([fault] if fault else [])


def test_a_slot_that_is_full_to_the_brim_fits() -> None:
    full = Fitted(SLOTS[0], 8.0, SLOTS[0].height)
    over = Fitted(SLOTS[0], 8.0, SLOTS[0].height + 0.06)
    assert faults(replace(page_of(), fitted=(full,))) == []
    (found,) = told(replace(page_of(), fitted=(over,)))
    assert found.message == "a is 0.1 mm too high at its smallest type, 8pt"


def test_a_line_that_the_engine_says_twice_is_told_once() -> None:
    found = told(replace(page_of(), log=("same", "same", "other")))
    assert [d.message for d in found] == ["same", "other"]


def test_much_lost_text_is_cut() -> None:
    (found,) = told(replace(page_of(), lost="word " * 99))
    assert found.message.startswith("396 characters are on no page: word word")
    assert found.message.endswith("…")
    assert len(found.message) < 250


def test_a_diagnostic_names_its_edition_and_covers_no_other() -> None:
    (found,) = told(replace(page_of(), lost="x"))
    assert found.where == Where("brand-audience-small")
    assert found.severity is Severity.ERROR
    assert found.scope.covers("brand", "audience", "small")
    assert not found.scope.covers("brand", "other", "small")


def test_every_rule_has_its_entry_in_the_catalogue() -> None:
    assert [code for code in RULES if rule_of(code) is None] == []


def result_of(found: Proof, code: str) -> Result:
    (result,) = [result for result in check(found).results if result.code == code]
    return result


@pytest.mark.parametrize(
    ("code", "figure", "found"),
    [
        ("PAGE-COUNT", "1 page", page_of()),
        ("PAGE-SIZE", "100.0 x 100.0 mm", page_of()),
        ("COPYFIT", "no slots", page_of()),
        ("COPYFIT", "fullest slot a 50% at 9pt", replace(page_of(), fitted=(HALF_FULL,))),
        ("TEXT-LOST", "0 characters lost", page_of()),
        ("TEXT-OVERLAP", "0 overlaps", page_of(run("a", 10, 10))),
        ("ENGINE-LOG", "0 lines", page_of()),
        ("FETCH-REFUSED", "0 refused", page_of()),
    ],
)
def test_a_result_has_its_figure_in_words(code: str, figure: str, found: Proof) -> None:
    assert result_of(found, code) == Result(code, figure)


def test_a_fault_says_where_it_can_be_seen() -> None:
    found = page_of(run("in", 10, 10), run("out", 95, 20))
    (fault,) = result_of(found, "TEXT-OFF-PAGE").faults
    assert fault.spots == (Spot(1, 95, 20, 10, 4),)
    two = page_of(run("a", 10, 10), run("b", 15, 12))
    (fault,) = result_of(two, "TEXT-OVERLAP").faults
    assert fault.spots == (Spot(1, 10, 10, 10, 4), Spot(1, 15, 12, 10, 4))


def test_a_fault_of_a_known_line_is_told_there_with_the_name_of_the_edition(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = Where("source/messages.yaml", 12)
    fault = Fault("W1 is in red", (), place, "make it blue")
    monkeypatch.setattr(
        "briefpress.check.LAYOUT_RULES", {"COPYFIT": lambda _: Judged("", (fault,))}
    )
    (found,) = told(page_of())
    assert (found.where, found.hint) == (place, "make it blue")
    assert found.message == "brand-audience-small: W1 is in red"


def test_what_only_warns_is_no_failure() -> None:
    assert Result("SECTION-ORDER", "", (Fault("x"),)).verdict == WARNING
    assert Result("TEXT-LOST", "", (Fault("x"),)).verdict == FAIL
    assert Result("TEXT-LOST").verdict == PASS


def test_what_the_layout_forgot_is_told_at_its_line() -> None:
    place = Where("source/brands/a/brand.yaml", 7)
    left_out = Claim(ClaimKind.CONTACT, "front_door 1 phone 1", "01632 960114", place, 10)
    found = page_of()
    found = replace(found, document=replace(found.document, forgotten=(left_out,)))
    (fault,) = told(found)
    assert (fault.code, fault.where) == ("LAYOUT-FORGETS", place)
    assert fault.message == (
        "brand-audience-small: contact front_door 1 phone 1 (01632 960114) is not printed by x"
    )
