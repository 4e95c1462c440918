"""Preflight rules on page breaks: each fires on its fault, and stays quiet without it."""

from dataclasses import replace

import pytest

from briefpress.check import check
from briefpress.diagnostics import Severity, Where
from briefpress.model.checked import WARNING, Result
from briefpress.model.claims import Claim, ClaimKind
from briefpress.model.document import Document, Proof
from briefpress.model.layout import PageCount
from briefpress.render import Engine
from tests.unit.render.support import document, lines

ROW = "p{line-height:5mm; width:70mm} h2{font-size:10pt; line-height:5mm}"
"""A page has room for 16 rows."""
ROOM = 16
GAP = '<div style="height:{}mm"></div>'
NEXT = 'style="break-before:page"'


def rows(count: int) -> str:
    """A paragraph of so many lines."""
    return f"<p>{'<br>'.join(f'row {n}' for n in range(count))}</p>"


def single(count: int) -> str:
    """As many paragraphs of one line."""
    return "".join(f"<p>row {n}</p>" for n in range(count))


def made(body: str, css: str = "", pages: PageCount | None = None) -> Proof:
    return Engine().render(document(body, ROW + css, pages=pages))


def result(proof: Proof, code: str) -> Result:
    return next(one for one in check(proof).results if one.code == code)


def messages(proof: Proof, code: str) -> list[str]:
    return [fault.message for fault in result(proof, code).faults]


@pytest.mark.parametrize("over", [1, 2, 3])
def test_a_page_that_holds_a_few_lines_is_told_with_what_would_save_it(over: int) -> None:
    proof = made(f"<h2>Tea</h2>{single(ROOM - 1 + over)}")
    (fault,) = result(proof, "PAGE-SPARSE").faults
    shown = f"{over} line{'s' if over > 1 else ''}"
    assert fault.message == f"page 2 of 2 holds {shown} of 'Tea', and no more"
    assert fault.hint == f"shorten what stands on page 1 by {shown}, and the page is saved"
    (spot,) = fault.spots
    assert spot.page == 2
    assert spot.height == pytest.approx(5.0 * over, abs=0.1)
    saved = made(f"<h2>Tea</h2>{single(ROOM - 1)}")
    assert len(saved.pages) == 1


def test_a_page_in_the_middle_before_one_that_a_style_begins() -> None:
    proof = made(f"{single(2 * ROOM + 1)}<h2 {NEXT}>End</h2><p>x</p>")
    (fault,) = result(proof, "PAGE-SPARSE").faults
    assert fault.message == "page 3 of 4 holds 1 line, and no more"
    assert fault.hint.startswith("shorten what stands on pages 1 to 2 by 1 line")


@pytest.mark.parametrize(
    "body",
    [
        single(ROOM),
        single(ROOM + 4),
        f"{single(3)}<p {NEXT}>a part of its own</p>",
        f"<div style='break-after:page'>{single(3)}</div><p>after a part</p>",
        f"{single(3)}<section {NEXT}><div><p>deep inside</p></div></section>",
    ],
    ids=["one page", "enough", "begins", "ends", "deep"],
)
def test_a_page_that_is_full_enough_or_wanted_is_let_through(body: str) -> None:
    assert messages(made(body), "PAGE-SPARSE") == []


def test_what_goes_on_from_a_page_that_a_style_began_is_not_wanted_itself() -> None:
    proof = made(f"<p>cover</p><section {NEXT}>{single(ROOM + 1)}</section>")
    assert [page.is_forced for page in proof.pages] == [True, True, False]
    assert messages(proof, "PAGE-SPARSE") == ["page 3 of 3 holds 1 line, and no more"]


def test_a_page_without_any_text_is_as_empty_as_can_be() -> None:
    proof = made(f"{single(ROOM)}{GAP.format(4)}")
    assert messages(proof, "PAGE-SPARSE") == ["page 2 of 2 holds nothing to read, and no more"]
    assert result(proof, "PAGE-SPARSE").figure == "emptiest page 2 0% full"


def test_a_layout_with_a_fixed_number_of_pages_has_none_to_save() -> None:
    two = PageCount(least=2, most=2)
    found = result(made(single(ROOM + 1), pages=two), "PAGE-SPARSE")
    assert (found.figure, found.faults) == ("no page to save", ())


ONE = "p{orphans:1; widows:1}"


@pytest.mark.parametrize(
    ("before", "length", "css", "said"),
    [
        (ROOM - 1, 5, ONE, ["page 1: the first line of a paragraph stands alone: 'row 0'"]),
        (ROOM - 4, 5, ONE, ["page 2: the last line of a paragraph stands alone: 'row 4'"]),
        (ROOM - 1, 5, "", []),
        (ROOM - 4, 5, "", []),
        (ROOM - 2, 5, ONE, []),
        (ROOM, 1, ONE, []),
    ],
)
def test_a_line_alone(before: int, length: int, css: str, said: list[str]) -> None:
    proof = made(single(before) + rows(length) + single(8), css)
    assert messages(proof, "LINE-ALONE") == said


def test_the_head_of_a_table_is_repeated_not_broken() -> None:
    body = "".join(f"<tr><td>{n}</td></tr>" for n in range(40))
    table = f"<table><thead><tr><th>Head</th></tr></thead><tbody>{body}</tbody></table>"
    proof = made(table)
    assert len(proof.pages) > 1
    assert messages(proof, "LINE-ALONE") == []


FREE = "h2{break-after:auto}"
FOOT = single(ROOM - 1) + "<h2>Tea</h2>"


@pytest.mark.parametrize(
    ("body", "css", "said"),
    [
        (FOOT + rows(6), FREE, ["page 1: the heading 'Tea' stands alone at the foot"]),
        (FOOT + rows(6), "h2{break-after:avoid}", []),
        (single(ROOM - 2) + "<h2>Tea</h2><p>one</p>" + single(6), FREE, []),
        (single(3) + "<h2>Tea</h2>", FREE, []),
        (single(3) + f"<h2>Tea</h2><p {NEXT}>x</p>", FREE, []),
    ],
    ids=["alone", "kept", "followed", "at the end", "a page of its own"],
)
def test_a_heading_alone(body: str, css: str, said: list[str]) -> None:
    assert messages(made(body, css), "HEADING-ALONE") == said


def test_a_heading_over_a_picture_is_not_alone() -> None:
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    body = f'{single(8)}<h2>Tea</h2><img src="../a.svg" alt="x" style="width:20mm">{rows(9)}'
    one = document(
        body, ROW + FREE + "img{display:block; height:30mm}", assets={"a.svg": picture.encode()}
    )
    proof = Engine().render(one)
    assert proof.pages[0].lines[-1].text == "Tea"
    assert messages(proof, "HEADING-ALONE") == []


def with_claim(one: Document, text: str) -> Document:
    where = Where("source/sections/tea.md", 9)
    return replace(one, claims=(Claim(ClaimKind.TEXT, "1", text, where, 9.0),))


def test_what_is_found_is_a_warning_at_the_line_of_the_source() -> None:
    one = with_claim(document(single(ROOM) + "<p>the last words</p>", ROW), "the last words")
    checked = check(Engine().render(one))
    assert checked.verdicts["PAGE-SPARSE"] == WARNING
    (found,) = [d for d in checked.diagnostics if d.code == "PAGE-SPARSE"]
    assert found.severity is Severity.WARNING
    assert str(found.where) == "source/sections/tea.md:9"


def test_a_long_line_is_cut_when_it_is_told() -> None:
    proof = made(f"{single(ROOM - 1)}<p>{lines(60, 'w')}</p>", f"{ONE} p{{font-size:7pt}}")
    (said, *_) = messages(proof, "LINE-ALONE")
    assert said.endswith("…'")
