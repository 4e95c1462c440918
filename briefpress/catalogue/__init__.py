"""The catalogue: every diagnostic code, for good; `explain` and docs/preflight.md show it."""

from briefpress.catalogue import content, files, pages
from briefpress.catalogue.rule import Rule
from briefpress.diagnostics import Severity

__all__ = ["RULES", "Rule", "rule_of", "severity_of"]

RULES: tuple[Rule, ...] = (*files.RULES, *content.RULES, *pages.RULES)
_BY_CODE = {rule.code: rule for rule in RULES}


def rule_of(code: str) -> Rule | None:
    """The rule of a code, or None."""
    return _BY_CODE.get(code)


def severity_of(code: str) -> Severity:
    """How much a code weighs.

    Raises:
        KeyError: the code is not in the catalogue.
    """
    return _BY_CODE[code].severity
