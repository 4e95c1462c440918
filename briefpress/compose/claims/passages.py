"""Passages: the HTML that many documents have in common word for word, and pages made of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefpress.compose.claims.lines import Line
from briefpress.compose.claims.trace import cleaned


@dataclass(frozen=True)
class Passage:
    """HTML with signs that claims the same wherever it stands between two blocks.

    `words` are the texts of its `lines`, one on each line.
    """

    html: str
    cleaned: str
    words: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Page:
    """Composed HTML with signs: how it begins, then its passages, each with what follows it."""

    start: str
    rest: tuple[tuple[Passage, str], ...] = ()

    @property
    def html(self) -> str:
        """The whole."""
        return self.start + "".join(passage.html + own for passage, own in self.rest)

    @property
    def cleaned(self) -> str:
        """The whole without any sign."""
        rest = (passage.cleaned + cleaned(own) for passage, own in self.rest)
        return cleaned(self.start) + "".join(rest)


def page_of(html: str, passages: Iterable[Passage]) -> Page:
    """The page of this HTML; a passage is one of it only where it stands word for word."""
    placed: list[tuple[Passage, int]] = []
    at = 0
    for passage in passages:
        found = html.find(passage.html, at)
        if found >= 0:
            at = found + len(passage.html)
            placed.append((passage, found))
    ends = [*(found for _, found in placed[1:]), len(html)]
    return Page(
        html[: placed[0][1]] if placed else html,
        tuple(
            (passage, html[found + len(passage.html) : end])
            for (passage, found), end in zip(placed, ends, strict=False)
        ),
    )


def passage_of(html: str, lines: Iterable[Line]) -> Passage:
    """A passage that has these lines."""
    lines = tuple(lines)
    return Passage(html, cleaned(html), "\n".join(line.text for line in lines), lines)
