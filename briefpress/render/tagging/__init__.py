"""Tagging: the structure of a document, for who has it read aloud, in the place of the engine's.

The engine's own breaks lists, tables and links at each page, leaves running heads among the text,
and knows no footnotes, languages or abbreviations. Here the tree comes from the source: one element
for one thing, in the order of the source, wherever its parts stand on the pages.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from xml.etree.ElementTree import Element

import pydyf

from briefpress.render.library import writer
from briefpress.render.tagging import elements, lists
from briefpress.render.tagging.letters import mend_letters
from briefpress.render.tagging.links import clear_links
from briefpress.render.tagging.marks import Marks
from briefpress.render.tagging.nodes import Node
from briefpress.render.tagging.roles import INLINE
from briefpress.render.tagging.survey import Survey
from briefpress.render.tagging.tree import Grower, Maker
from briefpress.render.tagging.writing import Writer

MAKERS: dict[str, Maker] = {
    **dict.fromkeys(INLINE, elements.inline),
    "": elements.plain,
    "Figure": elements.figure,
    "L": lists.whole,
    "LBody": lists.meaning,
    "LI": lists.item,
    "Lbl": lists.label,
    "Link": elements.link,
    "P": elements.block,
    "Table": elements.table,
}


@contextmanager
def tagged(document: Any, root: Element) -> Iterator[None]:  # noqa: ANN401 - the engine has no types
    """While this lasts, the engine writes `document`, whose source is `root`, with our tags."""
    before = writer.add_tags

    def add_tags(pdf: pydyf.PDF, _: object, version: object, streams: Sequence[Any]) -> None:
        del version
        Writer(pdf, streams).write(_tree(document, root, pdf, streams))

    clear_links(document, root)
    writer.add_tags = add_tags
    try:
        yield
    finally:
        writer.add_tags = before


def _tree(document: Any, root: Element, pdf: pydyf.PDF, streams: Sequence[Any]) -> Node:  # noqa: ANN401
    """The structure of what the engine has drawn."""
    marks, survey = Marks(document.fonts, pdf.objects), Survey()
    for page, stream in zip(document.pages, streams, strict=True):
        survey.page(page, stream._tags, marks.of(stream))  # noqa: SLF001
    mend_letters(survey.shaped, pdf)
    tree = Node("Document", keys={"Lang": root.get("lang", "")})
    body = root.find("body")
    if body is not None:
        Grower(survey.shown, body, MAKERS).own(body, tree)
    return tree
