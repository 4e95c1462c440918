"""The rules of preflight on pages, by their codes, in the order in which they are told."""

from collections.abc import Mapping

from briefpress.check.claims import forgotten
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
    clipped,
    copyfit,
    engine_log,
    fetches,
    lost,
    off_page,
    page_count,
    page_size,
)
from briefpress.check.type_size import type_size

RULES: Mapping[str, Rule] = {
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
