"""A web page opened: what all rules on web pages share, read once."""

import re
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element

from briefpress.check.ear import Ear, Heard, stretch_of
from briefpress.check.hearing import heard_of_ways, heard_on_web
from briefpress.markup import Markup, elements
from briefpress.model.document import Document

_CARRIED = re.compile(r"data:[\w/+.-]+;base64,([A-Za-z0-9+/=]+)$")


@dataclass(frozen=True)
class WebPage:
    """A document that is a web page, and what was read in it."""

    document: Document
    markup: Markup

    @property
    def root(self) -> Element:
        """The `html` element."""
        return self.markup.root

    @cached_property
    def ear(self) -> Ear:
        """Everything that is heard of it: its text in a row, all else piece by piece."""
        ways = heard_of_ways(self.root)
        name = Heard("file name", str(self.document.edition.path))
        asides = stretch_of((*ways, name), is_parted=True)
        return Ear((stretch_of(heard_on_web(self.root)), asides))

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """The files that it carries in its own text, by where they stand."""
        return {
            f"{element.tag} {number}": b64decode(carried[1])
            for number, element in enumerate(self.all("img"), 1)
            if (carried := _CARRIED.match(element.get("src", "")))
        }

    def all(self, *names: str) -> list[Element]:
        """The elements of these names, in order."""
        return list(elements(self.root, *names))
