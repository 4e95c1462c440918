"""Text as two readers compare it: without spaces, cases, and hyphens at which lines may break."""

import re
from functools import lru_cache
from unicodedata import normalize

_UNSEEN = re.compile("[\\s\u00ad\u200b-\u200f\u2060\ufeff\ufffe]+")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010](?=[^\W\d_]|$)")
"""Between letters only: a hyphen between figures means something."""
_KEPT = 16384
"""Texts. Rules ask for each piece of a page several times, and files of many brands share it."""


@lru_cache(maxsize=_KEPT)
def plain(text: str) -> str:
    """What of a text has to be the same in the source and on the page."""
    return _HYPHEN.sub("", _UNSEEN.sub("", normalize("NFKC", text)).casefold())


def digits_of(text: str) -> str:
    """The figures of a text alone."""
    return "".join(sign for sign in normalize("NFKC", text) if sign.isdecimal())
