"""The larder: what each edition is made of, as lists of ingredients that many editions share."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

from briefpress.finish import Makers
from briefpress.freshness.estate import Estate
from briefpress.freshness.memory import LarderMemory, Share
from briefpress.freshness.ownparts import brand_parts, said_by
from briefpress.freshness.textparts import Part, TextParts
from briefpress.hashing import hash_of, told
from briefpress.model.edition import ALL_AUDIENCES, Edition
from briefpress.model.layout import Format
from briefpress.model.library import Library, LoadedBrand
from briefpress.model.manifest import Ingredients
from briefpress.model.uses import facts_in
from briefpress.program import program
from briefpress.selection import contacts_of, notes_of, select

Key = tuple[str, ...]


class Larder:
    """Knows the ingredients of every edition of a library; each list is made once."""

    def __init__(
        self,
        library: Library,
        makers: Makers,
        plated: frozenset[Edition] = frozenset(),
        memory: LarderMemory | None = None,
        before: Mapping[str, Ingredients] | None = None,
    ) -> None:
        """Begin with what is in the memory, and in the lists of `before` that it names.

        The editions that are `plated` are made from plates, and so of other bytes.
        """
        self.lists: dict[str, Ingredients] = {}
        self.estate = Estate(library, self._share)
        self._memory = memory
        self._before = before or {}
        self._shares: dict[str, Share] = {}
        self._library = library
        self._makers = makers
        self._plated = plated
        self._names: dict[Key, str] = {}
        self._texts: dict[Key, TextParts] = {}
        self._hashes: dict[Key, str] = {}
        self._facts: dict[str, tuple[str, ...]] = {}
        self._fonts = ""

    def made_of(self, edition: Edition) -> tuple[str, ...]:
        """The names of the lists of an edition's ingredients."""
        everybody = edition.audience == ALL_AUDIENCES
        audiences = tuple(self._library.audiences) if everybody else (edition.audience,)
        names = [self._named(("program",), dict(program()))]
        for audience in audiences:
            names += [
                self._text(edition, audience),
                self._brand(edition, audience),
                self._readers(edition, audience),
            ]
        return tuple(dict.fromkeys(names))

    @property
    def news(self) -> bytes | None:
        """What of its memory is to be kept anew."""
        return self._memory.news() if self._memory is not None else None

    def is_new(self, slug: str) -> bool:
        """Whether a brand is certainly another than in the last build, or the first."""
        brand = self._library.brands[slug]
        return self._memory is not None and not self._memory.knows(self._key(brand))

    def owned(self) -> str:
        """The name of the list of what belongs to whom."""
        key = ("estate",)
        if key not in self._names:
            self._named(key, dict(self.estate.parts))
        return self._names[key]

    def _text(self, edition: Edition, audience: str) -> str:
        key = ("text", audience, edition.layout, edition.format, edition.size)
        if key not in self._names:
            parts = {name: hash_of(text) for name, text in self._texts_of(edition, audience).all()}
            parts |= {name: hash_of(text) for name, text in self._finishing(edition)}
            way = "from a plate" if edition.unbranded in self._plated else "by itself"
            fonts = self._font_hash(edition.layout)
            self._named(key, {**parts, "the fonts": fonts, "whether it is made from a plate": way})
        return self._names[key]

    def _brand(self, edition: Edition, audience: str) -> str:
        """The list of what the edition shows of its brand, whoever its readers are."""
        key = ("brand", edition.brand, edition.layout, edition.format, edition.size)
        if key not in self._names:
            self._remembered(key, lambda: dict(self._brand_hashes(edition, audience)))
        return self._names[key]

    def _brand_hashes(self, edition: Edition, audience: str) -> Iterator[Part]:
        """A field has one hash, in whatever it is shown."""
        texts, slug = self._texts_of(edition, audience), edition.brand
        brand = self._library.brands[slug]
        for field, value in brand_parts(brand, texts.named):
            yield f"brand.yaml of {slug}: {field}", self._hash((slug, field), value)
        for name, text in texts.facts(self._facts_of(brand)):
            yield name, self._hash((name,), text)

    def _readers(self, edition: Edition, audience: str) -> str:
        """The list of what the brand says to these readers."""
        key = ("readers", edition.brand, audience, edition.layout, edition.format, edition.size)
        if key not in self._names:
            self._remembered(key, lambda: dict(self._readers_hashes(edition, audience)))
        return self._names[key]

    def _readers_hashes(self, edition: Edition, audience: str) -> Iterator[Part]:
        texts, slug = self._texts_of(edition, audience), edition.brand
        brand, layout = self._library.brands[slug], texts.manuscript.layout
        contacts = contacts_of(brand.data, audience, layout.data)
        whom = ("contacts", slug, *(str(contact.where) for contact in contacts))
        yield f"brand.yaml of {slug}: contacts", self._hash(whom, contacts)
        notes = notes_of(brand.data, audience) if texts.named.asks_for("local") else ()
        yield (
            f"brand.yaml of {slug}: local",
            self._hash(("notes", slug, audience, str(bool(notes))), notes),
        )
        if any(note.language for note in notes):
            yield "the scripts", self._hash(("scripts",), self._library.scripts)

    def _facts_of(self, brand: LoadedBrand) -> tuple[str, ...]:
        """The facts that a brand names in its texts, found out once."""
        if brand.slug not in self._facts:
            self._facts[brand.slug] = facts_in(said_by(brand.data))
        return self._facts[brand.slug]

    def _texts_of(self, edition: Edition, audience: str) -> TextParts:
        """Those of the first brand stand for those of all."""
        key = (audience, edition.layout, edition.format, edition.size)
        if key not in self._texts:
            first = next(iter(self._library.brands))
            manuscript = select(self._library, Edition(first, *key))
            self._texts[key] = TextParts(self._library, manuscript)
        return self._texts[key]

    def _finishing(self, edition: Edition) -> Iterator[Part]:
        """The printer or the shop that a file is for."""
        if Format(edition.format).is_finished:
            printing, makers = self._library.printing, self._makers
            shop = printing.shops.get(makers.shop)
            if edition.format == Format.PRINT:
                inks = printing.icc.get(shop.profile) if shop else None
                yield f"the print shop {makers.shop}", told([shop, inks])
            else:
                printer = printing.printers.get(makers.printer)
                yield f"the printer {makers.printer}", told(printer)

    def _font_hash(self, layout: str) -> str:
        self._fonts = self._fonts or hash_of(self._library.layouts[layout].fonts)
        return self._fonts

    def _hash(self, key: Key, value: Any) -> str:  # noqa: ANN401 - anything that has a hash
        if key not in self._hashes:
            self._hashes[key] = hash_of(value)
        return self._hashes[key]

    def _remembered(self, key: Key, make: Callable[[], Ingredients]) -> None:
        """A list that is a brand's, as it is known or as it is made now."""
        kind, slug, *what = key
        lists, label = self._share(self._library.brands[slug]).lists, "|".join((kind, *what))
        name = lists.get(label, "")
        if name in self._before:
            self._names[key] = name
            self.lists[name] = self._before[name]
        else:
            lists[label] = self._named(key, make())

    def _share(self, brand: LoadedBrand) -> Share:
        """What is known of a brand."""
        if brand.slug not in self._shares:
            known = self._memory.share(self._key(brand)) if self._memory and brand.read else Share()
            self._shares[brand.slug] = known
        return self._shares[brand.slug]

    def _key(self, brand: LoadedBrand) -> str:
        """A hash of all that a brand's lists are made of."""
        return hash_of([self._ground, brand.content])

    @cached_property
    def _ground(self) -> str:
        """A hash of all that they are made of and that is not the brand's."""
        library = self._library
        kits = {name: [kit.data, kit.texts] for name, kit in library.layouts.items()}
        held = [library.publication, library.audiences, library.facts, library.scripts]
        return hash_of([dict(program()), held, library.sizes, kits])

    def _named(self, key: Key, parts: Ingredients) -> str:
        if key not in self._names:
            name = self._names[key] = hash_of(parts)
            self.lists[name] = parts
        return self._names[key]
