"""Preflight rules on the finished file: what an independent validator says of it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.metadata import version
from itertools import pairwise

from briefpress.check.judged import Judged, counted, judged
from briefpress.check.opened import Opened
from briefpress.model.checked import Fault
from briefpress.model.layout import Format

VALIDATOR = "page-validation"
UA, A = "ua1", "2a"
"""What the validator calls PDF/UA-1 and PDF/A-2a."""
RULES_OF: Mapping[str, str] = {"PDF-UA": UA, "PDF-A": A}
"""The profile of each rule."""
READ_ON_SCREEN = (Format.SCREEN, Format.LARGE_PRINT)
"""The formats whose file itself is handed out; from the others something is made for paper."""
LEVELS = "PDFUA1-HEADING-NESTING-001"
"""The validator's rule on levels of headings that are left out."""
SHOWN = 5
"""A fault of a layout breaks many rules, often many times; the first tell what it is."""
ELSEWHERE = "docs/designing.md, “What is read aloud”, says what each element becomes"
HINTS: Mapping[str, str] = {
    "HEADING": "begin with h1, and leave no level out on the way down",
    "TABLE": "give each row as many cells as the others, counting colspan and rowspan",
    "FIGURE": 'give the picture its `alt`, or alt="" if it says nothing',
    "NOTDEF": "no font of the layout has the sign; use another sign",
    "LANGUAGE": "write languages as in en-GB",
    "INTERPOLATE": "the picture is to be shown as it is",
}
"""By a word in the name of the validator's rule."""


def pdf_ua(opened: Opened) -> Judged:
    """A screen reader finds its way: PDF/UA-1 (ISO 14289-1)."""
    return _validated(opened, UA)


def pdf_a(opened: Opened) -> Judged:
    """The file can be kept, and looks the same wherever it is opened: PDF/A-2a (ISO 19005-2)."""
    return _validated(opened, A)


def _validated(opened: Opened, profile: str) -> Judged:
    if opened.document.edition.format not in READ_ON_SCREEN:
        return judged("not for the screen", ())
    if profile in opened.known.standards and is_nested(opened.structure.levels):
        return judged(opened.known.standards[profile], (), validator())
    return validated(opened.proof.pdf, profile)


def is_nested(levels: Sequence[int]) -> bool:
    """Whether headings begin with the first level and leave none out (ISO 14289-1, 7.4.2)."""
    return all(level <= before + 1 for before, level in pairwise((0, *levels)))


def is_valid_but_for_levels(pdf: bytes) -> bool:
    """Whether the validator finds nothing in a part, whose headings continue those of a whole."""
    faults = [fault for profile in RULES_OF.values() for fault in validated(pdf, profile).faults]
    return all(LEVELS in fault.message for fault in faults)


def validated(pdf: bytes, profile: str) -> Judged:
    """What the validator says of a file, held against one of the profiles."""
    import page  # noqa: PLC0415 - 50 ms, which only who checks pages pays

    try:
        report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile(profile))
    except page.PageError as error:
        return judged("", (Fault(f"the validator cannot read the file: {error}"),), validator())
    found = [(failure.rule_id, failure.message) for failure in report.failures]
    return judged(counted(report.rules.total, "rule"), _told(found), validator())


@cache
def validator() -> str:
    """Who judges, and in which version, for the manifest."""
    return f"{VALIDATOR} {version(VALIDATOR)}"


def _told(found: list[tuple[str, str]]) -> Iterator[Fault]:
    """The first finding of each rule."""
    first: dict[str, str] = {}
    for rule, message in found:
        first.setdefault(rule, message)
    for rule, message in list(first.items())[:SHOWN]:
        hint = next((hint for word, hint in HINTS.items() if word in rule), ELSEWHERE)
        yield Fault(f"{message} ({rule})", hint=hint)
