"""Rules on leaks: nothing in the file belongs to another brand, or is for another audience."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import sha256
from operator import attrgetter
from typing import Protocol
from weakref import WeakKeyDictionary, proxy

from briefpress.check.ear import Ear, Heard
from briefpress.check.judged import SHOWN, Judged, judged
from briefpress.model.belongings import RUN, Belongings, Item, Match, Say, Words, others, said_by
from briefpress.model.checked import Fault
from briefpress.model.document import Document
from briefpress.model.edition import Edition
from briefpress.model.ownership import Ownership

KEPT = 2048
"""Passages that are held against brands, and as many against audiences."""
FILES = 256


class Heeded(Protocol):
    """Whatever was made of a document, with all that is heard of it."""

    @property
    def document(self) -> Document:
        """The document."""

    @property
    def ear(self) -> Ear:
        """What is heard."""

    @property
    def files(self) -> Mapping[str, bytes]:
        """The files that it carries, by their names."""


def leaks_of_audiences(opened: Heeded) -> Judged:
    """Nothing that is said to other audiences alone is heard."""
    ownership, edition = opened.document.ownership, opened.document.edition
    if ownership is None:
        return judged("nobody else", ())
    whose = Whose(ownership.audiences, edition.audience)
    found = _found(opened.ear, whose, ownership, edition)
    return judged(f"{len(opened.ear.words):,} words heard", _told(found))


def leaks_of_brands(opened: Heeded) -> Judged:
    """No name, number, address, note or logo of another brand is heard or shown."""
    ownership, edition = opened.document.ownership, opened.document.edition
    if ownership is None:
        return judged("nobody else", ())
    ear = opened.ear
    whose = Whose(ownership.brands, edition.brand)
    also = (ownership.common, ownership.audiences.own(edition.audience))
    found = [*_found(ear, whose, ownership, edition), *_numbers(ear, whose, also)]
    return judged(f"{len(ear.words):,} words heard", (*_told(found), *_files(opened, ownership)))


@dataclass(frozen=True)
class Whose:
    """What belongs to brands, or to audiences, and who of them may be heard."""

    belongings: Belongings
    owner: str


Found = tuple[Item, str, tuple[Heard, ...]]


def _found(ear: Ear, whose: Whose, ownership: Ownership, edition: Edition) -> Iterator[Found]:
    """What is heard of others, turn by turn."""
    shared = (ownership.common, ownership.audiences.own(edition.audience))
    own = ownership.brands.own(edition.brand)
    owned = _owned_by(whose.belongings)
    matches = [
        match.moved(start)
        for start, count, words in ear.windows(RUN - 1)
        for match in owned(shared, words, count)
        if not own.says(words[match.start : match.end])
    ]
    for match in sorted(matches, key=attrgetter("turn")):
        for find in others(match, whose.owner):
            if not find.needs_to_stand_alone or ear.stands_alone(find.start, find.end):
                words = " ".join(ear.words[find.start : find.end])
                yield find.item, words, ear.at(find.start, find.end)


Owned = Callable[[tuple[Say, ...], Words, int], tuple[Match, ...]]
_owned_of: WeakKeyDictionary[Belongings, Owned] = WeakKeyDictionary()


def _owned_by(belongings: Belongings) -> Owned:
    """How to find what belongs to whom, remembered as long as there is such a library."""
    known = _owned_of.get(belongings)
    if known is None:
        # What is remembered must not hold the library that it goes with.
        find = lru_cache(maxsize=KEPT)(partial(_owned, proxy(belongings)))
        known = _owned_of[belongings] = find
    return known


def _owned(
    belongings: Belongings, shared: tuple[Say, ...], words: Words, count: int
) -> tuple[Match, ...]:
    """What belongs to anybody of what begins among so many words, and is not said for all brands.

    So much is the same for the files of all brands that have these words.
    """
    found = belongings.found(words, count)
    return tuple(one for one in found if not said_by(shared, words[one.start : one.end]))


def _numbers(ear: Ear, whose: Whose, also: Iterable[Say]) -> Iterator[Found]:
    for number, place in ear.numbers():
        for part, item in whose.belongings.foreign_in(whose.owner, number, *also):
            yield item, part, (ear.piece(place),)


def _told(found: Iterable[Found]) -> Iterator[Fault]:
    """One fault for each item and place; the first words that were heard of it are shown."""
    grouped: dict[tuple[str, Item], list[Found]] = {}
    for one in found:
        grouped.setdefault((one[2][0].place, one[0]), []).append(one)
    for (place, item), several in grouped.items():
        shown = several[0][1][:SHOWN]
        spots = dict.fromkeys(h.spot for _, _, pieces in several for h in pieces if h.spot)
        yield Fault(f"{place}: {item.what} is heard: {shown!r}", tuple(spots), item.where)


def _files(opened: Heeded, ownership: Ownership) -> Iterator[Fault]:
    """Files of the document that only other brands have."""
    brand = opened.document.edition.brand
    for address, data in opened.files.items():
        owners = ownership.files.get(_digest(data))
        if owners is not None and brand not in owners:
            yield Fault(f"{address} is a file of brand {', '.join(sorted(owners))}")


@lru_cache(maxsize=FILES)
def _digest(data: bytes) -> str:
    """Of files that are the same objects for all documents."""
    return sha256(data).hexdigest()
