"""Abbreviations: the first use in an edition is written out, every use carries what it stands for."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from briefpress.model.facts import Abbreviation

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-zA-Z0-9]+)")
_UNTOUCHED = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "abbr", "svg", "a", "figure"})
_SENTENCE_END = re.compile(r"(?:^|[.!?:])[\s\"“‘(]*$")
_ARTICLE = re.compile(r"\b([Aa])(n?) $")
VOWELS = "aeiou"


class Expander:
    """Expands abbreviations in HTML. Remembers, over all of an edition, which have been written out."""

    def __init__(self, abbreviations: Iterable[Abbreviation]) -> None:
        """Start with none written out."""
        self._known = {a.short: a for a in abbreviations}
        self._written: set[str] = set()
        names = "|".join(sorted(map(re.escape, self._known), key=len, reverse=True))
        self._pattern = re.compile(rf"(?<![\w-])({names})(s?)(?![\w])") if names else None

    def expand(self, html: str) -> str:
        """The HTML with `<abbr>` round each use, and the long form before the first."""
        return html if self._pattern is None else "".join(self._pieces(html))

    def _pieces(self, html: str) -> Iterator[str]:
        closed_to: list[str] = []
        before = ""
        for piece in _TAG.split(html):
            if piece.startswith("<"):
                _track(piece, closed_to)
                before = before if _is_inline(piece) else ""
                yield piece
            elif closed_to:
                yield piece
            else:
                yield self._text(piece, before)
                before += piece

    def _text(self, text: str, before: str) -> str:
        assert self._pattern is not None
        out: list[str] = []
        at = 0
        for match in self._pattern.finditer(text):
            out.append(text[at : match.start()])
            lead = before + text[: match.start()]
            out.append(self._use(match[1], match[2], lead, out))
            at = match.end()
        return "".join((*out, text[at:]))

    def _use(self, short: str, plural: str, lead: str, out: list[str]) -> str:
        entry = self._known[short]
        long = (entry.plural or f"{entry.long}s") if plural else entry.long
        mark = f'<abbr title="{escape(long)}">{short}{plural}</abbr>'
        if short in self._written:
            return mark
        self._written.add(short)
        if lead.casefold().rstrip().endswith(f"{long.casefold()} ("):
            return mark
        _mend_article(out, long)
        shown = long[0].upper() + long[1:] if _SENTENCE_END.search(lead) else long
        return f"{escape(shown)} ({mark})"


def _mend_article(out: list[str], long: str) -> None:
    """`an SCR` is `a serious case review`: the article follows what is now read first."""
    match = _ARTICLE.search(out[-1])
    if match is not None:
        article = match[1] + ("n" if long[0].lower() in VOWELS else "")
        out[-1] = f"{out[-1][: match.start()]}{article} "


def _track(tag: str, closed_to: list[str]) -> None:
    match = _NAME.match(tag)
    name = match[1].lower() if match else ""
    if name in _UNTOUCHED and not tag.endswith("/>"):
        if tag.startswith("</"):
            closed_to.pop()
        else:
            closed_to.append(name)


def _is_inline(tag: str) -> bool:
    match = _NAME.match(tag)
    return bool(match) and match[1].lower() in ("strong", "span", "a", "abbr", "q")
