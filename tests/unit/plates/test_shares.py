"""A trial that is parted: it comes to the same in whatever order and by whomever it is done."""

import os
import signal
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import permutations
from pathlib import Path

import pytest

from briefpress.model.document import Document, Proof
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.plates.documents import SHEET
from briefpress.plates.keeping import Stores
from briefpress.plates.maker import Direct, Maker
from briefpress.plates.making import Render
from briefpress.plates.shares import Gathering, Part, Share, shares_of
from briefpress.render import RenderFaultError
from briefpress.workers import LIMITS, run
from tests.nation import composed, library, render
from tests.unit.plates.test_maker import BOARD, Shelf, with_layout

EDITION = Edition(BOARD, "hosts", "card")
SHARES = shares_of([EDITION])


def whole(of: Library, way: Render) -> Shelf | str:
    """What one process keeps, or says."""
    shelf = Shelf()
    made = Maker(of, way, Stores(shelf)).proof(composed(BOARD, "card", of=of))
    return made.reason if isinstance(made, Direct) else shelf


def parts(of: Library, way: Render) -> list[Part]:
    """What comes of each share in a process of its own."""
    found = [Maker(of, way).part(share) for share in SHARES]
    return [part for part in found if part is not None]


def gathered(some: Iterable[Part | None]) -> tuple[Shelf, Gathering]:
    shelf = Shelf()
    gathering = Gathering(shelf)
    for part in some:
        gathering.add(part)
    return shelf, gathering


def refuse(document: Document) -> Proof:
    """As if the engine drew the front of boards in another way than that of a plate."""
    moved = {**document.styles, "moved": "#messages { color: #2a2a2a }"}
    return render(document if SHEET in document.styles else replace(document, styles=moved))


def outside() -> Library:
    """Words of each board stand outside of slots."""
    front = '<p class="foot">{{ publication.title }}.'
    return with_layout("card/card.html.j2", front, f"{front} {{{{ brand.name }}}}")


def gradient() -> Library:
    """A plate of it cannot be made."""
    return with_layout(
        "card/card.css",
        "background: var(--brand-primary)",
        "background: linear-gradient(var(--brand-primary), var(--brand-text))",
    )


def test_a_plate_has_three_shares() -> None:
    assert [share.turn for share in SHARES] == [0, 1, 2]
    assert {share.plate for share in SHARES} == {EDITION.unbranded}


def test_the_plate_is_that_of_one_process_in_whatever_order_it_was_tried() -> None:
    one = whole(library(), render)
    assert isinstance(one, Shelf)
    found = parts(library(), render)
    assert len({part.trial.slug for part in found if part.trial}) == 3
    for order in permutations(found):
        shelf, gathering = gathered(order)
        assert shelf.kept == one.kept
        assert gathering.refused == {}


@pytest.mark.parametrize(
    ("of", "way"),
    [(outside, render), (gradient, render), (library, refuse)],
    ids=["no brands", "not made", "unlike"],
)
def test_the_reason_is_that_of_one_process_in_whatever_order_it_was_tried(
    of: Callable[[], Library], way: Render
) -> None:
    reason = whole(of(), way)
    found = parts(of(), way)
    assert isinstance(reason, str)
    for order in permutations(found):
        shelf, gathering = gathered(order)
        assert shelf.kept == {}
        assert [f"no plate: {told}" for told in gathering.refused.values()] == [reason]


@pytest.mark.parametrize("lost", range(3))
def test_nothing_is_decided_while_a_part_is_missing(lost: int) -> None:
    found: list[Part | None] = list(parts(library(), render))
    found[lost] = None
    shelf, gathering = gathered(found)
    assert (shelf.kept, gathering.refused) == ({}, {})


def test_a_trial_of_another_plate_does_not_count() -> None:
    found = parts(library(), render)
    found[1] = replace(found[1], plate=found[1].plate + b" ")
    shelf, gathering = gathered(found)
    assert (shelf.kept, gathering.refused) == ({}, {})


def test_a_part_that_comes_twice_counts_once() -> None:
    found = parts(library(), render)
    assert gathered([found[0], found[0], found[1]])[0].kept == {}


def test_a_plate_that_is_kept_is_not_tried() -> None:
    shelf = whole(library(), render)
    assert isinstance(shelf, Shelf)
    asked: list[str] = []

    def counted(document: Document) -> Proof:
        asked.append(document.html)
        return render(document)

    assert Maker(library(), counted, Stores(shelf)).part(SHARES[0]) is None
    assert asked == []


def test_a_plate_that_others_refused_is_not_made() -> None:
    asked: list[str] = []

    def counted(document: Document) -> Proof:
        asked.append(document.html)
        return render(document)

    (name,) = {part.name for part in parts(library(), render)}
    made = Maker(library(), counted, refused={name: "it blots"}).proof(composed(BOARD, "card"))
    assert made == Direct("no plate: it blots")
    assert asked == []


def test_a_board_whose_render_gives_up_leaves_the_plate_to_who_needs_it() -> None:
    """One process goes on to the next board; a share does not know which that would be."""
    slug = next(part.trial.slug for part in parts(library(), render) if part.trial)

    def broken(document: Document) -> Proof:
        if document.edition.brand == slug and SHEET not in document.styles:
            raise RenderFaultError(slug)
        return render(document)

    found = [Maker(library(), broken).part(share) for share in SHARES]
    assert found[0] is None
    assert all(found[1:])
    assert isinstance(whole(library(), broken), Shelf)


@dataclass(frozen=True)
class Dying:
    """Starts workers of which the first one that gets the second share dies of it."""

    mark: Path

    def __call__(self) -> Callable[[Share], Part | None]:
        maker = Maker(library(), render)

        def part(share: Share) -> Part | None:
            if share.turn == 1 and not self.mark.exists():
                self.mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            return maker.part(share)

        return part


def test_a_process_that_dies_costs_the_plate_nothing(tmp_path: Path) -> None:
    start = Dying(tmp_path / "died")
    done = run(SHARES, start, 2, LIMITS, lambda share: share.plate, apart=True)
    shelf, _ = gathered(one.result for one in done)
    one = whole(library(), render)
    assert start.mark.exists()
    assert isinstance(one, Shelf)
    assert shelf.kept == one.kept
