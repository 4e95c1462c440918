"""Compose: manuscript, brand and layout to HTML. Pure: the same in gives the same out."""

from briefpress.compose.brandpage import compose_brands
from briefpress.compose.charts import ChartFaultError
from briefpress.compose.composer import Composer
from briefpress.compose.differencespage import compose_differences
from briefpress.compose.evidencepage import carried_by, compose_evidence
from briefpress.compose.howto import compose_howto
from briefpress.compose.index import Beside, PackLink, PageLink, compose_index
from briefpress.compose.plaintext import plain_text
from briefpress.compose.report import compose_examined, compose_report
from briefpress.compose.templates import TemplateFaultError, compiling
from briefpress.model.document import Document
from briefpress.model.edition import Manuscript
from briefpress.model.library import Library
from briefpress.palette import Palette

__all__ = [
    "Beside",
    "ChartFaultError",
    "Composer",
    "PackLink",
    "PageLink",
    "TemplateFaultError",
    "carried_by",
    "compiling",
    "compose",
    "compose_brands",
    "compose_differences",
    "compose_evidence",
    "compose_examined",
    "compose_howto",
    "compose_index",
    "compose_report",
    "plain_text",
]


def compose(
    manuscript: Manuscript,
    library: Library,
    palette: Palette | None = None,
    *,
    proof: bool = False,
    bleed: float = 0.0,
) -> Document:
    """The document of one edition, as a composer of its library makes it that has no other to do.

    Raises:
        TemplateFaultError: a template of the layout is broken.
        ChartFaultError: a chart cannot be drawn.
    """
    return Composer(library).compose(manuscript, palette, proof=proof, bleed=bleed)
