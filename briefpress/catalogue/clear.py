"""Codes of clear print: what makes a page hard to read for many, and impossible for some."""

from briefpress.catalogue.rule import Rule
from briefpress.diagnostics import Severity

_E, _W = Severity.ERROR, Severity.WARNING

RULES: tuple[Rule, ...] = (
    Rule(
        "TYPE-SIZE",
        _E,
        "Type that is too small",
        "Each layout promises a smallest size for messages, for contacts and for everything; large"
        " print promises 18pt, and 16pt at least (UKAAF G003).",
        "Make it larger in the stylesheet, or correct `type:` in layout.yaml.",
        proves="No line and no label of a chart is set smaller than its layout promises.",
        limit="Faces differ: 12pt of one may look smaller than 11pt of another. Logos are no text.",
    ),
    Rule(
        "TYPE-SPACING",
        _E,
        "Letters or words too near or too far apart",
        "Letters that touch run into one another, those that stand apart are no words any more.",
        "Take `letter-spacing` or `word-spacing` out of the stylesheet.",
        proves="Letters stand no more than 0.05 em nearer and 0.15 em further apart than their "
        "face has them, words no more than 0.1 em nearer and 0.5 em further.",
        limit="How tight the face itself is set, a person has to see.",
        silenceable=True,
    ),
    Rule(
        "TYPE-ITALIC",
        _E,
        "Italics on a page",
        "Slanted letters are hard to tell apart with low vision or dyslexia (UKAAF MS03).",
        "Take `font-style` or the italic face out of the stylesheet; use weight.",
        proves="No text is set in italics, and the stylesheets bring no italic face.",
        limit="A face that is drawn slanted and says that it is not.",
        silenceable=True,
    ),
    Rule(
        "TYPE-UNDERLINE",
        _E,
        "Underlined text that is no link",
        "A line under letters hides their feet, and reads as a link that leads nowhere.",
        "Use bold.",
        proves="What is underlined is a link.",
        limit="A rule that is drawn close under a line is not seen as an underline.",
        silenceable=True,
    ),
    Rule(
        "TYPE-ALIGN",
        _E,
        "Text that does not begin at one edge",
        "Justified text has gaps; centred lines begin where nobody expects it (UKAAF MS03).",
        "Set it from the left; from the right in scripts that run from the right.",
        proves="Each block of more than one line begins at the edge at which its script begins.",
        limit="What runs in the margins of pages is one line each, and not judged.",
        silenceable=True,
    ),
    Rule(
        "TYPE-CAPITALS",
        _W,
        "Text in capitals",
        "Words are known by their outline, and in capitals all have the same.",
        "Write it in small letters, and take `text-transform` out of the stylesheet.",
        proves="No run of capitals is longer than an abbreviation may be, 12 letters.",
        limit="One word of up to 12 letters may be a word in capitals.",
        silenceable=True,
    ),
    Rule(
        "WORD-BROKEN",
        _E,
        "A key message breaks a word over two lines",
        "A message is read in a hurry, and half a word can be another word. A word that no line can"
        " hold is let through.",
        "Choose a shorter word, or give the message more room.",
        proves="Each line of a key message ends behind a word, or a hyphen that was written.",
        limit="Where both halves are words of the document themselves, a break without a hyphen.",
    ),
    Rule(
        "LINE-LONG",
        _W,
        "Lines that are too long",
        "From the end of a line of more than 75 characters the eye does not find the next one.",
        "Make the column narrower, or the type larger.",
        proves="In each column, full lines have on average no more than 75 characters.",
        limit="Blocks of one or two lines are not judged: there is hardly a way back to find.",
        silenceable=True,
    ),
    Rule(
        "LINE-SHORT",
        _E,
        "A column that is too narrow",
        "Lines of fewer than ten characters hold one word, or a piece of one.",
        "Make the column wider, or the type smaller.",
        proves="Blocks of five lines and more have on average ten characters a line at least.",
        limit="Blocks of fewer lines are not judged: labels and cells may be narrow.",
        silenceable=True,
    ),
)
