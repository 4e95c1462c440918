"""Text in shaped scripts: pieces that a page draws in another order than it is written, as written.

What a page draws from the right, or a letter before the one that it follows, no program reads back
for sure. What is read out in its place says it; it is believed where it has the letters that the
glyphs have, and of scripts whose glyphs have no letters of their own.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby

from briefpress.check.reading.anatomy import Place
from briefpress.check.reading.plain import plain
from briefpress.check.reading.seen import Ink, Seen, SeenPage

_TURNED = re.compile("[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
"""Letters of Hebrew, Arabic and their relatives: drawn from the other side."""
_SHAPED = re.compile("[\u0900-\u0dff\u0f00-\u109f\u1780-\u17ff\ua8e0-\ua8ff\uaa00-\uabff]")
"""Letters of the scripts of India and beyond: glyphs stand for parts of syllables."""


def as_written(pages: Iterable[SeenPage], written: Mapping[Place, str]) -> tuple[SeenPage, ...]:
    """The pages, their pieces of shaped text as they are written in the structure or a mark."""
    turned = {place: text for place, text in written.items() if _TURNED.search(text)}
    return tuple(_told(page, turned) for page in pages)


def _told(page: SeenPage, turned: Mapping[Place, str]) -> SeenPage:
    """The page; what has no shaped text stays as it is."""
    if not turned and not any(one.spoken and _SHAPED.search(one.spoken) for one in page.texts):
        return page
    return replace(page, texts=tuple(_pieces(page.texts, turned)))


def _pieces(texts: Iterable[Seen], turned: Mapping[Place, str]) -> Iterable[Seen]:
    for mark, group in groupby(texts, key=lambda seen: seen.mcid):
        pieces = tuple(group)
        spoken = next((one.spoken for one in pieces if one.spoken), "")
        if mark >= 0 and _SHAPED.search(spoken):
            yield _as_one(pieces, spoken)
        else:
            yield from (_turned(one, turned.get((one.page, one.mcid), "")) for one in pieces)


def _turned(seen: Seen, written: str) -> Seen:
    """What is written, if the letters are those that are drawn."""
    if not written:
        return seen
    same = Counter(plain(written)) == Counter(plain(seen.text))
    return replace(seen, text=written.strip()) if same else seen


def _as_one(pieces: tuple[Seen, ...], spoken: str) -> Seen:
    """The pieces of one mark as one, whose text is what is read out in its place."""
    first = pieces[0]
    lefts, uppers, rights, lowers = zip(*(one.box for one in pieces), strict=True)
    return replace(
        first,
        text=spoken.strip(),
        box=(min(lefts), min(uppers), max(rights), max(lowers)),
        size=min(one.size for one in pieces),
        opacity=min(one.opacity for one in pieces),
        oddity=next((one.oddity for one in pieces if one.oddity), ""),
        ink=_ink(tuple(one.ink for one in pieces)),
        spoken="",
    )


def _ink(inks: tuple[Ink, ...]) -> Ink:
    pixels = sum(ink.pixels for ink in inks)
    hidden = sum(ink.hidden * ink.pixels for ink in inks)
    return Ink(
        pixels,
        hidden / pixels if pixels else 1.0,
        max(ink.gap for ink in inks),
        min((ink.contrast for ink in inks if ink.pixels), default=1.0),
        max(ink.band for ink in inks),
    )
