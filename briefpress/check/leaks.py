"""Rules on leaks: nothing in the file belongs to another brand, or is for another audience."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Protocol

from briefpress.check.hearing import Ear, Heard
from briefpress.check.judged import SHOWN, Judged, judged
from briefpress.model.belongings import Belongings, Item, Say
from briefpress.model.checked import Fault
from briefpress.model.document import Document
from briefpress.model.ownership import Ownership


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
    ear = opened.ear
    also = (ownership.common, ownership.brands.own(edition.brand))
    found = _found(ear, ownership.audiences, edition.audience, also)
    return judged(f"{len(ear.words):,} words heard", _told(found))


def leaks_of_brands(opened: Heeded) -> Judged:
    """No name, number, address, note or logo of another brand is heard or shown."""
    ownership, edition = opened.document.ownership, opened.document.edition
    if ownership is None:
        return judged("nobody else", ())
    ear = opened.ear
    also = (ownership.common, ownership.audiences.own(edition.audience))
    found = [*_found(ear, ownership.brands, edition.brand, also)]
    for piece in ear.pieces:
        for number, item in ownership.brands.foreign_numbers(edition.brand, piece.text, *also):
            found.append((item, number, (piece,)))
    return judged(f"{len(ear.words):,} words heard", (*_told(found), *_files(opened, ownership)))


Found = tuple[Item, str, tuple[Heard, ...]]


def _found(ear: Ear, whose: Belongings, owner: str, also: Iterable[Say]) -> Iterator[Found]:
    for find in whose.foreign(owner, ear.words, *also):
        if find.needs_to_stand_alone and not ear.stands_alone(find.start, find.end):
            continue
        words = " ".join(ear.words[find.start : find.end])
        yield find.item, words, ear.at(find.start, find.end)


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
        owners = ownership.files.get(sha256(data).hexdigest())
        if owners is not None and brand not in owners:
            yield Fault(f"{address} is a file of brand {', '.join(sorted(owners))}")
