"""The blocks of sections: callouts, quotes, numbers, and what layouts make (panels, charts)."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from markdown import Markdown

from briefpress.compose.notation import Register
from briefpress.model.tokens import QUOTED_PAGES

if TYPE_CHECKING:
    from markdown.extensions import Extension

    # The library comes without types; these are the ones of what we build on.
    class Block:
        """One block while it is parsed."""

        argument: str
        config: dict[str, Any]
        md: Markdown

    class BlocksExtension(Extension):
        """Registers blocks."""
else:
    from pymdownx.blocks import BlocksExtension
    from pymdownx.blocks.block import Block

SHORT_NUMBER = 4
"""Characters of a number that can be set at full size in the side column."""


@dataclass(frozen=True)
class Makers:
    """What blocks draw on: the register, and the makers of panels and charts."""

    register: Register
    panel: Callable[[str], str]
    chart: Callable[[str], str]


class Blocks(BlocksExtension):
    """All blocks but `audience`, which is gone before text is parsed."""

    def __init__(self, makers: Makers) -> None:
        """Let the blocks draw on `makers`."""
        super().__init__()
        self._makers = makers

    # The library's name.
    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: ANN401, N802
        """Register them."""
        del md
        for kind in (_Callout, _Quote, _Number, _Panel, _Chart):
            block_mgr.register(kind, {"makers": self._makers})


class _Ours(Block):
    """A block that must have its argument."""

    ARGUMENT = True

    @property
    def makers(self) -> Makers:
        found: Makers = self.config["makers"]
        return found


class _Callout(_Ours):
    """A box beside the flow of the argument."""

    NAME = "callout"

    def on_create(self, parent: ET.Element) -> ET.Element:
        box = ET.SubElement(parent, "aside", {"class": "callout"})
        ET.SubElement(box, "p", {"class": "callout-title"}).text = self.argument
        return box


class _Quote(_Ours):
    """Somebody's own words, with their source after them."""

    NAME = "quote"

    def on_create(self, parent: ET.Element) -> ET.Element:
        return ET.SubElement(parent, "blockquote")

    def on_end(self, block: ET.Element) -> None:
        source = QUOTED_PAGES.sub(r" (p\1)", self.argument)
        ET.SubElement(block, "p", {"class": "quote-source"}).text = source


class _Number(_Ours):
    """A fact set large, with what it means."""

    NAME = "number"

    def on_create(self, parent: ET.Element) -> ET.Element:
        register = self.makers.register
        long = len(register.shown(self.argument)) > SHORT_NUMBER
        kinds = "number-value number-value-long" if long else "number-value"
        box = ET.SubElement(parent, "aside", {"class": "number"})
        ET.SubElement(box, "p", {"class": kinds}).append(register.mark(self.argument))
        return box


class _Made(_Ours, ABC):
    """A block whose HTML a part of the layout makes."""

    @abstractmethod
    def make(self) -> str:
        """The finished HTML."""

    def on_create(self, parent: ET.Element) -> ET.Element:
        holder = ET.SubElement(parent, "p")
        holder.text = self.md.htmlStash.store(self.make())
        return holder


class _Panel(_Made):
    """The practice points of a theme."""

    NAME = "messages"

    def make(self) -> str:
        return self.makers.panel(self.argument)


class _Chart(_Made):
    """A chart."""

    NAME = "figure"

    def make(self) -> str:
        return self.makers.chart(self.argument)
