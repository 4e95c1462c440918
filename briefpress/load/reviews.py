"""Review dates: what was due to be looked at again, and what soon will be."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from briefpress.diagnostics import EVERYTHING, Scope, Where
from briefpress.load.findings import Fault, Findings
from briefpress.model.library import Library
from briefpress.model.uses import Use, uses_of

NOTICE = timedelta(days=60)
"""Long enough for a board that meets every other month."""


@dataclass(frozen=True)
class _Due:
    """Something that is to be reviewed by a day, and the editions that carry it."""

    what: str
    by: date
    where: Where
    scope: Scope = EVERYTHING


def check_reviews(library: Library, today: date, findings: Findings) -> None:
    """Report each review that is past, and each that is due within NOTICE of `today`."""
    for due in _all(library):
        if due.by < today:
            message = f"{due.what} was due for review on {due.by}"
            hint = "review it, then give the day of the next review"
            findings.report([Fault("REVIEW-OVERDUE", message, hint)], due.where, due.scope)
        elif due.by - today <= NOTICE:
            left = (due.by - today).days
            when = f"in {left} days" if left > 1 else ("tomorrow", "today")[left == 0]
            message = f"{due.what} is due for review by {due.by}, {when}"
            findings.report([Fault("REVIEW-SOON", message)], due.where, due.scope)


def _all(library: Library) -> Iterator[_Due]:
    publication = library.publication
    yield _Due("the publication", publication.review_by, publication.where_of("review_by"))
    for slug, brand in library.brands.items():
        document = brand.data.document
        scope = Scope(brands=frozenset({slug}))
        what = "the brand's document"
        yield _Due(what, document.review_by, document.where_of("review_by"), scope)
    for message in library.messages:
        if message.review_by is not None:
            scope = Scope(audiences=message.audiences)
            where = message.where_of("review_by")
            yield _Due(message.id, message.review_by, where, scope)
    yield from _facts(library)


def _facts(library: Library) -> Iterator[_Due]:
    """A fact that nothing uses stops nothing, however old it is."""
    dated = [fact for fact in library.facts.values() if fact.review_by is not None]
    uses = uses_of(library) if dated else {}
    for fact in dated:
        if fact.id in uses and fact.review_by is not None:
            scope = Scope(audiences=_readers(uses[fact.id]))
            yield _Due(f"fact {fact.id!r}", fact.review_by, fact.where_of("review_by"), scope)


def _readers(uses: tuple[Use, ...]) -> frozenset[str] | None:
    found: frozenset[str] = frozenset()
    for use in uses:
        if use.audiences is None:
            return None
        found |= use.audiences
    return found
