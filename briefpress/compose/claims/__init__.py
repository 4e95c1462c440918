"""Claims: what a reader must find on the pages, followed from the source into the composed HTML."""

from briefpress.compose.claims.ledger import Ledger
from briefpress.compose.claims.trace import cleaned, traced

__all__ = ["Ledger", "cleaned", "traced"]
