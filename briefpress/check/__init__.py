"""Check: proof to results and diagnostics. One rule a function, one code a rule."""

from briefpress.catalogue import severity_of
from briefpress.check.rules import RULES
from briefpress.diagnostics import Diagnostic, Where
from briefpress.model.checked import Checked, Fault, Result
from briefpress.model.document import Proof
from briefpress.model.edition import Edition

__all__ = ["check"]


def check(proof: Proof) -> Checked:
    """Hold a rendered document against every rule."""
    edition = proof.document.edition
    results = []
    for code, rule in RULES.items():
        found = rule(proof)
        results.append(Result(code, found.figure, found.faults))
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
