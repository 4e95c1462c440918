"""A slug from the name of a board: from the place in it, never from its initials."""

import re
import unicodedata

LIMIT = 63
"""Characters of a slug at most."""
_GENERIC = frozenset(
    (
        *("safeguarding", "safer", "children", "childrens", "child", "adults", "people", "young"),
        *("board", "partnership", "partners", "arrangements", "assurance", "trust", "alliance"),
        *("local", "joint", "multi-agency", "the", "for", "of", "s", "scp", "scb", "lscp", "lscb"),
    )
)
"""Words that many boards have in their names. Initials do not help: NSCP is three boards."""
_JOINING = frozenset({"and", "in", "with"})
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "&": " and "})


def slug_of(name: str) -> str:
    """`Eastmarsh Safeguarding Children Partnership` gives `eastmarsh`; empty if no letter is left.

    Words before the first generic one are the place; if there are none, the others are.
    """
    words = _words(name)
    place = words[: next((n for n, word in enumerate(words) if word in _GENERIC), len(words))]
    found = _trimmed(place) or _trimmed([word for word in words if word not in _GENERIC])
    return _cut(found or words)


def _words(name: str) -> list[str]:
    """The words of a name in a to z and 0 to 9: accents go, letters of other scripts too."""
    spelt = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    bare = "".join(c for c in spelt if not unicodedata.combining(c) and c not in "'’")
    return re.findall(r"[a-z0-9]+", bare)


def _trimmed(words: list[str]) -> list[str]:
    """The words without what only joins them to others that have gone."""
    while words and words[-1] in _JOINING:
        words = words[:-1]
    while words and words[0] in _JOINING:
        words = words[1:]
    return words


def _cut(words: list[str]) -> str:
    """As many whole words as a slug has room for."""
    while len(words) > 1 and len("-".join(words)) > LIMIT:
        words = words[:-1]
    return "-".join(words)[:LIMIT]
