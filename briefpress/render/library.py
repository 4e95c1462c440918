"""The engine itself, imported once with no fonts but ours: everything else takes it from here."""

import ctypes.util
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from typing import TYPE_CHECKING


@contextmanager
def _no_search_for_libraries() -> Iterator[None]:
    """On Linux, shared libraries are opened by the name that the loader knows, not searched for.

    The engine first tries the names of other systems. Each makes `ctypes` run ldconfig, a compiler
    and a linker: 54 processes and about a third of a second at every start (measured).
    """
    found = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None  # noqa: ARG005
    try:
        yield
    finally:
        ctypes.util.find_library = found


os.environ["FONTCONFIG_FILE"] = str(files("briefpress.render") / "fonts.conf")

with warnings.catch_warnings(), _no_search_for_libraries():
    # It warns that no fonts are configured, which is what we want.
    warnings.filterwarnings("ignore", message="No fonts configured")
    import weasyprint
    from cssselect2 import ElementWrapper
    from weasyprint import css, svg
    from weasyprint import layout as laying
    from weasyprint import pdf as writer
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout import (
        absolute,
        block,
        column,
        grid,
        inline,
        page,
        percent,
        preferred,
        table,
    )
    from weasyprint.layout import float as floating
    from weasyprint.layout.absolute import AbsolutePlaceholder
    from weasyprint.svg.path import path as draw_path
    from weasyprint.text import line_break
    from weasyprint.text.ffi import ffi, fontconfig, pango
    from weasyprint.text.fonts import FontConfiguration

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    # The engine comes without types; these are the ones of what we build on.
    class URLFetcher:
        """Gets files for a document."""

        def __init__(
            self,
            *,
            allowed_protocols: Collection[str],
            allow_redirects: bool,
            fail_on_errors: bool,
        ) -> None: ...

    class URLFetcherResponse:
        """A file that was got."""

        def __init__(self, url: str, body: bytes, headers: Mapping[str, str]) -> None: ...
else:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

SRGB = files("weasyprint.pdf") / "sRGB2014.icc"
"""The profile of sRGB by the International Color Consortium, which anybody may pass on."""

EMPTY_GLYPH = pango.PANGO_GLYPH_EMPTY
"""What the engine does not draw."""

RELIED_ON = {
    "weasyprint.HTML.__init__": (
        "comes to a tree, and its `wrapper_element` for selectors, which are all that styles and "
        "layout see of the document besides its address"
    ),
    "weasyprint.pdf.generate_pdf": (
        "calls `add_tags(pdf, document, version, streams)` of its own module when all is drawn, "
        "fonts and pictures have their numbers, and the metadata are still to come"
    ),
    "weasyprint.pdf.anchors.add_links": "makes `link_annotation` of each box in `page.links`",
    "weasyprint.pdf.stream.Stream.marked": (
        "numbers what it draws by its box in `_tags`: tag, properties with MCID, BDC"
    ),
    "weasyprint.pdf.stream.Stream.artifact": "opens with the bare operator BMC",
    "weasyprint.pdf.stream.Stream.clone": "lets a transparency group number in the same `_tags`",
    "weasyprint.draw.draw_inline_level": "marks each text box and each picture in a line",
    "weasyprint.draw.draw_block_level": "marks each picture that is a block",
    "weasyprint.draw.text.draw_first_line": (
        "shows glyphs as `[<codes>] TJ` after `/hash size Tf`; `to_unicode` says what they are"
    ),
    "weasyprint.pdf.fonts.build_fonts_dictionary": (
        "writes `<glyph> <letters>` lines into ToUnicode of `/HASH+Name`, before `add_tags`"
    ),
    "weasyprint.text.fonts.FontConfiguration": (
        "has `_config`, whose fonts of the application are those of @font-face that could be read"
    ),
    "weasyprint.text.line_break.Layout.reactivate": "sets up a line again as it was drawn",
    "weasyprint.text.line_break.Layout.get_first_line": "gives Pango's runs of that line",
    "weasyprint.anchors.gather_anchors": "gives `page.links` as kind, target, rectangle and box",
    "weasyprint.formatting_structure.boxes.Box": (
        "has `element`, `element_tag` with `::` and the pseudo-element, `style` and `children`"
    ),
    "weasyprint.document.Document.write_pdf": (
        "lets a `finisher` have the last word, then calls `write` of the PDF with the output"
    ),
    "weasyprint.css.ComputedStyle": (
        "looks for a property that no rule has set in its parent if it is inherited, else among "
        "the initial values, and asks for `direction` before it does so for a side"
    ),
    "weasyprint.layout.background.layout_backgrounds": (
        "comes when all boxes of a page have their places, and moves none"
    ),
    "weasyprint.layout.percent.resolve_percentages": "does what `quick.lengths` does",
    "weasyprint.layout.percent.resolve_one_percentage": "takes `auto` as 0 for least sizes only",
    "weasyprint.layout.percent.percentage": "knows `auto`, lengths with a unit, and sums",
    "weasyprint.layout.percent.adjust_box_sizing": "does nothing where sizes are of the content",
    "weasyprint.formatting_structure.boxes.ParentBox.page_values": (
        "gives for each edge the value that the innermost box there has, if it has one"
    ),
    "weasyprint.svg.path.path": (
        "only adds to `stream` of the drawing and to `vertices` of the node, by its `d`, the size "
        "of type, and through `point` by `inner_width` and `inner_height`"
    ),
    "weasyprint.svg.SVG.point": "reads nothing of the drawing but its inner sizes",
    "pydyf.PDF": "holds `objects` by their number, the `catalog` and `info`",
    "pydyf.Stream": "is what its list `stream` holds, in lines, with `extra` and `compress`",
}
"""What we need of the engine that it does not promise."""

drawers = svg.TAGS
"""What draws each kind of node of a drawing."""

users_of_line_break = (line_break, inline, preferred)
"""The modules that have `split_first_line` under its own name."""

users_of_lengths = (absolute, block, column, floating, grid, inline, page, percent, table)
"""The modules that have `resolve_percentages` under its own name."""

__all__ = [
    "EMPTY_GLYPH",
    "RELIED_ON",
    "SRGB",
    "AbsolutePlaceholder",
    "ElementWrapper",
    "FontConfiguration",
    "URLFetcher",
    "URLFetcherResponse",
    "boxes",
    "css",
    "draw_path",
    "drawers",
    "ffi",
    "fontconfig",
    "laying",
    "line_break",
    "percent",
    "users_of_lengths",
    "users_of_line_break",
    "weasyprint",
    "writer",
]
