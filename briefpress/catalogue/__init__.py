"""The catalogue: every diagnostic code, for good; `explain` and docs/preflight.md show it."""

from briefpress.catalogue import (
    brands,
    building,
    clear,
    contacts,
    facts,
    files,
    finished,
    logos,
    pages,
    sections,
    text,
    web,
)
from briefpress.catalogue.rule import Rule
from briefpress.diagnostics import Severity

__all__ = ["PARTS", "RULES", "Rule", "rule_of", "severity_of"]

PARTS: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("Files and their form", files.RULES),
    ("Brands and layouts", brands.RULES),
    ("Contacts", contacts.RULES),
    ("Logos", logos.RULES),
    ("Sections and messages", sections.RULES),
    ("Running text", text.RULES),
    ("Truth to the source", facts.RULES),
    ("Pages", pages.RULES),
    ("Clear print", clear.RULES),
    ("Web pages and plain text", web.RULES),
    ("The finished file", finished.RULES),
    ("Building", building.RULES),
)
"""The rules by what they are about, each part with its title."""
RULES: tuple[Rule, ...] = tuple(rule for _, rules in PARTS for rule in rules)
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
