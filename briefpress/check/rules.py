"""The rules of preflight on pages, by their codes, in the order in which they are told."""

from collections.abc import Mapping

from briefpress.check.claims import astray, forgotten, missing
from briefpress.check.clear_print import (
    alignment,
    broken_words,
    capitals,
    italics,
    line_length,
    underlines,
)
from briefpress.check.judged import Rule
from briefpress.check.overlap import overlap
from briefpress.check.page import (
    copyfit,
    engine_log,
    fetches,
    lost,
    page_count,
    page_size,
    readable,
)
from briefpress.check.painted import faint, hidden
from briefpress.check.placed import clipped, off_page, unsafe
from briefpress.check.standards import pdf_a, pdf_ua
from briefpress.check.strange import strange
from briefpress.check.type_size import type_size

LAYOUT_RULES: Mapping[str, Rule] = {
    "PDF-BROKEN": readable,
    "ENGINE-LOG": engine_log,
    "FETCH-REFUSED": fetches,
    "LAYOUT-FORGETS": forgotten,
    "PAGE-COUNT": page_count,
    "PAGE-SIZE": page_size,
    "COPYFIT": copyfit,
    "TEXT-LOST": lost,
    "TEXT-CLIPPED": clipped,
    "TEXT-OFF-PAGE": off_page,
    "TEXT-OVERLAP": overlap,
    "TYPE-SIZE": type_size,
    "TYPE-ITALIC": italics,
    "TYPE-UNDERLINE": underlines,
    "TYPE-ALIGN": alignment,
    "TYPE-CAPITALS": capitals,
    "WORD-BROKEN": broken_words,
    "LINE-LONG": line_length,
}
"""Those that have something to say even of a file that cannot be read."""
FILE_RULES: Mapping[str, Rule] = {
    "CLAIM-MISSING": missing,
    "CLAIM-ASTRAY": astray,
    "TEXT-HIDDEN": hidden,
    "TEXT-FAINT": faint,
    "TEXT-UNSAFE": unsafe,
    "TEXT-STRANGE": strange,
    "PDF-UA": pdf_ua,
    "PDF-A": pdf_a,
}
RULES = {**LAYOUT_RULES, **FILE_RULES}
