"""Words and names too long for a line: broken, never cut off, whatever the layout."""

from collections.abc import Callable

import pytest

from briefpress.check import check
from briefpress.compose import compose
from briefpress.diagnostics import Severity
from briefpress.model.edition import Edition
from briefpress.model.library import Loaded
from briefpress.render import Engine
from briefpress.selection import select
from tests.conftest import Edit

LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
TITLE = "Schwimmbadsicherheitsüberwachungsverordnung im Alltag"
NAME = "Wexbridge and the Upper Northern Riverlands Joint Repair and Reuse Network Partnership Bd"


@pytest.mark.parametrize("layout", ["briefing", "card", "seven-minute"])
def test_long_words_and_names_stay_on_the_page(
    layout: str, edit: Edit, load_it: Callable[[], Loaded]
) -> None:
    edit.replace("publication.yaml", "title: Running a repair café", f"title: {LONG}")
    edit.replace("messages.yaml", "command: No microwaves", f"command: {LONG} meiden")
    edit.replace(
        "brands/wexbridge/brand.yaml", "full: Wexbridge Repair Café Network", f"full: {NAME}"
    )
    library = load_it().library
    assert library is not None
    made = select(library, Edition("wexbridge", "fixers", layout))
    proof = Engine().render(compose(made, library))
    assert [str(found) for found in check(proof).diagnostics] == []
    shown = "".join(run.text for page in proof.pages for run in page.runs)
    assert LONG in shown.replace("-", "").replace(" ", "")


@pytest.mark.parametrize("layout", ["briefing", "card", "seven-minute"])
@pytest.mark.parametrize("format_", ["screen", "large-print"])
@pytest.mark.parametrize("name", ["Donaudampfschifffahrtsgesellschaftskapitäne", LONG[:55]])
def test_an_audience_may_have_a_long_word_for_a_name(
    name: str, format_: str, layout: str, edit: Edit, load_it: Callable[[], Loaded]
) -> None:
    edit.replace("audiences.yaml", "name: Fixers", f"name: {name}")
    edit.replace("publication.yaml", "title: Running a repair café", f"title: {TITLE}")
    library = load_it().library
    assert library is not None
    made = select(library, Edition("wexbridge", "fixers", layout, format_))
    found = check(Engine().render(compose(made, library))).diagnostics
    assert [str(one) for one in found if one.severity is Severity.ERROR] == []
