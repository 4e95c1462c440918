"""A rule of the catalogue: one permanent code, its weight, and what it means to a user."""

from dataclasses import dataclass

from briefpress.diagnostics import Severity


@dataclass(frozen=True)
class Rule:
    """One code. A code that is no longer used is never given to another rule.

    `proves` is what is certain of a document on which the code is silent, `limit` what may be wrong
    all the same. Only a code that is `silenceable` can be named in `preflight-exceptions.yaml`:
    none that guards a reader, and none without which there would be nothing to print.
    """

    code: str
    severity: Severity
    title: str
    explain: str
    cure: str
    proves: str = ""
    limit: str = ""
    silenceable: bool = False
