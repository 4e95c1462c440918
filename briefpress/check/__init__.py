"""Check: proof to results and diagnostics. One rule a function, one code a rule."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from briefpress.catalogue import severity_of
from briefpress.check.judged import Judged
from briefpress.check.known import NOTHING_KNOWN, Known
from briefpress.check.opened import Opened
from briefpress.check.rules import LAYOUT_RULES, RULES
from briefpress.check.text import TEXT_RULES, TextPage
from briefpress.check.web import WEB_RULES
from briefpress.check.webpage import WebPage
from briefpress.diagnostics import Diagnostic, Where
from briefpress.markup import read_markup
from briefpress.model.checked import Checked, Fault, Result
from briefpress.model.document import Document, Proof
from briefpress.model.edition import Edition

__all__ = ["check", "check_text", "check_web"]

Subject = TypeVar("Subject")


def check(proof: Proof, known: Known = NOTHING_KNOWN) -> Checked:
    """Hold a rendered document, and the file that was made of it, against every rule for pages.

    What is `known` of the file has been found out before, of what it is made from.
    Of a file that cannot be read, only its layout is judged.
    """
    opened = Opened(proof, known)
    if opened.broken:
        return _checked(LAYOUT_RULES, opened, proof.document.edition)
    checked = _checked(RULES, opened, proof.document.edition)
    return replace(checked, transcript=opened.ear.transcript)


def check_web(document: Document) -> Checked:
    """Hold a web page against every rule for such."""
    page = WebPage(document, read_markup(document.html))
    checked = _checked(WEB_RULES, page, document.edition)
    return replace(checked, transcript=page.ear.transcript)


def check_text(document: Document, text: str) -> Checked:
    """Hold the text that was made of a web page against every rule for such."""
    page = TextPage(document, text)
    checked = _checked(TEXT_RULES, page, document.edition)
    return replace(checked, transcript=page.ear.transcript)


def _checked(
    rules: Mapping[str, Callable[[Subject], Judged]], subject: Subject, edition: Edition
) -> Checked:
    results = []
    for code, rule in rules.items():
        found = rule(subject)
        results.append(Result(code, found.figure, found.faults, found.by))
    diagnostics = (
        _told(result.code, fault, edition) for result in results for fault in result.faults
    )
    return Checked(tuple(results), tuple(diagnostics))


def _told(code: str, fault: Fault, edition: Edition) -> Diagnostic:
    """A fault as the user reads it: at the line that caused it, else under the edition's name."""
    known = bool(fault.where.file)
    message = f"{edition.id}: {fault.message}" if known else fault.message
    where = fault.where if known else Where(edition.id)
    return Diagnostic(code, severity_of(code), message, where, fault.hint, edition.scope)
