"""The library: all that was read from the source and the layouts, typed and in memory."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256

from briefpress.diagnostics import Diagnostic
from briefpress.model.brand import Brand
from briefpress.model.contacts import Confirmation, SharedNumber
from briefpress.model.exceptions import PreflightException
from briefpress.model.facts import Abbreviation, Fact, Figure
from briefpress.model.keyed import Hand, KeyedFile
from briefpress.model.layout import Layout
from briefpress.model.logofile import LogoFile
from briefpress.model.messages import Message, Theme
from briefpress.model.ownership import Ownership, ownership_of
from briefpress.model.printing import Printing
from briefpress.model.publication import Audience, Publication
from briefpress.model.said import name_of, texts_of
from briefpress.model.scripts import Scripts
from briefpress.model.section import Section
from briefpress.model.size import CardSize


@dataclass(frozen=True)
class LoadedBrand:
    """A brand and its logo files, by their path below the folder of all brands.

    `later` is the brand as it will be on days after its issue; no document shows it yet. `read` is
    a hash of what it was read from and of the day of issue, its logos left out; empty, it is not
    known. `numbers` are its own as they were understood, if they were: the place of a contact, the
    place in that, and what is the same however it is grouped.
    """

    slug: str
    data: Brand
    logos: Mapping[str, LogoFile]
    later: tuple[Brand, ...] = ()
    read: str = ""
    numbers: tuple[tuple[int, int, str], ...] | None = None

    @cached_property
    def content(self) -> str:
        """A hash of all that it was read from, and where: whatever differs in it, this does."""
        logos = {path: vars(logo) for path, logo in self.logos.items()}
        told = json.dumps(
            [self.slug, str(self.data.where), self.read, logos], sort_keys=True, default=_digest
        )
        return sha256(told.encode()).hexdigest()


def _digest(data: object) -> str:
    """The bytes of a picture as JSON has them."""
    assert isinstance(data, bytes)  # noqa: S101 - it has nothing else that is not plain
    return sha256(data).hexdigest()


@dataclass(frozen=True)
class LoadedLayout:
    """A layout and the files that it may use, by their path below `layouts/`."""

    name: str
    data: Layout
    texts: Mapping[str, str]
    fonts: Mapping[str, bytes]
    words: Mapping[str, str]
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    def in_format(self, name: str, size: str = "") -> "LoadedLayout":
        """The layout as one of its formats has it, in one of its sizes."""
        return replace(self, data=self.data.in_format(name, size))


@dataclass(frozen=True)
class Library:
    """Everything that select and compose draw on. Nothing of it is read again later."""

    publication: Publication
    audiences: Mapping[str, Audience]
    sections: tuple[Section, ...]
    themes: Mapping[str, Theme]
    messages: tuple[Message, ...]
    facts: Mapping[str, Fact]
    figures: Mapping[str, Figure]
    charts: Mapping[str, str]
    abbreviations: tuple[Abbreviation, ...]
    brands: Mapping[str, LoadedBrand]
    layouts: Mapping[str, LoadedLayout]
    sizes: Mapping[str, CardSize] = field(default_factory=dict)
    printing: Printing = field(default_factory=Printing)
    exceptions: tuple[PreflightException, ...] = ()
    """Those that hold on the day of the build."""
    shared: tuple[SharedNumber, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    keyed: KeyedFile | None = None
    scripts: Scripts = field(default_factory=Scripts)

    def hand_of(self, item: Fact | Message) -> Hand | None:
        """Who has keyed a fact or message again and got the same; None if nobody has."""
        return self.keyed.hand_of(item) if self.keyed else None

    @cached_property
    def texts_name(self) -> str:
        """The name of all messages and facts that it has, as the manifest keeps it."""
        return name_of(texts_of(self))

    @cached_property
    def ownership(self) -> Ownership:
        """What of it belongs to one brand or audience alone; found out when first asked."""
        return ownership_of(self)


@dataclass(frozen=True)
class Loaded:
    """What load yields: the library, unless its ground is missing, and what it found wrong."""

    library: Library | None
    diagnostics: tuple[Diagnostic, ...] = field(default=())
