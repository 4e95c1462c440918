"""The trial of a plate: what it gives is held against direct renders of brands that strain it.

A plate is used once three brands have been tried, and of none was anything found. Of each brand
the whole file is compared with its render, every page of it, and is checked twice: with nothing
known and with what is known of it. The brands need nothing of one another, so they can be tried in
any order and by several processes; what comes of it is told by `accepted` alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from briefpress.check import check
from briefpress.check.known import Known
from briefpress.model.document import Proof
from briefpress.plates.agreement import disagreements, standards_met
from briefpress.plates.compare import compare
from briefpress.plates.making import ReadyPlate
from briefpress.plates.source import UnfitError

TRIED = 3
"""Brands for which a plate must come out as a direct render before it is used."""


def turns() -> range:
    """The trials that decide on a plate, in their order."""
    return range(TRIED)


@dataclass(frozen=True)
class Trial:
    """What came of a plate for one brand: the first difference `found`, and the standards met."""

    slug: str
    found: str
    standards: Mapping[str, str]


def tried(slug: str, made: Proof, known: Known, wanted: bytes) -> Trial:
    """Hold the proof that a plate gives for a brand against a direct render.

    A validator is asked once: of the same bytes it says the same.
    """
    full = check(made)
    met = standards_met(full)
    shared = check(made, replace(known, standards=met))
    found = (*compare(wanted, made.pdf), *disagreements(full, shared))
    return Trial(slug, next(iter(found), ""), met)


def accepted(plate: ReadyPlate, trials: Iterable[Trial]) -> ReadyPlate:
    """The plate with the standards that its files meet, if enough of these trials found nothing.

    Raises:
        UnfitError: for some brand it does not give what a render gives, or what is known of a file
            is not what is found in it; or there are not enough brands that it could be tried on.
    """
    made = list(islice(trials, TRIED))
    if len(made) < TRIED:
        raise UnfitError(f"it can be tried on {len(made)} of {TRIED} brands")
    unlike = next((trial for trial in made if trial.found), None)
    if unlike is not None:
        raise UnfitError(f"for {unlike.slug}, {unlike.found}")
    first, *others = (trial.standards for trial in made)
    standards = {p: figure for p, figure in first.items() if all(p in other for other in others)}
    return replace(plate, standards=standards)
