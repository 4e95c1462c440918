"""What check says of a proof: for every rule its result, and for every fault its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefpress.catalogue import severity_of
from briefpress.diagnostics import NOWHERE, Diagnostic, Severity, Where
from briefpress.model.transcript import Transcript

PASS, WARNING, FAIL = "pass", "warning", "fail"


@dataclass(frozen=True)
class Spot:
    """A place on a page, counted from 1: mm from its top left corner."""

    page: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: in words, where it can be seen, and what caused it.

    `where` is the line of the source that caused it, where that is known.
    """

    message: str
    spots: tuple[Spot, ...] = ()
    where: Where = NOWHERE
    hint: str = ""


@dataclass(frozen=True)
class Result:
    """What one rule found: a figure that it measured, in words, and the faults.

    `by` is the validator that was asked, with its version; none where the rule judges itself.
    """

    code: str
    figure: str = ""
    faults: tuple[Fault, ...] = ()
    by: str = ""

    @property
    def passed(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults

    @property
    def verdict(self) -> str:
        """`pass`, `warning` or `fail`, as the manifest has it."""
        if self.passed:
            return PASS
        return FAIL if severity_of(self.code) is Severity.ERROR else WARNING


def combined(checks: Sequence["Checked"]) -> tuple[Result, ...]:
    """The results of several documents that make one file: the faults of all, each rule once."""
    by_code: dict[str, list[Result]] = {}
    for checked in checks:
        for result in checked.results:
            by_code.setdefault(result.code, []).append(result)
    return tuple(
        Result(
            code,
            "; ".join(dict.fromkeys(result.figure for result in results)),
            tuple(fault for result in results for fault in result.faults),
            results[0].by,
        )
        for code, results in by_code.items()
    )


def heard_of(checks: Sequence["Checked"]) -> Transcript | None:
    """What was heard of several documents that make one file; None unless of all of them."""
    heard = [checked.transcript for checked in checks if checked.transcript is not None]
    if not heard or len(heard) < len(checks):
        return None
    numbers = dict.fromkeys(number for one in heard for number in one.numbers)
    return Transcript(" ".join(one.words for one in heard), tuple(numbers))


@dataclass(frozen=True)
class Checked:
    """The result of every rule, and its faults as the user reads them.

    `transcript` is what was heard of the file, where it was listened to.
    """

    results: tuple[Result, ...]
    diagnostics: tuple[Diagnostic, ...]
    transcript: Transcript | None = None

    @cached_property
    def verdicts(self) -> Mapping[str, str]:
        """How each rule went, by its code."""
        return {result.code: result.verdict for result in self.results}
