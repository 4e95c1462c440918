"""Panels of practice points: each stands whole on one page, under its title."""

from collections import defaultdict
from pathlib import Path

import pytest

from briefpress.compose import compose
from briefpress.load import load
from briefpress.model.edition import Edition
from briefpress.model.layout import Format
from briefpress.render import Engine
from briefpress.selection import select
from tests.conftest import TODAY

ROOT = Path(__file__).parents[2]
SHORT = 3
"""Points of a panel that large print keeps together; more may be longer than its page."""


@pytest.mark.parametrize(
    ("audience", "format_", "most"),
    [("police", Format.SCREEN, 99), ("boards", Format.LARGE_PRINT, SHORT)],
)
def test_a_panel_is_not_parted_from_its_title(audience: str, format_: Format, most: int) -> None:
    """Both had panels that began at the foot of one page and went on, untitled, on the next."""
    library = load(ROOT / "source", ROOT / "layouts", TODAY).library
    assert library is not None
    edition = Edition("eastmarsh", audience, "briefing", format_)
    proof = Engine().render(compose(select(library, edition), library))
    on: defaultdict[str, set[int]] = defaultdict(set)
    for number, page in enumerate(proof.pages, 1):
        for line in page.lines:
            for name in line.within:
                on[name].add(number)
    of = dict.fromkeys(library.themes, 0)
    for message in library.messages:
        of[message.theme] += message.audiences is None or audience in message.audiences
    kept = {f"messages-{theme}" for theme, count in of.items() if 0 < count <= most} & set(on)
    assert len(kept) > 1
    assert {name: on[name] for name in kept if len(on[name]) > 1} == {}
