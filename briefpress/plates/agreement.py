"""Two checks of one file held against each other: with what is known of it, and with nothing."""

from collections.abc import Iterator, Mapping

from briefpress.check.standards import RULES_OF
from briefpress.model.checked import Checked

MEASURED = frozenset({"TEXT-FAINT", "TEXT-HIDDEN"})
"""Rules whose figures differ by what measuring at the edges of letters costs."""


def disagreements(full: Checked, shared: Checked) -> Iterator[str]:
    """In what the second differs from the first, in words."""
    told = {result.code: result for result in shared.results}
    for result in full.results:
        other = told.get(result.code)
        if other is None or other.faults != result.faults:
            yield f"{result.code} is judged otherwise than in a check of the whole"
        elif result.code not in MEASURED and other.figure != result.figure:
            yield f"{result.code}: {result.figure!r} became {other.figure!r}"
    if full.transcript != shared.transcript:
        yield "something else is heard than in a check of the whole"


def standards_met(checked: Checked) -> Mapping[str, str]:
    """By profile what a validator said of a file in which it found nothing."""
    results = {result.code: result for result in checked.results}
    found = {profile: results.get(code) for code, profile in RULES_OF.items()}
    return {p: result.figure for p, result in found.items() if result is not None and result.passed}
