"""Preflight rules on the finished file: what an independent validator says of it."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version

from briefpress.check.judged import Judged, counted, judged
from briefpress.check.opened import Opened
from briefpress.model.checked import Fault
from briefpress.model.document import Proof
from briefpress.model.layout import Format

VALIDATOR = "page-validation"
READ_ON_SCREEN = (Format.SCREEN, Format.LARGE_PRINT)
"""The formats whose file itself is handed out; from the others something is made for paper."""
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
    return _validated(opened.proof, "ua1")


def pdf_a(opened: Opened) -> Judged:
    """The file can be kept, and looks the same wherever it is opened: PDF/A-2a (ISO 19005-2)."""
    return _validated(opened.proof, "2a")


def _validated(proof: Proof, profile: str) -> Judged:
    import page  # noqa: PLC0415 - 50 ms, which only who checks pages pays

    if proof.document.edition.format not in READ_ON_SCREEN:
        return judged("not for the screen", ())
    try:
        report = page.validate_pdf_bytes(proof.pdf, profile=page.ValidationProfile(profile))
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
