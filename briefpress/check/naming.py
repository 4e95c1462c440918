"""Names for pieces of text: what a reader calls the item that a fault is seen on, and its line."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from briefpress.check.claims import named
from briefpress.check.judged import SHOWN
from briefpress.check.opened import Opened
from briefpress.check.presence import BLOCKS
from briefpress.check.reading.plain import plain
from briefpress.check.reading.seen import Seen
from briefpress.diagnostics import NOWHERE
from briefpress.model.checked import Fault

Say = Callable[[tuple[Seen, ...]], str]
NO_CLAIM = -1


def faults_of(opened: Opened, faulty: Iterable[Seen], say: Say) -> Iterator[Fault]:
    """One fault for each item on a page; `say` puts into words what is wrong with its pieces.

    Pieces of text that belong to no item are told together.
    """
    grouped: dict[tuple[int, int], list[Seen]] = {}
    for seen in faulty:
        grouped.setdefault((seen.page, _item_of(opened, seen)), []).append(seen)
    for (page, number), pieces in grouped.items():
        claim = opened.document.claims[number] if number != NO_CLAIM else None
        is_item = claim is not None and claim.kind not in BLOCKS
        name = named(claim) if claim and is_item else quoted(pieces)
        message = f"page {page}: {name} {say(tuple(pieces))}"
        where = claim.where if claim else NOWHERE
        yield Fault(message, tuple(piece.spot for piece in pieces), where)


def quoted(pieces: Sequence[Seen]) -> str:
    """The first of some pieces of text, and how many more there are."""
    text = pieces[0].text
    more = f" and {len(pieces) - 1} more" if len(pieces) > 1 else ""
    shown = text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
    return f"{shown!r}{more}"


def _item_of(opened: Opened, seen: Seen) -> int:
    """The claim that a piece of text belongs to: the smallest item around it, else its only item.

    Of a line with several items, none is meant more than the others; then it is the block.
    """
    claims = opened.document.claims
    numbers = opened.presence.holders.get(id(seen), ())
    items = [number for number in numbers if claims[number].kind not in BLOCKS]
    words = plain(seen.text)
    around = [number for number in items if words in plain(claims[number].text)]
    if around or len(items) == 1:
        return min(around or items, key=lambda number: len(claims[number].text))
    return numbers[0] if numbers else NO_CLAIM
