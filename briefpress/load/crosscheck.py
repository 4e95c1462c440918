"""Names across files: everything that one file names must exist in another."""

from collections.abc import Collection, Iterable
from decimal import Decimal

from briefpress.diagnostics import EVERYTHING, Scope, Where
from briefpress.load.findings import Findings, did_you_mean
from briefpress.load.prose import ProseRules
from briefpress.model.brand import HEX, Brand, Color
from briefpress.model.facts import Fact, Figure
from briefpress.model.library import Library
from briefpress.model.messages import Message


class CrossCheck:
    """Holds the entries of a library against each other."""

    def __init__(self, library: Library, findings: Findings) -> None:
        """Check `library`; report into `findings`."""
        self._library = library
        self._findings = findings
        self._prose = ProseRules(library.facts, library.publication.report.pages, findings)

    def run(self) -> None:
        """Report every name that leads nowhere and every text that breaks a rule."""
        self._publication()
        for audience in self._library.audiences.values():
            scope = Scope(audiences=frozenset({audience.id}))
            sections = [section.id for section in self._library.sections]
            for index, name in enumerate(audience.opens_with):
                where = audience.where_of("opens_with", index)
                self._known("SECTION-UNKNOWN", "section", name, sections, where, scope)
            self._texts(audience.prose(), scope)
        for fact in self._library.facts.values():
            self._fact(fact)
        for figure in self._library.figures.values():
            self._figure(figure)
        for theme in self._library.themes.values():
            self._texts(theme.prose())
        for message in self._library.messages:
            self._message(message)
        for slug, brand in self._library.brands.items():
            self._brand(brand.data, Scope(brands=frozenset({slug})))

    def audiences(
        self, names: Iterable[str] | None, where: Where, scope: Scope = EVERYTHING
    ) -> None:
        """Report each audience that is not in audiences.yaml."""
        for name in sorted(names or ()):
            known = self._library.audiences
            self._known("AUDIENCE-UNKNOWN", "audience", name, known, where, scope)

    def _known(
        self, code: str, what: str, name: str, known: Collection[str], where: Where, scope: Scope
    ) -> None:
        if name not in known:
            hint = did_you_mean(name, known)
            self._findings.add(code, f"unknown {what} {name!r}", where, hint=hint, scope=scope)

    def _texts(self, texts: Iterable[tuple[str, Where]], scope: Scope = EVERYTHING) -> None:
        for text, where in texts:
            self._prose.check(text, where, scope)

    def _publication(self) -> None:
        publication = self._library.publication
        self._texts(publication.prose())
        for index, name in enumerate(publication.builds.layouts):
            where = publication.builds.where_of("layouts", index)
            self._known("LAYOUT-UNKNOWN", "layout", name, self._library.layouts, where, EVERYTHING)

    def _fact(self, fact: Fact) -> None:
        self._prose.check_pages(fact.page, fact.where_of("page"))
        if fact.derived is None:
            return
        where = fact.where_of("derived")
        facts = self._library.facts
        for name in fact.derived.operands:
            self._known("FACT-UNKNOWN", "fact", name, facts, where, EVERYTHING)
        if all(name in facts for name in fact.derived.operands):
            self._derivation(fact, where)

    def _derivation(self, fact: Fact, where: Where) -> None:
        assert fact.derived is not None
        values = {name: self._library.facts[name].value for name in fact.derived.operands}
        try:
            computed = fact.rounded(fact.derived.compute(values))
        except ArithmeticError:
            self._findings.add("FACT-DERIVED", f"{fact.id} cannot be computed", where)
            return
        if computed != fact.value:
            shown = ", ".join(f"{name} = {value}" for name, value in values.items())
            message = f"{fact.id} is given as {fact.value}, but computes to {computed} ({shown})"
            self._findings.add("FACT-DERIVED", message, where)

    def _figure(self, figure: Figure) -> None:
        self._texts(figure.prose())
        facts = self._library.facts
        charts = self._library.charts
        self._known(
            "CHART-UNKNOWN", "chart", figure.chart, charts, figure.where_of("chart"), EVERYTHING
        )
        for bar in figure.bars:
            for field, name in (("fact", bar.fact), ("share", bar.share)):
                if name:
                    self._known(
                        "FACT-UNKNOWN", "fact", name, facts, bar.where_of(field), EVERYTHING
                    )
        if figure.whole:
            where = figure.where_of("whole")
            self._known("FACT-UNKNOWN", "fact", figure.whole, facts, where, EVERYTHING)
            self._whole(figure, where)

    def _whole(self, figure: Figure, where: Where) -> None:
        facts = self._library.facts
        names = [bar.fact for bar in figure.bars]
        if figure.whole not in facts or any(name not in facts for name in names):
            return
        total = sum((facts[name].value for name in names), Decimal(0))
        whole = facts[figure.whole].value
        if total != whole:
            message = f"the parts sum to {total}, but {figure.whole} is {whole}"
            self._findings.add("FIGURE-SUM", message, where)

    def _message(self, message: Message) -> None:
        scope = Scope(audiences=message.audiences)
        self._known(
            "THEME-UNKNOWN",
            "theme",
            message.theme,
            self._library.themes,
            message.where_of("theme"),
            scope,
        )
        self.audiences(message.audiences, message.where_of("audiences"))
        if message.card is not None:
            self.audiences(message.card.priority_for, message.card.where_of("priority_for"))
        self._prose.check_pages(message.pages, message.where_of("pages"), scope)
        self._texts(message.prose(), scope)

    def _brand(self, brand: Brand, scope: Scope) -> None:
        for contact in brand.contacts:
            self.audiences(contact.audiences, contact.where_of("audiences"), scope)
        for note in brand.local:
            self.audiences(note.audiences, note.where_of("audiences"), scope)
        images = brand.logo.images
        for field in ("light", "dark"):
            name = getattr(brand.logo.medium, field)
            if name:
                where = brand.logo.medium.where_of(field)
                self._known("BRAND-IMAGE", "logo image", name, images, where, scope)
        self._colors(brand.color, scope)

    def _colors(self, color: Color, scope: Scope) -> None:
        import re

        for field in Color.model_fields:
            name = "" if field == "palette" else getattr(color, field)
            if name and not re.fullmatch(HEX, name):
                where = color.where_of(field)
                self._known("BRAND-COLOR", "colour", name, color.palette, where, scope)
