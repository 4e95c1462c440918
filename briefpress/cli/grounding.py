"""The command on evidence: what each fact and message rests on, and which editions carry it."""

from collections.abc import Iterable
from dataclasses import dataclass

import click

from briefpress.cli.console import as_data, print_json, show_diagnostics, table
from briefpress.cli.options import Asked
from briefpress.cli.pressing import exit_code, request_of
from briefpress.compose import carried_by
from briefpress.contents import EVIDENCE
from briefpress.inquiry import gather_evidence
from briefpress.model.evidence import Evidence, Item

HEAD = ("item", "pages", "checked", "carried by", "says")
WIDTH = 60
"""Characters of what an item says."""


@dataclass(frozen=True)
class Narrowed:
    """Which items are shown; nothing given stands for all."""

    items: tuple[str, ...] = ()
    kind: str = "all"
    page: int = 0
    unused: bool = False

    def shows(self, item: Item) -> bool:
        """Whether an item is among them."""
        return (
            (not self.items or item.id in self.items)
            and self.kind in ("all", item.kind)
            and (not self.page or item.is_on(self.page))
            and (not self.unused or item.is_unused)
        )


def run_evidence(asked: Asked, narrowed: Narrowed) -> int:
    """Print the ledger, and give the exit code."""
    evidence, found = gather_evidence(request_of(asked))
    items = [item for item in evidence.items if narrowed.shows(item)] if evidence else []
    if asked.json:
        data = [_as_data(item) for item in items]
        print_json({"items": data, "diagnostics": [as_data(one) for one in found]})
    else:
        show_diagnostics(found)
        if evidence and items and not asked.quiet:
            click.echo(table([HEAD, *(_row(item, evidence) for item in items)]))
        if evidence and not asked.quiet:
            click.echo(f"the same, to search: {asked.output / EVIDENCE}", err=True)
    return exit_code(found, strict=asked.strict)


def _row(item: Item, evidence: Evidence) -> tuple[str, ...]:
    says = item.text if len(item.text) <= WIDTH else f"{item.text[: WIDTH - 1]}…"
    pages = ", ".join(map(str, item.pages)) or "-"
    return (item.id, pages, _checked(item), _carried(item, evidence), says)


def _checked(item: Item) -> str:
    """How often somebody has held it against the report."""
    return "twice" if item.keyed else "once" if item.checked_by else "-"


def _carried(item: Item, evidence: Evidence) -> str:
    """`briefing: all; card: health, police`, or why nothing carries it."""
    if not item.carriers:
        return f"only for {_listed(item.supports)}" if item.supports else "nothing"
    carried = carried_by(item, evidence).items()
    return "; ".join(f"{layout}: {_listed(who) if who else 'all'}" for layout, who in carried)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def _as_data(item: Item) -> dict[str, object]:
    return {
        "kind": str(item.kind),
        "id": item.id,
        "text": item.text,
        "file": item.where.file,
        "line": item.where.line,
        "pages": [[run.first, run.last] for run in item.pages],
        "no_page": item.no_page,
        "review_by": str(item.review_by) if item.review_by else None,
        "checked_by": item.checked_by,
        "checked_on": str(item.checked_on) if item.checked_on else None,
        "keyed_by": item.keyed.by if item.keyed else "",
        "keyed_on": str(item.keyed.on) if item.keyed else None,
        "carriers": [
            {"layout": c.layout, "audience": c.audience, "format": c.format} for c in item.carriers
        ],
        "supports": list(item.supports),
        "unused": item.is_unused,
    }
