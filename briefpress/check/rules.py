"""The rules of preflight on pages, by their codes, in the order in which they are told."""

from collections.abc import Mapping

from briefpress.check.breaks import headings_alone, lines_alone, sparse
from briefpress.check.claims import astray, forgotten, missing
from briefpress.check.clear_print import (
    alignment,
    broken_words,
    capitals,
    italics,
    line_length,
    narrow,
    underlines,
)
from briefpress.check.copyfit import copyfit
from briefpress.check.drawn import strange_drawings
from briefpress.check.frame import boxes, images
from briefpress.check.glyphs import fonts, glyphs
from briefpress.check.illustrations import illustrations
from briefpress.check.innards import innards, size
from briefpress.check.itself import itself
from briefpress.check.judged import Rule
from briefpress.check.leaks import leaks_of_audiences, leaks_of_brands
from briefpress.check.overlap import overlap
from briefpress.check.page import (
    engine_log,
    fetches,
    lost,
    page_count,
    page_size,
    readable,
)
from briefpress.check.painted import faint, hidden
from briefpress.check.placed import clipped, off_page, unsafe
from briefpress.check.readout import read_out
from briefpress.check.setting import families, spacing, struck, words_of_styles
from briefpress.check.standards import pdf_a, pdf_ua
from briefpress.check.strange import strange
from briefpress.check.type_size import type_size
from briefpress.check.ways import bookmarks, links

LAYOUT_RULES: Mapping[str, Rule] = {
    "PDF-BROKEN": readable,
    "ENGINE-LOG": engine_log,
    "FETCH-REFUSED": fetches,
    "LAYOUT-FORGETS": forgotten,
    "PAGE-COUNT": page_count,
    "PAGE-SIZE": page_size,
    "PAGE-SPARSE": sparse,
    "LINE-ALONE": lines_alone,
    "HEADING-ALONE": headings_alone,
    "COPYFIT": copyfit,
    "TEXT-LOST": lost,
    "TEXT-CLIPPED": clipped,
    "TEXT-OFF-PAGE": off_page,
    "TEXT-OVERLAP": overlap,
    "TEXT-STRUCK": struck,
    "STYLE-WORDS": words_of_styles,
    "FONT-FAMILY": families,
    "TYPE-SIZE": type_size,
    "TYPE-SPACING": spacing,
    "TYPE-ITALIC": italics,
    "TYPE-UNDERLINE": underlines,
    "TYPE-ALIGN": alignment,
    "TYPE-CAPITALS": capitals,
    "WORD-BROKEN": broken_words,
    "LINE-LONG": line_length,
    "LINE-SHORT": narrow,
}
"""Those that have something to say even of a file that cannot be read."""
FILE_RULES: Mapping[str, Rule] = {
    "CLAIM-MISSING": missing,
    "CLAIM-ASTRAY": astray,
    "TEXT-HIDDEN": hidden,
    "TEXT-FAINT": faint,
    "TEXT-UNSAFE": unsafe,
    "TEXT-STRANGE": strange,
    "DRAWING-STRANGE": strange_drawings,
    "IMAGE-LOST": illustrations,
    "PDF-UA": pdf_ua,
    "PDF-A": pdf_a,
    "TAGS-STRANGE": read_out,
    "LEAK-AUDIENCE": leaks_of_audiences,
    "LEAK-BRAND": leaks_of_brands,
    "PDF-BOXES": boxes,
    "PDF-OUTLINE": bookmarks,
    "PDF-LINKS": links,
    "PDF-IMAGES": images,
    "PDF-ITSELF": itself,
    "PDF-INNARDS": innards,
    "PDF-SIZE": size,
    "PDF-FONTS": fonts,
    "GLYPH-FALSE": glyphs,
}
RULES = {**LAYOUT_RULES, **FILE_RULES}
