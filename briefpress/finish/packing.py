"""Packing: a board's files in one archive, named so that people find what they want."""

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import PurePosixPath

from briefpress.model.edition import ALL_AUDIENCES
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.model.manifest import ManifestEntry

BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The earliest day that an archive can give a file: the same files, the same bytes."""
READABLE = 0o644 << 16
PLACES = {
    Format.SCREEN: ("1 To read on screen", "Send round by e-mail; read on screen."),
    Format.HTML: (
        "2 Web pages",
        "Put the folder on a website or an intranet: the most accessible form.",
    ),
    Format.LARGE_PRINT: ("3 Large print", "For readers with low vision, on paper or on screen."),
    Format.TEXT: ("4 Plain text", "For e-mail, and for readers who use their own software."),
    Format.SHEET: ("5 Cards to print and cut", "On the office printer, on both sides."),
    Format.BOOKLET: ("6 Booklets to staple", "Print on both sides, fold, staple in the fold."),
    Format.PRINT: ("7 For a print shop", "Send as they are."),
}
"""The folders of a pack by format, and what somebody wants who opens it."""


def files_of(library: Library, entries: Sequence[ManifestEntry]) -> dict[PurePosixPath, str]:
    """The files of a pack by their place in it, and where each stands in the output folder.

    Web pages keep their names, and what they lead to stands beside them under the names by which
    they know it, so that the folder can be put on a website as it is.
    """
    found = {_name_of(library, entry): entry.path for entry in entries}
    if any(entry.format == Format.HTML for entry in entries):
        linked = library.publication.builds.formats
        found |= {
            _web_name(entry): entry.path
            for entry in entries
            if entry.format in linked and not entry.size
        }
    return found


def _name_of(library: Library, entry: ManifestEntry) -> PurePosixPath:
    """Where an edition stands in its board's pack: `5 Cards …/Card A6, Health.pdf`."""
    if entry.format == Format.HTML:
        return _web_name(entry)
    layout = library.layouts[entry.layout]
    size = _size_of(library, entry)
    whom = layout.words["all_audiences"]
    if entry.audience != ALL_AUDIENCES:
        whom = library.audiences[entry.audience].name
    name = f"{layout.data.title}{f' {size}' if size else ''}, {whom}"
    suffix = Format(entry.format).suffix
    return PurePosixPath(PLACES[Format(entry.format)][0]) / f"{_plain(name)}{suffix}"


def _size_of(library: Library, entry: ManifestEntry) -> str:
    """The size of a card, where its layout has several and the file is made for paper."""
    layout = library.layouts[entry.layout].data
    several = len(layout.sizes) > 1 and entry.format != Format.LARGE_PRINT
    size = entry.size or (layout.own_size if several and Format(entry.format).is_paged else "")
    return library.sizes[size].title if size else ""


def _web_name(entry: ManifestEntry) -> PurePosixPath:
    return PurePosixPath(PLACES[Format.HTML][0]) / PurePosixPath(entry.path).name


def places_of(entries: Iterable[ManifestEntry]) -> dict[str, str]:
    """The folders that a pack of these editions has, and what each is for."""
    formats = {Format(entry.format) for entry in entries}
    return dict(place for form, place in PLACES.items() if form in formats)


def packed(folder: str, files: Mapping[PurePosixPath, bytes]) -> bytes:
    """The archive of files below one folder; the same bytes for the same files."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path in sorted(files):
            info = zipfile.ZipInfo(f"{_plain(folder)}/{path}", BEGINNING)
            info.external_attr = READABLE
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # Unix, whatever the machine: it is part of the bytes.
            archive.writestr(info, files[path])
    return out.getvalue()


def _plain(name: str) -> str:
    """A name that every file system takes."""
    return "".join(c if c.isalnum() or c in " ,.-()" else "-" for c in name).strip(" .")
