"""The report as pages: one that lists every edition, and one for each with all that was checked."""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from briefpress.catalogue import Rule, rule_of
from briefpress.compose.templates import Words, environment, fill
from briefpress.diagnostics import Diagnostic, Severity
from briefpress.model.exceptions import Silenced
from briefpress.model.library import Library
from briefpress.model.report import Examined, Report
from briefpress.model.templates import EXAMINED_TEMPLATE

REPORT_TEMPLATE = "_shared/report.html.j2"
COLUMNS = {
    "TYPE-SIZE": ("type", "smallest "),
    "TEXT-FAINT": ("contrast", "lowest contrast "),
    "COPYFIT": ("slot", "fullest slot "),
}
"""The checks whose figures stand in the list: the word at their head, and what it says already."""
SHOWN = 40
"""Different findings of one code that the list tells; the pages of the editions tell all."""
PLACES = 6
"""Editions that are named with a finding; the others are counted."""


@dataclass(frozen=True)
class FoundOnce:
    """A finding as it is told once, for all the editions or lines that have it."""

    message: str
    cure: str
    places: tuple[str, ...]

    @property
    def shown(self) -> tuple[str, ...]:
        """As many places as can be read."""
        return self.places[:PLACES]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return max(0, len(self.places) - PLACES)


@dataclass(frozen=True)
class FoundGroup:
    """The findings of one code."""

    rule: Rule
    findings: tuple[FoundOnce, ...]

    @property
    def shown(self) -> tuple[FoundOnce, ...]:
        """As many as can be read."""
        return self.findings[:SHOWN]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return max(0, len(self.findings) - SHOWN)

    @property
    def count(self) -> int:
        """How often the code was found."""
        return sum(max(1, len(found.places)) for found in self.findings)


def compose_report(library: Library, report: Report) -> str:
    """`output/report.html`: self-contained, and works from the disk.

    Raises:
        TemplateFaultError: the template is broken.
    """
    groups = {
        severity.value: _grouped(report.findings, severity)
        for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    }
    silenced = _silenced_once(report.silenced)
    values = {"report": report, "groups": groups, "columns": COLUMNS, "silenced": silenced}
    return filled_page(library, REPORT_TEMPLATE, values)


def compose_examined(library: Library, examined: Examined) -> str:
    """`output/report/<edition>.html`: all that was checked of one edition, with its pictures.

    Raises:
        TemplateFaultError: the template is broken.
    """
    pictures = [
        {"page": one.page, "url": f"data:image/png;base64,{b64encode(one.picture).decode()}"}
        for one in examined.sightings
    ]
    findings = sorted(examined.findings, key=lambda found: list(Severity).index(found.severity))
    values = {"examined": examined, "findings": findings, "pictures": pictures}
    values["rules"] = _rules(examined)
    return filled_page(library, EXAMINED_TEMPLATE, values)


def filled_page(library: Library, template: str, more: Mapping[str, object]) -> str:
    """A page of the output folder: its template filled with `more` and with the names of things.

    Raises:
        TemplateFaultError: the template is broken.
    """
    layout = next(iter(library.layouts.values()))
    env = environment(layout.texts)
    env.filters["cure"] = _cure
    env.filters["without_edition"] = _without_edition
    values = {
        "publication": library.publication,
        "words": Words(layout.words),
        "brands": {slug: brand.data.name for slug, brand in library.brands.items()},
        "audiences": {a.id: a.name for a in library.audiences.values()},
        "layouts": {name: found.data.title for name, found in library.layouts.items()},
    }
    return fill(env, template, {**values, **more})


def _grouped(findings: Iterable[Diagnostic], severity: Severity) -> tuple[FoundGroup, ...]:
    by_code: dict[str, list[Diagnostic]] = {}
    for found in findings:
        if found.severity is severity:
            by_code.setdefault(found.code, []).append(found)
    rules = ((rule_of(code), found) for code, found in sorted(by_code.items()))
    return tuple(FoundGroup(rule, _once(found)) for rule, found in rules if rule is not None)


def _once(findings: Iterable[Diagnostic]) -> tuple[FoundOnce, ...]:
    """The same words about several editions are one finding."""
    places: dict[tuple[str, str], list[str]] = {}
    for found in findings:
        edition, rest = _told_of(found)
        named = f"{found.where} ({edition})" if edition else str(found.where)
        places.setdefault((rest, _cure(found)), []).append(named)
    return tuple(
        FoundOnce(message, cure, tuple(place for place in named if place))
        for (message, cure), named in places.items()
    )


def _told_of(found: Diagnostic) -> tuple[str, str]:
    """The edition that the words of a finding begin with, if it is about that alone; the rest."""
    sides = (found.scope.brands, found.scope.audiences, found.scope.layouts)
    work = "-".join("".join(names) for names in sides if names is not None and len(names) == 1)
    edition, _, rest = found.message.partition(": ")
    is_named = rest and (edition == work or edition.startswith(f"{work}-")) and None not in sides
    return (edition, rest) if is_named else ("", found.message)


def _silenced_once(silenced: Iterable[Silenced]) -> dict[Silenced, tuple[str, ...]]:
    """What exceptions silence, once, with the editions for which they do."""
    editions: dict[Silenced, list[str]] = {}
    for one in silenced:
        editions.setdefault(replace(one, edition=""), []).append(one.edition)
    return {one: tuple(names) for one, names in editions.items()}


def _rules(examined: Examined) -> dict[str, Rule]:
    rules = (rule_of(result.code) for result in examined.results)
    return {rule.code: rule for rule in rules if rule is not None}


def _without_edition(found: Diagnostic) -> str:
    """What is wrong, on a page that says of which edition it tells."""
    return _told_of(found)[1]


def _cure(found: Diagnostic) -> str:
    """What mends it: its own hint, or that of its code."""
    rule = rule_of(found.code)
    return found.hint or (rule.cure if rule else "")
