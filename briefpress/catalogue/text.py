"""Codes of running text: markup and characters that would hide text, break it or read badly."""

from briefpress.catalogue.rule import Rule
from briefpress.diagnostics import Severity

_E = Severity.ERROR

RULES: tuple[Rule, ...] = (
    Rule(
        "RAW-HTML",
        _E,
        "Raw HTML in text",
        "HTML could hide text from readers and from our checks.",
        "Write it in Markdown, or use a block.",
        proves="All that stands on a page was written as text, or made by a layout.",
        limit="What layouts do with it is checked on the pages.",
    ),
    Rule(
        "TEXT-IMAGE",
        _E,
        "An image in text",
        "Images in text have no checked description, size or source.",
        "Make a chart in figures/.",
        proves="The only pictures are charts from data and the logos of brands.",
        limit="A logo is taken for what its pack says it is.",
    ),
    Rule(
        "TEXT-ITALIC",
        _E,
        "Italics",
        "Italics are hard to read for many (UKAAF clear print; GOV.UK: no italics).",
        "Use **bold**, or nothing.",
        proves="No text asks for italics.",
        limit="A stylesheet could still slant it.",
    ),
    Rule(
        "TEXT-MARKUP",
        _E,
        "Markup that is not used",
        "The layouts have no look for it, or it would be printed as it is typed.",
        "`docs/authoring.md` lists what text may use.",
        proves="No mark of Markdown is printed, and nothing falls into a form without a look.",
        limit="Marks that are also signs of ordinary writing are taken as writing.",
    ),
    Rule(
        "TEXT-CONTROL",
        _E,
        "A control character",
        "Characters that nobody sees change or break text.",
        "Delete the character and type it again.",
        proves="No text holds a character that hides, reorders or splits other characters.",
        limit="Letters of two scripts that look alike are not told apart.",
    ),
    Rule(
        "WORD-LONG",
        _E,
        "A word that no line can hold",
        "It would run off the page.",
        "Break the word.",
        proves="No word is longer than 100 characters.",
        limit="Whether a shorter one fits its line is seen on the page.",
    ),
    Rule(
        "TABLE-LONG",
        _E,
        "A table that nobody will read",
        "A table of more than a hundred rows is a data file.",
        "Cut the table, or make a chart.",
        proves="No table has more than a hundred rows.",
        limit="A wide table may still be hard to read.",
    ),
    Rule(
        "LINK-SCHEME",
        _E,
        "A link of another kind",
        "Only https, mailto and tel are safe in a document that is passed on.",
        "Write the full address.",
        proves="Each link of the text begins with https, mailto or tel, and ends where it should.",
        limit="Nobody has followed it: the page may be gone, or have changed.",
    ),
    Rule(
        "TEXT-SCRIPT",
        _E,
        "Letters of another script",
        "There is no font for them where they stand: they would be empty boxes.",
        "Put them into a local note of a brand, with its `language:`.",
        proves="Letters stand only where a font of their script is, and the text runs its way.",
        limit="Whether the words are right, only somebody who reads the language can say.",
    ),
)
