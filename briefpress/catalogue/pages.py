"""Codes of pages: what can be wrong once a document is composed, rendered or written."""

from briefpress.catalogue.rule import Rule
from briefpress.diagnostics import Severity

_E = Severity.ERROR

RULES: tuple[Rule, ...] = (
    Rule(
        "LAYOUT-TEMPLATE",
        _E,
        "A template is broken",
        "Jinja cannot fill the template: it is broken, or names something that does not exist.",
        "Mend the template; `docs/designing.md` lists what templates can name.",
    ),
    Rule(
        "CHART-SPEC",
        _E,
        "A chart cannot be drawn",
        "The Vega-Lite specification is not JSON, or the library refuses it.",
        "Mend the specification.",
    ),
    Rule(
        "ENGINE-FAULT",
        _E,
        "The engine gave up",
        "Laying out the document failed inside the engine.",
        "Simplify what was changed last; the message is the engine's own.",
    ),
    Rule(
        "ENGINE-LOG",
        _E,
        "The engine complained",
        "Something is wrong on the page: a missing glyph, image, anchor, or an unknown style.",
        "Mend what the message names.",
    ),
    Rule(
        "FETCH-REFUSED",
        _E,
        "A file that the document does not have",
        "A template or stylesheet asked for an address outside the document's own files.",
        "Put the file beside the layout, or mend the address.",
    ),
    Rule(
        "PAGE-COUNT",
        _E,
        "The wrong number of pages",
        "The layout promises a number of pages, and the document has another.",
        "Shorten the text, or change the limits in layout.yaml.",
    ),
    Rule(
        "PAGE-SIZE",
        _E,
        "A page of the wrong size",
        "The page is not the size that layout.yaml gives.",
        "Make @page and layout.yaml agree.",
    ),
    Rule(
        "COPYFIT",
        _E,
        "Text that does not fit",
        "Even at the smallest type that the layout allows, the text is higher than its box.",
        "Shorten the text, or take fewer messages.",
    ),
    Rule(
        "TEXT-LOST",
        _E,
        "Text that reached no page",
        "The engine drops what falls past the end of a box without a word.",
        "Shorten the text, or give the box more room.",
    ),
    Rule(
        "TEXT-CLIPPED",
        _E,
        "Text that is cut off",
        "Text stands outside the box that shows it.",
        "Shorten the text, or give the box more room.",
    ),
    Rule(
        "TEXT-OFF-PAGE",
        _E,
        "Text off the page",
        "Text stands outside the trimmed page.",
        "Shorten the text, or change the layout.",
    ),
    Rule(
        "TEXT-OVERLAP",
        _E,
        "Text on text",
        "Two lines of text stand on one another, so that neither can be read.",
        "Give the boxes that touch more room, or shorten the text.",
    ),
    Rule(
        "WRITE",
        _E,
        "A file cannot be written",
        "The system refused. The old version of the file, if there was one, is kept.",
        "Make room, or check the permissions of the output folder.",
    ),
    Rule(
        "SELECTION",
        _E,
        "Nothing to build",
        "No edition has this brand, audience, layout and format.",
        "`briefpress list` shows all editions.",
    ),
    Rule(
        "WORKER-LOST",
        _E,
        "A rendering process died",
        "The process that rendered the document was ended from outside, or ran out of memory.",
        "Build again; if it dies again, build with fewer --jobs.",
    ),
)
