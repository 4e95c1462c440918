"""The tree written: structure elements, and the way from each mark and link back to its element."""

from collections.abc import Mapping, Sequence
from typing import Any

import pydyf

from briefpress.render.tagging import roles
from briefpress.render.tagging.nodes import Kid, Node
from briefpress.render.tagging.survey import Area, Run


class Writer:
    """Writes one tree into the PDF that it belongs to (ISO 32000-1, 14.7)."""

    def __init__(self, pdf: pydyf.PDF, streams: Sequence[Any]) -> None:
        """`streams` are what the pages draw, in their order."""
        self._pdf = pdf
        self._pages = pdf.page_references
        self._keys = {stream.number: key for key, stream in enumerate(streams)}
        self._owners: dict[int, dict[int, bytes]] = {key: {} for key in self._keys.values()}
        """The element of each mark, by the key of its stream."""
        self._areas: list[tuple[Area, bytes]] = []
        self._names: dict[str, bytes] = {}

    def write(self, document: Node) -> None:
        """Write the tree, and let the catalog show it."""
        root = self._add({"Type": "/StructTreeRoot"})
        root["K"] = pydyf.Array([self._element(document, root.reference)])
        root["RoleMap"] = pydyf.Dictionary({own: f"/{std}" for own, std in roles.STANDARD.items()})
        numbers = self._numbers()
        root["ParentTree"] = self._add({"Nums": numbers}).reference
        root["ParentTreeNextKey"] = len(numbers) // 2
        if self._names:
            names = [x for name, at in sorted(self._names.items()) for x in (_text(name), at)]
            root["IDTree"] = self._add({"Names": pydyf.Array(names)}).reference
        catalog = self._pdf.catalog
        catalog["StructTreeRoot"] = root.reference
        catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
        catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})

    def _add(self, entries: Mapping[str, object]) -> pydyf.Dictionary:
        made = pydyf.Dictionary(entries)
        self._pdf.add_object(made)
        return made

    def _element(self, node: Node, parent: bytes) -> bytes:
        """Write an element and all below it; its reference."""
        made = self._add({"Type": "/StructElem", "S": f"/{node.role}", "P": parent})
        made |= {key: _text(text) for key, text in node.keys.items()}
        if "ID" in node.keys:
            self._names[node.keys["ID"]] = made.reference
        if node.attributes:
            made["A"] = pydyf.Array([_attributes(*item) for item in node.attributes.items()])
        page = next((kid.page for kid in node.kids if isinstance(kid, Run)), None)
        if page is not None:
            made["Pg"] = self._pages[page]
        made["K"] = pydyf.Array([self._kid(kid, page, made.reference) for kid in node.kids])
        reference: bytes = made.reference
        return reference

    def _kid(self, kid: Kid, page: int | None, owner: bytes) -> object:
        """What an element that stands on `page` holds: an element, a mark, or a link's area."""
        if isinstance(kid, Node):
            return self._element(kid, owner)
        where = {"Pg": self._pages[kid.page]}
        if isinstance(kid, Area):
            self._areas.append((kid, owner))
            return pydyf.Dictionary({"Type": "/OBJR", "Obj": kid.annotation.reference, **where})
        stream, number = kid.mark.stream, kid.mark.mcid
        is_page = stream.number in self._keys
        key = self._keys[stream.number] if is_page else self._group(stream)
        self._owners[key][number] = owner
        if is_page and kid.page == page:
            return number
        within = {} if is_page else {"Stm": stream.reference}
        return pydyf.Dictionary({"Type": "/MCR", **where, **within, "MCID": number})

    def _group(self, stream: Any) -> int:  # noqa: ANN401 - the engine has no types
        """The key of a transparency group, which gets one when it is first met."""
        key = int(stream.extra.setdefault("StructParents", len(self._owners)))
        self._owners.setdefault(key, {})
        return key

    def _numbers(self) -> pydyf.Array:
        """From each key to the element of a link, or to those of the marks of a stream."""
        numbers = pydyf.Array()
        for key, owners in self._owners.items():
            marks = [owners.get(mark, b"null") for mark in range(max(owners, default=-1) + 1)]
            numbers += [key, pydyf.Array(marks)]
        for key, (area, owner) in enumerate(self._areas, len(self._owners)):
            area.annotation["StructParent"] = key
            numbers += [key, owner]
        return numbers


def _attributes(owner: str, values: Mapping[str, object]) -> pydyf.Dictionary:
    """Attributes of one owner (ISO 32000-1, 14.8.5)."""
    return pydyf.Dictionary({"O": f"/{owner}", **{name: _value(v) for name, v in values.items()}})


def _value(value: object) -> object:
    if isinstance(value, tuple):
        return pydyf.Array([_text(item) if isinstance(item, str) else item for item in value])
    return value


def _text(text: str) -> pydyf.String:
    return pydyf.String(text)
