"""What a brand names, against what there is: its colours, its logos, and whom layouts need."""

from collections.abc import Iterator
from datetime import date

from briefpress.diagnostics import Scope, Where
from briefpress.hashing import hash_of
from briefpress.load.codecheck import code_faults
from briefpress.load.colorlint import contrast_faults, unused_foreground
from briefpress.load.contactcheck import contact_faults
from briefpress.load.crosscheck import CrossCheck
from briefpress.load.findings import Fault, Findings, Names
from briefpress.load.logocheck import logo_faults
from briefpress.load.loosenumbers import loose_number_faults
from briefpress.load.memory import BoardMemory
from briefpress.load.scripts import language_faults
from briefpress.model.brand import Brand
from briefpress.model.fields import meant_for
from briefpress.model.library import Library, LoadedBrand
from briefpress.palette import PAIRS


def check_brands(
    library: Library, names: CrossCheck, findings: Findings, today: date, memory: BoardMemory
) -> None:
    """Report what is wrong with each brand; a fault covers the documents of that brand only."""
    ground = _ground(library, names, today)
    for brand in library.brands.values():
        with memory.found_once(_key(ground, brand), findings) as is_new:
            if is_new:
                _check(brand, library, names, findings, today)


def _ground(library: Library, names: CrossCheck, today: date) -> str:
    """A hash of all that brands are held against."""
    layouts = {name: layout.data for name, layout in library.layouts.items()}
    held = [library.publication, library.audiences, library.facts, library.scripts, layouts]
    return hash_of([held, names.known.audiences, names.known.facts, today])


def _key(ground: str, brand: LoadedBrand) -> str:
    """A hash of that, of what a brand was read from and where, and of its logos."""
    return hash_of([ground, brand.content])


def _check(
    brand: LoadedBrand, library: Library, names: CrossCheck, findings: Findings, today: date
) -> None:
    scope = _of(brand.slug)
    for data in (brand.data, *brand.later):
        for contact in data.contacts:
            names.audiences(contact.audiences, contact.where_of("audiences"), scope)
        for note in data.local:
            names.audiences(note.audiences, note.where_of("audiences"), scope)
            faults = language_faults(note.language, library.scripts)
            findings.report(faults, note.where_of("language"), scope)
        names.prose.check_all(data.texts(), scope)
        for fault, where in (*contact_faults(data, today), *loose_number_faults(data)):
            findings.report([fault], where, scope)
    unknown = list(_image_faults(brand.data))
    for fault, where in (*unknown, *_placeholder_faults(brand), *code_faults(brand.data)):
        findings.report([fault], where, scope)
    for fault, where in () if unknown else logo_faults(brand, library):
        findings.report([fault], where, scope)
    _check_colors(brand.slug, library, findings)
    _check_needs(brand.slug, library, findings)


def check_editions(library: Library, findings: Findings) -> None:
    """Report two editions that would have the same name: a-b for c, and a for b-c."""
    seen: dict[str, tuple[str, str]] = {}
    for slug, brand in library.brands.items():
        for audience in library.audiences:
            first = seen.setdefault(f"{slug}-{audience}", (slug, audience))
            if first != (slug, audience):
                message = (
                    f"{slug} for {audience} would be named like {first[0]} for {first[1]}: "
                    f"{slug}-{audience}"
                )
                fault = Fault("ID-TWICE", message, "rename the brand's folder")
                findings.report([fault], brand.data.where, _of(slug, audience))


def _of(slug: str, *audiences: str, layout: str = "") -> Scope:
    return Scope(
        brands=frozenset({slug}),
        audiences=frozenset(audiences) or None,
        layouts=frozenset({layout}) if layout else None,
    )


def _image_faults(brand: Brand) -> Iterator[tuple[Fault, Where]]:
    images = Names(frozenset(brand.logo.images))
    medium = brand.logo.medium
    for field, name in (("light", medium.light), ("dark", medium.dark)):
        if name and images.lack(name):
            where = medium.where_of(field)
            place = where if where.file else brand.logo.where_of("medium")
            yield images.fault("BRAND-IMAGE", "logo image", name), place


def _placeholder_faults(brand: LoadedBrand) -> Iterator[tuple[Fault, Where]]:
    """That documents would go out under a logo which was only drawn from the name."""
    logos = brand.logos
    drawn = [p for p in brand.data.pictures() if p.path in logos and logos[p.path].placeholder]
    if drawn:
        names = ", ".join(dict.fromkeys(p.path.rpartition("/")[2] for p in drawn))
        message = f"{names}: drawn from the board's name, until its own logo is there"
        yield Fault("BRAND-PLACEHOLDER", message), drawn[0].where_of("path")


def _check_colors(slug: str, library: Library, findings: Findings) -> None:
    """The pairs of all layouts stop all documents, those of one layout that layout's."""
    brand = library.brands[slug]
    for data in (brand.data, *brand.later):
        for fault, where in (*contrast_faults(data, PAIRS), *unused_foreground(data.color)):
            findings.report([fault], where, _of(slug))
        for name, layout in library.layouts.items():
            for fault, where in contrast_faults(data, layout.data.pairs):
                findings.report([fault], where, _of(slug, layout=name))


def _check_needs(slug: str, library: Library, findings: Findings) -> None:
    """Each layout finds, for each audience, a contact of every kind that it keeps room for."""
    brand = library.brands[slug].data
    for name, layout in library.layouts.items():
        for kind in layout.data.needs:
            routes = [c.audiences for c in brand.contacts if str(c.kind) == kind]
            without = [
                audience
                for audience in library.audiences
                if not any(meant_for(audiences, audience) for audiences in routes)
            ]
            if without:
                whom = f" for {', '.join(without)}" if routes else ""
                message = f"contact of kind {kind!r} is missing{whom} (needed by layout {name})"
                fault = Fault("BRAND-CONTACT", message, f"add `- kind: {kind}` to contacts")
                where = brand.where_of("contacts")
                findings.report([fault], where, _of(slug, *without, layout=name))
