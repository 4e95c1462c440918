"""The few objects in which a plate and what a brand adds meet, written for each document."""

import re
from collections.abc import Sequence

from briefpress.palette import Palette
from briefpress.plates import numbers as n
from briefpress.plates.colours import lookup
from briefpress.plates.objects import dictionary, stream
from briefpress.plates.outline import objects_of, outline_of
from briefpress.plates.plate import Hole, Parent, Plate, SlotPage
from briefpress.plates.shell import Shell
from briefpress.plates.source import RESOURCES, UnfitError

_OWN = re.compile(rb"<(dc:creator|xmp:ModifyDate)>.*?</\1>")
_NEXT = {b"dc:creator": b"<dc:description>", b"xmp:ModifyDate": b"<pdf:Producer>"}
"""What stands behind them in a packet of metadata."""


def composed(plate: Plate, shells: Sequence[Shell], palette: Palette) -> dict[int, bytes]:
    """The objects of one document that neither the plate nor a shell brings.

    Raises:
        UnfitError: the plate and the shells do not fit together.
    """
    return {
        n.COLOURS: lookup(palette),
        n.INFO: _info(plate, shells),
        n.PACKET: _packet(plate, shells),
        n.OWNERS_LEAF: _owners(plate, shells),
        n.RESOURCES: _resources(plate, shells),
        **{page.number: _page(page, shells, key) for key, page in enumerate(plate.pages)},
        **{number: _parent(parent, shells) for number, parent in plate.parents.items()},
        **objects_of(outline_of(plate, shells)),
    }


def _info(plate: Plate, shells: Sequence[Shell]) -> bytes:
    """What the file says of itself (ISO 32000-1, 14.3.3), the brand's own entries among it."""
    entries = dict(plate.info)
    for shell in shells:
        entries |= shell.info
    return dictionary(entries)


def _packet(plate: Plate, shells: Sequence[Shell]) -> bytes:
    """The same as metadata (ISO 19005-2, 6.6.2), not compressed, so that any tool finds it."""
    packet = plate.packet
    own = {match[1]: match[0] for shell in shells for match in _OWN.finditer(shell.packet)}
    for name, element in own.items():
        if packet.count(_NEXT[name]) != 1:
            raise UnfitError("its metadata have no place for those of the brand")
        packet = packet.replace(_NEXT[name], b"%b\n%b" % (element, _NEXT[name]))
    return stream(b"/Type /Metadata /Subtype /XML", packet)


def _resources(plate: Plate, shells: Sequence[Shell]) -> bytes:
    """What pages name (ISO 32000-1, 7.8.3): the plate's, and each shell's under its own names."""
    kinds = {b"/ColorSpace": b"%d 0 R" % n.SPACES}
    for kind in RESOURCES:
        names = dict(plate.names[kind])
        for shell in shells:
            names |= shell.names[kind]
        kinds[kind] = dictionary(names)
    return dictionary(kinds)


def _page(page: SlotPage, shells: Sequence[Shell], key: int) -> bytes:
    """A page that draws what the plate has, then what each shell adds (ISO 32000-1, 7.8.2)."""
    on = [shells[place] for place in page.frames]
    links = [*page.links, *(link for shell in on for link in shell.links)]
    more = {
        b"/Contents": b"[%b]" % b" ".join((page.contents, *(shell.contents for shell in on))),
        b"/Resources": b"%d 0 R" % n.RESOURCES,
        b"/StructParents": b"%d" % (n.PAGE_KEYS + key),
    }
    if links:
        more[b"/Annots"] = b"[%b]" % b" ".join(links)
    return page.entries[:-2] + dictionary(more)[2:]


def _parent(parent: Parent, shells: Sequence[Shell]) -> bytes:
    """An element with what it holds, the brand's elements in the places of its slots."""
    kids = {name: held for shell in shells for name, held in shell.kids.items()}
    held = (kids.get(kid.slot, b"") if isinstance(kid, Hole) else kid for kid in parent.kids)
    return parent.entries[:-2] + b"/K [%b]>>" % b" ".join(filter(None, held))


def _owners(plate: Plate, shells: Sequence[Shell]) -> bytes:
    """The leaf of the tree of owners for all that brands add to (ISO 32000-1, 14.7.4.4)."""
    rows: dict[int, bytes] = {}
    for place, page in enumerate(plate.pages):
        own = [owner for frame in page.frames for owner in shells[frame].owners]
        room = [b"null"] * (n.MARKS - len(own)) if page.told and page.owners else []
        rows[n.PAGE_KEYS + place] = b"[%b]" % b" ".join((*own, *room, *page.owners))
    for shell in shells:
        rows |= shell.others
    nums = b" ".join(b"%d %b" % row for row in sorted(rows.items()))
    return b"<</Limits [%d %d] /Nums [%b]>>" % (min(rows), max(rows), nums)
