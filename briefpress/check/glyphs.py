"""Rules on fonts: all are embedded and ours, and each glyph is that of the letter it stands for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from unicodedata import normalize

from fontTools.ttLib import TTLibError

from briefpress.check.judged import Judged, counted, judged
from briefpress.check.opened import Opened
from briefpress.check.reading.face import Face, Letters, face_of
from briefpress.check.reading.fonts import EmbeddedFont
from briefpress.model.checked import Fault

Alike = Callable[[Face, Face, int], bool]
KIND, CODING = "/Type0 /CIDFontType2", "/Identity-H /Identity"
"""As the engine embeds TrueType: codes are the numbers of glyphs (ISO 32000-1, 9.7.4)."""
NOTDEF = 0
_KEPT = 512
"""Fonts, as many as are remembered where they are read."""
_FILES = (".ttf", ".otf")
_ALIKE = str.maketrans({"\u00a0": " ", "\u2010": "-", "\u2011": "-", "\u00ad": "-"})
"""What one glyph stands for, whichever of them was typed."""
_MIRROR = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
"""Signs that text from right to left draws turned round (Unicode Standard Annex 9, rule L4)."""
_INDIC = range(0x0900, 0x0E00)
"""Scripts whose vowels may be drawn before the letter they follow (Unicode 15.0, chapter 12)."""


def fonts(opened: Opened) -> Judged:
    """Every font is embedded, in the one way that we know, and is a part of one of ours."""
    names = ", ".join(sorted(font.name.rpartition("+")[2] for font in opened.fonts))
    return judged(names or "no fonts", _strangers(opened))


def _strangers(opened: Opened) -> Iterator[Fault]:
    ours = our_faces(opened)
    for font in opened.fonts:
        if not font.data:
            yield Fault(f"{font.name} is not embedded")
        elif font.kind != KIND or font.coding != CODING:
            yield Fault(f"{font.name} is embedded as {font.kind}, {font.coding}")
        elif face_for(font, tuple(ours.values())) is None:
            yield Fault(f"{font.name} is not a part of any font of the layout")


def glyphs(opened: Opened) -> Judged:
    """What each code of each font says it stands for is what our own font draws there."""
    ours = our_faces(opened)
    count = sum(len(font.stands_for) for font in opened.fonts)
    faults = (fault for font in opened.fonts for fault in _false(font, tuple(ours.values())))
    return judged(counted(count, "glyph"), faults)


@lru_cache(maxsize=_KEPT)
def _false(font: EmbeddedFont, ours: tuple[Face, ...]) -> tuple[Fault, ...]:
    """What is false of a font; that of a plate is in all its files."""
    face = face_for(font, ours)
    # Whatever it says, if the font is not ours that is told.
    return tuple(_false_of(font, face)) if face is not None else ()


def _false_of(font: EmbeddedFont, face: Face) -> Iterator[Fault]:
    embedded = face_of(font.data)
    for glyph, text in font.stands_for:
        if glyph == NOTDEF:
            yield Fault(f"{font.name} prints an empty box for {text!r}")
        elif not _may_say(face.letters(glyph), text):
            shown = ", ".join(sorted(face.letters(glyph))) or "something else"
            yield Fault(f"{font.name} says {text!r} where it shows {shown!r}")
        elif text.strip() and not _same_drawing(embedded, face, glyph):
            yield Fault(f"{font.name} draws {text!r} in another way than our font")


def _may_say(letters: Letters, text: str) -> bool:
    """Whether a glyph of these letters may stand for a text.

    In scripts whose letters join or change places a glyph stands for its syllable, of which the
    engine tells each glyph one letter; which words they make, the words of the page prove.
    """
    said = _form(text)
    shown = {_form(letter) for letter in letters}
    if said in shown or said.translate(_MIRROR) in shown:
        return True
    if shown and all(ord(sign) in _INDIC for sign in said.join(shown)):
        return True
    if any(sign.isascii() and not sign.isspace() for sign in said) or len(said) == 1:
        return False
    return not shown or any(letter in said for letter in shown)


def _form(text: str) -> str:
    return normalize("NFKC", text.translate(_ALIKE))


def _same_bytes(one: Face, other: Face, glyph: int) -> bool:
    return one.raw(glyph) == other.raw(glyph)


def _same_drawing(one: Face, other: Face, glyph: int) -> bool:
    return _same_bytes(one, other, glyph) or one.outline(glyph) == other.outline(glyph)


def our_faces(opened: Opened) -> Mapping[str, Face]:
    """The fonts that the document brings, by address."""
    faces = {}
    for address, data in opened.document.assets.items():
        if address.endswith(_FILES):
            try:
                faces[address] = face_of(data)
            except TTLibError:
                continue  # The engine has told that it cannot use it.
    return faces


@lru_cache(maxsize=_KEPT)
def face_for(font: EmbeddedFont, ours: tuple[Face, ...]) -> Face | None:
    """The font of ours of which most glyphs are those of an embedded one; None if few are."""
    try:
        embedded = face_of(font.data)
    except TTLibError:
        return None
    codes = [glyph for glyph, text in font.stands_for if text.strip() and glyph]
    return _most_alike(codes, embedded, ours, _same_bytes) or _most_alike(
        codes, embedded, ours, _same_drawing
    )


def _most_alike(
    codes: Sequence[int], embedded: Face, ours: Sequence[Face], alike: Alike
) -> Face | None:
    """The face that has more than half of the glyphs, compared in one way."""
    best: Face | None = None
    most = len(codes) / 2
    for face in ours:
        same = sum(bool(face.raw(glyph)) and alike(embedded, face, glyph) for glyph in codes)
        if same > most or (same and not codes):
            best, most = face, same
        if same and same == len(codes):
            break
    return best
