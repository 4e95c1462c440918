"""Two PDFs compared: whether they are the same to whoever looks, listens, clicks, searches or asks.

Bytes, object numbers, the order of drawing and the tags of font subsets may differ. Everything else
may not: the pixels of all pages, the structure with the text of each mark, artifacts, links,
bookmarks, metadata, page boxes, and the glyphs of each face.
"""

from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher

from briefpress.plates.digest import Digest, digest_of
from briefpress.plates.pixels import unlike

SHOWN = 3
"""Differences of one kind that are told; more say the same."""


def compare(wanted: bytes, made: bytes) -> tuple[str, ...]:
    """What is different in `made`, in words; nothing if the two are the same.

    Raises:
        pikepdf.PdfError: one of them cannot be read.
    """
    told, other = digest_of(wanted), digest_of(made)
    return (
        *(f"{name}: {one}" for name, way in WAYS.items() for one in _few(way(told, other))),
        *(f"pixels: {one}" for one in _few(unlike(wanted, made))),
    )


def _few(found: Iterable[str]) -> list[str]:
    """The first ones, and how many more there are."""
    every = list(found)
    more = len(every) - SHOWN
    return [*every[:SHOWN], *([f"and {more} more"] if more > 0 else [])]


def _rows(one: Iterable[object], other: Iterable[object]) -> Iterator[str]:
    """The rows in which two lists differ, in their order."""
    left, right = [str(row) for row in one], [str(row) for row in other]
    for kind, start, end, begin, stop in SequenceMatcher(
        None, left, right, autojunk=False
    ).get_opcodes():
        if kind != "equal":
            yield f"{' | '.join(left[start:end])!r} became {' | '.join(right[begin:stop])!r}"


def _boxes(one: Digest, other: Digest) -> Iterator[str]:
    return _rows(one.boxes, other.boxes)


def _tree(one: Digest, other: Digest) -> Iterator[str]:
    return _rows(one.tree.lines(), other.tree.lines())


def _artifacts(one: Digest, other: Digest) -> Iterator[str]:
    for page in sorted(one.artifacts.keys() | other.artifacts.keys()):
        for row in _rows(one.artifacts.get(page, ()), other.artifacts.get(page, ())):
            yield f"page {page}: {row}"


def _links(one: Digest, other: Digest) -> Iterator[str]:
    return _rows(one.links, other.links)


def _outline(one: Digest, other: Digest) -> Iterator[str]:
    return _rows(one.outline, other.outline)


def _itself(one: Digest, other: Digest) -> Iterator[str]:
    for key in sorted(one.itself.keys() | other.itself.keys()):
        if one.itself.get(key) != other.itself.get(key):
            yield f"{key} {one.itself.get(key)!r} became {other.itself.get(key)!r}"


def _packet(one: Digest, other: Digest) -> Iterator[str]:
    return _rows(one.packet.splitlines(), other.packet.splitlines())


def _glyphs(one: Digest, other: Digest) -> Iterator[str]:
    for face, code, text in sorted(one.glyphs ^ other.glyphs):
        where = "missing" if (face, code, text) in one.glyphs else "new"
        yield f"glyph {code} of {face}, {text!r}, is {where}"


def _faults(one: Digest, other: Digest) -> Iterator[str]:
    del one
    yield from other.faults


WAYS: dict[str, Callable[[Digest, Digest], Iterator[str]]] = {
    "page boxes": _boxes,
    "structure": _tree,
    "artifacts": _artifacts,
    "links": _links,
    "bookmarks": _outline,
    "itself": _itself,
    "metadata": _packet,
    "glyphs": _glyphs,
    "marks": _faults,
}
