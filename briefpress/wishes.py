"""Wishes: what a command line asks for that no edition of the build can answer."""

from collections.abc import Iterable, Iterator

from briefpress.catalogue import severity_of
from briefpress.diagnostics import Diagnostic
from briefpress.model.edition import Edition
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.selection import USUAL_PRINTER, USUAL_SHOP, Wanted


def unmet(library: Library, wanted: Wanted, made: tuple[Edition, ...]) -> tuple[Diagnostic, ...]:
    """A finding for each wish that nothing in `made` answers: it would be passed over in silence.

    Every name has been found to exist.
    """
    found = (
        *_layouts(library, wanted, made),
        *_forms(library, wanted, made),
        *_mixed(library, wanted, made),
        *_makers(wanted, made),
    )
    return tuple(Diagnostic("SELECTION", severity_of("SELECTION"), m, hint=h) for m, h in found)


Told = Iterator[tuple[str, str]]
"""Message and hint."""


def _layouts(library: Library, wanted: Wanted, made: tuple[Edition, ...]) -> Told:
    """Layouts that were asked for by name, in a form that they do not have."""
    for name in wanted.layouts:
        layout = library.layouts[name].data
        if any(edition.layout == name for edition in made):
            continue
        for what, asked, has in (
            ("format", wanted.formats, layout.formats),
            ("size", wanted.sizes, layout.sizes),
        ):
            for form in asked:
                if form not in has:
                    hint = f"it is made in: {', '.join(has)}" if has else f"it has no {what}s"
                    yield f"layout {name!r} is not made in {what} {form!r}", hint


def _forms(library: Library, wanted: Wanted, made: tuple[Edition, ...]) -> Told:
    """Sizes and formats that exist, but in no layout that is built."""
    if wanted.layouts:
        return
    layouts = {name: layout.data for name, layout in library.layouts.items()}
    for size in wanted.sizes:
        if not any(size in (e.size or layouts[e.layout].own_size) for e in made):
            having = [name for name, data in layouts.items() if size in data.sizes]
            yield f"nothing that is built has the size {size!r}", _add_layout(having)
    for form in wanted.formats:
        if not any(form == e.format for e in made):
            having = [name for name, data in layouts.items() if form in data.formats]
            yield f"nothing that is built has the format {form!r}", _add_layout(having)


def _add_layout(names: Iterable[str]) -> str:
    options = " or ".join(f"--layout {name}" for name in names)
    return f"add {options}" if options else "no layout has it"


def _mixed(library: Library, wanted: Wanted, made: tuple[Edition, ...]) -> Told:
    if not wanted.mixed:
        return
    if wanted.audiences:
        yield "a mixed sheet has the cards of all audiences", "leave out --audience, or --mixed"
    elif len(library.audiences) == 1:
        yield "a mixed sheet needs more than one audience", "leave out --mixed"
    elif not any(edition.format == Format.SHEET for edition in made):
        yield "--mixed is for sheets, and none is asked for", "add --format sheet"


def _makers(wanted: Wanted, made: tuple[Edition, ...]) -> Told:
    """A printer or a print shop for which nothing is made."""
    formats = {edition.format for edition in made}
    if wanted.printer != USUAL_PRINTER and not formats & {Format.SHEET, Format.BOOKLET}:
        message = "--printer is for sheets and booklets, and none is asked for"
        yield message, "add --format sheet or --format booklet"
    if wanted.shop != USUAL_SHOP and Format.PRINT not in formats:
        yield "--print-profile is for print files, and none is asked for", "add --format print"
