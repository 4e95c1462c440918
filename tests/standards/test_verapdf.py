"""What veraPDF, the reference validator, says of every layout for every audience."""

from collections.abc import Mapping
from functools import cache
from io import BytesIO

import pikepdf
import pytest

from briefpress.compose import compose
from briefpress.load import load
from briefpress.model.document import Proof
from briefpress.model.edition import Edition
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.plates.maker import Maker
from briefpress.render import Engine
from briefpress.selection import Wanted, editions_of, select
from tests.conftest import TODAY
from tests.nation import BOARDS
from tests.nation import composed as of_board
from tests.nation import library as nation
from tests.nation import render as rendered
from tests.pages.tongues import composed as tongues
from tests.standards.support import HERE, STANDARDS, Verdict, verdicts
from tests.structure import structure_of
from tests.unit.render.support import document, proof

ROOT = HERE.parents[1]
ROWS = "".join(f"<tr><th>Row {n}</th><td>cell {n}</td></tr>" for n in range(40))
SQUARE = b"""<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60">
<rect width="9" height="9"/></svg>"""
WORST = (
    ".fn{float:footnote} .float{float:right} .away{position:absolute; right:0} .faint{opacity:.5}"
    ".narrow{width:22mm} .fixed{position:fixed; bottom:-9mm} .block{display:block}"
    ".running{position:running(head)} @page{@top-left{content:element(head)}"
    " @bottom-right{content:counter(page)}} .plain{list-style:none} table{width:100%}"
    "ul{list-style-type:'> '} html{hyphenate-character:'-'} aside{border:1mm solid; padding:2mm}"
)
SCREEN_FORMATS = (str(Format.SCREEN), str(Format.LARGE_PRINT))
BROKEN = {"no-level-left-out": "ua1", "no-meaning-of-colours": "2a"}
"""Files that must fail, each in one standard: a judge who is asleep finds nothing."""


@cache
def publication() -> Library:
    """What is really published."""
    found = load(ROOT / "source", ROOT / "layouts", TODAY).library
    assert found is not None
    return found


def chosen() -> tuple[Edition, ...]:
    """One edition of each layout for each audience, and one of each layout in large print.

    Each is of the next brand, so that all brands are among them.
    """
    library = publication()
    picked: dict[tuple[str, ...], list[Edition]] = {}
    for edition in sorted(editions_of(library, Wanted(formats=SCREEN_FORMATS))[0]):
        large = edition.format == Format.LARGE_PRINT
        kind = (edition.layout, edition.format) if large else (edition.layout, edition.audience)
        picked.setdefault(kind, []).append(edition)
    turns = enumerate(picked.values())
    return tuple(editions[7 * turn % len(editions)] for turn, editions in turns)


SPOKEN = [(layout, form) for layout in ("briefing", "card") for form in SCREEN_FORMATS]
"""What a board that speaks five languages besides English has."""


PLATED = [(layout, board) for layout in ("card", "briefing") for board in BOARDS[:2]]
"""What comes from plates: for the longest name and the shortest."""


def plated() -> Mapping[str, bytes]:
    """Files that were put together from plates and what a board adds."""
    maker = Maker(nation(), rendered)
    made = {}
    for layout, board in PLATED:
        proof = maker.proof(of_board(board, layout))
        assert isinstance(proof, Proof)
        made[f"plated-{layout}-{board}"] = proof.pdf
    return made


def worst() -> bytes:
    """Everything that a layout may hold, in one document."""
    body = (HERE / "torture.html").read_text(encoding="utf-8").replace("ROWS", ROWS)
    made = proof(body, WORST, assets={"a.svg": SQUARE})
    assert made.log == ()
    return made.pdf


def broken() -> Mapping[str, bytes]:
    """What a judge must find."""
    with pikepdf.open(BytesIO(proof("<h1>a</h1><p>b</p>").pdf)) as pdf:
        del pdf.Root.OutputIntents
        out = BytesIO()
        pdf.save(out)
    levels = Engine().render(document("<h1>a</h1><h3>b</h3>")).pdf
    return {"no-level-left-out": levels, "no-meaning-of-colours": out.getvalue()}


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, str], Verdict]:
    """All files, judged in one process."""
    folder = tmp_path_factory.mktemp("standards")
    engine, library = Engine(), publication()
    made = {"worst": worst(), **broken(), **plated()}
    for layout, form in SPOKEN:
        made[f"tongues-{layout}-{form}"] = engine.render(tongues(layout, form)).pdf
    for edition in chosen():
        made[edition.id] = engine.render(compose(select(library, edition), library)).pdf
    for name, data in made.items():
        (folder / f"{name}.pdf").write_bytes(data)
        with pikepdf.open(BytesIO(data)) as pdf:
            assert pdf.check_pdf_syntax() == [], name
    return verdicts(sorted(folder.iterdir()))


@pytest.mark.slow
def test_the_judge_is_awake(judged: Mapping[tuple[str, str], Verdict]) -> None:
    clauses = {"no-level-left-out": "7.4.2-1", "no-meaning-of-colours": "6.2.4.3-2"}
    for name, standard in BROKEN.items():
        for asked in STANDARDS:
            verdict = judged[asked, name]
            assert verdict.passed == (asked != standard)
            assert any(clauses[name] in found for found in verdict.findings) != verdict.passed
            assert verdict.checks > 50


@pytest.mark.slow
@pytest.mark.parametrize("standard", STANDARDS)
def test_nothing_is_found_against_any_edition(
    judged: Mapping[tuple[str, str], Verdict], standard: str
) -> None:
    spoken = [f"tongues-{layout}-{form}" for layout, form in SPOKEN]
    branded = [f"plated-{layout}-{board}" for layout, board in PLATED]
    names = ["worst", *spoken, *branded, *(edition.id for edition in chosen())]
    found = {name: judged[standard, name].findings for name in names}
    assert {name: said for name, said in found.items() if said} == {}
    assert all(judged[standard, name].passed for name in names)
    library = publication()
    screen = {(e.layout, e.audience) for e in chosen() if e.format == Format.SCREEN}
    assert screen == {
        (layout, audience)
        for layout in library.publication.builds.layouts
        for audience in library.audiences
    }


def test_the_worst_document_is_told_whole() -> None:
    found = structure_of(worst())
    assert set(found.uses.values()) == {1}
    assert [tag.text for tag in found.root.all("H1", "H2", "H3")] == [
        "Everything at once",
        "Contents",
        "Lists",
        "A command",
        "Tables",
        "Links and notes",
    ]
    assert [len(list(table.all("TR"))) for table in found.root.all("Table")] == [41, 5]
    assert [note.text for note in found.root.all("Note")] == [
        "1. A note with bold in it.",
        "2. A note in a callout.",
    ]
    assert {a.text.strip() for a in found.artifacts if a.text.strip()} >= {"running head"}
