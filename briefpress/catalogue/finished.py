"""Codes of the finished file: whether every word can be found, seen and read in it."""

from briefpress.catalogue.rule import Rule
from briefpress.diagnostics import Severity

_E = Severity.ERROR

RULES: tuple[Rule, ...] = (
    Rule(
        "PDF-BROKEN",
        _E,
        "The file cannot be read",
        "What was written is no PDF that two independent readers can open.",
        "Build again; if it happens again, report what you did.",
        proves="qpdf and PDFium opened the file, and PDFium every page of it.",
        limit="Other viewers may still differ.",
    ),
    Rule(
        "CLAIM-MISSING",
        _E,
        "Something that has to be said is on no page",
        "A message, fact, contact, note, heading or paragraph of the document is not among the "
        "text of the finished file.",
        "Look at the page in a build with --proof; the line that is named is where the text is "
        "typed.",
        proves="Each claim of the document stands in the file's text, letter by letter, its "
        "figures and signs too.",
        limit="Spaces, capitals, and hyphens between letters are not compared. That the text can "
        "be seen, and that its glyphs are those of its letters, is judged by TEXT-HIDDEN and "
        "GLYPH-FALSE.",
    ),
    Rule(
        "CLAIM-ASTRAY",
        _E,
        "Something stands outside its place in the reading order",
        "A screen reader would read it before or after what belongs to it, or not at all.",
        "Let the template print it in the order in which it is to be read, and leave the place on "
        "the page to the stylesheet.",
        proves="The structure tree leads through the blocks of the document in their order.",
        limit="Running matter stands outside the order on purpose. The order in which eyes go "
        "over the page is the designer's.",
    ),
    Rule(
        "TEXT-HIDDEN",
        _E,
        "Text that cannot be seen",
        "Something covers the text, or it has the colour of its ground, or it is not painted.",
        "Move what covers it, or mend its colour; look at the page in a build with --proof.",
        proves="Each page was drawn with its text, without it, and as its text alone. Wherever "
        "a glyph has ink, the page with text differs from the page without. Less than a fifth of "
        "the ink of a line, and no two letters side by side, is alike in both.",
        limit="Drawn by one renderer, at 144 dots to the inch. A rule of the colour of the text "
        "that runs through it is let through.",
    ),
    Rule(
        "TEXT-FAINT",
        _E,
        "Text that stands out too little",
        "Its contrast with what is around it is under 4.5:1, or under 3:1 for large text (18pt, "
        "or 14pt bold; WCAG 2.2, 1.4.3).",
        "Use the colour tokens in their pairs (`docs/designing.md`), without opacity.",
        proves="The contrast was measured from the pixels of each letter and of the ground just "
        "behind it; nine in ten reach what WCAG asks.",
        limit="Colours are those of a screen. Print and photocopy may be paler; try it in grey.",
    ),
    Rule(
        "TEXT-UNSAFE",
        _E,
        "Text near the edge of the page",
        "Cutting and sealing are not exact; text in the outer 5 mm (or what the size or layout "
        "says) may be lost.",
        "Move the text inwards, or mend `safe:` in layout.yaml.",
        proves="The glyphs of all text keep the distance from the trim that is asked for.",
        limit="Nothing is said of pictures and rules, which may run to the edge.",
    ),
    Rule(
        "TEXT-STRANGE",
        _E,
        "The file does not say what was laid out",
        "A piece of text in the file is not in the document, stands in another place than it was "
        "laid out, or is gone.",
        "Build again; if it happens again, the file was changed on its way.",
        proves="Page by page, each line of the file is a line that was laid out, at its place and "
        "as wide, or the words of a drawing; and none of them is left out.",
        limit="The words of a drawing are compared letter by letter, not by their place.",
    ),
)
