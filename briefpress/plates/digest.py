"""What there is to be compared of a finished file, read into plain data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

import pikepdf

from briefpress.plates.drawn import Glyph, Item, drawn_by
from briefpress.plates.tree import Tag, plain, tree_of

BOXES = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate", "/Tabs")
DEEPEST = 50
"""Levels of bookmarks."""


@dataclass(frozen=True)
class Digest:
    """What a reader or a program gets of a file, besides what it looks like.

    `faults` are what no file may have: marks without an element, ways that do not lead back.
    """

    boxes: tuple[object, ...]
    tree: Tag
    artifacts: Mapping[int, tuple[tuple[str, str], ...]]
    links: tuple[object, ...]
    outline: tuple[object, ...]
    itself: Mapping[str, object]
    packet: str
    glyphs: frozenset[Glyph]
    faults: tuple[str, ...]


def digest_of(pdf: bytes) -> Digest:
    """Read a file.

    Raises:
        pikepdf.PdfError: it cannot be read.
    """
    with pikepdf.open(BytesIO(pdf)) as opened:
        drawn = drawn_by(opened)
        tree = tree_of(opened, drawn)
        return Digest(
            boxes=tuple(_boxes(opened)),
            tree=tree.root,
            artifacts={page: tuple(sorted(told)) for page, told in drawn.artifacts.items()},
            links=tuple(_links(opened)),
            outline=tuple(_outline(opened)),
            itself=_itself(opened),
            packet=opened.Root.Metadata.read_bytes().decode(),
            glyphs=frozenset(drawn.glyphs),
            faults=(*drawn.loose, *tree.astray),
        )


def _boxes(pdf: pikepdf.Pdf) -> Iterator[object]:
    """The boxes of each page (ISO 32000-1, 14.11.2), and in which order its links are met."""
    for page in pdf.pages:
        yield tuple((key, plain(page.obj[key])) for key in BOXES if key in page.obj)


def _links(pdf: pikepdf.Pdf) -> Iterator[object]:
    """The links of each page: where they stand, what is said of them, where they lead to."""
    targets = _named(pdf)
    for number, page in enumerate(pdf.pages, 1):
        yield from sorted((number, *_link(pdf, note, targets)) for note in page.get("/Annots", ()))


def _link(pdf: pikepdf.Pdf, note: Item, targets: Mapping[str, Item]) -> tuple[str, ...]:
    if "/Dest" in note:
        name = str(note.Dest)
        target = f"{name}: {_place(pdf, targets[name]) if name in targets else 'nowhere'}"
    else:
        target = str(note.A.get("/URI", note.A.get("/S")))
    return (str(plain(note.Rect)), str(note.get("/Contents", "")), target)


def _named(pdf: pikepdf.Pdf) -> Mapping[str, Item]:
    """The places that have a name (ISO 32000-1, 12.3.2.3)."""
    nothing = pikepdf.Dictionary()
    dests = pdf.Root.get("/Names", nothing).get("/Dests", nothing)
    row = list(dests.get("/Names", ()))
    return {str(name): place for name, place in zip(row[::2], row[1::2], strict=True)}


def _place(pdf: pikepdf.Pdf, target: Item) -> str:
    """A page from 1, and where on it."""
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    return f"page {numbers.get(target[0].objgen)} {plain(pikepdf.Array(list(target)[1:]))}"


def _outline(pdf: pikepdf.Pdf) -> Iterator[object]:
    with pdf.open_outline(max_depth=DEEPEST) as outline:
        yield from _marks(pdf, outline.root, 1)


def _marks(pdf: pikepdf.Pdf, items: list[pikepdf.OutlineItem], depth: int) -> Iterator[object]:
    for item in items:
        yield depth, str(item.title), _place(pdf, item.destination), item.is_closed
        yield from _marks(pdf, item.children, depth + 1)


def _itself(pdf: pikepdf.Pdf) -> Mapping[str, object]:
    """What a file says of itself besides its packet of metadata."""
    root = pdf.Root
    said = {f"Info{key}": str(value) for key, value in pdf.docinfo.items()}
    said |= {key: str(plain(root[key])) for key in ("/Lang", "/MarkInfo") if key in root}
    viewer = root.get("/ViewerPreferences", pikepdf.Dictionary())
    said["/DisplayDocTitle"] = str(viewer.get("/DisplayDocTitle"))
    said["version"] = pdf.pdf_version
    for intent in root.get("/OutputIntents", ()):
        said["intent"] = f"{intent.S} {intent.OutputConditionIdentifier}"
        said["profile"] = str(len(intent.DestOutputProfile.read_bytes()))
    said["roles"] = str(plain(root.StructTreeRoot.get("/RoleMap", pikepdf.Dictionary())))
    return said
