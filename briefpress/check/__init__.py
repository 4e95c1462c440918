"""Check: proof to diagnostics. One rule a function, one code a rule."""

from dataclasses import dataclass

from briefpress.catalogue import severity_of
from briefpress.check.page import RULES
from briefpress.diagnostics import Diagnostic, Where
from briefpress.model.document import Proof

__all__ = ["Checked", "check"]

PASS, FAIL = "pass", "fail"


@dataclass(frozen=True)
class Checked:
    """The result of every rule by its code, and what the failing ones found."""

    results: dict[str, str]
    diagnostics: tuple[Diagnostic, ...]


def check(proof: Proof) -> Checked:
    """Hold a rendered document against every rule."""
    edition = proof.document.edition
    results: dict[str, str] = {}
    found: list[Diagnostic] = []
    for code, rule in RULES.items():
        messages = tuple(rule(proof))
        results[code] = FAIL if messages else PASS
        found += [
            Diagnostic(code, severity_of(code), message, Where(edition.id), scope=edition.scope)
            for message in messages
        ]
    return Checked(results, tuple(found))
