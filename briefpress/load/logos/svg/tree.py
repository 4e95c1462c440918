"""The tree of an SVG file, with the line of each element, or a refusal before it costs anything."""

from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from briefpress.load.findings import Fault
from briefpress.load.logos.flaws import RefusedError

SVG = "{http://www.w3.org/2000/svg}"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
ELEMENTS = 10_000
"""The most detailed crest seen had 900."""
DEPTH = 60


@dataclass(frozen=True)
class Tree:
    """An SVG file as it was read: its root, and the line on which each element begins."""

    root: Element
    lines: dict[Element, int]


def name_of(element: Element) -> str:
    """The name of an SVG element; empty for an element of another vocabulary."""
    tag: str = element.tag
    return tag.removeprefix(SVG) if tag.startswith(SVG) or not tag.startswith("{") else ""


def parse(data: bytes) -> Tree:
    """Read a file. Entities and references out of it are refused while it is read.

    Raises:
        RefusedError: it is no SVG, or goes beyond a limit.
    """
    builder = _Builder()
    parser = DefusedXMLParser(target=builder, forbid_dtd=False, forbid_entities=True)
    builder.parser = parser.parser
    try:
        parser.feed(data)
        root = parser.close()
    except DefusedXmlException as error:
        raise RefusedError(_ENTITIES, builder.line) from error
    except ParseError as error:
        raise RefusedError(_broken(error), error.position[0]) from error
    except (LookupError, ValueError) as error:  # an encoding that nobody knows
        raise RefusedError(Fault("LOGO-READ", f"cannot be read as SVG: {error}")) from error
    if name_of(root) != "svg":
        message = f"begins with <{root.tag.rpartition('}')[2]}>, not with <svg>"
        raise RefusedError(Fault("LOGO-READ", message, "export the logo again as SVG"))
    return Tree(root, builder.lines)


_ENTITIES = Fault(
    "LOGO-SVG",
    "entity declarations are not allowed",
    "export again as plain SVG, in Illustrator without “Preserve Illustrator Editing Capabilities”",
)


def _broken(error: ParseError) -> Fault:
    reason = str(error).partition(":")[0]
    return Fault("LOGO-READ", f"cannot be read as SVG: {reason}", "export the logo again as SVG")


class _Builder(TreeBuilder):
    """Builds the tree, counts as it grows, and notes where each element begins."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[Element, int] = {}
        self.parser: Any = None
        self._depth = 0

    @property
    def line(self) -> int:
        number: int = self.parser.CurrentLineNumber
        return number

    def start(self, tag: Any, attrs: Any) -> Element:  # noqa: ANN401 - as the library has it
        element = super().start(tag, attrs)
        self.lines[element] = self.line
        self._depth += 1
        if len(self.lines) > ELEMENTS:
            self._refuse(f"has more than {ELEMENTS:,} elements")
        if self._depth > DEPTH:
            self._refuse(f"has elements in one another more than {DEPTH} deep")
        return element

    def end(self, tag: Any) -> Element:  # noqa: ANN401
        self._depth -= 1
        return super().end(tag)

    def pi(self, target: str, text: str | None = None) -> Any:  # noqa: ANN401
        if target == "xml-stylesheet":
            fault = Fault("LOGO-SVG", "a stylesheet of its own is not allowed", _PLAIN)
            raise RefusedError(fault, self.line)
        return super().pi(target, text)

    def _refuse(self, message: str) -> None:
        fault = Fault("LOGO-LIMIT", message, "simplify the drawing, or give the logo as PNG")
        raise RefusedError(fault, self.line)


_PLAIN = "export the logo again as plain SVG"
