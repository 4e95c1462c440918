"""The national specimen: packs of boards that there are not, valid, diverse, always the same."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import PurePosixPath

from briefpress.packs.logo import Faces, Inks, logo
from briefpress.packs.newbrand import reversed_inks
from briefpress.packs.slug import slug_of
from briefpress.packs.specimen.board import Invented, invented, pack_of
from briefpress.packs.specimen.contacts import Board
from briefpress.packs.specimen.dice import Dice
from briefpress.packs.specimen.marks import marks
from briefpress.packs.specimen.names import named_boards
from briefpress.packs.writing import as_yaml

MOST = 900
"""Boards for which there are numbers."""
TEAM = "0306 999 0{:03}"
"""Numbers of teams that two boards share: kept for drama, of no area."""
SHARING = 9
"""Every so many boards, one shares its team with the next."""
INK = "#1f2933"
HEAD = (
    "# An invented board: no such place, example.org addresses, numbers that are kept for drama.\n"
)


def specimen_packs(
    count: int, audiences: tuple[str, ...], issued: date, faces: Faces | None
) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The files of `count` packs (`MOST` at most), by their path below the folder of brands."""
    for board in _boards(count, audiences, issued):
        found = invented(board, issued)
        folder = PurePosixPath(board.slug)
        yield folder / "brand.yaml", f"{HEAD}{as_yaml(pack_of(found))}".encode()
        for name, data in _logos(found, faces).items():
            yield folder / name, data


def _boards(count: int, audiences: tuple[str, ...], issued: date) -> list[Board]:
    dice = Dice("checked")
    boards = [
        Board(
            number=number,
            slug=slug_of(named.full),
            named=named,
            audiences=audiences,
            checked_on=(issued - timedelta(days=dice.below(120))).isoformat(),
        )
        for number, named in enumerate(islice(named_boards(), count))
    ]
    for first in range(4, count - 1, SHARING):
        pair, team = (first, first + 1), TEAM.format(first)
        if any(boards[number].all_day for number in pair):
            continue
        slugs = [boards[number].slug for number in pair]
        for number, other in zip(pair, reversed(slugs), strict=True):
            boards[number] = replace(boards[number], team=team, sharers=(other,))
    return boards


def _logos(found: Invented, faces: Faces | None) -> Mapping[str, bytes]:
    name, shapes = found.board.named.full, marks()
    mark = shapes[found.board.number % len(shapes)]
    files = {
        "logo.svg": logo(mark, name, faces, Inks(found.scheme.shape, INK)),
        "logo-reversed.svg": logo(mark, name, faces, reversed_inks(found.scheme.primary)),
    }
    dice = Dice("partners", found.board.number)
    for number, (_, partner) in enumerate(found.partners):
        drawn = logo(dice.pick(shapes), partner, faces, Inks(INK, INK))
        files[f"partners/{number + 1}.svg"] = drawn
    return files
