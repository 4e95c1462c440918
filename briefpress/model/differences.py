"""What changed between two builds: items in words, and pages in pictures."""

from dataclasses import dataclass
from enum import StrEnum

from briefpress.model.edition import Edition


class Sort(StrEnum):
    """What became of something."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True)
class Words:
    """A run of words: the same in both builds (no sort), added, or removed."""

    text: str
    sort: Sort | None = None


@dataclass(frozen=True)
class FieldChange:
    """One field of an item, word by word."""

    name: str
    words: tuple[Words, ...]


@dataclass(frozen=True)
class ItemChange:
    """A message, fact or contact that changed, and the editions in which a reader meets that.

    `kind` is `messages`, `facts` or `contacts`.
    """

    kind: str
    id: str
    sort: Sort
    fields: tuple[FieldChange, ...]
    editions: tuple[Edition, ...]


@dataclass(frozen=True)
class PagePair:
    """A page that looks different: its number before and now (0: it is not there), and pictures."""

    before: int
    now: int
    picture_before: bytes = b""
    picture_now: bytes = b""


@dataclass(frozen=True)
class LookChange:
    """Editions whose pages changed in the same way; the pages are those of the first."""

    editions: tuple[Edition, ...]
    pages: tuple[PagePair, ...]
    words: tuple[Words, ...] = ()
    """What differs in the words of all its pages, with a few that do not round it."""
    missing: bool = False
    """Whether a file of one of the builds is gone, so that no page could be compared."""


@dataclass(frozen=True)
class Differences:
    """Everything that differs between two builds."""

    before: str
    now: str
    items: tuple[ItemChange, ...]
    looks: tuple[LookChange, ...]
    added: tuple[Edition, ...]
    removed: tuple[Edition, ...]
    same: int
    """How many editions are the same file in both."""

    @property
    def changed(self) -> tuple[Edition, ...]:
        """The editions that are in both builds, and differ."""
        return tuple(sorted(edition for look in self.looks for edition in look.editions))

    def of_sort(self, kind: str, sort: Sort) -> tuple[ItemChange, ...]:
        """The items of a kind of which this became."""
        return tuple(item for item in self.items if item.kind == kind and item.sort is sort)

    @property
    def is_empty(self) -> bool:
        """Whether the builds are the same."""
        return not (self.items or self.looks or self.added or self.removed)
