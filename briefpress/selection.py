"""Select: library and edition to manuscript. Pure; says of each item why it is in or out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import product

from briefpress.catalogue import severity_of
from briefpress.diagnostics import Diagnostic
from briefpress.model.brand import Brand, LocalNote
from briefpress.model.contacts import Contact
from briefpress.model.edition import ALL_AUDIENCES, Decision, Edition, Manuscript, SelectedSection
from briefpress.model.fields import meant_for
from briefpress.model.layout import Format, Layout
from briefpress.model.library import Library
from briefpress.model.messages import Message
from briefpress.model.publication import Audience
from briefpress.model.section import Section
from briefpress.names import did_you_mean

EVERYBODY = "for all audiences"
USUAL_PRINTER, USUAL_SHOP = "office-a4", "coated"
INTRODUCTION = 10
"""An unnumbered section up to this order stays in front of what an audience opens with."""


def select(library: Library, edition: Edition) -> Manuscript:
    """What this edition says. The library must hold its brand, audience and layout."""
    audience = library.audiences[edition.audience]
    brand = library.brands[edition.brand]
    layout = library.layouts[edition.layout].in_format(edition.format, edition.size)
    sections = _sections(library, audience)
    messages = tuple(m for m in library.messages if meant_for(m.audiences, audience.id))
    cards = card_messages(messages, audience.id, layout.data.messages)
    return Manuscript(
        edition=edition,
        publication=library.publication,
        audience=audience,
        others=tuple(a for a in library.audiences.values() if a.id != audience.id),
        brand=brand,
        layout=layout,
        size=library.sizes.get(edition.size or layout.data.own_size),
        sections=sections,
        messages=messages,
        card_messages=cards,
        contacts=contacts_of(brand.data, audience.id, layout.data),
        local=notes_of(brand.data, audience.id),
        decisions=tuple(_decisions(library, audience.id, cards)),
    )


def contacts_of(brand: Brand, audience: str, layout: Layout) -> tuple[Contact, ...]:
    """The routes of a brand that an audience is given in a layout."""
    return tuple(
        contact
        for contact in brand.contacts
        if meant_for(contact.audiences, audience) and layout.shows(contact.kind)
    )


def notes_of(brand: Brand, audience: str) -> tuple[LocalNote, ...]:
    """The notes of a brand to an audience."""
    return tuple(note for note in brand.local if meant_for(note.audiences, audience))


def card_messages(
    messages: Iterable[Message], audience: str, limit: int | None
) -> tuple[Message, ...]:
    """The messages that have card text, by their place for this audience, `limit` at most."""
    carded = [m for m in messages if m.card is not None]
    ranked = sorted(carded, key=lambda m: (_place(m, audience), m.id))
    return tuple(ranked[:limit])


def _place(message: Message, audience: str) -> int:
    return message.card.priority_of(audience) if message.card else 0


def _sections(library: Library, audience: Audience) -> tuple[SelectedSection, ...]:
    """The sections of this audience, in its order, with their numbers."""
    mine = [s for s in library.sections if meant_for(s.front.audiences, audience.id)]
    ranked = sorted(mine, key=lambda s: _rank(s, audience))
    selected: list[SelectedSection] = []
    number = 0
    for section in ranked:
        number += section.front.numbered
        shown = number if section.front.numbered else 0
        selected.append(SelectedSection(section, section.text_for(audience.id), shown))
    return tuple(selected)


def _rank(section: Section, audience: Audience) -> tuple[int, int, str]:
    """An introduction leads, then what the audience opens with, then the order of the files."""
    if not section.front.numbered and section.front.order <= INTRODUCTION:
        return (0, section.front.order, section.id)
    if section.id in audience.opens_with:
        return (1, audience.opens_with.index(section.id), section.id)
    return (2, section.front.order, section.id)


def _decisions(library: Library, audience: str, cards: tuple[Message, ...]) -> Iterable[Decision]:
    for section in library.sections:
        yield _decision("section", section.id, section.front.audiences, audience)
    carded = {m.id for m in cards}
    for message in library.messages:
        decision = _decision("message", message.id, message.audiences, audience)
        yield decision
        if decision.included and message.card is not None:
            on_card = message.id in carded
            place = message.card.priority_of(audience)
            reason = (
                f"place {place}" if on_card else f"place {place} is below the limit of the card"
            )
            yield Decision("card message", message.id, on_card, reason)


def _decision(kind: str, item: str, named: frozenset[str] | None, audience: str) -> Decision:
    if named is None:
        return Decision(kind, item, included=True, reason=EVERYBODY)
    included = audience in named
    reason = f"for {', '.join(sorted(named))}"
    return Decision(kind, item, included=included, reason=reason)


@dataclass(frozen=True)
class Wanted:
    """What the user narrowed the build to; empty stands for everything that is built."""

    brands: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    layouts: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    printer: str = USUAL_PRINTER
    shop: str = USUAL_SHOP
    mixed: bool = False
    """Sheets hold the cards of all audiences instead of one."""
    besides: bool = False
    """What has none of the sizes is made as well, in its own."""


def editions_of(
    library: Library, wanted: Wanted
) -> tuple[tuple[Edition, ...], tuple[Diagnostic, ...]]:
    """The editions that were asked for, and a finding for each name that cannot be had."""
    builds = library.publication.builds
    layouts = tuple(name for name in builds.layouts if name in library.layouts)
    formats = dict.fromkeys(f for found in library.layouts.values() for f in found.data.formats)
    choices = {
        "brand": (wanted.brands, tuple(library.brands), tuple(library.brands)),
        "audience": (wanted.audiences, tuple(library.audiences), tuple(library.audiences)),
        "layout": (wanted.layouts, layouts, tuple(library.layouts)),
        "format": (wanted.formats, builds.formats, tuple(formats)),
        "size": (wanted.sizes, ("",), tuple(library.sizes)),
    }
    unknown = tuple(
        _unknown(what, name, known)
        for what, (asked, _, known) in choices.items()
        for name in asked
        if name not in known
    )
    unknown += tuple(_unknown_makers(library, wanted, wanted.formats or builds.formats))
    taken = [
        tuple(dict.fromkeys(n for n in asked if n in known)) if asked else usual
        for asked, usual, known in choices.values()
    ]
    asked = (_sized(Edition(*names), library, wanted) for names in product(*taken))
    editions = dict.fromkeys(_mixed(edition) if wanted.mixed else edition for edition in asked)
    made = tuple(e for e in editions if _is_made(e, library))
    return made, unknown


def _mixed(edition: Edition) -> Edition:
    sheet = edition.format == Format.SHEET
    return replace(edition, audience=ALL_AUDIENCES) if sheet else edition


def _unknown_makers(
    library: Library, wanted: Wanted, formats: Iterable[str]
) -> Iterable[Diagnostic]:
    """A finding for a printer or print shop that is not there, or whose file has errors."""
    printing = library.printing
    for what, name, usual, known, forms in (
        (
            "printer",
            wanted.printer,
            USUAL_PRINTER,
            printing.printers,
            (Format.SHEET, Format.BOOKLET),
        ),
        ("print profile", wanted.shop, USUAL_SHOP, printing.shops, (Format.PRINT,)),
    ):
        needed = name != usual or any(form in formats for form in forms)
        if name in known or not needed:
            continue
        if name in printing.broken:
            message = f"{what} {name!r} cannot be used"
            hint = "its file has an error, which is told beside this line"
            yield Diagnostic("SELECTION", severity_of("SELECTION"), message, hint=hint)
        else:
            yield _unknown(what, name, tuple(known))


def _sized(edition: Edition, library: Library, wanted: Wanted) -> Edition:
    """The edition without a size, if that is the layout's own, or if it may do without."""
    layout = library.layouts[edition.layout].data
    unsized = wanted.besides and not _has_size(edition, library)
    return replace(edition, size="") if unsized or edition.size == layout.own_size else edition


def _has_size(edition: Edition, library: Library) -> bool:
    """Whether it is made in its size: web pages have none, and large print has its own."""
    form = Format(edition.format)
    sized = form.is_paged and form != Format.LARGE_PRINT
    return not edition.size or (
        sized and edition.size in library.layouts[edition.layout].data.sizes
    )


def larger_sizes(library: Library, edition: Edition) -> tuple[str, ...]:
    """The sizes of its layout that are larger than the edition's, the smallest first."""
    layout = library.layouts[edition.layout].data
    areas = {s: library.sizes[s].trim.width * library.sizes[s].trim.height for s in layout.sizes}
    own = areas.get(edition.size or layout.own_size, 0.0)
    return tuple(sorted((s for s in areas if areas[s] > own), key=lambda s: areas[s]))


def can_be_made(library: Library, edition: Edition) -> bool:
    """Whether the library has all that this edition is called after."""
    return (
        edition.brand in library.brands
        and edition.audience in (*library.audiences, ALL_AUDIENCES)
        and edition.layout in library.layouts
        and edition.size in ("", *library.sizes)
        and _is_made(edition, library)
    )


def _is_made(edition: Edition, library: Library) -> bool:
    formats = library.layouts[edition.layout].data.formats
    return edition.format in formats and _has_size(edition, library)


def _unknown(what: str, name: str, known: tuple[str, ...]) -> Diagnostic:
    message = f"unknown {what} {name!r}"
    return Diagnostic(
        "SELECTION", severity_of("SELECTION"), message, hint=did_you_mean(name, known)
    )
