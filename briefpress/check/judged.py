"""What a rule is: it takes an opened proof, and gives a figure and the faults that it found."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefpress.check.opened import Opened
from briefpress.model.checked import Fault, Spot
from briefpress.model.document import TextRun

SHOWN = 40
"""Characters of a line, enough to find it on the page."""


@dataclass(frozen=True)
class Judged:
    """What a rule measured, in words, and what is wrong; `by` whom, if it asked somebody else."""

    figure: str
    faults: tuple[Fault, ...]
    by: str = ""


Rule = Callable[[Opened], Judged]


def judged(figure: str, faults: Iterable[Fault], by: str = "") -> Judged:
    """As a rule gives it; the same fault is told once."""
    return Judged(figure, tuple(dict.fromkeys(faults)), by)


def counted(count: int, one: str, many: str = "") -> str:
    """`1 page`, `2 pages`."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def spot_of(page: int, run: TextRun) -> Spot:
    """Where a run of text stands."""
    return Spot(page, run.x, run.y, run.width, run.height)


def shown(runs: list[TextRun]) -> str:
    """The first of some lines, and how many more there are."""
    more = f" and {len(runs) - 1} more" if len(runs) > 1 else ""
    return f"{runs[0].text[:SHOWN]!r}{more}"
