"""Rules on what a file can do and carry: it shows pages, leads to addresses, and no more."""

from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf

from briefpress.check.judged import Judged, counted, judged
from briefpress.check.masks import veils
from briefpress.check.opened import Opened
from briefpress.check.reading.anatomy import Mark, deed_of
from briefpress.check.reading.resources import holders
from briefpress.model.checked import Fault

LARGEST = 5_000_000
"""Bytes. What every mailbox takes, twice over."""
ROOT = frozenset(
    {"/Type", "/Pages", "/StructTreeRoot", "/MarkInfo", "/Lang", "/Metadata", "/Outlines"}
    | {"/Names", "/Dests", "/ViewerPreferences", "/OutputIntents", "/Version", "/Extensions"}
)
PAGE = frozenset(
    {"/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox"}
    | {"/ArtBox", "/Contents", "/Rotate", "/Group", "/Annots", "/StructParents", "/Tabs"}
)
LINK = frozenset(
    {"/Type", "/Subtype", "/Rect", "/Contents", "/BS", "/Border", "/A", "/Dest", "/F", "/P"}
    | {"/NM", "/StructParent", "/QuadPoints", "/H"}
)
ACTIONS = frozenset({"/URI", "/GoTo"})
FORMS = frozenset({"/Image", "/Form"})
ODD = frozenset({"/OC", "/OPI", "/Ref", "/PS", "/AA", "/A", "/Alternates"})
"""What makes a drawing optional, replace itself by another, or act."""
MARKED = frozenset({"/OCG", "/OCMD"})


def innards(opened: Opened) -> Judged:
    """No script, action, attachment, layer or password, and no key that we do not know."""
    file = opened.file
    faults = [*_document(file), *_bookmarks(opened.marks), *_pages(file), *_drawings(file)]
    return judged(counted(len(file.objects), "object"), faults)


def size(opened: Opened) -> Judged:
    """The file can be sent by e-mail."""
    count = len(opened.proof.pdf)
    faults = []
    if count > LARGEST:
        faults = [Fault(f"{count:,} bytes, at most {LARGEST:,} can be sent everywhere")]
    return judged(f"{count / 1000:,.0f} KB", faults)


def _document(file: pikepdf.Pdf) -> Iterator[Fault]:
    if file.is_encrypted:
        yield Fault("the file is encrypted")
    yield from _unknown("the document", file.Root, ROOT)
    if "/Names" in file.Root:
        yield from _unknown("the document's names", file.Root.Names, frozenset({"/Dests"}))


def _bookmarks(marks: Iterable[Mark]) -> Iterator[Fault]:
    """Bookmarks that do something else than lead to a page."""
    for mark in marks:
        if mark.deed is not None:
            yield from _deed(f"bookmark {mark.title!r}", mark.deed)


def _pages(file: pikepdf.Pdf) -> Iterator[Fault]:
    for number, page in enumerate(file.pages, 1):
        yield from _unknown(f"page {number}", page.obj, PAGE)
        for note in page.obj.get("/Annots", ()):
            kind = note.get("/Subtype", "")
            if kind != "/Link":
                yield Fault(f"page {number} carries a note of kind {kind}")
                continue
            yield from _unknown(f"page {number}, a link", note, LINK)
            if "/A" in note:
                yield from _deed(f"page {number}, a link", deed_of(note.A))


def _deed(place: str, deed: str) -> Iterator[Fault]:
    if deed not in ACTIONS:
        yield Fault(f"{place} acts: {deed}")


def _drawings(file: pikepdf.Pdf) -> Iterator[Fault]:
    """Drawings, states and marks that pages use, also inside other drawings."""
    for place, resources in holders(file):
        for name, one in _items(resources, "/XObject"):
            odd = sorted(ODD & set(one.keys()))
            if one.get("/Subtype") not in FORMS or odd:
                yield Fault(f"{place}: drawing {name} has {', '.join(odd) or one.get('/Subtype')}")
        for name, one in _items(resources, "/Properties"):
            if one.get("/Type") in MARKED:
                yield Fault(f"{place}: layer {name} can be switched off")

    for place, name in veils(file):
        yield Fault(f"{place}: state {name} has a soft mask, which may hide text")


def _items(resources: Any, key: str) -> list[tuple[str, Any]]:  # noqa: ANN401
    held = resources.get(key)
    return [(name, held[name]) for name in held] if held is not None else []


def _unknown(place: str, held: Any, known: frozenset[str]) -> Iterator[Fault]:  # noqa: ANN401
    odd = sorted(set(held.keys()) - known)
    if odd:
        yield Fault(f"{place} has {', '.join(odd)}")
