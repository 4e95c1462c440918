"""Isolation: numbers, times and addresses that no line breaks and no direction turns round.

In text from right to left `01632 960 114` would be read as three numbers, the last of them first
(Unicode UAX 9). There each is put into an element that runs from the left. The spaces of telephone
numbers do not break in any text.
"""

import re

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
"""Hebrew, Arabic and their relatives; not the signs that are no characters (U+FDD0 to U+FDEF)."""
_TAG = re.compile(r"(<[^>]*>)")
_ADDRESS = (
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[^\s<]*[\w/]|[\w-]+(?:\.[\w-]+)+/[\w/.-]*\w"
)
_TIME = r"[0-9]{1,2}[.:][0-9]{2}(?:\s?[ap]m)?|[0-9]{1,2}\s?[ap]m"
_NUMBER = r"\+?\(?[0-9][0-9()]*(?:[ \u00a0-][0-9()]+)*"
_SITE = r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_KEPT = re.compile(rf"(?<![\w.])(?:{_ADDRESS}|{_TIME}|{_NUMBER}|{_SITE})(?![\w])", re.ASCII)
_DIALLED = re.compile(r"(?<![\w.])(?:\+|\(?0)[0-9()]+(?: [0-9()]+)+(?!\w)", re.ASCII)
FEWEST = 9
"""Digits. What begins with 0 and has fewer is no telephone number of a place."""
NO_BREAK = "\N{NO-BREAK SPACE}"


def isolated(html: str) -> str:
    """HTML with each telephone number in one piece; in text from the right all is isolated."""
    turned = _RIGHT_TO_LEFT.search(html) is not None
    pieces = _TAG.split(html)
    return "".join(p if p.startswith("<") else _kept(p, turned=turned) for p in pieces)


def _kept(text: str, *, turned: bool) -> str:
    return _KEPT.sub(_isolate, text) if turned else _DIALLED.sub(_join, text)


def _isolate(match: re.Match[str]) -> str:
    return f'<bdi dir="ltr">{match[0].replace(" ", NO_BREAK)}</bdi>'


def _join(match: re.Match[str]) -> str:
    digits = sum(character.isdigit() for character in match[0])
    return match[0].replace(" ", NO_BREAK) if digits >= FEWEST else match[0]
