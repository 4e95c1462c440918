"""The ground: what the claims of one audience in one layout are drawn from, whatever the board."""

from briefpress.compose.claims.sources import Leads
from briefpress.compose.claims.texts import Texts
from briefpress.compose.claims.trace import Promise
from briefpress.model.claims import Claim, ClaimKind
from briefpress.model.edition import Manuscript
from briefpress.model.library import Library


class Ground:
    """Where texts come from, and what is promised of them."""

    def __init__(self, manuscript: Manuscript, library: Library) -> None:
        """Take in all but what is the brand's."""
        self.facts = library.facts
        self.leads = Leads(manuscript, library)
        self.texts = Texts(manuscript)
        self.sizes = manuscript.layout.data.type

    def claim(self, promise: Promise, text: str = "") -> Claim:
        """A promise as a claim, of the text that is printed for it or else its own."""
        sizes = {ClaimKind.CONTACT: self.sizes.contacts, ClaimKind.MESSAGE: self.sizes.body}
        least = sizes.get(promise.kind, self.sizes.least)
        return Claim(promise.kind, promise.id, text or promise.text, promise.where, least)
