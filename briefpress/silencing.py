"""Silencing: which findings stand against an edition, and which an exception keeps quiet."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from briefpress.catalogue import severity_of
from briefpress.diagnostics import Diagnostic
from briefpress.model.edition import ALL_AUDIENCES, Edition
from briefpress.model.exceptions import ANY, PreflightException, Silenced

Exceptions = tuple[PreflightException, ...]


@dataclass(frozen=True)
class Heard:
    """Findings about one edition: those that stand, and those that are silenced."""

    standing: tuple[Diagnostic, ...] = ()
    silenced: tuple[Silenced, ...] = ()


def covers(found: Diagnostic, edition: Edition) -> bool:
    """Whether a finding is about an edition, be it among others.

    What holds the cards of all audiences is at fault when one of them is.
    """
    scope = found.scope
    if edition.audience == ALL_AUDIENCES:
        scope = replace(scope, audiences=None)
    return scope.covers(edition.brand, edition.audience, edition.layout)


def silences(exception: PreflightException, found: Diagnostic, edition: Edition) -> bool:
    """Whether an exception silences a finding for an edition.

    `all` stands only for what the finding is not about: of a finding about one edition every name
    has to be given.
    """
    scope = found.scope
    about_one = None not in (scope.brands, scope.audiences, scope.layouts)
    return (
        exception.code == found.code
        and exception.about in found.message
        and _is(exception.brand, edition.brand, free=scope.brands is None)
        and _is(exception.audience, edition.audience, free=scope.audiences is None)
        and _is(exception.layout, edition.layout, free=scope.layouts is None)
        and _is(exception.format, edition.format, free=not about_one)
    )


def names(exception: PreflightException, edition: Edition) -> bool:
    """Whether the edition is among those that an exception names."""
    return (
        _is(exception.brand, edition.brand)
        and _is(exception.audience, edition.audience)
        and _is(exception.layout, edition.layout)
        and _is(exception.format, edition.format)
    )


def heard(found: Iterable[Diagnostic], edition: Edition, exceptions: Exceptions) -> Heard:
    """The findings that are about this edition, told apart."""
    standing: list[Diagnostic] = []
    silenced: list[Silenced] = []
    for one in found:
        if covers(one, edition):
            by = next((e for e in exceptions if silences(e, one, edition)), None)
            if by is None:
                standing.append(one)
            else:
                silenced.append(_silenced(one, edition, by))
    return Heard(tuple(standing), tuple(silenced))


def still_told(
    found: Iterable[Diagnostic], editions: Collection[Edition], exceptions: Exceptions
) -> tuple[Diagnostic, ...]:
    """The findings without those that are silenced for every edition that they are about."""
    return tuple(
        one
        for one in found
        if not exceptions
        or not any(covers(one, e) for e in editions)
        or any(heard([one], e, exceptions).standing for e in editions)
    )


def stale(
    exceptions: Exceptions,
    used: Iterable[Silenced],
    asked: Collection[Edition],
    judged: Collection[Edition],
) -> tuple[Diagnostic, ...]:
    """A finding for each exception that silenced nothing, though all that it names was judged."""
    at_work = {silenced.by for silenced in used}
    code = "EXCEPTION-STALE"
    return tuple(
        Diagnostic(
            code, severity_of(code), f"there is no {e.code} to silence", e.where, "take it out"
        )
        for e in exceptions
        if e.where not in at_work
        and (named := [edition for edition in asked if names(e, edition)])
        and all(edition in judged for edition in named)
    )


def _is(name: str, own: str, *, free: bool = True) -> bool:
    return name == own or (free and name == ANY)


def _silenced(found: Diagnostic, edition: Edition, by: PreflightException) -> Silenced:
    return Silenced(
        edition=edition.id,
        code=found.code,
        message=found.message,
        where=found.where,
        reason=by.reason,
        allowed_by=by.allowed_by,
        expires=by.expires.isoformat(),
        by=by.where,
    )
