"""The national specimen, from the command to the pages: nothing is found wrong with any board."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from briefpress.diagnostics import Diagnostic, Severity
from briefpress.model.edition import Edition
from briefpress.pipeline import Request, look, verify
from briefpress.program import find_layouts
from briefpress.selection import Wanted
from briefpress.start import start_specimen
from tests.conftest import TODAY
from tests.watching import Unwatched

ROOT = Path(__file__).parents[2]
FEW, ALL = 12, 150
AUDIENCE = "police"


def made(folder: Path, count: int) -> Request:
    """A specimen of the project's own publication, and the request that builds it."""
    source = ROOT / "source"
    here = Request(source, find_layouts(source), folder / "output", TODAY)
    assert start_specimen(here, folder / "specimen", count) == ()
    return replace(here, source=folder / "specimen" / "source")


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Request:
    return made(tmp_path_factory.mktemp("few"), FEW)


def wrong(found: Iterable[Diagnostic]) -> list[str]:
    """What somebody would have to mend."""
    return [str(diagnostic) for diagnostic in found if diagnostic.severity is not Severity.NOTE]


def passed(request: Request, layout: str, brands: tuple[str, ...] = ()) -> tuple[Edition, ...]:
    """The editions of a layout that pass; nothing may be said of any."""
    wanted = Wanted(brands, (AUDIENCE,), (layout,), ("screen",))
    outcome = verify(replace(request, wanted=wanted, jobs=2), Unwatched())
    assert wrong(outcome.diagnostics) == []
    assert outcome.passed == tuple(sorted(outcome.editions))
    return outcome.passed


def test_nothing_is_wrong_with_any_pack(few: Request) -> None:
    library, _, found = look(few)
    assert wrong(found) == []
    assert library is not None
    assert len(library.brands) == FEW + 1


def test_every_board_gets_its_card(few: Request) -> None:
    assert len(passed(few, "card")) == FEW + 1


def test_short_and_long_names_pale_and_dark_colours_make_briefings(few: Request) -> None:
    chosen = ("jilm", "jarnenmoor-sondenmere-and-jeskergate", "listerstrand", "broroheath")
    assert len(passed(few, "briefing", chosen)) == len(chosen)


@pytest.mark.slow
def test_all_boards_get_their_cards_and_briefings(tmp_path: Path) -> None:
    request = made(tmp_path, ALL)
    _, _, found = look(request)
    assert wrong(found) == []
    for layout in ("card", "briefing"):
        assert len(passed(request, layout)) == ALL + 1
