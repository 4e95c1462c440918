"""Letters of shaped scripts: what each glyph stands for, mended in the fonts of a PDF.

The engine lets each glyph stand for all letters of the cluster that it is drawn for, or for none,
which no font may (ISO 14289-1, 7.21.7). Programs that search a page in Arabic go by that, letter
after letter from the right; so a glyph has to stand for its own.
The text as it was written stands in the structure, for who has it read aloud.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any
from unicodedata import normalize

import pydyf

from briefpress.render.library import EMPTY_GLYPH, ffi
from briefpress.render.tagging.marks import Mark

LIGATURES = {normalize("NFKC", chr(code)): chr(code) for code in range(0xFEFC, 0xFEF4, -1)}
"""Lam and alef in one glyph: the letter that Unicode keeps for it (Arabic Presentation Forms-B).

As two letters it would be turned round with the rest.
"""
_LINE = re.compile(rb"<([0-9a-f]{4})> <[0-9a-f]*>")
_FONT = re.compile(rb"/(\S+) \S+ Tf")
_CODES = re.compile(rb"<([0-9a-f]*)>")
DIGITS = 4
Letters = dict[str, dict[int, str]]
"""What glyphs stand for, by the name under which pages know their font."""


def mend_letters(shaped: Sequence[tuple[Any, Mark]], pdf: pydyf.PDF) -> None:
    """Mend the fonts of a PDF by its boxes of shaped text and their marks."""
    found: Letters = {}
    for box, mark in shaped:
        glyphs = _drawn(mark)
        for (font, glyph), text in zip(glyphs, _letters_of(box), strict=False):
            found.setdefault(font, {}).setdefault(glyph, text)
    for name, table in _tables(pdf).items():
        if name in found:
            table.stream[:] = [_mended(line, found[name]) for line in table.stream]


def _drawn(mark: Mark) -> Iterator[tuple[str, int]]:
    """The glyphs that a mark draws, each with the name of its font."""
    font = ""
    for operator in mark.stream.stream[mark.opened : mark.closed]:
        named = _FONT.fullmatch(operator)
        if named is not None:
            font = named[1].decode()
        elif operator.endswith(b"] TJ"):
            codes = b"".join(_CODES.findall(operator))
            for at in range(0, len(codes), DIGITS):
                yield font, int(codes[at : at + DIGITS], 16)


def _letters_of(box: Any) -> Iterator[str]:  # noqa: ANN401 - the engine has no types
    """What each glyph of a box of text stands for, in the order in which they are drawn."""
    layout = box.pango_layout
    layout.reactivate(box.style)
    try:
        line, _ = layout.get_first_line()
        text = layout.text.encode()
        run = line.runs[0]
        while run != ffi.NULL:
            yield from _of_run(run.data, text)
            run = run.next
    finally:
        layout.deactivate()


def _of_run(run: Any, text: bytes) -> Iterator[str]:  # noqa: ANN401
    """Those of a run of one direction, cluster by cluster."""
    item, glyphs = run.item, run.glyphs
    starts = [glyphs.log_clusters[at] for at in range(glyphs.num_glyphs)]
    edges = sorted({*starts, item.length})
    ends = dict(pairwise(edges))
    for start in dict.fromkeys(starts):
        letters = text[item.offset + start : item.offset + ends[start]].decode()
        count = sum(
            at == start and glyphs.glyphs[place].glyph != EMPTY_GLYPH
            for place, at in enumerate(starts)
        )
        yield from _shared(letters, count, turned=bool(item.analysis.level % 2))


def _shared(letters: str, glyphs: int, *, turned: bool) -> list[str]:
    """The letters of a cluster shared among its glyphs: one each, and the rest to the last.

    A cluster from right to left is drawn marks first, its letter last.
    """
    if glyphs <= 1:
        return [LIGATURES.get(letters, letters)] * glyphs
    parts = [*letters[: glyphs - 1], letters[glyphs - 1 :]]
    parts += [parts[-1]] * (glyphs - len(parts))
    return parts[::-1] if turned else parts


def _tables(pdf: pydyf.PDF) -> Mapping[str, Any]:
    """The tables of the fonts from glyphs to letters (ISO 32000-1, 9.10.3), by name."""
    fonts = (o for o in pdf.objects if isinstance(o, pydyf.Dictionary) and "ToUnicode" in o)
    return {_name(font): pdf.objects[int(font["ToUnicode"].split()[0])] for font in fonts}


def _name(font: pydyf.Dictionary) -> str:
    """`/ABCDEF+Family` is known to pages as ABCDEF."""
    name: bytes = font["BaseFont"]
    return name[1:].partition(b"+")[0].decode()


def _mended(line: bytes, letters: Mapping[int, str]) -> bytes:
    """A line of a table, if it is one of those."""
    match = _LINE.fullmatch(line)
    text = letters.get(int(match[1], 16)) if match else None
    if match is None or not text:
        return line
    return b"<%s> <%s>" % (match[1], text.encode("utf-16-be").hex().encode())
