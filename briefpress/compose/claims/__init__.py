"""Claims: what a reader must find on the pages, followed from the source into the composed HTML."""

from briefpress.compose.claims.assemble import shared_passage
from briefpress.compose.claims.ground import Ground
from briefpress.compose.claims.ledger import Ledger
from briefpress.compose.claims.passages import Passage, page_of
from briefpress.compose.claims.sources import Letters, own_letters
from briefpress.compose.claims.trace import cleaned, traced

__all__ = [
    "Ground",
    "Ledger",
    "Letters",
    "Passage",
    "cleaned",
    "own_letters",
    "page_of",
    "shared_passage",
    "traced",
]
