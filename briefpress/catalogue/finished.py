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
        "the ink of a line, no two letters side by side, and no band over or under them, is alike "
        "in both. On a web page no style hides words (display, visibility, opacity, size, place "
        "and the like, on narrow, wide and dark screens) that it says nowhere else.",
        limit="Drawn by one renderer, at 144 dots to the inch. A rule of the colour of the text "
        "that runs through it is let through. Of web pages, what one element does to another "
        "that it lies over is not seen.",
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
        "IMAGE-LOST",
        _E,
        "A picture that cannot be seen",
        "A logo, a chart or the code to scan is on no page, too small, turned, or hidden.",
        "Look at the style of the picture: whether it is shown, how large, and what lies over it.",
        proves="Each picture with an alternative text is on a page as often as the document names "
        "it, upright, opaque, larger than 3 mm, and its place is not of one colour.",
        limit="Whether all of it can be seen, or only a part; scan the code, look at the proof.",
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
        limit="The words of a drawing are compared letter by letter, not by their place. Glyphs of "
        "the scripts of India have no letters of their own; what is read out is believed there.",
    ),
    Rule(
        "DRAWING-STRANGE",
        _E,
        "The file draws something else than was laid out",
        "A panel, rule, logo, chart or picture was added to a page, moved, cut, covered by another "
        "or taken away after it was laid out.",
        "Build again; if it happens again, the file was changed on its way.",
        proves="Page by page, the file draws besides text what the engine drew: as many paths, "
        "clips and pictures, at the same places, in the same order and colours, as opaque.",
        limit="Not what the engine itself drew wrong, nor the colours of gradients. What covers "
        "text is told by TEXT-HIDDEN, a picture that cannot be seen by IMAGE-LOST.",
    ),
    Rule(
        "TAGS-STRANGE",
        _E,
        "Something is read out that the document does not say",
        "A screen reader would say other words than those on the page: a description, an "
        "expansion, a link or a replacement has been changed.",
        "Build again; if it happens again, the file was changed on its way.",
        proves="What is read out in the place of glyphs has their letters and figures, and every "
        "word of every description, expansion, title and link is a word of the document.",
        limit="Whether a description fits its picture, a person has to judge.",
    ),
    Rule(
        "LEAK-AUDIENCE",
        _E,
        "Something for another audience alone",
        "A message, passage, question or standfirst that is profiled for other audiences is in "
        "the file: on a page, in its tags, bookmarks, links, properties or name.",
        "Look where the text came in; the line that is named is where it is typed.",
        proves="No six words in a row of what is for other audiences alone are heard of the "
        "file, nor a whole text that is shorter, unless this edition may say the same words "
        "itself.",
        limit="The same thing said in other words is not found; nor are one word, or two or three "
        "in the middle of other text. For whom a text is, its `audiences:` say: one that is "
        "tagged for the wrong audience is no leak, and only `diff` shows it.",
    ),
    Rule(
        "LEAK-BRAND",
        _E,
        "Something of another brand",
        "A name, number, address, note or logo file that only other brands have is in the file.",
        "Look where it came in; the line that is named is that of the other brand.",
        proves="Of all other brands no name, telephone number, e-mail or web address, partner, "
        "note or logo file is in the file's text, tags, bookmarks, links, properties, name or "
        "pictures.",
        limit="A name that this brand's own texts contain (Nene in Calderwick and Nene) is let "
        "through. A logo drawn anew is not recognised.",
    ),
    Rule(
        "PDF-BOXES",
        _E,
        "A page of the file is not its trim",
        "A page has another size than its layout's, is turned, cropped or stretched, or there "
        "are more or fewer pages than were laid out.",
        "Build again; if it happens again, the file was changed on its way.",
        proves="Every page of the file has the trim of its layout, upright, uncropped, at its "
        "true size, and there are as many as were laid out.",
        limit="Printers may scale pages all the same; print at 100%.",
    ),
    Rule(
        "PDF-OUTLINE",
        _E,
        "Bookmarks are not those of the document",
        "A bookmark is missing, leads elsewhere, or is new.",
        "Build again; if it happens again, the file was changed on its way.",
        proves="The bookmarks are those of the headings that were laid out, in their order, each "
        "leading to the page of its heading.",
        limit="A layout can leave headings out of the bookmarks by its style.",
    ),
    Rule(
        "PDF-LINKS",
        _E,
        "A link leads astray",
        "A link is not one of the document, is of an unsafe kind, is gone, or dials another "
        "number than stands there.",
        "Mend the address in the source or the template.",
        proves="Every link of the file is one of the document and https, mailto or tel; none is "
        "gone; every tel link dials the number that is printed in its place.",
        limit="Whether somebody answers there is not tried.",
    ),
    Rule(
        "PDF-IMAGES",
        _E,
        "An image is too coarse",
        "As large as it is printed, the image has fewer than 150 pixels to the inch.",
        "Use a larger image or, better, a drawing (SVG).",
        proves="No image has fewer than 150 pixels to the inch where it is coarsest.",
        limit="An image may have many pixels and be blurred.",
    ),
    Rule(
        "PDF-ITSELF",
        _E,
        "The file says something else of itself",
        "Its title, author, subject, language or dates are not those of the document.",
        "Build again; if it happens again, look at the head of the template.",
        proves="Title, author, subject, language and dates, in the catalogue and in the "
        "metadata, are those of the document's head, and viewers show the title.",
        limit="A template whose head leaves one of them out is not noticed here.",
    ),
    Rule(
        "PDF-INNARDS",
        _E,
        "The file carries something that it should not",
        "A script, an action, an attachment, a note, a layer, a password, a mask, or a key that "
        "we do not know.",
        "Take out of the template or the logo what brings it in.",
        proves="The catalogue, the pages, links, bookmarks, drawings and states have only keys "
        "that we know: nothing runs, opens, hides, or is attached.",
        limit="What no page and no catalogue leads to is not looked at; viewers do not either.",
    ),
    Rule(
        "PDF-SIZE",
        _E,
        "The file is too large to send",
        "Many mailboxes refuse attachments over 5 MB.",
        "Make images smaller, or draw them.",
        proves="The file has no more than 5,000,000 bytes.",
        limit="A mailbox may take less.",
    ),
    Rule(
        "PDF-FONTS",
        _E,
        "A font that is not ours, or not embedded",
        "Another machine would print other letters, or none.",
        "Use the font files of the layout.",
        proves="Every font of the file is embedded, and most of its glyphs are those of one font "
        "file that the layout brings.",
        limit="Outlines in drawings are no fonts.",
    ),
    Rule(
        "GLYPH-FALSE",
        _E,
        "A glyph that is not its letter",
        "What tools read is not what readers see: a code stands for another letter than its "
        "glyph shows, or for an empty box.",
        "Build again; if it happens again, the font or the file is damaged.",
        proves="Each glyph of the file is drawn as in our font, and stands for a letter that our "
        "font gives it, directly or through its substitutions.",
        limit="In scripts whose letters join, a glyph stands for its syllable and is only held "
        "against a part of it.",
    ),
)
