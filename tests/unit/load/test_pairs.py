"""The pairs that are declared are those that the stylesheets of layouts use."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefpress.load import load
from briefpress.palette import PAIRS
from tests.conftest import TESTS, TODAY

LAYOUTS = TESTS.parent / "layouts"
SHEETS = sorted(path.relative_to(LAYOUTS).as_posix() for path in LAYOUTS.rglob("*.css"))
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
INK = re.compile(r"(?<![-a-z])color:\s*var\(--brand-([a-z-]+)\)")
GROUND = re.compile(r"(?<![-a-z])background(?:-color)?:\s*var\(--brand-([a-z-]+)\)")


def rules(sheet: str) -> Iterator[tuple[str, set[str], set[str]]]:
    """Each rule of a stylesheet: its selector, and the tokens of its inks and grounds."""
    text = (LAYOUTS / sheet).read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    for selector, body in RULE.findall(text):
        found = (pattern.findall(body) for pattern in (INK, GROUND))
        inks, grounds = ({name.replace("-", "_") for name in names} for names in found)
        yield selector.strip(), inks, grounds


def declared(sheet: str) -> set[frozenset[str]]:
    """The pairs of a stylesheet's layout; contrast is the same both ways."""
    library = load(TESTS / "specimen" / "source", LAYOUTS, TODAY).library
    assert library is not None
    folder = sheet.partition("/")[0]
    own = library.layouts[folder].data.pairs if folder in library.layouts else ()
    return {frozenset({pair.ink, pair.ground}) for pair in (*PAIRS, *own)}


@pytest.mark.parametrize("sheet", SHEETS)
def test_what_a_stylesheet_uses_is_declared(sheet: str) -> None:
    pairs = declared(sheet)
    tokens = frozenset().union(*pairs)
    missing = []
    for selector, inks, grounds in rules(sheet):
        both = {frozenset({ink, ground}) for ink in inks for ground in grounds} - pairs
        alone = (inks | grounds) - tokens
        missing += [(selector, *found) for found in (both, alone) if found]
    assert missing == [], "add the pair to `pairs:` of layout.yaml"


def test_the_stylesheets_are_read() -> None:
    """The patterns see what there is: a token that is never an ink or a ground would pass."""
    found = [rule for sheet in SHEETS for rule in rules(sheet)]
    assert {ink for _, inks, _ in found for ink in inks} >= {"ink", "text", "quiet", "on_primary"}
    assert {ground for _, _, grounds in found for ground in grounds} >= {"primary", "tint"}
    assert Path(LAYOUTS / SHEETS[0]).is_file()
