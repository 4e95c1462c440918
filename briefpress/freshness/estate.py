"""The estate: what belongs to whom, and whether a file that stands says what is now another's.

The rules on leaks hold a file against everything that others own. When that has changed and the
file has not, it need not be made again: it is enough to hold what was heard of it against the rest.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from briefpress.freshness.hashing import hash_of
from briefpress.model.belongings import (
    RUN,
    SHORTEST_NUMBER,
    Item,
    chunks_of,
    numbers_of,
    words_of,
)
from briefpress.model.edition import ALL_AUDIENCES, Edition
from briefpress.model.library import Library
from briefpress.model.manifest import Ingredients
from briefpress.model.ownership import audience_items, brand_items
from briefpress.model.transcript import Transcript

ALL = "what all may say"
Needles = tuple[tuple[str, ...], tuple[str, ...]]
"""What is looked for of an owner: runs of words, and numbers."""


class Estate:
    """Everything that is owned, by whose it is."""

    def __init__(self, library: Library) -> None:
        """Take stock of a library."""
        self._library = library
        self._needles: dict[str, Needles] = {}

    @cached_property
    def parts(self) -> Ingredients:
        """Whose what is, each with a hash."""
        own = self._library.ownership
        found = {ALL: hash_of(own.common.words)}
        for whose, items in self._items.items():
            found[whose] = hash_of(sorted([one.what, one.text] for one in items))
        for slug, brand in self._library.brands.items():
            files = [logo.data for logo in brand.logos.values()]
            found[_said_by(slug)] = hash_of([own.brands.own(slug).words, files])
        for audience in self._library.audiences:
            found[_said_to(audience)] = hash_of(own.audiences.own(audience).words)
        return found

    def leak(self, edition: Edition, heard: Transcript, before: Ingredients) -> str:
        """What a file says that now belongs to others; empty if nothing has come to them.

        Short words that stand among others are taken for a leak, though the rule would look whether
        they stand alone: then the file is made again, and judged as a new one.
        """
        changed = {name for name, hash_ in self.parts.items() if before.get(name) != hash_}
        if edition.audience == ALL_AUDIENCES:  # Nobody knows which of its words are whose.
            return min(changed, default="")
        own = {_said_by(edition.brand), _said_to(edition.audience), ALL}
        if not changed & own and not self._is_heard(heard, changed):
            return ""
        return next(self._found(edition, heard), "")

    def _is_heard(self, heard: Transcript, changed: Iterable[str]) -> bool:
        """Whether any item of those is; it is quick, and says yes too often."""
        words = f" {heard.words} "
        needles = (self._needles_of(whose) for whose in changed)
        return any(
            any(run in words for run in runs)
            or any(number in own for number in numbers for own in heard.numbers)
            for runs, numbers in needles
        )

    def _found(self, edition: Edition, heard: Transcript) -> Iterator[str]:
        """The same as the rules on leaks find."""
        own = self._library.ownership
        words = heard.words.split(" ")
        brand, common = own.brands.own(edition.brand), own.common
        told = own.audiences.own(edition.audience)
        for find in own.brands.foreign(edition.brand, words, common, told):
            yield find.item.what
        for number in heard.numbers:
            for _, item in own.brands.foreign_numbers(edition.brand, number, common, told):
                yield item.what
        for find in own.audiences.foreign(edition.audience, words, common, brand):
            yield find.item.what

    def _needles_of(self, whose: str) -> Needles:
        if whose not in self._needles:
            self._needles[whose] = _needles_of(self._items.get(whose, ()))
        return self._needles[whose]

    @cached_property
    def _items(self) -> Mapping[str, list[Item]]:
        found: dict[str, list[Item]] = defaultdict(list)
        for item in brand_items(self._library):
            found[_owned_by(min(item.owners))].append(item)
        for item in audience_items(self._library):
            found[item.what].append(item)
        return found


def _needles_of(items: Iterable[Item]) -> Needles:
    words: dict[str, None] = {}
    numbers: dict[str, None] = {}
    for item in items:
        numbers |= dict.fromkeys(n for n in numbers_of(item.text) if len(n) >= SHORTEST_NUMBER)
        for chunk in chunks_of(item.text):
            row = words_of(chunk)
            runs = (row[start : start + RUN] for start in range(max(1, len(row) - RUN + 1)))
            words |= {f" {' '.join(run)} ": None for run in runs if run}
    return tuple(words), tuple(numbers)


def _owned_by(slug: str) -> str:
    return f"what belongs to {slug}"


def _said_by(slug: str) -> str:
    return f"what {slug} says"


def _said_to(audience: str) -> str:
    return f"what is said to {audience}"
