"""Two texts, word by word: what stayed, what is gone, what is new."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from briefpress.model.differences import Sort, Words

AROUND = 6
"""Words that are kept on each side of a change, so that one sees where it is."""
GAP = "…"


def word_changes(before: str, now: str) -> tuple[Words, ...]:
    """The words of both texts, in the order in which one reads them."""
    old, new = before.split(), now.split()
    runs: list[Words] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            runs.append(Words(" ".join(new[j1:j2])))
            continue
        if i2 > i1:
            runs.append(Words(" ".join(old[i1:i2]), Sort.REMOVED))
        if j2 > j1:
            runs.append(Words(" ".join(new[j1:j2]), Sort.ADDED))
    return tuple(runs)


def shortened(runs: Iterable[Words]) -> tuple[Words, ...]:
    """The same with only some words round each change."""
    runs = tuple(runs)
    found = []
    for index, run in enumerate(runs):
        if run.sort is not None:
            found.append(run)
        else:
            first, last = index == 0, index == len(runs) - 1
            found.append(Words(" ".join(_shortened(run.text.split(), first=first, last=last))))
    return tuple(found)


def _shortened(words: list[str], *, first: bool, last: bool) -> Iterator[str]:
    if len(words) <= 2 * AROUND:
        yield from words
        return
    if not first:
        yield from words[:AROUND]
    yield GAP
    if not last:
        yield from words[-AROUND:]
