"""The ledger of evidence as a page: what each fact and message rests on, and who carries it."""

from dataclasses import dataclass

from briefpress.compose.report import filled_page
from briefpress.model.evidence import Evidence, Item
from briefpress.model.library import Library

TEMPLATE = "_shared/evidence.html.j2"


@dataclass(frozen=True)
class ItemRow:
    """An item and, for each layout that carries it, its audiences (None: all who get it)."""

    item: Item
    carried: dict[str, tuple[str, ...] | None]

    @property
    def audiences(self) -> tuple[str, ...]:
        """Everybody who reads it."""
        return tuple(sorted({carrier.audience for carrier in self.item.carriers}))


def compose_evidence(library: Library, evidence: Evidence) -> str:
    """`output/evidence.html`: self-contained, and works from the disk.

    Raises:
        TemplateFaultError: the template is broken.
    """
    rows = tuple(ItemRow(item, carried_by(item, evidence)) for item in evidence.items)
    return filled_page(library, TEMPLATE, {"evidence": evidence, "rows": rows})


def carried_by(item: Item, evidence: Evidence) -> dict[str, tuple[str, ...] | None]:
    """The audiences of each layout that carries an item; None stands for all who get it."""
    layouts = dict.fromkeys(carrier.layout for carrier in item.carriers)
    return {name: evidence.audiences_of(name, item.carriers) for name in layouts}
