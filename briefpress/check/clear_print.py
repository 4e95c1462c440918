"""Preflight rules of clear print: no italics, underlines, capitals, justified or centred text.

Sources: UKAAF, clear and large print (G003, MS03); GOV.UK, publishing accessible documents.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from html import unescape
from io import BytesIO

from briefpress.check.judged import SHOWN, Judged, counted, judged, shown, spot_of
from briefpress.check.opened import Block, Opened
from briefpress.model.checked import Fault, Spot
from briefpress.model.document import Alignment, Document, TextLine

Column = tuple[float, int, int]
ALIKE = 20
"""mm. By less the longest lines of ragged blocks in one column differ."""
ABBREVIATION = 12
"""Letters. An abbreviation has no more (`abbreviations.yaml`), so more are a text in capitals."""
LONGEST_LINE = 75
"""Characters. From the end of a longer line the eye does not find the next one safely."""
SHORTEST_LINE = 10
"""Characters. A line that holds less has one word, or a piece of one."""
MANY_LINES = 5
"""In blocks of fewer, a narrow cell or label may be read all the same."""
FEW_LINES = 2
"""In blocks of no more than this, lines may be long: there is hardly a way back to find."""
LINES = 8192
"""Lines that are remembered: files of many brands have most of theirs in common."""
_CAPITALS = re.compile(r"\b[^\W\d_]{2,}\b(?:[\s,&/–-]+\b[^\W\d_]{2,}\b)*")
_HYPHENS = "-‐"
_BREAKS = f"{_HYPHENS}–—/"
"""Signs behind which a line may end without a hyphen of its own."""
_FACE = re.compile(r"@font-face\s*\{[^}]*?url\(([^)]*)\)")
_INLINE = re.compile(r"</?(?:a|abbr|b|bdi|em|i|q|small|span|strong|sub|sup|u)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def italics(opened: Opened) -> Judged:
    """No text is set in italics, by its style or by its face."""
    proof = opened.proof
    slanted = [
        (number, [run for run in page.runs if run.italic])
        for number, page in enumerate(proof.pages, 1)
    ]
    faults = [
        Fault(f"page {number}: {shown(runs)}", tuple(spot_of(number, run) for run in runs))
        for number, runs in slanted
        if runs
    ]
    faults += [Fault(f"{name} is an italic face") for name in _italic_faces(proof.document)]
    return judged(f"{sum(len(runs) for _, runs in slanted)} in italics", faults)


def underlines(opened: Opened) -> Judged:
    """Only links are underlined."""
    proof = opened.proof
    drawn = [
        (number, [run for run in page.runs if run.underlined and not run.link])
        for number, page in enumerate(proof.pages, 1)
    ]
    faults = (
        Fault(f"page {number}: {shown(runs)}", tuple(spot_of(number, run) for run in runs))
        for number, runs in drawn
        if runs
    )
    return judged(f"{sum(len(runs) for _, runs in drawn)} underlined", faults)


def alignment(opened: Opened) -> Judged:
    """Text of more than one line begins where the eye comes back to, and ends where it ends."""
    blocks = [block for block in opened.blocks if len(block) > 1]
    return judged(counted(len(blocks), "block"), _misaligned(blocks))


def broken_words(opened: Opened) -> Judged:
    """No line of a key message ends inside a word."""
    proof = opened.proof
    messages = frozenset(proof.document.messages)
    blocks = [b for b in opened.blocks if not messages.isdisjoint(b[0][1].within)]
    words = composed_words(proof.document.html)
    faults = [fault for block in blocks for fault in _broken(block, words)]
    return judged(counted(sum(len(block) for block in blocks), "line"), faults)


def line_length(opened: Opened) -> Judged:
    """Lines of running text are no longer than the eye can follow back."""
    columns: defaultdict[Column, list[Block]] = defaultdict(list)
    for block in opened.blocks:
        if len(block) > FEW_LINES:
            columns[_column(block)].append(block)
    measures = [(_measure(blocks), blocks) for blocks in columns.values()]
    longest = max((measure for measure, _ in measures), default=0.0)
    faults = (_too_long(measure, blocks) for measure, blocks in measures if measure > LONGEST_LINE)
    return judged(f"longest {longest:.0f} characters", faults)


def narrow(opened: Opened) -> Judged:
    """Lines of running text are long enough to hold words."""
    blocks = [block for block in opened.blocks if len(block) >= MANY_LINES]
    measures = [(_measure([block]), block) for block in blocks]
    shortest = min((measure for measure, _ in measures), default=0.0)
    faults = (
        Fault(
            f"page {block[0][0]}: {measure:.0f} characters a line, {SHORTEST_LINE} at least: "
            f"{block[0][1].text[:SHOWN]!r}",
            tuple(_spot(*each) for each in block),
        )
        for measure, block in measures
        if measure < SHORTEST_LINE
    )
    return judged(f"shortest {shortest:.0f} characters", faults)


def capitals(opened: Opened) -> Judged:
    """No text is set in capitals; abbreviations are."""
    proof = opened.proof
    found = [
        (number, line, said)
        for number, page in enumerate(proof.pages, 1)
        for line in page.lines
        for said in _in_capitals(line.text)
    ]
    faults = (Fault(f"page {n}: {said[:SHOWN]!r}", (_spot(n, line),)) for n, line, said in found)
    return judged(f"{len(found)} in capitals", faults)


@lru_cache(maxsize=LINES)
def _in_capitals(text: str) -> tuple[str, ...]:
    """What of a line is in capitals, and longer than an abbreviation."""
    found = (match[0] for match in _CAPITALS.finditer(text))
    return tuple(said for said in found if said.isupper() and _letters(said) > ABBREVIATION)


def composed_words(html: str) -> frozenset[str]:
    """The words of a document as it was composed, block by block, small.

    Documents have most of their lines in common; where tags go over lines they are read as one.
    """
    lines = html.split("\n")
    if any(line.rfind("<") > line.rfind(">") for line in lines):
        return _composed_words.__wrapped__(html)
    return frozenset().union(*map(_composed_words, lines))


@lru_cache(maxsize=LINES)
def _composed_words(html: str) -> frozenset[str]:
    return frozenset(unescape(_TAG.sub(" ", _INLINE.sub("", html))).casefold().split())


def _misaligned(blocks: Iterable[Block]) -> Iterator[Fault]:
    for block in blocks:
        number, line = block[0]
        wanted = Alignment.RIGHT if line.rtl else Alignment.LEFT
        if line.align != wanted:
            how = {"justify": "justified", "center": "centred"}.get(
                line.align, f"on the {line.align}"
            )
            message = f"page {number}: {how}: {line.text[:SHOWN]!r}"
            yield Fault(message, tuple(_spot(*each) for each in block))


def _broken(block: Block, words: frozenset[str]) -> Iterator[Fault]:
    """Line ends between two pieces of one word of the document which a line could have held."""
    tokens = [line.text.casefold().split() for _, line in block]
    longest = max(len(line.text) for _, line in block)
    for index, (number, line) in enumerate(block[:-1]):
        last, rest = tokens[index][-1], list(_beginnings(tokens[index + 1 :]))
        if len(_parted(last, rest, words)) in range(1, longest + 1):
            yield Fault(f"page {number}: {last} {rest[0]}", (_spot(number, line),))


def _beginnings(lines: list[list[str]]) -> Iterator[str]:
    """How the next line begins, and those after it as long as they are one piece of a word."""
    for tokens in lines:
        yield tokens[0]
        if len(tokens) > 1:
            return


def _parted(last: str, rest: list[str], words: frozenset[str]) -> str:
    """The word that a line and those after it share; nothing where the line ends as it should."""
    joined = last
    for piece in rest:
        if joined + piece in words:
            is_break = joined[-1] in _BREAKS or {last, piece} <= words
            return "" if is_break else joined + piece
        joined = joined.rstrip(_HYPHENS)
        if joined + piece in words:
            return joined + piece
        joined += piece
    return ""


def _column(block: Block) -> Column:
    """Blocks of one size (pt) that begin at one edge (mm) and are about as wide share a column."""
    lines = [line for _, line in block]
    left = min(line.x for line in lines)
    width = max(line.x + line.width for line in lines) - left
    return round(max(line.size for line in lines), 1), round(left), round(width / ALIKE)


def _measure(blocks: list[Block]) -> float:
    """Characters in a full line, on average. The last line of a block is not full."""
    full = [line for block in blocks for _, line in block[:-1]]
    return sum(len(line.text) for line in full) / len(full)


def _too_long(measure: float, blocks: list[Block]) -> Fault:
    number, line = blocks[0][0]
    size, *_ = _column(blocks[0])
    message = (
        f"page {number}: {measure:.0f} characters a line at {size:g}pt, {LONGEST_LINE} at most: "
        f"{line.text[:SHOWN]!r}"
    )
    return Fault(message, tuple(_spot(*each) for block in blocks for each in block))


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)


def _spot(page: int, line: TextLine) -> Spot:
    return Spot(page, line.x, line.y, line.width, line.height)


def _italic_faces(document: Document) -> Iterator[str]:
    """The names of font files that the stylesheets bring in and that are drawn slanted."""
    for sheet in document.styles.values():
        for address in _FACE.findall(sheet):
            name = address.strip("\"' ").rpartition("/")[2]
            for url, data in document.assets.items():
                if url.endswith(f"/{name}") and _is_slanted(data):
                    yield name


@cache
def _is_slanted(font: bytes) -> bool:
    """Whether the `post` table of an OpenType font gives an angle (OpenType 1.9, post)."""
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415 - heavy, and the engine's anyway

    try:
        return bool(TTFont(BytesIO(font), lazy=True)["post"].italicAngle)
    except (KeyError, TTLibError):
        return False
