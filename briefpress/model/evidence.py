"""Evidence: what each fact and message rests on in the report, and which editions carry it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefpress.diagnostics import Where
from briefpress.model.edition import Edition
from briefpress.model.fields import Pages
from briefpress.model.keyed import Hand


class ItemKind(StrEnum):
    """What an item of the ledger is."""

    FACT = "fact"
    MESSAGE = "message"


@dataclass(frozen=True, order=True)
class Carrier:
    """A kind of edition, whatever its brand: those who read it, its layout and its format."""

    layout: str
    audience: str
    format: str

    @classmethod
    def of(cls, edition: Edition) -> "Carrier":
        """That of an edition."""
        return cls(edition.layout, edition.audience, edition.format)


@dataclass(frozen=True)
class Item:
    """A fact or a message: what it says, its pages (or why it has none), and who carries it.

    `keyed` is who has keyed it again and got the same; `supports` are the facts that are computed
    from it.
    """

    kind: ItemKind
    id: str
    text: str
    where: Where
    pages: tuple[Pages, ...] = ()
    no_page: str = ""
    review_by: date | None = None
    checked_by: str = ""
    checked_on: date | None = None
    keyed: Hand | None = None
    carriers: tuple[Carrier, ...] = ()
    supports: tuple[str, ...] = ()

    @property
    def is_unused(self) -> bool:
        """Whether nothing carries it, and nothing is computed from it."""
        return not self.carriers and not self.supports

    def is_on(self, page: int) -> bool:
        """Whether it rests on a page of the report."""
        return any(run.first <= page <= run.last for run in self.pages)


@dataclass(frozen=True)
class Evidence:
    """The ledger: every item, and all the kinds of editions that were looked at."""

    items: tuple[Item, ...]
    carriers: tuple[Carrier, ...]

    @property
    def keyed(self) -> tuple[Item, ...]:
        """The items that two people have keyed alike."""
        return tuple(item for item in self.items if item.keyed)

    @property
    def unused(self) -> tuple[Item, ...]:
        """The items that nothing uses."""
        return tuple(item for item in self.items if item.is_unused)

    def audiences_of(self, layout: str, carriers: Iterable[Carrier]) -> tuple[str, ...] | None:
        """Who reads these in one layout; None if it is everybody who gets that layout."""
        mine = {carrier.audience for carrier in carriers if carrier.layout == layout}
        everybody = {carrier.audience for carrier in self.carriers if carrier.layout == layout}
        return None if mine == everybody else tuple(sorted(mine))
