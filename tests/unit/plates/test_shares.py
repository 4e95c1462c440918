"""A trial that is parted: it comes to the same in whatever order and by whomever it is done."""

import os
import signal
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from briefpress.model.document import Document, Proof
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.plates.documents import SHEET
from briefpress.plates.extremes import extremes
from briefpress.plates.gathering import Gathering
from briefpress.plates.keeping import Stores
from briefpress.plates.maker import Direct, Maker
from briefpress.plates.making import Render
from briefpress.plates.shares import Bare, Looking, Making, Part, Rendered, Rendering, Trying
from briefpress.render import RenderFaultError
from briefpress.workers import Done, run_before
from tests.nation import composed, library, render
from tests.unit.plates.test_maker import BOARD, Shelf, with_layout

EDITION = Edition(BOARD, "hosts", "card")
ORDERS: list[Callable[[int], int]] = [
    lambda _: 0,
    lambda count: count - 1,
    lambda count: count // 2,
]
"""Of so many shares that wait, which is done next."""


def whole(of: Library, way: Render) -> Shelf | str:
    """What one process keeps, or says."""
    shelf = Shelf()
    made = Maker(of, way, Stores(shelf)).proof(composed(BOARD, "card", of=of))
    return made.reason if isinstance(made, Direct) else shelf


@dataclass
class Shared:
    """What comes of a plate, each share of which is done in a process of its own."""

    of: Library = field(default_factory=library)
    way: Render = render
    order: Callable[[int], int] = ORDERS[0]
    shelf: Shelf = field(default_factory=Shelf)
    done: list[Looking] = field(default_factory=list)

    def part(self, share: Looking) -> Part | None:
        return Maker(self.of, self.way, Stores(self.shelf)).share(share)

    def gathered(self) -> Gathering:
        gathering = Gathering(self.shelf, tuple(extremes(self.of)))
        waiting: list[Looking] = [Looking(EDITION)]
        while waiting:
            share = waiting.pop(self.order(len(waiting)))
            self.done.append(share)
            waiting += gathering.follow(Done(share, self.part(share)))
        return gathering


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


def test_a_plate_is_looked_for_made_and_tried_on_three_boards_that_are_rendered() -> None:
    shared = Shared()
    shared.gathered()
    assert Counter(map(type, shared.done)) == {Looking: 1, Making: 1, Rendering: 3, Trying: 3}
    assert {share.plate for share in shared.done} == {EDITION.unbranded}


@pytest.mark.parametrize("order", ORDERS)
def test_the_plate_is_that_of_one_process_in_whatever_order_it_was_tried(
    order: Callable[[int], int],
) -> None:
    one, shared = whole(library(), render), Shared(order=order)
    assert isinstance(one, Shelf)
    assert shared.gathered().refused == {}
    assert shared.shelf.kept == one.kept


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    ("of", "way"),
    [(outside, render), (gradient, render), (library, refuse)],
    ids=["no brands", "not made", "unlike"],
)
def test_the_reason_is_that_of_one_process_in_whatever_order_it_was_tried(
    of: Callable[[], Library], way: Render, order: Callable[[int], int]
) -> None:
    shared = Shared(of(), way, order)
    told = shared.gathered().refused.values()
    assert [f"no plate: {reason}" for reason in told] == [whole(of(), way)]
    assert shared.shelf.kept == {}


class Losing(Shared):
    """Of which the share that is the first to be like one does not come back."""

    lost: Callable[[Looking], bool]

    def part(self, share: Looking) -> Part | None:
        return None if self.lost(share) else super().part(share)


@pytest.mark.parametrize("turn", range(3))
def test_nothing_is_decided_where_a_trial_does_not_come_back(turn: int) -> None:
    shared = Losing()
    shared.lost = lambda share: isinstance(share, Trying) and share.turn == turn
    assert shared.gathered().refused == {}
    assert shared.shelf.kept == {}


def test_nothing_is_tried_where_the_plate_does_not_come_back() -> None:
    shared = Losing()
    shared.lost = lambda share: isinstance(share, Making)
    assert shared.gathered().refused == {}
    assert not any(isinstance(share, Trying) for share in shared.done)


def test_a_render_that_does_not_come_back_is_made_in_the_trial() -> None:
    shared = Losing()
    shared.lost = lambda share: isinstance(share, Rendering)
    shared.gathered()
    one = whole(library(), render)
    assert isinstance(one, Shelf)
    assert shared.shelf.kept == one.kept


def test_the_render_of_another_board_is_not_taken() -> None:
    """The board that was rendered may be one that the plate does not fit."""
    shared = Shared()
    bare = shared.part(Making(EDITION))
    other = shared.part(Rendering(EDITION))
    assert isinstance(bare, Bare)
    assert isinstance(other, Rendered)
    share = Trying(EDITION, 0, bare.data, BOARD, other.file)
    assert shared.part(share) == shared.part(replace(share, file=b""))
    first = next(extremes(library()))
    unlike = shared.part(replace(share, rendered=first))
    assert unlike != shared.part(share)


def test_a_plate_that_is_kept_is_not_tried() -> None:
    shelf = whole(library(), render)
    assert isinstance(shelf, Shelf)
    shared = Shared(shelf=shelf)
    shared.gathered()
    assert shared.done == [Looking(EDITION)]


def test_a_plate_that_others_refused_is_not_made() -> None:
    asked: list[str] = []

    def counted(document: Document) -> Proof:
        asked.append(document.html)
        return render(document)

    bare = Shared().part(Making(EDITION))
    assert isinstance(bare, Bare)
    refused = {bare.name: "it blots"}
    one = Maker(library(), counted, refused=refused)
    assert one.proof(composed(BOARD, "card")) == Direct("no plate: it blots")
    assert Maker(library(), counted, refused=refused).share(Looking(EDITION)) is None
    assert asked == []


def test_a_board_whose_render_gives_up_leaves_the_plate_to_who_needs_it() -> None:
    """One process goes on to the next board; a share does not know which that would be."""
    slug = next(extremes(library()))

    def broken(document: Document) -> Proof:
        if document.edition.brand == slug and SHEET not in document.styles:
            raise RenderFaultError(slug)
        return render(document)

    shared = Shared(way=broken)
    assert shared.gathered().refused == {}
    assert shared.shelf.kept == {}
    assert isinstance(whole(library(), broken), Shelf)


@dataclass(frozen=True)
class Dying:
    """Starts workers of which the first one that tries a plate dies of it."""

    mark: Path

    def __call__(self) -> Callable[[Looking], Part | None]:
        maker = Maker(library(), render)

        def do(share: Looking) -> Part | None:
            if isinstance(share, Trying) and not self.mark.exists():
                self.mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            return maker.share(share)

        return do


def test_a_process_that_dies_costs_the_plate_nothing(tmp_path: Path) -> None:
    start, shelf = Dying(tmp_path / "died"), Shelf()
    gathering = Gathering(shelf, tuple(extremes(library())))
    list(run_before([Looking(EDITION)], start, 2, lambda share: share.plate, gathering.follow))
    one = whole(library(), render)
    assert start.mark.exists()
    assert isinstance(one, Shelf)
    assert shelf.kept == one.kept
