"""The objects in which a plate and its shells meet, read back from the finished file.

They are written anew for each document, so that nothing which was proved of parts speaks for them.
What reads them here knows nothing of how they were written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields

import pikepdf

from briefpress.palette import Palette
from briefpress.plates import numbers as n
from briefpress.plates.objects import Item, references
from briefpress.plates.plate import Hole, Mark, Marks, Plate
from briefpress.plates.shell import Shell
from briefpress.plates.source import RESOURCES


def misfits(
    file: pikepdf.Pdf, plate: Plate, shells: Sequence[Shell], palette: Palette
) -> Iterator[str]:
    """What of a file is not what its parts ask for."""
    yield from _pages(file, plate, shells)
    yield from _names(file, plate, shells)
    yield from _elements(file, plate, shells)
    yield from _owners(file, plate)
    if bytes(file.get_object(n.COLOURS, 0)[3]) != _row(palette):
        yield "its colours are not those of the brand"


def _row(palette: Palette) -> bytes:
    """The colours of a brand, three bytes each."""
    values = (getattr(palette, field.name) for field in fields(palette))
    return b"".join(bytes.fromhex(value.lstrip("#")) for value in values)


def _pages(file: pikepdf.Pdf, plate: Plate, shells: Sequence[Shell]) -> Iterator[str]:
    """Each page draws the plate, then what its frames add, and has the links of both."""
    pages = [page.obj for page in file.pages]
    if any(page.Resources.objgen[0] != n.RESOURCES for page in pages):
        yield "a page has resources of its own"
    for slot in plate.pages:
        page, on = pages[slot.place - 1], [shells[place] for place in slot.frames]
        drawn = [slot.contents, *(shell.contents for shell in on)]
        links = [*slot.links, *(link for shell in on for link in shell.links)]
        if [_told(item) for item in page.Contents] != drawn:
            yield f"page {slot.place} draws something else"
        if [_told(item) for item in page.get("/Annots", ())] != links:
            yield f"page {slot.place} has other links"


def _names(file: pikepdf.Pdf, plate: Plate, shells: Sequence[Shell]) -> Iterator[str]:
    """What pages name is what the plate or the one shell that has the name means by it."""
    held = file.get_object(n.RESOURCES, 0)
    for kind in RESOURCES:
        parts = [plate.names[kind], *(shell.names[kind] for shell in shells)]
        found = {k.encode(): _told(v) for k, v in held.get(kind.decode(), {}).items()}
        if sum(map(len, parts)) != len(found) or any(
            found.get(name) != value for part in parts for name, value in part.items()
        ):
            yield f"names of the kind {kind.decode()} mean something else"


def _elements(file: pikepdf.Pdf, plate: Plate, shells: Sequence[Shell]) -> Iterator[str]:
    """Each element around slots holds what the shells have for these, in its place."""
    held = {slot: kids for shell in shells for slot, kids in shell.kids.items()}
    for number, parent in plate.parents.items():
        wanted: list[bytes] = []
        for kid in parent.kids:
            if isinstance(kid, Hole):
                wanted += (b"%d 0 R" % one for one in references(held.get(kid.slot, b"")))
            else:
                wanted.append(kid)
        if [_told(item) for item in file.get_object(number, 0).K] != wanted:
            yield f"element {number} holds something else"


def _owners(file: pikepdf.Pdf, plate: Plate) -> Iterator[str]:
    """Marks and links of what was written anew lead to the element that holds them."""
    pages = {n.PAGE_KEYS + key: file.pages[p.place - 1].obj for key, p in enumerate(plate.pages)}
    for place, page in pages.items():
        if page.get("/StructParents") != place:
            yield f"the page with key {place} does not say so"
    held = _Held(plate)
    row: list[Item] = list(file.get_object(n.OWNERS_LEAF, 0).Nums)
    for key, owner in zip(map(int, row[::2]), row[1::2], strict=True):
        if not held.leads_back(owner, key, pages.get(key)):
            yield f"what has key {key} leads to another element"


class _Held:
    """The marks that elements hold (ISO 32000-1, 14.7.4.4), each with its page, if it is told.

    Those of the plate's own elements are read in its first file: they stand in bytes that are the
    same in all, as `selfcheck` sees each time.
    """

    def __init__(self, plate: Plate) -> None:
        self._always = plate.held
        self._here: dict[int, Marks] = {}

    def leads_back(self, owner: Item, key: int, page: Item) -> bool:
        """Whether elements, or the one element, hold what leads to them; marks, on their page."""
        if not isinstance(owner, pikepdf.Array):
            return any(_leads(kid, key) for kid in owner.K)
        where = None if page is None else page.objgen
        elements: list[Item] = list(owner)
        rows = ((mark, self._of(one)) for mark, one in enumerate(elements) if one is not None)
        if where is None:
            return all(mark in {number for _, number in held} for mark, held in rows)
        return all((where, mark) in held or (None, mark) in held for mark, held in rows)

    def _of(self, element: Item) -> Marks:
        number = element.objgen[0]
        known = self._always if n.FIRST <= number < n.PLATE_END else self._here
        if number not in known:
            known[number] = frozenset(_marks(element))
        return known[number]


def _marks(element: Item) -> Iterator[Mark]:
    """The marks of an element, each with the page that it or the element names."""
    own = element.get("/Pg")
    for kid in element.K:
        is_mark = isinstance(kid, int)
        mark = kid if is_mark else kid.get("/MCID")
        page = own if is_mark else kid.get("/Pg", own)
        if mark is not None:
            yield None if page is None else page.objgen, int(mark)


def _leads(kid: Item, key: int) -> bool:
    return not isinstance(kid, int) and "/Obj" in kid and kid.Obj.get("/StructParent") == key


def _told(item: Item) -> bytes:
    """An item of an array as it is written there."""
    if not isinstance(item, pikepdf.Object):
        return str(item).encode()
    return b"%d 0 R" % item.objgen[0] if item.is_indirect else item.unparse()
