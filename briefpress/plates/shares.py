"""Shares: the work on a plate parted, for several processes to do it, and what comes of each.

First it is looked for. Where it is missing it is made, and meanwhile the brands that it will most
likely be tried on are rendered directly; then it is tried on each brand. A share has all with it
that others have found. What it lacks, whoever has it makes for itself.
"""

from dataclasses import dataclass

from briefpress.model.edition import Edition
from briefpress.plates.trial import Trial


@dataclass(frozen=True)
class Looking:
    """It is to be found out whether the plate of an edition has to be made."""

    edition: Edition

    @property
    def plate(self) -> Edition:
        """The plate, by the edition without its brand: what shares of one plate have in common."""
        return self.edition.unbranded


@dataclass(frozen=True)
class Making(Looking):
    """The plate is to be made."""


@dataclass(frozen=True)
class Rendering(Looking):
    """The edition is to be rendered directly, for its plate to be held against."""


@dataclass(frozen=True)
class Trying(Looking):
    """The plate, as it is kept, is to be tried on the brand whose turn it is.

    That is most likely the one that was `rendered`, of which there is the file.
    """

    turn: int
    bare: bytes
    rendered: str
    file: bytes


@dataclass(frozen=True)
class Missing:
    """The plate has to be made."""


@dataclass(frozen=True)
class Bare:
    """A plate of this name before its trial, as it is kept; or the reason why it cannot be made."""

    name: str
    data: bytes = b""
    reason: str = ""


@dataclass(frozen=True)
class Rendered:
    """The file of a direct render."""

    file: bytes


@dataclass(frozen=True)
class Tried:
    """What came of a trial; nothing where there are not so many brands to try the plate on."""

    trial: Trial | None


Part = Missing | Bare | Rendered | Tried
