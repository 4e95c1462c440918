"""Runs of text held against the text they were made from: where each stands, what lines changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_UNSEEN = str.maketrans("", "", "\u200b\u2060\ufeff")
SOFT_HYPHEN = "\N{SOFT HYPHEN}"


@dataclass(frozen=True)
class Wording:
    """How a run stands in the text of its element.

    `slot` counts the children before it. `before` and `after` say whether white space parts it from
    what stands there, which the end of a line swallows. A run that is `broken` ends in a hyphen
    that is not in the text.
    """

    slot: int
    before: bool = False
    after: bool = False
    broken: bool = False


@dataclass(frozen=True)
class Laid:
    """A run as it was laid out, and the sign that its style breaks words with."""

    text: str
    hyphen: str = "-"


def align(texts: Sequence[str | None], runs: Sequence[Laid]) -> Iterator[Wording]:
    """The wording of each run, in the order of the runs.

    `texts` are the text of an element before its first child, and after each of them. Case is not
    compared, for styles change it. A run that is not found stays where the one before it stood.
    """
    slots = [_Slot(text or "") for text in texts]
    now = 0
    for run in runs:
        found = _find(slots, now, run)
        yield found or Wording(now, after=True)
        now = found.slot if found else now


def _find(slots: Sequence["_Slot"], now: int, run: Laid) -> Wording | None:
    whole = _flat(run.text)
    ways = [(whole, False)]
    if run.hyphen and whole.endswith(run.hyphen.casefold()):
        ways.append((whole.removesuffix(run.hyphen.casefold()), True))
    for slot in range(now, len(slots)):
        for text, broken in ways:
            taken = slots[slot].take(text)
            if taken is not None:
                return Wording(slot, *taken, broken)
    return None


class _Slot:
    """One text, used up from its beginning."""

    def __init__(self, text: str) -> None:
        self._text = _flat(text)
        self._at = 0
        self._begins_apart = text[:1].isspace()
        self._ends_apart = text[-1:].isspace()

    def take(self, text: str) -> tuple[bool, bool] | None:
        """Use up `text` if it comes next; whether white space is before and after it."""
        at = self._at
        apart = self._begins_apart if at == 0 else self._text[at : at + 1] == " "
        at += at > 0 and apart
        if not self._text.startswith(text, at):
            return None
        self._at = end = at + len(text)
        return apart, self._ends_apart if end == len(self._text) else self._text[end] == " "


def _flat(text: str) -> str:
    """With one space between words and nothing that cannot be seen."""
    return " ".join(text.translate(_UNSEEN).split()).casefold()
