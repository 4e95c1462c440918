"""The estate: what belongs to whom, and whether a file that stands says what is now another's.

The rules on leaks hold a file against everything that others own. When that has changed and the
file has not, it need not be made again: it is enough to hold what was heard of it against the rest.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain

from briefpress.freshness.memory import Share
from briefpress.hashing import hash_of
from briefpress.model.belongings import (
    RUN,
    SHORTEST_NUMBER,
    Item,
    Say,
    chunks_of,
    numbers_of,
    words_of,
)
from briefpress.model.edition import ALL_AUDIENCES, Edition
from briefpress.model.library import Library, LoadedBrand
from briefpress.model.manifest import Ingredients
from briefpress.model.ownership import (
    audience_items,
    audience_texts,
    brand_items,
    brand_texts,
    common_texts,
    items_of,
)
from briefpress.model.transcript import Transcript

ALL = "what all may say"
MARK = " #"
"""Behind it stands what tells two texts of one name apart."""
Needles = tuple[tuple[str, ...], tuple[str, ...]]
"""What is looked for of an item: runs of words, and numbers."""


class Estate:
    """Everything that is owned, by whose it is."""

    def __init__(
        self, library: Library, share_of: Callable[[LoadedBrand], Share] = lambda _: Share()
    ) -> None:
        """Take stock of a library, of whose brands something may be known."""
        self._library = library
        self._share_of = share_of
        self._needles: dict[str, Needles] = {}
        self._items: dict[str, Item] = {}
        self._sought: tuple[bytes, ...] = ()
        self._signed: Ingredients | None = None
        self._before: Ingredients | None = None
        self._news: frozenset[str] = frozenset()

    @cached_property
    def parts(self) -> Ingredients:
        """What is owned and what each may say, each with a hash."""
        shares = {slug: self._owned(brand) for slug, brand in self._library.brands.items()}
        names = chain.from_iterable(share.owned or () for share in shares.values())
        found = {ALL: hash_of(Say(common_texts(self._library)).words)}
        found |= {name: name.rpartition(MARK)[2] for name in (*names, *self._told)}
        found |= {_said_by(slug): share.said for slug, share in shares.items()}
        for audience, texts in audience_texts(self._library).items():
            found[_said_to(audience)] = hash_of(Say(texts).words)
        return found

    def _owned(self, brand: LoadedBrand) -> Share:
        """What a brand owns and says, found out if it is not known."""
        share = self._share_of(brand)
        if share.owned is None:
            items = _named(items_of(brand))
            self._items |= items
            files = [logo.data for logo in brand.logos.values()]
            share.said = hash_of([Say(brand_texts(brand)).words, files])
            share.owned = tuple(items)
        return share

    def is_silent(self, edition: Edition, told: bytes, before: Ingredients) -> bool:
        """Whether a transcript, as it is kept, has certainly nothing that has come to others."""
        changed = self._changed(before)
        if edition.audience == ALL_AUDIENCES or changed & _own(edition):
            return False
        words = told.replace(b'"', b" ")
        return not any(needle in words for needle in self._signs(before))

    def _signs(self, before: Ingredients) -> tuple[bytes, ...]:
        """What is looked for, as it would stand in a transcript; of one build once."""
        if before is not self._signed:
            needles = (self._needles_of(name) for name in self._changed(before))
            found = (text for runs, numbers in needles for text in (*runs, *numbers))
            self._sought = tuple(text.encode() for text in dict.fromkeys(found))
            self._signed = before
        return self._sought

    def leak(self, edition: Edition, heard: Transcript, before: Ingredients) -> str:
        """What a file says that now belongs to others; empty if nothing has come to them.

        Short words that stand among others are taken for a leak, though the rule would look whether
        they stand alone: then the file is made again, and judged as a new one.
        """
        changed = self._changed(before)
        if edition.audience == ALL_AUDIENCES:  # Nobody knows which of its words are whose.
            return min(map(_bare, changed), default="")
        if not changed & _own(edition) and not self._is_heard(heard, changed):
            return ""
        return next(self._found(edition, heard), "")

    def _changed(self, before: Ingredients) -> frozenset[str]:
        """What is otherwise than it was; of one build, which many editions were made by, once."""
        if before is not self._before:
            now = self.parts.items()
            self._news = frozenset(name for name, hash_ in now if before.get(name) != hash_)
            self._before = before
        return self._news

    def _is_heard(self, heard: Transcript, changed: Iterable[str]) -> bool:
        """Whether any item of those is; it is quick, and says yes too often."""
        words = f" {heard.words} "
        needles = (self._needles_of(name) for name in changed)
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

    def _needles_of(self, name: str) -> Needles:
        if name not in self._needles:
            item = self._item(name)
            self._needles[name] = ((), ()) if item is None else _needles_of(item)
        return self._needles[name]

    def _item(self, name: str) -> Item | None:
        """What is owned under this name, if anything.

        All is looked through only for what is new of a brand of which all was known.
        """
        if MARK not in name:
            return None
        found = self._items.get(name) or self._told.get(name)
        return found or self._all.get(name)

    @cached_property
    def _told(self) -> Mapping[str, Item]:
        """What audiences own."""
        return _named(audience_items(self._library))

    @cached_property
    def _all(self) -> Mapping[str, Item]:
        """What all brands own."""
        return _named(brand_items(self._library))


def _own(edition: Edition) -> frozenset[str]:
    """What decides what an edition may say itself."""
    return frozenset({_said_by(edition.brand), _said_to(edition.audience), ALL})


def _named(items: Iterable[Item]) -> dict[str, Item]:
    """What is owned, each text under a name of its own that says what it is."""
    return {f"{one.what}{MARK}{_hash_of(one)}": one for one in items}


def _hash_of(item: Item) -> str:
    return hash_of("\0".join((item.text, *sorted(item.owners))))


def _needles_of(item: Item) -> Needles:
    words: dict[str, None] = {}
    for chunk in chunks_of(item.text):
        row = words_of(chunk)
        runs = (row[start : start + RUN] for start in range(max(1, len(row) - RUN + 1)))
        words |= {f" {' '.join(run)} ": None for run in runs if run}
    numbers = dict.fromkeys(n for n in numbers_of(item.text) if len(n) >= SHORTEST_NUMBER)
    return tuple(words), tuple(numbers)


def _bare(name: str) -> str:
    """What a name says to a reader."""
    return name.partition(MARK)[0]


def _said_by(slug: str) -> str:
    return f"what {slug} says"


def _said_to(audience: str) -> str:
    return f"what is said to {audience}"
