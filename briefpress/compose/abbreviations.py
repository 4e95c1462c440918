"""Abbreviations: the first use is written out, every use carries what it stands for."""

import re
from collections.abc import Iterable
from html import escape, unescape

from briefpress.compose.claims import cleaned
from briefpress.model.facts import Abbreviation

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-zA-Z0-9]+)")
_CLOSED = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "abbr", "svg", "a", "figure"})
_CLOSED_CLASS = 'class="callout-title"'
_INLINE = frozenset({"a", "abbr", "br", "code", "em", "q", "small", "span", "strong", "sub", "sup"})
_SENTENCE_STARTS = re.compile(r"(?:^|(?<!e\.g)(?<!i\.e)(?<!etc)[.!?][)\"”’]*\s)[\s\"“‘(\[]*$")
_ARTICLE = re.compile(r"(?<![\w-])([Aa])n?(\s+)$")
_VOWEL = re.compile(r"(?!eu|one\b|uni(?![mn])|us)[aeiou]", re.IGNORECASE)
_POSSESSIVE = "(?:['’]|&#39;|&#x27;)s"


class Expander:
    """Expands abbreviations in HTML. Remembers, over an edition, which have been written out."""

    def __init__(self, abbreviations: Iterable[Abbreviation], written: Iterable[str] = ()) -> None:
        """Start with these `written` out."""
        self._known = {a.short: a for a in abbreviations}
        self._written = set(written)
        names = "|".join(sorted(map(re.escape, self._known), key=len, reverse=True))
        use = rf"(?<![\w&#-])({names})(s?)((?:{_POSSESSIVE})?)(?![\w-])"
        self._pattern = re.compile(use) if names else None

    @property
    def written(self) -> frozenset[str]:
        """Those that have been written out."""
        return frozenset(self._written)

    def expand(self, html: str) -> str:
        """The HTML with `<abbr>` round each use, and the long form before the first."""
        return html if self._pattern is None else _Pass(self._pattern, self).run(html)

    def long_form(self, short: str, *, plural: bool) -> str:
        """What an abbreviation stands for."""
        entry = self._known[short]
        return (entry.plural or f"{entry.long}s") if plural else entry.long

    def is_first(self, short: str) -> bool:
        """Whether this is the first use in the edition; from now on it is not."""
        first = short not in self._written
        self._written.add(short)
        return first


class _Pass:
    """One text on its way through the expander: what is done, and what stands before the next."""

    def __init__(self, pattern: re.Pattern[str], expander: Expander) -> None:
        self._pattern = pattern
        self._expander = expander
        self._done: list[str] = []
        self._closed: list[str] = []
        self._lead = ""

    def run(self, html: str) -> str:
        for piece in _TAG.split(html):
            if piece.startswith("<"):
                self._tag(piece)
            elif self._closed:
                self._take(piece)
            else:
                self._text(piece)
        return "".join(self._done)

    def _take(self, text: str) -> None:
        self._done.append(text)
        self._lead += text

    def _tag(self, tag: str) -> None:
        match = _NAME.match(tag)
        name = match[1].lower() if match else ""
        if tag.startswith("</"):
            if self._closed and self._closed[-1] == name:
                self._closed.pop()
        elif (name in _CLOSED or _CLOSED_CLASS in tag) and not tag.endswith("/>"):
            self._closed.append(name)
        if name not in _INLINE:
            self._lead = ""
        self._done.append(tag)

    def _text(self, text: str) -> None:
        at = 0
        for match in self._pattern.finditer(text):
            self._take(text[at : match.start()])
            self._use(match)
            self._lead += match[0]
            at = match.end()
        self._take(text[at:])

    def _use(self, match: re.Match[str]) -> None:
        short, plural, possessive = match.groups()
        long = self._expander.long_form(short, plural=bool(plural))
        mark = f'<abbr title="{escape(long)}">{short}{plural}</abbr>{possessive}'
        if self._expander.is_first(short) and not self._is_written_out(long):
            self._mend_article(long)
            starts = _SENTENCE_STARTS.search(_plain(self._lead))
            shown = long[0].upper() + long[1:] if starts else long
            mark = f"{escape(shown, quote=False)}{possessive} ({mark})"
        self._done.append(mark)

    def _is_written_out(self, long: str) -> bool:
        """Whether the author has just done it: `long form (SHORT`."""
        return _plain(self._lead).casefold().endswith(f"{_plain(long).casefold()} (")

    def _mend_article(self, long: str) -> None:
        """`an SCR` is `a serious case review`: the article follows what is now read first."""
        for index in range(len(self._done) - 1, -1, -1):
            piece = self._done[index]
            if piece.startswith("<") and _is_inline(piece):
                continue
            match = _ARTICLE.search(piece)
            if match is not None:
                article = match[1] + ("n" if _VOWEL.match(long) else "")
                self._done[index] = f"{piece[: match.start()]}{article}{match[2]}"
            if piece:
                return


def _is_inline(tag: str) -> bool:
    match = _NAME.match(tag)
    return match is not None and match[1].lower() in _INLINE


def _plain(html: str) -> str:
    """As one reads it: entities as signs, one kind of apostrophe, one space between words."""
    return re.sub(r"\s+", " ", cleaned(unescape(html)).replace("’", "'"))
