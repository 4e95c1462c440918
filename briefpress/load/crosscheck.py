"""Names across files: everything that one file names must exist in another."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from briefpress.diagnostics import EVERYTHING, Scope, Where
from briefpress.load.figures import derivation_faults, share_faults, sum_faults
from briefpress.load.findings import Fault, Findings, Names
from briefpress.load.prose import ProseRules
from briefpress.load.wording import Register, range_faults, wording_faults
from briefpress.model.facts import ALL, Fact, Figure
from briefpress.model.fields import meant_for
from briefpress.model.library import Library
from briefpress.model.messages import Message
from briefpress.model.publication import Audience


@dataclass(frozen=True)
class Known:
    """Every name of the source and the layouts, of sound entries and of others."""

    audiences: Names
    sections: Names
    themes: Names
    facts: Names
    figures: Names
    layouts: Names


class CrossCheck:
    """Holds the entries of a library against each other."""

    def __init__(self, library: Library, known: Known, findings: Findings) -> None:
        """Check `library`; report into `findings`."""
        self._library = library
        self.known = known
        self._findings = findings
        pages = library.publication.report.pages
        language = library.publication.language
        self._register = Register(library.facts, language.startswith("en"))
        self.prose = ProseRules(
            library.facts, known.facts, pages, findings, language, library.scripts
        )

    def run(self) -> None:
        """Report every name that leads nowhere and every text that breaks a rule."""
        self._publication()
        for audience in self._library.audiences.values():
            self._audience(audience)
        for fact in self._library.facts.values():
            self._fact(fact)
        for figure in self._library.figures.values():
            self._figure(figure)
        for theme in self._library.themes.values():
            self.prose.check_all(theme.texts())
        for message in self._library.messages:
            self._message(message)
        for abbreviation in self._library.abbreviations:
            self.prose.check_all(abbreviation.texts())

    def audiences(
        self, names: Iterable[str] | None, where: Where, scope: Scope = EVERYTHING
    ) -> None:
        """Report each audience that is not in audiences.yaml."""
        for name in sorted(names or ()):
            self._known("AUDIENCE-UNKNOWN", "audience", name, where, scope)

    def theme(self, name: str, where: Where, scope: Scope = EVERYTHING) -> None:
        """Report a theme that is not in messages.yaml."""
        self._known("THEME-UNKNOWN", "theme", name, where, scope)

    def figure(self, name: str, where: Where, scope: Scope = EVERYTHING) -> None:
        """Report a figure that is not in figures/."""
        self._known("CHART-UNKNOWN", "figure", name, where, scope)

    def _known(
        self, code: str, what: str, name: str, where: Where, scope: Scope = EVERYTHING
    ) -> None:
        names: Names = getattr(self.known, f"{what}s")
        if names.lack(name):
            self._findings.report([names.fault(code, what, name)], where, scope)

    def _publication(self) -> None:
        publication = self._library.publication
        self.prose.check_all(publication.texts())
        for index, name in enumerate(publication.builds.layouts):
            where = publication.builds.where_of("layouts", index)
            scope = Scope(layouts=frozenset({name}))
            self._known("LAYOUT-UNKNOWN", "layout", name, where, scope)

    def _audience(self, audience: Audience) -> None:
        scope = Scope(audiences=frozenset({audience.id}))
        read = {s.id: s.front.audiences for s in self._library.sections}
        for index, name in enumerate(audience.opens_with):
            where = audience.where_of("opens_with", index)
            self._known("SECTION-UNKNOWN", "section", name, where, scope)
            if name in read and not meant_for(read[name], audience.id):
                message = f"section {name!r} is not for {audience.id}"
                hint = f"add {audience.id} to its audiences, or take it out here"
                self._findings.report([Fault("SECTION-UNKNOWN", message, hint)], where, scope)
        self.prose.check_all(audience.texts(), scope)

    def _fact(self, fact: Fact) -> None:
        self.prose.check_all(fact.texts())
        self.prose.check_pages(fact.page, fact.where_of("page"))
        self._facts([fact.whole] if fact.whole else [], fact.where_of("whole"))
        self._findings.report(range_faults(fact, self._register), fact.where_of("value"))
        for path, fault in wording_faults(fact, self._register):
            self._findings.report([fault], fact.where_of(*path))
        if fact.derived is not None:
            where = fact.where_of("derived")
            operands = fact.derived.operands
            self._facts(operands, where)
            if all(name in self._library.facts for name in operands):
                faults = derivation_faults(fact, fact.derived, self._library.facts)
                self._findings.report(faults, where)

    def _facts(self, names: Collection[str], where: Where) -> None:
        for name in names:
            self._known("FACT-UNKNOWN", "fact", name, where)

    def _figure(self, figure: Figure) -> None:
        self.prose.check_all(figure.texts())
        charts = Names(frozenset(self._library.charts))
        if charts.lack(figure.chart):
            fault = charts.fault("CHART-UNKNOWN", "chart", figure.chart)
            self._findings.report([fault], figure.where_of("chart"))
        for bar in figure.bars:
            for field, name in (("fact", bar.fact), ("share", bar.share)):
                self._facts([name] if name else [], bar.where_of(field))
            faults = share_faults(bar, figure, self._library.facts)
            self._findings.report(faults, bar.where_of("share"))
        if figure.whole:
            where = figure.where_of("whole")
            self._facts([] if figure.whole == ALL else [figure.whole], where)
            self._findings.report(sum_faults(figure, self._library.facts), where)

    def _message(self, message: Message) -> None:
        scope = Scope(audiences=message.audiences)
        self.theme(message.theme, message.where_of("theme"), scope)
        self.audiences(message.audiences, message.where_of("audiences"))
        if message.card is not None:
            self.audiences(message.card.priority_for, message.card.where_of("priority_for"))
        self.prose.check_pages(message.pages, message.where_of("pages"), scope)
        self.prose.check_all(message.texts(), scope)
