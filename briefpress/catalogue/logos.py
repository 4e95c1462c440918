"""Codes of logos: what can be wrong with a picture before the engine sees it."""

from briefpress.catalogue.rule import Rule
from briefpress.diagnostics import Severity

_E = Severity.ERROR

RULES: tuple[Rule, ...] = (
    Rule(
        "LOGO-KIND",
        _E,
        "A logo of another kind",
        "A logo is SVG, PNG or JPEG, and its name says which.",
        "Rename the file as the hint says, or export the logo again.",
        proves="Every logo is of the kind that its name says.",
        limit="The name may be that of another organisation.",
    ),
    Rule(
        "LOGO-READ",
        _E,
        "A logo that cannot be read",
        "The file is cut short, damaged or empty, or holds several pictures.",
        "Copy it here again from where it came from; if that does not help, export it again.",
        proves="Every logo was decoded to its last pixel or shape.",
        limit="The picture may be another than the one that was meant.",
    ),
    Rule(
        "LOGO-PIXELS",
        _E,
        "A logo with too many pixels",
        "A logo may have 25 megapixels. A small file can unfold into gigabytes.",
        "Make the picture smaller, or use SVG.",
        proves="No logo costs more than 100 MB while it is read.",
        limit="A large picture may still be slow in some viewers.",
    ),
    Rule(
        "LOGO-EMPTY",
        _E,
        "A logo that shows nothing",
        "Nothing in it can be seen: it is clear, white, hidden, or outside its page.",
        "Open the file, and export again what you see there.",
        proves="Every logo shows something.",
        limit="What it shows is for people to judge.",
    ),
    Rule(
        "LOGO-SVG",
        _E,
        "Something in an SVG logo that is not allowed",
        "Scripts, references to other files, pictures in it, entities and effects are refused: "
        "they are dangerous, or every program draws them in another way.",
        "Export the logo again as plain SVG, or give it as PNG.",
        proves="An SVG logo is drawn anew from outlines, colours and gradients; nothing else of "
        "the file is left.",
        limit="A drawing can look wrong without breaking a rule.",
    ),
    Rule(
        "LOGO-TEXT",
        _E,
        "Text in an SVG logo",
        "Its letters would be drawn in whatever font the machine has.",
        "Convert the text to outlines in the drawing program.",
        proves="The letters of a logo look the same everywhere.",
        limit="What they say is not read: its alternative text must say it.",
    ),
    Rule(
        "LOGO-LIMIT",
        _E,
        "An SVG logo that is too detailed",
        "It has too many elements, shapes or points, or draws itself through `<use>`.",
        "Simplify the drawing, combine its paths, or give the logo as PNG.",
        proves="No logo holds a build up.",
        limit="A logo below the limits may still have more detail than paper can show.",
    ),
    Rule(
        "LOGO-VIEWBOX",
        _E,
        "An SVG logo without a viewBox",
        "Without it, or with a size of 0, nobody knows how large the drawing is.",
        "Export the logo again as plain SVG, with a viewBox.",
        proves="The size of every drawing is known.",
        limit="What lies outside its viewBox is not shown, by anybody.",
    ),
)
