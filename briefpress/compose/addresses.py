"""Addresses on paper: a link in running text prints where it leads, for who cannot click."""

import re
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from markdown.treeprocessors import Treeprocessor

CLASS = "address"
_OWN_DIGITS = 9
"""Of a telephone number, from the end: what is the same with 0 and with +44 before it."""


def printed(href: str) -> str:
    """An address as it is printed: without what a browser or a telephone adds by itself."""
    kind, _, rest = href.partition(":")
    if kind.lower() == "https":
        return rest.removeprefix("//").removesuffix("/")
    return unquote(rest.partition("?")[0])


class PrintedAddresses(Treeprocessor):
    """Puts the address behind the words of each link, unless the words are the address."""

    def run(self, root: ET.Element) -> None:
        """Walk the tree of one text."""
        for link in root.iter("a"):
            address = printed(link.get("href", ""))
            if address and not _says("".join(link.itertext()), address):
                mark = ET.SubElement(link, "span", {"class": CLASS})
                mark.text = f" ({address})"


def _says(words: str, address: str) -> bool:
    """Whether the words give the address, a number in whatever groups and from wherever."""
    number = re.sub(r"[^0-9]", "", address) if re.fullmatch(r"[+0-9 ()-]+", address) else ""
    if number:
        return number[-_OWN_DIGITS:] in re.sub(r"[^0-9]", "", words)
    return _bare(address) in _bare(words)


def _bare(text: str) -> str:
    return "".join(text.split()).casefold().removeprefix("www.")
