"""What is written anew for each document is read back, and held against its parts."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from briefpress.palette import Palette, palette_of
from briefpress.plates.assemble import assemble
from briefpress.plates.plate import Plate
from briefpress.plates.readback import misfits
from briefpress.plates.shell import Shell
from tests.nation import BOARDS, library
from tests.unit.plates.support import BOARD, Parts

Whole = tuple[Plate, list[Shell], Palette]
PALETTE = palette_of(library().brands[BOARD].data)


def with_shells(change: Callable[[Shell], Shell]) -> Callable[[Whole], Whole]:
    return lambda whole: (whole[0], [change(shell) for shell in whole[1]], whole[2])


def with_pages(**changes: object) -> Callable[[Whole], Whole]:
    def changed(whole: Whole) -> Whole:
        pages = tuple(replace(page, **changes) for page in whole[0].pages)  # type: ignore[arg-type]
        return replace(whole[0], pages=pages), whole[1], whole[2]

    return changed


def without_links(shell: Shell) -> Shell:
    return replace(shell, links=())


def turned(shell: Shell) -> Shell:
    """Its marks lead to each other's elements."""
    return replace(shell, owners=tuple(reversed(shell.owners)))


def renamed(shell: Shell) -> Shell:
    """One font stands for another."""
    fonts = dict(shell.names[b"/Font"])
    meant = list(fonts.values())
    other = dict(zip(fonts, meant[1:] + meant[:1], strict=True))
    return replace(shell, names={**shell.names, b"/Font": other})


def emptied(shell: Shell) -> Shell:
    return replace(shell, kids=dict.fromkeys(shell.kids, b""))


def keyed(shell: Shell) -> Shell:
    """Its links lead to each other's elements."""
    elements = list(shell.others.values())
    return replace(shell, others=dict(zip(shell.others, elements[1:] + elements[:1], strict=True)))


def recoloured(whole: Whole) -> Whole:
    return *whole[:2], palette_of(library().brands[BOARDS[0]].data)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (with_pages(contents=b"8 0 R"), "draws something else"),
        (with_shells(without_links), "has other links"),
        (with_shells(renamed), "names of the kind /Font mean something else"),
        (with_shells(emptied), "holds something else"),
        (with_shells(turned), "leads to another element"),
        (with_shells(keyed), "leads to another element"),
        (recoloured, "its colours are not those of the brand"),
    ],
    ids=["drawing", "links", "names", "elements", "marks", "keys", "colours"],
)
def test_what_was_put_together_otherwise_is_told(
    parts: Parts, change: Callable[[Whole], Whole], told: str
) -> None:
    pdf = assemble(*change((*parts, PALETTE)))
    with pikepdf.open(BytesIO(pdf)) as file:
        assert any(told in one for one in misfits(file, *parts, PALETTE))


def test_a_file_that_was_put_together_of_its_parts_is_what_they_ask_for(
    parts: Parts, pdf: bytes
) -> None:
    with pikepdf.open(BytesIO(pdf)) as file:
        assert list(misfits(file, *parts, PALETTE)) == []
        assert list(misfits(file, *parts, PALETTE)) == []
