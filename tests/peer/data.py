"""What Typst sets: the words of one edition as a tree, its colours and pictures, as files."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from briefpress.compose import compose
from briefpress.markup import HIDDEN, is_element, read_markup
from briefpress.model.document import Document
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.selection import select

_TOKEN = re.compile(r"--brand-([a-z-]+):\s*(#[0-9a-f]{6})")
_SIZE = re.compile(r"(width|height):([\d.]+)mm")
_SPACE = re.compile(r"[ \t\r\n]+")
_TOLD = ("class", "id", "href", "alt")
_CHART_SIZE = {"width": "165", "height": "60"}
"""In mm; a chart is as wide as its column, which Typst must be told."""
_LEFT_OUT = HIDDEN | {"head", "svg"}


def prepare(library: Library, edition: Edition, folder: Path) -> Path:
    """Write what Typst needs for one edition into a folder, in which editions share pictures."""
    document = compose(select(library, edition), library)
    pictures = {address: _kept(address, data, folder) for address, data in _pictures(document)}
    root = read_markup(document.html).root
    body = next(element for element in root.iter() if element.tag == "body")
    told = {
        "layout": edition.layout,
        "title": document.title,
        "description": document.title,
        "brand": str(library.brands[edition.brand].data.meta.name.full),
        "colors": dict(_TOKEN.findall("\n".join(document.styles.values()))),
        "body": _tree(body, pictures),
    }
    path = folder / f"{edition.id}.json"
    path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return path


def _pictures(document: Document) -> list[tuple[str, bytes]]:
    return [item for item in document.assets.items() if item[0].endswith((".svg", ".png"))]


def _kept(address: str, data: bytes, folder: Path) -> str:
    name = address.partition("//")[2].replace("/", "-")
    path = folder / name
    if not path.exists() or path.read_bytes() != data:
        path.write_bytes(data)
    return name


def _tree(element: Element, pictures: Mapping[str, str]) -> list[Any]:
    kept = {name: value for name, value in element.items() if name in _TOLD}
    if element.tag == "img":
        kept = _CHART_SIZE | kept | dict(_SIZE.findall(element.get("style", "")))
        kept["src"] = pictures[element.get("src", "")]
    parts: list[Any] = [_squeezed(element.text)]
    for child in element:
        if is_element(child) and child.tag not in _LEFT_OUT:
            parts.append(_tree(child, pictures))
        parts.append(_squeezed(child.tail))
    return [element.tag, kept, [part for part in parts if part]]


def _squeezed(text: str | None) -> str:
    return _SPACE.sub(" ", text or "")
