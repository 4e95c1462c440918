"""Rule on strange text: the file says what was laid out, where it was, and nothing else."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from html import unescape

from briefpress.check.judged import SHOWN, Judged, counted, judged, spot_of
from briefpress.check.opened import Opened
from briefpress.check.reading.plain import plain
from briefpress.check.reading.seen import Box, Seen, SeenPage
from briefpress.model.checked import Fault
from briefpress.model.document import Document, PageProof, TextRun

ASTRAY = 0.6
"""mm. How far glyphs may reach out of the box of their line: strokes overshoot, accents rise."""
SQUEEZED = 0.8
"""The share of its laid-out width that a line must fill; bearings and kerning take less."""
SHORT = 4
"""Characters. Of fewer, bearings are a large share."""
DRAWINGS = 256
"""Files of pictures that are remembered: most are the same objects for all documents."""
_DRAWN = re.compile(rb"<(?:\w+:)?(?:text|tspan)\b[^>]*>([^<]+)<")


def strange(opened: Opened) -> Judged:
    """Every piece of text is one that was laid out, at its place; and the other way round."""
    pages = opened.proof.pages
    if not pages:
        return judged("nothing was laid out", ())
    drawn = _drawn_words(opened.document)
    empty = PageProof(0.0, 0.0, ())
    faults: list[Fault] = []
    for index, page in enumerate(opened.pages):
        laid = pages[index] if index < len(pages) else empty
        faults += _page_faults(page, laid, drawn)
    return judged(counted(len(opened.texts), "piece"), faults)


def _page_faults(page: SeenPage, laid: PageProof, drawn: Counter[str]) -> Iterator[Fault]:
    seen, runs, moved = _paired(page.texts, laid.runs)
    seen, runs = _pieced_together(seen, runs)
    for one, run in moved:
        message = f"page {page.number}: {_cut(one.text)} is not where it was laid out"
        yield Fault(message, (one.spot, spot_of(page.number, run)))
    for one in _undrawn(seen, drawn):
        text = _cut(one.text) if one.text else "something that is no text to a machine"
        yield Fault(f"page {page.number}: {text} is not in the document", (one.spot,))
    for run in runs:
        message = f"page {page.number}: {_cut(run.text)} was laid out, and is not in the file"
        yield Fault(message, (spot_of(page.number, run),))


def _paired(
    texts: Iterable[Seen], runs: Iterable[TextRun]
) -> tuple[list[Seen], list[TextRun], list[tuple[Seen, TextRun]]]:
    """What is left of both when each line has found its like; and the pairs that stand apart."""
    waiting: dict[str, list[Seen]] = {}
    for seen in texts:
        waiting.setdefault(plain(seen.text), []).append(seen)
    missing: list[TextRun] = []
    moved: list[tuple[Seen, TextRun]] = []
    for run in runs:
        words = plain(run.text)
        like = waiting.get(words)
        if like:
            nearest = like.pop() if len(like) == 1 else _taken(like, run)
            if not _in_place(nearest, run, len(words)):
                moved.append((nearest, run))
        elif words:
            missing.append(run)
    return [seen for like in waiting.values() for seen in like], missing, moved


def _taken(like: list[Seen], run: TextRun) -> Seen:
    """The nearest of several, which is then no longer among them."""
    nearest = min(like, key=partial(_distance, run))
    like.remove(nearest)
    return nearest


def _distance(run: TextRun, seen: Seen) -> float:
    return abs(seen.box[0] - run.x) + abs(seen.box[1] - run.y)


def _in_place(seen: Seen, run: TextRun, letters: int) -> bool:
    """Whether its glyphs stand in the box of the line, and fill it."""
    left, top, right, bottom = seen.box
    if not _holds(run.box, seen.box):
        return False
    long = max(right - left, bottom - top)
    # Seldom is a line so much longer than its glyphs that its spaces have to be counted.
    is_full = letters < SHORT or long >= SQUEEZED * max(run.width, run.height)
    return is_full or long >= SQUEEZED * _length(run)


def _length(run: TextRun) -> float:
    """Its longer side without the spaces at its ends, as far as they can be told."""
    text = run.text
    return max(run.width, run.height) * len(text.strip()) / len(text)


def _holds(outer: Box, inner: Box) -> bool:
    return (
        inner[0] >= outer[0] - ASTRAY
        and inner[1] >= outer[1] - ASTRAY
        and inner[2] <= outer[2] + ASTRAY
        and inner[3] <= outer[3] + ASTRAY
    )


def _pieced_together(
    texts: Sequence[Seen], runs: Sequence[TextRun]
) -> tuple[list[Seen], list[TextRun]]:
    """What is left when lines that the file has in several pieces are put together again."""
    left, missing = list(texts), []
    for run in runs:
        inside = [seen for seen in left if _holds(run.box, seen.box)]
        whole = "".join(seen.text for seen in sorted(inside, key=lambda seen: seen.box[0]))
        if inside and plain(whole) == plain(run.text):
            left = [seen for seen in left if seen not in inside]
        else:
            missing.append(run)
    return left, missing


def _undrawn(texts: Sequence[Seen], drawn: Counter[str]) -> Iterator[Seen]:
    """Those that are not the words of a drawing; the words are used up."""
    for seen in texts:
        signs = Counter(plain(seen.text))
        if signs and signs <= drawn:
            drawn.subtract(signs)
        else:
            yield seen


def _drawn_words(document: Document) -> Counter[str]:
    """The signs of all words of all drawings, as often as the document shows each."""
    words: Counter[str] = Counter()
    for address, data in document.assets.items():
        shown = document.html.count(f'src="{address}"')
        if shown and address.endswith(".svg"):
            words.update({sign: count * shown for sign, count in _signs(data).items()})
    return words


@lru_cache(maxsize=DRAWINGS)
def _signs(drawing: bytes) -> Mapping[str, int]:
    """How often a drawing has each sign."""
    text = "".join(unescape(found.decode()) for found in _DRAWN.findall(drawing))
    return Counter(plain(text))


def _cut(text: str) -> str:
    return repr(text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…")
