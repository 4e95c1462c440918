"""`preflight-exceptions.yaml`: which exceptions hold today, and what is wrong with the others."""

from collections.abc import Iterator, Mapping
from datetime import date

from briefpress.catalogue import RULES, rule_of
from briefpress.load.findings import Fault, Findings, Names
from briefpress.model.exceptions import ANY, PreflightException


def check_exceptions(
    exceptions: tuple[PreflightException, ...],
    names: Mapping[str, Names],
    today: date,
    findings: Findings,
) -> tuple[PreflightException, ...]:
    """Those that hold on this day; a finding for each of the others.

    `names` are those of the brands, audiences, layouts and formats.
    """
    holding = []
    for exception in exceptions:
        faults = [*_faults(exception, names, today)]
        for key, fault in faults:
            findings.report([fault], exception.where_of(key))
        holding += [] if faults else [exception]
    return tuple(holding)


def _faults(
    exception: PreflightException, names: Mapping[str, Names], today: date
) -> Iterator[tuple[str, Fault]]:
    """What is wrong, and the key that it is wrong with."""
    yield from _code_faults(exception.code)
    if exception.expires < today:
        message = f"the exception for {exception.code} has expired on {exception.expires}"
        yield "expires", Fault("EXCEPTION-STALE", message, "mend the fault, or decide again")
    for key, known in names.items():
        name = getattr(exception, key)
        if name != ANY and known.lack(name):
            yield key, known.fault("EXCEPTION-STALE", key, name)


def _code_faults(code: str) -> Iterator[tuple[str, Fault]]:
    rule = rule_of(code)
    if rule is None:
        codes = Names(frozenset(rule.code for rule in RULES if rule.silenceable))
        yield "code", codes.fault("EXCEPTION-CODE", "code", code)
    elif not rule.silenceable:
        hint = f"mend the fault: {rule.cure}"
        yield "code", Fault("EXCEPTION-CODE", f"{code} can never be silenced", hint)
